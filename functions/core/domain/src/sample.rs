//! A complaint, its ladder and its officers, for the tests of this crate.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::calendar::Calendar;
use crate::clock::{Clock, ClockRule};
use crate::complaint::{Accused, Complaint, Officer, Path, Rung, Stage};
use crate::contact::SafeContact;
use crate::evidence::Collected;
use crate::ids::{CategoryId, DistrictCode, OfficerId, PolicyVersion, PostId, ServiceId, StationCode, UnitCode};
use crate::lang::{Both, Lang};
use crate::number::Number;
use crate::picture::Taken;
use crate::policy::{Channel, Policy, SayRule};
use crate::work::{Atr, AtrState, Work};

pub(crate) const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// A policy with nothing in it, for a test to fill with what it asks about.
pub(crate) fn empty_policy() -> Policy {
    Policy {
        version: PolicyVersion::parse("v").unwrap(),
        services: Vec::new(),
        ladders: BTreeMap::new(),
        posts: BTreeMap::new(),
        districts: Vec::new(),
        stations: Vec::new(),
        calendar: Calendar { weekend: Vec::new(), holidays: BTreeMap::new() },
        clocks: BTreeMap::new(),
        duty: Vec::new(),
        replies: Vec::new(),
        say: SayRule { answer_days: 30, withdrawal_hours: 24, refusal_hours: 4 },
        hearing: None,
    }
}

/// The moment of registration.
pub(crate) fn start() -> Timestamp {
    "2026-11-21T06:00:00Z".parse().unwrap()
}

/// So many hours after registration.
pub(crate) fn at(hours: i64) -> Timestamp {
    start() + SignedDuration::from_hours(hours)
}

/// When the disposal is due.
pub(crate) fn due() -> Timestamp {
    at(4)
}

pub(crate) fn post(id: &str) -> PostId {
    PostId::parse(id).unwrap()
}

pub(crate) fn unit(code: &str) -> UnitCode {
    UnitCode::parse(code).unwrap()
}

pub(crate) fn station(code: &str) -> StationCode {
    StationCode::parse(code).unwrap()
}

pub(crate) fn rung(id: &str, code: &str, holds: Option<i64>) -> Rung {
    Rung { post: post(id), unit: unit(code), holds: holds.map(SignedDuration::from_hours), stands_in_for: None }
}

pub(crate) fn officer(id: &str, code: &str, woman: bool) -> Officer {
    let name = Both { hi: "सीमा वर्मा".into(), en: "Seema Verma".into() };
    Officer { id: OfficerId::parse(id).unwrap(), unit: unit(code), post: post("io"), rank: name.clone(), name, woman }
}

/// A clock that began with the registration.
pub(crate) fn clock(rule: ClockRule, hours: i64, may_pause: i64) -> Clock {
    Clock::new(rule, start(), at(hours), SignedDuration::from_hours(may_pause))
}

/// The ladder of a station: an officer, who has it until the deadline, her head, the circle and the state.
pub(crate) fn rungs(code: &str) -> Vec<Rung> {
    vec![rung("io", code, None), rung("sho", code, Some(2)), rung("circle", "LKO/Cantt", Some(4)), rung("state", "UP", None)]
}

/// Just registered, with nothing but the clock of its disposal.
pub(crate) fn complaint() -> Complaint {
    let district = DistrictCode::parse("LKO").unwrap();
    Complaint {
        number: (0u8..).find_map(|n| Number::make(&district, 2026, [n; 8])).unwrap(),
        version: 1,
        policy: PolicyVersion::parse("v1").unwrap(),
        service: ServiceId::parse("S0").unwrap(),
        category: CategoryId::parse("S0-1").unwrap(),
        district,
        station: Some(station("LKO-ALB")),
        accused: Accused::default(),
        channel: Channel::Web,
        lang: Lang::Hi,
        contact: SafeContact { sms: true, call: true, hours: None },
        registered_at: start(),
        woman_officer: true,
        stage: Stage::Unassigned,
        level: 0,
        path: Path { rungs: rungs("LKO-ALB"), repeats: HOUR * 24, next_at: due(), alarms: 0 },
        clocks: vec![clock(ClockRule::Disposal, 4, 24)],
        planned: Vec::new(),
        duty_until: None,
        closed_by: Vec::new(),
        work: Work::default(),
        say: crate::say::Say::default(),
        evidence: Collected::default(),
        pictures: Taken::default(),
        hearing: None,
        suggestion: crate::suggestion::Suggestion::No,
    }
}

pub(crate) fn at_top(it: Complaint) -> Complaint {
    Complaint { level: 3, ..it }
}

/// She was spoken to, and the report was approved: it may be closed.
pub(crate) fn closable(it: Complaint) -> Complaint {
    let id = |id: &str| OfficerId::parse(id).unwrap();
    let atr = Atr { by: id("O-1"), at: start(), state: AtrState::Approved { by: id("O-8") } };
    Complaint { work: Work { contacted_at: Some(start()), atr: Some(atr), ..Work::default() }, ..it }
}
