//! `POST /{lang}/complaints/confirm`: the right code makes a filing a complaint; only now does one exist.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use boot::{App, Ask, Cookie, Extra, Pairs, Problem, ProblemKind};
use codes::Codes;
use domain::complaint::Complaint;
use domain::otp::{Code, Purpose};
use domain::phone::Phone;
use domain::policy::Phones;
use intake::{Registered, register};
use site::page::{AlreadyFiledPage, CodeEntry, CodeState};
use store::{FilingState, PendingFiling};
use views::Asked;

pub fn routes(app: App) -> Router {
    Router::new().route("/{lang}/complaints/confirm", post(confirm)).with_state(app)
}

async fn confirm(State(app): State<App>, ask: Ask, pairs: Pairs) -> Result<Response, Problem> {
    let draft = pairs.get("draft");
    let filing = app.store().filing(&seal::digest(draft)).await?.ok_or(ProblemKind::DraftGone)?;
    if filing.state == FilingState::Lapsed {
        return Err(ProblemKind::DraftGone.into());
    }
    if filing.state == FilingState::Pending && app.now() >= filing.due_at {
        return form_again(&app, &ask, &filing, draft).await;
    }
    let Some(code) = Code::parse(pairs.get("code")) else {
        return check_again(&app, &ask, &filing, draft, CodeState::Malformed, 422).await;
    };
    let codes = Codes { store: app.store(), secrets: app.secrets().await?, now: app.now() };
    let tried = codes.check(draft, Purpose::File, &code).await?;
    if let Some((state, status)) = views::failed_try(&tried) {
        return check_again(&app, &ask, &filing, draft, state, status).await;
    }
    match filing.state {
        // The answer was lost on the way, or the button was pressed twice: the same number again.
        FilingState::Registered => {
            let complaint = app.store().load(&filing.private.number).await?.ok_or(ProblemKind::Broken)?;
            receipt(&app, &ask, &complaint, &filing.private.phone_key, 200).await
        }
        FilingState::Pending | FilingState::HandedOver | FilingState::Lapsed => match register(&app, &filing).await? {
            Registered::Now(complaint) => receipt(&app, &ask, &complaint, &filing.private.phone_key, 201).await,
            Registered::Before(complaint) => receipt(&app, &ask, &complaint, &filing.private.phone_key, 200).await,
            Registered::NotYet => Err(ProblemKind::Unavailable.into()),
        },
    }
}

async fn receipt(app: &App, ask: &Ask, complaint: &Complaint, phone_key: &str, status: u16) -> Result<Response, Problem> {
    let token = seal::hex(&seal::random::<32>());
    app.store().open_session(&token, &complaint.number, Some(phone_key), app.now()).await?;
    let receipt = app.secrets().await?.receipt(&complaint.number);
    let page = views::receipt_page(app.policy(), complaint, &receipt);
    Ok(app.base().show_with(ask, status, &page, Extra { cookie: Cookie::Set(&token) }))
}

/// The code was not right: the same page, with everything that was typed and a word on the code.
async fn check_again(app: &App, ask: &Ask, filing: &PendingFiling, draft: &str, state: CodeState, status: u16) -> Result<Response, Problem> {
    let Some(key) = app.store().data_key(&filing.private.number).await?.filter(|_| filing.state != FilingState::Registered) else {
        let number = filing.private.number.clone();
        return Ok(app.base().show(ask, 409, &AlreadyFiledPage { number }));
    };
    let phone = filing.private.e164(&key).and_then(|e164| Phone::parse(&e164, Phones::Any).ok());
    let codes = Codes { store: app.store(), secrets: app.secrets().await?, now: app.now() };
    let expires_at = codes.holds_until(draft, Purpose::File).await?;
    let code = CodeEntry { draft: draft.to_owned(), sent_to: phone.map(|p| p.masked()), expires_at, state, now: codes.now };
    let page = views::check_page(app.policy(), filing.typed(&key), code).ok_or(ProblemKind::DraftGone)?;
    Ok(app.base().show(ask, status, &page))
}

/// A day has passed: her answers are in the form again, to be sent anew.
async fn form_again(app: &App, ask: &Ask, filing: &PendingFiling, draft: &str) -> Result<Response, Problem> {
    let key = app.store().data_key(&filing.private.number).await?.ok_or(ProblemKind::DraftGone)?;
    let mut form = views::form_page(app.policy(), filing.typed(&key), vec![]).replacing(Some(draft));
    if let Asked::Form(form) = &mut form {
        form.expired = true;
    }
    Ok(form.show(app.base(), ask, 410))
}
