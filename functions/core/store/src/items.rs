//! The stored shapes. Each can be read by the version before it and the version after it: fields are only
//! added, a new one has a default, none changes its meaning.

use domain::Timestamp;
use domain::complaint::{Accused, Clock, ClockRule, Complaint, Officer, Path, Rung, Stage};
use domain::contact::{SafeContact, SafeHours};
use domain::ids::{CategoryId, DistrictCode, OfficerId, PolicyVersion, PostId, ServiceId, StationCode, UnitCode};
use domain::lang::{Both, Lang};
use domain::number::Number;
use domain::policy::Channel;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{Error, keys};

mod event;

pub(crate) use event::EventItem;
pub use event::{Delivery, StoredEvent};

/// `C#<number>` / `META`.
#[derive(Serialize, Deserialize)]
pub(crate) struct ComplaintItem {
    pk: String,
    sk: String,
    number: String,
    version: u64,
    policy: String,
    service: String,
    category: String,
    district: String,
    station: Option<String>,
    #[serde(default)]
    accused_station: Option<String>,
    #[serde(default)]
    accused_officer: bool,
    channel: String,
    lang: String,
    sms: bool,
    call: bool,
    hours: Option<String>,
    registered_at: String,
    woman_officer: bool,
    stage: String,
    #[serde(default)]
    officer: Option<OfficerItem>,
    #[serde(default)]
    assigned_at: Option<String>,
    level: u8,
    rungs: Vec<RungItem>,
    repeats_seconds: i64,
    next_at: String,
    alarms: u32,
    clocks: Vec<ClockItem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_pk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_sk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    desk_pk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    desk_sk: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct OfficerItem {
    id: String,
    unit: String,
    post: String,
    rank: NamesItem,
    name: NamesItem,
    woman: bool,
}

#[derive(Serialize, Deserialize)]
struct NamesItem {
    hi: String,
    en: String,
}

#[derive(Serialize, Deserialize)]
struct RungItem {
    post: String,
    unit: String,
    holds_seconds: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct ClockItem {
    rule: String,
    started_at: String,
    due_at: String,
}

pub(crate) fn when(moment: Timestamp) -> String {
    format!("{moment:.0}")
}

pub(crate) fn moment(text: &str) -> Option<Timestamp> {
    text.parse().ok()
}

pub(crate) fn channel_tag(channel: Channel) -> &'static str {
    match channel {
        Channel::Web => "web",
        Channel::WalkIn => "walk_in",
        Channel::Desk => "desk",
        Channel::Phone => "phone",
        Channel::Whatsapp => "whatsapp",
        Channel::Email => "email",
        Channel::Post => "post",
        Channel::Video => "video",
        Channel::Reference => "reference",
    }
}

fn channel(tag: &str) -> Option<Channel> {
    use Channel::{Desk, Email, Phone, Post, Reference, Video, WalkIn, Web, Whatsapp};
    [Web, WalkIn, Desk, Phone, Whatsapp, Email, Post, Video, Reference].into_iter().find(|c| channel_tag(*c) == tag)
}

impl From<&Both> for NamesItem {
    fn from(it: &Both) -> NamesItem {
        NamesItem { hi: it.hi.clone(), en: it.en.clone() }
    }
}

impl From<NamesItem> for Both {
    fn from(it: NamesItem) -> Both {
        Both { hi: it.hi, en: it.en }
    }
}

impl From<&Officer> for OfficerItem {
    fn from(it: &Officer) -> OfficerItem {
        OfficerItem {
            id: it.id.to_string(),
            unit: it.unit.to_string(),
            post: it.post.to_string(),
            rank: (&it.rank).into(),
            name: (&it.name).into(),
            woman: it.woman,
        }
    }
}

impl OfficerItem {
    pub(crate) fn read(self) -> Option<Officer> {
        Some(Officer {
            id: OfficerId::parse(&self.id)?,
            unit: UnitCode::parse(&self.unit)?,
            post: PostId::parse(&self.post)?,
            rank: self.rank.into(),
            name: self.name.into(),
            woman: self.woman,
        })
    }
}

impl From<&Rung> for RungItem {
    fn from(it: &Rung) -> RungItem {
        RungItem { post: it.post.to_string(), unit: it.unit.to_string(), holds_seconds: it.holds.map(|h| h.as_secs()) }
    }
}

impl RungItem {
    fn read(self) -> Option<Rung> {
        let holds = self.holds_seconds.map(SignedDuration::from_secs);
        Some(Rung { post: PostId::parse(&self.post)?, unit: UnitCode::parse(&self.unit)?, holds })
    }
}

impl From<&Complaint> for ComplaintItem {
    fn from(it: &Complaint) -> ComplaintItem {
        let pk = keys::complaint(&it.number);
        let (stage, officer, assigned_at) = match &it.stage {
            Stage::Unassigned => ("unassigned", None, None),
            Stage::Assigned { officer, since } => ("assigned", Some(officer.into()), Some(when(*since))),
        };
        let clocks = it.clocks.iter().map(|clock| ClockItem {
            rule: match clock.rule {
                ClockRule::Disposal => "disposal".to_owned(),
            },
            started_at: when(clock.started_at),
            due_at: when(clock.due_at),
        });
        ComplaintItem {
            sk: keys::META.to_owned(),
            number: it.number.to_string(),
            version: it.version,
            policy: it.policy.to_string(),
            service: it.service.to_string(),
            category: it.category.to_string(),
            district: it.district.to_string(),
            station: it.station.as_ref().map(ToString::to_string),
            accused_station: it.accused.station.as_ref().map(ToString::to_string),
            accused_officer: it.accused.officer,
            channel: channel_tag(it.channel).to_owned(),
            lang: it.lang.tag().to_owned(),
            sms: it.contact.sms,
            call: it.contact.call,
            hours: it.contact.hours.map(|h| h.shown()),
            registered_at: when(it.registered_at),
            woman_officer: it.woman_officer,
            stage: stage.to_owned(),
            officer,
            assigned_at,
            level: it.level,
            rungs: it.path.rungs.iter().map(RungItem::from).collect(),
            repeats_seconds: it.path.repeats.as_secs(),
            next_at: when(it.path.next_at),
            alarms: it.path.alarms,
            clocks: clocks.collect(),
            due_pk: it.wakes_at().map(|_| keys::due_shard(keys::DueKind::Complaint, keys::shard_of(&it.number))),
            due_sk: it.wakes_at().map(|at| keys::at(at, &pk)),
            desk_pk: it.wakes_at().map(|_| keys::desk(&it.holder().unit)),
            desk_sk: it.wakes_at().map(|_| keys::at(it.due_at(), &pk)),
            pk,
        }
    }
}

impl ComplaintItem {
    pub(crate) fn read(self) -> Result<Complaint, Error> {
        let what = format!("complaint {}", self.number);
        self.parse().ok_or(Error::Corrupt(what))
    }

    fn parse(self) -> Option<Complaint> {
        let stage = match self.stage.as_str() {
            "unassigned" => Stage::Unassigned,
            "assigned" => Stage::Assigned { officer: self.officer?.read()?, since: moment(&self.assigned_at?)? },
            _ => return None,
        };
        let rungs: Vec<Rung> = self.rungs.into_iter().map(RungItem::read).collect::<Option<_>>()?;
        let clocks = self.clocks.into_iter().map(|clock| {
            let rule = match clock.rule.as_str() {
                "disposal" => ClockRule::Disposal,
                _ => return None,
            };
            Some(Clock { rule, started_at: moment(&clock.started_at)?, due_at: moment(&clock.due_at)? })
        });
        let hours = match self.hours {
            Some(text) => Some(SafeHours::parse(&text)?),
            None => None,
        };
        (usize::from(self.level) < rungs.len()).then_some(())?;
        Some(Complaint {
            number: Number::parse(&self.number)?,
            version: self.version,
            policy: PolicyVersion::parse(&self.policy)?,
            service: ServiceId::parse(&self.service)?,
            category: CategoryId::parse(&self.category)?,
            district: DistrictCode::parse(&self.district)?,
            station: optional(self.station, StationCode::parse)?,
            accused: Accused { station: optional(self.accused_station, StationCode::parse)?, officer: self.accused_officer },
            channel: channel(&self.channel)?,
            lang: Lang::parse(&self.lang)?,
            contact: SafeContact { sms: self.sms, call: self.call, hours },
            registered_at: moment(&self.registered_at)?,
            woman_officer: self.woman_officer,
            stage,
            level: self.level,
            path: Path { rungs, repeats: SignedDuration::from_secs(self.repeats_seconds), next_at: moment(&self.next_at)?, alarms: self.alarms },
            clocks: clocks.collect::<Option<_>>()?,
        })
    }
}

/// `Some(None)` for nothing stored, `None` for something unreadable.
pub(crate) fn optional<T>(stored: Option<String>, parse: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    match stored {
        None => Some(None),
        Some(text) => parse(&text).map(Some),
    }
}

#[cfg(test)]
#[path = "items_tests.rs"]
mod tests;
