//! What she says after the filing, and who no longer has it then.

use super::*;
use crate::calendar::end_of;
use crate::review::Month;
use crate::say::{Said, Say, Withdrawal};

fn closed_by(ids: &[&str]) -> Complaint {
    let closed = complaint();
    let ids = ids.iter().map(|id| crate::ids::OfficerId::parse(id).unwrap()).collect();
    Complaint { stage: Stage::Disposed { at: at(3) }, closed_by: ids, ..closed }
}

fn said(it: &Complaint, wanted: Move, now: Timestamp) -> Result<Complaint, Refusal> {
    made(it, wanted, Actor::Complainant, now).map(|change| change.complaint)
}

#[test]
fn an_answer_is_taken_to_the_last_second_of_its_window_and_once() {
    let it = closed_by(&["O-1"]);
    let until = it.answer_until().unwrap();
    let minute = SignedDuration::from_mins(1);
    for wanted in [Move::Answer { solved: true }, Move::Reopen { seats: Vec::new() }, Move::Appeal { seats: Vec::new() }] {
        assert!(said(&it, wanted.clone(), until).is_ok(), "{wanted:?}");
        assert_eq!(said(&it, wanted.clone(), until + minute), Err(Refusal::TooLate), "{wanted:?}");
    }
    let unsolved = said(&it, Move::Answer { solved: false }, at(5)).unwrap();
    for wanted in [Move::Answer { solved: true }, Move::Answer { solved: false }, Move::Reopen { seats: Vec::new() }] {
        assert_eq!(said(&unsolved, wanted, at(6)), Err(Refusal::DoneBefore));
    }
    assert_eq!(said(&complaint(), Move::Answer { solved: true }, at(1)), Err(Refusal::NotClosed));
}

/// Whoever holds her paper can say "yes" in her name. Her "no" outlives that.
#[test]
fn a_yes_can_be_taken_back_until_the_window_closes_and_never_the_other_way() {
    let it = closed_by(&["O-1"]);
    let until = it.answer_until().unwrap();
    let yes = said(&it, Move::Answer { solved: true }, at(5)).unwrap();
    assert_eq!(said(&yes, Move::Answer { solved: true }, at(6)), Err(Refusal::DoneBefore));
    assert_eq!((yes.may_say_no_until(until), yes.may_say_no_until(until + SignedDuration::from_mins(1))), (Some(until), None));
    let again = said(&yes, not_solved(&yes, Vec::new()), until).unwrap();
    assert!(again.is_open() && again.say.barred == it.closed_by && again.say.answer.is_none());
    let no = said(&yes, Move::Answer { solved: false }, at(6)).unwrap();
    assert_eq!((no.say.answer.map(|answer| answer.solved), no.may_say_no_until(at(6))), (Some(false), None));
}

#[test]
fn her_first_no_reopens_and_her_second_appeals_whatever_came_between() {
    let it = closed_by(&["O-1"]);
    assert!(matches!(not_solved(&it, Vec::new()), Move::Reopen { .. }));
    // A refusal that she told of is no "no" to a closing; a transfer forgets none.
    let refused = Complaint { say: Say { floor: Some(1), ..it.say.clone() }, ..it.clone() };
    assert!(matches!(not_solved(&refused, Vec::new()), Move::Reopen { .. }));
    let again = said(&it, not_solved(&it, Vec::new()), at(5)).unwrap();
    let moved = Complaint { say: Say { floor: None, ..again.say.clone() }, ..again };
    assert!(matches!(not_solved(&moved, Vec::new()), Move::Appeal { .. }));
}

#[test]
fn whoever_tells_of_a_refusal_withdraws_nothing() {
    let asked = said(&complaint(), Move::AskWithdrawal, at(0)).unwrap();
    assert!(asked.say.withdraws_at.is_some());
    let change = made(&asked, Move::ReportRefusal { seats: Vec::new() }, Actor::Complainant, at(1)).unwrap();
    let kinds: Vec<&str> = change.events.iter().map(|event| event.kind.tag()).collect();
    assert_eq!((change.complaint.say.withdraws_at, kinds), (None, vec!["refusal_reported", "arrived", "kept_on"]));
    let it = closed_by(&["O-1"]);
    let until = it.answer_until().unwrap();
    assert_eq!((it.may_report_refusal(until), it.may_report_refusal(until + SignedDuration::from_mins(1))), (true, false));
}

#[test]
fn it_goes_past_whoever_closed_it_and_nobody_is_left_at_the_top() {
    let it = closed_by(&["O-1"]);
    let up = said(&it, Move::Reopen { seats: vec![Seat::ClosedIt, Seat::Filled] }, at(5)).unwrap();
    assert_eq!((up.level, up.say.floor), (2, Some(2)));
    assert_eq!(up.working_unit(), &up.holder().unit, "it waits in the list of whoever has it");
    let all = vec![Seat::ClosedIt, Seat::ClosedIt, Seat::ClosedIt];
    assert_eq!(said(&it, Move::Reopen { seats: all }, at(5)), Err(Refusal::AtTop));
    assert_eq!(said(&at_top(it.clone()), Move::Reopen { seats: vec![Seat::ClosedIt] }, at(5)), Err(Refusal::AtTop));
    assert!(said(&at_top(it), Move::Reopen { seats: vec![Seat::Filled] }, at(5)).is_ok());
}

#[test]
fn what_she_says_counts_for_whoever_closed_it_last_and_is_seen_as_a_sum() {
    let it = closed_by(&["O-1", "O-4"]);
    let rated = |it: &Complaint, wanted: Move| made(it, wanted, Actor::Complainant, at(5)).unwrap().rating.map(|it| (it.solved, it.officers.len()));
    assert_eq!(rated(&it, Move::Answer { solved: true }), Some((true, 2)));
    assert_eq!(rated(&it, Move::Reopen { seats: Vec::new() }), Some((false, 2)));
    let second = Complaint { say: Say { barred: vec![it.closed_by[0].clone()], ..it.say.clone() }, ..it };
    assert_eq!(rated(&second, Move::Appeal { seats: Vec::new() }), Some((false, 1)), "the first answer was counted");
    assert_eq!(rated(&closed_by(&[]), Move::Answer { solved: false }), None, "nobody closed what she took back");
    let month = Month::of(start());
    let later = end_of(month.after().first());
    let said = |solved, unsolved| Said { month, solved, unsolved };
    assert!(said(4, 1).may_be_seen(later) && !said(3, 1).may_be_seen(later));
    assert!(!said(400, 100).may_be_seen(start()), "not while the month runs");
}

#[test]
fn a_refusal_goes_up_at_once_and_is_told_once() {
    let it = complaint();
    let told = said(&it, Move::ReportRefusal { seats: Vec::new() }, at(1)).unwrap();
    assert_eq!((told.level, told.say.floor, told.path.next_at), (2, Some(2), it.path.next_at.min(at(1) + it.say.terms.refusal)));
    assert_eq!(said(&told, Move::ReportRefusal { seats: Vec::new() }, at(2)), Err(Refusal::DoneBefore));
    assert_eq!(said(&at_top(it), Move::ReportRefusal { seats: Vec::new() }, at(1)), Err(Refusal::AtTop));
}

#[test]
fn a_withdrawal_waits_its_day_and_can_be_taken_back() {
    let it = complaint();
    let asked = said(&it, Move::AskWithdrawal, at(1)).unwrap();
    assert_eq!(asked.withdrawal(), Withdrawal::Waits(at(25)));
    assert!(asked.is_open());
    let system = |it: &Complaint, now| made(it, Move::Withdraw, Actor::System, now);
    assert_eq!(system(&asked, at(25) - SignedDuration::from_secs(1)), Err(Refusal::NotDue));
    let gone = system(&asked, at(25)).unwrap();
    assert_eq!(gone.events[0].kind, Kind::Disposed(Closing::Rejected(crate::work::RejectReason::Withdrawn)));
    assert!(!gone.complaint.is_open() && gone.complaint.closed_by.is_empty());
    let kept = said(&asked, Move::KeepOn, at(24)).unwrap();
    assert_eq!((kept.withdrawal(), system(&kept, at(40))), (Withdrawal::May, Err(Refusal::NotDue)));
    let mut never = complaint();
    never.say.terms.may_withdraw = false;
    assert_eq!(said(&never, Move::AskWithdrawal, at(1)), Err(Refusal::EndsNothing));
}
