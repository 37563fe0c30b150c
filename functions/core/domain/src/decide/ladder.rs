//! Up the ladder, step by step, past empty posts, to the top and beyond.

use jiff::{SignedDuration, Timestamp};

use super::{Change, Refusal, Seat, changed, with_events};
use crate::clock::ClockRule;
use crate::complaint::{Complaint, Rung, Stage};
use crate::event::{Actor, Kind};
use crate::say::Say;
use crate::work::Work;

pub(super) fn escalate(it: &Complaint, seats: &[Seat], by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    due(it, now)?;
    it.next().ok_or(Refusal::AtTop)?;
    let mut next = it.clone();
    let past = comes_to(&mut next, usize::from(it.level) + 1, seats);
    let to = next.holder().clone();
    // From the planned moment, not from the moment the job came by: a late job gives the same ladder.
    next.path.next_at = it.path.next_at + to.holds.unwrap_or(it.path.repeats);
    missed(&mut next, now);
    next.work = it.work.anew();
    let next_at = next.path.next_at;
    let told = Kind::Escalated { level: next.level, to: to.clone(), next_at, past };
    Ok(with_events(next, by, now, [told, Kind::Arrived { to, next_at }]))
}

/// It comes to a rung, and goes on past those that are empty; `seats` begin there. Gives what it went past.
pub(super) fn comes_to(it: &mut Complaint, rung: usize, seats: &[Seat]) -> Vec<Rung> {
    let top = it.path.rungs.len() - 1;
    let passed = |level: &usize| matches!(seat(it, seats.get(level - rung)), Seat::Empty | Seat::ClosedIt);
    // The top keeps what comes up to it, whoever sits there.
    let empty = (rung..top).take_while(passed).count();
    let level = rung + empty;
    let past = (rung..level).filter(|level| seat(it, seats.get(level - rung)) == &Seat::Empty).map(|level| it.path.rungs[level].clone()).collect();
    if let Seat::StandIn(other) = seat(it, seats.get(empty)) {
        let known = &it.path.rungs[level];
        it.path.rungs[level] = Rung { post: other.post.clone(), unit: other.unit.clone(), holds: known.holds, stands_in_for: Some(known.as_empty()) };
    }
    it.level = u8::try_from(level).unwrap_or(u8::MAX);
    past
}

/// Who sits there, as far as it may go to them: a stand-in from the station that she named is nobody.
fn seat<'a>(it: &Complaint, known: Option<&'a Seat>) -> &'a Seat {
    match known {
        Some(Seat::StandIn(other)) if it.accused.is(&other.unit) => &Seat::Empty,
        Some(seat) => seat,
        None => &Seat::Filled,
    }
}

pub(super) fn alarm(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    due(it, now)?;
    if it.next().is_some() {
        return Err(Refusal::NotAtTop);
    }
    let mut next = it.clone();
    next.path.alarms += 1;
    next.path.next_at = following(it.path.next_at, it.path.repeats, now);
    missed(&mut next, now);
    let kind = Kind::TopAlarm { count: next.path.alarms, at_top: it.holder().clone() };
    Ok(changed(next, by, now, kind))
}

pub(super) fn reopen(it: &Complaint, seats: &[Seat], by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let (next, past) = runs_on(it, seats, now)?;
    let next = Complaint { stage: Stage::Unassigned, ..next };
    let (level, to, next_at) = (next.level, next.holder().clone(), next.path.next_at);
    let told = Kind::Reopened { level, to: to.clone(), next_at, past };
    Ok(with_events(next, by, now, [told, Kind::Arrived { to, next_at }]))
}

pub(super) fn appeal(it: &Complaint, seats: &[Seat], by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let (next, past) = runs_on(it, seats, now)?;
    let next = Complaint { stage: Stage::InAppeal { since: now }, ..next };
    let (level, to, next_at) = (next.level, next.holder().clone(), next.path.next_at);
    let told = Kind::Appealed { level, to: to.clone(), next_at, past };
    Ok(with_events(next, by, now, [told, Kind::Arrived { to, next_at }]))
}

/// The closing did not hold: the promise runs on from where it began, one rung up.
fn runs_on(it: &Complaint, seats: &[Seat], now: Timestamp) -> Result<(Complaint, Vec<Rung>), Refusal> {
    if it.answer_until().is_some_and(|until| now > until) {
        return Err(Refusal::TooLate);
    }
    if it.say.answer.is_some_and(|before| !before.solved) {
        return Err(Refusal::DoneBefore);
    }
    // Nobody is left above whoever closed it: the way goes on outside.
    if seats.last() == Some(&Seat::ClosedIt) && seats.len() >= it.above().len().max(1) {
        return Err(Refusal::AtTop);
    }
    let mut next = it.clone();
    next.work = Work { atr: None, ..it.work.anew() };
    let past = if it.next().is_some() { comes_to(&mut next, usize::from(it.level) + 1, seats) } else { Vec::new() };
    next.say = Say { floor: Some(next.level), barred: it.closed_by.clone(), answer: None, unsolved: true, ..next.say };
    if let Some(clock) = next.clocks.iter_mut().find(|clock| clock.rule == ClockRule::Disposal) {
        clock.met_at = None;
    }
    let due = next.due_at();
    if due > now {
        next.path.next_at = due;
    } else {
        next.path.next_at = now + next.holder().holds.unwrap_or(next.path.repeats);
        missed(&mut next, now);
    }
    Ok((next, past))
}

pub(super) fn missed(it: &mut Complaint, now: Timestamp) {
    for clock in it.clocks.iter_mut().filter(|clock| clock.rule == ClockRule::Disposal) {
        clock.missed_at = clock.missed_at.or(Some(now));
    }
}

fn due(it: &Complaint, now: Timestamp) -> Result<(), Refusal> {
    if it.path.next_at <= now { Ok(()) } else { Err(Refusal::NotDue) }
}

/// The first planned alarm after `now`: a week of missed alarms is one alarm, not seven texts at once.
fn following(planned: Timestamp, repeats: SignedDuration, now: Timestamp) -> Timestamp {
    let step = repeats.as_secs().max(60);
    let missed = (now.as_second() - planned.as_second()).max(0) / step;
    planned + SignedDuration::from_secs((missed + 1) * step)
}
