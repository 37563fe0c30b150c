//! `POST /desk/profile`: the language an officer reads in, and whether single keys do something.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use boot::{App, Cookie, Desk, Extra, Pairs, Problem};
use domain::lang::Lang;

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/profile", get(back).post(set)).with_state(app)
}

/// The address of the form, opened again later.
async fn back(State(app): State<App>, _: Desk) -> Response {
    app.base().see_other("/desk/", Extra { cookie: Cookie::Keep })
}

async fn set(State(app): State<App>, desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let keys = match pairs.get("keys") {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    };
    app.store().set_profile(&desk.officer.id, Lang::parse(pairs.get("lang")), keys).await?;
    Ok(app.base().see_other("/desk/", Extra { cookie: Cookie::Keep }))
}
