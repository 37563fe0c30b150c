//! `POST /desk/sign-out`: ends the session, forgets the console in this browser, and leads to the page to sign in.

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::post;
use boot::{App, Cookie, Desk, Extra, Pairs, Problem};

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/sign-out", post(sign_out)).with_state(app)
}

async fn sign_out(State(app): State<App>, desk: Desk, headers: HeaderMap, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    app.close_desk(&headers).await?;
    Ok(app.base().see_other("/desk/sign-in", Extra { cookie: Cookie::ClearDesk }))
}
