//! Pictures for a report as JSON.

use std::borrow::Cow;

use domain::lang::Lang;
use serde_json::{Value, json};
use site::page::evidence::FileRefused;
use site::page::picture::{Adding, PictureOutcome, PictureShown, PicturesPage, PicturesShown};

use super::{Shown, both, named};

impl Shown for PicturesPage {
    fn desk_policy(&self) -> Cow<'static, str> {
        site::security::pictures_policy(self.files_at.as_deref()).into()
    }

    fn json(&self, lang: Lang, code: u16) -> Value {
        let not_taken = words::picture_not_taken(lang);
        let (added, already) = match &self.outcome {
            Some(PictureOutcome::Refused(fault)) => return named(code, fault.tag(), not_taken, &words::picture::fault(lang, *fault)),
            Some(PictureOutcome::NotYours) => return named(code, "not-yours", not_taken, words::picture_not_yours(lang)),
            Some(PictureOutcome::Added(id) | PictureOutcome::Coming(id)) => (Some(id), false),
            Some(PictureOutcome::Already(id)) => (Some(id), true),
            None => (None, false),
        };
        let mut body = pictures(lang, &self.pictures);
        body["number"] = json!(self.number.as_str());
        body["added"] = json!(added.map(|id| id.as_str()));
        body["already"] = json!(already);
        body
    }
}

pub(super) fn pictures(lang: Lang, it: &PicturesShown) -> Value {
    json!({
        "here": it.here.iter().map(|one| picture(lang, one)).collect::<Vec<_>>(),
        "coming": it.coming,
        "refused": it.refused.iter().map(|one| refused(lang, one)).collect::<Vec<_>>(),
        "adding": match it.adding {
            Adding::Open => "open",
            Adding::Full => "full",
            Adding::NotYours => "not-yours",
        },
    })
}

fn picture(lang: Lang, it: &PictureShown) -> Value {
    let mut body = super::evidence::file(&it.file);
    body["by"] = json!(both(lang, &it.by));
    body["standing"] = json!(it.standing.tag());
    body["in_report"] = json!(it.in_report);
    body
}

fn refused(lang: Lang, it: &FileRefused) -> Value {
    let mut body = super::evidence::refused(lang, it);
    body["detail"] = json!(words::picture::fault(lang, it.fault));
    body
}
