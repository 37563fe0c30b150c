//! What must hold when the weather has cleared. Each rule that does not is a break, by its name.

mod clocks;
mod ladder;
mod replay;
mod rows;
mod texts;

use std::collections::BTreeMap;

use boot::App;
use domain::Timestamp;
use domain::calendar::wall;
use domain::complaint::Complaint;
use domain::filing::{Filing, OpenFiling};
use domain::number::Number;
use domain::policy::Policy;
use serde_json::Value;
use store::StoredEvent;

use crate::month::{Crew, Month};
use crate::table;
use crate::town::{Plan, Town};
use crate::world::{Committed, Sms, World};

/// A rule that did not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    pub rule: &'static str,
    pub about: String,
}

/// A complaint with everything that is known of it from outside and from inside.
pub(crate) struct Case {
    /// Which of the town's women made it.
    pub(crate) plan: usize,
    pub(crate) complaint: Complaint,
    pub(crate) events: Vec<StoredEvent>,
    /// Its changes as the table took them.
    pub(crate) commits: Vec<Committed>,
}

/// The evidence.
pub(crate) struct Evidence<'a> {
    pub(crate) app: &'a App,
    /// The policy that may come into force in the middle of the month.
    pub(crate) amended: &'a Policy,
    pub(crate) town: &'a Town,
    pub(crate) month: &'a Month,
    pub(crate) rows: Vec<Value>,
    /// What the table of keys holds.
    pub(crate) keys: Vec<Value>,
    pub(crate) texts: Vec<Sms>,
    pub(crate) cases: Vec<Case>,
    pub(crate) now: Timestamp,
}

/// The breaks found so far.
#[derive(Default)]
pub(crate) struct Breaks(pub(crate) Vec<Break>);

impl Breaks {
    pub(crate) fn add(&mut self, rule: &'static str, about: impl Into<String>) {
        self.0.push(Break { rule, about: about.into() });
    }

    pub(crate) fn unless(&mut self, holds: bool, rule: &'static str, about: impl FnOnce() -> String) {
        if !holds {
            self.add(rule, about());
        }
    }
}

/// Gathers what a month left behind.
pub(crate) async fn gather<'a>(crew: &'a Crew, world: &World, town: &'a Town, month: &'a Month, breaks: &mut Breaks) -> Evidence<'a> {
    let app = &crew.witness.app;
    let (rows, keys, texts, journal) = {
        let (kept, tables) = (world.kept(), local::tables());
        (table::rows(&kept, &tables.main), table::rows(&kept, &tables.keys), kept.texts.clone(), kept.journal.clone())
    };
    let mut by_number: BTreeMap<String, Vec<Committed>> = BTreeMap::new();
    for it in journal {
        by_number.entry(it.number.clone()).or_default().push(it);
    }
    let plans = plans(app, town, &rows).await;
    let mut cases = Vec::new();
    for (name, commits) in by_number {
        let Some(plan) = plans.get(&name).copied() else {
            breaks.add("a complaint is one woman's", format!("{name} belongs to no form"));
            continue;
        };
        let Some(number) = Number::parse(&name) else { continue };
        match crew.witness.work(|app, _| async move { app.store().history(&number).await }).await {
            Ok(Some((complaint, events))) => cases.push(Case { plan, complaint, events, commits }),
            Ok(None) => breaks.add("what was registered is there", name),
            Err(error) => breaks.add("what is stored can be read", format!("{name}: {error}")),
        }
    }
    cases.sort_by_key(|case| case.plan);
    Evidence { app, amended: crew.witness.amended(), town, month, rows, keys, texts, cases, now: world.now() }
}

/// Which form each number belongs to.
async fn plans(app: &App, town: &Town, rows: &[Value]) -> BTreeMap<String, usize> {
    let mut plans = BTreeMap::new();
    let Ok(secrets) = app.secrets().await else { return plans };
    for (n, plan) in town.plans.iter().enumerate() {
        let Some(filing) = filing(app, plan, wall_time()) else { continue };
        let phone_key = secrets.phone(&filing.phone);
        let draft = secrets.draft(plan.typed.get(domain::fault::Field::IdempotencyKey), &phone_key);
        let pk = format!("F#{}", seal::digest(&draft));
        if let Some(number) = rows.iter().find(|row| table::text(row, "pk") == Some(&pk)).and_then(|row| table::text(row, "number")) {
            plans.insert(number.to_owned(), n);
        }
    }
    plans
}

fn wall_time() -> Timestamp {
    // Nothing in these forms hangs on the day; any moment reads them the same.
    Timestamp::UNIX_EPOCH
}

fn filing(app: &App, plan: &Plan, at: Timestamp) -> Option<Filing> {
    Filing::parse(&plan.typed, app.policy(), at).ok()
}

impl Evidence<'_> {
    /// The policy in force at a moment.
    pub(crate) fn policy_at(&self, at: Timestamp) -> &Policy {
        let amended = self.month.turns.iter().any(|turn| turn.amended && turn.at <= at);
        if amended { self.amended } else { self.app.policy() }
    }
}

impl Case {
    /// The form as it was taken in.
    pub(crate) fn open(&self, it: &Evidence<'_>) -> Option<OpenFiling> {
        let plan = &it.town.plans[self.plan];
        Some(filing(it.app, plan, wall_time())?.open_part(plan.lang))
    }

    pub(crate) fn name(&self) -> String {
        self.complaint.number.to_string()
    }

    /// The row of a version as the table took it.
    pub(crate) fn meta(&self, version: u64) -> Option<&Committed> {
        self.commits.iter().find(|it| it.version == version)
    }
}

/// Everything that must hold.
pub(crate) fn judge(it: &Evidence<'_>, breaks: &mut Breaks) {
    rows::judge(it, breaks);
    for case in &it.cases {
        replay::judge(it, case, breaks);
        ladder::judge(it, case, breaks);
        clocks::judge(case, breaks);
    }
    texts::judge(it, breaks);
}

/// As a person reads it.
pub(crate) fn shown(at: Timestamp) -> String {
    wall(at).to_string()
}
