//! One of many answers, in the browser's own list.

use crate::parts::markup::{Drawn as _, Markup};
use leptos::prelude::*;

use crate::parts::question::Question;

/// Options that belong together, under a name or without one.
pub(crate) struct Options {
    pub(crate) name: Option<String>,
    pub(crate) rows: Vec<(String, String)>,
}

impl Options {
    pub(crate) fn plain(rows: impl IntoIterator<Item = (String, String)>) -> Options {
        Options { name: None, rows: rows.into_iter().collect() }
    }
}

pub(crate) fn select(question: &Question, groups: &[Options]) -> Markup {
    let offered = groups.iter().any(|group| group.rows.iter().any(|(value, _)| *value == question.typed));
    // What was typed stays, even where the list does not offer it.
    let other = (!offered && !question.typed.is_empty()).then(|| option(&question.typed, &question.typed, true));
    let lists = groups.iter().map(|group| {
        let rows = group.rows.iter().map(|(value, label)| option(value, label, *value == question.typed)).collect_view();
        match &group.name {
            Some(name) => view! { <optgroup label=name.clone()>{rows}</optgroup> }.drawn(),
            None => rows.drawn(),
        }
    });
    question.framed(
        view! {
            <select
                id=question.id.to_string()
                name=question.name
                autocomplete="off"
                aria-describedby=question.described_by()
                aria-invalid=question.invalid()
            >
                {other}
                {lists.collect_view()}
            </select>
        }
        .drawn(),
    )
}

fn option(value: &str, label: &str, selected: bool) -> Markup {
    view! { <option value=value.to_owned() selected=selected>{label.to_owned()}</option> }.drawn()
}
