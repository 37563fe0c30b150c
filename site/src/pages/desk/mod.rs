//! The console: what officers work with.

mod address;
pub(super) mod bulk;
pub(super) mod case;
mod filter;
pub(crate) mod forms;
mod identity;
mod moves;
pub(super) mod search;
pub(super) mod worklist;
