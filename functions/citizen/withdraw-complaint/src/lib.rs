//! `POST /{lang}/complaints/{number}/withdraw`, `…/withdraw/confirm` and `…/keep`: she takes it back with a fresh code,
//! and has a day to change her mind. Officers learn of it after that day.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Pairs, Problem, ProblemKind};
use codes::{Bound, Codes};
use domain::complaint::Complaint;
use domain::decide::{Move, decide};
use domain::event::Actor;
use domain::number::Number;
use domain::otp::{Code, Purpose};
use domain::say::Withdrawal;
use notify::Outlet;
use site::page::{CodeEntry, CodeState, WithdrawPage, WithdrawState};
use store::Error;

/// How often a change that somebody else made first is decided anew.
const TRIES: u8 = 3;

#[derive(Clone)]
struct Here {
    app: App,
    outlet: Outlet,
}

pub fn routes(app: App, outlet: Outlet) -> Router {
    Router::new()
        .route("/{lang}/complaints/{number}/withdraw", get(stands).post(send))
        .route("/{lang}/complaints/{number}/withdraw/confirm", get(stands).post(confirm))
        .route("/{lang}/complaints/{number}/keep", get(stands).post(keep))
        .with_state(Here { app, outlet })
}

type Asked = Result<Path<(String, String)>, PathRejection>;

/// Her complaint as it stands, or the answer to whoever it is not.
async fn open(app: &App, ask: &Ask, path: &Asked) -> Result<Result<Complaint, Response>, Problem> {
    let typed = path.as_ref().ok().map(|Path((_, typed))| typed.as_str());
    Ok(match app.hers(ask, typed).await? {
        Ok(hers) => Ok(app.store().load(&hers.number).await?.ok_or(ProblemKind::NotFound)?),
        Err(response) => Err(response),
    })
}

fn page(it: &Complaint, state: WithdrawState) -> WithdrawPage {
    WithdrawPage { number: it.number.clone(), state, hours: it.say.terms.cooling.as_hours() }
}

async fn stands(State(Here { app, .. }): State<Here>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let it = match open(&app, &ask, &path).await? {
        Ok(it) => it,
        Err(response) => return Ok(response),
    };
    let without_phone = it.withdrawal() == Withdrawal::May && app.store().private(&it.number).await?.is_some_and(|private| private.phone_key.is_empty());
    let state = if without_phone { WithdrawState::NoPhone } else { WithdrawState::Stands(it.withdrawal()) };
    Ok(app.base().show(&ask, 200, &page(&it, state)))
}

async fn send(State(Here { app, outlet }): State<Here>, ask: Ask, path: Asked, _: Pairs) -> Result<Response, Problem> {
    let it = match open(&app, &ask, &path).await? {
        Ok(it) => it,
        Err(response) => return Ok(response),
    };
    if it.withdrawal() != Withdrawal::May {
        return Ok(app.base().show(&ask, 409, &page(&it, WithdrawState::Stands(it.withdrawal()))));
    }
    let (key, private) = (app.store().data_key(&it.number).await?, app.store().private(&it.number).await?);
    let (key, private) = key.zip(private).ok_or(ProblemKind::NotFound)?;
    if private.phone_key.is_empty() {
        return Ok(app.base().show(&ask, 409, &page(&it, WithdrawState::NoPhone)));
    }
    let e164 = private.e164(&key).ok_or(ProblemKind::Broken)?;
    let draft = seal::hex(&seal::random::<20>());
    let codes = Codes { store: app.store(), secrets: app.secrets().await?, now: app.now() };
    let bound = Bound { draft: &draft, phone_key: &private.phone_key, purpose: Purpose::Withdraw, number: Some(&it.number) };
    let (state, expires_at) = views::code_state(codes.send(&outlet, bound, &e164, ask.lang).await?, codes.now);
    let code = CodeEntry { draft, sent_to: None, expires_at, state, now: codes.now };
    Ok(app.base().show(&ask, 202, &page(&it, WithdrawState::Code(code))))
}

async fn confirm(State(Here { app, .. }): State<Here>, ask: Ask, path: Asked, pairs: Pairs) -> Result<Response, Problem> {
    let it = match open(&app, &ask, &path).await? {
        Ok(it) => it,
        Err(response) => return Ok(response),
    };
    // Sent twice, or its answer was lost: how it stands says more than that the code is spent.
    if it.withdrawal() != Withdrawal::May {
        return Ok(app.base().show(&ask, 409, &page(&it, WithdrawState::Stands(it.withdrawal()))));
    }
    let draft = pairs.get("draft");
    let codes = Codes { store: app.store(), secrets: app.secrets().await?, now: app.now() };
    let expires_at = codes.holds_until(draft, Purpose::Withdraw).await?;
    let again = |state, status| {
        let code = CodeEntry { draft: draft.to_owned(), sent_to: None, expires_at, state, now: codes.now };
        Ok(app.base().show(&ask, status, &page(&it, WithdrawState::Code(code))))
    };
    let Some(code) = Code::parse(pairs.get("code")) else { return again(CodeState::Malformed, 422) };
    let tried = codes.check_of(draft, Purpose::Withdraw, &it.number, &code).await?;
    if let Some((state, status)) = views::failed_try(&tried) {
        return again(state, status);
    }
    match moved(&app, &ask, &it.number, Move::AskWithdrawal, Some(&seal::digest(draft))).await? {
        Some(response) => Ok(response),
        None => again(CodeState::Expired, 422),
    }
}

async fn keep(State(Here { app, .. }): State<Here>, ask: Ask, path: Asked, _: Pairs) -> Result<Response, Problem> {
    match open(&app, &ask, &path).await? {
        Ok(it) => moved(&app, &ask, &it.number, Move::KeepOn, None).await?.ok_or(ProblemKind::Broken.into()),
        Err(response) => Ok(response),
    }
}

/// Makes the move on the complaint as it stands, and shows how it stands then; `None` where the code for it was used by another request.
async fn moved(app: &App, ask: &Ask, number: &Number, wanted: Move, code: Option<&str>) -> Result<Option<Response>, Problem> {
    for _ in 0..TRIES {
        let it = app.store().load(number).await?.ok_or(ProblemKind::NotFound)?;
        let Ok(change) = decide(&it, wanted.clone(), Actor::Complainant, app.now()) else {
            return Ok(Some(app.base().show(ask, 409, &page(&it, WithdrawState::Stands(it.withdrawal())))));
        };
        let written = match code {
            Some(code) => app.store().commit_by_code(&change, code).await,
            None => app.store().commit(&change).await,
        };
        match (written, code) {
            (Ok(()), _) => {
                let it = change.complaint;
                return Ok(Some(app.base().show(ask, 200, &page(&it, WithdrawState::Stands(it.withdrawal())))));
            }
            (Err(Error::Conflict), Some(code)) if app.store().is_used(code, Purpose::Withdraw).await? => return Ok(None),
            (Err(Error::Conflict), _) => {}
            (Err(other), _) => return Err(other.into()),
        }
    }
    Err(ProblemKind::Unavailable.into())
}
