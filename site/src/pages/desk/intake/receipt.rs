//! Registered at a desk: the paper that she takes with her, and where the complaint is now.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::origin;
use crate::page::intake::{Again, Given, IntakeReceiptPage};
use crate::pages::receipt::paper;
use crate::parts::console::console;
use crate::parts::help;
use crate::parts::notice::notice;

pub(crate) fn draw(lang: Lang, it: &IntakeReceiptPage) -> String {
    console(lang, &it.head, words::receipt_title(lang), false, "", || {
        view! {
            {it.again.map(|again| before(lang, again))}
            {given(lang, it.given)}
            <div class="paper">
                {paper(lang, &it.receipt)}
                <p>{look(lang, it)}</p>
                {lines(lang)}
            </div>
            <p class="noprint">
                <button class="go" type="button" data-print hidden>{words::intake_print(lang)}</button>
            </p>
            <p class="noprint quiet">{words::intake_print_how(lang)}</p>
            <p class="noprint">
                {(it.given == Given::Here).then(|| view! { <a href=format!("/desk/complaints/{}", it.receipt.number)>{words::intake_open(lang)}</a>" · " })}
                <a href="/desk/new">{words::intake_next(lang)}</a>
            </p>
        }
        .drawn()
    })
}

fn before(lang: Lang, again: Again) -> Markup {
    let changed = match again {
        Again::Same => None,
        Again::Changed => Some(words::intake_again_changed(lang).to_owned()),
    };
    let said = [Some(words::intake_again_text(lang).to_owned()), changed];
    view! { <div class="noprint">{notice(words::intake_again_title(lang), said.into_iter().flatten())}</div> }.drawn()
}

fn given(lang: Lang, given: Given) -> Option<Markup> {
    let said = match given {
        Given::Here => return None,
        Given::Elsewhere => words::intake_given_elsewhere(lang),
        Given::Walled => words::intake_given_walled(lang),
    };
    Some(view! { <div class="told noprint" role="status"><p>{said}</p></div> }.drawn())
}

/// How she looks without this desk.
fn look(lang: Lang, it: &IntakeReceiptPage) -> String {
    let address = format!("{}/{lang}/track/", origin().unwrap_or_default());
    if it.no_phone { words::intake_look_paper(lang, address) } else { words::intake_look_phone(lang, address) }
}

/// Whom to call, on the paper too.
fn lines(lang: Lang) -> Markup {
    let rows = help::LINES.iter().map(|line| view! { <li><b>{line.number}</b>" "{(line.whom)(lang)}</li> });
    view! { <h2>{words::help_title(lang)}</h2><ul class="plain">{rows.collect_view()}</ul> }.drawn()
}
