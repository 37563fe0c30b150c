//! `GET /{lang}/complaints/{number}/receipt.pdf`: one session, one row, one page of paper.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Problem};
use site::page::NotFoundPage;

pub fn routes(app: App) -> Router {
    Router::new().route("/{lang}/complaints/{number}/receipt.pdf", get(print)).with_state(app)
}

type Asked = Result<Path<(String, String)>, PathRejection>;

async fn print(State(app): State<App>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let number = match app.hers(&ask, path.ok().as_ref().map(|Path((_, typed))| typed.as_str())).await? {
        Ok(hers) => hers.number,
        Err(response) => return Ok(response),
    };
    let Some(complaint) = app.store().load(&number).await? else {
        return Ok(app.base().show(&ask, 404, &NotFoundPage));
    };
    let paper = papers::receipt(ask.lang, &views::receipt_sheet(app.policy(), &complaint, app.now())).map_err(Problem::broken)?;
    Ok(app.base().paper(&number.to_string(), paper.pdf))
}
