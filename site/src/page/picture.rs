//! Pictures that officers took in for a report, as values: the page that takes one in, and what a case shows of them.

use domain::evidence::{FileFault, FileId};
use domain::lang::Both;
use domain::number::Number;

use super::desk::DeskHead;
use super::evidence::{FileRefused, FileShown};

/// `GET /desk/complaints/{number}/pictures`, and again after one was sent.
#[derive(Clone, Debug)]
pub struct PicturesPage {
    pub head: DeskHead,
    pub number: Number,
    pub pictures: PicturesShown,
    /// The origin that a browser with a script sends larger ones to.
    pub files_at: Option<String>,
    pub outcome: Option<PictureOutcome>,
}

/// What there is, for the one who looks.
#[derive(Clone, Debug)]
pub struct PicturesShown {
    /// In the order in which they came.
    pub here: Vec<PictureShown>,
    /// How many of this officer's are on their way by themselves.
    pub coming: usize,
    /// Those of this officer's that were not taken when they came, the newest first.
    pub refused: Vec<FileRefused>,
    pub adding: Adding,
}

impl PicturesShown {
    /// Whether there is nothing to show and nothing to do.
    pub fn is_nothing(&self) -> bool {
        self.here.is_empty() && self.adding == Adding::NotYours
    }
}

/// Whether the one who looks may add one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adding {
    Open,
    /// There are as many of this officer's as there may be.
    Full,
    /// Somebody else works it.
    NotYours,
}

/// One picture.
#[derive(Clone, Debug)]
pub struct PictureShown {
    pub file: FileShown,
    /// Rank and name of whoever took it in.
    pub by: Both,
    pub standing: Standing,
    /// Whether the latest report has it.
    pub in_report: bool,
    /// Whether the original may be had: it says where it was taken, as her address does.
    pub original: bool,
}

/// What may be done with a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It may go into the report.
    Checked,
    /// Nobody has looked for harm in it yet.
    Held,
    Harmful,
    /// No copy to look at can be made of it.
    Unseen,
    /// Another station took it in.
    Elsewhere,
}

impl Standing {
    pub const ALL: [Standing; 5] = [Standing::Checked, Standing::Held, Standing::Harmful, Standing::Unseen, Standing::Elsewhere];

    /// The stable word for programs.
    pub fn tag(self) -> &'static str {
        match self {
            Standing::Checked => "checked",
            Standing::Held => "held",
            Standing::Harmful => "harmful",
            Standing::Unseen => "unseen",
            Standing::Elsewhere => "elsewhere",
        }
    }

    /// Whether there is a copy to look at.
    pub fn can_be_seen(self) -> bool {
        match self {
            Standing::Checked | Standing::Elsewhere => true,
            Standing::Held | Standing::Harmful | Standing::Unseen => false,
        }
    }
}

/// What came of a picture that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureOutcome {
    Added(FileId),
    /// It was sent by itself, and is taken within minutes.
    Coming(FileId),
    /// It is here already.
    Already(FileId),
    Refused(FileFault),
    /// Whoever sent it does not work the case.
    NotYours,
}
