//! Complaints by what is sealed in them: a keyed hash leads to numbers, and those to complaints as they stand.

use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes};
use domain::complaint::Complaint;
use domain::number::Number;

use crate::complaint::read;
use crate::items::ComplaintItem;
use crate::{Error, Store, keys};

/// How many one look-up gives back: whoever finds more asks more narrowly.
pub const MOST: usize = 100;

impl Store {
    /// The numbers that a look-up key leads to, at most [`MOST`] and one more.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn found_by(&self, look_up_key: &str) -> Result<Vec<Number>, Error> {
        let query = self
            .client
            .query()
            .table_name(&self.tables.main)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", AttributeValue::S(keys::found_by(look_up_key)))
            .limit(MOST as i32 + 1);
        let items = query.send().await?.items.unwrap_or_default();
        Ok(items.iter().filter_map(|item| Number::parse(item.get("sk")?.as_s().ok()?)).collect())
    }

    /// Complaints as they stand, in no order; numbers that are nobody's are left out. At most [`MOST`] are read.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn load_all(&self, numbers: &[Number]) -> Result<Vec<Complaint>, Error> {
        let key = |number: &Number| {
            [("pk", keys::complaint(number)), ("sk", keys::META.to_owned())].map(|(name, value)| (name.to_owned(), AttributeValue::S(value))).into()
        };
        let mut left: Vec<_> = numbers.iter().take(MOST).map(key).collect();
        let mut found = Vec::new();
        while !left.is_empty() {
            let wanted = KeysAndAttributes::builder().set_keys(Some(left)).build().map_err(|_| Error::corrupt("a look-up without keys"))?;
            let answer = self.client.batch_get_item().request_items(&self.tables.main, wanted).send().await?;
            for item in answer.responses.unwrap_or_default().remove(&self.tables.main).unwrap_or_default() {
                found.push(read::<ComplaintItem>(item)?.read()?);
            }
            left = answer.unprocessed_keys.unwrap_or_default().remove(&self.tables.main).map(|rest| rest.keys).unwrap_or_default();
        }
        Ok(found)
    }
}
