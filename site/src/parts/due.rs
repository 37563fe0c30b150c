//! When a row of a list is due: in words, in shape, and then in colour.

use crate::parts::markup::{Drawn as _, Markup};
use domain::Timestamp;
use domain::clock::PauseReason;
use domain::lang::Lang;
use leptos::prelude::*;
use words::date::{dated, days_between};

use crate::page::StageShown;

/// From so many days on it is not soon any more.
const SOON: i64 = 3;

/// What is due, and why its clock stands still where it does.
pub(crate) struct Due {
    pub(crate) at: Timestamp,
    pub(crate) stage: StageShown,
    pub(crate) paused: Option<(PauseReason, Timestamp)>,
}

pub(crate) fn due(lang: Lang, it: &Due, now: Timestamp) -> Markup {
    let day = dated(lang, it.at, it.at);
    let (class, text, beside) = match it.paused {
        _ if !it.stage.is_open() => ("state state-open state-met", words::desk_closed(lang).to_owned(), day),
        Some((why, until)) => ("state state-still", words::desk_still(lang, dated(lang, until, until)), words::desk::pause_reason(lang, why).to_owned()),
        None => (pace(it.at, now), words::desk::due(lang, it.at, now), day),
    };
    view! { <span class=class>{text}</span><small>{beside}</small> }.drawn()
}

fn pace(due: Timestamp, now: Timestamp) -> &'static str {
    match days_between(now, due) {
        _ if due < now => "state state-late",
        ..=SOON => "state state-due",
        _ => "state state-open",
    }
}
