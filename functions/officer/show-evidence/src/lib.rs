//! `GET /desk/complaints/{number}/evidence/{id}`: a picture drawn anew, to look at; below it the original, to be kept.
//! `GET /desk/complaints/{number}/pictures/{id}`: the same of what officers took in for the report.
//!
//! What she added shows who she is. So it is opened as her name is: first the wall, then the role, then a reason that she reads on
//! her timeline. The copy of an officer's picture is a part of the report, and there for whom the report is; its original says where
//! it was taken, and asks for the reason too. Each time is written down before the file is given out.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRef, Path, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Cookie, Desk, Extra, Problem, ProblemKind};
use domain::evidence::{FileId, FileState, MOST_BY_FORM};
use domain::number::Number;
use domain::picture::Shelf;
use evidence::{Part, Plain, Vault};
use store::{Look, Shown};

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
        .route("/desk/complaints/{number}/evidence/{id}", get(copy))
        .route("/desk/complaints/{number}/evidence/{id}/original", get(original))
        .route("/desk/complaints/{number}/pictures/{id}", get(picture))
        .route("/desk/complaints/{number}/pictures/{id}/original", get(picture_original))
        .with_state(Parts { app, vault })
}

type Asked = Result<Path<(String, String)>, PathRejection>;

async fn copy(State(parts): State<Parts>, desk: Desk, path: Asked) -> Result<Response, Problem> {
    give(&parts, &desk, path, (Shelf::Hers, Shown::Copy)).await
}

async fn original(State(parts): State<Parts>, desk: Desk, path: Asked) -> Result<Response, Problem> {
    give(&parts, &desk, path, (Shelf::Hers, Shown::Original)).await
}

async fn picture(State(parts): State<Parts>, desk: Desk, path: Asked) -> Result<Response, Problem> {
    give(&parts, &desk, path, (Shelf::Report, Shown::Copy)).await
}

async fn picture_original(State(parts): State<Parts>, desk: Desk, path: Asked) -> Result<Response, Problem> {
    give(&parts, &desk, path, (Shelf::Report, Shown::Original)).await
}

/// Whether it says who she is or where she lives.
fn is_closed(shelf: Shelf, shown: Shown) -> bool {
    match (shelf, shown) {
        (Shelf::Hers, Shown::Copy | Shown::Original) | (Shelf::Report, Shown::Original) => true,
        (Shelf::Report, Shown::Copy) => false,
    }
}

async fn give(Parts { app, vault }: &Parts, desk: &Desk, path: Asked, (shelf, shown): (Shelf, Shown)) -> Result<Response, Problem> {
    // A number that is nobody's, a case that this officer may not know of, and a file that is not there end alike.
    let (number, id) = path.ok().and_then(|Path((number, id))| Some((Number::parse(&number)?, FileId::parse(&id)?))).ok_or(ProblemKind::NotFound)?;
    let opened = desk::open(app, desk, &number).await?.ok_or(ProblemKind::NotFound)?;
    let files = match shelf {
        Shelf::Hers => &opened.files,
        Shelf::Report => &opened.pictures,
    };
    let file = files.iter().find(|file| file.id() == id).ok_or(ProblemKind::NotFound)?;
    let now = app.now();
    if is_closed(shelf, shown) && !views::sees_her(&desk.officer, &opened.case, now) {
        // Where the reason is given.
        return Ok(app.base().see_other(&format!("/desk/complaints/{number}#look"), Extra { cookie: Cookie::Keep }));
    }
    let part = match (file.state, shown) {
        (FileState::Ready { copy: true, .. }, Shown::Copy) => Part::Copy,
        (FileState::Ready { .. }, Shown::Original) => Part::Original,
        (FileState::Ready { copy: false, .. } | FileState::Held | FileState::Harmful, Shown::Copy)
        | (FileState::Held | FileState::Harmful, Shown::Original) => {
            return Err(ProblemKind::NotFound.into());
        }
    };
    let key = opened.key.as_ref().ok_or(ProblemKind::NotFound)?;
    let Some(Plain(content)) = evidence::open(vault, file, part, key).await? else {
        return Err(Problem::broken(format!("file {id} of {number} does not open")));
    };
    app.store().note_look(&number, &Look { shelf, id: id.clone(), at: now, officer: desk.officer.id.clone(), shown }).await?;
    tracing::info!(%number, officer = %desk.officer.id, file = %id, shown = shown.tag(), sha256 = file.mark.sha.as_str(), "a file was given out");
    // Called by what tells no matter, never by the name that somebody typed.
    let short = &id.as_str()[..8];
    Ok(match part {
        Part::Copy => app.base().picture(&format!("{number}-{short}.jpg"), content),
        // What is too large for an answer is lent by the bucket, from its own origin.
        Part::Original if content.len() as u64 > MOST_BY_FORM => {
            let address = vault.lend(&format!("{number}-{short}.{}", file.mark.kind.tag()), content).await?;
            app.base().see_other(&address, Extra { cookie: Cookie::Keep })
        }
        Part::Original => app.base().attachment(&format!("{number}-{short}.{}", file.mark.kind.tag()), content),
    })
}
