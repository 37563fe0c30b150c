#![doc = include_str!("../README.md")]

mod arrive;
mod look;
mod scanner;
mod take;
mod ticket;
mod turn;
mod vault;

pub use arrive::{Answered, Came, Goes, Promised, arrive, promise};
pub use look::{Looked, Plain, open, settle};
pub use scanner::{Away, Scanner, Verdict};
pub use take::{Arrived, Kept, take};
pub use ticket::Ticket;
pub use turn::{CLAIM, MOST_TRIES};
pub use vault::{Buckets, Part, Vault};
