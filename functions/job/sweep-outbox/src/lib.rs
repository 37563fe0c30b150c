//! Every minute: the texts that still wait after the stream had its chance, and those whose hour has come.

use boot::App;
use delivery::Delivered;
use jiff::SignedDuration;
use notify::Outlet;
use serde::Serialize;
use store::Error;

/// The stream is left so long to be first.
const GRACE: SignedDuration = SignedDuration::from_mins(1);

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub found: usize,
    pub sent: usize,
    /// Not wanted, refused for good, or settled by somebody else.
    pub settled: usize,
    /// Tried in vain, or to be tried in their hours.
    pub waiting: usize,
    pub failed: usize,
}

/// Runs the job once over every shard.
///
/// # Errors
/// Where the index cannot be read; the next run finds the same rows.
pub async fn run(app: &App, outlet: &Outlet) -> Result<Tally, Error> {
    let mut tally = Tally::default();
    let now = app.now();
    for shard in 0..store::SHARDS {
        let mut from = None;
        loop {
            let (waiting, next) = app.store().undelivered(shard, now - GRACE, from).await?;
            for it in waiting {
                tally.found += 1;
                match delivery::deliver(app.store(), outlet, &it, now).await {
                    Ok(Delivered::Sent) => tally.sent += 1,
                    Ok(Delivered::NotWanted | Delivered::NotOurs | Delivered::Refused) => tally.settled += 1,
                    Ok(Delivered::Later | Delivered::Failed) => tally.waiting += 1,
                    Err(error) => {
                        tracing::error!(number = %it.number, %error, "a waiting text was not delivered");
                        tally.failed += 1;
                    }
                }
            }
            from = next;
            if from.is_none() {
                break;
            }
        }
    }
    tracing::info!(found = tally.found, sent = tally.sent, waiting = tally.waiting, texts_failed = tally.failed, "swept the outbox");
    Ok(tally)
}
