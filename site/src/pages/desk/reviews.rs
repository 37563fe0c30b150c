//! What was drawn for review: what waits for this officer, what is late below, how far every station is, and the draw itself.

use crate::parts::markup::{Drawn as _, Markup};
use domain::Timestamp;
use domain::calendar::wall;
use domain::lang::Lang;
use domain::review::{Month, Standing, Told};
use domain::say::Said;
use leptos::prelude::*;
use words::date;

use crate::page::StageShown;
use crate::page::review::{ReviewRow, ReviewsPage, UnitRow};
use crate::parts::console::console;
use crate::parts::due::{Due, due};

pub(crate) fn draw(lang: Lang, it: &ReviewsPage) -> String {
    console(lang, &it.head, words::review_title(lang), false, "", || {
        let list = |title: &'static str, rows: &[ReviewRow]| (!rows.is_empty()).then(|| view! { <h2>{title}</h2>{table(lang, rows, it.now)} });
        let nothing = it.yours.is_empty().then(|| view! { <div class="card nothing"><p>{words::review_yours_none(lang)}</p></div> });
        view! {
            <h1>{words::review_title(lang)}</h1>
            <p>{words::review_lead(lang)}</p>
            {nothing}
            {list(words::review_yours(lang), &it.yours)}
            {list(words::review_below(lang), &it.below)}
            {list(words::review_todo(lang), &it.todo)}
            {units(lang, it)}
            {said(lang, &it.said)}
            {drawing(lang, &it.told)}
        }
        .drawn()
    })
}

/// A month by its name.
fn named(lang: Lang, month: Month) -> String {
    date::month_and_year(lang, month.first())
}

fn table(lang: Lang, rows: &[ReviewRow], now: Timestamp) -> Markup {
    let lines = rows.iter().map(|it| {
        let number = it.number.to_string();
        let todo = it
            .review
            .as_ref()
            .and_then(|review| review.action.as_ref())
            .map_or_else(|| words::review::standing(lang, it.standing), |action| words::review::remedy(lang, action.what));
        view! {
            <tr>
                <td class="when">{until(lang, it.standing, now)}</td>
                <td class="num"><a href=address(it)>{number}</a></td>
                <td class="what">{it.place.get(lang).to_owned()}<small>{about(lang, it)}</small></td>
                <td class="how">{todo}</td>
            </tr>
        }
    });
    view! {
        <table class="list">
            <thead>
                <tr>
                    <th scope="col">{words::desk_head_due(lang)}</th>
                    <th scope="col">{words::desk_head_number(lang)}</th>
                    <th scope="col">{words::review_head_unit(lang)}</th>
                    <th scope="col">{words::desk_head_stage(lang)}</th>
                </tr>
            </thead>
            <tbody>{lines.collect_view()}</tbody>
        </table>
    }
    .drawn()
}

/// Where a drawn case stands.
pub(super) fn address(it: &ReviewRow) -> String {
    format!("/desk/reviews/{}/{}", it.month, it.number)
}

/// When it was closed, and whether without a word with her.
pub(super) fn about(lang: Lang, it: &ReviewRow) -> String {
    let closed = words::review_closed_on(lang, date::day(lang, wall(it.closed_at).date()));
    if it.without_contact { format!("{closed} · {}", words::review_without_contact(lang)) } else { closed }
}

/// Until when something is to be done, in words, in shape, and then in colour.
pub(super) fn until(lang: Lang, it: Standing, now: Timestamp) -> Markup {
    match it {
        Standing::Waits(at) | Standing::ActionOpen(at) => due(lang, &Due { at, stage: StageShown::Assigned, paused: None }, now),
        Standing::InOrder | Standing::ActionDone => view! { <span class="state state-open state-met">{words::review::standing(lang, it)}</span> }.drawn(),
    }
}

fn units(lang: Lang, it: &ReviewsPage) -> Option<Markup> {
    let idle = it.idle.filter(|n| *n > 0).map(|n| view! { <p class="quiet">{words::review_idle(lang, i64::try_from(n).unwrap_or(i64::MAX))}</p> });
    let table = if it.units.is_empty() {
        view! { <p class="quiet">{words::review_units_none(lang)}</p> }.drawn()
    } else {
        let lines = it.units.iter().map(|unit| one(lang, unit)).collect_view();
        view! {
            <table class="list figures">
                <thead>
                    <tr>
                        <th scope="col">{words::review_head_unit(lang)}</th>
                        <th scope="col">{words::review_closed(lang)}</th>
                        <th scope="col">{words::review_drawn(lang)}</th>
                        <th scope="col">{words::review_reviewed(lang)}</th>
                        <th scope="col">{words::review_open(lang)}</th>
                        <th scope="col">{words::review_overdue(lang)}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        }
        .drawn()
    };
    let (before, after) = (it.month.before(), it.month.after());
    let later = (after < Month::of(it.now)).then(|| {
        view! { <a class="onward" href=format!("/desk/reviews?month={after}")>{words::review_month_after(lang, named(lang, after))}" ›"</a> }
    });
    // Whoever reviews nothing anywhere has no stations to look at.
    (it.idle.is_some() || !it.units.is_empty()).then(|| {
        view! {
            <h2>{words::review_units(lang, named(lang, it.month))}</h2>
            {table}
            {idle}
            <p class="pages"><a href=format!("/desk/reviews?month={before}")>"‹ "{words::review_month_before(lang, named(lang, before))}</a>{later}</p>
        }
        .drawn()
    })
}

fn one(lang: Lang, it: &UnitRow) -> Markup {
    let count = |label: &'static str, n: usize| view! { <td><span class="label" aria-hidden="true">{label}" "</span>{n.to_string()}</td> };
    let late = it.sums.overdue;
    let overdue = if late > 0 { view! { <b class="state state-late">{late.to_string()}</b> }.drawn() } else { view! { {late.to_string()} }.drawn() };
    view! {
        <tr>
            <th scope="row">{it.place.get(lang).to_owned()}</th>
            {count(words::review_closed(lang), it.closed as usize)}
            {count(words::review_drawn(lang), it.sums.drawn)}
            {count(words::review_reviewed(lang), it.sums.reviewed)}
            {count(words::review_open(lang), it.sums.open)}
            <td><span class="label" aria-hidden="true">{words::review_overdue(lang)}" "</span>{overdue}</td>
        </tr>
    }
    .drawn()
}

/// What complainants said of this officer's closings: sums of months that are over.
fn said(lang: Lang, all: &[Said]) -> Option<Markup> {
    let count = |label: &'static str, n: u32| view! { <td><span class="label" aria-hidden="true">{label}" "</span>{n.to_string()}</td> };
    let lines = all.iter().map(|it| {
        view! {
            <tr>
                <th scope="row">{named(lang, it.month)}</th>
                {count(words::say_sums_solved(lang), it.solved)}
                {count(words::say_sums_unsolved(lang), it.unsolved)}
            </tr>
        }
    });
    (!all.is_empty()).then(|| {
        view! {
            <h2>{words::say_sums(lang)}</h2>
            <p class="quiet">{words::say_sums_text(lang, i64::from(Said::LEAST))}</p>
            <table class="list figures">
                <thead>
                    <tr>
                        <th scope="col">{words::review_draw_month(lang)}</th>
                        <th scope="col">{words::say_sums_solved(lang)}</th>
                        <th scope="col">{words::say_sums_unsolved(lang)}</th>
                    </tr>
                </thead>
                <tbody>{lines.collect_view()}</tbody>
            </table>
        }
        .drawn()
    })
}

/// What was told of the draws, and how anybody can check them.
fn drawing(lang: Lang, told: &[Told]) -> Markup {
    let lines = told.iter().map(|it| {
        let seed = match &it.seed {
            Some(seed) => view! { <code class="hash">{seed.clone()}</code> }.drawn(),
            None => view! { <span class="quiet">{words::review_draw_waits(lang)}</span> }.drawn(),
        };
        let when = words::review_draw_told(lang, date::day(lang, wall(it.told_at).date()));
        view! {
            <dl class="draw">
                <div class="row"><dt>{words::review_draw_month(lang)}</dt><dd>{named(lang, it.month)}</dd></div>
                <div class="row"><dt>{words::review_draw_hash(lang)}</dt><dd><code class="hash">{it.commitment.clone()}</code>" "<small>{when}</small></dd></div>
                <div class="row"><dt>{words::review_draw_seed(lang)}</dt><dd>{seed}</dd></div>
            </dl>
        }
    });
    view! {
        <details class="card">
            <summary><h2>{words::review_draw_title(lang)}</h2></summary>
            <p>{words::review_draw_text(lang)}</p>
            <p>{words::review_draw_check(lang)}</p>
            {lines.collect_view()}
        </details>
    }
    .drawn()
}
