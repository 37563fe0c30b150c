//! `GET /{lang}/complaints/{number}/receipt.pdf`: one session, one row, one page of paper.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Problem};
use domain::number::Number;
use site::page::{NotFoundPage, TrackNotice, TrackPage};

pub fn routes(app: App) -> Router {
    Router::new().route("/{lang}/complaints/{number}/receipt.pdf", get(print)).with_state(app)
}

type Asked = Result<Path<(String, String)>, PathRejection>;

async fn print(State(app): State<App>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let now = app.now();
    let asked = path.ok().and_then(|Path((_, typed))| Number::parse(&typed));
    let session = match &ask.token {
        Some(token) => app.store().session(token, now).await?,
        None => None,
    };
    // As on the page of the complaint: her own and no other, and of the others no more than of numbers that are nobody's.
    let Some(number) = session.map(|s| s.number).filter(|own| Some(own) == asked.as_ref()) else {
        let page = TrackPage { number: asked.map_or_else(String::new, |n| n.to_string()), notice: Some(TrackNotice::SignInAgain), ..TrackPage::default() };
        return Ok(app.base().show(&ask, 401, &page));
    };
    let Some(complaint) = app.store().load(&number).await? else {
        return Ok(app.base().show(&ask, 404, &NotFoundPage));
    };
    let paper = papers::receipt(ask.lang, &views::receipt_sheet(app.policy(), &complaint, now)).map_err(Problem::broken)?;
    Ok(app.base().paper(&number.to_string(), paper.pdf))
}
