//! One of a few answers, each a whole row. None is chosen before she chooses.

use crate::parts::markup::{Drawn as _, Markup};
use leptos::prelude::*;

use crate::parts::question::Question;

/// A value as it is sent and the words beside it.
pub(crate) type Answer = (&'static str, &'static str);

pub(crate) fn radios(question: &Question, answers: &[Answer]) -> Markup {
    let rows = answers.iter().enumerate().map(|(at, (value, label))| {
        // The first has the field's own id: the summary leads to it.
        let id = if at == 0 { question.id.to_string() } else { format!("{}-{value}", question.id) };
        view! {
            <label class="radio" for=id.clone()>
                <input type="radio" id=id.clone() name=question.name value=*value checked=question.typed == *value/>
                {*label}
            </label>
        }
    });
    question.grouped(rows.collect_view().drawn())
}
