//! Any day of any queue: places are nobody's twice, the order is fair, and nothing lies in the past or outside the window.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::{Time, Weekday, date, time};
use proptest::prelude::*;

use super::queue::{Entry, Queue, Refused, Sitting, State};
use super::*;
use crate::calendar::at_wall;
use crate::ids::OfficerId;
use crate::number::Number;
use crate::policy::Days;

fn both(text: &str) -> Both {
    Both { hi: text.to_owned(), en: text.to_owned() }
}

const DAY: Date = date(2026, 11, 24);

fn rule(minutes: u16) -> HearingRule {
    let window = Window { name: both("सुनवाई"), days: Days::Daily, from: time(12, 0, 0, 0), to: time(14, 0, 0, 0) };
    let post = PostId::parse("hearing").unwrap();
    let then = LadderId::parse("police").unwrap();
    HearingRule { post, window, minutes, overrun_minutes: 240, near: 3, ahead_days: 7, then, calls: BTreeMap::new(), zones: Vec::new() }
}

fn calendar() -> Calendar {
    Calendar { weekend: vec![Weekday::Sunday], holidays: BTreeMap::new() }
}

fn officer(n: usize) -> Officer {
    let id = OfficerId::parse(&format!("H-{n}")).unwrap();
    Officer {
        id, unit: UnitCode::parse("LKO").unwrap(), post: PostId::parse("hearing").unwrap(), rank: both("अपर"), name: both("सीमा"), woman: true
    }
}

fn number(n: usize) -> Number {
    let district = crate::ids::DistrictCode::parse("LKO").unwrap();
    let digit = |n: usize| u8::try_from(n % 30).unwrap();
    (0..=255u8).find_map(|salt| Number::make(&district, 2026, [digit(n), digit(n / 30), 1, 2, 3, 4, 5, salt])).unwrap()
}

fn noon(minutes: i64) -> Timestamp {
    at_wall(DAY.at(12, 0, 0, 0)) + SignedDuration::from_mins(minutes)
}

/// Everybody of a day with so many officers, booked in the order of their places.
fn full(rule: &HearingRule, officers: usize) -> Queue {
    let posted: Vec<Officer> = (0..officers).map(officer).collect();
    let places = rule.places(&calendar(), DAY, &posted, &[]);
    let entries = places.into_iter().enumerate().map(|(n, (token, at))| Entry::new(number(n), token, at, State::Booked)).collect();
    let sitting = posted.iter().map(|it| Sitting { officer: it.id.clone(), since: noon(0), until: None }).collect();
    Queue { entries, sitting }
}

fn put(queue: &mut Queue, fresh: Entry) {
    let old = queue.entries.iter_mut().find(|entry| entry.token == fresh.token).unwrap();
    assert_eq!(old.version + 1, fresh.version);
    *old = fresh;
}

#[test]
fn a_token_is_read_as_it_is_written() {
    for (slot, seat) in [(0, 0), (6, 1), (98, 25)] {
        let token = Token { slot, seat };
        assert_eq!(Token::parse(&token.to_string()), Some(token));
    }
    for wrong in ["", "A", "A0", "A00", "a07", "A007", "07", "अ07", "A+7", "[07"] {
        assert_eq!(Token::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn capacity_is_the_officers_on_duty_times_the_window() {
    let rule = rule(5);
    for officers in [0, 1, 3, 5, 40] {
        let posted: Vec<Officer> = (0..officers).map(officer).collect();
        assert_eq!(rule.places(&calendar(), DAY, &posted, &[]).len(), officers.min(26) * 24);
    }
    // A roster counts where there is one, by the minute.
    let posted = [officer(0), officer(1), officer(2)];
    let shift = |from, to, who: &[usize]| Shift {
        unit: posted[0].unit.clone(),
        post: rule.post.clone(),
        from: noon(from),
        to: noon(to),
        officers: who.iter().map(|n| posted[*n].id.clone()).collect(),
    };
    let shifts = [shift(0, 120, &[0]), shift(60, 120, &[1])];
    let places = rule.places(&calendar(), DAY, &posted, &shifts);
    assert_eq!((places.len(), places.iter().filter(|(_, at)| *at < noon(60)).count()), (36, 12));
}

#[test]
fn a_closed_day_has_no_places() {
    let mut working = rule(5);
    working.window.days = Days::Working;
    let sunday = date(2026, 11, 22);
    assert_eq!(working.slots(&calendar(), sunday).len(), 0);
    assert_eq!(rule(5).slots(&calendar(), sunday).len(), 24);
    let days = working.days(&calendar(), noon(121));
    assert!(!days.contains(&DAY) && !days.iter().any(|day| day.weekday() == Weekday::Sunday), "{days:?}");
}

#[test]
fn a_zone_tells_its_own_time_in_summer_and_winter() {
    let zone = Zone::parse("london", both("लंदन"), "GMT0BST,M3.5.0/1,M10.5.0").unwrap();
    assert_eq!(zone.wall(noon(0)).time(), time(6, 30, 0, 0));
    let summer = at_wall(date(2026, 7, 1).at(12, 0, 0, 0));
    assert_eq!(zone.wall(summer).time(), time(7, 30, 0, 0));
    assert!(Zone::parse("x", both("x"), "Europe/London").is_none());
}

#[test]
fn the_pace_is_the_days_own_once_three_were_heard() {
    let rule = rule(5);
    let mut queue = full(&rule, 1);
    let who = officer(0).id;
    for n in 0..4i64 {
        let now = noon(20 + n * 2);
        let called = queue.call_next(&who, "room", |_| true, now).unwrap();
        put(&mut queue, called.clone());
        let served = called.ends(&who, Outcome::Advised, now + SignedDuration::from_secs(100)).unwrap();
        put(&mut queue, served);
        let expected = if n < 2 { rule.length() } else { SignedDuration::from_secs(100) };
        assert_eq!(queue.pace(&rule), expected, "after {}", n + 1);
    }
    // The fifth waits for nobody; the eighth, who is there, for three at that pace.
    let now = noon(60);
    let token = |slot| Token { slot, seat: 0 };
    assert_eq!(queue.turn(&rule, token(4), noon(0), 1, now), Some((1, now)));
    assert_eq!(queue.turn(&rule, token(7), noon(0), 1, now), Some((4, now + SignedDuration::from_secs(300))));
    // Whoever has not come is not told to come before her time.
    assert_eq!(queue.turn(&rule, token(23), noon(0), 1, noon(30)), Some((20, noon(115))));
}

#[test]
fn a_link_is_shown_once_and_to_whom_the_officer_calls_alone() {
    let queue = full(&rule(5), 2);
    let (mine, other) = (officer(0).id, officer(1).id);
    assert_eq!(queue.entries[0].shows(), Err(Refused::NotCalled));
    let called = queue.call_next(&mine, "a", |_| true, noon(0)).unwrap();
    let shown = called.shows().unwrap();
    assert_eq!(shown.shows(), Err(Refused::ShownBefore));
    assert_eq!(shown.renews(&other, "b"), Err(Refused::NotCalled));
    let fresh = shown.renews(&mine, "b").unwrap();
    assert!(matches!(&fresh.state, State::Called { room, shown: false, .. } if room == "b"));
    assert_eq!(called.ends(&other, Outcome::Advised, noon(1)), Err(Refused::NotCalled));
}

#[test]
fn an_officer_hears_one_at_a_time_and_nobody_before_sitting_down() {
    let mut queue = full(&rule(5), 2);
    let mine = officer(0).id;
    let called = queue.call_next(&mine, "a", |_| true, noon(0)).unwrap();
    put(&mut queue, called);
    assert_eq!(queue.call_next(&mine, "b", |_| true, noon(0)), Err(Refused::Busy));
    assert_eq!(queue.call_next(&officer(7).id, "b", |_| true, noon(0)), Err(Refused::NotSitting));
    let second = queue.entries[1].number.clone();
    let next = queue.call_next(&officer(1).id, "b", |number| *number != second, noon(30)).unwrap();
    assert_ne!(next.number, second, "whom this officer may not hear is passed over");
    assert_eq!(queue.call_next(&officer(1).id, "b", |_| false, noon(30)), Err(Refused::Nobody));
}

#[derive(Clone, Debug)]
enum Step {
    Takes { at: usize, now: bool },
    Arrives(usize),
    Calls(usize),
    Misses(usize),
    Ends(usize),
    Passes(i64),
}

#[test]
fn near_are_those_who_can_be_called_soon() {
    let rule = rule(5);
    let mut queue = full(&rule, 1);
    // Three whose time is far off and who are not there stand before somebody who is.
    queue.entries.drain(..12);
    queue.entries.truncate(4);
    let there = queue.entries[3].arrives(noon(0)).unwrap();
    let token = there.token;
    put(&mut queue, there);
    let told: Vec<Token> = queue.to_tell(&rule, noon(10)).into_iter().map(|entry| entry.token).collect();
    assert_eq!(told, [token]);
}

#[test]
fn an_officer_who_vanishes_keeps_nobody_waiting_for_ever() {
    let rule = rule(5);
    let mut queue = full(&rule, 2);
    let called = queue.call_next(&officer(0).id, "room", |_| true, noon(0)).unwrap();
    assert_eq!(called.freed(&rule, noon(14)), Err(Refused::NotNow), "a long talk is no absence");
    let back = called.freed(&rule, noon(15)).unwrap();
    put(&mut queue, called);
    put(&mut queue, back.clone());
    assert_eq!(queue.line()[0].token, back.token, "where she stood before");
    assert_eq!(back.freed(&rule, noon(60)), Err(Refused::NotCalled));
    // It is no miss of hers: the one she may have is still before her.
    let again = queue.call_next(&officer(1).id, "room", |_| true, noon(15)).unwrap();
    let missed = again.misses(&officer(1).id, noon(16)).unwrap();
    assert!(missed.waits());
    put(&mut queue, again);
    put(&mut queue, missed.clone());
    let third = Entry { state: State::Called { at: noon(20), by: officer(1).id, room: "room".to_owned(), shown: true, again: true }, ..missed };
    assert_eq!(third.freed(&rule, noon(60)).unwrap().state, State::Returned { at: noon(20) }, "nor is a miss forgotten");
}

#[test]
fn a_hearing_ends_even_where_nobody_rises() {
    let rule = rule(5);
    let mut queue = full(&rule, 1);
    let closes = noon(120);
    assert_eq!([119, 120, 359, 360].map(|at| queue.is_over(&rule, closes, noon(at))), [false, false, false, true]);
    queue.sitting[0].until = Some(noon(100));
    assert_eq!([119, 120].map(|at| queue.is_over(&rule, closes, noon(at))), [false, true]);
    let unit = UnitCode::parse("LKO").unwrap();
    let place = rule.appointment(&calendar(), unit, (Token { slot: 0, seat: 0 }, noon(0))).unwrap();
    assert_eq!([359, 360].map(|at| place.is_over(noon(at))), [false, true]);
}

#[test]
fn whoever_is_not_there_yet_does_not_stand_before_those_who_are() {
    let rule = rule(5);
    let mut queue = full(&rule, 1);
    queue.entries.drain(..12);
    let last = queue.entries.last().unwrap().arrives(noon(0)).unwrap();
    let token = last.token;
    put(&mut queue, last);
    assert_eq!(queue.turn(&rule, token, noon(0), 1, noon(0)), Some((1, noon(0))));
    let tomorrow = noon(24 * 60);
    let early = Entry { at: tomorrow, ..queue.entries[0].clone() };
    assert_eq!(early.arrives(noon(0)), Err(Refused::NotNow), "only on its day");
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..200usize, any::<bool>()).prop_map(|(at, now)| Step::Takes { at, now }),
        2 => (0..200usize).prop_map(Step::Arrives),
        4 => (0..3usize).prop_map(Step::Calls),
        1 => (0..3usize).prop_map(Step::Misses),
        2 => (0..3usize).prop_map(Step::Ends),
        3 => (0..20i64).prop_map(Step::Passes),
    ]
}

proptest! {
    #[test]
    fn places_lie_in_the_window_and_are_free_to_one(minutes in 1u16..60, officers in 0usize..30) {
        let rule = rule(minutes.max(2));
        let posted: Vec<Officer> = (0..officers).map(officer).collect();
        let places = rule.places(&calendar(), DAY, &posted, &[]);
        let tokens: BTreeSet<_> = places.iter().map(|(token, _)| token.to_string()).collect();
        prop_assert_eq!(tokens.len(), places.len(), "each token once");
        for (token, at) in &places {
            prop_assert!(*at >= noon(0) && *at + rule.length() <= noon(120));
            prop_assert_eq!(*at, noon(i64::from(rule.minutes) * i64::from(token.slot)));
        }
    }

    #[test]
    fn what_is_offered_is_ahead_on_a_day_and_at_a_beginning(minutes in 2u16..60, now in -300i64..300, asked in -3000i64..13_000) {
        let rule = rule(minutes);
        let (now, asked) = (noon(now), noon(asked));
        let day = wall(asked).date();
        let opens = at_wall(day.at(12, 0, 0, 0));
        let into = asked.duration_since(opens).as_mins();
        let begins = into >= 0 && into % i64::from(minutes) == 0 && into + i64::from(minutes) <= 120;
        let ahead = asked > now && day <= DAY.saturating_add(jiff::Span::new().days(7));
        prop_assert_eq!(rule.offers(&calendar(), Some(asked), now), begins && ahead);
        prop_assert_eq!(rule.offers(&calendar(), None, now), now < noon(120), "at once as long as the window is open");
    }

    #[test]
    fn any_day_is_fair(steps in prop::collection::vec(any_step(), 1..120), officers in 1usize..4) {
        let rule = rule(5);
        let posted: Vec<Officer> = (0..officers).map(officer).collect();
        let places = rule.places(&calendar(), DAY, &posted, &[]);
        let sitting = posted.iter().map(|it| Sitting { officer: it.id.clone(), since: noon(0), until: None }).collect();
        let mut queue = Queue { entries: Vec::new(), sitting };
        let (mut now, mut missed): (Timestamp, HashMap<Number, u32>) = (noon(-10), HashMap::new());
        for (n, step) in steps.into_iter().enumerate() {
            match step {
                Step::Passes(minutes) => now += SignedDuration::from_mins(minutes),
                Step::Takes { at, now: at_once } => {
                    let mut free = queue.free(&places);
                    free.retain(|(_, at)| rule.may_take(*at, at_once, now));
                    if let Some((token, at)) = free.get(at % free.len().max(1)).copied() {
                        let state = if at_once { State::Waiting { since: now } } else { State::Booked };
                        prop_assert!(queue.entry(token).is_none());
                        queue.entries.push(Entry::new(number(n), token, at, state));
                    }
                }
                Step::Arrives(n) => {
                    if let Some(Ok(fresh)) = queue.entries.get(n).map(|entry| entry.arrives(now)) {
                        put(&mut queue, fresh);
                    }
                }
                Step::Calls(n) => {
                    let before = queue.clone();
                    if let Ok(called) = queue.call_next(&officer(n).id, "room", |_| true, now) {
                        let order = before.entry(called.token).unwrap().order();
                        let earlier = before.line().into_iter().filter(|entry| entry.is_callable(now) && entry.order() < order).count();
                        prop_assert_eq!(earlier, 0, "nobody who is there is passed over");
                        if now >= noon(0) {
                            let promised = before.turn(&rule, called.token, noon(0), officers, now);
                            prop_assert_eq!(promised, Some((1, now)), "her page said that she is the next");
                        }
                        put(&mut queue, called);
                    }
                }
                Step::Misses(n) => {
                    let who = officer(n).id;
                    if let Some(entry) = queue.called_by(&who).cloned() {
                        let fresh = entry.misses(&who, queue.end(now)).unwrap();
                        let times = missed.entry(entry.number.clone()).or_default();
                        *times += 1;
                        put(&mut queue, fresh.clone());
                        prop_assert_eq!(fresh.waits(), *times == 1, "back once");
                        if *times == 1 {
                            prop_assert_eq!(queue.line().last().map(|entry| entry.token), Some(fresh.token), "at the end");
                        }
                    }
                }
                Step::Ends(n) => {
                    let who = officer(n).id;
                    if let Some(entry) = queue.called_by(&who).cloned() {
                        put(&mut queue, entry.ends(&who, Outcome::Advised, now).unwrap());
                    }
                }
            }
            let called = queue.called();
            let busy: BTreeSet<_> = called.iter().map(|(_, by, _)| by.as_str()).collect();
            prop_assert_eq!(busy.len(), called.len(), "one at a time");
            let tokens: BTreeSet<_> = queue.entries.iter().map(|entry| entry.token).collect();
            prop_assert_eq!(tokens.len(), queue.entries.len(), "no token twice");
            let mut places = BTreeSet::new();
            for entry in &queue.entries {
                let turn = queue.turn(&rule, entry.token, noon(0), officers, now);
                prop_assert_eq!(turn.is_some(), entry.waits());
                prop_assert!(turn.is_none_or(|(place, at)| at >= now && at >= noon(0) && places.insert(place)), "one place, one person");
            }
        }
    }
}

#[test]
fn a_window_is_what_the_hours_say() {
    let (from, to) = rule(5).hours(&calendar(), DAY).unwrap();
    assert_eq!((wall(from).time(), wall(to).time()), (Time::midnight().with().hour(12).build().unwrap(), time(14, 0, 0, 0)));
}
