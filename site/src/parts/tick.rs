//! One box to tick.

use crate::parts::markup::{Drawn as _, Markup};
use leptos::prelude::*;

use crate::parts::question::Question;

/// A box that is sent as `yes`, with its own words beside it.
pub(crate) fn tick(question: &Question, label: &'static str) -> Markup {
    question.grouped(
        view! {
            <label class="radio" for=question.id.to_string()>
                <input
                    type="checkbox"
                    id=question.id.to_string()
                    name=question.name
                    value="yes"
                    autocomplete="off"
                    checked=question.typed == "yes"
                    aria-invalid=question.invalid()
                />
                {label}
            </label>
        }
        .drawn(),
    )
}
