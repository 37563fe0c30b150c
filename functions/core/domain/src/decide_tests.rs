//! The table of (stage × move × actor) and the ladder under any schedule of the job.

use jiff::SignedDuration;
use proptest::prelude::*;

use super::*;
use crate::complaint::{Clock, ClockRule, Path, Rung};
use crate::contact::SafeContact;
use crate::ids::{CategoryId, DistrictCode, OfficerId, PolicyVersion, PostId, ServiceId, UnitCode};
use crate::lang::{Both, Lang};
use crate::number::Number;
use crate::policy::Channel;

const HOUR: SignedDuration = SignedDuration::from_hours(1);

fn start() -> Timestamp {
    "2026-11-21T06:00:00Z".parse().unwrap()
}

fn due() -> Timestamp {
    start() + HOUR * 4
}

fn rung(post: &str, unit: &str, holds: Option<i64>) -> Rung {
    Rung { post: PostId::parse(post).unwrap(), unit: UnitCode::parse(unit).unwrap(), holds: holds.map(SignedDuration::from_hours) }
}

fn officer(id: &str, unit: &str, woman: bool) -> Officer {
    let name = Both { hi: "सीमा वर्मा".into(), en: "Seema Verma".into() };
    Officer { id: OfficerId::parse(id).unwrap(), unit: UnitCode::parse(unit).unwrap(), post: PostId::parse("io").unwrap(), rank: name.clone(), name, woman }
}

fn complaint() -> Complaint {
    let district = DistrictCode::parse("LKO").unwrap();
    let number = (0u8..).find_map(|n| Number::make(&district, 2026, [n; 8])).unwrap();
    let contact = SafeContact { sms: true, call: true, hours: None };
    let rungs = vec![rung("io", "LKO-ALB", None), rung("sho", "LKO-ALB", Some(2)), rung("circle", "LKO/Cantt", Some(4)), rung("state", "UP", None)];
    Complaint {
        number,
        version: 1,
        policy: PolicyVersion::parse("v1").unwrap(),
        service: ServiceId::parse("S0").unwrap(),
        category: CategoryId::parse("S0-1").unwrap(),
        district,
        station: None,
        accused: Default::default(),
        channel: Channel::Web,
        lang: Lang::Hi,
        contact,
        registered_at: start(),
        woman_officer: true,
        stage: Stage::Unassigned,
        level: 0,
        path: Path { rungs, repeats: HOUR * 24, next_at: due(), alarms: 0 },
        clocks: vec![Clock { rule: ClockRule::Disposal, started_at: start(), due_at: due() }],
    }
}

fn assigned() -> Complaint {
    let stage = Stage::Assigned { officer: officer("O-1", "LKO-ALB", true), since: start() };
    Complaint { stage, ..complaint() }
}

fn at_top(mut it: Complaint) -> Complaint {
    it.level = 3;
    it
}

#[track_caller]
fn check(it: &Complaint, wanted: Move, by: Actor, now: Timestamp, expected: Result<&str, Refusal>) {
    let steps = match wanted {
        Move::Assign { .. } => false,
        Move::Escalate | Move::Alarm => true,
    };
    let got = decide(it, wanted, by, now).map(|change| {
        assert_eq!(change.complaint.version, it.version + 1);
        assert_eq!(change.complaint.clocks, it.clocks, "no move restarts a clock");
        assert_eq!(change.complaint.due_at(), it.due_at(), "no move changes the date that was promised");
        assert_eq!((change.complaint.level, &change.complaint.path) != (it.level, &it.path), steps, "nothing but time moves it on its ladder");
        change.events[0].text().tag()
    });
    assert_eq!(got, expected);
}

#[test]
fn the_table() {
    let her = || Actor::Complainant;
    let system = || Actor::System;
    let boss = || Actor::Officer(OfficerId::parse("O-9").unwrap());
    // Not the moment of registration: a clock that is set anew then looks as if it had never been touched.
    let later = start() + HOUR;
    let give = |id, unit, woman| Move::Assign { officer: officer(id, unit, woman) };
    use Refusal::*;
    for it in [complaint(), assigned()] {
        check(&it, give("O-2", "LKO-ALB", true), system(), later, Ok("assigned"));
        check(&it, give("O-2", "LKO-ALB", true), boss(), later, Ok("assigned"));
        check(&it, give("O-2", "LKO-ALB", true), her(), later, Err(NotAllowed));
        check(&it, give("O-2", "LKO-ALB", false), boss(), later, Err(WomanOfficer));
        check(&it, give("O-2", "AGR-TJG", true), boss(), later, Err(OtherUnit));
        check(&it, Move::Escalate, system(), due() - HOUR, Err(NotDue));
        check(&it, Move::Escalate, system(), due(), Ok("escalated"));
        check(&it, Move::Escalate, boss(), due(), Err(NotAllowed));
        check(&it, Move::Escalate, her(), due(), Err(NotAllowed));
        check(&it, Move::Alarm, system(), due(), Err(NotAtTop));
        check(&it, Move::Alarm, boss(), due(), Err(NotAllowed));
        let top = at_top(it);
        check(&top, Move::Escalate, system(), due(), Err(AtTop));
        check(&top, Move::Alarm, system(), due(), Ok("top_alarm"));
        check(&top, Move::Alarm, system(), due() - HOUR, Err(NotDue));
        check(&top, Move::Alarm, her(), due(), Err(NotAllowed));
    }
    check(&Complaint { level: 1, ..assigned() }, give("O-2", "LKO-ALB", true), boss(), later, Ok("assigned"));
    check(&complaint(), give("O-1", "LKO-ALB", true), system(), later, Ok("assigned"));
    check(&assigned(), give("O-1", "LKO-ALB", true), system(), later, Err(HasIt));
}

#[test]
fn the_officer_is_competent_and_the_work_is_spread() {
    let officers: Vec<Officer> = (0..4).map(|n| officer(&format!("O-{n}"), "LKO-ALB", n != 0)).collect();
    let mut had = std::collections::BTreeSet::new();
    for n in 0..60u8 {
        let Some(number) = Number::make(&DistrictCode::parse("LKO").unwrap(), 2026, [n, 7, n, 9, n, 3, 2, n]) else { continue };
        let it = Complaint { number, ..complaint() };
        let chosen = officer_on_duty(&it, &officers).unwrap();
        assert!(chosen.woman);
        had.insert(chosen.id.clone());
    }
    assert_eq!(had.len(), 3, "every woman gets some");
    assert_eq!(officer_on_duty(&complaint(), &officers[..1]), None, "a man is not enough here");
    assert_eq!(officer_on_duty(&complaint(), &[officer("O-5", "AGR-TJG", true)]), None);
}

/// Runs the job at the given moments and notes at which level the complaint stands and since when it was planned.
fn ladder(mut it: Complaint, runs: &[Timestamp]) -> Vec<(u8, Timestamp)> {
    let mut seen = Vec::new();
    for now in runs {
        while let Some(wanted) = overdue(&it, *now) {
            let planned = it.path.next_at;
            assert!(planned <= *now, "none early");
            it = decide(&it, wanted, Actor::System, *now).unwrap().complaint;
            seen.push((it.level, planned));
        }
    }
    seen
}

#[test]
fn at_the_top_it_never_stops() {
    let mut it = at_top(complaint());
    let mut now = due();
    for count in 1..=400 {
        let wanted = overdue(&it, now).unwrap();
        assert_eq!(wanted, Move::Alarm);
        it = decide(&it, wanted, Actor::System, now).unwrap().complaint;
        assert_eq!(it.path.alarms, count);
        assert_eq!(overdue(&it, now), None, "once a day, not once a minute");
        now = it.wakes_at().unwrap();
    }
}

#[test]
fn a_week_of_missed_alarms_is_one_alarm_and_the_plan_holds() {
    let late = due() + HOUR * (24 * 7 + 5);
    let it = decide(&at_top(complaint()), Move::Alarm, Actor::System, late).unwrap().complaint;
    assert_eq!(it.path.alarms, 1);
    assert_eq!(it.wakes_at(), Some(due() + HOUR * (24 * 8)), "the next planned moment, not a day from now");
    assert_eq!(overdue(&it, late), None);
}

#[test]
fn it_is_overdue_from_the_very_second() {
    let second = SignedDuration::from_secs(1);
    for it in [complaint(), assigned()] {
        assert_eq!(overdue(&it, due() - second), None);
        assert_eq!(overdue(&it, due()), Some(Move::Escalate));
        assert_eq!(overdue(&at_top(it), due()), Some(Move::Alarm));
    }
}

proptest! {
    #[test]
    fn late_or_often_the_ladder_is_the_same(gaps in prop::collection::vec(1i64..600, 1..60)) {
        let mut now = start();
        let mut runs = vec![];
        for gap in gaps {
            now += SignedDuration::from_mins(gap);
            runs.push(now);
        }
        now += HOUR * 48;
        runs.push(now);
        let climbed = |seen: Vec<(u8, Timestamp)>| seen.into_iter().filter(|(level, _)| *level < 3).collect::<Vec<_>>();
        let rises = |seen: &[(u8, Timestamp)]| seen.windows(2).filter(|w| w[0].0 != w[1].0).count();
        let patient = ladder(complaint(), &runs);
        let once = ladder(complaint(), &[now]);
        prop_assert_eq!(rises(&patient), rises(&once));
        prop_assert_eq!(climbed(patient), climbed(once.clone()));
        let working = ladder(assigned(), &runs);
        prop_assert_eq!(climbed(working), climbed(once));
    }
}
