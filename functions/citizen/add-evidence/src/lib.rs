//! `GET` and `POST /{lang}/complaints/{number}/evidence`: her files, and one more of them.
//!
//! The complaint has its number by then: whatever goes wrong with a file, the complaint is there.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRef, Path, RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Cookie, Extra, Problem, Upload};
use domain::evidence::{FileFault, FileId, MOST_BY_FORM};
use domain::number::Number;
use evidence::{Arrived, Kept, Vault};
use site::page::evidence::FileOutcome;
use site::page::{NotFoundPage, TrackNotice, TrackPage};

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
    Router::new().route("/{lang}/complaints/{number}/evidence", get(show).post(add)).with_state(Parts { app, vault })
}

type Asked = Result<Path<(String, String)>, PathRejection>;

async fn show(State(app): State<App>, ask: Ask, path: Asked, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let number = match hers(&app, &ask, path).await? {
        Ok(number) => number,
        Err(door) => return Ok(door),
    };
    // The page after a file came: the answer to the form led here.
    let query = query.unwrap_or_default();
    let said = |wanted: &str| form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == wanted).and_then(|(_, id)| FileId::parse(&id));
    let outcome = said("added").map(FileOutcome::Added).or_else(|| said("already").map(FileOutcome::Already));
    page(&app, &ask, 200, &number, outcome).await
}

async fn add(State(parts): State<Parts>, ask: Ask, path: Asked, upload: Result<Upload, Problem>) -> Result<Response, Problem> {
    let Parts { app, vault } = &parts;
    let number = match hers(app, &ask, path).await? {
        Ok(number) => number,
        Err(door) => return Ok(door),
    };
    let (name, content, sha256) = match upload? {
        Upload::File { name, content, sha256 } => (name, content, sha256),
        Upload::Nothing => return page(app, &ask, 422, &number, Some(FileOutcome::Refused(FileFault::Missing))).await,
        Upload::TooLarge => return page(app, &ask, 413, &number, Some(FileOutcome::Refused(FileFault::TooLarge(MOST_BY_FORM)))).await,
    };
    let arrived = Arrived { name: &name, content: &content, promised: sha256.as_deref() };
    let (id, outcome, code) = match evidence::take(app.store(), vault, &number, arrived, app.now()).await? {
        Kept::New(mark) => {
            tracing::info!(%number, kind = mark.kind.tag(), bytes = mark.bytes, sha256 = mark.sha.as_str(), "a file was added");
            (mark.sha.id(), FileOutcome::Added(mark.sha.id()), 201)
        }
        Kept::Already(mark) => (mark.sha.id(), FileOutcome::Already(mark.sha.id()), 200),
        Kept::Refused(fault) => {
            tracing::info!(%number, bytes = content.len(), code = fault.tag(), "a file was refused");
            return page(app, &ask, 422, &number, Some(FileOutcome::Refused(fault))).await;
        }
        Kept::Nowhere => return Ok(app.base().show(&ask, 404, &NotFoundPage)),
    };
    if ask.json {
        return page(app, &ask, code, &number, Some(outcome)).await;
    }
    // A page that is loaded again must not send the file again.
    let how = if code == 201 { "added" } else { "already" };
    Ok(app.base().see_other(&format!("/{}/complaints/{number}/evidence?{how}={id}#{id}", ask.lang), Extra { cookie: Cookie::Keep }))
}

/// Her own complaint and no other; else the way back in, which says of the others no more than of numbers that are nobody's.
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

async fn page(app: &App, ask: &Ask, code: u16, number: &Number, outcome: Option<FileOutcome>) -> Result<Response, Problem> {
    let (files, key) = tokio::try_join!(app.store().files(number), app.store().data_key(number))?;
    Ok(app.base().show(ask, code, &views::evidence_page(number, &files, key.as_ref(), outcome)))
}
