//! No end without a word with her, a report, and a second pair of eyes.

use super::*;

fn worker() -> Actor {
    Actor::Officer(OfficerId::parse("O-1").unwrap())
}

fn assigned() -> Complaint {
    Complaint { stage: Stage::Assigned { officer: woman("O-1"), since: start() }, ..complaint() }
}

fn then(it: &Complaint, wanted: Move, by: Actor) -> Complaint {
    made(it, wanted, by, at(1)).unwrap().complaint
}

/// Spoken to, reported and approved.
fn approved() -> Complaint {
    let told = then(&assigned(), Move::Act(Act::Reached), worker());
    then(&then(&told, report(), worker()), Move::ApproveAtr, boss())
}

fn done() -> Move {
    Move::Dispose(Closing::Done)
}

#[test]
fn the_whole_way_ends_and_no_step_of_it_can_be_left_out() {
    check(&assigned(), done(), boss(), at(1), Err(Refusal::NoContact));
    check(&assigned(), report(), worker(), at(1), Err(Refusal::NoContact));
    let told = then(&assigned(), Move::Act(Act::Reached), worker());
    check(&told, done(), boss(), at(1), Err(Refusal::NoAtr));
    check(&told, Move::ApproveAtr, boss(), at(1), Err(Refusal::NothingFiled));
    let filed = then(&told, report(), worker());
    check(&filed, done(), boss(), at(1), Err(Refusal::NoAtr));
    check(&filed, Move::ApproveAtr, worker(), at(1), Err(Refusal::OwnAtr));
    let returned = then(&filed, Move::ReturnAtr, boss());
    check(&returned, done(), boss(), at(1), Err(Refusal::NoAtr));
    check(&returned, Move::ApproveAtr, boss(), at(1), Err(Refusal::NothingFiled));
    let again = then(&then(&returned, report(), worker()), Move::ApproveAtr, boss());
    check(&again, done(), worker(), at(1), Err(Refusal::OwnAtr));
    let closed = then(&again, done(), boss());
    assert_eq!((closed.stage, closed.work.closing), (Stage::Disposed { at: at(1) }, Some(Closing::Done)));
}

#[test]
fn whoever_has_it_next_speaks_to_her_again() {
    let it = approved();
    let changes = [
        (give("O-2"), boss()),
        (Move::Release, boss()),
        (away(), boss()),
        (Move::HandOver { to: Some(woman("O-2")), look_again: None }, Actor::System),
        (Move::HandOver { to: None, look_again: None }, Actor::System),
        (Move::Escalate { seats: Vec::new() }, Actor::System),
    ];
    for (wanted, by) in changes {
        let it = Complaint { duty_until: Some(at(3)), ..it.clone() };
        let next = made(&it, wanted.clone(), by, due()).unwrap().complaint;
        check(&next, done(), boss(), due(), Err(Refusal::NoContact));
        assert_eq!(next.work.acknowledged_at, None, "{wanted:?}");
    }
    let closed = then(&it, done(), boss());
    for wanted in [Move::Reopen { seats: Vec::new() }, Move::Appeal { seats: Vec::new() }] {
        let open = made(&closed, wanted, Actor::Complainant, at(2)).unwrap().complaint;
        let another = || Actor::Officer(OfficerId::parse("O-8").unwrap());
        check(&open, done(), another(), at(2), Err(Refusal::NoContact));
        let told = made(&open, Move::Act(Act::Reached), another(), at(2)).unwrap().complaint;
        check(&told, done(), another(), at(2), Err(Refusal::NoAtr));
        check(&told, done(), boss(), at(2), Err(Refusal::ClosedIt));
    }
    for wanted in [Move::Note, Move::Look(LookReason::Review), stop(ClockRule::Disposal, at(2))] {
        let next = made(&it, wanted, boss(), at(1)).unwrap().complaint;
        check(&next, done(), boss(), at(1), Ok("disposed"));
    }
}

#[test]
fn that_she_cannot_be_reached_is_said_only_after_it_was_tried() {
    let unreached = Move::Dispose(Closing::NoContact);
    check(&approved(), unreached.clone(), boss(), at(1), Err(Refusal::NotTried));
    let tried = then(&assigned(), Move::Act(Act::NotReached), worker());
    check(&tried, unreached.clone(), boss(), at(1), Err(Refusal::NoAtr));
    let filed = then(&then(&tried, report(), worker()), Move::ApproveAtr, boss());
    check(&filed, done(), boss(), at(1), Err(Refusal::NoContact));
    check(&filed, unreached, boss(), at(1), Ok("disposed"));
}

#[test]
fn a_rejection_has_a_reason_and_a_word_with_her_and_a_repeat_is_of_another() {
    let reject = Move::Dispose(Closing::Rejected(RejectReason::CivilMatter));
    check(&assigned(), reject.clone(), boss(), at(1), Err(Refusal::NoContact));
    check(&then(&assigned(), Move::Act(Act::Reached), worker()), reject, boss(), at(1), Ok("disposed"));
    let it = assigned();
    check(&it, Move::Dispose(Closing::Merged(it.number.clone())), boss(), at(1), Err(Refusal::Itself));
    let other = (9u8..).find_map(|n| crate::number::Number::make(&it.district, 2026, [n; 8])).unwrap();
    check(&it, Move::Dispose(Closing::Merged(other)), boss(), at(1), Ok("disposed"));
}

#[test]
fn what_is_asked_for_could_be_allowed() {
    let it = ready();
    check(&it, ask(ClockRule::Enquiry, at(5)), boss(), due(), Err(Refusal::NoSuchClock));
    check(&it, ask(ClockRule::Progress, at(900)), boss(), due(), Err(Refusal::TooLong));
    check(&it, ask(ClockRule::Progress, due()), boss(), due(), Err(Refusal::TooLong));
    check(&it, ask(ClockRule::Signature, at(5)), boss(), due(), Err(Refusal::NotRunning));
    let seen = then(&it, Move::Acknowledge, boss());
    check(&seen, Move::Acknowledge, boss(), at(1), Err(Refusal::DoneBefore));
}
