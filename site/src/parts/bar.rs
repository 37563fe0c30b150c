//! The bar of a clock: what is gone, its two marks, where it stood still, and what ran over.
//! It reads the same in grey: a pause is hatched, an overrun is struck through, "now" is a line.

use crate::parts::markup::{Drawn as _, Markup};
use domain::Timestamp;
use domain::clock::ClockState;
use leptos::prelude::*;

use crate::page::{ClockShown, PauseShown};

/// The width of the drawing in its own units; it is stretched to the width of the card.
const WIDTH: i64 = 1000;
const BRAND: &str = "#0e5a5e";
const INK: &str = "#1b2433";
const AMBER: &str = "#b26a00";
const LATE: &str = "#8c1d18";

/// Moments as places on the bar: from the start to the end, and beyond it where it ran over.
struct Axis {
    from: i64,
    ends: i64,
    to: i64,
    /// Where the end stands.
    due: i64,
}

impl Axis {
    fn of(it: &ClockShown, now: Timestamp) -> Axis {
        let (from, ends) = (it.started_at.as_second(), it.ends_at.as_second().max(it.started_at.as_second() + 1));
        let to = over(it, now).map_or(ends, |over| over.as_second().max(ends + 1));
        // The promised part keeps at least a quarter, so that a long delay cannot push it out of sight.
        let due = if to > ends { ((ends - from) * WIDTH / (to - from)).clamp(WIDTH / 4, WIDTH - WIDTH / 12) } else { WIDTH };
        Axis { from, ends, to, due }
    }

    fn x(&self, at: Timestamp) -> i64 {
        let at = at.as_second().clamp(self.from, self.to);
        if at <= self.ends {
            (at - self.from) * self.due / (self.ends - self.from)
        } else {
            self.due + (at - self.ends) * (WIDTH - self.due) / (self.to - self.ends)
        }
    }
}

/// How far past its end it ran; `None` where it did not.
fn over(it: &ClockShown, now: Timestamp) -> Option<Timestamp> {
    match it.state {
        ClockState::Overdue => Some(now),
        ClockState::MetLate(at) => Some(at),
        ClockState::Running | ClockState::Paused(_) | ClockState::Met(_) => None,
    }
}

/// The drawing, spoken as `said`; `steps` are the moments at which it went up.
pub(crate) fn bar(said: String, it: &ClockShown, now: Timestamp, steps: &[Timestamp]) -> Markup {
    let axis = Axis::of(it, now);
    let gone = match it.state {
        ClockState::Running | ClockState::Paused(_) => axis.x(now),
        ClockState::Met(at) => axis.x(at),
        ClockState::MetLate(_) | ClockState::Overdue => axis.due,
    };
    let overrun = over(it, now).is_some().then(|| overrun(axis.due));
    let pauses = it.pauses.iter().map(|pause| still(&axis, pause)).collect_view();
    let marks = it.marks.iter().zip([(5, 24, 3), (2, 30, 5)]).map(|(at, (y, height, width))| upright(axis.x(*at), y, height, width, AMBER));
    let steps = steps.iter().map(|at| axis.x(*at)).filter(|x| *x > axis.due).map(|x| upright(x, 3, 28, 4, INK));
    view! {
        <svg height="34" viewBox="0 0 1000 34" preserveAspectRatio="none" role="img" aria-label=said>
            <rect x="0" y="9" width="1000" height="16" fill="#e4dfd3"/>
            <rect x="0" y="9" width=gone.to_string() height="16" fill=BRAND/>
            {overrun}
            {pauses}
            {marks.collect_view()}
            {steps.collect_view()}
            {upright((gone - 3).clamp(0, WIDTH - 6), 0, 34, 6, INK)}
        </svg>
    }
    .drawn()
}

fn upright(x: i64, y: i64, height: i64, width: i64, fill: &'static str) -> Markup {
    view! { <rect x=x.to_string() y=y.to_string() width=width.to_string() height=height.to_string() fill=fill/> }.drawn()
}

/// What has run over the promise, struck through.
fn overrun(due: i64) -> Markup {
    let stripes: String = (due + 14..WIDTH).step_by(14).map(|x| format!("M{x} 9v16")).collect();
    view! {
        <rect x=due.to_string() y="9" width=(WIDTH - due).to_string() height="16" fill="#fdecea" stroke=LATE stroke-width="2" vector-effect="non-scaling-stroke"/>
        <path d=stripes stroke=LATE stroke-width="3" fill="none" vector-effect="non-scaling-stroke"/>
    }
    .drawn()
}

/// A stretch in which the clock stood still, hatched.
fn still(axis: &Axis, pause: &PauseShown) -> Markup {
    // The shortest pause must still be seen.
    let from = axis.x(pause.from).min(WIDTH - 24);
    let to = axis.x(pause.until).max(from + 24);
    let hatch: String = (from..to - 11).step_by(24).map(|x| format!("M{x} 25l12-16")).collect();
    view! {
        <rect x=from.to_string() y="9" width=(to - from).to_string() height="16" fill="#fff" stroke=INK vector-effect="non-scaling-stroke"/>
        <path d=hatch stroke=INK stroke-width="2" fill="none" vector-effect="non-scaling-stroke"/>
    }
    .drawn()
}
