//! Clocks as they are stored.

use domain::clock::{Clock, ClockRule, Mark, Pause, PauseReason, Planned, Runs, Start};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::{RungItem, moment, optional, when};

#[derive(Serialize, Deserialize)]
pub(crate) struct ClockItem {
    rule: String,
    started_at: String,
    due_at: String,
    #[serde(default, skip_serializing_if = "is_zero")]
    may_pause_seconds: i64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pauses: Vec<PauseItem>,
    /// The last mark that was warned of, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    warned: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    met_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    missed_at: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct PauseItem {
    from: String,
    until: String,
    reason: String,
    by: RungItem,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct PlannedItem {
    rule: String,
    start: String,
    /// `h`, `d` or `m`.
    unit: char,
    count: u16,
    may_pause_seconds: i64,
}

fn is_zero(seconds: &i64) -> bool {
    *seconds == 0
}

pub(crate) fn mark(percent: u8) -> Option<Mark> {
    Mark::ALL.into_iter().find(|mark| mark.percent() == percent)
}

pub(crate) fn reason(tag: &str) -> Option<PauseReason> {
    PauseReason::ALL.into_iter().find(|reason| reason.tag() == tag)
}

impl From<&Clock> for ClockItem {
    fn from(it: &Clock) -> ClockItem {
        ClockItem {
            rule: it.rule.tag().to_owned(),
            started_at: when(it.started_at),
            due_at: when(it.due_at),
            may_pause_seconds: it.may_pause.as_secs(),
            pauses: it.pauses.iter().map(PauseItem::from).collect(),
            warned: it.warned.map(Mark::percent),
            met_at: it.met_at.map(when),
            missed_at: it.missed_at.map(when),
        }
    }
}

impl From<&Pause> for PauseItem {
    fn from(it: &Pause) -> PauseItem {
        PauseItem { from: when(it.from), until: when(it.until), reason: it.reason.tag().to_owned(), by: (&it.by).into() }
    }
}

impl ClockItem {
    /// `risen_before` says whether it is a row of the first version whose complaint has left its first rung: those did
    /// not note that the ladder's clock was missed by that. Now a reopening also leads up, and misses nothing.
    pub(crate) fn read(self, risen_before: bool) -> Option<Clock> {
        let (rule, due_at) = (ClockRule::parse(&self.rule)?, moment(&self.due_at)?);
        let missed_at = optional(self.missed_at, moment)?;
        let met_at = optional(self.met_at, moment)?;
        let inferred = (rule == ClockRule::Disposal && risen_before && met_at.is_none()).then_some(due_at);
        Some(Clock {
            rule,
            started_at: moment(&self.started_at)?,
            due_at,
            may_pause: SignedDuration::from_secs(self.may_pause_seconds),
            pauses: self.pauses.into_iter().map(PauseItem::read).collect::<Option<_>>()?,
            warned: match self.warned {
                Some(percent) => Some(mark(percent)?),
                None => None,
            },
            met_at,
            missed_at: missed_at.or(inferred),
        })
    }
}

impl PauseItem {
    fn read(self) -> Option<Pause> {
        Some(Pause { from: moment(&self.from)?, until: moment(&self.until)?, reason: reason(&self.reason)?, by: self.by.read()? })
    }
}

impl From<&Planned> for PlannedItem {
    fn from(it: &Planned) -> PlannedItem {
        let (unit, count) = match it.runs {
            Runs::Hours(n) => ('h', n),
            Runs::Days(n) => ('d', n),
            Runs::Months(n) => ('m', n),
        };
        PlannedItem { rule: it.rule.tag().to_owned(), start: it.start.tag().to_owned(), unit, count, may_pause_seconds: it.may_pause.as_secs() }
    }
}

impl PlannedItem {
    pub(crate) fn read(self) -> Option<Planned> {
        let runs = match self.unit {
            'h' => Runs::Hours(self.count),
            'd' => Runs::Days(self.count),
            'm' => Runs::Months(self.count),
            _ => return None,
        };
        let start = Start::ALL.into_iter().find(|start| start.tag() == self.start)?;
        Some(Planned { rule: ClockRule::parse(&self.rule)?, start, runs, may_pause: SignedDuration::from_secs(self.may_pause_seconds) })
    }
}
