//! Names as they sound, so that one written in Roman letters is found by one in Devanagari: Sunita finds सुनीता.
//!
//! A name becomes its consonants with the long vowels i and u; a, e and o, which the two scripts write most differently,
//! fall away, as does the breath after a consonant. Verma and वर्मा are both `vrm`. What is found this way is looked at
//! by a person, so two names that fold alike cost a glance, and one that is not found costs a complaint.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

use crate::lang::Both;
use crate::text::digits_to_ascii;

/// Parts of names that so many share that they find nobody.
const COMMON: [&str; 20] = [
    "devi", "kumari", "kumar", "singh", "begum", "bano", "khatun", "khatoon", "khan", "km", "smt", "shri", "sri", "mr", "mrs", "ms", "bai", "kaur", "lal",
    "ram",
];
/// Words that go before or behind an officer's name and tell nothing of it.
const POLITE: [&str; 22] = [
    "ji",
    "sir",
    "sahab",
    "sahib",
    "madam",
    "mister",
    "inspector",
    "officer",
    "police",
    "thana",
    "station",
    "constable",
    "daroga",
    "incharge",
    "in",
    "charge",
    "the",
    "of",
    "ka",
    "ke",
    "ki",
    "wale",
];
/// How many parts of a name are kept for look-ups.
const MOST: usize = 3;

/// The folded parts by which a name is found: the first, and of the others those that tell people apart.
pub fn keys(name: &str) -> Vec<String> {
    let common: Vec<String> = COMMON.iter().map(|part| fold(part)).collect();
    let mut keys: Vec<String> = Vec::new();
    for (n, part) in parts(name).enumerate() {
        let key = fold(part);
        if !key.is_empty() && (n == 0 || !common.contains(&key)) && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.truncate(MOST);
    keys
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && !is_sign(c)).filter(|part| !part.is_empty())
}

/// Whether a text about an officer means somebody of this name, in whatever order and script: it has everything that tells the
/// name from others, or nothing but a part of it. `beside` are the folded words of ranks and places, which name nobody.
pub fn mentions(text: &str, name: &str, beside: &BTreeSet<String>) -> bool {
    let said: Vec<String> = parts(text).map(fold).filter(|part| !part.is_empty()).collect();
    let keys = keys(name);
    let whole = !keys.is_empty() && keys.iter().all(|key| said.contains(key));
    let polite: Vec<String> = POLITE.iter().map(|word| fold(word)).collect();
    let mut named = said.iter().filter(|part| !beside.contains(*part) && !polite.contains(*part)).peekable();
    whole || named.peek().is_some() && named.all(|part| keys.contains(part))
}

/// Whether a text about an officer gives this post's title: written out in either script, or by its initials, as people say them.
pub fn gives_title(text: &str, title: &Both) -> bool {
    let said: BTreeSet<String> = parts(text).map(fold).collect();
    let written = |name: &str| {
        let mut words = parts(name).map(fold).filter(|word| !word.is_empty()).peekable();
        words.peek().is_some() && words.all(|word| said.contains(&word))
    };
    let initials: Vec<char> = title.en.split([' ', '-']).filter_map(|word| word.chars().next()).filter(char::is_ascii_uppercase).collect();
    let (roman, spelled): (String, String) = (initials.iter().collect(), initials.iter().map(|letter| spelled(*letter)).collect());
    // One letter more in front is a senior or an additional one: SSP, ASP.
    let short = |part: &str| part.to_uppercase().ends_with(&roman) && part.len() <= roman.len() + 1 || part.ends_with(&spelled) && !spelled.is_empty();
    written(&title.hi) || written(&title.en) || initials.len() > 1 && parts(text).any(short)
}

/// A Roman letter as its name is written in Devanagari.
fn spelled(letter: char) -> &'static str {
    match letter {
        'A' => "ए",
        'B' => "बी",
        'C' => "सी",
        'D' => "डी",
        'G' => "जी",
        'H' => "एच",
        'I' => "आई",
        'M' => "एम",
        'N' => "एन",
        'O' => "ओ",
        'P' => "पी",
        'R' => "आर",
        'S' => "एस",
        'T' => "टी",
        _ => "",
    }
}

/// The words of a text as they sound, in their order; what has a digit stands as it is, in Latin digits.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && !is_sign(c));
    let words = parts.map(|part| if part.chars().any(char::is_numeric) { digits_to_ascii(&part.to_lowercase()) } else { fold(part) });
    words.filter(|word| !word.is_empty())
}

/// One part of a name as it sounds; empty where it has no letter of either script.
pub fn fold(part: &str) -> String {
    // Two Roman letters for one long vowel.
    let part = part.to_lowercase().replace("ee", "i").replace("oo", "u");
    let sounds: String = part.nfc().flat_map(sound).collect();
    heard(&sounds)
}

/// Vowel signs, the virama and what stands over or under a letter: no letters by themselves, and part of a word.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{951}'..='\u{957}' | '\u{962}' | '\u{963}' | '\u{200c}' | '\u{200d}')
}

/// The sound of one sign, in Roman letters; an apostrophe joins two consonants.
fn sound(c: char) -> std::str::Chars<'static> {
    let sound = match c {
        'अ' | 'आ' | 'ए' | 'ऐ' | 'ओ' | 'औ' | 'ऑ' | 'ऍ' | 'ा' | 'े' | 'ै' | 'ो' | 'ौ' | 'ॉ' | 'ॅ' => "a",
        'इ' | 'ई' | 'ि' | 'ी' => "i",
        'उ' | 'ऊ' | 'ु' | 'ू' => "u",
        'ऋ' | 'ृ' => "ri",
        'क' | 'ख' => "k",
        'ग' | 'घ' => "g",
        'ङ' | 'ञ' | 'ण' | 'न' | 'ं' | 'ँ' => "n",
        'च' | 'छ' => "c",
        'ज' | 'झ' => "j",
        'ट' | 'ठ' | 'त' | 'थ' => "t",
        'ड' | 'ढ' | 'द' | 'ध' => "d",
        'प' => "p",
        'फ' => "f",
        'ब' | 'भ' => "b",
        'म' => "m",
        'य' => "y",
        'र' => "r",
        'ल' | 'ळ' => "l",
        'व' => "v",
        'श' | 'ष' | 'स' => "s",
        'ह' => "h",
        '\u{94d}' => "'",
        _ => return roman(c),
    };
    sound.chars()
}

fn roman(c: char) -> std::str::Chars<'static> {
    let letter = match c.to_ascii_lowercase() {
        'a' | 'e' | 'o' => "a",
        'i' => "i",
        'u' => "u",
        'b' => "b",
        'c' => "c",
        'd' => "d",
        'f' => "f",
        'g' => "g",
        'h' => "H",
        'j' | 'z' => "j",
        'k' | 'q' => "k",
        'l' => "l",
        'm' => "m",
        'n' => "n",
        'p' => "p",
        'r' => "r",
        's' => "s",
        't' => "t",
        'v' | 'w' => "v",
        'x' => "ks",
        'y' => "y",
        _ => "",
    };
    letter.chars()
}

/// What is heard of it. `H` is a Roman h, which after a consonant is breath; oo and ee are the long vowels.
fn heard(roman: &str) -> String {
    let letters: Vec<char> = roman.chars().collect();
    let mut heard = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let joined = at.checked_sub(2).and_then(|two| letters.get(two)).filter(|_| before == Some('\'')).copied().or(before);
        match letter {
            '\'' => {}
            // Only at the beginning does an open vowel tell names apart: Asha and शा.
            'a' if at == 0 => heard.push('a'),
            'a' => {}
            'H' if before.is_some_and(|c| !matches!(c, 'a' | 'i' | 'u')) => {}
            'H' => heard.push('h'),
            // Written twice or joined to itself, a letter is heard once.
            letter if joined == Some(*letter) => {}
            letter => heard.push(*letter),
        }
    }
    heard
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_what_was_written_about_somebody() {
        for (text, name) in
            [("CO Cantt Ramesh Yadav", "Ramesh Yadav"), ("इंस्पेक्टर रमेश यादव, आलमबाग", "Ramesh Yadav"), ("yadav ramesh", "रमेश यादव"), ("सीमा मैडम", "Seema Devi")]
        {
            assert!(mentions(text, name, &places()), "{text}: {name}");
        }
        for text in ["CO Yadav", "यादव जी", "inspector yadav, Cantt", "Ramesh sir CO", "सीओ रमेश"] {
            assert!(mentions(text, "Ramesh Yadav", &places()), "{text}: by one part of the name");
        }
        for (text, name) in
            [("Ramesh Verma", "Ramesh Yadav"), ("the inspector", "Ramesh Yadav"), ("", "Ramesh"), ("Ramesh", ""), ("Rameshwar Yadav", "Ramesh Yadav")]
        {
            assert!(!mentions(text, name, &places()), "{text}: {name}");
        }
        assert!(!mentions("CO Cantt", "Ramesh Yadav", &places()), "a rank and a place name nobody");
    }

    fn places() -> BTreeSet<String> {
        ["CO", "सीओ", "Cantt", "आलमबाग"].into_iter().map(fold).collect()
    }

    #[test]
    fn a_title_is_known_by_its_initials_and_written_out() {
        let both = |hi: &str, en: &str| Both { hi: hi.to_owned(), en: en.to_owned() };
        let circle = both("क्षेत्राधिकारी", "Circle Officer");
        let district = both("पुलिस अधीक्षक", "Superintendent of Police");
        for (text, title) in [
            ("CO Alambagh", &circle),
            ("सीओ आलमबाग", &circle),
            ("the circle officer", &circle),
            ("क्षेत्राधिकारी आलमबाग", &circle),
            ("SP Lucknow", &district),
            ("SSP", &district),
            ("एसएसपी लखनऊ", &district),
        ] {
            assert!(gives_title(text, title), "{text}: {}", title.en);
        }
        for (text, title) in
            [("SHO Alambagh", &circle), ("the inspector", &circle), ("police", &district), ("", &circle), ("Ramesh Yadav", &district), ("company", &circle)]
        {
            assert!(!gives_title(text, title), "{text}: {}", title.en);
        }
    }

    #[test]
    fn both_scripts_sound_alike() {
        for (roman, devanagari) in [
            ("Sunita", "सुनीता"),
            ("Suneeta", "सुनीता"),
            ("Seema", "सीमा"),
            ("Verma", "वर्मा"),
            ("Yadav", "यादव"),
            ("Preeti", "प्रीति"),
            ("Pooja", "पूजा"),
            ("Lakshmi", "लक्ष्मी"),
            ("Laxmi", "लक्ष्मी"),
            ("Chhaya", "छाया"),
            ("Munni", "मुन्नी"),
            ("Zeenat", "ज़ीनत"),
            ("Shweta", "श्वेता"),
            ("Neha", "नेहा"),
            ("Asha", "आशा"),
            ("Mishra", "मिश्रा"),
            ("Sangeeta", "संगीता"),
            ("Rukhsana", "रुख़साना"),
            ("Farida", "फ़रीदा"),
            ("Jyoti", "ज्योति"),
        ] {
            assert_eq!(fold(roman), fold(devanagari), "{roman} and {devanagari}");
            assert_eq!(keys(roman).len(), 1, "{roman}");
            assert_eq!(keys(devanagari).len(), 1, "{devanagari} is one word");
        }
        for (one, other) in [("Sunita", "Sangita"), ("Asha", "Usha"), ("Rani", "Ranu"), ("Meena", "Mona")] {
            assert_ne!(fold(one), fold(other));
        }
    }

    #[test]
    fn what_everybody_is_called_finds_nobody() {
        assert_eq!(keys("सुनीता देवी"), keys("Sunita"));
        assert_eq!(keys("Km. Sunita Kumari Verma").len(), 3, "the first part counts whatever it is");
        assert_eq!(keys("देवी"), [fold("devi")], "unless there is nothing else");
        assert!(keys("  123 !? ").is_empty());
    }
}
