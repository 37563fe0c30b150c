//! Pictures that officers took in for a report, as a case and their own page show them.

use domain::access::{Role, may_add_pictures};
use domain::complaint::{Complaint, Officer};
use domain::event::Kind;
use domain::evidence::{FileId, FileState, Sha};
use domain::picture::{Checked, Hand, MOST_PICTURES, Taker};
use domain::policy::Policy;
use site::page::desk::DeskHead;
use site::page::evidence::FileRefused;
use site::page::picture::{Adding, PictureOutcome, PictureShown, PicturesPage, PicturesShown, Standing};
use store::{Awaited, Case, File};

use crate::case::{Beside, sees_her};
use crate::evidence::{file_refused, file_shown};
use crate::paper::known;

/// The page at which an officer takes one in, for whom the case exists.
pub fn pictures_page(
    policy: &Policy,
    (who, role): (&Officer, Role),
    head: DeskHead,
    case: &Case,
    beside: &Beside<'_>,
    (files_at, outcome): (Option<String>, Option<PictureOutcome>),
) -> PicturesPage {
    let here = |id: &FileId| beside.pictures.iter().any(|file| file.id() == *id);
    let pictures = pictures_shown(policy, (who, role), case, beside);
    let outcome = match outcome {
        // The page that a browser was led to when it was sent, loaded once more.
        Some(PictureOutcome::Coming(id)) if here(&id) => Some(PictureOutcome::Added(id)),
        Some(PictureOutcome::Coming(id)) if pictures.refused.iter().any(|it| it.id() == id) => None,
        Some(PictureOutcome::Coming(_) | PictureOutcome::Added(_) | PictureOutcome::Already(_) | PictureOutcome::Refused(_) | PictureOutcome::NotYours)
        | None => outcome,
    };
    PicturesPage { head, number: case.complaint.number.clone(), pictures, files_at, outcome }
}

/// What there is, for the one who looks.
pub(crate) fn pictures_shown(policy: &Policy, (who, role): (&Officer, Role), case: &Case, beside: &Beside<'_>) -> PicturesShown {
    let it = &case.complaint;
    let in_report = of_report(case);
    let open = sees_her(who, case, beside.now);
    let mine = |file: &File| taker(file).is_some_and(|taker| taker.officer == who.id);
    // What an officer calls a picture may name her: it is read by whoever wrote it, and where she is open.
    let key = |file: &File| beside.key.filter(|_| open || mine(file));
    let shown = |file: &File| {
        let taker = taker(file)?;
        Some(PictureShown {
            file: file_shown(file, key(file)),
            by: known(policy, case, beside.units, &taker.officer).title,
            standing: standing(it, file),
            in_report: in_report.contains(&file.mark.sha),
            original: open && matches!(file.state, FileState::Ready { .. }),
        })
    };
    let awaited = || beside.awaited.iter().filter(|it| mine(&it.file) && !beside.pictures.iter().any(|file| file.id() == it.file.id()));
    let mut refused: Vec<FileRefused> = awaited().filter_map(|it| file_refused(it, beside.key)).collect();
    refused.sort_by_key(|it| std::cmp::Reverse(it.sent_at));
    PicturesShown {
        here: beside.pictures.iter().filter_map(shown).collect(),
        coming: awaited().filter(|Awaited { refused, .. }| refused.is_none()).count(),
        refused,
        adding: match may_add_pictures(it.stage.kind(), role) {
            true if it.pictures.by(&who.id) < MOST_PICTURES => Adding::Open,
            true => Adding::Full,
            false => Adding::NotYours,
        },
    }
}

fn taker(file: &File) -> Option<&Taker> {
    match &file.by {
        Hand::Officer(taker) => Some(taker),
        Hand::Complainant => None,
    }
}

/// What may be done with it by whoever works the complaint now.
fn standing(it: &Complaint, file: &File) -> Standing {
    match file.state {
        FileState::Held => Standing::Held,
        FileState::Harmful => Standing::Harmful,
        FileState::Ready { copy: false, .. } => Standing::Unseen,
        FileState::Ready { copy: true, .. } => {
            let checked = Checked::of(&file.mark.sha, &file.by, file.state, it.working_unit());
            checked.map_or(Standing::Elsewhere, |_| Standing::Checked)
        }
    }
}

/// The pictures of the latest report; none where it has none, or none was filed since it last began anew.
pub(crate) fn of_report(case: &Case) -> &[Sha] {
    let latest =
        case.events.iter().rev().find_map(|stored| if let Kind::AtrFiled { pictures } = &stored.event.kind { Some(pictures.as_slice()) } else { None });
    latest.filter(|_| case.complaint.work.atr.is_some()).unwrap_or_default()
}
