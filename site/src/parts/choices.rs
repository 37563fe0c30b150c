//! Links as whole rows that a thumb cannot miss.

use crate::parts::markup::{Drawn as _, Markup};
use leptos::prelude::*;

pub(crate) struct Choice {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) note: String,
    /// A few words that stand out, such as a deadline.
    pub(crate) within: Option<String>,
}

pub(crate) fn choices(rows: Vec<Choice>) -> Markup {
    let rows = rows.into_iter().map(|row| {
        view! {
            <li>
                <a href=row.href>
                    <b>{row.name}</b>
                    <span>{row.note}</span>
                    {row.within.map(|within| view! { <span class="within">{within}</span> })}
                </a>
            </li>
        }
    });
    view! { <ul class="choices">{rows.collect_view()}</ul> }.drawn()
}
