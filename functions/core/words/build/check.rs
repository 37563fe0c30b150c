//! What both languages owe each other, and how long a Hindi sentence may be.

use crate::phrase::{Kind, Phrase, Phrases};

/// The longest sentence that a citizen has to read, in words.
const LONGEST: usize = 20;

/// Messages that one language lacks, or that do not take the same variables.
pub(crate) fn pairs(hi: &Phrases, en: &Phrases) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, phrase) in hi {
        match en.get(id) {
            None => faults.push(format!("{}: {id}: has no English", phrase.place)),
            Some(other) => faults.extend(variables(id, phrase, other)),
        }
    }
    let extra = en.iter().filter(|(id, _)| !hi.contains_key(*id));
    faults.extend(extra.map(|(id, phrase)| format!("{}: {id}: has no Hindi", phrase.place)));
    faults
}

fn variables(id: &str, hi: &Phrase, en: &Phrase) -> Option<String> {
    let (ours, theirs) = (hi.variables(), en.variables());
    // A number may hang a plural on one language alone.
    let names = |v: &std::collections::BTreeMap<String, Kind>| v.keys().map(|n| format!("${n}")).collect::<Vec<_>>().join(" ");
    (names(&ours) != names(&theirs)).then(|| format!("{}: {id}: takes [{}], the Hindi takes [{}]", en.place, names(&theirs), names(&ours)))
}

/// Hindi sentences that are too long to be read at one go.
pub(crate) fn sentences(hi: &Phrases) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, phrase) in hi {
        for reading in phrase.readings() {
            let longest = reading.split(['।', '?', '!']).map(words).max().unwrap_or(0);
            if longest > LONGEST {
                faults.push(format!("{}: {id}: a sentence of {longest} words; {LONGEST} is the most", phrase.place));
                break;
            }
        }
    }
    faults
}

fn words(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
