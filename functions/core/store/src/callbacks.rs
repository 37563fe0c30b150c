//! Filings that nobody proved, in the hands of the desk that calls back.

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::Timestamp;
use domain::complaint::Accused;
use domain::decide::Change;
use domain::ids::{CategoryId, OfficerId, StationCode, UnitCode};

use crate::complaint::{Item, update};
use crate::filing::{FilingState, due_shard};
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

    /// Writes down who opened it, before it is shown.
    ///
    /// # Errors
    /// `Conflict` where it is with the desk no more.
    pub async fn look_callback(&self, filing: &PendingFiling, by: &OfficerId, now: Timestamp) -> Result<(), Error> {
        let looked = self
            .leave(filing, "SET #state = :to, looked_by = :by, looked_at = :at", FilingState::HandedOver)
            .expression_attribute_values(":by", AttributeValue::S(by.to_string()))
            .expression_attribute_values(":at", AttributeValue::S(when(now)));
        looked.send().await?;
        Ok(())
    }

    /// Lets a filing go that she says is not hers or does not want, by an officer who opened it: its words and its key are deleted,
    /// and who did it stays. It leaves the index last, so that one whose key is still there is found again.
    ///
    /// # Errors
    /// `Conflict` where it is with the desk no more, or was written anew.
    pub async fn drop_callback(&self, filing: &PendingFiling, by: &OfficerId, now: Timestamp) -> Result<(), Error> {
        let update = "SET #state = :to, due_pk = :shard, due_sk = :due, dropped_by = :by, dropped_at = :at REMOVE sealed, typed, desk_pk, desk_sk";
        let gone = self
            .leave(filing, update, FilingState::Lapsed)
            .expression_attribute_values(":shard", AttributeValue::S(due_shard(filing)))
            .expression_attribute_values(":due", AttributeValue::S(keys::at(now, &keys::filing(&filing.draft_digest))))
            .expression_attribute_values(":by", AttributeValue::S(by.to_string()))
            .expression_attribute_values(":at", AttributeValue::S(when(now)));
        gone.send().await?;
        self.lapse(&PendingFiling { state: FilingState::Lapsed, ..filing.clone() }).await
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
