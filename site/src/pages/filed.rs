//! The same form came twice: one complaint, and where to see it.

use crate::parts::markup::Drawn as _;
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::AlreadyFiledPage;
use crate::parts::shell::{Shell, Switch, document};

pub(crate) fn draw(lang: Lang, it: &AlreadyFiledPage) -> String {
    document(lang, &Shell::private(words::filed_title(lang), Switch::Link("track/".to_owned())), || {
        view! {
            <h1>{words::filed_title(lang)}</h1>
            <p class="lead">{words::filed_text(lang)}</p>
            <div class="card ticket">
                <p class="over">{words::receipt_number(lang)}</p>
                <p class="number">{it.number.to_string()}</p>
            </div>
            <p>
                <a class="go" href=format!("/{lang}/track/")>{words::filed_open(lang)}</a>
                " "
                <a class="second" href=format!("/{lang}/file/")>{words::filed_new(lang)}</a>
            </p>
        }
        .drawn()
    })
}
