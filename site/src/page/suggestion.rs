//! Suggestions as values: the public list, and what an officer sees of one.

use domain::Date;
use domain::ids::CategoryId;
use domain::lang::Both;

use super::Holder;

/// `GET /{lang}/suggestions`: what was taken up, newest first. Nothing of it leads to whoever made it.
#[derive(Clone, Debug)]
pub struct SuggestionsPage {
    pub rows: Vec<SuggestionRow>,
    /// The address's `before` of this page; `None` on the first.
    pub before: Option<String>,
    /// That of the next page; `None` on the last.
    pub older: Option<String>,
    /// Where a suggestion is made.
    pub make: Option<CategoryId>,
}

#[derive(Clone, Debug)]
pub struct SuggestionRow {
    /// The day on which it was taken up.
    pub day: Date,
    pub wording: Both,
    pub office: Holder,
    pub service: Both,
}

/// Whether a case is a suggestion, and what is said of it publicly now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuggestionShown {
    No,
    Made,
    Listed(Both),
}
