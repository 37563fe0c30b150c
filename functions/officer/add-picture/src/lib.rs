//! `GET` and `POST /desk/complaints/{number}/pictures`: pictures for the report, and one more of them.
//!
//! Whoever may file the report takes them in; whoever sees the case sees which there are. They lie on a shelf of their own, so that
//! nothing of hers is counted, shown or certified with them.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRef, Path, RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use boot::{App, Ask, Cookie, Desk, DeskUpload, Extra, Pairs, Problem, ProblemKind, Upload};
use desk::Opened;
use domain::access::may_add_pictures;
use domain::evidence::{FileFault, FileId, MOST_BY_FORM};
use domain::number::Number;
use domain::picture::{Hand, Taker};
use evidence::{Answered, Arrived, Goes, Kept, Promised, Vault};
use site::page::picture::PictureOutcome;

/// What the routes work with.
#[derive(Clone)]
struct Parts {
    app: App,
    vault: Vault,
}

impl FromRef<Parts> for App {
    fn from_ref(parts: &Parts) -> App {
        parts.app.clone()
    }
}

pub fn routes(app: App, vault: Vault) -> Router {
    Router::new()
        .route("/desk/complaints/{number}/pictures", get(show).post(add))
        .route("/desk/complaints/{number}/pictures/ask", post(ask_for))
        .with_state(Parts { app, vault })
}

type Asked = Result<Path<String>, PathRejection>;

async fn show(State(parts): State<Parts>, desk: Desk, path: Asked, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let opened = open(&parts, &desk, path).await?;
    // The page after a picture came: the answer to the form led here.
    let query = query.unwrap_or_default();
    let said = |wanted: &str| form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == wanted).and_then(|(_, id)| FileId::parse(&id));
    let outcome = said("added").map(PictureOutcome::Added);
    let outcome = outcome.or_else(|| said("already").map(PictureOutcome::Already)).or_else(|| said("coming").map(PictureOutcome::Coming));
    Ok(page(&parts, &desk, 200, &opened, outcome))
}

async fn add(State(parts): State<Parts>, desk: Desk, path: Asked, sent: Result<DeskUpload, Problem>) -> Result<Response, Problem> {
    let Parts { app, vault } = &parts;
    let opened = open(&parts, &desk, path).await?;
    let DeskUpload { upload, form_token } = sent?;
    // What is too large is not read to its end, and changes nothing.
    if !matches!(upload, Upload::TooLarge) {
        desk.owns_form(&form_token)?;
    }
    let number = &opened.case.complaint.number;
    let Some(by) = hand(&desk, &opened) else { return Ok(page(&parts, &desk, 409, &opened, Some(PictureOutcome::NotYours))) };
    let refused = |code, opened: &Opened, fault| page(&parts, &desk, code, opened, Some(PictureOutcome::Refused(fault)));
    let (name, content, sha256) = match upload {
        Upload::File { name, content, sha256 } => (name, content, sha256),
        Upload::Nothing => return Ok(refused(422, &opened, FileFault::Missing)),
        Upload::TooLarge => return Ok(refused(413, &opened, FileFault::TooLarge(MOST_BY_FORM))),
    };
    let arrived = Arrived { name: &name, content: &content, promised: sha256.as_deref() };
    let (id, how, code) = match evidence::take((app.store(), vault), number, by, arrived, app.now()).await? {
        Kept::New(mark) => {
            tracing::info!(%number, officer = %desk.officer.id, kind = mark.kind.tag(), bytes = mark.bytes, sha256 = mark.sha.as_str(), "a picture was taken in");
            (mark.sha.id(), "added", 201)
        }
        Kept::Already(mark) => (mark.sha.id(), "already", 200),
        Kept::Refused(fault) => {
            tracing::info!(%number, officer = %desk.officer.id, bytes = content.len(), code = fault.tag(), "a picture was refused");
            return Ok(refused(422, &opened, fault));
        }
        Kept::Nowhere => return Err(ProblemKind::NotFound.into()),
    };
    if desk.ask.json {
        let opened = desk::open(app, &desk, number).await?.ok_or(ProblemKind::NotFound)?;
        let outcome = if code == 201 { PictureOutcome::Added(id) } else { PictureOutcome::Already(id) };
        return Ok(page(&parts, &desk, code, &opened, Some(outcome)));
    }
    // A page that is loaded again must not send the picture again.
    Ok(app.base().see_other(&format!("/desk/complaints/{number}/pictures?{how}={id}"), Extra { cookie: Cookie::Keep }))
}

/// A ticket for a picture that the browser lays into the bucket by itself: for this one and for five minutes.
async fn ask_for(State(parts): State<Parts>, desk: Desk, path: Asked, pairs: Pairs) -> Result<Response, Problem> {
    let Parts { app, vault } = &parts;
    desk.owns(&pairs)?;
    let opened = open(&parts, &desk, path).await?;
    let number = &opened.case.complaint.number;
    // It is the page's script that asks, and it reads values.
    let program = Desk { ask: Ask { json: true, ..desk.ask.clone() }, ..desk.clone() };
    let Some(by) = hand(&desk, &opened) else { return Ok(page(&parts, &program, 409, &opened, Some(PictureOutcome::NotYours))) };
    let part = pairs.get("part").parse().ok().map(|n| (n, pairs.get("part_sha256")));
    let promised = Promised { name: pairs.get("name"), bytes: pairs.get("bytes").parse().unwrap_or_default(), sha256: pairs.get("sha256"), part };
    Ok(match evidence::promise((app.store(), vault), number, by, promised, app.now()).await? {
        Answered::Goes(goes) => {
            if let Goes::Whole(mark, _, next) = &goes {
                tracing::info!(%number, officer = %desk.officer.id, kind = mark.kind.tag(), bytes = mark.bytes, next, "a picture was promised");
            }
            let (status, values) = goes.values(|how, id| format!("/desk/complaints/{number}/pictures?{how}={id}"));
            app.base().data(status, &values)
        }
        Answered::Refused(fault) => page(&parts, &program, 422, &opened, Some(PictureOutcome::Refused(fault))),
        Answered::Nowhere => return Err(ProblemKind::NotFound.into()),
    })
}

/// The wall and the role: a number that is nobody's and a case that this officer may not know of end alike.
async fn open(Parts { app, .. }: &Parts, desk: &Desk, path: Asked) -> Result<Opened, Problem> {
    let number = path.ok().and_then(|Path(typed)| Number::parse(&typed)).ok_or(ProblemKind::NotFound)?;
    Ok(desk::open(app, desk, &number).await?.ok_or(ProblemKind::NotFound)?)
}

/// Whose a picture is that this officer sends; `None` where somebody else works the case.
fn hand(desk: &Desk, opened: &Opened) -> Option<Hand> {
    let may = may_add_pictures(opened.case.complaint.stage.kind(), opened.role);
    may.then(|| Hand::Officer(Taker { officer: desk.officer.id.clone(), unit: desk.officer.unit.clone() }))
}

fn page(Parts { app, vault }: &Parts, desk: &Desk, code: u16, opened: &Opened, outcome: Option<PictureOutcome>) -> Response {
    app.base().show(&desk.ask, code, &desk::pictures(app, desk, opened, vault.origin(), outcome))
}
