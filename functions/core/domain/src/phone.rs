//! A phone number in E.164, read from whatever a person typed.

use std::fmt;

use crate::policy::Phones;
use crate::text::{digits_to_ascii, is_dash, is_invisible};

/// A phone number: `+91` and ten digits that start with 6 to 9, or, where a service takes them,
/// `+`, a country's code and 7 to 15 digits in all.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

/// Why a number was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    Empty,
    /// Not ten digits that start with 6, 7, 8 or 9.
    NotIndianMobile,
    /// A number from abroad, where the service sends its code to Indian mobiles only.
    Foreign,
    /// `+` and something that is no number of any country.
    NotAPhone,
}

impl Phone {
    /// Spaces, dashes, brackets, dots and invisible characters are ignored, Devanagari digits are read,
    /// `0`, `91`, `+91` and `0091` before an Indian mobile are dropped.
    pub fn parse(typed: &str, accepts: Phones) -> Result<Phone, Flaw> {
        let plain: String = digits_to_ascii(typed)
            .chars()
            .filter(|c| !(c.is_whitespace() || is_dash(*c) || is_invisible(*c) || "().[]/".contains(*c)))
            .map(|c| if c == '\u{ff0b}' { '+' } else { c })
            .collect();
        if plain.is_empty() {
            return Err(Flaw::Empty);
        }
        let international = plain.strip_prefix('+').or_else(|| plain.strip_prefix("00"));
        let digits = international.unwrap_or(&plain);
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(if international.is_some() { Flaw::NotAPhone } else { Flaw::NotIndianMobile });
        }
        if let Some(mobile) = indian_mobile(digits, international.is_some()) {
            return Ok(Phone(format!("+91{mobile}")));
        }
        if international.is_none() || digits.starts_with("91") {
            return Err(Flaw::NotIndianMobile);
        }
        if digits.starts_with('0') || !(7..=15).contains(&digits.len()) {
            return Err(Flaw::NotAPhone);
        }
        match accepts {
            Phones::Any => Ok(Phone(format!("+{digits}"))),
            Phones::India => Err(Flaw::Foreign),
        }
    }

    /// The number as a network wants it, such as `+919812300001`. For the outlet and for sealing only.
    pub fn e164(&self) -> &str {
        &self.0
    }

    /// What may be shown: the last two digits.
    pub fn masked(&self) -> String {
        let (hidden, last) = self.0.split_at(self.0.len() - 2);
        let country = if hidden.starts_with("+91") { "+91 " } else { "+" };
        let stars = hidden.len() - country.trim_end().len();
        format!("{country}{}{last}", "•".repeat(stars))
    }
}

fn indian_mobile(digits: &str, international: bool) -> Option<&str> {
    let mobile = match digits.len() {
        10 if !international => digits,
        11 if !international => digits.strip_prefix('0')?,
        12 => digits.strip_prefix("91")?,
        13 => digits.strip_prefix("910").or_else(|| digits.strip_prefix("091"))?,
        _ => return None,
    };
    mobile.starts_with(['6', '7', '8', '9']).then_some(mobile)
}

/// Masked: a number printed by accident gives nobody away.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_number_many_spellings() {
        for typed in [
            "9812300001",
            "+91 98123 00001",
            "0091-98123-00001",
            "09812300001",
            "919812300001",
            "९८१२३ ००००१",
            "(+91) 98123\u{200d}00001",
            "+91 0 9812300001",
            "98123\u{2011}00001",
        ] {
            assert_eq!(Phone::parse(typed, Phones::India).unwrap().e164(), "+919812300001", "{typed}");
        }
    }

    #[test]
    fn each_flaw_has_its_name() {
        use Flaw::*;
        for (typed, flaw) in [
            ("", Empty),
            (" - ", Empty),
            ("98123 0000", NotIndianMobile),
            ("1234567890", NotIndianMobile),
            ("98123O0001", NotIndianMobile),
            ("+91 12345 67890", NotIndianMobile),
            ("+44 20 7946 0000", Foreign),
            ("+0123456", NotAPhone),
            ("+", NotAPhone),
            ("+12", NotAPhone),
            ("सुनीता", NotIndianMobile),
        ] {
            assert_eq!(Phone::parse(typed, Phones::India), Err(flaw), "{typed}");
        }
        assert_eq!(Phone::parse("+44 20 7946 0000", Phones::Any).unwrap().e164(), "+442079460000");
    }

    #[test]
    fn nothing_but_the_last_two_digits_is_shown() {
        let it = Phone::parse("9812300042", Phones::India).unwrap();
        assert_eq!(it.masked(), "+91 ••••••••42");
        assert!(!format!("{it:?}").contains("98123"));
    }

    proptest! {
        #[test]
        fn noise_changes_nothing(mobile in "[6-9][0-9]{9}", at in 0usize..10, noise in prop::sample::select(vec![" ", "-", "\u{200c}", "(", ")", ".", "\u{202c}"]), prefix in prop::sample::select(vec!["", "0", "91", "+91", "0091"])) {
            let mut typed = mobile.clone();
            typed.insert_str(at, noise);
            let typed = format!("{prefix}{typed}");
            let read = Phone::parse(&typed, Phones::India).unwrap();
            prop_assert_eq!(read.e164(), format!("+91{mobile}"));
        }

        #[test]
        fn garbage_is_answered_not_thrown(typed in "\\PC{0,40}") {
            let _ = Phone::parse(&typed, Phones::Any);
        }
    }
}
