//! Duty: who sits at a desk and when, what a roster must hold, and who gets the next complaint.

use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};

use crate::calendar::Calendar;
use crate::complaint::{Complaint, Officer};
use crate::ids::{OfficerId, PostId, UnitCode};
use crate::policy::Window;

/// What the policy asks of a desk's roster.
#[derive(Clone, Debug)]
pub struct DutyRule {
    pub post: PostId,
    /// How many must be there at any time that it is open.
    pub least: u8,
    /// How many of them must be women.
    pub women: u8,
    /// When it is open.
    pub window: Window,
}

/// A shift as it stands in a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    pub unit: UnitCode,
    pub post: PostId,
    pub from: Timestamp,
    pub to: Timestamp,
    pub officers: Vec<OfficerId>,
}

/// A post that nobody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    pub unit: UnitCode,
    pub post: PostId,
    /// Where its work goes; `None` sends it to the step above.
    pub stand_in: Option<(UnitCode, PostId)>,
}

/// Why a shift is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShiftFault {
    EndsBeforeItBegins,
    /// This officer has another shift in the same hours.
    Overlaps(OfficerId),
    /// Nobody of that number is posted there.
    Unknown(OfficerId),
    /// Named twice in one shift.
    Twice(OfficerId),
    TooFew {
        need: u8,
        has: u8,
    },
    TooFewWomen {
        need: u8,
        has: u8,
    },
    /// The policy keeps no duty for this post.
    NoDuty,
}

/// Hours in which a desk is open and nobody, or not enough, are on duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    pub from: Timestamp,
    pub to: Timestamp,
}

/// An officer who could be given a complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mate {
    pub officer: Officer,
    /// How many open complaints she has.
    pub open: u32,
    /// When her shift ends; `None` where the post keeps no shifts.
    pub until: Option<Timestamp>,
}

/// Everything that is wrong with a shift, seen with the officers posted there and the shifts around it.
pub fn check(shift: &Shift, rules: &[DutyRule], posted: &[Officer], around: &[Shift]) -> Vec<ShiftFault> {
    let mut faults = Vec::new();
    if shift.to <= shift.from {
        faults.push(ShiftFault::EndsBeforeItBegins);
    }
    let Some(rule) = rules.iter().find(|rule| rule.post == shift.post) else {
        faults.push(ShiftFault::NoDuty);
        return faults;
    };
    let found = |id: &OfficerId| posted.iter().find(|o| o.id == *id && o.unit == shift.unit && o.post == shift.post);
    for (n, id) in shift.officers.iter().enumerate() {
        if shift.officers[..n].contains(id) {
            faults.push(ShiftFault::Twice(id.clone()));
            continue;
        }
        if found(id).is_none() {
            faults.push(ShiftFault::Unknown(id.clone()));
        }
        if around.iter().any(|other| other.officers.contains(id) && other.from < shift.to && shift.from < other.to) {
            faults.push(ShiftFault::Overlaps(id.clone()));
        }
    }
    let (has, women) = there(shift, posted);
    if has < rule.least {
        faults.push(ShiftFault::TooFew { need: rule.least, has });
    }
    if women < rule.women {
        faults.push(ShiftFault::TooFewWomen { need: rule.women, has: women });
    }
    faults
}

/// How many of a shift's officers are posted there now, and how many of them are women.
fn there(shift: &Shift, posted: &[Officer]) -> (u8, u8) {
    let count = |all: usize| u8::try_from(all).unwrap_or(u8::MAX);
    let there = || posted.iter().filter(|o| o.unit == shift.unit && o.post == shift.post && shift.officers.contains(&o.id));
    (count(there().count()), count(there().filter(|o| o.woman).count()))
}

/// The hours of the coming days in which a unit's desk is open and no shift covers it: a shift whose officers
/// have left the post since it was written covers nothing.
pub fn gaps(rule: &DutyRule, shifts: &[Shift], posted: &[Officer], calendar: &Calendar, first: Date, days: u16) -> Vec<Gap> {
    let holds = |shift: &&Shift| {
        let (has, women) = there(shift, posted);
        shift.post == rule.post && has >= rule.least && women >= rule.women
    };
    let shifts: Vec<&Shift> = shifts.iter().filter(holds).collect();
    let mut gaps = Vec::new();
    for n in 0..days {
        let day = first.saturating_add(Span::new().days(n));
        let Some((mut at, end)) = rule.window.hours(calendar, day) else { continue };
        while at < end {
            match shifts.iter().filter(|s| s.from <= at && at < s.to).map(|s| s.to).max() {
                Some(covered) => at = covered,
                None => {
                    let next = shifts.iter().filter(|s| s.from > at).map(|s| s.from).min();
                    let to = next.map_or(end, |next| next.min(end));
                    gaps.push(Gap { from: at, to });
                    at = to;
                }
            }
        }
    }
    gaps
}

/// Who of a unit's post is on duty at `now`. A post that keeps no roster has everybody posted there on duty.
pub fn on_duty(posted: &[(Officer, u32)], post: &PostId, shifts: &[Shift], now: Timestamp) -> Vec<Mate> {
    let mine = || shifts.iter().filter(|shift| shift.post == *post);
    let rostered = mine().next().is_some();
    let ends = |id: &OfficerId| {
        let mut end = None;
        // Shifts that follow each other without a break are one.
        while let Some(shift) = mine().find(|s| s.officers.contains(id) && s.from <= end.unwrap_or(now) && s.to > end.unwrap_or(now)) {
            end = Some(shift.to);
        }
        end
    };
    let there = posted.iter().filter(|(officer, _)| officer.post == *post);
    there
        .filter_map(|(officer, open)| {
            let until = ends(&officer.id);
            (until.is_some() || !rostered).then(|| Mate { officer: officer.clone(), open: *open, until })
        })
        .collect()
}

/// When the next shift of a post begins, within what is known of its roster.
pub fn next_shift(post: &PostId, shifts: &[Shift], now: Timestamp) -> Option<Timestamp> {
    shifts.iter().filter(|shift| shift.post == *post && shift.from > now).map(|shift| shift.from).min()
}

/// How long a roster's silence is trusted before it is looked at again.
pub const LOOK_AGAIN: SignedDuration = SignedDuration::from_hours(24);

/// The officer who gets a complaint: competent, a woman where the rule says so, outside the conflict, with the
/// fewest open ones; among equals in an order that is fixed for each complaint and fair over many.
/// `None` where there is nobody: it stays unassigned and its clocks run.
pub fn choose<'a>(it: &Complaint, unit: &UnitCode, post: &PostId, crew: &'a [Mate]) -> Option<&'a Mate> {
    crew.iter()
        .filter(|mate| mate.officer.unit == *unit && mate.officer.post == *post)
        .filter(|mate| it.may_be_heard_by(&mate.officer))
        .filter(|mate| !it.accused.is(&mate.officer.unit) && !it.closed_by.contains(&mate.officer.id))
        .min_by_key(|mate| (mate.open, spread(it.number.as_str(), mate.officer.id.as_str())))
}

/// FNV-1a over both names, mixed once more: unmixed, names that differ in their last letter alone lie so close
/// together that the first of them wins every second time.
fn spread(number: &str, officer: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325;
    let hash = number.bytes().chain(officer.bytes()).fold(start, |hash: u64, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    let mixed = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ (mixed >> 33)
}

#[cfg(test)]
#[path = "duty_tests.rs"]
mod tests;
