//! The figures as tables for people; the same values are the JSON.

use std::fmt;

use serde::Serialize;

use crate::citizen::Pace;
use crate::cost::Cost;
use crate::escalate::Escalation;
use crate::over_canned::OverCanned;
use crate::over_engine::OverEngine;
use crate::own_code::OwnCode;

/// Everything that `main` measures.
#[derive(Debug, Serialize)]
pub(crate) struct MainReport {
    pub(crate) machine: Machine,
    pub(crate) engine: OverEngine,
    pub(crate) canned: OverCanned,
    pub(crate) own: OwnCode,
    pub(crate) cost: Cost,
    pub(crate) escalation: Escalation,
}

/// Where it was measured.
#[derive(Debug, Serialize)]
pub(crate) struct Machine {
    pub(crate) cores: usize,
    pub(crate) cpu: String,
    pub(crate) system: String,
    pub(crate) build: &'static str,
    pub(crate) note: &'static str,
}

impl Machine {
    pub(crate) fn here() -> Machine {
        let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
        Machine {
            cores: std::thread::available_parallelism().map_or(0, std::num::NonZero::get),
            cpu: model.map_or_else(|| "unknown".to_owned(), |(_, name)| name.trim().to_owned()),
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            build: if cfg!(debug_assertions) { "dev (build with --release before you believe a figure)" } else { "release" },
            note: "compare figures of one run with each other, never with another machine's or another day's",
        }
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Machine { cores, cpu, system, build, note } = self;
        write!(f, "machine: {cores} cores, {cpu}, {system}; build: {build}\n{note}")
    }
}

impl fmt::Display for MainReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.machine)?;
        heading(f, 'a', "over the embedded engine", self.engine.label)?;
        paces(f, self.engine.citizens, &self.engine.paces)?;
        heading(f, 'b', "over canned answers", self.canned.label)?;
        paces(f, self.canned.citizens, &self.canned.paces)?;
        heading(f, 'c', "CPU of our own code", self.own.label)?;
        own(f, &self.own)?;
        heading(f, 'd', "what one filing asks of the tables", self.cost.label)?;
        cost(f, &self.cost)?;
        heading(f, 'e', "escalation", self.escalation.label)?;
        escalation(f, &self.escalation)
    }
}

fn heading(f: &mut fmt::Formatter<'_>, letter: char, title: &str, label: &str) -> fmt::Result {
    writeln!(f, "\n({letter}) {title}\n    {label}")
}

fn paces(f: &mut fmt::Formatter<'_>, citizens: usize, all: &[Pace]) -> fmt::Result {
    writeln!(
        f,
        "    {:<48} {:>7} {:>9} {:>9} {:>8} {:>8} {:>12}",
        format!("{citizens} citizens at once"),
        "done",
        "seconds",
        "a second",
        "p50 ms",
        "p99 ms",
        "process CPU"
    )?;
    for it in all {
        let cpu = format!("{:.0} us each", it.process_cpu_us_each);
        writeln!(f, "    {:<48} {:>7} {:>9.2} {:>9.1} {:>8.2} {:>8.2} {cpu:>12}", it.what, it.done, it.seconds, it.per_second, it.p50_ms, it.p99_ms)?;
    }
    writeln!(f, "    a second = done / seconds; process CPU = user and system time of everything in this process / done")
}

fn own(f: &mut fmt::Formatter<'_>, it: &OwnCode) -> fmt::Result {
    for request in &it.requests {
        writeln!(f, "    {:<64} {:>9}", request.what, "CPU us")?;
        for piece in &request.pieces {
            writeln!(f, "      {:<62} {:>9.1}", piece.what, piece.us)?;
        }
        writeln!(f, "      {:<62} {:>9.1}", "sum of the pieces", request.pieces_sum_us)?;
        let arithmetic = format!("own = whole {:.0} - sdk {:.0} ({} calls)", request.whole_us, request.sdk_us, request.sdk_calls);
        writeln!(f, "      {arithmetic:<62} {:>9.1}", request.own_us)?;
        writeln!(f, "      {:<62} {:>9.1}", "beside it, where the browser asks: the page in gzip", request.gzip_us)?;
    }
    Ok(())
}

fn cost(f: &mut fmt::Formatter<'_>, it: &Cost) -> fmt::Result {
    writeln!(f, "    {:<28} {:>9} {:>9} {:>9} {:>9}  average of {} filings", "", "requests", "table WU", "index WU", "WU", it.filings)?;
    for step in &it.steps {
        let list: Vec<String> = step.by_operation.iter().map(|(operation, n)| format!("{n:.4} {operation}").replace(".0000", "")).collect();
        writeln!(
            f,
            "    {:<28} {:>9.2} {:>9.2} {:>9.2} {:>9.2}  {}",
            step.what,
            step.requests,
            step.table_write_units,
            step.index_write_units,
            step.write_units(),
            list.join(", ")
        )?;
    }
    writeln!(f, "    a filing = the first three: {:.2} requests, {:.2} write units", it.filing_requests, it.filing_write_units)
}

fn escalation(f: &mut fmt::Formatter<'_>, it: &Escalation) -> fmt::Result {
    writeln!(
        f,
        "    {:>8} {:>8} {:>9} {:>9} {:>11} {:>14} {:>9}  requests of a round",
        "open", "overdue", "requests", "seconds", "ms/overdue", "idle requests", "idle ms"
    )?;
    for size in &it.sizes {
        let list: Vec<String> = size.by_operation.iter().map(|(operation, n)| format!("{n} {operation}")).collect();
        writeln!(
            f,
            "    {:>8} {:>8} {:>9.0} {:>9.3} {:>11.3} {:>14} {:>9.1}  {}",
            size.open,
            size.overdue,
            size.requests,
            size.seconds,
            size.ms_each_overdue,
            size.idle_requests,
            size.idle_seconds * 1e3,
            list.join(", ")
        )?;
    }
    writeln!(f, "    seconds: the median of {} rounds", it.rounds)?;
    writeln!(
        f,
        "    {:.0} times the open: {:.2} times the requests, {:.2} times the time (largest / smallest)",
        it.open_ratio, it.requests_ratio, it.time_ratio
    )
}
