//! Who is in a seed: women with something to report, and the posts that answer for it, some of them empty.

use std::collections::{BTreeMap, BTreeSet};

use domain::Timestamp;
use domain::calendar::{at_wall, wall};
use domain::complaint::Officer;
use domain::duty::{Shift, Vacancy};
use domain::fault::Field;
use domain::filing::{Typed, UNKNOWN};
use domain::ids::{OfficerId, PostId, UnitCode};
use domain::lang::{Both, Lang};
use domain::policy::{District, Policy, Station};
use jiff::Span;

use crate::rng::Rng;

/// For so many days there are rosters.
const ROSTER_DAYS: i32 = 60;

/// A woman and her form.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) typed: Typed,
    pub(crate) phone: String,
    pub(crate) lang: Lang,
    /// Whether she ever types the code.
    pub(crate) proves: bool,
}

/// Everybody.
pub(crate) struct Town {
    pub(crate) plans: Vec<Plan>,
    pub(crate) staff: Vec<(Officer, Option<String>)>,
    pub(crate) vacancies: Vec<Vacancy>,
    pub(crate) shifts: Vec<Shift>,
}

struct Place<'p> {
    district: &'p District,
    station: Option<&'p Station>,
}

impl Town {
    pub(crate) fn draw(policy: &Policy, rng: &mut Rng, start: Timestamp) -> Town {
        let manned: Vec<&District> = policy.districts.iter().filter(|d| policy.stations_of(&d.code).nth(1).is_some()).collect();
        let mut places = Vec::new();
        for _ in 0..1 + rng.below(2) {
            let district = *rng.pick(&manned);
            let stations: Vec<&Station> = policy.stations_of(&district.code).collect();
            for _ in 0..2 {
                places.push(Place { district, station: Some(*rng.pick(&stations)) });
            }
        }
        let plans = (0..4 + rng.below(4)).map(|n| plan(policy, rng, &places, n)).collect();
        let mut town = Town { plans, staff: Vec::new(), vacancies: Vec::new(), shifts: Vec::new() };
        let mut posts: BTreeMap<UnitCode, BTreeSet<PostId>> = BTreeMap::new();
        for place in &places {
            for post in policy.posts.values() {
                if let Some(unit) = policy.unit_for(post.scope, place.district, place.station) {
                    posts.entry(unit).or_default().insert(post.id.clone());
                }
            }
        }
        for (unit, posts) in &posts {
            for post in posts {
                town.man(policy, rng, unit, post, posts, start);
            }
        }
        town
    }

    /// Seats officers at a post, or leaves it empty.
    fn man(&mut self, policy: &Policy, rng: &mut Rng, unit: &UnitCode, post: &PostId, posts: &BTreeSet<PostId>, start: Timestamp) {
        if rng.chance(120) {
            let others: Vec<&PostId> = posts.iter().filter(|other| *other != post).collect();
            let stand_in = (rng.chance(500) && !others.is_empty()).then(|| (unit.clone(), (*rng.pick(&others)).clone()));
            self.vacancies.push(Vacancy { unit: unit.clone(), post: post.clone(), stand_in });
            return;
        }
        let first = self.staff.len();
        for _ in 0..1 + rng.below(3) {
            let n = self.staff.len();
            let Some(id) = OfficerId::parse(&format!("O-{n}")) else { continue };
            let name = Both { hi: format!("अधिकारी {n}"), en: format!("Officer {n}") };
            let officer = Officer { id, unit: unit.clone(), post: post.clone(), rank: name.clone(), name, woman: rng.chance(600) };
            let phone = rng.chance(800).then(|| format!("+9152{:08}", 10_000_000 + n));
            self.staff.push((officer, phone));
        }
        let kept = policy.duty.iter().find(|rule| rule.post == *post);
        let Some(rule) = kept.filter(|_| rng.chance(800)) else { return };
        let there: Vec<OfficerId> = self.staff[first..].iter().map(|(officer, _)| officer.id.clone()).collect();
        for day in -1..ROSTER_DAYS {
            let date = wall(start).date().saturating_add(Span::new().days(day));
            if there.is_empty() || rng.chance(250) {
                continue;
            }
            let (from, to) = (at_wall(date.to_datetime(rule.window.from)), at_wall(date.to_datetime(rule.window.to)));
            let officers = vec![rng.pick(&there).clone()];
            self.shifts.push(Shift { unit: unit.clone(), post: post.clone(), from, to, officers });
        }
    }
}

fn plan(policy: &Policy, rng: &mut Rng, places: &[Place<'_>], n: usize) -> Plan {
    let categories: Vec<_> = policy.services.iter().flat_map(|service| &service.categories).collect();
    let place = rng.pick(places);
    let mobile = format!("98{:08}", 10_000_000 + n * 1_000_003);
    let mut typed = Typed::default();
    let mut set = |field: Field, value: &str| typed.set(field, value);
    set(Field::Category, rng.pick(&categories).id.as_str());
    set(Field::Account, "मैं अपनी बात यहाँ लिख रही हूँ।");
    set(Field::Name, "सुनीता देवी");
    set(Field::Relation, "none");
    set(Field::Phone, &mobile);
    set(Field::District, place.district.code.as_str());
    set(Field::Station, place.station.filter(|_| rng.chance(750)).map_or(UNKNOWN, |station| station.code.as_str()));
    set(Field::Address, "गली नंबर दो");
    set(Field::ContactSms, if rng.chance(700) { "yes" } else { "no" });
    set(Field::ContactCall, if rng.chance(700) { "yes" } else { "no" });
    if rng.chance(300) {
        let hours = ["10-17", "11-12", "06-23"];
        set(Field::SafeHours, hours[rng.below(hours.len())]);
    }
    if rng.chance(150) {
        set(Field::AccusedStation, rng.pick(places).station.map_or("", |station| station.code.as_str()));
    }
    set(Field::IdempotencyKey, &format!("{:016x}{:016x}", rng.next(), rng.next()));
    let lang = if rng.chance(700) { Lang::Hi } else { Lang::En };
    Plan { typed, phone: format!("+91{mobile}"), lang, proves: rng.chance(880) }
}
