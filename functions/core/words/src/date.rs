//! Days, hours and what is left of them: one formatter for pages and texts. Always IST, always Latin digits.

use domain::calendar::{end_of, wall};
use domain::clock::Runs;
use domain::lang::Lang;
use domain::policy::Deadline;
use domain::{Date, Timestamp};
use jiff::SignedDuration;
use jiff::civil::Time;

use crate::phrases as say;

/// `5 अक्टूबर 2026`, `5 October 2026`.
pub fn day(lang: Lang, day: Date) -> String {
    format!("{} {} {}", day.day(), month(lang, day), day.year())
}

/// `5 अक्टूबर`, where the year stands beside it.
pub fn short_day(lang: Lang, day: Date) -> String {
    format!("{} {}", day.day(), month(lang, day))
}

/// `अक्टूबर 2026`, `October 2026`.
pub fn month_and_year(lang: Lang, day: Date) -> String {
    format!("{} {}", month(lang, day), day.year())
}

/// `सुबह 11:30`, `11:30 am`.
pub fn clock(lang: Lang, at: Timestamp) -> String {
    time_of_day(lang, wall(at).time())
}

/// The same for a time that belongs to no day, such as an opening hour.
pub fn time_of_day(lang: Lang, shown: Time) -> String {
    let hour = i32::from(shown.hour());
    let on_the_dial = if hour % 12 == 0 { 12 } else { hour % 12 };
    say::date_clock(lang, part_of_day(lang, hour), format_args!("{on_the_dial}:{:02}", shown.minute()))
}

/// `5 अक्टूबर 2026, सुबह 11:30`.
pub fn moment(lang: Lang, at: Timestamp) -> String {
    format!("{}, {}", day(lang, wall(at).date()), clock(lang, at))
}

/// A date that was promised: the day where the whole day counts, the minute where hours do.
pub fn due(lang: Lang, at: Timestamp) -> String {
    if whole_day(at) { day(lang, wall(at).date()) } else { moment(lang, at) }
}

/// A moment of a clock that ends at `due`, as briefly as it can be told: the day where whole days count,
/// the hour where the moment falls on the day of `beside`, both otherwise.
pub fn brief(lang: Lang, at: Timestamp, due: Timestamp, beside: Timestamp) -> String {
    let same_day = wall(at).date() == wall(beside).date();
    if same_day && !whole_day(due) { clock(lang, at) } else { dated(lang, at, due) }
}

/// The same where no day stands beside it: always with the day, never with the year.
pub fn dated(lang: Lang, at: Timestamp, due: Timestamp) -> String {
    let day = short_day(lang, wall(at).date());
    if whole_day(due) { day } else { format!("{day}, {}", clock(lang, at)) }
}

/// Whether a moment stands for the end of a whole day.
pub fn whole_day(at: Timestamp) -> bool {
    end_of(wall(at).date()).as_second() == at.as_second()
}

/// How much is left or how late it is: `37 दिन शेष`, `आज`, `3 घंटे शेष`, `2 दिन की देरी`.
pub fn left(lang: Lang, due: Timestamp, now: Timestamp) -> String {
    if whole_day(due) {
        let days = days_between(now, due);
        return match days {
            0 => say::date_today(lang).to_owned(),
            1.. => say::date_days_left(lang, days),
            _ => say::date_days_late(lang, -days),
        };
    }
    let minutes = (due.as_second() - now.as_second()).div_euclid(60);
    // Late from the first second on; a late minute never reads as one that is left.
    if minutes >= 0 { time_left(lang, minutes) } else { time_late(lang, -minutes) }
}

fn time_left(lang: Lang, minutes: i64) -> String {
    match minutes {
        ..60 => say::date_minutes_left(lang, minutes),
        60..2880 => say::date_hours_left(lang, minutes / 60),
        _ => say::date_days_left(lang, minutes / 1440),
    }
}

fn time_late(lang: Lang, minutes: i64) -> String {
    match minutes {
        ..60 => say::date_minutes_late(lang, minutes),
        60..2880 => say::date_hours_late(lang, minutes / 60),
        _ => say::date_days_late(lang, minutes / 1440),
    }
}

/// Calendar days from one Indian date to another.
pub fn days_between(from: Timestamp, to: Timestamp) -> i64 {
    let noon = |at: Timestamp| end_of(wall(at).date()).as_second();
    (noon(to) - noon(from)) / 86_400
}

/// `2 महीने`, `5 कार्य-दिवस`, `4 घंटे`.
pub fn deadline(lang: Lang, deadline: Deadline) -> String {
    match deadline {
        Deadline::Hours(n) => say::deadline_hours(lang, i64::from(n)),
        Deadline::Days(n) => say::deadline_days(lang, i64::from(n)),
        Deadline::WorkingDays(n) => say::deadline_working_days(lang, i64::from(n)),
        Deadline::Months(n) => say::deadline_months(lang, i64::from(n)),
    }
}

/// The same for a clock that a later event will start.
pub fn runs(lang: Lang, runs: Runs) -> String {
    deadline(
        lang,
        match runs {
            Runs::Hours(n) => Deadline::Hours(n),
            Runs::Days(n) => Deadline::Days(n),
            Runs::Months(n) => Deadline::Months(n),
        },
    )
}

/// How long something took, in the unit that fits it: `12 दिन`, `5 घंटे`, `40 मिनट`.
pub fn length(lang: Lang, took: SignedDuration) -> String {
    let minutes = took.as_mins();
    match minutes {
        ..60 => say::length_minutes(lang, minutes),
        60..2880 => say::deadline_hours(lang, minutes / 60),
        _ => say::deadline_days(lang, minutes / 1440),
    }
}

fn part_of_day(lang: Lang, hour: i32) -> &'static str {
    match hour {
        4..12 => say::date_morning(lang),
        12..16 => say::date_noon(lang),
        16..20 => say::date_evening(lang),
        _ if hour < 4 => say::date_small_hours(lang),
        _ => say::date_night(lang),
    }
}

fn month(lang: Lang, day: Date) -> &'static str {
    match day.month() {
        1 => say::month_1(lang),
        2 => say::month_2(lang),
        3 => say::month_3(lang),
        4 => say::month_4(lang),
        5 => say::month_5(lang),
        6 => say::month_6(lang),
        7 => say::month_7(lang),
        8 => say::month_8(lang),
        9 => say::month_9(lang),
        10 => say::month_10(lang),
        11 => say::month_11(lang),
        _ => say::month_12(lang),
    }
}
