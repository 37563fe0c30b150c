//! A message as the generator sees it: pieces of text, variables and plural choices.

use std::collections::{BTreeMap, BTreeSet};

/// All messages of one language by id.
pub(crate) type Phrases = BTreeMap<String, Phrase>;

pub(crate) struct Phrase {
    /// `file:line`, for whoever has to mend it.
    pub(crate) place: String,
    pub(crate) pieces: Vec<Piece>,
}

pub(crate) enum Piece {
    Text(String),
    Variable(String),
    /// A choice by number; the last variant is the one for all others.
    Plural {
        by: String,
        variants: Vec<(Key, Vec<Piece>)>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Exactly(i64),
    One,
    Other,
}

/// What a variable is: a number where a plural hangs on it, anything that can be shown otherwise.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Shown,
}

impl Phrase {
    /// The variables by name. Alphabetical order, so that a translator who turns a sentence round
    /// does not turn the arguments of a function round.
    pub(crate) fn variables(&self) -> BTreeMap<String, Kind> {
        let mut numbers = BTreeSet::new();
        let mut all = BTreeSet::new();
        collect(&self.pieces, &mut all, &mut numbers);
        all.into_iter()
            .map(|name| {
                let kind = if numbers.contains(&name) { Kind::Number } else { Kind::Shown };
                (name, kind)
            })
            .collect()
    }

    /// Every reading of the message: one for each variant, variables as one word.
    pub(crate) fn readings(&self) -> Vec<String> {
        readings(&self.pieces)
    }
}

fn collect(pieces: &[Piece], all: &mut BTreeSet<String>, numbers: &mut BTreeSet<String>) {
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Variable(name) => {
                all.insert(name.clone());
            }
            Piece::Plural { by, variants } => {
                all.insert(by.clone());
                numbers.insert(by.clone());
                for (_, pieces) in variants {
                    collect(pieces, all, numbers);
                }
            }
        }
    }
}

fn readings(pieces: &[Piece]) -> Vec<String> {
    pieces.iter().fold(vec![String::new()], |begun, piece| {
        let endings = match piece {
            Piece::Text(text) => vec![text.clone()],
            Piece::Variable(_) => vec!["0".to_owned()],
            Piece::Plural { variants, .. } => variants.iter().flat_map(|(_, pieces)| readings(pieces)).collect(),
        };
        begun.iter().flat_map(|head| endings.iter().map(move |tail| format!("{head}{tail}"))).collect()
    })
}
