//! (e) The escalation over few and over many open complaints, with the same number overdue in each:
//! its cost must follow the overdue.

use std::time::Instant;

use boot::App;
use domain::Timestamp;
use domain::clock::ClockRule;
use domain::decide::Change;
use domain::policy::Category;
use jiff::SignedDuration;
use serde::Serialize;

use crate::cpu::median;
use crate::field::registered;
use crate::phones::Phones;
use crate::sow::{silence, sow};
use crate::town::{Town, engine};
use crate::wire::{Counts, Mode};

/// How often the overdue fall due and are moved: each time one rung further.
const ROUNDS: usize = 5;
/// How long after the start of a town its overdue ones fall due: the clock is moved there once they are written.
const SOON: SignedDuration = SignedDuration::from_hours(1);
const FAR: SignedDuration = SignedDuration::from_hours(24 * 3650);

#[derive(Debug, Serialize)]
pub(crate) struct Escalation {
    pub(crate) label: &'static str,
    pub(crate) rounds: usize,
    pub(crate) sizes: Vec<Size>,
    /// The largest table against the smallest.
    pub(crate) open_ratio: f64,
    pub(crate) requests_ratio: f64,
    pub(crate) time_ratio: f64,
}

#[derive(Debug, Serialize)]
pub(crate) struct Size {
    pub(crate) open: u32,
    pub(crate) overdue: u32,
    pub(crate) requests: f64,
    pub(crate) by_operation: Counts,
    /// The median round, and all of them.
    pub(crate) seconds: f64,
    pub(crate) rounds_seconds: Vec<f64>,
    pub(crate) ms_each_overdue: f64,
    /// A run that finds nothing.
    pub(crate) idle_requests: u64,
    pub(crate) idle_seconds: f64,
    pub(crate) seeded_in_seconds: f64,
}

pub(crate) async fn measure(open: u32, due: u32) -> Result<Escalation, String> {
    let mut sizes = Vec::new();
    for open in [open / 100, open / 10, open] {
        sizes.push(size(open, due).await?);
    }
    let ratio = |of: fn(&Size) -> f64| match (sizes.first(), sizes.last()) {
        (Some(small), Some(large)) => of(large) / of(small),
        _ => 0.0,
    };
    Ok(Escalation {
        label: "escalate-overdue over the embedded engine in memory, each size in an engine of its own; the overdue fall due again and again as the clock \
                is moved on, one rung further each round; seeded rows carry no sealed words, which the job does not read; the table's stream is off, for this \
                engine reads through all its stream records at each write",
        rounds: ROUNDS,
        open_ratio: ratio(|it| f64::from(it.open)),
        requests_ratio: ratio(|it| it.requests),
        time_ratio: ratio(|it| it.seconds),
        sizes,
    })
}

async fn size(open: u32, overdue: u32) -> Result<Size, String> {
    let (engine, phones) = (engine().await?, Phones::start().await?);
    let town = Town::over(&engine, &phones.url, Mode::Count).await?;
    let app = &town.app;
    silence(&engine.url).await?;
    let soon = app.now() + SOON;
    let first = wakes_at(app, 0, true, soon)?;
    let number = first.complaint.number.clone();
    let others = {
        let app = app.clone();
        (1..open).map(move |n| wakes_at(&app, n, n < overdue, if n < overdue { soon } else { soon + FAR + SignedDuration::from_secs(i64::from(n)) }))
    };
    let seeded_in_seconds = sow(&engine, open, std::iter::once(Ok(first)).chain(others)).await?.seconds;

    town.wire.take();
    let idle_seconds = run(app, 0).await?;
    let idle_requests = town.wire.take().values().sum();

    let mut rounds_seconds = Vec::with_capacity(ROUNDS);
    let mut by_operation = Counts::new();
    let mut due_at = soon;
    for _ in 0..ROUNDS {
        app.base().clock().advance(due_at.duration_since(app.now()));
        town.wire.take();
        let seconds = run(app, overdue as usize).await?;
        rounds_seconds.push(seconds);
        for (operation, n) in town.wire.take() {
            *by_operation.entry(operation).or_default() += n;
        }
        let moved = app.store().load(&number).await.map_err(|e| e.to_string())?.ok_or("a complaint is gone")?;
        due_at = moved.path.next_at;
    }
    let requests = by_operation.values().sum::<u64>() as f64 / ROUNDS as f64;
    by_operation.values_mut().for_each(|n| *n /= ROUNDS as u64);
    let seconds = median(rounds_seconds.clone());
    let ms_each_overdue = seconds * 1e3 / f64::from(overdue);
    Ok(Size { open, overdue, requests, by_operation, seconds, rounds_seconds, ms_each_overdue, idle_requests, idle_seconds, seeded_in_seconds })
}

/// Runs the job once; it must move just as many as are overdue. The answer is the seconds it took.
async fn run(app: &App, overdue: usize) -> Result<f64, String> {
    let from = Instant::now();
    let tally = escalate_overdue::run(app).await.map_err(|e| format!("escalate: {e}"))?;
    let seconds = from.elapsed().as_secs_f64();
    let all = tally.found == overdue && tally.moved + tally.alarmed == overdue && tally.failed == 0 && tally.left == 0;
    if all { Ok(seconds) } else { Err(format!("escalate: {overdue} were overdue, and the job says {tally:?}")) }
}

/// An open complaint that wakes at a chosen moment. The overdue are all of one category,
/// so that they climb the same ladder and fall due together again.
fn wakes_at(app: &App, n: u32, overdue: bool, next_at: Timestamp) -> Result<Change, String> {
    let policy = app.policy();
    let categories: Vec<&Category> = policy.services.iter().flat_map(|s| &s.categories).collect();
    let ladder = |category: &Category| category.ladder.as_str() == "police";
    let category = match overdue {
        true => categories.iter().find(|c| ladder(c)).ok_or("no category climbs the ladder `police`")?,
        false => categories.get(n as usize % categories.len()).ok_or("a policy without a category")?,
    };
    let station = policy.stations.get((n as usize * 7) % policy.stations.len()).ok_or("a policy without a station")?;
    let then = app.now() - SignedDuration::from_hours(24 * 30);
    let mut change = registered(policy, category, station, then)?;
    let it = &mut change.complaint;
    it.path.next_at = next_at;
    // The ladder alone is measured: what else was to be done is done, and that the promise passed was told long ago.
    it.clocks.retain(|clock| clock.rule == ClockRule::Disposal);
    for clock in &mut it.clocks {
        clock.missed_at = Some(clock.due_at);
    }
    it.planned.clear();
    Ok(change)
}
