//! `POST /desk/complaints/{number}/{move}` and, for many at once, `POST /desk/bulk`: the table, the form, `decide`, one transaction with the sealed words.

mod elsewhere;
mod form;
mod many;
mod report;
mod suggestion;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use boot::{App, Cookie, Desk, Extra, Pairs, Problem, ProblemKind};
use desk::Opened;
use domain::access::{DeskMove, may, role};
use domain::complaint::Complaint;
use domain::decide::{Change, Move, Refusal, decide};
use domain::event::{Actor, Kind};
use domain::number::Number;
use site::page::Onward;
use site::page::desk::{FormFault, Outcome};
use store::{Error, Once};

use crate::form::{Form, Wanted};
use crate::report::Report;

/// How often a move is decided anew that touches nothing another one changed.
const TRIES: u8 = 4;

pub fn routes(app: App) -> Router {
    Router::new()
        .route("/desk/complaints/{number}/{move}", post(act).merge(get(back)))
        .route("/desk/bulk", post(many::act).merge(get(many::back)))
        .with_state(app)
}

type Asked = Result<Path<(String, String)>, PathRejection>;

/// The address of a form, opened again later: it leads to the case.
async fn back(State(app): State<App>, path: Asked) -> Result<Response, Problem> {
    let number = path.ok().and_then(|Path((typed, _))| Number::parse(&typed)).ok_or(ProblemKind::NotFound)?;
    Ok(app.base().see_other(&format!("/desk/complaints/{number}"), Extra { cookie: Cookie::Keep }))
}

async fn act(State(app): State<App>, desk: Desk, path: Asked, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let (number, tag) = path.ok().and_then(|Path((typed, tag))| Some((Number::parse(&typed)?, tag))).ok_or(ProblemKind::NotFound)?;
    let mut opened = desk::open(&app, &desk, &number).await?.ok_or(ProblemKind::NotFound)?;
    // A move that is none is told only to whom the case exists.
    let wanted = DeskMove::parse(&tag).ok_or(ProblemKind::NotFound)?;
    if wanted == DeskMove::Look
        && let Some(answer) = desk.must_prove(app.base(), &Onward::Case(number.clone()))
    {
        return Ok(answer);
    }
    for _ in 0..TRIES {
        let outcome = match attempt(&app, &desk, &opened, wanted, &pairs, Seen { version: pairs.get("version").parse().ok(), once: None }).await? {
            Attempt::Done(change) => {
                tracing::info!(%number, officer = %desk.officer.id, made = wanted.tag(), version = change.complaint.version, "a move was made");
                return done(&app, &desk, &change.complaint, wanted).await;
            }
            Attempt::Refused(outcome) => outcome,
            Attempt::Raced => {
                opened = desk::open(&app, &desk, &number).await?.ok_or(ProblemKind::NotFound)?;
                continue;
            }
        };
        return Ok(refused(&app, &desk, &opened, outcome, &pairs));
    }
    Ok(refused(&app, &desk, &opened, Outcome::Stale(wanted), &pairs))
}

/// What came of one try.
enum Attempt {
    Done(Box<Change>),
    Refused(Outcome),
    /// Somebody else was first: it is looked at again.
    Raced,
}

/// What a form says of itself.
#[derive(Clone, Copy)]
struct Seen<'a> {
    /// The version that the officer decided upon.
    version: Option<u64>,
    /// What keeps a form that is sent again from doing its work again.
    once: Option<&'a Once>,
}

/// Tries one move on a case that is open.
async fn attempt(app: &App, desk: &Desk, opened: &Opened, wanted: DeskMove, pairs: &Pairs, seen: Seen<'_>) -> Result<Attempt, Problem> {
    let it = &opened.case.complaint;
    if !may(it.stage.kind(), wanted, opened.role) {
        return Ok(Attempt::Refused(Outcome::Refused(wanted, Refusal::NotAllowed)));
    }
    if is_bound_to_what_was_seen(wanted) && !stands_as_seen(opened, wanted, seen.version) {
        return Ok(Attempt::Refused(Outcome::Stale(wanted)));
    }
    let now = app.now();
    let form = Form { policy: app.policy(), desk, opened, pairs, now };
    let Wanted { what, words } = match form.read(wanted) {
        Ok(wanted) => wanted,
        Err(outcome) => return Ok(Attempt::Refused(outcome)),
    };
    let into = match wanted == DeskMove::Merge {
        true => match goes_on(app, desk, &form).await? {
            Ok(other) => Some(other),
            Err(fault) => return Ok(Attempt::Refused(Outcome::Faulty(wanted, fault))),
        },
        false => None,
    };
    let what = match what {
        Move::Transfer { there, .. } => elsewhere::seated(app, opened, there).await?,
        other => other,
    };
    let change = match decide(it, what, Actor::Officer(desk.officer.id.clone()), now) {
        Ok(change) => change,
        Err(refusal) => return Ok(Attempt::Refused(Outcome::Refused(wanted, refusal))),
    };
    let words: Vec<(&str, &str)> = words.iter().map(|(part, text)| (*part, text.as_str())).collect();
    let report = match wanted == DeskMove::FileAtr {
        true => Some(report::read(app, desk, &it.number, &words).await?),
        false => None,
    };
    if report.as_ref().is_some_and(Report::lacks_its_reason) {
        return Ok(Attempt::Refused(Outcome::Faulty(wanted, FormFault::TooLike)));
    }
    let renamed = elsewhere::renamed(app, opened, &change).await?;
    let written = match (&opened.key, report, into, renamed, seen.once) {
        (key, None, None, Some(renamed), once) => app.store().commit_elsewhere(&change, &words, key.as_ref(), &renamed, once.map(|once| (once, now))).await,
        (key, None, None, None, Some(once)) => app.store().commit_once(&change, &words, key.as_ref(), once, now).await,
        (Some(key), Some(Report { reports, seen, .. }), ..) => app.store().commit_report(&change, &words, key, &desk.officer.id, (&reports, seen)).await,
        (Some(key), None, Some(into), ..) => app.store().commit_merge(&change, &words, key, &into).await,
        (Some(key), None, None, None, None) => app.store().commit_with(&change, &words, key).await,
        // Its words were erased for good: nothing is written beside what nobody may read.
        (None, ..) => app.store().commit(&change).await,
    };
    match written {
        Ok(()) => Ok(Attempt::Done(Box::new(change))),
        Err(Error::Conflict) => Ok(Attempt::Raced),
        Err(error @ (Error::Unavailable(_) | Error::Corrupt(_))) => Err(error.into()),
    }
}

/// Whether the move was decided upon looking at the case: then it holds for the case as it was seen, and no other.
fn is_bound_to_what_was_seen(wanted: DeskMove) -> bool {
    match wanted {
        DeskMove::Acknowledge | DeskMove::Contact | DeskMove::Note | DeskMove::Look => false,
        DeskMove::Take
        | DeskMove::Assign
        | DeskMove::Forward
        | DeskMove::Record
        | DeskMove::AskPause
        | DeskMove::AllowPause
        | DeskMove::Resume
        | DeskMove::FileAtr
        | DeskMove::ReturnAtr
        | DeskMove::ApproveAtr
        | DeskMove::Dispose
        | DeskMove::Reject
        | DeskMove::Merge
        | DeskMove::TakeUp
        | DeskMove::TakeDown => true,
    }
}

/// Whether the case is the one that was decided upon. Whoever writes a report may add pictures to it meanwhile.
fn stands_as_seen(opened: &Opened, wanted: DeskMove, seen: Option<u64>) -> bool {
    let Some(since) = seen.and_then(|seen| opened.case.since(seen)) else { return false };
    since.is_empty() || wanted == DeskMove::FileAtr && since.iter().all(|event| matches!(event.kind, Kind::PictureAdded(_)))
}

/// The case that goes on: open, there for this officer and for everybody who sees the one that ends, and of the same phone.
async fn goes_on(app: &App, desk: &Desk, form: &Form<'_>) -> Result<Result<Complaint, FormFault>, Problem> {
    let Ok(into) = form.into() else { return Ok(Err(FormFault::NoSuchCase)) };
    let Some(other) = desk::open(app, desk, &into).await?.map(|opened| opened.case) else { return Ok(Err(FormFault::NoSuchCase)) };
    if !other.complaint.is_open() || other.complaint.accused != form.opened.case.complaint.accused {
        return Ok(Err(FormFault::NoSuchCase));
    }
    // The phone's key went with her words where these were erased.
    Ok(if form.opened.key.is_some() && other.is_of_the_phone_of(&form.opened.case) { Ok(other.complaint) } else { Err(FormFault::OtherPhone) })
}

/// A browser goes on to the case by a GET, a program gets it as it stands now.
async fn done(app: &App, desk: &Desk, it: &Complaint, wanted: DeskMove) -> Result<Response, Problem> {
    // Forwarded out of her area, the case exists for her no more: then the list is where she goes on.
    if role(app.policy(), &desk.officer, it).is_none() {
        return Ok(app.base().see_other("/desk/", Extra { cookie: Cookie::Keep }));
    }
    if !desk.ask.json {
        return Ok(app.base().see_other(&format!("/desk/complaints/{}?done={}", it.number, wanted.tag()), Extra { cookie: Cookie::Keep }));
    }
    match desk::open(app, desk, &it.number).await? {
        Some(opened) => Ok(app.base().show(&desk.ask, 200, &desk::page(app, desk, &opened, Some(Outcome::Done(wanted)), Vec::new()))),
        None => Ok(app.base().see_other("/desk/", Extra { cookie: Cookie::Keep })),
    }
}

fn refused(app: &App, desk: &Desk, opened: &Opened, outcome: Outcome, pairs: &Pairs) -> Response {
    let status = match &outcome {
        Outcome::Done(_) => 200,
        Outcome::Refused(..) | Outcome::Stale(_) => 409,
        Outcome::Faulty(..) => 422,
    };
    let typed = pairs.iter().filter(|(name, _)| *name != "form_token").map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    app.base().show(&desk.ask, status, &desk::page(app, desk, opened, Some(outcome), typed))
}
