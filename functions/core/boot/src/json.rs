//! Pages as JSON: the shapes that clients rely on, and problems after RFC 9457.

mod callback;
mod desk;
mod door;
mod evidence;
mod hearing;
mod hers;
mod intake;
mod picture;
mod review;
mod suggestion;
mod views;

use std::borrow::Cow;

use domain::clock::ClockState;
use domain::fault::{Fault, Field, Flaw};
use domain::lang::{Both, Lang};
use serde_json::{Value, json};
use site::Draw;
use site::page::{
    AlreadyFiledPage, BeginPage, CheckPage, ChoosePage, ClockShown, CodeEntry, CodeState, ComplaintPage, FormPage, Happening, Holder, NotFoundPage, PostText,
    ProblemKind, ProblemPage, Reader, ReceiptPage, StageShown, TextState, TrackCodePage, TrackNotice, TrackPage,
};

/// A page that can be answered with: drawn for people, as values for programs. From 400 on the values are a problem.
pub trait Shown: Draw {
    fn json(&self, lang: Lang, code: u16) -> Value;

    /// What a browser lets the drawn page do.
    fn policy(&self) -> Cow<'static, str> {
        site::security::content_security_policy().into()
    }

    /// The same of a page of the console.
    fn desk_policy(&self) -> Cow<'static, str> {
        site::security::desk_policy().into()
    }
}

impl Shown for AlreadyFiledPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        if code < 400 {
            return json!({ "number": self.number.as_str(), "already_registered": true });
        }
        let mut body = problem(lang, ProblemKind::AlreadyRegistered, None);
        body["number"] = json!(self.number.as_str());
        body
    }
}

impl Shown for BeginPage<'_> {
    fn json(&self, lang: Lang, code: u16) -> Value {
        faults(lang, code, self.fault.as_slice())
    }
}

impl Shown for CheckPage<'_> {
    fn json(&self, lang: Lang, code: u16) -> Value {
        let mut body = code_entry(lang, &self.code, code);
        body["draft"] = json!(self.code.draft);
        body
    }
}

impl Shown for ChoosePage<'_> {
    fn json(&self, lang: Lang, code: u16) -> Value {
        faults(lang, code, &[Fault { field: Field::Category, flaw: Flaw::UnknownChoice }])
    }
}

impl Shown for ComplaintPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        let mut body = complaint(lang, Reader::Complainant, self);
        body["yours"] = self.hers.as_ref().map_or(Value::Null, hers::hers);
        body
    }
}

impl Shown for FormPage<'_> {
    fn json(&self, lang: Lang, code: u16) -> Value {
        if self.expired && self.faults.is_empty() { problem(lang, ProblemKind::DraftGone, None) } else { faults(lang, code, &self.faults) }
    }
}

impl Shown for NotFoundPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        problem(lang, ProblemKind::NotFound, None)
    }
}

impl Shown for ProblemPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        problem(lang, self.kind, Some(self.trace))
    }
}

impl Shown for ReceiptPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        receipt_page(lang, self)
    }
}

impl Shown for TrackCodePage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        code_entry(lang, &self.code, code)
    }
}

impl Shown for TrackPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        match self.notice {
            Some(TrackNotice::NoMatch) => named(code, "no-match", words::track_no_match(lang), words::track_no_match_text(lang)),
            Some(TrackNotice::SignInAgain) => problem(lang, ProblemKind::SignInNeeded, None),
            None => faults(lang, code, &self.faults),
        }
    }
}

/// 202 with what was sent, or the problem with the code that was typed.
fn code_entry(lang: Lang, it: &CodeEntry, code: u16) -> Value {
    match it.state {
        CodeState::Sent | CodeState::NotSent | CodeState::WaitUntil(_) => json!({
            "draft": it.draft,
            "sent_to": it.sent_to,
            "expires_at": it.expires_at.to_string(),
            "code_sent": it.state == CodeState::Sent,
            "send_again_at": match it.state {
                CodeState::WaitUntil(at) => Some(at.to_string()),
                CodeState::NotSent => Some(it.now.to_string()),
                CodeState::Sent | CodeState::Malformed | CodeState::Wrong { .. } | CodeState::Expired | CodeState::LockedUntil(_) => None,
            },
        }),
        CodeState::Malformed => named(code, "not-a-code", words::code_short(lang), ""),
        CodeState::Wrong { left } => {
            let mut body = named(code, "wrong-code", &words::code_wrong(lang, i64::from(left)), "");
            body["tries_left"] = json!(left);
            body
        }
        CodeState::Expired => named(code, "code-expired", words::code_expired(lang), ""),
        CodeState::LockedUntil(until) => {
            let mut body = named(code, "code-locked", words::code_locked(lang), &words::code_locked_text(lang, words::date::moment(lang, until)));
            body["until"] = json!(until.to_string());
            body
        }
    }
}

fn receipt_page(lang: Lang, it: &ReceiptPage) -> Value {
    json!({
        "number": it.number.as_str(),
        "receipt": it.receipt,
        "registered_at": it.registered_at.to_string(),
        "due_at": it.due_at.to_string(),
        "rule": both(lang, &it.rule),
        "source": both(lang, &it.source),
        "holder": holder(lang, &it.holder),
        "next_level": it.next.as_ref().map(|(next, at)| level(lang, next, at)),
        "status": "registered",
    })
}

fn complaint(lang: Lang, reader: Reader, it: &ComplaintPage) -> Value {
    let main = &it.disposal;
    json!({
        "number": it.number.as_str(),
        "status": stage(it.stage),
        "service": both(lang, &it.service),
        "category": both(lang, &it.category),
        "registered_at": it.registered_at.to_string(),
        "due_at": main.ends_at.to_string(),
        "overdue": main.state == ClockState::Overdue,
        "rule": both(lang, &main.text),
        "source": both(lang, &main.source),
        "clocks": it.every_clock().map(|clock| one_clock(lang, clock)).collect::<Vec<_>>(),
        "holder": holder(lang, &it.holder),
        "working": it.working.as_ref().map(|w| holder(lang, w)),
        "next_level": it.ahead.first().map(|(next, at)| level(lang, next, at)),
        "ladder": it.ahead.iter().map(|(next, at)| level(lang, next, at)).collect::<Vec<_>>(),
        "at_top": it.at_top,
        "next_alarm_at": it.next_alarm.map(|at| at.to_string()),
        "timeline": it.timeline.iter().map(|h| happening(lang, reader, h)).collect::<Vec<_>>(),
    })
}

fn stage(it: StageShown) -> &'static str {
    match it {
        StageShown::Unassigned => "unassigned",
        StageShown::Assigned => "assigned",
        StageShown::Disposed => "disposed",
        StageShown::InAppeal => "in_appeal",
    }
}

fn one_clock(lang: Lang, it: &ClockShown) -> Value {
    json!({
        "rule": it.rule.tag(),
        "name": both(lang, &it.name),
        "started_at": it.started_at.to_string(),
        "due_at": it.due_at.to_string(),
        "ends_at": it.ends_at.to_string(),
        "state": match it.state {
            ClockState::Running => "running",
            ClockState::Paused(_) => "paused",
            ClockState::Met(_) => "met",
            ClockState::MetLate(_) => "met_late",
            ClockState::Overdue => "overdue",
        },
        "stood_still_seconds": it.stood_still.as_secs(),
    })
}

fn happening(lang: Lang, reader: Reader, it: &Happening) -> Value {
    let hers = it.text.map(|text| match text {
        TextState::Waiting => "waiting",
        TextState::Sent => "sent",
        TextState::NotWanted => "not_wanted",
        TextState::Failed => "failed",
    });
    let posts = it.post_text.map(|text| match text {
        PostText::Waiting => "waiting",
        PostText::Sent => "sent",
        PostText::NoPhone => "no_phone",
        PostText::Failed => "failed",
    });
    json!({ "at": it.at.to_string(), "kind": it.kind, "text": site::happened(lang, reader, &it.what), "sms": hers.or(posts) })
}

fn holder(lang: Lang, it: &Holder) -> Value {
    json!({ "title": it.title.get(lang), "place": it.place.get(lang), "woman": it.woman })
}

fn level(lang: Lang, next: &Holder, at: &domain::Timestamp) -> Value {
    json!({ "title": next.title.get(lang), "place": next.place.get(lang), "at": at.to_string() })
}

fn both(lang: Lang, names: &Both) -> &str {
    names.get(lang)
}

pub(crate) fn faults(lang: Lang, code: u16, faults: &[Fault]) -> Value {
    faults_as(lang, code, faults, words::fault)
}

/// The same, said as another form says it.
fn faults_as(lang: Lang, code: u16, faults: &[Fault], said: impl Fn(Lang, Fault) -> Cow<'static, str>) -> Value {
    if code < 400 {
        return json!({});
    }
    let mut body = named(code, "faults", &words::summary_title(lang, faults.len() as i64), "");
    let list = faults.iter().map(|fault| json!({ "field": fault.field.tag(), "code": fault.flaw.tag(), "message": said(lang, *fault) }));
    body["errors"] = list.collect();
    body
}

fn problem(lang: Lang, kind: ProblemKind, trace: Option<u64>) -> Value {
    let (title, detail) = site::problem_words(kind, lang);
    let mut body = named(kind.status(), kind.tag(), title, detail);
    if let Some(trace) = trace {
        body["help_code"] = json!(format!("{trace:010x}"));
    }
    body
}

/// `type` is a name, not an address: there is nothing to fetch.
fn named(code: u16, tag: &str, title: &str, detail: &str) -> Value {
    let mut body = json!({ "type": format!("urn:sunwai:{tag}"), "title": title, "status": code, "code": tag });
    if !detail.is_empty() {
        body["detail"] = json!(detail);
    }
    body
}
