//! What she may still say about her complaint, as values: her answer, a refusal, taking it back, how she is reached, her list.

use domain::Timestamp;
use domain::fault::Fault;
use domain::lang::Both;
use domain::number::Number;
use domain::say::Withdrawal;

use super::{CodeEntry, Holder, StageShown};

/// What her own page offers beside what it shows.
#[derive(Clone, Debug)]
pub struct HersShown {
    pub answer: AnswerShown,
    /// She can tell that a station refused her.
    pub may_refuse: bool,
    pub withdrawal: Withdrawal,
    /// The session knows her phone: all her complaints are hers to see.
    pub list: bool,
    /// Somebody hears this complaint.
    pub hearing: bool,
    /// It is a suggestion that stands on the public list.
    pub listed: bool,
}

/// Whether it was solved, as far as she said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerShown {
    /// It is open: nothing is asked.
    NotAsked,
    /// She may say so until then.
    Asked(Timestamp),
    /// She said so; until then she may say otherwise.
    Solved(Option<Timestamp>),
    Unsolved,
    /// The days passed in silence. That is no yes.
    None(Timestamp),
}

impl AnswerShown {
    /// The stable word for programs.
    pub fn tag(self) -> &'static str {
        match self {
            AnswerShown::NotAsked => "not_asked",
            AnswerShown::Asked(_) => "asked",
            AnswerShown::Solved(_) => "solved",
            AnswerShown::Unsolved => "unsolved",
            AnswerShown::None(_) => "no_answer",
        }
    }
}

/// `GET` and `POST /{lang}/complaints/{number}/answer`
#[derive(Clone, Debug)]
pub struct SayPage {
    pub number: Number,
    pub state: SayState,
    /// What she wrote, where it came back.
    pub typed: String,
    pub faults: Vec<Fault>,
}

#[derive(Clone, Debug)]
pub enum SayState {
    /// Until then.
    Ask(Timestamp),
    Solved,
    Reopened(Holder),
    /// Her "no" is kept, and nobody is left above.
    AtTop,
    /// The days ended then.
    Late(Timestamp),
    NotClosed,
    Before,
}

impl SayState {
    /// The stable word for programs.
    pub fn tag(&self) -> &'static str {
        match self {
            SayState::Ask(_) => "asked",
            SayState::Solved => "solved",
            SayState::Reopened(_) => "reopened",
            SayState::AtTop => "nobody-above",
            SayState::Late(_) => "too-late",
            SayState::NotClosed => "not-closed",
            SayState::Before => "answered-before",
        }
    }
}

/// `GET` and `POST /{lang}/complaints/{number}/refused`
#[derive(Clone, Debug)]
pub struct RefusedPage {
    pub number: Number,
    pub state: RefusedState,
}

#[derive(Clone, Debug)]
pub enum RefusedState {
    Ask,
    /// Who has it now, and until when before it goes further up.
    Done(Box<Holder>, Timestamp),
    /// Told before, at the top already, or too late.
    Not,
}

/// `GET` and `POST /{lang}/complaints/{number}/withdraw`
#[derive(Clone, Debug)]
pub struct WithdrawPage {
    pub number: Number,
    pub state: WithdrawState,
    /// How many hours she has to think it over.
    pub hours: i64,
}

#[derive(Clone, Debug)]
pub enum WithdrawState {
    /// As the complaint stands.
    Stands(Withdrawal),
    /// She gave no phone that a code could come to.
    NoPhone,
    /// The code to type.
    Code(CodeEntry),
}

/// `GET` and `POST /{lang}/complaints/{number}/contact`
#[derive(Clone, Debug)]
pub struct ContactPage {
    pub number: Number,
    pub state: ContactState,
    /// As it stands or as it was typed: `contact_sms`, `contact_call`, `safe_hours`, `phone`, `code_word`.
    pub typed: Vec<(&'static str, String)>,
    pub faults: Vec<Fault>,
    /// The last digits of the other number that she is reached at.
    pub other_phone: Option<String>,
    pub has_code_word: bool,
    /// Number and word are for whoever has her phone; where she gave none, for whoever has the receipt.
    pub may_change_number: bool,
}

#[derive(Clone, Debug)]
pub enum ContactState {
    Ask,
    /// The code that went to the new number.
    Code(CodeEntry),
    Saved,
}

impl ContactPage {
    pub fn typed(&self, name: &str) -> &str {
        self.typed.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }
}

/// `GET /{lang}/complaints`: what was filed from her phone.
#[derive(Clone, Debug)]
pub struct MinePage {
    /// Newest first.
    pub rows: Vec<MineRow>,
}

#[derive(Clone, Debug)]
pub struct MineRow {
    pub number: Number,
    pub category: Both,
    pub stage: StageShown,
    pub registered_at: Timestamp,
    pub due_at: Timestamp,
}
