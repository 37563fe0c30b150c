//! The pages of `/dev`: texts that left, the clock, duty, faults, the console's demo officers, the gallery. They exist in this process alone.

mod clock;
mod duty;
mod fault;
mod gallery;
mod inbox;
mod officers;
mod page;

use axum::Router;
use axum::routing::{get, post};

use crate::Local;

/// All routes under `/dev`.
pub(crate) fn routes(local: Local) -> Router {
    Router::new()
        .route("/dev/inbox", get(inbox::page))
        .route("/dev/inbox.json", get(inbox::json))
        .route("/dev/clock", get(clock::page).post(clock::advance))
        .route("/dev/duty", get(duty::page).post(duty::sample))
        .route("/dev/officers", get(officers::page).post(officers::suspend))
        .route("/dev/sign-in", post(officers::sign_in))
        .route("/dev/fault", get(fault::page).post(fault::set))
        .route("/dev/gallery", get(gallery::begin))
        .route("/dev/gallery/{page}", get(gallery::page))
        .with_state(local)
}
