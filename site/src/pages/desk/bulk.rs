//! One move on many complaints: what it will be done to, and afterwards what became of each.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::{Both, Lang};
use leptos::prelude::*;

use super::elsewhere;
use super::forms::{self, Ask};
use crate::page::desk::{BulkMove, BulkPage, BulkResult, BulkRow};
use crate::parts::console::{console, token};
use crate::parts::input::hidden;
use crate::parts::question::Question;
use crate::parts::summary::{self, summary};
use crate::parts::textarea::words_of;

pub(crate) fn draw(lang: Lang, it: &BulkPage) -> String {
    let done = it.rows.iter().any(|row| row.result.is_some());
    let title = match it.wanted {
        _ if done => words::desk_bulk_done_title(lang),
        BulkMove::Assign => words::desk_bulk_title_assign(lang),
        BulkMove::Forward => words::desk_bulk_title_forward(lang),
        BulkMove::Note => words::desk_bulk_title_note(lang),
    };
    console(lang, &it.head, title, it.fault.is_some(), "", || {
        let fault = fault(lang, it);
        let lines = fault.map(|(ask, sentence)| summary::Line { target: ask.name().into(), sentence }).into_iter().collect();
        view! {
            {summary(lang, lines)}
            <h1>{title}</h1>
            {if done { results(lang, it) } else { confirm(lang, it) }}
            <p class="noprint"><a href="/desk/">{words::desk_bulk_back(lang)}</a></p>
        }
        .drawn()
    })
}

/// Those that exist for this officer: the move is offered for them alone.
fn known(it: &BulkPage) -> impl Iterator<Item = (&BulkRow, &Both)> {
    it.rows.iter().filter_map(|row| row.category.as_ref().map(|category| (row, category)))
}

fn fault(lang: Lang, it: &BulkPage) -> Option<(Ask, String)> {
    let fault = it.fault?;
    let ask = forms::about(it.wanted.each(), fault, &it.typed)?;
    Some((ask, forms::said(lang, fault, ask.label(lang, it.wanted.each()))))
}

fn confirm(lang: Lang, it: &BulkPage) -> Markup {
    let count = known(it).count();
    if count == 0 {
        return view! { <div class="card nothing"><p>{words::desk_bulk_none(lang)}</p></div> }.drawn();
    }
    let seen = |row: &BulkRow| row.version.map_or_else(|| row.number.to_string(), |version| format!("{}@{version}", row.number));
    let numbers = known(it).map(|(row, _)| hidden("number", &seen(row))).collect_view();
    let asks = it.wanted == BulkMove::Forward;
    let lead = elsewhere::lead(lang, &it.stations).filter(|_| asks);
    let fields = forms::asked(it.wanted.each()).iter().map(|ask| control(lang, it, *ask)).collect_view();
    view! {
        <p>{words::desk_bulk_rows(lang, i64::try_from(count).unwrap_or(i64::MAX))}</p>
        {table(lang, it, false)}
        <form class="card" method="post" action="/desk/bulk" novalidate>
            {token(&it.head)}
            {hidden("move", it.wanted.tag())}
            {hidden("confirmed", "yes")}
            {hidden("key", &it.key)}
            {numbers}
            {fields}
            {lead.map(|said| view! { <p class="quiet">{said}</p> })}
            <p><button class="go" type="submit">{words::desk::wanted(lang, it.wanted.each())}</button></p>
            {asks.then(|| elsewhere::chooser_inside(lang, &it.stations))}
        </form>
    }
    .drawn()
}

fn control(lang: Lang, it: &BulkPage, ask: Ask) -> Markup {
    let fault = fault(lang, it).filter(|(about, _)| *about == ask).map(|(_, said)| said);
    let question = Question::named(lang, ask.name(), ask.label(lang, it.wanted.each()), forms::typed(&it.typed, ask)).fault(fault);
    match (it.wanted, ask) {
        (BulkMove::Assign, _) => forms::one_of(&question, forms::officers(lang, &it.officers)),
        (BulkMove::Forward, Ask::Station) => elsewhere::stations(&question, lang, &it.stations),
        (BulkMove::Forward | BulkMove::Note, _) => words_of(&question, 4),
    }
}

fn results(lang: Lang, it: &BulkPage) -> Markup {
    let done = it.rows.iter().filter(|row| row.result == Some(BulkResult::Done)).count();
    let left = it.rows.len() - done;
    let left_over = (left > 0).then(|| view! { <span class="state state-late">{words::desk_bulk_left(lang, i64::try_from(left).unwrap_or(i64::MAX))}</span> });
    view! {
        <p class="chips-line"><span class="state state-open state-met">{words::desk_bulk_done(lang, i64::try_from(done).unwrap_or(i64::MAX))}</span>" "{left_over}</p>
        {table(lang, it, true)}
    }
    .drawn()
}

fn table(lang: Lang, it: &BulkPage, with_results: bool) -> Markup {
    let head = with_results.then(|| view! { <th scope="col">{words::desk_bulk_result(lang)}</th> });
    let rows = it.rows.iter().map(|row| {
        let number = row.number.to_string();
        let address = row.category.is_some().then(|| format!("/desk/complaints/{number}"));
        let name = match address {
            Some(address) => view! { <a href=address>{number}</a> }.drawn(),
            None => view! { {number} }.drawn(),
        };
        let about = row.category.as_ref().map_or("—", |category| category.get(lang)).to_owned();
        let result = with_results.then(|| view! { <td>{result(lang, row.result)}</td> });
        view! { <tr><td class="num">{name}</td><td>{about}</td>{result}</tr> }
    });
    view! {
        <table class="list">
            <thead><tr><th scope="col">{words::desk_head_number(lang)}</th><th scope="col">{words::desk_head_matter(lang)}</th>{head}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .drawn()
}

/// In words first, then in shape; one that was left out says why and what to do.
fn result(lang: Lang, result: Option<BulkResult>) -> Markup {
    let why = match result {
        Some(BulkResult::Done) => return view! { <span class="state state-open state-met">{words::desk_bulk_ok(lang)}</span> }.drawn(),
        Some(BulkResult::Refused(refusal)) => words::desk::refusal(lang, refusal),
        Some(BulkResult::Stale) => words::desk_bulk_stale(lang),
        Some(BulkResult::Failed) => words::desk_bulk_failed(lang),
        Some(BulkResult::Unknown) => words::desk_bulk_unknown(lang),
        None => "",
    };
    view! { <span class="why">{why}</span> }.drawn()
}
