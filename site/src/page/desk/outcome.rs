//! What became of a move, and what is wrong with its form.

use domain::access::DeskMove;
use domain::decide::Refusal;
use domain::lang::Lang;
use domain::suggestion::WordingFlaw;

/// What became of a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done(DeskMove),
    /// The rules say no.
    Refused(DeskMove, Refusal),
    /// Something in the form is missing or wrong.
    Faulty(DeskMove, FormFault),
    /// Somebody else changed the case meanwhile; this is how it stands now.
    Stale(DeskMove),
}

/// What is wrong with a move's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormFault {
    /// A field that must be filled is empty.
    Missing,
    /// A choice that is not offered.
    UnknownChoice,
    /// Findings shorter than 200 characters.
    TooShort,
    /// Longer than is kept.
    TooLong,
    /// So like one of the officer's last twenty that a reason is asked for.
    TooLike,
    /// A blank of a reply was left.
    Blank,
    /// Not a date or time, or one that does not fit.
    BadTime,
    /// A report without a picture and without the reason for that.
    Neither,
    /// Not a number of ours, or one that this officer does not see.
    NoSuchCase,
    /// One that was not filed from the same phone.
    OtherPhone,
    /// What is to be public may not be, in that language.
    Wording(Lang, WordingFlaw),
}

impl FormFault {
    /// The stable word for programs.
    pub fn tag(self) -> &'static str {
        match self {
            FormFault::Missing => "missing",
            FormFault::UnknownChoice => "unknown-choice",
            FormFault::TooShort => "too-short",
            FormFault::TooLong => "too-long",
            FormFault::TooLike => "too-like",
            FormFault::Blank => "blank",
            FormFault::BadTime => "bad-time",
            FormFault::Neither => "no-picture-no-reason",
            FormFault::NoSuchCase => "no-such-case",
            FormFault::OtherPhone => "other-phone",
            FormFault::Wording(_, flaw) => flaw.tag(),
        }
    }
}
