//! Two ways to a complaint: with the mobile it was filed from, or with the receipt.

use crate::parts::markup::{Drawn as _, Markup};
use domain::fault::{Fault, Field};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::{TrackNotice, TrackPage};
use crate::parts::back::back;
use crate::parts::input::{Line, input};
use crate::parts::notice::notice;
use crate::parts::question::Question;
use crate::parts::shell::{Shell, document};
use crate::parts::summary::{self, summary};

/// The number is asked for in both forms; in the second it has this id.
const SECOND_NUMBER: &str = "number-with-receipt";

pub(crate) fn draw(lang: Lang, it: &TrackPage) -> String {
    let shell =
        Shell::public(words::track_title(lang), "track/", words::track_lead(lang)).wrong(!it.faults.is_empty() || it.notice == Some(TrackNotice::NoMatch));
    document(lang, &shell, || {
        view! {
            {back(lang, format!("/{lang}/"))}
            {summary(lang, lines(lang, it))}
            {it.notice.map(|said| said_before(lang, said))}
            <h1>{words::track_title(lang)}</h1>
            <p class="lead">{words::track_lead(lang)}</p>
            <div class="card">{by_phone(lang, it)}</div>
            <div class="card">{by_receipt(lang, it)}</div>
        }
        .drawn()
    })
}

fn said_before(lang: Lang, said: TrackNotice) -> Markup {
    match said {
        TrackNotice::NoMatch => notice(words::track_no_match(lang), [words::track_no_match_text(lang).to_owned()]),
        TrackNotice::SignInAgain => notice(words::track_again(lang), [words::track_again_text(lang).to_owned()]),
    }
}

/// Whether it was the second form that came back.
fn with_receipt(it: &TrackPage) -> bool {
    !it.receipt.is_empty() || it.faults.iter().any(|fault| fault.field == Field::Receipt)
}

fn lines(lang: Lang, it: &TrackPage) -> Vec<summary::Line> {
    let target = |field: Field| match field {
        Field::Number if with_receipt(it) => SECOND_NUMBER,
        Field::Phone | Field::Receipt => field.tag(),
        _ => Field::Number.tag(),
    };
    let line = |fault: &Fault| summary::Line { target: target(fault.field).into(), sentence: words::fault(lang, *fault).into_owned() };
    it.faults.iter().map(line).collect()
}

// A number, a receipt or a mobile that a shared phone remembers is a key left in the door.
fn by_phone(lang: Lang, it: &TrackPage) -> Markup {
    let (typed, faults) = if with_receipt(it) { ("", &[][..]) } else { (it.number.as_str(), &it.faults[..]) };
    let number = Question::new(lang, Field::Number, typed, faults).hint(words::hint_number(lang));
    let phone = Question::new(lang, Field::Phone, &it.phone, faults);
    let tel = Line { kind: "tel", ..Line::TEXT.short() };
    view! {
        <h2>{words::track_by_phone(lang)}</h2>
        <p>{words::track_by_phone_lead(lang)}</p>
        <form method="post" action=format!("/{lang}/track") novalidate>
            {input(&number, Line::TEXT)}
            {input(&phone, tel)}
            <p><button class="go" type="submit">{words::track_send(lang)}</button></p>
        </form>
    }
    .drawn()
}

fn by_receipt(lang: Lang, it: &TrackPage) -> Markup {
    let (typed, faults) = if with_receipt(it) { (it.number.as_str(), &it.faults[..]) } else { ("", &[][..]) };
    let number = Question::new(lang, Field::Number, typed, faults).at(SECOND_NUMBER).hint(words::hint_number(lang));
    let receipt = Question::new(lang, Field::Receipt, &it.receipt, faults);
    view! {
        <h2>{words::track_by_receipt(lang)}</h2>
        <p>{words::track_by_receipt_lead(lang)}</p>
        <form method="post" action=format!("/{lang}/track/confirm") novalidate>
            {input(&number, Line::TEXT)}
            {input(&receipt, Line::TEXT.digits())}
            <p><button class="go go-quiet" type="submit">{words::track_open(lang)}</button></p>
        </form>
    }
    .drawn()
}
