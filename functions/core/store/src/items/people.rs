//! Officers, names and rungs as they are stored.

use domain::complaint::{EmptyPost, Officer, Rung};
use domain::ids::{OfficerId, PostId, UnitCode};
use domain::lang::Both;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(crate) struct OfficerItem {
    id: String,
    unit: String,
    post: String,
    rank: NamesItem,
    name: NamesItem,
    woman: bool,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct NamesItem {
    hi: String,
    en: String,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct RungItem {
    post: String,
    unit: String,
    holds_seconds: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stands_in_for: Option<String>,
    /// Of the empty post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stands_in_at: Option<String>,
}

impl From<&Both> for NamesItem {
    fn from(it: &Both) -> NamesItem {
        NamesItem { hi: it.hi.clone(), en: it.en.clone() }
    }
}

impl From<NamesItem> for Both {
    fn from(it: NamesItem) -> Both {
        Both { hi: it.hi, en: it.en }
    }
}

impl From<&Officer> for OfficerItem {
    fn from(it: &Officer) -> OfficerItem {
        OfficerItem {
            id: it.id.to_string(),
            unit: it.unit.to_string(),
            post: it.post.to_string(),
            rank: (&it.rank).into(),
            name: (&it.name).into(),
            woman: it.woman,
        }
    }
}

impl OfficerItem {
    pub(crate) fn read(self) -> Option<Officer> {
        Some(Officer {
            id: OfficerId::parse(&self.id)?,
            unit: UnitCode::parse(&self.unit)?,
            post: PostId::parse(&self.post)?,
            rank: self.rank.into(),
            name: self.name.into(),
            woman: self.woman,
        })
    }
}

impl From<&Rung> for RungItem {
    fn from(it: &Rung) -> RungItem {
        RungItem {
            post: it.post.to_string(),
            unit: it.unit.to_string(),
            holds_seconds: it.holds.map(|h| h.as_secs()),
            stands_in_for: it.stands_in_for.as_ref().map(|empty| empty.post.to_string()),
            stands_in_at: it.stands_in_for.as_ref().and_then(|empty| empty.unit.as_ref()).map(ToString::to_string),
        }
    }
}

impl RungItem {
    pub(crate) fn read(self) -> Option<Rung> {
        let empty_unit = super::optional(self.stands_in_at, UnitCode::parse)?;
        Some(Rung {
            post: PostId::parse(&self.post)?,
            unit: UnitCode::parse(&self.unit)?,
            holds: self.holds_seconds.map(SignedDuration::from_secs),
            stands_in_for: super::optional(self.stands_in_for, PostId::parse)?.map(|post| EmptyPost { post, unit: empty_unit }),
        })
    }
}
