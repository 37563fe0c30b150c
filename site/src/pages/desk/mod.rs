//! The console: what officers work with.

mod address;
pub(super) mod bulk;
pub(super) mod callback;
pub(crate) mod callbacks;
pub(super) mod case;
mod elsewhere;
mod evidence;
mod filter;
pub(crate) mod forms;
pub(crate) mod hearings;
mod identity;
pub(super) mod intake;
mod moves;
pub(super) mod pictures;
mod replies;
pub(crate) mod review;
pub(super) mod reviews;
pub(super) mod search;
pub(crate) mod views;
pub(super) mod worklist;
