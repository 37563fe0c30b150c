//! Days, working days, holidays and Indian time: the one place that computes with them.
//! An instant is a `Timestamp` in UTC; a due date is the last second of a day in IST.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Weekday, time};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Span, Timestamp};

use crate::clock::Runs;
use crate::lang::Both;
use crate::policy::Deadline;

/// Which days are no working days.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub weekend: Vec<Weekday>,
    pub holidays: BTreeMap<Date, Both>,
}

/// Indian Standard Time: five and a half hours ahead of UTC, the year round.
pub fn ist() -> TimeZone {
    TimeZone::fixed(Offset::constant(5).saturating_add(SignedDuration::from_mins(30)))
}

/// The date and time that a clock on an Indian wall shows.
pub fn wall(at: Timestamp) -> DateTime {
    at.to_zoned(ist()).datetime()
}

/// The last second of a day in IST.
pub fn end_of(day: Date) -> Timestamp {
    at_wall(day.to_datetime(time(23, 59, 59, 0)))
}

/// The instant at which an Indian wall shows this.
pub fn at_wall(shown: DateTime) -> Timestamp {
    // A fixed offset has no gap and no fold; only a date beyond year 9999 could fail, and none is made.
    shown.to_zoned(ist()).map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// When a length that asks no holidays runs out: hours to the minute, days and months to the end of the day.
pub fn plain_due(start: Timestamp, runs: Runs) -> Timestamp {
    let day = wall(start).date();
    match runs {
        Runs::Hours(n) => start + SignedDuration::from_hours(i64::from(n)),
        Runs::Days(n) => end_of(day.saturating_add(Span::new().days(n))),
        Runs::Months(n) => end_of(day.saturating_add(Span::new().months(n))),
    }
}

impl Calendar {
    pub fn is_working(&self, day: Date) -> bool {
        !self.weekend.contains(&day.weekday()) && !self.holidays.contains_key(&day)
    }

    /// When a deadline that starts at `start` runs out.
    pub fn due(&self, start: Timestamp, deadline: Deadline) -> Timestamp {
        match deadline {
            Deadline::Hours(n) => plain_due(start, Runs::Hours(n)),
            Deadline::Days(n) => plain_due(start, Runs::Days(n)),
            Deadline::WorkingDays(n) => end_of(self.after_working_days(wall(start).date(), n)),
            Deadline::Months(n) => plain_due(start, Runs::Months(n)),
        }
    }

    /// The holidays that made a due date later, for the page to show.
    pub fn holidays_between(&self, from: Date, to: Date) -> impl Iterator<Item = (Date, &Both)> {
        self.holidays.range(from..=to).filter(|(day, _)| !self.weekend.contains(&day.weekday())).map(|(day, name)| (*day, name))
    }

    fn after_working_days(&self, from: Date, count: u16) -> Date {
        let mut day = from;
        let mut left = count;
        while left > 0 && day < Date::MAX {
            day = day.saturating_add(Span::new().days(1));
            if self.is_working(day) {
                left -= 1;
            }
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn calendar() -> Calendar {
        let name = Both { hi: "दीपावली".into(), en: "Diwali".into() };
        Calendar { weekend: vec![Weekday::Saturday, Weekday::Sunday], holidays: BTreeMap::from([(date(2026, 11, 9), name)]) }
    }

    fn ist_at(y: i16, m: i8, d: i8, h: i8) -> Timestamp {
        at_wall(date(y, m, d).at(h, 0, 0, 0))
    }

    #[test]
    fn deadlines_end_where_people_expect() {
        let it = calendar();
        // Friday evening: Saturday, Sunday and the holiday on Monday do not count.
        let friday = ist_at(2026, 11, 6, 20);
        assert_eq!(it.due(friday, Deadline::WorkingDays(5)), end_of(date(2026, 11, 16)));
        assert_eq!(it.due(friday, Deadline::Days(21)), end_of(date(2026, 11, 27)));
        assert_eq!(it.due(friday, Deadline::Hours(4)), ist_at(2026, 11, 7, 0));
        assert_eq!(it.due(ist_at(2026, 12, 31, 9), Deadline::Months(2)), end_of(date(2027, 2, 28)));
        // 23:30 IST is still that day in India, though UTC says 18:00.
        assert_eq!(it.due(ist_at(2026, 11, 2, 23), Deadline::WorkingDays(1)), end_of(date(2026, 11, 3)));
        // 00:30 IST is the new day, though UTC still has the old one.
        assert_eq!(it.due(ist_at(2026, 11, 3, 0), Deadline::WorkingDays(1)), end_of(date(2026, 11, 4)));
    }

    proptest! {
        #[test]
        fn working_days_agree_with_counting(offset in 0i32..700, n in 1u16..40) {
            let it = calendar();
            let start = date(2026, 1, 1).saturating_add(Span::new().days(offset));
            let due = wall(it.due(at_wall(start.at(12, 0, 0, 0)), Deadline::WorkingDays(n))).date();
            let counted = start.tomorrow().unwrap().series(Span::new().days(1)).take_while(|d| *d <= due).filter(|d| it.is_working(*d)).count();
            prop_assert_eq!(counted, usize::from(n));
            prop_assert!(it.is_working(due));
        }
    }
}
