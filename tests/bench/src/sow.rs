//! Complaints by the hundred thousand: `store` makes every row as it would for one, and what it sends is not put
//! row by row but handed to the engine in heaps.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use aws_sdk_dynamodb::error::DisplayErrorContext;
use aws_sdk_dynamodb::types::StreamSpecification;
use domain::decide::Change;
use local::engine::{Engine, Rows};
use store::Private;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;

use crate::progress::Progress;
use crate::town::{Town, bare_client};
use crate::wire::{Mode, Wire};

/// Requests that are on their way at once.
const WRITERS: usize = 8;
/// Complaints whose rows share a request: three rows each, of the 25 that one takes.
const TOGETHER: usize = 8;
/// Rows that the engine takes in one go.
const HEAP: usize = 4_000;
/// Requests whose rows may wait for the engine.
const WAITING: usize = 512;
/// Nobody listens there: rows that are sown tell nobody.
pub(crate) const NO_PHONES: &str = "http://127.0.0.1:9";

/// What sowing came to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sown {
    pub(crate) rows: usize,
    pub(crate) seconds: f64,
}

/// The way of rows into the engine. A request is never held up: the client would give it up after a second, and
/// the engine may be longer over a heap. Who makes one waits for room first.
#[derive(Clone)]
pub(crate) struct Heaps {
    rows: mpsc::UnboundedSender<Rows>,
    room: Arc<Semaphore>,
}

impl Heaps {
    fn new() -> (Heaps, mpsc::UnboundedReceiver<Rows>) {
        let (rows, coming) = mpsc::unbounded_channel();
        (Heaps { rows, room: Arc::new(Semaphore::new(WAITING)) }, coming)
    }

    /// Takes the rows out of a request.
    pub(crate) fn put(&self, operation: &str, sent: &[u8]) -> Result<(), String> {
        if operation != "BatchWriteItem" {
            return Err(format!("only whole rows are sown, and this is a {operation}"));
        }
        let rows = Rows::of_batch(&local::tables().main, sent)?;
        self.rows.send(rows).map_err(|_| "the engine takes no more rows".to_owned())
    }
}

/// Writes complaints into tables that exist; they come one after another, `total` of them.
pub(crate) async fn sow(engine: &Arc<Engine>, total: u32, changes: impl Iterator<Item = Result<Change, String>> + Send + 'static) -> Result<Sown, String> {
    let from = Instant::now();
    let (heaps, coming) = Heaps::new();
    let room = heaps.room.clone();
    let importer = {
        let (engine, room) = (engine.clone(), room.clone());
        tokio::task::spawn_blocking(move || take_in(&engine, coming, &room))
    };
    let town = Town::at(&engine.url, NO_PHONES, Mode::Gather(heaps), Mode::Count)?;
    let changes = Arc::new(Mutex::new(changes));
    let done = Arc::new((AtomicU32::new(0), Progress::new("seeding", "open complaints", total)));
    let mut writers = JoinSet::new();
    for _ in 0..WRITERS {
        let (store, changes, done, room) = (town.app.store().clone(), changes.clone(), done.clone(), room.clone());
        writers.spawn(async move {
            loop {
                let next = changes.lock().unwrap_or_else(PoisonError::into_inner).by_ref().take(TOGETHER).collect::<Result<Vec<_>, _>>()?;
                if next.is_empty() {
                    return Ok::<_, String>(());
                }
                let next: Vec<_> = next.into_iter().map(|it| (Private::empty(it.complaint.number.clone(), String::new()), it)).collect();
                // Given back by the importer, once the rows are in.
                room.acquire().await.map_err(|_| "the engine takes no more rows")?.forget();
                let all = store.adopt_all(next.iter().map(|(private, change)| (change, private)));
                all.await.map_err(|e| format!("write complaints: {e}"))?;
                let more = u32::try_from(next.len()).unwrap_or(u32::MAX);
                done.1.at(done.0.fetch_add(more, Ordering::Relaxed) + more);
            }
        });
    }
    let mut written = Ok(());
    while let Some(writer) = writers.join_next().await
        && written.is_ok()
    {
        written = writer.map_err(|e| format!("seed: {e}")).flatten();
    }
    // The last sender goes with writers and town, and the importer sees the end. What it says is the cause, where both fail.
    writers.shutdown().await;
    drop(town);
    let rows = importer.await.map_err(|e| format!("seed: {e}"))??;
    written?;
    Ok(Sown { rows, seconds: from.elapsed().as_secs_f64() })
}

fn take_in(engine: &Engine, mut coming: mpsc::UnboundedReceiver<Rows>, room: &Semaphore) -> Result<usize, String> {
    let mut taken = 0;
    while let Some(mut heap) = coming.blocking_recv() {
        let mut requests = 1;
        while heap.len() < HEAP
            && let Ok(mut more) = coming.try_recv()
        {
            heap.append(&mut more);
            requests += 1;
        }
        taken += heap.len();
        // Nobody may wait for room that never comes.
        engine.import(&local::tables().main, heap).inspect_err(|_| room.close())?;
        room.add_permits(requests);
    }
    Ok(taken)
}

/// Turns the table's stream off. The engine looks through every stream record it holds at each write, so that
/// writing would grow with what was written before; at AWS it does not, and the job has no use for the stream.
pub(crate) async fn silence(endpoint: &str) -> Result<(), String> {
    let off = StreamSpecification::builder().stream_enabled(false).build().map_err(|e| e.to_string())?;
    let client = bare_client(&Wire::new(Mode::Count), endpoint);
    let call = client.update_table().table_name(local::tables().main).stream_specification(off);
    call.send().await.map(drop).map_err(|e| format!("turn the table's stream off: {}", DisplayErrorContext(e)))
}
