//! Who is meant by what she says of an officer: "CO Yadav", "the DCP", "इंस्पेक्टर रमेश यादव, आलमबाग".
//!
//! Only who sits above the stations is looked for. A name that fits two, or a word that is a name here and a title there, is
//! taken for the higher: that costs an officer a complaint that was not about him, and the other way it would hand her
//! complaint to the one she is afraid of.

use std::collections::BTreeSet;

use crate::complaint::Rung;
use crate::fold::{fold, keys, parts, words};
use crate::ids::UnitCode;
use crate::lang::{Both, Lang};
use crate::policy::Policy;

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
/// Ranks as people shorten them.
const RANKS: [&str; 18] = ["SI", "ASI", "SO", "SHO", "CO", "SP", "SSP", "ASP", "ACP", "DCP", "DSP", "CP", "DIG", "IG", "ADG", "DGP", "DM", "ADM"];
/// The word of a title that people leave out.
const OF: &str = "of";

/// The highest unit of a ladder, below its top, that is meant: an officer there has the name, or the post there the title.
/// `officers` are the names of those who sit at each rung. Above the top there is nobody, so a name there leads nowhere else.
pub fn unit_above(policy: &Policy, rungs: &[Rung], officers: &[Vec<Both>], said: &str) -> Option<UnitCode> {
    let top = rungs.last()?;
    let beside = ranks_and_places(policy, rungs);
    let titled = titled(policy, rungs, said);
    let sits = |at: usize| officers.get(at).into_iter().flatten().any(|name| [&name.hi, &name.en].into_iter().any(|name| mentions(said, name, &beside)));
    let meant = |(at, rung): &(usize, &Rung)| rung.unit != top.unit && (titled.contains(at) || sits(*at));
    rungs.iter().enumerate().rev().find(meant).map(|(_, rung)| rung.unit.clone())
}

/// The folded words of every post's name, of the ranks' initials and of the places of a ladder: they name nobody.
fn ranks_and_places(policy: &Policy, rungs: &[Rung]) -> BTreeSet<String> {
    let posts = policy.posts.values().flat_map(|post| [Some(&post.name), post.commissionerate.as_ref()]).flatten();
    let posts = posts.flat_map(|name| [name.hi.clone(), name.en.clone()]);
    let places = rungs.iter().flat_map(|rung| Lang::ALL.map(|lang| policy.place_name(&rung.unit, lang)));
    let district = rungs.iter().find_map(|rung| policy.district_of(&rung.unit));
    let stations = district.into_iter().flat_map(|district| policy.stations_of(&district.code)).flat_map(|it| [it.name.hi.clone(), it.name.en.clone()]);
    posts.chain(places).chain(stations).chain(RANKS.map(str::to_owned)).flat_map(|text| words(&text).collect::<Vec<_>>()).collect()
}

/// Whether a text means somebody of this name, in whatever order and script: it has everything that tells the
/// name from others, or nothing but a part of it.
fn mentions(text: &str, name: &str, beside: &BTreeSet<String>) -> bool {
    let said: Vec<String> = parts(text).map(fold).filter(|part| !part.is_empty()).collect();
    let keys = keys(name);
    let whole = !keys.is_empty() && keys.iter().all(|key| said.contains(key));
    let polite = POLITE.map(fold);
    let mut named = said.iter().filter(|part| !beside.contains(*part) && !polite.contains(*part)).peekable();
    whole || named.peek().is_some() && named.all(|part| keys.contains(part))
}

/// The rungs whose post's title a text gives. Of two titles of which one is a part of the other, as CP is of DCP, the longer is
/// meant.
fn titled(policy: &Policy, rungs: &[Rung], said: &str) -> BTreeSet<usize> {
    let titles = |rung: &Rung| policy.posts.get(&rung.post).into_iter().flat_map(|post| [Some(&post.name), post.commissionerate.as_ref()]).flatten();
    // People use the old title where there is a commissionerate, too.
    let titles: Vec<(usize, &Both)> = rungs.iter().enumerate().flat_map(|(at, rung)| titles(rung).map(move |title| (at, title))).collect();
    let mut found = BTreeSet::new();
    for part in parts(said) {
        let fits = titles.iter().filter_map(|(at, title)| Some((*at, shortened(part, title)?)));
        let most = fits.clone().map(|(_, letters)| letters).max();
        found.extend(fits.filter(|(_, letters)| Some(*letters) == most).map(|(at, _)| at));
    }
    let heard: BTreeSet<String> = parts(said).map(fold).collect();
    let spoken = titles.iter().flat_map(|(at, title)| [&title.hi, &title.en].map(|name| (*at, written(name))));
    let spoken: Vec<(usize, BTreeSet<String>)> = spoken.filter(|(_, title)| !title.is_empty() && title.is_subset(&heard)).collect();
    let within = |title: &BTreeSet<String>| spoken.iter().any(|(_, other)| title.len() < other.len() && title.is_subset(other));
    found.extend(spoken.iter().filter(|(_, title)| !within(title)).map(|(at, _)| *at));
    found
}

/// The words that make a title, as they sound.
fn written(title: &str) -> BTreeSet<String> {
    parts(title).filter(|part| *part != OF).map(fold).filter(|word| !word.is_empty()).collect()
}

/// How many letters of a title's initials a word gives, in either script, as people say them.
fn shortened(part: &str, title: &Both) -> Option<usize> {
    let initials: Vec<char> = title.en.split([' ', '-']).filter_map(|word| word.chars().next()).filter(char::is_ascii_uppercase).collect();
    let gives = |letters: &[char]| {
        let (roman, spelled): (String, String) = (letters.iter().collect(), letters.iter().map(|letter| spelled(*letter)).collect());
        // One letter more in front is a senior or an additional one: SSP, ASP.
        let short = part.to_uppercase().ends_with(&roman) && part.len() <= roman.len() + 1 || part.ends_with(&spelled) && !spelled.is_empty();
        (short && letters.len() > 1).then_some(letters.len())
    };
    // "Of Police" is left out of a long one: DIG.
    let without_police = initials.strip_suffix(&['P']).filter(|short| short.len() > 2);
    gives(&initials).or_else(|| gives(without_police?))
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

#[cfg(test)]
#[path = "named_tests.rs"]
mod tests;
