//! Taking a complaint back: what it means, the code, the day to think it over, and the way to go on after all.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use domain::say::Withdrawal;
use leptos::prelude::*;
use words::date;

use super::say::{onwards, said};
use crate::page::{WithdrawPage, WithdrawState};
use crate::parts::back::back;
use crate::parts::code::{self, Ways};
use crate::parts::notice::notice;
use crate::parts::shell::{Shell, Switch, document};

pub(crate) fn draw(lang: Lang, it: &WithdrawPage) -> String {
    let address = format!("complaints/{}", it.number);
    let wrong = match &it.state {
        WithdrawState::Code(entry) => code::is_wrong(entry.state),
        WithdrawState::Stands(_) | WithdrawState::NoPhone => false,
    };
    let shell = Shell::private(words::say_withdraw(lang), Switch::Link(format!("{address}/withdraw"))).wrong(wrong);
    document(lang, &shell, || {
        let body = match &it.state {
            WithdrawState::Code(entry) => {
                let ways = Ways {
                    confirm: format!("/{lang}/{address}/withdraw/confirm"),
                    resend: None,
                    button: words::say_withdraw_confirm(lang),
                    sent: code::sent_sentence(lang, entry),
                };
                view! { {code::first(lang, entry)}<h1>{words::say_withdraw_code(lang)}</h1>{code::entry(lang, entry, ways)} }.drawn()
            }
            WithdrawState::NoPhone => said(words::say_withdraw_no_phone(lang), words::say_withdraw_no_phone_text(lang).to_owned()),
            WithdrawState::Stands(stands) => stands_now(lang, it, *stands, &address),
        };
        view! { {back(lang, format!("/{lang}/{address}"))}{body}{onwards(lang, &it.number)} }.drawn()
    })
}

fn stands_now(lang: Lang, it: &WithdrawPage, stands: Withdrawal, address: &str) -> Markup {
    match stands {
        Withdrawal::May => view! {
            <h1>{words::say_withdraw(lang)}</h1>
            <p class="lead">{words::say_withdraw_lead(lang, it.hours)}</p>
            <p>{words::say_withdraw_quiet(lang)}</p>
            {notice(words::say_withdraw_pressed(lang), [])}
            <form method="post" action=format!("/{lang}/{address}/withdraw") novalidate>
                <p><button class="go go-quiet" type="submit">{words::say_withdraw_send(lang)}</button></p>
            </form>
        }
        .drawn(),
        Withdrawal::Waits(at) => view! {
            {said(&words::say_withdraw_waits(lang, date::moment(lang, at)), words::say_withdraw_waits_text(lang).to_owned())}
            <form method="post" action=format!("/{lang}/{address}/keep") novalidate>
                <p><button class="go" type="submit">{words::say_withdraw_keep(lang)}</button></p>
            </form>
        }
        .drawn(),
        Withdrawal::EndsNothing => said(words::say_withdraw_ends_nothing(lang), words::say_withdraw_ends_nothing_text(lang).to_owned()),
        Withdrawal::Recorded => said(words::say_withdraw_recorded(lang), words::say_withdraw_recorded_text(lang).to_owned()),
        Withdrawal::Closed => said(words::say_withdraw_closed(lang), String::new()),
    }
}
