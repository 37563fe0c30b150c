//! What she says after the filing, as JSON.

use domain::lang::Lang;
use domain::say::Withdrawal;
use serde_json::{Value, json};
use site::page::{AnswerShown, ContactPage, ContactState, HersShown, MinePage, RefusedPage, RefusedState, SayPage, SayState, WithdrawPage, WithdrawState};

use super::{Shown, both, code_entry, faults, holder, named, stage};

pub(super) fn hers(it: &HersShown) -> Value {
    let until = match it.answer {
        AnswerShown::Asked(until) | AnswerShown::None(until) => Some(until.to_string()),
        AnswerShown::Solved(until) => until.map(|until| until.to_string()),
        AnswerShown::NotAsked | AnswerShown::Unsolved => None,
    };
    json!({ "answer": it.answer.tag(), "answer_until": until, "may_report_refusal": it.may_refuse, "withdrawal": withdrawal(it.withdrawal), "hearing": it.hearing, "listed": it.listed })
}

fn withdrawal(it: Withdrawal) -> &'static str {
    match it {
        Withdrawal::May => "may",
        Withdrawal::Waits(_) => "waits",
        Withdrawal::EndsNothing => "ends-nothing",
        Withdrawal::Recorded => "recorded",
        Withdrawal::Closed => "closed",
    }
}

impl Shown for SayPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        if !self.faults.is_empty() {
            return faults(lang, code, &self.faults);
        }
        if code >= 400 {
            return named(code, self.state.tag(), words::say_ways(lang), "");
        }
        let to = match &self.state {
            SayState::Reopened(to) => Some(holder(lang, to)),
            SayState::Ask(_) | SayState::Solved | SayState::AtTop | SayState::Late(_) | SayState::NotClosed | SayState::Before => None,
        };
        json!({ "number": self.number.as_str(), "state": self.state.tag(), "holder": to })
    }
}

impl Shown for RefusedPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        match &self.state {
            RefusedState::Ask => json!({ "number": self.number.as_str() }),
            RefusedState::Done(to, at) => json!({ "number": self.number.as_str(), "holder": holder(lang, to), "next_at": at.to_string() }),
            RefusedState::Not => named(code, "not-now", words::say_refused_not(lang), words::say_refused_not_text(lang)),
        }
    }
}

impl Shown for WithdrawPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        match &self.state {
            WithdrawState::Code(entry) => code_entry(lang, entry, code),
            WithdrawState::NoPhone if code >= 400 => named(code, "no-phone", words::say_withdraw_no_phone(lang), words::say_withdraw_no_phone_text(lang)),
            WithdrawState::NoPhone => json!({ "number": self.number.as_str(), "withdrawal": "no-phone", "at": null }),
            WithdrawState::Stands(stands) if code >= 400 => named(code, withdrawal(*stands), words::say_withdraw(lang), ""),
            WithdrawState::Stands(stands) => {
                let at = match stands {
                    Withdrawal::Waits(at) => Some(at.to_string()),
                    Withdrawal::May | Withdrawal::EndsNothing | Withdrawal::Recorded | Withdrawal::Closed => None,
                };
                json!({ "number": self.number.as_str(), "withdrawal": withdrawal(*stands), "at": at })
            }
        }
    }
}

impl Shown for ContactPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        match &self.state {
            ContactState::Code(entry) => code_entry(lang, entry, code),
            ContactState::Ask if code >= 400 => faults(lang, code, &self.faults),
            ContactState::Ask | ContactState::Saved => json!({
                "number": self.number.as_str(),
                "contact_sms": self.typed("contact_sms"),
                "contact_call": self.typed("contact_call"),
                "safe_hours": self.typed("safe_hours"),
                "other_phone": self.other_phone,
                "has_code_word": self.has_code_word,
                "may_change_number": self.may_change_number,
            }),
        }
    }
}

impl Shown for MinePage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        let row = |it: &site::page::MineRow| {
            json!({
                "number": it.number.as_str(),
                "category": both(lang, &it.category),
                "status": stage(it.stage),
                "registered_at": it.registered_at.to_string(),
                "due_at": it.due_at.to_string(),
            })
        };
        json!({ "complaints": self.rows.iter().map(row).collect::<Vec<_>>() })
    }
}
