//! A paper between its values and its template: titles, facts, words, in the order in which they are read.

use domain::lang::Lang;
use domain::number::Number;
use site::page::Holder;

/// Everything that stands on a paper, in one language.
pub(crate) struct Sheet {
    pub(crate) lang: Lang,
    pub(crate) title: &'static str,
    pub(crate) number: Number,
    /// Small, below the title.
    pub(crate) lead: String,
    pub(crate) blocks: Vec<Block>,
}

/// A part of a paper.
pub(crate) enum Block {
    Heading(&'static str),
    /// Names and values.
    Facts(Vec<(String, String)>),
    /// A sentence of ours.
    Note(String),
    /// Words that somebody typed.
    Words(String),
    /// Who signs, and the name where it is known.
    Signs(Vec<(&'static str, String)>),
    /// Numbers to call and whom they reach.
    Calls(Vec<(&'static str, &'static str)>),
}

/// A name and a value.
pub(crate) fn fact(name: &str, value: impl Into<String>) -> (String, String) {
    (name.to_owned(), value.into())
}

/// Post and place, as pages say it.
pub(crate) fn who(lang: Lang, it: &Holder) -> String {
    site::holder_name(lang, it)
}
