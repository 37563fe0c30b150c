//! One line of text.

use crate::parts::markup::{Drawn as _, Markup};
use leptos::prelude::*;

use crate::parts::question::Question;

/// How a line is typed.
#[derive(Clone, Copy)]
pub(crate) struct Line {
    pub(crate) kind: &'static str,
    pub(crate) mode: Option<&'static str>,
    /// The browser's own word for what belongs here, or `off` where a shared phone must not remember it.
    pub(crate) autocomplete: &'static str,
    pub(crate) class: Option<&'static str>,
}

impl Line {
    pub(crate) const TEXT: Line = Line { kind: "text", mode: None, autocomplete: "off", class: None };

    pub(crate) const fn of(autocomplete: &'static str) -> Line {
        Line { autocomplete, ..Line::TEXT }
    }

    pub(crate) const fn short(self) -> Line {
        Line { class: Some("short"), ..self }
    }

    pub(crate) const fn digits(self) -> Line {
        Line { mode: Some("numeric"), ..self }
    }
}

pub(crate) fn input(question: &Question, line: Line) -> Markup {
    question.framed(
        view! {
            <input
                class=line.class
                type=line.kind
                id=question.id.to_string()
                name=question.name
                value=question.typed.clone()
                inputmode=line.mode
                autocomplete=line.autocomplete
                spellcheck="false"
                aria-describedby=question.described_by()
                aria-invalid=question.invalid()
            />
        }
        .drawn(),
    )
}

/// A value that goes along unseen.
pub(crate) fn hidden(name: &'static str, value: &str) -> Markup {
    view! { <input type="hidden" name=name value=crate::parts::typed::shown(value)/> }.drawn()
}
