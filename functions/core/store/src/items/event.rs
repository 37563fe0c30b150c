//! Events as they are stored.

use domain::event::{Actor, Event, Kind};
use domain::ids::OfficerId;
use domain::number::Number;
use serde::{Deserialize, Serialize};

use super::{OfficerItem, RungItem, moment, when};
use crate::{Error, keys};

/// `C#<number>` / `E#<version>#<n>`.
#[derive(Serialize, Deserialize)]
pub(crate) struct EventItem {
    pk: String,
    sk: String,
    number: String,
    version: u64,
    n: u8,
    at: String,
    by: String,
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    officer: Option<OfficerItem>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rung: Option<RungItem>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    /// `waiting`, `sent`, `not_wanted` or `failed`.
    delivery: String,
    #[serde(default)]
    attempts: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outbox_pk: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outbox_sk: Option<String>,
}

/// What became of the text of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    Waiting,
    Sent,
    NotWanted,
    Failed,
}

/// An event as it stands in the table.
#[derive(Clone, Debug)]
pub struct StoredEvent {
    pub event: Event,
    pub delivery: Delivery,
    /// How often its text was tried.
    pub attempts: u32,
}

impl Delivery {
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Delivery::Waiting => "waiting",
            Delivery::Sent => "sent",
            Delivery::NotWanted => "not_wanted",
            Delivery::Failed => "failed",
        }
    }

    fn parse(tag: &str) -> Option<Delivery> {
        [Delivery::Waiting, Delivery::Sent, Delivery::NotWanted, Delivery::Failed].into_iter().find(|d| d.tag() == tag)
    }
}

impl From<&Event> for EventItem {
    fn from(it: &Event) -> EventItem {
        let (pk, sk) = (keys::complaint(&it.number), keys::event(it.version, it.n));
        let by = match &it.by {
            Actor::Complainant => "complainant".to_owned(),
            Actor::System => "system".to_owned(),
            Actor::Officer(id) => format!("officer:{id}"),
        };
        let mut item = EventItem {
            number: it.number.to_string(),
            version: it.version,
            n: it.n,
            at: when(it.at),
            by,
            kind: it.text().tag().to_owned(),
            due_at: None,
            officer: None,
            rung: None,
            level: None,
            next_at: None,
            count: None,
            delivery: Delivery::Waiting.tag().to_owned(),
            attempts: 0,
            outbox_pk: Some(keys::outbox_shard(keys::shard_of(&it.number))),
            outbox_sk: Some(keys::at(it.at, &format!("{pk}#{sk}"))),
            pk,
            sk,
        };
        match &it.kind {
            Kind::Registered { due_at } => item.due_at = Some(when(*due_at)),
            Kind::Assigned { officer } => item.officer = Some(officer.into()),
            Kind::Escalated { level, to, next_at } => {
                item.level = Some(*level);
                item.rung = Some(to.into());
                item.next_at = Some(when(*next_at));
            }
            Kind::TopAlarm { count, at_top } => {
                item.count = Some(*count);
                item.rung = Some(at_top.into());
            }
        }
        item
    }
}

impl EventItem {
    /// An event whose text needs no sending.
    pub(crate) fn settled(mut self) -> EventItem {
        Delivery::NotWanted.tag().clone_into(&mut self.delivery);
        self.outbox_pk = None;
        self.outbox_sk = None;
        self
    }

    pub(crate) fn read(self) -> Result<StoredEvent, Error> {
        let what = format!("event {} {}", self.number, self.sk);
        self.parse().ok_or(Error::Corrupt(what))
    }

    fn parse(self) -> Option<StoredEvent> {
        let kind = match self.kind.as_str() {
            "registered" => Kind::Registered { due_at: moment(&self.due_at?)? },
            "assigned" => Kind::Assigned { officer: self.officer?.read()? },
            "escalated" => Kind::Escalated { level: self.level?, to: self.rung?.read()?, next_at: moment(&self.next_at?)? },
            "top_alarm" => Kind::TopAlarm { count: self.count?, at_top: self.rung?.read()? },
            _ => return None,
        };
        let by = match self.by.as_str() {
            "complainant" => Actor::Complainant,
            "system" => Actor::System,
            other => Actor::Officer(OfficerId::parse(other.strip_prefix("officer:")?)?),
        };
        let event = Event { number: Number::parse(&self.number)?, version: self.version, n: self.n, at: moment(&self.at)?, by, kind };
        Some(StoredEvent { event, delivery: Delivery::parse(&self.delivery)?, attempts: self.attempts })
    }
}
