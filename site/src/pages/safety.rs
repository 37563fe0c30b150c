//! How to leave no trace on a phone that others see.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::parts::back::back;
use crate::parts::help;
use crate::parts::shell::{Shell, document};

pub(crate) fn draw(lang: Lang) -> String {
    document(lang, &Shell::public(words::safety_title(lang), "safety/", words::safety_lead(lang)), move || {
        let calls = help::LINES.iter().take(3).map(|line| {
            view! { <li><a href=format!("tel:{}", line.number)>{line.number}</a>" · "{(line.about)(lang)}</li> }
        });
        view! {
            {back(lang, format!("/{lang}/"))}
            <h1>{words::safety_title(lang)}</h1>
            <p class="lead">{words::safety_lead(lang)}</p>
            {part(words::safety_leave(lang), &[words::safety_leave_1(lang), words::safety_leave_2(lang), words::safety_leave_3(lang)])}
            {part(words::safety_private(lang), &[words::safety_private_1(lang), words::safety_private_2(lang)])}
            {part(words::safety_clear(lang), &[words::safety_clear_1(lang), words::safety_clear_2(lang), words::safety_clear_3(lang)])}
            {part(words::safety_texts(lang), &[words::safety_texts_1(lang), words::safety_texts_2(lang), words::safety_texts_3(lang)])}
            <div class="card calm"><h2>{words::safety_other(lang)}</h2><p>{words::safety_other_text(lang)}</p></div>
            <h2>{words::safety_call(lang)}</h2>
            <ul class="plain">{calls.collect_view()}</ul>
        }
        .drawn()
    })
}

fn part(name: &'static str, lines: &[&'static str]) -> Markup {
    let lines = lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view();
    view! { <h2>{name}</h2><ul class="plain">{lines}</ul> }.drawn()
}
