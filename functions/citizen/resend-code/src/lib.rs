//! `POST /{lang}/complaints/resend`: another code for a filing that waits.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use boot::{App, Ask, Pairs, Problem, ProblemKind};
use codes::{Bound, Codes};
use domain::otp::Purpose;
use domain::phone::Phone;
use domain::policy::Phones;
use notify::Outlet;
use site::page::{AlreadyFiledPage, CodeEntry};
use store::FilingState;

#[derive(Clone)]
struct Here {
    app: App,
    outlet: Outlet,
}

pub fn routes(app: App, outlet: Outlet) -> Router {
    Router::new().route("/{lang}/complaints/resend", post(resend)).with_state(Here { app, outlet })
}

async fn resend(State(Here { app, outlet }): State<Here>, ask: Ask, pairs: Pairs) -> Result<Response, Problem> {
    let draft = pairs.get("draft").to_owned();
    let filing = app.store().filing(&seal::digest(&draft)).await?.ok_or(ProblemKind::DraftGone)?;
    match filing.state {
        FilingState::Pending | FilingState::HandedOver => {}
        FilingState::Registered => {
            let number = filing.private.number;
            return Ok(app.base().show(&ask, 409, &AlreadyFiledPage { number }));
        }
        FilingState::Lapsed => return Err(ProblemKind::DraftGone.into()),
    }
    let key = app.store().data_key(&filing.private.number).await?.ok_or(ProblemKind::DraftGone)?;
    let e164 = filing.private.e164(&key).unwrap_or_default();
    let codes = Codes { store: app.store(), secrets: app.secrets().await?, now: app.now() };
    let bound = Bound { draft: &draft, phone_key: &filing.private.phone_key, purpose: Purpose::File, number: Some(&filing.private.number) };
    let sent = codes.resend(&outlet, bound, &e164, ask.lang).await?;
    let (state, expires_at) = views::code_state(sent, codes.now);
    let sent_to = Phone::parse(&e164, Phones::Any).ok().map(|phone| phone.masked());
    let code = CodeEntry { draft, sent_to, expires_at, state, now: codes.now };
    let page = views::check_page(app.policy(), filing.typed(&key), code).ok_or(ProblemKind::DraftGone)?;
    Ok(app.base().show(&ask, 202, &page))
}
