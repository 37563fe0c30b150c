//! The form: at most eight answers are needed, the rest may stay empty.

use crate::parts::markup::{Drawn as _, Markup};
use domain::fault::Field;
use domain::filing::{Relation, UNKNOWN};
use domain::lang::Lang;
use domain::policy::{Matter, Phones, Station};
use domain::text::Account;
use leptos::prelude::*;

use crate::page::FormPage;
use crate::parts::answers::facts;
use crate::parts::back::back;
use crate::parts::input::{Line, hidden, input};
use crate::parts::notice::notice;
use crate::parts::question::{Question, lines};
use crate::parts::radios::radios;
use crate::parts::select::{Options, select};
use crate::parts::shell::{Shell, Switch, document};
use crate::parts::summary::summary;
use crate::parts::textarea::textarea;
use crate::parts::typed::shown;

/// The form's id: the language switch in the header belongs to it.
const FORM: &str = "filing";
/// The card that names matter and district; faults of hidden fields lead to it.
const MATTER: &str = "matter";

/// The fields that have a control on this page.
const CONTROLS: [Field; 17] = [
    Field::Account,
    Field::HappenedOn,
    Field::Name,
    Field::Relation,
    Field::RelativeName,
    Field::Phone,
    Field::Station,
    Field::Address,
    Field::Landmark,
    Field::Locality,
    Field::Pin,
    Field::ContactSms,
    Field::ContactCall,
    Field::SafeHours,
    Field::OnBehalf,
    Field::AccusedStation,
    Field::AccusedOfficer,
];

pub(crate) fn draw(lang: Lang, it: &FormPage<'_>) -> String {
    let shell = Shell::private(words::form_title(lang), Switch::Typed(FORM)).wrong(!it.faults.is_empty());
    document(lang, &shell, || {
        let expired = it.expired.then(|| notice(words::form_expired(lang), []));
        view! {
            {back(lang, format!("/{lang}/file/{}/", it.category.id))}
            {summary(lang, lines(lang, &it.faults, &CONTROLS, MATTER))}
            {expired}
            <h1>{title(lang, it)}</h1>
            <div id=MATTER tabindex="-1">{matter(lang, it)}</div>
            <form id=FORM method="post" action=format!("/{lang}/complaints") novalidate>
                {unseen(it)}
                {what(lang, it)}
                {who(lang, it)}
                {place(lang, it)}
                {contact(lang, it)}
                {police(lang, it)}
                <p><button class="go" type="submit">{words::form_send(lang)}</button></p>
                <p class="hint">{words::form_send_note(lang)}</p>
            </form>
        }
        .drawn()
    })
}

/// What is asked of her. The title in the tab says the same of every matter.
fn title(lang: Lang, it: &FormPage<'_>) -> &'static str {
    match it.category.matter {
        Matter::Complaint => words::form_title(lang),
        Matter::Suggestion => words::suggestion_form_title(lang),
    }
}

fn ask(lang: Lang, it: &FormPage<'_>, field: Field) -> Question {
    Question::new(lang, field, it.typed.get(field), &it.faults)
}

fn matter(lang: Lang, it: &FormPage<'_>) -> Markup {
    facts(vec![
        (words::form_matter(lang).to_owned(), it.category.name.get(lang).to_owned()),
        (words::field_district(lang).to_owned(), it.district.name.get(lang).to_owned()),
    ])
}

/// A browser that goes back to a form fills it in with what was typed, unless its first fields have other names
/// than then. This one has a new name each time: whoever goes back after she left finds an empty form.
fn unseen(it: &FormPage<'_>) -> Markup {
    view! {
        <input type="hidden" name=format!("once-{}", shown(it.typed.get(Field::IdempotencyKey)))/>
        {hidden("service", it.service.id.as_str())}
        {hidden("category", it.category.id.as_str())}
        {hidden("district", it.district.code.as_str())}
        {hidden("idempotency_key", it.typed.get(Field::IdempotencyKey))}
        {it.replaces.as_deref().map(|draft| hidden("draft", draft))}
    }
    .drawn()
}

fn what(lang: Lang, it: &FormPage<'_>) -> Markup {
    let account = ask(lang, it, Field::Account).hint(words::hint_account(lang));
    let when = || input(&ask(lang, it, Field::HappenedOn).hint(words::hint_happened_on(lang)).optional(), Line::TEXT);
    match it.category.matter {
        Matter::Complaint => view! { {textarea(&account, 7, Account::MAX)}{when()} }.drawn(),
        // Nothing has happened; what was said of it on another form is not swallowed.
        Matter::Suggestion => {
            let when = (!it.typed.get(Field::HappenedOn).is_empty()).then(when);
            view! { <p>{words::suggestion_form(lang)}</p>{textarea(&account.label(words::suggestion_account(lang)), 7, Account::MAX)}{when} }.drawn()
        }
    }
}

// Name, phone and address carry the browser's own words, so that filling them in is one tap (WCAG 1.3.5).
// What she writes about the matter does not: a shared phone must not offer it to the next person.
fn who(lang: Lang, it: &FormPage<'_>) -> Markup {
    let relations = Relation::ALL.map(|relation| (relation.tag(), relation_name(lang, relation)));
    let phone = match it.service.phones {
        Phones::India => words::hint_phone(lang),
        Phones::Any => words::hint_phone_any(lang),
    };
    let tel = Line { kind: "tel", ..Line::of("tel").short() };
    view! {
        <h2 class="part">{words::form_about_you(lang)}</h2>
        {input(&ask(lang, it, Field::Name), Line::of("name"))}
        {radios(&ask(lang, it, Field::Relation).hint(words::hint_relation(lang)), &relations)}
        {input(&ask(lang, it, Field::RelativeName).hint(words::hint_relative_name(lang)), Line::TEXT)}
        {input(&ask(lang, it, Field::Phone).hint(phone), tel)}
    }
    .drawn()
}

/// How a relation is called on the page.
pub(super) fn relation_name(lang: Lang, relation: Relation) -> &'static str {
    match relation {
        Relation::Husband => words::relation_husband(lang),
        Relation::Father => words::relation_father(lang),
        Relation::Mother => words::relation_mother(lang),
        Relation::Guardian => words::relation_guardian(lang),
        Relation::None => words::relation_none(lang),
    }
}

fn place(lang: Lang, it: &FormPage<'_>) -> Markup {
    let demo = it.stations.iter().any(|station| station.demo);
    let hint = words::hint_station(lang);
    let hint = if demo { format!("{hint} {}", words::hint_station_demo(lang)) } else { hint.to_owned() };
    let unknown = (UNKNOWN.to_owned(), words::choice_unknown(lang).to_owned());
    view! {
        <h2 class="part">{words::form_where(lang)}</h2>
        {select(&ask(lang, it, Field::Station).hint(hint), &stations(lang, &it.stations, Some(unknown)))}
        {input(&ask(lang, it, Field::Address), Line::of("address-line1"))}
        {input(&ask(lang, it, Field::Landmark).hint(words::hint_landmark(lang)).optional(), Line::of("address-line2"))}
        {input(&ask(lang, it, Field::Locality).optional(), Line::of("address-level3"))}
        {input(&ask(lang, it, Field::Pin).optional(), Line::of("postal-code").short().digits())}
    }
    .drawn()
}

/// The stations of a list to choose from.
pub(super) fn stations(lang: Lang, stations: &[&Station], unknown: Option<(String, String)>) -> [Options; 1] {
    let first = [(String::new(), words::choice_choose(lang).to_owned())];
    let rows = stations.iter().map(|station| (station.code.to_string(), station.name.get(lang).to_owned()));
    [Options::plain(first.into_iter().chain(unknown).chain(rows))]
}

fn contact(lang: Lang, it: &FormPage<'_>) -> Markup {
    let sms = [("yes", words::sms_yes(lang)), ("no", words::sms_no(lang))];
    let call = [("yes", words::call_yes(lang)), ("no", words::call_no(lang))];
    let whom = [("self", words::behalf_self(lang)), ("other", words::behalf_other(lang))];
    let hours = Options::plain(hours(lang).map(|(value, label)| (value.to_owned(), label.to_owned())));
    view! {
        <h2 class="part">{words::form_contact(lang)}</h2>
        <p>{words::form_contact_lead(lang)}</p>
        {radios(&ask(lang, it, Field::ContactSms).hint(words::hint_contact_sms(lang)).optional(), &sms)}
        {radios(&ask(lang, it, Field::ContactCall).hint(words::hint_contact_call(lang)).optional(), &call)}
        {select(&ask(lang, it, Field::SafeHours).optional(), &[hours])}
        {radios(&ask(lang, it, Field::OnBehalf).hint(words::hint_on_behalf(lang)).optional(), &whom)}
    }
    .drawn()
}

/// The hours that are offered; others may be typed by a program and are kept.
pub(super) fn hours(lang: Lang) -> [(&'static str, &'static str); 5] {
    [
        ("", words::hours_any(lang)),
        ("07:00-10:00", words::hours_morning(lang)),
        ("10:00-17:00", words::hours_day(lang)),
        ("12:00-16:00", words::hours_noon(lang)),
        ("17:00-21:00", words::hours_evening(lang)),
    ]
}

/// Whom it is about in the police. Folded away where the matter is another, unless something is in it.
fn police(lang: Lang, it: &FormPage<'_>) -> Markup {
    let fields = [Field::AccusedStation, Field::AccusedOfficer];
    let filled = fields.iter().any(|field| !it.typed.get(*field).is_empty() || it.faults.iter().any(|fault| fault.field == *field));
    let questions = view! {
        <p class="hint">{words::hint_accused(lang)}</p>
        {select(&ask(lang, it, Field::AccusedStation).optional(), &stations(lang, &it.stations, None))}
        {input(&ask(lang, it, Field::AccusedOfficer).hint(words::hint_accused_officer(lang)).optional(), Line::TEXT)}
    };
    if it.about_police {
        view! { <h2 class="part">{words::accused_title(lang)}</h2>{questions} }.drawn()
    } else {
        view! { <details class="part" open=filled><summary>{words::accused_title(lang)}</summary>{questions}</details> }.drawn()
    }
}
