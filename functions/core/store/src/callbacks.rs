//! Filings that nobody proved, in the hands of the desk that calls back.

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::Timestamp;
use domain::complaint::Accused;
use domain::decide::Change;
use domain::ids::{CategoryId, StationCode, UnitCode};

use crate::complaint::{Item, update};
use crate::filing::FilingState;
use crate::items::{moment, optional, when};
use crate::pages::every;
use crate::{Error, PendingFiling, Store, keys};

/// A filing to be called back, as a unit's list has it: nothing of it tells who she is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callback {
    pub draft_digest: String,
    /// By when she is to be called.
    pub call_by: Timestamp,
    pub category: CategoryId,
    pub station: Option<StationCode>,
    pub accused: Accused,
}

impl Store {
    /// What a unit has to call back, the most urgent first.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn callbacks(&self, unit: &UnitCode) -> Result<Vec<Callback>, Error> {
        let rows = every(self.listed_in(keys::DESK_INDEX, &keys::desk(unit), "", &[])).await?;
        let pk = |item: &Item| item.get("pk").and_then(|pk| pk.as_s().ok()).cloned().unwrap_or_default();
        let waits = rows.iter().map(|item| (item, pk(item))).filter(|(_, pk)| !keys::is_complaint(pk));
        waits.map(|(item, pk)| read(item, &pk).ok_or_else(|| Error::corrupt("a filing of a list"))).collect()
    }

    /// Writes down that somebody tried to reach her.
    ///
    /// # Errors
    /// `Conflict` where it is with the desk no more.
    pub async fn tried_callback(&self, draft_digest: &str) -> Result<(), Error> {
        let update = self
            .on_row(keys::filing(draft_digest), keys::META)
            .update_expression("ADD tries :one")
            .condition_expression("#state = :handed_over")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
            .expression_attribute_values(":handed_over", AttributeValue::S(FilingState::HandedOver.tag().to_owned()));
        update.send().await?;
        Ok(())
    }

    /// Registers what she said on the phone is hers: complaint, events, what is sealed and the filing in one transaction.
    ///
    /// # Errors
    /// `Conflict` where it is with the desk no more, or was answered anew.
    pub async fn register_callback(&self, change: &Change, filing: &PendingFiling, now: Timestamp) -> Result<(), Error> {
        let done = Update::builder()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::filing(&filing.draft_digest)))
            .key("sk", AttributeValue::S(keys::META.to_owned()))
            .update_expression("SET #state = :to, registered_at = :now REMOVE sealed, due_pk, due_sk, desk_pk, desk_sk, rubbish_at")
            .condition_expression("#state = :handed_over AND fingerprint = :seen")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":handed_over", AttributeValue::S(FilingState::HandedOver.tag().to_owned()))
            .expression_attribute_values(":to", AttributeValue::S(FilingState::Registered.tag().to_owned()))
            .expression_attribute_values(":seen", AttributeValue::S(filing.fingerprint.clone()))
            .expression_attribute_values(":now", AttributeValue::S(when(now)));
        let mut writes = self.born(change, &filing.private)?;
        writes.push(update(done)?);
        self.transact(writes, &format!("{}.new", change.complaint.number)).await
    }

    /// Lets a filing go that she says is not hers or does not want: its words and its key are deleted.
    ///
    /// # Errors
    /// `Conflict` where it is with the desk no more.
    pub async fn drop_callback(&self, filing: &PendingFiling) -> Result<(), Error> {
        let gone = self
            .on_row(keys::filing(&filing.draft_digest), keys::META)
            .update_expression("SET #state = :to REMOVE sealed, typed, desk_pk, desk_sk")
            .condition_expression("#state = :handed_over")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":to", AttributeValue::S(FilingState::Lapsed.tag().to_owned()))
            .expression_attribute_values(":handed_over", AttributeValue::S(FilingState::HandedOver.tag().to_owned()));
        gone.send().await?;
        self.erase(&filing.private.number).await
    }
}

fn read(item: &Item, pk: &str) -> Option<Callback> {
    let text = |name: &str| item.get(name).and_then(|v| v.as_s().ok()).cloned();
    Some(Callback {
        draft_digest: pk.strip_prefix("F#")?.to_owned(),
        call_by: moment(text("desk_sk")?.split_once('#')?.0)?,
        category: CategoryId::parse(&text("category")?)?,
        station: optional(text("station"), StationCode::parse)?,
        accused: Accused {
            station: optional(text("accused_station"), StationCode::parse)?,
            officer: item.get("accused_officer").and_then(|v| v.as_bool().ok()).copied().unwrap_or_default(),
            above: optional(text("accused_above"), UnitCode::parse)?,
        },
    })
}
