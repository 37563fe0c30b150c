//! Hearings: a place in the daily window, the token that stands for it, and the link by which she is heard.
//! What happens on the day is in [`queue`].

pub mod queue;

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};

use crate::calendar::{Calendar, wall};
use crate::complaint::{Complaint, Officer};
use crate::duty::{Shift, on_duty};
use crate::ids::{LadderId, PostId, UnitCode};
use crate::lang::Both;
use crate::policy::Window;

/// How hearings are held, as the policy says it.
#[derive(Clone, Debug)]
pub struct HearingRule {
    /// The post that hears.
    pub post: PostId,
    /// When: the duty's own window of that post.
    pub window: Window,
    /// How long one is planned to last.
    pub minutes: u16,
    /// How long after the window whoever is still in the queue may be heard.
    pub overrun_minutes: u16,
    /// From which place in the queue on she is told that her turn is near.
    pub near: usize,
    /// How many days ahead a place may be booked.
    pub ahead_days: u16,
    /// Whose posts at the station get what was heard: those below the posts that had it.
    pub then: LadderId,
    /// How a unit calls; one that is not here calls by phone.
    pub calls: BTreeMap<UnitCode, Call>,
    pub zones: Vec<Zone>,
}

/// How a unit calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// The officer calls the number at which she is reached.
    Phone,
    /// The unit's own link, made in the app.
    Whatsapp(String),
    /// The unit's own server; each call gets a room that nobody can guess.
    Jitsi(String),
}

/// A time zone to choose, with its rule of summer time as POSIX writes it.
#[derive(Clone, Debug)]
pub struct Zone {
    /// As it stands in an address.
    pub id: String,
    pub name: Both,
    pub rule: String,
    zone: TimeZone,
}

impl Zone {
    /// `None` where the rule is none.
    pub fn parse(id: &str, name: Both, rule: &str) -> Option<Zone> {
        let zone = TimeZone::posix(rule).ok()?;
        Some(Zone { id: id.to_owned(), name, rule: rule.to_owned(), zone })
    }

    /// What a clock on a wall there shows.
    pub fn wall(&self, at: Timestamp) -> DateTime {
        at.to_zoned(self.zone.clone()).datetime()
    }
}

/// A place of a day: how many planned lengths after the window opens, and before which of the officers. It stands for her on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Token {
    pub slot: u8,
    pub seat: u8,
}

impl Token {
    /// How many officers a day has letters for.
    pub const SEATS: u8 = 26;

    /// As `B07` says it: the seventh place of the second row.
    pub fn parse(text: &str) -> Option<Token> {
        let (seat, slot) = text.split_at_checked(1)?;
        let seat = seat.bytes().next().filter(u8::is_ascii_uppercase)? - b'A';
        let slot: u8 = (slot.len() == 2 && slot.bytes().all(|b| b.is_ascii_digit())).then(|| slot.parse().ok())??;
        Some(Token { slot: slot.checked_sub(1)?, seat })
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:02}", char::from(b'A' + self.seat.min(Token::SEATS - 1)), self.slot + 1)
    }
}

/// The place that a complaint has: where, when, and under which token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    pub unit: UnitCode,
    pub post: PostId,
    pub at: Timestamp,
    pub token: Token,
    /// When nobody is heard any more that day.
    pub until: Timestamp,
}

impl Appointment {
    /// The day in whose queue it stands.
    pub fn day(&self) -> Date {
        wall(self.at).date()
    }

    /// Whether its day's hearing is over, so that another may be had.
    pub fn is_over(&self, now: Timestamp) -> bool {
        now >= self.until
    }
}

/// What came of a hearing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It went to the station, to be worked there.
    Forwarded,
    /// She was told what follows; it stays with the hearing's post.
    Advised,
    /// She is to be heard once more.
    Again,
}

impl Outcome {
    pub const ALL: [Outcome; 3] = [Outcome::Forwarded, Outcome::Advised, Outcome::Again];

    /// As it is stored and as it stands in a form.
    pub fn tag(self) -> &'static str {
        match self {
            Outcome::Forwarded => "forwarded",
            Outcome::Advised => "advised",
            Outcome::Again => "again",
        }
    }

    pub fn parse(tag: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|it| it.tag() == tag)
    }
}

impl HearingRule {
    /// The unit whose officers hear it; `None` where nobody does, or does any more, or it is closed.
    pub fn unit_of<'a>(&self, it: &'a Complaint) -> Option<&'a UnitCode> {
        let rung = it.open_rungs().iter().find(|rung| rung.post == self.post)?;
        it.is_open().then_some(&rung.unit)
    }

    pub fn call_of(&self, unit: &UnitCode) -> &Call {
        self.calls.get(unit).unwrap_or(&Call::Phone)
    }

    pub fn zone(&self, id: &str) -> Option<&Zone> {
        self.zones.iter().find(|zone| zone.id == id)
    }

    /// So long after the call somebody else may bring her back: the officer has gone.
    pub fn patience(&self) -> SignedDuration {
        self.length() * 3
    }

    pub fn overrun(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.overrun_minutes))
    }

    pub fn length(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.minutes))
    }

    /// When the window of a day opens and closes; `None` on a day on which nobody is heard.
    pub fn hours(&self, calendar: &Calendar, day: Date) -> Option<(Timestamp, Timestamp)> {
        self.window.hours(calendar, day)
    }

    /// The place of that day with this token; `None` on a day on which nobody is heard.
    pub fn appointment(&self, calendar: &Calendar, unit: UnitCode, (token, at): (Token, Timestamp)) -> Option<Appointment> {
        let (_, to) = self.hours(calendar, wall(at).date())?;
        Some(Appointment { unit, post: self.post.clone(), at, token, until: to + self.overrun() })
    }

    /// Whether a place may be taken at `now`: at a time that some day has and that is not past, or (`None`) at once.
    pub fn offers(&self, calendar: &Calendar, at: Option<Timestamp>, now: Timestamp) -> bool {
        let day = wall(at.unwrap_or(now)).date();
        let begins = |at: Timestamp| self.may_take(at, false, now) && self.slots(calendar, day).iter().any(|(_, begins)| *begins == at);
        self.days(calendar, now).contains(&day) && at.is_none_or(begins)
    }

    /// The days that may be booked at `now`, today first.
    pub fn days(&self, calendar: &Calendar, now: Timestamp) -> Vec<Date> {
        let today = wall(now).date();
        let days = (0..=self.ahead_days).map(|n| today.saturating_add(Span::new().days(n)));
        days.filter(|day| self.hours(calendar, *day).is_some_and(|(_, to)| to > now)).collect()
    }

    /// When each place of a day begins. A last one that would not end within the window is none.
    pub fn slots(&self, calendar: &Calendar, day: Date) -> Vec<(u8, Timestamp)> {
        let Some((from, to)) = self.hours(calendar, day) else { return Vec::new() };
        let starts = (0u8..99).map(|n| (n, from + SignedDuration::from_mins(i64::from(self.minutes) * i64::from(n))));
        starts.take_while(|(_, at)| *at + self.length() <= to).collect()
    }

    /// Every token of a day and when its place begins: as many at a time as officers are on duty then.
    /// A post without a roster for that day has everybody on duty who is posted there.
    pub fn places(&self, calendar: &Calendar, day: Date, posted: &[Officer], shifts: &[Shift]) -> Vec<(Token, Timestamp)> {
        let posted: Vec<(Officer, u32)> = posted.iter().map(|officer| (officer.clone(), 0)).collect();
        let row = |(slot, at): (u8, Timestamp)| {
            let there = on_duty(&posted, &self.post, shifts, at).len();
            let seats = u8::try_from(there).unwrap_or(Token::SEATS).min(Token::SEATS);
            (0..seats).map(move |seat| (Token { slot, seat }, at))
        };
        self.slots(calendar, day).into_iter().flat_map(row).collect()
    }

    /// Whether a place may still be taken: booked before it begins, taken now as long as it lasts.
    pub fn may_take(&self, at: Timestamp, at_once: bool, now: Timestamp) -> bool {
        if at_once { at + self.length() > now } else { at > now }
    }
}

#[cfg(test)]
#[path = "hearing_tests.rs"]
mod tests;
