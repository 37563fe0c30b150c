//! One move on many complaints, as values.

use domain::access::DeskMove;
use domain::decide::Refusal;
use domain::lang::Both;
use domain::number::Number;

use super::{Candidate, DeskHead, FormFault, Stations};

/// What can be done to many complaints at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BulkMove {
    Assign,
    Forward,
    Note,
}

impl BulkMove {
    pub const ALL: [BulkMove; 3] = [BulkMove::Assign, BulkMove::Forward, BulkMove::Note];

    /// The move that is made on each of them.
    pub fn each(self) -> DeskMove {
        match self {
            BulkMove::Assign => DeskMove::Assign,
            BulkMove::Forward => DeskMove::Forward,
            BulkMove::Note => DeskMove::Note,
        }
    }

    /// As it is sent in the field `move`.
    pub fn tag(self) -> &'static str {
        self.each().tag()
    }

    pub fn parse(tag: &str) -> Option<BulkMove> {
        BulkMove::ALL.into_iter().find(|wanted| wanted.tag() == tag)
    }
}

/// `POST /desk/bulk`: the chosen ones before a move is made on them, and what became of each.
#[derive(Clone, Debug)]
pub struct BulkPage {
    pub head: DeskHead,
    pub wanted: BulkMove,
    /// By which the form is known where it is sent again: random, and another on each page.
    pub key: String,
    pub rows: Vec<BulkRow>,
    /// To whom they may be given, where they are assigned.
    pub officers: Vec<Candidate>,
    /// Where they may be forwarded.
    pub stations: Stations,
    /// Why the form came back.
    pub fault: Option<FormFault>,
    /// As it was typed.
    pub typed: Vec<(String, String)>,
}

/// One of the chosen.
#[derive(Clone, Debug)]
pub struct BulkRow {
    pub number: Number,
    /// As it was seen: what changed since is left as it is.
    pub version: Option<u64>,
    /// What it is about; `None` where no such complaint exists for this officer.
    pub category: Option<Both>,
    /// `None` as long as nothing was done.
    pub result: Option<BulkResult>,
}

/// What became of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BulkResult {
    Done,
    Refused(Refusal),
    /// Somebody else changed it meanwhile.
    Stale,
    /// The table did not answer: it is not known whether it was done.
    Failed,
    /// No such complaint exists for this officer.
    Unknown,
}
