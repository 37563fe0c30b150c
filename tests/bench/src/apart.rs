//! The engine in a process of its own, with its complaints already in it: what the job's process then takes of CPU
//! and memory is the product's and its client's, and nothing of a database.

use std::io::{BufRead as _, BufReader, Lines, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use cpu_time::ProcessTime;
use domain::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::field::{Field, Night};
use crate::proof;
use crate::sow::{silence, sow};
use crate::town::{Town, engine};
use crate::wire::Mode;

/// What the engine's process is told to begin with.
#[derive(clap::Args)]
pub(crate) struct EngineArgs {
    #[arg(long)]
    open: u32,
    #[arg(long)]
    due: u32,
    /// The evening, in seconds of the epoch.
    #[arg(long)]
    evening: i64,
}

/// What it says once everything is in.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Ready {
    pub(crate) url: String,
    pub(crate) rows: usize,
    pub(crate) seconds: f64,
}

/// What it has taken so far, whenever it is asked.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Spent {
    pub(crate) cpu_seconds: f64,
    pub(crate) peak_mib: Option<f64>,
}

impl Spent {
    /// Of this process.
    pub(crate) fn here() -> Spent {
        Spent { cpu_seconds: ProcessTime::now().as_duration().as_secs_f64(), peak_mib: peak_mib() }
    }
}

/// The most memory that this process has held, where the system says so.
fn peak_mib() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let kib = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix("kB")?.trim();
    kib.parse::<f64>().ok().map(|kib| kib / 1024.0)
}

/// Lets the peak begin at what is held now; where the system cannot, it counts from the start.
pub(crate) fn forget_peak() {
    // Best effort: elsewhere than on Linux there is no such file, and no peak to read either.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// The engine's side: seeds, says so, answers what it has taken, and ends when nobody asks any more.
pub(crate) fn serve(args: &EngineArgs) -> Result<(), String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|e| format!("start a runtime: {e}"))?;
    let evening = Timestamp::from_second(args.evening).map_err(|e| format!("--evening: {e}"))?;
    let (_engine, ready) = runtime.block_on(filled(args.open, args.due, Night::of(evening)))?;
    say(&ready)?;
    for asked in std::io::stdin().lines() {
        asked.map_err(|e| format!("hear what is asked: {e}"))?;
        say(&Spent::here())?;
    }
    Ok(())
}

async fn filled(open: u32, due: u32, night: Night) -> Result<(std::sync::Arc<local::engine::Engine>, Ready), String> {
    let engine = engine().await?;
    let town = Town::over(&engine, crate::sow::NO_PHONES, Mode::Count).await?;
    silence(&engine.url).await?;
    // The officers of the whole state: the job asks who sits above.
    local::seed::sow(&town.app, local::seed::Seed::Demo).await?;
    let field = Field::before(night, town.app.policy(), open, due)?;
    let samples = field.samples();
    let sown = sow(&engine, open, field).await?;
    proof::check(&town.app, &engine.url, night, due, &samples).await?;
    let ready = Ready { url: engine.url.clone(), rows: sown.rows, seconds: sown.seconds };
    Ok((engine, ready))
}

fn say(it: &impl Serialize) -> Result<(), String> {
    let line = serde_json::to_string(it).map_err(|e| e.to_string())?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).map_err(|e| format!("answer: {e}"))
}

/// The asking side; the process ends when this is dropped.
pub(crate) struct Apart {
    child: Child,
    ask: Option<ChildStdin>,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Apart {
    /// Starts this program once more as an engine and waits until its complaints are in.
    pub(crate) fn start(open: u32, due: u32, night: Night) -> Result<(Apart, Ready), String> {
        let program = std::env::current_exe().map_err(|e| format!("find this program: {e}"))?;
        let mut command = Command::new(program);
        command.args(["engine", "--open", &open.to_string(), "--due", &due.to_string(), "--evening", &night.from.as_second().to_string()]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|e| format!("start the engine's process: {e}"))?;
        let (ask, out) = child.stdin.take().zip(child.stdout.take()).ok_or("the engine's process cannot be spoken to")?;
        let mut apart = Apart { child, ask: Some(ask), answers: BufReader::new(out).lines() };
        let ready = apart.hear()?;
        Ok((apart, ready))
    }

    /// What the engine has taken so far.
    pub(crate) fn spent(&mut self) -> Result<Spent, String> {
        let ask = self.ask.as_mut().ok_or("the engine's process is gone")?;
        writeln!(ask, "spent").map_err(|e| format!("ask the engine's process: {e}"))?;
        self.hear()
    }

    fn hear<T: DeserializeOwned>(&mut self) -> Result<T, String> {
        let line = self.answers.next().ok_or("the engine's process ended")?.map_err(|e| format!("hear the engine's process: {e}"))?;
        serde_json::from_str(&line).map_err(|e| format!("the engine's process said {line:?}: {e}"))
    }
}

impl Drop for Apart {
    fn drop(&mut self) {
        // It ends by itself when nobody can ask any more.
        self.ask.take();
        let _ = self.child.wait();
    }
}
