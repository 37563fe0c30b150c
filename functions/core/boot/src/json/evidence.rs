//! Files of a complaint as JSON.

use std::borrow::Cow;

use domain::evidence::{FileState, Scan};
use domain::lang::Lang;
use serde_json::{Value, json};
use site::page::evidence::{EvidencePage, FileOutcome, FileRefused, FileShown};

use super::{Shown, named};

impl Shown for EvidencePage {
    fn policy(&self) -> Cow<'static, str> {
        site::security::evidence_policy(self.files_at.as_deref()).into()
    }

    fn json(&self, lang: Lang, code: u16) -> Value {
        let (added, already) = match &self.outcome {
            Some(FileOutcome::Refused(fault)) => return named(code, fault.tag(), words::evidence_refused(lang), &words::evidence::fault(lang, *fault)),
            Some(FileOutcome::Added(id) | FileOutcome::Coming(id)) => (Some(id), false),
            Some(FileOutcome::Already(id)) => (Some(id), true),
            None => (None, false),
        };
        json!({
            "number": self.number.as_str(),
            "added": added.map(|id| id.as_str()),
            "already": already,
            "coming": self.coming,
            "refused": self.refused.iter().map(|it| refused(lang, it)).collect::<Vec<_>>(),
            "files": self.files.iter().map(file).collect::<Vec<_>>(),
        })
    }
}

pub(super) fn refused(lang: Lang, it: &FileRefused) -> Value {
    json!({
        "id": it.id().as_str(),
        "kind": it.mark.kind.tag(),
        "bytes": it.mark.bytes,
        "name": it.name,
        "sent_at": it.sent_at.to_string(),
        "code": it.fault.tag(),
        "detail": words::evidence::fault(lang, it.fault),
    })
}

pub(super) fn file(it: &FileShown) -> Value {
    let (state, scanned, copy) = match it.state {
        FileState::Held => ("held", false, false),
        FileState::Ready { scan, copy } => ("ready", scan == Scan::Clean, copy),
        FileState::Harmful => ("harmful", true, false),
    };
    json!({
        "id": it.id().as_str(),
        "kind": it.mark.kind.tag(),
        "bytes": it.mark.bytes,
        "sha256": it.mark.sha.as_str(),
        "name": it.name,
        "added_at": it.added_at.to_string(),
        "state": state,
        "scanned": scanned,
        "copy": copy,
    })
}
