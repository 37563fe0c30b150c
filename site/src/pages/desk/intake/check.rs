//! Everything that was written down, to be read back to her before it is registered.

use crate::parts::markup::{Drawn as _, Markup};
use domain::fault::Field;
use domain::filing::Relation;
use domain::lang::Lang;
use domain::policy::Channel;
use leptos::prelude::*;

use super::form::{answers, carried};
use crate::page::intake::IntakeCheckPage;
use crate::pages::form::relation_name;
use crate::parts::answers::facts;
use crate::parts::console::{console, token};
use crate::parts::notice::notice;
use crate::parts::typed::shown;

/// The form that every button of the page belongs to.
const WRITTEN: &str = "written";

pub(crate) fn draw(lang: Lang, it: &IntakeCheckPage<'_>) -> String {
    console(lang, &it.head, words::intake_check_title(lang), false, "", || {
        let no_phone = it.no_phone.then(|| notice(words::intake_no_phone_title(lang), [words::intake_no_phone_text(lang).to_owned()]));
        let walled = it.walled.then(|| notice(words::intake_walled_title(lang), [words::intake_walled_text(lang).to_owned()]));
        view! {
            <h1>{words::intake_check_title(lang)}</h1>
            <p class="lead">{words::intake_check_lead(lang)}</p>
            <div class="paper">{no_phone}{walled}</div>
            <form id=WRITTEN class="card paper" method="post" action="/desk/new" novalidate>
                {token(&it.head)}
                {carried(&it.typed)}
                {groups(lang, it)}
                <p><button class="go" type="submit" name="confirmed" value="yes">{words::intake_register(lang)}</button></p>
            </form>
        }
        .drawn()
    })
}

fn groups(lang: Lang, it: &IntakeCheckPage<'_>) -> Markup {
    use Field::{
        Account, AccusedOfficer, AccusedStation, Address, ContactCall, ContactSms, HappenedOn, Landmark, Locality, Name, OnBehalf, Phone, Pin, RelativeName,
        SafeHours, Source, SourceDate, SourceNumber, Station,
    };
    let reference: &[Field] =
        if it.typed.get(Field::Channel) == Channel::Reference.tag() { &[Field::Channel, Source, SourceNumber, SourceDate] } else { &[Field::Channel] };
    let reached: &[Field] = if it.no_phone { &[OnBehalf] } else { &[ContactSms, ContactCall, SafeHours, OnBehalf] };
    let all: [(&'static str, &[Field]); 6] = [
        (words::intake_came(lang), reference),
        (words::intake_who(lang), &[Name, RelativeName, Phone]),
        (words::check_what(lang), &[Account, HappenedOn]),
        (words::check_where(lang), &[Station, Address, Landmark, Locality, Pin]),
        (words::form_contact(lang), reached),
        (words::check_police(lang), &[AccusedStation, AccusedOfficer]),
    ];
    all.into_iter().map(|(name, fields)| group(lang, it, name, fields)).collect_view().drawn()
}

fn group(lang: Lang, it: &IntakeCheckPage<'_>, name: &'static str, fields: &[Field]) -> Markup {
    let first = fields.first().map_or("", |field| field.tag());
    let mut rows: Vec<(String, String)> = fields.iter().map(|field| row(lang, it, *field)).collect();
    if fields.contains(&Field::Account) {
        rows.insert(0, (words::form_matter(lang).to_owned(), it.category.name.get(lang).to_owned()));
    }
    if fields.contains(&Field::Station) {
        rows.insert(0, (words::field_district(lang).to_owned(), it.district.name.get(lang).to_owned()));
    }
    // The browser keeps the fragment through the post and goes to the question.
    view! {
        <section class="group">
            <h2>{name}</h2>
            <button class="link" type="submit" formaction=format!("/desk/new#{first}") name="change" value=first>
                {words::change(lang)}<span class="vh">{words::check_change_of(lang, name)}</span>
            </button>
            {facts(rows)}
        </section>
    }
    .drawn()
}

fn row(lang: Lang, it: &IntakeCheckPage<'_>, field: Field) -> (String, String) {
    let typed = it.typed.get(field);
    let station = |found: Option<&domain::policy::Station>| found.map(|station| station.name.get(lang).to_owned());
    let said = match field {
        Field::Channel => Channel::parse(typed).and_then(|way| words::intake::channel(lang, way)).map(str::to_owned),
        Field::Station => Some(station(it.station).unwrap_or_else(|| words::choice_unknown(lang).to_owned())),
        Field::AccusedStation => station(it.accused_station),
        Field::Phone if it.no_phone => Some(words::intake_no_phone(lang).to_owned()),
        // Without an answer: no texts, but calls, as the form says.
        Field::ContactSms | Field::ContactCall | Field::OnBehalf | Field::SafeHours => {
            let unsaid = if field == Field::ContactSms { "no" } else { "yes" };
            let all = answers(lang, field);
            let one = |value: &str| all.iter().find(|(tag, _)| *tag == value).map(|(_, label)| (*label).to_owned());
            one(typed).or_else(|| (!typed.is_empty()).then(|| shown(typed))).or_else(|| one(unsaid)).or_else(|| one("self"))
        }
        _ => Some(shown(typed)),
    };
    let relation = Relation::ALL.into_iter().find(|relation| relation.tag() == it.typed.get(Field::Relation)).unwrap_or(Relation::None);
    let label = if field == Field::RelativeName { relation_name(lang, relation) } else { words::intake::label(lang, field) };
    let value = said.filter(|value| !value.trim().is_empty()).unwrap_or_else(|| words::check_none(lang).to_owned());
    (label.to_owned(), value)
}
