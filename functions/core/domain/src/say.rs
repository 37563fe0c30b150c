//! What she may still say once her complaint is filed: whether it was solved, that a station refused her, that she takes it back.

use jiff::{SignedDuration, Span, Timestamp};

use crate::calendar::{end_of, wall};
use crate::clock::Start;
use crate::complaint::{Complaint, Rung, Stage};
use crate::ids::OfficerId;
use crate::policy::{Category, Policy, SayRule};
use crate::review::Month;

/// For how long she may say what: the policy's numbers on the day of registration, kept with the complaint as its ladder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SayTerms {
    /// How many days after a closing she may say whether it was solved.
    pub answer_days: u16,
    /// How long a withdrawal waits before it holds.
    pub cooling: SignedDuration,
    /// How long whoever learns of a refusal has it before it goes up.
    pub refusal: SignedDuration,
    /// Whether a withdrawal ends anything in this category.
    pub may_withdraw: bool,
}

/// Complaints of the time before these numbers were kept.
impl Default for SayTerms {
    fn default() -> SayTerms {
        SayTerms { answer_days: 30, cooling: SignedDuration::from_hours(24), refusal: SignedDuration::from_hours(4), may_withdraw: true }
    }
}

impl SayTerms {
    /// As the policy has them for a category.
    pub fn of(policy: &Policy, category: &Category) -> SayTerms {
        let hours = |n: u16| SignedDuration::from_hours(i64::from(n));
        let SayRule { answer_days, withdrawal_hours, refusal_hours } = policy.say;
        SayTerms { answer_days, cooling: hours(withdrawal_hours), refusal: hours(refusal_hours), may_withdraw: category.may_withdraw }
    }
}

/// What she has said since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Say {
    pub terms: SayTerms,
    /// Her answer to the last closing. None is no yes.
    pub answer: Option<Answer>,
    /// When her withdrawal takes effect, unless she takes it back.
    pub withdraws_at: Option<Timestamp>,
    /// When she told that a station had refused her.
    pub refused_at: Option<Timestamp>,
    /// The lowest rung that may work it, after she said that it was not solved: nobody below it does until it gives it down.
    pub floor: Option<u8>,
    /// Whether she has said of some closing that it solved nothing: the next time is an appeal.
    pub unsolved: bool,
    /// Who had closed it when she said so: for them it is over.
    pub barred: Vec<OfficerId>,
}

/// Her answer to a closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub at: Timestamp,
    pub solved: bool,
}

/// What complainants said of the closings of an officer in a month: a sum, from which nobody can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub month: Month,
    pub solved: u32,
    pub unsolved: u32,
}

impl Said {
    /// Fewer answers than this would tell who gave them.
    pub const LEAST: u32 = 5;

    /// Whether the officer may see it: the month is over and the answers are enough. Seen while it grows, it would tell each.
    pub fn may_be_seen(&self, now: Timestamp) -> bool {
        self.month < Month::of(now) && self.solved + self.unsolved >= Said::LEAST
    }
}

/// Whether a complaint can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawal {
    May,
    /// It waits for its day and can be taken back until then.
    Waits(Timestamp),
    /// In such a matter the State goes on whether she wants or not.
    EndsNothing,
    /// An offence was recorded: only a court ends that.
    Recorded,
    Closed,
}

impl Complaint {
    /// Until when she may say whether the closing solved it; `None` while it is open.
    pub fn answer_until(&self) -> Option<Timestamp> {
        match self.stage {
            Stage::Disposed { at } => Some(end_of(wall(at).date().saturating_add(Span::new().days(self.say.terms.answer_days)))),
            Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } => None,
        }
    }

    /// Whether she can take it back.
    pub fn withdrawal(&self) -> Withdrawal {
        let recorded = self.planned.iter().any(|planned| planned.start == Start::Recording && self.clock(planned.rule).is_some());
        match (self.is_open(), self.say.withdraws_at) {
            (false, _) => Withdrawal::Closed,
            (true, _) if !self.say.terms.may_withdraw => Withdrawal::EndsNothing,
            (true, _) if recorded => Withdrawal::Recorded,
            (true, Some(at)) => Withdrawal::Waits(at),
            (true, None) => Withdrawal::May,
        }
    }

    /// Every rung above the holder that sits elsewhere than the lowest: above the station that she went to.
    pub fn above_station(&self) -> &[Rung] {
        let station = self.path.rungs.first().map(|rung| &rung.unit);
        let inside = self.above().iter().take_while(|rung| Some(&rung.unit) == station).count();
        self.above().get(inside..).unwrap_or_default()
    }

    /// Until when she may say that the closing solved nothing: also after a "yes", for whoever holds her paper could have said that.
    pub fn may_say_no_until(&self, now: Timestamp) -> Option<Timestamp> {
        self.answer_until().filter(|until| now <= *until && self.say.answer.is_none_or(|answer| answer.solved))
    }

    /// Whether she can still tell that a station refused her: once, as long as somebody sits above it and a closing can be answered.
    pub fn may_report_refusal(&self, now: Timestamp) -> bool {
        self.say.refused_at.is_none() && !self.above_station().is_empty() && self.answer_until().is_none_or(|until| now <= until)
    }
}
