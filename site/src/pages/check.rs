//! Every answer once more, and the code that makes them a complaint.

use crate::parts::markup::{Drawn as _, Markup};
use domain::fault::Field;
use domain::filing::Relation;
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::{CheckPage, CodeState};
use crate::pages::form::{hours, relation_name};
use crate::parts::answers::facts;
use crate::parts::code::{self, Ways};
use crate::parts::input::hidden;
use crate::parts::shell::{Shell, Switch, document};
use crate::parts::typed::shown;

/// The form whose buttons lead back to the questions.
const ANSWERS: &str = "answers";

pub(crate) fn draw(lang: Lang, it: &CheckPage<'_>) -> String {
    let switch = Switch::Draft(it.code.draft.clone());
    let shell = Shell::private(words::check_title(lang), switch).wrong(code::is_wrong(it.code.state));
    document(lang, &shell, || {
        let answers = view! {
            <form id=ANSWERS method="post" action=format!("/{lang}/complaints/change") novalidate>
                {hidden("draft", &it.code.draft)}
                {groups(lang, it)}
            </form>
        }
        .drawn();
        // The first time she reads her answers before the code; after that the code is what she is here for.
        let (upper, lower) = if it.code.state == CodeState::Sent { (answers, card(lang, it)) } else { (card(lang, it), answers) };
        view! {
            {code::first(lang, &it.code)}
            <h1>{words::check_title(lang)}</h1>
            <p class="lead">{words::check_before(lang)}</p>
            {upper}
            {lower}
        }
        .drawn()
    })
}

/// The code, and the way to another number for it.
fn card(lang: Lang, it: &CheckPage<'_>) -> Markup {
    let ways = Ways {
        confirm: format!("/{lang}/complaints/confirm"),
        resend: Some(format!("/{lang}/complaints/resend")),
        button: words::check_file(lang),
        sent: code::sent_sentence(lang, &it.code),
    };
    view! {
        <div class="card calm">
            {code::entry(lang, &it.code, ways)}
            <p><button class="link" type="submit" form=ANSWERS formaction=change_at(lang, Field::Phone) name="focus" value="phone">
                {words::change(lang)}{words::check_change_of(lang, words::field_phone(lang))}
            </button></p>
        </div>
    }
    .drawn()
}

fn groups(lang: Lang, it: &CheckPage<'_>) -> Markup {
    let all = [
        (words::check_what(lang), Field::Account, what(lang, it)),
        (words::check_you(lang), Field::Name, you(lang, it)),
        (words::check_where(lang), Field::Station, place(lang, it)),
        (words::check_contact(lang), Field::ContactSms, contact(lang, it)),
        (words::check_police(lang), Field::AccusedStation, police(lang, it)),
    ];
    all.into_iter().map(|(name, first, rows)| group(lang, name, first, rows)).collect_view().drawn()
}

fn group(lang: Lang, name: &'static str, first: Field, rows: Vec<(String, String)>) -> Markup {
    view! {
        <section class="group">
            <h2>{name}</h2>
            <button class="link" type="submit" formaction=change_at(lang, first) name="focus" value=first.tag()>
                {words::change(lang)}<span class="vh">{words::check_change_of(lang, name)}</span>
            </button>
            {facts(rows)}
        </section>
    }
    .drawn()
}

/// Where an answer is changed. The browser keeps the fragment through the post and goes to the question.
fn change_at(lang: Lang, field: Field) -> String {
    format!("/{lang}/complaints/change#{}", field.tag())
}

/// A pair of the question's name and her answer, in her own letters.
fn pair(lang: Lang, field: Field, value: impl Into<String>) -> (String, String) {
    let value = value.into();
    let value = if value.trim().is_empty() { words::check_none(lang).to_owned() } else { value };
    (words::label(lang, field).to_owned(), value)
}

fn typed(lang: Lang, it: &CheckPage<'_>, field: Field) -> (String, String) {
    pair(lang, field, shown(it.typed.get(field)))
}

fn what(lang: Lang, it: &CheckPage<'_>) -> Vec<(String, String)> {
    vec![pair(lang, Field::Category, it.category.name.get(lang)), typed(lang, it, Field::Account), typed(lang, it, Field::HappenedOn)]
}

fn you(lang: Lang, it: &CheckPage<'_>) -> Vec<(String, String)> {
    let chosen = Relation::ALL.into_iter().find(|relation| relation.tag() == it.typed.get(Field::Relation));
    let name = shown(it.typed.get(Field::RelativeName));
    let beside = match chosen {
        None | Some(Relation::None) => words::relation_none(lang).to_owned(),
        Some(relation) => format!("{}: {name}", relation_name(lang, relation)),
    };
    let whom = if it.typed.get(Field::OnBehalf) == "other" { words::behalf_other(lang) } else { words::behalf_self(lang) };
    vec![typed(lang, it, Field::Name), pair(lang, Field::Relation, beside), typed(lang, it, Field::Phone), pair(lang, Field::OnBehalf, whom)]
}

fn place(lang: Lang, it: &CheckPage<'_>) -> Vec<(String, String)> {
    let station = it.station.map_or(words::choice_unknown(lang), |station| station.name.get(lang));
    vec![
        pair(lang, Field::District, it.district.name.get(lang)),
        pair(lang, Field::Station, station),
        typed(lang, it, Field::Address),
        typed(lang, it, Field::Landmark),
        typed(lang, it, Field::Locality),
        typed(lang, it, Field::Pin),
    ]
}

fn contact(lang: Lang, it: &CheckPage<'_>) -> Vec<(String, String)> {
    // Without an answer: no texts, but calls. The form says so.
    let sms = if it.typed.get(Field::ContactSms) == "yes" { words::sms_yes(lang) } else { words::sms_no(lang) };
    let call = if it.typed.get(Field::ContactCall) == "no" { words::call_no(lang) } else { words::call_yes(lang) };
    let wanted = it.typed.get(Field::SafeHours);
    let hours = hours(lang).into_iter().find(|(value, _)| *value == wanted).map_or_else(|| shown(wanted), |(_, label)| label.to_owned());
    vec![pair(lang, Field::ContactSms, sms), pair(lang, Field::ContactCall, call), pair(lang, Field::SafeHours, hours)]
}

fn police(lang: Lang, it: &CheckPage<'_>) -> Vec<(String, String)> {
    vec![pair(lang, Field::AccusedStation, it.accused_station.map_or("", |station| station.name.get(lang))), typed(lang, it, Field::AccusedOfficer)]
}
