//! A line on stderr that says how far it is and how long it will take.

use std::io::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const EVERY: Duration = Duration::from_millis(500);

/// One piece of work of a known size.
pub(crate) struct Progress {
    doing: &'static str,
    what: &'static str,
    total: u32,
    from: Instant,
    said: Mutex<Instant>,
}

impl Progress {
    pub(crate) fn new(doing: &'static str, what: &'static str, total: u32) -> Progress {
        let from = Instant::now();
        Progress { doing, what, total, from, said: Mutex::new(from) }
    }

    /// So many are done; said twice a second and at the end.
    pub(crate) fn at(&self, done: u32) {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        if done < self.total && said.elapsed() < EVERY {
            return;
        }
        *said = Instant::now();
        let rate = f64::from(done) / self.from.elapsed().as_secs_f64().max(1e-3);
        let left = f64::from(self.total.saturating_sub(done)) / rate.max(1e-3);
        line(&format!("{} {done} of {} {}, {rate:.0} a second, {left:.0} s left", self.doing, self.total, self.what));
        if done >= self.total {
            eprintln!();
        }
    }
}

/// Shows a line in the place of the one before.
pub(crate) fn line(text: &str) {
    eprint!("\r{text}\x1b[K");
    // A progress line that cannot be shown is no reason to stop.
    let _ = std::io::stderr().flush();
}
