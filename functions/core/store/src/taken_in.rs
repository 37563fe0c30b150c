//! A complaint that an officer takes in: nothing waits for a code, so filing and complaint are written at once.

use aws_sdk_dynamodb::types::Put;
use domain::Timestamp;
use domain::decide::Change;

use crate::complaint::put;
use crate::{Error, PendingFiling, Store};

impl Store {
    /// Writes the complaint with its events, what is sealed, and the filing that leads the same form to it, in one transaction.
    ///
    /// # Errors
    /// `Conflict` where the same form was registered in the meantime.
    pub async fn take_in(&self, change: &Change, filing: &PendingFiling, now: Timestamp) -> Result<(), Error> {
        let kept = Put::builder().table_name(&self.tables.main).set_item(Some(filing.registered_item(now)));
        let mut writes = self.born(change, &filing.private)?;
        writes.push(put(kept.condition_expression("attribute_not_exists(pk)"))?);
        self.transact(writes, &format!("{}.new", change.complaint.number)).await
    }
}
