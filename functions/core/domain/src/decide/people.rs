//! Who works a complaint: none of these moves touches a deadline that runs.

use jiff::Timestamp;

use super::clocks::met;
use super::ladder::comes_to;
use super::{Change, Refusal, Seat, changed, with_events};
use crate::clock::ClockRule;
use crate::complaint::{Complaint, Officer, Rung, Stage};
use crate::event::{Actor, Kind};
use crate::filing::Elsewhere;
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

/// The promise, the clocks and the number stay what they are, wherever it goes.
pub(super) fn transfer(it: &Complaint, there: Elsewhere, seats: &[Seat], by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let leaves = there.district != it.district;
    // In another district the ladder there begins above the station that she named: that is where it has to go.
    if it.accused.station.as_ref() == Some(&there.station) && !leaves {
        return Err(Refusal::Conflict);
    }
    let mut next = it.clone();
    let (place, rungs) = same_place(it, &there)?;
    next.path.rungs = rungs;
    next.accused.above = there.above;
    let past = comes_to(&mut next, place, seats);
    next.district = there.district.clone();
    next.station = Some(there.station.clone());
    next.stage = match it.stage {
        Stage::InAppeal { since } => Stage::InAppeal { since },
        Stage::Unassigned | Stage::Assigned { .. } | Stage::Disposed { .. } => Stage::Unassigned,
    };
    next.duty_until = None;
    // Whoever has it gives it down to that station, which may work it then.
    next.say = Say { floor: None, ..next.say };
    // What another station found out about her matter is not what this one reports.
    next.work = Work { atr: None, ..it.work.anew() };
    let (to, next_at) = (next.holder().clone(), next.path.next_at);
    let went = Kind::Transferred { station: there.station, district: leaves.then_some(there.district), to: to.clone(), past };
    // Nobody of the other district has heard of it yet.
    let arrived = leaves.then_some(Kind::Arrived { to, next_at });
    Ok(with_events(next, by, now, [went].into_iter().chain(arrived)))
}

/// It keeps its place on the ladder and the whole way up from there: the same posts with the times of the day of
/// registration, in the new station's units. Where the ladder begins higher there, it comes to its beginning.
fn same_place(it: &Complaint, there: &Elsewhere) -> Result<(usize, Vec<Rung>), Refusal> {
    let onward = there.onward(it);
    let way_up = it.path.rungs.iter().skip(usize::from(it.level));
    let first = onward.first().ok_or(Refusal::NoSuchRung)?;
    let known = way_up.skip_while(|rung| rung.place() != first.place());
    if !onward.iter().map(Rung::place).eq(known.clone().map(Rung::place)) {
        return Err(Refusal::NoSuchRung);
    }
    let place = there.rungs.len() - onward.len();
    let mut rungs = there.rungs.clone();
    for (rung, known) in rungs[place..].iter_mut().zip(known) {
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
