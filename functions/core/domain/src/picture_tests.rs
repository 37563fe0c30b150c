//! What may bear a report out, and how much of it there may be.

use super::*;
use crate::evidence::Scan;

fn officer(id: &str) -> OfficerId {
    OfficerId::parse(id).unwrap()
}

fn unit(code: &str) -> UnitCode {
    UnitCode::parse(code).unwrap()
}

fn sha(n: u8) -> Sha {
    Sha::parse(&format!("{n:02x}").repeat(32)).unwrap()
}

fn theirs(code: &str) -> Hand {
    Hand::Officer(Taker { officer: officer("O-1"), unit: unit(code) })
}

#[test]
fn only_what_was_looked_at_and_can_be_seen_goes_into_a_report() {
    let ready = |scan, copy| FileState::Ready { scan, copy };
    let states = [
        (FileState::Held, false),
        (FileState::Harmful, false),
        (ready(Scan::Clean, true), true),
        (ready(Scan::Never, true), true),
        (ready(Scan::Clean, false), false),
        (ready(Scan::Never, false), false),
    ];
    for (state, may) in states {
        assert_eq!(Checked::of(&sha(1), &theirs("LKO-ALB"), state, &unit("LKO-ALB")).is_some(), may, "{state:?}");
        assert!(Checked::of(&sha(1), &theirs("LKO-BKT"), state, &unit("LKO-ALB")).is_none(), "another station found it: {state:?}");
        assert!(Checked::of(&sha(1), &Hand::Complainant, state, &unit("LKO-ALB")).is_none(), "hers is no work of the officer's: {state:?}");
    }
}

#[test]
fn a_report_has_a_picture_or_a_reason() {
    let seen = || Checked::of(&sha(1), &theirs("LKO-ALB"), FileState::Ready { scan: Scan::Clean, copy: true }, &unit("LKO-ALB")).unwrap();
    let shown = |pictures, reason| Proof::of(pictures, reason).map(Proof::into_pictures);
    assert_eq!(shown(Vec::new(), false), None);
    assert_eq!(shown(Vec::new(), true), Some(Vec::new()));
    assert_eq!(shown(vec![seen()], false), Some(vec![sha(1)]));
    assert_eq!(shown(vec![seen()], true), Some(vec![sha(1)]));
}

#[test]
fn each_officer_has_room_of_their_own() {
    let (one, two) = (officer("O-1"), officer("O-2"));
    let mut taken = Taken::default();
    for n in 1..=MOST_PICTURES {
        taken = taken.and(&one, 1).unwrap();
        assert_eq!((taken.by(&one), taken.by(&two), taken.all()), (n, 0, n));
    }
    assert_eq!(taken.and(&one, 1), Err(FileFault::TooMany));
    assert_eq!(taken.and(&two, MOST_PICTURES + 1), Err(FileFault::TooMany), "those on their way count too");
    let taken = taken.and(&two, 2).unwrap();
    assert_eq!((taken.by(&one), taken.by(&two), taken.all()), (6, 2, 8));
}

#[test]
fn nothing_but_a_picture_is_promised() {
    for (name, fits) in
        [("a.jpg", true), ("a.jpeg", true), ("a.PNG", true), ("a.webp", true), ("a.mp4", false), ("a.pdf", false), ("a.ogg", false), ("a.svg", false)]
    {
        assert_eq!(
            promised_picture(name, 9).map_err(|fault| fault.tag()),
            if fits { Ok(FileKind::of_name(name).unwrap()) } else { Err("wrong-name") },
            "{name}"
        );
    }
    assert_eq!(promised_picture("a.jpg", 0), Err(FileFault::Empty));
    assert_eq!(promised_picture("a.jpg", FileKind::Jpeg.most() + 1), Err(FileFault::TooLarge(FileKind::Jpeg.most())));
}
