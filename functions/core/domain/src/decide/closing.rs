//! What leads to an honest end: seen, spoken to, reported, read by a second person, closed.

use jiff::Timestamp;

use super::clocks::met;
use super::{Change, Refusal, changed};
use crate::clock::ClockRule;
use crate::complaint::{Complaint, Officer, Stage};
use crate::event::{Actor, Kind};
use crate::evidence::{FileFault, Mark as FileMark};
use crate::picture::Proof;
use crate::say::Say;
use crate::suggestion::Suggestion;
use crate::work::{Atr, AtrState, Closing, RejectReason, Work};

pub(super) fn acknowledge(it: &Complaint, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    if it.work.acknowledged_at.is_some() {
        return Err(Refusal::DoneBefore);
    }
    let work = Work { acknowledged_at: Some(now), ..it.work.clone() };
    Ok(changed(Complaint { work, ..it.clone() }, by, now, Kind::Acknowledged))
}

/// By the officer who works it, and as many as there is room for.
pub(super) fn add_picture(it: &Complaint, officer: &Officer, mark: FileMark, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    if by != Actor::Officer(officer.id.clone()) {
        return Err(Refusal::NotAllowed);
    }
    let pictures = it.pictures.and(&officer.id, 1).map_err(|_: FileFault| Refusal::NoRoom)?;
    Ok(changed(Complaint { pictures, ..it.clone() }, by, now, Kind::PictureAdded(mark)))
}

/// By the officer who works it, after she was spoken to or it was tried in vain.
pub(super) fn file_atr(it: &Complaint, officer: &Officer, proof: Proof, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    if by != Actor::Officer(officer.id.clone()) {
        return Err(Refusal::NotAllowed);
    }
    if it.work.contacted_at.is_none() && it.work.tried_at.is_none() {
        return Err(Refusal::NoContact);
    }
    let atr = Atr { by: officer.id.clone(), at: now, state: AtrState::Filed };
    Ok(changed(with_atr(it, atr), by, now, Kind::AtrFiled { pictures: proof.into_pictures() }))
}

/// By somebody else than its author.
pub(super) fn answer_atr(it: &Complaint, approved: bool, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let atr = it.work.atr.as_ref().filter(|atr| atr.state == AtrState::Filed).ok_or(Refusal::NothingFiled)?;
    let Actor::Officer(reader) = &by else { return Err(Refusal::NotAllowed) };
    if *reader == atr.by {
        return Err(Refusal::OwnAtr);
    }
    if it.closed_by.contains(reader) {
        return Err(Refusal::ClosedIt);
    }
    let (state, kind) = match approved {
        true => (AtrState::Approved { by: reader.clone() }, Kind::AtrApproved),
        false => (AtrState::Returned, Kind::AtrReturned),
    };
    Ok(changed(with_atr(it, Atr { state, ..atr.clone() }), by, now, kind))
}

pub(super) fn dispose(it: &Complaint, closing: Closing, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    // A closing that did not hold is not made again by whoever made it.
    if matches!(&by, Actor::Officer(id) if it.closed_by.contains(id)) {
        return Err(Refusal::ClosedIt);
    }
    lawful(it, &closing, &by)?;
    let mut next = it.clone();
    let present = match &it.stage {
        Stage::Assigned { officer, .. } => Some(&officer.id),
        Stage::Unassigned | Stage::InAppeal { .. } | Stage::Disposed { .. } => None,
    };
    let closer = match &by {
        Actor::Officer(id) => Some(id),
        Actor::Complainant | Actor::System => None,
    };
    for id in present.into_iter().chain(closer) {
        if !next.closed_by.contains(id) {
            next.closed_by.push(id.clone());
        }
    }
    next.clocks = met(&it.clocks, ClockRule::Disposal, now);
    next.stage = Stage::Disposed { at: now };
    next.duty_until = None;
    next.say = Say { answer: None, withdraws_at: None, ..next.say };
    next.work.closing = Some(closing.clone());
    Ok(changed(next, by, now, Kind::Disposed(closing)))
}

/// No end without a word with her, and none without a second pair of eyes; a repeat ends in the one that goes on. What is
/// said publicly to be taken up is not turned down at the same time.
fn lawful(it: &Complaint, closing: &Closing, by: &Actor) -> Result<(), Refusal> {
    match closing {
        Closing::Rejected(_) | Closing::Merged(_) if matches!(it.suggestion, Suggestion::Listed(_)) => Err(Refusal::Listed),
        Closing::Done if it.work.contacted_at.is_none() => Err(Refusal::NoContact),
        Closing::NoContact if it.work.contacted_at.is_some() || it.work.tried_at.is_none() => Err(Refusal::NotTried),
        Closing::Done | Closing::NoContact => approved(it, by),
        Closing::Rejected(reason) if !RejectReason::BY_OFFICER.contains(reason) => Err(Refusal::NotAllowed),
        Closing::Rejected(_) if it.work.contacted_at.is_none() => Err(Refusal::NoContact),
        Closing::Rejected(_) => Ok(()),
        Closing::Merged(into) if *into == it.number => Err(Refusal::Itself),
        Closing::Merged(_) => Ok(()),
    }
}

fn approved(it: &Complaint, by: &Actor) -> Result<(), Refusal> {
    match &it.work.atr {
        Some(Atr { state: AtrState::Approved { .. }, by: author, .. }) if *by == Actor::Officer(author.clone()) => Err(Refusal::OwnAtr),
        Some(Atr { state: AtrState::Approved { .. }, .. }) => Ok(()),
        Some(Atr { state: AtrState::Filed | AtrState::Returned, .. }) | None => Err(Refusal::NoAtr),
    }
}

fn with_atr(it: &Complaint, atr: Atr) -> Complaint {
    Complaint { work: Work { atr: Some(atr), ..it.work.clone() }, ..it.clone() }
}
