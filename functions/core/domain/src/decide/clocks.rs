//! What starts, meets, stops or watches a clock. Each clock is met by its own event and by nothing else.

use jiff::{SignedDuration, Timestamp};

use super::{Change, Refusal, changed};
use crate::clock::{Clock, ClockRule, Mark, Pause, PauseReason, Start};
use crate::complaint::{Complaint, Rung};
use crate::event::{Act, Actor, Kind};

pub(super) fn act(it: &Complaint, act: Act, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let clocks = match act.meets() {
        Some(rule) => met(&it.clocks, rule, now),
        None => it.clocks.clone(),
    };
    let mut work = it.work.clone();
    match act {
        Act::Reached => work.contacted_at = Some(now),
        Act::NotReached => work.tried_at = Some(now),
        Act::Signed | Act::EnquiryClosed | Act::ChildReported | Act::ReportFiled | Act::ProgressTold => {}
    }
    Ok(changed(Complaint { clocks, work, ..it.clone() }, by, now, Kind::Acted(act)))
}

/// Only what the clock could bear is asked for.
pub(super) fn ask_pause(it: &Complaint, rule: ClockRule, reason: PauseReason, until: Timestamp, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let clock = it.clock(rule).ok_or(Refusal::NoSuchClock)?;
    if clock.met_at.is_some() || clock.missed_at.is_some() || clock.ends_at() <= now {
        return Err(Refusal::NotRunning);
    }
    if until <= now || clock.stood_still() + until.duration_since(now) > clock.may_pause {
        return Err(Refusal::TooLong);
    }
    Ok(changed(it.clone(), by, now, Kind::PauseAsked { rule, reason, until }))
}

pub(super) fn record(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    begin(it, Start::Recording, now).map(|next| changed(next, by, now, Kind::Recorded))
}

pub(super) fn open_enquiry(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    begin(it, Start::Enquiry, now).map(|next| changed(next, by, now, Kind::EnquiryOpened))
}

/// Sets going what waits for this. A category without such clocks notes it all the same; twice is refused,
/// because the second would look like a new beginning.
fn begin(it: &Complaint, start: Start, now: Timestamp) -> Result<Complaint, Refusal> {
    let begun: Vec<Clock> = it.waiting().filter(|planned| planned.start == start).map(|planned| planned.begin(now)).collect();
    if begun.is_empty() && it.planned.iter().any(|planned| planned.start == start) {
        return Err(Refusal::DoneBefore);
    }
    let mut next = it.clone();
    next.clocks.extend(begun);
    Ok(next)
}

pub(super) fn pause(
    it: &Complaint,
    rule: ClockRule,
    reason: PauseReason,
    (now, until): (Timestamp, Timestamp),
    above: Rung,
    by: Actor,
) -> Result<Change, Refusal> {
    // Who stands in for the post that holds it also sits above, and may not allow it to itself.
    let is_holder = it.holder().is(&above);
    let is_above = it.path.rungs.iter().skip(usize::from(it.level) + 1).any(|rung| rung.is(&above)) && !is_holder;
    let has_nobody_above = it.next().is_none();
    if !(is_above || is_holder && has_nobody_above) {
        return Err(Refusal::NotAbove);
    }
    let clock = it.clock(rule).ok_or(Refusal::NoSuchClock)?;
    // Two machines never show quite the same time: what one has ended or stopped, the other may not stop before it.
    let earliest = clock.pauses.last().map_or(clock.started_at, |last| last.until);
    if clock.met_at.is_some() || clock.missed_at.is_some() || clock.ends_at() <= now || now < earliest {
        return Err(Refusal::NotRunning);
    }
    let pause = Pause { from: now, until, reason, by: above.clone() };
    if until <= now || clock.stood_still() + pause.length() > clock.may_pause {
        return Err(Refusal::TooLong);
    }
    let next = with_clock(it, rule, |clock| clock.pauses.push(pause.clone()));
    Ok(changed(next, by, now, Kind::Paused { rule, reason, until, by: above }))
}

pub(super) fn resume(it: &Complaint, rule: ClockRule, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let clock = it.clock(rule).ok_or(Refusal::NoSuchClock)?;
    let stands_still = clock.pauses.last().is_some_and(|last| last.from <= now && now < last.until);
    if clock.met_at.is_some() || !stands_still {
        return Err(Refusal::NotRunning);
    }
    let next = with_clock(it, rule, |clock| {
        if let Some(pause) = clock.pauses.last_mut() {
            pause.until = now;
        }
    });
    Ok(changed(next, by, now, Kind::Resumed { rule }))
}

pub(super) fn warn(it: &Complaint, rule: ClockRule, mark: Mark, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let clock = it.clock(rule).ok_or(Refusal::NoSuchClock)?;
    match clock.next_warning() {
        Some((next, at)) if next == mark && at <= now && now < clock.ends_at() => {}
        Some(_) | None => return Err(Refusal::NotDue),
    }
    let kind = Kind::Warned { rule, mark, to: it.holder().clone(), ends_at: clock.ends_at() };
    Ok(changed(with_clock(it, rule, |clock| clock.warned = Some(mark)), by, now, kind))
}

pub(super) fn miss(it: &Complaint, rule: ClockRule, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let clock = it.clock(rule).ok_or(Refusal::NoSuchClock)?;
    let ended_at = clock.ends_at();
    if rule == ClockRule::Disposal || clock.met_at.is_some() || clock.missed_at.is_some() || now < ended_at {
        return Err(Refusal::NotDue);
    }
    let to = it.next().unwrap_or(it.holder()).clone();
    let next = with_clock(it, rule, |clock| clock.missed_at = Some(now));
    Ok(changed(next, by, now, Kind::Missed { rule, to, ended_at }))
}

/// The clocks with one of them met; what was met before keeps its first moment.
pub(super) fn met(clocks: &[Clock], rule: ClockRule, now: Timestamp) -> Vec<Clock> {
    let meet = |clock: &Clock| {
        let met_at = clock.met_at.or((clock.rule == rule).then_some(now));
        Clock { met_at, ..clock.clone() }
    };
    clocks.iter().map(meet).collect()
}

/// One clock changed. The ladder's next step moves along where it waits for that clock's end.
fn with_clock(it: &Complaint, rule: ClockRule, change: impl FnOnce(&mut Clock)) -> Complaint {
    let mut next = it.clone();
    let Some(clock) = next.clocks.iter_mut().find(|clock| clock.rule == rule) else { return next };
    let before = clock.ends_at();
    change(clock);
    let later: SignedDuration = clock.ends_at().duration_since(before);
    if rule == ClockRule::Disposal && it.path.next_at == before {
        next.path.next_at = before + later;
    }
    next
}
