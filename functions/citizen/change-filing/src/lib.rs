//! `POST /{lang}/complaints/change`: the form again, with what was typed, at the place to change.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use boot::{App, Ask, Pairs, Problem, ProblemKind};
use site::page::AlreadyFiledPage;
use store::FilingState;

pub fn routes(app: App) -> Router {
    Router::new().route("/{lang}/complaints/change", post(change)).with_state(app)
}

async fn change(State(app): State<App>, ask: Ask, pairs: Pairs) -> Result<Response, Problem> {
    let draft = pairs.get("draft");
    let filing = app.store().filing(&seal::digest(draft)).await?.ok_or(ProblemKind::DraftGone)?;
    match filing.state {
        FilingState::Pending | FilingState::HandedOver => {}
        FilingState::Registered => {
            let number = filing.private.number;
            return Ok(app.base().show(&ask, 409, &AlreadyFiledPage { number }));
        }
        FilingState::Lapsed => return Err(ProblemKind::DraftGone.into()),
    }
    let key = app.store().data_key(&filing.private.number).await?.ok_or(ProblemKind::DraftGone)?;
    Ok(views::form_page(app.policy(), filing.typed(&key), vec![]).replacing(Some(draft)).show(app.base(), &ask, 200))
}
