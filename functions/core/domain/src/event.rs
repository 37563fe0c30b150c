//! What happened to a complaint: a row of its timeline and the reason for a text, at once.

mod text_key;

use jiff::Timestamp;

use crate::clock::{ClockRule, Mark, PauseReason};
use crate::complaint::{Officer, Rung};
use crate::evidence::{Mark as FileMark, Sha};
use crate::hearing::{Outcome, Token};
use crate::ids::{DistrictCode, OfficerId, StationCode};
use crate::number::Number;
use crate::suggestion::{DownReason, Listing, Wording};
use crate::work::{Closing, LookReason};

pub use text_key::TextKey;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub number: Number,
    /// The version of the complaint that it led to.
    pub version: u64,
    /// Its place among the events of that version.
    pub n: u8,
    pub at: Timestamp,
    pub by: Actor,
    pub kind: Kind,
}

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    Complainant,
    Officer(OfficerId),
    /// The product itself, by its schedule or by the policy's rule.
    System,
}

/// Something an officer did that a clock may have waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// She was spoken to.
    Reached,
    /// It was tried and she was not reached: no clock is met by that.
    NotReached,
    /// She signed the report that she had sent.
    Signed,
    EnquiryClosed,
    /// The committee and the court were told of a child's case.
    ChildReported,
    /// The investigation's report went to the Magistrate.
    ReportFiled,
    /// She was told how far it has come.
    ProgressTold,
}

impl Act {
    pub const ALL: [Act; 7] = [Act::Reached, Act::NotReached, Act::Signed, Act::EnquiryClosed, Act::ChildReported, Act::ReportFiled, Act::ProgressTold];

    pub fn tag(self) -> &'static str {
        match self {
            Act::Reached => "reached",
            Act::NotReached => "not_reached",
            Act::Signed => "signed",
            Act::EnquiryClosed => "enquiry_closed",
            Act::ChildReported => "child_reported",
            Act::ReportFiled => "report_filed",
            Act::ProgressTold => "progress_told",
        }
    }

    /// The one clock that it meets.
    pub fn meets(self) -> Option<ClockRule> {
        match self {
            Act::Reached => Some(ClockRule::FirstContact),
            Act::NotReached => None,
            Act::Signed => Some(ClockRule::Signature),
            Act::EnquiryClosed => Some(ClockRule::Enquiry),
            Act::ChildReported => Some(ClockRule::ChildReport),
            Act::ReportFiled => Some(ClockRule::Investigation),
            Act::ProgressTold => Some(ClockRule::Progress),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Registered {
        due_at: Timestamp,
        /// The officer who wrote it down for her, at which desk; `None` where she filed it herself.
        taken_in: Option<Officer>,
    },
    Assigned {
        officer: Officer,
    },
    /// A shift ended: the next officer on duty has it, or nobody until one comes.
    HandedOver {
        to: Option<Officer>,
    },
    /// Its officer left the post; nobody has it until it is given anew.
    Released,
    /// Another station works it from now on.
    Transferred {
        station: StationCode,
        /// Where it left its district: the one it came to.
        district: Option<DistrictCode>,
        to: Rung,
        /// Empty posts without a stand-in that it went past.
        past: Vec<Rung>,
    },
    Acted(Act),
    /// The information was recorded as an offence.
    Recorded,
    EnquiryOpened,
    /// A clock stands still until then.
    Paused {
        rule: ClockRule,
        reason: PauseReason,
        until: Timestamp,
        by: Rung,
    },
    /// A pause ended before its time.
    Resumed {
        rule: ClockRule,
    },
    /// Somebody wrote a note; its words are sealed elsewhere.
    Noted,
    /// She changed how she may be reached.
    ContactChanged,
    /// She added a file.
    EvidenceAdded(FileMark),
    /// An officer took in a picture for the report.
    PictureAdded(FileMark),
    /// An officer opened who she is.
    Looked(LookReason),
    Acknowledged,
    /// A pause was asked for.
    PauseAsked {
        rule: ClockRule,
        reason: PauseReason,
        until: Timestamp,
    },
    /// The action taken report was filed; a second person reads it.
    AtrFiled {
        /// What it has for pictures; with none it says why.
        pictures: Vec<Sha>,
    },
    AtrReturned,
    AtrApproved,
    Disposed(Closing),
    /// The suggestion is taken up, and the public list says so; said before already, now in other words.
    TakenUp {
        wording: Wording,
        office: Rung,
        reworded: bool,
    },
    /// It is not, after all.
    TakenDown {
        listing: Listing,
        reason: DownReason,
    },
    /// The closing did not hold: it runs on, one rung up.
    Reopened {
        level: u8,
        to: Rung,
        next_at: Timestamp,
        past: Vec<Rung>,
    },
    /// She appealed: one rung up.
    Appealed {
        level: u8,
        to: Rung,
        next_at: Timestamp,
        past: Vec<Rung>,
    },
    /// She said whether the closing solved it; an answer that reopens is told by that.
    Answered {
        solved: bool,
    },
    /// She told that a station refused to take it: above the station at once.
    RefusalReported {
        level: u8,
        to: Rung,
        next_at: Timestamp,
        past: Vec<Rung>,
    },
    /// She wants to take it back; it holds from then on.
    WithdrawalAsked {
        at: Timestamp,
    },
    /// She goes on after all.
    KeptOn,
    /// She has a place at a hearing.
    HearingBooked {
        at: Timestamp,
        token: Token,
    },
    /// Her turn is near.
    HearingNear,
    /// The day's hearing ended before her turn.
    HearingUnreached,
    /// She gave her place back, or was called twice and not there.
    HearingLeft {
        missed: bool,
    },
    Heard {
        outcome: Outcome,
    },
    /// It passed its time and went up.
    Escalated {
        level: u8,
        to: Rung,
        next_at: Timestamp,
        past: Vec<Rung>,
    },
    /// The post that has it now learns of it.
    Arrived {
        to: Rung,
        next_at: Timestamp,
    },
    /// It is at the top and still not done.
    TopAlarm {
        count: u32,
        at_top: Rung,
    },
    /// Half or most of a clock has run.
    Warned {
        rule: ClockRule,
        mark: Mark,
        to: Rung,
        ends_at: Timestamp,
    },
    /// A clock beside the ladder's has ended unmet: the rung above its holder is told.
    Missed {
        rule: ClockRule,
        to: Rung,
        ended_at: Timestamp,
    },
}

impl Kind {
    /// Whether somebody else has it from then on: what was done before, another one did.
    pub fn changes_holder(&self) -> bool {
        match self {
            Kind::Assigned { .. }
            | Kind::HandedOver { .. }
            | Kind::Released
            | Kind::Transferred { .. }
            | Kind::Reopened { .. }
            | Kind::Appealed { .. }
            | Kind::RefusalReported { .. }
            | Kind::Escalated { .. } => true,
            Kind::Registered { .. }
            | Kind::Acted(_)
            | Kind::Recorded
            | Kind::EnquiryOpened
            | Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Noted
            | Kind::ContactChanged
            | Kind::EvidenceAdded(_)
            | Kind::PictureAdded(_)
            | Kind::Looked(_)
            | Kind::Acknowledged
            | Kind::PauseAsked { .. }
            | Kind::AtrFiled { .. }
            | Kind::AtrReturned
            | Kind::AtrApproved
            | Kind::Disposed(_)
            | Kind::TakenUp { .. }
            | Kind::TakenDown { .. }
            | Kind::Answered { .. }
            | Kind::WithdrawalAsked { .. }
            | Kind::KeptOn
            | Kind::HearingBooked { .. }
            | Kind::HearingNear
            | Kind::HearingUnreached
            | Kind::HearingLeft { .. }
            | Kind::Heard { .. }
            | Kind::Arrived { .. }
            | Kind::TopAlarm { .. }
            | Kind::Warned { .. }
            | Kind::Missed { .. } => false,
        }
    }

    /// As it is stored.
    pub fn tag(&self) -> &'static str {
        match self {
            Kind::Registered { .. } => "registered",
            Kind::Assigned { .. } => "assigned",
            Kind::HandedOver { .. } => "handed_over",
            Kind::Released => "released",
            Kind::Transferred { .. } => "transferred",
            Kind::Acted(_) => "acted",
            Kind::Recorded => "recorded",
            Kind::EnquiryOpened => "enquiry_opened",
            Kind::Paused { .. } => "paused",
            Kind::Resumed { .. } => "resumed",
            Kind::Noted => "noted",
            Kind::ContactChanged => "contact_changed",
            Kind::EvidenceAdded(_) => "evidence_added",
            Kind::PictureAdded(_) => "picture_added",
            Kind::Looked(_) => "looked",
            Kind::Acknowledged => "acknowledged",
            Kind::PauseAsked { .. } => "pause_asked",
            Kind::AtrFiled { .. } => "atr_filed",
            Kind::AtrReturned => "atr_returned",
            Kind::AtrApproved => "atr_approved",
            Kind::Disposed(_) => "disposed",
            Kind::TakenUp { .. } => "taken_up",
            Kind::TakenDown { .. } => "taken_down",
            Kind::Reopened { .. } => "reopened",
            Kind::Appealed { .. } => "appealed",
            Kind::Answered { .. } => "answered",
            Kind::RefusalReported { .. } => "refusal_reported",
            Kind::WithdrawalAsked { .. } => "withdrawal_asked",
            Kind::KeptOn => "kept_on",
            Kind::HearingBooked { .. } => "hearing_booked",
            Kind::HearingNear => "hearing_near",
            Kind::HearingUnreached => "hearing_unreached",
            Kind::HearingLeft { .. } => "hearing_left",
            Kind::Heard { .. } => "heard",
            Kind::Escalated { .. } => "escalated",
            Kind::Arrived { .. } => "arrived",
            Kind::TopAlarm { .. } => "top_alarm",
            Kind::Warned { .. } => "warned",
            Kind::Missed { .. } => "missed",
        }
    }
}

/// Whom a text goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling<'a> {
    /// Her, as far as safe contact allows.
    Her(TextKey),
    /// Whoever sits at a post.
    Post(&'a Rung, TextKey),
}

impl Event {
    /// Whether it is hers alone: officers do not learn who said that it was solved, nor of a withdrawal that she may take back.
    pub fn is_hers_alone(&self) -> bool {
        matches!(self.kind, Kind::Answered { .. } | Kind::WithdrawalAsked { .. } | Kind::KeptOn)
    }

    /// Which text tells of it, and whom; `None` for what is only on the timeline.
    pub fn telling(&self) -> Option<Telling<'_>> {
        match &self.kind {
            Kind::Registered { .. } => Some(Telling::Her(TextKey::Registered)),
            Kind::Assigned { .. } => Some(Telling::Her(TextKey::Assigned)),
            Kind::Escalated { .. } => Some(Telling::Her(TextKey::Escalated)),
            Kind::Disposed(_) => Some(Telling::Her(TextKey::Disposed)),
            Kind::HearingBooked { .. } => Some(Telling::Her(TextKey::HearingBooked)),
            Kind::HearingNear => Some(Telling::Her(TextKey::HearingNear)),
            Kind::HearingUnreached => Some(Telling::Her(TextKey::HearingUnreached)),
            Kind::Arrived { to, .. } => Some(Telling::Post(to, TextKey::Arrived)),
            Kind::TopAlarm { at_top, .. } => Some(Telling::Post(at_top, TextKey::TopAlarm)),
            Kind::Warned { to, .. } => Some(Telling::Post(to, TextKey::Warned)),
            Kind::Missed { to, .. } => Some(Telling::Post(to, TextKey::Missed)),
            Kind::HandedOver { .. }
            | Kind::Released
            | Kind::Transferred { .. }
            | Kind::Acted(_)
            | Kind::Recorded
            | Kind::EnquiryOpened
            | Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Noted
            | Kind::ContactChanged
            | Kind::EvidenceAdded(_)
            | Kind::PictureAdded(_)
            | Kind::Looked(_)
            | Kind::Acknowledged
            | Kind::PauseAsked { .. }
            | Kind::AtrFiled { .. }
            | Kind::AtrReturned
            | Kind::AtrApproved
            | Kind::TakenUp { .. }
            | Kind::TakenDown { .. }
            | Kind::Reopened { .. }
            | Kind::Appealed { .. }
            | Kind::Answered { .. }
            | Kind::RefusalReported { .. }
            | Kind::WithdrawalAsked { .. }
            | Kind::HearingLeft { .. }
            | Kind::Heard { .. }
            | Kind::KeptOn => None,
        }
    }
}
