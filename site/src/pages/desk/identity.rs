//! Who she is, as far as this officer has opened it, and how she may be reached.

use crate::parts::markup::{Drawn as _, Markup};
use domain::access::DeskMove;
use domain::fault::Field;
use domain::filing::Relation;
use domain::lang::Lang;
use leptos::prelude::*;

use super::forms::{self, Form};
use crate::page::Onward;
use crate::page::desk::{AboutField, CasePage, Identity};
use crate::pages::form::relation_name;
use crate::parts::answers::facts;
use crate::parts::typed::shown;

pub(super) fn identity(lang: Lang, it: &CasePage) -> Markup {
    let inside = match &it.identity {
        Identity::Masked { name, phone } => masked(lang, it, name, phone),
        Identity::Open { fields, phone, word } => open(lang, it, fields, (phone, word.as_deref())),
        Identity::Erased => view! { <p class="quiet">{words::case_erased(lang)}</p> }.drawn(),
    };
    view! { <section class="card identity"><h2>{words::case_identity(lang)}</h2>{inside}</section> }.drawn()
}

fn masked(lang: Lang, it: &CasePage, name: &str, phone: &str) -> Markup {
    let proof = || {
        let address = Onward::Case(it.complaint.number.clone()).sign_in();
        view! { <p id=DeskMove::Look.tag()><a class="go go-quiet" href=address>{words::proof_open(lang)}</a></p> }.drawn()
    };
    let look = it.may(DeskMove::Look).then(|| {
        if !it.head.session.proven {
            return proof();
        }
        let form = Form::new(lang, it, DeskMove::Look);
        view! {
            <details id=DeskMove::Look.tag() open=form.came_back()>
                <summary>{words::case_look_open(lang)}</summary>
                {forms::form(&form)}
            </details>
        }
        .drawn()
    });
    let number = (!phone.is_empty()).then(|| view! { " · "<b>{shown(phone)}</b> });
    view! {
        <p><b>{shown(name)}</b>{number}" "<span class="quiet">{words::case_masked(lang)}</span></p>
        <p class="say">{if phone.is_empty() { words::case_no_phone(lang).to_owned() } else { reach(lang, it) }}</p>
        {look}
    }
    .drawn()
}

fn open(lang: Lang, it: &CasePage, fields: &[(AboutField, String)], (phone, word): (&str, Option<&str>)) -> Markup {
    let word = word.map(|word| view! { <p><strong>{words::say_desk_word(lang, shown(word))}</strong></p> });
    view! {
        {facts(named(lang, fields))}
        {word}
        {call(lang, it, phone)}
        {(!phone.is_empty()).then(|| view! { <p class="say">{reach(lang, it)}</p> })}
        <p class="say">{words::case_open_note(lang)}</p>
    }
    .drawn()
}

/// The button for a call stands beside the warning, and is no button where she said no.
fn call(lang: Lang, it: &CasePage, phone: &str) -> Markup {
    if phone.is_empty() {
        return view! { <p class="warn">{words::case_no_phone(lang)}</p> }.drawn();
    }
    let dialled: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let contact = &it.contact;
    if !contact.call {
        return view! { <p><b>{shown(phone)}</b></p><p class="warn">{words::case_no_call(lang)}</p> }.drawn();
    }
    let class = if contact.now_is_safe { "go" } else { "go go-quiet" };
    let warning = (!contact.now_is_safe).then(|| view! { <p class="warn">{words::case_unsafe(lang)}</p> });
    view! { {warning}<p><a class=class href=format!("tel:{dialled}")>{words::case_call(lang, shown(phone))}</a></p> }.drawn()
}

/// How she may be reached.
fn reach(lang: Lang, it: &CasePage) -> String {
    let hours = match (&it.contact.hours, it.contact.call) {
        (_, false) => words::case_no_call(lang).to_owned(),
        (Some(hours), true) => words::case_hours(lang, hours),
        (None, true) => words::case_hours_none(lang).to_owned(),
    };
    let texts = if it.contact.sms { words::case_sms_yes(lang) } else { words::case_sms_no(lang) };
    [hours.as_str(), texts].join(" · ")
}

/// Fields as facts for an officer: a relation and the name beside it are one.
pub(super) fn named(lang: Lang, fields: &[(AboutField, String)]) -> Vec<(String, String)> {
    let of = |wanted: Field| fields.iter().find(|(field, _)| *field == wanted).map(|(_, value)| value.as_str());
    let relation = of(Field::Relation).and_then(|tag| Relation::ALL.into_iter().find(|relation| relation.tag() == tag));
    let beside = relation.map_or_else(|| words::label(lang, Field::RelativeName), |relation| relation_name(lang, relation));
    let named = fields.iter().filter(|(field, value)| *field != Field::Relation && !value.trim().is_empty());
    named.map(|(field, value)| (label(lang, *field, beside).to_owned(), shown(value))).collect()
}

/// What a field is called where it does not speak to her.
fn label(lang: Lang, field: Field, beside: &'static str) -> &'static str {
    match field {
        Field::Name => words::case_field_name(lang),
        Field::HappenedOn => words::case_field_happened_on(lang),
        Field::Account => words::case_account(lang),
        Field::RelativeName => beside,
        _ => words::label(lang, field),
    }
}
