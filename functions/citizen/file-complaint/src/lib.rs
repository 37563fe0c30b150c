//! `POST /{lang}/complaints`: reads the form, keeps the filing for a day, sends the code.

mod keep;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use boot::{App, Ask, Pairs, Problem, ProblemKind};
use codes::{Bound, Codes, Sending};
use domain::filing::{Filing, Typed};
use domain::lang::Lang;
use domain::otp::Purpose;
use notify::Outlet;
use site::page::{AlreadyFiledPage, CodeEntry};

use crate::keep::{Kept, keep};

#[derive(Clone)]
struct Here {
    app: App,
    outlet: Outlet,
}

pub fn routes(app: App, outlet: Outlet) -> Router {
    Router::new().route("/{lang}/complaints", post(file)).with_state(Here { app, outlet })
}

async fn file(State(here): State<Here>, ask: Ask, pairs: Pairs) -> Result<Response, Problem> {
    let Here { app, outlet } = &here;
    let typed = Typed::from_pairs(pairs.iter());
    let replaces = Some(pairs.get("draft")).filter(|d| !d.is_empty());
    if let Some(lang) = Lang::parse(pairs.get("switch")) {
        let ask = Ask { lang, ..ask };
        return Ok(views::form_page(app.policy(), typed, vec![]).replacing(replaces).show(app.base(), &ask, 200));
    }
    let now = app.now();
    let filing = match Filing::parse(&typed, app.policy(), now) {
        Ok(filing) => filing,
        Err(faults) if ask.json => return Ok(app.base().refuse(&ask, &faults)),
        Err(faults) => return Ok(views::form_page(app.policy(), typed, faults).replacing(replaces).show(app.base(), &ask, 422)),
    };
    let secrets = app.secrets().await?;
    match keep(app, secrets, &typed, &filing, ask.lang, replaces).await? {
        Kept::Registered { number, same } => Ok(app.base().show(&ask, if same { 200 } else { 409 }, &AlreadyFiledPage { number })),
        Kept::Waiting { draft, phone_key, number } => {
            let codes = Codes { store: app.store(), secrets, now };
            let bound = Bound { draft: &draft, phone_key: &phone_key, purpose: Purpose::File, number: Some(&number) };
            // What she wrote is kept already: a table that fails now costs her a code, not her words.
            let sent = codes.send(outlet, bound, filing.phone.e164(), ask.lang).await;
            let (state, expires_at) = views::code_state(sent.unwrap_or(Sending::NotSent), now);
            let code = CodeEntry { draft, sent_to: Some(filing.phone.masked()), expires_at, state, now };
            let page = views::check_page(app.policy(), typed, code).ok_or(ProblemKind::Broken)?;
            Ok(app.base().show(&ask, 202, &page))
        }
    }
}
