//! One day's queue of one unit: who stands where, who is called next, how long it will take. Rows come in as values;
//! a change gives back the one row that changes.

use jiff::{SignedDuration, Timestamp};

use super::{HearingRule, Outcome, Token};
use crate::calendar::wall;
use crate::complaint::Complaint;
use crate::ids::OfficerId;
use crate::number::Number;

/// How many of the day's last hearings tell its pace, and how few are too few to tell anything.
const LAST: usize = 10;
const LEAST: usize = 3;

/// One place that is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub number: Number,
    pub token: Token,
    /// When her place begins.
    pub at: Timestamp,
    pub state: State,
    /// Whether she was told that her turn is near.
    pub told: bool,
    /// Counts its changes; each is written over the one it was decided on.
    pub version: u64,
}

/// Where somebody of the queue is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Her time is not there, and she has not said that she is.
    Booked,
    /// She waits.
    Waiting {
        since: Timestamp,
    },
    /// An officer calls her. The room is the call's own; the link is shown once.
    Called {
        at: Timestamp,
        by: OfficerId,
        room: String,
        shown: bool,
        again: bool,
    },
    /// She was called and not there: once, and now at the end.
    Returned {
        at: Timestamp,
    },
    Served {
        from: Timestamp,
        to: Timestamp,
        by: OfficerId,
        outcome: Outcome,
    },
    /// She was called twice and not there.
    Gone {
        at: Timestamp,
    },
}

/// Why a change is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// She is not being called, or by somebody else.
    NotCalled,
    /// The officer has somebody already.
    Busy,
    /// The officer has not said to sit today.
    NotSitting,
    /// The link was shown.
    ShownBefore,
    /// Nobody waits whom this officer may hear.
    Nobody,
    /// She stands in the queue already, or her turn is over.
    NotNow,
}

/// An officer who sits today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    pub officer: OfficerId,
    pub since: Timestamp,
    /// `None` as long as she sits.
    pub until: Option<Timestamp>,
}

/// The queue as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    pub entries: Vec<Entry>,
    pub sitting: Vec<Sitting>,
}

impl Entry {
    /// A place that was just taken.
    pub fn new(number: Number, token: Token, at: Timestamp, state: State) -> Entry {
        Entry { number, token, at, state, told: false, version: 1 }
    }

    fn with(&self, state: State) -> Entry {
        Entry { state, version: self.version + 1, ..self.clone() }
    }

    /// The same, told that her turn is near.
    #[must_use]
    pub fn told(&self) -> Entry {
        Entry { told: true, version: self.version + 1, ..self.clone() }
    }

    /// Whether she is still to be called.
    pub fn waits(&self) -> bool {
        match self.state {
            State::Booked | State::Waiting { .. } | State::Returned { .. } => true,
            State::Called { .. } | State::Served { .. } | State::Gone { .. } => false,
        }
    }

    /// Whether this place is the complaint's, as the complaint itself says.
    pub fn is_of(&self, it: &Complaint) -> bool {
        it.number == self.number && it.hearing.as_ref().is_some_and(|place| place.token == self.token && place.at == self.at)
    }

    /// Whether an officer calls her now.
    pub fn is_called(&self) -> bool {
        self.caller().is_some()
    }

    /// Whether she may be called at `now`: she said that she is there, or her time has come.
    pub fn is_callable(&self, now: Timestamp) -> bool {
        match self.state {
            State::Booked => self.at <= now,
            State::Waiting { .. } | State::Returned { .. } => true,
            State::Called { .. } | State::Served { .. } | State::Gone { .. } => false,
        }
    }

    /// Her place in the order: by the time of her place; whoever was not there comes after everybody else.
    pub fn order(&self) -> (Option<Timestamp>, Timestamp, u8) {
        let returned = match self.state {
            State::Returned { at } => Some(at),
            State::Booked | State::Waiting { .. } | State::Called { .. } | State::Served { .. } | State::Gone { .. } => None,
        };
        (returned, self.at, self.token.seat)
    }

    /// She says that she is there.
    ///
    /// # Errors
    /// `NotNow` where she did before, her turn has come, or it is not the day.
    pub fn arrives(&self, now: Timestamp) -> Result<Entry, Refused> {
        match self.state {
            State::Booked if wall(self.at).date() != wall(now).date() => Err(Refused::NotNow),
            State::Booked => Ok(self.with(State::Waiting { since: now })),
            State::Waiting { .. } | State::Called { .. } | State::Returned { .. } | State::Served { .. } | State::Gone { .. } => Err(Refused::NotNow),
        }
    }

    /// The link is shown to her: once.
    ///
    /// # Errors
    /// `ShownBefore`, or `NotCalled` where she is not being called.
    pub fn shows(&self) -> Result<Entry, Refused> {
        match &self.state {
            State::Called { shown: true, .. } => Err(Refused::ShownBefore),
            State::Called { at, by, room, shown: false, again } => {
                Ok(self.with(State::Called { at: *at, by: by.clone(), room: room.clone(), shown: true, again: *again }))
            }
            State::Booked | State::Waiting { .. } | State::Returned { .. } | State::Served { .. } | State::Gone { .. } => Err(Refused::NotCalled),
        }
    }

    /// The officer lets her open the link once more, with a room of its own.
    ///
    /// # Errors
    /// `NotCalled` where this officer does not call her.
    pub fn renews(&self, officer: &OfficerId, fresh: &str) -> Result<Entry, Refused> {
        let (at, again) = self.called_by(officer)?;
        Ok(self.with(State::Called { at, by: officer.clone(), room: fresh.to_owned(), shown: false, again }))
    }

    /// She is not there: back to the end as [`Queue::end`] gives it, once; the second time she has left.
    ///
    /// # Errors
    /// `NotCalled` where this officer does not call her.
    pub fn misses(&self, officer: &OfficerId, end: Timestamp) -> Result<Entry, Refused> {
        let (_, again) = self.called_by(officer)?;
        Ok(self.with(if again { State::Gone { at: end } } else { State::Returned { at: end } }))
    }

    /// The officer who calls her has gone: she stands where she stood before.
    ///
    /// # Errors
    /// `NotCalled` where nobody calls her, `NotNow` before the rule's patience is over.
    pub fn freed(&self, rule: &HearingRule, now: Timestamp) -> Result<Entry, Refused> {
        match &self.state {
            State::Called { at, .. } if *at + rule.patience() > now => Err(Refused::NotNow),
            State::Called { at, again: true, .. } => Ok(self.with(State::Returned { at: *at })),
            State::Called { at, again: false, .. } => Ok(self.with(State::Waiting { since: *at })),
            State::Booked | State::Waiting { .. } | State::Returned { .. } | State::Served { .. } | State::Gone { .. } => Err(Refused::NotCalled),
        }
    }

    /// It is hers no more: closed, or somebody else's to hear.
    #[must_use]
    pub fn lapses(&self, now: Timestamp) -> Entry {
        self.with(State::Gone { at: now })
    }

    /// She was heard.
    ///
    /// # Errors
    /// `NotCalled` where this officer does not call her.
    pub fn ends(&self, officer: &OfficerId, outcome: Outcome, now: Timestamp) -> Result<Entry, Refused> {
        let (from, _) = self.called_by(officer)?;
        Ok(self.with(State::Served { from, to: now, by: officer.clone(), outcome }))
    }

    /// Who calls her, and since when.
    pub fn caller(&self) -> Option<(&OfficerId, Timestamp)> {
        match &self.state {
            State::Called { by, at, .. } => Some((by, *at)),
            State::Booked | State::Waiting { .. } | State::Returned { .. } | State::Served { .. } | State::Gone { .. } => None,
        }
    }

    fn called_by(&self, officer: &OfficerId) -> Result<(Timestamp, bool), Refused> {
        match &self.state {
            State::Called { at, by, again, .. } if by == officer => Ok((*at, *again)),
            State::Called { .. } | State::Booked | State::Waiting { .. } | State::Returned { .. } | State::Served { .. } | State::Gone { .. } => {
                Err(Refused::NotCalled)
            }
        }
    }
}

impl Queue {
    pub fn entry(&self, token: Token) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.token == token)
    }

    /// The places of a day that nobody has.
    pub fn free(&self, places: &[(Token, Timestamp)]) -> Vec<(Token, Timestamp)> {
        places.iter().copied().filter(|(token, _)| self.entry(*token).is_none()).collect()
    }

    /// Everybody who is still to be called, in order.
    pub fn line(&self) -> Vec<&Entry> {
        let mut line: Vec<&Entry> = self.entries.iter().filter(|entry| entry.waits()).collect();
        line.sort_by_key(|entry| entry.order());
        line
    }

    /// A moment that sorts after everybody who was sent to the end before, were it in the same second.
    pub fn end(&self, now: Timestamp) -> Timestamp {
        let before = self.entries.iter().filter_map(|entry| entry.order().0).max();
        before.map_or(now, |at| now.max(at + SignedDuration::from_secs(1)))
    }

    /// Whoever is being called, by when that began.
    pub fn called(&self) -> Vec<(&Entry, &OfficerId, Timestamp)> {
        let mut called: Vec<_> = self.entries.iter().filter_map(|entry| entry.caller().map(|(by, at)| (entry, by, at))).collect();
        called.sort_by_key(|(entry, _, at)| (*at, entry.token));
        called
    }

    /// Whom this officer has now.
    pub fn called_by(&self, officer: &OfficerId) -> Option<&Entry> {
        self.called().into_iter().find(|(_, by, _)| *by == officer).map(|(entry, _, _)| entry)
    }

    pub fn sits(&self, officer: &OfficerId) -> bool {
        self.sitting.iter().any(|it| it.officer == *officer && it.until.is_none())
    }

    /// How many officers hear now.
    pub fn officers(&self) -> usize {
        self.sitting.iter().filter(|it| it.until.is_none()).count()
    }

    /// The next one whom this officer may hear, called into `room`.
    ///
    /// # Errors
    /// Why nobody is called.
    pub fn call_next(&self, officer: &OfficerId, room: &str, may: impl Fn(&Number) -> bool, now: Timestamp) -> Result<Entry, Refused> {
        if !self.sits(officer) {
            return Err(Refused::NotSitting);
        }
        if self.called_by(officer).is_some() {
            return Err(Refused::Busy);
        }
        let next = self.line().into_iter().find(|entry| entry.is_callable(now) && may(&entry.number)).ok_or(Refused::Nobody)?;
        let again = match next.state {
            State::Returned { .. } => true,
            State::Booked | State::Waiting { .. } | State::Called { .. } | State::Served { .. } | State::Gone { .. } => false,
        };
        Ok(next.with(State::Called { at: now, by: officer.clone(), room: room.to_owned(), shown: false, again }))
    }

    /// How long one hearing takes today: the middle of the last ten, and the planned length before three are over.
    pub fn pace(&self, rule: &HearingRule) -> SignedDuration {
        let served = |entry: &Entry| match &entry.state {
            State::Served { from, to, .. } => Some((*to, to.duration_since(*from))),
            State::Booked | State::Waiting { .. } | State::Called { .. } | State::Returned { .. } | State::Gone { .. } => None,
        };
        let mut served: Vec<_> = self.entries.iter().filter_map(served).collect();
        served.sort();
        let mut last: Vec<SignedDuration> = served.iter().rev().take(LAST).map(|(_, length)| *length).collect();
        last.sort();
        if last.len() < LEAST { rule.length() } else { last[last.len() / 2] }
    }

    /// Her place, from one on, and when her turn is to be expected, if nothing but time changes: each officer who is free calls the
    /// first who may be called, at the day's pace; `planned` officers until some sit. `None` where she does not wait.
    pub fn turn(&self, rule: &HearingRule, token: Token, opens: Timestamp, planned: usize, now: Timestamp) -> Option<(usize, Timestamp)> {
        let mut line = self.line();
        let pace = self.pace(rule).max(SignedDuration::from_secs(1));
        let officers = if self.officers() == 0 { planned.max(1) } else { self.officers() };
        let first = opens.max(now);
        let busy = self.called().into_iter().map(|(_, _, at)| first.max(at + pace));
        let mut free: Vec<Timestamp> = busy.chain(std::iter::repeat(first)).take(officers).collect();
        for place in 1..=line.len() {
            let at = free.iter_mut().min()?;
            // Where nobody can be called yet, the officer waits for whoever comes first.
            let soonest = line.iter().map(|entry| if entry.is_callable(*at) { *at } else { entry.at }).min()?;
            *at = soonest;
            let next = line.remove(line.iter().position(|entry| entry.is_callable(soonest))?);
            if next.token == token {
                return Some((place, soonest));
            }
            *at = soonest + pace;
        }
        None
    }

    /// Whether nobody is heard any more: the window has closed and nobody sits, or its officers have sat on as long as they may.
    pub fn is_over(&self, rule: &HearingRule, closes: Timestamp, now: Timestamp) -> bool {
        now >= closes && self.officers() == 0 || now >= closes + rule.overrun()
    }

    /// Those near the front who were not told of it yet; whose own time is far off is not near, however few stand before her.
    pub fn to_tell(&self, rule: &HearingRule, now: Timestamp) -> Vec<&Entry> {
        let soon = now + rule.length() * i32::try_from(rule.near).unwrap_or(1);
        let near = self.line().into_iter().filter(|entry| entry.is_callable(now) || entry.at <= soon).take(rule.near);
        near.filter(|entry| !entry.told).collect()
    }
}
