//! What is kept, why, who sees it, whom to ask.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::parts::back::back;
use crate::parts::shell::{Shell, document};

pub(crate) fn draw(lang: Lang) -> String {
    document(lang, &Shell::public(words::privacy_title(lang), "privacy/", words::privacy_lead(lang)), move || {
        view! {
            {back(lang, format!("/{lang}/"))}
            <h1>{words::privacy_title(lang)}</h1>
            <p class="lead">{words::privacy_lead(lang)}</p>
            {part(words::privacy_what(lang), &[words::privacy_what_text(lang)])}
            {part(words::privacy_why(lang), &[words::privacy_why_text(lang)])}
            {part(words::privacy_who(lang), &[words::privacy_who_text(lang), words::privacy_who_police(lang)])}
            {part(words::privacy_how(lang), &[words::privacy_how_text(lang)])}
            {part(words::privacy_not(lang), &[words::privacy_not_text(lang)])}
            {part(words::privacy_draft(lang), &[words::privacy_draft_text(lang)])}
            {part(words::privacy_rights(lang), &[words::privacy_rights_text(lang), words::privacy_rights_law(lang)])}
            {part(words::privacy_ask(lang), &[words::privacy_ask_text(lang)])}
        }
        .drawn()
    })
}

fn part(name: &'static str, texts: &[&'static str]) -> Markup {
    let texts = texts.iter().map(|text| view! { <p>{*text}</p> }).collect_view();
    view! { <h2>{name}</h2>{texts} }.drawn()
}
