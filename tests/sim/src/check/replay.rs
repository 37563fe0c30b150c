//! The pure model: every stored change must be what `decide` says of the one before it, and every change that time
//! asked for what `overdue` says at that moment. What comes out must be what is stored.

use domain::Timestamp;
use domain::complaint::{Complaint, Rung};
use domain::contact::{SafeContact, SafeHours};
use domain::decide::{Move, Seat, decide};
use domain::event::{Actor, Event, Kind};
use domain::filing::Elsewhere;
use domain::overdue::{Timely, overdue, wakes_at};
use domain::picture::Proof;
use jiff::SignedDuration;
use serde_json::Value;

use crate::check::{Breaks, Case, Evidence, shown};
use crate::month::OFF;
use crate::table;

pub(crate) fn judge(it: &Evidence<'_>, case: &Case, breaks: &mut Breaks) {
    let name = case.name();
    let Some(mut model) = registered(it, case) else {
        breaks.add("a complaint begins with its registration", name);
        return;
    };
    for version in 2..=case.complaint.version {
        let stored: Vec<&Event> = case.events.iter().map(|it| &it.event).filter(|event| event.version == version).collect();
        let Some(first) = stored.first() else {
            breaks.add("every change has its events", format!("{name}: version {version} has none"));
            return;
        };
        let Some(wanted) = wanted(it, case, &model, first) else {
            breaks.add("every event is of a move", format!("{name}: {:?}", first.kind));
            return;
        };
        on_time(case, &model, &wanted, first, breaks);
        match decide(&model, wanted, first.by.clone(), first.at) {
            Ok(change) => {
                let same = change.events.iter().collect::<Vec<_>>() == stored;
                breaks.unless(same, "what happened is what was decided", || format!("{name}: version {version}: {stored:?} for {:?}", change.events));
                model = change.complaint;
            }
            Err(refusal) => {
                breaks.add("only what the rules allow happens", format!("{name}: version {version}: {refusal:?}: {:?}", first.kind));
                return;
            }
        }
    }
    breaks.unless(model == case.complaint, "it stands where the model says", || format!("{name}: {}", differences(&case.complaint, &model)));
    let due = overdue(&case.complaint, it.month.cleared);
    breaks.unless(due.is_none(), "all is done within five minutes of recovery", || format!("{name}: {due:?} at {}", shown(it.month.cleared)));
    let indexed = case.commits.last().and_then(|commit| table::text(&commit.meta, "due_sk")?.split_once('#')?.0.parse::<Timestamp>().ok());
    breaks.unless(indexed == wakes_at(&model), "the index says when it wakes", || format!("{name}: {indexed:?} for {:?}", wakes_at(&model)));
}

fn registered(it: &Evidence<'_>, case: &Case) -> Option<Complaint> {
    let first = &case.events.first()?.event;
    let change = case.open(it)?.register(case.complaint.number.clone(), it.policy_at(first.at), first.at)?;
    (change.events.first() == Some(first)).then_some(())?;
    let duty_until = case.meta(1).and_then(|commit| moment(&commit.meta, "duty_until"));
    Some(Complaint { duty_until, ..change.complaint })
}

/// A move that time asked for was asked for, and not before its moment, give or take what a clock may be off.
fn on_time(case: &Case, model: &Complaint, wanted: &Move, event: &Event, breaks: &mut Breaks) {
    let clock = |rule| model.clock(rule);
    let (timely, planned) = match wanted {
        Move::Escalate { .. } => (Timely::Escalate, Some(model.path.next_at)),
        Move::Withdraw => (Timely::Withdraw, model.say.withdraws_at),
        Move::EndHearing => (Timely::Unreached, model.hearing.as_ref().map(|had| had.until)),
        Move::Alarm => (Timely::Alarm, Some(model.path.next_at)),
        Move::Warn { rule, mark } => (Timely::Warn { rule: *rule, mark: *mark }, clock(*rule).map(|it| it.reaches(*mark))),
        Move::Miss { rule } => (Timely::Miss { rule: *rule }, clock(*rule).map(|it| it.ends_at())),
        Move::HandOver { .. } => (Timely::HandOver, model.duty_until),
        Move::Assign { .. }
        | Move::Release
        | Move::Transfer { .. }
        | Move::Act(_)
        | Move::Record
        | Move::OpenEnquiry
        | Move::Pause { .. }
        | Move::Resume { .. }
        | Move::Note
        | Move::ChangeContact(_)
        | Move::AddEvidence(_)
        | Move::AddPicture(_)
        | Move::TakeUp { .. }
        | Move::TakeDown { .. }
        | Move::Dispose(_)
        | Move::Look(_)
        | Move::Acknowledge
        | Move::AskPause { .. }
        | Move::FileAtr(_)
        | Move::ReturnAtr
        | Move::ApproveAtr
        | Move::Reopen { .. }
        | Move::Answer { .. }
        | Move::ReportRefusal { .. }
        | Move::AskWithdrawal
        | Move::KeepOn
        | Move::BookHearing { .. }
        | Move::TellNear
        | Move::LeaveHearing
        | Move::Hear { .. }
        | Move::Appeal { .. } => return,
    };
    let name = case.name();
    let asked = overdue(model, event.at);
    breaks.unless(asked == Some(timely), "time asks for one thing at a time", || format!("{name}: {timely:?} for {asked:?} at {}", shown(event.at)));
    let taken = case.meta(event.version).map(|commit| commit.at + SignedDuration::from_secs(OFF));
    let early = planned.zip(taken).is_none_or(|(planned, taken)| planned > taken);
    breaks.unless(!early, "none early", || format!("{name}: {timely:?} of {planned:?} by {taken:?}"));
}

/// The move that an event tells of. What no event holds is in the row that was written with it.
fn wanted(it: &Evidence<'_>, case: &Case, model: &Complaint, event: &Event) -> Option<Move> {
    let meta = &case.meta(event.version)?.meta;
    let until = moment(meta, "duty_until");
    Some(match &event.kind {
        Kind::Registered { .. } | Kind::Arrived { .. } => return None,
        Kind::Assigned { officer } => Move::Assign { officer: officer.clone(), until },
        Kind::HandedOver { to } => Move::HandOver { to: to.clone(), look_again: until },
        Kind::Released => Move::Release,
        Kind::Transferred { station, to, past, .. } => {
            let policy = it.policy_at(event.at);
            Move::Transfer { there: Elsewhere::at(policy, model, policy.station(station.as_str())?, None)?, seats: seats(to, past) }
        }
        Kind::Acted(act) => Move::Act(*act),
        Kind::Recorded => Move::Record,
        Kind::EnquiryOpened => Move::OpenEnquiry,
        Kind::Paused { rule, reason, until, by } => Move::Pause { rule: *rule, reason: *reason, until: *until, by: by.clone() },
        Kind::Resumed { rule } => Move::Resume { rule: *rule },
        Kind::Noted => Move::Note,
        Kind::EvidenceAdded(mark) => Move::AddEvidence(mark.clone()),
        Kind::ContactChanged => Move::ChangeContact(contact(meta)?),
        Kind::Looked(why) => Move::Look(*why),
        Kind::Acknowledged => Move::Acknowledge,
        Kind::PauseAsked { rule, reason, until } => Move::AskPause { rule: *rule, reason: *reason, until: *until },
        Kind::AtrFiled { pictures } => Move::FileAtr(Proof::of(Vec::new(), pictures.is_empty())?),
        Kind::AtrReturned => Move::ReturnAtr,
        Kind::AtrApproved => Move::ApproveAtr,
        Kind::Disposed(_) if event.by == Actor::System => Move::Withdraw,
        Kind::Disposed(closing) => Move::Dispose(closing.clone()),
        Kind::Reopened { to, past, .. } => Move::Reopen { seats: seats(to, past) },
        Kind::Appealed { to, past, .. } => Move::Appeal { seats: seats(to, past) },
        Kind::Answered { solved } => Move::Answer { solved: *solved },
        Kind::RefusalReported { to, past, .. } => Move::ReportRefusal { seats: seats(to, past) },
        Kind::WithdrawalAsked { .. } => Move::AskWithdrawal,
        Kind::KeptOn if event.by == Actor::System => Move::Withdraw,
        Kind::KeptOn => Move::KeepOn,
        // Nobody in this town is heard or takes pictures.
        Kind::PictureAdded(_) => return None,
        Kind::HearingBooked { .. } | Kind::HearingNear | Kind::HearingUnreached | Kind::HearingLeft { .. } | Kind::Heard { .. } => return None,
        // Nor has anybody a suggestion.
        Kind::TakenUp { .. } | Kind::TakenDown { .. } => return None,
        Kind::Escalated { to, past, .. } => Move::Escalate { seats: seats(to, past) },
        Kind::TopAlarm { .. } => Move::Alarm,
        Kind::Warned { rule, mark, .. } => Move::Warn { rule: *rule, mark: *mark },
        Kind::Missed { rule, .. } => Move::Miss { rule: *rule },
    })
}

/// What was known of the rungs that it went past and of the one that it came to.
fn seats(to: &Rung, past: &[Rung]) -> Vec<Seat> {
    let seat = if to.stands_in_for.is_some() { Seat::StandIn(to.clone()) } else { Seat::Filled };
    past.iter().map(|_| Seat::Empty).chain([seat]).collect()
}

fn moment(row: &Value, name: &str) -> Option<Timestamp> {
    table::text(row, name)?.parse().ok()
}

/// How she may be reached, as a row says it.
pub(crate) fn contact(row: &Value) -> Option<SafeContact> {
    let yes = |name: &str| row.get(name)?.get("BOOL")?.as_bool();
    Some(SafeContact { sms: yes("sms")?, call: yes("call")?, hours: table::text(row, "hours").and_then(SafeHours::parse) })
}

/// Where two of a kind differ, line by line as they print.
fn differences<T: std::fmt::Debug>(is: &T, should: &T) -> String {
    let (is, should) = (format!("{is:#?}"), format!("{should:#?}"));
    let pairs = is.lines().zip(should.lines()).filter(|(is, should)| is != should);
    pairs.map(|(is, should)| format!("{} for {}", is.trim(), should.trim())).collect::<Vec<_>>().join("; ")
}
