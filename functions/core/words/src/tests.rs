//! Golden sentences: dates, numbers and faults in both languages.

use domain::calendar::at_wall;
use domain::clock::Runs;
use domain::fault::{Fault, Field, Flaw};
use domain::lang::Lang::{self, En, Hi};
use domain::policy::Deadline;
use domain::{Date, Timestamp};
use jiff::SignedDuration;

use crate::date;

fn at(year: i16, month: i8, day: i8, hour: i8, minute: i8) -> Timestamp {
    at_wall(Date::constant(year, month, day).at(hour, minute, 0, 0))
}

fn end(month: i8, day: i8) -> Timestamp {
    at_wall(Date::constant(2026, month, day).at(23, 59, 59, 0))
}

#[test]
fn dates_are_one_in_pages_and_texts() {
    let day = Date::constant(2026, 10, 5);
    assert_eq!(date::day(Hi, day), "5 अक्टूबर 2026");
    assert_eq!(date::day(En, day), "5 October 2026");
    assert_eq!(date::moment(Hi, at(2026, 10, 5, 11, 30)), "5 अक्टूबर 2026, सुबह 11:30");
    assert_eq!(date::moment(En, at(2026, 10, 5, 11, 30)), "5 October 2026, 11:30 am");
    // 20:00 UTC is the small hours of the next Indian day.
    let utc: Timestamp = "2026-10-04T20:00:00Z".parse().unwrap();
    assert_eq!(date::moment(Hi, utc), "5 अक्टूबर 2026, रात 1:30");
    assert_eq!(date::moment(En, utc), "5 October 2026, 1:30 am");
}

#[test]
fn a_day_has_four_parts() {
    let golden = [
        (0, "रात 12:05", "12:05 am"),
        (3, "रात 3:05", "3:05 am"),
        (4, "सुबह 4:05", "4:05 am"),
        (11, "सुबह 11:05", "11:05 am"),
        (12, "दोपहर 12:05", "12:05 pm"),
        (15, "दोपहर 3:05", "3:05 pm"),
        (16, "शाम 4:05", "4:05 pm"),
        (19, "शाम 7:05", "7:05 pm"),
        (20, "रात 8:05", "8:05 pm"),
        (23, "रात 11:05", "11:05 pm"),
    ];
    for (hour, hi, en) in golden {
        let at = at(2026, 11, 21, hour, 5);
        assert_eq!((date::clock(Hi, at).as_str(), date::clock(En, at).as_str()), (hi, en));
    }
}

#[test]
fn days_left_and_days_late() {
    let now = at(2026, 11, 21, 9, 0);
    let golden = [
        (end(12, 28), "37 दिन शेष", "37 days left"),
        (end(11, 22), "1 दिन शेष", "1 day left"),
        (end(11, 21), "आज", "today"),
        (end(11, 20), "1 दिन की देरी", "1 day overdue"),
        (end(11, 19), "2 दिन की देरी", "2 days overdue"),
        (at(2026, 11, 21, 12, 30), "3 घंटे शेष", "3 hours left"),
        (at(2026, 11, 21, 10, 30), "1 घंटा शेष", "1 hour left"),
        (at(2026, 11, 21, 9, 0), "0 मिनट शेष", "0 minutes left"),
        (at(2026, 11, 21, 9, 1), "1 मिनट शेष", "1 minute left"),
        (at(2026, 11, 21, 8, 59), "1 मिनट की देरी", "1 minute overdue"),
        (at(2026, 11, 21, 5, 0), "4 घंटे की देरी", "4 hours overdue"),
        (at(2026, 11, 24, 10, 0), "3 दिन शेष", "3 days left"),
    ];
    for (due, hi, en) in golden {
        assert_eq!((date::left(Hi, due, now).as_str(), date::left(En, due, now).as_str()), (hi, en));
    }
}

#[test]
fn plurals_follow_each_language() {
    let shown = |n| (crate::deadline_hours(Hi, n), crate::deadline_hours(En, n));
    assert_eq!(shown(0), ("0 घंटा".into(), "0 hours".into()));
    assert_eq!(shown(1), ("1 घंटा".into(), "1 hour".into()));
    assert_eq!(shown(2), ("2 घंटे".into(), "2 hours".into()));
    assert_eq!(shown(150_000), ("1,50,000 घंटे".into(), "1,50,000 hours".into()));
    assert_eq!(date::deadline(Hi, Deadline::Months(2)), "2 महीने");
    assert_eq!(date::deadline(En, Deadline::WorkingDays(5)), "5 working days");
    assert_eq!(date::runs(En, Runs::Days(14)), "14 days");
    assert_eq!(date::length(Hi, SignedDuration::from_mins(40)), "40 मिनट");
    assert_eq!(date::length(En, SignedDuration::from_mins(60)), "1 hour");
    assert_eq!(date::length(Hi, SignedDuration::from_hours(47)), "47 घंटे");
    assert_eq!(date::length(En, SignedDuration::from_hours(12 * 24 + 5)), "12 days");
    // An exact number goes before the rule: no try left is not "one more".
    assert!(crate::code_wrong(Hi, 0).ends_with("नया कोड मँगाएँ।"));
    assert!(crate::code_wrong(Hi, 1).contains("एक बार"));
}

#[test]
fn a_fault_says_what_to_do() {
    let said = |field, flaw| crate::fault(Hi, Fault { field, flaw });
    assert_eq!(said(Field::Phone, Flaw::NotIndianMobile), "मोबाइल नंबर में 10 अंक होने चाहिए और 6, 7, 8 या 9 से शुरू");
    assert_eq!(said(Field::Account, Flaw::TooLong(5000)), "जो हुआ, अपने शब्दों में लिखें: 5,000 अक्षर से ज़्यादा है, थोड़ा छोटा करें");
}

#[test]
fn every_fault_has_a_sentence_without_leftovers() {
    let fields = domain::filing::Typed::fields().chain([Field::Number, Field::Receipt, Field::Code, Field::Draft]);
    let flaws = [
        Flaw::Missing,
        Flaw::TooLong(200),
        Flaw::Unreadable,
        Flaw::NoLetters,
        Flaw::UnknownChoice,
        Flaw::NotIndianMobile,
        Flaw::ForeignPhone,
        Flaw::NotAPhone,
        Flaw::NotAPin,
        Flaw::InFuture,
        Flaw::NotHours,
        Flaw::NotANumber,
        Flaw::NotAReceipt,
        Flaw::NotACode,
        Flaw::NotADay,
        Flaw::OfficersPhone,
        Flaw::PhoneAndNone,
    ];
    for field in fields {
        for flaw in flaws {
            for lang in Lang::ALL {
                let sentence = crate::fault(lang, Fault { field, flaw });
                assert!(sentence.chars().count() > 8, "{field:?} {flaw:?}");
                let at_desk = crate::intake::fault(lang, Fault { field, flaw });
                assert!(at_desk.chars().count() > 8 && !at_desk.contains("आपका") && !at_desk.contains("your"), "{field:?} {flaw:?}: {at_desk}");
                assert!(!sentence.contains(['{', '}', '$', '\u{2068}', '\u{2069}']), "{sentence}");
            }
        }
    }
}

#[test]
fn every_phrase_is_named_once() {
    let names: std::collections::BTreeSet<&str> = crate::ALL.iter().copied().collect();
    assert_eq!(names.len(), crate::ALL.len());
    assert!(names.contains("home_first"));
}
