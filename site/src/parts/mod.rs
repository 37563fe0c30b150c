//! What pages are made of. Each part takes a language and values and gives a view.

pub(crate) mod answers;
pub(crate) mod back;
pub(crate) mod bar;
pub(crate) mod choices;
pub(crate) mod clock;
pub(crate) mod code;
pub(crate) mod console;
pub(crate) mod deadlines;
pub(crate) mod door;
pub(crate) mod due;
pub(crate) mod footer;
pub(crate) mod header;
pub(crate) mod help;
pub(crate) mod input;
pub(crate) mod ladder;
pub(crate) mod markup;
pub(crate) mod notice;
pub(crate) mod question;
pub(crate) mod radios;
pub(crate) mod rows;
pub(crate) mod select;
pub(crate) mod shell;
pub(crate) mod strip;
pub(crate) mod summary;
pub(crate) mod textarea;
pub(crate) mod typed;
