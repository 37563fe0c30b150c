//! The console's pages as JSON. What is closed on the page is closed here: names stand in it only where she was opened.

use domain::access::DeskMove;
use domain::lang::Lang;
use serde_json::{Value, json};
use site::page::desk::{BulkPage, BulkResult, Candidate, CasePage, ContactShown, FormFault, Identity, NoteShown, Outcome, Row, SearchPage, WorklistPage};
use site::page::{Reader, StageShown};

use super::{Shown, both, complaint, named, stage};

impl Shown for WorklistPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        let counts: serde_json::Map<String, Value> = self.counts.iter().map(|(view, count)| (view.tag().to_owned(), json!(count))).collect();
        let filter: serde_json::Map<String, Value> = self.filter.set().map(|(part, value)| (part.tag().to_owned(), json!(value))).collect();
        json!({
            "view": self.view.tag(),
            "counts": counts,
            "filter": filter,
            "total": self.total,
            "before": self.before,
            "next": self.next,
            "rows": rows(lang, &self.rows),
            "saved": self.saved.iter().map(|(name, query)| json!({ "name": name, "query": query })).collect::<Vec<_>>(),
            "bulk": self.bulk.iter().map(|wanted| wanted.tag()).collect::<Vec<_>>(),
        })
    }
}

impl Shown for SearchPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        json!({ "open": rows(lang, &self.open), "closed": rows(lang, &self.closed), "more": self.more, "ended": self.ended })
    }
}

impl Shown for CasePage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        if code >= 400
            && let Some(refused) = refused(lang, code, self.outcome.as_ref())
        {
            return refused;
        }
        let mut body = complaint(lang, Reader::Officer, &self.complaint);
        let more = json!({
            "role": self.role.tag(),
            "version": self.version,
            "place": both(lang, &self.place),
            "channel": self.channel.tag(),
            "progress": self.progress.tag(),
            "contacted_at": self.contacted_at.map(|at| at.to_string()),
            "woman_officer": self.woman_officer,
            "identity": identity(&self.identity),
            "account": self.account,
            "about": fields(&self.about),
            "contact": contact(&self.contact),
            "evidence": self.evidence.iter().map(super::evidence::file).collect::<Vec<_>>(),
            "pictures": super::picture::pictures(lang, &self.pictures),
            "notes": self.notes.iter().map(|note| one_note(lang, note)).collect::<Vec<_>>(),
            "moves": self.moves.iter().map(|wanted| wanted.tag()).collect::<Vec<_>>(),
            "officers": self.officers.iter().map(|it| candidate(lang, it)).collect::<Vec<_>>(),
            "district": self.stations.district,
            "stations": self.stations.of_it.iter().map(|(code, name)| json!({ "code": code, "name": both(lang, name) })).collect::<Vec<_>>(),
            "repeats": rows(lang, &self.repeats),
            "suggestion": super::suggestion::suggestion(&self.suggestion),
            "may_pause": self.may_pause.iter().map(|(rule, _)| rule.tag()).collect::<Vec<_>>(),
            "paused": self.paused.iter().map(|(rule, _)| rule.tag()).collect::<Vec<_>>(),
            "replies": self.templates.iter().map(|it| json!({ "id": it.id.as_str(), "move": it.wanted.tag(), "name": both(lang, &it.name), "text": both(lang, &it.text) })).collect::<Vec<_>>(),
            "done": match self.outcome {
                Some(Outcome::Done(wanted)) => Some(wanted.tag()),
                Some(Outcome::Refused(..) | Outcome::Faulty(..) | Outcome::Stale(_)) | None => None,
            },
        });
        if let (Value::Object(body), Value::Object(more)) = (&mut body, more) {
            body.extend(more);
        }
        body
    }
}

impl Shown for BulkPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        if code >= 400
            && let Some(fault) = self.fault
        {
            return faulty(lang, code, self.wanted.each(), fault);
        }
        let rows = self.rows.iter().map(|row| {
            let result = row.result.map(|result| match result {
                BulkResult::Done => json!({ "done": true }),
                BulkResult::Refused(refusal) => json!({ "done": false, "why": "refused", "message": words::desk::refusal(lang, refusal) }),
                BulkResult::Stale => json!({ "done": false, "why": "stale", "message": words::desk_bulk_stale(lang) }),
                BulkResult::Failed => json!({ "done": false, "why": "failed", "message": words::desk_bulk_failed(lang) }),
                BulkResult::Unknown => json!({ "done": false, "why": "unknown", "message": words::desk_bulk_unknown(lang) }),
            });
            json!({ "number": row.number.as_str(), "version": row.version, "category": row.category.as_ref().map(|name| both(lang, name)), "result": result })
        });
        json!({ "move": self.wanted.tag(), "key": self.key, "rows": rows.collect::<Vec<_>>() })
    }
}

fn rows(lang: Lang, all: &[Row]) -> Vec<Value> {
    all.iter().map(|it| row(lang, it)).collect()
}

fn row(lang: Lang, it: &Row) -> Value {
    json!({
        "number": it.number.as_str(),
        "due_at": it.due_at.to_string(),
        "paused": it.paused.map(|(why, until)| json!({ "reason": why.tag(), "until": until.to_string() })),
        "category": both(lang, &it.category),
        "place": both(lang, &it.place),
        "channel": it.channel.tag(),
        "stage": stage(it.stage),
        "open": it.stage != StageShown::Disposed,
        "progress": it.progress.tag(),
        "officer": it.officer.as_ref().map(|(rank, name)| json!({ "rank": both(lang, rank), "name": both(lang, name) })),
        "level": it.level,
        "woman_officer": it.woman_officer,
    })
}

fn identity(it: &Identity) -> Value {
    match it {
        Identity::Masked { name, phone } => json!({ "state": "masked", "name": name, "phone": phone }),
        Identity::Open { fields: opened, phone, word } => json!({ "state": "open", "fields": fields(opened), "phone": phone, "code_word": word }),
        Identity::Erased => json!({ "state": "erased" }),
    }
}

fn fields(all: &[(domain::fault::Field, String)]) -> Value {
    all.iter().map(|(field, value)| (field.tag().to_owned(), json!(value))).collect::<serde_json::Map<String, Value>>().into()
}

fn contact(it: &ContactShown) -> Value {
    json!({ "sms": it.sms, "call": it.call, "hours": it.hours, "now_is_safe": it.now_is_safe })
}

fn one_note(lang: Lang, it: &NoteShown) -> Value {
    json!({ "at": it.at.to_string(), "by": both(lang, &it.by), "kind": it.what.kind, "what": site::happened(lang, Reader::Officer, &it.what.what), "text": it.text })
}

fn candidate(lang: Lang, it: &Candidate) -> Value {
    json!({
        "id": it.officer.id.as_str(),
        "rank": both(lang, &it.officer.rank),
        "name": both(lang, &it.officer.name),
        "woman": it.officer.woman,
        "open": it.open,
    })
}

/// Why a move was not made, as a problem.
fn refused(lang: Lang, code: u16, outcome: Option<&Outcome>) -> Option<Value> {
    let title = |wanted| words::case_refused(lang, words::desk::wanted(lang, wanted));
    match *outcome? {
        Outcome::Done(_) => None,
        Outcome::Refused(wanted, refusal) => {
            let mut body = named(code, "refused", &title(wanted), words::desk::refusal(lang, refusal));
            body["move"] = json!(wanted.tag());
            Some(body)
        }
        Outcome::Faulty(wanted, fault) => Some(faulty(lang, code, wanted, fault)),
        Outcome::Stale(wanted) => {
            let mut body = named(code, "stale", &words::case_stale(lang, words::desk::wanted(lang, wanted)), words::case_stale_text(lang));
            body["move"] = json!(wanted.tag());
            Some(body)
        }
    }
}

fn faulty(lang: Lang, code: u16, wanted: DeskMove, fault: FormFault) -> Value {
    let title = words::case_refused(lang, words::desk::wanted(lang, wanted));
    let mut body = named(code, fault.tag(), &title, &site::fault_words(lang, fault, words::desk::wanted(lang, wanted)));
    body["move"] = json!(wanted.tag());
    if let FormFault::Wording(of, _) = fault {
        body["field"] = json!(format!("public_{of}"));
    }
    body
}
