//! Inviting officers to make a passkey, unit by unit, and helping one who has lost every passkey.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::door::{InviteNotice, InvitePage, Invitee, UnitShown};
use crate::parts::console::{console, token};
use crate::parts::input::{Line, hidden, input};
use crate::parts::notice::notice;
use crate::parts::question::Question;

pub(crate) fn draw(lang: Lang, it: &InvitePage) -> String {
    let wrong = matches!(it.notice, Some(InviteNotice::Refused | InviteNotice::Full));
    console(lang, &it.head, words::invite_title(lang), wrong, "", || {
        let link = |code: &str, name: &str| view! { <li><a href=format!("/desk/invite?unit={}", encoded(code))>{name.to_owned()}</a></li> };
        let way = it.way.iter().map(|unit| link(&unit.code, called(lang, unit))).collect_view();
        let below = it.below.iter().map(|unit| link(&unit.code, called(lang, unit))).collect_view();
        let rows = it.officers.iter().map(|officer| row(lang, it, officer)).collect_view();
        let table = if it.officers.is_empty() {
            view! { <p class="nothing">{words::invite_nobody(lang)}</p> }.drawn()
        } else {
            view! {
                <table class="list">
                    <thead><tr><th scope="col">{words::desk_head_officer(lang)}</th><th scope="col">{words::invite_state(lang)}</th><td></td></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            }
            .drawn()
        };
        let units = (!it.below.is_empty()).then(|| view! { <h2>{words::invite_below(lang)}</h2><ul class="chips">{below}</ul> });
        view! {
            {it.notice.as_ref().map(|said| said_before(lang, said))}
            <h1>{words::invite_title(lang)}</h1>
            <p>{words::invite_lead(lang)}</p>
            <ul class="chips">{way}</ul>
            {table}
            {units}
            {recovery(lang, it)}
        }
        .drawn()
    })
}

/// A unit's name; the state has none of its own.
fn called(lang: Lang, unit: &UnitShown) -> &str {
    if unit.name.get(lang).is_empty() { words::invite_top(lang) } else { unit.name.get(lang) }
}

/// A code of a unit as it stands in an address.
fn encoded(code: &str) -> String {
    code.replace('%', "%25").replace(' ', "%20").replace('/', "%2F")
}

fn said_before(lang: Lang, said: &InviteNotice) -> Markup {
    match said {
        InviteNotice::RecoveryAsked { number, until } => {
            let until = words::date::moment(lang, *until);
            let sentences = [words::recovery_asked_text(lang, until)];
            notice(&words::recovery_asked(lang, number), sentences)
        }
        InviteNotice::Refused => notice(words::invite_refused(lang), [words::invite_refused_text(lang).to_owned()]),
        InviteNotice::Full => notice(words::invite_full(lang), [words::invite_full_text(lang).to_owned()]),
    }
}

fn row(lang: Lang, it: &InvitePage, officer: &Invitee) -> Markup {
    let (rank, name) = (officer.rank.get(lang).to_owned(), officer.name.get(lang).to_owned());
    let label = words::invite_whom(lang, &name);
    view! {
        <tr>
            <td><b>{name}</b>" "{rank}<small>{officer.post.get(lang).to_owned()}" · "{officer.number.clone()}</small></td>
            <td>{state(lang, officer)}</td>
            <td>
                <form method="post" action="/desk/invite" novalidate>
                    {token(&it.head)}{hidden("officer", &officer.number)}
                    <button class="go go-quiet" type="submit" aria-label=label>{words::invite_go(lang)}</button>
                </form>
            </td>
        </tr>
    }
    .drawn()
}

fn state(lang: Lang, officer: &Invitee) -> Markup {
    let count = i64::from(officer.passkeys);
    let keys = if count == 0 { words::invite_no_passkey(lang).to_owned() } else { words::invite_passkeys(lang, count) };
    let invited = officer.invited_until.map(|until| view! { <small>{words::invite_until(lang, words::date::moment(lang, until))}</small> });
    let asked = officer.recovery_until.map(|until| view! { <small>{words::recovery_waits(lang, words::date::moment(lang, until))}</small> });
    let suspended = officer.suspended.then(|| view! { <small>{words::invite_suspended(lang)}</small> });
    view! { {keys}{invited}{asked}{suspended} }.drawn()
}

fn recovery(lang: Lang, it: &InvitePage) -> Markup {
    let number = Question::named(lang, "officer", words::officer_number(lang), "").hint(words::recovery_hint(lang));
    view! {
        <div class="card">
            <h2>{words::recovery_title(lang)}</h2>
            <p>{words::recovery_lead(lang)}</p>
            <form method="post" action="/desk/recover" novalidate>
                {token(&it.head)}
                {input(&number, Line::TEXT.short())}
                <p><button class="go" type="submit">{words::recovery_go(lang)}</button></p>
            </form>
        </div>
    }
    .drawn()
}
