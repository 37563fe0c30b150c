//! A month of the Indian calendar, as reviews are drawn for it.

use std::fmt;

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use crate::calendar::{at_wall, wall};

/// Such as `2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Date);

impl Month {
    /// The month that an Indian wall shows.
    pub fn of(at: Timestamp) -> Month {
        Month(wall(at).date().first_of_month())
    }

    /// Reads `2026-11`.
    pub fn parse(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
        (digits(year, 4) && digits(month, 2)).then_some(())?;
        Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok().map(Month)
    }

    #[must_use]
    pub fn before(self) -> Month {
        Month(self.0.saturating_sub(Span::new().months(1)))
    }

    #[must_use]
    pub fn after(self) -> Month {
        Month(self.0.saturating_add(Span::new().months(1)))
    }

    /// Its first moment.
    pub fn begins(self) -> Timestamp {
        at_wall(self.0.to_datetime(jiff::civil::Time::midnight()))
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.0
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

#[cfg(test)]
mod tests {
    use super::Month;

    #[test]
    fn a_month_begins_at_midnight_in_india() {
        let month = Month::parse("2026-12").unwrap();
        assert_eq!(month.begins().to_string(), "2026-11-30T18:30:00Z");
        assert_eq!((Month::of(month.begins()), Month::of(month.begins() - jiff::SignedDuration::from_secs(1))), (month, month.before()));
        assert_eq!((month.after().to_string().as_str(), month.after().before()), ("2027-01", month));
        for bad in ["", "2026", "2026-13", "2026-00", "26-11", "2026-1", "2026-011", "+026-11", "२०२६-११"] {
            assert_eq!(Month::parse(bad), None, "{bad}");
        }
    }
}
