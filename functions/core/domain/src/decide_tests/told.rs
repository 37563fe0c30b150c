//! A complaint that is told step by step: after each, everything that must hold for all of them is checked.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::clock::Clock;
use crate::duty::{Mate, choose};
use crate::overdue::{Timely, overdue, wakes_at};

/// A complaint on its way, with what has been seen of it.
pub(super) struct Told {
    pub(super) it: Complaint,
    seats: Seats,
    holds: Vec<i64>,
    length: usize,
    seen: BTreeSet<(u64, u8)>,
    /// Places of the ladder that an escalation entered or went past, with the moment it was planned for.
    pub(super) climbed: Vec<(String, Timestamp)>,
    warned: BTreeSet<(ClockRule, u8)>,
    missed: BTreeSet<ClockRule>,
    loads: BTreeMap<(UnitCode, OfficerId), i32>,
}

impl Told {
    pub(super) fn new(it: Complaint, seats: Seats, holds: Vec<i64>) -> Told {
        let length = it.path.rungs.len();
        Told { it, seats, holds, length, seen: BTreeSet::new(), climbed: Vec::new(), warned: BTreeSet::new(), missed: BTreeSet::new(), loads: BTreeMap::new() }
    }

    fn place(&self) -> usize {
        POSTS.iter().position(|post| *post == self.it.holder().place().as_str()).unwrap()
    }

    fn seats_above(&self) -> Seats {
        self.seats.iter().skip(self.place() + 1).take(self.it.path.rungs.len()).cloned().collect()
    }

    /// It came to its rung: somebody sits there, or it is the top.
    fn is_seated(&self, before: &Complaint) {
        let holder = self.it.holder();
        match &self.seats[self.place()] {
            _ if before.next().is_none() => assert_eq!(self.it.holder(), before.holder()),
            Seat::Filled => assert_eq!(holder.stands_in_for, None),
            Seat::StandIn(other) => assert_eq!((holder.is(other), holder.stands_in_for.is_some()), (true, true)),
            Seat::Empty | Seat::ClosedIt => assert!(self.it.next().is_none(), "left at the empty post {:?}", holder.post),
        }
    }

    /// What the job makes of what is due, as it would: an officer on duty, the seats above.
    fn answer(&self, due: Timely, now: Timestamp) -> Move {
        match due {
            Timely::Warn { rule, mark } => Move::Warn { rule, mark },
            Timely::Miss { rule } => Move::Miss { rule },
            Timely::Alarm => Move::Alarm,
            Timely::Withdraw => Move::Withdraw,
            Timely::Unreached => Move::EndHearing,
            Timely::Escalate => Move::Escalate { seats: self.seats_above() },
            Timely::HandOver => {
                let first = &self.it.path.rungs[0];
                let (unit, post) = match &self.it.stage {
                    Stage::Assigned { officer, .. } => (officer.unit.clone(), officer.post.clone()),
                    Stage::Unassigned | Stage::Disposed { .. } | Stage::InAppeal { .. } => (first.unit.clone(), first.post.clone()),
                };
                let here = |id: String, woman| Officer { post: post.clone(), ..officer(&id, unit.as_str(), woman) };
                let crew = (0..now.as_second() / 60 % 5).map(|n| Mate { officer: here(format!("O-{n}"), n % 2 == 0), open: 3, until: None });
                let crew: Vec<Mate> = crew.collect();
                let to = choose(&self.it, &unit, &post, &crew).map(|mate| mate.officer.clone());
                Move::HandOver { to, look_again: (now.as_second() % 3 != 0).then(|| now + HOUR * 8) }
            }
        }
    }

    /// Works until nothing is due. Whatever is due is lawful, and it comes to an end.
    pub(super) fn job(&mut self, now: Timestamp) {
        for _ in 0..60 {
            let Some(due) = overdue(&self.it, now) else { return };
            let wanted = self.answer(due, now);
            let change = decide(&self.it, wanted.clone(), Actor::System, now).unwrap_or_else(|no| panic!("{due:?} is due and refused: {no:?}"));
            self.take(&wanted, change, now);
        }
        panic!("it never ends: {:?}", overdue(&self.it, now));
    }

    /// The way to an honest end, as far as it is lawful.
    fn close(&mut self, now: Timestamp) {
        let Stage::Assigned { officer, .. } = &self.it.stage else { return };
        let worker = Actor::Officer(officer.id.clone());
        // Whoever closed it before does not do so again.
        let head = (0..).map(|n| OfficerId::parse(&format!("H-{n}")).unwrap()).find(|id| !self.it.closed_by.contains(id)).unwrap();
        let head = || Actor::Officer(head.clone());
        let way = [(Move::Act(Act::Reached), head()), (report(), worker), (Move::ApproveAtr, head()), (Move::Dispose(Closing::Done), head())];
        for (wanted, by) in way {
            let change = decide(&self.it, wanted.clone(), by, now).unwrap_or_else(|no| panic!("{wanted:?}: {no:?}"));
            self.take(&wanted, change, now);
        }
        assert!(matches!(self.it.stage, Stage::Disposed { .. }));
    }

    pub(super) fn step(&mut self, step: &Step, now: Timestamp) {
        let (wanted, by) = match step {
            Step::Job => return self.job(now),
            Step::Closed => return self.close(now),
            Step::Made(wanted, by) => match &**wanted {
                Move::Reopen { .. } => (Move::Reopen { seats: self.seats_above() }, by.clone()),
                Move::Appeal { .. } => (Move::Appeal { seats: self.seats_above() }, by.clone()),
                Move::ReportRefusal { .. } => {
                    (Move::ReportRefusal { seats: self.seats_above().split_off(self.it.above().len() - self.it.above_station().len()) }, by.clone())
                }
                other => (other.clone(), by.clone()),
            },
            Step::Transferred { to, from } => {
                let rungs = ladder_of(self.length, STATIONS[*to], &self.holds).split_off(from.map_or(0, |from| from.index(self.place() + 1)));
                let seats = if from.is_some() { self.seats[self.place()..].to_vec() } else { Vec::new() };
                (super::to(STATIONS[*to], rungs, seats), boss())
            }
            Step::Paused { rule, minutes, above } => {
                let rungs = &self.it.path.rungs;
                let by = rungs[(usize::from(self.it.level) + above).min(rungs.len() - 1)].clone();
                (Move::Pause { rule: *rule, reason: PauseReason::Court, until: now + SignedDuration::from_mins(*minutes), by }, boss())
            }
        };
        if let Ok(change) = decide(&self.it, wanted.clone(), by, now) {
            self.take(&wanted, change, now);
        }
    }

    fn take(&mut self, wanted: &Move, change: Change, now: Timestamp) {
        let before = std::mem::replace(&mut self.it, change.complaint);
        assert_eq!(self.it.version, before.version + 1);
        assert!(!change.events.is_empty());
        for event in &change.events {
            assert!(self.seen.insert((event.version, event.n)), "no event has the place of another");
            assert_eq!((event.version, &event.number), (self.it.version, &before.number));
            self.note(&event.kind, &before, now);
        }
        self.clocks_hold(&before, wanted, now);
        self.ladder_holds(&before, wanted, now);
        assert!(self.it.say.floor.is_none_or(|floor| floor <= self.it.level), "somebody on its ladder may work it");
        self.loads_hold(&change.loads);
        self.wakes(now);
    }

    fn note(&mut self, kind: &Kind, before: &Complaint, now: Timestamp) {
        match kind {
            Kind::Escalated { past, .. } => {
                assert!(before.path.next_at <= now, "none before its planned moment");
                let planned = before.path.next_at;
                for place in past.iter().map(|rung| rung.place().to_string()).chain([self.it.holder().place().to_string()]) {
                    assert!(self.climbed.iter().all(|(been, at)| *been != place && *at <= planned), "{place} twice, or out of order");
                    self.climbed.push((place, planned));
                }
            }
            Kind::TopAlarm { .. } => assert!(before.path.next_at <= now && before.next().is_none()),
            Kind::Warned { rule, mark, .. } => assert!(self.warned.insert((*rule, mark.percent())), "{rule:?} is warned of at {mark:?} once"),
            Kind::Missed { rule, .. } => assert!(self.missed.insert(*rule), "{rule:?} is missed once"),
            Kind::Registered { .. }
            | Kind::Assigned { .. }
            | Kind::HandedOver { .. }
            | Kind::Released
            | Kind::Transferred { .. }
            | Kind::Acted(_)
            | Kind::Recorded
            | Kind::EnquiryOpened
            | Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Noted
            | Kind::ContactChanged
            | Kind::EvidenceAdded(_)
            | Kind::PictureAdded(_)
            | Kind::Disposed(_)
            | Kind::Looked(_)
            | Kind::Acknowledged
            | Kind::PauseAsked { .. }
            | Kind::AtrFiled { .. }
            | Kind::AtrReturned
            | Kind::AtrApproved
            | Kind::Answered { .. }
            | Kind::RefusalReported { .. }
            | Kind::WithdrawalAsked { .. }
            | Kind::KeptOn
            | Kind::TakenUp { .. }
            | Kind::TakenDown { .. }
            | Kind::HearingBooked { .. }
            | Kind::HearingNear
            | Kind::HearingUnreached
            | Kind::HearingLeft { .. }
            | Kind::Heard { .. }
            | Kind::Reopened { .. }
            | Kind::Appealed { .. }
            | Kind::Arrived { .. } => {}
        }
    }

    fn clocks_hold(&self, before: &Complaint, wanted: &Move, now: Timestamp) {
        assert_eq!(before.planned, self.it.planned);
        assert!(self.it.clocks.len() >= before.clocks.len(), "no clock disappears");
        let rules: BTreeSet<ClockRule> = self.it.clocks.iter().map(|clock| clock.rule).collect();
        assert_eq!(rules.len(), self.it.clocks.len(), "one clock a rule");
        for (old, new) in before.clocks.iter().zip(&self.it.clocks) {
            assert_eq!((old.rule, old.started_at, old.due_at, old.may_pause), (new.rule, new.started_at, new.due_at, new.may_pause), "{wanted:?}");
            let runs_on = old.rule == ClockRule::Disposal && matches!(wanted, Move::Reopen { .. } | Move::Appeal { .. } | Move::ReportRefusal { .. });
            let expected = match old.met_at {
                Some(_) if runs_on => None,
                Some(at) => Some(at),
                // Her wish to take it back ends nothing where an offence was recorded meanwhile.
                None if *wanted == Move::Withdraw && self.it.is_open() => None,
                None => (meets(wanted) == Some(old.rule)).then_some(now),
            };
            assert_eq!(new.met_at, expected, "{wanted:?} and {:?}", old.rule);
            assert!(new.warned >= old.warned);
            assert!(old.missed_at.is_none() || new.missed_at == old.missed_at, "what was missed stays missed");
            assert!(new.stood_still() <= new.may_pause);
            assert!(new.pauses.windows(2).all(|two| two[0].until <= two[1].from) && new.pauses.iter().all(|pause| pause.from <= pause.until));
            let touched = matches!(wanted, Move::Pause { rule, .. } | Move::Resume { rule } if *rule == old.rule);
            assert!(touched || old.pauses == new.pauses);
        }
        for new in &self.it.clocks[before.clocks.len()..] {
            let start = match wanted {
                Move::Record => Start::Recording,
                Move::OpenEnquiry => Start::Enquiry,
                other => panic!("{other:?} begins a clock"),
            };
            assert!(new.started_at == now && before.planned.iter().any(|planned| (planned.rule, planned.start) == (new.rule, start)));
        }
    }

    fn ladder_holds(&self, before: &Complaint, wanted: &Move, now: Timestamp) {
        let (was, is) = (before.holder().place(), self.it.holder().place());
        let above = |it: &Complaint| it.path.rungs[usize::from(it.level)..].iter().map(|rung| (rung.place().clone(), rung.holds)).collect::<Vec<_>>();
        match wanted {
            Move::Escalate { .. } => assert!(above(before)[1..].ends_with(&above(&self.it))),
            Move::Reopen { .. } | Move::Appeal { .. } | Move::ReportRefusal { .. } => {
                assert!(above(before).ends_with(&above(&self.it)));
                self.is_seated(before);
            }
            Move::Transfer { there, seats } => {
                assert!(above(before).ends_with(&above(&self.it)) && before.path.next_at == self.it.path.next_at);
                assert_eq!((&self.it.district, self.it.station.as_ref()), (&there.district, Some(&there.station)));
                assert_eq!((&self.it.number, self.it.due_at()), (&before.number, before.due_at()), "wherever it goes");
                if seats.is_empty() {
                    assert_eq!(was, is);
                } else if before.next().is_some() {
                    self.is_seated(before);
                }
            }
            Move::Hear { onward: Some(_), .. } => assert!(before.path.next_at == self.it.path.next_at && above(&self.it).ends_with(&above(before)[1..])),
            Move::Pause { rule, .. } | Move::Resume { rule } => {
                assert_eq!((above(before), was), (above(&self.it), is));
                assert!(*rule == ClockRule::Disposal || before.path.next_at == self.it.path.next_at);
            }
            Move::Alarm => {
                let next_at = self.it.path.next_at;
                assert!(next_at > now && next_at <= now + before.path.repeats, "the top is told again and again");
                assert_eq!(next_at.duration_since(before.path.next_at).as_secs() % before.path.repeats.as_secs(), 0, "at its old hour");
            }
            Move::Assign { .. }
            | Move::HandOver { .. }
            | Move::Release
            | Move::Act(_)
            | Move::Record
            | Move::OpenEnquiry
            | Move::Note
            | Move::Answer { .. }
            | Move::AskWithdrawal
            | Move::KeepOn
            | Move::BookHearing { .. }
            | Move::TellNear
            | Move::EndHearing
            | Move::LeaveHearing
            | Move::Hear { onward: None, .. }
            | Move::Withdraw
            | Move::ChangeContact(_)
            | Move::AddEvidence(_)
            | Move::TakeUp { .. }
            | Move::TakeDown { .. }
            | Move::Dispose(_)
            | Move::Look(_)
            | Move::Acknowledge
            | Move::AskPause { .. }
            | Move::FileAtr(_)
            | Move::AddPicture(_)
            | Move::ReturnAtr
            | Move::ApproveAtr
            | Move::Warn { .. }
            | Move::Miss { .. } => assert_eq!((above(before), before.path.next_at), (above(&self.it), self.it.path.next_at), "{wanted:?}"),
        }
    }

    /// What the officers' open complaints were counted up and down to is who has it.
    fn loads_hold(&mut self, loads: &[Load]) {
        for load in loads {
            *self.loads.entry((load.unit.clone(), load.officer.clone())).or_default() += i32::from(load.by);
        }
        self.loads.retain(|_, open| *open != 0);
        let has = match &self.it.stage {
            Stage::Assigned { officer, .. } => Some(((officer.unit.clone(), officer.id.clone()), 1)),
            Stage::Unassigned | Stage::Disposed { .. } | Stage::InAppeal { .. } => None,
        };
        assert_eq!(self.loads, has.into_iter().collect());
    }

    /// When it is looked at and whether there is something to do say the same.
    pub(super) fn wakes(&self, now: Timestamp) {
        let wakes = wakes_at(&self.it);
        let runs = |clock: &Clock| clock.met_at.is_none() && clock.missed_at.is_none();
        assert_eq!(wakes.is_some(), self.it.is_open() || self.it.clocks.iter().any(runs), "whatever is owed wakes somebody");
        let around = wakes.map(|at| [at - SignedDuration::from_secs(1), at, at + HOUR * 9000]);
        for now in around.into_iter().flatten().chain([now]) {
            assert_eq!(overdue(&self.it, now).is_some(), wakes.is_some_and(|at| at <= now), "at {now}");
        }
    }
}

/// The one clock that a move meets, as the Acts and the policy say it.
fn meets(wanted: &Move) -> Option<ClockRule> {
    match wanted {
        Move::Assign { .. } | Move::HandOver { to: Some(_), .. } => Some(ClockRule::Assignment),
        Move::Dispose(_) | Move::Withdraw => Some(ClockRule::Disposal),
        Move::Act(Act::Reached) | Move::Hear { .. } => Some(ClockRule::FirstContact),
        Move::Act(Act::Signed) => Some(ClockRule::Signature),
        Move::Act(Act::EnquiryClosed) => Some(ClockRule::Enquiry),
        Move::Act(Act::ChildReported) => Some(ClockRule::ChildReport),
        Move::Act(Act::ReportFiled) => Some(ClockRule::Investigation),
        Move::Act(Act::ProgressTold) => Some(ClockRule::Progress),
        Move::Act(Act::NotReached)
        | Move::HandOver { to: None, .. }
        | Move::Release
        | Move::Transfer { .. }
        | Move::Record
        | Move::OpenEnquiry
        | Move::Pause { .. }
        | Move::Resume { .. }
        | Move::Note
        | Move::Answer { .. }
        | Move::ReportRefusal { .. }
        | Move::AskWithdrawal
        | Move::KeepOn
        | Move::BookHearing { .. }
        | Move::TellNear
        | Move::EndHearing
        | Move::LeaveHearing
        | Move::Look(_)
        | Move::Acknowledge
        | Move::AskPause { .. }
        | Move::FileAtr(_)
        | Move::AddPicture(_)
        | Move::ReturnAtr
        | Move::ApproveAtr
        | Move::ChangeContact(_)
        | Move::AddEvidence(_)
        | Move::TakeUp { .. }
        | Move::TakeDown { .. }
        | Move::Reopen { .. }
        | Move::Appeal { .. }
        | Move::Escalate { .. }
        | Move::Alarm
        | Move::Warn { .. }
        | Move::Miss { .. } => None,
    }
}
