//! What a night costs and how late it comes, read off the requests as they pass: the job is not asked.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use aws_sdk_dynamodb::types::AttributeValue;
use boot::Clock;
use cpu_time::ThreadTime;
use domain::Timestamp;
use serde::Serialize;
use serde_json::Value;
use store::Item;

use crate::bare::map;
use crate::weigh::{Index, size, units};

/// Events whose texts are delivered afterwards, to see what that costs.
const SAMPLE: usize = 40;

/// Watches one night.
pub(crate) struct Watch {
    clock: Clock,
    indexes: Vec<Index>,
    seen: Mutex<Seen>,
}

/// What was seen.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) requests: BTreeMap<String, u64>,
    pub(crate) read_units: f64,
    pub(crate) table_units: u64,
    pub(crate) index_units: u64,
    /// Transactions that went through, and those that were refused.
    pub(crate) committed: u64,
    pub(crate) refused: u64,
    /// Events that somebody is told of.
    pub(crate) texts: u64,
    /// Keys of some of them.
    pub(crate) sample: Vec<(String, String)>,
    /// Seconds between the planned moment and the commit, and how many came so late.
    pub(crate) late: BTreeMap<i64, u64>,
    /// CPU that the watching itself took.
    pub(crate) own: Duration,
    /// Write units by second of the clock, of each key of an index: the present second and the worst.
    keys: HashMap<String, Beat>,
    /// Rows as they were read or written last, for as long as they are worked on.
    rows: HashMap<(String, String), Item>,
}

#[derive(Debug, Default)]
struct Beat {
    second: i64,
    units: u64,
    worst: u64,
}

/// The key of a family that took the most in one second.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Hottest {
    pub(crate) family: String,
    pub(crate) key: String,
    pub(crate) units_a_second: u64,
}

impl Watch {
    pub(crate) fn new(clock: Clock, indexes: Vec<Index>) -> Watch {
        Watch { clock, indexes, seen: Mutex::default() }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was seen since it was last taken.
    pub(crate) fn take(&self) -> Seen {
        std::mem::take(&mut *self.seen())
    }

    pub(crate) fn committed(&self) -> u64 {
        self.seen().committed
    }

    /// Enters a request and its answer.
    pub(crate) fn see(&self, operation: &str, sent: &[u8], status: u16, answer: &[u8]) -> Result<(), String> {
        let from = ThreadTime::now();
        let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).map_err(|e| format!("read a {operation}: {e}"));
        let (sent, answer) = (read(sent)?, read(answer)?);
        let mut seen = self.seen();
        *seen.requests.entry(operation.to_owned()).or_default() += 1;
        let fits = match operation {
            "GetItem" | "Query" => seen.read(operation, &sent, &answer),
            "TransactWriteItems" => seen.wrote(&self.indexes, &sent, (200..300).contains(&status), self.clock.now()),
            _ => None,
        };
        seen.own += from.elapsed();
        fits.ok_or_else(|| format!("a {operation} of a shape that is not known here"))
    }
}

impl Seen {
    fn read(&mut self, operation: &str, sent: &Value, answer: &Value) -> Option<()> {
        let steady = sent.get("ConsistentRead").and_then(Value::as_bool).unwrap_or_default();
        let mut bytes = 0;
        if operation == "GetItem" {
            if let Some(item) = map(answer, "Item") {
                bytes = size(&item);
                self.rows.insert(key(&item)?, item);
            }
        } else {
            for item in answer.get("Items").and_then(Value::as_array).into_iter().flatten() {
                bytes += size(&crate::bare::values(item)?);
            }
        }
        self.read_units += bytes.div_ceil(4096).max(1) as f64 * if steady { 1.0 } else { 0.5 };
        Some(())
    }

    fn wrote(&mut self, indexes: &[Index], sent: &Value, held: bool, now: Timestamp) -> Option<()> {
        if held {
            self.committed += 1;
        } else {
            self.refused += 1;
        }
        for write in sent.get("TransactItems")?.as_array()? {
            let after = map(write.get("Put")?, "Item")?;
            let key = key(&after)?;
            let before = self.rows.remove(&key);
            self.table_units += 2 * units(size(&after).max(before.as_ref().map_or(0, size)));
            if !held {
                continue;
            }
            for index in indexes {
                for (hash, units) in index.entries(before.as_ref(), Some(&after)) {
                    self.index_units += units;
                    self.keys.entry(hash).or_default().add(now.as_second(), units);
                }
            }
            if let Some(planned) = before.as_ref().and_then(wakes) {
                *self.late.entry(now.as_second() - planned.as_second()).or_default() += 1;
            }
            if after.contains_key("outbox_pk") {
                self.texts += 1;
                if self.sample.len() < SAMPLE {
                    self.sample.push(key.clone());
                }
            }
            // It is due again at once: the job goes on with it and does not read it anew.
            if wakes(&after).is_some_and(|at| at <= now) {
                self.rows.insert(key, after);
            }
        }
        Some(())
    }

    /// The worst second of each family of keys.
    pub(crate) fn hottest(&self) -> Vec<Hottest> {
        let mut worst: BTreeMap<&str, (&str, u64)> = BTreeMap::new();
        for (key, beat) in &self.keys {
            let it = worst.entry(family(key)).or_insert((key, 0));
            if beat.worst > it.1 {
                *it = (key, beat.worst);
            }
        }
        worst.into_iter().map(|(family, (key, units))| Hottest { family: family.to_owned(), key: key.to_owned(), units_a_second: units }).collect()
    }
}

impl Beat {
    fn add(&mut self, second: i64, units: u64) {
        if self.second != second {
            (self.second, self.units) = (second, 0);
        }
        self.units += units;
        self.worst = self.worst.max(self.units);
    }
}

/// What stands before the first `#` of a key. By its station a complaint is found under a key that others share, unlike by her phone.
pub(crate) fn family(key: &str) -> &str {
    const STATION: &str = "K#station";
    if key.starts_with(STATION) {
        return STATION;
    }
    key.split_once('#').map_or(key, |(family, _)| family)
}

fn key(item: &Item) -> Option<(String, String)> {
    let text = |name: &str| item.get(name)?.as_s().ok().cloned();
    Some((text("pk")?, text("sk")?))
}

/// The moment that a row waits for.
fn wakes(item: &Item) -> Option<Timestamp> {
    item.get("due_sk").map(AttributeValue::as_s)?.ok()?.split_once('#')?.0.parse().ok()
}
