//! The embedded database: `DynamoDB`'s wire format over `SQLite`, on a loopback port of its own.
//! The only file that knows which engine it is.

use std::path::Path;
use std::time::Duration;

use dynoxide::actions::batch_write_item::BatchWriteItemRequest;
use dynoxide::types::Item;
use dynoxide::{Database, DynoxideError, ImportOptions};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Where the engine warns of each condition that did not hold, which is how a code is refused and a race is lost.
pub const CHATTY: &[&str] = &["dynoxide::server"];

/// A running engine; it ends when this is dropped.
pub struct Engine {
    pub url: String,
    db: Database,
    stop: Option<oneshot::Sender<()>>,
    sweeper: JoinHandle<()>,
}

impl Engine {
    /// Starts over a file, or in memory where there is none.
    ///
    /// # Errors
    /// Where the file cannot be opened or no port is free; the text says which.
    pub async fn start(file: Option<&Path>) -> Result<Engine, String> {
        let db = match file {
            Some(file) => Database::new(&file.to_string_lossy()),
            None => Database::memory(),
        };
        let db = db.map_err(|e| format!("open the database: {e}"))?;
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|e| format!("bind a port for the database: {e}"))?;
        let url = format!("http://{}", listener.local_addr().map_err(|e| e.to_string())?);
        let (stop, stopped) = oneshot::channel::<()>();
        tokio::spawn(dynoxide::server::serve_with_shutdown(listener, db.clone(), async move {
            // A sender that was dropped means the same as one that spoke.
            let _ = stopped.await;
        }));
        let sweeper = tokio::spawn(sweep(db.clone()));
        Ok(Engine { url, db, stop: Some(stop), sweeper })
    }

    /// Takes in many rows at once: all of them or none. Indexes are filled as by a put, the stream hears nothing.
    ///
    /// # Errors
    /// Where a row does not fit the table.
    pub fn import(&self, table: &str, rows: Rows) -> Result<(), String> {
        self.db.import_items(table, rows.0, ImportOptions::default()).map(drop).map_err(|e| format!("take in rows: {e}"))
    }
}

/// Rows on their way into a table.
#[derive(Default)]
pub struct Rows(Vec<Item>);

impl Rows {
    /// The rows that a `BatchWriteItem` would put into a table.
    ///
    /// # Errors
    /// Where the body is another's, or asks for more than puts into this one table.
    pub fn of_batch(table: &str, body: &[u8]) -> Result<Rows, String> {
        let mut sent: BatchWriteItemRequest = serde_json::from_slice(body).map_err(|e| format!("read a batch of rows: {e}"))?;
        let writes = sent.request_items.remove(table).filter(|_| sent.request_items.is_empty()).ok_or("a batch for another table")?;
        let rows = writes.into_iter().map(|write| write.put_request.map(|put| put.item));
        rows.collect::<Option<_>>().map(Rows).ok_or_else(|| "a batch with something else than puts".to_owned())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn append(&mut self, more: &mut Rows) {
        self.0.append(&mut more.0);
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.sweeper.abort();
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

/// The engine without a port: a request in, its answer out, on the caller's own thread. For a simulation.
#[derive(Clone)]
pub struct Portless(Database);

impl Portless {
    /// An empty one in memory.
    ///
    /// # Errors
    /// Where the engine does not open; the text says why.
    pub fn open() -> Result<Portless, String> {
        Database::memory().map(Portless).map_err(|e| format!("open the database: {e}"))
    }

    /// The status and the body that the wire would carry back for an operation, such as `GetItem`.
    pub fn answer(&self, operation: &str, body: &str) -> (u16, String) {
        let db = &self.0;
        let answer = match operation {
            "BatchWriteItem" => carried(body, |it| db.batch_write_item(it)),
            "CreateTable" => carried(body, |it| db.create_table(it)),
            "DeleteItem" => carried(body, |it| db.delete_item(it)),
            "GetItem" => carried(body, |it| db.get_item(it)),
            "ListTables" => carried(body, |it| db.list_tables(it)),
            "PutItem" => carried(body, |it| db.put_item(it)),
            "Query" => carried(body, |it| db.query(it)),
            "Scan" => carried(body, |it| db.scan(it)),
            "TransactWriteItems" => carried(body, |it| db.transact_write_items(it)),
            "UpdateItem" => carried(body, |it| db.update_item(it)),
            "UpdateTimeToLive" => carried(body, |it| db.update_time_to_live(it)),
            other => Err(DynoxideError::ValidationException(format!("{other} is not carried"))),
        };
        answer.map_or_else(|e| (e.status_code(), e.to_json()), |json| (200, json))
    }
}

fn carried<Q: DeserializeOwned, A: Serialize>(body: &str, run: impl FnOnce(Q) -> dynoxide::Result<A>) -> dynoxide::Result<String> {
    let request = serde_json::from_str(body).map_err(|e| DynoxideError::SerializationException(e.to_string()))?;
    let answer = run(request)?;
    serde_json::to_string(&answer).map_err(|e| DynoxideError::InternalServerError(e.to_string()))
}

/// Collects what TTL has marked as rubbish; the engine does it only when it is told to.
async fn sweep(db: Database) {
    loop {
        tokio::time::sleep(Duration::from_secs(600)).await;
        let db = db.clone();
        if let Ok(Err(error)) = tokio::task::spawn_blocking(move || db.sweep_ttl()).await {
            tracing::warn!(%error, "rubbish was not collected");
        }
    }
}
