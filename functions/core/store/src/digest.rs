//! The morning's digests: what a unit has open, counted by the posts that hold it, and who was told today.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::types::AttributeValue;
use domain::ids::{PostId, UnitCode};
use domain::{Date, Timestamp};

use crate::items::{moment, when};
use crate::pages::every;
use crate::{Error, Store, TTL, keys};

/// What one post has before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// Past its date already.
    pub late: u32,
    pub today: u32,
    pub tomorrow: u32,
}

impl Store {
    /// What the posts of a unit have before them: past its date at `now`, due by the end of the day, due by the end of the next.
    /// Posts with nothing are not in it.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn before(&self, unit: &UnitCode, now: Timestamp, today: Timestamp, tomorrow: Timestamp) -> Result<BTreeMap<PostId, Before>, Error> {
        let mut posts: BTreeMap<PostId, Before> = BTreeMap::new();
        for item in every(self.listed_in(keys::DESK_INDEX, &keys::desk(unit), " AND desk_sk <= :end", &[(":end", &keys::until(tomorrow))])).await? {
            let text = |name: &str| item.get(name).and_then(|v| v.as_s().ok());
            // A filing that is to be called back has no holder and is no complaint yet.
            let Some(post) = text("holder").and_then(|post| PostId::parse(post)) else { continue };
            let Some(due) = text("desk_sk").and_then(|sk| moment(sk.split_once('#')?.0)) else { continue };
            let before = posts.entry(post).or_default();
            if due < now {
                before.late += 1;
            } else if due <= today {
                before.today += 1;
            } else {
                before.tomorrow += 1;
            }
        }
        Ok(posts)
    }

    /// Claims a post's digest of a day until `until`; `false` where it was sent, or somebody else is at it.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn claim_digest(&self, unit: &UnitCode, post: &PostId, day: Date, now: Timestamp, until: Timestamp) -> Result<bool, Error> {
        let put = self
            .client
            .put_item()
            .table_name(&self.tables.main)
            .item("pk", AttributeValue::S(keys::unit(unit.as_str())))
            .item("sk", AttributeValue::S(keys::digest(day, post.as_str())))
            .item("claimed_until", AttributeValue::S(when(until)))
            .item(TTL, AttributeValue::N((now.as_second() + 40 * 86_400).to_string()))
            .condition_expression("attribute_not_exists(pk) OR claimed_until <= :now")
            .expression_attribute_values(":now", AttributeValue::S(when(now)));
        match put.send().await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(_)) => Ok(false),
                Some(_) | None => Err(error.into()),
            },
        }
    }

    /// Notes that a claimed digest left: nobody claims it again.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn settle_digest(&self, unit: &UnitCode, post: &PostId, day: Date) -> Result<(), Error> {
        let update = self
            .client
            .update_item()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::unit(unit.as_str())))
            .key("sk", AttributeValue::S(keys::digest(day, post.as_str())))
            .update_expression("REMOVE claimed_until");
        update.send().await?;
        Ok(())
    }
}
