//! To a station of another district: what goes along, what stays, and where it comes to when it names somebody there.

use super::*;
use crate::complaint::Accused;

fn district(code: &str) -> DistrictCode {
    DistrictCode::parse(code).unwrap()
}

/// The ladder of a station of another district.
fn there() -> Vec<Rung> {
    vec![rung("io", "PRJ-KTW", None), rung("sho", "PRJ-KTW", Some(2)), rung("circle", "PRJ/City", Some(4)), rung("state", "UP", None)]
}

fn away() -> Move {
    to("PRJ-KTW", there(), Vec::new())
}

#[test]
fn it_takes_its_number_its_times_and_its_place_along() {
    for level in 0..4 {
        let it = Complaint { level, ..ready() };
        let change = made(&it, away(), boss(), at(2)).unwrap();
        let next = &change.complaint;
        assert_eq!((&next.district, next.station.as_ref()), (&district("PRJ"), Some(&station("PRJ-KTW"))));
        assert_eq!((&next.path.rungs, next.level), (&there(), level));
        assert_eq!((&next.number, &next.clocks, next.path.next_at), (&it.number, &it.clocks, it.path.next_at));
        assert_eq!((next.due_at(), next.registered_at, &next.policy), (it.due_at(), it.registered_at, &it.policy));
        // Whoever has it there is told; at another station of the same district nobody is.
        let (to, next_at) = (there()[usize::from(level)].clone(), it.path.next_at);
        let went = Kind::Transferred { station: station("PRJ-KTW"), district: Some(district("PRJ")), to: to.clone(), past: Vec::new() };
        let kinds: Vec<Kind> = change.events.into_iter().map(|event| event.kind).collect();
        assert_eq!(kinds, [went, Kind::Arrived { to, next_at }]);
        let near = made(&it, super::away(), boss(), at(2)).unwrap().events;
        assert!(matches!(&near[..], [Event { kind: Kind::Transferred { district: None, .. }, .. }]), "{near:?}");
    }
}

#[test]
fn it_may_go_there_in_every_stage_that_is_open_and_climbs_there() {
    let mut stage = following(None);
    while let Some(present) = stage {
        let it = Complaint { stage: present.clone(), ..ready() };
        let open = it.is_open();
        check(&it, away(), boss(), due(), if open { Ok("transferred") } else { SHUT });
        if open {
            let next = made(&it, away(), boss(), due()).unwrap().complaint;
            let risen = made(&next, Move::Escalate { seats: Vec::new() }, Actor::System, due()).unwrap().complaint;
            assert_eq!(risen.holder(), &there()[1], "the head there, and no longer the one here");
        }
        stage = following(Some(&present));
    }
}

#[test]
fn what_names_a_station_goes_above_it_there_and_never_to_it_here() {
    let named = |code: &str| Accused { station: Some(station(code)), officer: false, above: None };
    let above = |code: &str| Complaint { accused: named(code), level: 2, ..ready() };
    let begins = there().split_off(2);
    let next = made(&above("PRJ-KTW"), to("PRJ-KTW", begins.clone(), Vec::new()), boss(), due()).unwrap().complaint;
    assert_eq!((next.holder(), &next.path.rungs), (&begins[0], &begins), "nobody of that station is on its ladder");
    let stand_in = Seat::StandIn(rung("sho", "PRJ-KTW", None));
    let next = made(&above("PRJ-KTW"), to("PRJ-KTW", begins, vec![stand_in]), boss(), due()).unwrap().complaint;
    assert_eq!(next.holder().post.as_str(), "state", "nor as a stand-in");
    check(&above("LKO-BKT"), super::away(), boss(), due(), Err(Refusal::Conflict));
}

#[test]
fn where_an_officer_she_named_sits_higher_it_comes_to_the_rung_above() {
    let it = Complaint { accused: Accused { officer: true, ..Accused::default() }, level: 2, ..ready() };
    let goes = |above: Option<&str>, rungs: Vec<Rung>| {
        let there = Elsewhere { district: district("PRJ"), station: station("PRJ-KTW"), above: above.map(unit), rungs };
        made(&it, Move::Transfer { there, seats: Vec::new() }, boss(), due()).map(|change| change.complaint)
    };
    let begins = there().split_off(3);
    let next = goes(Some("PRJ/City"), begins.clone()).unwrap();
    assert_eq!((next.level, next.holder().unit.as_str(), next.accused.above.clone()), (0, "UP", Some(unit("PRJ/City"))));
    assert_eq!((next.path.next_at, next.due_at()), (it.path.next_at, it.due_at()), "and its times stay");
    assert_eq!(goes(None, begins), Err(Refusal::NoSuchRung), "a ladder that lacks its place for no such reason");
    assert_eq!(goes(Some("PRJ/City"), vec![rung("nodal", "PRJ", None)]), Err(Refusal::NoSuchRung), "nor another ladder");
}
