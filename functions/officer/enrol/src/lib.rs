//! `GET /desk/enrol`, `POST /desk/enrol/challenge` and `POST /desk/enrol`: whoever has an invitation makes a passkey. The
//! invitation is used up in the transaction that keeps the passkey, and in no other.

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use boot::{App, Ask, Cookie, Extra, Pairs, Problem};
use domain::account::InviteCode;
use domain::ids::OfficerId;
use passkeys::Refused;
use site::page::door::{DoorNotice, EnrolPage};
use store::{Error, Question, Topic};

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/enrol", get(page).post(finish)).route("/desk/enrol/challenge", post(challenge)).with_state(app)
}

async fn page(State(app): State<App>, ask: Ask, headers: HeaderMap) -> Response {
    let elsewhere = app.base().passkeys_elsewhere(&headers);
    app.base().show(&ask, 200, &EnrolPage { elsewhere, ..EnrolPage::default() })
}

/// A wrong code, an old one and nobody's number are told alike.
async fn challenge(State(app): State<App>, ask: Ask, pairs: Pairs) -> Result<Response, Problem> {
    let typed = pairs.get("officer").trim().to_ascii_uppercase();
    let ask = Ask { json: true, ..ask };
    let refused = || app.base().show(&ask, 422, &EnrolPage { officer: typed.clone(), notice: Some(DoorNotice::NoInvitation), elsewhere: None });
    let (Some(officer), Some(code)) = (OfficerId::parse(&typed), InviteCode::parse(pairs.get("code"))) else { return Ok(refused()) };
    let invite_hash = seal::digest(code.as_str());
    let Some(account) = app.store().invited(&officer, &invite_hash, app.now()).await? else {
        tracing::warn!("an invitation did not fit");
        return Ok(refused());
    };
    let taken: Vec<String> = app.store().passkeys(&officer).await?.into_iter().map(|(_, passkey)| passkey).collect();
    let asked = door::passkeys(&app, ask.lang)?.offer(&officer, account.name.get(ask.lang), &taken).map_err(door::broken)?;
    door::ask(&app, Topic::Enrolment { officer, invite_hash }, asked).await
}

async fn finish(State(app): State<App>, ask: Ask, pairs: Pairs) -> Result<Response, Problem> {
    let again = |notice, status| {
        let page = EnrolPage { officer: pairs.get("officer").to_owned(), notice: Some(notice), elsewhere: None };
        Ok(app.base().show(&ask, status, &page))
    };
    let question = app.store().take_question(pairs.get("question"), app.now()).await?;
    let Some(Question { topic: Topic::Enrolment { officer, invite_hash }, state }) = question else { return again(DoorNotice::TooLate, 410) };
    let made = match door::passkeys(&app, ask.lang)?.take(&state, pairs.get("answer")) {
        Ok(made) => made,
        Err(Refused(why)) => {
            tracing::warn!(why, "a passkey was not taken");
            return again(DoorNotice::NotMade, 422);
        }
    };
    match app.store().enrol(&officer, &invite_hash, &made.digest, &made.passkey, app.now()).await {
        Ok(()) => {}
        Err(Error::Conflict) => return again(DoorNotice::NoInvitation, 422),
        Err(other) => return Err(other.into()),
    }
    tracing::info!(officer = %officer, "an officer made a passkey");
    let session = app.open_desk(&officer).await?;
    Ok(app.base().see_other("/desk/", Extra { cookie: Cookie::SetDesk(&session) }))
}
