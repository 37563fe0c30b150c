//! What every control has: a label, a hint, a fault, and the ids that tie them together.

use std::borrow::Cow;

use crate::parts::markup::{Drawn as _, Markup};
use domain::fault::{Fault, Field};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::parts::summary;

/// A control of a form and how it is asked for.
pub(crate) struct Question {
    pub(crate) lang: Lang,
    /// As it is sent.
    pub(crate) name: &'static str,
    pub(crate) id: Cow<'static, str>,
    pub(crate) typed: String,
    label: &'static str,
    hint: Option<String>,
    optional: bool,
    fault: Option<String>,
}

impl Question {
    pub(crate) fn new(lang: Lang, field: Field, typed: &str, faults: &[Fault]) -> Question {
        let fault = faults.iter().find(|fault| fault.field == field).map(|fault| words::fault(lang, *fault).into_owned());
        Question { fault, ..Question::named(lang, field.tag(), words::label(lang, field), typed) }
    }

    /// A control that is no field of the citizens' forms.
    pub(crate) fn named(lang: Lang, name: &'static str, label: &'static str, typed: &str) -> Question {
        Question { lang, name, id: Cow::Borrowed(name), typed: crate::parts::typed::shown(typed), label, hint: None, optional: false, fault: None }
    }

    /// Another id than the field's name, where a page asks for it twice.
    pub(crate) fn at(self, id: impl Into<Cow<'static, str>>) -> Question {
        Question { id: id.into(), ..self }
    }

    pub(crate) fn hint(self, hint: impl Into<String>) -> Question {
        Question { hint: Some(hint.into()), ..self }
    }

    pub(crate) fn optional(self) -> Question {
        Question { optional: true, ..self }
    }

    /// Another name than the field has elsewhere.
    pub(crate) fn label(self, label: &'static str) -> Question {
        Question { label, ..self }
    }

    /// What stands in it as long as nothing was typed.
    pub(crate) fn or_typed(self, typed: &str) -> Question {
        if self.typed.is_empty() { Question { typed: typed.to_owned(), ..self } } else { self }
    }

    /// A fault that comes from elsewhere than the list.
    pub(crate) fn fault(self, fault: Option<String>) -> Question {
        Question { fault, ..self }
    }

    pub(crate) fn is_wrong(&self) -> bool {
        self.fault.is_some()
    }

    pub(crate) fn invalid(&self) -> Option<&'static str> {
        self.is_wrong().then_some("true")
    }

    /// The ids of hint and fault, in the order in which they are read.
    pub(crate) fn described_by(&self) -> Option<String> {
        let hint = self.hint.is_some().then(|| format!("{}-hint", self.id));
        let fault = self.is_wrong().then(|| format!("{}-why", self.id));
        let ids: Vec<String> = [hint, fault].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn label_text(&self) -> Markup {
        let optional = self.optional.then(|| view! { <span class="opt">" "{words::optional(self.lang)}</span> });
        view! { {self.label}{optional} }.drawn()
    }

    fn notes(&self) -> Markup {
        let hint = self.hint.clone().map(|hint| view! { <span class="hint" id=format!("{}-hint", self.id)>{hint}</span> });
        let fault = self.fault.clone().map(|fault| {
            view! { <span class="why" id=format!("{}-why", self.id)><span class="vh">{words::error_before(self.lang)}" "</span>{fault}</span> }
        });
        view! { {hint}{fault} }.drawn()
    }

    fn class(&self) -> &'static str {
        if self.is_wrong() { "field wrong" } else { "field" }
    }

    /// Label, hint, fault, and then the one control they belong to.
    pub(crate) fn framed(&self, control: Markup) -> Markup {
        view! { <div class=self.class()><label for=self.id.to_string()>{self.label_text()}</label>{self.notes()}{control}</div> }.drawn()
    }

    /// The same for a group of controls.
    pub(crate) fn grouped(&self, controls: Markup) -> Markup {
        view! {
            <fieldset class=self.class() aria-describedby=self.described_by()>
                <legend>{self.label_text()}</legend>
                {self.notes()}
                {controls}
            </fieldset>
        }
        .drawn()
    }
}

/// The summary's lines for a list of faults. A field that is no control of the page leads to `elsewhere`.
pub(crate) fn lines(lang: Lang, faults: &[Fault], controls: &[Field], elsewhere: &'static str) -> Vec<summary::Line> {
    let target = |field: Field| if controls.contains(&field) { field.tag() } else { elsewhere };
    let line = |fault: &Fault| summary::Line { target: target(fault.field).into(), sentence: words::fault(lang, *fault).into_owned() };
    faults.iter().map(line).collect()
}
