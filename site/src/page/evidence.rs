//! Files of a complaint as values: her own list with its form, and what an officer sees of one.

use domain::Timestamp;
use domain::evidence::{FileFault, FileId, FileState, MOST_FILES, Mark};
use domain::number::Number;

/// `GET /{lang}/complaints/{number}/evidence`, and again after one was sent.
#[derive(Clone, Debug)]
pub struct EvidencePage {
    pub number: Number,
    /// In the order in which they came.
    pub files: Vec<FileShown>,
    /// How many are on their way by themselves.
    pub coming: usize,
    /// Those that were not taken when they came, the newest first.
    pub refused: Vec<FileRefused>,
    /// The origin that a browser with a script sends larger ones to.
    pub files_at: Option<String>,
    pub outcome: Option<FileOutcome>,
}

impl EvidencePage {
    /// Whether there is anything left to send: one more, or one again that broke off on its way.
    pub fn has_room(&self) -> bool {
        self.files.len() < usize::from(MOST_FILES)
    }
}

/// What came of a file that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileOutcome {
    Added(FileId),
    /// It was sent by itself, and is taken within minutes.
    Coming(FileId),
    /// It is here already.
    Already(FileId),
    Refused(FileFault),
}

/// One that came by itself and was not taken.
#[derive(Clone, Debug)]
pub struct FileRefused {
    /// As it was promised.
    pub mark: Mark,
    pub name: Option<String>,
    pub sent_at: Timestamp,
    pub fault: FileFault,
}

impl FileRefused {
    pub fn id(&self) -> FileId {
        self.mark.sha.id()
    }
}

/// One file.
#[derive(Clone, Debug)]
pub struct FileShown {
    pub mark: Mark,
    /// As she called it; `None` where it is closed to whoever reads it.
    pub name: Option<String>,
    pub added_at: Timestamp,
    pub state: FileState,
}

impl FileShown {
    pub fn id(&self) -> FileId {
        self.mark.sha.id()
    }
}
