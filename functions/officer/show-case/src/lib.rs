//! `GET /desk/complaints/{number}`: one case, for whom it exists.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Desk, Problem, ProblemKind};
use domain::access::DeskMove;
use domain::ids::ReplyId;
use domain::number::Number;
use site::page::desk::{DISTRICT, Outcome};

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/complaints/{number}", get(show)).with_state(app)
}

type Asked = Result<Path<String>, PathRejection>;

async fn show(State(app): State<App>, desk: Desk, path: Asked, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    // A number that is nobody's and a case that this officer may not know of end alike.
    let number = path.ok().and_then(|Path(typed)| Number::parse(&typed)).ok_or(ProblemKind::NotFound)?;
    let mut opened = desk::open(&app, &desk, &number).await?.ok_or(ProblemKind::NotFound)?;
    opened.repeats = desk::repeats(&app, &desk, &opened).await?;
    // The page after a move: the move's own answer led here.
    let query = query.unwrap_or_default();
    let said = |wanted: &str| form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == wanted).map(|(_, value)| value);
    let done = said("done").and_then(|tag| DeskMove::parse(&tag));
    let district = said(DISTRICT).map(|code| (DISTRICT.to_owned(), code.into_owned()));
    let mut page = desk::page(&app, &desk, &opened, done.map(Outcome::Done), district.into_iter().collect());
    page.reply = said("reply").and_then(|id| ReplyId::parse(&id));
    Ok(app.base().show(&desk.ask, 200, &page))
}
