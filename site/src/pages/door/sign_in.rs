//! Signing in with a passkey: one button, no name to type.

use crate::parts::markup::Drawn as _;
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::Onward;
use crate::page::door::SignInPage;
use crate::parts::door::{Form, door, form, said_before};
use crate::parts::input::hidden;

const PATH: &str = "/desk/sign-in";

pub(crate) fn draw(lang: Lang, it: &SignInPage) -> String {
    door(lang, words::sign_in_title(lang), PATH, it.notice.is_some(), || {
        let passkey = Form { ask: "/desk/sign-in/challenge", action: "/desk/sign-in/finish", button: words::sign_in_go(lang) };
        let lead = if it.onward.is_some() { words::proof_lead(lang) } else { words::sign_in_lead(lang) };
        let along = it.onward.iter().flat_map(Onward::pairs).map(|(name, value)| hidden(name, &value)).collect_view().drawn();
        view! {
            {said_before(lang, it.notice, it.elsewhere.as_deref(), PATH)}
            <h1>{words::sign_in_title(lang)}</h1>
            <div class="card">
                <p class="lead">{lead}</p>
                {form(lang, &passkey, along)}
            </div>
            <div class="card">
                <h2>{words::sign_in_none(lang)}</h2>
                <p>{words::sign_in_none_text(lang)}</p>
                <p><a href=format!("/desk/enrol?lang={lang}")>{words::sign_in_enrol(lang)}</a></p>
            </div>
        }
        .drawn()
    })
}
