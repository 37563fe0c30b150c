//! How far the work on a complaint has come: what must be there before it may be closed.

use jiff::Timestamp;

use crate::ids::OfficerId;
use crate::number::Number;

/// The fewest characters of a report's findings.
pub const FINDINGS: usize = 200;
/// The most characters of any words that go with a move.
pub const WORDS: usize = 6000;

/// What was done by whoever has it now. A change of holder or officer takes back the contact: the next one speaks to her too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// When the officer or the post that has it said that it was seen.
    pub acknowledged_at: Option<Timestamp>,
    /// When she was last spoken to.
    pub contacted_at: Option<Timestamp>,
    /// When it was last tried in vain.
    pub tried_at: Option<Timestamp>,
    /// The action taken report, in its latest version.
    pub atr: Option<Atr>,
    /// How it was closed, the last time it was.
    pub closing: Option<Closing>,
}

impl Work {
    /// Somebody else has it now.
    #[must_use]
    pub fn anew(&self) -> Work {
        Work { acknowledged_at: None, contacted_at: None, tried_at: None, ..self.clone() }
    }

    /// Where it stands, in one word for a list.
    pub fn progress(&self) -> Progress {
        match self.atr.as_ref().map(|atr| &atr.state) {
            Some(AtrState::Approved { .. }) => Progress::AtrApproved,
            Some(AtrState::Returned) => Progress::AtrReturned,
            Some(AtrState::Filed) => Progress::AtrFiled,
            None if self.contacted_at.is_some() => Progress::Contacted,
            None if self.tried_at.is_some() => Progress::Tried,
            None if self.acknowledged_at.is_some() => Progress::Seen,
            None => Progress::New,
        }
    }
}

/// The last thing that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    New,
    Seen,
    Tried,
    Contacted,
    AtrFiled,
    AtrReturned,
    AtrApproved,
}

impl Progress {
    pub const ALL: [Progress; 7] =
        [Progress::New, Progress::Seen, Progress::Tried, Progress::Contacted, Progress::AtrFiled, Progress::AtrReturned, Progress::AtrApproved];

    pub fn tag(self) -> &'static str {
        match self {
            Progress::New => "new",
            Progress::Seen => "seen",
            Progress::Tried => "tried",
            Progress::Contacted => "contacted",
            Progress::AtrFiled => "atr_filed",
            Progress::AtrReturned => "atr_returned",
            Progress::AtrApproved => "atr_approved",
        }
    }
}

/// An action taken report. Its words are sealed elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atr {
    pub by: OfficerId,
    pub at: Timestamp,
    pub state: AtrState,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AtrState {
    /// Waits for a second person.
    Filed,
    Returned,
    Approved {
        by: OfficerId,
    },
}

/// How a complaint is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closing {
    /// With a report that a second person approved, after she was spoken to.
    Done,
    /// With such a report, but she could not be reached: it goes to the superior's audit sample.
    NoContact,
    Rejected(RejectReason),
    /// She had complained of the same before; that one goes on.
    Merged(Number),
}

impl Closing {
    pub fn tag(&self) -> &'static str {
        match self {
            Closing::Done => "done",
            Closing::NoContact => "no_contact",
            Closing::Rejected(_) => "rejected",
            Closing::Merged(_) => "merged",
        }
    }
}

/// The lawful reasons for not going on. That it belongs elsewhere is none: it is forwarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RejectReason {
    /// She took it back.
    Withdrawn,
    /// A court has the matter before it.
    BeforeCourt,
    /// A civil matter, and she was told where it goes.
    CivilMatter,
    /// What was said gives nothing that could be acted on, and she was asked.
    NothingToAct,
}

impl RejectReason {
    pub const ALL: [RejectReason; 4] = [RejectReason::Withdrawn, RejectReason::BeforeCourt, RejectReason::CivilMatter, RejectReason::NothingToAct];

    /// Those that an officer may give: only she takes it back, with her code and after her day.
    pub const BY_OFFICER: [RejectReason; 3] = [RejectReason::BeforeCourt, RejectReason::CivilMatter, RejectReason::NothingToAct];

    pub fn tag(self) -> &'static str {
        match self {
            RejectReason::Withdrawn => "withdrawn",
            RejectReason::BeforeCourt => "before_court",
            RejectReason::CivilMatter => "civil_matter",
            RejectReason::NothingToAct => "nothing_to_act",
        }
    }

    pub fn parse(tag: &str) -> Option<RejectReason> {
        RejectReason::ALL.into_iter().find(|reason| reason.tag() == tag)
    }
}

/// Why an officer looked at who she is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookReason {
    /// To call or visit her.
    Contact,
    /// To write the report or the first information report.
    Report,
    /// To see whether the work was done.
    Review,
    /// A court or another lawful authority asked.
    Court,
}

impl LookReason {
    pub const ALL: [LookReason; 4] = [LookReason::Contact, LookReason::Report, LookReason::Review, LookReason::Court];

    pub fn tag(self) -> &'static str {
        match self {
            LookReason::Contact => "contact",
            LookReason::Report => "report",
            LookReason::Review => "review",
            LookReason::Court => "court",
        }
    }

    pub fn parse(tag: &str) -> Option<LookReason> {
        LookReason::ALL.into_iter().find(|reason| reason.tag() == tag)
    }
}
