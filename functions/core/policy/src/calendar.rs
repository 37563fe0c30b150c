//! The weekend and the holidays.

use std::collections::BTreeMap;

use domain::Date;
use domain::calendar::Calendar;
use jiff::civil::Weekday;
use serde::Deserialize;
use toml::Spanned;

use crate::raw::{self, Names};
use crate::{Mistakes, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    weekend: Vec<RawWeekday>,
    holiday: Vec<RawHoliday>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawWeekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHoliday {
    date: Spanned<String>,
    name: Names,
    source: Spanned<String>,
}

pub(crate) fn read(source: Source<'_>, m: &mut Mistakes) -> Option<Calendar> {
    let file: File = raw::parse(source, m)?;
    let mut holidays = BTreeMap::new();
    for holiday in file.holiday {
        let at = holiday.date.span().start;
        let name = holiday.name.both(source, m);
        if holiday.source.get_ref().trim().is_empty() {
            m.at(source, holiday.source.span().start, "a holiday needs its source");
        }
        let Ok(date) = holiday.date.get_ref().parse::<Date>() else {
            m.at(source, at, format!("`{}` is no day of any year: write 2026-01-26", holiday.date.get_ref()));
            continue;
        };
        if let Some((last, _)) = holidays.last_key_value()
            && date <= *last
        {
            m.at(source, at, format!("{date} does not come after {last}: holidays are in order, each once"));
        }
        holidays.insert(date, name);
    }
    let weekend = file.weekend.into_iter().map(weekday).collect::<Vec<_>>();
    if weekend.len() > 3 {
        m.at(source, 0, "a weekend of more than three days leaves no week");
    }
    Some(Calendar { weekend, holidays })
}

fn weekday(day: RawWeekday) -> Weekday {
    match day {
        RawWeekday::Monday => Weekday::Monday,
        RawWeekday::Tuesday => Weekday::Tuesday,
        RawWeekday::Wednesday => Weekday::Wednesday,
        RawWeekday::Thursday => Weekday::Thursday,
        RawWeekday::Friday => Weekday::Friday,
        RawWeekday::Saturday => Weekday::Saturday,
        RawWeekday::Sunday => Weekday::Sunday,
    }
}
