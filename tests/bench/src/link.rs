//! A slow network between a browser and a site: every byte waits for its turn and for the way.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until};

/// About what one packet carries.
const PIECE: usize = 1400;

/// How slow it is, the same in both directions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slowness {
    /// There and back.
    pub(crate) round_trip: Duration,
    pub(crate) bits_per_second: u32,
}

/// A network before a site; it ends when this is dropped.
pub(crate) struct Link {
    /// What a browser asks instead of the site.
    pub(crate) url: String,
    up: Way,
    down: Way,
    server: JoinHandle<()>,
}

/// One direction, shared by all connections of the phone.
#[derive(Clone, Default)]
struct Way {
    carried: Arc<AtomicU64>,
    busy_until: Arc<Mutex<Option<Instant>>>,
}

impl Drop for Link {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Link {
    /// In front of what answers at `site`, such as `127.0.0.1:8080`.
    pub(crate) async fn before(site: &str, slow: Slowness) -> Result<Link, String> {
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|e| format!("bind a port for the slow link: {e}"))?;
        let url = format!("http://{}", listener.local_addr().map_err(|e| e.to_string())?);
        let (up, down, site) = (Way::default(), Way::default(), site.to_owned());
        let ways = (up.clone(), down.clone());
        let server = tokio::spawn(async move {
            while let Ok((browser, _)) = listener.accept().await {
                tokio::spawn(connected(browser, site.clone(), slow, ways.clone()));
            }
        });
        Ok(Link { url, up, down, server })
    }

    /// The bytes that went up and came down so far, headers included.
    pub(crate) fn carried(&self) -> (u64, u64) {
        (self.up.carried.load(Ordering::Relaxed), self.down.carried.load(Ordering::Relaxed))
    }
}

async fn connected(browser: TcpStream, site: String, slow: Slowness, (up, down): (Way, Way)) {
    // On the loopback a connection stands at once; on this network it takes the way there and back.
    sleep(slow.round_trip).await;
    let Ok(site) = TcpStream::connect(site).await else { return };
    let ((from_browser, to_browser), (from_site, to_site)) = (browser.into_split(), site.into_split());
    tokio::join!(up.carry(from_browser, to_site, slow), down.carry(from_site, to_browser, slow));
}

impl Way {
    async fn carry(&self, mut from: OwnedReadHalf, mut to: OwnedWriteHalf, slow: Slowness) {
        let (sent, mut arriving) = mpsc::unbounded_channel::<(Instant, Vec<u8>)>();
        let arrives = async move {
            while let Some((at, piece)) = arriving.recv().await {
                sleep_until(at).await;
                if to.write_all(&piece).await.is_err() {
                    return;
                }
            }
            // The other side has gone already where this fails.
            drop(to.shutdown().await);
        };
        let leaves = async move {
            let mut piece = vec![0; PIECE];
            while let Ok(read @ 1..) = from.read(&mut piece).await {
                let at = self.through(read, slow) + slow.round_trip / 2;
                if sent.send((at, piece[..read].to_vec())).is_err() {
                    return;
                }
            }
        };
        tokio::join!(arrives, leaves);
    }

    /// When the last bit of so many bytes has left, behind everything that left before.
    fn through(&self, bytes: usize, slow: Slowness) -> Instant {
        self.carried.fetch_add(bytes as u64, Ordering::Relaxed);
        let mut busy_until = self.busy_until.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let begins = busy_until.filter(|until| *until > now).unwrap_or(now);
        let ends = begins + Duration::from_secs_f64(bytes as f64 * 8.0 / f64::from(slow.bits_per_second));
        *busy_until = Some(ends);
        ends
    }
}
