//! Files as her page and a case show them.

use domain::evidence::FileId;
use domain::number::Number;
use seal::DataKey;
use site::page::evidence::{EvidencePage, FileOutcome, FileRefused, FileShown};
use store::{Awaited, File};

/// Her own list, with what is on its way, what was not taken when it came, where larger ones go, and what came of the last one.
pub fn evidence_page(
    number: &Number,
    (files, awaited): (&[File], &[Awaited]),
    key: Option<&DataKey>,
    files_at: Option<String>,
    outcome: Option<FileOutcome>,
) -> EvidencePage {
    let here = |id: &FileId| files.iter().any(|file| file.id() == *id);
    let mut refused: Vec<FileRefused> = awaited.iter().filter(|it| !here(&it.file.id())).filter_map(|it| file_refused(it, key)).collect();
    refused.sort_by_key(|it| std::cmp::Reverse(it.sent_at));
    let outcome = match outcome {
        // The page she was led to when it was sent, loaded once more.
        Some(FileOutcome::Coming(id)) if here(&id) => Some(FileOutcome::Added(id)),
        Some(FileOutcome::Coming(id)) if refused.iter().any(|it| it.id() == id) => None,
        Some(FileOutcome::Coming(_) | FileOutcome::Added(_) | FileOutcome::Already(_) | FileOutcome::Refused(_)) | None => outcome,
    };
    EvidencePage {
        number: number.clone(),
        files: files.iter().map(|file| file_shown(file, key)).collect(),
        coming: awaited.iter().filter(|it| it.refused.is_none()).count(),
        refused,
        files_at,
        outcome,
    }
}

/// One that was not taken when it came; `None` where it is on its way.
pub(crate) fn file_refused(it: &Awaited, key: Option<&DataKey>) -> Option<FileRefused> {
    let Awaited { file, refused, .. } = it;
    Some(FileRefused { mark: file.mark.clone(), name: key.and_then(|key| file.name(key)), sent_at: file.added_at, fault: (*refused)? })
}

/// One file; its name only with the key.
pub(crate) fn file_shown(file: &File, key: Option<&DataKey>) -> FileShown {
    FileShown { mark: file.mark.clone(), name: key.and_then(|key| file.name(key)), added_at: file.added_at, state: file.state }
}
