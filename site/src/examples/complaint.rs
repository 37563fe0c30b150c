//! A registered complaint in its states: new, running, short of time, overdue, at the top.

use domain::lang::Both;
use domain::policy::{Category, Policy, Service};
use domain::{Date, Timestamp};

use super::people::{at, number, receipt};
use crate::page::{AlreadyFiledPage, ComplaintPage, Happening, Holder, Page, ReceiptPage, StageShown, TextState, What};

/// Receipt, the page for a form that came twice, and the complaint in each state.
pub(super) fn pages<'a>(policy: &'a Policy, service: &'a Service, category: &'a Category) -> Vec<(&'static str, Page<'a>)> {
    let registered = at(2, 21, 41);
    let due = policy.calendar.due(registered, category.deadline);
    let receipt = receipt_page(category, registered, due);
    let discreet = ReceiptPage { texts: false, next: None, holidays: Vec::new(), woman_officer: false, ..receipt.clone() };
    let seen = |share| complaint(service, category, registered, due, between(registered, due, share));
    let fresh = ComplaintPage {
        stage: StageShown::Unassigned,
        holder: holder("थानाध्यक्ष", "Station House Officer", "थाना आलमबाग", "Alambagh station", false),
        timeline: vec![Happening { at: registered, what: What::Registered, text: TextState::Waiting }],
        ..seen(0)
    };
    vec![
        ("receipt", Page::Receipt(receipt)),
        ("receipt-no-texts", Page::Receipt(discreet)),
        ("already-filed", Page::AlreadyFiled(AlreadyFiledPage { number: number() })),
        ("complaint-new", Page::Complaint(fresh)),
        ("complaint", Page::Complaint(seen(38))),
        ("complaint-short", Page::Complaint(seen(88))),
        ("complaint-overdue", Page::Complaint(overdue(seen(104)))),
        ("complaint-top", Page::Complaint(at_top(seen(160)))),
        ("complaint-hours", Page::Complaint(hours(seen(0)))),
    ]
}

/// The moment at which so many hundredths of the time are gone.
fn between(from: Timestamp, to: Timestamp, hundredths: i64) -> Timestamp {
    let seconds = from.as_second() + (to.as_second() - from.as_second()) * hundredths / 100;
    Timestamp::from_second(seconds).unwrap_or(to)
}

fn both(hi: &str, en: &str) -> Both {
    Both { hi: hi.to_owned(), en: en.to_owned() }
}

fn holder(hi: &str, en: &str, place_hi: &str, place_en: &str, woman: bool) -> Holder {
    Holder { title: both(hi, en), place: both(place_hi, place_en), woman }
}

fn seema() -> Holder {
    holder("उपनिरीक्षक सीमा वर्मा", "Sub-Inspector Seema Verma", "थाना आलमबाग", "Alambagh station", true)
}

fn rungs() -> [Holder; 4] {
    [
        holder("थानाध्यक्ष", "Station House Officer", "थाना आलमबाग", "Alambagh station", false),
        holder("सहायक पुलिस आयुक्त", "Assistant Commissioner of Police", "कैंट", "Cantonment", false),
        holder("पुलिस आयुक्त", "Commissioner of Police", "लखनऊ", "Lucknow", false),
        holder("पुलिस महानिदेशक", "Director General of Police", "", "", false),
    ]
}

/// The rungs above the first `skip`, three days apart.
fn ahead(skip: usize, from: Timestamp) -> Vec<(Holder, Timestamp)> {
    let day = |n: i64| Timestamp::from_second(from.as_second() + n * 3 * 86_400).unwrap_or(from);
    rungs().into_iter().skip(skip).zip(0..).map(|(holder, n)| (holder, day(n))).collect()
}

fn receipt_page(category: &Category, registered_at: Timestamp, due_at: Timestamp) -> ReceiptPage {
    let [next, ..] = rungs();
    ReceiptPage {
        number: number(),
        receipt: receipt(),
        category: category.name.clone(),
        registered_at,
        due_at,
        rule: category.rule.clone(),
        source: category.source.clone(),
        holidays: diwali(),
        holder: holder("जाँच अधिकारी", "Investigating Officer", "थाना आलमबाग", "Alambagh station", true),
        next: Some((next, due_at)),
        texts: true,
        woman_officer: true,
    }
}

fn diwali() -> Vec<(Date, Both)> {
    vec![(Date::constant(2026, 11, 9), both("दीपावली", "Diwali")), (Date::constant(2026, 11, 24), both("गुरु नानक जयंती", "Guru Nanak Jayanti"))]
}

fn complaint(service: &Service, category: &Category, registered_at: Timestamp, due_at: Timestamp, now: Timestamp) -> ComplaintPage {
    ComplaintPage {
        number: number(),
        service: service.name.clone(),
        category: category.name.clone(),
        stage: StageShown::Assigned,
        registered_at,
        due_at,
        now,
        rule: category.rule.clone(),
        source: category.source.clone(),
        holidays: diwali(),
        holder: seema(),
        working: None,
        ahead: ahead(0, due_at),
        at_top: false,
        next_alarm: None,
        timeline: vec![
            Happening { at: at(3, 10, 5), what: What::Assigned { to: seema() }, text: TextState::Sent },
            Happening { at: registered_at, what: What::Registered, text: TextState::Sent },
        ],
    }
}

fn overdue(it: ComplaintPage) -> ComplaintPage {
    let [sho, ..] = rungs();
    let up = Happening { at: it.due_at, what: What::Escalated { to: sho.clone() }, text: TextState::NotWanted };
    let timeline = [up].into_iter().chain(it.timeline).collect();
    ComplaintPage { holder: sho, working: Some(seema()), ahead: ahead(1, it.due_at), timeline, ..it }
}

fn at_top(it: ComplaintPage) -> ComplaintPage {
    let [.., top] = rungs();
    let day_later = Timestamp::from_second(it.now.as_second() + 86_400).unwrap_or(it.now);
    let alarm = Happening { at: it.now, what: What::TopAlarm { count: 2, at_top: top.clone() }, text: TextState::Failed };
    let it = overdue(it);
    let timeline = [alarm].into_iter().chain(it.timeline).collect();
    ComplaintPage { holder: top, ahead: Vec::new(), at_top: true, next_alarm: Some(day_later), timeline, ..it }
}

/// The same in hours: harassment has four of them.
fn hours(it: ComplaintPage) -> ComplaintPage {
    let registered_at = at(21, 18, 40);
    let timeline = vec![Happening { at: registered_at, what: What::Registered, text: TextState::Sent }];
    ComplaintPage { registered_at, due_at: at(21, 22, 40), now: at(21, 19, 25), ahead: ahead(0, at(21, 22, 40)), holidays: Vec::new(), timeline, ..it }
}
