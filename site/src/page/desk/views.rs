//! `GET /desk/views`: the questions that an officer has given names.

use domain::account::SavedView;

use super::DeskHead;

/// The views, and again after one that was not kept.
#[derive(Clone, Debug)]
pub struct ViewsPage {
    pub head: DeskHead,
    pub views: Vec<SavedView>,
    pub fault: Option<ViewFault>,
    /// As they were sent.
    pub name: String,
    pub query: String,
}

/// Why a view was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewFault {
    /// No name, or one that is too long or holds what cannot be read.
    Name,
    /// No question to the worklist.
    Query,
    /// There are as many as there may be.
    Full,
    /// Another page of this officer changed them in this moment.
    Raced,
}

impl ViewFault {
    pub const ALL: [ViewFault; 4] = [ViewFault::Name, ViewFault::Query, ViewFault::Full, ViewFault::Raced];

    /// The stable word for programs.
    pub fn tag(self) -> &'static str {
        match self {
            ViewFault::Name => "view-name",
            ViewFault::Query => "view-query",
            ViewFault::Full => "views-full",
            ViewFault::Raced => "views-raced",
        }
    }
}
