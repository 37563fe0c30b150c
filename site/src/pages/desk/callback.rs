//! One filing that waits for a call: when, how, and what she says.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

use super::identity::named;
use crate::page::callback::{CallbackMove, CallbackOpen, CallbackPage};
use crate::parts::answers::facts;
use crate::parts::console::{console, token};
use crate::parts::typed::shown;

pub(crate) fn draw(lang: Lang, it: &CallbackPage) -> String {
    console(lang, &it.head, words::callback_title(lang), false, "", || {
        view! {
            <p class="noprint"><a class="back" href="/desk/callbacks">"‹ "{words::callback_title(lang)}</a></p>
            <h1>{it.row.category.get(lang).to_owned()}</h1>
            <section class="card">{facts(about(lang, it))}{unsafe_now(lang, it)}</section>
            <section class="card">
                <h2>{words::case_identity(lang)}</h2>
                {it.open.as_ref().map_or_else(|| masked(lang, it), |open| opened(lang, it, open))}
            </section>
            {it.open.is_some().then(|| answers(lang, it))}
        }
        .drawn()
    })
}

fn about(lang: Lang, it: &CallbackPage) -> Vec<(String, String)> {
    let hours = it.hours.clone().map_or_else(|| words::case_hours_none(lang).to_owned(), |hours| words::case_hours(lang, hours));
    vec![
        (words::callback_where(lang).to_owned(), it.row.place.get(lang).to_owned()),
        (words::callback_filed(lang).to_owned(), date::moment(lang, it.filed_at)),
        (words::callback_by(lang).to_owned(), date::moment(lang, it.row.call_by)),
        (words::callback_hours(lang).to_owned(), hours),
        (words::callback_spoken(lang).to_owned(), spoken(lang, it.spoken).to_owned()),
        (words::callback_tries(lang).to_owned(), it.tries.to_string()),
    ]
}

fn unsafe_now(lang: Lang, it: &CallbackPage) -> Option<Markup> {
    (!it.now_is_safe).then(|| view! { <p class="warn">{words::case_unsafe(lang)}</p> }.drawn())
}

fn masked(lang: Lang, it: &CallbackPage) -> Markup {
    view! { <p>{words::callback_masked(lang)}</p>{button(it, CallbackMove::Look, "go", words::callback_look(lang))} }.drawn()
}

fn opened(lang: Lang, it: &CallbackPage, open: &CallbackOpen) -> Markup {
    let dialled: String = open.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let class = if it.now_is_safe { "go" } else { "go go-quiet" };
    view! {
        {facts(named(lang, &open.fields))}
        <p><a class=class href=format!("tel:{dialled}")>{words::case_call(lang, shown(&open.phone))}</a></p>
        <p class="say">{words::callback_careful(lang)}</p>
    }
    .drawn()
}

fn answers(lang: Lang, it: &CallbackPage) -> Markup {
    view! {
        <section class="card">
            <h2>{words::callback_what(lang)}</h2>
            <p>{words::callback_register_why(lang)}</p>
            {button(it, CallbackMove::Register, "go", words::callback_register(lang))}
            {button(it, CallbackMove::Tried, "go go-quiet", words::callback_tried(lang))}
            <details>
                <summary>{words::callback_drop(lang)}</summary>
                <p class="warn">{words::callback_drop_why(lang)}</p>
                {button(it, CallbackMove::Drop, "go go-quiet", words::callback_drop_yes(lang))}
            </details>
        </section>
    }
    .drawn()
}

fn spoken(lang: Lang, it: Lang) -> &'static str {
    match it {
        Lang::Hi => words::callback_in_hindi(lang),
        Lang::En => words::callback_in_english(lang),
    }
}

fn button(it: &CallbackPage, wanted: CallbackMove, class: &'static str, text: &'static str) -> Markup {
    view! {
        <form method="post" action=format!("/desk/callbacks/{}/{}", it.row.filing, wanted.tag()) novalidate>
            {token(&it.head)}
            <p><button class=class type="submit">{text}</button></p>
        </form>
    }
    .drawn()
}
