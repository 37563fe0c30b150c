//! The calendar against an oracle: 10,000 due dates computed by `make.py`, which knows nothing of this crate,
//! and the state's holidays in the policy against the oracle's list.

use std::collections::BTreeMap;

use domain::calendar::Calendar;
use domain::lang::Both;
use domain::policy::Deadline;
use domain::{Date, Timestamp};
use jiff::civil::Weekday;

const FIXTURE: &str = include_str!("due.txt");
const IN_FORCE: &str = include_str!("../../../../../infra/policy/holidays.toml");

/// Days on which the policy and the oracle may differ, each with its reason. None does today: when the gazette
/// adds or moves a day, it is named here.
const DIFFERENCES: [(&str, &str); 0] = [];

fn oracle_holidays() -> BTreeMap<Date, Both> {
    let line = |line: &str| {
        let (day, name) = line.strip_prefix("holiday ")?.split_once(' ')?;
        Some((day.parse().expect("a day"), Both { hi: name.to_owned(), en: name.to_owned() }))
    };
    FIXTURE.lines().filter_map(line).collect()
}

fn deadline(written: &str) -> Deadline {
    let (kind, n) = written.split_at(1);
    let n = n.parse().expect("a number");
    match kind {
        "H" => Deadline::Hours(n),
        "D" => Deadline::Days(n),
        "W" => Deadline::WorkingDays(n),
        "M" => Deadline::Months(n),
        other => panic!("a deadline of {other}"),
    }
}

#[test]
fn ten_thousand_due_dates_agree() {
    let calendar = Calendar { weekend: vec![Weekday::Saturday, Weekday::Sunday], holidays: oracle_holidays() };
    let moment = |seconds: &str| Timestamp::from_second(seconds.parse().expect("seconds")).expect("a moment");
    let mut wrong = Vec::new();
    let mut compared = BTreeMap::new();
    for line in FIXTURE.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())) {
        let [start, length, due] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let ours = calendar.due(moment(start), deadline(length));
        if ours != moment(due) {
            wrong.push(format!("{} and {length}: {ours}, the oracle says {}", moment(start), moment(due)));
        }
        *compared.entry(&length[..1]).or_insert(0) += 1;
    }
    assert!(wrong.is_empty(), "{} differ, first {:#?}", wrong.len(), &wrong[..wrong.len().min(5)]);
    assert_eq!(compared.values().sum::<i32>(), 10_000);
    assert!(compared.len() == 4 && compared.values().all(|n| *n > 1000), "{compared:?}");
}

#[test]
fn the_holidays_in_force_are_those_of_the_oracle() {
    let in_force: Vec<&str> = IN_FORCE.lines().filter_map(|line| line.strip_prefix("date = \"")?.strip_suffix('"')).collect();
    let oracle: Vec<String> = oracle_holidays().keys().filter(|day| (2026..=2027).contains(&day.year())).map(Date::to_string).collect();
    let only_here = in_force.iter().filter(|day| !oracle.iter().any(|other| other == *day)).copied();
    let only_there = oracle.iter().map(String::as_str).filter(|day| !in_force.contains(day));
    let mut differ: Vec<&str> = only_here.chain(only_there).collect();
    differ.sort_unstable();
    assert_eq!(differ, DIFFERENCES.map(|(day, _)| day));
}
