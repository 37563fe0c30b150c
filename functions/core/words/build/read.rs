//! Reads one language's Fluent files and refuses every construct that the generator does not speak.

use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;

use crate::phrase::{Key, Phrase, Phrases, Piece};

/// One-word ids that could not be the name of a function, and the names the module itself uses.
const KEYWORDS: [&str; 44] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum", "extern", "fault", "final", "fn",
    "for", "if", "impl", "in", "label", "let", "loop", "macro", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "try", "type", "unsafe", "use", "where", "while",
];

/// All messages of the files in a folder, or every fault in them.
pub(crate) fn language(folder: &Path) -> Result<Phrases, Vec<String>> {
    let mut phrases = Phrases::new();
    let mut faults = Vec::new();
    for file in files(folder)? {
        let name = format!("texts/{}/{}", last(folder), last(&file));
        let text = fs::read_to_string(&file).map_err(|e| vec![format!("{name}: {e}")])?;
        read_file(&name, &text, &mut phrases, &mut faults);
    }
    if faults.is_empty() { Ok(phrases) } else { Err(faults) }
}

fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>, Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|e| vec![format!("{}: {e}", folder.display())])?;
    let mut files: Vec<_> = entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "ftl")).collect();
    files.sort();
    Ok(files)
}

fn last(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

fn read_file(name: &str, text: &str, phrases: &mut Phrases, faults: &mut Vec<String>) {
    let resource = match parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            faults.extend(errors.iter().map(|e| format!("{name}:{}: {e}", line_at(text, e.pos.start))));
            resource
        }
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => read_message(name, text, message, phrases, faults),
            Entry::Term(term) => faults.push(format!("{name}:{}: -{}: terms are not supported, write the word out", line_of(text, term.id.name), term.id.name)),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
}

fn read_message(name: &str, text: &str, message: &Message<&str>, phrases: &mut Phrases, faults: &mut Vec<String>) {
    let id = message.id.name;
    let place = format!("{name}:{}", line_of(text, id));
    if !id.starts_with(|c: char| c.is_ascii_lowercase()) || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        faults.push(format!("{place}: {id}: an id is lower-case letters, digits and dashes"));
    }
    if KEYWORDS.contains(&id) {
        faults.push(format!("{place}: {id}: is a word of Rust, choose another id"));
    }
    if !message.attributes.is_empty() {
        faults.push(format!("{place}: {id}: attributes are not supported, make it a message of its own"));
    }
    let Some(pattern) = &message.value else {
        faults.push(format!("{place}: {id}: has no text"));
        return;
    };
    match pieces(pattern) {
        Ok(pieces) => {
            let phrase = Phrase { place: place.clone(), pieces };
            if let Some(before) = phrases.insert(id.to_owned(), phrase) {
                faults.push(format!("{place}: {id}: stands in {} already", before.place));
            }
        }
        Err(reason) => faults.push(format!("{place}: {id}: {reason}")),
    }
}

fn pieces(pattern: &Pattern<&str>) -> Result<Vec<Piece>, String> {
    pattern.elements.iter().map(piece).collect()
}

fn piece(element: &PatternElement<&str>) -> Result<Piece, String> {
    match element {
        PatternElement::TextElement { value } => Ok(Piece::Text(value.replace('\n', " "))),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::VariableReference { id } => Ok(Piece::Variable(id.name.to_owned())),
            InlineExpression::StringLiteral { value } => Ok(Piece::Text((*value).to_owned())),
            _ => Err("only variables and quoted text are supported between braces".to_owned()),
        },
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => plural(selector, variants),
    }
}

fn plural(selector: &InlineExpression<&str>, variants: &[Variant<&str>]) -> Result<Piece, String> {
    let InlineExpression::VariableReference { id } = selector else {
        return Err("a choice hangs on a variable".to_owned());
    };
    let mut read = Vec::new();
    for variant in variants {
        let key = match &variant.key {
            VariantKey::Identifier { name: "one" } => Key::One,
            VariantKey::Identifier { name: "other" } => Key::Other,
            VariantKey::NumberLiteral { value } => Key::Exactly(value.parse().map_err(|_| format!("[{value}] is no whole number"))?),
            VariantKey::Identifier { name } => return Err(format!("[{name}] is neither one, other nor a number")),
        };
        if (key == Key::Other) != variant.default {
            return Err("the starred variant is *[other]".to_owned());
        }
        read.push((key, pieces(&variant.value)?));
    }
    // An exact number wins over the rule, the rule over all others.
    read.sort_by_key(|(key, _)| match key {
        Key::Exactly(_) => 0,
        Key::One => 1,
        Key::Other => 2,
    });
    Ok(Piece::Plural { by: id.name.to_owned(), variants: read })
}

fn line_at(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1
}

/// The line on which a piece of `text` begins: a parsed id is a slice of the file it was read from.
fn line_of(text: &str, piece: &str) -> usize {
    line_at(text, (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize))
}
