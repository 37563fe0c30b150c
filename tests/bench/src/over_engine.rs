//! (a) The whole product as `cargo run` starts it, over the embedded engine in memory.

use std::sync::{Arc, Mutex, PoisonError};

use local::Options;
use local::seed::Seed;
use serde::Serialize;

use crate::citizen::{Browser, Filed, Pace, crowd};
use crate::made;
use crate::phones::Phones;
use crate::town::CITIZENS;

/// Reads timed for each filing timed.
const READS: usize = 5;

#[derive(Debug, Serialize)]
pub(crate) struct OverEngine {
    pub(crate) label: &'static str,
    pub(crate) citizens: usize,
    pub(crate) paces: Vec<Pace>,
}

pub(crate) async fn measure(filings: usize) -> Result<OverEngine, String> {
    let phones = Arc::new(Phones::start().await?);
    let options = Options { seed: Seed::Empty, sns: Some(phones.url.clone()), jobs: false, ..Options::default() };
    let running = local::start(options).await?;
    let officers = running.local.jobs.app.store().put_officers(&made::officers()?).await;
    officers.map_err(|e| format!("write the officers: {e}"))?;
    let browser = Browser::at(&running.url);

    let kept: Arc<Mutex<Vec<Vec<Filed>>>> = Arc::new(Mutex::new(vec![Vec::new(); CITIZENS]));
    let files = {
        let (browser, phones, kept) = (browser.clone(), phones.clone(), kept.clone());
        move |citizen: usize, _| {
            let (browser, phones, kept) = (browser.clone(), phones.clone(), kept.clone());
            async move {
                let filed = browser.files(&phones).await?;
                kept.lock().unwrap_or_else(PoisonError::into_inner)[citizen].push(filed);
                Ok(())
            }
        }
    };
    crowd("warming up", CITIZENS, 2, files.clone()).await?;
    let each = filings / CITIZENS;
    let filing = crowd("filing: form, code from the phone, code typed", CITIZENS, each, files).await?;

    let kept = Arc::new(std::mem::take(&mut *kept.lock().unwrap_or_else(PoisonError::into_inner)));
    let reads = move |citizen: usize, n: usize| {
        let (browser, kept) = (browser.clone(), kept.clone());
        async move {
            let own = &kept[citizen];
            browser.read(&own[n % own.len()]).await
        }
    };
    crowd("warming up", CITIZENS, 8, reads.clone()).await?;
    let reading = crowd("tracking read: her page under her session", CITIZENS, each * READS, reads).await?;
    Ok(OverEngine {
        label: "whole product over loopback HTTP and the embedded engine in memory; clients, server, SDK, engine and phones share one process; \
                pages uncompressed; status texts and jobs off. This engine's writes slow down with its stream records, so the pace of filing falls with --filings",
        citizens: CITIZENS,
        paces: vec![filing, reading],
    })
}
