//! The product's clock. In the cloud it is the system's; a local start may move it forward.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::Timestamp;
use jiff::SignedDuration;

/// Where "now" comes from. Whole seconds: the table and the texts know no finer time.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    /// The system's, so many seconds ahead.
    Ahead(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that starts at the system's time and can be moved.
    pub fn movable() -> Clock {
        Clock::Ahead(Arc::default())
    }

    pub fn now(&self) -> Timestamp {
        let system = Timestamp::now().as_second();
        let ahead = match self {
            Clock::System => 0,
            Clock::Ahead(seconds) => seconds.load(Ordering::SeqCst),
        };
        Timestamp::from_second(system.saturating_add(ahead)).unwrap_or(Timestamp::MAX)
    }

    /// Moves a movable clock forward; the system's stays.
    pub fn advance(&self, by: SignedDuration) {
        match self {
            Clock::System => {}
            Clock::Ahead(seconds) => {
                seconds.fetch_add(by.as_secs().max(0), Ordering::SeqCst);
            }
        }
    }
}
