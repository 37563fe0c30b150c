//! `GET /{lang}/complaints/{number}`: one session, one query, one page.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Problem};
use site::page::NotFoundPage;

pub fn routes(app: App) -> Router {
    // The addresses that a form was once sent to, opened again later: they lead to the way back in.
    let closed = ["change", "confirm", "resend"].map(|name| format!("/{{lang}}/complaints/{name}"));
    let routes = Router::new().route("/{lang}/complaints/{number}", get(show));
    closed.iter().fold(routes, |routes, path| routes.route(path, get(reopened))).with_state(app)
}

async fn reopened(State(app): State<App>, ask: Ask) -> Response {
    app.come_in_again(&ask, None)
}

type Asked = Result<Path<(String, String)>, PathRejection>;

async fn show(State(app): State<App>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let hers = match app.hers(&ask, path.ok().as_ref().map(|Path((_, typed))| typed.as_str())).await? {
        Ok(hers) => hers,
        Err(response) => return Ok(response),
    };
    let Some((complaint, events)) = app.store().history(&hers.number).await? else {
        return Ok(app.base().show(&ask, 404, &NotFoundPage));
    };
    Ok(app.base().show(&ask, 200, &views::her_page(app.policy(), &complaint, &events, hers.phone_key.is_some(), app.now())))
}
