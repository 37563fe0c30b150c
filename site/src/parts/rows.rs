//! Complaints as rows of a list; on a phone each is a card.

use crate::parts::markup::{Drawn as _, Markup};
use domain::Timestamp;
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::StageShown;
use crate::page::desk::Row;
use crate::parts::due::{Due, due};

/// The list; with a box to tick on each row where something can be done to many.
pub(crate) fn rows(lang: Lang, rows: &[Row], now: Timestamp, picks: bool) -> Markup {
    let pick = picks.then(|| view! { <td class="pick"></td> });
    let lines = rows.iter().map(|it| row(lang, it, now, picks)).collect_view();
    view! {
        <table class="list">
            <thead>
                <tr>
                    {pick}
                    <th scope="col">{words::desk_head_due(lang)}</th>
                    <th scope="col">{words::desk_head_number(lang)}</th>
                    <th scope="col">{words::desk_head_matter(lang)}</th>
                    <th scope="col">{words::desk_head_stage(lang)}</th>
                    <th scope="col">{words::desk_head_officer(lang)}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .drawn()
}

fn row(lang: Lang, it: &Row, now: Timestamp, picks: bool) -> Markup {
    let number = it.number.to_string();
    let address = format!("/desk/complaints/{number}");
    view! {
        <tr>
            {picks.then(|| pick(lang, &number))}
            <td class="when">{due(lang, &Due { at: it.due_at, stage: it.stage, paused: it.paused }, now)}</td>
            <td class="num"><a href=address>{number}</a></td>
            <td class="what">{it.category.get(lang).to_owned()}<small>{it.place.get(lang).to_owned()}" · "{words::desk::channel(lang, it.channel)}</small></td>
            <td class="how">{stage(lang, it)}</td>
            <td class="who">{officer(lang, it)}</td>
        </tr>
    }
    .drawn()
}

fn pick(lang: Lang, number: &str) -> Markup {
    let id = format!("pick-{number}");
    view! {
        <td class="pick">
            <label for=id.clone()>
                <input type="checkbox" id=id.clone() name="number" value=number.to_owned() autocomplete="off"/>
                <span class="vh">{words::desk_pick(lang, number)}</span>
            </label>
        </td>
    }
    .drawn()
}

/// Where it stands: the stage, and within an officer's work the last thing that was done.
fn stage(lang: Lang, it: &Row) -> Markup {
    let name = match it.stage {
        StageShown::Unassigned => words::desk_view_unassigned(lang),
        StageShown::Assigned => words::desk::progress(lang, it.progress),
        StageShown::Disposed => words::status_disposed(lang),
        StageShown::InAppeal => words::status_appeal(lang),
    };
    let up = (it.level > 0).then(|| view! { <small>"↑ "{words::desk_level_up(lang, it.level)}</small> });
    view! { {name}{up} }.drawn()
}

fn officer(lang: Lang, it: &Row) -> Markup {
    let needed = (it.woman_officer && it.officer.is_none() && it.stage.is_open()).then(|| view! { <small>{words::desk_woman_needed(lang)}</small> });
    match &it.officer {
        Some((rank, name)) => view! { {name.get(lang).to_owned()}<small>{rank.get(lang).to_owned()}</small> }.drawn(),
        None => view! { <span aria-hidden="true">"—"</span><span class="vh">{words::desk_nobody(lang)}</span>{needed} }.drawn(),
    }
}
