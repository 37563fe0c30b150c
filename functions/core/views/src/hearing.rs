//! Hearings: her place, the wall, the officer's queue.

use domain::Timestamp;
use domain::calendar::wall;
use domain::complaint::{Complaint, Officer};
use domain::hearing::queue::{Entry, Queue, State};
use domain::hearing::{Appointment, Call, HearingRule};
use domain::ids::UnitCode;
use domain::number::Number;
use domain::policy::Policy;
use site::page::desk::DeskHead;
use site::page::hearing::{Booked, CallShown, HeardNow, HearingRow, HearingState, HearingsPage, Stand, WallPage, Where};

use crate::complaint::place;
use crate::worklist::category;

/// So many tokens come next on the wall.
const NEXT: usize = 5;

/// The link of a call; `None` where the unit calls by phone or nobody is called.
pub fn hearing_link(rule: &HearingRule, unit: &UnitCode, entry: &Entry) -> Option<String> {
    let State::Called { room, .. } = &entry.state else { return None };
    match rule.call_of(unit) {
        Call::Phone => None,
        Call::Whatsapp(link) => Some(link.clone()),
        Call::Jitsi(server) => Some(format!("{server}/{room}")),
    }
}

/// Where she stands. `planned` is how many officers the roster has for her time.
pub fn hearing_place(policy: &Policy, rule: &HearingRule, number: &Number, it: &Appointment, queue: &Queue, planned: usize, now: Timestamp) -> HearingState {
    let booked = |stand, line| HearingState::Booked(Booked { at: it.at, token: it.token, line, stand });
    let Some(entry) = queue.entry(it.token).filter(|entry| entry.number == *number) else { return booked(Where::Ended, None) };
    let hours = rule.hours(&policy.calendar, it.day());
    let over = hours.is_none_or(|(_, to)| queue.is_over(rule, to, now));
    let line = || queue.turn(rule, it.token, hours.map_or(now, |(from, _)| from), planned, now);
    match &entry.state {
        State::Called { shown, .. } => {
            let call = match rule.call_of(&it.unit) {
                Call::Phone => CallShown::Phone,
                Call::Whatsapp(_) | Call::Jitsi(_) if *shown => CallShown::ShownBefore,
                Call::Whatsapp(_) | Call::Jitsi(_) => CallShown::Ready,
            };
            HearingState::Called { token: it.token, call }
        }
        State::Served { .. } | State::Gone { .. } => booked(Where::Ended, None),
        State::Booked | State::Waiting { .. } | State::Returned { .. } if over => booked(Where::Ended, None),
        State::Booked if it.day() > wall(now).date() => booked(Where::Ahead, None),
        State::Booked => booked(Where::Today, line()),
        State::Waiting { .. } => booked(Where::Waits, line()),
        State::Returned { .. } => booked(Where::Returned, line()),
    }
}

/// The wall: who is heard now and who may be called next, by tokens.
pub fn wall_page(policy: &Policy, rule: &HearingRule, unit: UnitCode, queue: &Queue, now: Timestamp) -> WallPage {
    WallPage {
        place: place(policy, &unit),
        hours: rule.hours(&policy.calendar, wall(now).date()),
        called: queue.called().into_iter().map(|(entry, _, _)| entry.token).collect(),
        next: queue.line().into_iter().filter(|entry| entry.is_callable(now)).take(NEXT).map(|entry| entry.token).collect(),
        unit,
    }
}

/// The queue as one officer may see it: `seen` are the complaints that exist for this officer.
pub fn hearings_page(policy: &Policy, rule: &HearingRule, who: &Officer, head: DeskHead, queue: &Queue, seen: &[Complaint], now: Timestamp) -> HearingsPage {
    let of = |entry: &Entry| seen.iter().find(|it| it.number == entry.number);
    let mine = queue.called_by(&who.id).and_then(|entry| Some((entry, of(entry)?)));
    let mut rows: Vec<&Entry> = queue.called().into_iter().map(|(entry, _, _)| entry).collect();
    rows.extend(queue.line());
    HearingsPage {
        head,
        unit: who.unit.clone(),
        hours: rule.hours(&policy.calendar, wall(now).date()),
        sits: queue.sits(&who.id),
        officers: queue.officers(),
        pace: queue.pace(rule),
        rows: rows
            .into_iter()
            .filter_map(|entry| {
                let may_free = entry.caller().is_some_and(|(by, _)| *by != who.id) && entry.freed(rule, now).is_ok();
                row(policy, entry, of(entry)?).map(|row| HearingRow { may_free, ..row })
            })
            .collect(),
        mine: mine.map(|(entry, it)| heard_now(policy, rule, who, entry, it)),
        done: None,
        refused: None,
        typed: Vec::new(),
    }
}

fn row(policy: &Policy, entry: &Entry, it: &Complaint) -> Option<HearingRow> {
    let stand = match entry.state {
        State::Booked => Stand::Booked,
        State::Waiting { .. } => Stand::Waits,
        State::Called { .. } => Stand::Called,
        State::Returned { .. } => Stand::Returned,
        State::Served { .. } | State::Gone { .. } => return None,
    };
    let (number, token, at) = (entry.number.clone(), entry.token, entry.at);
    Some(HearingRow { number, token, at, category: category(policy, it.category.as_str()), stand, woman_officer: it.woman_officer, may_free: false })
}

fn heard_now(policy: &Policy, rule: &HearingRule, who: &Officer, entry: &Entry, it: &Complaint) -> HeardNow {
    let again = match &entry.state {
        State::Called { again, .. } => *again,
        State::Booked | State::Waiting { .. } | State::Returned { .. } | State::Served { .. } | State::Gone { .. } => false,
    };
    let there = policy.stations_of(&it.district).filter(|_| !it.accused.names_police());
    HeardNow {
        number: it.number.clone(),
        token: entry.token,
        category: category(policy, it.category.as_str()),
        link: hearing_link(rule, &who.unit, entry),
        again,
        stations: there.map(|station| (station.code.to_string(), station.name.clone())).collect(),
    }
}
