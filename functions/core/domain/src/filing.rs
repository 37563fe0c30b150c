//! A filing: what the form sends, parsed to all its faults at once or to values that hold.

mod elsewhere;
mod reader;

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

pub use self::elsewhere::rungs_at;
use self::reader::Reader;
use crate::calendar::wall;
use crate::clock::{Clock, ClockRule, Planned, Runs, Start};
use crate::complaint::{Accused, Complaint, Path, Rung, Stage};
use crate::contact::SafeContact;
use crate::decide::Change;
use crate::event::{Actor, Event, Kind};
use crate::fault::{Fault, Field, Flaw};
use crate::ids::{CategoryId, DistrictCode, ServiceId, StationCode};
use crate::lang::Lang;
use crate::number::Number;
use crate::phone::{self, Phone};
use crate::policy::{Category, Channel, ClockTerms, Deadline, Phones, Policy, Scope};
use crate::say::{Say, SayTerms};
use crate::text::{self, Account, Line, Name};
use crate::work::Work;

/// What was typed, field by field, untouched: it goes back to the page as it came.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed(BTreeMap<&'static str, String>);

impl Typed {
    /// Every field that a filing has, in the order of the form.
    pub const FIELDS: [Field; 21] = [
        Field::Service,
        Field::Category,
        Field::Account,
        Field::HappenedOn,
        Field::Name,
        Field::Relation,
        Field::RelativeName,
        Field::Phone,
        Field::District,
        Field::Station,
        Field::Address,
        Field::Landmark,
        Field::Locality,
        Field::Pin,
        Field::ContactSms,
        Field::ContactCall,
        Field::SafeHours,
        Field::OnBehalf,
        Field::AccusedStation,
        Field::AccusedOfficer,
        Field::IdempotencyKey,
    ];

    /// Takes the filing's fields out of whatever was sent; the rest is not ours.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            if let Some(field) = Self::FIELDS.into_iter().find(|f| f.tag() == name) {
                typed.set(field, value);
            }
        }
        typed
    }

    pub fn get(&self, field: Field) -> &str {
        self.0.get(field.tag()).map_or("", String::as_str)
    }

    pub fn set(&mut self, field: Field, value: &str) {
        self.0.insert(field.tag(), value.to_owned());
    }

    /// The fields that hold something, by name.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }
}

/// Which fields, never what they hold.
impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Field {
    /// Whether what stands in this field may tell who she is: it is sealed before it is stored.
    pub fn is_personal(self) -> bool {
        match self {
            Field::Account
            | Field::HappenedOn
            | Field::Name
            | Field::Relation
            | Field::RelativeName
            | Field::Phone
            | Field::Address
            | Field::Landmark
            | Field::Locality
            | Field::Pin
            | Field::SafeHours
            | Field::AccusedOfficer
            | Field::Receipt
            | Field::Code
            | Field::Draft
            | Field::IdempotencyKey => true,
            Field::Service
            | Field::Category
            | Field::District
            | Field::Station
            | Field::ContactSms
            | Field::ContactCall
            | Field::OnBehalf
            | Field::AccusedStation
            | Field::Number => false,
        }
    }
}

/// Whose name stands beside hers, as every form in the state asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Father,
    Husband,
    Mother,
    Guardian,
    None,
}

impl Relation {
    pub const ALL: [Relation; 5] = [Relation::Husband, Relation::Father, Relation::Mother, Relation::Guardian, Relation::None];

    pub fn tag(self) -> &'static str {
        match self {
            Relation::Father => "father",
            Relation::Husband => "husband",
            Relation::Mother => "mother",
            Relation::Guardian => "guardian",
            Relation::None => "none",
        }
    }
}

/// When it happened: a day, or her own words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HappenedOn {
    Day(Date),
    About(Line),
}

/// A filing that holds. Whatever tells who she is lives in here and is sealed before it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filing {
    pub service: ServiceId,
    pub category: CategoryId,
    pub account: Account,
    pub happened_on: Option<HappenedOn>,
    pub name: Name,
    pub relation: Relation,
    pub relative_name: Option<Name>,
    pub phone: Phone,
    pub district: DistrictCode,
    /// `None` where she does not know it.
    pub station: Option<StationCode>,
    pub address: Line,
    pub landmark: Option<Line>,
    pub locality: Option<Line>,
    pub pin: Option<String>,
    pub contact: SafeContact,
    pub for_other: bool,
    pub accused_station: Option<StationCode>,
    pub accused_officer: Option<Line>,
}

impl Filing {
    /// Reads what was typed against the policy in force.
    ///
    /// # Errors
    /// Every fault of every field, in the order of the form; never an empty list.
    pub fn parse(typed: &Typed, policy: &Policy, now: Timestamp) -> Result<Filing, Vec<Fault>> {
        let mut read = Reader { typed, faults: Vec::new() };
        let category = read.with(Field::Category, |id| policy.category(id));
        let service = typed.get(Field::Service).trim();
        if let Some((found, _)) = category
            && !service.is_empty()
            && found.id.as_str() != service
        {
            read.fault(Field::Service, Flaw::UnknownChoice);
        }
        let account = read.text(Field::Account);
        let happened_on = read.happened_on(wall(now).date());
        let name = read.text(Field::Name);
        let relation = read.with(Field::Relation, |tag| Relation::ALL.into_iter().find(|r| r.tag() == tag));
        let relative_name = match relation {
            Some(Relation::None) | None => None,
            Some(Relation::Father | Relation::Husband | Relation::Mother | Relation::Guardian) => read.text(Field::RelativeName),
        };
        let phone = read.phone(category.map_or(Phones::India, |(service, _)| service.phones));
        let district = read.with(Field::District, |typed| policy.district_called(typed));
        let station = read.station(Field::Station, policy).filter(|s| district.is_none_or(|d| d.code == s.district));
        let misplaced = station.is_none() && !matches!(typed.get(Field::Station).trim(), "" | UNKNOWN);
        if misplaced && !read.has_fault(Field::Station) && district.is_some() {
            read.fault(Field::Station, Flaw::UnknownChoice);
        }
        let address = read.text(Field::Address);
        let landmark = read.optional_text(Field::Landmark);
        let locality = read.optional_text(Field::Locality);
        let pin = read.pin();
        let sms = read.yes_no(Field::ContactSms, false);
        let call = read.yes_no(Field::ContactCall, true);
        let hours = read.hours();
        let for_other = read.choice(Field::OnBehalf, &[("", false), ("self", false), ("other", true)]);
        let accused_station = read.station(Field::AccusedStation, policy);
        let accused_officer = read.optional_text(Field::AccusedOfficer);
        let faults = read.faults;
        let filing = || {
            let (service, category) = category?;
            Some(Filing {
                service: service.id.clone(),
                category: category.id.clone(),
                account: account?,
                happened_on,
                name: name?,
                relation: relation?,
                relative_name,
                phone: phone?,
                district: district?.code.clone(),
                station: station.map(|s| s.code.clone()),
                address: address?,
                landmark,
                locality,
                pin,
                contact: SafeContact { sms: sms?, call: call?, hours },
                for_other: for_other?,
                accused_station: accused_station.map(|s| s.code.clone()),
                accused_officer,
            })
        };
        // A value is missing only where a fault was noted; the empty list of the second arm is unreachable.
        if faults.is_empty() { filing().ok_or(faults) } else { Err(faults) }
    }

    /// What stays readable beside the sealed fields.
    pub fn open_part(&self, lang: Lang) -> OpenFiling {
        OpenFiling {
            category: self.category.clone(),
            district: self.district.clone(),
            station: self.station.clone(),
            lang,
            contact: self.contact,
            accused: Accused { station: self.accused_station.clone(), officer: self.accused_officer.is_some() },
        }
    }
}

/// How "I do not know which station" is sent.
pub const UNKNOWN: &str = "unknown";

/// The part of a filing that tells nobody who made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenFiling {
    pub category: CategoryId,
    pub district: DistrictCode,
    pub station: Option<StationCode>,
    pub lang: Lang,
    pub contact: SafeContact,
    pub accused: Accused,
}

impl OpenFiling {
    /// The complaint that a proven filing becomes, with its clock and its ladder; `None` only where the
    /// policy no longer knows its category or district.
    pub fn register(&self, number: Number, policy: &Policy, now: Timestamp) -> Option<Change> {
        let (service, category) = policy.category(self.category.as_str())?;
        let due_at = policy.calendar.due(now, category.deadline);
        let complaint = Complaint {
            number: number.clone(),
            version: 1,
            policy: policy.version.clone(),
            service: service.id.clone(),
            category: category.id.clone(),
            district: self.district.clone(),
            station: self.station.clone(),
            accused: self.accused.clone(),
            channel: Channel::Web,
            lang: self.lang,
            contact: self.contact,
            registered_at: now,
            woman_officer: category.woman_officer,
            stage: Stage::Unassigned,
            level: 0,
            path: self.path(policy, due_at)?,
            clocks: clocks(policy, category, Channel::Web, now),
            planned: planned(policy, category),
            duty_until: None,
            closed_by: Vec::new(),
            work: Work::default(),
            say: Say { terms: SayTerms::of(policy, category), ..Say::default() },
        };
        let alert = category.alert.then(|| Kind::Arrived { to: complaint.holder().clone(), next_at: due_at });
        let event = |(n, kind)| Event { number: number.clone(), version: 1, n, at: now, by: Actor::Complainant, kind };
        let events = (0u8..).zip([Kind::Registered { due_at }].into_iter().chain(alert)).map(event).collect();
        Some(Change { complaint, events, loads: Vec::new() })
    }

    /// The ladder of the category, resolved to units. A filing that names police starts above every
    /// station; one without a station starts where a unit is known.
    fn path(&self, policy: &Policy, due_at: Timestamp) -> Option<Path> {
        let (_, category) = policy.category(self.category.as_str())?;
        let ladder = policy.ladders.get(&category.ladder)?;
        let district = policy.district(self.district.as_str())?;
        let station = self.station.as_ref().and_then(|code| policy.station(code.as_str()));
        let rungs: Vec<Rung> = ladder
            .steps
            .iter()
            .filter_map(|step| {
                let scope = policy.posts.get(&step.post)?.scope;
                let unit = policy.unit_for(scope, district, station)?;
                let above = !(self.accused.names_police() && scope == Scope::Station);
                above.then(|| Rung { post: step.post.clone(), unit, holds: step.holds, stands_in_for: None })
            })
            .collect();
        (!rungs.is_empty()).then_some(Path { rungs, repeats: ladder.repeats, next_at: due_at, alarms: 0 })
    }
}

/// The clocks that begin with the registration: the disposal first, then the others that the category names.
fn clocks(policy: &Policy, category: &Category, channel: Channel, now: Timestamp) -> Vec<Clock> {
    let disposal = (ClockRule::Disposal, category.deadline);
    let beside = terms(policy, category).filter(|(_, terms)| terms.start == Start::Registration && (!terms.electronic || channel.is_electronic()));
    let beside = beside.filter_map(|(rule, terms)| Some((rule, terms.runs?)));
    let begin = |(rule, runs)| Clock::new(rule, now, policy.calendar.due(now, runs), may_pause(policy.clocks.get(&rule)));
    [disposal].into_iter().chain(beside).map(begin).collect()
}

/// The clocks that wait for a later event. The policy's reader refuses working days for these.
fn planned(policy: &Policy, category: &Category) -> Vec<Planned> {
    let later = terms(policy, category).filter(|(_, terms)| terms.start != Start::Registration);
    later
        .filter_map(|(rule, terms)| {
            let runs = match terms.runs? {
                Deadline::Hours(n) => Runs::Hours(n),
                Deadline::Days(n) | Deadline::WorkingDays(n) => Runs::Days(n),
                Deadline::Months(n) => Runs::Months(n),
            };
            Some(Planned { rule, start: terms.start, runs, may_pause: may_pause(Some(terms)) })
        })
        .collect()
}

fn terms<'a>(policy: &'a Policy, category: &'a Category) -> impl Iterator<Item = (ClockRule, &'a ClockTerms)> {
    // Named twice it is still one clock: a second one would be looked for by its rule and never be found.
    let once = category.clocks.iter().enumerate().filter(|(n, rule)| !category.clocks[..*n].contains(rule));
    once.filter_map(|(_, rule)| Some((*rule, policy.clocks.get(rule)?)))
}

fn may_pause(terms: Option<&ClockTerms>) -> SignedDuration {
    SignedDuration::from_hours(24 * terms.map_or(0, |terms| i64::from(terms.may_pause_days)))
}

impl From<text::Flaw> for Flaw {
    fn from(flaw: text::Flaw) -> Flaw {
        match flaw {
            text::Flaw::Empty => Flaw::Missing,
            text::Flaw::TooLong(max) => Flaw::TooLong(max),
            text::Flaw::Unreadable => Flaw::Unreadable,
            text::Flaw::NoLetters => Flaw::NoLetters,
        }
    }
}

impl From<phone::Flaw> for Flaw {
    fn from(flaw: phone::Flaw) -> Flaw {
        match flaw {
            phone::Flaw::Empty => Flaw::Missing,
            phone::Flaw::NotIndianMobile => Flaw::NotIndianMobile,
            phone::Flaw::Foreign => Flaw::ForeignPhone,
            phone::Flaw::NotAPhone => Flaw::NotAPhone,
        }
    }
}

#[cfg(test)]
#[path = "filing_tests.rs"]
mod tests;
