//! The shape of a text: its slots, its length in segments, and what may never stand in it.
//! The sentences themselves are data.

use std::collections::BTreeMap;

use crate::event::TextKey;
use crate::lang::Lang;

/// Every text in every language, and who sends them.
#[derive(Clone, Debug)]
pub struct Texts {
    /// The sender's registered entity id (DLT).
    pub entity_id: String,
    templates: BTreeMap<(TextKey, Lang), Template>,
}

/// A registered text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pub key: TextKey,
    pub lang: Lang,
    /// The template's registered id (DLT).
    pub dlt_id: String,
    /// Six letters that the phone shows as the sender.
    pub header: String,
    /// How many segments it may cost at its longest.
    pub segments: u8,
    /// With slots in braces.
    pub text: String,
    pub slots: BTreeMap<String, Slot>,
}

/// A place in a text that is filled when it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub tag: Tag,
    pub longest: String,
}

/// What may fill a slot, as the operators check it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    Numeric,
    Alphanumeric,
}

/// A text ready to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    pub key: TextKey,
    pub lang: Lang,
    pub text: String,
    pub dlt_id: String,
    pub header: String,
}

/// How a text travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// 160 characters a segment.
    Gsm7,
    /// 70 UTF-16 units a segment.
    Ucs2,
}

/// Words that would tell whoever holds the phone what it is about (security.md §3).
const TELLING: [&str; 14] = ["police", "पुलिस", "थान", "महिला", "शिकायत", "complaint", "fir ", "woman", "women", "officer", "अधिकारी", "http", "www.", "sunwai"];

impl Encoding {
    pub fn of(text: &str) -> Encoding {
        if text.chars().all(|c| c == '\n' || (' '..='~').contains(&c) && !"`[]{}\\^|~".contains(c)) { Encoding::Gsm7 } else { Encoding::Ucs2 }
    }

    /// `GSM-7` or `UCS-2`, as gateways call them.
    pub fn tag(self) -> &'static str {
        match self {
            Encoding::Gsm7 => "GSM-7",
            Encoding::Ucs2 => "UCS-2",
        }
    }
}

/// How many segments a text costs.
pub fn segments(text: &str) -> usize {
    let (length, one, many) = match Encoding::of(text) {
        Encoding::Gsm7 => (text.chars().count(), 160, 153),
        Encoding::Ucs2 => (text.encode_utf16().count(), 70, 67),
    };
    if length <= one { 1 } else { length.div_ceil(many) }
}

impl Texts {
    pub fn new(entity_id: String, templates: BTreeMap<(TextKey, Lang), Template>) -> Texts {
        Texts { entity_id, templates }
    }

    /// The text with its slots filled; `None` where there is no such template or a value does not fit its slot.
    pub fn render(&self, key: TextKey, lang: Lang, values: &[(&str, &str)]) -> Option<Rendered> {
        let template = self.templates.get(&(key, lang))?;
        let text = template.fill(|name| {
            let value = values.iter().find(|(n, _)| *n == name)?.1;
            template.slots.get(name)?.takes(value).then(|| value.to_owned())
        })?;
        Some(Rendered { key, lang, text, dlt_id: template.dlt_id.clone(), header: template.header.clone() })
    }

    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        self.templates.values()
    }
}

impl Slot {
    fn takes(&self, value: &str) -> bool {
        let fits = value.encode_utf16().count() <= self.longest.encode_utf16().count();
        let typed = match self.tag {
            Tag::Numeric => value.bytes().all(|b| b.is_ascii_digit()),
            Tag::Alphanumeric => value.chars().all(|c| !c.is_control()),
        };
        fits && typed && !value.is_empty()
    }
}

impl Template {
    /// Why this template may not be used; empty where it may.
    pub fn mistakes(&self) -> Vec<String> {
        let mut found = Vec::new();
        for name in self.slots.keys().filter(|name| !self.text.contains(&format!("{{{name}}}"))) {
            found.push(format!("`{name}` is described but not in the text"));
        }
        match self.fill(|name| self.slots.get(name).map(|slot| slot.longest.clone())) {
            None => found.push("the text has a slot that is not described, or a brace that does not close".to_owned()),
            Some(longest) if segments(&longest) > usize::from(self.segments) => {
                found.push(format!("at its longest it takes {} segments, not {}: {longest}", segments(&longest), self.segments));
            }
            Some(_) => {}
        }
        let lower = self.text.to_lowercase();
        for word in TELLING.iter().filter(|word| lower.contains(**word)) {
            found.push(format!("`{word}` tells whoever holds the phone what it is about"));
        }
        found
    }

    fn fill(&self, value: impl Fn(&str) -> Option<String>) -> Option<String> {
        let mut filled = String::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}')?;
            filled.push_str(before);
            filled.push_str(&value(name)?);
            rest = after;
        }
        filled.push_str(rest);
        Some(filled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_counted_as_networks_count() {
        assert_eq!(segments(&"a".repeat(160)), 1);
        assert_eq!(segments(&"a".repeat(161)), 2);
        assert_eq!(segments(&"क".repeat(70)), 1);
        assert_eq!(segments(&"क".repeat(71)), 2);
        assert_eq!(segments(&"क".repeat(135)), 3);
    }

    #[test]
    fn a_template_says_what_is_wrong_with_it() {
        let slot = Slot { tag: Tag::Numeric, longest: "000000".into() };
        let good = Template {
            key: TextKey::Otp,
            lang: Lang::En,
            dlt_id: "1".into(),
            header: "SNWAIN".into(),
            segments: 1,
            text: "{code} is your code.".into(),
            slots: BTreeMap::from([("code".to_owned(), slot)]),
        };
        assert!(good.mistakes().is_empty());
        for (text, n) in [("your code", 1), ("{code} {other}", 1), ("{code} from the police", 1), ("{code} {", 1)] {
            assert_eq!(Template { text: text.into(), ..good.clone() }.mistakes().len(), n, "{text}");
        }
        let long = Template { text: format!("{{code}}{}", "x".repeat(160)), ..good.clone() };
        assert_eq!(long.mistakes().len(), 1);
        let texts = Texts::new("1".into(), BTreeMap::from([((TextKey::Otp, Lang::En), good)]));
        assert_eq!(texts.render(TextKey::Otp, Lang::En, &[("code", "123456")]).unwrap().text, "123456 is your code.");
        assert_eq!(texts.render(TextKey::Otp, Lang::En, &[("code", "1234567")]), None);
        assert_eq!(texts.render(TextKey::Otp, Lang::En, &[("code", "12a")]), None);
    }
}
