//! An officer's named views: opened, renamed by keeping one anew, and taken away.

use crate::parts::markup::{Drawn as _, Markup};
use domain::account::SavedView;
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::desk::{ViewFault, ViewsPage};
use crate::parts::console::{console, token};
use crate::parts::input::{Line, hidden, input};
use crate::parts::notice::notice;
use crate::parts::question::Question;
use crate::parts::summary::{self, summary};
use crate::parts::typed::shown;

pub(crate) fn draw(lang: Lang, it: &ViewsPage) -> String {
    console(lang, &it.head, words::view_title(lang), it.fault.is_some(), "", || {
        let rows = it.views.iter().map(|view| row(lang, it, view)).collect_view();
        let list = if it.views.is_empty() {
            view! { <p class="card nothing">{words::view_none(lang)}</p> }.drawn()
        } else {
            view! { <table class="list"><tbody>{rows}</tbody></table> }.drawn()
        };
        // A question that was refused cannot be named better.
        let again = matches!(it.fault, Some(ViewFault::Name | ViewFault::Raced)).then(|| form(lang, it));
        view! {
            <p class="noprint"><a class="back" href="/desk/">"‹ "{words::desk_title(lang)}</a></p>
            {it.fault.map(|fault| told(lang, fault))}
            <h1>{words::view_title(lang)}</h1>
            {again}
            <p>{words::view_lead(lang)}</p>
            {list}
        }
        .drawn()
    })
}

fn told(lang: Lang, fault: ViewFault) -> Markup {
    match fault {
        ViewFault::Name => summary(lang, vec![summary::Line { target: "name".into(), sentence: said(lang, fault).to_owned() }]),
        ViewFault::Query | ViewFault::Full | ViewFault::Raced => notice(words::view_not_kept(lang), [said(lang, fault).to_owned()]),
    }
}

/// Why a view was not kept, and what to do.
pub fn said(lang: Lang, it: ViewFault) -> &'static str {
    match it {
        ViewFault::Name => words::view_fault_name(lang),
        ViewFault::Query => words::view_fault_query(lang),
        ViewFault::Full => words::view_fault_full(lang),
        ViewFault::Raced => words::view_fault_raced(lang),
    }
}

fn form(lang: Lang, it: &ViewsPage) -> Markup {
    let why = it.fault.filter(|fault| *fault == ViewFault::Name).map(|fault| said(lang, fault).to_owned());
    let name = Question::named(lang, "name", words::view_name(lang), &it.name).hint(words::view_name_hint(lang)).fault(why);
    view! {
        <form class="card" method="post" action="/desk/views" novalidate>
            {token(&it.head)}
            {hidden("query", &it.query)}
            {input(&name, Line::TEXT.short())}
            <p><button class="go" type="submit">{words::view_keep(lang)}</button></p>
        </form>
    }
    .drawn()
}

fn row(lang: Lang, it: &ViewsPage, view: &SavedView) -> Markup {
    let name = shown(view.name.as_str());
    let label = words::view_forget_named(lang, &name);
    view! {
        <tr>
            <td class="what"><a href=format!("/desk/?{}", shown(&view.query))>{name}</a></td>
            <td class="who">
                <form method="post" action="/desk/views" novalidate>
                    {token(&it.head)}
                    {hidden("forget", view.name.as_str())}
                    <button class="go go-quiet" type="submit" aria-label=label>{words::view_forget(lang)}</button>
                </form>
            </td>
        </tr>
    }
    .drawn()
}
