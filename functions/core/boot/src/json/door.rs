//! The pages through which officers come in, as JSON. A code stands in it once, as it does on the page.

use std::borrow::Cow;

use domain::lang::Lang;
use serde_json::{Value, json};
use site::page::door::{DoorNotice, EnrolPage, InviteNotice, InvitePage, InvitedPage, Invitee, SignInPage};

use super::{Shown, both, named};

impl Shown for SignInPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        door(lang, code, self.notice)
    }

    fn policy(&self) -> Cow<'static, str> {
        site::security::door_policy().into()
    }
}

impl Shown for EnrolPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        door(lang, code, self.notice)
    }

    fn policy(&self) -> Cow<'static, str> {
        site::security::door_policy().into()
    }
}

impl Shown for InvitePage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        match &self.notice {
            Some(InviteNotice::Refused) => named(code, "invite-refused", words::invite_refused(lang), words::invite_refused_text(lang)),
            Some(InviteNotice::Full) => named(code, "passkeys-full", words::invite_full(lang), words::invite_full_text(lang)),
            Some(InviteNotice::RecoveryAsked { number, until }) => json!({ "officer": number, "second_needed_until": until.to_string() }),
            None => json!({
                "unit": self.way.last().map(|unit| &unit.code),
                "below": self.below.iter().map(|unit| json!({ "code": unit.code, "name": both(lang, &unit.name) })).collect::<Vec<_>>(),
                "officers": self.officers.iter().map(|officer| invitee(lang, officer)).collect::<Vec<_>>(),
            }),
        }
    }
}

impl Shown for InvitedPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        json!({
            "officer": self.number,
            "name": both(lang, &self.name),
            "code": self.code,
            "link": self.link,
            "until": self.until.to_string(),
            "recovered": self.recovered,
        })
    }
}

fn invitee(lang: Lang, it: &Invitee) -> Value {
    json!({
        "officer": it.number,
        "rank": both(lang, &it.rank),
        "name": both(lang, &it.name),
        "post": both(lang, &it.post),
        "suspended": it.suspended,
        "passkeys": it.passkeys,
        "invited_until": it.invited_until.map(|at| at.to_string()),
        "recovery_until": it.recovery_until.map(|at| at.to_string()),
    })
}

fn door(lang: Lang, code: u16, notice: Option<DoorNotice>) -> Value {
    let Some(notice) = notice else { return json!({}) };
    let (title, text) = site::door_words(lang, notice);
    named(code, notice.tag(), title, text)
}
