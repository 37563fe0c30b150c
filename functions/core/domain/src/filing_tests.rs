//! What a filing takes and refuses, and where a complaint begins.

#[path = "filing_tests/elsewhere.rs"]
mod elsewhere;
#[path = "filing_tests/taken_in.rs"]
mod taken_in;

use std::collections::BTreeMap;

use jiff::SignedDuration;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::ids::{LadderId, PolicyVersion, PostId};
use crate::lang::Both;
use crate::overdue::wakes_at;
use crate::policy::Station;
use crate::policy::{Assign, Category, Deadline, District, Ladder, LadderStep, Matter, Post, Service};
use crate::sample::empty_policy;

fn both(text: &str) -> Both {
    Both { hi: text.into(), en: text.into() }
}

fn policy() -> Policy {
    let post = |id: &str, scope| {
        let id = PostId::parse(id).unwrap();
        (id.clone(), Post { id, scope, name: both("post"), commissionerate: None, works: false, calls_back: false })
    };
    let step = |id: &str, holds: Option<i64>| LadderStep { post: PostId::parse(id).unwrap(), holds: holds.map(SignedDuration::from_hours) };
    let ladder = LadderId::parse("police").unwrap();
    let category = |id: &str, hours| Category {
        id: CategoryId::parse(id).unwrap(),
        name: both("c"),
        hint: both("h"),
        deadline: Deadline::Hours(hours),
        rule: both("r"),
        source: both("s"),
        ladder: ladder.clone(),
        assign: Assign::AtOnce,
        woman_officer: true,
        sensitive: true,
        may_withdraw: true,
        alert: false,
        matter: Matter::Complaint,
        clocks: vec![],
    };
    let service = |id: &str, phones| Service {
        id: ServiceId::parse(id).unwrap(),
        name: both("n"),
        about: both("a"),
        phones,
        channels: vec![Channel::Web],
        windows: vec![],
        categories: vec![category(&format!("{id}-1"), 4)],
    };
    let district = |code: &str, name: &str, alias: &str| District {
        code: DistrictCode::parse(code).unwrap(),
        state: "UP".into(),
        name: both(name),
        aliases: vec![alias.into()],
        range: both(name),
        commissionerate: true,
    };
    let station = |code: &str| Station {
        code: StationCode::parse(code).unwrap(),
        district: DistrictCode::parse(&code[..3]).unwrap(),
        circle: both("Cantt"),
        name: both("Alambagh"),
        demo: true,
    };
    Policy {
        version: PolicyVersion::parse("v1").unwrap(),
        services: vec![service("S0", Phones::India), service("S3", Phones::Any)],
        ladders: BTreeMap::from([(
            ladder.clone(),
            Ladder {
                id: ladder.clone(),
                steps: vec![step("io", None), step("sho", Some(2)), step("circle", Some(2)), step("district", Some(4)), step("state", None)],
                repeats: SignedDuration::from_hours(24),
            },
        )]),
        posts: BTreeMap::from([
            post("io", Scope::Station),
            post("sho", Scope::Station),
            post("circle", Scope::Circle),
            post("district", Scope::District),
            post("state", Scope::State),
        ]),
        districts: vec![district("LKO", "Lucknow", "Lakhnau"), district("PRJ", "Prayagraj", "इलाहाबाद")],
        stations: vec![station("LKO-ALB"), station("PRJ-CLV")],
        ..empty_policy()
    }
}

fn now() -> Timestamp {
    "2026-11-21T06:00:00Z".parse().unwrap()
}

fn good() -> Typed {
    Typed::from_pairs([
        ("category", "S0-1"),
        ("account", "कल शाम को हुआ"),
        ("name", "Sunita देवी"),
        ("relation", "husband"),
        ("relative_name", "राम"),
        ("phone", "98123 00001"),
        ("district", "LKO"),
        ("station", "LKO-ALB"),
        ("address", "12, गली 3"),
        ("not_ours", "x"),
    ])
}

fn with(field: Field, value: &str) -> Typed {
    let mut typed = good();
    typed.set(field, value);
    typed
}

#[track_caller]
fn refused(typed: &Typed, field: Field, flaw: Flaw) {
    assert_eq!(Filing::parse(typed, &policy(), now()), Err(vec![Fault { field, flaw }]));
}

#[test]
fn a_filing_that_holds() {
    let it = Filing::parse(&good(), &policy(), now()).unwrap();
    assert_eq!(it.phone.e164(), "+919812300001");
    assert!(it.contact.call && !it.contact.sms, "silence is the default, a call is not refused");
    assert_eq!(it.service.as_str(), "S0");
    assert!(Filing::parse(&with(Field::District, "इलाहाबाद"), &policy(), now()).is_err(), "a station of another district");
    let mut moved = with(Field::District, "इलाहाबाद");
    moved.set(Field::Station, "unknown");
    assert_eq!(Filing::parse(&moved, &policy(), now()).unwrap().district.as_str(), "PRJ");
}

#[test]
fn an_empty_form_names_every_missing_field_once() {
    let faults = Filing::parse(&Typed::default(), &policy(), now()).unwrap_err();
    let fields: Vec<&str> = faults.iter().map(|f| f.field.tag()).collect();
    assert_eq!(fields, ["category", "account", "name", "relation", "phone", "district", "address"]);
    assert!(faults.iter().all(|f| f.flaw == Flaw::Missing));
}

#[test]
fn each_flaw_is_told_for_its_field() {
    refused(&with(Field::Category, "S9-9"), Field::Category, Flaw::UnknownChoice);
    refused(&with(Field::Service, "S3"), Field::Service, Flaw::UnknownChoice);
    refused(&with(Field::Account, "..."), Field::Account, Flaw::NoLetters);
    refused(&with(Field::Account, &"ना".repeat(5001)), Field::Account, Flaw::TooLong(5000));
    refused(&with(Field::Name, "a\u{7}b"), Field::Name, Flaw::Unreadable);
    refused(&with(Field::Relation, "uncle"), Field::Relation, Flaw::UnknownChoice);
    refused(&with(Field::RelativeName, " "), Field::RelativeName, Flaw::Missing);
    refused(&with(Field::Phone, "98123 0000"), Field::Phone, Flaw::NotIndianMobile);
    refused(&with(Field::Phone, "+44 20 7946 0000"), Field::Phone, Flaw::ForeignPhone);
    refused(&with(Field::Station, "PRJ-CLV"), Field::Station, Flaw::UnknownChoice);
    refused(&with(Field::Station, "LKO-XXX"), Field::Station, Flaw::UnknownChoice);
    refused(&with(Field::Pin, "0226001"), Field::Pin, Flaw::NotAPin);
    refused(&with(Field::SafeHours, "शाम"), Field::SafeHours, Flaw::NotHours);
    refused(&with(Field::ContactSms, "maybe"), Field::ContactSms, Flaw::UnknownChoice);
    refused(&with(Field::HappenedOn, "31/12/2027"), Field::HappenedOn, Flaw::InFuture);
    refused(&with(Field::AccusedStation, "nowhere"), Field::AccusedStation, Flaw::UnknownChoice);
    let mut abroad = with(Field::Category, "S3-1");
    abroad.set(Field::Phone, "+44 20 7946 0000");
    assert!(Filing::parse(&abroad, &policy(), now()).is_ok(), "S3.2: from abroad");
}

#[test]
fn days_are_read_as_people_write_them() {
    let day = |typed: &str| Filing::parse(&with(Field::HappenedOn, typed), &policy(), now()).unwrap().happened_on;
    for typed in ["20/11/2026", "2026-11-20", "20 नवंबर 2026", "20 November 26", "२०.११.२०२६", "कल", "Yesterday"] {
        assert_eq!(day(typed), Some(HappenedOn::Day(date(2026, 11, 20))), "{typed}");
    }
    assert!(matches!(day("दो हफ़्ते पहले"), Some(HappenedOn::About(_))));
    assert!(matches!(day("2023"), Some(HappenedOn::About(_))));
    assert_eq!(day("  "), None);
}

#[test]
fn the_ladder_starts_where_it_may() {
    let rungs = |typed: &Typed| {
        let filing = Filing::parse(typed, &policy(), now()).unwrap();
        let number = (0u8..).find_map(|n| Number::make(&filing.district, 2026, [n; 8])).unwrap();
        let change = filing.open_part(Lang::Hi).register(number, &policy(), now()).unwrap();
        assert_eq!(wakes_at(&change.complaint), Some(now() + SignedDuration::from_hours(2)), "half of its time is the first thing that comes");
        assert_eq!(change.complaint.due_at(), now() + SignedDuration::from_hours(4));
        change.complaint.path.rungs.iter().map(|r| format!("{}@{}", r.post, r.unit)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(rungs(&good()), "io@LKO-ALB sho@LKO-ALB circle@LKO/Cantt district@LKO state@UP");
    assert_eq!(rungs(&with(Field::Station, "unknown")), "district@LKO state@UP");
    assert_eq!(rungs(&with(Field::AccusedStation, "LKO-ALB")), "circle@LKO/Cantt district@LKO state@UP");
    assert_eq!(rungs(&with(Field::AccusedOfficer, "दरोगा")), "circle@LKO/Cantt district@LKO state@UP");
}

#[test]
fn a_complaint_is_born_with_its_clocks() {
    let terms = |runs, start, electronic| ClockTerms { name: both("n"), rule: both("r"), source: both("s"), runs, start, may_pause_days: 2, electronic };
    let registered = |channel_clocks: Vec<ClockRule>| {
        let mut policy = policy();
        policy.clocks = BTreeMap::from([
            (ClockRule::Disposal, terms(None, Start::Registration, false)),
            (ClockRule::FirstContact, terms(Some(Deadline::Hours(24)), Start::Registration, false)),
            (ClockRule::Signature, terms(Some(Deadline::Days(3)), Start::Registration, true)),
            (ClockRule::Investigation, terms(Some(Deadline::Months(2)), Start::Recording, false)),
            (ClockRule::Enquiry, terms(Some(Deadline::Days(14)), Start::Enquiry, false)),
        ]);
        policy.services[0].categories[0].clocks = channel_clocks;
        let filing = Filing::parse(&good(), &policy, now()).unwrap();
        let number = (0u8..).find_map(|n| Number::make(&filing.district, 2026, [n; 8])).unwrap();
        filing.open_part(Lang::Hi).register(number, &policy, now()).unwrap().complaint
    };
    let it = registered(vec![ClockRule::Signature, ClockRule::Investigation, ClockRule::FirstContact, ClockRule::Enquiry]);
    let running: Vec<_> = it.clocks.iter().map(|clock| (clock.rule, clock.started_at, clock.due_at, clock.may_pause)).collect();
    let days = SignedDuration::from_hours(48);
    let hours = |n| now() + SignedDuration::from_hours(n);
    let third_day = crate::calendar::end_of(date(2026, 11, 24));
    let expected =
        [(ClockRule::Disposal, now(), hours(4), days), (ClockRule::Signature, now(), third_day, days), (ClockRule::FirstContact, now(), hours(24), days)];
    assert_eq!(running, expected);
    let waiting: Vec<_> = it.waiting().map(|planned| (planned.rule, planned.start, planned.runs)).collect();
    let later = [(ClockRule::Investigation, Start::Recording, Runs::Months(2)), (ClockRule::Enquiry, Start::Enquiry, Runs::Days(14))];
    assert_eq!(waiting, later);
    let twice = registered(vec![ClockRule::FirstContact, ClockRule::Enquiry, ClockRule::FirstContact, ClockRule::Disposal, ClockRule::Enquiry]);
    assert_eq!((twice.clocks.len(), twice.planned.len()), (2, 1), "a clock that is named twice is one clock");
    assert_eq!(registered(vec![]).clocks.len(), 1);
}

proptest! {
    #[test]
    fn whatever_is_typed_is_answered(field in prop::sample::select(Typed::FIELDS.to_vec()), value in "\\PC{0,60}|[\\x00-\\x1f\\u{202a}-\\u{202e}०-९ a-z]{0,40}") {
        match Filing::parse(&with(field, &value), &policy(), now()) {
            Ok(_) => {}
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }
}
