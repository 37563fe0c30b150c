//! Something was refused or failed: what it was, and what to do next.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::{Again, ProblemKind, ProblemPage};
use crate::parts::shell::{Shell, Switch, document};
use crate::parts::typed::shown;

pub(crate) fn not_found(lang: Lang) -> String {
    page(lang, words::not_found(lang), words::not_found_text(lang), None, Next::Home, None)
}

pub(crate) fn draw(lang: Lang, it: &ProblemPage) -> String {
    let (title, text, next) = said(lang, it.kind);
    // A static page was drawn for nobody: it has no code.
    let code = (it.trace != 0).then(|| format!("{:010x}", it.trace));
    page(lang, title, text, code, next, it.again.as_ref())
}

/// Where the one button leads.
enum Next {
    Home,
    Start,
    Track,
}

fn page(lang: Lang, title: &'static str, text: &'static str, code: Option<String>, next: Next, again: Option<&Again>) -> String {
    document(lang, &Shell::private(title, Switch::Link(String::new())), move || {
        let (href, label) = match next {
            Next::Home => ("", words::problem_home(lang)),
            Next::Start => ("file/", words::problem_start(lang)),
            Next::Track => ("track/", words::problem_track(lang)),
        };
        let code = code.map(|code| view! { <p class="over">{words::problem_code(lang)}</p><p class="number">{code}</p> });
        view! {
            <h1>{title}</h1>
            <p class="lead">{text}</p>
            {match again {
                Some(again) => send_again(lang, again),
                None => view! { <p><a class="go" href=format!("/{lang}/{href}")>{label}</a></p> }.drawn(),
            }}
            {code}
        }
        .drawn()
    })
}

/// Everything that was sent, hidden, behind one button.
fn send_again(lang: Lang, it: &Again) -> Markup {
    let fields: Vec<_> = it.fields.iter().map(|(name, value)| field(name, value)).collect();
    view! {
        <form method="post" action=it.action.clone() novalidate>
            {fields}
            <p><button class="go">{words::problem_again(lang)}</button></p>
        </form>
    }
    .drawn()
}

fn field(name: &str, value: &str) -> Markup {
    view! { <input type="hidden" name=shown(name) value=shown(value)/> }.drawn()
}

/// A problem in words: its title and what to do next.
pub fn problem_words(kind: ProblemKind, lang: Lang) -> (&'static str, &'static str) {
    let (title, text, _) = said(lang, kind);
    (title, text)
}

fn said(lang: Lang, kind: ProblemKind) -> (&'static str, &'static str, Next) {
    match kind {
        ProblemKind::UnreadableBody => (words::unreadable_body(lang), words::unreadable_body_text(lang), Next::Home),
        ProblemKind::SignInNeeded => (words::sign_in_needed(lang), words::sign_in_needed_text(lang), Next::Track),
        ProblemKind::ForeignForm => (words::foreign_form(lang), words::foreign_form_text(lang), Next::Home),
        ProblemKind::NotFound => (words::not_found(lang), words::not_found_text(lang), Next::Home),
        ProblemKind::WrongMethod => (words::wrong_method(lang), words::wrong_method_text(lang), Next::Home),
        ProblemKind::AlreadyRegistered => (words::already_registered(lang), words::already_registered_text(lang), Next::Track),
        ProblemKind::DraftGone => (words::draft_gone(lang), words::draft_gone_text(lang), Next::Start),
        ProblemKind::TooLarge => (words::too_large(lang), words::too_large_text(lang), Next::Home),
        ProblemKind::WrongType => (words::wrong_type(lang), words::wrong_type_text(lang), Next::Home),
        ProblemKind::TooManyTries => (words::too_many_tries(lang), words::too_many_tries_text(lang), Next::Home),
        ProblemKind::Broken => (words::broken(lang), words::broken_text(lang), Next::Home),
        ProblemKind::Unavailable => (words::unavailable(lang), words::unavailable_text(lang), Next::Home),
    }
}
