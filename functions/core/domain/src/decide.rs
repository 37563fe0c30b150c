//! Every change of a complaint: one function, one table of (stage × move), no wildcard.
//! `overdue` beside it says which move time itself asks for.

use jiff::{SignedDuration, Timestamp};

use crate::complaint::{Complaint, Officer, Stage};
use crate::event::{Actor, Event, Kind};

/// What somebody wants to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Give it to an officer.
    Assign { officer: Officer },
    /// Its time is over: one rung up.
    Escalate,
    /// Its time is over and there is no rung above: raise the alarm again.
    Alarm,
}

/// The complaint as it will be and what happened to it; committed together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub complaint: Complaint,
    /// At least one.
    pub events: Vec<Event>,
}

/// The rules say no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// This actor may not make this move.
    NotAllowed,
    /// The time for it has not come.
    NotDue,
    /// There is no rung above: it is an alarm now.
    AtTop,
    /// There are rungs above: it goes up first.
    NotAtTop,
    /// This officer has it already.
    HasIt,
    /// The rule asks for a woman officer.
    WomanOfficer,
    /// The officer sits in another unit than the one that first answers for the complaint.
    OtherUnit,
}

/// Whether a move is lawful now, and what it leads to.
///
/// # Errors
/// The first rule that says no.
pub fn decide(it: &Complaint, wanted: Move, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    match (&it.stage, wanted) {
        (Stage::Unassigned, Move::Assign { officer }) => assign(it, officer, by, now),
        (Stage::Assigned { officer: present, .. }, Move::Assign { officer }) if present.id == officer.id => Err(Refusal::HasIt),
        (Stage::Assigned { .. }, Move::Assign { officer }) => assign(it, officer, by, now),
        (Stage::Unassigned | Stage::Assigned { .. }, Move::Escalate) => escalate(it, by, now),
        (Stage::Unassigned | Stage::Assigned { .. }, Move::Alarm) => alarm(it, by, now),
    }
}

/// The move that time asks for: a pure function of the complaint and the moment.
/// Asked again and again it leads to the same ladder, however late or often it is asked.
pub fn overdue(it: &Complaint, now: Timestamp) -> Option<Move> {
    match it.wakes_at() {
        Some(at) if at <= now => Some(if it.next().is_some() { Move::Escalate } else { Move::Alarm }),
        Some(_) | None => None,
    }
}

/// The competent officer with the first place in an order that is fixed for each complaint and fair
/// over many: women only where the rule says so, of the unit and post that first answer for it.
/// `None` where the unit has nobody: the complaint stays unassigned and its clock runs.
pub fn officer_on_duty<'a>(it: &Complaint, officers: &'a [Officer]) -> Option<&'a Officer> {
    let first = it.path.rungs.first()?;
    officers
        .iter()
        .filter(|o| o.unit == first.unit && o.post == first.post && (o.woman || !it.woman_officer))
        .max_by_key(|o| (spread(it.number.as_str(), o.id.as_str()), &o.id))
}

/// FNV-1a over both names: the officer with the highest value gets the complaint.
fn spread(number: &str, officer: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325;
    number.bytes().chain(officer.bytes()).fold(start, |hash: u64, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

fn assign(it: &Complaint, officer: Officer, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    match by {
        Actor::System | Actor::Officer(_) => {}
        Actor::Complainant => return Err(Refusal::NotAllowed),
    }
    if it.woman_officer && !officer.woman {
        return Err(Refusal::WomanOfficer);
    }
    if !it.path.rungs.iter().any(|rung| rung.unit == officer.unit) {
        return Err(Refusal::OtherUnit);
    }
    let stage = Stage::Assigned { officer: officer.clone(), since: now };
    Ok(changed(Complaint { stage, ..it.clone() }, by, now, Kind::Assigned { officer }))
}

fn escalate(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    due(it, &by, now)?;
    let to = it.next().ok_or(Refusal::AtTop)?.clone();
    let mut next = it.clone();
    next.level += 1;
    // From the planned moment, not from the moment the job came by: a late job gives the same ladder.
    next.path.next_at = it.path.next_at + to.holds.unwrap_or(it.path.repeats);
    let kind = Kind::Escalated { level: next.level, to, next_at: next.path.next_at };
    Ok(changed(next, by, now, kind))
}

fn alarm(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    due(it, &by, now)?;
    if it.next().is_some() {
        return Err(Refusal::NotAtTop);
    }
    let mut next = it.clone();
    next.path.alarms += 1;
    next.path.next_at = following(it.path.next_at, it.path.repeats, now);
    let kind = Kind::TopAlarm { count: next.path.alarms, at_top: it.holder().clone() };
    Ok(changed(next, by, now, kind))
}

fn due(it: &Complaint, by: &Actor, now: Timestamp) -> Result<(), Refusal> {
    match by {
        Actor::System => {}
        Actor::Complainant | Actor::Officer(_) => return Err(Refusal::NotAllowed),
    }
    match it.wakes_at() {
        Some(at) if at <= now => Ok(()),
        Some(_) | None => Err(Refusal::NotDue),
    }
}

/// The first planned alarm after `now`: a week of missed alarms is one alarm, not seven texts at once.
fn following(planned: Timestamp, repeats: SignedDuration, now: Timestamp) -> Timestamp {
    let step = repeats.as_secs().max(60);
    let missed = (now.as_second() - planned.as_second()).max(0) / step;
    planned + SignedDuration::from_secs((missed + 1) * step)
}

fn changed(mut complaint: Complaint, by: Actor, at: Timestamp, kind: Kind) -> Change {
    complaint.version += 1;
    let event = Event { number: complaint.number.clone(), version: complaint.version, n: 0, at, by, kind };
    Change { complaint, events: vec![event] }
}

#[cfg(test)]
#[path = "decide_tests.rs"]
mod tests;
