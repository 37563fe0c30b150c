//! `/dev/officers`: the officers of a district, unit by unit, and a way into the console as each of them. In the cloud
//! a passkey is the only way.

use axum::extract::State;
use axum::http::Uri;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use boot::{Cookie, Extra, Pairs, Problem, ProblemKind};
use domain::ids::{OfficerId, UnitCode};
use domain::lang::Lang;
use domain::policy::{District, Policy, Scope};

use super::page::{capital, district_options, escaped, framed};
use crate::Local;

pub(super) async fn page(State(local): State<Local>, uri: Uri) -> Result<Html<String>, Problem> {
    let policy = local.jobs.app.policy();
    let asked = uri.query().and_then(|query| query.strip_prefix("district=")).unwrap_or_default();
    let Some(district) = policy.district(asked).or_else(|| capital(policy)) else { return Ok(framed("Officers", "<p>The policy has no district.</p>")) };
    let mut tables = String::new();
    for unit in units(policy, district) {
        tables += &table(&local, district, &unit).await?;
    }
    let body = format!(
        "<form action=/dev/officers><label>District <select name=district>{}</select></label> <button>Show</button></form>\
         <p>The demo officers, from the top down. A button opens the console as that officer, without a passkey; this page is in the local start alone.</p>{tables}",
        district_options(policy, district),
    );
    Ok(framed("Officers", &body))
}

/// The units that have to do with a district, widest first: state, range, district, circles, stations.
fn units(policy: &Policy, district: &District) -> Vec<UnitCode> {
    let above = [Scope::State, Scope::Range, Scope::District].into_iter().filter_map(|scope| policy.unit_for(scope, district, None));
    let stations = || policy.stations_of(&district.code);
    let below = |scope| stations().filter_map(move |station| policy.unit_for(scope, district, Some(station)));
    let mut units: Vec<UnitCode> = Vec::new();
    for unit in above.chain(below(Scope::Circle)).chain(below(Scope::Station)) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}

async fn table(local: &Local, district: &District, unit: &UnitCode) -> Result<String, Problem> {
    let (app, policy) = (&local.jobs.app, local.jobs.app.policy());
    let mut rows: Vec<String> = Vec::new();
    for posted in app.store().unit(unit).await?.posted {
        let Some(account) = app.store().account(&posted.officer.id).await? else { continue };
        let here = account.posting.unit == *unit;
        let state = match (here, account.suspended) {
            (false, _) => "transferred",
            (true, true) => "suspended",
            (true, false) => "",
        };
        let (change, said) = if account.suspended { ("no", "Let back") } else { ("yes", "Suspend") };
        let id = escaped(account.id.as_str());
        rows.push(format!(
            "<tr><td>{id}<td>{} {}<br><small>{} {state}</small>\
             <td><form method=post action=/dev/sign-in><button name=officer value=\"{id}\">Sign in</button></form>\
             <td><form method=post action=/dev/officers><input type=hidden name=officer value=\"{id}\"><button name=suspended value={change}>{said}</button></form>",
            escaped(&account.rank.en),
            escaped(&account.name.en),
            escaped(policy.post_name(&account.posting.post, district.code.as_str(), Lang::En)),
        ));
    }
    if rows.is_empty() {
        return Ok(String::new());
    }
    Ok(format!("<h2>{}</h2><table>{}</table>", escaped(&policy.place_name(unit, Lang::En)), rows.concat()))
}

/// Opens the console as an officer.
pub(super) async fn sign_in(State(local): State<Local>, pairs: Pairs) -> Result<Response, Problem> {
    let app = &local.jobs.app;
    let officer = known(&local, &pairs).await?;
    let session = app.open_desk(&officer).await?;
    Ok(app.base().see_other("/desk/", Extra { cookie: Cookie::SetDesk(&session) }))
}

/// Suspends an officer, or lets one back.
pub(super) async fn suspend(State(local): State<Local>, pairs: Pairs) -> Result<Response, Problem> {
    let officer = known(&local, &pairs).await?;
    local.jobs.app.store().suspend(&officer, pairs.get("suspended") == "yes").await?;
    Ok(Redirect::to("/dev/officers").into_response())
}

async fn known(local: &Local, pairs: &Pairs) -> Result<OfficerId, Problem> {
    let officer = OfficerId::parse(pairs.get("officer")).ok_or(ProblemKind::NotFound)?;
    let account = local.jobs.app.store().account(&officer).await?;
    account.map(|account| account.id).ok_or_else(|| ProblemKind::NotFound.into())
}
