//! `GET /desk/`: a unit's list; `GET /desk/export.csv`: the same rows for a spreadsheet. Three requests to the table:
//! who asks, what the unit holds, what it works.

mod export;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Desk, Problem};
use domain::policy::Policy;
use site::page::Onward;
use site::page::desk::{Asked, Filter};
use views::Worklist;

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/", get(list)).route("/desk/export.csv", get(export)).with_state(app)
}

/// What the address asks for, and from where on.
fn asked(query: Option<String>) -> (Asked, String) {
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect();
    let asked = Asked::of(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let after = pairs.into_iter().rev().find(|(name, _)| name == "after").map(|(_, after)| after);
    (asked, after.unwrap_or_default())
}

async fn worklist<'a>(app: &'a App, policy: &'a Policy, desk: &'a Desk, filter: Filter) -> Result<Worklist<'a>, Problem> {
    let all = app.store().worklist(&desk.officer.unit).await?;
    Ok(Worklist::new(policy, &desk.officer, all, filter, app.now()))
}

async fn list(State(app): State<App>, desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let (asked, after) = asked(query);
    let list = worklist(&app, app.policy(), &desk, asked.filter).await?;
    let head = views::desk_head(app.policy(), &desk.officer, desk.account.keys, &desk.form_token, desk.session);
    let saved = desk.account.views.iter().map(|view| (view.name.as_str().to_owned(), view.query.clone())).collect();
    let page = list.page(head, asked.view, &after, saved);
    Ok(app.base().show(&desk.ask, 200, &page))
}

async fn export(State(app): State<App>, desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let (asked, _) = asked(query);
    if let Some(answer) = desk.must_prove(app.base(), &Onward::List(asked.clone())) {
        return Ok(answer);
    }
    let list = worklist(&app, app.policy(), &desk, asked.filter).await?;
    let rows: Vec<_> = list.of(asked.view).map(|row| (row, list.row(row))).collect();
    tracing::info!(officer = %desk.officer.id, unit = %desk.officer.unit, view = asked.view.tag(), rows = rows.len(), "a list was taken out");
    export::answer(desk.lang, &rows)
}
