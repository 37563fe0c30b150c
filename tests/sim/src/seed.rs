//! One seed from its first second to its verdict, on a clock of its own.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::Timestamp;
use jiff::SignedDuration;

use crate::bug::Bug;
use crate::check::{self, Break, Breaks};
use crate::function::Shell;
use crate::month::{self, COPIES, Crew};
use crate::rng::Rng;
use crate::town::Town;
use crate::trace;
use crate::world::World;

/// What came of a seed.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub seed: u64,
    pub breaks: Vec<Break>,
    pub trace: String,
    /// What happened, line by line.
    pub lines: Vec<String>,
    /// What went wrong on the way, and how often.
    pub wrongs: BTreeMap<&'static str, u64>,
}

/// Runs seeds one after the other, on the thread that made it.
pub struct Runner {
    shells: Vec<Shell>,
}

/// Counts the runs of this process: the client keeps its budget for repeated requests by name.
static RUNS: AtomicU64 = AtomicU64::new(0);

impl Runner {
    /// # Errors
    /// Where the policy that was built in cannot be read.
    pub fn new() -> Result<Runner, String> {
        Ok(Runner { shells: Shell::many(COPIES)? })
    }

    /// Runs one seed.
    ///
    /// # Errors
    /// Where the simulation itself cannot go on; the text says why.
    pub fn run(&self, seed: u64, bug: Option<Bug>) -> Result<Outcome, String> {
        // Everything random in the product and in the client follows from the seed, as long as this thread works on it.
        seal::seeded::seed(Some(seed));
        fastrand::seed(seed);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
        let outcome = runtime.map_err(|e| format!("start a runtime: {e}"))?.block_on(self.month(seed, bug));
        seal::seeded::seed(None);
        outcome
    }

    async fn month(&self, seed: u64, bug: Option<Bug>) -> Result<Outcome, String> {
        let mut rng = Rng::new(seed, "town");
        let start = start(&mut rng)?;
        let world = World::new(seed, bug, start)?;
        let mut crew = Crew::new(&self.shells, &world, &mut rng, RUNS.fetch_add(1, Ordering::Relaxed), bug);
        let town = Town::draw(crew.witness.app.policy(), &mut rng, start);
        month::prepare(&crew, &town).await.map_err(|e| format!("seed {seed}: open the tables: {e}"))?;
        let month = month::live(&mut crew, &world, &town, &mut Rng::new(seed, "month"), bug).await;
        let month = month.map_err(|e| format!("seed {seed}: change the town: {e}"))?;
        let mut breaks = Breaks::default();
        let evidence = check::gather(&crew, &world, &town, &month, &mut breaks).await;
        check::judge(&evidence, &mut breaks);
        let lines = trace::lines(&evidence);
        let wrongs = world.kept().wrongs.clone();
        Ok(Outcome { seed, breaks: breaks.0, trace: trace::hash(&lines), lines, wrongs })
    }
}

/// A moment of a year whose holidays the policy knows.
fn start(rng: &mut Rng) -> Result<Timestamp, String> {
    let first: Timestamp = "2026-09-01T00:00:00Z".parse().map_err(|e| format!("a first day: {e}"))?;
    Ok(first + SignedDuration::from_mins(rng.between(0, 60 * 24 * 60)))
}
