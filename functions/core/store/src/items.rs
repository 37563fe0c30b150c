//! The stored shapes. Each can be read by the version before it and the version after it: fields are only
//! added, a new one has a default, none changes its meaning.

use domain::Timestamp;
use domain::clock::ClockRule;
use domain::complaint::{Accused, Complaint, Path, Rung, Stage};
use domain::contact::{SafeContact, SafeHours};
use domain::evidence::Collected;
use domain::ids::{CategoryId, DistrictCode, OfficerId, PolicyVersion, ServiceId, StationCode, UnitCode};
use domain::lang::Lang;
use domain::number::Number;
use domain::overdue::wakes_at;
use domain::picture::Taken;
use domain::policy::Channel;
use domain::say::Say;
use domain::suggestion::Suggestion;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{Error, keys};

mod account;
mod clock;
mod event;
mod file;
mod hearing;
mod people;
mod review;
mod roster;
mod say;
mod suggestion;
mod work;

pub(crate) use account::{AccountItem, LISTED, ViewItem};
pub(crate) use clock::reason;
use clock::{ClockItem, PlannedItem};
pub(crate) use event::EventItem;
pub use event::{Delivery, StoredEvent};
use file::TakenItem;
pub(crate) use file::{FileItem, LookItem, state as file_state};
use hearing::PlaceItem;
pub(crate) use hearing::{EntryItem, SittingItem};
pub(crate) use people::{OfficerItem, RungItem};
pub(crate) use review::{ClosedItem, SaidItem, SampleItem, ToldItem};
pub(crate) use roster::{DayItem, VacancyItem};
use say::SayItem;
pub(crate) use suggestion::PublishedItem;
use suggestion::SuggestionItem;
use work::WorkItem;

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
    /// Rows of the first versions do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    accused_above: Option<String>,
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
    /// When the present stage began, where it has a beginning of its own.
    #[serde(default)]
    assigned_at: Option<String>,
    level: u8,
    rungs: Vec<RungItem>,
    repeats_seconds: i64,
    next_at: String,
    alarms: u32,
    clocks: Vec<ClockItem>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    planned: Vec<PlannedItem>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    duty_until: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    closed_by: Vec<String>,
    #[serde(default)]
    work: WorkItem,
    /// What she said since; left out where she said nothing and the numbers are the usual ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    say: Option<SayItem>,
    #[serde(default)]
    files: u16,
    #[serde(default)]
    file_bytes: u64,
    /// How many pictures each officer took in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pictures: Vec<TakenItem>,
    /// Her place at a hearing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hearing: Option<PlaceItem>,
    /// Left out where it is no suggestion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    suggestion: Option<SuggestionItem>,
    /// The last thing that was done: what a list shows of it.
    #[serde(default)]
    progress: String,
    /// Why the ladder's clock stands still and until when, such as `court 2026-11-24T18:29:59Z`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    paused: Option<String>,
    /// The post that has it now: what a desk counts by.
    #[serde(default)]
    holder: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_pk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_sk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    desk_pk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    desk_sk: Option<String>,
    /// The list of the unit that works it, where another unit holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    work_pk: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    work_sk: Option<String>,
}

pub(crate) fn when(moment: Timestamp) -> String {
    format!("{moment:.0}")
}

pub(crate) fn moment(text: &str) -> Option<Timestamp> {
    text.parse().ok()
}

impl From<&Complaint> for ComplaintItem {
    fn from(it: &Complaint) -> ComplaintItem {
        let pk = keys::complaint(&it.number);
        let (stage, officer, since) = match &it.stage {
            Stage::Unassigned => ("unassigned", None, None),
            Stage::Assigned { officer, since } => ("assigned", Some(officer.into()), Some(*since)),
            Stage::Disposed { at } => ("disposed", None, Some(*at)),
            Stage::InAppeal { since } => ("in_appeal", None, Some(*since)),
        };
        let wakes = wakes_at(it);
        let open = it.is_open();
        let elsewhere = open && *it.working_unit() != it.holder().unit;
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
            accused_above: it.accused.above.as_ref().map(ToString::to_string),
            channel: it.channel.tag().to_owned(),
            lang: it.lang.tag().to_owned(),
            sms: it.contact.sms,
            call: it.contact.call,
            hours: it.contact.hours.map(|h| h.shown()),
            registered_at: when(it.registered_at),
            woman_officer: it.woman_officer,
            stage: stage.to_owned(),
            officer,
            assigned_at: since.map(when),
            level: it.level,
            rungs: it.path.rungs.iter().map(RungItem::from).collect(),
            repeats_seconds: it.path.repeats.as_secs(),
            next_at: when(it.path.next_at),
            alarms: it.path.alarms,
            clocks: it.clocks.iter().map(ClockItem::from).collect(),
            planned: it.planned.iter().map(PlannedItem::from).collect(),
            duty_until: it.duty_until.map(when),
            closed_by: it.closed_by.iter().map(ToString::to_string).collect(),
            work: WorkItem::from(&it.work),
            say: SayItem::of(&it.say),
            files: it.evidence.files,
            file_bytes: it.evidence.bytes,
            pictures: it.pictures.iter().map(TakenItem::from).collect(),
            hearing: it.hearing.as_ref().map(PlaceItem::from),
            suggestion: SuggestionItem::of(&it.suggestion),
            progress: it.work.progress().tag().to_owned(),
            paused: it.clock(ClockRule::Disposal).and_then(|clock| clock.pauses.last()).map(|last| format!("{} {}", last.reason.tag(), when(last.until))),
            holder: it.holder().post.to_string(),
            due_pk: wakes.map(|_| keys::due_shard(keys::DueKind::Complaint, keys::shard_of(&it.number))),
            due_sk: wakes.map(|at| keys::at(at, &pk)),
            desk_pk: open.then(|| keys::desk(&it.holder().unit)),
            desk_sk: open.then(|| keys::at(it.due_at(), &pk)),
            work_pk: elsewhere.then(|| keys::desk(it.working_unit())),
            work_sk: elsewhere.then(|| keys::at(it.due_at(), &pk)),
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
        let since = optional(self.assigned_at, moment)?;
        let stage = match self.stage.as_str() {
            "unassigned" => Stage::Unassigned,
            "assigned" => Stage::Assigned { officer: self.officer?.read()?, since: since? },
            "disposed" => Stage::Disposed { at: since? },
            "in_appeal" => Stage::InAppeal { since: since? },
            _ => return None,
        };
        let rungs: Vec<Rung> = self.rungs.into_iter().map(RungItem::read).collect::<Option<_>>()?;
        // Rows of the first version name no holder.
        let risen_before = self.level > 0 && self.holder.is_empty();
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
            accused: Accused {
                station: optional(self.accused_station, StationCode::parse)?,
                officer: self.accused_officer,
                above: optional(self.accused_above, UnitCode::parse)?,
            },
            channel: Channel::parse(&self.channel)?,
            lang: Lang::parse(&self.lang)?,
            contact: SafeContact { sms: self.sms, call: self.call, hours },
            registered_at: moment(&self.registered_at)?,
            woman_officer: self.woman_officer,
            stage,
            level: self.level,
            path: Path { rungs, repeats: SignedDuration::from_secs(self.repeats_seconds), next_at: moment(&self.next_at)?, alarms: self.alarms },
            clocks: self.clocks.into_iter().map(|clock| clock.read(risen_before)).collect::<Option<_>>()?,
            planned: self.planned.into_iter().map(PlannedItem::read).collect::<Option<_>>()?,
            duty_until: optional(self.duty_until, moment)?,
            closed_by: self.closed_by.iter().map(|id| OfficerId::parse(id)).collect::<Option<_>>()?,
            work: self.work.read()?,
            say: self.say.map_or(Some(Say::default()), SayItem::read)?,
            evidence: Collected { files: self.files, bytes: self.file_bytes },
            pictures: Taken::read(self.pictures.into_iter().map(TakenItem::read).collect::<Option<_>>()?),
            hearing: match self.hearing {
                Some(place) => Some(place.read()?),
                None => None,
            },
            suggestion: self.suggestion.map_or(Some(Suggestion::No), SuggestionItem::read)?,
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
