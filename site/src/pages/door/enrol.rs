//! Making a passkey: the number, the code of the invitation, and the device's own lock.

use crate::parts::markup::Drawn as _;
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::door::EnrolPage;
use crate::parts::door::{Form, door, form, said_before};
use crate::parts::input::{Line, input};
use crate::parts::question::Question;

const PATH: &str = "/desk/enrol";

pub(crate) fn draw(lang: Lang, it: &EnrolPage) -> String {
    door(lang, words::enrol_title(lang), PATH, it.notice.is_some(), || {
        let passkey = Form { ask: "/desk/enrol/challenge", action: PATH, button: words::enrol_go(lang) };
        let officer = Question::named(lang, "officer", words::officer_number(lang), &it.officer);
        let code = Question::named(lang, "code", words::enrol_code(lang), "").hint(words::enrol_code_hint(lang));
        let fields = view! { {input(&officer, Line::TEXT.short())}{input(&code, Line::TEXT)} }.drawn();
        view! {
            {said_before(lang, it.notice, it.elsewhere.as_deref(), PATH)}
            <h1>{words::enrol_title(lang)}</h1>
            <div class="card">
                <p class="lead">{words::enrol_lead(lang)}</p>
                {form(lang, &passkey, fields)}
            </div>
            <p>{words::enrol_own_device(lang)}</p>
        }
        .drawn()
    })
}
