//! One night of deadlines: the real job, every minute of the product's clock, until nothing is due.

use std::sync::Arc;
use std::time::Instant;

use domain::Timestamp;
use escalate_overdue::Tally;
use jiff::SignedDuration;
use serde::Serialize;

use crate::apart::{Apart, Spent, forget_peak};
use crate::bill::Bill;
use crate::field::Night;
use crate::heat::Heat;
use crate::phones::Phones;
use crate::progress::line;
use crate::report::Machine;
use crate::sow::NO_PHONES;
use crate::texts::{self, Delivery};
use crate::town::{Town, bare_client, engine};
use crate::watch::{Hottest, Seen, Watch};
use crate::weigh::{self, Index};
use crate::wire::{Counts, Mode, Wire};

/// The largest allowed, of the many open against the few.
const RATIO: f64 = 1.2;
/// The second table has so many open as a part of the first.
pub(crate) const FEWER: u32 = 10;
/// After so many minutes past its morning a night that has not ended never will.
const PATIENCE: i64 = 240;
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// Everything that `escalate` measures.
#[derive(Debug, Serialize)]
pub(crate) struct NightReport {
    pub(crate) machine: Machine,
    pub(crate) label: &'static str,
    pub(crate) night: String,
    /// The one with many open, then the one with few.
    pub(crate) nights: Vec<Measured>,
    pub(crate) ratios: Ratios,
    pub(crate) bill: Bill,
    pub(crate) heat: Heat,
}

/// Many open against few.
#[derive(Debug, Serialize)]
pub(crate) struct Ratios {
    pub(crate) open: f64,
    pub(crate) requests: f64,
    pub(crate) units: f64,
    pub(crate) time: f64,
    /// Of product, client and engine together: the time without what else the machine did.
    pub(crate) cpu: f64,
    pub(crate) own_cpu: f64,
    pub(crate) engine_cpu: f64,
    pub(crate) allowed: f64,
    /// Requests and time.
    pub(crate) holds: bool,
}

/// One night.
#[derive(Debug, Serialize)]
pub(crate) struct Measured {
    pub(crate) open: u32,
    pub(crate) due: u32,
    pub(crate) rows: usize,
    pub(crate) seeded_in_seconds: f64,
    /// The job's runs, one a minute, and those that found something.
    pub(crate) runs: u32,
    pub(crate) busy_runs: u32,
    /// Of all runs together, and of the busy ones.
    pub(crate) seconds: f64,
    pub(crate) busy_seconds: f64,
    pub(crate) requests: u64,
    pub(crate) by_operation: Counts,
    pub(crate) table_write_units: u64,
    pub(crate) index_write_units: u64,
    pub(crate) read_units: f64,
    /// CPU of the job's process: the product, its client, and the watching, which is said apart.
    pub(crate) own_cpu_seconds: f64,
    pub(crate) watching_cpu_seconds: f64,
    pub(crate) engine_cpu_seconds: f64,
    pub(crate) peak_mib: Option<f64>,
    pub(crate) engine_peak_mib: Option<f64>,
    /// How many processes wanted a core at its end, over five minutes: two cores and 10 mean that a second of CPU took five.
    pub(crate) load: Option<f64>,
    pub(crate) steps: u64,
    pub(crate) refused: u64,
    pub(crate) texts: u64,
    /// Seconds from the planned moment to the commit, on the product's clock.
    pub(crate) latest_seconds: i64,
    pub(crate) median_late_seconds: i64,
    pub(crate) early: u64,
    pub(crate) tally: Tally,
    pub(crate) hottest: Vec<Hottest>,
    pub(crate) delivery: Delivery,
}

/// Both nights, the larger first.
pub(crate) fn measure(open: u32, due: u32) -> Result<NightReport, String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|e| format!("start a runtime: {e}"))?;
    let night = Night::after(Timestamp::now());
    let indexes = runtime.block_on(indexes())?;
    let mut nights = Vec::new();
    for open in [open, open / FEWER] {
        let (mut engine, ready) = Apart::start(open, due, night)?;
        let before = engine.spent()?;
        forget_peak();
        let mut it = runtime.block_on(through(&ready.url, night, (open, due), &indexes))?;
        let after = engine.spent()?;
        (it.rows, it.seeded_in_seconds) = (ready.rows, ready.seconds);
        it.engine_cpu_seconds = after.cpu_seconds - before.cpu_seconds;
        it.engine_peak_mib = after.peak_mib;
        nights.push(it);
    }
    let [many, few] = nights.as_slice() else { return Err("two nights were to be measured".to_owned()) };
    let ratios = Ratios::of(many, few);
    let bill = Bill::of(many);
    eprintln!("weighing filings by the keys that take them");
    let heat = runtime.block_on(crate::heat::measure())?;
    Ok(NightReport { machine: Machine::here(), label: LABEL, night: night.shown(), ratios, bill, heat, nights })
}

const LABEL: &str = "escalate-overdue once a minute on the product's clock, which runs at real speed during a run and leaps to the next minute after it; \
     engine and seeding in a process of their own; the stream is off, for this engine reads through all its stream records at each write. \
     Complaints were registered under the policy on days of the last quarter and led up to that evening by the product's own rules; \
     their rows are those that store writes, with the first event alone and no sealed words, which the job does not read";

/// The indexes of an empty table: the engine counts every row before it describes a full one.
async fn indexes() -> Result<Vec<Index>, String> {
    let engine = engine().await?;
    Town::over(&engine, NO_PHONES, Mode::Count).await?;
    weigh::indexes(&bare_client(&Wire::new(Mode::Count), &engine.url), &local::tables().main).await
}

async fn through(endpoint: &str, night: Night, (open, due): (u32, u32), indexes: &[Index]) -> Result<Measured, String> {
    let phones = Phones::start().await?;
    // The watch needs the clock that the town will have.
    let clock = boot::Clock::movable(None);
    let watch = Arc::new(Watch::new(clock.clone(), indexes.to_vec()));
    let town = Town::by(clock, endpoint, &phones.url, Mode::Watch(watch.clone()), Mode::Count)?;
    let app = &town.app;
    let cpu = Spent::here().cpu_seconds;
    let (mut tally, mut minute) = (Tally::default(), night.from);
    let (mut runs, mut busy_runs, mut seconds, mut busy_seconds) = (0, 0, 0.0, 0.0);
    loop {
        app.base().clock().advance(minute.duration_since(app.now()));
        let from = Instant::now();
        let one = escalate_overdue::run(app).await.map_err(|e| format!("escalate: {e}"))?;
        let took = from.elapsed().as_secs_f64();
        runs += 1;
        seconds += took;
        if one.found > 0 {
            busy_runs += 1;
            busy_seconds += took;
        }
        tally = tally.and(one);
        line(&format!(
            "{} of the night, {open} open: {} steps of {due} complaints, {} failed, {:.0} s",
            domain::calendar::wall(minute).strftime("%H:%M"),
            watch.committed(),
            tally.failed,
            seconds
        ));
        if minute >= night.to && one.found == 0 && one.left == 0 {
            break;
        }
        if minute > night.to + SignedDuration::from_mins(PATIENCE) {
            return Err(format!("the night does not end: {tally:?}"));
        }
        while minute <= app.now() {
            minute += MINUTE;
        }
    }
    eprintln!();
    let spent = Spent::here();
    let seen = watch.take();
    if seen.committed < u64::from(due) {
        return Err(format!("{due} were due, {} steps were committed, and the job says {tally:?}", seen.committed));
    }
    let hottest = seen.hottest();
    let delivery = texts::deliver(endpoint, &phones, app.now(), &seen.sample, indexes.to_vec()).await?;
    let Seen { requests, read_units, table_units, index_units, committed, refused, texts, late, own, .. } = seen;
    Ok(Measured {
        open,
        due,
        rows: 0,
        seeded_in_seconds: 0.0,
        runs,
        busy_runs,
        seconds,
        busy_seconds,
        requests: requests.values().sum(),
        by_operation: requests,
        table_write_units: table_units,
        index_write_units: index_units,
        read_units,
        own_cpu_seconds: spent.cpu_seconds - cpu,
        watching_cpu_seconds: own.as_secs_f64(),
        engine_cpu_seconds: 0.0,
        peak_mib: spent.peak_mib,
        engine_peak_mib: None,
        load: std::fs::read_to_string("/proc/loadavg").ok().and_then(|text| text.split(' ').nth(1)?.parse().ok()),
        steps: committed,
        refused,
        texts,
        latest_seconds: late.keys().next_back().copied().unwrap_or_default(),
        median_late_seconds: middle(&late),
        early: late.range(..0).map(|(_, n)| n).sum(),
        tally,
        hottest,
        delivery,
    })
}

fn middle(late: &std::collections::BTreeMap<i64, u64>) -> i64 {
    let half = late.values().sum::<u64>() / 2;
    let mut passed = 0;
    late.iter()
        .find(|(_, n)| {
            passed += **n;
            passed > half
        })
        .map_or(0, |(seconds, _)| *seconds)
}

impl Measured {
    pub(crate) fn write_units(&self) -> u64 {
        self.table_write_units + self.index_write_units
    }

    /// CPU of product and client without the watching.
    pub(crate) fn own(&self) -> f64 {
        self.own_cpu_seconds - self.watching_cpu_seconds
    }
}

impl Ratios {
    fn of(many: &Measured, few: &Measured) -> Ratios {
        let ratio = |of: fn(&Measured) -> f64| of(many) / of(few);
        let (requests, time) = (ratio(|it| it.requests as f64), ratio(|it| it.seconds));
        Ratios {
            open: ratio(|it| f64::from(it.open)),
            requests,
            units: ratio(|it| it.write_units() as f64 + it.read_units),
            time,
            cpu: ratio(|it| it.own() + it.engine_cpu_seconds),
            own_cpu: ratio(Measured::own),
            engine_cpu: ratio(|it| it.engine_cpu_seconds),
            allowed: RATIO,
            holds: requests <= RATIO && time <= RATIO,
        }
    }
}
