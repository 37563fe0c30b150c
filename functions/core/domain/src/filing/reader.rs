//! Reads the fields of a filing one by one and notes every fault on the way.

use jiff::Span;
use jiff::civil::Date;

use super::{HappenedOn, Typed, UNKNOWN};
use crate::contact::SafeHours;
use crate::fault::{Fault, Field, Flaw};
use crate::phone::Phone;
use crate::policy::{Phones, Policy, Station};
use crate::text;

pub(super) struct Reader<'a> {
    pub(super) typed: &'a Typed,
    pub(super) faults: Vec<Fault>,
}

impl Reader<'_> {
    pub(super) fn fault(&mut self, field: Field, flaw: Flaw) {
        self.faults.push(Fault { field, flaw });
    }

    pub(super) fn has_fault(&self, field: Field) -> bool {
        self.faults.iter().any(|f| f.field == field)
    }

    pub(super) fn note<T, E: Into<Flaw>>(&mut self, field: Field, read: Result<T, E>) -> Option<T> {
        read.map_err(|flaw| self.fault(field, flaw.into())).ok()
    }

    /// A required choice.
    pub(super) fn with<T>(&mut self, field: Field, find: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let typed = self.typed.get(field).trim();
        let flaw = if typed.is_empty() { Flaw::Missing } else { Flaw::UnknownChoice };
        let found = if typed.is_empty() { None } else { find(typed) };
        self.note(field, found.ok_or(flaw))
    }

    pub(super) fn text<const MAX: usize, const LINES: bool>(&mut self, field: Field) -> Option<text::Text<MAX, LINES>> {
        self.note(field, text::Text::parse(self.typed.get(field)))
    }

    pub(super) fn optional_text<const MAX: usize, const LINES: bool>(&mut self, field: Field) -> Option<text::Text<MAX, LINES>> {
        match text::Text::parse(self.typed.get(field)) {
            Err(text::Flaw::Empty) => None,
            read => self.note(field, read),
        }
    }

    pub(super) fn phone(&mut self, accepts: Phones) -> Option<Phone> {
        self.note(Field::Phone, Phone::parse(self.typed.get(Field::Phone), accepts))
    }

    pub(super) fn station<'p>(&mut self, field: Field, policy: &'p Policy) -> Option<&'p Station> {
        match self.typed.get(field).trim() {
            "" | UNKNOWN => None,
            code => self.note(field, policy.station(code).ok_or(Flaw::UnknownChoice)),
        }
    }

    pub(super) fn choice<T: Copy>(&mut self, field: Field, choices: &[(&str, T)]) -> Option<T> {
        let typed = self.typed.get(field).trim();
        let found = choices.iter().find(|(tag, _)| *tag == typed).map(|(_, value)| *value);
        self.note(field, found.ok_or(Flaw::UnknownChoice))
    }

    pub(super) fn yes_no(&mut self, field: Field, unsaid: bool) -> Option<bool> {
        self.choice(field, &[("", unsaid), ("yes", true), ("no", false)])
    }

    pub(super) fn hours(&mut self) -> Option<SafeHours> {
        match self.typed.get(Field::SafeHours).trim() {
            "" => None,
            typed => self.note(Field::SafeHours, SafeHours::parse(typed).ok_or(Flaw::NotHours)),
        }
    }

    pub(super) fn pin(&mut self) -> Option<String> {
        let digits = crate::otp::plain_digits(self.typed.get(Field::Pin));
        if digits.is_empty() {
            return None;
        }
        let fits = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        self.note(Field::Pin, if fits { Ok(digits) } else { Err(Flaw::NotAPin) })
    }

    /// A day that has come, such as that of a letter.
    pub(super) fn day(&mut self, field: Field, today: Date) -> Option<Date> {
        let read = match self.typed.get(field).trim() {
            "" => Err(Flaw::Missing),
            typed => read_day(typed, today).ok_or(Flaw::NotADay),
        };
        self.note(field, read.and_then(|day| if day > today { Err(Flaw::InFuture) } else { Ok(day) }))
    }

    pub(super) fn happened_on(&mut self, today: Date) -> Option<HappenedOn> {
        let typed = self.typed.get(Field::HappenedOn);
        match read_day(typed, today) {
            Some(day) if day > today => {
                self.fault(Field::HappenedOn, Flaw::InFuture);
                None
            }
            Some(day) => Some(HappenedOn::Day(day)),
            // "about two weeks ago", "2023": her words stay, even where they hold no letter.
            None => match text::Text::parse_any(typed) {
                Err(text::Flaw::Empty) => None,
                read => self.note(Field::HappenedOn, read).map(HappenedOn::About),
            },
        }
    }
}

/// A day as people write it: day first, ISO, a month's name in either language, or today and yesterday.
fn read_day(typed: &str, today: Date) -> Option<Date> {
    let plain = text::digits_to_ascii(typed).trim().to_lowercase();
    match plain.as_str() {
        "today" | "आज" => return Some(today),
        "yesterday" | "कल" => return Some(today.saturating_sub(Span::new().days(1))),
        _ => {}
    }
    let parts: Vec<&str> = plain.split(|c: char| c.is_whitespace() || "/.,".contains(c) || text::is_dash(c)).filter(|p| !p.is_empty()).collect();
    let [a, b, c] = parts[..] else { return None };
    let month = month_called(b).or_else(|| b.parse().ok())?;
    let (year, day) = if a.len() == 4 { (a, c) } else { (c, a) };
    let year: i16 = year.parse().ok()?;
    Date::new(if year < 100 { 2000 + year } else { year }, month, day.parse().ok()?).ok()
}

const MONTHS: [[&str; 3]; 12] = [
    ["jan", "जनवरी", "जन"],
    ["feb", "फ़रवरी", "फरवरी"],
    ["mar", "मार्च", "मार"],
    ["apr", "अप्रैल", "अप्रेल"],
    ["may", "मई", "मइ"],
    ["jun", "जून", "जुन"],
    ["jul", "जुलाई", "जुलाइ"],
    ["aug", "अगस्त", "अगस"],
    ["sep", "सितम्बर", "सितंबर"],
    ["oct", "अक्टूबर", "अक्तूबर"],
    ["nov", "नवम्बर", "नवंबर"],
    ["dec", "दिसम्बर", "दिसंबर"],
];

fn month_called(name: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|[en, hi, variant]| name.starts_with(en) || name == *hi || name == *variant)?;
    Some(at as i8 + 1)
}
