//! What happened to a complaint: a row of its timeline and the reason for a text, at once.

use jiff::Timestamp;

use crate::complaint::{Officer, Rung};
use crate::ids::OfficerId;
use crate::number::Number;

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

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Registered {
        due_at: Timestamp,
    },
    Assigned {
        officer: Officer,
    },
    /// It passed its time and went up.
    Escalated {
        level: u8,
        to: Rung,
        next_at: Timestamp,
    },
    /// It is at the top and still not done.
    TopAlarm {
        count: u32,
        at_top: Rung,
    },
}

/// The texts that a phone may get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextKey {
    Otp,
    Registered,
    Assigned,
    Escalated,
    TopAlarm,
}

impl TextKey {
    pub const ALL: [TextKey; 5] = [TextKey::Otp, TextKey::Registered, TextKey::Assigned, TextKey::Escalated, TextKey::TopAlarm];

    /// As it is written in the templates' file and shown in the inbox.
    pub fn tag(self) -> &'static str {
        match self {
            TextKey::Otp => "otp",
            TextKey::Registered => "registered",
            TextKey::Assigned => "assigned",
            TextKey::Escalated => "escalated",
            TextKey::TopAlarm => "top_alarm",
        }
    }
}

impl Event {
    /// Which text tells her of it.
    pub fn text(&self) -> TextKey {
        match self.kind {
            Kind::Registered { .. } => TextKey::Registered,
            Kind::Assigned { .. } => TextKey::Assigned,
            Kind::Escalated { .. } => TextKey::Escalated,
            Kind::TopAlarm { .. } => TextKey::TopAlarm,
        }
    }
}
