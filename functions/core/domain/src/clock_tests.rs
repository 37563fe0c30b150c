//! Marks, pauses and ends of one clock, and what meets it.

use super::*;
use crate::complaint::{Complaint, Stage};
use crate::decide::{Move, Refusal, decide};
use crate::event::{Act, Actor, Kind};
use crate::ids::OfficerId;
use crate::overdue::{Timely, overdue, wakes_at};
use crate::sample::*;
use crate::work::Closing;

fn boss() -> Actor {
    Actor::Officer(OfficerId::parse("O-9").unwrap())
}

/// Stood still from one hour to another.
fn pause(from: i64, until: i64) -> Pause {
    Pause { from: at(from), until: at(until), reason: PauseReason::Laboratory, by: rungs("LKO-ALB")[1].clone() }
}

/// A clock of ten hours that may stand still for ten.
fn ten(pauses: &[(i64, i64)]) -> Clock {
    let pauses = pauses.iter().map(|(from, until)| pause(*from, *until)).collect();
    Clock { pauses, ..clock(ClockRule::Investigation, 10, 10) }
}

fn stop(rule: ClockRule, until: Timestamp, by: &Rung) -> Move {
    Move::Pause { rule, reason: PauseReason::Court, until, by: by.clone() }
}

/// A complaint with one more clock beside the disposal.
fn with(beside: Clock) -> Complaint {
    Complaint { clocks: vec![clock(ClockRule::Disposal, 4, 24), beside], ..complaint() }
}

fn after(it: &Complaint, wanted: Move, now: Timestamp) -> Complaint {
    decide(it, wanted, boss(), now).unwrap().complaint
}

#[test]
fn marks_and_ends_move_with_the_pauses() {
    let moments = |it: &Clock| [Mark::Half, Mark::Most].map(|mark| it.reaches(mark)).into_iter().chain([it.ends_at()]).collect::<Vec<_>>();
    assert_eq!(moments(&ten(&[])), [at(5), at(8), at(10)]);
    assert_eq!(moments(&ten(&[(1, 4)])), [at(8), at(11), at(13)]);
    assert_eq!(moments(&ten(&[(6, 8)])), [at(5), at(10), at(12)], "a pause after a mark does not move it");
    assert_eq!(moments(&ten(&[(9, 10)])), [at(5), at(8), at(11)]);
    assert_eq!(moments(&ten(&[(2, 4), (8, 9), (11, 13)])), [at(7), at(13), at(15)], "hour 11 is the moment of the second mark: it waits");
    assert_eq!(moments(&ten(&[(5, 6)])), [at(6), at(9), at(11)], "nothing is reached while it stands still");
    assert_eq!(ten(&[(2, 4), (8, 9)]).stood_still(), HOUR * 3);
}

#[test]
fn marks_agree_with_counting_the_minutes() {
    // Every minute that is in no pause counts; the mark is where the count is full.
    let pauses = [(1, 2), (3, 6), (7, 8), (12, 20)];
    let it = ten(&pauses);
    let still = |minute: i64| pauses.iter().any(|(from, until)| from * 60 <= minute && minute < until * 60);
    let counted = |whole: i64| (0..).scan(0, |ran, minute| (*ran < whole || still(minute)).then(|| *ran += i64::from(!still(minute)))).count();
    for (moment, minutes) in [(it.reaches(Mark::Half), 300), (it.reaches(Mark::Most), 480), (it.ends_at(), 600)] {
        assert_eq!(moment.duration_since(start()).as_mins(), i64::try_from(counted(minutes)).unwrap());
    }
}

#[test]
fn how_it_stands() {
    let it = ten(&[(2, 4)]);
    assert_eq!(it.state(at(1)), ClockState::Running);
    assert_eq!(it.state(at(2)), ClockState::Paused(at(4)));
    assert_eq!(it.state(at(4)), ClockState::Running, "a pause ends at its end");
    assert_eq!(it.state(at(11)), ClockState::Running);
    assert_eq!(it.state(at(12)), ClockState::Overdue);
    let met = |hour| Clock { met_at: Some(at(hour)), ..it.clone() };
    assert_eq!(met(3).state(at(99)), ClockState::Met(at(3)));
    assert_eq!(met(12).state(at(99)), ClockState::Met(at(12)), "the last moment is in time");
    assert_eq!(met(13).state(at(99)), ClockState::MetLate(at(13)));
    let missed = Clock { missed_at: Some(at(13)), ..met(14) };
    assert_eq!(missed.state(at(99)), ClockState::MetLate(at(14)), "what was missed may still be done");
}

#[test]
fn warnings_come_in_order_and_once() {
    let mut it = ten(&[]);
    assert_eq!(it.next_warning(), Some((Mark::Half, at(5))));
    it.warned = Some(Mark::Half);
    assert_eq!(it.next_warning(), Some((Mark::Most, at(8))));
    it.warned = Some(Mark::Most);
    assert_eq!(it.next_warning(), None);
    assert_eq!(Clock { met_at: Some(at(1)), ..ten(&[]) }.next_warning(), None);
    assert_eq!(Clock { missed_at: Some(at(10)), ..ten(&[]) }.next_warning(), None);
}

#[test]
fn a_warning_names_the_holder_and_a_miss_the_rung_above() {
    let mut it = with(clock(ClockRule::FirstContact, 2, 0));
    it.clocks[0].warned = Some(Mark::Most);
    let warn = |it: &Complaint, mark, now| decide(it, Move::Warn { rule: ClockRule::FirstContact, mark }, Actor::System, now);
    assert_eq!(overdue(&it, at(1) - SignedDuration::from_secs(1)), None);
    assert_eq!(overdue(&it, at(1)), Some(Timely::Warn { rule: ClockRule::FirstContact, mark: Mark::Half }));
    let half = warn(&it, Mark::Half, at(1)).unwrap();
    let to = it.holder().clone();
    assert_eq!(half.events[0].kind, Kind::Warned { rule: ClockRule::FirstContact, mark: Mark::Half, to, ends_at: at(2) });
    assert_eq!(warn(&half.complaint, Mark::Half, at(1)), Err(Refusal::NotDue), "once");
    assert_eq!(warn(&it, Mark::Half, at(2)), Err(Refusal::NotDue), "a warning of what has ended warns of nothing");
    assert_eq!(overdue(&it, at(3)), Some(Timely::Miss { rule: ClockRule::FirstContact }), "late, the end is told and no warning of it");
    let miss = |it: &Complaint| decide(it, Move::Miss { rule: ClockRule::FirstContact }, Actor::System, at(3));
    let missed = miss(&it).unwrap();
    let to = it.path.rungs[1].clone();
    assert_eq!(missed.events[0].kind, Kind::Missed { rule: ClockRule::FirstContact, to, ended_at: at(2) });
    assert_eq!(miss(&missed.complaint), Err(Refusal::NotDue), "once");
    assert_eq!(missed.complaint.clock(ClockRule::FirstContact).unwrap().missed_at, Some(at(3)));
    let top = at_top(it);
    let to = top.holder().clone();
    assert_eq!(miss(&top).unwrap().events[0].kind, Kind::Missed { rule: ClockRule::FirstContact, to, ended_at: at(2) }, "above the top is nobody");
}

#[test]
fn only_somebody_above_the_holder_stops_a_clock() {
    let it = complaint();
    let ladder = rungs("LKO-ALB");
    let tried = |it: &Complaint, by: &Rung| decide(it, stop(ClockRule::Disposal, at(3), by), boss(), at(1)).map(|change| change.complaint);
    assert_eq!(tried(&it, &ladder[0]), Err(Refusal::NotAbove), "the holder itself");
    assert_eq!(tried(&it, &rung("sho", "LKO-BKT", None)), Err(Refusal::NotAbove), "the same post elsewhere");
    assert_eq!(tried(&it, &rung("circle", "LKO-ALB", None)), Err(Refusal::NotAbove), "another post of the same unit");
    for above in &ladder[1..] {
        let paused = tried(&it, above).unwrap();
        assert_eq!(paused.clock(ClockRule::Disposal).unwrap().pauses[0].by, *above);
    }
    let risen = Complaint { level: 2, ..complaint() };
    assert_eq!(tried(&risen, &ladder[1]), Err(Refusal::NotAbove), "below the holder");
    assert_eq!(tried(&risen, &ladder[2]), Err(Refusal::NotAbove));
    assert!(tried(&risen, &ladder[3]).is_ok());
    let top = at_top(complaint());
    assert!(tried(&top, &ladder[3]).is_ok(), "above the top is nobody: it allows it to itself");
    assert_eq!(tried(&top, &ladder[2]), Err(Refusal::NotAbove));
    // The circle officer stands in for the head of the station: it holds and sits above at once.
    let mut standing_in = Complaint { level: 1, ..complaint() };
    standing_in.path.rungs[1] = Rung { stands_in_for: Some(rungs("LKO-ALB")[1].as_empty()), ..ladder[2].clone() };
    assert_eq!(tried(&standing_in, &ladder[2]), Err(Refusal::NotAbove), "nobody allows it to itself below the top");
    assert!(tried(&standing_in, &ladder[3]).is_ok());
}

#[test]
fn a_pause_is_lawful_only_within_its_limits() {
    let by = rung("sho", "LKO-ALB", None);
    let it = with(ten(&[]));
    let tried = |it: &Complaint, until, now| decide(it, stop(ClockRule::Investigation, until, &by), boss(), now).map(|change| change.complaint);
    assert_eq!(tried(&it, at(1), at(1)), Err(Refusal::TooLong), "no time at all");
    assert_eq!(tried(&it, at(0), at(1)), Err(Refusal::TooLong), "backwards");
    assert!(tried(&it, at(11), at(1)).is_ok(), "the whole of it");
    assert_eq!(tried(&it, at(11) + SignedDuration::from_secs(1), at(1)), Err(Refusal::TooLong));
    let paused = tried(&it, at(7), at(1)).unwrap();
    assert_eq!(paused.clock(ClockRule::Investigation).unwrap().ends_at(), at(16));
    assert_eq!(tried(&paused, at(8), at(6)), Err(Refusal::NotRunning), "it stands still already");
    assert_eq!(tried(&paused, at(8), at(0)), Err(Refusal::NotRunning), "by a watch that goes slow");
    assert!(tried(&paused, at(11), at(7)).is_ok(), "four hours are left of ten");
    assert_eq!(tried(&paused, at(12), at(7)), Err(Refusal::TooLong));
    assert_eq!(tried(&it, at(12), at(10)), Err(Refusal::NotRunning), "it has ended");
    let missed = with(Clock { missed_at: Some(at(10)), ..ten(&[]) });
    assert_eq!(tried(&missed, at(12), at(9)), Err(Refusal::NotRunning), "missed, by a watch that goes slow");
    let met = with(Clock { met_at: Some(at(2)), ..ten(&[]) });
    assert_eq!(tried(&met, at(4), at(3)), Err(Refusal::NotRunning));
    assert_eq!(decide(&complaint(), stop(ClockRule::Progress, at(2), &by), boss(), at(1)), Err(Refusal::NoSuchClock));
    for statutory in [ClockRule::Signature, ClockRule::Enquiry, ClockRule::ChildReport] {
        let it = with(clock(statutory, 72, 0));
        let refused = decide(&it, stop(statutory, at(1) + SignedDuration::from_secs(1), &by), boss(), at(1));
        assert_eq!(refused, Err(Refusal::TooLong), "a clock without a right to pause never stands still");
    }
}

#[test]
fn a_pause_ends_early_and_gives_back_what_it_did_not_use() {
    let by = rung("sho", "LKO-ALB", None);
    let resume = Move::Resume { rule: ClockRule::Investigation };
    let it = with(ten(&[]));
    assert_eq!(decide(&it, resume.clone(), boss(), at(1)), Err(Refusal::NotRunning), "it runs");
    assert_eq!(decide(&complaint(), resume.clone(), boss(), at(1)), Err(Refusal::NoSuchClock));
    let paused = after(&it, stop(ClockRule::Investigation, at(9), &by), at(1));
    let resumed = after(&paused, resume.clone(), at(3));
    let beside = resumed.clock(ClockRule::Investigation).unwrap();
    assert_eq!((beside.ends_at(), beside.stood_still(), beside.pauses[0].until), (at(12), HOUR * 2, at(3)));
    assert_eq!(decide(&resumed, resume.clone(), boss(), at(3)), Err(Refusal::NotRunning), "twice");
    let again = after(&resumed, stop(ClockRule::Investigation, at(12), &by), at(4));
    assert_eq!(again.clock(ClockRule::Investigation).unwrap().stood_still(), HOUR * 10);
    assert_eq!(decide(&again, resume.clone(), boss(), at(2)), Err(Refusal::NotRunning), "a slow watch ends no earlier pause");
    assert_eq!(decide(&paused, resume, boss(), at(9)), Err(Refusal::NotRunning), "it has ended by itself");
}

#[test]
fn the_ladder_waits_for_the_disposal_and_for_no_other_clock() {
    let by = rung("sho", "LKO-ALB", None);
    let it = with(ten(&[]));
    assert_eq!(after(&it, stop(ClockRule::Investigation, at(9), &by), at(1)).path, it.path);
    let paused = after(&it, stop(ClockRule::Disposal, at(9), &by), at(1));
    assert_eq!((paused.path.next_at, paused.due_at()), (at(12), at(12)));
    assert_eq!(overdue(&paused, at(4)), None, "what would have ended at four o'clock");
    let resumed = after(&paused, Move::Resume { rule: ClockRule::Disposal }, at(2));
    assert_eq!((resumed.path.next_at, resumed.due_at()), (at(5), at(5)));
    let risen = decide(&it, Move::Escalate { seats: Vec::new() }, Actor::System, due()).unwrap().complaint;
    assert_eq!(decide(&risen, stop(ClockRule::Disposal, at(9), &rungs("LKO-ALB")[2]), boss(), at(3)), Err(Refusal::NotRunning));
}

#[test]
fn each_act_meets_its_own_clock() {
    let all = |stage| Complaint { stage, clocks: ClockRule::ALL.map(|rule| clock(rule, 24, 0)).to_vec(), duty_until: Some(at(1)), ..complaint() };
    let met = |it: &Complaint, wanted, by| {
        let next = decide(it, wanted, by, at(2)).unwrap().complaint;
        next.clocks.iter().filter(|clock| clock.met_at.is_some()).map(|clock| (clock.rule, clock.met_at.unwrap())).collect::<Vec<_>>()
    };
    let owner = |act: Act| match act {
        Act::Reached => Some(ClockRule::FirstContact),
        Act::NotReached => None,
        Act::Signed => Some(ClockRule::Signature),
        Act::EnquiryClosed => Some(ClockRule::Enquiry),
        Act::ChildReported => Some(ClockRule::ChildReport),
        Act::ReportFiled => Some(ClockRule::Investigation),
        Act::ProgressTold => Some(ClockRule::Progress),
    };
    for stage in [Stage::Unassigned, Stage::InAppeal { since: start() }] {
        let it = all(stage);
        for act in Act::ALL {
            assert_eq!(met(&it, Move::Act(act), boss()), owner(act).map(|rule| (rule, at(2))).into_iter().collect::<Vec<_>>(), "{act:?}");
        }
        let her = officer("O-1", "LKO-ALB", true);
        assert_eq!(met(&it, Move::Assign { officer: her, until: None }, boss()), [(ClockRule::Assignment, at(2))]);
        assert_eq!(met(&closable(it.clone()), Move::Dispose(Closing::Done), boss()), [(ClockRule::Disposal, at(2))]);
        for wanted in [Move::Note, Move::Record, Move::OpenEnquiry] {
            assert_eq!(met(&it, wanted, boss()), []);
        }
    }
    let it = all(Stage::Unassigned);
    let hand = |to| Move::HandOver { to, look_again: None };
    assert_eq!(met(&it, hand(Some(officer("O-1", "LKO-ALB", true))), Actor::System), [(ClockRule::Assignment, at(2))]);
    assert_eq!(met(&it, hand(None), Actor::System), [], "handed over to nobody names nobody");
    let owned: std::collections::BTreeSet<_> = Act::ALL.into_iter().filter_map(owner).chain([ClockRule::Assignment, ClockRule::Disposal]).collect();
    assert_eq!(owned.len(), ClockRule::ALL.len(), "every clock can be met");
}

#[test]
fn what_was_met_first_stays_and_what_is_met_late_says_so() {
    let it = with(clock(ClockRule::FirstContact, 2, 0));
    let reached = after(&it, Move::Act(Act::Reached), at(1));
    let again = after(&reached, Move::Act(Act::Reached), at(9));
    assert_eq!(again.clock(ClockRule::FirstContact).unwrap().met_at, Some(at(1)));
    let late = after(&it, Move::Act(Act::Reached), at(3));
    assert_eq!(late.clock(ClockRule::FirstContact).unwrap().state(at(9)), ClockState::MetLate(at(3)));
    assert_eq!(overdue(&Complaint { stage: Stage::Disposed { at: at(3) }, clocks: vec![late.clocks[1].clone()], ..late }, at(9)), None);
}

#[test]
fn planned_clocks_begin_with_their_own_event_once() {
    let planned = |rule, start, runs| Planned { rule, start, runs, may_pause: HOUR };
    let investigation = planned(ClockRule::Investigation, Start::Recording, Runs::Months(2));
    let progress = planned(ClockRule::Progress, Start::Recording, Runs::Days(90));
    let enquiry = planned(ClockRule::Enquiry, Start::Enquiry, Runs::Days(14));
    let rules = |it: &Complaint| it.clocks.iter().map(|clock| clock.rule).collect::<Vec<_>>();
    let both = Complaint { planned: vec![investigation.clone(), progress.clone(), enquiry.clone()], ..complaint() };
    let asked = after(&both, Move::OpenEnquiry, at(1));
    assert_eq!(rules(&asked), [ClockRule::Disposal, ClockRule::Enquiry]);
    assert_eq!(decide(&asked, Move::OpenEnquiry, boss(), at(2)), Err(Refusal::DoneBefore));
    let recorded = after(&asked, Move::Record, at(2));
    assert_eq!(rules(&recorded), [ClockRule::Disposal, ClockRule::Enquiry, ClockRule::Investigation, ClockRule::Progress]);
    let begun = recorded.clock(ClockRule::Investigation).unwrap();
    // Registered on 21 November, two months and the end of the day in IST.
    assert_eq!((begun.started_at, begun.due_at, begun.may_pause), (at(2), "2027-01-21T18:29:59Z".parse().unwrap(), HOUR));
    assert_eq!(recorded.waiting().count(), 0);
    assert_eq!(decide(&recorded, Move::Record, boss(), at(3)), Err(Refusal::DoneBefore), "though nothing is left to begin");
    let closed = after(&recorded, Move::Act(Act::ReportFiled), at(4));
    assert_eq!(decide(&closed, Move::Record, boss(), at(5)), Err(Refusal::DoneBefore), "nor after it was met");
    // What one event begins says nothing of the other.
    let one = Complaint { planned: vec![investigation], ..complaint() };
    let asked = after(&one, Move::OpenEnquiry, at(1));
    assert_eq!(rules(&asked), [ClockRule::Disposal]);
    assert_eq!(rules(&after(&asked, Move::Record, at(2))), [ClockRule::Disposal, ClockRule::Investigation]);
    assert!(decide(&complaint(), Move::Record, boss(), at(1)).is_ok(), "a category without such clocks is recorded all the same");
}

#[test]
fn a_closed_complaint_still_wakes_for_what_is_owed() {
    let it = with(clock(ClockRule::FirstContact, 24, 0));
    let closed = after(&closable(it.clone()), Move::Dispose(Closing::Done), at(1));
    assert_eq!(wakes_at(&closed), Some(at(12)));
    assert_eq!(overdue(&closed, at(30)), Some(Timely::Miss { rule: ClockRule::FirstContact }));
    let missed = decide(&closed, Move::Miss { rule: ClockRule::FirstContact }, Actor::System, at(30)).unwrap().complaint;
    assert_eq!(wakes_at(&missed), None, "told, and nothing runs any more");
    assert_eq!(wakes_at(&after(&closed, Move::Act(Act::Reached), at(2))), None);
}
