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
    let session = app.citizen(&ask).await?;
    let known = session.and_then(|it| Some((it.number, it.phone_key.filter(|key| !key.is_empty())?)));
    let Some((own, phone_key)) = known else { return Ok(app.come_in_again(&ask, None)) };
    let numbers = app.store().found_by(&phone_key).await?;
    let mut all = app.store().load_all(&numbers).await?;
    all.retain(|it| it.number == own || it.channel.proves_phone());
    Ok(app.base().show(&ask, 200, &views::mine_page(app.policy(), &all)))
}
