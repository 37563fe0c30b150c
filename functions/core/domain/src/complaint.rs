//! A complaint without a word that tells who made it: what `decide` works on and what a log may hold.

use jiff::{SignedDuration, Timestamp};

use crate::clock::{Clock, ClockRule, Planned};
use crate::command::units_from;
use crate::contact::SafeContact;
use crate::evidence::Collected;
use crate::hearing::Appointment;
use crate::ids::{CategoryId, DistrictCode, OfficerId, PolicyVersion, PostId, ServiceId, StationCode, UnitCode};
use crate::lang::{Both, Lang};
use crate::number::Number;
use crate::picture::Taken;
use crate::policy::{Channel, Policy};
use crate::say::Say;
use crate::suggestion::Suggestion;
use crate::work::Work;

/// A registered complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    pub number: Number,
    /// Counts its changes; every change is committed under the version it was decided on.
    pub version: u64,
    /// The policy it was taken under, for as long as it lives.
    pub policy: PolicyVersion,
    pub service: ServiceId,
    pub category: CategoryId,
    pub district: DistrictCode,
    /// `None` where she did not know it.
    pub station: Option<StationCode>,
    pub accused: Accused,
    pub channel: Channel,
    pub lang: Lang,
    pub contact: SafeContact,
    pub registered_at: Timestamp,
    /// Whether an officer must be a woman.
    pub woman_officer: bool,
    pub stage: Stage,
    /// How far up its ladder it is: an index into `path.rungs`.
    pub level: u8,
    pub path: Path,
    pub clocks: Vec<Clock>,
    /// Clocks that a later event sets going, and those that it has set going.
    pub planned: Vec<Planned>,
    /// When the duty must be looked at again: the end of the officer's shift, or the beginning of the next.
    pub duty_until: Option<Timestamp>,
    /// Officers who closed it: none of them gets it again.
    pub closed_by: Vec<OfficerId>,
    pub work: Work,
    pub say: Say,
    /// The files that she added.
    pub evidence: Collected,
    /// The pictures that officers took in.
    pub pictures: Taken,
    /// Her place at a hearing.
    pub hearing: Option<Appointment>,
    pub suggestion: Suggestion,
}

/// Whom she named in the police. The officer's name itself is sealed with her words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accused {
    pub station: Option<StationCode>,
    pub officer: bool,
    /// The unit above the stations in which an officer of that name sits.
    pub above: Option<UnitCode>,
}

impl Accused {
    /// Whether it must be routed above every station.
    pub fn names_police(&self) -> bool {
        self.station.is_some() || self.officer
    }

    /// Whether this unit is the station that she named, or that of the officer: nobody who sits there gets it.
    pub fn is(&self, unit: &UnitCode) -> bool {
        self.above.as_ref() == Some(unit) || self.station.as_ref().is_some_and(|station| station.as_str() == unit.as_str())
    }

    /// Whether this unit is that of the officer she named or lies under it.
    pub fn is_over(&self, policy: &Policy, unit: &UnitCode) -> bool {
        self.above.as_ref().is_some_and(|above| units_from(policy, unit).iter().any(|(_, code)| code == above))
    }
}

/// Where a complaint stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody works it yet. It escalates like every other.
    Unassigned,
    Assigned {
        officer: Officer,
        since: Timestamp,
    },
    /// Closed. Only clocks that the closing does not meet run on.
    Disposed {
        at: Timestamp,
    },
    /// She does not accept the closing; nobody works it yet.
    InAppeal {
        since: Timestamp,
    },
}

/// The officer who works it, as she may know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    pub id: OfficerId,
    pub unit: UnitCode,
    pub post: PostId,
    pub rank: Both,
    pub name: Both,
    pub woman: bool,
}

/// The ladder as it was on the day of registration, with every post's unit: data on the complaint,
/// so that a later policy cannot shorten, lengthen or lose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Lowest first; never empty.
    pub rungs: Vec<Rung>,
    /// How often the alarm repeats at the top.
    pub repeats: SignedDuration,
    /// When the next step is due: up a rung, or at the top the next alarm.
    pub next_at: Timestamp,
    /// How many alarms the top has had.
    pub alarms: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    pub post: PostId,
    pub unit: UnitCode,
    /// How long this rung has it before the next; the first has it until the deadline.
    pub holds: Option<SignedDuration>,
    /// The empty post that this one stands in for.
    pub stands_in_for: Option<EmptyPost>,
}

/// A post that nobody holds, where a stand-in does its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyPost {
    pub post: PostId,
    /// `None` where an earlier version wrote it down.
    pub unit: Option<UnitCode>,
}

impl Rung {
    /// The post whose place on the ladder this is, whoever stands in for it.
    pub fn place(&self) -> &PostId {
        self.stands_in_for.as_ref().map_or(&self.post, |empty| &empty.post)
    }

    /// The place itself, as a post that somebody else stands in for.
    pub fn as_empty(&self) -> EmptyPost {
        self.stands_in_for.clone().unwrap_or_else(|| EmptyPost { post: self.post.clone(), unit: Some(self.unit.clone()) })
    }

    /// Whether the same people sit at both.
    pub fn is(&self, other: &Rung) -> bool {
        self.post == other.post && self.unit == other.unit
    }
}

impl Complaint {
    /// The rung that answers for it now.
    pub fn holder(&self) -> &Rung {
        &self.path.rungs[usize::from(self.level)]
    }

    /// The unit that works it: its officer's, or that of the lowest rung that may work it while nobody has it.
    pub fn working_unit(&self) -> &UnitCode {
        match &self.stage {
            Stage::Assigned { officer, .. } => &officer.unit,
            Stage::Unassigned | Stage::Disposed { .. } | Stage::InAppeal { .. } => self.open_rungs().first().map_or(&self.holder().unit, |rung| &rung.unit),
        }
    }

    /// The rungs that may have it, lowest first: after her "no" none below the one that has had it since.
    pub fn open_rungs(&self) -> &[Rung] {
        self.path.rungs.get(usize::from(self.say.floor.unwrap_or(0))..).unwrap_or_default()
    }

    /// Whether this officer may listen to her: the rule that a woman does is asked for each.
    pub fn may_be_heard_by(&self, officer: &Officer) -> bool {
        officer.woman || !self.woman_officer
    }

    /// Every rung above the holder, lowest first.
    pub fn above(&self) -> &[Rung] {
        self.path.rungs.get(usize::from(self.level) + 1..).unwrap_or_default()
    }

    /// The rung it goes to next; `None` at the top.
    pub fn next(&self) -> Option<&Rung> {
        self.above().first()
    }

    pub fn clock(&self, rule: ClockRule) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.rule == rule)
    }

    /// The planned clocks that still wait for their beginning.
    pub fn waiting(&self) -> impl Iterator<Item = &Planned> {
        self.planned.iter().filter(|planned| self.clock(planned.rule).is_none())
    }

    /// The date that was promised to her, with the time that the clock stood still.
    pub fn due_at(&self) -> Timestamp {
        self.clock(ClockRule::Disposal).map_or(self.path.next_at, Clock::ends_at)
    }

    /// Whether somebody still owes her an answer.
    pub fn is_open(&self) -> bool {
        match self.stage {
            Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } => true,
            Stage::Disposed { .. } => false,
        }
    }

    /// Every rung above the present one and when it gets the complaint if nothing happens.
    pub fn ahead(&self) -> Vec<(&Rung, Timestamp)> {
        let mut at = self.path.next_at;
        let mut ahead = Vec::new();
        for rung in self.above() {
            ahead.push((rung, at));
            at += rung.holds.unwrap_or(self.path.repeats);
        }
        ahead
    }
}
