use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::complaint::Stage;
use crate::ids::DistrictCode;
use crate::lang::Both;
use crate::policy::{Post, Scope};
use crate::sample::{at, complaint, empty_policy, officer, post, rung, rungs, start, station, unit};

fn number(n: u16) -> Number {
    let [a, b] = n.to_be_bytes();
    let district = DistrictCode::parse("LKO").unwrap();
    (0u8..).find_map(|k| Number::make(&district, 2026, [a >> 3, a & 7, b >> 4, b & 15, k, 0, 0, 0])).unwrap()
}

fn closed(n: u16, without_contact: bool) -> Closed {
    Closed { number: number(n), at: start(), without_contact }
}

/// A lot from a seed and a number, as good as a hash for what is proven here.
fn lot(seed: u64) -> impl Fn(&Number) -> String {
    move |number| {
        let hash = number.as_str().bytes().fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash: u64, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        format!("{:016x}", (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9))
    }
}

fn numbers(drawn: &[Closed]) -> BTreeSet<String> {
    drawn.iter().map(|it| it.number.to_string()).collect()
}

proptest! {
    /// What a unit can do about its draw: nothing by order; and with each complaint more or fewer, one place at most.
    #[test]
    fn a_unit_cannot_choose_its_sample(seed: u64, flags in prop::collection::vec(any::<bool>(), 0..60), turn in 0usize..60, extra in 0u16..12) {
        let month: Vec<Closed> = flags.iter().zip(0u16..).map(|(silent, n)| closed(n, *silent)).collect();
        let drawn = draw(&month, lot(seed));
        // The same again, in any order, and with one listed twice.
        let mut turned = month.clone();
        turned.rotate_left(if month.is_empty() { 0 } else { turn % month.len() });
        turned.extend(month.first().cloned());
        prop_assert_eq!(&draw(&turned, lot(seed)), &drawn);
        // Taking away what was not drawn changes nothing, and taking away another one never takes a drawn one out.
        for (n, left_out) in month.iter().enumerate() {
            let mut fewer = month.clone();
            fewer.remove(n);
            let still = numbers(&draw(&fewer, lot(seed)));
            let lost: Vec<_> = numbers(&drawn).into_iter().filter(|it| !still.contains(it) && *it != left_out.number.to_string()).collect();
            prop_assert!(lost.is_empty(), "without {}, {:?} is gone", left_out.number, lost);
        }
        // So many more push out so many at most.
        let more: Vec<Closed> = month.iter().cloned().chain((1000..1000 + extra).map(|n| closed(n, n % 2 == 0))).collect();
        let now = numbers(&draw(&more, lot(seed)));
        let pushed = numbers(&drawn).difference(&now).count();
        prop_assert!(pushed <= usize::from(extra) * 2, "{pushed} by {extra}");
        if extra == 0 { prop_assert_eq!(pushed, 0); }
        // As many as there should be.
        let silent = month.iter().filter(|it| it.without_contact).count();
        prop_assert!(drawn.len() >= month.len().min(MONTHLY) && drawn.len() <= MONTHLY + WITHOUT_CONTACT);
        prop_assert!(drawn.iter().filter(|it| it.without_contact).count() >= silent.min(WITHOUT_CONTACT));
    }
}

#[test]
fn over_many_seeds_each_complaint_is_drawn_alike_often() {
    let month: Vec<Closed> = (0..60).map(|n| closed(n, false)).collect();
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for seed in 0..2000u64 {
        for it in draw(&month, lot(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))) {
            *times.entry(it.number.to_string()).or_default() += 1;
        }
    }
    assert_eq!(times.len(), 60);
    // 500 expected; 5 standard deviations of 19.
    assert!(times.values().all(|n| (400..600).contains(n)), "{times:?}");
}

fn policy() -> Policy {
    let posts = [("io", Scope::Station, true), ("sho", Scope::Station, false), ("circle", Scope::Circle, false), ("state", Scope::State, false)];
    let name = Both { hi: String::new(), en: String::new() };
    let posts = posts.map(|(id, scope, works)| (post(id), Post { id: post(id), scope, name: name.clone(), commissionerate: None, works, calls_back: false }));
    Policy { posts: posts.into(), ..empty_policy() }
}

fn disposed(level: u8) -> Complaint {
    Complaint { stage: Stage::Disposed { at: start() }, level, closed_by: vec![OfficerId::parse("O-1").unwrap()], ..complaint() }
}

fn drawn_of(it: &Complaint) -> Drawn {
    Drawn {
        number: it.number.clone(),
        closed_at: start(),
        without_contact: false,
        reviewers: reviewers(it, |_| false),
        accused: it.accused.clone(),
        station: it.station.clone(),
        closed_by: it.closed_by.clone(),
        review: None,
    }
}

fn sample(cases: Vec<Drawn>) -> Sample {
    Sample { unit: unit("LKO-ALB"), month: Month::of(start()), drawn_at: start(), closed: 3, version: 1, cases }
}

fn who(id: &str, of: &str, code: &str) -> Officer {
    Officer { post: post(of), ..officer(id, code, true) }
}

#[test]
fn the_post_above_the_station_reviews_and_never_one_that_had_it() {
    let posts = |it: &Complaint| reviewers(it, |_| false).iter().map(|it| it.post.to_string()).collect::<Vec<_>>();
    assert_eq!(posts(&disposed(0)), ["circle", "state"]);
    assert_eq!(posts(&disposed(1)), ["circle", "state"], "its head is of the station too");
    assert_eq!(posts(&disposed(2)), ["state"], "the circle had it when it was closed");
    assert!(posts(&disposed(3)).is_empty(), "above the top there is nobody");
    let closed_it = reviewers(&disposed(0), |rung| rung.post == post("circle"));
    assert_eq!(closed_it[0].post, post("state"), "nobody reviews what they closed");
    // A ladder that stays in one unit is reviewed by its top.
    let cell = vec![rung("cell_desk", "LKO", None), rung("nodal", "LKO", Some(2)), rung("dm", "LKO", None)];
    let it = Complaint { path: crate::complaint::Path { rungs: cell, ..disposed(0).path }, ..disposed(0) };
    assert_eq!(posts(&it), ["dm"]);
    let there = Complaint { accused: Accused { station: Some(station("LKO-ALB")), officer: false, above: None }, ..disposed(0) };
    let rungs = [vec![rung("sho", "LKO-CNT", None)], rungs("LKO-ALB")].concat();
    let there = Complaint { path: crate::complaint::Path { rungs, ..there.path.clone() }, ..there };
    assert_eq!(posts(&there), ["circle", "state"], "never the station that it names");
}

#[test]
fn the_wall_holds_for_whoever_reviews() {
    let policy = policy();
    let it = drawn_of(&disposed(0));
    let circle = who("O-9", "circle", "LKO/Cantt");
    assert_eq!(it.eye(&policy, &circle, &unit("LKO-ALB")), Some(Eye::Above(0)));
    assert_eq!(it.eye(&policy, &who("O-7", "state", "UP"), &unit("LKO-ALB")), Some(Eye::Above(1)));
    for stranger in [who("O-9", "circle", "LKO/Alambagh"), who("O-9", "district", "LKO"), who("O-2", "io", "LKO-ALB"), who("O-4", "sho", "LKO-ALB")] {
        assert_eq!(it.eye(&policy, &stranger, &unit("LKO-ALB")), None, "{}", stranger.post);
    }
    // Whoever closed it, wherever they sit by now.
    let closer = Drawn { closed_by: vec![OfficerId::parse("O-9").unwrap()], ..it.clone() };
    assert_eq!(closer.eye(&policy, &circle, &unit("LKO-ALB")), None);
    // The station that it names, even as a post of its ladder.
    let reviewers = vec![Reviewer { post: post("sho"), unit: unit("LKO-CNT") }];
    let accused = Accused { station: Some(station("LKO-CNT")), officer: false, above: None };
    let about_them = Drawn { reviewers: reviewers.clone(), accused, ..it.clone() };
    assert_eq!(about_them.eye(&policy, &who("O-6", "sho", "LKO-CNT"), &unit("LKO-ALB")), None);
    assert_eq!(Drawn { reviewers, ..it }.eye(&policy, &who("O-6", "sho", "LKO-CNT"), &unit("LKO-ALB")), Some(Eye::Above(0)));
}

#[test]
fn a_review_is_written_once_and_its_action_ends_once() {
    let policy = policy();
    let number = disposed(0).number;
    let fresh = sample(vec![drawn_of(&disposed(0))]);
    let (circle, state, head) = (who("O-9", "circle", "LKO/Cantt"), who("O-7", "state", "UP"), who("O-4", "sho", "LKO-ALB"));
    let found = (Finding::NotHeard, Some((Remedy::SpeakToHer, at(100))));
    assert_eq!(fresh.review(&policy, &number, &head, found, at(1)), Err(Refused::Unknown), "the station has no part in it");
    assert_eq!(fresh.review(&policy, &number, &state, found, at(1)), Err(Refused::NotYours), "not before it is overdue");
    assert_eq!(fresh.settle(&policy, &number, &circle, at(1)), Err(Refused::NothingOpen));
    let reviewed = fresh.review(&policy, &number, &circle, found, at(1)).unwrap();
    assert_eq!(reviewed.version, 2);
    assert_eq!(reviewed.review(&policy, &number, &circle, found, at(2)), Err(Refused::ReviewedBefore));
    assert_eq!(reviewed.cases[0].eye(&policy, &head, &unit("LKO-ALB")), Some(Eye::Head), "now the station has something to do");
    assert_eq!(reviewed.settle(&policy, &number, &head, at(2)), Err(Refused::NotYours), "and does not say itself that it is done");
    let settled = reviewed.settle(&policy, &number, &circle, at(3)).unwrap();
    assert_eq!(settled.cases[0].standing(start()), Standing::ActionDone);
    assert_eq!(settled.settle(&policy, &number, &circle, at(4)), Err(Refused::NothingOpen));
    let in_order = fresh.review(&policy, &number, &circle, (Finding::InOrder, None), at(1)).unwrap();
    assert_eq!(in_order.cases[0].standing(start()), Standing::InOrder);
    assert_eq!(in_order.cases[0].eye(&policy, &head, &unit("LKO-ALB")), None);
}

#[test]
fn what_is_late_is_listed_one_post_higher_each_week() {
    let policy = policy();
    let it = drawn_of(&disposed(0));
    let due = review_due(start());
    assert_eq!(due, end_of(wall(start()).date() + jiff::Span::new().days(DAYS)));
    assert_eq!((it.reaches(start(), due), it.reaches(start(), due + SignedDuration::from_secs(1))), (0, 1));
    assert_eq!((it.reaches(start(), due + STEP - SignedDuration::from_secs(1)), it.reaches(start(), due + STEP)), (1, 2));
    let late = sample(vec![it]);
    let state = who("O-7", "state", "UP");
    let late_now = due + SignedDuration::from_hours(1);
    let number = disposed(0).number;
    let reviewed = late.review(&policy, &number, &state, (Finding::Delayed, Some((Remedy::SpeakToOfficer, late_now + STEP))), late_now).unwrap();
    assert_eq!(reviewed.cases[0].reaches(start(), late_now), 0, "the action has time of its own");
    assert_eq!(reviewed.cases[0].reaches(start(), late_now + STEP + STEP), 2);
    let sums = |sample: &Sample, now| Sums::of(sample.cases.iter(), start(), now);
    assert_eq!(sums(&late, late_now), Sums { drawn: 1, reviewed: 0, open: 0, overdue: 1 });
    assert_eq!(sums(&reviewed, late_now), Sums { drawn: 1, reviewed: 1, open: 1, overdue: 0 });
}
