//! Hearings: a place is taken, her turn comes near, she is heard and it goes on from there, or it comes to nothing.

use jiff::Timestamp;

use super::clocks::met;
use super::ladder::comes_to;
use super::{Change, Refusal, Seat, changed, with_events};
use crate::clock::ClockRule;
use crate::complaint::{Complaint, Rung, Stage};
use crate::event::{Actor, Kind};
use crate::hearing::{Appointment, Outcome};
use crate::ids::StationCode;
use crate::say::Say;
use crate::work::Work;

/// Where it goes from a hearing: the posts of that station, lowest first, and what is known of them and of those above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Onward {
    pub station: StationCode,
    pub below: Vec<Rung>,
    pub seats: Vec<Seat>,
}

/// The ladder with the station's posts below those above the hearing, and the place on it: a post above that has it by now keeps
/// it while the station works it; else the station has it. `None` where there is nobody to hand it down to.
pub fn handed_down(it: &Complaint, had: &Appointment, below: &[Rung]) -> Option<(usize, Vec<Rung>)> {
    let place = it.path.rungs.iter().position(|rung| rung.unit == had.unit && rung.post == had.post)?;
    let above = it.path.rungs.get(place + 1..).unwrap_or_default();
    let level = usize::from(it.level).checked_sub(place + 1).map_or(0, |above| below.len() + above);
    (!below.is_empty()).then(|| (level, below.iter().chain(above).cloned().collect()))
}

pub(super) fn book(it: &Complaint, place: Appointment, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    if it.hearing.as_ref().is_some_and(|had| !had.is_over(now)) {
        return Err(Refusal::DoneBefore);
    }
    if place.is_over(now) {
        return Err(Refusal::NotDue);
    }
    if !it.open_rungs().iter().any(|rung| rung.unit == place.unit && rung.post == place.post) {
        return Err(Refusal::OtherUnit);
    }
    let kind = Kind::HearingBooked { at: place.at, token: place.token };
    Ok(changed(Complaint { hearing: Some(place), ..it.clone() }, by, now, kind))
}

pub(super) fn near(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    it.hearing.as_ref().ok_or(Refusal::NotDue)?;
    Ok(changed(it.clone(), by, now, Kind::HearingNear))
}

/// The day's hearing is over and she was not reached.
pub(super) fn end(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    it.hearing.as_ref().filter(|had| had.is_over(now)).ok_or(Refusal::NotDue)?;
    Ok(changed(Complaint { hearing: None, ..it.clone() }, by, now, Kind::HearingUnreached))
}

/// She gives her place back, or was not there.
pub(super) fn leave(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    it.hearing.as_ref().ok_or(Refusal::NotDue)?;
    let missed = match by {
        Actor::Complainant => false,
        Actor::Officer(_) | Actor::System => true,
    };
    Ok(changed(Complaint { hearing: None, ..it.clone() }, by, now, Kind::HearingLeft { missed }))
}

/// She was heard: whoever heard her has spoken to her.
pub(super) fn hear(it: &Complaint, onward: Option<Onward>, again: bool, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let had = it.hearing.as_ref().ok_or(Refusal::NotDue)?;
    let clocks = met(&it.clocks, ClockRule::FirstContact, now);
    let work = Work { contacted_at: Some(now), ..it.work.clone() };
    let heard = Complaint { hearing: None, clocks, work, ..it.clone() };
    let Some(onward) = onward else {
        let outcome = if again { Outcome::Again } else { Outcome::Advised };
        return Ok(changed(heard, by, now, Kind::Heard { outcome }));
    };
    // What names somebody of the police stays above every station.
    if it.accused.names_police() {
        return Err(Refusal::Conflict);
    }
    let (level, rungs) = handed_down(it, had, &onward.below).ok_or(Refusal::NoSuchRung)?;
    let mut next = heard;
    next.path.rungs = rungs;
    let past = comes_to(&mut next, level, &onward.seats);
    next.station = Some(onward.station.clone());
    next.stage = match it.stage {
        Stage::InAppeal { since } => Stage::InAppeal { since },
        Stage::Unassigned | Stage::Assigned { .. } | Stage::Disposed { .. } => Stage::Unassigned,
    };
    next.duty_until = None;
    next.say = Say { floor: None, ..next.say };
    next.work = Work { atr: None, ..next.work.anew() };
    let to = next.holder().clone();
    let went = Kind::Transferred { station: onward.station, district: None, to, past };
    Ok(with_events(next, by, now, [Kind::Heard { outcome: Outcome::Forwarded }, went]))
}

/// A place at a hearing is lost with the closing, and where another post's people have it.
pub(super) fn kept(it: &Complaint) -> Option<Appointment> {
    let on_ladder = |had: &Appointment| it.path.rungs.iter().any(|rung| rung.unit == had.unit && rung.post == had.post);
    it.hearing.clone().filter(|had| it.is_open() && on_ladder(had))
}
