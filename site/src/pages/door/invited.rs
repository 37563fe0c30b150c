//! The code of an invitation, shown once.

use crate::parts::markup::Drawn as _;
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::door::InvitedPage;
use crate::parts::console::console;
use crate::parts::notice::notice;

pub(crate) fn draw(lang: Lang, it: &InvitedPage) -> String {
    console(lang, &it.head, words::invited_title(lang), false, "", || {
        let whom = format!("{} {}", it.rank.get(lang), it.name.get(lang));
        let ended = it.recovered.then(|| notice(words::recovery_done(lang), [words::recovery_done_text(lang).to_owned()]));
        view! {
            <p class="noprint"><a class="back" href="/desk/invite">"‹ "{words::invite_title(lang)}</a></p>
            {ended}
            <h1>{words::invited_title(lang)}</h1>
            <div class="card">
                <p>{words::invited_lead(lang, whom)}</p>
                <dl>
                    <div class="row"><dt>{words::officer_number(lang)}</dt><dd class="num">{it.number.clone()}</dd></div>
                    <div class="row"><dt>{words::enrol_code(lang)}</dt><dd class="num copied">{it.code.clone()}</dd></div>
                    <div class="row"><dt>{words::invited_link(lang)}</dt><dd class="copied">{it.link.clone()}</dd></div>
                </dl>
                <p>{words::invited_until(lang, words::date::moment(lang, it.until))}</p>
                <p>{words::invited_once(lang)}</p>
            </div>
        }
        .drawn()
    })
}
