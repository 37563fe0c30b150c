//! No clock is ever restarted or lost: read off the rows as they were written, without asking the domain.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::check::{Breaks, Case};
use crate::table;

pub(crate) fn judge(case: &Case, breaks: &mut Breaks) {
    let last = case.commits.last().map(|commit| clocks(&commit.meta).len());
    breaks.unless(last == Some(case.complaint.clocks.len()), "every clock can be read off its row", || case.name());
    for pair in case.commits.windows(2) {
        let [before, after] = pair else { continue };
        let at = |rule: &str| format!("{}: {rule} in version {}", case.name(), after.version);
        let policy = |row| table::text(row, "policy").map(str::to_owned);
        breaks.unless(policy(&before.meta) == policy(&after.meta), "it keeps the policy it was taken under", || at("policy"));
        breaks.unless(before.meta.get("planned") == after.meta.get("planned"), "no clock is lost", || at("planned"));
        let (known, now) = (clocks(&before.meta), clocks(&after.meta));
        for (rule, clock) in &known {
            let Some(same) = now.get(rule) else {
                breaks.add("no clock is lost", at(rule));
                continue;
            };
            let kept = ["started_at", "due_at", "may_pause_seconds"].iter().all(|name| clock.get(*name) == same.get(*name));
            breaks.unless(kept, "no clock is restarted", || at(rule));
            let missed = table::text(clock, "missed_at");
            breaks.unless(missed.is_none() || missed == table::text(same, "missed_at"), "what was missed stays missed", || at(rule));
            breaks.unless(table::number(clock, "warned") <= table::number(same, "warned"), "what was warned of stays so", || at(rule));
            let paused = |clock: &Value| clock.get("pauses").and_then(|it| it.get("L")?.as_array().map(Vec::len)).unwrap_or_default();
            breaks.unless(paused(clock) <= paused(same), "what stood still stays written", || at(rule));
        }
    }
}

/// The clocks of a row by their rules.
fn clocks(row: &Value) -> BTreeMap<&str, &Value> {
    let all = row.get("clocks").and_then(|it| it.get("L")?.as_array()).map(Vec::as_slice).unwrap_or_default();
    all.iter().filter_map(|it| it.get("M")).filter_map(|it| Some((table::text(it, "rule")?, it))).collect()
}
