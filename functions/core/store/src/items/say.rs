//! What she said after the filing, as it is stored.

use domain::ids::OfficerId;
use domain::say::{Answer, Say, SayTerms};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::{moment, optional, when};

#[derive(Serialize, Deserialize)]
pub(crate) struct SayItem {
    answer_days: u16,
    cooling_seconds: i64,
    refusal_seconds: i64,
    may_withdraw: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answer: Option<AnswerItem>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    withdraws_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    refused_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    floor: Option<u8>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    unsolved: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    barred: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct AnswerItem {
    at: String,
    solved: bool,
}

impl SayItem {
    /// Nothing where there is nothing to keep.
    pub(crate) fn of(it: &Say) -> Option<SayItem> {
        let item = || SayItem {
            answer_days: it.terms.answer_days,
            cooling_seconds: it.terms.cooling.as_secs(),
            refusal_seconds: it.terms.refusal.as_secs(),
            may_withdraw: it.terms.may_withdraw,
            answer: it.answer.map(|answer| AnswerItem { at: when(answer.at), solved: answer.solved }),
            withdraws_at: it.withdraws_at.map(when),
            refused_at: it.refused_at.map(when),
            floor: it.floor,
            unsolved: it.unsolved,
            barred: it.barred.iter().map(ToString::to_string).collect(),
        };
        (*it != Say::default()).then(item)
    }

    pub(crate) fn read(self) -> Option<Say> {
        let answer = match self.answer {
            Some(answer) => Some(Answer { at: moment(&answer.at)?, solved: answer.solved }),
            None => None,
        };
        // Rows of before it was kept by itself.
        let unsolved = self.unsolved || self.floor.is_some() && self.refused_at.is_none();
        Some(Say {
            terms: SayTerms {
                answer_days: self.answer_days,
                cooling: SignedDuration::from_secs(self.cooling_seconds),
                refusal: SignedDuration::from_secs(self.refusal_seconds),
                may_withdraw: self.may_withdraw,
            },
            answer,
            withdraws_at: optional(self.withdraws_at, moment)?,
            refused_at: optional(self.refused_at, moment)?,
            floor: self.floor,
            unsolved,
            barred: self.barred.iter().map(|id| OfficerId::parse(id)).collect::<Option<_>>()?,
        })
    }
}
