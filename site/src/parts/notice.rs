//! Something that she must know before the rest of the page, and that no single field is to blame for.

use crate::parts::markup::{Drawn as _, Markup};
use leptos::prelude::*;

pub(crate) fn notice(title: &str, sentences: impl IntoIterator<Item = String>) -> Markup {
    let title = title.to_owned();
    let rest = sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    view! { <div class="notice" role="alert" tabindex="-1"><p><strong>{title}</strong></p>{rest}</div> }.drawn()
}
