//! `POST /{lang}/track`: a code for a complaint. Number and phone that do not belong together get the same
//! answer after the same time, and no text.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Cookie, Extra, Pairs, Problem};
use codes::{Bound, Codes};
use domain::fault::{Fault, Field, Flaw};
use domain::lang::Lang;
use domain::number::Number;
use domain::otp::{self, Purpose};
use domain::phone::Phone;
use domain::policy::Phones;
use notify::Outlet;
use site::page::{CodeEntry, CodeState, TrackCodePage, TrackPage};
use tokio::time::{Instant, sleep_until, timeout_at};

/// Every answer takes this long, whatever was found: time must not tell who complained.
const ALWAYS: Duration = Duration::from_millis(600);

#[derive(Clone)]
struct Here {
    app: App,
    outlet: Outlet,
}

pub fn routes(app: App, outlet: Outlet) -> Router {
    Router::new().route("/{lang}/track", get(to_the_page).post(track)).with_state(Here { app, outlet })
}

/// The page itself is static and has its slash.
async fn to_the_page(State(here): State<Here>, ask: Ask) -> Response {
    here.app.base().see_other(&format!("/{}/track/", ask.lang), Extra { cookie: Cookie::Keep })
}

async fn track(State(Here { app, outlet }): State<Here>, ask: Ask, pairs: Pairs) -> Result<Response, Problem> {
    let answer_at = Instant::now() + ALWAYS;
    let typed = TrackPage { number: pairs.get("number").to_owned(), phone: pairs.get("phone").to_owned(), ..TrackPage::default() };
    let number = Number::parse(&typed.number);
    let phone = Phone::parse(&typed.phone, Phones::Any);
    let (Some(number), Ok(phone)) = (number.clone(), phone.clone()) else {
        let faults = faults(&typed, number.is_some(), phone.err());
        return Ok(app.base().show(&ask, 422, &TrackPage { faults, ..typed }));
    };
    let draft = seal::hex(&seal::random::<20>());
    let expires_at = app.now() + otp::LIFE;
    app.secrets().await?;
    // What takes longer goes on after the answer; what fails is for the log, and told to nobody.
    let work = tokio::spawn(open(app.clone(), outlet, draft.clone(), number, phone, ask.lang));
    if let Ok(Ok(Err(error))) = timeout_at(answer_at, work).await {
        tracing::error!(%error, "a look-up failed");
    }
    sleep_until(answer_at).await;
    let code = CodeEntry { draft, sent_to: None, expires_at, state: CodeState::Sent, now: app.now() };
    Ok(app.base().show(&ask, 202, &TrackCodePage { number: typed.number, code }))
}

/// Sends a code where number and phone belong together; opens a challenge that nothing fits where they do not.
async fn open(app: App, outlet: Outlet, draft: String, number: Number, phone: Phone, lang: Lang) -> Result<(), store::Error> {
    let Ok(secrets) = app.secrets().await else { return Ok(()) };
    let codes = Codes { store: app.store(), secrets, now: app.now() };
    let phone_key = secrets.phone(&phone);
    let theirs = app.store().private(&number).await?.is_some_and(|p| seal::same(p.phone_key.as_bytes(), phone_key.as_bytes()));
    if theirs {
        let bound = Bound { draft: &draft, phone_key: &phone_key, purpose: Purpose::Track, number: Some(&number) };
        return match codes.send(&outlet, bound, phone.e164(), lang).await? {
            codes::Sending::Sent { .. } => Ok(()),
            codes::Sending::NotSent | codes::Sending::Wait(_) => codes.decoy(bound).await,
        };
    }
    // Counted apart: whoever types somebody's phone must not use up her tries of the day.
    let elsewhere = format!("none.{draft}");
    codes.decoy(Bound { draft: &draft, phone_key: &elsewhere, purpose: Purpose::Track, number: None }).await
}

fn faults(typed: &TrackPage, has_number: bool, phone: Option<domain::phone::Flaw>) -> Vec<Fault> {
    let missing = typed.number.trim().is_empty();
    let number = (!has_number).then_some(Fault { field: Field::Number, flaw: if missing { Flaw::Missing } else { Flaw::NotANumber } });
    let phone = phone.map(|flaw| Fault { field: Field::Phone, flaw: flaw.into() });
    number.into_iter().chain(phone).collect()
}
