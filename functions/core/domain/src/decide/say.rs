//! What she says after the filing: that it was solved or not, that a station refused her, that she takes it back.

use jiff::Timestamp;

use super::clocks::met;
use super::ladder::{comes_to, missed};
use super::{Change, Move, Refusal, Seat, changed, with_events};
use crate::clock::ClockRule;
use crate::complaint::{Complaint, Stage};
use crate::event::{Actor, Kind};
use crate::say::{Answer, Say, Withdrawal};
use crate::work::{Closing, RejectReason, Work};

/// Her "no": the first time it opens one rung up, after that it is an appeal.
pub fn not_solved(it: &Complaint, seats: Vec<Seat>) -> Move {
    if it.say.unsolved { Move::Appeal { seats } } else { Move::Reopen { seats } }
}

pub(super) fn answer(it: &Complaint, solved: bool, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    if it.say.answer.is_some_and(|before| solved || !before.solved) {
        return Err(Refusal::DoneBefore);
    }
    if it.answer_until().is_some_and(|until| now > until) {
        return Err(Refusal::TooLate);
    }
    let say = Say { answer: Some(Answer { at: now, solved }), ..it.say.clone() };
    Ok(changed(Complaint { say, ..it.clone() }, by, now, Kind::Answered { solved }))
}

/// Nobody at the station keeps it, and it does not wait for the promised day.
pub(super) fn report_refusal(it: &Complaint, seats: &[Seat], by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    if it.say.refused_at.is_some() {
        return Err(Refusal::DoneBefore);
    }
    let above = it.above_station().len();
    if above == 0 {
        return Err(Refusal::AtTop);
    }
    if it.answer_until().is_some_and(|until| now > until) {
        return Err(Refusal::TooLate);
    }
    let mut next = it.clone();
    let past = comes_to(&mut next, it.path.rungs.len() - above, seats);
    next.stage = Stage::Unassigned;
    next.duty_until = None;
    next.work = Work { atr: None, ..it.work.anew() };
    let barred = it.closed_by.clone();
    next.say = Say { floor: Some(next.level), barred, answer: None, withdraws_at: None, refused_at: Some(now), ..next.say };
    let soon = now + it.say.terms.refusal;
    if it.is_open() {
        next.path.next_at = it.path.next_at.min(soon);
    } else {
        next.path.next_at = soon;
        for clock in next.clocks.iter_mut().filter(|clock| clock.rule == ClockRule::Disposal) {
            clock.met_at = None;
        }
        if next.due_at() <= now {
            missed(&mut next, now);
        }
    }
    let (level, to, next_at) = (next.level, next.holder().clone(), next.path.next_at);
    let told = Kind::RefusalReported { level, to: to.clone(), next_at, past };
    // Whoever tells of a refusal wants it to go on: a withdrawal that waits would close it behind her back.
    let kept = it.say.withdraws_at.map(|_| Kind::KeptOn);
    Ok(with_events(next, by, now, [told, Kind::Arrived { to, next_at }].into_iter().chain(kept)))
}

pub(super) fn ask_withdrawal(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    match it.withdrawal() {
        Withdrawal::May => {}
        Withdrawal::Waits(_) => return Err(Refusal::DoneBefore),
        Withdrawal::EndsNothing | Withdrawal::Recorded => return Err(Refusal::EndsNothing),
        Withdrawal::Closed => return Err(Refusal::Closed),
    }
    let at = now + it.say.terms.cooling;
    let say = Say { withdraws_at: Some(at), ..it.say.clone() };
    Ok(changed(Complaint { say, ..it.clone() }, by, now, Kind::WithdrawalAsked { at }))
}

pub(super) fn keep_on(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    it.say.withdraws_at.ok_or(Refusal::NotDue)?;
    let say = Say { withdraws_at: None, ..it.say.clone() };
    Ok(changed(Complaint { say, ..it.clone() }, by, now, Kind::KeptOn))
}

/// Her day has passed. Nobody closed it, so nobody is kept from it should she come back. What was recorded as an offence
/// meanwhile goes on: then her wish is done with and the complaint stays open.
pub(super) fn withdraw(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    match it.say.withdraws_at {
        Some(at) if at <= now => {}
        Some(_) | None => return Err(Refusal::NotDue),
    }
    let say = Say { withdraws_at: None, answer: None, ..it.say.clone() };
    match it.withdrawal() {
        Withdrawal::EndsNothing | Withdrawal::Recorded => return Ok(changed(Complaint { say, ..it.clone() }, by, now, Kind::KeptOn)),
        Withdrawal::May | Withdrawal::Waits(_) | Withdrawal::Closed => {}
    }
    let closing = Closing::Rejected(RejectReason::Withdrawn);
    let work = Work { closing: Some(closing.clone()), ..it.work.clone() };
    let clocks = met(&it.clocks, ClockRule::Disposal, now);
    let next = Complaint { stage: Stage::Disposed { at: now }, duty_until: None, say, work, clocks, ..it.clone() };
    Ok(changed(next, by, now, Kind::Disposed(closing)))
}
