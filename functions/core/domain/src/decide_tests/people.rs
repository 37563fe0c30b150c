//! Who may get it, how it is handed over, and what a transfer leaves as it was.

use super::*;

fn given(it: &Complaint, officer: Officer) -> Result<Complaint, Refusal> {
    let by_hand = made(it, Move::Assign { officer: officer.clone(), until: None }, boss(), due()).map(|change| change.complaint);
    let by_duty = made(it, Move::HandOver { to: Some(officer), look_again: None }, Actor::System, due()).map(|change| change.complaint);
    assert_eq!(by_hand.as_ref().map(|it| &it.stage), by_duty.as_ref().map(|it| &it.stage), "the same rule for both");
    by_hand
}

#[test]
fn the_officer_is_competent() {
    let it = ready();
    assert!(given(&it, woman("O-2")).is_ok());
    assert_eq!(given(&it, officer("O-2", "LKO-ALB", false)), Err(Refusal::WomanOfficer));
    assert!(given(&Complaint { woman_officer: false, ..it.clone() }, officer("O-2", "LKO-ALB", false)).is_ok());
    assert_eq!(given(&it, officer("O-2", "AGR-TJG", true)), Err(Refusal::OtherUnit));
    assert!(given(&it, officer("O-2", "LKO/Cantt", true)).is_ok(), "any unit of its ladder");
    let closed_before = Complaint { closed_by: vec![OfficerId::parse("O-2").unwrap()], ..it.clone() };
    assert_eq!(given(&closed_before, woman("O-2")), Err(Refusal::ClosedIt));
    assert!(given(&closed_before, woman("O-3")).is_ok());
    let mut named = it;
    named.accused.station = Some(station("LKO-ALB"));
    assert_eq!(given(&named, woman("O-2")), Err(Refusal::Conflict));
    assert!(given(&named, officer("O-2", "LKO/Cantt", true)).is_ok());
}

#[test]
fn who_has_it_is_not_given_it_again() {
    let has = Complaint { stage: Stage::Assigned { officer: woman("O-1"), since: start() }, ..ready() };
    check(&has, give("O-1"), boss(), due(), Err(Refusal::HasIt));
    check(&has, give("O-1"), Actor::System, due(), Err(Refusal::HasIt));
    let stays = Move::HandOver { to: Some(woman("O-1")), look_again: Some(at(11)) };
    let next = made(&has, stays, Actor::System, due()).unwrap().complaint;
    assert_eq!(next.duty_until, Some(at(11)), "whose next shift follows keeps it");
}

#[test]
fn who_closed_it_and_who_had_it_then_never_get_it_again() {
    let has = Complaint { stage: Stage::Assigned { officer: woman("O-1"), since: start() }, ..closable(complaint()) };
    let closed = made(&has, Move::Dispose(Closing::Done), boss(), at(1)).unwrap().complaint;
    assert_eq!(closed.closed_by.iter().map(OfficerId::as_str).collect::<Vec<_>>(), ["O-1", "O-9"]);
    let open = made(&closed, Move::Reopen { seats: Vec::new() }, Actor::Complainant, at(2)).unwrap().complaint;
    for id in ["O-1", "O-9"] {
        check(&open, give(id), boss(), at(2), Err(Refusal::ClosedIt));
    }
    check(&open, give("O-2"), boss(), at(2), Ok("assigned"));
}

#[test]
fn it_is_handed_over_when_the_shift_ends_and_not_before() {
    let has = made(&complaint(), Move::Assign { officer: woman("O-1"), until: Some(at(2)) }, boss(), at(0)).unwrap().complaint;
    let hand = |to, look_again, now| made(&has, Move::HandOver { to, look_again }, Actor::System, now).map(|change| change.complaint);
    assert_eq!(hand(Some(woman("O-2")), None, at(1)), Err(Refusal::NotDue));
    let next = hand(Some(woman("O-2")), Some(at(10)), at(2)).unwrap();
    assert_eq!((next.stage, next.duty_until), (Stage::Assigned { officer: woman("O-2"), since: at(2) }, Some(at(10))));
    let nobody = hand(None, Some(at(10)), at(3)).unwrap();
    assert_eq!((nobody.stage, nobody.duty_until), (Stage::Unassigned, Some(at(10))));
    for past in [at(1), at(2)] {
        assert_eq!(hand(None, Some(past), at(2)).unwrap().duty_until, None, "what is looked at again is looked at later");
    }
    let gone = made(&has, Move::Release, boss(), at(1)).unwrap().complaint;
    assert_eq!((gone.stage, gone.duty_until), (Stage::Unassigned, None));
}

#[test]
fn the_unit_that_works_it_hands_it_over_though_a_stand_in_took_its_rung() {
    let circle = |id| officer(id, "LKO/Cantt", true);
    let it = Complaint { stage: Stage::Assigned { officer: circle("O-1"), since: start() }, level: 1, duty_until: Some(at(4)), ..complaint() };
    let stand_in = Seat::StandIn(rung("circle", "LKO/Chowk", None));
    let it = made(&it, Move::Escalate { seats: vec![stand_in] }, Actor::System, due()).unwrap().complaint;
    assert!(it.path.rungs.iter().all(|rung| rung.unit != unit("LKO/Cantt")));
    let hand = Move::HandOver { to: Some(circle("O-2")), look_again: None };
    check(&it, hand.clone(), Actor::System, due(), Ok("handed_over"));
    check(&Complaint { stage: Stage::Unassigned, ..it }, hand, Actor::System, due(), Err(Refusal::OtherUnit));
}

#[test]
fn a_transfer_keeps_its_place_its_times_and_its_clocks() {
    let moved = |it: &Complaint, rungs| made(it, to("LKO-BKT", rungs, Vec::new()), boss(), due()).map(|change| change.complaint);
    for level in 0..4 {
        let it = Complaint { level, ..ready() };
        let next = moved(&it, rungs("LKO-BKT")).unwrap();
        assert_eq!((next.level, &next.clocks, next.path.next_at), (level, &it.clocks, it.path.next_at));
        assert_eq!(next.path.rungs, rungs("LKO-BKT"));
        assert_eq!((next.station, next.duty_until), (Some(station("LKO-BKT")), None));
    }
    // A filing without a station began at the circle; a station's whole ladder lies under it now.
    let mut late = complaint();
    late.path.rungs.drain(..2);
    let next = moved(&late, rungs("LKO-BKT")).unwrap();
    assert_eq!((next.level, next.holder().post.as_str()), (2, "circle"));
}

#[test]
fn a_transfer_shortens_and_lengthens_nothing() {
    let moved = |it: &Complaint, rungs| made(it, to("LKO-BKT", rungs, Vec::new()), boss(), due()).map(|change| change.complaint);
    let it = complaint();
    let mut slow = rungs("LKO-BKT");
    slow[1].holds = Some(HOUR * 9000);
    let next = moved(&it, slow).unwrap();
    assert_eq!(next.holder().holds, None);
    assert_eq!(next.path.rungs[1].holds, Some(HOUR * 2), "the times of the day of registration");
    for cut in 1..4 {
        assert_eq!(moved(&it, rungs("LKO-BKT")[..cut].to_vec()), Err(Refusal::NoSuchRung), "a ladder of {cut}");
        assert_eq!(moved(&it, rungs("LKO-BKT")[cut..].to_vec()), Err(Refusal::NoSuchRung), "without the post that holds it");
    }
    let mut longer = rungs("LKO-BKT");
    longer.insert(2, rung("nodal", "LKO", Some(900)));
    assert_eq!(moved(&it, longer), Err(Refusal::NoSuchRung));
    assert_eq!(moved(&it, Vec::new()), Err(Refusal::NoSuchRung));
}

#[test]
fn a_place_that_a_stand_in_holds_is_found_by_its_own_name() {
    let stand_in = Seat::StandIn(rung("circle", "LKO/Cantt", None));
    let held = made(&complaint(), Move::Escalate { seats: vec![stand_in] }, Actor::System, due()).unwrap().complaint;
    assert_eq!((held.level, held.holder().post.as_str()), (1, "circle"));
    let next = made(&held, away(), boss(), due()).unwrap().complaint;
    assert_eq!((next.level, next.holder().post.as_str()), (1, "sho"), "the circle's own turn is not skipped");
    let mut known = rungs("LKO-BKT");
    known[1] = Rung { stands_in_for: Some(rungs("LKO-BKT")[1].as_empty()), ..rung("circle", "LKO/Chowk", None) };
    let next = made(&held, to("LKO-BKT", known, Vec::new()), boss(), due()).unwrap().complaint;
    assert_eq!((next.level, next.holder().unit.as_str(), next.holder().holds), (1, "LKO/Chowk", Some(HOUR * 2)));
}

#[test]
fn a_transfer_to_an_empty_place_goes_to_its_stand_in_or_above() {
    let moved = |it: &Complaint, seats| made(it, to("LKO-BKT", rungs("LKO-BKT"), seats), boss(), at(2)).unwrap();
    let it = Complaint { level: 1, ..ready() };
    let other = rung("circle", "LKO/Chowk", None);
    let held = moved(&it, vec![Seat::StandIn(other.clone())]);
    let expected = Rung { stands_in_for: Some(rungs("LKO-BKT")[1].as_empty()), holds: Some(HOUR * 2), ..other };
    assert_eq!((held.complaint.level, held.complaint.holder()), (1, &expected));
    assert_eq!(held.events[0].kind, Kind::Transferred { station: station("LKO-BKT"), district: None, to: expected, past: Vec::new() });
    let past = moved(&it, vec![Seat::Empty, Seat::Empty, Seat::Filled]);
    assert_eq!((past.complaint.level, past.complaint.holder()), (3, &rungs("LKO-BKT")[3]));
    assert_eq!((&past.complaint.clocks, past.complaint.path.next_at), (&it.clocks, it.path.next_at), "it touches no time");
    let to = rungs("LKO-BKT")[3].clone();
    assert_eq!(past.events[0].kind, Kind::Transferred { station: station("LKO-BKT"), district: None, to, past: rungs("LKO-BKT")[1..3].to_vec() });
    let named = Complaint { accused: crate::complaint::Accused { station: Some(station("LKO-CHK")), officer: false, above: None }, ..it.clone() };
    let past = moved(&named, vec![Seat::StandIn(rung("sho", "LKO-CHK", None))]);
    assert_eq!(past.complaint.level, 2, "nobody of the station that she named");
    assert_eq!(moved(&at_top(it), vec![Seat::Empty]).complaint.level, 3, "the top keeps what it has");
}

#[test]
fn nothing_goes_to_the_station_that_she_named() {
    let mut it = complaint();
    it.accused.station = Some(station("LKO-BKT"));
    check(&it, away(), boss(), due(), Err(Refusal::Conflict));
}

#[test]
fn how_she_is_reached_is_hers_to_change() {
    let next = made(&ready(), Move::ChangeContact(silent()), Actor::Complainant, due()).unwrap().complaint;
    assert_eq!(next, Complaint { contact: silent(), version: 2, ..ready() }, "and nothing else changes");
    let noted = made(&ready(), Move::Note, boss(), due()).unwrap().complaint;
    assert_eq!(noted, Complaint { version: 2, ..ready() });
}
