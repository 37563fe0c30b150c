//! Who sits where.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::complaint::Officer;
use domain::ids::UnitCode;

use crate::complaint::{Item, read};
use crate::items::OfficerItem;
use crate::{Error, Store, keys};

impl Store {
    /// The officers of a unit.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn officers(&self, unit: &UnitCode) -> Result<Vec<Officer>, Error> {
        let query = self
            .client
            .query()
            .table_name(&self.tables.main)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", AttributeValue::S(keys::unit(unit.as_str())));
        let items = query.send().await?.items.unwrap_or_default();
        items.into_iter().map(|item| read::<OfficerItem>(item)?.read().ok_or_else(|| Error::corrupt("an officer"))).collect()
    }

    /// Writes officers into their units, or anew.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn put_officers(&self, officers: &[Officer]) -> Result<(), Error> {
        let items = officers.iter().map(|officer| {
            let mut item: Item = serde_dynamo::to_item(OfficerItem::from(officer)).map_err(|_| Error::corrupt("an officer"))?;
            item.insert("pk".to_owned(), AttributeValue::S(keys::unit(officer.unit.as_str())));
            item.insert("sk".to_owned(), AttributeValue::S(keys::officer(officer.id.as_str())));
            Ok(item)
        });
        self.put_all(items.collect::<Result<_, Error>>()?).await
    }
}
