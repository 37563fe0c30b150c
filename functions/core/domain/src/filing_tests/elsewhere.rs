//! The ladder at a station of another district, and where it begins for whom she named.

use super::*;
use crate::complaint::{Complaint, Rung};
use crate::filing::elsewhere::{Elsewhere, whole};
use crate::hearing::HearingRule;
use crate::ids::UnitCode;
use crate::policy::{Days, Window};

fn filed(policy: &Policy, accused: Accused) -> Complaint {
    let filing = OpenFiling { accused, ..Filing::parse(&good(), policy, now()).unwrap().open_part(Lang::Hi) };
    let number = (0u8..).find_map(|n| Number::make(&filing.district, 2026, [n; 8])).unwrap();
    filing.register(number, policy, now()).unwrap().complaint
}

fn at(policy: &Policy, it: &Complaint, sits: Option<&str>) -> Elsewhere {
    Elsewhere::at(policy, it, policy.station("PRJ-CLV").unwrap(), sits.map(unit)).unwrap()
}

fn unit(code: &str) -> UnitCode {
    UnitCode::parse(code).unwrap()
}

fn units(rungs: &[Rung]) -> Vec<&str> {
    rungs.iter().map(|rung| rung.unit.as_str()).collect()
}

fn named(above: Option<&str>) -> Accused {
    Accused { station: None, officer: true, above: above.map(unit) }
}

#[test]
fn the_ladder_is_that_of_the_other_district() {
    let policy = policy();
    let it = filed(&policy, Accused::default());
    let there = at(&policy, &it, None);
    assert_eq!((there.district.as_str(), there.station.as_str()), ("PRJ", "PRJ-CLV"));
    assert_eq!(units(&there.rungs), ["PRJ-CLV", "PRJ-CLV", "PRJ/Cantt", "PRJ", "UP"]);
    assert_eq!(there.onward(&it), there.rungs);
    assert_eq!(units(there.onward(&Complaint { level: 3, ..it })), ["PRJ", "UP"]);
}

#[test]
fn what_names_somebody_begins_above_them_there() {
    let policy = policy();
    let station = Accused { station: StationCode::parse("PRJ-CLV"), ..Accused::default() };
    assert_eq!(units(&at(&policy, &filed(&policy, station), None).rungs), ["PRJ/Cantt", "PRJ", "UP"]);
    let it = filed(&policy, named(None));
    assert_eq!(units(&at(&policy, &it, None).rungs), ["PRJ/Cantt", "PRJ", "UP"]);
    let higher = at(&policy, &it, Some("PRJ"));
    assert_eq!((units(&higher.rungs), higher.above.clone()), (vec!["UP"], Some(unit("PRJ"))));
    assert_eq!(units(higher.onward(&it)), ["UP"], "what a circle had goes above the district");
    assert_eq!(units(&whole(&policy, &it, policy.station("PRJ-CLV").unwrap()).unwrap()), ["PRJ/Cantt", "PRJ", "UP"]);
}

#[test]
fn of_two_units_the_higher_on_the_ladder_there_counts() {
    let policy = policy();
    // Known in the district that it leaves: kept where nobody of that name sits there, so that it is known when it comes back.
    let it = filed(&policy, named(Some("LKO")));
    assert_eq!(units(&it.path.rungs), ["UP"]);
    let none = at(&policy, &it, None);
    assert_eq!((units(&none.rungs), none.above), (vec!["PRJ/Cantt", "PRJ", "UP"], Some(unit("LKO"))));
    assert_eq!(at(&policy, &it, Some("PRJ/Cantt")).above, Some(unit("PRJ/Cantt")));
    // In the same district what was known does not sink.
    let back = Elsewhere::at(&policy, &it, policy.station("LKO-ALB").unwrap(), Some(unit("LKO/Cantt"))).unwrap();
    assert_eq!((units(&back.rungs), back.above), (vec!["UP"], Some(unit("LKO"))));
}

#[test]
fn what_a_hearing_handed_down_has_the_station_s_posts_there_too() {
    let mut policy = policy();
    let (heard, then) = (LadderId::parse("hearing").unwrap(), LadderId::parse("police").unwrap());
    let step = |id: &str| LadderStep { post: PostId::parse(id).unwrap(), holds: None };
    let ladder = Ladder { id: heard.clone(), steps: vec![step("hearing"), step("district"), step("state")], repeats: SignedDuration::from_hours(24) };
    policy.ladders.insert(heard.clone(), ladder);
    let hearing = PostId::parse("hearing").unwrap();
    policy.posts.insert(hearing.clone(), Post { scope: Scope::District, id: hearing.clone(), ..policy.posts.values().next().unwrap().clone() });
    policy.services[0].categories[0].ladder = heard;
    let midday = jiff::civil::time(12, 0, 0, 0);
    let window = Window { name: both("w"), days: Days::Daily, from: midday, to: midday };
    policy.hearing = Some(HearingRule {
        post: hearing,
        window,
        minutes: 5,
        overrun_minutes: 0,
        near: 1,
        ahead_days: 7,
        then: then.clone(),
        calls: BTreeMap::new(),
        zones: vec![],
    });
    let it = filed(&policy, Accused::default());
    assert_eq!(units(&it.path.rungs), ["LKO", "LKO", "UP"]);
    assert_eq!(units(&at(&policy, &it, None).rungs), ["PRJ", "PRJ", "UP"], "before it is heard it is heard there");
    let below = rungs_below(&policy, &then, &it, policy.station("LKO-ALB").unwrap());
    let mut down = it.clone();
    down.path.rungs.splice(..1, below);
    assert_eq!(units(&down.path.rungs), ["LKO-ALB", "LKO-ALB", "LKO/Cantt", "LKO", "UP"]);
    let there = at(&policy, &down, None);
    assert_eq!(units(&there.rungs), ["PRJ-CLV", "PRJ-CLV", "PRJ/Cantt", "PRJ", "UP"]);
    assert_eq!(there.onward(&down), there.rungs);
    // What names police is never handed down, whatever is on its ladder.
    let accusing = Complaint { accused: named(None), ..down };
    assert_eq!(units(&at(&policy, &accusing, None).rungs), ["PRJ", "PRJ", "UP"]);
}
