#![doc = include_str!("../README.md")]

mod look;
mod scanner;
mod take;
mod vault;

pub use look::{Looked, Plain, open, settle};
pub use scanner::{Away, Scanner, Verdict};
pub use take::{Arrived, Kept, take};
pub use vault::{Part, Vault};
