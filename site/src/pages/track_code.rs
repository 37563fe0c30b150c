//! The code that opens a complaint. The page says the same whether number and mobile belong together or not.

use crate::parts::markup::Drawn as _;
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

use crate::page::TrackCodePage;
use crate::parts::answers::facts;
use crate::parts::back::back;
use crate::parts::code::{self, Ways};
use crate::parts::shell::{Shell, Switch, document};
use crate::parts::typed::shown;

pub(crate) fn draw(lang: Lang, it: &TrackCodePage) -> String {
    let start = format!("/{lang}/track/");
    let shell = Shell::private(words::code_title(lang), Switch::Link("track/".to_owned())).wrong(code::is_wrong(it.code.state));
    // A code that was wrong comes back without the number it is for.
    let number = (!it.number.is_empty()).then(|| shown(&it.number));
    document(lang, &shell, || {
        let ways = Ways {
            confirm: format!("/{lang}/track/confirm"),
            resend: None,
            button: words::code_open(lang),
            sent: words::code_if_match(lang, date::clock(lang, it.code.expires_at)),
        };
        view! {
            {back(lang, start.clone())}
            {code::first(lang, &it.code)}
            <h1>{words::code_title(lang)}</h1>
            {number.map(|number| facts(vec![(words::field_number(lang).to_owned(), number)]))}
            {code::entry(lang, &it.code, ways)}
            <p>{words::code_not_arrived(lang)}" "<a href=start>{words::code_other(lang)}</a></p>
        }
        .drawn()
    })
}
