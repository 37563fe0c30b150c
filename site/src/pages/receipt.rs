//! Registered: the number, the receipt that is shown once, the date, and who has it.

use crate::parts::markup::{Drawn as _, Markup};
use domain::Date;
use domain::lang::{Both, Lang};
use leptos::prelude::*;
use words::date;

use crate::page::ReceiptPage;
use crate::pages::complaint::{holder_name, holidays};
use crate::parts::answers::facts;
use crate::parts::ladder::{Step, ladder};
use crate::parts::qr::qr;
use crate::parts::shell::{Shell, Switch, document};
use crate::parts::typed::in_query;

pub(crate) fn draw(lang: Lang, it: &ReceiptPage) -> String {
    let address = format!("complaints/{}", it.number);
    document(lang, &Shell::private(words::receipt_title(lang), Switch::Link(address.clone())), || {
        view! {
            {paper(lang, it)}
            <p>{if it.texts { words::receipt_texts_yes(lang) } else { words::receipt_texts_no(lang) }}</p>
            <p class="noprint">
                <a class="go" href=format!("/{lang}/{address}")>{words::receipt_open(lang)}</a>
                " "
                <button class="link" type="button" data-print hidden>{words::receipt_print(lang)}</button>
            </p>
            <p class="noprint"><a class="second" href=format!("/{lang}/{address}/evidence")>{words::evidence_open(lang)}</a></p>
            <p class="noprint"><a class="second" href=format!("/{lang}/{address}/receipt.pdf")>{words::paper_receipt_open(lang)}</a></p>
            {qr(lang, &it.number)}
            {share(lang, it)}
        }
        .drawn()
    })
}

/// What opens it without the phone; empty where whoever prints it may not read it.
fn ticket(lang: Lang, receipt: &str) -> Markup {
    if receipt.is_empty() {
        return view! { <p class="card">{words::receipt_by_phone(lang)}</p> }.drawn();
    }
    view! {
        <div class="card ticket">
            <p class="over">{words::receipt_digits(lang)}</p>
            <p class="number digits">{receipt.to_owned()}</p>
            <p><strong>{words::receipt_once(lang)}</strong>" "{words::receipt_once_why(lang)}</p>
        </div>
    }
    .drawn()
}

/// What stands on the paper, whoever prints it.
pub(super) fn paper(lang: Lang, it: &ReceiptPage) -> Markup {
    view! {
        <div class="done">
            <h1>{words::receipt_title(lang)}</h1>
            <p class="over">{words::receipt_number(lang)}</p>
            <p class="number">{it.number.to_string()}</p>
        </div>
        {ticket(lang, &it.receipt)}
        <div class="card clock">
            <p class="over">{words::receipt_by(lang)}</p>
            <p class="when">{words::status_by(lang, date::due(lang, it.due_at))}</p>
            {facts(terms(lang, it))}
            <div class="noprint">{facts(matter(lang, it))}</div>
        </div>
        <h2>{words::receipt_now(lang)}</h2>
        {ladder(steps(lang, it))}
    }
    .drawn()
}

fn terms(lang: Lang, it: &ReceiptPage) -> Vec<(String, String)> {
    let allowed = it.allowed.map(|deadline| (words::paper_allowed(lang).to_owned(), date::deadline(lang, deadline)));
    let registered = (words::receipt_registered(lang).to_owned(), date::moment(lang, it.registered_at));
    allowed.into_iter().chain(left_out(lang, &it.holidays)).chain([registered]).collect()
}

/// On the screen alone: paper lies about, and whoever finds it learns the matter, from its name or from the words of its rule.
fn matter(lang: Lang, it: &ReceiptPage) -> Vec<(String, String)> {
    let rows = [(words::receipt_matter(lang), &it.category), (words::receipt_rule(lang), &it.rule), (words::receipt_source(lang), &it.source)];
    rows.map(|(name, value)| (name.to_owned(), value.get(lang).to_owned())).to_vec()
}

fn left_out(lang: Lang, days: &[(Date, Both)]) -> Option<(String, String)> {
    (!days.is_empty()).then(|| (words::receipt_holidays(lang).to_owned(), holidays(lang, days)))
}

fn steps(lang: Lang, it: &ReceiptPage) -> Vec<Step> {
    let mut holder = Step::new(holder_name(lang, &it.holder), words::receipt_holder(lang)).now();
    if it.woman_officer {
        holder.notes.push(words::receipt_woman(lang).to_owned());
    }
    let next = it.next.as_ref().map(|(next, at)| {
        let who = holder_name(lang, next);
        Step::new(words::receipt_next(lang), words::receipt_next_text(lang, date::due(lang, *at), who))
    });
    [holder].into_iter().chain(next).collect()
}

/// Ways to keep the number. The text names no matter and no service; only the number is in it, and it is ours.
fn share(lang: Lang, it: &ReceiptPage) -> Markup {
    let text = words::receipt_share_text(lang, &it.number);
    let encoded = in_query(&text);
    view! {
        <div class="noprint">
            <h2>{words::receipt_share(lang)}</h2>
            <p>{words::receipt_share_lead(lang)}</p>
            <p>
                <a class="second" href=format!("sms:?body={encoded}")>{words::receipt_share_sms(lang)}</a>
                " · "
                <a class="second" rel="noreferrer noopener" href=format!("https://wa.me/?text={encoded}")>{words::receipt_share_whatsapp(lang)}</a>
                " "
                <button class="link" type="button" data-share=text hidden>{words::receipt_share_other(lang)}</button>
            </p>
        </div>
    }
    .drawn()
}
