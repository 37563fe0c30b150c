//! `GET /{lang}/complaints/{number}/receipt.pdf`: one session, one query, one page of paper. Beside it the draft of a certificate for her files.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Problem};
use site::page::NotFoundPage;

pub fn routes(app: App) -> Router {
    Router::new()
        .route("/{lang}/complaints/{number}/receipt.pdf", get(print))
        .route("/{lang}/complaints/{number}/certificate.pdf", get(certify))
        .with_state(app)
}

type Asked = Result<Path<(String, String)>, PathRejection>;

async fn print(State(app): State<App>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let number = match app.hers(&ask, typed(&path)).await? {
        Ok(hers) => hers.number,
        Err(response) => return Ok(response),
    };
    let Some((complaint, events)) = app.store().history(&number).await? else {
        return Ok(app.base().show(&ask, 404, &NotFoundPage));
    };
    let paper = papers::receipt(ask.lang, &views::receipt_sheet(app.policy(), &complaint, &events, app.now())).map_err(Problem::broken)?;
    Ok(app.base().paper(&number.to_string(), paper.pdf))
}

async fn certify(State(app): State<App>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let number = match app.hers(&ask, typed(&path)).await? {
        Ok(hers) => hers.number,
        Err(response) => return Ok(response),
    };
    let (files, looks) = tokio::try_join!(app.store().files(&number), app.store().looks(&number))?;
    let Some(sheet) = views::certificate_sheet(&number, &files, &looks, app.now()) else {
        return Ok(app.base().show(&ask, 404, &NotFoundPage));
    };
    let paper = papers::certificate(ask.lang, &sheet).map_err(Problem::broken)?;
    Ok(app.base().paper(&format!("{number}-63-4"), paper.pdf))
}

fn typed(path: &Asked) -> Option<&str> {
    path.as_ref().ok().map(|Path((_, typed))| typed.as_str())
}
