//! Writes one function a message. A message without a variable is a `&'static str`, one with variables a `String`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::phrase::{Key, Kind, Phrase, Phrases, Piece};

/// The rule by which a language says "one".
#[derive(Clone, Copy)]
enum Rule {
    /// Zero and one.
    Hindi,
    /// One alone.
    English,
}

/// The whole generated module.
pub(crate) fn code(hi: &Phrases, en: &Phrases) -> String {
    let mut out = String::from("// Generated from texts/*.ftl.\n");
    let pairs = hi.iter().filter_map(|(id, phrase)| Some((id, phrase, en.get(id)?)));
    for (id, hi, en) in pairs {
        function(&mut out, id, hi, en);
    }
    let names: Vec<String> = hi.keys().map(|id| format!("    {:?},\n", rust_name(id))).collect();
    let _ = write!(out, "\n/// The name of every phrase, for the test that finds unused ones.\npub const ALL: &[&str] = &[\n{}];\n", names.concat());
    out
}

fn function(out: &mut String, id: &str, hi: &Phrase, en: &Phrase) {
    let mut kinds = hi.variables();
    for (name, kind) in en.variables() {
        if kind == Kind::Number {
            kinds.insert(name, kind);
        }
    }
    let name = rust_name(id);
    let _ = writeln!(out, "\n/// `{id}`, from `{}`.", hi.place);
    if kinds.is_empty() {
        let _ = writeln!(
            out,
            "pub fn {name}(lang: Lang) -> &'static str {{\n    match lang {{\n        Lang::Hi => {},\n        Lang::En => {},\n    }}\n}}",
            literal(&plain(hi)),
            literal(&plain(en)),
        );
        return;
    }
    let params: String = kinds.iter().map(|(name, kind)| format!(", {}: {}", rust_name(name), param(*kind))).collect();
    let _ = writeln!(out, "pub fn {name}(lang: Lang{params}) -> String {{\n    let mut out = String::new();\n    match lang {{");
    for (variant, phrase, rule) in [("Hi", hi, Rule::Hindi), ("En", en, Rule::English)] {
        let _ = writeln!(out, "        Lang::{variant} => {{");
        body(out, &phrase.pieces, &kinds, rule);
        out.push_str("        }\n");
    }
    out.push_str("    }\n    out\n}\n");
}

fn param(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "i64",
        Kind::Shown => "impl Display",
    }
}

fn body(out: &mut String, pieces: &[Piece], kinds: &BTreeMap<String, Kind>, rule: Rule) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                let _ = writeln!(out, "            out += {};", literal(text));
            }
            Piece::Variable(name) => {
                let shown = match kinds.get(name) {
                    Some(Kind::Number) => format!("out += &crate::digits::grouped({});", rust_name(name)),
                    Some(Kind::Shown) | None => format!("let _ = write!(out, \"{{}}\", {});", rust_name(name)),
                };
                let _ = writeln!(out, "            {shown}");
            }
            Piece::Plural { by, variants } => {
                let _ = writeln!(out, "            match {} {{", rust_name(by));
                let named: Vec<i64> = variants.iter().filter_map(|(key, _)| if let Key::Exactly(n) = key { Some(*n) } else { None }).collect();
                for (key, pieces) in variants {
                    let Some(pattern) = pattern(*key, rule, &named) else { continue };
                    let _ = writeln!(out, "            {pattern} => {{");
                    body(out, pieces, kinds, rule);
                    out.push_str("            }\n");
                }
                out.push_str("            }\n");
            }
        }
    }
}

/// The arm for a variant; `None` where exact numbers have taken all that it would match.
fn pattern(key: Key, rule: Rule, named: &[i64]) -> Option<String> {
    let ones: &[i64] = match rule {
        Rule::Hindi => &[0, 1],
        Rule::English => &[1],
    };
    match key {
        Key::Exactly(n) => Some(n.to_string()),
        Key::One => {
            let free: Vec<String> = ones.iter().filter(|n| !named.contains(n)).map(i64::to_string).collect();
            (!free.is_empty()).then(|| free.join(" | "))
        }
        Key::Other => Some("_".to_owned()),
    }
}

fn plain(phrase: &Phrase) -> String {
    phrase.readings().concat()
}

fn rust_name(id: &str) -> String {
    id.replace('-', "_")
}

// Not `{:?}`: that would turn the vowel signs of Hindi into escapes that nobody can read.
fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
