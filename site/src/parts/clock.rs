//! The clock of a complaint: the date first, then what is left, then the bar. It reads the same in grey:
//! the state is said in words, then in shape, then in colour.

use crate::parts::markup::{Drawn as _, Markup};
use domain::Timestamp;
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

/// From when to when it runs, and where it is now.
#[derive(Clone, Copy)]
pub(crate) struct Clock {
    pub(crate) from: Timestamp,
    pub(crate) due: Timestamp,
    pub(crate) now: Timestamp,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pace {
    OnTime,
    /// Four fifths are gone.
    Short,
    Late,
}

/// The width of the drawing in its own units; it is stretched to the width of the card.
const WIDTH: i64 = 1000;
/// After this part of the time little is left.
const MARK: (i64, i64) = (4, 5);
const BRAND: &str = "#0e5a5e";
const INK: &str = "#1b2433";
const AMBER: &str = "#b26a00";
const LATE: &str = "#8c1d18";

impl Clock {
    fn total(self) -> i64 {
        (self.due.as_second() - self.from.as_second()).max(1)
    }

    fn gone(self) -> i64 {
        (self.now.as_second() - self.from.as_second()).max(0)
    }

    fn mark(self) -> Timestamp {
        let seconds = self.from.as_second() + self.total() * MARK.0 / MARK.1;
        Timestamp::from_second(seconds).unwrap_or(self.due)
    }

    fn pace(self) -> Pace {
        if self.now > self.due {
            Pace::Late
        } else if self.gone() * MARK.1 >= self.total() * MARK.0 {
            Pace::Short
        } else {
            Pace::OnTime
        }
    }

    /// How much is gone, in the unit that fits the whole.
    fn elapsed(self, lang: Lang) -> String {
        const HOUR: i64 = 3_600;
        let gone = self.gone().min(self.total());
        if self.total() < 48 * HOUR {
            words::status_gone_hours(lang, self.total() / HOUR, gone / HOUR)
        } else {
            words::status_gone(lang, date::days_between(self.from, self.due), date::days_between(self.from, self.now.min(self.due)))
        }
    }
}

pub(crate) fn clock(lang: Lang, it: Clock) -> Markup {
    let pace = it.pace();
    let when = date::due(lang, it.due);
    let (class, state, said) = match pace {
        Pace::OnTime => ("card clock", "state state-open", words::status_on_time(lang)),
        Pace::Short => ("card clock", "state state-due", words::status_short(lang)),
        Pace::Late => ("card clock late", "state state-late", words::status_late(lang)),
    };
    let sentence = if pace == Pace::Late { words::status_was_due(lang, when) } else { words::status_by(lang, when) };
    view! {
        <div class=class>
            <p class="over">{words::status_due(lang)}</p>
            <p class="when">{sentence}</p>
            <p><span class=state>{date::left(lang, it.due, it.now)}</span><span class="pace">{said}</span></p>
            {bar(lang, it)}
            {ends(lang, it)}
            {below(lang, it)}
        </div>
    }
    .drawn()
}

fn bar(lang: Lang, it: Clock) -> Markup {
    let said = words::status_bar(lang, it.elapsed(lang), date::left(lang, it.due, it.now));
    let drawing = if it.pace() == Pace::Late { overrun(it) } else { running(it) };
    view! {
        <svg height="34" viewBox="0 0 1000 34" preserveAspectRatio="none" role="img" aria-label=said>
            {drawing}
        </svg>
    }
    .drawn()
}

fn running(it: Clock) -> Markup {
    let at = (it.gone() * WIDTH / it.total()).clamp(0, WIDTH);
    let mark = WIDTH * MARK.0 / MARK.1;
    view! {
        <rect x="0" y="9" width=WIDTH.to_string() height="16" fill="#e4dfd3"/>
        <rect x="0" y="9" width=at.to_string() height="16" fill=BRAND/>
        <rect x=mark.to_string() y="3" width="5" height="28" fill=AMBER/>
        <rect x=(at - 3).max(0).to_string() y="0" width="6" height="34" fill=INK/>
    }
    .drawn()
}

/// Past the date: what was promised, a line, and what has run over it, struck through.
fn overrun(it: Clock) -> Markup {
    // The promised part keeps at least a quarter, so that a long delay cannot push it out of sight.
    let due = (it.total() * WIDTH / it.gone().max(1)).clamp(WIDTH / 4, WIDTH - WIDTH / 12);
    let stripes: String = (due + 14..WIDTH).step_by(14).map(|x| format!("M{x} 9v16")).collect();
    view! {
        <rect x="0" y="9" width=due.to_string() height="16" fill=BRAND/>
        <rect x=due.to_string() y="9" width=(WIDTH - due).to_string() height="16" fill="#fdecea" stroke=LATE stroke-width="2" vector-effect="non-scaling-stroke"/>
        <path d=stripes stroke=LATE stroke-width="3" fill="none" vector-effect="non-scaling-stroke"/>
        <rect x=due.to_string() y="0" width="6" height="34" fill=INK/>
    }
    .drawn()
}

/// Text beside the drawing, never inside: a drawing that shrinks must not shrink its words.
fn ends(lang: Lang, it: Clock) -> Markup {
    let (until, end) =
        if it.pace() == Pace::Late { (it.now, words::status_now(lang).to_owned()) } else { (it.due, date::brief(lang, it.due, it.due, it.from)) };
    let start = date::brief(lang, it.from, it.due, until);
    view! { <div class="ends"><span>{start}</span><span>{end}</span></div> }.drawn()
}

fn below(lang: Lang, it: Clock) -> Markup {
    let said = match it.pace() {
        Pace::OnTime => words::status_mark(lang, date::brief(lang, it.mark(), it.due, it.now)),
        Pace::Short => words::status_little(lang, it.elapsed(lang)),
        Pace::Late => words::status_late_text(lang).to_owned(),
    };
    view! { <p class="say">{said}" "{words::status_never_stops(lang)}</p> }.drawn()
}
