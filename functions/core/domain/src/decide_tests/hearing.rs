//! Hearings: booked once, heard once, and handed down to the station without losing the way up.

use super::*;
use crate::clock::ClockRule;
use crate::decide::Onward;
use crate::hearing::{Appointment, Outcome, Token};

pub(super) fn place(it: &Complaint) -> Appointment {
    let rung = it.holder();
    Appointment { unit: rung.unit.clone(), post: rung.post.clone(), at: at(1), token: Token { slot: 0, seat: 0 }, until: at(6) }
}

fn heard(it: &Complaint) -> Complaint {
    let first = Rung { post: post("hearing"), unit: unit("LKO"), holds: None, stands_in_for: None };
    let above = it.path.rungs.iter().skip(3).cloned();
    let path = crate::complaint::Path { rungs: std::iter::once(first).chain(above).collect(), ..it.path.clone() };
    Complaint { path, level: 0, ..it.clone() }
}

fn onward() -> Onward {
    let below = ["io", "sho"].map(|id| Rung { post: post(id), unit: unit("LKO-ALB"), holds: None, stands_in_for: None });
    Onward { station: station("LKO-ALB"), below: below.to_vec(), seats: Vec::new() }
}

#[test]
fn a_place_is_had_once_until_its_day_is_over() {
    let it = heard(&complaint());
    let booked = decide(&it, Move::BookHearing { place: place(&it) }, Actor::Complainant, at(0)).unwrap();
    assert_eq!(booked.complaint.hearing, Some(place(&it)));
    assert!(matches!(booked.events[0].kind, Kind::HearingBooked { .. }));
    let it = booked.complaint;
    assert_eq!(decide(&it, Move::BookHearing { place: place(&it) }, Actor::Complainant, at(1)), Err(Refusal::DoneBefore));
    let tomorrow = Appointment { at: at(25), until: at(30), ..place(&it) };
    assert_eq!(decide(&it, Move::BookHearing { place: tomorrow.clone() }, Actor::Complainant, at(5)), Err(Refusal::DoneBefore));
    assert!(decide(&it, Move::BookHearing { place: tomorrow }, Actor::Complainant, at(6)).is_ok());
    assert_eq!(decide(&it, Move::BookHearing { place: place(&it) }, Actor::Complainant, at(6)), Err(Refusal::NotDue), "a day that is over");
    let elsewhere = Appointment { unit: unit("PRJ"), ..place(&it) };
    let free = Complaint { hearing: None, ..it.clone() };
    assert_eq!(decide(&free, Move::BookHearing { place: elsewhere }, Actor::Complainant, at(0)), Err(Refusal::OtherUnit));
    assert_eq!(decide(&free, Move::BookHearing { place: place(&free) }, boss(), at(0)), Err(Refusal::NotAllowed));
    let left = decide(&it, Move::LeaveHearing, Actor::Complainant, at(0)).unwrap();
    assert_eq!((left.complaint.hearing, &left.events[0].kind), (None, &Kind::HearingLeft { missed: false }));
    let missed = decide(&it, Move::LeaveHearing, boss(), at(0)).unwrap();
    assert_eq!(missed.events[0].kind, Kind::HearingLeft { missed: true });
    assert_eq!(decide(&free, Move::LeaveHearing, Actor::Complainant, at(0)), Err(Refusal::NotDue));
}

#[test]
fn whoever_was_not_reached_is_told_and_may_book_again() {
    let it = heard(&complaint());
    let it = Complaint {
        hearing: Some(place(&it)),
        path: crate::complaint::Path { next_at: at(1000), ..it.path.clone() },
        clocks: Vec::new(),
        duty_until: None,
        ..it
    };
    assert_eq!((crate::overdue::wakes_at(&it), crate::overdue::overdue(&it, at(5))), (Some(at(6)), None));
    assert_eq!(decide(&it, Move::EndHearing, Actor::System, at(5)), Err(Refusal::NotDue));
    assert_eq!(crate::overdue::overdue(&it, at(6)), Some(crate::overdue::Timely::Unreached));
    let change = decide(&it, Move::EndHearing, Actor::System, at(6)).unwrap();
    assert_eq!((change.complaint.hearing.as_ref(), &change.events[0].kind), (None, &Kind::HearingUnreached));
    assert!(change.events[0].telling().is_some());
    assert_eq!(crate::overdue::overdue(&change.complaint, at(6)), None);
}

#[test]
fn after_her_no_nobody_below_hears_it() {
    let it = heard(&complaint());
    let place = place(&it);
    let above = Complaint { level: 1, say: crate::say::Say { floor: Some(1), ..it.say.clone() }, ..it };
    assert_eq!(decide(&above, Move::BookHearing { place }, Actor::Complainant, at(0)), Err(Refusal::OtherUnit));
}

#[test]
fn what_was_heard_goes_to_the_station_and_keeps_its_way_up() {
    let it = heard(&complaint());
    let it = Complaint { hearing: Some(place(&it)), ..it };
    let hear = |it: &Complaint, onward| decide(it, Move::Hear { onward, again: false }, boss(), at(1));
    let change = hear(&it, Some(onward())).unwrap();
    let next = &change.complaint;
    let posts: Vec<&str> = next.path.rungs.iter().map(|rung| rung.post.as_str()).collect();
    let above: Vec<&str> = it.path.rungs.iter().skip(1).map(|rung| rung.post.as_str()).collect();
    assert_eq!(posts, [vec!["io", "sho"], above].concat());
    assert_eq!((next.level, next.station.as_ref().map(|s| s.as_str()), &next.hearing), (0, Some("LKO-ALB"), &None));
    assert_eq!((next.path.next_at, next.due_at()), (it.path.next_at, it.due_at()), "the promise stands");
    assert!(next.clock(ClockRule::FirstContact).is_none_or(|clock| clock.met_at.is_some()), "she was spoken to");
    let kinds: Vec<&str> = change.events.iter().map(|event| event.kind.tag()).collect();
    assert_eq!(kinds, ["heard", "transferred"]);
    // A post above that has it by now keeps it.
    let risen = Complaint { level: 1, ..it.clone() };
    let next = hear(&risen, Some(onward())).unwrap().complaint;
    assert_eq!((next.holder(), next.working_unit().as_str()), (risen.holder(), "LKO-ALB"));
    // What names somebody of the police stays above every station.
    let mut accused = it.clone();
    accused.accused.officer = true;
    assert_eq!(hear(&accused, Some(onward())), Err(Refusal::Conflict));
    assert_eq!(hear(&accused, None).unwrap().events[0].kind, Kind::Heard { outcome: Outcome::Advised });
    assert_eq!(hear(&it, Some(Onward { below: Vec::new(), ..onward() })), Err(Refusal::NoSuchRung));
    assert_eq!(hear(&Complaint { hearing: None, ..it }, None), Err(Refusal::NotDue));
}

#[test]
fn a_closing_ends_the_place_too() {
    let it = heard(&complaint());
    let it = Complaint { hearing: Some(place(&it)), ..it };
    let near = decide(&it, Move::TellNear, Actor::System, at(0)).unwrap();
    assert!(near.complaint.hearing.is_some() && near.events[0].telling().is_some());
    assert_eq!(decide(&it, Move::TellNear, Actor::Complainant, at(0)), Err(Refusal::NotAllowed));
    let done = Complaint { work: closable(complaint()).work, ..it.clone() };
    let closed = decide(&done, Move::Dispose(Closing::Done), boss(), at(0)).unwrap();
    assert_eq!(closed.complaint.hearing, None);
    assert_eq!(decide(&closed.complaint, Move::BookHearing { place: place(&it) }, Actor::Complainant, at(0)), Err(Refusal::Closed));
}
