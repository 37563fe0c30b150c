//! The one field for a code, what is known about the code, and how to get another.

use crate::parts::markup::{Drawn as _, Markup};
use domain::fault::{Fault, Field, Flaw};
use domain::lang::Lang;
use domain::otp;
use leptos::prelude::*;
use words::date;

use crate::page::{CodeEntry, CodeState};
use crate::parts::input::hidden;
use crate::parts::notice::notice;
use crate::parts::question::Question;
use crate::parts::summary;
use crate::parts::typed::shown;

/// Where the code and the wish for another go.
pub(crate) struct Ways {
    pub(crate) confirm: String,
    /// `None` where a new code means starting the step again.
    pub(crate) resend: Option<String>,
    pub(crate) button: &'static str,
    /// What is said about the code on its way.
    pub(crate) sent: String,
}

/// The id of the button that sends another code.
const RESEND: &str = "resend";

/// What is wrong with the code, as the summary says it and as it stands beside the field.
pub(crate) fn fault(lang: Lang, state: CodeState) -> Option<String> {
    match state {
        CodeState::Malformed => Some(words::fault(lang, Fault { field: Field::Code, flaw: Flaw::NotACode }).into_owned()),
        CodeState::Wrong { left } => Some(words::code_wrong(lang, i64::from(left))),
        CodeState::Expired => Some(words::code_expired(lang).to_owned()),
        CodeState::Sent | CodeState::NotSent | CodeState::WaitUntil(_) | CodeState::LockedUntil(_) => None,
    }
}

/// Whether the page's title begins with the word for an error.
pub(crate) fn is_wrong(state: CodeState) -> bool {
    match state {
        CodeState::Malformed | CodeState::Wrong { .. } | CodeState::Expired | CodeState::LockedUntil(_) => true,
        CodeState::Sent | CodeState::NotSent | CodeState::WaitUntil(_) => false,
    }
}

/// First in main: the summary, or a notice where no answer of hers is to blame.
pub(crate) fn first(lang: Lang, code: &CodeEntry) -> Markup {
    let line = fault(lang, code.state).map(|sentence| summary::Line { target: Field::Code.tag().into(), sentence });
    let said = match code.state {
        CodeState::NotSent => notice(words::code_not_sent(lang), [words::code_not_sent_text(lang).to_owned(), words::code_not_sent_desk(lang).to_owned()]),
        CodeState::WaitUntil(at) => notice(words::code_wait(lang), [words::code_wait_text(lang, soon(lang, at, code))]),
        CodeState::LockedUntil(at) => {
            notice(words::code_locked(lang), [words::code_locked_text(lang, soon(lang, at, code)), words::code_locked_call(lang).to_owned()])
        }
        CodeState::Sent | CodeState::Malformed | CodeState::Wrong { .. } | CodeState::Expired => ().drawn(),
    };
    view! { {summary::summary(lang, line.into_iter().collect())}{said} }.drawn()
}

/// The hour where it is today, the day too where it is not.
fn soon(lang: Lang, at: domain::Timestamp, code: &CodeEntry) -> String {
    if date::days_between(code.now, at) == 0 { date::clock(lang, at) } else { date::moment(lang, at) }
}

/// The field with its button, and below it the way to another code.
pub(crate) fn entry(lang: Lang, code: &CodeEntry, ways: Ways) -> Markup {
    if matches!(code.state, CodeState::LockedUntil(_)) {
        return ().drawn();
    }
    let question = Question::new(lang, Field::Code, "", &[]).hint(words::code_keep(lang)).fault(fault(lang, code.state));
    let sent = (code.state != CodeState::NotSent && code.state != CodeState::Expired).then(|| view! { <p>{ways.sent}</p> });
    view! {
        {sent}
        <form method="post" action=ways.confirm novalidate>
            {hidden("draft", &code.draft)}
            {question.framed(field(&question))}
            <p><button class="go" type="submit">{ways.button}</button></p>
        </form>
        {ways.resend.map(|action| resend(lang, code, action))}
    }
    .drawn()
}

fn field(question: &Question) -> Markup {
    view! {
        <input
            class="code"
            type="text"
            id=question.id.to_string()
            name=question.name
            inputmode="numeric"
            autocomplete="one-time-code"
            pattern=r"\d{6}"
            aria-describedby=question.described_by()
            aria-invalid=question.invalid()
        />
    }
    .drawn()
}

fn resend(lang: Lang, code: &CodeEntry, action: String) -> Markup {
    // Only right after a code went out is there something to wait for.
    let wait = (code.state == CodeState::Sent).then(|| otp::RESEND_AFTER.as_secs().to_string());
    view! {
        <form method="post" action=action novalidate>
            {hidden("draft", &code.draft)}
            <p>{words::code_not_arrived(lang)}" "<button class="link" id=RESEND type="submit" data-wait=wait>{words::code_resend(lang)}</button></p>
        </form>
    }
    .drawn()
}

/// The sentence about the code on its way to a phone that may be named.
pub(crate) fn sent_sentence(lang: Lang, code: &CodeEntry) -> String {
    let until = date::clock(lang, code.expires_at);
    match &code.sent_to {
        // The number stays in one piece where the line breaks.
        Some(phone) => words::code_sent_to(lang, shown(phone).replace(' ', "\u{a0}"), until),
        None => words::code_sent(lang, until),
    }
}
