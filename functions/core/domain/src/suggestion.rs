//! Suggestions: what the department says publicly of one that it takes up, and where that stands.

use std::fmt;

use jiff::civil::Date;

use crate::lang::{Both, Lang};
use crate::number::Number;
use crate::text::{self, Text, digits_to_ascii, is_dash, is_invisible};

/// So many characters of hers in a row are not said publicly as the department's own.
pub const PIECE: usize = 40;
/// From so many digits in a row on, it may be somebody's phone.
const PHONE: usize = 10;
/// Into so many words a number may be parted by spaces.
const PARTS: usize = 4;

/// Whether a complaint is a suggestion, and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Suggestion {
    /// It is none.
    #[default]
    No,
    /// It is one, and not on the public list.
    Made,
    /// The department took it up, and says so here.
    Listed(Listing),
}

/// A place on the public list: its day, and random characters that lead to nobody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listing {
    day: Date,
    tail: String,
}

impl Listing {
    /// A place among those of a day.
    pub fn make(day: Date, random: [u8; 8]) -> Listing {
        Listing { day, tail: random.iter().map(|byte| format!("{byte:02x}")).collect() }
    }

    /// Reads what [`fmt::Display`] writes, and nothing else.
    pub fn parse(written: &str) -> Option<Listing> {
        let (day, tail) = written.split_once('.')?;
        let it = Listing { day: day.parse().ok()?, tail: tail.to_owned() };
        let is_tail = tail.len() == 16 && tail.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        (is_tail && it.to_string() == written).then_some(it)
    }

    pub fn day(&self) -> Date {
        self.day
    }
}

impl fmt::Display for Listing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}.{}", self.day.year(), self.day.month(), self.day.day(), self.tail)
    }
}

/// One language of what is said publicly.
type Line = Text<{ Wording::MAX }, false>;

/// What the department says publicly, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording(Both);

/// What keeps a wording from being public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingFlaw {
    Empty,
    TooLong,
    /// Characters that no keyboard types.
    Unreadable,
    /// Not a letter of the language that it should be in.
    OtherScript,
    /// So many digits that it may be a phone.
    Phone,
    /// A registration number.
    Number,
    Email,
    /// A long piece of what she wrote.
    HerWords,
}

impl WordingFlaw {
    pub const ALL: [WordingFlaw; 8] = [
        WordingFlaw::Empty,
        WordingFlaw::TooLong,
        WordingFlaw::Unreadable,
        WordingFlaw::OtherScript,
        WordingFlaw::Phone,
        WordingFlaw::Number,
        WordingFlaw::Email,
        WordingFlaw::HerWords,
    ];

    /// The stable word for programs.
    pub fn tag(self) -> &'static str {
        match self {
            WordingFlaw::Empty => "missing",
            WordingFlaw::TooLong => "too-long",
            WordingFlaw::Unreadable => "unreadable",
            WordingFlaw::OtherScript => "other-script",
            WordingFlaw::Phone => "holds-phone",
            WordingFlaw::Number => "holds-number",
            WordingFlaw::Email => "holds-email",
            WordingFlaw::HerWords => "her-words",
        }
    }
}

impl Wording {
    /// The most characters of each language, as a reader counts them.
    pub const MAX: usize = 300;

    /// What may be said publicly, as far as the words alone tell it.
    ///
    /// # Errors
    /// The first flaw, and in which language it is.
    pub fn parse(hi: &str, en: &str) -> Result<Wording, (Lang, WordingFlaw)> {
        let read = |lang: Lang, typed: &str| line(lang, typed).map_err(|flaw| (lang, flaw));
        Ok(Wording(Both { hi: read(Lang::Hi, hi)?, en: read(Lang::En, en)? }))
    }

    /// One that was said before, under the rules of its day.
    pub fn said(words: Both) -> Wording {
        Wording(words)
    }

    pub fn words(&self) -> &Both {
        &self.0
    }

    /// The language in which it says what she wrote: all of it, or a long piece.
    pub fn repeats(&self, hers: &str) -> Option<Lang> {
        let hers: Vec<char> = plain(hers).collect();
        Lang::ALL.into_iter().find(|lang| {
            let said: Vec<char> = plain(self.0.get(*lang)).collect();
            !hers.is_empty() && (said == hers || has_piece_of(&said, &hers))
        })
    }
}

fn has_piece_of(said: &[char], hers: &[char]) -> bool {
    let pieces: std::collections::HashSet<&[char]> = hers.windows(PIECE).collect();
    said.windows(PIECE).any(|piece| pieces.contains(piece))
}

/// Letters and digits in small letters, one space for whatever parts them.
fn plain(text: &str) -> impl Iterator<Item = char> {
    let lower = digits_to_ascii(&text.to_lowercase());
    let shown: String = lower.chars().filter(|c| !is_invisible(*c)).collect();
    let words: Vec<&str> = shown.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().collect::<Vec<_>>().into_iter()
}

fn line(lang: Lang, typed: &str) -> Result<String, WordingFlaw> {
    let read = Line::parse(typed).map_err(|flaw| match flaw {
        text::Flaw::Empty => WordingFlaw::Empty,
        text::Flaw::TooLong(_) => WordingFlaw::TooLong,
        text::Flaw::Unreadable => WordingFlaw::Unreadable,
        text::Flaw::NoLetters => WordingFlaw::OtherScript,
    })?;
    let said = read.as_str();
    let of_its_own = |c: char| match lang {
        Lang::Hi => matches!(c, '\u{904}'..='\u{939}'),
        Lang::En => c.is_ascii_alphabetic(),
    };
    if has_number(said) {
        Err(WordingFlaw::Number)
    } else if has_phone(said) {
        Err(WordingFlaw::Phone)
    } else if said.contains(['@', '\u{ff20}', '\u{fe6b}']) {
        Err(WordingFlaw::Email)
    } else if !said.chars().any(of_its_own) {
        Err(WordingFlaw::OtherScript)
    } else {
        Ok(said.to_owned())
    }
}

/// Digits of any script, with nothing between them but what people part a phone's digits by.
fn has_phone(text: &str) -> bool {
    let mut digits = 0;
    for c in text.chars() {
        if c.is_numeric() {
            digits += 1;
        } else if !(c.is_whitespace() || is_dash(c) || is_invisible(c) || "+().,/".contains(c)) {
            digits = 0;
        }
        if digits >= PHONE {
            return true;
        }
    }
    false
}

/// A registration number, also one that is parted by spaces.
fn has_number(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !(c.is_alphanumeric() || is_dash(c) || is_invisible(c))).filter(|word| !word.is_empty()).collect();
    (0..words.len()).any(|from| (1..=PARTS.min(words.len() - from)).any(|n| Number::parse(&words[from..from + n].concat()).is_some()))
}

/// Why what was taken up is not taken up after all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DownReason {
    /// Looked at closer, it cannot be done.
    NotPossible,
    /// It is for another department to say.
    NotOurs,
    /// It was listed by mistake.
    Mistake,
}

impl DownReason {
    pub const ALL: [DownReason; 3] = [DownReason::NotPossible, DownReason::NotOurs, DownReason::Mistake];

    pub fn tag(self) -> &'static str {
        match self {
            DownReason::NotPossible => "not_possible",
            DownReason::NotOurs => "not_ours",
            DownReason::Mistake => "mistake",
        }
    }

    pub fn parse(tag: &str) -> Option<DownReason> {
        DownReason::ALL.into_iter().find(|reason| reason.tag() == tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HI: &str = "बाज़ार की गली में रात को रोशनी रहेगी।";
    const EN: &str = "The market lane will be lit at night.";

    fn flaw(hi: &str, en: &str) -> Option<(Lang, WordingFlaw)> {
        Wording::parse(hi, en).err()
    }

    #[test]
    fn the_departments_own_words_are_taken_as_they_are() {
        assert_eq!(Wording::parse(HI, EN).unwrap().words(), &Both { hi: HI.to_owned(), en: EN.to_owned() });
        for fine in ["Call 112 or 1930.", "From 22-11-2026 on", "10 of 12 crossings, 5 lakh people", "Lit 18:00-06:00 since 2026"] {
            assert_eq!(flaw(HI, fine), None, "{fine}");
        }
        assert_eq!(flaw(HI, &"क्षि".repeat(300)), Some((Lang::En, WordingFlaw::OtherScript)), "as a reader counts them");
    }

    #[test]
    fn what_leads_to_a_person_is_refused_in_either_language() {
        let cases = [
            ("", WordingFlaw::Empty),
            (" \u{200b} ", WordingFlaw::Empty),
            ("12 %", WordingFlaw::OtherScript),
            ("a\0b", WordingFlaw::Unreadable),
            ("Call 9812300001", WordingFlaw::Phone),
            ("Call +91 98123 00001 now", WordingFlaw::Phone),
            ("Call (0522) 223-4567", WordingFlaw::Phone),
            ("कॉल ९८१२३०००01", WordingFlaw::Phone),
            ("Call ٩٨١٢٣٠٠٠٠١", WordingFlaw::Phone),
            ("98\u{200b}123.00.001 is hers", WordingFlaw::Phone),
            ("As LKO26-7F3KQ9XW-X said", WordingFlaw::Number),
            ("As lko२६ 7f3kq9xw x said", WordingFlaw::Number),
            ("As LKO26–7F3KQ9XW–X", WordingFlaw::Number),
            ("write to asha@example.org", WordingFlaw::Email),
            ("write to asha＠example.org", WordingFlaw::Email),
        ];
        for (bad, expected) in cases {
            assert_eq!(flaw(bad, EN), Some((Lang::Hi, expected)), "{bad}");
            assert_eq!(flaw(HI, bad), Some((Lang::En, expected)), "{bad}");
        }
        assert_eq!(flaw(EN, HI), Some((Lang::Hi, WordingFlaw::OtherScript)), "the fields were changed round");
        assert_eq!(flaw(HI, &"a".repeat(301)), Some((Lang::En, WordingFlaw::TooLong)));
        assert_eq!(flaw(HI, &"a".repeat(300)), None);
    }

    #[test]
    fn a_long_piece_of_hers_is_not_the_departments_own() {
        let hers = "हमारी गली में रात को रोशनी नहीं रहती, इसलिए लड़कियाँ घर से नहीं निकलतीं।\nKripya karke light lagwaiye.";
        let said = |hi: &str| Wording::parse(hi, EN).unwrap().repeats(hers);
        assert_eq!(said(HI), None);
        assert_eq!(said("रात को रोशनी रहेगी, ताकि लड़कियाँ निकल सकें।"), None);
        // Other signs and spaces make it no other text.
        assert_eq!(said("लिखा है: «गली  में रात को – रोशनी नहीं रहती! इसलिए लड़कियाँ»"), Some(Lang::Hi));
        let piece: String = plain(hers).take(PIECE).collect();
        assert_eq!(said(&piece), Some(Lang::Hi));
        let shorter: String = plain(hers).take(PIECE - 1).collect();
        assert_eq!(said(&format!("{shorter}ऋ")), None);
        // All of it is hers, however short it is.
        let wording = Wording::parse(HI, "More lights, please").unwrap();
        assert_eq!((wording.repeats("more lights please!"), wording.repeats("more lights"), wording.repeats("!?")), (Some(Lang::En), None, None));
    }

    #[test]
    fn a_place_is_read_back_and_sorts_by_its_day() {
        let day = |day: i8| Date::constant(2026, 11, day);
        let it = Listing::make(day(9), [0xff; 8]);
        assert_eq!(it.to_string(), "2026-11-09.ffffffffffffffff");
        assert_eq!(Listing::parse(&it.to_string()), Some(it.clone()));
        assert!(it < Listing::make(day(10), [0; 8]) && it.to_string() < Listing::make(day(10), [0; 8]).to_string());
        for bad in
            ["", "2026-11-09", "2026-11-09.", "2026-11-9.ffffffffffffffff", "2026-11-09.FFFFFFFFFFFFFFFF", "2026-13-09.ffffffffffffffff", "x.ffffffffffffffff"]
        {
            assert_eq!(Listing::parse(bad), None, "{bad}");
        }
        for reason in DownReason::ALL {
            assert_eq!(DownReason::parse(reason.tag()), Some(reason));
        }
    }
}
