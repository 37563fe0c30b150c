//! A day's queue and a complaint's place in it, as they are stored.

use domain::Timestamp;
use domain::hearing::queue::{Entry, Sitting, State};
use domain::hearing::{Appointment, Outcome, Token};
use domain::ids::{OfficerId, PostId, UnitCode};
use domain::number::Number;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::{moment, optional, when};
use crate::keys;

/// For how long a day's queue is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(40 * 24);

/// On the complaint: where and when she is heard.
#[derive(Serialize, Deserialize)]
pub(crate) struct PlaceItem {
    unit: String,
    post: String,
    at: String,
    token: String,
    /// Rows of the first version do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

/// `H#<unit>#<day>` / `P#<token>`: a place that is taken.
#[derive(Serialize, Deserialize)]
pub(crate) struct EntryItem {
    pk: String,
    sk: String,
    number: String,
    token: String,
    at: String,
    state: String,
    /// When the present state began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    room: Option<String>,
    #[serde(default)]
    shown: bool,
    #[serde(default)]
    again: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    #[serde(default)]
    told: bool,
    version: u64,
    rubbish_at: i64,
}

/// `H#<unit>#<day>` / `O#<officer>`: an officer who sits that day.
#[derive(Serialize, Deserialize)]
pub(crate) struct SittingItem {
    pk: String,
    sk: String,
    officer: String,
    since: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    rubbish_at: i64,
}

/// When a place was over whose row does not say it.
const UNTIL: SignedDuration = SignedDuration::from_hours(6);

impl From<&Appointment> for PlaceItem {
    fn from(it: &Appointment) -> PlaceItem {
        PlaceItem { unit: it.unit.to_string(), post: it.post.to_string(), at: when(it.at), token: it.token.to_string(), until: Some(when(it.until)) }
    }
}

impl PlaceItem {
    pub(crate) fn read(self) -> Option<Appointment> {
        let at = moment(&self.at)?;
        let until = match self.until {
            Some(until) => moment(&until)?,
            None => at + UNTIL,
        };
        Some(Appointment { unit: UnitCode::parse(&self.unit)?, post: PostId::parse(&self.post)?, at, token: Token::parse(&self.token)?, until })
    }
}

impl EntryItem {
    pub(crate) fn new(unit: &UnitCode, it: &Entry) -> EntryItem {
        let mut item = EntryItem {
            pk: keys::queue(unit, domain::calendar::wall(it.at).date()),
            sk: keys::place(it.token),
            number: it.number.to_string(),
            token: it.token.to_string(),
            at: when(it.at),
            state: String::new(),
            since: None,
            until: None,
            by: None,
            room: None,
            shown: false,
            again: false,
            outcome: None,
            told: it.told,
            version: it.version,
            rubbish_at: (it.at + KEPT).as_second(),
        };
        let (state, since) = match &it.state {
            State::Booked => ("booked", None),
            State::Waiting { since } => ("waiting", Some(*since)),
            State::Called { at, by, room, shown, again } => {
                (item.by, item.room, item.shown, item.again) = (Some(by.to_string()), Some(room.clone()), *shown, *again);
                ("called", Some(*at))
            }
            State::Returned { at } => ("returned", Some(*at)),
            State::Served { from, to, by, outcome } => {
                (item.by, item.until, item.outcome) = (Some(by.to_string()), Some(when(*to)), Some(outcome.tag().to_owned()));
                ("served", Some(*from))
            }
            State::Gone { at } => ("gone", Some(*at)),
        };
        EntryItem { state: state.to_owned(), since: since.map(when), ..item }
    }

    pub(crate) fn read(self) -> Option<Entry> {
        let since = optional(self.since, moment)?;
        let by = optional(self.by, OfficerId::parse)?;
        let state = match self.state.as_str() {
            "booked" => State::Booked,
            "waiting" => State::Waiting { since: since? },
            "called" => State::Called { at: since?, by: by?, room: self.room?, shown: self.shown, again: self.again },
            "returned" => State::Returned { at: since? },
            "served" => State::Served { from: since?, to: moment(&self.until?)?, by: by?, outcome: Outcome::parse(&self.outcome?)? },
            "gone" => State::Gone { at: since? },
            _ => return None,
        };
        Some(Entry {
            number: Number::parse(&self.number)?,
            token: Token::parse(&self.token)?,
            at: moment(&self.at)?,
            state,
            told: self.told,
            version: self.version,
        })
    }
}

impl SittingItem {
    pub(crate) fn new(unit: &UnitCode, day: domain::Date, it: &Sitting) -> SittingItem {
        SittingItem {
            pk: keys::queue(unit, day),
            sk: keys::sitting(it.officer.as_str()),
            officer: it.officer.to_string(),
            since: when(it.since),
            until: it.until.map(when),
            rubbish_at: (domain::calendar::end_of(day) + KEPT).as_second(),
        }
    }

    pub(crate) fn read(self) -> Option<Sitting> {
        let until: Option<Timestamp> = optional(self.until, moment)?;
        Some(Sitting { officer: OfficerId::parse(&self.officer)?, since: moment(&self.since)?, until })
    }
}
