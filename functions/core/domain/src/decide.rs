//! Every change of a complaint: one function, one table of (stage × move), no wildcard.
//! What time itself asks for is in `overdue`; the moves it leads to are decided here like all others.

mod clocks;
mod closing;
mod counts;
mod hearing;
mod ladder;
mod people;
mod refusal;
mod say;
mod suggestion;

use jiff::Timestamp;

use crate::clock::{ClockRule, Mark, PauseReason};
use crate::complaint::{Complaint, Officer, Rung, Stage};
use crate::contact::SafeContact;
use crate::event::{Act, Actor, Event, Kind};
use crate::evidence::{FileFault, Mark as FileMark};
use crate::filing::Elsewhere;
use crate::hearing::Appointment;
use crate::ids::{OfficerId, UnitCode};
use crate::picture::Proof;
use crate::suggestion::{DownReason, Listing, Wording};
use crate::work::{Closing, LookReason};

pub use hearing::{Onward, handed_down};
pub use refusal::Refusal;
pub use say::not_solved;
pub use suggestion::may_take_up;

/// What somebody wants to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Give it to an officer, for the length of a shift where there are shifts.
    Assign {
        officer: Officer,
        until: Option<Timestamp>,
    },
    /// A shift ends or begins: it goes to the next officer on duty, or waits for one.
    HandOver {
        to: Option<Officer>,
        look_again: Option<Timestamp>,
    },
    /// Its officer has left the post.
    Release,
    /// Another station works it, of its district or of another one. What is known of its place there and of those above.
    Transfer {
        there: Elsewhere,
        seats: Vec<Seat>,
    },
    /// Something was done that a clock may wait for.
    Act(Act),
    /// The information was recorded as an offence.
    Record,
    OpenEnquiry,
    /// A clock stands still, allowed by a rung above the holder.
    Pause {
        rule: ClockRule,
        reason: PauseReason,
        until: Timestamp,
        by: Rung,
    },
    /// A pause ends before its time.
    Resume {
        rule: ClockRule,
    },
    /// A pause was asked for; a rung above allows it or not.
    AskPause {
        rule: ClockRule,
        reason: PauseReason,
        until: Timestamp,
    },
    /// Whoever has it says that it was seen.
    Acknowledge,
    /// The action taken report, for a second person to read.
    FileAtr(Proof),
    ReturnAtr,
    ApproveAtr,
    /// An officer opened who she is.
    Look(LookReason),
    Note,
    /// How she may be reached.
    ChangeContact(SafeContact),
    /// A file that belongs to it.
    AddEvidence(FileMark),
    /// A picture that whoever works it takes in for the report.
    AddPicture(FileMark),
    Dispose(Closing),
    /// The office takes the suggestion up and says so publicly; of one that stands on the list, in other words. Where it comes to
    /// stand if it does not yet.
    TakeUp {
        wording: Wording,
        office: Rung,
        listing: Listing,
    },
    /// It is not taken up after all.
    TakeDown {
        reason: DownReason,
    },
    /// The closing did not hold: one rung up, as in `Escalate`.
    Reopen {
        seats: Vec<Seat>,
    },
    /// She does not accept it: one rung up, as in `Escalate`.
    Appeal {
        seats: Vec<Seat>,
    },
    /// She says whether the closing solved it. "Not solved" is this only where nobody sits above whoever closed it.
    Answer {
        solved: bool,
    },
    /// She says that a station refused to take it: at once to the first rung above it, of which `seats` begin.
    ReportRefusal {
        seats: Vec<Seat>,
    },
    /// She wants to take it back.
    AskWithdrawal,
    /// She goes on after all.
    KeepOn,
    /// Her day to think it over has passed.
    Withdraw,
    /// She takes a place at a hearing.
    BookHearing {
        place: Appointment,
    },
    /// Her turn is near.
    TellNear,
    /// The day's hearing ended before her turn.
    EndHearing,
    /// She gives her place back; said by an officer, she was not there.
    LeaveHearing,
    /// She was heard, is to be heard again or not, and it goes on at a station where one is named.
    Hear {
        onward: Option<Onward>,
        again: bool,
    },
    /// Its time is over: one rung up, past posts that are empty. What is known of the rungs above, lowest first.
    Escalate {
        seats: Vec<Seat>,
    },
    /// Its time is over and there is no rung above: raise the alarm again.
    Alarm,
    /// A clock has reached a mark.
    Warn {
        rule: ClockRule,
        mark: Mark,
    },
    /// A clock beside the ladder's has ended unmet.
    Miss {
        rule: ClockRule,
    },
}

/// Who sits at a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seat {
    Filled,
    /// The post is empty and this one stands in.
    StandIn(Rung),
    Empty,
    /// Nobody sits there but who closed it.
    ClosedIt,
}

/// The complaint as it will be and what happened to it; committed together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub complaint: Complaint,
    /// At least one.
    pub events: Vec<Event>,
    /// Who has one more open complaint by it, or one fewer.
    pub loads: Vec<Load>,
    /// What she says of the last closing, counted for whoever closed it.
    pub rating: Option<Rating>,
}

/// An answer of hers as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    pub solved: bool,
    pub officers: Vec<OfficerId>,
}

/// How the number of an officer's open complaints changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    pub unit: UnitCode,
    pub officer: OfficerId,
    pub by: i8,
}

impl Change {
    /// Both changes as one, to be committed together; `next` was decided on what this one leads to.
    pub fn and(self, next: Change) -> Change {
        Change {
            complaint: next.complaint,
            events: self.events.into_iter().chain(next.events).collect(),
            loads: self.loads.into_iter().chain(next.loads).collect(),
            rating: next.rating.or(self.rating),
        }
    }
}

/// Whether a move is lawful now, and what it leads to.
///
/// # Errors
/// The first rule that says no.
pub fn decide(it: &Complaint, wanted: Move, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let change = table(it, wanted, by, now)?;
    let complaint = Complaint { hearing: hearing::kept(&change.complaint), ..change.complaint };
    Ok(Change { loads: counts::loads(it, &complaint), rating: counts::rating(it, &change.events), complaint, ..change })
}

/// The table itself.
fn table(it: &Complaint, wanted: Move, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    if !allowed(&wanted, &by) {
        return Err(Refusal::NotAllowed);
    }
    match (&it.stage, wanted) {
        (Stage::Assigned { officer: present, .. }, Move::Assign { officer, .. }) if present.id == officer.id => Err(Refusal::HasIt),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::Assign { officer, until }) => people::assign(it, officer, until, by, now),
        (Stage::Unassigned | Stage::Assigned { .. }, Move::HandOver { to, look_again }) => people::hand_over(it, to, look_again, by, now),
        (Stage::Assigned { .. }, Move::Release) => people::release(it, by, now),
        (Stage::Unassigned | Stage::InAppeal { .. }, Move::Release) | (Stage::InAppeal { .. }, Move::HandOver { .. }) => Err(Refusal::NobodyHasIt),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::Transfer { there, seats }) => people::transfer(it, there, &seats, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::Record) => clocks::record(it, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::OpenEnquiry) => clocks::open_enquiry(it, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::Dispose(closing)) => closing::dispose(it, closing, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::Acknowledge) => closing::acknowledge(it, by, now),
        (Stage::Assigned { officer, .. }, Move::FileAtr(proof)) => closing::file_atr(it, officer, proof, by, now),
        (Stage::Assigned { officer, .. }, Move::AddPicture(mark)) => closing::add_picture(it, officer, mark, by, now),
        (Stage::Unassigned | Stage::InAppeal { .. }, Move::FileAtr(..) | Move::AddPicture(..) | Move::ReturnAtr | Move::ApproveAtr) => {
            Err(Refusal::NobodyHasIt)
        }
        (Stage::Assigned { .. }, Move::ReturnAtr) => closing::answer_atr(it, false, by, now),
        (Stage::Assigned { .. }, Move::ApproveAtr) => closing::answer_atr(it, true, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::Escalate { seats }) => ladder::escalate(it, &seats, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::Alarm) => ladder::alarm(it, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::Reopen { .. } | Move::Appeal { .. }) => Err(Refusal::NotClosed),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::Answer { .. }) => Err(Refusal::NotClosed),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::AskWithdrawal) => say::ask_withdrawal(it, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::KeepOn) => say::keep_on(it, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::Withdraw) => say::withdraw(it, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::BookHearing { place }) => hearing::book(it, place, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::TellNear) => hearing::near(it, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::EndHearing) => hearing::end(it, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::LeaveHearing) => hearing::leave(it, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. }, Move::Hear { onward, again }) => hearing::hear(it, onward, again, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::ReportRefusal { seats }) => {
            say::report_refusal(it, &seats, by, now)
        }
        (Stage::Disposed { .. }, Move::Reopen { seats }) => ladder::reopen(it, &seats, by, now),
        (Stage::Disposed { .. }, Move::Appeal { seats }) => ladder::appeal(it, &seats, by, now),
        (Stage::Disposed { .. }, Move::Answer { solved }) => say::answer(it, solved, by, now),
        (
            Stage::Disposed { .. },
            Move::Assign { .. }
            | Move::HandOver { .. }
            | Move::Release
            | Move::Transfer { .. }
            | Move::Record
            | Move::OpenEnquiry
            | Move::Dispose(..)
            | Move::Acknowledge
            | Move::FileAtr(..)
            | Move::AddPicture(..)
            | Move::ReturnAtr
            | Move::ApproveAtr
            | Move::Escalate { .. }
            | Move::Alarm
            | Move::AskWithdrawal
            | Move::KeepOn
            | Move::Withdraw
            | Move::BookHearing { .. }
            | Move::TellNear
            | Move::EndHearing
            | Move::LeaveHearing
            | Move::Hear { .. },
        ) => Err(Refusal::Closed),
        // A clock that the closing does not meet runs on, so what meets, stops or watches it stays lawful.
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::Act(act)) => clocks::act(it, act, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::Pause { rule, reason, until, by: above }) => {
            clocks::pause(it, rule, reason, (now, until), above, by)
        }
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::Resume { rule }) => {
            clocks::resume(it, rule, by, now)
        }
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::Warn { rule, mark }) => {
            clocks::warn(it, rule, mark, by, now)
        }
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::Miss { rule }) => clocks::miss(it, rule, by, now),
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::Note) => {
            Ok(changed(it.clone(), by, now, Kind::Noted))
        }
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::Look(why)) => {
            Ok(changed(it.clone(), by, now, Kind::Looked(why)))
        }
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::AskPause { rule, reason, until }) => {
            clocks::ask_pause(it, rule, reason, until, by, now)
        }
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::ChangeContact(contact)) => {
            Ok(changed(Complaint { contact, ..it.clone() }, by, now, Kind::ContactChanged))
        }
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::AddEvidence(mark)) => {
            let evidence = it.evidence.and(&mark).map_err(|_: FileFault| Refusal::NoRoom)?;
            Ok(changed(Complaint { evidence, ..it.clone() }, by, now, Kind::EvidenceAdded(mark)))
        }
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::TakeUp { wording, office, listing }) => {
            suggestion::take_up(it, wording, office, listing, by, now)
        }
        (Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } | Stage::Disposed { .. }, Move::TakeDown { reason }) => {
            suggestion::take_down(it, reason, by, now)
        }
    }
}

/// Who may make a move at all.
fn allowed(wanted: &Move, by: &Actor) -> bool {
    match wanted {
        Move::LeaveHearing => match by {
            Actor::Complainant | Actor::Officer(_) => true,
            Actor::System => false,
        },
        Move::Assign { .. } | Move::Release => match by {
            Actor::System | Actor::Officer(_) => true,
            Actor::Complainant => false,
        },
        Move::HandOver { .. }
        | Move::Escalate { .. }
        | Move::Alarm
        | Move::Warn { .. }
        | Move::Miss { .. }
        | Move::Withdraw
        | Move::TellNear
        | Move::EndHearing => match by {
            Actor::System => true,
            Actor::Complainant | Actor::Officer(_) => false,
        },
        Move::Transfer { .. }
        | Move::Act(_)
        | Move::Record
        | Move::OpenEnquiry
        | Move::AskPause { .. }
        | Move::Pause { .. }
        | Move::Resume { .. }
        | Move::Note
        | Move::Look(_)
        | Move::Acknowledge
        | Move::FileAtr(_)
        | Move::AddPicture(_)
        | Move::ReturnAtr
        | Move::ApproveAtr
        | Move::Hear { .. }
        | Move::TakeUp { .. }
        | Move::TakeDown { .. }
        | Move::Dispose(_) => match by {
            Actor::Officer(_) => true,
            Actor::Complainant | Actor::System => false,
        },
        Move::ChangeContact(_)
        | Move::AddEvidence(_)
        | Move::Reopen { .. }
        | Move::Appeal { .. }
        | Move::Answer { .. }
        | Move::ReportRefusal { .. }
        | Move::AskWithdrawal
        | Move::BookHearing { .. }
        | Move::KeepOn => match by {
            Actor::Complainant => true,
            Actor::System | Actor::Officer(_) => false,
        },
    }
}

fn changed(complaint: Complaint, by: Actor, at: Timestamp, kind: Kind) -> Change {
    with_events(complaint, by, at, [kind])
}

fn with_events(mut complaint: Complaint, by: Actor, at: Timestamp, kinds: impl IntoIterator<Item = Kind>) -> Change {
    complaint.version += 1;
    let event = |(n, kind)| Event { number: complaint.number.clone(), version: complaint.version, n, at, by: by.clone(), kind };
    let events = (0u8..).zip(kinds).map(event).collect();
    Change { complaint, events, loads: Vec::new(), rating: None }
}

#[cfg(test)]
#[path = "decide_tests.rs"]
mod tests;
