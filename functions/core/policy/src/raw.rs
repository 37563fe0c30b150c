//! How the files are written: the shapes that several of them share.

use domain::lang::Both;
use domain::policy::{Days, Deadline, Window};
use jiff::civil::Time;
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
    pub(crate) fn each(&self) -> [&Spanned<String>; 2] {
        [&self.hi, &self.en]
    }

    pub(crate) fn both(&self, source: Source<'_>, m: &mut Mistakes) -> Both {
        for name in self.each() {
            if name.get_ref().trim().is_empty() {
                m.at(source, name.span().start, "the text is empty");
            }
        }
        Both { hi: self.hi.get_ref().clone(), en: self.en.get_ref().clone() }
    }
}

/// Hours in which something is open, in IST.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawWindow {
    name: Names,
    days: RawDays,
    from: Spanned<String>,
    to: Spanned<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawDays {
    Working,
    Daily,
}

/// A length of time; exactly one of them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawDeadline {
    hours: Option<u16>,
    days: Option<u16>,
    working_days: Option<u16>,
    months: Option<u16>,
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

/// Opening hours that do open.
pub(crate) fn window(source: Source<'_>, raw: &RawWindow, m: &mut Mistakes) -> Option<Window> {
    let name = raw.name.both(source, m);
    let (from, to) = (time(source, &raw.from, m)?, time(source, &raw.to, m)?);
    if from >= to {
        m.at(source, raw.to.span().start, format!("a window from {from} to {to} never opens"));
    }
    let days = match raw.days {
        RawDays::Working => Days::Working,
        RawDays::Daily => Days::Daily,
    };
    Some(Window { name, days, from, to })
}

fn time(source: Source<'_>, written: &Spanned<String>, m: &mut Mistakes) -> Option<Time> {
    let read = minute(written.get_ref());
    if read.is_none() {
        m.at(source, written.span().start, format!("`{}` is no time of day such as 09:30", written.get_ref()));
    }
    read
}

/// A time of day such as `09:30`, to the minute.
pub(crate) fn minute(written: &str) -> Option<Time> {
    let read = written.parse::<Time>().ok()?;
    (written == format!("{:02}:{:02}", read.hour(), read.minute())).then_some(read)
}

/// A length of time that is not over before it begins.
pub(crate) fn deadline(source: Source<'_>, raw: &Spanned<RawDeadline>, m: &mut Mistakes) -> Option<Deadline> {
    let it = raw.get_ref();
    let said = [
        it.hours.map(|n| (n, Deadline::Hours(n))),
        it.days.map(|n| (n, Deadline::Days(n))),
        it.working_days.map(|n| (n, Deadline::WorkingDays(n))),
        it.months.map(|n| (n, Deadline::Months(n))),
    ];
    let mut said = said.into_iter().flatten();
    match (said.next(), said.next()) {
        (Some((1.., deadline)), None) => Some(deadline),
        (Some((0, _)), None) => {
            m.at(source, raw.span().start, "a deadline of zero is over before it begins");
            None
        }
        (None, _) | (Some(_), Some(_)) => {
            m.at(source, raw.span().start, "a deadline is one of hours, days, working_days or months");
            None
        }
    }
}
