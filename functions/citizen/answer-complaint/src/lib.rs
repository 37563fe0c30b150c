//! `POST /{lang}/complaints/{number}/answer` and `…/refused`: she says whether it was solved, or that a station refused her.
//! "Not solved" opens it one rung up, past whoever closed it; silence is no yes.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Pairs, Problem, ProblemKind};
use domain::complaint::Complaint;
use domain::decide::{Change, Move, Refusal, decide, not_solved};
use domain::event::Actor;
use domain::fault::{Fault, Field};
use domain::number::Number;
use domain::text::{self, Account};
use site::page::{RefusedPage, RefusedState, SayPage, SayState};
use store::Error;

/// How often a change that somebody else made first is decided anew.
const TRIES: u8 = 3;

pub fn routes(app: App) -> Router {
    Router::new()
        .route("/{lang}/complaints/{number}/answer", get(asked).post(answer))
        .route("/{lang}/complaints/{number}/refused", get(refused_asked).post(refused))
        .with_state(app)
}

type Asked = Result<Path<(String, String)>, PathRejection>;

fn typed(path: &Asked) -> Option<&str> {
    path.as_ref().ok().map(|Path((_, typed))| typed.as_str())
}

async fn load(app: &App, number: &Number) -> Result<Complaint, Problem> {
    Ok(app.store().load(number).await?.ok_or(ProblemKind::NotFound)?)
}

async fn asked(State(app): State<App>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let hers = match app.hers(&ask, typed(&path)).await? {
        Ok(hers) => hers,
        Err(response) => return Ok(response),
    };
    let it = load(&app, &hers.number).await?;
    let state = match (it.answer_until(), it.say.answer) {
        (None, _) => SayState::NotClosed,
        (Some(until), _) if it.may_say_no_until(app.now()).is_some() => SayState::Ask(until),
        (Some(_), Some(_)) => SayState::Before,
        (Some(until), None) => SayState::Late(until),
    };
    Ok(app.base().show(&ask, 200, &SayPage { number: hers.number, state, typed: String::new(), faults: Vec::new() }))
}

async fn answer(State(app): State<App>, ask: Ask, path: Asked, pairs: Pairs) -> Result<Response, Problem> {
    let hers = match app.hers(&ask, typed(&path)).await? {
        Ok(hers) => hers,
        Err(response) => return Ok(response),
    };
    let page = |state| SayPage { number: hers.number.clone(), state, typed: pairs.get("account").to_owned(), faults: Vec::new() };
    let solved = match pairs.get("solved") {
        "yes" => true,
        "no" => false,
        _ => return Err(ProblemKind::UnreadableBody.into()),
    };
    let words = match Account::parse_any(pairs.get("account")) {
        Ok(words) => words.as_str().to_owned(),
        Err(text::Flaw::Empty) => String::new(),
        Err(flaw) => {
            let it = load(&app, &hers.number).await?;
            let Some(until) = it.answer_until() else { return Ok(app.base().show(&ask, 409, &page(SayState::NotClosed))) };
            let faults = vec![Fault { field: Field::Account, flaw: flaw.into() }];
            return Ok(app.base().show(&ask, 422, &SayPage { faults, ..page(SayState::Ask(until)) }));
        }
    };
    for _ in 0..TRIES {
        let it = load(&app, &hers.number).await?;
        let change = match decided(&app, &it, solved).await? {
            Ok(change) => change,
            Err(refusal) => {
                let (status, state) = match (refusal, it.answer_until()) {
                    (Refusal::TooLate, Some(until)) => (410, SayState::Late(until)),
                    (Refusal::DoneBefore, _) => (409, SayState::Before),
                    (_, _) => (409, SayState::NotClosed),
                };
                return Ok(app.base().show(&ask, status, &page(state)));
            }
        };
        match write(&app, &change, &words).await {
            Ok(()) => {
                tracing::info!(number = %hers.number, version = change.complaint.version, "she answered");
                let state = match change.complaint.say.answer {
                    None => SayState::Reopened(views::holder_shown(app.policy(), &change.complaint)),
                    Some(answer) if answer.solved => SayState::Solved,
                    Some(_) => SayState::AtTop,
                };
                return Ok(app.base().show(&ask, 200, &SayPage { typed: String::new(), ..page(state) }));
            }
            Err(Error::Conflict) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(ProblemKind::Unavailable.into())
}

/// Solved is kept; not solved opens it, a second time as an appeal; where nobody is left above, her "no" is kept.
async fn decided(app: &App, it: &Complaint, solved: bool) -> Result<Result<Change, Refusal>, Problem> {
    let now = app.now();
    if solved {
        return Ok(decide(it, Move::Answer { solved }, Actor::Complainant, now));
    }
    let seats = duty::seats_above(it, async |unit| app.store().unit(&unit).await.map(Arc::new)).await?;
    Ok(match decide(it, not_solved(it, seats), Actor::Complainant, now) {
        Err(Refusal::AtTop) => decide(it, Move::Answer { solved }, Actor::Complainant, now),
        decided => decided,
    })
}

async fn write(app: &App, change: &Change, words: &str) -> Result<(), Error> {
    match app.store().data_key(&change.complaint.number).await?.filter(|_| !words.is_empty()) {
        Some(key) => app.store().commit_with(change, &[("words", words)], &key).await,
        None => app.store().commit(change).await,
    }
}

async fn refused_asked(State(app): State<App>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let hers = match app.hers(&ask, typed(&path)).await? {
        Ok(hers) => hers,
        Err(response) => return Ok(response),
    };
    let it = load(&app, &hers.number).await?;
    let state = if it.may_report_refusal(app.now()) { RefusedState::Ask } else { RefusedState::Not };
    Ok(app.base().show(&ask, 200, &RefusedPage { number: hers.number, state }))
}

async fn refused(State(app): State<App>, ask: Ask, path: Asked, pairs: Pairs) -> Result<Response, Problem> {
    let hers = match app.hers(&ask, typed(&path)).await? {
        Ok(hers) => hers,
        Err(response) => return Ok(response),
    };
    if pairs.get("told") != "yes" {
        return Err(ProblemKind::UnreadableBody.into());
    }
    for _ in 0..TRIES {
        let it = load(&app, &hers.number).await?;
        let seats = duty::seats(it.above_station(), async |unit| app.store().unit(&unit).await.map(Arc::new)).await?;
        let page = |state| RefusedPage { number: hers.number.clone(), state };
        let Ok(change) = decide(&it, Move::ReportRefusal { seats }, Actor::Complainant, app.now()) else {
            return Ok(app.base().show(&ask, 409, &page(RefusedState::Not)));
        };
        match app.store().commit(&change).await {
            Ok(()) => {
                tracing::warn!(number = %hers.number, refusals_reported = 1, "a station refused a complaint");
                let to = views::holder_shown(app.policy(), &change.complaint);
                return Ok(app.base().show(&ask, 200, &page(RefusedState::Done(Box::new(to), change.complaint.path.next_at))));
            }
            Err(Error::Conflict) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(ProblemKind::Unavailable.into())
}
