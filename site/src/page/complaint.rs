//! A complaint as values: its clocks, who has it and who next, and what has happened.

use domain::Timestamp;
use domain::clock::{ClockRule, ClockState, Mark, PauseReason, Runs, Start};
use domain::event::Act;
use domain::evidence;
use domain::hearing::{Outcome, Token};
use domain::lang::Both;
use domain::number::Number;
use domain::policy::Channel;
use domain::suggestion::DownReason;
use domain::work::{Closing, LookReason};
use jiff::SignedDuration;

use super::{HersShown, Holder};

#[derive(Clone, Debug)]
pub struct ComplaintPage {
    pub number: Number,
    pub service: Both,
    pub category: Both,
    pub stage: StageShown,
    pub registered_at: Timestamp,
    pub now: Timestamp,
    /// The holidays that were counted into the date.
    pub holidays: Vec<(domain::Date, Both)>,
    /// The clock that the ladder follows: the rule and the date that were promised to her.
    pub disposal: ClockShown,
    /// The other clocks, in the order in which they began.
    pub clocks: Vec<ClockShown>,
    /// Clocks that a later event will start.
    pub planned: Vec<PlannedShown>,
    pub holder: Holder,
    /// The unit that works it, where an officer is assigned and a higher rung already holds it.
    pub working: Option<Holder>,
    /// How many rungs it has gone up.
    pub level: u8,
    /// How many rungs its ladder has.
    pub rungs: u8,
    /// Every rung above and when it gets the complaint if nothing happens; empty once it is closed.
    pub ahead: Vec<(Holder, Timestamp)>,
    /// Whoever is told where one of the other clocks ends unmet.
    pub told: Holder,
    pub at_top: bool,
    /// When the top is alarmed again.
    pub next_alarm: Option<Timestamp>,
    /// Newest first.
    pub timeline: Vec<Happening>,
    /// What she may say herself; nothing where an officer looks.
    pub hers: Option<HersShown>,
}

impl ComplaintPage {
    /// Every clock that has begun, the ladder's first.
    pub fn every_clock(&self) -> impl Iterator<Item = &ClockShown> {
        [&self.disposal].into_iter().chain(&self.clocks)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageShown {
    Unassigned,
    Assigned,
    Disposed,
    InAppeal,
}

impl StageShown {
    /// Whether somebody still owes her an answer.
    pub fn is_open(self) -> bool {
        match self {
            StageShown::Unassigned | StageShown::Assigned | StageShown::InAppeal => true,
            StageShown::Disposed => false,
        }
    }
}

/// One deadline that runs or has run.
#[derive(Clone, Debug)]
pub struct ClockShown {
    pub rule: ClockRule,
    pub name: Both,
    /// What must be done, in a sentence.
    pub text: Both,
    pub source: Both,
    pub started_at: Timestamp,
    /// As it was promised, pauses not counted.
    pub due_at: Timestamp,
    /// With the time that it stood still.
    pub ends_at: Timestamp,
    pub state: ClockState,
    /// How long it stood still in all, or will where it stands still now.
    pub stood_still: SignedDuration,
    /// When half and when most of it has run.
    pub marks: [Timestamp; Mark::ALL.len()],
    /// In the order of time.
    pub pauses: Vec<PauseShown>,
}

/// A time in which a clock stood still, or will.
#[derive(Clone, Debug)]
pub struct PauseShown {
    pub from: Timestamp,
    pub until: Timestamp,
    pub reason: PauseReason,
    /// Who allowed it.
    pub by: Holder,
}

/// A clock that a later event will start.
#[derive(Clone, Debug)]
pub struct PlannedShown {
    pub start: Start,
    pub name: Both,
    pub runs: Runs,
}

#[derive(Clone, Debug)]
pub struct Happening {
    pub at: Timestamp,
    /// As the event is stored.
    pub kind: &'static str,
    pub what: What,
    /// Her text; `None` where the event sends her none.
    pub text: Option<TextState>,
    /// The text to the post that must know of it.
    pub post_text: Option<PostText>,
}

#[derive(Clone, Debug)]
pub enum What {
    Registered,
    /// An officer wrote it down for her.
    TakenIn {
        by: Holder,
        channel: Channel,
    },
    Assigned {
        to: Holder,
    },
    /// A shift ended; nobody has it where none follows at once.
    HandedOver {
        to: Option<Holder>,
    },
    Released,
    Transferred {
        station: Both,
        /// Where it left its district: the one it came to.
        district: Option<Both>,
        to: Holder,
        /// Empty posts that it went past.
        past: Vec<Holder>,
    },
    Acted(Act),
    Recorded,
    EnquiryOpened,
    Paused {
        clock: Both,
        reason: PauseReason,
        until: Timestamp,
        by: Holder,
    },
    Resumed {
        clock: Both,
    },
    Noted,
    ContactChanged,
    /// She added a file.
    EvidenceAdded(evidence::Mark),
    /// An officer took in a picture for the report.
    PictureAdded(evidence::Mark),
    /// An officer opened who she is.
    Looked(LookReason),
    Acknowledged,
    PauseAsked {
        clock: Both,
        reason: PauseReason,
        until: Timestamp,
    },
    AtrFiled,
    AtrReturned,
    AtrApproved,
    Disposed(Closing),
    /// Said publicly; said before already, now in other words.
    TakenUp {
        wording: Both,
        office: Holder,
        reworded: bool,
    },
    TakenDown(DownReason),
    Reopened {
        to: Holder,
        past: Vec<Holder>,
    },
    Appealed {
        to: Holder,
        past: Vec<Holder>,
    },
    /// Whether it was solved, as she said; on her own page alone.
    Answered {
        solved: bool,
    },
    /// She told that a station refused her.
    RefusalReported {
        to: Holder,
        past: Vec<Holder>,
    },
    /// On her own page alone.
    WithdrawalAsked {
        at: Timestamp,
    },
    /// She goes on after all; on her own page alone.
    KeptOn,
    HearingBooked {
        at: Timestamp,
        token: Token,
    },
    HearingNear,
    HearingUnreached,
    HearingLeft {
        missed: bool,
    },
    Heard {
        outcome: Outcome,
    },
    Escalated {
        to: Holder,
        past: Vec<Holder>,
    },
    TopAlarm {
        count: u32,
        at_top: Holder,
    },
    Warned {
        clock: Both,
        mark: Mark,
        to: Holder,
    },
    Missed {
        clock: Both,
        to: Holder,
    },
}

/// What became of her text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextState {
    Waiting,
    Sent,
    /// She asked for no texts.
    NotWanted,
    Failed,
}

/// What became of the text to a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostText {
    Waiting,
    Sent,
    /// No phone of the post is known.
    NoPhone,
    Failed,
}
