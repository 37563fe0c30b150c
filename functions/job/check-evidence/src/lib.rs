//! Every minute, and whenever the bucket says that something came: a file that waits is looked at for harm. Where there is none, a picture is
//! drawn anew for officers to see. What comes at the wrong moment, twice, or not at all changes nothing: what waits lies in the index.

use std::time::{Duration, Instant};

use boot::App;
use domain::picture::Shelf;
use evidence::{Came, Kept, Looked, Scanner, Vault};
use serde::Serialize;
use store::{Error, File, Held, WaitsTo};

/// So many of a shard at once, promises and files together; the rest a minute later. Ten complaints that promise all they may are not enough
/// to keep a file waiting.
const PAGE: i32 = 201;
/// For so long a run begins with files. What it is at then has three of the function's five minutes to end: a run that is cut off counts as a
/// try of the file that it was at.
pub const BEGINS: Duration = Duration::from_secs(120);

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Laid down by a browser itself.
    pub arrived: usize,
    pub never_came: usize,
    pub found: usize,
    pub ready: usize,
    pub harmful: usize,
    /// The scanner was away.
    pub held: usize,
    pub erased: usize,
    pub already_settled: usize,
    /// Nobody who opened it came to an end; nobody opens it any more. It counts as failed too.
    pub given_up: usize,
    pub failed: usize,
}

/// Runs the job once over every shard.
///
/// # Errors
/// Where the index cannot be read; the next run finds the same rows.
pub async fn run(app: &App, vault: &Vault, scanner: &Scanner) -> Result<Tally, Error> {
    run_for(BEGINS, app, vault, scanner).await
}

/// The same, beginning with files for as long as `begins`; what is left is the next run's.
///
/// # Errors
/// Where the index cannot be read; the next run finds the same rows.
pub async fn run_for(begins: Duration, app: &App, vault: &Vault, scanner: &Scanner) -> Result<Tally, Error> {
    let (mut tally, began) = (Tally::default(), Instant::now());
    // First what came by itself: it is looked at in the same run.
    for (shelf, shard) in everywhere() {
        for held in waiting(app, shelf, shard, WaitsTo::Arrive).await?.into_iter().take_while(|_| began.elapsed() < begins) {
            match evidence::arrive(app.store(), vault, &held, app.now()).await {
                Ok(Came::Taken(kept)) => {
                    tracing::info!(number = %held.number, file = %held.id, outcome = outcome(&kept), "a file arrived");
                    tally.arrived += 1;
                }
                Ok(Came::NotYet) => {}
                Ok(Came::Never) => tally.never_came += 1,
                Ok(Came::GivenUp) => give_up(&held, &mut tally),
                Err(error) => {
                    tracing::error!(%error, number = %held.number, "a file that was promised was not taken");
                    tally.failed += 1;
                }
            }
        }
    }
    for (shelf, shard) in everywhere() {
        for held in waiting(app, shelf, shard, WaitsTo::BeLookedAt).await?.into_iter().take_while(|_| began.elapsed() < begins) {
            tally.found += 1;
            match evidence::settle((app.store(), vault, scanner), &held, app.now(), drawn_anew).await {
                Ok(Looked::Ready) => tally.ready += 1,
                Ok(Looked::Harmful) => tally.harmful += 1,
                Ok(Looked::Held) => tally.held += 1,
                Ok(Looked::Erased) => tally.erased += 1,
                Ok(Looked::Broken) => {
                    tracing::error!(number = %held.number, file = %held.id, "a file is not what was laid down");
                    tally.failed += 1;
                }
                Ok(Looked::GivenUp) => give_up(&held, &mut tally),
                Ok(Looked::Theirs) | Err(Error::Conflict) => tally.already_settled += 1,
                Err(error) => {
                    tracing::error!(%error, number = %held.number, "a file was not looked at");
                    tally.failed += 1;
                }
            }
        }
    }
    if tally.found + tally.arrived + tally.failed > 0 {
        tracing::info!(
            found = tally.found,
            arrived = tally.arrived,
            ready = tally.ready,
            harmful = tally.harmful,
            held = tally.held,
            failed = tally.failed,
            "looked at files"
        );
    }
    Ok(tally)
}

fn give_up(held: &Held, tally: &mut Tally) {
    tracing::error!(number = %held.number, file = %held.id, "a file is given up: whoever opened it came to no end");
    tally.given_up += 1;
    tally.failed += 1;
}

/// Every shard of both shelves: hers and what officers took in are looked at alike.
fn everywhere() -> impl Iterator<Item = (Shelf, u8)> {
    Shelf::ALL.into_iter().flat_map(|shelf| (0..store::SHARDS).map(move |shard| (shelf, shard)))
}

async fn waiting(app: &App, shelf: Shelf, shard: u8, to: WaitsTo) -> Result<Vec<Held>, Error> {
    let all = app.store().held_files(shelf, shard, app.now(), PAGE).await?;
    Ok(all.into_iter().filter(|held| held.to == to).collect())
}

fn outcome(it: &Kept) -> &'static str {
    match it {
        Kept::New(_) => "new",
        Kept::Already(_) => "already",
        Kept::Refused(fault) => fault.tag(),
        Kept::Nowhere => "nowhere",
    }
}

/// On a thread of its own: unpacking a picture takes a while and must not hold up anything else.
async fn drawn_anew(file: &File, content: &[u8]) -> Option<Vec<u8>> {
    let (kind, content) = (file.mark.kind, content.to_vec());
    tokio::task::spawn_blocking(move || pictures::drawn_anew(kind, &content)).await.ok().flatten()
}
