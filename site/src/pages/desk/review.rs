//! One drawn case: what a reviewer is asked, what was found, and what is to be done about it.

use crate::parts::markup::{Drawn as _, Markup};
use domain::calendar::wall;
use domain::lang::Lang;
use domain::review::{Finding, Remedy, Review};
use leptos::prelude::*;
use words::date;

use super::reviews::{about, address, until};
use crate::page::review::{ReviewFault, ReviewMay, ReviewOutcome, ReviewPage};
use crate::parts::console::{console, token};
use crate::parts::input::{Line, input};
use crate::parts::notice::notice;
use crate::parts::question::Question;
use crate::parts::radios::radios;
use crate::parts::select::{Options, select};
use crate::parts::summary::{self, summary};
use crate::parts::textarea::words_of;
use crate::parts::typed::shown;

pub(crate) fn draw(lang: Lang, it: &ReviewPage) -> String {
    let number = it.row.number.to_string();
    let wrong = matches!(it.outcome, Some(ReviewOutcome::Refused(_) | ReviewOutcome::Faulty(_)));
    let title = words::review_case_title(lang, &number);
    console(lang, &it.head, &title, wrong, "", || {
        let does = match it.may {
            ReviewMay::Review => form(lang, it),
            ReviewMay::Settle => settle(lang, it),
            ReviewMay::Nothing => ().drawn(),
        };
        view! {
            <p class="noprint"><a class="back" href="/desk/reviews">"‹ "{words::review_title(lang)}</a></p>
            {outcome(lang, it)}
            <p class="quiet">{words::review_case(lang)}</p>
            <h1 class="number">{number.clone()}</h1>
            <p class="lead">{it.row.place.get(lang).to_owned()}<small>{about(lang, &it.row)}</small></p>
            <p class="chips-line"><span class="when">{until(lang, it.row.standing, it.now)}</span></p>
            <p><a class="go go-quiet noprint" href=format!("/desk/complaints/{number}")>{words::review_case_open(lang)}</a></p>
            {it.row.review.as_ref().map(|review| found(lang, it, review))}
            {does}
        }
        .drawn()
    })
}

fn outcome(lang: Lang, it: &ReviewPage) -> Option<Markup> {
    Some(match it.outcome? {
        ReviewOutcome::Done => view! { <div class="told" role="status"><p>{words::review_saved(lang)}</p></div> }.drawn(),
        ReviewOutcome::Refused(refused) => notice(words::review_not(lang), [words::review::refused(lang, refused).to_owned()]),
        ReviewOutcome::Faulty(fault) => summary(lang, vec![summary::Line { target: fault.field().into(), sentence: said(lang, fault).to_owned() }]),
    })
}

/// What is wrong with the form, and what to do.
pub fn said(lang: Lang, it: ReviewFault) -> &'static str {
    match it {
        ReviewFault::Finding => words::review_fault_finding(lang),
        ReviewFault::Note => words::review_fault_note(lang),
        ReviewFault::NoteTooLong => words::review_fault_note_too_long(lang),
        ReviewFault::Remedy => words::review_fault_remedy(lang),
        ReviewFault::NoRemedy => words::review_fault_no_remedy(lang),
        ReviewFault::Due => words::review_fault_due(lang),
    }
}

fn found(lang: Lang, it: &ReviewPage, review: &Review) -> Markup {
    let note = it.note.as_ref().map(|note| view! { <p class="said">{shown(note)}</p> });
    let action = review.action.as_ref().map(|action| {
        let ended = match &action.done {
            Some((_, at)) => words::review_ended(lang, date::day(lang, wall(*at).date())),
            None => words::review_until(lang, date::day(lang, wall(action.due).date())),
        };
        view! { <div class="row"><dt>{words::review_ask_remedy(lang)}</dt><dd>{words::review::remedy(lang, action.what)}", "{ended}</dd></div> }
    });
    view! {
        <section class="card">
            <h2>{words::review_found(lang)}</h2>
            <dl>
                <div class="row"><dt>{words::review_ask_finding(lang)}</dt><dd>{words::review::finding(lang, review.finding)}</dd></div>
                {action}
            </dl>
            {note}
            <p class="quiet">{words::review_by(lang, review.by.as_str(), date::moment(lang, review.at))}</p>
        </section>
    }
    .drawn()
}

fn form(lang: Lang, it: &ReviewPage) -> Markup {
    let fault = match it.outcome {
        Some(ReviewOutcome::Faulty(fault)) => Some(fault),
        Some(ReviewOutcome::Done | ReviewOutcome::Refused(_)) | None => None,
    };
    let ask = |name: &'static str, label: &'static str| {
        let why = fault.filter(|fault| fault.field() == name).map(|fault| said(lang, fault).to_owned());
        Question::named(lang, name, label, it.typed(name)).fault(why)
    };
    let findings = Finding::ALL.map(|finding| (finding.tag(), words::review::finding(lang, finding)));
    let none = Options::plain([(String::new(), words::review_remedy_none(lang).to_owned())]);
    let remedies = Options::plain(Remedy::ALL.map(|remedy| (remedy.tag().to_owned(), words::review::remedy(lang, remedy).to_owned())));
    let due = ask("due", words::review_ask_due(lang)).hint(words::review_ask_due_hint(lang)).optional();
    view! {
        <form class="card" method="post" action=address(&it.row) novalidate>
            {token(&it.head)}
            {radios(&ask("finding", words::review_ask_finding(lang)), &findings)}
            {words_of(&ask("note", words::review_ask_note(lang)).hint(words::review_ask_note_hint(lang)), 4)}
            {select(&ask("remedy", words::review_ask_remedy(lang)).hint(words::review_ask_remedy_hint(lang)).optional(), &[none, remedies])}
            {input(&due, Line { kind: "date", ..Line::TEXT.short() })}
            <p><button class="go" type="submit">{words::review_go(lang)}</button></p>
        </form>
    }
    .drawn()
}

fn settle(lang: Lang, it: &ReviewPage) -> Markup {
    view! {
        <form class="card" method="post" action=format!("{}/done", address(&it.row)) novalidate>
            {token(&it.head)}
            <p>{words::review_settle_lead(lang)}</p>
            <p><button class="go" type="submit">{words::review_settle(lang)}</button></p>
        </form>
    }
    .drawn()
}
