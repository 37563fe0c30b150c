//! `GET` and `POST /{lang}/complaints/{number}/evidence`: her files, and one more of them.
//!
//! The complaint has its number by then: whatever goes wrong with a file, the complaint is there.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRef, Path, RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use boot::{App, Ask, Cookie, Extra, Pairs, Problem, Upload};
use domain::evidence::{FileFault, FileId, MOST_BY_FORM};
use domain::number::Number;
use domain::picture::{Hand, Shelf};
use evidence::{Answered, Arrived, Goes, Kept, Promised, Vault};
use site::page::NotFoundPage;
use site::page::evidence::FileOutcome;

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
        .route("/{lang}/complaints/{number}/evidence", get(show).post(add))
        .route("/{lang}/complaints/{number}/evidence/ask", post(ask_for))
        .with_state(Parts { app, vault })
}

type Asked = Result<Path<(String, String)>, PathRejection>;

async fn show(State(parts): State<Parts>, ask: Ask, path: Asked, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let number = match parts.app.hers(&ask, typed(&path)).await? {
        Ok(hers) => hers.number,
        Err(response) => return Ok(response),
    };
    // The page after a file came: the answer to the form led here.
    let query = query.unwrap_or_default();
    let said = |wanted: &str| form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == wanted).and_then(|(_, id)| FileId::parse(&id));
    let outcome =
        said("added").map(FileOutcome::Added).or_else(|| said("already").map(FileOutcome::Already)).or_else(|| said("coming").map(FileOutcome::Coming));
    page(&parts, &ask, 200, &number, outcome).await
}

async fn add(State(parts): State<Parts>, ask: Ask, path: Asked, upload: Result<Upload, Problem>) -> Result<Response, Problem> {
    let Parts { app, vault } = &parts;
    let number = match app.hers(&ask, typed(&path)).await? {
        Ok(hers) => hers.number,
        Err(response) => return Ok(response),
    };
    let (name, content, sha256) = match upload? {
        Upload::File { name, content, sha256 } => (name, content, sha256),
        Upload::Nothing => return page(&parts, &ask, 422, &number, Some(FileOutcome::Refused(FileFault::Missing))).await,
        Upload::TooLarge => return page(&parts, &ask, 413, &number, Some(FileOutcome::Refused(FileFault::TooLarge(MOST_BY_FORM)))).await,
    };
    let arrived = Arrived { name: &name, content: &content, promised: sha256.as_deref() };
    let (id, outcome, code) = match evidence::take((app.store(), vault), &number, Hand::Complainant, arrived, app.now()).await? {
        Kept::New(mark) => {
            tracing::info!(%number, kind = mark.kind.tag(), bytes = mark.bytes, sha256 = mark.sha.as_str(), "a file was added");
            (mark.sha.id(), FileOutcome::Added(mark.sha.id()), 201)
        }
        Kept::Already(mark) => (mark.sha.id(), FileOutcome::Already(mark.sha.id()), 200),
        Kept::Refused(fault) => {
            tracing::info!(%number, bytes = content.len(), code = fault.tag(), "a file was refused");
            return page(&parts, &ask, 422, &number, Some(FileOutcome::Refused(fault))).await;
        }
        Kept::Nowhere => return Ok(app.base().show(&ask, 404, &NotFoundPage)),
    };
    if ask.json {
        return page(&parts, &ask, code, &number, Some(outcome)).await;
    }
    // A page that is loaded again must not send the file again.
    let how = if code == 201 { "added" } else { "already" };
    Ok(app.base().see_other(&format!("/{}/complaints/{number}/evidence?{how}={id}#{id}", ask.lang), Extra { cookie: Cookie::Keep }))
}

/// A ticket for a file that the browser lays into the bucket by itself: for this file and for five minutes.
async fn ask_for(State(parts): State<Parts>, ask: Ask, path: Asked, pairs: Result<Pairs, Problem>) -> Result<Response, Problem> {
    let Parts { app, vault } = &parts;
    let number = match app.hers(&ask, typed(&path)).await? {
        Ok(hers) => hers.number,
        Err(response) => return Ok(response),
    };
    let pairs = pairs?;
    let part = pairs.get("part").parse().ok().map(|n| (n, pairs.get("part_sha256")));
    let promised = Promised { name: pairs.get("name"), bytes: pairs.get("bytes").parse().unwrap_or_default(), sha256: pairs.get("sha256"), part };
    Ok(match evidence::promise((app.store(), vault), &number, Hand::Complainant, promised, app.now()).await? {
        Answered::Goes(goes) => {
            if let Goes::Whole(mark, _, next) = &goes {
                tracing::info!(%number, kind = mark.kind.tag(), bytes = mark.bytes, next, "a file was promised");
            }
            let (status, values) = goes.values(|how, id| format!("/{}/complaints/{number}/evidence?{how}={id}#{id}", ask.lang));
            app.base().data(status, &values)
        }
        Answered::Refused(fault) => return page(&parts, &Ask { json: true, ..ask }, 422, &number, Some(FileOutcome::Refused(fault))).await,
        Answered::Nowhere => app.base().show(&ask, 404, &NotFoundPage),
    })
}

fn typed(path: &Asked) -> Option<&str> {
    path.as_ref().ok().map(|Path((_, typed))| typed.as_str())
}

async fn page(Parts { app, vault }: &Parts, ask: &Ask, code: u16, number: &Number, outcome: Option<FileOutcome>) -> Result<Response, Problem> {
    let store = app.store();
    let (files, awaited, key) = tokio::try_join!(store.files(number), store.all_awaited(number, Shelf::Hers), store.data_key(number))?;
    Ok(app.base().show(ask, code, &views::evidence_page(number, (&files, &awaited), key.as_ref(), vault.origin(), outcome)))
}
