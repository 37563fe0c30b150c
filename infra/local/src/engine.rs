//! The embedded database: `DynamoDB`'s wire format over `SQLite`, on a loopback port of its own.
//! The only file that knows which engine it is.

use std::path::Path;
use std::time::Duration;

use dynoxide::Database;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Where the engine warns of each condition that did not hold, which is how a code is refused and a race is lost.
pub const CHATTY: &[&str] = &["dynoxide::server"];

/// A running engine; it ends when this is dropped.
pub struct Engine {
    pub url: String,
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
        let sweeper = tokio::spawn(sweep(db));
        Ok(Engine { url, stop: Some(stop), sweeper })
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
