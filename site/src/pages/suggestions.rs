//! What was taken up of what people suggested, for everybody to read.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

use super::complaint::holder_name;
use crate::page::suggestion::{SuggestionRow, SuggestionsPage};
use crate::parts::shell::{Shell, Switch, document};
use crate::parts::typed::shown;

/// Below the language.
const ADDRESS: &str = "suggestions";

pub(crate) fn draw(lang: Lang, it: &SuggestionsPage) -> String {
    let here = it.before.as_deref().map_or_else(|| ADDRESS.to_owned(), page);
    let mut shell = Shell::public(words::suggestion_list(lang), ADDRESS, words::suggestion_list_lead(lang));
    shell.switch = Switch::Link(here);
    document(lang, &shell, || {
        let rows = it.rows.iter().map(|it| row(lang, it)).collect_view();
        let list = if it.rows.is_empty() {
            let said = if it.before.is_some() { words::suggestion_list_end(lang) } else { words::suggestion_list_empty(lang) };
            view! { <div class="card calm"><p>{said}</p></div> }.drawn()
        } else {
            rows.drawn()
        };
        let make = it.make.as_ref().map(|category| view! { <a class="go" href=format!("/{lang}/file/{category}/")>{words::suggestion_make(lang)}</a> });
        view! {
            <h1>{words::suggestion_list(lang)}</h1>
            <p class="lead">{words::suggestion_list_lead(lang)}</p>
            {list}
            {turn(lang, it)}
            <p>{words::suggestion_list_names(lang)}</p>
            <p>{make}</p>
        }
        .drawn()
    })
}

fn page(before: &str) -> String {
    format!("{ADDRESS}?before={before}")
}

/// Both languages are the department's own; the page's comes first.
fn row(lang: Lang, it: &SuggestionRow) -> Markup {
    let other = lang.other();
    view! {
        <article class="card">
            <h2>{shown(it.wording.get(lang))}</h2>
            <p class="hint" lang=other.tag()>{shown(it.wording.get(other))}</p>
            <p class="say">
                {words::suggestion_list_by(lang, holder_name(lang, &it.office))}
                <small>{date::day(lang, it.day)}" · "{it.service.get(lang).to_owned()}</small>
            </p>
        </article>
    }
    .drawn()
}

/// To the pages before and after this one.
fn turn(lang: Lang, it: &SuggestionsPage) -> Option<Markup> {
    let newest = it.before.is_some().then(|| view! { <a class="second" href=format!("/{lang}/{ADDRESS}")>{words::suggestion_list_newest(lang)}</a>" " });
    let older = it
        .older
        .as_deref()
        .map(|before| view! { <a class="second" rel="next" href=format!("/{lang}/{}", page(before))>{words::suggestion_list_older(lang)}" ›"</a> });
    (newest.is_some() || older.is_some()).then(|| view! { <p class="noprint">{newest}{older}</p> }.drawn())
}
