//! Who works a complaint: none of these moves touches a deadline that runs.

use jiff::Timestamp;

use super::clocks::met;
use super::{Change, Refusal, changed};
use crate::clock::ClockRule;
use crate::complaint::{Complaint, Officer, Rung, Stage};
use crate::event::{Actor, Kind};
use crate::ids::StationCode;

pub(super) fn assign(it: &Complaint, officer: Officer, until: Option<Timestamp>, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    competent(it, &officer)?;
    Ok(changed(given(it, officer.clone(), until, now), by, now, Kind::Assigned { officer }))
}

pub(super) fn hand_over(it: &Complaint, to: Option<Officer>, look_again: Option<Timestamp>, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    match it.duty_until {
        Some(at) if at <= now => {}
        Some(_) | None => return Err(Refusal::NotDue),
    }
    // What is looked at again must be looked at later, or the job would turn on the spot.
    let look_again = look_again.filter(|at| *at > now);
    let Some(officer) = to else {
        let stage = Stage::Unassigned;
        return Ok(changed(Complaint { stage, duty_until: look_again, ..it.clone() }, by, now, Kind::HandedOver { to: None }));
    };
    competent(it, &officer)?;
    Ok(changed(given(it, officer.clone(), look_again, now), by, now, Kind::HandedOver { to: Some(officer) }))
}

pub(super) fn release(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    Ok(changed(Complaint { stage: Stage::Unassigned, duty_until: None, ..it.clone() }, by, now, Kind::Released))
}

pub(super) fn transfer(it: &Complaint, station: StationCode, rungs: Vec<Rung>, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    // It keeps its place on the ladder: the same post, of the new station's own ladder.
    let holder = &it.holder().post;
    let level = rungs.iter().position(|rung| rung.post == *holder).and_then(|at| u8::try_from(at).ok()).ok_or(Refusal::NoSuchRung)?;
    let mut next = it.clone();
    next.level = level;
    next.path.rungs = rungs;
    next.station = Some(station.clone());
    next.stage = match it.stage {
        Stage::InAppeal { since } => Stage::InAppeal { since },
        Stage::Unassigned | Stage::Assigned { .. } | Stage::Disposed { .. } => Stage::Unassigned,
    };
    next.duty_until = None;
    let to = next.holder().clone();
    Ok(changed(next, by, now, Kind::Transferred { station, to }))
}

fn competent(it: &Complaint, officer: &Officer) -> Result<(), Refusal> {
    if it.woman_officer && !officer.woman {
        return Err(Refusal::WomanOfficer);
    }
    if !it.path.rungs.iter().any(|rung| rung.unit == officer.unit) {
        return Err(Refusal::OtherUnit);
    }
    if it.accused.station.as_ref().is_some_and(|station| station.as_str() == officer.unit.as_str()) {
        return Err(Refusal::Conflict);
    }
    if it.closed_by.contains(&officer.id) {
        return Err(Refusal::ClosedIt);
    }
    Ok(())
}

fn given(it: &Complaint, officer: Officer, until: Option<Timestamp>, now: Timestamp) -> Complaint {
    let clocks = met(&it.clocks, ClockRule::Assignment, now);
    Complaint { stage: Stage::Assigned { officer, since: now }, duty_until: until, clocks, ..it.clone() }
}
