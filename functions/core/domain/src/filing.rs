//! A filing: what the form sends, parsed to all its faults at once or to values that hold.

mod elsewhere;
mod reader;
mod taken_in;
mod typed;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

pub use self::elsewhere::{Elsewhere, rungs_below, whole};
use self::reader::Reader;
pub use self::taken_in::{Arrival, DeskFiling, Source};
pub use self::typed::Typed;
use crate::calendar::wall;
use crate::clock::{Clock, ClockRule, Planned, Runs, Start};
use crate::complaint::{Accused, Complaint, Officer, Path, Rung, Stage};
use crate::contact::SafeContact;
use crate::decide::Change;
use crate::event::{Actor, Event, Kind};
use crate::evidence::Collected;
use crate::fault::{Fault, Field, Flaw};
use crate::ids::{CategoryId, DistrictCode, ServiceId, StationCode, UnitCode};
use crate::lang::Lang;
use crate::number::Number;
use crate::phone::{self, Phone};
use crate::picture::Taken;
use crate::policy::{Category, Channel, ClockTerms, Deadline, Matter, Phones, Policy, Scope};
use crate::say::{Say, SayTerms};
use crate::suggestion::Suggestion;
use crate::text::{self, Account, Line, Name};
use crate::work::Work;

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

/// A filing that holds. Whatever tells who she is lives in here and is sealed before it is stored. Her own has a phone;
/// what an officer takes in may have none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filing<P = Phone> {
    pub service: ServiceId,
    pub category: CategoryId,
    pub account: Account,
    pub happened_on: Option<HappenedOn>,
    pub name: Name,
    pub relation: Relation,
    pub relative_name: Option<Name>,
    pub phone: P,
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
        let filing = Filing::read(&mut read, policy, now, |read, accepts| read.phone(accepts));
        // A value is missing only where a fault was noted; the empty list of the second arm is unreachable.
        if read.faults.is_empty() { filing.ok_or(read.faults) } else { Err(read.faults) }
    }
}

impl<P> Filing<P> {
    /// Reads field by field; `phone` reads hers. `None` where a fault was noted.
    fn read(read: &mut Reader<'_>, policy: &Policy, now: Timestamp, phone: impl FnOnce(&mut Reader<'_>, Phones) -> Option<P>) -> Option<Filing<P>> {
        let typed = read.typed;
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
        let phone = phone(read, category.map_or(Phones::India, |(service, _)| service.phones));
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
    }

    /// What stays readable beside the sealed fields.
    pub fn open_part(&self, lang: Lang) -> OpenFiling {
        OpenFiling {
            category: self.category.clone(),
            district: self.district.clone(),
            station: self.station.clone(),
            lang,
            contact: self.contact,
            accused: Accused { station: self.accused_station.clone(), officer: self.accused_officer.is_some(), above: None },
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

/// Within so long a desk is to have called back whoever filed and proved nothing; then the next above has it.
pub const CALL_WITHIN: SignedDuration = SignedDuration::from_hours(24);

impl OpenFiling {
    /// The complaint that a proven filing becomes, with its clock and its ladder; `None` only where the
    /// policy no longer knows its category or district.
    pub fn register(&self, number: Number, policy: &Policy, now: Timestamp) -> Option<Change> {
        self.begin(number, policy, Channel::Web, None, now)
    }

    /// The same for what an officer took in.
    pub fn take_in(&self, number: Number, policy: &Policy, channel: Channel, by: &Officer, now: Timestamp) -> Option<Change> {
        self.begin(number, policy, channel, Some(by), now)
    }

    fn begin(&self, number: Number, policy: &Policy, channel: Channel, taken_in: Option<&Officer>, now: Timestamp) -> Option<Change> {
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
            channel,
            lang: self.lang,
            contact: self.contact,
            registered_at: now,
            woman_officer: category.woman_officer,
            stage: Stage::Unassigned,
            level: 0,
            path: self.path(policy, due_at)?,
            clocks: clocks(policy, category, channel, now),
            planned: planned(policy, category),
            duty_until: None,
            closed_by: Vec::new(),
            work: Work::default(),
            say: Say { terms: SayTerms::of(policy, category), ..Say::default() },
            evidence: Collected::default(),
            pictures: Taken::default(),
            hearing: None,
            suggestion: match category.matter {
                Matter::Complaint => Suggestion::No,
                Matter::Suggestion => Suggestion::Made,
            },
        };
        let by = taken_in.map_or(Actor::Complainant, |officer| Actor::Officer(officer.id.clone()));
        let alert = category.alert.then(|| Kind::Arrived { to: complaint.holder().clone(), next_at: due_at });
        let event = |(n, kind)| Event { number: number.clone(), version: 1, n, at: now, by: by.clone(), kind };
        let events = (0u8..).zip([Kind::Registered { due_at, taken_in: taken_in.cloned() }].into_iter().chain(alert)).map(event).collect();
        Some(Change { complaint, events, loads: Vec::new(), rating: None })
    }

    /// The rungs that it would have now, lowest first; empty only where the policy no longer knows its category or district.
    pub fn rungs(&self, policy: &Policy) -> Vec<Rung> {
        self.path(policy, Timestamp::UNIX_EPOCH).map(|path| path.rungs).unwrap_or_default()
    }

    /// The unit that calls her back where nobody proved it: her district's, or the first above whoever she names. `None`
    /// only where the policy no longer knows its district.
    pub fn desk(&self, policy: &Policy) -> Option<UnitCode> {
        let district = policy.district(self.district.as_str())?;
        let mut units = [Scope::District, Scope::Range, Scope::State].into_iter().filter_map(|scope| policy.unit_for(scope, district, None));
        units.clone().find(|unit| !self.accused.is_over(policy, unit)).or_else(|| units.next_back())
    }

    /// The unit that calls her back where `unit` did not in time: the next above it, or the same again at the top.
    pub fn desk_above(&self, policy: &Policy, unit: &UnitCode) -> Option<UnitCode> {
        let district = policy.district(self.district.as_str())?;
        let units = [Scope::District, Scope::Range, Scope::State].into_iter().filter_map(|scope| policy.unit_for(scope, district, None));
        let mut above = units.skip_while(|other| other != unit).skip(1);
        above.find(|other| !self.accused.is_over(policy, other)).or_else(|| Some(unit.clone()))
    }

    /// The ladder of the category, resolved to units. A filing that names police starts above every
    /// station and above the officer's own unit; one without a station starts where a unit is known.
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
                let accused = self.accused.names_police() && scope == Scope::Station || self.accused.is_over(policy, &unit);
                (!accused).then(|| Rung { post: step.post.clone(), unit, holds: step.holds, stands_in_for: None })
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
