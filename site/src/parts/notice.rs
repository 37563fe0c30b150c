//! Something that she must know before the rest of the page, and that no single field is to blame for.

use leptos::prelude::*;

pub(crate) fn notice(title: &str, sentences: impl IntoIterator<Item = String>) -> AnyView {
    let title = title.to_owned();
    let rest = sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    view! { <div class="notice" role="alert" tabindex="-1"><p><strong>{title}</strong></p>{rest}</div> }.into_any()
}
