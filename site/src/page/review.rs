//! The pages of the reviews as values: what was drawn, what waits for whom, one case and what was found.

use domain::Timestamp;
use domain::lang::Both;
use domain::number::Number;
use domain::review::{Month, Refused, Review, Standing, Sums, Told};
use domain::say::Said;

use super::desk::DeskHead;

/// `GET /desk/reviews`
#[derive(Clone, Debug)]
pub struct ReviewsPage {
    pub head: DeskHead,
    /// The month whose stations are listed.
    pub month: Month,
    /// What this officer reviews.
    pub yours: Vec<ReviewRow>,
    /// What is overdue with a post below.
    pub below: Vec<ReviewRow>,
    /// What this officer's own unit has to do.
    pub todo: Vec<ReviewRow>,
    pub units: Vec<UnitRow>,
    /// How many stations of the area closed nothing in the month; `None` where this officer has no area.
    pub idle: Option<usize>,
    /// What was said of this officer's own closings, newest month first: sums alone.
    pub said: Vec<Said>,
    /// What is told of the draws, newest month first.
    pub told: Vec<Told>,
    pub now: Timestamp,
}

/// A drawn case of a list.
#[derive(Clone, Debug)]
pub struct ReviewRow {
    pub number: Number,
    pub month: Month,
    pub place: Both,
    pub closed_at: Timestamp,
    pub without_contact: bool,
    pub standing: Standing,
    pub review: Option<Review>,
}

/// How far a unit is.
#[derive(Clone, Debug)]
pub struct UnitRow {
    pub place: Both,
    /// How many it closed in all.
    pub closed: u32,
    pub sums: Sums,
}

/// `GET /desk/reviews/{month}/{number}`, and again after a move.
#[derive(Clone, Debug)]
pub struct ReviewPage {
    pub head: DeskHead,
    pub row: ReviewRow,
    /// The reviewer's words; `None` where there are none, or they were erased.
    pub note: Option<String>,
    /// What this officer may do now.
    pub may: ReviewMay,
    pub outcome: Option<ReviewOutcome>,
    /// A form that was refused, as it was typed.
    pub typed: Vec<(String, String)>,
    pub now: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewMay {
    /// Say what was found.
    Review,
    /// Say that the action is done.
    Settle,
    /// Look.
    Nothing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewOutcome {
    Done,
    Refused(Refused),
    Faulty(ReviewFault),
}

/// What is wrong with a review's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewFault {
    /// No finding, or none that there is.
    Finding,
    Note,
    NoteTooLong,
    /// What is to be done is missing, or none that there is.
    Remedy,
    /// Something is to be done about what is in order.
    NoRemedy,
    /// Not a day, or one that is past or too far ahead.
    Due,
}

impl ReviewFault {
    pub const ALL: [ReviewFault; 6] =
        [ReviewFault::Finding, ReviewFault::Note, ReviewFault::NoteTooLong, ReviewFault::Remedy, ReviewFault::NoRemedy, ReviewFault::Due];

    /// The stable word for programs.
    pub fn tag(self) -> &'static str {
        match self {
            ReviewFault::Finding => "finding",
            ReviewFault::Note => "note",
            ReviewFault::NoteTooLong => "note-too-long",
            ReviewFault::Remedy => "remedy",
            ReviewFault::NoRemedy => "no-remedy",
            ReviewFault::Due => "due",
        }
    }

    /// The field of the form that it is about.
    pub fn field(self) -> &'static str {
        match self {
            ReviewFault::Finding => "finding",
            ReviewFault::Note | ReviewFault::NoteTooLong => "note",
            ReviewFault::Remedy | ReviewFault::NoRemedy => "remedy",
            ReviewFault::Due => "due",
        }
    }
}

impl ReviewPage {
    /// What stands in a field of a form that came back.
    pub fn typed(&self, name: &str) -> &str {
        self.typed.iter().rev().find(|(it, _)| it == name).map_or("", |(_, value)| value)
    }
}
