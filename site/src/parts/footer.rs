//! The foot of every page: whom to call, how to leave no trace, what is kept.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::parts::help;

pub(crate) fn footer(lang: Lang) -> Markup {
    let lines = help::LINES.iter().map(|line| {
        view! { <li><a href=format!("tel:{}", line.number)><b>{line.number}</b>" "{(line.whom)(lang)}</a></li> }
    });
    view! {
        <footer class="foot">
            <div class="wrap">
                <h2>{words::help_title(lang)}</h2>
                <ul>{lines.collect_view()}</ul>
                <ul>
                    <li><a href=format!("/{lang}/safety/")>{words::footer_safety(lang)}</a></li>
                    <li><a href=format!("/{lang}/privacy/")>{words::footer_privacy(lang)}</a></li>
                </ul>
            </div>
        </footer>
    }
    .drawn()
}
