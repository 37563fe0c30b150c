//! Clocks with the words that the policy has for them.

use domain::Timestamp;
use domain::clock::{Clock, ClockRule, Mark, Pause, Planned};
use domain::complaint::Complaint;
use domain::lang::Both;
use domain::policy::Policy;
use site::page::{ClockShown, PauseShown, PlannedShown};

use crate::complaint::{held_by, same};

/// A clock of a complaint as it stands at `now`.
pub(crate) fn shown(policy: &Policy, it: &Complaint, clock: &Clock, now: Timestamp) -> ClockShown {
    let (text, source) = match policy.clocks.get(&clock.rule) {
        Some(terms) => (terms.rule.clone(), terms.source.clone()),
        None => (same(""), same("")),
    };
    // What was met while it stood still did not wait for the end of its pause.
    let ended = |pause: &Pause| clock.met_at.map_or(pause.until, |met| pause.until.min(met));
    let pause = |pause: &Pause| PauseShown { from: pause.from, until: ended(pause), reason: pause.reason, by: held_by(policy, it, &pause.by) };
    ClockShown {
        rule: clock.rule,
        name: name(policy, clock.rule),
        text,
        source,
        started_at: clock.started_at,
        due_at: clock.due_at,
        ends_at: clock.ends_at(),
        state: clock.state(now),
        stood_still: clock.pauses.iter().map(|pause| ended(pause).duration_since(pause.from)).sum(),
        marks: Mark::ALL.map(|mark| clock.reaches(mark)),
        pauses: clock.pauses.iter().map(pause).collect(),
    }
}

/// A clock that a later event will start.
pub(crate) fn planned(policy: &Policy, it: &Planned) -> PlannedShown {
    PlannedShown { start: it.start, name: name(policy, it.rule), runs: it.runs }
}

/// What a clock is called. One that the policy no longer has is named by its tag.
pub(crate) fn name(policy: &Policy, rule: ClockRule) -> Both {
    policy.clocks.get(&rule).map_or_else(|| same(rule.tag()), |terms| terms.name.clone())
}
