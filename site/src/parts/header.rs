//! The name of the service and the switch to the other language, written in that language.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::parts::input::hidden;
use crate::parts::shell::Switch;

pub(crate) fn header(lang: Lang, switch: &Switch) -> Markup {
    view! {
        <header class="top">
            <div class="wrap">
                {language(lang, switch)}
                <a class="mark" href=format!("/{lang}/")>{words::brand(lang)}<small>{words::brand_line(lang)}</small></a>
            </div>
        </header>
    }
    .drawn()
}

fn language(lang: Lang, switch: &Switch) -> Markup {
    let other = lang.other();
    let name = words::language_other(lang);
    match switch {
        Switch::Link(address) => {
            let href = format!("/{other}/{address}");
            view! { <a class="lang" lang=other.tag() hreflang=other.tag() href=href>{name}</a> }.drawn()
        }
        // Enter in a field presses a form's first button, so the real one has to stand before the switch.
        Switch::Typed(form) => view! {
            <button class="vh" form=*form type="submit" tabindex="-1" aria-hidden="true">{words::go_on(lang)}</button>
            <button class="lang" form=*form type="submit" lang=other.tag() name="switch" value=other.tag() formaction=format!("/{other}/complaints")>
                {name}
            </button>
        }
        .drawn(),
        Switch::Draft(draft) => view! {
            <form method="post" action=format!("/{other}/complaints/change") novalidate>
                {hidden("draft", draft)}
                <button class="lang" type="submit" lang=other.tag()>{name}</button>
            </form>
        }
        .drawn(),
    }
}
