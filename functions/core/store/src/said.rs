//! What complainants said of closings, counted for whoever closed: a row a month, and nothing of who said it.

use aws_sdk_dynamodb::types::{AttributeValue, TransactWriteItem, Update};
use domain::decide::Change;
use domain::ids::OfficerId;
use domain::review::Month;
use domain::say::Said;

use crate::complaint::{read, update};
use crate::items::SaidItem;
use crate::{Error, Store, keys};

impl Store {
    /// Her answer is counted with the change that it makes.
    pub(crate) fn ratings_of(&self, change: &Change) -> Result<Vec<TransactWriteItem>, Error> {
        let Some((rating, event)) = change.rating.as_ref().zip(change.events.first()) else { return Ok(Vec::new()) };
        let counted = |officer: &OfficerId| {
            let counted = Update::builder()
                .table_name(&self.tables.main)
                .key("pk", AttributeValue::S(keys::said_of(officer.as_str())))
                .key("sk", AttributeValue::S(Month::of(event.at).to_string()))
                .update_expression("ADD #said :one")
                .expression_attribute_names("#said", if rating.solved { "solved" } else { "unsolved" })
                .expression_attribute_values(":one", AttributeValue::N("1".to_owned()));
            update(counted)
        };
        rating.officers.iter().map(counted).collect()
    }

    /// What was said of the closings of an officer, oldest month first.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn said_of(&self, officer: &OfficerId) -> Result<Vec<Said>, Error> {
        self.beginning(&keys::said_of(officer.as_str()), "").await?.into_iter().map(|item| read::<SaidItem>(item)?.read()).collect()
    }
}
