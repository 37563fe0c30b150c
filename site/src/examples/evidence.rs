//! Files in every state that a page can show.

use domain::evidence::{FileFault, FileKind, FileState, MOST_BY_FORM, Mark, Scan, Sha};

use super::people::{at, number};
use crate::page::Page;
use crate::page::evidence::{EvidencePage, FileOutcome, FileRefused, FileShown};

fn file(n: u8, kind: FileKind, bytes: u64, name: &str, state: FileState) -> Option<FileShown> {
    Some(FileShown {
        mark: Mark { kind, bytes, sha: Sha::parse(&format!("{n:02x}9f3c5d").repeat(8))? },
        name: Some(name.to_owned()),
        added_at: at(3, 10, n.cast_signed()),
        state,
    })
}

/// One that stands on a timeline.
pub(super) fn film() -> Mark {
    Mark { kind: FileKind::Mp4, bytes: 13_000_000, sha: Sha::parse(&"0a9f3c5d".repeat(8)).unwrap_or_else(|| unreachable!("64 hexadecimal digits")) }
}

pub(super) fn files() -> Vec<FileShown> {
    let ready = |scan, copy| FileState::Ready { scan, copy };
    let all = [
        file(1, FileKind::Jpeg, 2_400_000, "IMG_20261103_101500.jpg", ready(Scan::Clean, true)),
        file(2, FileKind::Pdf, 310_000, "दुकान का बिल.pdf", ready(Scan::Clean, false)),
        file(3, FileKind::M4a, 1_900_000, "Recording (4).m4a", FileState::Held),
        file(4, FileKind::Mp4, 3_800_000, "VID-20261103-WA0007.mp4", ready(Scan::Never, false)),
        file(5, FileKind::Png, 90_000, "Screenshot_2026-11-03-10-05-00-123_com.example.messages.png", ready(Scan::Clean, false)),
        file(6, FileKind::Webp, 400, "a.webp", FileState::Harmful),
    ];
    all.into_iter().flatten().collect()
}

/// The same as long as who she is is closed.
pub(super) fn closed() -> Vec<FileShown> {
    files().into_iter().map(|file| FileShown { name: None, ..file }).collect()
}

/// What came and was not taken.
fn refused() -> Vec<FileRefused> {
    let one = |n: u8, kind, bytes, name: &str, fault| {
        let it = file(n, kind, bytes, name, FileState::Held)?;
        Some(FileRefused { mark: it.mark, name: it.name, sent_at: it.added_at, fault })
    };
    let all = [
        one(9, FileKind::Jpeg, 19_000_000, "IMG_20261103_101500_108MP.jpg", FileFault::TooManyPixels),
        one(8, FileKind::Mp4, 190_000_000, "शादी का वीडियो.mp4", FileFault::TooMuch),
        one(7, FileKind::Mp4, 40_000_000, "IMG_0042.mp4", FileFault::WrongContent),
    ];
    all.into_iter().flatten().collect()
}

pub(super) fn pages() -> Vec<(&'static str, Page<'static>)> {
    let with = |files: Vec<FileShown>, outcome| {
        Page::Evidence(Box::new(EvidencePage {
            number: number(),
            coming: usize::from(matches!(outcome, Some(FileOutcome::Coming(_)))),
            refused: Vec::new(),
            files,
            files_at: None,
            outcome,
        }))
    };
    let newest = files().last().map(FileShown::id);
    let full: Vec<FileShown> = (0..20).filter_map(|n| file(n, FileKind::Jpeg, 1_000_000, "a.jpg", FileState::Held)).collect();
    vec![
        ("evidence", with(Vec::new(), None)),
        ("evidence-some", with(files(), None)),
        ("evidence-added", with(files(), newest.clone().map(FileOutcome::Added))),
        ("evidence-coming", with(files(), newest.clone().map(FileOutcome::Coming))),
        ("evidence-already", with(files(), newest.map(FileOutcome::Already))),
        ("evidence-too-large", with(files(), Some(FileOutcome::Refused(FileFault::TooLarge(MOST_BY_FORM))))),
        ("evidence-wrong", with(Vec::new(), Some(FileOutcome::Refused(FileFault::WrongContent)))),
        ("evidence-full", with(full, None)),
        (
            "evidence-refused",
            Page::Evidence(Box::new(EvidencePage { number: number(), coming: 1, refused: refused(), files: files(), files_at: None, outcome: None })),
        ),
    ]
}
