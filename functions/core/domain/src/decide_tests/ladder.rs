//! Up the ladder: empty posts, stand-ins, the top, and what a closing that did not hold leads to.

use super::*;
use crate::overdue::{Timely, overdue, wakes_at};

fn up(it: &Complaint, seats: Vec<Seat>, now: Timestamp) -> Change {
    made(it, Move::Escalate { seats }, Actor::System, now).unwrap()
}

fn posts(rungs: &[Rung]) -> Vec<&str> {
    rungs.iter().map(|rung| rung.post.as_str()).collect()
}

#[test]
fn one_rung_at_a_time_from_the_planned_moment() {
    let first = up(&complaint(), Vec::new(), at(9));
    let ladder = rungs("LKO-ALB");
    assert_eq!(first.complaint.level, 1);
    assert_eq!(first.complaint.path.next_at, at(6), "two hours from when it was due, not from when the job came by");
    let told = Kind::Escalated { level: 1, to: ladder[1].clone(), next_at: at(6), past: Vec::new() };
    assert_eq!(first.events.iter().map(|e| e.kind.clone()).collect::<Vec<_>>(), [told, Kind::Arrived { to: ladder[1].clone(), next_at: at(6) }]);
    assert_eq!(first.complaint.clock(ClockRule::Disposal).unwrap().missed_at, Some(at(9)));
    let second = up(&first.complaint, Vec::new(), at(9)).complaint;
    assert_eq!((second.level, second.path.next_at), (2, at(10)));
    assert_eq!(overdue(&second, at(9)), None);
    let top = up(&second, Vec::new(), at(10)).complaint;
    assert_eq!((top.level, top.path.next_at), (3, at(34)), "the top holds it until its first alarm");
}

#[test]
fn empty_posts_are_gone_past_and_named() {
    let past = up(&complaint(), vec![Seat::Empty, Seat::Filled, Seat::Filled], due());
    assert_eq!((past.complaint.level, past.complaint.path.next_at), (2, at(8)), "the circle has its own four hours");
    let Kind::Escalated { past, .. } = &past.events[0].kind else { panic!("{:?}", past.events) };
    assert_eq!(posts(past), ["sho"]);
    let all = up(&complaint(), vec![Seat::Empty, Seat::Empty, Seat::Empty], due());
    assert_eq!(all.complaint.level, 3, "the top keeps what comes up to it, whoever sits there");
    let Kind::Escalated { past, .. } = &all.events[0].kind else { panic!("{:?}", all.events) };
    assert_eq!(posts(past), ["sho", "circle"]);
    let middle = up(&Complaint { level: 1, ..complaint() }, vec![Seat::Empty, Seat::Filled], due());
    assert_eq!(middle.complaint.level, 3, "seats are counted from the rung above the holder");
}

#[test]
fn a_stand_in_takes_the_place_and_says_so() {
    let other = rung("circle", "LKO/Chowk", Some(99));
    let it = up(&complaint(), vec![Seat::StandIn(other.clone())], due()).complaint;
    let expected = Rung { stands_in_for: Some(rungs("LKO-ALB")[1].as_empty()), holds: Some(HOUR * 2), ..other.clone() };
    assert_eq!(it.holder(), &expected, "with the time of the place, not with its own");
    assert_eq!(it.path.next_at, at(6));
    let past = up(&complaint(), vec![Seat::Empty, Seat::StandIn(rung("nodal", "LKO", None))], due()).complaint;
    assert_eq!((past.level, past.holder().place().as_str(), past.holder().post.as_str()), (2, "circle", "nodal"));
    let top = up(&Complaint { level: 2, ..complaint() }, vec![Seat::StandIn(rung("deputy", "UP", None))], due()).complaint;
    assert_eq!(top.holder().post.as_str(), "deputy", "at the top too");
}

#[test]
fn nobody_of_the_station_that_she_named_stands_in() {
    let mut it = complaint();
    it.accused.station = Some(station("LKO-BKT"));
    let named = Seat::StandIn(rung("sho", "LKO-BKT", None));
    let next = up(&it, vec![named.clone()], due());
    assert_eq!(next.complaint.level, 2);
    let top = up(&Complaint { level: 2, ..it }, vec![named], due()).complaint;
    assert_eq!(top.holder(), &rungs("LKO-ALB")[3]);
}

#[test]
fn what_comes_back_looks_for_empty_posts_too() {
    let closed = made(&closable(complaint()), Move::Dispose(Closing::Done), boss(), at(1)).unwrap().complaint;
    type Back = fn(Vec<Seat>) -> Move;
    for back in [(|seats| Move::Reopen { seats }) as Back, |seats| Move::Appeal { seats }] {
        let comes = |it: &Complaint, seats| made(it, back(seats), Actor::Complainant, at(2)).unwrap();
        let past = comes(&closed, vec![Seat::Empty, Seat::Filled]);
        assert_eq!((past.complaint.level, past.complaint.path.next_at), (2, due()), "the promise is still the same");
        assert_eq!(posts(gone_past(&past)), ["sho"]);
        assert!(matches!(&past.events[1].kind, Kind::Arrived { to, .. } if to == past.complaint.holder()), "who has it is told");
        let other = rung("circle", "LKO/Chowk", Some(99));
        let held = comes(&closed, vec![Seat::StandIn(other.clone())]);
        assert_eq!(held.complaint.holder(), &Rung { stands_in_for: Some(rungs("LKO-ALB")[1].as_empty()), holds: Some(HOUR * 2), ..other.clone() });
        assert_eq!(posts(gone_past(&held)), [""; 0]);
        let late = made(&closed, back(vec![Seat::Empty]), Actor::Complainant, at(9)).unwrap().complaint;
        assert_eq!((late.level, late.path.next_at), (2, at(13)), "past its end the circle has its own four hours");
        let mut named = closed.clone();
        named.accused.station = Some(station("LKO-BKT"));
        assert_eq!(comes(&named, vec![Seat::StandIn(rung("sho", "LKO-BKT", None))]).complaint.level, 2, "nobody of the station that she named");
        let top = comes(&at_top(closed.clone()), vec![Seat::Empty]).complaint;
        assert_eq!((top.level, top.holder()), (3, &rungs("LKO-ALB")[3]), "above the top is nobody");
        assert_eq!(comes(&closed, vec![Seat::Empty, Seat::Empty, Seat::Empty]).complaint.level, 3, "the top keeps what comes up to it");
    }
}

fn gone_past(change: &Change) -> &[Rung] {
    match &change.events[0].kind {
        Kind::Escalated { past, .. } | Kind::Reopened { past, .. } | Kind::Appealed { past, .. } | Kind::Transferred { past, .. } => past,
        other => panic!("{other:?} goes nowhere"),
    }
}

#[test]
fn at_the_top_it_never_stops() {
    let mut it = at_top(complaint());
    let mut now = due();
    for count in 1..=400 {
        // The first alarm comes after the two warnings that came too late.
        assert_eq!(overdue(&it, now), Some(Timely::Alarm));
        let change = made(&it, Move::Alarm, Actor::System, now).unwrap();
        assert_eq!(change.events[0].kind, Kind::TopAlarm { count, at_top: it.holder().clone() });
        it = change.complaint;
        assert_eq!(overdue(&it, now), None, "once a day, not once a minute");
        now = wakes_at(&it).unwrap();
        assert_eq!(now, due() + HOUR * 24 * i32::try_from(count).unwrap());
    }
    let week_later = now + HOUR * (24 * 7 + 1);
    let once = made(&it, Move::Alarm, Actor::System, week_later).unwrap().complaint;
    assert_eq!(once.path.next_at, now + HOUR * 24 * 8, "a week of silence is one alarm, at its old hour");
}

#[test]
fn a_closing_that_did_not_hold_runs_on_from_its_beginning() {
    let closed = made(&closable(complaint()), Move::Dispose(Closing::Done), boss(), at(1)).unwrap().complaint;
    for wanted in [Move::Reopen { seats: Vec::new() }, Move::Appeal { seats: Vec::new() }] {
        let early = made(&closed, wanted.clone(), Actor::Complainant, at(2)).unwrap();
        assert_eq!((early.complaint.level, early.complaint.path.next_at), (1, due()), "the promise is still the same");
        assert_eq!(early.complaint.clock(ClockRule::Disposal).unwrap().met_at, None);
        assert!(matches!(early.events[1].kind, Kind::Arrived { .. }));
        let late = made(&closed, wanted.clone(), Actor::Complainant, at(9)).unwrap().complaint;
        assert_eq!((late.level, late.path.next_at), (1, at(11)), "past its end the rung above has its own time");
        assert_eq!(late.clock(ClockRule::Disposal).unwrap().missed_at, Some(at(9)));
        let top = made(&at_top(closed.clone()), wanted, Actor::Complainant, at(9)).unwrap().complaint;
        assert_eq!((top.level, top.path.next_at), (3, at(33)), "above the top is nobody");
    }
    assert_eq!(wakes_at(&closed), None);
}

#[test]
fn closing_again_is_counted_from_the_second_time() {
    let closed = made(&closable(complaint()), Move::Dispose(Closing::Done), boss(), at(1)).unwrap().complaint;
    let open = made(&closed, Move::Reopen { seats: Vec::new() }, Actor::Complainant, at(2)).unwrap().complaint;
    check(&closable(open.clone()), Move::Dispose(Closing::Done), boss(), at(3), Err(Refusal::ClosedIt));
    let another = Actor::Officer(OfficerId::parse("O-8").unwrap());
    let again = made(&closable(open), Move::Dispose(Closing::Done), another, at(3)).unwrap().complaint;
    assert_eq!(again.clock(ClockRule::Disposal).unwrap().met_at, Some(at(3)));
    assert_eq!(again.closed_by.iter().filter(|id| id.as_str() == "O-9").count(), 1, "the first is noted still, and once");
}

#[test]
fn what_is_ahead_is_what_comes() {
    let mut it = complaint();
    let ahead: Vec<_> = it.ahead().into_iter().map(|(rung, at)| (rung.post.clone(), at)).collect();
    let mut came = Vec::new();
    while it.next().is_some() {
        let now = it.path.next_at;
        it = up(&it, Vec::new(), now).complaint;
        came.push((it.holder().post.clone(), now));
    }
    assert_eq!(ahead, came);
    assert_eq!(it.ahead(), []);
}
