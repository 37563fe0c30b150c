//! The product's clock. In the cloud it is the system's; a local start may move it forward, a simulation sets it.

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
    /// Stands at this second of the epoch until it is set to another.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that starts at the system's time and can be moved.
    pub fn movable() -> Clock {
        Clock::Ahead(Arc::default())
    }

    pub fn now(&self) -> Timestamp {
        let second = match self {
            Clock::System => Timestamp::now().as_second(),
            Clock::Ahead(seconds) => Timestamp::now().as_second().saturating_add(seconds.load(Ordering::SeqCst)),
            Clock::Set(second) => second.load(Ordering::SeqCst),
        };
        Timestamp::from_second(second).unwrap_or(Timestamp::MAX)
    }

    /// Moves a clock forward; the system's stays.
    pub fn advance(&self, by: SignedDuration) {
        match self {
            Clock::System => {}
            Clock::Ahead(seconds) | Clock::Set(seconds) => {
                seconds.fetch_add(by.as_secs().max(0), Ordering::SeqCst);
            }
        }
    }
}
