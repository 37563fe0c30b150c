//! Who works a complaint: none of these moves touches a deadline that runs.

use jiff::Timestamp;

use super::clocks::met;
use super::ladder::comes_to;
use super::{Change, Refusal, Seat, changed};
use crate::clock::ClockRule;
use crate::complaint::{Complaint, Officer, Rung, Stage};
use crate::event::{Actor, Kind};
use crate::ids::StationCode;
use crate::say::Say;
use crate::work::Work;

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
        return Ok(changed(Complaint { stage, duty_until: look_again, work: it.work.anew(), ..it.clone() }, by, now, Kind::HandedOver { to: None }));
    };
    competent(it, &officer)?;
    Ok(changed(given(it, officer.clone(), look_again, now), by, now, Kind::HandedOver { to: Some(officer) }))
}

pub(super) fn release(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    Ok(changed(Complaint { stage: Stage::Unassigned, duty_until: None, work: it.work.anew(), ..it.clone() }, by, now, Kind::Released))
}

pub(super) fn transfer(it: &Complaint, (station, rungs): (StationCode, Vec<Rung>), seats: &[Seat], by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    if it.accused.station.as_ref() == Some(&station) {
        return Err(Refusal::Conflict);
    }
    let mut next = it.clone();
    let (place, rungs) = same_place(it, rungs)?;
    next.path.rungs = rungs;
    let past = comes_to(&mut next, place, seats);
    next.station = Some(station.clone());
    next.stage = match it.stage {
        Stage::InAppeal { since } => Stage::InAppeal { since },
        Stage::Unassigned | Stage::Assigned { .. } | Stage::Disposed { .. } => Stage::Unassigned,
    };
    next.duty_until = None;
    // Whoever has it gives it down to that station, which may work it then.
    next.say = Say { floor: None, ..next.say };
    // What another station found out about her matter is not what this one reports.
    next.work = Work { atr: None, ..it.work.anew() };
    let to = next.holder().clone();
    Ok(changed(next, by, now, Kind::Transferred { station, to, past }))
}

/// It keeps its place on the ladder and the whole way up from there: the same posts with the times of the day of
/// registration, in the new station's units.
fn same_place(it: &Complaint, mut rungs: Vec<Rung>) -> Result<(usize, Vec<Rung>), Refusal> {
    let way_up = it.path.rungs.iter().skip(usize::from(it.level));
    let there = it.from_its_place(&rungs);
    if there.is_empty() || !there.iter().map(Rung::place).eq(way_up.clone().map(Rung::place)) {
        return Err(Refusal::NoSuchRung);
    }
    let place = rungs.len() - there.len();
    for (rung, known) in rungs[place..].iter_mut().zip(way_up) {
        rung.holds = known.holds;
    }
    Ok((place, rungs))
}

fn competent(it: &Complaint, officer: &Officer) -> Result<(), Refusal> {
    if !it.may_be_heard_by(officer) {
        return Err(Refusal::WomanOfficer);
    }
    // A stand-in may have taken the unit that works it off the ladder; it may work it on all the same.
    let works_it = matches!(&it.stage, Stage::Assigned { officer: present, .. } if present.unit == officer.unit);
    if !works_it && !it.path.rungs.iter().any(|rung| rung.unit == officer.unit) {
        return Err(Refusal::OtherUnit);
    }
    if it.accused.is(&officer.unit) {
        return Err(Refusal::Conflict);
    }
    if it.closed_by.contains(&officer.id) {
        return Err(Refusal::ClosedIt);
    }
    Ok(())
}

fn given(it: &Complaint, officer: Officer, until: Option<Timestamp>, now: Timestamp) -> Complaint {
    let clocks = met(&it.clocks, ClockRule::Assignment, now);
    // Given down, it may be worked down there again.
    let place = it.path.rungs.iter().position(|rung| rung.unit == officer.unit).and_then(|place| u8::try_from(place).ok());
    let floor = it.say.floor.map(|floor| place.map_or(floor, |place| place.min(floor)));
    let say = Say { floor, ..it.say.clone() };
    Complaint { say, stage: Stage::Assigned { officer, since: now }, duty_until: until, clocks, work: it.work.anew(), ..it.clone() }
}
