//! `POST /desk/search`: one field for a number, a phone, a name in either script or a station. It finds closed complaints too.
//! What is typed may be her name or phone: it comes in a body and stands in no address and no log.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use boot::{App, Cookie, Desk, Extra, Pairs, Problem};
use domain::access::role;
use domain::complaint::Complaint;
use domain::fold;
use domain::number::Number;
use domain::phone::Phone;
use domain::policy::{Phones, Scope, Station};
use site::page::desk::SearchPage;
use store::{Listed, MOST_FOUND};

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/search", post(search).merge(get(back))).with_state(app)
}

/// The address of the form, opened again later.
async fn back(State(app): State<App>, _: Desk) -> Response {
    app.base().see_other("/desk/", Extra { cookie: Cookie::Keep })
}

async fn search(State(app): State<App>, desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let q = pairs.get("q").trim();
    if let Some(number) = Number::parse(q) {
        let there = app.store().load(&number).await?.is_some_and(|it| role(app.policy(), &desk.officer, &it).is_some());
        if there {
            return Ok(app.base().see_other(&format!("/desk/complaints/{number}"), Extra { cookie: Cookie::Keep }));
        }
        return Ok(answer(&app, &desk, q, Vec::new(), false));
    }
    if let Some(station) = station(&app, &desk, q) {
        return Ok(app.base().see_other(&format!("/desk/?view=unit&station={}", station.code), Extra { cookie: Cookie::Keep }));
    }
    let numbers = numbers(&app, &desk, q).await?;
    let more = numbers.len() > MOST_FOUND;
    let found = app.store().load_all(&numbers).await?;
    Ok(answer(&app, &desk, q, found, more))
}

/// A station that is called so, in either script, in the officer's district.
fn station<'a>(app: &'a App, desk: &Desk, q: &str) -> Option<&'a Station> {
    let q = q.to_lowercase();
    let is = |station: &&Station| station.code.as_str().to_lowercase() == q || station.name.hi == q || station.name.en.to_lowercase() == q;
    app.policy().stations.iter().filter(|station| is_near(app, desk, station.district.as_str())).find(is)
}

/// Whether a district belongs to what the officer's post reaches.
fn is_near(app: &App, desk: &Desk, district: &str) -> bool {
    let scope = app.policy().posts.get(&desk.officer.post).map(|post| post.scope);
    let Some(district) = app.policy().district(district) else { return false };
    match scope {
        Some(Scope::Range | Scope::State) => scope.and_then(|scope| app.policy().unit_for(scope, district, None)).is_some_and(|unit| unit == desk.officer.unit),
        Some(Scope::Station | Scope::Circle | Scope::District) => desk.officer.unit.as_str().starts_with(district.code.as_str()),
        None => false,
    }
}

/// What a phone or a name leads to. Each part of a name must fit.
async fn numbers(app: &App, desk: &Desk, q: &str) -> Result<Vec<Number>, Problem> {
    let secrets = app.secrets().await?;
    if let Ok(phone) = Phone::parse(q, Phones::Any) {
        return Ok(app.store().found_by(&secrets.phone(&phone)).await?);
    }
    let parts = fold::keys(q);
    let mut found = Vec::new();
    for district in app.policy().districts.iter().filter(|district| is_near(app, desk, district.code.as_str())) {
        let mut here: Option<Vec<Number>> = None;
        for part in &parts {
            let with = app.store().found_by(&secrets.name(district.code.as_str(), part)).await?;
            here = Some(here.map_or_else(|| with.clone(), |so_far| so_far.into_iter().filter(|number| with.contains(number)).collect()));
        }
        found.extend(here.unwrap_or_default());
    }
    Ok(found)
}

/// What of it exists for this officer: the wall and the role are asked of each as it stands now.
fn answer(app: &App, desk: &Desk, q: &str, found: Vec<Complaint>, more: bool) -> Response {
    let now = app.now();
    let mut seen: Vec<Complaint> = found.into_iter().filter(|it| role(app.policy(), &desk.officer, it).is_some()).collect();
    seen.sort_by_key(Complaint::due_at);
    let row = |it: &Complaint| views::row(app.policy(), &Listed::of(it), now);
    let open = seen.iter().filter(|it| it.is_open()).map(row).collect();
    let closed = seen.iter().rev().filter(|it| !it.is_open()).map(row).collect();
    let head = views::desk_head(app.policy(), &desk.officer, desk.account.keys, &desk.form_token, desk.session);
    app.base().show(&desk.ask, 200, &SearchPage { head, q: q.to_owned(), open, closed, more: more && !seen.is_empty(), now })
}
