//! How the files are written, before anything is checked beyond its shape.

use domain::lang::Both;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use crate::{Mistakes, Source};

/// A name in both languages; neither may be left out or empty.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Names {
    hi: Spanned<String>,
    en: Spanned<String>,
}

impl Names {
    pub(crate) fn both(&self, source: Source<'_>, m: &mut Mistakes) -> Both {
        for name in [&self.hi, &self.en] {
            if name.get_ref().trim().is_empty() {
                m.at(source, name.span().start, "the text is empty");
            }
        }
        Both { hi: self.hi.get_ref().clone(), en: self.en.get_ref().clone() }
    }
}

/// Reads a TOML file of a known shape; a mistake of shape is noted with its line.
pub(crate) fn parse<T: DeserializeOwned>(source: Source<'_>, m: &mut Mistakes) -> Option<T> {
    toml::from_str(source.text).map_err(|e| m.at(source, e.span().map_or(0, |s| s.start), e.message().replace('\n', " "))).ok()
}

/// An id that passes its own rules and was not there before.
pub(crate) fn fresh<T: Clone + PartialEq>(
    source: Source<'_>,
    written: &Spanned<String>,
    parse: impl Fn(&str) -> Option<T>,
    seen: &mut Vec<T>,
    m: &mut Mistakes,
) -> Option<T> {
    let Some(id) = parse(written.get_ref()) else {
        m.at(source, written.span().start, format!("`{}` is no id: letters, digits, dash and underscore only", written.get_ref()));
        return None;
    };
    if seen.contains(&id) {
        m.at(source, written.span().start, format!("`{}` is there twice", written.get_ref()));
        return None;
    }
    seen.push(id.clone());
    Some(id)
}

/// A positive ISO 8601 duration of weeks, days, hours and minutes.
pub(crate) fn duration(source: Source<'_>, written: &Spanned<String>, m: &mut Mistakes) -> Option<jiff::SignedDuration> {
    let read = written.get_ref().parse::<jiff::Span>().ok().and_then(|span| span.to_duration(jiff::SpanRelativeTo::days_are_24_hours()).ok());
    match read {
        Some(length) if length.is_positive() => Some(length),
        Some(_) => {
            m.at(source, written.span().start, format!("`{}` has no length: a step must hold a complaint for some time", written.get_ref()));
            None
        }
        None => {
            m.at(source, written.span().start, format!("`{}` is no duration such as P3D or PT4H", written.get_ref()));
            None
        }
    }
}
