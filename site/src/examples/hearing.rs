//! Hearings: what is free, her place in each state, her turn, the wall, and the officer's queue.

use domain::hearing::queue::Refused;
use domain::hearing::{Token, Zone};
use domain::ids::UnitCode;
use domain::number::Number;
use domain::policy::Category;
use jiff::SignedDuration;

use super::complaint::both;
use super::people::{at, number};
use crate::page::Page;
use crate::page::desk::DeskHead;
use crate::page::hearing::{
    Booked, CallShown, Choice, HeardNow, HearingFault, HearingMove, HearingPage, HearingRefused, HearingRow, HearingState, HearingsPage, Stand, WallPage, Where,
};

const MINE: Token = Token { slot: 6, seat: 1 };

pub(super) fn pages(category: &Category) -> Vec<(&'static str, Page<'static>)> {
    let all: Vec<_> = hers().into_iter().chain(wall()).collect();
    all.into_iter().chain(queues(category)).collect()
}

fn hers() -> Vec<(&'static str, Page<'static>)> {
    let zones = || Zone::parse("gulf", both("दुबई, अबू धाबी, मस्कट", "Dubai, Abu Dhabi, Muscat"), "<+04>-4").into_iter().collect();
    let page = |state| HearingPage { number: number(), state, minutes: 5, zones: zones(), zone: None, fresh: false, refused: None };
    let shown = |page| Page::Hearing(Box::new(page));
    let free: Vec<_> = (0..24).filter(|n| n % 3 != 0).map(|n| at(25, 12, 0) + SignedDuration::from_mins(5 * n)).collect();
    let days: Vec<_> = (24..=30).filter_map(|day| domain::Date::new(2026, 11, day).ok()).collect();
    let choice = Choice { first: Some(at(24, 12, 35)), day: days.get(1).copied(), days, free };
    let none = Choice { first: None, free: Vec::new(), ..choice.clone() };
    let booked = |stand, line| HearingState::Booked(Booked { at: at(24, 12, 30), token: MINE, line, stand });
    let line = Some((4, at(24, 12, 26)));
    let called = |call| HearingState::Called { token: MINE, call };
    let abroad = HearingPage { zone: Some("gulf".to_owned()), refused: Some(HearingRefused::Full), ..page(HearingState::Choose(choice.clone())) };
    let abroad_booked = HearingPage { zone: Some("gulf".to_owned()), ..page(booked(Where::Ahead, None)) };
    vec![
        ("hearing-choose", shown(page(HearingState::Choose(choice)))),
        ("hearing-abroad", shown(abroad)),
        ("hearing-none-free", shown(HearingPage { refused: Some(HearingRefused::Past), ..page(HearingState::Choose(none)) })),
        ("hearing-not-heard", shown(HearingPage { refused: Some(HearingRefused::NotNow), ..page(HearingState::NotHeard) })),
        ("hearing-booked", shown(abroad_booked)),
        ("hearing-today", shown(page(booked(Where::Today, line)))),
        ("hearing-waits", shown(HearingPage { fresh: true, ..page(booked(Where::Waits, line)) })),
        ("hearing-returned", shown(page(booked(Where::Returned, line)))),
        ("hearing-ended", shown(page(booked(Where::Ended, None)))),
        ("hearing-called", shown(page(called(CallShown::Ready)))),
        ("hearing-called-open", shown(page(called(CallShown::Open("https://meet.example.in/9f86d081".to_owned()))))),
        ("hearing-called-phone", shown(page(called(CallShown::Phone)))),
        ("hearing-called-before", shown(page(called(CallShown::ShownBefore)))),
    ]
}

fn wall() -> Vec<(&'static str, Page<'static>)> {
    let Some(unit) = UnitCode::parse("LKO") else { return Vec::new() };
    let token = |slot, seat| Token { slot, seat };
    let page = WallPage {
        unit,
        place: both("लखनऊ", "Lucknow"),
        hours: Some((at(24, 12, 0), at(24, 14, 0))),
        called: vec![token(5, 0), token(5, 1)],
        next: vec![token(5, 2), MINE, token(7, 0)],
    };
    let closed = WallPage { hours: None, called: Vec::new(), next: Vec::new(), ..page.clone() };
    vec![("hearing-wall", Page::Wall(Box::new(page))), ("hearing-wall-closed", Page::Wall(Box::new(closed)))]
}

fn queues(category: &Category) -> Vec<(&'static str, Page<'static>)> {
    let Some(unit) = UnitCode::parse("LKO") else { return Vec::new() };
    let row = |(text, slot, seat, stand): (&str, u8, u8, Stand)| {
        let number = Number::parse(text)?;
        let at = at(24, 12, 0) + SignedDuration::from_mins(5 * i64::from(slot));
        Some(HearingRow { number, token: Token { slot, seat }, at, category: category.name.clone(), stand, woman_officer: seat == 1, may_free: slot == 2 })
    };
    let called = ("LKO26-7F3KQ9XW-X", 5, 0, Stand::Called);
    let rows = [
        called,
        ("LKO26-7F3KQ9XW-X", 2, 1, Stand::Called),
        ("LKO26-7F3KQ9XW-X", 6, 1, Stand::Waits),
        ("LKO26-7F3KQ9XW-X", 9, 0, Stand::Booked),
        ("LKO26-7F3KQ9XW-X", 1, 0, Stand::Returned),
    ];
    let start = HearingsPage {
        head: DeskHead { hears: true, ..super::desk::head() },
        unit,
        hours: Some((at(24, 12, 0), at(24, 14, 0))),
        sits: false,
        officers: 0,
        pace: SignedDuration::from_mins(5),
        rows: Vec::new(),
        mine: None,
        done: None,
        refused: None,
        typed: Vec::new(),
    };
    let sits = HearingsPage { sits: true, officers: 2, rows: rows.into_iter().filter_map(row).collect(), done: Some(HearingMove::Sit), ..start.clone() };
    let mine = HeardNow {
        number: number(),
        token: Token { slot: 5, seat: 0 },
        category: category.name.clone(),
        link: Some("https://meet.example.in/9f86d081".to_owned()),
        again: false,
        stations: vec![("LKO-ALB".to_owned(), both("आलमबाग", "Alambagh"))],
    };
    let by_phone = HeardNow { link: None, again: true, stations: Vec::new(), ..mine.clone() };
    let typed = vec![("outcome".to_owned(), "forwarded".to_owned()), ("words".to_owned(), "थाने को भेजना है।".to_owned())];
    let wrong = HearingsPage { refused: Some(HearingFault::Station), typed, mine: Some(mine.clone()), done: None, ..sits.clone() };
    let nobody = HearingsPage { refused: Some(HearingFault::Refused(Refused::Nobody)), done: None, ..sits.clone() };
    let shown = |page| Page::Hearings(Box::new(page));
    vec![
        ("desk-hearings", shown(start)),
        ("desk-hearings-sits", shown(sits.clone())),
        ("desk-hearings-nobody", shown(nobody)),
        ("desk-hearings-called", shown(HearingsPage { mine: Some(mine), done: Some(HearingMove::Call), ..sits.clone() })),
        ("desk-hearings-phone", shown(HearingsPage { mine: Some(by_phone), refused: Some(HearingFault::Form), done: None, ..sits })),
        ("desk-hearings-wrong", shown(wrong)),
    ]
}
