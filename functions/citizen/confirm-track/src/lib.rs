//! `POST /{lang}/track/confirm`: opens a complaint by the code of a look-up, or by number and receipt.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use boot::{App, Ask, Cookie, Extra, Pairs, Problem, ProblemKind};
use codes::{Codes, Tried};
use domain::fault::{Fault, Field, Flaw};
use domain::number::Number;
use domain::otp::{Code, Purpose};
use domain::receipt::Receipt;
use site::page::{CodeEntry, CodeState, TrackCodePage, TrackNotice, TrackPage};

pub fn routes(app: App) -> Router {
    Router::new().route("/{lang}/track/confirm", post(confirm)).with_state(app)
}

async fn confirm(State(app): State<App>, ask: Ask, pairs: Pairs) -> Result<Response, Problem> {
    if pairs.get("draft").is_empty() { by_receipt(&app, &ask, &pairs).await } else { by_code(&app, &ask, &pairs).await }
}

async fn by_code(app: &App, ask: &Ask, pairs: &Pairs) -> Result<Response, Problem> {
    let draft = pairs.get("draft");
    let codes = Codes { store: app.store(), secrets: app.secrets().await?, now: app.now() };
    let expires_at = codes.holds_until(draft, Purpose::Track).await?;
    let again = |state, status| {
        let code = CodeEntry { draft: draft.to_owned(), sent_to: None, expires_at, state, now: codes.now };
        Ok(app.base().show(ask, status, &TrackCodePage { number: pairs.get("number").to_owned(), code }))
    };
    let Some(code) = Code::parse(pairs.get("code")) else { return again(CodeState::Malformed, 422) };
    let tried = codes.check(draft, Purpose::Track, &code).await?;
    let opened = match &tried {
        Tried::Right(challenge) if !challenge.used => challenge.number.clone().map(|number| (number, challenge.phone_key.clone())),
        Tried::Right(_) => return again(CodeState::Expired, 422),
        Tried::Wrong { .. } | Tried::Spent | Tried::Locked { .. } => None,
    };
    match (views::failed_try(&tried), opened) {
        (Some((state, status)), _) => again(state, status),
        (None, None) => again(CodeState::Expired, 422),
        (None, Some((number, phone_key))) => {
            let token = seal::hex(&seal::random::<32>());
            // Read first: once the code is used nothing may fail any more.
            let opened = opened_by(app, ask, &number, &token, true).await?;
            match app.store().open_session_by_code(&token, &number, &phone_key, &seal::digest(draft), codes.now).await {
                Ok(()) => Ok(opened),
                Err(store::Error::Conflict) => again(CodeState::Expired, 422),
                Err(other) => Err(other.into()),
            }
        }
    }
}

async fn by_receipt(app: &App, ask: &Ask, pairs: &Pairs) -> Result<Response, Problem> {
    let mut typed = TrackPage { number: pairs.get("number").to_owned(), receipt: pairs.get("receipt").to_owned(), ..TrackPage::default() };
    let number = Number::parse(&typed.number);
    let receipt = Receipt::parse(&typed.receipt);
    let (Some(number), Some(receipt)) = (&number, &receipt) else {
        let fault = |field, typed: &str, flaw| Fault { field, flaw: if typed.trim().is_empty() { Flaw::Missing } else { flaw } };
        let wrong_number = number.is_none().then(|| fault(Field::Number, &typed.number, Flaw::NotANumber));
        let wrong_receipt = receipt.is_none().then(|| fault(Field::Receipt, &typed.receipt, Flaw::NotAReceipt));
        typed.faults = wrong_number.into_iter().chain(wrong_receipt).collect();
        return Ok(app.base().show(ask, 422, &typed));
    };
    if !app.store().count_receipt_try(number, app.now()).await? {
        return Err(ProblemKind::TooManyTries.into());
    }
    let fits = app.secrets().await?.is_receipt(number, receipt);
    // Looked up in either case, so that a number that is nobody's takes as long as one that is.
    let exists = app.store().load(number).await?.is_some();
    if fits && exists {
        let token = seal::hex(&seal::random::<32>());
        let opened = opened_by(app, ask, number, &token, false).await?;
        app.store().open_session(&token, number, None, app.now()).await?;
        return Ok(opened);
    }
    typed.notice = Some(TrackNotice::NoMatch);
    Ok(app.base().show(ask, 422, &typed))
}

/// The way to the complaint behind the session that is about to be opened, or the complaint itself.
async fn opened_by(app: &App, ask: &Ask, number: &Number, token: &str, by_code: bool) -> Result<Response, Problem> {
    let extra = Extra { cookie: Cookie::Set(token) };
    if !ask.json {
        return Ok(app.base().see_other(&format!("/{}/complaints/{number}", ask.lang), extra));
    }
    let (complaint, events) = app.store().history(number).await?.ok_or(ProblemKind::Broken)?;
    let page = views::her_page(app.policy(), &complaint, &events, by_code, app.now());
    Ok(app.base().show_with(ask, 200, &page, extra))
}
