//! `GET /desk/complaints/{number}/report.pdf`: the latest action taken report, for whom the case exists.
//!
//! The paper has what the case page shows at once to the same officers, and nothing that is opened there with a reason: so it is
//! written down in the log, as moves are, and not in her timeline as a look at who she is.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Desk, Problem};
use domain::lang::Lang;
use domain::number::Number;
use site::page::ProblemKind;

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/complaints/{number}/report.pdf", get(print)).with_state(app)
}

type Asked = Result<Path<String>, PathRejection>;

async fn print(State(app): State<App>, desk: Desk, path: Asked) -> Result<Response, Problem> {
    // A number that is nobody's, a case that this officer may not know of and one without a report end alike.
    let number = path.ok().and_then(|Path(typed)| Number::parse(&typed)).ok_or(ProblemKind::NotFound)?;
    let opened = desk::open(&app, &desk, &number).await?.ok_or(ProblemKind::NotFound)?;
    let sheet =
        views::report_sheet(app.policy(), &opened.case, opened.key.as_ref(), (&opened.units, &opened.pictures), app.now()).ok_or(ProblemKind::NotFound)?;
    // The language of the office, whatever the officer reads in.
    let paper = papers::report(Lang::Hi, &sheet).map_err(Problem::broken)?;
    tracing::info!(%number, officer = %desk.officer.id, version = opened.case.complaint.version, hash = paper.hash, "a report was printed");
    Ok(app.base().paper(&format!("{number}-report"), paper.pdf))
}
