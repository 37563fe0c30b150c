//! `GET /{lang}/complaints/{number}`: one session, one query, one page.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Problem};
use domain::number::Number;
use site::page::{NotFoundPage, TrackNotice, TrackPage};

pub fn routes(app: App) -> Router {
    // The addresses that a form was once sent to, opened again later: they lead to the way back in.
    let closed = ["change", "confirm", "resend"].map(|name| format!("/{{lang}}/complaints/{name}"));
    let routes = Router::new().route("/{lang}/complaints/{number}", get(show));
    closed.iter().fold(routes, |routes, path| routes.route(path, get(reopened))).with_state(app)
}

async fn reopened(State(app): State<App>, ask: Ask) -> Response {
    let page = TrackPage { notice: Some(TrackNotice::SignInAgain), ..TrackPage::default() };
    app.base().show(&ask, 401, &page)
}

type Asked = Result<Path<(String, String)>, PathRejection>;

async fn show(State(app): State<App>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let now = app.now();
    // An address that is no text is nobody's number.
    let asked = path.ok().and_then(|Path((_, typed))| Number::parse(&typed));
    let session = match &ask.token {
        Some(token) => app.store().session(token, now).await?,
        None => None,
    };
    // A session opens its own complaint and no other, and says of the others no more than of numbers that are nobody's.
    let Some(number) = session.map(|s| s.number).filter(|own| Some(own) == asked.as_ref()) else {
        let page = TrackPage { number: asked.map_or_else(String::new, |n| n.to_string()), notice: Some(TrackNotice::SignInAgain), ..TrackPage::default() };
        return Ok(app.base().show(&ask, 401, &page));
    };
    let Some((complaint, events)) = app.store().history(&number).await? else {
        return Ok(app.base().show(&ask, 404, &NotFoundPage));
    };
    Ok(app.base().show(&ask, 200, &views::complaint_page(app.policy(), &complaint, &events, now)))
}
