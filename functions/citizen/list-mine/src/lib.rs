//! `GET /{lang}/complaints`: everything that was filed from the phone that was proven for this session.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Problem};

pub fn routes(app: App) -> Router {
    Router::new().route("/{lang}/complaints", get(list)).with_state(app)
}

async fn list(State(app): State<App>, ask: Ask) -> Result<Response, Problem> {
    // A receipt opens its own complaint alone: whoever found the paper has not her phone.
    let Some(phone_key) = app.citizen(&ask).await?.and_then(|session| session.phone_key) else { return Ok(app.come_in_again(&ask, None)) };
    let numbers = app.store().found_by(&phone_key).await?;
    let all = app.store().load_all(&numbers).await?;
    Ok(app.base().show(&ask, 200, &views::mine_page(app.policy(), &all)))
}
