//! Clocks: deadlines as data on a complaint. A clock knows its rule, when it began, when it ends, how long it
//! stood still and what became of it; which clocks a category has is the policy's to say.

use jiff::{SignedDuration, Timestamp};

use crate::complaint::Rung;

/// The rules that clocks come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClockRule {
    /// The time in which the category must be disposed of. The ladder follows it.
    Disposal,
    /// An officer must be named.
    Assignment,
    /// Somebody must have reached her.
    FirstContact,
    /// An electronic report must be signed (BNSS s.173(1)).
    Signature,
    /// A preliminary enquiry must end (BNSS s.173(3)).
    Enquiry,
    /// A child's case must be reported to the committee and the court (POCSO s.19(6)).
    ChildReport,
    /// An investigation of a listed offence must end (BNSS s.193(2)).
    Investigation,
    /// She must be told how far it has come (BNSS s.193(3)(ii)).
    Progress,
}

impl ClockRule {
    pub const ALL: [ClockRule; 8] = [
        ClockRule::Disposal,
        ClockRule::Assignment,
        ClockRule::FirstContact,
        ClockRule::Signature,
        ClockRule::Enquiry,
        ClockRule::ChildReport,
        ClockRule::Investigation,
        ClockRule::Progress,
    ];

    /// As it is written in the policy's file and in the table.
    pub fn tag(self) -> &'static str {
        match self {
            ClockRule::Disposal => "disposal",
            ClockRule::Assignment => "assignment",
            ClockRule::FirstContact => "first_contact",
            ClockRule::Signature => "signature",
            ClockRule::Enquiry => "enquiry",
            ClockRule::ChildReport => "child_report",
            ClockRule::Investigation => "investigation",
            ClockRule::Progress => "progress",
        }
    }

    pub fn parse(tag: &str) -> Option<ClockRule> {
        Self::ALL.into_iter().find(|rule| rule.tag() == tag)
    }
}

/// What sets a clock going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    Registration,
    /// The information was recorded as an offence (FIR).
    Recording,
    /// A preliminary enquiry was opened.
    Enquiry,
}

impl Start {
    pub const ALL: [Start; 3] = [Start::Registration, Start::Recording, Start::Enquiry];

    pub fn tag(self) -> &'static str {
        match self {
            Start::Registration => "registration",
            Start::Recording => "recording",
            Start::Enquiry => "enquiry",
        }
    }
}

/// A clock that will start with a later event: taken from the policy on the day of registration, so that no
/// later policy can change or lose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub rule: ClockRule,
    pub start: Start,
    pub runs: Runs,
    /// How long it may stand still in all.
    pub may_pause: SignedDuration,
}

/// How long a planned clock runs: lengths that ask no calendar of holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runs {
    Hours(u16),
    Days(u16),
    Months(u16),
}

/// How much of a clock has run when its holder is warned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    Half,
    Most,
}

impl Mark {
    pub const ALL: [Mark; 2] = [Mark::Half, Mark::Most];

    pub fn percent(self) -> u8 {
        match self {
            Mark::Half => 50,
            Mark::Most => 80,
        }
    }
}

/// Why a clock may stand still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseReason {
    /// A laboratory's or a doctor's report is awaited.
    Laboratory,
    /// A court has ordered it.
    Court,
    /// She asked for time.
    Complainant,
}

impl PauseReason {
    pub const ALL: [PauseReason; 3] = [PauseReason::Laboratory, PauseReason::Court, PauseReason::Complainant];

    pub fn parse(tag: &str) -> Option<PauseReason> {
        PauseReason::ALL.into_iter().find(|reason| reason.tag() == tag)
    }

    pub fn tag(self) -> &'static str {
        match self {
            PauseReason::Laboratory => "laboratory",
            PauseReason::Court => "court",
            PauseReason::Complainant => "complainant",
        }
    }
}

/// A time in which a clock stood still, or will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    pub from: Timestamp,
    /// Where it ends by itself; earlier if it was ended.
    pub until: Timestamp,
    pub reason: PauseReason,
    /// The rung that allowed it, above the one that held the complaint.
    pub by: Rung,
}

/// One deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    pub rule: ClockRule,
    pub started_at: Timestamp,
    /// As it was promised, pauses not counted.
    pub due_at: Timestamp,
    /// How long it may stand still in all.
    pub may_pause: SignedDuration,
    /// In the order of time, none overlapping.
    pub pauses: Vec<Pause>,
    /// The last warning that went out.
    pub warned: Option<Mark>,
    pub met_at: Option<Timestamp>,
    /// When its end was found to have passed unmet.
    pub missed_at: Option<Timestamp>,
}

/// How a clock stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
    Running,
    /// Stands still until then.
    Paused(Timestamp),
    Met(Timestamp),
    /// Met, but after its end.
    MetLate(Timestamp),
    /// Its end has passed and it is not met.
    Overdue,
}

impl Clock {
    pub fn new(rule: ClockRule, started_at: Timestamp, due_at: Timestamp, may_pause: SignedDuration) -> Clock {
        Clock { rule, started_at, due_at, may_pause, pauses: Vec::new(), warned: None, met_at: None, missed_at: None }
    }

    /// When it ends, with the time that it stood still.
    pub fn ends_at(&self) -> Timestamp {
        self.after(self.due_at.duration_since(self.started_at))
    }

    /// When a mark is reached.
    pub fn reaches(&self, mark: Mark) -> Timestamp {
        let whole = self.due_at.duration_since(self.started_at).as_secs();
        self.after(SignedDuration::from_secs(whole * i64::from(mark.percent()) / 100))
    }

    /// How long it stood still or will, in all.
    pub fn stood_still(&self) -> SignedDuration {
        self.pauses.iter().map(Pause::length).sum()
    }

    pub fn state(&self, now: Timestamp) -> ClockState {
        match self.met_at {
            Some(at) if at <= self.ends_at() => ClockState::Met(at),
            Some(at) => ClockState::MetLate(at),
            None => match self.pause_at(now) {
                Some(pause) => ClockState::Paused(pause.until),
                None if now >= self.ends_at() => ClockState::Overdue,
                None => ClockState::Running,
            },
        }
    }

    /// The next warning and its moment; none once it is met, missed or was warned of twice.
    pub fn next_warning(&self) -> Option<(Mark, Timestamp)> {
        let next = Mark::ALL.into_iter().find(|mark| self.warned < Some(*mark))?;
        (self.met_at.is_none() && self.missed_at.is_none()).then(|| (next, self.reaches(next)))
    }

    /// The pause that covers a moment.
    pub fn pause_at(&self, now: Timestamp) -> Option<&Pause> {
        self.pauses.iter().find(|pause| pause.from <= now && now < pause.until)
    }

    /// The moment at which it has run for so long.
    fn after(&self, running: SignedDuration) -> Timestamp {
        // A pause that begins at or before the moment pushes it back by its whole length.
        self.pauses.iter().fold(self.started_at + running, |at, pause| if pause.from <= at { at + pause.length() } else { at })
    }
}

impl Pause {
    pub fn length(&self) -> SignedDuration {
        self.until.duration_since(self.from)
    }
}

impl Planned {
    /// The clock that begins now.
    pub fn begin(&self, now: Timestamp) -> Clock {
        Clock::new(self.rule, now, crate::calendar::plain_due(now, self.runs), self.may_pause)
    }
}

#[cfg(test)]
#[path = "clock_tests.rs"]
mod tests;
