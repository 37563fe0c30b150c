//! What stands in the table: everything that was promised, once, whole, and nothing that nobody will look at again.

use std::collections::{BTreeMap, BTreeSet};

use domain::Timestamp;
use domain::complaint::Stage;
use serde_json::Value;

use crate::check::{Breaks, Evidence, shown};
use crate::citizen::Filed;
use crate::table;

pub(crate) fn judge(it: &Evidence<'_>, breaks: &mut Breaks) {
    let has = |pk: &str, sk: &str| it.rows.iter().any(|row| table::text(row, "pk") == Some(pk) && table::text(row, "sk") == Some(sk));
    for (plan, filed) in &it.month.filed {
        let Filed::Acknowledged(number) = filed else { continue };
        let own: Vec<String> = it.cases.iter().filter(|case| case.plan == *plan).map(|case| case.name()).collect();
        breaks.unless(own == [number.clone()], "an acknowledged filing is there, once", || format!("{number} was said, {own:?} are there"));
        breaks.unless(has(&format!("C#{number}"), "SEALED"), "an acknowledged filing is whole", || number.clone());
    }
    for case in &it.cases {
        let name = case.name();
        let versions: Vec<u64> = case.commits.iter().map(|it| it.version).collect();
        let first = versions.first().copied().unwrap_or_default();
        let counted: Vec<u64> = (first..=case.complaint.version).collect();
        breaks.unless(versions == counted, "a version is written once", || format!("{name}: {versions:?}, and it stands at {}", case.complaint.version));
        let written: usize = case.commits.iter().map(|it| it.events).sum();
        breaks.unless(written == case.events.len(), "events stay", || format!("{name}: {written} written, {} there", case.events.len()));
        let mut expected = (1, 0);
        for event in case.events.iter().map(|it| &it.event) {
            let place = (event.version, event.n);
            let follows = place == expected || (place == (expected.0 + 1, 0) && expected.1 > 0);
            breaks.unless(follows, "events follow each other", || format!("{name}: {place:?} after {expected:?}"));
            expected = (place.0, place.1 + 1);
        }
        breaks.unless(expected.0 == case.complaint.version, "every change has its events", || format!("{name}: {expected:?} of {}", case.complaint.version));
    }
    for row in &it.rows {
        let due = table::text(row, "due_sk").and_then(|sk| sk.split_once('#')?.0.parse::<Timestamp>().ok());
        let stuck = due.is_some_and(|due| due <= it.month.cleared);
        breaks.unless(!stuck, "nothing is stuck in the due index", || format!("{:?} of {:?}", table::text(row, "pk"), due.map(shown)));
    }
    keys(it, breaks);
    loads(it, breaks);
}

/// What she wrote can be read, unless she was promised that it is gone.
fn keys(it: &Evidence<'_>, breaks: &mut Breaks) {
    let has_key = |number: &str| it.keys.iter().any(|row| table::text(row, "pk").and_then(|pk| pk.strip_prefix("C#")) == Some(number));
    for row in it.rows.iter().filter(|row| table::text(row, "pk").is_some_and(|pk| pk.starts_with("F#"))) {
        let Some((number, state)) = table::text(row, "number").zip(table::text(row, "state")) else { continue };
        let about = || format!("{number}, which is {state}");
        match state {
            "lapsed" => breaks.unless(!has_key(number), "what lapsed is erased", about),
            _ => breaks.unless(has_key(number), "what she wrote can be read", about),
        }
    }
}

/// An officer's number of open complaints is the number of her open complaints.
fn loads(it: &Evidence<'_>, breaks: &mut Breaks) {
    let mut open: BTreeMap<(String, String), i64> = BTreeMap::new();
    for case in &it.cases {
        if let Stage::Assigned { officer, .. } = &case.complaint.stage {
            *open.entry((officer.unit.to_string(), officer.id.to_string())).or_default() += 1;
        }
    }
    let counted = it.rows.iter().filter_map(|row| Some((unit(row)?, table::text(row, "sk")?.strip_prefix("L#")?.to_owned(), count(row)?)));
    let counted: BTreeMap<(String, String), i64> = counted.map(|(unit, id, count)| ((unit, id), count)).collect();
    let all: BTreeSet<_> = open.keys().chain(counted.keys()).collect();
    for who in all {
        let (has, says) = (open.get(who).copied().unwrap_or_default(), counted.get(who).copied().unwrap_or_default());
        breaks.unless(has == says, "an officer's load is counted", || format!("{who:?} has {has}, the row says {says}"));
    }
}

fn unit(row: &Value) -> Option<String> {
    table::text(row, "pk")?.strip_prefix("U#").map(str::to_owned)
}

fn count(row: &Value) -> Option<i64> {
    row.get("open")?.get("N")?.as_str()?.parse().ok()
}
