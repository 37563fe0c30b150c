//! A line of steps read downwards: who has it and who next, or what happened.

use crate::parts::markup::{Drawn as _, Markup};
use leptos::prelude::*;

pub(crate) struct Step {
    pub(crate) name: String,
    /// Each on a line of its own.
    pub(crate) notes: Vec<String>,
    /// What somebody wrote about it: who, and the words.
    pub(crate) said: Vec<(String, String)>,
    pub(crate) now: bool,
}

impl Step {
    pub(crate) fn new(name: impl Into<String>, note: impl Into<String>) -> Step {
        Step { name: name.into(), notes: vec![note.into()], said: Vec::new(), now: false }
    }

    pub(crate) fn now(self) -> Step {
        Step { now: true, ..self }
    }
}

pub(crate) fn ladder(steps: Vec<Step>) -> Markup {
    let steps = steps.into_iter().map(|step| {
        let notes = step.notes.into_iter().filter(|note| !note.is_empty()).map(|note| view! { <small>{note}</small> }).collect_view();
        let said = step.said.into_iter().map(|(who, words)| view! { <blockquote>{words}<small>{who}</small></blockquote> }).collect_view();
        view! { <li class=step.now.then_some("now")><b>{step.name}</b>{notes}{said}</li> }
    });
    view! { <ol class="ladder">{steps.collect_view()}</ol> }.drawn()
}
