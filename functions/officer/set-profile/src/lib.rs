//! `POST /desk/profile`: the language an officer reads in, and whether single keys do something; `GET` tells a program, and
//! the script that keeps a session open, how long it lasts. `POST /desk/views`: a question to the worklist under a name. A
//! view is the officer's own as the language is: the same row, the same privileges, and so the same function.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use boot::{App, Cookie, Desk, Extra, Pairs, Problem};
use domain::account::{SavedView, ViewName, with_view, without_view};
use domain::lang::Lang;
use serde_json::json;
use site::page::desk::{Asked, ViewFault, ViewsPage};
use store::Error;

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/profile", get(profile).post(set)).route("/desk/views", get(list).post(keep)).with_state(app)
}

/// The address of the form, opened again later.
async fn profile(State(app): State<App>, desk: Desk) -> Response {
    if !desk.ask.json {
        return app.base().see_other("/desk/", Extra { cookie: Cookie::Keep });
    }
    app.base().data(200, &json!({ "lang": desk.lang.tag(), "keys": desk.account.keys, "seconds": desk.session.seconds, "proven": desk.session.proven }))
}

async fn set(State(app): State<App>, desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let keys = match pairs.get("keys") {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    };
    app.store().set_profile(&desk.officer.id, Lang::parse(pairs.get("lang")), keys).await?;
    Ok(app.base().see_other("/desk/", Extra { cookie: Cookie::Keep }))
}

async fn list(State(app): State<App>, desk: Desk) -> Response {
    app.base().show(&desk.ask, 200, &page(&app, &desk, None, &Pairs::default()))
}

fn page(app: &App, desk: &Desk, fault: Option<ViewFault>, pairs: &Pairs) -> ViewsPage {
    let head = views::desk_head(app.policy(), &desk.officer, desk.account.keys, &desk.form_token, desk.session);
    ViewsPage { head, views: desk.account.views.clone(), fault, name: pairs.get("name").to_owned(), query: pairs.get("query").to_owned() }
}

/// Keeps a view, or takes one away.
async fn keep(State(app): State<App>, desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let seen = &desk.account.views;
    let (views, then) = match pairs.get("forget") {
        "" => match fresh(&app, &pairs) {
            Ok(view) => {
                let then = format!("/desk/?{}", view.query);
                let Some(views) = with_view(seen, view) else { return Ok(refused(&app, &desk, ViewFault::Full, 409, &pairs)) };
                (views, then)
            }
            Err(fault) => return Ok(refused(&app, &desk, fault, 422, &pairs)),
        },
        name => (without_view(seen, name), "/desk/views".to_owned()),
    };
    match app.store().set_views(&desk.officer.id, seen, &views).await {
        Ok(()) => Ok(app.base().see_other(&then, Extra { cookie: Cookie::Keep })),
        Err(Error::Conflict) => Ok(refused(&app, &desk, ViewFault::Raced, 409, &pairs)),
        Err(other) => Err(other.into()),
    }
}

/// The view of a form, with its question written as the worklist writes it.
fn fresh(app: &App, pairs: &Pairs) -> Result<SavedView, ViewFault> {
    let asked: Vec<(String, String)> = form_urlencoded::parse(pairs.get("query").as_bytes()).into_owned().collect();
    let asked = Asked::strictly(app.policy(), asked.iter().map(|(name, value)| (name.as_str(), value.as_str()))).ok_or(ViewFault::Query)?;
    let name = ViewName::parse(pairs.get("name")).map_err(|_| ViewFault::Name)?;
    Ok(SavedView { name, query: asked.query() })
}

fn refused(app: &App, desk: &Desk, fault: ViewFault, code: u16, pairs: &Pairs) -> Response {
    app.base().show(&desk.ask, code, &page(app, desk, Some(fault), pairs))
}
