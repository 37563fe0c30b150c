//! `GET /{lang}/suggestions`: the suggestions that were taken up, newest first, for everybody and kept by everybody.

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Problem, ProblemKind};
use domain::suggestion::Listing;

pub fn routes(app: App) -> Router {
    Router::new().route("/{lang}/suggestions", get(list)).with_state(app)
}

async fn list(State(app): State<App>, ask: Ask, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Problem> {
    let before = match query.iter().find(|(name, _)| name == "before") {
        Some((_, typed)) => Some(Listing::parse(typed).ok_or(ProblemKind::NotFound)?),
        None => None,
    };
    let (found, more) = app.store().suggestions(before.as_ref()).await?;
    Ok(app.base().show_to_all(&ask, &views::suggestions_page(app.policy(), &found, before.as_ref(), more)))
}
