//! Files as her page and a case show them.

use domain::number::Number;
use seal::DataKey;
use site::page::evidence::{EvidencePage, FileOutcome, FileShown};
use store::File;

/// Her own list, with how many are on their way, where they go, and what came of the last one.
pub fn evidence_page(
    number: &Number,
    files: &[File],
    key: Option<&DataKey>,
    (coming, files_at): (usize, Option<String>),
    outcome: Option<FileOutcome>,
) -> EvidencePage {
    EvidencePage { number: number.clone(), files: files.iter().map(|file| file_shown(file, key)).collect(), coming, files_at, outcome }
}

/// One file; its name only with the key.
pub(crate) fn file_shown(file: &File, key: Option<&DataKey>) -> FileShown {
    FileShown { mark: file.mark.clone(), name: key.and_then(|key| file.name(key)), added_at: file.added_at, state: file.state }
}
