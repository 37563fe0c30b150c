//! What a search found: open complaints, most urgent first, and closed ones.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::desk::SearchPage;
use crate::parts::console::console;
use crate::parts::rows::rows;

pub(crate) fn draw(lang: Lang, it: &SearchPage) -> String {
    console(lang, &it.head, words::desk_found_title(lang), false, &it.q, || {
        let count = |all: &[_]| i64::try_from(all.len()).unwrap_or(i64::MAX);
        let open = (!it.open.is_empty()).then(|| view! { <h2>{words::desk_found_open(lang, count(&it.open))}</h2>{rows(lang, &it.open, it.now, false)} });
        let closed =
            (!it.closed.is_empty()).then(|| view! { <h2>{words::desk_found_closed(lang, count(&it.closed))}</h2>{rows(lang, &it.closed, it.now, false)} });
        let more = it.more.then(|| view! { <p class="quiet">{words::desk_found_more(lang)}</p> });
        let ended = it.ended.then(|| view! { <p class="quiet">{words::desk_found_ended(lang)}</p> });
        view! {
            <h1>{words::desk_found_title(lang)}</h1>
            {nothing(lang, it)}
            {open}
            {closed}
            {more}
            {ended}
        }
        .drawn()
    })
}

fn nothing(lang: Lang, it: &SearchPage) -> Option<Markup> {
    let sentence = if it.q.trim().is_empty() { words::desk_found_ask(lang) } else { words::desk_found_none(lang) };
    (it.open.is_empty() && it.closed.is_empty()).then(|| view! { <div class="card nothing"><p>{sentence}</p></div> }.drawn())
}
