//! Facts and answers as pairs of a name and a value.

use leptos::prelude::*;

pub(crate) fn facts(rows: Vec<(String, String)>) -> AnyView {
    let rows = rows.into_iter().map(|(name, value)| view! { <div class="row"><dt>{name}</dt><dd>{value}</dd></div> });
    view! { <dl>{rows.collect_view()}</dl> }.into_any()
}
