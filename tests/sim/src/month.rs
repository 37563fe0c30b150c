//! A month in the life of a seed: people file and work, the jobs run late, often or not at all, copies crash,
//! and then the weather clears.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use domain::Timestamp;
use domain::number::Number;
use jiff::SignedDuration;
use serde_json::Value;

use crate::bug::Bug;
use crate::citizen::{self, Filed};
use crate::desk;
use crate::function::{Function, Shell, crash_point};
use crate::rng::Rng;
use crate::table;
use crate::town::Town;
use crate::turn::{Turn, turn};
use crate::weather::Weather;
use crate::world::{Committed, World};

/// How many copies of the job may run at once.
const JOBS: usize = 10;
/// Copies that deliver texts, and copies that people work with.
const TELLERS: usize = 3;
const CLERKS: usize = 3;
/// How many copies a seed has.
pub(crate) const COPIES: usize = JOBS + TELLERS + CLERKS + 1;
/// How far a clock may be off, in seconds.
pub(crate) const OFF: i64 = 300;

/// The copies at work in a seed.
pub(crate) struct Crew {
    jobs: Vec<Function>,
    tellers: Vec<Function>,
    clerks: Vec<Function>,
    /// Whoever looks on: its clock is right and nothing happens to it.
    pub(crate) witness: Function,
}

/// What a month led to.
pub(crate) struct Month {
    /// What each woman was answered, in each of her tabs.
    pub(crate) filed: Vec<(usize, Filed)>,
    /// What changed in the middle of it, in its order.
    pub(crate) turns: Vec<Turn>,
    /// When the weather cleared.
    pub(crate) cleared: Timestamp,
}

type Running<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

impl Crew {
    pub(crate) fn new(shells: &[Shell], world: &World, rng: &mut Rng, run: u64, bug: Option<Bug>) -> Crew {
        let mut shells = shells.iter();
        let mut start = |count: usize, off: i64, rng: &mut Rng, ahead: i64| -> Vec<Function> {
            shells.by_ref().take(count).map(|shell| Function::start(shell, world, rng.between(-off, off) + ahead, run)).collect()
        };
        let hour = if bug == Some(Bug::EarlyByClock) { 3600 } else { 0 };
        let jobs = start(JOBS, OFF, rng, hour);
        let tellers = start(TELLERS, 20, rng, 0);
        let clerks = start(CLERKS, OFF, rng, 0);
        let mut witness = start(1, 0, rng, 0);
        Crew { jobs, tellers, clerks, witness: witness.remove(0) }
    }

    /// Every copy that works starts again with the amended policy.
    pub(crate) fn amend(&mut self) {
        self.jobs.iter_mut().chain(&mut self.tellers).chain(&mut self.clerks).for_each(Function::amend);
    }
}

/// Opens the tables and seats the officers, in good weather.
pub(crate) async fn prepare(crew: &Crew, town: &Town) -> Result<(), store::Error> {
    let work = crew.witness.work(|app, _| async move {
        app.store().create_tables().await?;
        app.store().put_officers(&town.staff).await?;
        app.store().put_vacancies(&town.vacancies).await?;
        app.store().put_roster(&town.shifts).await
    });
    work.await
}

pub(crate) async fn live(crew: &mut Crew, world: &World, town: &Town, rng: &mut Rng, bug: Option<Bug>) -> Result<Month, store::Error> {
    let (mut filed, mut turns) = (Vec::new(), Vec::new());
    for (n, plan) in town.plans.iter().enumerate() {
        weather(world, rng);
        let tabs = if rng.chance(300) { 2 } else { 1 };
        let mut open: Vec<Pin<Box<dyn Future<Output = Filed> + '_>>> = Vec::new();
        for function in crew.clerks.iter_mut().take(tabs) {
            let mut own = rng.fork();
            open.push(Box::pin(async move { citizen::file(function, plan, &mut own).await }));
        }
        filed.extend(futures::future::join_all(open).await.into_iter().map(|filed| (n, filed)));
        tokio::time::sleep(Duration::from_secs(rng.next() % 7200)).await;
        if rng.chance(400) {
            hour(crew, world, town, rng, bug).await;
        }
        if rng.chance(60) {
            turns.push(turn(crew, world, town, &turns, rng).await?);
        }
    }
    for _ in 0..10 + rng.below(5) {
        wait(world, rng).await;
        if rng.chance(80) {
            turns.push(turn(crew, world, town, &turns, rng).await?);
        }
        weather(world, rng);
        hour(crew, world, town, rng, bug).await;
    }
    {
        let mut kept = world.kept();
        kept.table_weather = Weather::Calm;
        kept.phone_weather = Weather::Calm;
    }
    // Whatever strayed has arrived by now.
    tokio::time::sleep(Duration::from_secs(25)).await;
    let cleared = world.now();
    recover(crew, world, rng, bug).await;
    drain(crew, world, bug, cleared).await;
    Ok(Month { filed, turns, cleared })
}

fn weather(world: &World, rng: &mut Rng) {
    let mut kept = world.kept();
    kept.table_weather = Weather::draw(rng);
    kept.phone_weather = Weather::draw(rng);
}

/// Lets time pass: to about the moment at which something falls due, or somewhere.
async fn wait(world: &World, rng: &mut Rng) {
    let now = world.now();
    let wakes: Vec<Timestamp> = newest(&world.kept().journal).filter_map(|meta| table::text(meta, "due_sk")?.split_once('#')?.0.parse().ok()).collect();
    let ahead: Vec<SignedDuration> = wakes.iter().map(|at| at.duration_since(now)).filter(|left| left.is_positive()).collect();
    let somewhere = SignedDuration::from_mins(rng.between(1, 4 * 24 * 60));
    let step = match ahead.is_empty() || rng.chance(350) {
        true => somewhere,
        false => (*rng.pick(&ahead) + SignedDuration::from_secs(rng.between(-400, 600))).min(SignedDuration::from_hours(7 * 24)),
    };
    tokio::time::sleep(step.max(SignedDuration::from_secs(20)).unsigned_abs()).await;
}

/// The newest row of every complaint.
fn newest(journal: &[Committed]) -> impl Iterator<Item = &Value> {
    let rows: BTreeMap<&str, &Value> = journal.iter().map(|it| (it.number.as_str(), &it.meta)).collect();
    rows.into_values()
}

fn numbers(world: &World) -> Vec<Number> {
    newest(&world.kept().journal).filter_map(|meta| Number::parse(table::text(meta, "number")?)).collect()
}

/// Everybody at once: jobs, people, the stream and the sweeper.
async fn hour(crew: &mut Crew, world: &World, town: &Town, rng: &mut Rng, bug: Option<Bug>) {
    let numbers = numbers(world);
    let jobs = match rng.below(20) {
        0..4 => 0,
        4..13 => 1,
        13..19 => 2 + rng.below(2),
        _ => JOBS,
    };
    let mut all: Vec<Running<'_>> = Vec::new();
    let first = rng.below(JOBS);
    for (n, job) in crew.jobs.iter_mut().enumerate() {
        if (n + JOBS - first) % JOBS < jobs {
            let (crash, later) = (crash_point(rng), Duration::from_millis(rng.next() % 400));
            all.push(Box::pin(async move {
                tokio::time::sleep(later).await;
                escalate(job, crash).await;
            }));
        }
    }
    for clerk in &mut crew.clerks {
        if !numbers.is_empty() && rng.chance(450) {
            let (number, mut own) = (rng.pick(&numbers).clone(), rng.fork());
            all.push(Box::pin(async move { desk::move_it(clerk, town, &number, &mut own).await }));
        }
    }
    let mut tellers = crew.tellers.iter_mut();
    if let Some(teller) = tellers.next() {
        let mut own = rng.fork();
        all.push(Box::pin(async move { follow(teller, &mut own).await }));
    }
    if let Some(teller) = tellers.next().filter(|_| bug != Some(Bug::SweeperOff) && rng.chance(500)) {
        let crash = crash_point(rng);
        all.push(Box::pin(async move { sweep(teller, crash).await }));
    }
    if let Some(teller) = tellers.next().filter(|_| rng.chance(120)) {
        let crash = crash_point(rng);
        all.push(Box::pin(async move { hand_over(teller, crash).await }));
    }
    futures::future::join_all(all).await;
}

async fn escalate(function: &mut Function, crash: Option<u32>) {
    if function.work_until(crash, |app, _| escalate_overdue::run(app)).await.is_none() {
        function.restart();
    }
}

async fn sweep(function: &mut Function, crash: Option<u32>) {
    if function.work_until(crash, sweep_outbox::run).await.is_none() {
        function.restart();
    }
}

async fn hand_over(function: &mut Function, crash: Option<u32>) {
    if function.work_until(crash, |app, _| hand_over_unproven::run(app)).await.is_none() {
        function.restart();
    }
}

/// Hands on what the stream holds: some twice, some out of their order, some never; a record that fails comes again.
async fn follow(function: &mut Function, rng: &mut Rng) {
    let mut records: Vec<(String, String)> = {
        let mut kept = function.world.kept();
        // A record may still be on its way.
        let ready = kept.stream.len() - kept.stream.len().min(rng.below(3));
        kept.stream.drain(..ready).collect()
    };
    for n in 0..records.len() {
        if rng.chance(100) {
            let other = rng.below(records.len());
            records.swap(n, other);
        }
        if rng.chance(100) {
            records.push(records[n].clone());
        }
    }
    records.retain(|_| !rng.chance(80));
    for (pk, sk) in &records {
        for _ in 0..2 {
            match function.work_until(crash_point(rng), |app, outlet| send_updates::run(app, outlet, pk, sk)).await {
                None => function.restart(),
                Some(Ok(_)) => break,
                Some(Err(_)) => {}
            }
        }
    }
}

/// The weather is good and the jobs run every minute, for five minutes.
async fn recover(crew: &mut Crew, world: &World, rng: &mut Rng, bug: Option<Bug>) {
    let began = world.now();
    let first = rng.below(JOBS);
    for minute in 1..=5 {
        let left = SignedDuration::from_mins(minute) - world.now().duration_since(began);
        tokio::time::sleep(left.max(SignedDuration::ZERO).unsigned_abs()).await;
        escalate(&mut crew.jobs[(first + usize::try_from(minute).unwrap_or(0)) % JOBS], None).await;
        if minute == 3 && bug != Some(Bug::SweeperOff) {
            sweep(&mut crew.tellers[1], None).await;
        }
    }
    hand_over(&mut crew.tellers[2], None).await;
}

/// Texts wait for their hours and for their turn: time goes on to each of them, until none of before is left.
async fn drain(crew: &mut Crew, world: &World, bug: Option<Bug>, cleared: Timestamp) {
    let mut own = Rng::new(0, "calm");
    if bug == Some(Bug::SweeperOff) {
        follow(&mut crew.tellers[0], &mut own).await;
        tokio::time::sleep(Duration::from_secs(26 * 3600)).await;
        return;
    }
    for _ in 0..40 {
        let waiting = table::waiting(&world.kept(), cleared);
        let Some(next) = waiting.into_iter().min() else { return };
        let ready = next + SignedDuration::from_secs(90);
        let left = ready.duration_since(world.now()).max(SignedDuration::from_secs(60));
        tokio::time::sleep(left.unsigned_abs()).await;
        sweep(&mut crew.tellers[1], None).await;
    }
}
