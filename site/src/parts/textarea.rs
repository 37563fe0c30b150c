//! Many lines of text. The only place with a textarea: Leptos leaves what stands inside one unescaped.

use crate::parts::markup::{Drawn as _, Markup};
use leptos::prelude::*;

use crate::parts::question::Question;
use crate::parts::typed::escaped;

/// With room for so many characters, of which a script shows how many are left.
pub(crate) fn textarea(question: &Question, rows: u8, longest: usize) -> Markup {
    let left = view! {
        <span class="hint" id=format!("{}-left", question.id) aria-live="polite" hidden data-text=words::hint_account_left(question.lang)></span>
    };
    question.framed(view! { {area(question, rows, Some(longest.to_string()))}{left} }.drawn())
}

/// The same for officers, who are told afterwards if it is too long.
pub(crate) fn words_of(question: &Question, rows: u8) -> Markup {
    question.framed(area(question, rows, None))
}

fn area(question: &Question, rows: u8, longest: Option<String>) -> Markup {
    // A browser drops the first line break inside; this one is there to be dropped instead of hers.
    let inside = format!("\n{}", escaped(&question.typed));
    view! {
        <textarea
            id=question.id.to_string()
            name=question.name
            rows=rows.to_string()
            autocomplete="off"
            data-max=longest
            aria-describedby=question.described_by()
            aria-invalid=question.invalid()
            inner_html=inside
        ></textarea>
    }
    .drawn()
}
