//! The deadlines beside the main one: small, and folded away where they are many, so that the next step
//! is found first.

use crate::parts::markup::{Drawn as _, Markup};
use domain::clock::{ClockState, Start};
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

use crate::page::{ClockShown, ComplaintPage, PlannedShown, Reader};
use crate::pages::complaint::holder_name;
use crate::parts::clock::row;

/// More than these are folded away.
const OPEN: usize = 2;

pub(crate) fn deadlines(lang: Lang, reader: Reader, it: &ComplaintPage) -> Option<Markup> {
    if it.clocks.is_empty() && it.planned.is_empty() {
        return None;
    }
    let inside = list(lang, reader, it);
    Some(if it.clocks.len() > OPEN {
        view! { <details>{summary(lang, it)}{inside}</details> }.drawn()
    } else {
        view! { <h2>{words::clock_title(lang)}</h2>{inside} }.drawn()
    })
}

fn list(lang: Lang, reader: Reader, it: &ComplaintPage) -> Markup {
    let waits = it.clocks.iter().any(|clock| match clock.state {
        ClockState::Running | ClockState::Paused(_) => true,
        ClockState::Met(_) | ClockState::MetLate(_) | ClockState::Overdue => false,
    });
    let lead = waits.then(|| view! { <p class="quiet">{words::clock_lead(lang, holder_name(lang, &it.told))}</p> });
    let rows = it.clocks.iter().map(|clock| row(lang, reader, clock, it.now)).collect_view();
    let clocks = (!it.clocks.is_empty()).then(|| view! { <ul class="card clocks">{rows}</ul> });
    let planned = it.planned.iter().map(|planned| view! { <li>{later(lang, planned)}</li> }).collect_view();
    let planned = (!it.planned.is_empty()).then(|| view! { <ul class="plain quiet">{planned}</ul> });
    view! { {lead}{clocks}{planned} }.drawn()
}

/// How many there are, which is the nearest, and whether one has passed.
fn summary(lang: Lang, it: &ComplaintPage) -> Markup {
    let passed = it.clocks.iter().filter(|clock| clock.state == ClockState::Overdue).count();
    let passed = i64::try_from(passed).unwrap_or(i64::MAX);
    let chip = (passed > 0).then(|| view! { " "<span class="state state-late">{words::clock_late_count(lang, passed)}</span> });
    let nearest = nearest(&it.clocks).map(|clock| words::clock_nearest(lang, clock.name.get(lang), date::dated(lang, clock.ends_at, clock.due_at)));
    let rest = nearest.or_else(|| (passed == 0).then(|| words::clock_none_left(lang).to_owned()));
    let rest = rest.map(|rest| view! { <small>{rest}</small> });
    view! { <summary><h2>{words::clock_fold(lang, it.clocks.len())}</h2>{chip}{rest}</summary> }.drawn()
}

fn nearest(clocks: &[ClockShown]) -> Option<&ClockShown> {
    let waiting = clocks.iter().filter(|clock| match clock.state {
        ClockState::Running | ClockState::Paused(_) => true,
        ClockState::Met(_) | ClockState::MetLate(_) | ClockState::Overdue => false,
    });
    waiting.min_by_key(|clock| clock.ends_at)
}

/// One that waits for a later event.
fn later(lang: Lang, it: &PlannedShown) -> String {
    let (name, time) = (it.name.get(lang), date::runs(lang, it.runs));
    match it.start {
        Start::Registration => words::clock_planned_registration(lang, name, time),
        Start::Recording => words::clock_planned_recording(lang, name, time),
        Start::Enquiry => words::clock_planned_enquiry(lang, name, time),
    }
}
