//! Pictures for a report: by whoever works it, six of each, beside what she adds.

use super::*;
use crate::evidence::{FileState, Scan};
use crate::picture::{Checked, Hand, MOST_PICTURES, Taker};

fn by(id: &str) -> Actor {
    Actor::Officer(OfficerId::parse(id).unwrap())
}

fn assigned() -> Complaint {
    Complaint { stage: Stage::Assigned { officer: woman("O-1"), since: start() }, ..complaint() }
}

fn picture(n: u16) -> FileMark {
    FileMark { kind: FileKind::Png, bytes: 9, sha: Sha::parse(&format!("{n:064x}")).unwrap() }
}

#[test]
fn whoever_works_it_takes_in_six_and_the_next_officer_six_more() {
    let mut it = assigned();
    for n in 0..MOST_PICTURES {
        check(&it, Move::AddPicture(picture(n)), by("O-2"), at(1), Err(Refusal::NotAllowed));
        let change = made(&it, Move::AddPicture(picture(n)), by("O-1"), at(1)).unwrap();
        assert_eq!(change.events[0].kind, Kind::PictureAdded(picture(n)));
        assert_eq!(Complaint { pictures: it.pictures.clone(), version: it.version, ..change.complaint.clone() }, it, "and nothing else changes");
        it = change.complaint;
    }
    check(&it, Move::AddPicture(picture(9)), by("O-1"), at(1), Err(Refusal::NoRoom));
    check(&it, Move::AddEvidence(photo()), Actor::Complainant, at(1), Ok("evidence_added"));
    assert_eq!(it.evidence, complaint().evidence, "nothing of hers was taken up");
    let next = made(&it, give("O-2"), boss(), at(1)).unwrap().complaint;
    check(&next, Move::AddPicture(picture(10)), by("O-1"), at(1), Err(Refusal::NotAllowed));
    check(&next, Move::AddPicture(picture(10)), by("O-2"), at(1), Ok("picture_added"));
    // Her twenty are hers.
    let full = Complaint { evidence: crate::evidence::Collected { files: crate::evidence::MOST_FILES, bytes: 1 }, ..assigned() };
    check(&full, Move::AddPicture(picture(1)), by("O-1"), at(1), Ok("picture_added"));
}

#[test]
fn what_a_report_has_for_pictures_stands_in_what_happened() {
    let told = made(&assigned(), Move::Act(Act::Reached), by("O-1"), at(1)).unwrap().complaint;
    let taker = Hand::Officer(Taker { officer: OfficerId::parse("O-1").unwrap(), unit: woman("O-1").unit });
    let ready = FileState::Ready { scan: Scan::Clean, copy: true };
    let seen = |n| Checked::of(&picture(n).sha, &taker, ready, &woman("O-1").unit).unwrap();
    for pictures in [vec![], vec![1], vec![3, 1]] {
        let proof = Proof::of(pictures.iter().map(|n| seen(*n)).collect(), pictures.is_empty()).unwrap();
        let change = made(&told, Move::FileAtr(proof), by("O-1"), at(1)).unwrap();
        assert_eq!(change.events[0].kind, Kind::AtrFiled { pictures: pictures.into_iter().map(|n| picture(n).sha).collect() });
    }
}
