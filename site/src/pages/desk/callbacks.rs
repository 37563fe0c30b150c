//! What nobody proved and waits for a call.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::StageShown;
use crate::page::callback::{CallbackDone, CallbacksPage};
use crate::parts::console::console;
use crate::parts::due::{Due, due};
use crate::parts::notice::notice;

pub(crate) fn draw(lang: Lang, it: &CallbacksPage) -> String {
    console(lang, &it.head, words::callback_title(lang), false, "", || {
        let list = if it.rows.is_empty() { view! { <p class="card nothing">{words::callback_none(lang)}</p> }.drawn() } else { table(lang, it) };
        view! {
            {it.done.as_ref().map(|done| notice(words::callback_title(lang), [said(lang, done)]))}
            <h1>{words::callback_title(lang)}</h1>
            <p>{words::callback_lead(lang)}</p>
            {list}
        }
        .drawn()
    })
}

/// What became of one.
pub fn said(lang: Lang, done: &CallbackDone) -> String {
    match done {
        CallbackDone::Registered(number) => words::callback_done_registered(lang, number.to_string()),
        CallbackDone::Tried => words::callback_done_tried(lang).to_owned(),
        CallbackDone::Dropped => words::callback_done_dropped(lang).to_owned(),
    }
}

fn table(lang: Lang, it: &CallbacksPage) -> Markup {
    let lines = it.rows.iter().map(|row| {
        view! {
            <tr>
                <td class="when">{due(lang, &Due { at: row.call_by, stage: StageShown::Unassigned, paused: None }, it.now)}</td>
                <td class="what"><a href=format!("/desk/callbacks/{}", row.filing)>{row.category.get(lang).to_owned()}</a><small>{row.place.get(lang).to_owned()}</small></td>
            </tr>
        }
    });
    view! {
        <table class="list">
            <thead><tr><th scope="col">{words::callback_by(lang)}</th><th scope="col">{words::desk_head_matter(lang)}</th></tr></thead>
            <tbody>{lines.collect_view()}</tbody>
        </table>
    }
    .drawn()
}
