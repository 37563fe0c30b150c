//! `GET /exit`: closes the session, forgets this site in the browser, and leads to a page about the weather.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Cookie, Extra};

/// The neutral page of the national weather service.
const AWAY: &str = "https://mausam.imd.gov.in/";

pub fn routes(app: App) -> Router {
    Router::new().route("/exit", get(leave)).with_state(app)
}

async fn leave(State(app): State<App>, ask: Ask) -> Response {
    if let Some(token) = &ask.token
        && let Err(error) = app.store().close_session(token).await
    {
        // She leaves in any case; the session ends by itself a little later.
        tracing::error!(%error, "a session was not closed");
    }
    app.base().see_other(AWAY, Extra { cookie: Cookie::Clear })
}
