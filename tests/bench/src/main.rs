//! The benchmarks: how fast, at what cost, and whether the cost follows what it should. A tool, never a test.

mod apart;
mod bare;
mod bill;
mod citizen;
mod console;
mod cost;
mod cpu;
mod escalate;
mod field;
mod heat;
mod link;
mod made;
mod night;
mod night_report;
mod over_canned;
mod over_engine;
mod own_code;
mod own_pieces;
mod phones;
mod progress;
mod proof;
mod report;
mod slow;
mod sow;
mod tape;
mod texts;
mod town;
mod watch;
mod weigh;
mod wire;

use std::fmt::Display;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use serde::Serialize;

use crate::apart::EngineArgs;
use crate::night::NightReport;
use crate::report::{Machine, MainReport};

/// Measures the product on this machine. Build it with --release; compare figures of one run with each other only.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Filing, proving, tracking and escalating.
    Main(MainArgs),
    /// A night of deadlines over a state's open complaints, and once more over a tenth of them.
    Escalate(EscalateArgs),
    /// A worklist and a case at the console, in a state with few open complaints and in one with many.
    Console(ConsoleArgs),
    /// The whole way of a citizen over a network of the second generation.
    Slow(SlowArgs),
    /// What `escalate` starts: the engine, filled, for as long as its input is open.
    #[command(hide = true)]
    Engine(EngineArgs),
}

#[derive(Args)]
struct ConsoleArgs {
    /// One JSON object instead of tables.
    #[arg(long)]
    json: bool,
    /// Open complaints of the larger state.
    #[arg(long, default_value_t = 1_000_000, value_name = "N")]
    open: u32,
    /// Open complaints of the smaller one.
    #[arg(long, default_value_t = 1_000, value_name = "N")]
    fewer: u32,
}

#[derive(Args)]
struct SlowArgs {
    /// One JSON object instead of a table.
    #[arg(long)]
    json: bool,
    /// Milliseconds there and back.
    #[arg(long, default_value_t = 300, value_name = "MS")]
    round_trip: u32,
    /// Bits a second, each way.
    #[arg(long, default_value_t = 50_000, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    bits: u32,
}

#[derive(Args)]
struct EscalateArgs {
    /// One JSON object instead of tables.
    #[arg(long)]
    json: bool,
    /// Open complaints.
    #[arg(long, default_value_t = 1_000_000, value_name = "N")]
    open: u32,
    /// How many of them pass their time in the night.
    #[arg(long, default_value_t = 50_000, value_name = "N")]
    due: u32,
}

#[derive(Args)]
struct MainArgs {
    /// One JSON object instead of tables.
    #[arg(long)]
    json: bool,
    /// The most open complaints for the escalation: it runs over a hundredth, a tenth and all of them.
    #[arg(long, default_value_t = 100_000, value_name = "N")]
    open: u32,
    /// How many of them are overdue, in each of the three.
    #[arg(long, default_value_t = 500, value_name = "N")]
    due: u32,
    /// How many filings are timed over the embedded engine; the other sections follow it.
    #[arg(long, default_value_t = 400, value_name = "N")]
    filings: u32,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Main(args) => run(&args).and_then(|report| show(&report, args.json)),
        Command::Escalate(args) => escalate(&args).and_then(|report| show(&report, args.json)),
        Command::Console(args) => console::measure(args.fewer, args.open).and_then(|report| show(&report, args.json)),
        Command::Slow(args) => slow::measure(args.round_trip, args.bits).and_then(|report| show(&report, args.json)),
        Command::Engine(args) => apart::serve(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn show<T: Display + Serialize>(report: &T, json: bool) -> Result<(), String> {
    if json {
        println!("{}", serde_json::to_string(report).map_err(|e| e.to_string())?);
    } else {
        print!("{report}");
    }
    Ok(())
}

fn escalate(args: &EscalateArgs) -> Result<NightReport, String> {
    if args.due == 0 || args.open / night::FEWER < args.due {
        return Err(format!(
            "--due {} of --open {}: the smaller of the two tables has {} open and must hold those due, at least one",
            args.due,
            args.open,
            args.open / night::FEWER
        ));
    }
    night::measure(args.open, args.due)
}

fn run(args: &MainArgs) -> Result<MainReport, String> {
    if args.filings < town::CITIZENS as u32 {
        return Err(format!("--filings {}: at least one for each of {} citizens is needed", args.filings, town::CITIZENS));
    }
    if args.due == 0 || args.open / 100 < args.due {
        return Err(format!(
            "--due {} of --open {}: the smallest of the three tables has a hundredth of the open ones, {}, and must hold at least those overdue, at least one",
            args.due,
            args.open,
            args.open / 100
        ));
    }
    let runtime = tokio::runtime::Runtime::new().map_err(|e| format!("start a runtime: {e}"))?;
    let filings = args.filings as usize;
    eprintln!("(a) over the embedded engine");
    let engine = runtime.block_on(over_engine::measure(filings))?;
    eprintln!("(b) over canned answers");
    let canned = runtime.block_on(over_canned::measure(filings * 4))?;
    eprintln!("(c) our own code");
    // Recorded on the big runtime, measured on this thread alone.
    let recorded = runtime.block_on(tape::record(1))?;
    let own = own_code::measure(&recorded, args.filings)?;
    eprintln!("(d) requests and write units");
    let cost = runtime.block_on(cost::measure())?;
    eprintln!("(e) escalation");
    let escalation = runtime.block_on(escalate::measure(args.open, args.due))?;
    Ok(MainReport { machine: Machine::here(), engine, canned, own, cost, escalation })
}
