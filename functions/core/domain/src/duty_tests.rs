//! Rosters that hold and that do not, who is on duty, and who gets the next complaint.

use std::collections::BTreeMap;

use jiff::civil::{Weekday, date, time};

use super::*;
use crate::calendar::at_wall;
use crate::lang::Both;
use crate::number::Number;
use crate::policy::Days;
use crate::sample::*;

fn both(text: &str) -> Both {
    Both { hi: text.into(), en: text.into() }
}

/// A help desk: two officers, both women, from 9:30 to 11:30.
fn rule(days: Days) -> DutyRule {
    DutyRule { post: post("io"), least: 2, women: 2, window: Window { name: both("desk"), days, from: time(9, 30, 0, 0), to: time(11, 30, 0, 0) } }
}

/// A day of November 2026 and an hour of it, as a wall in India shows them.
fn wall_at(day: i8, hour: i8, minute: i8) -> Timestamp {
    at_wall(date(2026, 11, day).at(hour, minute, 0, 0))
}

fn ids(names: &[&str]) -> Vec<OfficerId> {
    names.iter().map(|id| OfficerId::parse(id).unwrap()).collect()
}

fn shift(from: Timestamp, to: Timestamp, names: &[&str]) -> Shift {
    Shift { unit: unit("LKO-ALB"), post: post("io"), from, to, officers: ids(names) }
}

/// Four women and a man of the same desk.
fn posted() -> Vec<Officer> {
    ["A", "B", "C", "D"].map(|id| officer(id, "LKO-ALB", true)).into_iter().chain([officer("M", "LKO-ALB", false)]).collect()
}

fn of_day(day: i8, names: &[&str]) -> Shift {
    shift(wall_at(day, 9, 30), wall_at(day, 11, 30), names)
}

fn faults(shift: &Shift, around: &[Shift]) -> Vec<ShiftFault> {
    check(shift, &[rule(Days::Daily)], &posted(), around)
}

#[test]
fn a_shift_is_refused_with_each_reason() {
    let id = |name: &str| OfficerId::parse(name).unwrap();
    let good = of_day(23, &["A", "B"]);
    assert_eq!(faults(&good, &[]), []);
    assert_eq!(faults(&Shift { to: good.from, ..good.clone() }, &[]), [ShiftFault::EndsBeforeItBegins]);
    assert_eq!(faults(&Shift { from: good.to, to: good.from, ..good.clone() }, &[]), [ShiftFault::EndsBeforeItBegins]);
    assert_eq!(faults(&Shift { post: post("sho"), ..good.clone() }, &[]), [ShiftFault::NoDuty]);
    assert_eq!(faults(&of_day(23, &["A", "B", "X"]), &[]), [ShiftFault::Unknown(id("X"))]);
    assert_eq!(faults(&of_day(23, &["A"]), &[]), [ShiftFault::TooFew { need: 2, has: 1 }, ShiftFault::TooFewWomen { need: 2, has: 1 }]);
    assert_eq!(faults(&of_day(23, &["A", "M"]), &[]), [ShiftFault::TooFewWomen { need: 2, has: 1 }], "two women at a help desk");
    assert_eq!(faults(&of_day(23, &[]), &[]), [ShiftFault::TooFew { need: 2, has: 0 }, ShiftFault::TooFewWomen { need: 2, has: 0 }]);
    assert_eq!(
        faults(&of_day(23, &["A", "A"]), &[]),
        [ShiftFault::Twice(id("A")), ShiftFault::TooFew { need: 2, has: 1 }, ShiftFault::TooFewWomen { need: 2, has: 1 }],
        "named twice she is still one"
    );
    let elsewhere = Shift { unit: unit("LKO-BKT"), ..good };
    assert_eq!(faults(&elsewhere, &[])[..2], [ShiftFault::Unknown(id("A")), ShiftFault::Unknown(id("B"))], "posted at another station");
}

#[test]
fn nobody_is_in_two_shifts_at_once() {
    let id = |name: &str| OfficerId::parse(name).unwrap();
    let good = of_day(23, &["A", "B"]);
    let other = |from, to, names: &[&str]| [Shift { unit: unit("LKO-BKT"), post: post("nodal"), ..shift(from, to, names) }];
    assert_eq!(faults(&good, &other(wall_at(23, 11, 29), wall_at(23, 14, 0), &["B", "C"])), [ShiftFault::Overlaps(id("B"))]);
    assert_eq!(faults(&good, &other(wall_at(23, 8, 0), wall_at(23, 9, 31), &["A"])), [ShiftFault::Overlaps(id("A"))]);
    assert_eq!(faults(&good, &other(wall_at(23, 10, 0), wall_at(23, 10, 1), &["A", "B"])).len(), 2, "a short one inside");
    assert_eq!(faults(&good, &other(wall_at(23, 11, 30), wall_at(23, 14, 0), &["A", "B"])), [], "one after the other");
    assert_eq!(faults(&good, &other(wall_at(23, 10, 0), wall_at(23, 11, 0), &["C", "D"])), [], "others");
}

#[test]
fn gaps_are_shown_a_fortnight_ahead() {
    let calendar = Calendar { weekend: vec![Weekday::Saturday, Weekday::Sunday], holidays: BTreeMap::from([(date(2026, 11, 24), both("Guru Nanak"))]) };
    let gaps = |days, shifts: &[Shift]| super::gaps(&rule(days), shifts, &posted(), &calendar, date(2026, 11, 16), 14);
    // Monday 16 to Sunday 29 November: ten weekdays, of which one is a holiday.
    let working = [16, 17, 18, 19, 20, 23, 25, 26, 27];
    let all: Vec<Gap> = working.iter().map(|day| Gap { from: wall_at(*day, 9, 30), to: wall_at(*day, 11, 30) }).collect();
    assert_eq!(gaps(Days::Working, &[]), all);
    assert_eq!(gaps(Days::Daily, &[]).len(), 14, "weekends and holidays are no excuse for a daily desk");
    let covered: Vec<Shift> = working.iter().map(|day| of_day(*day, &["A", "B"])).collect();
    assert_eq!(gaps(Days::Working, &covered), []);
    assert_eq!(gaps(Days::Working, &covered[1..]), all[..1]);
    // A shift that is longer than the window, and one of the night before.
    let long = shift(wall_at(15, 22, 0), wall_at(16, 12, 0), &["A", "B"]);
    assert_eq!(gaps(Days::Working, &[long]), all[1..]);
    let pieces = [
        shift(wall_at(16, 10, 0), wall_at(16, 10, 30), &["A", "B"]),
        shift(wall_at(16, 10, 15), wall_at(16, 10, 45), &["C", "D"]),
        shift(wall_at(16, 11, 0), wall_at(16, 11, 20), &["A", "B"]),
    ];
    let gap = |from: (i8, i8), to: (i8, i8)| Gap { from: wall_at(16, from.0, from.1), to: wall_at(16, to.0, to.1) };
    assert_eq!(gaps(Days::Working, &pieces)[..3], [gap((9, 30), (10, 0)), gap((10, 45), (11, 0)), gap((11, 20), (11, 30))]);
    let other_post = Shift { post: post("sho"), ..covered[0].clone() };
    assert_eq!(gaps(Days::Working, &[other_post]), all);
    let left = of_day(16, &["A", "X"]);
    assert_eq!(gaps(Days::Working, &[left])[0], all[0], "one of the two has left the post since: the desk is not covered");
    assert_eq!(gaps(Days::Working, &[of_day(16, &["A", "M"])])[0], all[0], "nor by one woman");
}

#[test]
fn who_is_on_duty_and_until_when() {
    let posted: Vec<(Officer, u32)> = posted().into_iter().zip(1..).collect();
    let shifts = [
        shift(wall_at(23, 8, 0), wall_at(23, 14, 0), &["A", "B"]),
        shift(wall_at(23, 14, 0), wall_at(23, 20, 0), &["A", "C"]),
        shift(wall_at(23, 20, 0), wall_at(24, 2, 0), &["A"]),
        shift(wall_at(24, 3, 0), wall_at(24, 8, 0), &["A"]),
    ];
    let duty = |now| on_duty(&posted, &post("io"), &shifts, now).into_iter().map(|m| (m.officer.id.to_string(), m.until)).collect::<Vec<_>>();
    let (two, night) = (Some(wall_at(23, 14, 0)), Some(wall_at(24, 2, 0)));
    assert_eq!(duty(wall_at(23, 8, 0)), [("A".to_owned(), night), ("B".to_owned(), two)], "three shifts without a break are one, four with a break are not");
    assert_eq!(duty(wall_at(23, 7, 59)), []);
    assert_eq!(duty(wall_at(23, 14, 0)), [("A".to_owned(), night), ("C".to_owned(), Some(wall_at(23, 20, 0)))], "a shift ends at its end");
    assert_eq!(duty(wall_at(24, 2, 30)), []);
    assert_eq!(next_shift(&post("io"), &shifts, wall_at(24, 2, 0)), Some(wall_at(24, 3, 0)));
    assert_eq!(next_shift(&post("io"), &shifts, wall_at(24, 3, 0)), None);
    assert_eq!(next_shift(&post("sho"), &shifts, wall_at(23, 0, 0)), None);
    let unrostered = on_duty(&posted, &post("io"), &[], wall_at(23, 3, 0));
    assert_eq!(unrostered.len(), 5, "a post that keeps no roster has everybody on duty");
    assert!(unrostered.iter().all(|mate| mate.until.is_none()));
    assert_eq!(unrostered.iter().map(|mate| mate.open).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!(on_duty(&posted, &post("sho"), &shifts, wall_at(23, 9, 0)), []);
}

fn mate(id: &str, code: &str, woman: bool, open: u32) -> Mate {
    Mate { officer: officer(id, code, woman), open, until: None }
}

fn chosen(it: &Complaint, crew: &[Mate]) -> Option<String> {
    choose(it, &unit("LKO-ALB"), &post("io"), crew).map(|mate| mate.officer.id.to_string())
}

#[test]
fn the_one_who_may_and_has_least_gets_it() {
    let crew = [mate("A", "LKO-ALB", true, 5), mate("B", "LKO-ALB", true, 3), mate("M", "LKO-ALB", false, 0), mate("E", "LKO-BKT", true, 0)];
    let it = complaint();
    assert_eq!(chosen(&it, &crew).as_deref(), Some("B"), "the fewest of the women of this unit");
    assert_eq!(chosen(&Complaint { woman_officer: false, ..it.clone() }, &crew).as_deref(), Some("M"));
    assert_eq!(chosen(&Complaint { closed_by: ids(&["B"]), ..it.clone() }, &crew).as_deref(), Some("A"));
    assert_eq!(chosen(&Complaint { closed_by: ids(&["A", "B"]), ..it.clone() }, &crew), None, "then nobody");
    let mut named = it.clone();
    named.accused.station = Some(station("LKO-ALB"));
    assert_eq!(chosen(&named, &crew), None, "nobody of the station that she named");
    assert_eq!(choose(&it, &unit("LKO-ALB"), &post("sho"), &crew), None);
    assert_eq!(chosen(&it, &[]), None);
}

#[test]
fn whoever_is_chosen_may_have_it() {
    let crew: Vec<Mate> = (0..8u32).map(|n| mate(&format!("O-{n}"), "LKO-ALB", n % 3 != 0, n % 2)).collect();
    for closed in 0..8 {
        let it = Complaint { closed_by: ids(&[&format!("O-{closed}"), "O-1"]), ..complaint() };
        let officer = choose(&it, &unit("LKO-ALB"), &post("io"), &crew).unwrap().officer.clone();
        let wanted = crate::decide::Move::Assign { officer, until: None };
        assert!(crate::decide::decide(&it, wanted, crate::event::Actor::System, start()).is_ok());
    }
}

#[test]
fn among_equals_each_gets_her_share() {
    let district = crate::ids::DistrictCode::parse("LKO").unwrap();
    let mut state = 7u64;
    let mut random = || {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        state.to_be_bytes().map(|byte| byte % 32)
    };
    let numbers: Vec<Number> = std::iter::repeat_with(|| Number::make(&district, 2026, random())).flatten().take(2000).collect();
    for size in 2..=7usize {
        for name in ["O-", "UP/LKO/WI-00", "9"] {
            let crew: Vec<Mate> = (1..=size).map(|n| mate(&format!("{name}{n}"), "LKO-ALB", true, 4)).collect();
            let mut had: BTreeMap<String, usize> = BTreeMap::new();
            for number in &numbers {
                let it = Complaint { number: number.clone(), ..complaint() };
                let first = chosen(&it, &crew).unwrap();
                assert_eq!(chosen(&it, &crew.iter().rev().cloned().collect::<Vec<_>>()), Some(first.clone()), "whoever is asked first");
                *had.entry(first).or_default() += 1;
            }
            let fair = numbers.len() / size;
            assert!(had.len() == size && had.values().all(|n| n.abs_diff(fair) * 5 < fair), "{had:?}");
        }
    }
}
