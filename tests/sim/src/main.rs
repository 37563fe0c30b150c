//! `cargo run --release -p sim -- --seeds N`: many months at once, and what broke in them.

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use clap::{Parser, ValueEnum};
use sim::{Bug, Outcome, Runner};

/// The seeded simulation: the real handlers and jobs through a month of faults.
#[derive(Parser)]
#[command(name = "sim")]
struct Args {
    /// How many seeds, from the first on.
    #[arg(long, default_value_t = 100, conflicts_with = "seed")]
    seeds: u64,
    /// The first of them.
    #[arg(long, default_value_t = 0)]
    first: u64,
    /// This seed alone, with all that happened in it.
    #[arg(long)]
    seed: Option<u64>,
    /// Plants a bug, which must then be caught.
    #[arg(long)]
    bug: Option<Bug>,
    /// Prints how long 72 callers of one day's hearing wait, and nothing else.
    #[arg(long, conflicts_with_all = ["seed", "bug"])]
    hearings: Option<Shape>,
    /// On how many threads; as many as there are cores if not said.
    #[arg(long)]
    threads: Option<usize>,
}

/// How the waits are printed.
#[derive(Clone, Copy, ValueEnum)]
enum Shape {
    Table,
    Picture,
}

/// How often it says how far it is.
const EVERY: Duration = Duration::from_secs(5);

fn main() -> ExitCode {
    let args = Args::parse();
    if let Some(shape) = args.hearings {
        return hearings(shape);
    }
    let (first, count) = args.seed.map_or((args.first, args.seeds), |seed| (seed, 1));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    match run(first, count, args.bug, args.threads.unwrap_or(cores)) {
        Ok(outcomes) => report(&outcomes, args.bug, args.seed.is_some()),
        Err(why) => {
            eprintln!("sim: {why}");
            ExitCode::from(2)
        }
    }
}

fn hearings(shape: Shape) -> ExitCode {
    let printed = match shape {
        Shape::Table => sim::hearings::table(),
        Shape::Picture => sim::hearings::picture(),
    };
    let Some(printed) = printed else { return ExitCode::from(2) };
    // Whoever closed the pipe does not want to read on.
    let _ = write!(std::io::stdout().lock(), "{printed}");
    ExitCode::SUCCESS
}

/// Runs so many seeds on so many threads; the outcomes come in the order of their seeds.
fn run(first: u64, count: u64, bug: Option<Bug>, threads: usize) -> Result<Vec<Outcome>, String> {
    let (next, done, began) = (AtomicU64::new(0), Mutex::new(Vec::new()), Instant::now());
    let said = Mutex::new(began);
    std::thread::scope(|scope| {
        let work = || -> Result<(), String> {
            let runner = Runner::new()?;
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                if n >= count {
                    return Ok(());
                }
                let outcome = runner.run(first + n, bug)?;
                let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                done.push(outcome);
                let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
                if said.elapsed() >= EVERY {
                    *said = Instant::now();
                    let broken = done.iter().filter(|it| !it.breaks.is_empty()).count();
                    let speed = done.len() as f64 / began.elapsed().as_secs_f64();
                    eprintln!("{} of {count} seeds, {broken} broken, {speed:.1} a second", done.len());
                }
            }
        };
        let threads: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|it| it.join().map_err(|_| "a thread fell over".to_owned())?)
    })?;
    let mut outcomes = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    outcomes.sort_by_key(|it| it.seed);
    Ok(outcomes)
}

fn report(outcomes: &[Outcome], bug: Option<Bug>, whole: bool) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let mut say = |line: String| {
        // Whoever closed the pipe does not want to read on.
        let _ = writeln!(out, "{line}");
    };
    let planted = bug.map(|bug| format!(" --bug {}", bug.name())).unwrap_or_default();
    for it in outcomes {
        if whole {
            it.lines.iter().for_each(|line| say(line.clone()));
            say(format!("went wrong on the way: {:?}", it.wrongs));
        }
        for broken in &it.breaks {
            say(format!("seed {}: {}: {}", it.seed, broken.rule, broken.about));
        }
        if !it.breaks.is_empty() && !whole {
            say(format!("run it again: cargo run --release -p sim -- --seed {}{planted}", it.seed));
        }
    }
    let breaks: usize = outcomes.iter().map(|it| it.breaks.len()).sum();
    say(format!("{} seeds, {breaks} breaks, trace {}", outcomes.len(), sim::hash_of(outcomes.iter().map(|it| &it.trace))));
    if breaks == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
