//! What may be said publicly of a complaint, and what may not.

use super::*;
use crate::complaint::Accused;
use crate::suggestion::{DownReason, Listing, Suggestion, Wording};

pub(super) fn listing(n: u8) -> Listing {
    Listing::make(crate::Date::constant(2026, 11, 21), [n; 8])
}

pub(super) fn take_up(n: u8) -> Move {
    let wording = Wording::parse("गली में रोशनी रहेगी।", "The lane will be lit.").unwrap();
    Move::TakeUp { wording, office: rungs("LKO-ALB")[1].clone(), listing: listing(n) }
}

pub(super) fn take_down() -> Move {
    Move::TakeDown { reason: DownReason::NotPossible }
}

pub(super) fn listed(it: Complaint) -> Complaint {
    Complaint { suggestion: Suggestion::Listed(listing(1)), ..it }
}

fn closed(how: Closing) -> Complaint {
    let it = ready();
    Complaint { stage: Stage::Disposed { at: at(3) }, work: Work { closing: Some(how), ..it.work.clone() }, ..it }
}

#[test]
fn it_is_listed_once_and_keeps_its_place_until_it_is_taken_off() {
    let up = made(&ready(), take_up(1), boss(), due()).unwrap();
    assert_eq!(up.complaint.suggestion, Suggestion::Listed(listing(1)));
    assert!(matches!(&up.events[..], [Event { kind: Kind::TakenUp { reworded: false, .. }, .. }]));
    let again = made(&up.complaint, take_up(2), boss(), due()).unwrap();
    assert_eq!(again.complaint.suggestion, Suggestion::Listed(listing(1)), "said in other words it stands where it stood");
    assert!(matches!(&again.events[..], [Event { kind: Kind::TakenUp { reworded: true, .. }, .. }]));
    let down = made(&again.complaint, take_down(), boss(), due()).unwrap();
    assert_eq!(down.complaint.suggestion, Suggestion::Made);
    assert_eq!(down.events[0].kind, Kind::TakenDown { listing: listing(1), reason: DownReason::NotPossible });
    check(&down.complaint, take_down(), boss(), due(), Err(Refusal::NotListed));
    let anew = made(&down.complaint, take_up(3), boss(), due()).unwrap();
    assert_eq!(anew.complaint.suggestion, Suggestion::Listed(listing(3)));
    assert_eq!((anew.complaint.stage, anew.complaint.path), (ready().stage, ready().path), "nobody has it because of that");
}

#[test]
fn what_is_no_suggestion_or_names_somebody_of_the_police_is_on_no_list() {
    let none = Complaint { suggestion: Suggestion::No, ..ready() };
    check(&none, take_up(1), boss(), due(), Err(Refusal::NoSuggestion));
    check(&none, take_down(), boss(), due(), Err(Refusal::NotListed));
    let named = [
        Accused { station: Some(station("LKO-ALB")), ..Accused::default() },
        Accused { officer: true, ..Accused::default() },
        Accused { above: Some(unit("LKO")), ..Accused::default() },
    ];
    for accused in named {
        check(&Complaint { accused: accused.clone(), ..ready() }, take_up(1), boss(), due(), Err(Refusal::NamesPolice));
        check(&listed(Complaint { accused: accused.clone(), ..ready() }), take_up(1), boss(), due(), Err(Refusal::NamesPolice));
        check(&listed(Complaint { accused, ..ready() }), take_down(), boss(), due(), Ok("taken_down"));
    }
}

#[test]
fn what_was_turned_down_or_taken_back_is_not_taken_up() {
    check(&closed(Closing::Done), take_up(1), boss(), due(), Ok("taken_up"));
    check(&closed(Closing::NoContact), take_up(1), boss(), due(), Ok("taken_up"));
    for reason in RejectReason::ALL {
        check(&closed(Closing::Rejected(reason)), take_up(1), boss(), due(), Err(Refusal::Closed));
    }
    let other = crate::number::Number::parse("LKO26-7F3KQ9XW-X").unwrap();
    check(&closed(Closing::Merged(other.clone())), take_up(1), boss(), due(), Err(Refusal::Closed));
    // Opened again, it is looked at again.
    let reopened = Complaint { stage: Stage::Unassigned, ..closed(Closing::Rejected(RejectReason::NothingToAct)) };
    check(&reopened, take_up(1), boss(), due(), Ok("taken_up"));
    // And what stands on the list is not turned down behind it.
    for closing in [Closing::Rejected(RejectReason::NothingToAct), Closing::Merged(other)] {
        check(&ready(), Move::Dispose(closing.clone()), boss(), due(), Ok("disposed"));
        check(&listed(ready()), Move::Dispose(closing), boss(), due(), Err(Refusal::Listed));
    }
    check(&listed(ready()), Move::Dispose(Closing::Done), boss(), due(), Ok("disposed"));
}

#[test]
fn what_she_takes_back_after_it_was_taken_up_stays_the_departments_own() {
    let asked = made(&listed(ready()), Move::AskWithdrawal, Actor::Complainant, due()).unwrap().complaint;
    let gone = made(&asked, Move::Withdraw, Actor::System, at(100)).unwrap().complaint;
    assert_eq!((gone.is_open(), &gone.suggestion), (false, &Suggestion::Listed(listing(1))));
    check(&gone, take_up(2), boss(), at(100), Ok("taken_up"));
    check(&gone, take_down(), boss(), at(100), Ok("taken_down"));
}
