//! A form that is sent again: what it did is written down with the doing, so that it is not done twice.

use aws_sdk_dynamodb::types::{AttributeValue, Put, TransactWriteItem};
use domain::Timestamp;
use domain::decide::Change;
use domain::ids::OfficerId;
use seal::DataKey;

use crate::challenge::rubbish;
use crate::complaint::put;
use crate::{Error, Store, keys};

/// One form's work on one complaint.
#[derive(Clone, Debug)]
pub struct Once {
    account: String,
    row: String,
}

impl Once {
    /// `said` is everything that makes the form this one: its own random key, what was typed, and the number.
    pub fn of(officer: &OfficerId, said: &str) -> Once {
        Once { account: keys::account(officer.as_str()), row: keys::done(&seal::digest(said)) }
    }
}

impl Store {
    /// Whether it was done before.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn was_done(&self, it: &Once) -> Result<bool, Error> {
        Ok(self.get(it.account.clone(), it.row.clone()).await?.is_some())
    }

    /// Writes a change with the words that belong to it, and in the same transaction that it is done. Without a key its words were
    /// erased for good, and nothing is written beside what nobody may read.
    ///
    /// # Errors
    /// `Conflict` where somebody else changed it first, or the same form did.
    pub async fn commit_once(&self, change: &Change, words: &[(&str, &str)], key: Option<&DataKey>, it: &Once, now: Timestamp) -> Result<(), Error> {
        self.commit_known(change, words, key, vec![self.done(it, now)?]).await
    }

    /// The row that says so.
    pub(crate) fn done(&self, it: &Once, now: Timestamp) -> Result<TransactWriteItem, Error> {
        put(Put::builder()
            .table_name(&self.tables.main)
            .item("pk", AttributeValue::S(it.account.clone()))
            .item("sk", AttributeValue::S(it.row.clone()))
            // No session that could send it again lives so long.
            .item("rubbish_at", rubbish(now))
            .condition_expression("attribute_not_exists(pk)"))
    }

    /// Writes a change with rows that belong to it, and its words where there is a key for them.
    pub(crate) async fn commit_known(&self, change: &Change, words: &[(&str, &str)], key: Option<&DataKey>, rows: Vec<TransactWriteItem>) -> Result<(), Error> {
        match key {
            Some(key) => self.commit_words(change, words, key, rows).await,
            None => self.commit_also(change, rows).await,
        }
    }
}
