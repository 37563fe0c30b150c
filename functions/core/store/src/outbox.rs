//! Texts that have not left. A row is claimed before it is sent and leaves the index when it is settled.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::Timestamp;
use domain::number::Number;

use crate::complaint::{Item, read};
use crate::items::{Delivery, EventItem, StoredEvent, when};
use crate::{Error, SHARDS, Store, keys};

/// How many rows are read at once.
const PAGE: i32 = 100;

/// The key of an event whose text waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    pub number: Number,
    /// The event's place among the complaint's rows.
    pub place: String,
}

impl Undelivered {
    /// From the keys of a row, if it is an event's.
    pub fn from_keys(pk: &str, sk: &str) -> Option<Undelivered> {
        let number = Number::parse(pk.strip_prefix("C#")?)?;
        sk.starts_with("E#").then(|| Undelivered { number, place: sk.to_owned() })
    }
}

impl Store {
    /// One page of what waits in one shard and may be tried at `now`, oldest first, and where the next begins.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn undelivered(&self, shard: u8, now: Timestamp, from: Option<Item>) -> Result<(Vec<Undelivered>, Option<Item>), Error> {
        let query = self
            .client
            .query()
            .table_name(&self.tables.main)
            .index_name(keys::OUTBOX_INDEX)
            .key_condition_expression("outbox_pk = :shard AND outbox_sk <= :now")
            .expression_attribute_values(":shard", AttributeValue::S(keys::outbox_shard(shard)))
            .expression_attribute_values(":now", AttributeValue::S(keys::until(now)))
            .limit(PAGE)
            .set_exclusive_start_key(from);
        let page = query.send().await?;
        let items = page.items.unwrap_or_default();
        let text = |item: &Item, name: &str| item.get(name).and_then(|v| v.as_s().ok()).cloned().unwrap_or_default();
        let waiting = items.iter().filter_map(|item| Undelivered::from_keys(&text(item, "pk"), &text(item, "sk"))).collect();
        Ok((waiting, page.last_evaluated_key))
    }

    /// The moment at which the next waiting text may be tried; `None` where none waits.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn next_text(&self) -> Result<Option<Timestamp>, Error> {
        let mut next: Option<Timestamp> = None;
        for shard in 0..SHARDS {
            let query = self
                .client
                .query()
                .table_name(&self.tables.main)
                .index_name(keys::OUTBOX_INDEX)
                .key_condition_expression("outbox_pk = :shard")
                .expression_attribute_values(":shard", AttributeValue::S(keys::outbox_shard(shard)))
                .limit(1);
            let first = query.send().await?.items.unwrap_or_default().pop();
            let at = first.as_ref().and_then(|item| item.get("outbox_sk")?.as_s().ok()?.split_once('#')?.0.parse().ok());
            next = next.into_iter().chain(at).min();
        }
        Ok(next)
    }

    /// How many texts wait in all shards, due or not.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn waiting(&self) -> Result<usize, Error> {
        let mut waiting = 0;
        for shard in 0..SHARDS {
            let mut from = None;
            loop {
                let (page, next) = self.undelivered(shard, Timestamp::MAX, from).await?;
                waiting += page.len();
                from = next;
                if from.is_none() {
                    break;
                }
            }
        }
        Ok(waiting)
    }

    /// Claims a text until `until`, so that stream and sweeper do not both send it. `None` where somebody
    /// else has it, it is settled, or its time has not come.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn claim(&self, it: &Undelivered, now: Timestamp, until: Timestamp) -> Result<Option<StoredEvent>, Error> {
        let update = self
            .row(it)
            .update_expression("SET claimed_until = :until ADD attempts :one")
            .condition_expression("attribute_exists(outbox_pk) AND outbox_sk <= :due AND (attribute_not_exists(claimed_until) OR claimed_until <= :now)")
            .expression_attribute_values(":until", AttributeValue::S(when(until)))
            .expression_attribute_values(":now", AttributeValue::S(when(now)))
            .expression_attribute_values(":due", AttributeValue::S(keys::until(now)))
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
            .return_values(ReturnValue::AllNew);
        match update.send().await {
            Ok(answer) => read::<EventItem>(answer.attributes.unwrap_or_default())?.read().map(Some),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(None),
                Some(_) | None => Err(error.into()),
            },
        }
    }

    /// Settles a text: it leaves the index.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn settle(&self, it: &Undelivered, delivery: Delivery, message_id: Option<&str>, now: Timestamp) -> Result<(), Error> {
        let update = self
            .row(it)
            .update_expression("SET delivery = :delivery, settled_at = :now, message_id = :id REMOVE outbox_pk, outbox_sk, claimed_until")
            .expression_attribute_values(":delivery", AttributeValue::S(delivery.tag().to_owned()))
            .expression_attribute_values(":now", AttributeValue::S(when(now)))
            .expression_attribute_values(":id", message_id.map_or(AttributeValue::Null(true), |id| AttributeValue::S(id.to_owned())));
        update.send().await?;
        Ok(())
    }

    /// Gives a claim back: the text is tried again at `at`.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn postpone(&self, it: &Undelivered, at: Timestamp) -> Result<(), Error> {
        let row = format!("{}#{}", keys::complaint(&it.number), it.place);
        let update = self
            .row(it)
            .update_expression("SET outbox_sk = :at REMOVE claimed_until")
            .condition_expression("attribute_exists(outbox_pk)")
            .expression_attribute_values(":at", AttributeValue::S(keys::at(at, &row)));
        update.send().await?;
        Ok(())
    }

    fn row(&self, it: &Undelivered) -> UpdateItemFluentBuilder {
        self.on_row(keys::complaint(&it.number), &it.place)
    }
}
