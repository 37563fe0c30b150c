//! Everything that was filed from her phone, newest first.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

use crate::page::{MinePage, MineRow};
use crate::pages::complaint::stage_chip;
use crate::parts::shell::{Shell, Switch, document};

pub(crate) fn draw(lang: Lang, it: &MinePage) -> String {
    document(lang, &Shell::private(words::say_mine(lang), Switch::Link("complaints".to_owned())), || {
        view! {
            <h1>{words::say_mine(lang)}</h1>
            <p class="lead">{words::say_mine_lead(lang)}</p>
            <ul class="choices">{it.rows.iter().map(|it| row(lang, it)).collect_view()}</ul>
            <p class="noprint">{words::status_leave(lang)}</p>
        }
        .drawn()
    })
}

fn row(lang: Lang, it: &MineRow) -> Markup {
    let due = it.stage.is_open().then(|| view! { <span>{words::status_by(lang, date::due(lang, it.due_at))}</span> });
    view! {
        <li>
            <a href=format!("/{lang}/complaints/{}", it.number)>
                <b>{it.number.to_string()}</b>
                <span>{it.category.get(lang).to_owned()}" · "{date::moment(lang, it.registered_at)}</span>
                {due}
                {stage_chip(lang, it.stage)}
            </a>
        </li>
    }
    .drawn()
}
