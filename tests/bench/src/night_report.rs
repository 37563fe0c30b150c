//! A night's figures as tables for people; the same values are the JSON.

use std::fmt;

use crate::bill::Bill;
use crate::heat::{Heat, Spread};
use crate::night::{Measured, NightReport, Ratios};

impl fmt::Display for NightReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.machine)?;
        writeln!(f, "\na night of deadlines, {}\n    {}", self.night, self.label)?;
        for it in &self.nights {
            night(f, it)?;
        }
        ratios(f, &self.ratios)?;
        bill(f, &self.bill)?;
        heat(f, &self.heat)
    }
}

fn night(f: &mut fmt::Formatter<'_>, it: &Measured) -> fmt::Result {
    let mib = |peak: Option<f64>| peak.map_or_else(|| "unknown".to_owned(), |mib| format!("{mib:.0} MiB"));
    let operations: Vec<String> = it.by_operation.iter().map(|(operation, n)| format!("{n} {operation}")).collect();
    let t = &it.tally;
    writeln!(f, "\n    {} open, {} of them due in the night ({} rows seeded in {:.0} s)", it.open, it.due, it.rows, it.seeded_in_seconds)?;
    row(f, "time of all runs", &format!("{:.1} s: {} runs, of which {} found something and took {:.1} s", it.seconds, it.runs, it.busy_runs, it.busy_seconds))?;
    row(f, "requests", &format!("{}: {}", it.requests, operations.join(", ")))?;
    row(f, "write units", &format!("{}: table {}, indexes {}", it.write_units(), it.table_write_units, it.index_write_units))?;
    row(f, "read units", &format!("{:.0}", it.read_units))?;
    row(f, "memory of the job's process", &format!("{} at the most (the engine's process: {})", mib(it.peak_mib), mib(it.engine_peak_mib)))?;
    let load = it.load.map_or_else(|| "unknown".to_owned(), |load| load.to_string());
    row(
        f,
        "CPU",
        &format!(
            "product and client {:.1} s, engine {:.1} s; watching {:.1} s; the machine's load {load}",
            it.own(),
            it.engine_cpu_seconds,
            it.watching_cpu_seconds
        ),
    )?;
    row(
        f,
        "worst lateness",
        &format!("{} s from the planned moment to the commit (median {} s); {} early", it.latest_seconds, it.median_late_seconds, it.early),
    )?;
    row(f, "steps", &format!("{} committed, {} refused, {} texts to tell", it.steps, it.refused, it.texts))?;
    row(f, "tally", &format!("{t:?}"))?;
    let hottest: Vec<String> = it.hottest.iter().map(|it| format!("{} {} units", it.key, it.units_a_second)).collect();
    row(f, "hottest keys in one second", &hottest.join(", "))?;
    let d = &it.delivery;
    row(f, "delivering one text", &format!("{:.2} write units, {:.2} reads, weighed on {}", d.write_units, d.reads, d.weighed))
}

fn row(f: &mut fmt::Formatter<'_>, what: &str, value: &str) -> fmt::Result {
    writeln!(f, "      {what:<28} {value}")
}

fn ratios(f: &mut fmt::Formatter<'_>, it: &Ratios) -> fmt::Result {
    writeln!(
        f,
        "\n    {:.0} times the open: {:.3} times the requests, {:.3} times the units, {:.3} times the time; at most {} of requests and time: {}",
        it.open,
        it.requests,
        it.units,
        it.time,
        it.allowed,
        if it.holds { "holds" } else { "DOES NOT HOLD" }
    )?;
    writeln!(
        f,
        "    of the time, without what else the machine did: CPU {:.3} times; of product and client {:.3} times, of the engine {:.3} times",
        it.cpu, it.own_cpu, it.engine_cpu
    )
}

fn bill(f: &mut fmt::Formatter<'_>, it: &Bill) -> fmt::Result {
    writeln!(f, "\n    that night on AWS\n    prices: {}; {} rupees a dollar", it.prices_of, it.rupees_a_dollar)?;
    for item in it.items.iter() {
        writeln!(f, "      {:<28} {:<44} {:>10.2} rupees", item.what, item.reckoning, item.rupees)?;
    }
    writeln!(f, "      {:<28} {:<44} {:>10.2} rupees", "all but texts", format!("{:.4} rupees a step", it.rupees_a_step), it.rupees)?;
    writeln!(f, "      {:<28} {:<44} {:>10.2} rupees", it.texts.what, it.texts.reckoning, it.texts.rupees)?;
    let at = &it.at_aws;
    writeln!(f, "    there, assuming {}:", at.assumed)?;
    writeln!(
        f,
        "      {:.0} steps a second over {} shards, {:.0} runs of a minute, worst lateness {:.0} s",
        at.steps_a_second,
        store::SHARDS,
        at.runs,
        at.worst_lateness_seconds
    )?;
    writeln!(
        f,
        "      {:.0} write units a second on each key of the due index; {:.0} to {:.0} on one desk's if every step left or reached that desk",
        at.due_key_units_a_second,
        at.one_desk_units_a_second,
        2.0 * at.one_desk_units_a_second
    )
}

fn heat(f: &mut fmt::Formatter<'_>, it: &Heat) -> fmt::Result {
    writeln!(f, "\n    write units by key at {:.0} filings a second (a key takes {:.0})\n    {}", it.filings_a_second, it.limit, it.label)?;
    writeln!(f, "      {:<12} {:>16} {:>8} {:>22}", "keys", "units a filing", "spread", "units a second a key")?;
    for key in &it.keys {
        let spread = match key.spread {
            Spread::Own => "own",
            Spread::Shards => "shards",
            Spread::One => "one",
        };
        let holds = if key.holds { "holds" } else { "would not hold" };
        writeln!(f, "      {:<12} {:>16.2} {:>8} {:>22.1}  {holds}", key.family, key.units_a_filing, spread, key.units_a_second)?;
    }
    writeln!(
        f,
        "    the keys of one unit take {:.0} filings a second, {:.0} % of all; the largest district has {:.0} % of the people, so they hold while filings come as people live",
        it.unit_filings_a_second,
        it.unit_share * 100.0,
        it.largest_share * 100.0
    )
}
