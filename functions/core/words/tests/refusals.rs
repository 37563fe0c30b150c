//! What the build script refuses, tried on texts made for it.

#[path = "../build/check.rs"]
mod check;
#[path = "../build/phrase.rs"]
mod phrase;
#[path = "../build/read.rs"]
mod read;
#[path = "../build/write.rs"]
mod write;

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// The generated code, or every fault, of one file in each language.
fn build(hi: &str, en: &str) -> Result<String, Vec<String>> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("texts-{}", COUNT.fetch_add(1, Ordering::Relaxed)));
    for (lang, text) in [("hi", hi), ("en", en)] {
        let written = fs::create_dir_all(folder.join(lang)).and_then(|()| fs::write(folder.join(lang).join("it.ftl"), text));
        written.map_err(|error| vec![error.to_string()])?;
    }
    let (hi, en) = (read::language(&folder.join("hi"))?, read::language(&folder.join("en"))?);
    let faults: Vec<String> = check::pairs(&hi, &en).into_iter().chain(check::sentences(&hi)).collect();
    if faults.is_empty() { Ok(write::code(&hi, &en)) } else { Err(faults) }
}

fn refused(hi: &str, en: &str, reason: &str) {
    let Err(faults) = build(hi, en) else { panic!("taken, though {reason}") };
    assert!(faults.iter().any(|fault| fault.contains(reason)), "{reason}: {faults:?}");
}

#[test]
fn both_languages_owe_each_other_every_message() {
    refused("a = अ\nb = ब\n", "a = A\n", "texts/hi/it.ftl:2: b: has no English");
    refused("a = अ\n", "a = A\n\nb = B\n", "texts/en/it.ftl:3: b: has no Hindi");
    refused("a = { $n } अ\n", "a = A { $m }\n", "texts/en/it.ftl:1: a: takes [$m], the Hindi takes [$n]");
    refused("a = { $n } अ\n", "a = A\n", "takes [], the Hindi takes [$n]");
}

#[test]
fn what_the_generator_does_not_speak_is_refused() {
    refused("a = अ\na = ब\n", "a = A\n", "texts/hi/it.ftl:2: a: stands in texts/hi/it.ftl:1 already");
    refused("a = अ\n    .title = ब\n", "a = A\n", "a: attributes are not supported");
    refused("-a = अ\nb = ब\n", "b = B\n", "-a: terms are not supported");
    refused("a = अ\nb = { a }\n", "a = A\nb = B\n", "b: only variables and quoted text");
    refused("a = { NUMBER($n) }\n", "a = { $n }\n", "a: only variables and quoted text");
    refused("a = { $n ->\n    [few] अ\n   *[other] ब\n }\n", "a = { $n }\n", "[few] is neither one, other nor a number");
    refused("a = { $n ->\n   *[one] अ\n    [other] ब\n }\n", "a = { $n }\n", "the starred variant is *[other]");
    refused("A = अ\n", "A = A\n", "an id is lower-case letters");
    refused("match = अ\n", "match = A\n", "is a word of Rust");
    refused("a = { $n\n", "a = A\n", "texts/hi/it.ftl:2: Expected");
}

#[test]
fn a_hindi_sentence_ends_after_twenty_words() {
    let words = |n: usize| vec!["शब्द"; n].join(" ");
    refused(&format!("a = {}।\n", words(21)), "a = A\n", "a sentence of 21 words; 20 is the most");
    refused(&format!("a = {{ $n }} {}\n", words(20)), "a = A { $n }\n", "a sentence of 21 words");
    let two = format!("a = {}। {}।\n", words(20), words(20));
    assert!(build(&two, "a = A\n").is_ok());
}

#[test]
fn plurals_become_matches_with_the_rule_of_the_language() {
    let text = "a = { $n ->\n    [one] { $n } x\n   *[other] { $n } y\n } { $z } { $b }\n";
    let code = build(text, text).unwrap();
    assert!(code.contains("pub fn a(lang: Lang, b: impl Display, n: i64, z: impl Display) -> String"), "{code}");
    let (hi, en) = code.split_once("Lang::En").unwrap();
    assert!(hi.contains("0 | 1 => {") && !en.contains("0 | 1 => {") && en.contains("            1 => {"), "{code}");
}

#[test]
fn quotes_and_backslashes_stay_what_they_are() {
    let code = build("a = \"अ\" \\ ब\n", "a = \"A\" \\ B\n").unwrap();
    assert!(code.contains(r#"Lang::En => "\"A\" \\ B""#), "{code}");
}
