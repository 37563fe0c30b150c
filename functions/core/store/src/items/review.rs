//! What was closed, drawn and reviewed, as it is stored. Nothing of it tells who complained.

use domain::Timestamp;
use domain::complaint::{Accused, Complaint};
use domain::ids::{OfficerId, PostId, StationCode, UnitCode};
use domain::number::Number;
use domain::review::{Action, Closed, Drawn, Finding, Month, Remedy, Review, Reviewer, Sample, Told, unit_of};
use domain::say::Said;
use domain::work::Closing;
use serde::{Deserialize, Serialize};

use super::{moment, optional, when};
use crate::{Error, keys};

/// `V#U#<unit>` / `<month>#<number>`: that a unit's complaint was closed then. Closed again in the same month, it is one still.
#[derive(Serialize, Deserialize)]
pub(crate) struct ClosedItem {
    pk: String,
    sk: String,
    number: String,
    at: String,
    /// A tag of [`Closing`].
    how: String,
}

impl ClosedItem {
    pub(crate) fn of(it: &Complaint, at: Timestamp, how: &Closing) -> ClosedItem {
        ClosedItem {
            pk: keys::closings(unit_of(it).as_str()),
            sk: keys::closing(Month::of(at), &it.number),
            number: it.number.to_string(),
            at: when(at),
            how: how.tag().to_owned(),
        }
    }

    pub(crate) fn read(self) -> Result<Closed, Error> {
        let parsed = || Some(Closed { number: Number::parse(&self.number)?, at: moment(&self.at)?, without_contact: self.how == Closing::NoContact.tag() });
        parsed().ok_or_else(|| Error::corrupt("a closing"))
    }
}

/// `V#M#<month>` / `<unit>`: the whole sample of a unit, for it is read and counted as a whole.
#[derive(Serialize, Deserialize)]
pub(crate) struct SampleItem {
    pk: String,
    sk: String,
    unit: String,
    month: String,
    drawn_at: String,
    closed: u32,
    version: u64,
    cases: Vec<DrawnItem>,
}

#[derive(Serialize, Deserialize)]
struct DrawnItem {
    number: String,
    closed_at: String,
    without_contact: bool,
    reviewers: Vec<ReviewerItem>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    accused_station: Option<String>,
    #[serde(default)]
    accused_officer: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    accused_above: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    station: Option<String>,
    #[serde(default)]
    closed_by: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review: Option<ReviewItem>,
}

#[derive(Serialize, Deserialize)]
struct ReviewerItem {
    post: String,
    unit: String,
}

#[derive(Serialize, Deserialize)]
struct ReviewItem {
    by: String,
    at: String,
    finding: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    action: Option<ActionItem>,
}

#[derive(Serialize, Deserialize)]
struct ActionItem {
    what: String,
    due: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    done_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    done_at: Option<String>,
}

impl From<&Sample> for SampleItem {
    fn from(it: &Sample) -> SampleItem {
        SampleItem {
            pk: keys::samples(it.month),
            sk: it.unit.to_string(),
            unit: it.unit.to_string(),
            month: it.month.to_string(),
            drawn_at: when(it.drawn_at),
            closed: it.closed,
            version: it.version,
            cases: it.cases.iter().map(DrawnItem::from).collect(),
        }
    }
}

impl From<&Drawn> for DrawnItem {
    fn from(it: &Drawn) -> DrawnItem {
        DrawnItem {
            number: it.number.to_string(),
            closed_at: when(it.closed_at),
            without_contact: it.without_contact,
            reviewers: it.reviewers.iter().map(|it| ReviewerItem { post: it.post.to_string(), unit: it.unit.to_string() }).collect(),
            accused_station: it.accused.station.as_ref().map(ToString::to_string),
            accused_officer: it.accused.officer,
            accused_above: it.accused.above.as_ref().map(ToString::to_string),
            station: it.station.as_ref().map(ToString::to_string),
            closed_by: it.closed_by.iter().map(ToString::to_string).collect(),
            review: it.review.as_ref().map(ReviewItem::from),
        }
    }
}

impl From<&Review> for ReviewItem {
    fn from(it: &Review) -> ReviewItem {
        let action = it.action.as_ref().map(|action| ActionItem {
            what: action.what.tag().to_owned(),
            due: when(action.due),
            done_by: action.done.as_ref().map(|(by, _)| by.to_string()),
            done_at: action.done.as_ref().map(|(_, at)| when(*at)),
        });
        ReviewItem { by: it.by.to_string(), at: when(it.at), finding: it.finding.tag().to_owned(), action }
    }
}

impl SampleItem {
    pub(crate) fn read(self) -> Result<Sample, Error> {
        let what = format!("sample {} {}", self.pk, self.sk);
        self.parse().ok_or(Error::Corrupt(what))
    }

    fn parse(self) -> Option<Sample> {
        Some(Sample {
            unit: UnitCode::parse(&self.unit)?,
            month: Month::parse(&self.month)?,
            drawn_at: moment(&self.drawn_at)?,
            closed: self.closed,
            version: self.version,
            cases: self.cases.into_iter().map(DrawnItem::read).collect::<Option<_>>()?,
        })
    }
}

impl DrawnItem {
    fn read(self) -> Option<Drawn> {
        let reviewer = |it: &ReviewerItem| Some(Reviewer { post: PostId::parse(&it.post)?, unit: UnitCode::parse(&it.unit)? });
        Some(Drawn {
            number: Number::parse(&self.number)?,
            closed_at: moment(&self.closed_at)?,
            without_contact: self.without_contact,
            reviewers: self.reviewers.iter().map(reviewer).collect::<Option<_>>()?,
            accused: Accused {
                station: optional(self.accused_station, StationCode::parse)?,
                officer: self.accused_officer,
                above: optional(self.accused_above, UnitCode::parse)?,
            },
            station: optional(self.station, StationCode::parse)?,
            closed_by: self.closed_by.iter().map(|id| OfficerId::parse(id)).collect::<Option<_>>()?,
            review: self.review.map_or(Some(None), |it| it.read().map(Some))?,
        })
    }
}

impl ReviewItem {
    fn read(self) -> Option<Review> {
        let action = |it: ActionItem| {
            let done = match (it.done_by, it.done_at) {
                (None, None) => None,
                (by, at) => Some((OfficerId::parse(&by?)?, moment(&at?)?)),
            };
            Some(Action { what: Remedy::parse(&it.what)?, due: moment(&it.due)?, done })
        };
        Some(Review {
            by: OfficerId::parse(&self.by)?,
            at: moment(&self.at)?,
            finding: Finding::parse(&self.finding)?,
            action: self.action.map_or(Some(None), |it| action(it).map(Some))?,
        })
    }
}

/// `V#DRAW` / `<month>`: what is told of a draw.
#[derive(Serialize, Deserialize)]
pub(crate) struct ToldItem {
    pk: String,
    sk: String,
    commitment: String,
    told_at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seed: Option<String>,
}

impl From<&Told> for ToldItem {
    fn from(it: &Told) -> ToldItem {
        ToldItem { pk: keys::DRAWS.to_owned(), sk: it.month.to_string(), commitment: it.commitment.clone(), told_at: when(it.told_at), seed: it.seed.clone() }
    }
}

impl ToldItem {
    pub(crate) fn read(self) -> Result<Told, Error> {
        let parsed =
            || Some(Told { month: Month::parse(&self.sk)?, commitment: self.commitment.clone(), told_at: moment(&self.told_at)?, seed: self.seed.clone() });
        parsed().ok_or_else(|| Error::corrupt("what is told of a draw"))
    }
}

/// `V#A#<officer>` / `<month>`: what was said of an officer's closings. Written by counting, so that each may be missing.
#[derive(Serialize, Deserialize)]
pub(crate) struct SaidItem {
    pk: String,
    sk: String,
    #[serde(default)]
    solved: u32,
    #[serde(default)]
    unsolved: u32,
}

impl SaidItem {
    pub(crate) fn read(self) -> Result<Said, Error> {
        let month = Month::parse(&self.sk).ok_or_else(|| Error::corrupt("what was said of closings"))?;
        Ok(Said { month, solved: self.solved, unsolved: self.unsolved })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_of_every_version_are_read() {
        let stored: serde_json::Value = serde_json::from_str(include_str!("../../examples/reviews.json")).unwrap();
        for one in stored["samples"].as_array().unwrap() {
            let item: SampleItem = serde_json::from_value(one.clone()).unwrap();
            let read = item.read().unwrap();
            assert!(!read.cases.is_empty());
            assert_eq!(serde_json::to_value(SampleItem::from(&read)).unwrap(), *one, "nothing is lost or changed on the way");
        }
        let closed: ClosedItem = serde_json::from_value(stored["closed"].clone()).unwrap();
        assert!(closed.read().unwrap().without_contact);
        for one in stored["told"].as_array().unwrap() {
            let item: ToldItem = serde_json::from_value(one.clone()).unwrap();
            assert_eq!(serde_json::to_value(ToldItem::from(&item.read().unwrap())).unwrap(), *one);
        }
        for one in stored["said"].as_array().unwrap() {
            let item: SaidItem = serde_json::from_value(one.clone()).unwrap();
            let read = item.read().unwrap();
            let count = |name: &str| one.get(name).cloned().unwrap_or_else(|| 0.into());
            assert_eq!((serde_json::json!(read.solved), serde_json::json!(read.unsolved)), (count("solved"), count("unsolved")));
        }
        // A note of a later version in a row is no obstacle; a finding that is none is.
        let mut newer = stored["samples"][0].clone();
        newer["cases"][0]["of_tomorrow"] = serde_json::json!(1);
        assert!(serde_json::from_value::<SampleItem>(newer.clone()).unwrap().read().is_ok());
        newer["cases"][0]["review"]["finding"] = serde_json::json!("splendid");
        assert!(serde_json::from_value::<SampleItem>(newer).unwrap().read().is_err());
    }
}
