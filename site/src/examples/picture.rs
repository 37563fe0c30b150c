//! Pictures for a report in every state that a page can show.

use domain::evidence::{FileFault, FileKind, FileState, MOST_BY_FORM, Mark, Scan, Sha};

use super::complaint::both;
use super::desk::head;
use super::people::{at, number};
use crate::page::Page;
use crate::page::evidence::{FileRefused, FileShown};
use crate::page::picture::{Adding, PictureOutcome, PictureShown, PicturesPage, PicturesShown, Standing};

fn mark(n: u8, kind: FileKind, bytes: u64) -> Mark {
    let sha = Sha::parse(&format!("{n:02x}4e7b21").repeat(8)).unwrap_or_else(|| unreachable!("64 hexadecimal digits"));
    Mark { kind, bytes, sha }
}

fn picture(n: u8, name: &str, standing: Standing) -> PictureShown {
    let state = match standing {
        Standing::Checked | Standing::Elsewhere => FileState::Ready { scan: Scan::Clean, copy: true },
        Standing::Held => FileState::Held,
        Standing::Harmful => FileState::Harmful,
        Standing::Unseen => FileState::Ready { scan: Scan::Clean, copy: false },
    };
    let name = (!name.is_empty()).then(|| name.to_owned());
    let file = FileShown { mark: mark(n, FileKind::Jpeg, 1_900_000 + u64::from(n) * 70_000), name, added_at: at(23, 11, n.cast_signed() + 5), state };
    PictureShown {
        file, by: both("उपनिरीक्षक प्रिया सिंह", "Sub-Inspector Priya Singh"), standing, in_report: false, original: false
    }
}

/// Nothing yet.
pub(super) fn none(adding: Adding) -> PicturesShown {
    PicturesShown { here: Vec::new(), coming: 0, refused: Vec::new(), adding }
}

/// One of each.
pub(super) fn some() -> PicturesShown {
    let elsewhere = PictureShown {
        by: both("उपनिरीक्षक अजय मिश्रा", "Sub-Inspector Ajay Mishra"), ..picture(7, "", Standing::Elsewhere)
    };
    let here = vec![
        elsewhere,
        picture(1, "IMG_20261123_110512.jpg", Standing::Checked),
        picture(2, "दुकान के सामने.jpg", Standing::Checked),
        picture(3, "IMG_20261123_111002.jpg", Standing::Held),
        picture(4, "a.jpg", Standing::Harmful),
        picture(5, "scan-0005.jpg", Standing::Unseen),
    ];
    let refused = FileRefused {
        mark: mark(9, FileKind::Jpeg, 24_000_000),
        name: Some("IMG_20261123_112000_108MP.jpg".to_owned()),
        sent_at: at(23, 11, 20),
        fault: FileFault::TooManyPixels,
    };
    PicturesShown { here, coming: 1, refused: vec![refused], adding: Adding::Open }
}

/// Those of a report that was filed, for whoever reads it.
pub(super) fn of_report() -> PicturesShown {
    let chosen = |n, original| PictureShown { in_report: true, original, ..picture(n, "", Standing::Checked) };
    PicturesShown { here: vec![chosen(1, true), chosen(2, false), picture(6, "", Standing::Checked)], ..none(Adding::NotYours) }
}

pub(super) fn pages() -> Vec<(&'static str, Page<'static>)> {
    let with = |pictures: PicturesShown, outcome| Page::Pictures(Box::new(PicturesPage { head: head(), number: number(), pictures, files_at: None, outcome }));
    let newest = || some().here.last().map(|picture| picture.file.id());
    let full = || PicturesShown { here: (1..7).map(|n| picture(n, "", Standing::Checked)).collect(), ..none(Adding::Full) };
    vec![
        ("desk-pictures", with(none(Adding::Open), None)),
        ("desk-pictures-some", with(some(), None)),
        ("desk-pictures-added", with(some(), newest().map(PictureOutcome::Added))),
        ("desk-pictures-coming", with(some(), newest().map(PictureOutcome::Coming))),
        ("desk-pictures-already", with(some(), newest().map(PictureOutcome::Already))),
        ("desk-pictures-wrong", with(none(Adding::Open), Some(PictureOutcome::Refused(FileFault::WrongName)))),
        ("desk-pictures-too-large", with(none(Adding::Open), Some(PictureOutcome::Refused(FileFault::TooLarge(MOST_BY_FORM))))),
        ("desk-pictures-full", with(full(), None)),
        ("desk-pictures-too-many", with(full(), Some(PictureOutcome::Refused(FileFault::TooMany)))),
        ("desk-pictures-not-yours", with(of_report(), Some(PictureOutcome::NotYours))),
    ]
}
