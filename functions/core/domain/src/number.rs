//! The registration number: district, year, eight random characters, one check character.
//! It is not secret and opens nothing alone.

use std::fmt;

use crate::ids::DistrictCode;

/// Crockford's base 32: no I, L, O or U, so that it survives a phone call.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many random characters stand between the two dashes.
pub const BODY: usize = 8;
const LENGTH: usize = 3 + 2 + BODY + 1;
/// The smallest prime above the 36 letters and digits: over a prime field, distinct weights
/// catch every single wrong character and every swap of two.
const FIELD: u32 = 37;

/// A registration number such as `LKO26-7F3KQ9XW-X`, always in its printed form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(String);

impl Number {
    /// Makes a number from random bytes, of which the low five bits count.
    /// Five bodies in thirty-seven have a check value that no character of the alphabet spells:
    /// then the answer is `None` and the caller draws again.
    pub fn make(district: &DistrictCode, year: i16, random: [u8; BODY]) -> Option<Number> {
        let body: String = random.iter().map(|b| char::from(ALPHABET[usize::from(b & 31)])).collect();
        let head = format!("{district}{:02}", year.rem_euclid(100));
        let check = check_character(&format!("{head}{body}"))?;
        Some(Number(format!("{head}-{body}-{check}")))
    }

    /// Reads what a person typed: any case, spaces or dashes anywhere, Devanagari digits.
    /// A letter O for a zero, or the reverse, is refused, not guessed: guessing would let some swaps through.
    pub fn parse(typed: &str) -> Option<Number> {
        let plain: Vec<char> = crate::text::digits_to_ascii(typed)
            .chars()
            .filter(|c| !c.is_whitespace() && !crate::text::is_invisible(*c) && !crate::text::is_dash(*c))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if plain.len() != LENGTH || !plain.iter().all(char::is_ascii_alphanumeric) {
            return None;
        }
        let compact: String = plain.into_iter().collect();
        let (head, check) = compact.split_at(LENGTH - 1);
        let well_formed = head[..3].bytes().all(|b| b.is_ascii_uppercase())
            && head[3..5].bytes().all(|b| b.is_ascii_digit())
            && compact[5..].bytes().all(|b| ALPHABET.contains(&b));
        (well_formed && check_character(head) == check.chars().next()).then(|| Number(format!("{}-{}-{check}", &head[..5], &head[5..])))
    }

    /// The numbers that stand in what somebody wrote, each once.
    pub fn named_in(text: &str) -> Vec<Number> {
        let words = text.split(|c: char| !(c.is_alphanumeric() || crate::text::is_dash(c)));
        let mut all: Vec<Number> = words.filter_map(Number::parse).collect();
        all.sort();
        all.dedup();
        all
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The district that took the complaint.
    pub fn district(&self) -> &str {
        &self.0[..3]
    }

    /// The same number always falls to the same one of `shards` parts.
    pub fn shard(&self, shards: u8) -> u8 {
        // The random characters are evenly spread already; a hash would only hide that.
        let [a, b] = [self.0.as_bytes()[6], self.0.as_bytes()[7]].map(|c| value(char::from(c)));
        ((a * 32 + b) % u32::from(shards)) as u8
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Digits and the alphabet's letters keep Crockford's value; the four letters it leaves out follow,
/// because a district's code may hold them.
fn value(c: char) -> u32 {
    let in_alphabet = ALPHABET.iter().position(|b| char::from(*b) == c);
    let left_out = "ILOU".chars().position(|l| l == c).map(|at| at + ALPHABET.len());
    in_alphabet.or(left_out).map_or(0, |at| at as u32)
}

fn check_character(head: &str) -> Option<char> {
    // Weights 2, 3, 4 … for the characters and 1 for the check: all distinct, none zero.
    let sum: u32 = head.chars().zip(2..).map(|(c, weight)| value(c) * weight).sum();
    let check = (FIELD - sum % FIELD) % FIELD;
    ALPHABET.get(check as usize).map(|b| char::from(*b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number() -> impl Strategy<Value = Number> {
        (prop::array::uniform3(b'A'..=b'Z'), 0i16..100, prop::array::uniform8(0u8..32)).prop_filter_map("check value", |(d, y, r)| {
            let code = DistrictCode::parse(std::str::from_utf8(&d).unwrap()).unwrap();
            Number::make(&code, 2000 + y, r)
        })
    }

    #[test]
    fn finds_what_is_named_among_other_words() {
        let known = "LKO26-7F3KQ9XW-X";
        let named = |text: &str| Number::named_in(text).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(named("पहले भी की थी (lko26–7f3kq9xw–x)। फिर LKO26-7F3KQ9XW-X, और 9812345678।"), [known]);
        assert!(named("LKO26-7F3KQ9XW-Y और A-LKO26-7F3KQ9XW-X").is_empty());
    }

    #[test]
    fn reads_what_people_type() {
        let it = (0u8..).find_map(|n| Number::make(&DistrictCode::parse("LKO").unwrap(), 2026, [n, 1, 0, 19, 5, 6, 7, 8])).unwrap();
        let body = &it.as_str()[6..14];
        let check = &it.as_str()[15..];
        for typed in [
            it.to_string(),
            it.as_str().to_lowercase(),
            it.as_str().replace('-', " "),
            it.as_str().replace('-', ""),
            format!("lko२६ {body} {check}"),
            format!("\u{200b}{it}\u{200d} "),
        ] {
            assert_eq!(Number::parse(&typed).as_ref(), Some(&it), "{typed}");
        }
        for typed in ["", "LKO26", "LKO26-7F3KQ9XW", "12345-12345678-1", "लखन26-7F3KQ9XW-X"] {
            assert_eq!(Number::parse(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn survives_printing(it in number()) {
            prop_assert_eq!(Number::parse(it.as_str()), Some(it));
        }

        #[test]
        fn one_wrong_character_is_caught(it in number(), at in 0usize..14, wrong in prop::sample::select(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".to_vec())) {
            let mut chars: Vec<char> = it.as_str().chars().filter(|c| *c != '-').collect();
            chars[at] = char::from(wrong);
            let read = Number::parse(&chars.iter().collect::<String>());
            prop_assert!(read.is_none() || read == Some(it));
        }

        #[test]
        fn two_swapped_characters_are_caught(it in number(), a in 0usize..14, b in 0usize..14) {
            let mut chars: Vec<char> = it.as_str().chars().filter(|c| *c != '-').collect();
            chars.swap(a, b);
            let read = Number::parse(&chars.iter().collect::<String>());
            prop_assert!(read.is_none() || read == Some(it));
        }
    }
}
