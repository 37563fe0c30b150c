//! `GET` and `POST /{lang}/complaints/{number}/hearing`, the wall at `GET /{lang}/hearings/{unit}`, and the officer's queue at `GET /desk/hearings`.

use domain::hearing::queue::Refused;
use domain::hearing::{Token, Zone};
use domain::ids::UnitCode;
use domain::lang::Both;
use domain::number::Number;
use domain::{Date, Timestamp};
use jiff::SignedDuration;

use super::desk::DeskHead;

/// Her hearing: what she may book, where she stands, the link when it is her turn.
#[derive(Clone, Debug)]
pub struct HearingPage {
    pub number: Number,
    pub state: HearingState,
    /// How long one is planned to last.
    pub minutes: u16,
    pub zones: Vec<Zone>,
    /// Which of them was chosen.
    pub zone: Option<String>,
    /// It refreshes by itself, because she asked for it.
    pub fresh: bool,
    pub refused: Option<HearingRefused>,
}

#[derive(Clone, Debug)]
pub enum HearingState {
    /// Nobody hears this complaint.
    NotHeard,
    Choose(Choice),
    Booked(Booked),
    Called {
        token: Token,
        call: CallShown,
    },
}

/// What is free.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The first place of today that can be taken at once.
    pub first: Option<Timestamp>,
    pub days: Vec<Date>,
    pub day: Option<Date>,
    /// The times of that day that are not gone, each once.
    pub free: Vec<Timestamp>,
}

/// Her place.
#[derive(Clone, Debug)]
pub struct Booked {
    pub at: Timestamp,
    pub token: Token,
    /// Where she stands, on the day itself.
    pub line: Option<(usize, Timestamp)>,
    pub stand: Where,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// Its day is not today.
    Ahead,
    /// It is today, and she may say that she is there.
    Today,
    Waits,
    /// She was called and not there.
    Returned,
    /// The day's hearing is over.
    Ended,
}

/// How she is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallShown {
    Phone,
    Ready,
    /// The link, in this one answer.
    Open(String),
    ShownBefore,
}

/// Why nothing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HearingRefused {
    Full,
    Past,
    NotNow,
}

impl HearingRefused {
    /// The stable word for programs.
    pub fn tag(self) -> &'static str {
        match self {
            HearingRefused::Full => "place-taken",
            HearingRefused::Past => "no-such-place",
            HearingRefused::NotNow => "not-now",
        }
    }
}

/// The wall: tokens and nothing else.
#[derive(Clone, Debug)]
pub struct WallPage {
    pub unit: UnitCode,
    pub place: Both,
    /// When it is open today.
    pub hours: Option<(Timestamp, Timestamp)>,
    pub called: Vec<Token>,
    pub next: Vec<Token>,
}

/// The officer's queue.
#[derive(Clone, Debug)]
pub struct HearingsPage {
    pub head: DeskHead,
    pub unit: UnitCode,
    pub hours: Option<(Timestamp, Timestamp)>,
    pub sits: bool,
    pub officers: usize,
    pub pace: SignedDuration,
    /// Those that exist for this officer.
    pub rows: Vec<HearingRow>,
    /// Whom this officer has.
    pub mine: Option<HeardNow>,
    pub done: Option<HearingMove>,
    pub refused: Option<HearingFault>,
    /// What came back with a fault.
    pub typed: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
pub struct HearingRow {
    pub number: Number,
    pub token: Token,
    pub at: Timestamp,
    pub category: Both,
    pub stand: Stand,
    pub woman_officer: bool,
    /// Whoever calls her has gone, and this officer may bring her back.
    pub may_free: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    Booked,
    Waits,
    Called,
    Returned,
}

impl Stand {
    /// The stable word for programs.
    pub fn tag(self) -> &'static str {
        match self {
            Stand::Booked => "booked",
            Stand::Waits => "waiting",
            Stand::Called => "called",
            Stand::Returned => "returned",
        }
    }
}

/// Whom an officer hears now.
#[derive(Clone, Debug)]
pub struct HeardNow {
    pub number: Number,
    pub token: Token,
    pub category: Both,
    /// `None` where the unit calls by phone.
    pub link: Option<String>,
    /// She was not there once.
    pub again: bool,
    /// Where it may be sent; none for what stays above every station.
    pub stations: Vec<(String, Both)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HearingFault {
    Refused(Refused),
    /// Outcome or words are missing.
    Form,
    /// It cannot go to that station.
    Station,
}

impl HearingFault {
    /// The stable word for programs.
    pub fn tag(self) -> &'static str {
        match self {
            HearingFault::Refused(Refused::NotCalled | Refused::ShownBefore | Refused::NotNow) => "moved-on",
            HearingFault::Refused(Refused::Busy) => "busy",
            HearingFault::Refused(Refused::NotSitting) => "not-sitting",
            HearingFault::Refused(Refused::Nobody) => "nobody-waits",
            HearingFault::Form => "outcome-missing",
            HearingFault::Station => "no-such-station",
        }
    }
}

/// What an officer can do at a hearing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HearingMove {
    Sit,
    Rise,
    Call,
    /// The link may be opened once more.
    Again,
    Absent,
    /// Whoever calls her has gone: she waits again.
    Free,
    Heard,
}

impl HearingMove {
    pub const ALL: [HearingMove; 7] =
        [HearingMove::Sit, HearingMove::Rise, HearingMove::Call, HearingMove::Again, HearingMove::Absent, HearingMove::Free, HearingMove::Heard];

    /// As it stands in an address.
    pub fn tag(self) -> &'static str {
        match self {
            HearingMove::Sit => "sit",
            HearingMove::Rise => "rise",
            HearingMove::Call => "call",
            HearingMove::Again => "again",
            HearingMove::Absent => "absent",
            HearingMove::Free => "free",
            HearingMove::Heard => "heard",
        }
    }

    pub fn parse(tag: &str) -> Option<HearingMove> {
        HearingMove::ALL.into_iter().find(|it| it.tag() == tag)
    }
}
