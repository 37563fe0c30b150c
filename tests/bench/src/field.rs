//! A state's open complaints: each registered under the policy on its own day, given to an officer or not, and
//! led up its ladder by the product's own rules until the evening of the night that is measured.

use std::collections::HashSet;
use std::sync::PoisonError;

use domain::Timestamp;
use domain::complaint::{Accused, Complaint, Officer};
use domain::contact::SafeContact;
use domain::decide::{Change, Move, decide};
use domain::event::{Actor, Event, Kind};
use domain::filing::OpenFiling;
use domain::ids::OfficerId;
use domain::lang::{Both, Lang};
use domain::number::Number;
use domain::overdue::{Timely, overdue, wakes_at};
use domain::policy::{Category, Policy, Station};
use jiff::{SignedDuration, Span};

use crate::proof::Samples;

/// How many different lives there are of either kind; each complaint has one of them under a number of its own.
const LIVES: usize = 600;
/// How many of them are looked at afterwards.
const SAMPLES: u32 = 500;
/// Births that are tried for one life of the kind that is wanted.
const TRIES: u32 = 300;
const DAY: u64 = 86_400;

/// The hours that are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Night {
    pub(crate) from: Timestamp,
    pub(crate) to: Timestamp,
}

impl Night {
    /// From 21:00 to 06:00 in India, the next that begins more than an hour from `now`.
    pub(crate) fn after(now: Timestamp) -> Night {
        let evening = |date: jiff::civil::Date| domain::calendar::at_wall(date.at(21, 0, 0, 0));
        let today = domain::calendar::wall(now).date();
        let soon = now + SignedDuration::from_hours(1);
        let from = [today, today.saturating_add(Span::new().days(1))].into_iter().map(evening).find(|at| *at > soon).unwrap_or(soon);
        Night::of(from)
    }

    /// Nine hours from its evening.
    pub(crate) fn of(from: Timestamp) -> Night {
        Night { from, to: from + SignedDuration::from_hours(9) }
    }

    /// As an Indian wall shows it.
    pub(crate) fn shown(self) -> String {
        let wall = |at| domain::calendar::wall(at).strftime("%d %b %Y %H:%M");
        format!("{} to {} IST", wall(self.from), wall(self.to))
    }

    fn holds(self, at: Timestamp) -> bool {
        self.from <= at && at < self.to
    }
}

/// The complaints of a state before a night, one after another: the overdue are spread evenly among the others.
pub(crate) struct Field {
    due: Vec<Complaint>,
    quiet: Vec<Complaint>,
    numbers: HashSet<Number>,
    samples: Samples,
    open: u32,
    overdue: u32,
    n: u32,
}

impl Field {
    /// Leads the lives; no complaint is made yet.
    pub(crate) fn before(night: Night, policy: &Policy, open: u32, overdue: u32) -> Result<Field, String> {
        let lives = |wanted: Wanted| lives(policy, night, wanted);
        let mut due = lives(Wanted::GoesUp)?;
        due.extend(lives(Wanted::AtTop)?);
        Ok(Field { due, quiet: lives(Wanted::Quiet)?, numbers: HashSet::with_capacity(open as usize), samples: Samples::default(), open, overdue, n: 0 })
    }

    /// Every so many complaints one is kept here, to be looked at when all are written.
    pub(crate) fn samples(&self) -> Samples {
        self.samples.clone()
    }

    fn make(&mut self, n: u32) -> Result<Change, String> {
        // The n-th that is due has the same life in a field of any size.
        let before = |n: u32| u64::from(n) * u64::from(self.overdue) / u64::from(self.open);
        let due = before(n);
        let (lives, turn) = if before(n + 1) > due { (&self.due, due) } else { (&self.quiet, u64::from(n) - due) };
        let life = &lives[(turn % lives.len() as u64) as usize];
        let year = domain::calendar::wall(life.registered_at).year();
        let number = (0..64)
            .find_map(|_| Number::make(&life.district, year, seal::random()).filter(|it| self.numbers.insert(it.clone())))
            .ok_or("no number could be drawn")?;
        let complaint = Complaint { number: number.clone(), ..life.clone() };
        let kind = Kind::Registered { due_at: complaint.due_at(), taken_in: None };
        let first = Event { number, version: 1, n: 0, at: complaint.registered_at, by: Actor::Complainant, kind };
        if n.is_multiple_of((self.open / SAMPLES).max(1)) {
            self.samples.lock().unwrap_or_else(PoisonError::into_inner).push(complaint.clone());
        }
        Ok(Change { complaint, events: vec![first], loads: Vec::new(), rating: None })
    }
}

impl Iterator for Field {
    type Item = Result<Change, String>;

    fn next(&mut self) -> Option<Self::Item> {
        let n = self.n;
        self.n += 1;
        (n < self.open).then(|| self.make(n))
    }
}

#[derive(Clone, Copy)]
enum Wanted {
    /// Goes up a rung in the night.
    GoesUp,
    /// Its top is reminded in the night.
    AtTop,
    /// Nothing is due before the morning.
    Quiet,
}

impl Wanted {
    /// Of five that are due, four go up.
    fn many(self) -> usize {
        match self {
            Wanted::GoesUp => LIVES * 4 / 5,
            Wanted::AtTop => LIVES / 5,
            Wanted::Quiet => LIVES,
        }
    }

    fn is(self, it: &Complaint, night: Night) -> bool {
        let wakes = wakes_at(it);
        let tonight = wakes.filter(|at| night.holds(*at)).and_then(|at| overdue(it, at));
        match self {
            Wanted::GoesUp => tonight == Some(Timely::Escalate),
            Wanted::AtTop => tonight == Some(Timely::Alarm),
            Wanted::Quiet => wakes.is_none_or(|at| at >= night.to),
        }
    }
}

/// Lives of one kind, evenly over the categories that know such nights.
fn lives(policy: &Policy, night: Night, wanted: Wanted) -> Result<Vec<Complaint>, String> {
    let mut categories: Vec<&Category> = policy.services.iter().flat_map(|s| &s.categories).collect();
    let mut draw = Draw(wanted.many() as u64);
    let mut lives: Vec<Complaint> = Vec::with_capacity(wanted.many());
    while lives.len() < wanted.many() {
        let turn = lives.len() % categories.len().max(1);
        let category = categories.get(turn).ok_or("the policy has no complaints that know such a night")?;
        let mut born = None;
        for _ in 0..TRIES {
            // Yesterday's, last week's and those of a quarter: short and long deadlines both find theirs.
            let days = [1, 7, 30, 90][draw.below(4) as usize];
            let then = night.from - SignedDuration::from_secs(1 + draw.below(days * DAY) as i64);
            let station = &policy.stations[draw.below(policy.stations.len() as u64) as usize];
            let life = lead(policy, category, station, then, night.from, draw.below(2) == 0)?;
            if wanted.is(&life, night) {
                born = Some(life);
                break;
            }
        }
        match born {
            Some(life) => lives.push(life),
            // Reminded every few hours, or never at the top by then: no life of this kind.
            None => drop(categories.remove(turn)),
        }
    }
    Ok(lives)
}

/// One life: registered then, given to an officer or not, and whatever its time asked for until the evening.
fn lead(policy: &Policy, category: &Category, station: &Station, then: Timestamp, evening: Timestamp, assigned: bool) -> Result<Complaint, String> {
    let mut it = registered(policy, category, station, then)?.complaint;
    if assigned {
        let first = it.holder();
        let name = |hi: &str, en: &str| Both { hi: hi.to_owned(), en: en.to_owned() };
        let officer = Officer {
            id: OfficerId::parse("T-1").ok_or("a made-up officer does not hold")?,
            unit: first.unit.clone(),
            post: first.post.clone(),
            rank: name("उपनिरीक्षक", "Sub-Inspector"),
            name: name("सीमा वर्मा", "Seema Verma"),
            woman: true,
        };
        it = decide(&it, Move::Assign { officer, until: None }, Actor::System, then).map_err(|no| format!("assign: {no:?}"))?.complaint;
    }
    while let Some(at) = wakes_at(&it).filter(|at| *at < evening)
        && let Some(due) = overdue(&it, at)
    {
        let wanted = match due {
            Timely::Warn { rule, mark } => Move::Warn { rule, mark },
            Timely::Miss { rule } => Move::Miss { rule },
            // Every post is held: nobody stands in, and no rung is passed over.
            Timely::Escalate => Move::Escalate { seats: Vec::new() },
            Timely::Alarm => Move::Alarm,
            Timely::Withdraw => Move::Withdraw,
            Timely::Unreached => Move::EndHearing,
            // Nobody was given it for the length of a shift.
            Timely::HandOver => return Err("a shift ends that never began".to_owned()),
        };
        it = decide(&it, wanted, Actor::System, at).map_err(|no| format!("a step of its time: {no:?}"))?.complaint;
    }
    Ok(it)
}

/// A complaint as it was on the day of its registration, under a number of its own.
pub(crate) fn registered(policy: &Policy, category: &Category, station: &Station, then: Timestamp) -> Result<Change, String> {
    let open = OpenFiling {
        category: category.id.clone(),
        district: station.district.clone(),
        station: Some(station.code.clone()),
        lang: Lang::Hi,
        contact: SafeContact { sms: true, call: true, hours: None },
        accused: Accused::default(),
    };
    let year = domain::calendar::wall(then).year();
    let number = (0..64).find_map(|_| Number::make(&station.district, year, seal::random())).ok_or("no number could be drawn")?;
    open.register(number, policy, then).ok_or_else(|| "a category without a ladder".to_owned())
}

/// Numbers that fall the same way every time: two fields of one size are led the same lives.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % end.max(1)
    }
}
