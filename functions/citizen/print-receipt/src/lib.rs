//! `GET /{lang}/complaints/{number}/receipt.pdf`: one session, one query, one page of paper. Beside it the draft of a certificate for her files.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Problem};
use domain::number::Number;
use site::page::{NotFoundPage, TrackNotice, TrackPage};

pub fn routes(app: App) -> Router {
    Router::new()
        .route("/{lang}/complaints/{number}/receipt.pdf", get(print))
        .route("/{lang}/complaints/{number}/certificate.pdf", get(certify))
        .with_state(app)
}

type Asked = Result<Path<(String, String)>, PathRejection>;

async fn print(State(app): State<App>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let number = match hers(&app, &ask, path).await? {
        Ok(number) => number,
        Err(door) => return Ok(door),
    };
    let Some((complaint, events)) = app.store().history(&number).await? else {
        return Ok(app.base().show(&ask, 404, &NotFoundPage));
    };
    let paper = papers::receipt(ask.lang, &views::receipt_sheet(app.policy(), &complaint, &events, app.now())).map_err(Problem::broken)?;
    Ok(app.base().paper(&number.to_string(), paper.pdf))
}

async fn certify(State(app): State<App>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let number = match hers(&app, &ask, path).await? {
        Ok(number) => number,
        Err(door) => return Ok(door),
    };
    let (files, looks) = tokio::try_join!(app.store().files(&number), app.store().looks(&number))?;
    let Some(sheet) = views::certificate_sheet(&number, &files, &looks, app.now()) else {
        return Ok(app.base().show(&ask, 404, &NotFoundPage));
    };
    let paper = papers::certificate(ask.lang, &sheet).map_err(Problem::broken)?;
    Ok(app.base().paper(&format!("{number}-63-4"), paper.pdf))
}

/// As on the page of the complaint: her own and no other, and of the others no more than of numbers that are nobody's.
async fn hers(app: &App, ask: &Ask, path: Asked) -> Result<Result<Number, Response>, Problem> {
    let asked = path.ok().and_then(|Path((_, typed))| Number::parse(&typed));
    let session = match &ask.token {
        Some(token) => app.store().session(token, app.now()).await?,
        None => None,
    };
    Ok(session.map(|s| s.number).filter(|own| Some(own) == asked.as_ref()).ok_or_else(|| {
        let page = TrackPage { number: asked.map_or_else(String::new, |n| n.to_string()), notice: Some(TrackNotice::SignInAgain), ..TrackPage::default() };
        app.base().show(ask, 401, &page)
    }))
}
