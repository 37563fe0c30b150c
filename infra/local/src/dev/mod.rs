//! The pages of `/dev`: texts that left, the clock, duty, faults. They exist in this process alone.

mod clock;
mod duty;
mod fault;
mod inbox;
mod page;

use axum::Router;
use axum::routing::get;

use crate::Local;

/// All routes under `/dev`.
pub(crate) fn routes(local: Local) -> Router {
    Router::new()
        .route("/dev/inbox", get(inbox::page))
        .route("/dev/inbox.json", get(inbox::json))
        .route("/dev/clock", get(clock::page).post(clock::advance))
        .route("/dev/duty", get(duty::page).post(duty::sample))
        .route("/dev/fault", get(fault::page).post(fault::set))
        .with_state(local)
}
