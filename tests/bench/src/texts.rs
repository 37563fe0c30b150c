//! What it costs to deliver the texts of a night: some of them are delivered, and weighed.

use std::sync::Arc;

use domain::Timestamp;
use serde::Serialize;

use crate::phones::Phones;
use crate::town::{Town, bare_client};
use crate::weigh::{Index, Ledger};
use crate::wire::{Mode, Wire};

/// One text, on the average.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Delivery {
    pub(crate) weighed: usize,
    pub(crate) write_units: f64,
    pub(crate) reads: f64,
}

/// Delivers the texts of some events at a moment.
pub(crate) async fn deliver(endpoint: &str, phones: &Phones, now: Timestamp, events: &[(String, String)], indexes: Vec<Index>) -> Result<Delivery, String> {
    let ledger = Arc::new(Ledger::with(bare_client(&Wire::new(Mode::Count), endpoint), local::tables(), indexes));
    let town = Town::at(endpoint, &phones.url, Mode::Weigh(ledger.clone()), Mode::Count)?;
    town.app.base().clock().advance(now.duration_since(town.app.now()));
    for (pk, sk) in events {
        send_updates::run(&town.app, &town.outlet, pk, sk).await.map_err(|e| format!("tell of an event: {e}"))?;
    }
    let weighed = ledger.take();
    let counts = town.wire.take();
    let reads: u64 = ["GetItem", "Query"].into_iter().filter_map(|operation| counts.get(operation)).sum();
    let each = |n: u64| n as f64 / events.len().max(1) as f64;
    Ok(Delivery { weighed: events.len(), write_units: each(weighed.iter().map(|it| it.table_units + it.index_units).sum()), reads: each(reads) })
}
