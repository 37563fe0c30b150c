//! Facts and answers as pairs of a name and a value.

use crate::parts::markup::{Drawn as _, Markup};
use leptos::prelude::*;

pub(crate) fn facts(rows: Vec<(String, String)>) -> Markup {
    let rows = rows.into_iter().map(|(name, value)| view! { <div class="row"><dt>{name}</dt><dd>{value}</dd></div> });
    view! { <dl>{rows.collect_view()}</dl> }.drawn()
}
