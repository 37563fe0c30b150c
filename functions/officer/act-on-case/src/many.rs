//! One move on many complaints: asked once more, then made on each by itself, with what became of each.

use axum::extract::State;
use axum::response::Response;
use boot::{App, Cookie, Desk, Extra, Pairs, Problem, ProblemKind};
use desk::Opened;
use domain::access::may;
use domain::lang::Both;
use domain::number::Number;
use site::page::desk::{BulkMove, BulkPage, BulkResult, BulkRow, Candidate, FormFault, Outcome};

use crate::form::words_fault;
use crate::{Attempt, attempt};

/// The most that are moved at once: a page that waits for more would be pressed again.
const MOST: usize = 50;
/// How often a complaint that another one changed meanwhile is looked at again.
const TRIES: u8 = 3;

/// The address of the form, opened again later.
pub(crate) async fn back(State(app): State<App>) -> Response {
    app.base().see_other("/desk/", Extra { cookie: Cookie::Keep })
}

pub(crate) async fn act(State(app): State<App>, desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let wanted = BulkMove::parse(pairs.get("move")).ok_or(ProblemKind::UnreadableBody)?;
    let mut numbers: Vec<Number> = pairs.iter().filter(|(name, _)| *name == "number").filter_map(|(_, typed)| Number::parse(typed)).collect();
    numbers.sort();
    numbers.dedup();
    numbers.truncate(MOST);
    let mut found = Vec::new();
    for number in numbers {
        let opened = desk::open(&app, &desk, &number).await?;
        found.push((number, opened));
    }
    let confirmed = pairs.get("confirmed") == "yes";
    let mut page = confirm(&app, &desk, wanted, &found);
    page.typed = pairs.iter().filter(|(name, _)| !matches!(*name, "form_token" | "number")).map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    if confirmed {
        page.fault = fault(wanted, &pairs);
    }
    if !confirmed || page.fault.is_some() {
        return Ok(app.base().show(&desk.ask, if page.fault.is_some() { 422 } else { 200 }, &page));
    }
    for (row, (number, opened)) in page.rows.iter_mut().zip(&found) {
        row.result = Some(match opened {
            Some(opened) => one(&app, &desk, wanted, number, opened, &pairs).await?,
            None => BulkResult::Unknown,
        });
    }
    let done = page.rows.iter().filter(|row| row.result == Some(BulkResult::Done)).count();
    tracing::info!(officer = %desk.officer.id, made = wanted.tag(), asked = page.rows.len(), done, "a move was made on many");
    Ok(app.base().show(&desk.ask, 200, &page))
}

/// What is wrong with the form for all of them; nothing is moved then.
fn fault(wanted: BulkMove, pairs: &Pairs) -> Option<FormFault> {
    let field = match wanted {
        BulkMove::Assign => "officer",
        BulkMove::Forward => "station",
        BulkMove::Note => "words",
    };
    let missing = pairs.get(field).trim().is_empty().then_some(FormFault::Missing);
    missing.or_else(|| words_fault(pairs.get("words").trim()))
}

async fn one(app: &App, desk: &Desk, wanted: BulkMove, number: &Number, opened: &Opened, pairs: &Pairs) -> Result<BulkResult, Problem> {
    let mut again;
    let mut opened = opened;
    for _ in 0..TRIES {
        match attempt(app, desk, opened, wanted.each(), pairs, Some(opened.case.complaint.version)).await? {
            Attempt::Done(_) => return Ok(BulkResult::Done),
            Attempt::Refused(Outcome::Refused(_, refusal)) => return Ok(BulkResult::Refused(refusal)),
            // A choice that fits some of them does not fit this one.
            Attempt::Refused(Outcome::Faulty(..)) => return Ok(BulkResult::Refused(domain::decide::Refusal::OtherUnit)),
            Attempt::Refused(Outcome::Done(_) | Outcome::Stale(_)) => return Ok(BulkResult::Stale),
            Attempt::Raced => match desk::open(app, desk, number).await? {
                Some(fresh) => {
                    again = fresh;
                    opened = &again;
                }
                None => return Ok(BulkResult::Unknown),
            },
        }
    }
    Ok(BulkResult::Stale)
}

/// The page that asks once more: what it is about, and whom or where it may go.
fn confirm(app: &App, desk: &Desk, wanted: BulkMove, found: &[(Number, Option<Opened>)]) -> BulkPage {
    let pages: Vec<_> = found.iter().map(|(number, opened)| (number, opened.as_ref().map(|it| (it, desk::page(app, desk, it, None, Vec::new()))))).collect();
    let mut officers: Vec<Candidate> = Vec::new();
    let mut stations: Vec<(String, Both)> = Vec::new();
    for (_, shown) in &pages {
        let Some((opened, page)) = shown else { continue };
        if may(opened.case.complaint.stage.kind(), wanted.each(), opened.role) {
            let fresh = page.officers.iter().filter(|it| officers.iter().all(|known| known.officer.id != it.officer.id)).cloned().collect::<Vec<_>>();
            officers.extend(fresh);
            let fresh = page.stations.iter().filter(|it| !stations.contains(it)).cloned().collect::<Vec<_>>();
            stations.extend(fresh);
        }
    }
    let row = |(number, shown): (&Number, Option<(&Opened, _)>)| {
        let shown: Option<(&Opened, site::page::desk::CasePage)> = shown;
        BulkRow { number: number.clone(), category: shown.map(|(_, page)| page.complaint.category), result: None }
    };
    let rows = pages.into_iter().map(row).collect();
    BulkPage { head: desk::head(app, desk), wanted, rows, officers, stations, fault: None, typed: Vec::new() }
}
