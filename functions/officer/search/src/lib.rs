//! `POST /desk/search`: one field for a number, a phone, a name in either script or a station. It finds closed complaints too.
//! What is typed may be her name or phone: it comes in a body and stands in no address and no log.

use std::cmp::Reverse;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use boot::{App, Cookie, Desk, Extra, Pairs, Problem};
use domain::access::{is_walled_off, role};
use domain::complaint::Complaint;
use domain::fold;
use domain::number::Number;
use domain::phone::Phone;
use domain::policy::{Phones, Scope, Station};
use site::page::desk::SearchPage;
use store::{Listed, MOST_FOUND as AT_ONCE};

/// The most that one page shows: whoever finds more asks more narrowly.
const MOST_SHOWN: usize = 100;
/// The most that are looked at, the newest first: a name of a whole state has no end.
const MOST_LOOKED_AT: usize = 5_000;

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
    let (mut numbers, of) = match station(&app, &desk, q) {
        Some(station) => (app.store().of_station(&station.code).await?, Some(&station.code)),
        None => (numbers(&app, &desk, q).await?, None),
    };
    numbers.sort_by_cached_key(age);
    numbers.dedup();
    let (mut found, ended) = sift(&app, &desk, &numbers).await?;
    // What was forwarded is found at the station where it is now.
    found.retain(|it| of.is_none_or(|code| it.station.as_ref() == Some(code)));
    Ok(answer(&app, &desk, q, found, ended))
}

/// Newest year first; it stands behind the district.
fn age(number: &Number) -> (Reverse<String>, String) {
    let (district, rest) = number.as_str().split_at(3);
    (Reverse(rest[..2].to_owned()), format!("{}{district}", &rest[2..]))
}

/// What of them exists for this officer, asked of each as it stands now, and whether so many fit that the oldest were not looked at.
/// What is behind the wall counts nowhere: the answer is the same with it and without.
async fn sift(app: &App, desk: &Desk, numbers: &[Number]) -> Result<(Vec<Complaint>, bool), Problem> {
    let (mut seen, mut looked) = (Vec::new(), 0);
    for some in numbers.chunks(AT_ONCE) {
        let mut some = app.store().load_all(some).await?;
        some.sort_by_cached_key(|it| age(&it.number));
        for it in some.into_iter().filter(|it| !is_walled_off(app.policy(), &desk.officer, it)) {
            if looked == MOST_LOOKED_AT {
                return Ok((seen, true));
            }
            looked += 1;
            if role(app.policy(), &desk.officer, &it).is_some() {
                seen.push(it);
            }
        }
    }
    Ok((seen, false))
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

/// The most urgent of the open ones, and then the newest of the closed.
fn answer(app: &App, desk: &Desk, q: &str, mut seen: Vec<Complaint>, ended: bool) -> Response {
    let now = app.now();
    let more = seen.len() > MOST_SHOWN;
    seen.sort_by_key(Complaint::due_at);
    let row = |it: &Complaint| views::row(app.policy(), &Listed::of(it), now);
    let open: Vec<_> = seen.iter().filter(|it| it.is_open()).take(MOST_SHOWN).map(row).collect();
    let closed = seen.iter().rev().filter(|it| !it.is_open()).take(MOST_SHOWN - open.len()).map(row).collect();
    let head = views::desk_head(app.policy(), &desk.officer, desk.account.keys, &desk.form_token, desk.session);
    app.base().show(&desk.ask, 200, &SearchPage { head, q: q.to_owned(), open, closed, more, ended, now })
}
