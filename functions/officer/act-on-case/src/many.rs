//! One move on many complaints: asked once more, then made on each by itself, with what became of each.

use axum::extract::State;
use axum::response::Response;
use boot::{App, Cookie, Desk, Extra, Pairs, Problem, ProblemKind};
use desk::Opened;
use domain::access::may;
use domain::number::Number;
use site::page::desk::{BulkMove, BulkPage, BulkResult, BulkRow, Candidate, DISTRICT, FormFault, Outcome, Stations};
use store::{Error, Once};

use crate::form::words_fault;
use crate::{Attempt, Seen, attempt};

/// The most that are moved at once: a page that waits for more would be pressed again.
const MOST: usize = 50;
/// How often a complaint that another one changed meanwhile is looked at again.
const TRIES: u8 = 3;
/// The hidden field by which a form that is sent again is known.
const KEY: &str = "key";
/// A key of a page of ours has so many characters; what is shorter could be guessed.
const KEY_LENGTH: usize = 32;

/// One of the chosen, as the form names it.
struct Chosen {
    number: Number,
    /// The version that was seen on the page that asked once more.
    version: Option<u64>,
    found: Found,
}

/// What is there for this officer.
enum Found {
    Case(Box<Opened>),
    Nothing,
    /// The table did not say.
    Unread,
}

impl Found {
    fn case(&self) -> Option<&Opened> {
        match self {
            Found::Case(opened) => Some(opened),
            Found::Nothing | Found::Unread => None,
        }
    }
}

/// The address of the form, opened again later.
pub(crate) async fn back(State(app): State<App>) -> Response {
    app.base().see_other("/desk/", Extra { cookie: Cookie::Keep })
}

pub(crate) async fn act(State(app): State<App>, desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let wanted = BulkMove::parse(pairs.get("move")).ok_or(ProblemKind::UnreadableBody)?;
    // Who asks for another district's stations has not confirmed yet.
    let confirmed = pairs.get("confirmed") == "yes" && pairs.get("do") != DISTRICT;
    let fault = if confirmed { fault(wanted, &pairs) } else { None };
    let acts = confirmed && fault.is_none();
    let mut chosen = Vec::new();
    for (number, version) in numbers(&pairs) {
        let found = match desk::open(&app, &desk, &number).await {
            Ok(Some(opened)) => Found::Case(Box::new(opened)),
            Ok(None) => Found::Nothing,
            // Nothing is done yet, so that the whole may be asked for again.
            Err(error) if !acts => return Err(error.into()),
            Err(error) => unread(&number, &error),
        };
        chosen.push(Chosen { number, version, found });
    }
    let kept = |name: &str| !matches!(name, "form_token" | "number" | KEY);
    let typed = pairs.iter().filter(|(name, _)| kept(name)).map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    let mut page = confirm(&app, &desk, wanted, &chosen, typed);
    page.fault = fault;
    if !acts {
        return Ok(app.base().show(&desk.ask, if confirmed { 422 } else { 200 }, &page));
    }
    for (row, chosen) in page.rows.iter_mut().zip(&chosen) {
        // A row whose table fails is said to have failed, in the log too; the others go on.
        row.result = Some(one(&app, &desk, wanted, chosen, &pairs).await.unwrap_or(BulkResult::Failed));
    }
    let done = page.rows.iter().filter(|row| row.result == Some(BulkResult::Done)).count();
    tracing::info!(officer = %desk.officer.id, made = wanted.tag(), asked = page.rows.len(), done, "a move was made on many");
    Ok(app.base().show(&desk.ask, 200, &page))
}

/// The chosen ones, each once, with the version that was seen where the form says it: `number@version`.
fn numbers(pairs: &Pairs) -> Vec<(Number, Option<u64>)> {
    let named = pairs.iter().filter(|(name, _)| *name == "number").filter_map(|(_, typed)| {
        let (number, version) = typed.split_once('@').unwrap_or((typed, ""));
        Some((Number::parse(number)?, version.parse().ok()))
    });
    let mut all: Vec<(Number, Option<u64>)> = named.collect();
    all.sort();
    all.dedup_by(|a, b| a.0 == b.0);
    all.truncate(MOST);
    all
}

fn unread(number: &Number, error: &Error) -> Found {
    tracing::error!(%number, %error, "a case among many was not read");
    Found::Unread
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

/// What keeps this form from being done twice on a complaint: other words on it are another form.
fn once(desk: &Desk, wanted: BulkMove, number: &Number, pairs: &Pairs) -> Option<Once> {
    let typed = ["officer", "station", "words"].map(|field| pairs.get(field)).join("\n");
    let key = Some(pairs.get(KEY)).filter(|key| key.len() >= KEY_LENGTH)?;
    Some(Once::of(&desk.officer.id, &format!("{key}\n{number}\n{}\n{typed}", wanted.tag())))
}

async fn one(app: &App, desk: &Desk, wanted: BulkMove, chosen: &Chosen, pairs: &Pairs) -> Result<BulkResult, Problem> {
    let once = once(desk, wanted, &chosen.number, pairs);
    let seen = Seen { version: chosen.version, once: once.as_ref() };
    let mut fresh = None;
    for _ in 0..TRIES {
        if let Some(once) = &once
            && app.store().was_done(once).await?
        {
            return Ok(BulkResult::Done);
        }
        let opened = match (&fresh, &chosen.found) {
            (Some(opened), _) | (None, Found::Case(opened)) => opened,
            (None, Found::Nothing) => return Ok(BulkResult::Unknown),
            (None, Found::Unread) => return Ok(BulkResult::Failed),
        };
        match attempt(app, desk, opened, wanted.each(), pairs, seen).await? {
            Attempt::Done(_) => return Ok(BulkResult::Done),
            Attempt::Refused(Outcome::Refused(_, refusal)) => return Ok(BulkResult::Refused(refusal)),
            // A choice that fits some of them does not fit this one.
            Attempt::Refused(Outcome::Faulty(..)) => return Ok(BulkResult::Refused(domain::decide::Refusal::OtherUnit)),
            Attempt::Refused(Outcome::Done(_) | Outcome::Stale(_)) => return Ok(BulkResult::Stale),
            Attempt::Raced => match desk::open(app, desk, &chosen.number).await? {
                Some(opened) => fresh = Some(Box::new(opened)),
                None => return Ok(BulkResult::Unknown),
            },
        }
    }
    Ok(BulkResult::Stale)
}

/// The page that asks once more: what it is about, and whom or where it may go.
fn confirm(app: &App, desk: &Desk, wanted: BulkMove, chosen: &[Chosen], typed: Vec<(String, String)>) -> BulkPage {
    let district: Vec<_> = typed.iter().filter(|(name, _)| name == DISTRICT).cloned().collect();
    let pages: Vec<_> = chosen.iter().map(|it| (it, it.found.case().map(|opened| (opened, desk::page(app, desk, opened, None, district.clone()))))).collect();
    let mut officers: Vec<Candidate> = Vec::new();
    let mut stations = Stations::default();
    for (_, shown) in &pages {
        let Some((opened, page)) = shown else { continue };
        if may(opened.case.complaint.stage.kind(), wanted.each(), opened.role) {
            let fresh = page.officers.iter().filter(|it| officers.iter().all(|known| known.officer.id != it.officer.id)).cloned().collect::<Vec<_>>();
            officers.extend(fresh);
            let fresh = page.stations.of_it.iter().filter(|it| !stations.of_it.contains(it)).cloned();
            let of_it = stations.of_it.iter().cloned().chain(fresh).collect();
            stations = Stations { of_it, ..page.stations.clone() };
        }
    }
    let row = |(it, shown): (&Chosen, Option<(&Opened, site::page::desk::CasePage)>)| {
        let shown = shown.map(|(opened, page)| (opened.case.desk_version(), page.complaint.category));
        // What came back with a fault was decided upon when it was seen at first.
        let version = shown.as_ref().map(|(now, _)| it.version.unwrap_or(*now));
        BulkRow { number: it.number.clone(), version, category: shown.map(|(_, category)| category), result: None }
    };
    let rows = pages.into_iter().map(row).collect();
    let key = seal::hex(&seal::random::<16>());
    BulkPage { head: desk::head(app, desk), wanted, key, rows, officers, stations, fault: None, typed }
}
