//! Her hearing: a token now or a time on another day, where she stands, and the link that opens once. Nothing here needs a script.

use crate::parts::markup::{Drawn as _, Markup};
use domain::hearing::Token;
use domain::lang::Lang;
use domain::{Date, Timestamp};
use leptos::prelude::*;
use words::date;

use super::say::{onwards, said};
use crate::page::hearing::{Booked, CallShown, Choice, HearingPage, HearingRefused, HearingState, Where};
use crate::parts::answers::facts;
use crate::parts::back::back;
use crate::parts::input::hidden;
use crate::parts::notice::notice;
use crate::parts::question::Question;
use crate::parts::select::{Options, select};
use crate::parts::shell::{Shell, Switch, document};

pub(crate) fn draw(lang: Lang, it: &HearingPage) -> String {
    let address = format!("complaints/{}", it.number);
    let shell = Shell::private(words::hearing_title(lang), Switch::Link(format!("{address}/hearing")));
    document(lang, &shell, || {
        let state = match &it.state {
            HearingState::NotHeard => said(words::hearing_none(lang), words::hearing_none_text(lang).to_owned()),
            HearingState::Choose(choice) => choose(lang, it, choice),
            HearingState::Booked(booked) => place(lang, it, booked),
            HearingState::Called { token, call } => called(lang, it, *token, call),
        };
        view! {
            {back(lang, format!("/{lang}/{address}"))}
            {it.refused.map(|why| notice(words::hearing_title(lang), [refused(lang, why).to_owned()]))}
            {state}
            {onwards(lang, &it.number)}
        }
        .drawn()
    })
}

/// Why nothing was done.
pub fn refused(lang: Lang, why: HearingRefused) -> &'static str {
    match why {
        HearingRefused::Full => words::hearing_refused_full(lang),
        HearingRefused::Past => words::hearing_refused_past(lang),
        HearingRefused::NotNow => words::hearing_refused_not_now(lang),
    }
}

fn address(lang: Lang, it: &HearingPage) -> String {
    format!("/{lang}/complaints/{}/hearing", it.number)
}

/// The same page, otherwise: another day, another zone, refreshing or not.
fn link(lang: Lang, it: &HearingPage, day: Option<Date>, fresh: bool) -> String {
    let day = day.map(|day| format!("day={day}"));
    let zone = it.zone.as_ref().map(|zone| format!("zone={zone}"));
    let fresh = fresh.then(|| "fresh=on".to_owned());
    let query: Vec<String> = [day, zone, fresh].into_iter().flatten().collect();
    format!("{}{}{}", address(lang, it), if query.is_empty() { "" } else { "?" }, query.join("&"))
}

/// A button that does one thing.
fn button(lang: Lang, it: &HearingPage, (name, value): (&'static str, &str), class: &'static str, text: &'static str) -> Markup {
    view! {
        <form method="post" action=address(lang, it) novalidate>
            {hidden(name, value)}{zone_kept(it)}
            <p><button class=class type="submit">{text}</button></p>
        </form>
    }
    .drawn()
}

fn zone_kept(it: &HearingPage) -> Option<Markup> {
    it.zone.as_ref().map(|zone| hidden("zone", zone))
}

/// The time there beside the Indian one.
fn there(lang: Lang, it: &HearingPage, at: Timestamp) -> Option<String> {
    let zone = it.zones.iter().find(|zone| Some(&zone.id) == it.zone.as_ref())?;
    Some(words::hearing_there_time(lang, words::hearing::elsewhere(lang, zone.wall(at)), zone.name.get(lang)))
}

fn with_there(lang: Lang, it: &HearingPage, at: Timestamp, shown: String) -> String {
    there(lang, it, at).map_or_else(|| shown.clone(), |there| format!("{shown} · {there}"))
}

fn choose(lang: Lang, it: &HearingPage, choice: &Choice) -> Markup {
    let now = choice.first.map_or_else(
        || view! { <p>{words::hearing_now_none(lang)}</p> }.drawn(),
        |at| {
            let time = with_there(lang, it, at, date::clock(lang, at));
            view! { <p>{words::hearing_now_text(lang, time)}</p>{button(lang, it, ("do", "now"), "go", words::hearing_now(lang))} }.drawn()
        },
    );
    let days = choice.days.iter().map(|day| {
        let shown = date::short_day(lang, *day);
        let label = if choice.day == Some(*day) {
            view! { <strong>{shown}</strong> }.drawn()
        } else {
            view! { <a href=link(lang, it, Some(*day), false)>{shown}</a> }.drawn()
        };
        view! { <li>{label}</li> }
    });
    view! {
        <h1>{words::hearing_title(lang)}</h1>
        <p class="lead">{words::hearing_lead(lang, it.minutes)}</p>
        <div class="card"><h2>{words::hearing_now(lang)}</h2>{now}</div>
        <h2>{words::hearing_day(lang)}</h2>
        <ul>{days.collect_view()}</ul>
        {choice.day.map(|day| times(lang, it, day, &choice.free))}
        {zones(lang, it, choice.day)}
    }
    .drawn()
}

/// The free times of a day, each with the time there where a zone was chosen.
fn times(lang: Lang, it: &HearingPage, day: Date, free: &[Timestamp]) -> Markup {
    let title = words::hearing_slot(lang, date::short_day(lang, day));
    if free.is_empty() {
        return view! { <h2>{title}</h2><p>{words::hearing_slot_none(lang)}</p> }.drawn();
    }
    let rows = free.iter().map(|at| (at.to_string(), with_there(lang, it, *at, date::clock(lang, *at))));
    let question = Question::named(lang, "slot", words::hearing_time(lang), "").hint(words::hearing_india(lang));
    view! {
        <h2>{title}</h2>
        <form method="post" action=address(lang, it) novalidate>
            {zone_kept(it)}
            {select(&question, &[Options::plain(rows)])}
            <p><button class="go" type="submit">{words::hearing_slot_take(lang)}</button></p>
        </form>
    }
    .drawn()
}

fn zones(lang: Lang, it: &HearingPage, day: Option<Date>) -> Markup {
    let rows = it.zones.iter().map(|zone| (zone.id.clone(), zone.name.get(lang).to_owned()));
    let question = Question::named(lang, "zone", words::hearing_zone(lang), it.zone.as_deref().unwrap_or_default());
    let none = (String::new(), words::hearing_zone_none(lang).to_owned());
    view! {
        <form method="get" action=address(lang, it) novalidate>
            {day.map(|day| hidden("day", &day.to_string()))}
            {select(&question, &[Options::plain(std::iter::once(none).chain(rows))])}
            <p><button class="go go-quiet" type="submit">{words::hearing_zone_set(lang)}</button></p>
        </form>
    }
    .drawn()
}

fn place(lang: Lang, it: &HearingPage, booked: &Booked) -> Markup {
    let mut rows = vec![
        (words::hearing_yours(lang).to_owned(), with_there(lang, it, booked.at, date::moment(lang, booked.at))),
        (words::hearing_token(lang).to_owned(), booked.token.to_string()),
    ];
    if let Some((place, expected)) = booked.line {
        rows.push((words::hearing_place(lang).to_owned(), place.to_string()));
        rows.push((words::hearing_expected(lang).to_owned(), with_there(lang, it, expected, date::clock(lang, expected))));
    }
    let stand = match booked.stand {
        Where::Ahead => None,
        Where::Today => Some(view! { <p>{words::hearing_here_text(lang)}</p>{button(lang, it, ("do", "here"), "go", words::hearing_here(lang))} }.drawn()),
        Where::Waits => Some(view! { <p><strong>{words::hearing_there(lang)}</strong></p> }.drawn()),
        Where::Returned => Some(view! { <p class="warn">{words::hearing_returned(lang)}</p> }.drawn()),
        Where::Ended => Some(view! { <p class="warn">{words::hearing_ended(lang)}</p> }.drawn()),
    };
    view! {
        <h1>{words::hearing_title(lang)}</h1>
        <div class="card">{facts(rows)}{stand}</div>
        {booked.line.is_some().then(|| fresh(lang, it))}
        {button(lang, it, ("do", "leave"), "go go-quiet", words::hearing_leave(lang))}
        {zones(lang, it, None)}
    }
    .drawn()
}

/// By a link, or by itself where she says so: a page that moves by itself is hers to stop.
fn fresh(lang: Lang, it: &HearingPage) -> Markup {
    let other = if it.fresh { words::hearing_fresh_off(lang) } else { words::hearing_fresh_on(lang) };
    view! {
        <p>
            <a class="go go-quiet" href=link(lang, it, None, it.fresh)>{words::hearing_fresh(lang)}</a>
            " "
            <a class="second" href=link(lang, it, None, !it.fresh)>{other}</a>
        </p>
    }
    .drawn()
}

fn called(lang: Lang, it: &HearingPage, token: Token, call: &CallShown) -> Markup {
    let how = match call {
        CallShown::Phone => view! { <p>{words::hearing_called_phone(lang)}</p>{fresh(lang, it)} }.drawn(),
        CallShown::Ready => {
            view! { <p>{words::hearing_called_link(lang)}</p>{button(lang, it, ("do", "link"), "go", words::hearing_called_show(lang))} }.drawn()
        }
        CallShown::Open(link) => view! {
            <p><a class="go" href=link.clone() rel="noreferrer noopener" target="_blank">{words::hearing_called_open(lang)}</a></p>
            <p>{words::hearing_called_careful(lang)}</p>
        }
        .drawn(),
        CallShown::ShownBefore => view! { <p>{words::hearing_called_before(lang)}</p>{fresh(lang, it)} }.drawn(),
    };
    view! {
        <div class="done"><h1>{words::hearing_called(lang)}</h1><p class="number">{token.to_string()}</p></div>
        <div class="card">{how}</div>
    }
    .drawn()
}
