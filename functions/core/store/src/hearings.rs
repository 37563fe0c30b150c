//! A day's queue of a unit. A place is a row whose key is the place itself, written under the condition that it is not there:
//! of fifty who want the last one, one has it.

use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::types::builders::PutBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Delete, TransactWriteItem};
use domain::Date;
use domain::calendar::wall;
use domain::decide::Change;
use domain::hearing::Appointment;
use domain::hearing::queue::{Entry, Queue, Sitting};
use domain::ids::UnitCode;
use seal::DataKey;

use crate::complaint::{Item, put, read};
use crate::items::{EntryItem, SittingItem};
use crate::pages::every;
use crate::{Error, Store, keys};

/// Only the row that it was decided on: a place given back and taken by somebody else counts from one again.
const SEEN: &str = "version = :seen AND #number = :whose";

impl Store {
    /// The queue of a unit's day, in one query, as it stands.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn queue(&self, unit: &UnitCode, day: Date) -> Result<Queue, Error> {
        let mut found = Queue::default();
        for item in every(self.rows(&keys::queue(unit, day), "", &[]).consistent_read(true)).await? {
            if item.get("sk").and_then(|v| v.as_s().ok()).is_some_and(|sk| sk.starts_with(keys::SITTING)) {
                found.sitting.push(read::<SittingItem>(item)?.read().ok_or_else(|| Error::corrupt("a sitting officer"))?);
            } else {
                found.entries.push(read::<EntryItem>(item)?.read().ok_or_else(|| Error::corrupt("a place in a queue"))?);
            }
        }
        Ok(found)
    }

    /// Takes a place: the complaint says that it has it, and the place's row is hers, or neither.
    ///
    /// # Errors
    /// `Conflict` where somebody else has the place, or the complaint was changed first.
    pub async fn book_hearing(&self, change: &Change, unit: &UnitCode, entry: &Entry) -> Result<(), Error> {
        let row = self.put_of(&EntryItem::new(unit, entry))?.condition_expression("attribute_not_exists(pk)");
        self.commit_also(change, vec![put(row)?]).await
    }

    /// Gives a place back: it is free for somebody else.
    ///
    /// # Errors
    /// `Conflict` where complaint or place were changed first.
    pub async fn leave_hearing(&self, change: &Change, place: &Appointment, entry: &Entry) -> Result<(), Error> {
        let row = self.delete_of(&place.unit, entry)?;
        self.commit_also(change, vec![TransactWriteItem::builder().delete(row).build()]).await
    }

    /// Takes away the row of a place that nobody will come to.
    ///
    /// # Errors
    /// `Conflict` where it was changed first.
    pub async fn delete_entry(&self, unit: &UnitCode, entry: &Entry) -> Result<(), Error> {
        self.transact(vec![TransactWriteItem::builder().delete(self.delete_of(unit, entry)?).build()], entry.number.as_str()).await
    }

    fn delete_of(&self, unit: &UnitCode, entry: &Entry) -> Result<Delete, Error> {
        Delete::builder()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::queue(unit, wall(entry.at).date())))
            .key("sk", AttributeValue::S(keys::place(entry.token)))
            .condition_expression(SEEN)
            .expression_attribute_names("#number", "number")
            .expression_attribute_values(":seen", AttributeValue::N(entry.version.to_string()))
            .expression_attribute_values(":whose", AttributeValue::S(entry.number.to_string()))
            .build()
            .map_err(|_| Error::corrupt("a row without a key"))
    }

    /// Writes a change of her complaint together with what it means in the queue; `words` are sealed with `key`.
    ///
    /// # Errors
    /// `Conflict` where complaint or place were changed first.
    pub async fn commit_hearing(&self, change: &Change, words: Option<(&str, &DataKey)>, unit: &UnitCode, entry: &Entry) -> Result<(), Error> {
        let rows = vec![put(over(self.put_of(&EntryItem::new(unit, entry))?, entry))?];
        match words {
            Some((words, key)) => self.commit_words(change, &[("words", words)], key, rows).await,
            None => self.commit_also(change, rows).await,
        }
    }

    /// Writes a change that is the queue's alone.
    ///
    /// # Errors
    /// `Conflict` where the place was changed first.
    pub async fn put_entry(&self, unit: &UnitCode, entry: &Entry) -> Result<(), Error> {
        let item: Item = serde_dynamo::to_item(EntryItem::new(unit, entry)).map_err(|_| Error::corrupt("a shape that cannot be written"))?;
        let call = self
            .client
            .put_item()
            .table_name(&self.tables.main)
            .set_item(Some(item))
            .condition_expression(SEEN)
            .expression_attribute_names("#number", "number")
            .expression_attribute_values(":seen", AttributeValue::N((entry.version - 1).to_string()))
            .expression_attribute_values(":whose", AttributeValue::S(entry.number.to_string()));
        match call.send().await {
            Ok(_) => Ok(()),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(_)) => Err(Error::Conflict),
                Some(_) | None => Err(error.into()),
            },
        }
    }

    /// Writes down that an officer sits that day, or no longer does.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn put_sitting(&self, unit: &UnitCode, day: Date, it: &Sitting) -> Result<(), Error> {
        let item: Item = serde_dynamo::to_item(SittingItem::new(unit, day, it)).map_err(|_| Error::corrupt("a shape that cannot be written"))?;
        self.client.put_item().table_name(&self.tables.main).set_item(Some(item)).send().await?;
        Ok(())
    }
}

/// Only over the row that it was decided on.
fn over(row: PutBuilder, entry: &Entry) -> PutBuilder {
    row.condition_expression(SEEN)
        .expression_attribute_names("#number", "number")
        .expression_attribute_values(":seen", AttributeValue::N((entry.version - 1).to_string()))
        .expression_attribute_values(":whose", AttributeValue::S(entry.number.to_string()))
}
