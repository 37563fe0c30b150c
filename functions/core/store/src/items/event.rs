//! Events as they are stored.

use domain::clock::ClockRule;
use domain::event::{Act, Actor, Event, Kind};
use domain::evidence::Sha;
use domain::hearing::{Outcome, Token};
use domain::ids::{DistrictCode, OfficerId, StationCode};
use domain::number::Number;
use domain::suggestion::DownReason;
use domain::work::{Closing, LookReason};
use serde::{Deserialize, Serialize};

use super::clock::{mark, reason};
use super::file::MarkItem;
use super::suggestion::PublicItem;
use super::work::ClosingItem;
use super::{OfficerItem, RungItem, moment, optional, when};
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
    /// Empty posts that it went past.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    past: Vec<RungItem>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    station: Option<String>,
    /// Where it came to another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    district: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    act: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    /// In per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mark: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ends_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closing: Option<ClosingItem>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    solved: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<MarkItem>,
    /// The SHA-256 of each picture that a report has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pictures: Vec<String>,
    /// Of a place at a hearing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    missed: Option<bool>,
    /// What came of a hearing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    /// What is said publicly of a suggestion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    said: Option<PublicItem>,
    /// A tag of [`Delivery`].
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
    /// The post has no phone of its own that is known.
    NoPhone,
    /// There is no text that tells of it.
    Silent,
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
            Delivery::NoPhone => "no_phone",
            Delivery::Silent => "silent",
        }
    }

    fn parse(tag: &str) -> Option<Delivery> {
        use Delivery::{Failed, NoPhone, NotWanted, Sent, Silent, Waiting};
        [Waiting, Sent, NotWanted, Failed, NoPhone, Silent].into_iter().find(|d| d.tag() == tag)
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
        let told = it.telling().is_some();
        let mut item = EventItem {
            number: it.number.to_string(),
            version: it.version,
            n: it.n,
            at: when(it.at),
            by,
            kind: it.kind.tag().to_owned(),
            due_at: None,
            officer: None,
            rung: None,
            level: None,
            next_at: None,
            count: None,
            past: Vec::new(),
            station: None,
            district: None,
            act: None,
            rule: None,
            mark: None,
            reason: None,
            ends_at: None,
            closing: None,
            solved: None,
            file: None,
            pictures: Vec::new(),
            token: None,
            missed: None,
            outcome: None,
            said: None,
            delivery: if told { Delivery::Waiting } else { Delivery::Silent }.tag().to_owned(),
            attempts: 0,
            outbox_pk: told.then(|| keys::outbox_shard(keys::shard_of(&it.number))),
            outbox_sk: told.then(|| keys::at(it.at, &format!("{pk}#{sk}"))),
            pk,
            sk,
        };
        match &it.kind {
            Kind::Registered { due_at, taken_in } => {
                item.due_at = Some(when(*due_at));
                item.officer = taken_in.as_ref().map(OfficerItem::from);
            }
            Kind::Assigned { officer } => item.officer = Some(officer.into()),
            Kind::HandedOver { to } => item.officer = to.as_ref().map(OfficerItem::from),
            Kind::Released
            | Kind::Recorded
            | Kind::EnquiryOpened
            | Kind::Noted
            | Kind::ContactChanged
            | Kind::Acknowledged
            | Kind::AtrReturned
            | Kind::AtrApproved
            | Kind::HearingNear
            | Kind::HearingUnreached
            | Kind::KeptOn => {}
            Kind::HearingBooked { at, token } => {
                item.ends_at = Some(when(*at));
                item.token = Some(token.to_string());
            }
            Kind::HearingLeft { missed } => item.missed = Some(*missed),
            Kind::Heard { outcome } => item.outcome = Some(outcome.tag().to_owned()),
            Kind::Answered { solved } => item.solved = Some(*solved),
            Kind::WithdrawalAsked { at } => item.ends_at = Some(when(*at)),
            Kind::EvidenceAdded(mark) | Kind::PictureAdded(mark) => item.file = Some(mark.into()),
            Kind::AtrFiled { pictures } => item.pictures = pictures.iter().map(ToString::to_string).collect(),
            Kind::TakenUp { wording, office, reworded } => {
                item.said = Some(PublicItem::up(wording, *reworded));
                item.rung = Some(office.into());
            }
            Kind::TakenDown { listing, reason } => {
                item.said = Some(PublicItem::down(listing));
                item.reason = Some(reason.tag().to_owned());
            }
            Kind::Looked(why) => item.reason = Some(why.tag().to_owned()),
            Kind::PauseAsked { rule, reason, until } => {
                item.rule = Some(rule.tag().to_owned());
                item.reason = Some(reason.tag().to_owned());
                item.ends_at = Some(when(*until));
            }
            Kind::Disposed(closing) => item.closing = Some(closing.into()),
            Kind::Transferred { station, district, to, past } => {
                item.station = Some(station.to_string());
                item.district = district.as_ref().map(ToString::to_string);
                item.rung = Some(to.into());
                item.past = past.iter().map(RungItem::from).collect();
            }
            Kind::Acted(act) => item.act = Some(act.tag().to_owned()),
            Kind::Paused { rule, reason, until, by } => {
                item.rule = Some(rule.tag().to_owned());
                item.reason = Some(reason.tag().to_owned());
                item.ends_at = Some(when(*until));
                item.rung = Some(by.into());
            }
            Kind::Resumed { rule } => item.rule = Some(rule.tag().to_owned()),
            Kind::Reopened { level, to, next_at, past }
            | Kind::Appealed { level, to, next_at, past }
            | Kind::RefusalReported { level, to, next_at, past }
            | Kind::Escalated { level, to, next_at, past } => {
                item.level = Some(*level);
                item.rung = Some(to.into());
                item.next_at = Some(when(*next_at));
                item.past = past.iter().map(RungItem::from).collect();
            }
            Kind::Arrived { to, next_at } => {
                item.rung = Some(to.into());
                item.next_at = Some(when(*next_at));
            }
            Kind::TopAlarm { count, at_top } => {
                item.count = Some(*count);
                item.rung = Some(at_top.into());
            }
            Kind::Warned { rule, mark, to, ends_at } => {
                item.rule = Some(rule.tag().to_owned());
                item.mark = Some(mark.percent());
                item.rung = Some(to.into());
                item.ends_at = Some(when(*ends_at));
            }
            Kind::Missed { rule, to, ended_at } => {
                item.rule = Some(rule.tag().to_owned());
                item.rung = Some(to.into());
                item.ends_at = Some(when(*ended_at));
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
        let rung = self.rung.map(RungItem::read);
        let past: Option<Vec<_>> = self.past.into_iter().map(RungItem::read).collect();
        let (next_at, ends_at) = (self.next_at.as_deref().and_then(moment), self.ends_at.as_deref().and_then(moment));
        let rule = self.rule.as_deref().and_then(ClockRule::parse);
        let kind = match self.kind.as_str() {
            "registered" => Kind::Registered {
                due_at: moment(&self.due_at?)?,
                // Rows of the first versions were all filed by herself.
                taken_in: match self.officer {
                    Some(officer) => Some(officer.read()?),
                    None => None,
                },
            },
            "assigned" => Kind::Assigned { officer: self.officer?.read()? },
            "handed_over" => Kind::HandedOver {
                to: match self.officer {
                    Some(officer) => Some(officer.read()?),
                    None => None,
                },
            },
            "released" => Kind::Released,
            "transferred" => Kind::Transferred {
                station: StationCode::parse(&self.station?)?,
                district: optional(self.district, DistrictCode::parse)?,
                to: rung??,
                past: past?,
            },
            "acted" => Kind::Acted(Act::ALL.into_iter().find(|act| Some(act.tag()) == self.act.as_deref())?),
            "recorded" => Kind::Recorded,
            "enquiry_opened" => Kind::EnquiryOpened,
            "paused" => Kind::Paused { rule: rule?, reason: reason(&self.reason?)?, until: ends_at?, by: rung?? },
            "resumed" => Kind::Resumed { rule: rule? },
            "noted" => Kind::Noted,
            "contact_changed" => Kind::ContactChanged,
            "evidence_added" => Kind::EvidenceAdded(self.file?.read()?),
            "picture_added" => Kind::PictureAdded(self.file?.read()?),
            "looked" => Kind::Looked(LookReason::parse(&self.reason?)?),
            "acknowledged" => Kind::Acknowledged,
            "pause_asked" => Kind::PauseAsked { rule: rule?, reason: reason(&self.reason?)?, until: ends_at? },
            "atr_filed" => Kind::AtrFiled { pictures: self.pictures.iter().map(|sha| Sha::parse(sha)).collect::<Option<_>>()? },
            "atr_returned" => Kind::AtrReturned,
            "atr_approved" => Kind::AtrApproved,
            // Rows of the first versions do not say how.
            "disposed" => Kind::Disposed(self.closing.map_or(Some(Closing::Done), ClosingItem::read)?),
            "taken_up" => {
                let (wording, reworded) = self.said?.wording()?;
                Kind::TakenUp { wording, office: rung??, reworded }
            }
            "taken_down" => Kind::TakenDown { listing: self.said?.listing()?, reason: DownReason::parse(&self.reason?)? },
            "reopened" => Kind::Reopened { level: self.level?, to: rung??, next_at: next_at?, past: past? },
            "appealed" => Kind::Appealed { level: self.level?, to: rung??, next_at: next_at?, past: past? },
            "refusal_reported" => Kind::RefusalReported { level: self.level?, to: rung??, next_at: next_at?, past: past? },
            "answered" => Kind::Answered { solved: self.solved? },
            "withdrawal_asked" => Kind::WithdrawalAsked { at: ends_at? },
            "kept_on" => Kind::KeptOn,
            "hearing_booked" => Kind::HearingBooked { at: ends_at?, token: Token::parse(&self.token?)? },
            "hearing_near" => Kind::HearingNear,
            "hearing_unreached" => Kind::HearingUnreached,
            "hearing_left" => Kind::HearingLeft { missed: self.missed? },
            "heard" => Kind::Heard { outcome: Outcome::parse(&self.outcome?)? },
            "escalated" => Kind::Escalated { level: self.level?, to: rung??, next_at: next_at?, past: past? },
            "arrived" => Kind::Arrived { to: rung??, next_at: next_at? },
            "top_alarm" => Kind::TopAlarm { count: self.count?, at_top: rung?? },
            "warned" => Kind::Warned { rule: rule?, mark: self.mark.and_then(mark)?, to: rung??, ends_at: ends_at? },
            "missed" => Kind::Missed { rule: rule?, to: rung??, ended_at: ends_at? },
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
