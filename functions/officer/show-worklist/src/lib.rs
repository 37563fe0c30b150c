//! `GET /desk/`: a unit's list; `GET /desk/export.csv`: the same rows for a spreadsheet. Three requests to the table:
//! who asks, what the unit holds, what it works.

mod export;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Desk, Problem};
use domain::policy::Policy;
use site::page::desk::{Filter, View};
use views::Worklist;

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/", get(list)).route("/desk/export.csv", get(export)).with_state(app)
}

/// What the address asks for.
struct Asked {
    view: View,
    filter: Filter,
    after: String,
}

impl Asked {
    fn of(query: Option<String>) -> Asked {
        let mut asked = Asked { view: View::Unit, filter: Filter::default(), after: String::new() };
        for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
            let value = value.into_owned();
            match &*name {
                "view" => asked.view = View::parse(&value).unwrap_or(View::Unit),
                "category" => asked.filter.category = value,
                "station" => asked.filter.station = value,
                "channel" => asked.filter.channel = value,
                "stage" => asked.filter.stage = value,
                "level" => asked.filter.level = value,
                "from" => asked.filter.from = value,
                "to" => asked.filter.to = value,
                "after" => asked.after = value,
                // What is no part of the question is somebody else's, such as a mark in a link.
                _ => {}
            }
        }
        asked
    }
}

async fn worklist<'a>(app: &'a App, policy: &'a Policy, desk: &'a Desk, filter: Filter) -> Result<Worklist<'a>, Problem> {
    let all = app.store().worklist(&desk.officer.unit).await?;
    Ok(Worklist::new(policy, &desk.officer, all, filter, app.now()))
}

async fn list(State(app): State<App>, desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let asked = Asked::of(query);
    let list = worklist(&app, app.policy(), &desk, asked.filter).await?;
    let head = views::desk_head(app.policy(), &desk.officer, desk.account.keys, &desk.form_token);
    let page = list.page(head, asked.view, &asked.after, Vec::new());
    Ok(app.base().show(&desk.ask, 200, &page))
}

async fn export(State(app): State<App>, desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let asked = Asked::of(query);
    let list = worklist(&app, app.policy(), &desk, asked.filter).await?;
    let rows: Vec<_> = list.of(asked.view).map(|row| (row, list.row(row))).collect();
    tracing::info!(officer = %desk.officer.id, unit = %desk.officer.unit, view = asked.view.tag(), rows = rows.len(), "a list was taken out");
    export::answer(desk.lang, &rows)
}
