//! Signing in with a passkey: one button, no name to type.

use crate::parts::markup::Drawn as _;
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::door::SignInPage;
use crate::parts::door::{Form, door, form, said_before};

const PATH: &str = "/desk/sign-in";

pub(crate) fn draw(lang: Lang, it: &SignInPage) -> String {
    door(lang, words::sign_in_title(lang), PATH, it.notice.is_some(), || {
        let passkey = Form { ask: "/desk/sign-in/challenge", action: "/desk/sign-in/finish", button: words::sign_in_go(lang) };
        view! {
            {said_before(lang, it.notice, it.elsewhere.as_deref(), PATH)}
            <h1>{words::sign_in_title(lang)}</h1>
            <div class="card">
                <p class="lead">{words::sign_in_lead(lang)}</p>
                {form(lang, &passkey, ().drawn())}
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
