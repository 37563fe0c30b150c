//! Names as they sound, so that one written in Roman letters is found by one in Devanagari: Sunita finds सुनीता.
//!
//! A name becomes its consonants with the long vowels i and u; a, e and o, which the two scripts write most differently,
//! fall away, as does the breath after a consonant. Verma and वर्मा are both `vrm`. What is found this way is looked at
//! by a person, so two names that fold alike cost a glance, and one that is not found costs a complaint.

use unicode_normalization::UnicodeNormalization as _;

use crate::text::digits_to_ascii;

/// Parts of names that so many share that they find nobody.
const COMMON: [&str; 20] = [
    "devi", "kumari", "kumar", "singh", "begum", "bano", "khatun", "khatoon", "khan", "km", "smt", "shri", "sri", "mr", "mrs", "ms", "bai", "kaur", "lal",
    "ram",
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

/// The words of a text as they are written, without digits and signs between.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && !is_sign(c)).filter(|part| !part.is_empty())
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
