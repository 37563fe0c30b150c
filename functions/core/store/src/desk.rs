//! What officers read and write: a unit's list, a case with its sealed words, words that go with a move.

use std::collections::{BTreeSet, HashMap};

use aws_sdk_dynamodb::types::{AttributeValue, ConditionCheck, Put, TransactWriteItem};
use domain::Timestamp;
use domain::access::{StageKind, Viewer};
use domain::clock::{ClockRule, PauseReason};
use domain::complaint::{Accused, Complaint, Officer, Stage};
use domain::decide::Change;
use domain::event::Event;
use domain::ids::{CategoryId, DistrictCode, PostId, StationCode, UnitCode};
use domain::number::Number;
use domain::policy::Channel;
use domain::work::Progress;
use seal::DataKey;

use crate::complaint::{Item, read};
use crate::items::{ComplaintItem, EventItem, OfficerItem, StoredEvent, moment, reason};
use crate::pages::every;
use crate::{Error, Private, Store, keys};

/// A complaint as a row of a unit's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub number: Number,
    /// When it must be done, with the time that its clock stood still.
    pub due_at: Timestamp,
    pub stage: StageKind,
    pub level: u8,
    /// The post that holds it.
    pub holder: PostId,
    pub category: CategoryId,
    pub district: DistrictCode,
    pub station: Option<StationCode>,
    pub channel: Channel,
    pub registered_at: Timestamp,
    pub woman_officer: bool,
    /// Whoever works it.
    pub officer: Option<Officer>,
    pub progress: Progress,
    /// The last time that its clock was stopped: why, and until when.
    pub paused: Option<(PauseReason, Timestamp)>,
    accused: Accused,
}

impl Listed {
    /// Whether it does not exist for this officer.
    pub fn is_walled_off(&self, viewer: &Viewer) -> bool {
        viewer.is_walled_off(&self.accused, self.station.as_ref())
    }

    /// A complaint that was read whole, as a row: also one that is closed and in no list.
    pub fn of(it: &Complaint) -> Listed {
        let officer = match &it.stage {
            Stage::Assigned { officer, .. } => Some(officer.clone()),
            Stage::Unassigned | Stage::Disposed { .. } | Stage::InAppeal { .. } => None,
        };
        let last = it.clock(ClockRule::Disposal).and_then(|clock| clock.pauses.last());
        Listed {
            number: it.number.clone(),
            due_at: it.due_at(),
            stage: it.stage.kind(),
            level: it.level,
            holder: it.holder().post.clone(),
            category: it.category.clone(),
            district: it.district.clone(),
            station: it.station.clone(),
            channel: it.channel,
            registered_at: it.registered_at,
            woman_officer: it.woman_officer,
            officer,
            progress: it.work.progress(),
            paused: last.map(|pause| (pause.reason, pause.until)),
            accused: it.accused.clone(),
        }
    }

    /// The place in a list: by urgency, then by number.
    pub fn place(&self) -> String {
        keys::at(self.due_at, self.number.as_str())
    }
}

/// A complaint with everything that belongs to it, still sealed.
#[derive(Clone, Debug)]
pub struct Case {
    pub complaint: Complaint,
    /// Oldest first.
    pub events: Vec<StoredEvent>,
    /// Sealed words by version and place of the event that they belong to.
    pub words: HashMap<(u64, u8), Words>,
    pub private: Option<Private>,
}

impl Case {
    /// How many changes of it officers see: what their forms carry, so that no number tells that she did something for herself.
    pub fn desk_version(&self) -> u64 {
        self.seen_versions().len() as u64
    }

    /// What officers have seen happen since a form of theirs was drawn; `None` where the form is ahead of the case.
    pub fn since(&self, desk_version: u64) -> Option<Vec<&Event>> {
        let versions = self.seen_versions();
        let last = match usize::try_from(desk_version).ok()?.checked_sub(1) {
            Some(nth) => *versions.iter().nth(nth)?,
            None => 0,
        };
        Some(self.events.iter().map(|stored| &stored.event).filter(|event| !event.is_hers_alone() && event.version > last).collect())
    }

    fn seen_versions(&self) -> BTreeSet<u64> {
        self.events.iter().filter(|stored| !stored.event.is_hers_alone()).map(|stored| stored.event.version).collect()
    }

    /// Since when whoever has it has it; `None` where its first holder still does.
    pub fn held_since(&self) -> Option<Timestamp> {
        self.events.iter().rev().map(|stored| &stored.event).find(|event| event.kind.changes_holder()).map(|event| event.at)
    }

    /// Whether both were filed from the same phone. Without a phone there is nothing to compare.
    pub fn is_of_the_phone_of(&self, other: &Case) -> bool {
        let phone = |it: &Case| it.private.as_ref().map(|private| private.phone_key.clone()).filter(|key| !key.is_empty());
        phone(self).is_some_and(|key| phone(other) == Some(key))
    }
}

/// Sealed words of a move: named parts, such as `findings`.
#[derive(Clone, Debug)]
pub struct Words(Private);

impl Words {
    /// Opens one part.
    pub fn open(&self, key: &DataKey, version: u64, part: &str) -> Option<String> {
        self.0.open(key, &bound(version, part))
    }
}

/// Words are bound to their version, so that none can be put in another's place.
fn bound(version: u64, part: &str) -> String {
    format!("{version}.{part}")
}

impl Store {
    /// Everything open that a unit holds or works, most urgent first: two queries, each of as many pages as it has.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn worklist(&self, unit: &UnitCode) -> Result<Vec<Listed>, Error> {
        let (held, worked) = tokio::join!(self.list(keys::DESK_INDEX, unit), self.list(keys::WORK_INDEX, unit));
        let (mut all, worked) = (held?, worked?);
        all.extend(worked);
        all.sort_by_cached_key(Listed::place);
        // Read in between two writes of a row, both indexes may have it.
        all.dedup_by(|a, b| a.number == b.number);
        Ok(all)
    }

    async fn list(&self, index: &str, unit: &UnitCode) -> Result<Vec<Listed>, Error> {
        // A filing that is to be called back lies in the same list and is no complaint yet.
        let is_complaint = |item: &Item| item.get("pk").and_then(|pk| pk.as_s().ok()).is_some_and(|pk| keys::is_complaint(pk));
        let rows = every(self.listed_in(index, &keys::desk(unit), "", &[])).await?;
        rows.iter().filter(|item| is_complaint(item)).map(|item| listed(item, index).ok_or_else(|| Error::corrupt("a row of a list"))).collect()
    }

    /// A case with everything that belongs to it, in one query; `None` where the number is nobody's.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn case(&self, number: &Number) -> Result<Option<Case>, Error> {
        let (mut complaint, mut events, mut words, mut private) = (None, Vec::new(), HashMap::new(), None);
        for item in every(self.rows(&keys::complaint(number), "", &[]).consistent_read(true)).await? {
            let sk = item.get("sk").and_then(|v| v.as_s().ok()).cloned().unwrap_or_default();
            if sk == keys::META {
                complaint = Some(read::<ComplaintItem>(item)?.read()?);
            } else if sk == keys::SEALED {
                private = Some(Private::from_item(number.clone(), &item).ok_or_else(|| Error::corrupt("a sealed row"))?);
            } else if let Some(place) = keys::words_of(&sk) {
                let sealed = Private::sealed_of(number.clone(), &item).ok_or_else(|| Error::corrupt("sealed words"))?;
                words.insert(place, Words(sealed));
            } else {
                events.push(read::<EventItem>(item)?.read()?);
            }
        }
        Ok(complaint.map(|complaint| Case { complaint, events, words, private }))
    }

    /// Writes a change with the words that belong to its first event, sealed: all of it or nothing.
    ///
    /// # Errors
    /// `Conflict` where somebody else changed it first.
    pub async fn commit_with(&self, change: &Change, words: &[(&str, &str)], key: &DataKey) -> Result<(), Error> {
        self.commit_words(change, words, key, Vec::new()).await
    }

    /// The same for one that ends in another: only while that one stands as it was seen.
    ///
    /// # Errors
    /// `Conflict` where somebody else changed either of them first.
    pub async fn commit_merge(&self, change: &Change, words: &[(&str, &str)], key: &DataKey, into: &Complaint) -> Result<(), Error> {
        let seen = ConditionCheck::builder()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::complaint(&into.number)))
            .key("sk", AttributeValue::S(keys::META.to_owned()))
            .condition_expression("version = :seen")
            .expression_attribute_values(":seen", AttributeValue::N(into.version.to_string()))
            .build()
            .map_err(|_| Error::corrupt("a condition without a table"))?;
        self.commit_words(change, words, key, vec![TransactWriteItem::builder().condition_check(seen).build()]).await
    }

    /// The same with other rows that belong to the change.
    pub(crate) async fn commit_words(&self, change: &Change, words: &[(&str, &str)], key: &DataKey, mut rows: Vec<TransactWriteItem>) -> Result<(), Error> {
        let version = change.complaint.version;
        let mut sealed = Private::empty(change.complaint.number.clone(), String::new());
        for (part, text) in words.iter().filter(|(_, text)| !text.is_empty()) {
            sealed.put(key, &bound(version, part), text);
        }
        if sealed.is_empty() {
            return self.commit_also(change, rows).await;
        }
        let put = Put::builder()
            .table_name(&self.tables.main)
            .item("pk", AttributeValue::S(keys::complaint(&change.complaint.number)))
            .item("sk", AttributeValue::S(keys::words(version, 0)))
            .item("sealed", sealed.to_value())
            .condition_expression("attribute_not_exists(pk)")
            .build()
            .map_err(|_| Error::corrupt("a write without a table"))?;
        rows.push(TransactWriteItem::builder().put(put).build());
        self.commit_also(change, rows).await
    }
}

fn listed(item: &Item, index: &str) -> Option<Listed> {
    let text = |name: &str| item.get(name).and_then(|v| v.as_s().ok()).map(String::as_str);
    let flag = |name: &str| item.get(name).and_then(|v| v.as_bool().ok()).copied().unwrap_or_default();
    let station = |name: &str| text(name).map_or(Some(None), |code| StationCode::parse(code).map(Some));
    let stage = StageKind::parse(text("stage")?)?;
    let officer = match item.get("officer") {
        Some(AttributeValue::M(officer)) => serde_dynamo::from_item::<_, OfficerItem>(officer.clone()).ok()?.read(),
        Some(_) | None => None,
    };
    Some(Listed {
        number: Number::parse(text("number")?)?,
        due_at: moment(text(&format!("{index}_sk"))?.split_once('#')?.0)?,
        level: item.get("level")?.as_n().ok()?.parse().ok()?,
        holder: PostId::parse(text("holder")?)?,
        category: CategoryId::parse(text("category")?)?,
        district: DistrictCode::parse(text("district")?)?,
        station: station("station")?,
        channel: Channel::parse(text("channel")?)?,
        registered_at: moment(text("registered_at")?)?,
        woman_officer: flag("woman_officer"),
        officer: officer.filter(|_| stage == StageKind::Assigned),
        // Rows of the first versions do not say it.
        progress: Progress::ALL.into_iter().find(|it| Some(it.tag()) == text("progress")).unwrap_or(Progress::New),
        paused: text("paused").and_then(|paused| paused.split_once(' ')).and_then(|(why, until)| Some((reason(why)?, moment(until)?))),
        accused: Accused {
            station: station("accused_station")?,
            officer: flag("accused_officer"),
            above: text("accused_above").map(UnitCode::parse).map_or(Some(None), |unit| unit.map(Some))?,
        },
        stage,
    })
}
