//! (d) What one filing asks of the tables: requests by operation, and write units.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::citizen::Browser;
use crate::made;
use crate::phones::Phones;
use crate::town::{Town, bare_client, engine};
use crate::weigh::{Ledger, Weighed};
use crate::wire::{Counts, Mode, Wire};

/// Filings that are counted, after one that warms the day's branch key.
const FILINGS: u32 = 20;

#[derive(Debug, Serialize)]
pub(crate) struct Cost {
    pub(crate) label: &'static str,
    pub(crate) filings: u32,
    pub(crate) steps: Vec<Step>,
    pub(crate) filing_requests: f64,
    pub(crate) filing_write_units: f64,
}

/// One step of a filing, on the average.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Step {
    pub(crate) what: &'static str,
    pub(crate) requests: f64,
    pub(crate) by_operation: BTreeMap<String, f64>,
    pub(crate) table_write_units: f64,
    pub(crate) index_write_units: f64,
}

impl Step {
    fn add(&mut self, counts: Counts, weighed: &[Weighed]) {
        let share = |n: u64| n as f64 / f64::from(FILINGS);
        for (operation, n) in counts {
            self.requests += share(n);
            *self.by_operation.entry(operation).or_default() += share(n);
        }
        self.table_write_units += share(weighed.iter().map(|it| it.table_units).sum());
        self.index_write_units += share(weighed.iter().map(|it| it.index_units).sum());
    }

    pub(crate) fn write_units(&self) -> f64 {
        self.table_write_units + self.index_write_units
    }
}

pub(crate) async fn measure() -> Result<Cost, String> {
    let (engine, phones) = (engine().await?, Phones::start().await?);
    // Makes tables and officers; what is counted goes through another.
    Town::over(&engine, &phones.url, Mode::Count).await?;
    let ledger = Arc::new(Ledger::of(bare_client(&Wire::new(Mode::Count), &engine.url), local::tables()).await?);
    let town = Town::at(&engine.url, &phones.url, Mode::Weigh(ledger.clone()), Mode::Count)?;
    let site = town.serve().await?;
    let browser = Browser::at(&site.url);
    browser.files(&phones).await?;
    let take = || (town.wire.take(), ledger.take());
    take();

    let step = |what| Step { what, ..Step::default() };
    let (mut file, mut confirm) = (step("POST /complaints"), step("POST /complaints/confirm"));
    let (mut tell, mut read) = (step("status texts, by the stream"), step("one tracking read"));
    for _ in 0..FILINGS {
        let phone = made::phone();
        let draft = browser.file(&phone).await?;
        let (counts, weighed) = take();
        file.add(counts, &weighed);

        let code = phones.code(&phone)?;
        let (number, cookie) = browser.confirm(&draft, &code).await?;
        let (counts, weighed) = take();
        confirm.add(counts, &weighed);

        for (pk, sk) in weighed.iter().flat_map(|it| &it.made).filter(|(_, sk)| sk.starts_with("E#")) {
            send_updates::run(&town.app, &town.outlet, pk, sk).await.map_err(|e| format!("tell of an event: {e}"))?;
        }
        let (counts, weighed) = take();
        tell.add(counts, &weighed);

        browser.read(&crate::citizen::Filed { draft, code, number, cookie }).await?;
        let (counts, weighed) = take();
        read.add(counts, &weighed);
    }
    let filing = [&file, &confirm, &tell];
    let filing_requests = filing.iter().map(|step| step.requests).sum();
    let filing_write_units = filing.iter().map(|step| step.write_units()).sum();
    Ok(Cost {
        label: "counted at the client's seam; a phone's first filing of the day, a warm function. Write units are computed from the rows before and after, \
                not asked for: table = 1 per started KB of the larger, x2 in a transaction, a refused condition included; \
                index = 1 per started KB of each entry made, changed or removed",
        filings: FILINGS,
        steps: vec![file, confirm, tell, read],
        filing_requests,
        filing_write_units,
    })
}
