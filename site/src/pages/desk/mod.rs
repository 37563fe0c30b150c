//! The console: what officers work with.

mod address;
pub(super) mod bulk;
pub(super) mod case;
mod filter;
pub(crate) mod forms;
mod identity;
mod moves;
pub(crate) mod review;
pub(super) mod reviews;
pub(super) mod search;
pub(crate) mod views;
pub(super) mod worklist;
