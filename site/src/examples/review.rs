//! Reviews of closed cases and named views: full, empty, refused and done.

use domain::account::{SavedView, ViewName};
use domain::ids::OfficerId;
use domain::review::{Action, Finding, Month, Refused, Remedy, Review, Standing, Sums, Told};
use domain::say::Said;

use super::complaint::both;
use super::desk::head;
use super::people::{at, numbered};
use crate::page::Page;
use crate::page::desk::{ViewFault, ViewsPage};
use crate::page::review::{ReviewFault, ReviewMay, ReviewOutcome, ReviewPage, ReviewRow, ReviewsPage, UnitRow};

/// By a short name; empty where the month could not be read.
pub(super) fn pages() -> Vec<(&'static str, Page<'static>)> {
    let (Some(month), Some(officer)) = (Month::parse("2026-10"), OfficerId::parse("LKO-CO-1")) else { return Vec::new() };
    let mut all = lists(month, &officer);
    all.extend(cases(month, &officer));
    all.extend(views());
    all
}

fn row(month: Month, n: u8, standing: Standing, review: Option<Review>) -> ReviewRow {
    let place =
        if n.is_multiple_of(2) { both("थाना आलमबाग", "Alambagh station") } else { both("थाना कैंट", "Cantonment station") };
    ReviewRow { number: numbered(n), month, place, closed_at: at(12, 16, 5), without_contact: n.is_multiple_of(3), standing, review }
}

fn reviewed(officer: &OfficerId, finding: Finding, action: Option<Action>) -> Option<Review> {
    Some(Review { by: officer.clone(), at: at(20, 12, 10), finding, action })
}

fn open(what: Remedy, day: i8) -> Option<Action> {
    Some(Action { what, due: domain::calendar::end_of(domain::Date::constant(2026, 11, day)), done: None })
}

fn lists(month: Month, officer: &OfficerId) -> Vec<(&'static str, Page<'static>)> {
    let due = domain::calendar::end_of(domain::Date::constant(2026, 11, 25));
    let late = domain::calendar::end_of(domain::Date::constant(2026, 11, 22));
    let unit = |hi, en, closed, sums| UnitRow { place: both(hi, en), closed, sums };
    let told = |month: Month, seed: Option<&str>| Told {
        month,
        commitment: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".to_owned(),
        told_at: at(1, 3, 0),
        seed: seed.map(str::to_owned),
    };
    let page = ReviewsPage {
        head: head(),
        month,
        yours: (1..4).map(|n| row(month, n, Standing::Waits(due), None)).collect(),
        below: vec![row(month, 6, Standing::Waits(late), None)],
        todo: vec![row(month, 8, Standing::ActionOpen(due), reviewed(officer, Finding::NotHeard, open(Remedy::SpeakToHer, 25)))],
        units: vec![
            unit("थाना आलमबाग", "Alambagh station", 41, Sums { drawn: 16, reviewed: 12, open: 3, overdue: 1 }),
            unit("थाना कैंट", "Cantonment station", 9, Sums { drawn: 9, reviewed: 9, open: 0, overdue: 0 }),
        ],
        idle: Some(3),
        said: vec![Said { month, solved: 11, unsolved: 3 }, Said { month: month.before(), solved: 6, unsolved: 0 }],
        told: vec![told(month.after(), None), told(month, Some("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))],
        now: at(24, 10, 30),
    };
    let empty = ReviewsPage {
        yours: Vec::new(),
        below: Vec::new(),
        todo: Vec::new(),
        units: Vec::new(),
        idle: None,
        said: Vec::new(),
        told: Vec::new(),
        ..page.clone()
    };
    vec![("desk-reviews", Page::Reviews(Box::new(page))), ("desk-reviews-empty", Page::Reviews(Box::new(empty)))]
}

fn cases(month: Month, officer: &OfficerId) -> Vec<(&'static str, Page<'static>)> {
    let due = domain::calendar::end_of(domain::Date::constant(2026, 11, 25));
    let fresh = ReviewPage {
        head: head(),
        row: row(month, 3, Standing::Waits(due), None),
        note: None,
        may: ReviewMay::Review,
        outcome: None,
        typed: Vec::new(),
        now: at(24, 10, 30),
    };
    let typed = [("finding", "in_order"), ("note", "फ़ोन की दो कोशिशें लिखी हैं, समय ठीक है।"), ("remedy", "mend_report")];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let wrong = ReviewPage { outcome: Some(ReviewOutcome::Faulty(ReviewFault::NoRemedy)), typed, ..fresh.clone() };
    let action = open(Remedy::SpeakToHer, 25);
    let found = ReviewPage {
        row: row(month, 3, Standing::ActionOpen(due), reviewed(officer, Finding::NotHeard, action.clone())),
        note: Some("दोनों कोशिशें रात 11 बजे की हैं, जबकि आवेदिका ने दिन का समय लिखा था।".to_owned()),
        may: ReviewMay::Settle,
        outcome: Some(ReviewOutcome::Done),
        ..fresh.clone()
    };
    let ended = action.map(|action| Action { done: Some((officer.clone(), at(24, 9, 0))), ..action });
    let done = ReviewPage {
        row: row(month, 3, Standing::ActionDone, reviewed(officer, Finding::NotHeard, ended)),
        may: ReviewMay::Nothing,
        outcome: Some(ReviewOutcome::Refused(Refused::NothingOpen)),
        ..found.clone()
    };
    let page = |it: ReviewPage| Page::Review(Box::new(it));
    vec![("desk-review", page(fresh)), ("desk-review-wrong", page(wrong)), ("desk-review-found", page(found)), ("desk-review-done", page(done))]
}

fn views() -> Vec<(&'static str, Page<'static>)> {
    let view = |name: &str, query: &str| ViewName::parse(name).ok().map(|name| SavedView { name, query: query.to_owned() });
    let kept = [view("कैंट की अतिदेय", "view=overdue&station=LKO-CNT"), view("WhatsApp, this month", "view=unit&channel=whatsapp&from=2026-11-01")];
    let full = ViewsPage { head: head(), views: kept.into_iter().flatten().collect(), fault: None, name: String::new(), query: String::new() };
    let empty = ViewsPage { views: Vec::new(), ..full.clone() };
    let nameless = ViewsPage { fault: Some(ViewFault::Name), query: "view=mine".to_owned(), ..full.clone() };
    let none = ViewsPage { fault: Some(ViewFault::Full), name: "और एक".to_owned(), query: "view=mine".to_owned(), ..full.clone() };
    let page = |it: ViewsPage| Page::Views(Box::new(it));
    vec![("desk-views", page(full)), ("desk-views-empty", page(empty)), ("desk-views-nameless", page(nameless)), ("desk-views-full", page(none))]
}
