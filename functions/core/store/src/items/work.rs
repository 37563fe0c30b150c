//! How far the work on a complaint has come, as it is stored.

use domain::ids::OfficerId;
use domain::number::Number;
use domain::work::{Atr, AtrState, Closing, RejectReason, Work};
use serde::{Deserialize, Serialize};

use super::{moment, optional, when};

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct WorkItem {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    acknowledged_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contacted_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tried_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    atr: Option<AtrItem>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closing: Option<ClosingItem>,
}

#[derive(Serialize, Deserialize)]
struct AtrItem {
    by: String,
    at: String,
    state: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    approved_by: Option<String>,
}

/// How it was closed.
#[derive(Serialize, Deserialize)]
pub(crate) struct ClosingItem {
    how: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    into: Option<String>,
}

impl From<&Work> for WorkItem {
    fn from(it: &Work) -> WorkItem {
        WorkItem {
            acknowledged_at: it.acknowledged_at.map(when),
            contacted_at: it.contacted_at.map(when),
            tried_at: it.tried_at.map(when),
            atr: it.atr.as_ref().map(AtrItem::from),
            closing: it.closing.as_ref().map(ClosingItem::from),
        }
    }
}

impl WorkItem {
    pub(crate) fn read(self) -> Option<Work> {
        Some(Work {
            acknowledged_at: optional(self.acknowledged_at, moment)?,
            contacted_at: optional(self.contacted_at, moment)?,
            tried_at: optional(self.tried_at, moment)?,
            atr: self.atr.map_or(Some(None), |atr| atr.read().map(Some))?,
            closing: self.closing.map_or(Some(None), |closing| closing.read().map(Some))?,
        })
    }
}

impl From<&Atr> for AtrItem {
    fn from(it: &Atr) -> AtrItem {
        let (state, approved_by) = match &it.state {
            AtrState::Filed => ("filed", None),
            AtrState::Returned => ("returned", None),
            AtrState::Approved { by } => ("approved", Some(by.to_string())),
        };
        AtrItem { by: it.by.to_string(), at: when(it.at), state: state.to_owned(), approved_by }
    }
}

impl AtrItem {
    fn read(self) -> Option<Atr> {
        let state = match self.state.as_str() {
            "filed" => AtrState::Filed,
            "returned" => AtrState::Returned,
            "approved" => AtrState::Approved { by: OfficerId::parse(&self.approved_by?)? },
            _ => return None,
        };
        Some(Atr { by: OfficerId::parse(&self.by)?, at: moment(&self.at)?, state })
    }
}

impl From<&Closing> for ClosingItem {
    fn from(it: &Closing) -> ClosingItem {
        let (reason, into) = match it {
            Closing::Done | Closing::NoContact => (None, None),
            Closing::Rejected(reason) => (Some(reason.tag().to_owned()), None),
            Closing::Merged(into) => (None, Some(into.to_string())),
        };
        ClosingItem { how: it.tag().to_owned(), reason, into }
    }
}

impl ClosingItem {
    pub(crate) fn read(self) -> Option<Closing> {
        match self.how.as_str() {
            "done" => Some(Closing::Done),
            "no_contact" => Some(Closing::NoContact),
            "rejected" => RejectReason::parse(&self.reason?).map(Closing::Rejected),
            "merged" => Number::parse(&self.into?).map(Closing::Merged),
            _ => None,
        }
    }
}
