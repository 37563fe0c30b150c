//! Many lines of text. The only place with a textarea: Leptos leaves what stands inside one unescaped.

use crate::parts::markup::{Drawn as _, Markup};
use leptos::prelude::*;

use crate::parts::question::Question;
use crate::parts::typed::escaped;

pub(crate) fn textarea(question: &Question, rows: u8, longest: usize) -> Markup {
    let id = question.id.to_string();
    // A browser drops the first line break inside; this one is there to be dropped instead of hers.
    let inside = format!("\n{}", escaped(&question.typed));
    question.framed(
        view! {
            <textarea
                id=id.clone()
                name=question.field.tag()
                rows=rows.to_string()
                autocomplete="off"
                data-max=longest.to_string()
                aria-describedby=question.described_by()
                aria-invalid=question.invalid()
                inner_html=inside
            ></textarea>
            <span class="hint" id=format!("{id}-left") aria-live="polite" hidden data-text=words::hint_account_left(question.lang)></span>
        }
        .drawn(),
    )
}
