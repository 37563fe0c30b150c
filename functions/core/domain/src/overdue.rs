//! What time itself asks for: a pure function of a complaint and a moment.
//! Asked again and again it leads to the same ladder, however late or often it is asked.

use jiff::Timestamp;

use crate::clock::{ClockRule, Mark};
use crate::complaint::{Complaint, Stage};

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timely {
    /// A clock has reached a mark.
    Warn { rule: ClockRule, mark: Mark },
    /// A clock beside the ladder's has ended unmet.
    Miss { rule: ClockRule },
    /// Her day to think a withdrawal over has passed.
    Withdraw,
    /// The day's hearing ended before her turn.
    Unreached,
    /// A shift ends, or the next one begins.
    HandOver,
    /// Its time is over: one rung up.
    Escalate,
    /// Its time is over and there is no rung above.
    Alarm,
}

/// The first thing that is due at `now`, by the moment it was planned for.
pub fn overdue(it: &Complaint, now: Timestamp) -> Option<Timely> {
    // A warning of what has ended already would warn of nothing: its ending is told instead.
    let late = |rule| it.clock(rule).is_some_and(|clock| clock.ends_at() <= now);
    let due = moments(it).filter(|(at, what)| *at <= now && !matches!(what, Timely::Warn { rule, .. } if late(*rule)));
    due.min().map(|(_, what)| what)
}

/// When the job must look at a complaint next; `None` once nothing runs any more.
pub fn wakes_at(it: &Complaint) -> Option<Timestamp> {
    moments(it).map(|(at, _)| at).min()
}

fn moments(it: &Complaint) -> impl Iterator<Item = (Timestamp, Timely)> {
    let step = it.is_open().then_some((it.path.next_at, if it.next().is_some() { Timely::Escalate } else { Timely::Alarm }));
    let on_duty = match it.stage {
        Stage::Unassigned | Stage::Assigned { .. } => it.duty_until,
        Stage::Disposed { .. } | Stage::InAppeal { .. } => None,
    };
    let withdrawal = it.say.withdraws_at.filter(|_| it.is_open()).map(|at| (at, Timely::Withdraw));
    let clocks = it.clocks.iter().filter(|clock| clock.met_at.is_none() && clock.missed_at.is_none());
    let timely = clocks.flat_map(|clock| {
        let rule = clock.rule;
        let warning = clock.next_warning().map(|(mark, at)| (at, Timely::Warn { rule, mark }));
        // The ladder's own clock ends with a step of the ladder.
        let end = (rule != ClockRule::Disposal).then(|| (clock.ends_at(), Timely::Miss { rule }));
        warning.into_iter().chain(end)
    });
    let hearing = it.hearing.as_ref().filter(|_| it.is_open()).map(|had| (had.until, Timely::Unreached));
    timely.chain(hearing).chain(on_duty.map(|at| (at, Timely::HandOver))).chain(step).chain(withdrawal)
}
