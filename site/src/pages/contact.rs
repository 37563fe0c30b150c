//! How she is reached: whether, when, at which number, and the word by which she knows who calls.

use crate::parts::markup::{Drawn as _, Markup};
use domain::fault::Field;
use domain::lang::Lang;
use leptos::prelude::*;

use super::form::hours;
use super::say::{done, onwards};
use crate::page::{ContactPage, ContactState};
use crate::parts::back::back;
use crate::parts::code::{self, Ways};
use crate::parts::input::{Line, input};
use crate::parts::question::{Question, lines};
use crate::parts::radios::radios;
use crate::parts::select::{Options, select};
use crate::parts::shell::{Shell, Switch, document};
use crate::parts::summary::summary;
use crate::parts::typed::shown;

const CONTROLS: [Field; 4] = [Field::ContactSms, Field::ContactCall, Field::SafeHours, Field::Phone];

pub(crate) fn draw(lang: Lang, it: &ContactPage) -> String {
    let address = format!("complaints/{}", it.number);
    let wrong = match &it.state {
        ContactState::Code(entry) => code::is_wrong(entry.state),
        ContactState::Ask | ContactState::Saved => !it.faults.is_empty(),
    };
    let shell = Shell::private(words::say_contact(lang), Switch::Link(format!("{address}/contact"))).wrong(wrong);
    document(lang, &shell, || {
        let body = match &it.state {
            ContactState::Ask => ask(lang, it, &address),
            ContactState::Saved => done(words::say_contact_saved(lang), words::say_contact_saved_text(lang).to_owned()),
            ContactState::Code(entry) => {
                let ways = Ways {
                    confirm: format!("/{lang}/{address}/contact/confirm"),
                    resend: None,
                    button: words::say_contact_prove(lang),
                    sent: code::sent_sentence(lang, entry),
                };
                view! {
                    {code::first(lang, entry)}
                    <h1>{words::say_contact_code(lang)}</h1>
                    <p>{words::say_contact_code_text(lang)}</p>
                    {code::entry(lang, entry, ways)}
                }
                .drawn()
            }
        };
        view! { {back(lang, format!("/{lang}/{address}"))}{body}{onwards(lang, &it.number)} }.drawn()
    })
}

fn ask(lang: Lang, it: &ContactPage, address: &str) -> Markup {
    let question = |field: Field| Question::new(lang, field, it.typed(field.tag()), &it.faults);
    let sms = [("yes", words::sms_yes(lang)), ("no", words::sms_no(lang))];
    let call = [("yes", words::call_yes(lang)), ("no", words::call_no(lang))];
    let known = hours(lang).map(|(value, label)| (value.to_owned(), label.to_owned()));
    // Hours of her own stay as they are unless she chooses others.
    let own = shown(it.typed(Field::SafeHours.tag()));
    let own = (!own.is_empty() && known.iter().all(|(value, _)| *value != own)).then(|| (own.clone(), own.clone()));
    let phone = match &it.other_phone {
        Some(masked) => words::say_contact_phone_now(lang, masked),
        None => words::say_contact_phone_hint(lang).to_owned(),
    };
    let word = if it.has_code_word { words::say_contact_word_kept(lang) } else { words::say_contact_word_hint(lang) };
    let tel = Line { kind: "tel", ..Line::TEXT.short() };
    let number_and_word = match it.may_change_number {
        true => view! {
            {input(&question(Field::Phone).label(words::say_contact_phone(lang)).hint(phone).optional(), tel)}
            {input(&Question::named(lang, "code_word", words::say_contact_word(lang), it.typed("code_word")).hint(word).optional(), Line::TEXT)}
        }
        .drawn(),
        false => view! {
            <p>
                {words::say_contact_by_code(lang)}
                " "
                <a href=format!("/{lang}/track/")>{words::track_by_phone(lang)}</a>
            </p>
        }
        .drawn(),
    };
    view! {
        {summary(lang, lines(lang, &it.faults, &CONTROLS, "code_word"))}
        <h1>{words::say_contact(lang)}</h1>
        <p class="lead">{words::say_contact_lead(lang)}</p>
        <form method="post" action=format!("/{lang}/{address}/contact") novalidate>
            {radios(&question(Field::ContactSms).hint(words::hint_contact_sms(lang)), &sms)}
            {radios(&question(Field::ContactCall).hint(words::hint_contact_call(lang)), &call)}
            {select(&question(Field::SafeHours), &[Options::plain(known.into_iter().chain(own))])}
            {number_and_word}
            <p><button class="go" type="submit">{words::say_contact_save(lang)}</button></p>
        </form>
    }
    .drawn()
}
