//! The worklist: what waits for this officer, most urgent first.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use super::address::query;
use super::filter;
use crate::page::desk::{BulkMove, View, WorklistPage};
use crate::parts::console::{console, token};
use crate::parts::rows::rows;

pub(crate) fn draw(lang: Lang, it: &WorklistPage) -> String {
    let title = format!("{} · {}", words::desk_title(lang), name(lang, it.view));
    console(lang, &it.head, &title, false, "", || {
        view! {
            <h1>{words::desk_title(lang)}" "<small>{name(lang, it.view)}</small></h1>
            {tabs(lang, it)}
            {filter::tools(lang, it)}
            {if it.rows.is_empty() { empty(lang, it) } else { list(lang, it) }}
        }
        .drawn()
    })
}

fn name(lang: Lang, view: View) -> &'static str {
    match view {
        View::Mine => words::desk_view_mine(lang),
        View::Unassigned => words::desk_view_unassigned(lang),
        View::Unit => words::desk_view_unit(lang),
        View::Overdue => words::desk_view_overdue(lang),
        View::Due24 => words::desk_view_due24(lang),
        View::InAppeal => words::desk_view_in_appeal(lang),
    }
}

/// The views as links with how many each has; red only where something waits.
fn tabs(lang: Lang, it: &WorklistPage) -> Markup {
    let tabs = it.counts.iter().map(|(view, count)| {
        let waits = match view {
            View::Unassigned | View::Overdue => *count > 0,
            View::Mine | View::Unit | View::Due24 | View::InAppeal => false,
        };
        let href = format!("/desk/?{}", query(*view, &it.filter));
        view! {
            <li class=waits.then_some("hot")>
                <a href=href aria-current=(*view == it.view).then_some("page")>{name(lang, *view)}" "<b>{count.to_string()}</b></a>
            </li>
        }
    });
    view! { <nav aria-label=words::desk_views(lang)><ul class="tabs">{tabs.collect_view()}</ul></nav> }.drawn()
}

fn empty(lang: Lang, it: &WorklistPage) -> Markup {
    let narrowed = it.filter.set().next().is_some();
    let sentence = if !narrowed {
        match it.view {
            View::Mine => words::desk_empty_mine(lang),
            View::Unassigned => words::desk_empty_unassigned(lang),
            View::Unit => words::desk_empty_unit(lang),
            View::Overdue => words::desk_empty_overdue(lang),
            View::Due24 => words::desk_empty_due24(lang),
            View::InAppeal => words::desk_empty_in_appeal(lang),
        }
    } else {
        words::desk_empty_filtered(lang)
    };
    let all = narrowed.then(|| view! { <p><a href=format!("/desk/?view={}", it.view.tag())>{words::desk_filter_none(lang)}</a></p> });
    view! { <div class="card nothing"><p>{sentence}</p>{all}</div>{pages(lang, it)} }.drawn()
}

fn list(lang: Lang, it: &WorklistPage) -> Markup {
    let table = rows(lang, &it.rows, it.now, !it.bulk.is_empty());
    let table = if it.bulk.is_empty() {
        table
    } else {
        view! {
            <form method="post" action="/desk/bulk" novalidate>
                {token(&it.head)}
                {bar(lang, &it.bulk)}
                {table}
            </form>
        }
        .drawn()
    };
    view! { {table}{pages(lang, it)} }.drawn()
}

/// What can be done to the ticked rows. Without a script the count and the box for all stay away.
fn bar(lang: Lang, moves: &[BulkMove]) -> Markup {
    let buttons = moves.iter().map(|wanted| {
        let label = match wanted {
            BulkMove::Assign | BulkMove::Forward => words::desk::wanted(lang, wanted.each()),
            BulkMove::Note => words::desk_bulk_note(lang),
        };
        view! { <button type="submit" name="move" value=wanted.tag()>{label}</button> }
    });
    view! {
        <div class="picked" role="group" aria-label=words::desk_bulk(lang)>
            <label class="every" for="every" hidden><input type="checkbox" id="every" autocomplete="off"/>{words::desk_bulk_all(lang)}</label>
            <span class="lead-in">{words::desk_bulk_lead(lang)}</span>
            {buttons.collect_view()}
            <span class="count" aria-live="polite" hidden data-count=words::desk_bulk_count(lang)></span>
        </div>
    }
    .drawn()
}

/// Which rows these are, and the way to the first and to the next.
fn pages(lang: Lang, it: &WorklistPage) -> Markup {
    let here = query(it.view, &it.filter);
    let range = (!it.rows.is_empty()).then(|| view! { <span>{words::desk_range(lang, it.total, it.before + 1, it.before + it.rows.len())}</span> });
    let first = (it.before > 0).then(|| view! { <a href=format!("/desk/?{here}")>{words::desk_first(lang)}</a> });
    let next = it.next.as_ref().map(|after| {
        let after = crate::parts::typed::in_query(after);
        view! { <a class="onward" rel="next" href=format!("/desk/?{here}&after={after}")>{words::desk_next(lang)}" ›"</a> }
    });
    view! { <p class="pages">{range}{first}{next}</p> }.drawn()
}
