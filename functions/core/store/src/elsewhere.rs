//! A complaint goes to another district: her name is found there from then on, and no longer where it was.

use aws_sdk_dynamodb::types::{AttributeValue, Delete, Put, TransactWriteItem, Update};
use domain::Timestamp;
use domain::decide::Change;
use seal::DataKey;

use crate::complaint::{put, update};
use crate::private::names;
use crate::search::way;
use crate::{Error, Once, Private, Store, keys};

/// The look-up keys of her name in the district that a complaint comes to, beside those that it had.
pub struct Renamed<'a> {
    pub was: &'a Private,
    pub is: Vec<String>,
}

impl Store {
    /// Writes a change that takes a complaint to another district, with its words, with the keys of her name there in the place of
    /// those here, and where a form could be sent again, that it is done: all of it or nothing.
    ///
    /// # Errors
    /// `Conflict` where somebody else changed it first, or the same form did.
    pub async fn commit_elsewhere(
        &self,
        change: &Change,
        words: &[(&str, &str)],
        key: Option<&DataKey>,
        renamed: &Renamed<'_>,
        once: Option<(&Once, Timestamp)>,
    ) -> Result<(), Error> {
        let number = &change.complaint.number;
        let mut rows = vec![self.renamed(renamed)?];
        for gone in &renamed.was.name_keys {
            rows.push(self.not_found_by(gone, renamed)?);
        }
        for fresh in &renamed.is {
            rows.push(put(Put::builder().table_name(&self.tables.main).set_item(Some(way(keys::found_by(fresh), number))))?);
        }
        if let Some((once, now)) = once {
            rows.push(self.done(once, now)?);
        }
        self.commit_known(change, words, key, rows).await
    }

    /// The keys are kept beside what is sealed too.
    fn renamed(&self, it: &Renamed<'_>) -> Result<TransactWriteItem, Error> {
        update(
            Update::builder()
                .table_name(&self.tables.main)
                .key("pk", AttributeValue::S(keys::complaint(&it.was.number)))
                .key("sk", AttributeValue::S(keys::SEALED.to_owned()))
                .update_expression("SET name_keys = :is")
                .condition_expression("attribute_exists(pk)")
                .expression_attribute_values(":is", names(&it.is)),
        )
    }

    fn not_found_by(&self, look_up_key: &str, it: &Renamed<'_>) -> Result<TransactWriteItem, Error> {
        let delete = Delete::builder()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::found_by(look_up_key)))
            .key("sk", AttributeValue::S(it.was.number.to_string()))
            .build()
            .map_err(|_| Error::corrupt("a deletion without a table"))?;
        Ok(TransactWriteItem::builder().delete(delete).build())
    }
}
