//! `GET /desk/callbacks` and `GET /desk/callbacks/{filing}`: filings that nobody proved, to be called back.

use domain::Timestamp;
use domain::fault::Field;
use domain::lang::{Both, Lang};
use domain::number::Number;

use super::desk::DeskHead;

/// All that wait.
#[derive(Clone, Debug)]
pub struct CallbacksPage {
    pub head: DeskHead,
    pub rows: Vec<CallbackRow>,
    pub done: Option<CallbackDone>,
    pub now: Timestamp,
}

/// One of a list, without a word that tells who she is.
#[derive(Clone, Debug)]
pub struct CallbackRow {
    /// As it stands in its address.
    pub filing: String,
    pub category: Both,
    pub place: Both,
    pub call_by: Timestamp,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct CallbackPage {
    pub head: DeskHead,
    pub row: CallbackRow,
    pub filed_at: Timestamp,
    /// The language in which she filed.
    pub spoken: Lang,
    /// The hours in which a call is safe, where she gave any.
    pub hours: Option<String>,
    pub now_is_safe: bool,
    pub tries: u32,
    /// Who she is, once it was opened.
    pub open: Option<CallbackOpen>,
}

/// What is shown to whoever calls.
#[derive(Clone, Debug)]
pub struct CallbackOpen {
    pub fields: Vec<(Field, String)>,
    pub phone: String,
}

/// What became of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallbackDone {
    Registered(Number),
    Tried,
    Dropped,
}

/// What can be done with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallbackMove {
    /// Shows who she is.
    Look,
    Register,
    Tried,
    Drop,
}

impl CallbackMove {
    pub const ALL: [CallbackMove; 4] = [CallbackMove::Look, CallbackMove::Register, CallbackMove::Tried, CallbackMove::Drop];

    /// As it stands in an address.
    pub fn tag(self) -> &'static str {
        match self {
            CallbackMove::Look => "look",
            CallbackMove::Register => "register",
            CallbackMove::Tried => "tried",
            CallbackMove::Drop => "drop",
        }
    }

    pub fn parse(tag: &str) -> Option<CallbackMove> {
        CallbackMove::ALL.into_iter().find(|it| it.tag() == tag)
    }
}
