//! Danger now: numbers before anything else.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::parts::help;
use crate::parts::shell::{Shell, document};

pub(crate) fn draw(lang: Lang) -> String {
    document(lang, &Shell::public(words::danger_title(lang), "danger/", words::danger_lead(lang)), move || {
        let lines = help::LINES.iter().enumerate().map(|(at, line)| dial(lang, line, at == 0));
        view! {
            <h1>{words::danger_title(lang)}</h1>
            <p class="lead">{words::danger_lead(lang)}</p>
            <div class="dials">{lines.collect_view()}</div>
            <h2>{words::danger_silent(lang)}</h2>
            <p>{words::danger_silent_text(lang)}</p>
            <h2>{words::danger_after(lang)}</h2>
            <p>{words::danger_after_text(lang)}</p>
            <p><a class="go go-quiet" href=format!("/{lang}/file/")>{words::home_start(lang)}</a></p>
        }
        .drawn()
    })
}

fn dial(lang: Lang, line: &help::Line, first: bool) -> Markup {
    view! {
        <div class=if first { "card first" } else { "card" }>
            <a href=format!("tel:{}", line.number)>
                <b class="dial">{line.number}</b>
                <span class="call">{words::danger_call(lang, line.number)}</span>
            </a>
            <p>{(line.about)(lang)}</p>
        </div>
    }
    .drawn()
}
