//! What goes on paper, as values: the report of an officer, the receipt of a complaint. `papers` draws them.

use domain::evidence::{FileId, Mark, Sha};
use domain::lang::Both;
use domain::number::Number;
use domain::policy::Deadline;
use domain::{Date, Timestamp};

use super::Holder;

/// `GET /desk/complaints/{number}/report.pdf`: the latest action taken report. Who complained is not in it.
#[derive(Clone, Debug)]
pub struct ReportSheet {
    pub number: Number,
    pub category: Both,
    /// The station, or the district where she knew none.
    pub place: Both,
    pub registered_at: Timestamp,
    pub due_at: Timestamp,
    pub filed_at: Timestamp,
    pub author: Holder,
    /// Every try to reach her before it was filed, oldest first.
    pub contacts: Vec<ContactMade>,
    /// Number and sections of the first information report, where one was recorded.
    pub fir: Option<(String, String)>,
    /// The pictures that it has, in the order in which they came.
    pub pictures: Vec<PictureListed>,
    /// `None` once it was erased.
    pub written: Option<Written>,
    pub reading: Reading,
}

/// The officer's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub findings: String,
    /// `None` where it has pictures in its place, or is of a suggestion.
    pub no_photo_reason: Option<String>,
}

/// A picture of a report: what it is known by, when it came, and who took it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureListed {
    pub at: Timestamp,
    pub sha: Sha,
    pub by: Holder,
}

/// One try to reach her.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactMade {
    pub at: Timestamp,
    pub reached: bool,
    pub by: Holder,
}

/// What the second person said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    Waiting,
    Returned { at: Timestamp },
    Approved { at: Timestamp, by: Holder },
}

/// `GET /{lang}/complaints/{number}/receipt.pdf`: what she may leave lying about. Neither who she is nor what it is about.
#[derive(Clone, Debug)]
pub struct ReceiptSheet {
    pub number: Number,
    pub registered_at: Timestamp,
    pub due_at: Timestamp,
    /// The length that its rule gives; the rule's own words tell the matter.
    pub allowed: Option<Deadline>,
    /// The holidays that were counted into the date.
    pub holidays: Vec<(Date, Both)>,
    pub standing: Standing,
    /// What was added, oldest first.
    pub files: Vec<FileListed>,
    pub now: Timestamp,
}

/// `GET /{lang}/complaints/{number}/certificate.pdf`: a draft for whoever sent the files. Who that is is left open.
#[derive(Clone, Debug)]
pub struct CertificateSheet {
    pub number: Number,
    pub files: Vec<FileListed>,
    /// Oldest first.
    pub given: Vec<Given>,
    pub now: Timestamp,
}

/// A file and when it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileListed {
    pub at: Timestamp,
    pub mark: Mark,
}

/// That a file was given to an officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub at: Timestamp,
    pub id: FileId,
    /// The original, or the copy that was drawn of it.
    pub original: bool,
}

/// Who answers for it at the moment of printing.
#[derive(Clone, Debug)]
pub enum Standing {
    Open(Box<Held>),
    Settled,
}

/// By whom, and who gets it when.
#[derive(Clone, Debug)]
pub struct Held {
    pub holder: Holder,
    /// `None` at the top of its ladder.
    pub next: Option<(Holder, Timestamp)>,
}
