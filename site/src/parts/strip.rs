//! The strip at the top of every page: help now, and a way out. It never moves.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

pub(crate) fn strip(lang: Lang) -> Markup {
    view! {
        <nav class="strip" aria-label=words::strip_label(lang)>
            <div class="wrap">
                <a class="exit" href="/exit" rel="nofollow">{words::exit(lang)}<b aria-hidden="true">"✕"</b></a>
                <a href=format!("/{lang}/danger/")>{words::strip_danger(lang)}</a>
                " "<a href="tel:112">"112"</a>
                " · "<a href="tel:1090">"1090"</a>
            </div>
        </nav>
    }
    .drawn()
}
