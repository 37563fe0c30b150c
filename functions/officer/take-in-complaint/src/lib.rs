//! `GET /desk/new` and `POST /desk/new`: an officer takes a complaint in, for whoever came, called or wrote. No code goes
//! out: she would have to tell it to the police, which every text tells her not to do.

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Desk, Pairs, Problem, ProblemKind};
use domain::access::{is_walled_off, role};
use domain::complaint::Complaint;
use domain::fault::{Fault, Field};
use domain::filing::{DeskFiling, Typed};
use intake::TakenIn;
use site::page::intake::{Again, Given, IntakeReceiptPage};
use views::Intake;

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/new", get(open).post(take_in)).with_state(app)
}

async fn open(State(app): State<App>, desk: Desk, Query(query): Query<Vec<(String, String)>>) -> Response {
    let chosen = |field: Field| query.iter().rev().find(|(name, _)| name == field.tag()).map(|(_, value)| value.as_str());
    let mut typed = Typed::default();
    typed.set(Field::Category, chosen(Field::Category).unwrap_or_default());
    // Most come from where the desk is; a unit above the districts has none of its own.
    let own = desk.officer.unit.as_str().get(..3).unwrap_or_default();
    typed.set(Field::District, chosen(Field::District).unwrap_or(own));
    typed.set(Field::IdempotencyKey, &new_key());
    form(&app, &desk, typed, Vec::new(), chosen(Field::Category).is_some())
}

/// A key that makes sending the form twice harmless.
fn new_key() -> String {
    seal::hex(&seal::random::<16>())
}

fn form(app: &App, desk: &Desk, typed: Typed, faults: Vec<Fault>, asked: bool) -> Response {
    match views::intake_page(app.policy(), desk::head(app, desk), typed, faults, asked) {
        Intake::Matter(page) => app.base().show(&desk.ask, if page.faults.is_empty() { 200 } else { 422 }, &*page),
        Intake::Form(page) => app.base().show(&desk.ask, if page.faults.is_empty() { 200 } else { 422 }, &*page),
    }
}

async fn take_in(State(app): State<App>, desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let mut typed = Typed::from_desk(pairs.iter());
    if !pairs.get("change").is_empty() {
        return Ok(form(&app, &desk, typed, Vec::new(), true));
    }
    let unit = app.store().unit(&desk.officer.unit).await?;
    let phones: Vec<String> = unit.posted.into_iter().filter_map(|posted| posted.phone).collect();
    let filing = match DeskFiling::parse(&typed, app.policy(), &phones, app.now()) {
        Ok(filing) => filing,
        Err(faults) => return Ok(form(&app, &desk, typed, faults, true)),
    };
    // Without its key a form could be registered twice: it is shown once more, with one.
    let keyed = !typed.get(Field::IdempotencyKey).trim().is_empty();
    if !keyed {
        typed.set(Field::IdempotencyKey, &new_key());
    }
    if pairs.get("confirmed") != "yes" || !keyed {
        let page = views::intake_check(app.policy(), desk::head(&app, &desk), &desk.officer, typed, &filing).ok_or(ProblemKind::Broken)?;
        return Ok(app.base().show(&desk.ask, 200, &page));
    }
    let (complaint, again) = match intake::take_in(&app, &typed, &filing, &desk.officer, desk.lang).await? {
        TakenIn::Now(complaint) => (complaint, None),
        TakenIn::Before { complaint, same: true } => (complaint, Some(Again::Same)),
        TakenIn::Before { complaint, same: false } => (complaint, Some(Again::Changed)),
    };
    let status = match again {
        None => 201,
        Some(Again::Same) => 200,
        Some(Again::Changed) => 409,
    };
    let receipt = app.secrets().await?.receipt(&complaint.number);
    let given = given(&app, &desk, &complaint);
    let mut paper = views::receipt_page(app.policy(), &complaint, &receipt);
    // What opens it is no word for whom it does not exist; she has her phone to open it with.
    if given == Given::Walled && filing.phone.is_some() {
        paper.receipt.clear();
    }
    let page = IntakeReceiptPage { head: desk::head(&app, &desk), receipt: paper, no_phone: filing.phone.is_none(), given, again };
    Ok(app.base().show(&desk.ask, status, &page))
}

/// Whether this officer finds it in the console from now on.
fn given(app: &App, desk: &Desk, it: &Complaint) -> Given {
    if is_walled_off(app.policy(), &desk.officer, it) {
        return Given::Walled;
    }
    match role(app.policy(), &desk.officer, it) {
        Some(_) => Given::Here,
        None => Given::Elsewhere,
    }
}
