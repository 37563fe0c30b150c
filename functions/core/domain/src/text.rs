//! What a person typed, cleaned: one script is as good as another, invisible characters go,
//! nothing visible is changed.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// The first letter of a name with the signs that belong to it.
pub fn initial(name: &str) -> &str {
    name.trim().graphemes(true).next().unwrap_or_default()
}

/// Devanagari digits become ASCII digits; every other character stays.
pub fn digits_to_ascii(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '०'..='९' => char::from(b'0' + (u32::from(c) - u32::from('०')) as u8),
            other => other,
        })
        .collect()
}

/// Characters that show nothing and turn or hide what stands beside them: bidi controls,
/// zero-width spaces, joiners, the byte order mark.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Every dash that a keyboard or a copied message may hold.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{ff0d}')
}

/// Why a text was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    Empty,
    /// Longer than this many characters as a reader counts them.
    TooLong(usize),
    /// Holds control characters that no keyboard types.
    Unreadable,
    /// Holds no letter of any script.
    NoLetters,
}

/// A text of at most `MAX` characters as a reader counts them, in NFC, trimmed, without control or bidi
/// characters. Joiners inside words stay: Hindi spells with them. Of line breaks only `\n` stays, and
/// only where `LINES` says so.
#[derive(Clone, PartialEq, Eq)]
pub struct Text<const MAX: usize, const LINES: bool>(String);

/// A person's name.
pub type Name = Text<100, false>;
/// A line of an address, a landmark, a place.
pub type Line = Text<200, false>;
/// What happened, in her own words.
pub type Account = Text<5000, true>;

impl<const MAX: usize, const LINES: bool> Text<MAX, LINES> {
    /// The longest text that is taken, in characters as a reader counts them.
    pub const MAX: usize = MAX;

    /// A text of which at least one character is a letter.
    pub fn parse(typed: &str) -> Result<Self, Flaw> {
        let clean = Self::parse_any(typed)?;
        if clean.0.chars().any(char::is_alphabetic) { Ok(clean) } else { Err(Flaw::NoLetters) }
    }

    /// A text that may do without letters, such as a year.
    pub fn parse_any(typed: &str) -> Result<Self, Flaw> {
        let joined = typed.replace("\r\n", "\n").replace('\r', "\n");
        let unreadable = |c: char| c.is_control() && c != '\n' && c != '\t';
        if joined.contains(unreadable) {
            return Err(Flaw::Unreadable);
        }
        let clean: String = joined
            .chars()
            .filter(|c| !is_invisible(*c) || matches!(c, '\u{200c}' | '\u{200d}'))
            .map(|c| if c == '\t' || (c == '\n' && !LINES) { ' ' } else { c })
            .nfc()
            .collect();
        let clean = clean.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
        if clean.is_empty() {
            return Err(Flaw::Empty);
        }
        if clean.graphemes(true).count() > MAX || clean.len() > MAX * 24 {
            return Err(Flaw::TooLong(MAX));
        }
        Ok(Self(clean.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Never the text itself: what a person wrote has no place in a log.
impl<const MAX: usize, const LINES: bool> fmt::Debug for Text<MAX, LINES> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_script_is_welcome() {
        for name in ["Sunita Devi", "सुनीता देवी", "सुनीता Devi", "ಸುನೀತಾ", "سنیتا", "O'Neill-Rao", "क्‍ष"]
        {
            assert_eq!(Name::parse(name).unwrap().as_str(), name);
        }
    }

    #[test]
    fn flaws_are_told_apart() {
        assert_eq!(Name::parse(" \u{200b}\u{202e} "), Err(Flaw::Empty));
        assert_eq!(Name::parse("12 34"), Err(Flaw::NoLetters));
        assert_eq!(Name::parse("a\0b"), Err(Flaw::Unreadable));
        assert_eq!(Name::parse(&"क".repeat(101)), Err(Flaw::TooLong(100)));
        // A hundred characters as a reader counts them, three hundred code points.
        assert!(Name::parse(&"क्षि".repeat(100)).is_ok());
        // A thousand accents on one letter are one character and still too long.
        assert_eq!(Name::parse(&format!("a{}", "\u{301}".repeat(2000))), Err(Flaw::TooLong(100)));
    }

    #[test]
    fn bidi_tricks_are_gone_and_lines_stay_only_where_asked() {
        assert_eq!(Name::parse("Ram\u{202e}esh\nKumar").unwrap().as_str(), "Ramesh Kumar");
        assert_eq!(Account::parse("एक\r\nदो").unwrap().as_str(), "एक\nदो");
    }

    proptest! {
        #[test]
        fn parsing_again_changes_nothing(typed in "\\PC{0,80}") {
            if let Ok(once) = Name::parse(&typed) {
                prop_assert_eq!(Name::parse(once.as_str()), Ok(once.clone()));
                let hidden = |c: char| c.is_control() || (is_invisible(c) && !matches!(c, '\u{200c}' | '\u{200d}'));
                let shown = !once.as_str().chars().any(hidden);
                prop_assert!(shown);
            }
        }
    }
}
