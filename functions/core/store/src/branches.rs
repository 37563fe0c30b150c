//! The branch keys: one a day, wrapped by the ring, kept open in a warm function.

use std::collections::HashMap;

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use domain::Timestamp;
use domain::calendar::wall;
use domain::number::Number;
use seal::{Branch, DataKey};
use tokio::sync::Mutex;

use crate::{Error, Store, keys};

/// Branch keys that are open in this process, by day.
#[derive(Default)]
pub(crate) struct Branches(Mutex<HashMap<String, Branch>>);

impl Store {
    /// Makes sure that the ring opens what these tables hold. Empty tables take it as theirs.
    ///
    /// # Errors
    /// Where the tables were begun with another ring, or do not answer.
    pub async fn prove_ring(&self) -> Result<(), Error> {
        match self.branch(keys::PROOF_BRANCH).await? {
            Some(_) => Ok(()),
            None => self.make_branch(keys::PROOF_BRANCH).await.map(drop),
        }
    }

    /// Today's branch key, made by whoever needs it first.
    pub(crate) async fn branch_of_day(&self, now: Timestamp) -> Result<Branch, Error> {
        let day = wall(now).date().to_string();
        match self.branch(&day).await? {
            Some(branch) => Ok(branch),
            None => self.make_branch(&day).await,
        }
    }

    async fn branch(&self, day: &str) -> Result<Option<Branch>, Error> {
        let mut open = self.branches.0.lock().await;
        if let Some(branch) = open.get(day) {
            return Ok(Some(branch.clone()));
        }
        let call = self.client.get_item().table_name(&self.tables.keys).key("pk", AttributeValue::S(keys::branch(day)));
        let Some(item) = call.consistent_read(true).send().await?.item else { return Ok(None) };
        let branch = self.ring.open_branch(day, wrapped(&item)?).await?;
        open.insert(day.to_owned(), branch.clone());
        Ok(Some(branch))
    }

    async fn make_branch(&self, day: &str) -> Result<Branch, Error> {
        let (branch, wrapped) = self.ring.new_branch(day).await?;
        let put = self
            .client
            .put_item()
            .table_name(&self.tables.keys)
            .item("pk", AttributeValue::S(keys::branch(day)))
            .item("wrapped", AttributeValue::B(Blob::new(wrapped)))
            .condition_expression("attribute_not_exists(pk)");
        match put.send().await.map_err(Error::from) {
            Ok(_) => {
                self.branches.0.lock().await.insert(day.to_owned(), branch.clone());
                Ok(branch)
            }
            // Another function was first: its key is the day's key.
            Err(Error::Conflict) => self.branch(day).await?.ok_or_else(|| Error::corrupt("today's branch key")),
            Err(other) => Err(other),
        }
    }

    /// Makes and keeps the key of a complaint-to-be, which also reserves its number.
    ///
    /// # Errors
    /// `Conflict` where the number is taken.
    pub async fn reserve(&self, number: &Number, now: Timestamp) -> Result<DataKey, Error> {
        let branch = self.branch_of_day(now).await?;
        let key = DataKey::random();
        let put = self
            .client
            .put_item()
            .table_name(&self.tables.keys)
            .item("pk", AttributeValue::S(keys::complaint(number)))
            .item("branch", AttributeValue::S(branch.id.clone()))
            .item("wrapped", AttributeValue::B(Blob::new(branch.wrap(number.as_str(), &key))))
            .condition_expression("attribute_not_exists(pk)");
        put.send().await?;
        Ok(key)
    }

    /// The key of a complaint; `None` once it was erased.
    ///
    /// # Errors
    /// Where the tables or the ring do not answer, or the key does not open.
    pub async fn data_key(&self, number: &Number) -> Result<Option<DataKey>, Error> {
        let pk = AttributeValue::S(keys::complaint(number));
        let call = self.client.get_item().table_name(&self.tables.keys).key("pk", pk).consistent_read(true);
        let Some(item) = call.send().await?.item else { return Ok(None) };
        let day = item.get("branch").and_then(|v| v.as_s().ok()).ok_or_else(|| Error::corrupt("a complaint's key"))?;
        let branch = self.branch(day).await?.ok_or_else(|| Error::corrupt("a branch key"))?;
        let key = branch.unwrap(number.as_str(), wrapped(&item)?).map_err(|_| Error::corrupt("a complaint's key"))?;
        Ok(Some(key))
    }

    /// Erases a complaint's key: from then on nothing that tells who made it can be read, in the table,
    /// its backups and its stream alike. Its timeline stays.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn erase(&self, number: &Number) -> Result<(), Error> {
        let pk = AttributeValue::S(keys::complaint(number));
        self.client.delete_item().table_name(&self.tables.keys).key("pk", pk).send().await?;
        Ok(())
    }
}

fn wrapped(item: &HashMap<String, AttributeValue>) -> Result<&[u8], Error> {
    let blob = item.get("wrapped").and_then(|v| v.as_b().ok()).ok_or_else(|| Error::corrupt("a wrapped key"))?;
    Ok(blob.as_ref())
}
