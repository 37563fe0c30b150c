//! Deadlines of the examples: one of every rule, in every state that a clock can be in.

use domain::Timestamp;
use domain::clock::{Clock, ClockRule, ClockState, Mark, Pause, PauseReason, Runs, Start};
use domain::complaint::Rung;
use domain::ids::{PostId, UnitCode};
use domain::lang::Both;
use jiff::SignedDuration;

use super::complaint::{both, rungs};
use super::people::at;
use crate::page::{ClockShown, PauseShown, PlannedShown};

/// What a rule is called here, what it asks, and where it comes from.
fn terms(rule: ClockRule) -> [Both; 3] {
    match rule {
        ClockRule::Disposal => [both("निस्तारण", "Settling"), both("", ""), both("", "")],
        ClockRule::Assignment => [
            both("अधिकारी तय करना", "Naming an officer"),
            both("24 घंटे में एक अधिकारी को सौंपी जाए।", "An officer must be named within 24 hours."),
            both("इस सेवा का प्रशासनिक वादा", "Administrative promise of this service"),
        ],
        ClockRule::FirstContact => [
            both("पहली बातचीत", "First contact"),
            both("3 दिन में कोई आपसे बात करे।", "Somebody must speak with you within 3 days."),
            both("इस सेवा का प्रशासनिक वादा", "Administrative promise of this service"),
        ],
        ClockRule::Signature => [
            both("आपके हस्ताक्षर", "Your signature"),
            both("ऑनलाइन दी गई सूचना पर 3 दिन में आपके हस्ताक्षर हों।", "An online report must be signed within 3 days."),
            both("BNSS धारा 173(1)", "BNSS section 173(1)"),
        ],
        ClockRule::Enquiry => [
            both("शुरुआती जाँच", "Preliminary enquiry"),
            both("14 दिन में शुरुआती जाँच पूरी हो।", "A preliminary enquiry must end within 14 days."),
            both("BNSS धारा 173(3)", "BNSS section 173(3)"),
        ],
        ClockRule::ChildReport => [
            both("बच्चे के मामले की ख़बर", "Report of a child's case"),
            both("24 घंटे में बाल कल्याण समिति और विशेष न्यायालय को ख़बर दी जाए।", "The committee and the court must be told within 24 hours."),
            both("POCSO धारा 19(6)", "POCSO section 19(6)"),
        ],
        ClockRule::Investigation => [
            both("जाँच", "Investigation"),
            both("सूचना दर्ज होने के 2 महीने में जाँच पूरी हो।", "The investigation must be finished within 2 months of recording."),
            both("BNSS धारा 193(2)", "BNSS section 193(2)"),
        ],
        ClockRule::Progress => [
            both("जाँच की ख़बर", "News of the investigation"),
            both("90 दिन में आपको बताया जाए कि जाँच कहाँ तक पहुँची।", "You must be told within 90 days how far it has come."),
            both("BNSS धारा 193(3)(ii)", "BNSS section 193(3)(ii)"),
        ],
    }
}

/// A clock as a page shows it at `now`.
pub(super) fn shown(clock: &Clock, now: Timestamp) -> ClockShown {
    let [name, text, source] = terms(clock.rule);
    let [.., allowed_by] = rungs();
    let pause = |pause: &Pause| PauseShown { from: pause.from, until: pause.until, reason: pause.reason, by: allowed_by.clone() };
    ClockShown {
        rule: clock.rule,
        name,
        text,
        source,
        started_at: clock.started_at,
        due_at: clock.due_at,
        ends_at: clock.ends_at(),
        state: clock.state(now),
        stood_still: clock.stood_still(),
        marks: Mark::ALL.map(|mark| clock.reaches(mark)),
        pauses: clock.pauses.iter().map(pause).collect(),
    }
}

/// The same clock, standing still between these moments.
pub(super) fn paused(clock: Clock, from: Timestamp, until: Timestamp) -> Clock {
    // Every name here is one that parses.
    let by = PostId::parse("state").zip(UnitCode::parse("UP")).map(|(post, unit)| Rung { post, unit, holds: None, stands_in_for: None });
    let pauses = by.map(|by| Pause { from, until, reason: PauseReason::Laboratory, by }).into_iter().collect();
    Clock { pauses, may_pause: SignedDuration::from_hours(24 * 30), ..clock }
}

/// A clock of so many hours that began at the registration.
pub(super) fn hours(rule: ClockRule, from: Timestamp, hours: i64) -> Clock {
    Clock::new(rule, from, from + SignedDuration::from_hours(hours), SignedDuration::ZERO)
}

/// A clock that was met so many hours after it began.
pub(super) fn met(clock: Clock, hours: i64) -> Clock {
    Clock { met_at: Some(clock.started_at + SignedDuration::from_hours(hours)), ..clock }
}

/// One in every state, as they stand in the afternoon of the third day.
pub(super) fn all_states(registered_at: Timestamp) -> (Timestamp, Vec<ClockShown>) {
    let now = at(5, 15, 10);
    let days =
        |rule, days: i8, month| Clock::new(rule, registered_at, domain::calendar::end_of(domain::Date::constant(2026, month, days)), SignedDuration::ZERO);
    let clocks = [
        met(hours(ClockRule::Assignment, registered_at, 24), 12),
        days(ClockRule::FirstContact, 5, 11),
        met(hours(ClockRule::Signature, registered_at, 48), 60),
        paused(days(ClockRule::Enquiry, 16, 11), at(4, 11, 0), at(9, 11, 0)),
        hours(ClockRule::ChildReport, registered_at, 24),
        days(ClockRule::Progress, 31, 12),
    ];
    let states = clocks.map(|clock| shown(&clock, now)).to_vec();
    debug_assert!(states.iter().any(|it| it.state == ClockState::Overdue));
    (now, states)
}

/// What will begin with a later event.
pub(super) fn planned() -> Vec<PlannedShown> {
    let planned = |rule, start, runs| {
        let [name, ..] = terms(rule);
        PlannedShown { start, name, runs }
    };
    vec![
        planned(ClockRule::Investigation, Start::Recording, Runs::Months(2)),
        planned(ClockRule::Progress, Start::Recording, Runs::Days(90)),
        planned(ClockRule::Enquiry, Start::Enquiry, Runs::Days(14)),
    ]
}
