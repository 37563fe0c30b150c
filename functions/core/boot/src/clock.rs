//! The product's clock. In the cloud it is the system's; a local start may move it forward, a simulation sets it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::Timestamp;
use jiff::SignedDuration;

/// Where "now" comes from. Whole seconds: the table and the texts know no finer time.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    /// The system's, so many seconds ahead of it or, below zero, behind.
    Ahead(Arc<AtomicI64>),
    /// Stands at this second of the epoch until it is set to another.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that goes as the system's does and can be moved. It starts at a given moment, or at the system's.
    pub fn movable(begins: Option<Timestamp>) -> Clock {
        let ahead = begins.map_or(0, |at| at.as_second() - Timestamp::now().as_second());
        Clock::Ahead(Arc::new(AtomicI64::new(ahead)))
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
