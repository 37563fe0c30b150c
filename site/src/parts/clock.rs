//! The clock of a complaint: the date first, then what is left, then the bar. It reads the same in grey:
//! the state is said in words, then in shape, then in colour.

use crate::parts::markup::{Drawn as _, Markup};
use domain::Timestamp;
use domain::clock::{ClockState, PauseReason};
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

use crate::page::{ClockShown, Reader};
use crate::pages::complaint::holder_name;
use crate::parts::bar::bar;

/// How a clock stands, as a reader needs it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pace {
    OnTime,
    /// Four fifths are gone.
    Short,
    Late,
    Still(Timestamp),
    Kept(Timestamp),
    KeptLate(Timestamp),
}

impl Pace {
    fn of(it: &ClockShown, now: Timestamp) -> Pace {
        let [_, most] = it.marks;
        match it.state {
            ClockState::Running if now >= most => Pace::Short,
            ClockState::Running => Pace::OnTime,
            ClockState::Overdue => Pace::Late,
            ClockState::Paused(until) => Pace::Still(until),
            ClockState::Met(at) => Pace::Kept(at),
            ClockState::MetLate(at) => Pace::KeptLate(at),
        }
    }

    fn class(self) -> &'static str {
        match self {
            Pace::OnTime => "state state-open",
            Pace::Short => "state state-due",
            Pace::Late => "state state-late",
            Pace::Still(_) => "state state-still",
            Pace::Kept(_) => "state state-open state-met",
            Pace::KeptLate(_) => "state state-due state-met",
        }
    }
}

/// The clock that the ladder follows: the largest thing on the page. `steps` are the moments at which it went up.
pub(crate) fn clock(lang: Lang, reader: Reader, it: &ClockShown, steps: &[Timestamp], now: Timestamp) -> Markup {
    let pace = Pace::of(it, now);
    let class = if pace == Pace::Late { "card clock late" } else { "card clock" };
    let when = date::due(lang, it.ends_at);
    let sentence = match pace {
        Pace::OnTime | Pace::Short | Pace::Still(_) => words::status_by(lang, when),
        Pace::Late => words::status_was_due(lang, when),
        Pace::Kept(at) | Pace::KeptLate(at) => words::status_was_settled(lang, day_or_moment(lang, it, at)),
    };
    let over = match pace {
        Pace::OnTime | Pace::Short | Pace::Late | Pace::Still(_) => words::status_due(lang),
        Pace::Kept(_) | Pace::KeptLate(_) => words::status_settling(lang),
    };
    let chip = match pace {
        Pace::OnTime | Pace::Short | Pace::Late => left(lang, reader, it, now),
        Pace::Still(_) => words::clock_paused(lang).to_owned(),
        Pace::Kept(_) => words::status_on_time(lang).to_owned(),
        Pace::KeptLate(_) => words::status_kept_late(lang).to_owned(),
    };
    let beside = match pace {
        Pace::OnTime => words::status_on_time(lang).to_owned(),
        Pace::Short => words::status_short(lang).to_owned(),
        Pace::Late => words::status_late(lang).to_owned(),
        Pace::Still(until) => words::clock_paused_until(lang, date::dated(lang, until, it.due_at)),
        Pace::Kept(_) | Pace::KeptLate(_) => String::new(),
    };
    let spoken = words::status_bar(lang, elapsed(lang, it, now), &chip);
    view! {
        <div class=class>
            <p class="over">{over}</p>
            <p class="when">{sentence}</p>
            <p><span class=pace.class()>{chip}</span><span class="pace">{beside}</span></p>
            {bar(spoken, it, now, steps)}
            {ends(lang, it, now)}
            {below(lang, reader, it, steps, now).into_iter().map(|said| view! { <p class="say">{said}</p> }).collect_view()}
        </div>
    }
    .drawn()
}

/// What is said below the bar, a paragraph each.
fn below(lang: Lang, reader: Reader, it: &ClockShown, steps: &[Timestamp], now: Timestamp) -> Vec<String> {
    let runs = |first: String| vec![format!("{first} {}", words::status_never_stops(lang))];
    let mut said = match Pace::of(it, now) {
        Pace::OnTime => {
            let [half, most] = it.marks.map(|at| date::dated(lang, at, it.due_at));
            runs(words::status_marks(lang, half, most))
        }
        Pace::Short => runs(words::status_little(lang, elapsed(lang, it, now))),
        // The first step up stands where the end stands; only later ones have lines of their own.
        Pace::Late if steps.len() > 1 => runs(format!("{} {}", words::status_late_text(lang), words::status_steps(lang))),
        Pace::Late => runs(words::status_late_text(lang).to_owned()),
        Pace::Still(_) => vec![format!("{} {}", paused(lang, reader, it, now), words::clock_only_above(lang))],
        Pace::Kept(_) | Pace::KeptLate(_) => vec![words::clock_was_due(lang, date::due(lang, it.ends_at))],
    };
    said.extend(stood(lang, it));
    said
}

/// One of the other clocks, as a row of a list.
pub(crate) fn row(lang: Lang, reader: Reader, it: &ClockShown, now: Timestamp) -> Markup {
    let pace = Pace::of(it, now);
    let dated = |at| date::dated(lang, at, it.due_at);
    let when = dated(it.ends_at);
    let (chip, beside) = match pace {
        Pace::OnTime | Pace::Short => (left(lang, reader, it, now), words::status_by(lang, when)),
        Pace::Late => (left(lang, reader, it, now), words::clock_overdue(lang, when)),
        Pace::Still(until) => (words::clock_paused(lang).to_owned(), words::clock_paused_until(lang, dated(until))),
        Pace::Kept(at) => (words::clock_met(lang).to_owned(), words::clock_met_on(lang, dated(at))),
        Pace::KeptLate(at) => (words::clock_met_late(lang).to_owned(), words::clock_met_on(lang, dated(at))),
    };
    let why = match pace {
        Pace::Still(_) => Some(format!("{} {}", paused(lang, reader, it, now), words::clock_paused_due(lang, dated(it.ends_at)))),
        Pace::KeptLate(_) => Some(words::clock_was_due(lang, dated(it.ends_at))),
        Pace::OnTime | Pace::Short | Pace::Late | Pace::Kept(_) => None,
    };
    let spoken = words::status_bar(lang, elapsed(lang, it, now), &chip);
    // The policy's sentence speaks to her; an officer knows the rule by its source.
    let text = (reader == Reader::Complainant).then(|| it.text.get(lang).to_owned());
    let notes = why.into_iter().chain(stood(lang, it)).map(|said| view! { <p class="say">{said}</p> });
    view! {
        <li>
            <h3>{it.name.get(lang).to_owned()}</h3>
            <p><span class=pace.class()>{chip}</span><span class="pace">{beside}</span></p>
            {bar(spoken, it, now, &[])}
            {ends(lang, it, now)}
            {notes.collect_view()}
            <p class="say">{text}<small>{it.source.get(lang).to_owned()}</small></p>
        </li>
    }
    .drawn()
}

/// How much is left or how late it is, in the words of whoever reads it.
fn left(lang: Lang, reader: Reader, it: &ClockShown, now: Timestamp) -> String {
    match reader {
        Reader::Complainant => date::left(lang, it.ends_at, now),
        Reader::Officer => words::desk::due(lang, it.ends_at, now),
    }
}

/// How much is gone, in the unit that fits the whole; time in which it stood still is not gone.
fn elapsed(lang: Lang, it: &ClockShown, now: Timestamp) -> String {
    const HOUR: i64 = 3_600;
    let upto = match it.state {
        ClockState::Met(at) | ClockState::MetLate(at) => at,
        ClockState::Running | ClockState::Paused(_) | ClockState::Overdue => now,
    }
    .min(it.ends_at);
    let still: i64 = it.pauses.iter().map(|pause| (pause.until.min(upto).as_second() - pause.from.as_second()).max(0)).sum();
    let whole = it.due_at.as_second() - it.started_at.as_second();
    if whole < 48 * HOUR {
        let gone = (upto.as_second() - it.started_at.as_second() - still).clamp(0, whole);
        words::status_gone_hours(lang, whole / HOUR, gone / HOUR)
    } else {
        let all = date::days_between(it.started_at, it.due_at);
        let gone = date::days_between(it.started_at, upto) - still / (24 * HOUR);
        words::status_gone(lang, all, gone.clamp(0, all))
    }
}

/// Text beside the drawing, never inside: a drawing that shrinks must not shrink its words.
fn ends(lang: Lang, it: &ClockShown, now: Timestamp) -> Markup {
    let brief = |at| date::brief(lang, at, it.due_at, it.started_at);
    let (until, end) = match it.state {
        ClockState::Overdue => (now, words::status_now(lang).to_owned()),
        ClockState::MetLate(at) => (at, brief(at)),
        ClockState::Running | ClockState::Paused(_) | ClockState::Met(_) => (it.ends_at, brief(it.ends_at)),
    };
    let start = date::brief(lang, it.started_at, it.due_at, until);
    view! { <div class="ends"><span>{start}</span><span>{end}</span></div> }.drawn()
}

/// Why it stands still, and who allowed it.
fn paused(lang: Lang, reader: Reader, it: &ClockShown, now: Timestamp) -> String {
    let pause = it.pauses.iter().find(|pause| pause.from <= now && now < pause.until);
    pause.map_or_else(String::new, |pause| words::clock_paused_why(lang, reason(lang, reader, pause.reason), holder_name(lang, &pause.by)))
}

/// Why a clock may stand still, in words.
pub(crate) fn reason(lang: Lang, reader: Reader, why: PauseReason) -> &'static str {
    match (why, reader) {
        (PauseReason::Complainant, Reader::Complainant) => words::pause_complainant(lang),
        (PauseReason::Laboratory | PauseReason::Court | PauseReason::Complainant, _) => words::desk::pause_reason(lang, why),
    }
}

/// How long it stood still in all, or will.
fn stood(lang: Lang, it: &ClockShown) -> Option<String> {
    let length = date::length(lang, it.stood_still);
    it.stood_still.is_positive().then(|| match it.state {
        ClockState::Paused(_) => words::clock_stands(lang, length),
        ClockState::Running | ClockState::Overdue | ClockState::Met(_) | ClockState::MetLate(_) => words::clock_stood(lang, length),
    })
}

/// A moment as the clock's own promise is told: the day where whole days count, the minute where hours do.
fn day_or_moment(lang: Lang, it: &ClockShown, at: Timestamp) -> String {
    if date::whole_day(it.due_at) { date::day(lang, domain::calendar::wall(at).date()) } else { date::moment(lang, at) }
}
