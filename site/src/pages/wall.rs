//! The wall of a unit's hearing: tokens, large, and nobody's name or number.

use crate::parts::markup::{Drawn as _, Markup};
use domain::hearing::Token;
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

use crate::page::hearing::WallPage;
use crate::parts::shell::{Shell, Switch, document};

pub(crate) fn draw(lang: Lang, it: &WallPage) -> String {
    let shell = Shell::private(words::hearing_wall(lang), Switch::Link(format!("hearings/{}", it.unit)));
    document(lang, &shell, || {
        let hours = it.hours.map_or_else(
            || words::hearing_wall_closed(lang).to_owned(),
            |(from, to)| words::hearing_wall_hours(lang, date::clock(lang, from), date::clock(lang, to)),
        );
        view! {
            <h1>{words::hearing_wall(lang)}</h1>
            <p class="lead">{it.place.get(lang).to_owned()}" · "{hours}</p>
            <div class="card"><h2>{words::hearing_wall_now(lang)}</h2>{tokens(lang, &it.called)}</div>
            <div class="card"><h2>{words::hearing_wall_next(lang)}</h2>{tokens(lang, &it.next)}</div>
        }
        .drawn()
    })
}

fn tokens(lang: Lang, all: &[Token]) -> Markup {
    if all.is_empty() {
        return view! { <p>{words::hearing_wall_nobody(lang)}</p> }.drawn();
    }
    all.iter().map(|token| view! { <p class="number">{token.to_string()}</p> }).collect_view().drawn()
}
