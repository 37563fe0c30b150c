//! The SMS templates: read, rendered at their longest, refused where they do not fit.

use std::collections::BTreeMap;

use domain::event::TextKey;
use domain::lang::Lang;
use domain::sms::{Slot, Tag, Template, Texts};
use serde::Deserialize;
use toml::Spanned;

use crate::raw;
use crate::{Mistakes, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    entity_id: Spanned<String>,
    template: Vec<RawTemplate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTemplate {
    key: Spanned<String>,
    lang: Spanned<String>,
    dlt_id: Spanned<String>,
    header: Spanned<String>,
    segments: u8,
    text: Spanned<String>,
    vars: BTreeMap<String, RawVar>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVar {
    tag: RawTag,
    longest: Spanned<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawTag {
    Numeric,
    Alphanumeric,
}

pub(crate) fn read(source: Source<'_>, m: &mut Mistakes) -> Option<Texts> {
    let file: File = raw::parse(source, m)?;
    digits(source, &file.entity_id, 1..=50, m);
    let mut templates = BTreeMap::new();
    let mut dlt_ids = Vec::new();
    for raw in &file.template {
        raw::fresh(source, &raw.dlt_id, |id| Some(id.to_owned()), &mut dlt_ids, m);
        digits(source, &raw.dlt_id, 10..=30, m);
        let Some(template) = template(source, raw, m) else { continue };
        let place = (template.key, template.lang);
        if templates.insert(place, template).is_some() {
            m.at(source, raw.key.span().start, format!("`{}` in `{}` is there twice", raw.key.get_ref(), raw.lang.get_ref()));
        }
    }
    for (key, lang) in TextKey::ALL.into_iter().flat_map(|key| Lang::ALL.map(|lang| (key, lang))) {
        if !templates.contains_key(&(key, lang)) {
            m.at(source, 0, format!("`{}` has no text in `{lang}`", key.tag()));
        }
    }
    Some(Texts::new(file.entity_id.into_inner(), templates))
}

fn template(source: Source<'_>, raw: &RawTemplate, m: &mut Mistakes) -> Option<Template> {
    let before = m.0.len();
    let key = TextKey::ALL.into_iter().find(|k| k.tag() == raw.key.get_ref());
    if key.is_none() {
        m.at(source, raw.key.span().start, format!("no text is called `{}`", raw.key.get_ref()));
    }
    let lang = Lang::parse(raw.lang.get_ref());
    if lang.is_none() {
        m.at(source, raw.lang.span().start, format!("`{}` is no language of ours", raw.lang.get_ref()));
    }
    let header = raw.header.get_ref();
    if header.len() != 6 || !header.bytes().all(|b| b.is_ascii_uppercase()) {
        m.at(source, raw.header.span().start, "a header is six capital letters");
    }
    let slots = raw.vars.iter().map(|(name, var)| {
        let tag = match var.tag {
            RawTag::Numeric => Tag::Numeric,
            RawTag::Alphanumeric => Tag::Alphanumeric,
        };
        (name.clone(), Slot { tag, longest: var.longest.get_ref().clone() })
    });
    let template = Template {
        key: key?,
        lang: lang?,
        dlt_id: raw.dlt_id.get_ref().clone(),
        header: header.clone(),
        segments: raw.segments,
        text: raw.text.get_ref().clone(),
        slots: slots.collect(),
    };
    for reason in template.mistakes() {
        m.at(source, raw.text.span().start, reason);
    }
    (m.0.len() == before).then_some(template)
}

fn digits(source: Source<'_>, written: &Spanned<String>, length: std::ops::RangeInclusive<usize>, m: &mut Mistakes) {
    let text = written.get_ref();
    if !length.contains(&text.len()) || !text.bytes().all(|b| b.is_ascii_digit()) {
        m.at(source, written.span().start, format!("`{text}` is no registered id: digits only, {} to {} of them", length.start(), length.end()));
    }
}
