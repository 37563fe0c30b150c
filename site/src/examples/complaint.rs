//! A registered complaint in its states: new, running, short of time, stopped, overdue, at the top, settled, in appeal.

use domain::clock::{Clock, ClockRule, Mark, PauseReason};
use domain::event::Act;
use domain::hearing::{Outcome, Token};
use domain::lang::Both;
use domain::policy::{Category, Policy, Service};
use domain::suggestion::DownReason;
use domain::work::{Closing, LookReason, RejectReason};
use domain::{Date, Timestamp};
use jiff::SignedDuration;

use super::clocks::{all_states, hours as clock_of_hours, met, paused, planned, shown};
use super::people::{at, number, receipt};
use crate::page::{AlreadyFiledPage, ClockShown, ComplaintPage, Happening, Holder, Page, PostAt, PostText, ReceiptPage, StageShown, TextState, What};

/// Receipt, the page for a form that came twice, and the complaint in each state.
pub(super) fn pages<'a>(policy: &'a Policy, service: &'a Service, category: &'a Category) -> Vec<(&'static str, Page<'a>)> {
    let registered = at(2, 21, 41);
    let due = policy.calendar.due(registered, category.deadline);
    let receipt = receipt_page(category, registered, due);
    let discreet = ReceiptPage { texts: false, next: None, holidays: Vec::new(), woman_officer: false, ..receipt.clone() };
    let promise = Clock::new(ClockRule::Disposal, registered, due, SignedDuration::ZERO);
    let with = |clock: &Clock, now| complaint(service, category, clock, now);
    let seen = |share| with(&promise, between(registered, due, share));
    let stopped = paused(promise.clone(), between(registered, due, 30), between(registered, due, 50));
    let settled = Clock { met_at: Some(between(registered, due, 70)), ..promise.clone() };
    let settled_late = Clock { met_at: Some(between(registered, due, 130)), ..stopped.clone() };
    let in_appeal = ComplaintPage { stage: StageShown::InAppeal, ..overdue(seen(120)) };
    let (third_day, clocks) = all_states(registered);
    vec![
        ("receipt", Page::Receipt(Box::new(receipt))),
        ("receipt-no-texts", Page::Receipt(Box::new(discreet))),
        ("already-filed", Page::AlreadyFiled(AlreadyFiledPage { number: number() })),
        ("complaint-new", opened(fresh(service, category))),
        ("complaint", opened(seen(38))),
        ("complaint-half", opened(seen(55))),
        ("complaint-short", opened(seen(88))),
        ("complaint-paused", opened(with(&stopped, between(registered, due, 40)))),
        ("complaint-clocks", opened(ComplaintPage { clocks, planned: planned(), ..with(&promise, third_day) })),
        ("complaint-overdue", opened(overdue(seen(104)))),
        ("complaint-stand-in", opened(stand_in(seen(112)))),
        ("complaint-top", opened(at_top(seen(160)))),
        ("complaint-disposed", opened(disposed(with(&settled, between(registered, due, 75))))),
        ("complaint-disposed-late", opened(disposed(with(&settled_late, between(registered, due, 140))))),
        ("complaint-appeal", opened(in_appeal)),
        ("complaint-happened", opened(everything(seen(60)))),
        ("complaint-hours", opened(hours(seen(0)))),
    ]
}

/// Registered this minute; nobody has it.
pub(super) fn fresh(service: &Service, category: &Category) -> ComplaintPage {
    let it = running(service, category, 0);
    ComplaintPage {
        stage: StageShown::Unassigned,
        holder: sho(),
        clocks: vec![shown(&clock_of_hours(ClockRule::Assignment, it.registered_at, 24), it.registered_at)],
        planned: planned(),
        timeline: vec![happening(it.registered_at, "registered", What::Registered, Some(TextState::Waiting))],
        ..it
    }
}

/// Settled in time.
pub(super) fn settled(service: &Service, category: &Category) -> ComplaintPage {
    let it = running(service, category, 75);
    let clock = Clock::new(ClockRule::Disposal, it.registered_at, it.disposal.due_at, SignedDuration::ZERO);
    let met = Clock { met_at: Some(between(it.registered_at, it.disposal.due_at, 70)), ..clock };
    disposed(complaint(service, category, &met, it.now))
}

/// At work, when so many hundredths of its time are gone.
pub(super) fn running(service: &Service, category: &Category, hundredths: i64) -> ComplaintPage {
    let registered = at(2, 21, 41);
    let due = domain::calendar::end_of(Date::constant(2027, 1, 2));
    let promise = Clock::new(ClockRule::Disposal, registered, due, SignedDuration::ZERO);
    complaint(service, category, &promise, between(registered, due, hundredths))
}

pub(super) fn opened(it: ComplaintPage) -> Page<'static> {
    Page::Complaint(Box::new(it))
}

/// The moment at which so many hundredths of the time are gone.
fn between(from: Timestamp, to: Timestamp, hundredths: i64) -> Timestamp {
    let seconds = from.as_second() + (to.as_second() - from.as_second()) * hundredths / 100;
    Timestamp::from_second(seconds).unwrap_or(to)
}

pub(super) fn both(hi: &str, en: &str) -> Both {
    Both { hi: hi.to_owned(), en: en.to_owned() }
}

fn holder(hi: &str, en: &str, place_hi: &str, place_en: &str, woman: bool) -> Holder {
    Holder { title: both(hi, en), place: both(place_hi, place_en), woman, stands_in_for: None }
}

fn seema() -> Holder {
    holder("उपनिरीक्षक सीमा वर्मा", "Sub-Inspector Seema Verma", "थाना आलमबाग", "Alambagh station", true)
}

pub(super) fn sho() -> Holder {
    holder("थानाध्यक्ष", "Station House Officer", "थाना आलमबाग", "Alambagh station", false)
}

pub(super) fn rungs() -> [Holder; 4] {
    [
        sho(),
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

pub(super) fn receipt_page(category: &Category, registered_at: Timestamp, due_at: Timestamp) -> ReceiptPage {
    let [next, ..] = rungs();
    ReceiptPage {
        number: number(),
        receipt: receipt(),
        category: category.name.clone(),
        registered_at,
        due_at,
        allowed: Some(category.deadline),
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

pub(super) fn happening(at: Timestamp, kind: &'static str, what: What, text: Option<TextState>) -> Happening {
    Happening { at, kind, what, text, post_text: None }
}

fn complaint(service: &Service, category: &Category, clock: &Clock, now: Timestamp) -> ComplaintPage {
    let disposal = ClockShown { text: category.rule.clone(), source: category.source.clone(), ..shown(clock, now) };
    let spoke = met(clock_of_hours(ClockRule::FirstContact, clock.started_at, 72), 14);
    ComplaintPage {
        number: number(),
        service: service.name.clone(),
        category: category.name.clone(),
        stage: StageShown::Assigned,
        registered_at: clock.started_at,
        now,
        holidays: diwali(),
        clocks: vec![shown(&spoke, now)],
        planned: Vec::new(),
        holder: seema(),
        working: None,
        level: 0,
        rungs: 5,
        ahead: ahead(0, disposal.ends_at),
        told: sho(),
        at_top: false,
        next_alarm: None,
        timeline: vec![
            happening(at(3, 11, 20), "acted", What::Acted(Act::Reached), None),
            happening(at(3, 10, 5), "assigned", What::Assigned { to: seema() }, Some(TextState::Sent)),
            happening(clock.started_at, "registered", What::Registered, Some(TextState::Sent)),
        ],
        disposal,
        hers: None,
    }
}

/// The same with this on top of what has happened.
pub(super) fn then(it: ComplaintPage, newer: impl IntoIterator<Item = Happening>) -> ComplaintPage {
    let timeline = newer.into_iter().chain(it.timeline).collect();
    ComplaintPage { timeline, ..it }
}

pub(super) fn overdue(it: ComplaintPage) -> ComplaintPage {
    let ends = it.disposal.ends_at;
    let up = What::Escalated { to: sho(), past: Vec::new() };
    let up = Happening { post_text: Some(PostText::Sent), ..happening(ends, "escalated", up, Some(TextState::NotWanted)) };
    let [_, next, ..] = rungs();
    then(ComplaintPage { holder: sho(), working: Some(seema()), level: 1, ahead: ahead(1, ends + SignedDuration::from_hours(72)), told: next, ..it }, [up])
}

/// Two posts above were empty; a third is, and somebody does its work.
fn stand_in(it: ComplaintPage) -> ComplaintPage {
    let it = overdue(it);
    let [_, circle, commissioner, top] = rungs();
    let other = holder("पुलिस उपायुक्त", "Deputy Commissioner of Police", "लखनऊ", "Lucknow", false);
    let to = Holder { stands_in_for: Some(PostAt { title: commissioner.title, place: commissioner.place }), ..other.clone() };
    let up = What::Escalated { to: to.clone(), past: vec![circle, other] };
    let up = Happening { post_text: Some(PostText::NoPhone), ..happening(it.now, "escalated", up, Some(TextState::Sent)) };
    then(ComplaintPage { holder: to, level: 3, ahead: ahead(3, it.now + SignedDuration::from_hours(72)), told: top, ..it }, [up])
}

fn at_top(it: ComplaintPage) -> ComplaintPage {
    let [.., top] = rungs();
    let it = overdue(it);
    let day = SignedDuration::from_hours(24);
    let alarm = |count: u32| {
        let what = What::TopAlarm { count, at_top: top.clone() };
        Happening { post_text: Some(PostText::Failed), ..happening(it.now - day * (3 - i32::try_from(count).unwrap_or(0)), "top_alarm", what, None) }
    };
    let newer: Vec<Happening> = (1..=3).rev().map(alarm).collect();
    let next_alarm = Some(it.now + day);
    then(ComplaintPage { holder: top.clone(), level: 4, ahead: Vec::new(), told: top, at_top: true, next_alarm, ..it }, newer)
}

fn disposed(it: ComplaintPage) -> ComplaintPage {
    let at = it.disposal.marks[1].max(it.registered_at);
    let closed = happening(at, "disposed", What::Disposed(Closing::Done), Some(TextState::Sent));
    then(ComplaintPage { stage: StageShown::Disposed, holder: sho(), ahead: Vec::new(), ..it }, [closed])
}

/// Everything that can stand on a timeline.
fn everything(it: ComplaintPage) -> ComplaintPage {
    let enquiry = || both("शुरुआती जाँच", "Preliminary enquiry");
    let [_, circle, ..] = rungs();
    let station = both("कैंट", "Cantonment");
    let paused = What::Paused { clock: enquiry(), reason: PauseReason::Court, until: at(9, 11, 0), by: circle.clone() };
    let kinds = [
        ("missed", What::Missed { clock: enquiry(), to: circle.clone() }),
        ("warned", What::Warned { clock: enquiry(), mark: Mark::Most, to: sho() }),
        ("warned", What::Warned { clock: enquiry(), mark: Mark::Half, to: sho() }),
        ("appealed", What::Appealed { to: circle.clone(), past: Vec::new() }),
        ("answered", What::Answered { solved: true }),
        ("answered", What::Answered { solved: false }),
        ("refusal_reported", What::RefusalReported { to: circle.clone(), past: Vec::new() }),
        ("withdrawal_asked", What::WithdrawalAsked { at: at(9, 11, 0) }),
        ("kept_on", What::KeptOn),
        ("heard", What::Heard { outcome: Outcome::Forwarded }),
        ("hearing_near", What::HearingNear),
        ("hearing_unreached", What::HearingUnreached),
        ("hearing_left", What::HearingLeft { missed: false }),
        ("hearing_left", What::HearingLeft { missed: true }),
        ("hearing_booked", What::HearingBooked { at: at(9, 12, 30), token: Token { slot: 6, seat: 1 } }),
        ("taken_up", What::TakenUp { wording: super::suggestion::wording(), office: sho(), reworded: false }),
        ("taken_up", What::TakenUp { wording: super::suggestion::wording(), office: circle.clone(), reworded: true }),
        ("taken_down", What::TakenDown(DownReason::NotPossible)),
        ("taken_down", What::TakenDown(DownReason::NotOurs)),
        ("taken_down", What::TakenDown(DownReason::Mistake)),
        ("reopened", What::Reopened { to: circle.clone(), past: Vec::new() }),
        ("disposed", What::Disposed(Closing::Done)),
        ("disposed", What::Disposed(Closing::NoContact)),
        ("disposed", What::Disposed(Closing::Merged(it.number.clone()))),
        ("atr_approved", What::AtrApproved),
        ("atr_returned", What::AtrReturned),
        ("atr_filed", What::AtrFiled),
        ("acknowledged", What::Acknowledged),
        ("pause_asked", What::PauseAsked { clock: enquiry(), reason: PauseReason::Laboratory, until: at(9, 11, 0) }),
        ("contact_changed", What::ContactChanged),
        ("evidence_added", What::EvidenceAdded(super::evidence::film())),
        ("picture_added", What::PictureAdded(super::evidence::film())),
        ("noted", What::Noted),
        ("resumed", What::Resumed { clock: enquiry() }),
        ("paused", paused),
        ("enquiry_opened", What::EnquiryOpened),
        ("recorded", What::Recorded),
        ("transferred", What::Transferred { station: station.clone(), district: None, to: sho(), past: Vec::new() }),
        ("transferred", What::Transferred { station, district: Some(both("प्रयागराज", "Prayagraj")), to: sho(), past: Vec::new() }),
        ("released", What::Released),
        ("handed_over", What::HandedOver { to: None }),
        ("handed_over", What::HandedOver { to: Some(seema()) }),
    ];
    let acts = Act::ALL.map(|act| ("acted", What::Acted(act)));
    let moment = it.now;
    let looked = LookReason::ALL.map(|why| ("looked", What::Looked(why)));
    let rejected = RejectReason::ALL.map(|why| ("disposed", What::Disposed(Closing::Rejected(why))));
    let rows = kinds.into_iter().chain(acts).chain(looked).chain(rejected).map(|(kind, what)| happening(moment, kind, what, None));
    let rows: Vec<Happening> = rows.collect();
    then(it, rows)
}

/// The same in hours: harassment has four of them.
fn hours(it: ComplaintPage) -> ComplaintPage {
    let (registered_at, now) = (at(21, 18, 40), at(21, 19, 25));
    let promise = shown(&clock_of_hours(ClockRule::Disposal, registered_at, 4), now);
    let disposal = ClockShown { text: it.disposal.text, source: it.disposal.source, ..promise };
    let timeline = vec![happening(registered_at, "registered", What::Registered, Some(TextState::Sent))];
    ComplaintPage { registered_at, now, ahead: ahead(0, disposal.ends_at), holidays: Vec::new(), clocks: Vec::new(), timeline, disposal, ..it }
}
