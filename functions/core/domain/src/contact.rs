//! Safe contact: what she said about how and when she may be reached. Asked when a text is sent.

use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};

use crate::calendar::{at_wall, wall};

/// Her answers. The default for texts is silence, the default for calls is yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SafeContact {
    pub sms: bool,
    pub call: bool,
    pub hours: Option<SafeHours>,
}

/// Hours of the day in IST within which she may be reached; `from` is before `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SafeHours {
    from: Time,
    to: Time,
}

/// What may be done with a status text right now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texting {
    Now,
    /// Not before this moment.
    Later(Timestamp),
    Never,
}

impl SafeHours {
    /// `10:00-17:00`, `10-17`, in either script of digits, with any dash or the words for "to".
    pub fn parse(typed: &str) -> Option<SafeHours> {
        let plain: String = crate::text::digits_to_ascii(typed)
            .replace("से", "-")
            .replace("to", "-")
            .chars()
            .filter(|c| !c.is_whitespace() && !crate::text::is_invisible(*c))
            .map(|c| if crate::text::is_dash(c) { '-' } else { c })
            .collect();
        let (from, to) = plain.split_once('-')?;
        let (from, to) = (clock_time(from)?, clock_time(to.trim_end_matches("तक"))?);
        (from < to).then_some(SafeHours { from, to })
    }

    /// `10:00-17:00`.
    pub fn shown(&self) -> String {
        // By hand: the general formatter would be a hundredth of a function.
        let time = |at: Time| format!("{:02}:{:02}", at.hour(), at.minute());
        format!("{}-{}", time(self.from), time(self.to))
    }
}

fn clock_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
    match (hour.parse().ok()?, minute.parse().ok()?) {
        (24, 0) => Some(jiff::civil::time(23, 59, 59, 0)),
        (h, m) => Time::new(h, m, 0, 0).ok(),
    }
}

impl SafeContact {
    /// Whether a status text may go at `now`.
    pub fn texting(&self, now: Timestamp) -> Texting {
        let Some(hours) = self.hours.filter(|_| self.sms) else {
            return if self.sms { Texting::Now } else { Texting::Never };
        };
        let shown = wall(now);
        if shown.time() < hours.from {
            Texting::Later(at_wall(shown.date().to_datetime(hours.from)))
        } else if shown.time() < hours.to {
            Texting::Now
        } else {
            let tomorrow = wall(now + SignedDuration::from_hours(24)).date();
            Texting::Later(at_wall(tomorrow.to_datetime(hours.from)))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn hours_are_read_as_people_type_them() {
        for typed in ["10:00-17:00", "10-17", "१० से १७ तक", "10 to 17", "10.00 – 17.00"] {
            assert_eq!(SafeHours::parse(typed).unwrap().shown(), "10:00-17:00", "{typed}");
        }
        for typed in ["", "10", "17-10", "25-26", "सुबह", "10-10"] {
            assert_eq!(SafeHours::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_text_waits_for_its_hour() {
        let at = |h, m| at_wall(date(2026, 11, 21).at(h, m, 0, 0));
        let it = SafeContact { sms: true, call: true, hours: SafeHours::parse("10-17") };
        assert_eq!(it.texting(at(9, 59)), Texting::Later(at(10, 0)));
        assert_eq!(it.texting(at(10, 0)), Texting::Now);
        assert_eq!(it.texting(at(16, 59)), Texting::Now);
        assert_eq!(it.texting(at(17, 0)), Texting::Later(at_wall(date(2026, 11, 22).at(10, 0, 0, 0))));
        assert_eq!(SafeContact { hours: None, ..it }.texting(at(3, 0)), Texting::Now);
        assert_eq!(SafeContact { sms: false, ..it }.texting(at(12, 0)), Texting::Never);
    }
}
