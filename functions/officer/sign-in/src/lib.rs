//! `GET /desk/sign-in`, `POST /desk/sign-in/challenge` and `POST /desk/sign-in/finish`: a question to whatever passkey
//! is there, and its answer, which opens a session. Nobody types a name, and every answer that does not hold is told alike.

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use boot::{App, Ask, Cookie, Desk, Extra, Pairs, Problem, SignedOut};
use domain::account::Account;
use passkeys::{Answer, Refused};
use site::page::Onward;
use site::page::door::{DoorNotice, SignInPage};
use store::{Error, Question, Topic};

pub fn routes(app: App) -> Router {
    Router::new()
        .route("/desk/sign-in", get(page))
        .route("/desk/sign-in/challenge", post(challenge))
        .route("/desk/sign-in/finish", post(finish).merge(get(page)))
        .with_state(app)
}

/// Whoever is signed in has nothing to do here, but to show the passkey once more on the way to what asks for it.
async fn page(State(app): State<App>, ask: Ask, headers: HeaderMap, RawQuery(query): RawQuery, desk: Result<Desk, SignedOut>) -> Result<Response, Problem> {
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect();
    let onward = Onward::read(app.policy(), pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let proven = desk.as_ref().is_ok_and(|desk| desk.session.proven);
    if proven || desk.is_ok() && onward.is_none() {
        let path = onward.map_or_else(|| "/desk/".to_owned(), |onward| onward.path());
        return Ok(app.base().see_other(&path, Extra { cookie: Cookie::Keep }));
    }
    let page = SignInPage { notice: None, elsewhere: app.base().passkeys_elsewhere(&headers), onward };
    Ok(app.base().show(&ask, 200, &page))
}

async fn challenge(State(app): State<App>, ask: Ask) -> Result<Response, Problem> {
    let asked = door::passkeys(&app, ask.lang)?.ask().map_err(door::broken)?;
    door::ask(&app, Topic::SignIn, asked).await
}

async fn finish(State(app): State<App>, ask: Ask, headers: HeaderMap, pairs: Pairs) -> Result<Response, Problem> {
    let onward = Onward::read(app.policy(), pairs.iter().collect::<Vec<_>>().into_iter());
    let again = |notice, status| Ok(app.base().show(&ask, status, &SignInPage { notice: Some(notice), elsewhere: None, onward: onward.clone() }));
    let question = app.store().take_question(pairs.get("question"), app.now()).await?;
    let Some(Question { topic: Topic::SignIn, state }) = question else { return again(DoorNotice::TooLate, 410) };
    let account = match answered(&app, &ask, &state, pairs.get("answer")).await? {
        Ok(account) => account,
        Err(Refused(why)) => {
            tracing::warn!(why, "a sign-in was refused");
            return again(DoorNotice::Refused, 422);
        }
    };
    if account.officer(app.now()).is_none() {
        tracing::warn!(officer = %account.id, "an officer without a post tried to sign in");
        return again(DoorNotice::NoPost, 403);
    }
    // Whoever showed the passkey once more has another session from now on; the one before ends with it.
    app.close_desk(&headers).await?;
    let session = app.open_desk(&account.id).await?;
    tracing::info!(officer = %account.id, "an officer signed in");
    let path = onward.map_or_else(|| "/desk/".to_owned(), |onward| onward.path());
    Ok(app.base().see_other(&path, Extra { cookie: Cookie::SetDesk(&session) }))
}

/// Whose passkey has answered. The passkey is kept as it has become before anybody comes in, so that of two that
/// look alike one stays outside.
async fn answered(app: &App, ask: &Ask, state: &str, answer: &str) -> Result<Result<Account, Refused>, Problem> {
    let refused = |why: &str| Ok(Err(Refused(why.to_owned())));
    let answer = match Answer::read(answer) {
        Ok(answer) => answer,
        Err(why) => return Ok(Err(why)),
    };
    let Some((officer, digest)) = answer.claims() else { return refused("the passkey names nobody") };
    let Some((account, passkey)) = app.store().passkey(&officer, &digest).await? else { return refused("there is no such passkey") };
    match door::passkeys(app, ask.lang)?.check(state, &answer, &passkey) {
        Ok(None) => Ok(Ok(account)),
        Ok(Some(after)) => match app.store().replace_passkey(&officer, &digest, &passkey, &after).await {
            Ok(()) => Ok(Ok(account)),
            Err(Error::Conflict) => refused("the passkey has signed in or gone in this very moment"),
            Err(other) => Err(other.into()),
        },
        Err(why) => Ok(Err(why)),
    }
}
