//! The form of a desk: how it came first, then the citizens' own questions, asked about her.

use crate::parts::markup::{Drawn as _, Markup};
use domain::fault::Field;
use domain::filing::{Relation, Typed, UNKNOWN};
use domain::lang::Lang;
use domain::policy::{Channel, Matter};
use domain::text::Account;
use leptos::prelude::*;

use crate::page::intake::IntakePage;
use crate::pages::form::{hours, relation_name, stations};
use crate::parts::answers::facts;
use crate::parts::console::{console, token};
use crate::parts::input::{Line, hidden, input};
use crate::parts::question::Question;
use crate::parts::radios::radios;
use crate::parts::select::{Options, select};
use crate::parts::summary::{self, summary};
use crate::parts::textarea::textarea;
use crate::parts::tick::tick;

/// The card that names matter and district; faults of hidden fields lead to it.
const MATTER: &str = "matter";
/// The fields that go along unseen.
const UNSEEN: [Field; 4] = [Field::Service, Field::Category, Field::District, Field::IdempotencyKey];
const SENT_ON: [Field; 3] = [Field::Source, Field::SourceNumber, Field::SourceDate];

pub(crate) fn draw(lang: Lang, it: &IntakePage<'_>) -> String {
    console(lang, &it.head, words::intake_title(lang), !it.faults.is_empty(), "", || {
        view! {
            {summary(lang, lines(lang, it))}
            <h1>{words::intake_title(lang)}</h1>
            <div id=MATTER tabindex="-1" class="card calm paper">{matter(lang, it)}</div>
            <form class="paper" method="post" action="/desk/new" novalidate>
                {token(&it.head)}
                {hidden("service", it.service.id.as_str())}
                {hidden("category", it.category.id.as_str())}
                {hidden("district", it.district.code.as_str())}
                {hidden("idempotency_key", it.typed.get(Field::IdempotencyKey))}
                {came(lang, it)}
                {who(lang, it)}
                {what(lang, it)}
                {place(lang, it)}
                {contact(lang, it)}
                {police(lang, it)}
                <p><button class="go" type="submit">{words::intake_check(lang)}</button></p>
            </form>
        }
        .drawn()
    })
}

fn lines(lang: Lang, it: &IntakePage<'_>) -> Vec<summary::Line> {
    let target = |field: Field| if UNSEEN.contains(&field) { MATTER } else { field.tag() };
    it.faults.iter().map(|fault| summary::Line { target: target(fault.field).into(), sentence: words::intake::fault(lang, *fault).into_owned() }).collect()
}

fn ask(lang: Lang, it: &IntakePage<'_>, field: Field) -> Question {
    let fault = it.faults.iter().find(|fault| fault.field == field).map(|fault| words::intake::fault(lang, *fault).into_owned());
    Question::named(lang, field.tag(), words::intake::label(lang, field), it.typed.get(field)).fault(fault)
}

fn matter(lang: Lang, it: &IntakePage<'_>) -> Markup {
    let rows = vec![
        (words::form_matter(lang).to_owned(), it.category.name.get(lang).to_owned()),
        (words::field_district(lang).to_owned(), it.district.name.get(lang).to_owned()),
    ];
    view! { {facts(rows)}<p><a href=format!("/desk/new?district={}", it.district.code)>{words::intake_other_matter(lang)}</a></p> }.drawn()
}

/// How it came; where another office sent it on, from which. Folded as long as it did not.
fn came(lang: Lang, it: &IntakePage<'_>) -> Markup {
    let ways: Vec<_> = it.service.at_desk().filter_map(|way| Some((way.tag(), words::intake::channel(lang, way)?))).collect();
    let sent_on = it.service.at_desk().any(|way| way == Channel::Reference).then(|| {
        let filled = it.typed.get(Field::Channel) == Channel::Reference.tag() || SENT_ON.iter().any(|field| !it.typed.get(*field).is_empty());
        view! {
            <details class="part" open=filled>
                <summary>{words::intake_sent_on(lang)}</summary>
                {input(&ask(lang, it, Field::Source).hint(words::hint_intake_source(lang)), Line::TEXT)}
                {input(&ask(lang, it, Field::SourceNumber), Line::TEXT.short())}
                {input(&ask(lang, it, Field::SourceDate).hint(words::hint_intake_source_date(lang)), Line::TEXT.short())}
            </details>
        }
    });
    view! { {radios(&ask(lang, it, Field::Channel), &ways)}{sent_on} }.drawn()
}

// Nothing of her is offered to the next person at this desk: no field says what belongs into it.
fn who(lang: Lang, it: &IntakePage<'_>) -> Markup {
    let relations = Relation::ALL.map(|relation| (relation.tag(), relation_name(lang, relation)));
    let tel = Line { kind: "tel", ..Line::TEXT.short() };
    view! {
        <h2 class="part">{words::intake_who(lang)}</h2>
        {input(&ask(lang, it, Field::Name), Line::TEXT)}
        {radios(&ask(lang, it, Field::Relation).hint(words::hint_relation(lang)), &relations)}
        {input(&ask(lang, it, Field::RelativeName).hint(words::hint_relative_name(lang)), Line::TEXT)}
        {input(&ask(lang, it, Field::Phone).hint(words::hint_intake_phone(lang)), tel)}
        {tick(&ask(lang, it, Field::NoPhone).hint(words::hint_intake_no_phone(lang)), words::intake_no_phone(lang))}
    }
    .drawn()
}

fn what(lang: Lang, it: &IntakePage<'_>) -> Markup {
    view! {
        <h2 class="part">{words::check_what(lang)}</h2>
        {(it.category.matter == Matter::Suggestion).then(|| view! { <p>{words::suggestion_intake(lang)}</p> })}
        {textarea(&ask(lang, it, Field::Account).hint(words::hint_intake_account(lang)), 9, Account::MAX)}
        {input(&ask(lang, it, Field::HappenedOn).hint(words::hint_happened_on(lang)).optional(), Line::TEXT)}
    }
    .drawn()
}

fn place(lang: Lang, it: &IntakePage<'_>) -> Markup {
    let unknown = (UNKNOWN.to_owned(), words::choice_unknown(lang).to_owned());
    view! {
        <h2 class="part">{words::form_where(lang)}</h2>
        {select(&ask(lang, it, Field::Station), &stations(lang, &it.stations, Some(unknown)))}
        {input(&ask(lang, it, Field::Address), Line::TEXT)}
        {input(&ask(lang, it, Field::Landmark).hint(words::hint_landmark(lang)).optional(), Line::TEXT)}
        {input(&ask(lang, it, Field::Locality).optional(), Line::TEXT)}
        {input(&ask(lang, it, Field::Pin).optional(), Line::TEXT.short().digits())}
    }
    .drawn()
}

/// The answers that an officer ticks, in the order of the questions.
pub(super) fn answers(lang: Lang, field: Field) -> Vec<(&'static str, &'static str)> {
    match field {
        Field::ContactSms => vec![("yes", words::intake_sms_yes(lang)), ("no", words::intake_sms_no(lang))],
        Field::ContactCall => vec![("yes", words::intake_call_yes(lang)), ("no", words::call_no(lang))],
        Field::OnBehalf => vec![("self", words::intake_self(lang)), ("other", words::behalf_other(lang))],
        Field::SafeHours => hours(lang).to_vec(),
        _ => Vec::new(),
    }
}

fn contact(lang: Lang, it: &IntakePage<'_>) -> Markup {
    let sms = ask(lang, it, Field::ContactSms).hint(words::hint_intake_sms(lang)).optional();
    let whom = ask(lang, it, Field::OnBehalf).hint(words::hint_intake_on_behalf(lang)).optional();
    let hours = Options::plain(answers(lang, Field::SafeHours).into_iter().map(|(value, label)| (value.to_owned(), label.to_owned())));
    view! {
        <h2 class="part">{words::form_contact(lang)}</h2>
        <p>{words::intake_contact_lead(lang)}</p>
        {radios(&sms, &answers(lang, Field::ContactSms))}
        {radios(&ask(lang, it, Field::ContactCall).hint(words::hint_contact_call(lang)).optional(), &answers(lang, Field::ContactCall))}
        {select(&ask(lang, it, Field::SafeHours).optional(), &[hours])}
        {radios(&whom, &answers(lang, Field::OnBehalf))}
    }
    .drawn()
}

/// Never folded: who sits at the desk may be from the station it is about.
fn police(lang: Lang, it: &IntakePage<'_>) -> Markup {
    view! {
        <h2 class="part">{words::accused_title(lang)}</h2>
        <p class="hint">{words::hint_accused(lang)}</p>
        {select(&ask(lang, it, Field::AccusedStation).optional(), &stations(lang, &it.stations, None))}
        {input(&ask(lang, it, Field::AccusedOfficer).hint(words::hint_accused_officer(lang)).optional(), Line::TEXT)}
    }
    .drawn()
}

/// Everything that was typed, to go along unseen.
pub(super) fn carried(typed: &Typed) -> Markup {
    let all = Typed::fields().filter(|field| !typed.get(*field).is_empty()).map(|field| hidden(field.tag(), typed.get(field)));
    all.collect_view().drawn()
}
