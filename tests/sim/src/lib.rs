#![doc = include_str!("../README.md")]

mod amendment;
mod bug;
mod check;
mod citizen;
mod desk;
mod function;
pub mod hearings;
mod month;
mod phones;
mod rng;
mod seed;
mod table;
mod town;
mod trace;
mod turn;
mod weather;
mod wire;
mod world;

#[cfg(test)]
mod tests;

pub use bug::Bug;
pub use check::Break;
pub use seed::{Outcome, Runner};

/// The hash of many traces, in the order of their seeds.
pub fn hash_of<'a>(traces: impl IntoIterator<Item = &'a String>) -> String {
    trace::hash(traces)
}
