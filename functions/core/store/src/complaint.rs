//! Complaints and their events: one transaction in, one query out.

use std::collections::HashMap;
use std::time::Duration;

use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Put, PutRequest, TransactWriteItem, Update, WriteRequest};
use domain::complaint::Complaint;
use domain::decide::{Change, Load};
use domain::number::Number;
use domain::{Timestamp, event};

use crate::items::{ComplaintItem, EventItem, StoredEvent, when};
use crate::pages::every;
use crate::{Error, Private, Store, keys};

/// How an officer's open complaints are counted.
const COUNT: &str = "ADD #open :by";
/// How long a transaction that met another waits before it tries again.
const COLLISIONS: [Duration; 4] = [Duration::from_millis(15), Duration::from_millis(40), Duration::from_millis(90), Duration::from_millis(200)];

/// A row as the client hands it over: also where a page of an index begins.
pub type Item = HashMap<String, AttributeValue>;

/// Everything that happens at the moment a proven filing becomes a complaint.
pub struct Registration<'a> {
    pub change: &'a Change,
    pub draft_digest: &'a str,
    /// Of the answers that are registered.
    pub fingerprint: &'a str,
    pub private: &'a Private,
}

impl Store {
    /// A complaint as it stands; `None` where the number is nobody's.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn load(&self, number: &Number) -> Result<Option<Complaint>, Error> {
        let item = self.get(keys::complaint(number), keys::META.to_owned()).await?;
        item.map(|item| read::<ComplaintItem>(item)?.read()).transpose()
    }

    /// A complaint and everything that happened to it, oldest first, in one query.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn history(&self, number: &Number) -> Result<Option<(Complaint, Vec<StoredEvent>)>, Error> {
        let mut complaint = None;
        let mut events = Vec::new();
        // Events sort before META, and META before what is sealed, which is not read.
        let rows = self.rows(&keys::complaint(number), " AND sk <= :meta", &[(":meta", keys::META)]);
        for item in every(rows.consistent_read(true)).await? {
            match item.get("sk").and_then(|v| v.as_s().ok()).map(String::as_str) {
                Some(keys::META) => complaint = Some(read::<ComplaintItem>(item)?.read()?),
                Some(_) => events.push(read::<EventItem>(item)?.read()?),
                None => return Err(Error::corrupt("a row without a key")),
            }
        }
        Ok(complaint.map(|complaint| (complaint, events)))
    }

    /// What tells who she is, sealed; `None` where the number is nobody's.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn private(&self, number: &Number) -> Result<Option<Private>, Error> {
        let item = self.get(keys::complaint(number), keys::SEALED.to_owned()).await?;
        item.map(|item| Private::from_item(number.clone(), &item).ok_or_else(|| Error::corrupt("a sealed row"))).transpose()
    }

    /// Writes a change under the version it was decided on: the complaint and all its events, or nothing.
    ///
    /// # Errors
    /// `Conflict` where somebody else changed it first.
    pub async fn commit(&self, change: &Change) -> Result<(), Error> {
        self.commit_also(change, Vec::new()).await
    }

    /// The same with rows that belong to the change.
    pub(crate) async fn commit_also(&self, change: &Change, rows: Vec<TransactWriteItem>) -> Result<(), Error> {
        let it = &change.complaint;
        let meta = self
            .put_of(&ComplaintItem::from(it))?
            .condition_expression("version = :seen")
            .expression_attribute_values(":seen", AttributeValue::N((it.version - 1).to_string()));
        let mut writes = vec![put(meta)?];
        writes.extend(self.events_of(change)?);
        writes.extend(self.loads_of(change)?);
        writes.extend(self.closings_of(change)?);
        writes.extend(self.stations_of(change)?);
        writes.extend(self.ratings_of(change)?);
        writes.extend(self.suggestions_of(change)?);
        writes.extend(rows);
        self.transact(writes, &format!("{}.{}", it.number, it.version)).await
    }

    /// Turns a proven filing into a complaint: complaint, events, what is sealed, the used code and the filing
    /// itself change in one transaction.
    ///
    /// # Errors
    /// `Conflict` where the code was used or the filing registered in the meantime.
    pub async fn register(&self, it: Registration<'_>, now: Timestamp) -> Result<(), Error> {
        let number = &it.change.complaint.number;
        // The filing keeps its place for as long as the complaint lives, so that the same form leads to the same number.
        let filing = Update::builder()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::filing(it.draft_digest)))
            .key("sk", AttributeValue::S(keys::META.to_owned()))
            .update_expression("SET #state = :registered, registered_at = :now REMOVE sealed, due_pk, due_sk, desk_pk, desk_sk, rubbish_at")
            // Not one that lapsed or was answered anew while its code was being read.
            .condition_expression("#state IN (:pending, :handed_over) AND fingerprint = :seen")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":pending", AttributeValue::S("pending".to_owned()))
            .expression_attribute_values(":handed_over", AttributeValue::S("handed_over".to_owned()))
            .expression_attribute_values(":seen", AttributeValue::S(it.fingerprint.to_owned()))
            .expression_attribute_values(":registered", AttributeValue::S("registered".to_owned()))
            .expression_attribute_values(":now", AttributeValue::S(when(now)));
        let mut writes = self.born(it.change, it.private)?;
        writes.extend([update(filing)?, self.used_up(it.draft_digest)?]);
        self.transact(writes, &format!("{number}.new")).await
    }

    /// Everything that lies in the table of a complaint at its beginning.
    pub(crate) fn born(&self, change: &Change, private: &Private) -> Result<Vec<TransactWriteItem>, Error> {
        let meta = self.put_of(&ComplaintItem::from(&change.complaint))?.condition_expression("attribute_not_exists(pk)");
        let sealed = Put::builder().table_name(&self.tables.main).set_item(Some(private.item()));
        let mut writes = vec![put(meta)?, put(sealed)?];
        for row in Store::ways_to(&change.complaint, private) {
            writes.push(put(Put::builder().table_name(&self.tables.main).set_item(Some(row)))?);
        }
        writes.extend(self.events_of(change)?);
        writes.extend(self.loads_of(change)?);
        Ok(writes)
    }

    /// Takes in a complaint with its history as it stands, such as one that another system kept until now.
    /// Its texts count as told.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn adopt(&self, change: &Change, private: &Private) -> Result<(), Error> {
        self.adopt_all([(change, private)]).await
    }

    /// The same for many, whose rows share requests.
    ///
    /// # Errors
    /// Where the table does not answer; some of them may have been written.
    pub async fn adopt_all<'a>(&self, them: impl IntoIterator<Item = (&'a Change, &'a Private)>) -> Result<(), Error> {
        let item = |shape: Result<Item, serde_dynamo::Error>| shape.map_err(|_| Error::corrupt("a shape that cannot be written"));
        let (mut items, mut loads) = (Vec::new(), Vec::new());
        for (change, private) in them {
            items.push(item(serde_dynamo::to_item(ComplaintItem::from(&change.complaint)))?);
            for event in &change.events {
                items.push(item(serde_dynamo::to_item(EventItem::from(event).settled()))?);
            }
            items.push(private.item());
            items.extend(Store::ways_to(&change.complaint, private));
            loads.extend(&change.loads);
        }
        self.put_all(items).await?;
        for load in loads {
            let (pk, sk) = (keys::unit(load.unit.as_str()), keys::load(load.officer.as_str()));
            let update = self.client.update_item().table_name(&self.tables.main).key("pk", AttributeValue::S(pk)).key("sk", AttributeValue::S(sk));
            update.update_expression(COUNT).expression_attribute_names("#open", "open").expression_attribute_values(":by", by(load)).send().await?;
        }
        Ok(())
    }

    /// Writes rows, 25 a request, and what the table leaves over once more.
    pub(crate) async fn put_all(&self, items: Vec<Item>) -> Result<(), Error> {
        for chunk in items.chunks(25) {
            let put = |item: &Item| PutRequest::builder().set_item(Some(item.clone())).build().map(|put| WriteRequest::builder().put_request(put).build());
            let mut left: Vec<WriteRequest> = chunk.iter().map(put).collect::<Result<_, _>>().map_err(|_| Error::corrupt("a row without a key"))?;
            for _ in 0..8 {
                let call = self.client.batch_write_item().request_items(&self.tables.main, left);
                let mut unprocessed = call.send().await?.unprocessed_items.unwrap_or_default();
                left = unprocessed.remove(&self.tables.main).unwrap_or_default();
                if left.is_empty() {
                    break;
                }
            }
            if !left.is_empty() {
                return Err(Error::Unavailable("rows were left over".to_owned()));
            }
        }
        Ok(())
    }

    pub(crate) fn put_of<T: serde::Serialize>(&self, item: &T) -> Result<aws_sdk_dynamodb::types::builders::PutBuilder, Error> {
        let item: Item = serde_dynamo::to_item(item).map_err(|_| Error::corrupt("a shape that cannot be written"))?;
        Ok(Put::builder().table_name(&self.tables.main).set_item(Some(item)))
    }

    fn events_of(&self, change: &Change) -> Result<Vec<TransactWriteItem>, Error> {
        let writes =
            change.events.iter().map(|event: &event::Event| put(self.put_of(&EventItem::from(event))?.condition_expression("attribute_not_exists(pk)")));
        writes.collect()
    }

    fn loads_of(&self, change: &Change) -> Result<Vec<TransactWriteItem>, Error> {
        let one = |load: &Load| {
            let counted = Update::builder()
                .table_name(&self.tables.main)
                .key("pk", AttributeValue::S(keys::unit(load.unit.as_str())))
                .key("sk", AttributeValue::S(keys::load(load.officer.as_str())))
                .update_expression(COUNT)
                .expression_attribute_names("#open", "open")
                .expression_attribute_values(":by", by(load));
            update(counted)
        };
        change.loads.iter().map(one).collect()
    }

    /// A repeated request with the same token is answered as the first was: a lost reply is no lost write.
    pub(crate) async fn transact(&self, writes: Vec<TransactWriteItem>, token: &str) -> Result<(), Error> {
        for wait in COLLISIONS {
            match self.transact_once(writes.clone(), token).await? {
                Settled::Done => return Ok(()),
                Settled::Collided => tokio::time::sleep(wait).await,
            }
        }
        match self.transact_once(writes, token).await? {
            Settled::Done => Ok(()),
            Settled::Collided => Err(Error::Conflict),
        }
    }

    async fn transact_once(&self, writes: Vec<TransactWriteItem>, token: &str) -> Result<Settled, Error> {
        let token = seal::digest(&format!("{token}.{}", seal::hex(&seal::random::<8>())));
        let call = self.client.transact_write_items().set_transact_items(Some(writes)).client_request_token(&token[..36]);
        match call.send().await {
            Ok(_) => Ok(Settled::Done),
            Err(error) => match error.as_service_error() {
                Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => cancelled_for(cancelled),
                Some(_) | None => Err(error.into()),
            },
        }
    }

    /// A change of one row.
    pub(crate) fn on_row(&self, pk: String, sk: &str) -> UpdateItemFluentBuilder {
        self.client.update_item().table_name(&self.tables.main).key("pk", AttributeValue::S(pk)).key("sk", AttributeValue::S(sk.to_owned()))
    }

    pub(crate) async fn get(&self, pk: String, sk: String) -> Result<Option<Item>, Error> {
        let call = self.client.get_item().table_name(&self.tables.main).key("pk", AttributeValue::S(pk)).key("sk", AttributeValue::S(sk));
        Ok(call.consistent_read(true).send().await?.item)
    }
}

fn by(load: &Load) -> AttributeValue {
    AttributeValue::N(load.by.to_string())
}

/// What came of a transaction that did not fail.
enum Settled {
    Done,
    /// Another transaction was at one of the rows, such as an officer's count; no condition failed and nothing was written.
    Collided,
}

/// A cancelled transaction lost a race, met another, or the table itself was in trouble.
fn cancelled_for(cancelled: &aws_sdk_dynamodb::types::error::TransactionCanceledException) -> Result<Settled, Error> {
    let codes = || cancelled.cancellation_reasons().iter().filter_map(|reason| reason.code());
    if codes().any(|code| code == "ConditionalCheckFailed") {
        return Err(Error::Conflict);
    }
    if codes().any(|code| code == "TransactionConflict") {
        return Ok(Settled::Collided);
    }
    Err(Error::Unavailable(codes().find(|code| *code != "None").unwrap_or("TransactionCanceled").to_owned()))
}

pub(crate) fn read<T: for<'a> serde::Deserialize<'a>>(item: Item) -> Result<T, Error> {
    serde_dynamo::from_item(item).map_err(|_| Error::corrupt("a row of an unknown shape"))
}

pub(crate) fn put(builder: aws_sdk_dynamodb::types::builders::PutBuilder) -> Result<TransactWriteItem, Error> {
    let put = builder.build().map_err(|_| Error::corrupt("a write without a table"))?;
    Ok(TransactWriteItem::builder().put(put).build())
}

pub(crate) fn update(builder: aws_sdk_dynamodb::types::builders::UpdateBuilder) -> Result<TransactWriteItem, Error> {
    let update = builder.build().map_err(|_| Error::corrupt("a write without a table"))?;
    Ok(TransactWriteItem::builder().update(update).build())
}
