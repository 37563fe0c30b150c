//! The partition arithmetic: which keys a filing's write units fall on, and what each key takes at a thousand filings a second.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::citizen::Browser;
use crate::made;
use crate::phones::Phones;
use crate::town::{Town, bare_client, engine};
use crate::watch::family;
use crate::weigh::Ledger;
use crate::wire::{Mode, Wire};

/// Filings that are weighed.
const FILINGS: u32 = 40;
const FILINGS_A_SECOND: f64 = 1_000.0;
/// What one partition key takes.
pub(crate) const LIMIT: f64 = 1_000.0;
/// The largest district's share of the people of Uttar Pradesh: Prayagraj, 59.5 of 1,998 lakh, census of 2011.
const LARGEST_SHARE: f64 = 0.03;

#[derive(Debug, Serialize)]
pub(crate) struct Heat {
    pub(crate) label: &'static str,
    pub(crate) filings_a_second: f64,
    pub(crate) limit: f64,
    pub(crate) keys: Vec<Key>,
    /// Filings a second that the keys of one unit take, and their share of all.
    pub(crate) unit_filings_a_second: f64,
    pub(crate) unit_share: f64,
    pub(crate) largest_share: f64,
}

/// A family of keys.
#[derive(Debug, Serialize)]
pub(crate) struct Key {
    pub(crate) family: String,
    pub(crate) units_a_filing: f64,
    pub(crate) spread: Spread,
    pub(crate) units_a_second: f64,
    pub(crate) holds: bool,
}

/// How many keys of its kind share the filings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Spread {
    /// Each filing has its own.
    Own,
    Shards,
    /// All of them go to one: the worst that could be.
    One,
}

pub(crate) async fn measure() -> Result<Heat, String> {
    let (engine, phones) = (engine().await?, Phones::start().await?);
    Town::over(&engine, &phones.url, Mode::Count).await?;
    let ledger = Arc::new(Ledger::of(bare_client(&Wire::new(Mode::Count), &engine.url), local::tables()).await?);
    let town = Town::at(&engine.url, &phones.url, Mode::Weigh(ledger.clone()), Mode::Count)?;
    let site = town.serve().await?;
    let browser = Browser::at(&site.url);
    browser.files(&phones).await?;
    ledger.take();
    let mut units: BTreeMap<String, u64> = BTreeMap::new();
    let mut distinct: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for _ in 0..FILINGS {
        let phone = made::phone();
        let draft = browser.file(&phone).await?;
        browser.confirm(&draft, &phones.code(&phone)?).await?;
        let mut weighed = ledger.take();
        for (pk, sk) in weighed.iter().flat_map(|it| &it.made).filter(|(_, sk)| sk.starts_with("E#")) {
            send_updates::run(&town.app, &town.outlet, pk, sk).await.map_err(|e| format!("tell of an event: {e}"))?;
        }
        weighed.extend(ledger.take());
        for (key, n) in weighed.into_iter().flat_map(|it| it.by_key) {
            let family = family(&key).to_owned();
            *units.entry(family.clone()).or_default() += n;
            distinct.entry(family).or_default().insert(key);
        }
    }
    let keys = units.into_iter().map(|(family, units)| {
        let seen = distinct.get(&family).map_or(0, BTreeSet::len);
        Key::of(family, units as f64 / f64::from(FILINGS), seen)
    });
    let keys: Vec<Key> = keys.collect();
    let unit: f64 = keys.iter().filter(|key| key.spread == Spread::One).map(|key| key.units_a_filing).fold(0.0, f64::max);
    let unit_filings_a_second = LIMIT / unit.max(f64::MIN_POSITIVE);
    Ok(Heat {
        label: "write units of a filing from form to second text, by partition key, weighed on filings that all go to one station; \
                own: every filing has a key of its own; shards: sixteen share them all; one: as if every filing of the state went to one unit",
        filings_a_second: FILINGS_A_SECOND,
        limit: LIMIT,
        keys,
        unit_filings_a_second,
        unit_share: unit_filings_a_second / FILINGS_A_SECOND,
        largest_share: LARGEST_SHARE,
    })
}

impl Key {
    fn of(family: String, units_a_filing: f64, distinct: usize) -> Key {
        // The made-up filings all name one station: what is a filing's own has as many keys as there were filings,
        // what is sharded has at most sixteen, and a desk has one.
        let spread = match distinct {
            1 => Spread::One,
            n if n >= FILINGS as usize => Spread::Own,
            _ => Spread::Shards,
        };
        let units_a_second = match spread {
            Spread::Own => units_a_filing,
            Spread::Shards => units_a_filing * FILINGS_A_SECOND / f64::from(store::SHARDS),
            Spread::One => units_a_filing * FILINGS_A_SECOND,
        };
        Key { family, units_a_filing, spread, units_a_second, holds: units_a_second < LIMIT }
    }
}
