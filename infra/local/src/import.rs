//! Takes real lists in: stations into the policy, officers, empty posts and rosters into the table or, where one
//! asks for it, over the demo set. All of a list, or nothing and every bad row with its line.

use std::collections::BTreeSet;
use std::path::Path;

use boot::App;
use domain::account::{Account, Posting};
use domain::calendar::wall;
use domain::complaint::{Officer, Stage};
use domain::decide::{Move, decide};
use domain::duty::{Shift, Vacancy};
use domain::event::Actor;
use domain::ids::{OfficerId, PostId, UnitCode};
use domain::number::Number;
use domain::policy::{Policy, Scope};
use jiff::Span;
use policy::Mistakes;

use crate::{Opened, Options, seed};

/// Why nothing was taken in.
#[derive(Debug)]
pub enum Refused {
    /// Something could not be read or written; the text says what.
    Io(String),
    Rows(Mistakes),
}

/// What a list changed in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    pub rows: usize,
    /// What stood there before and is not in the list.
    pub gone: usize,
    /// Complaints of officers who left their posts: nobody's now, to be given anew.
    pub released: usize,
}

/// Checks a list of stations against the districts in force and puts it in the place of `into`, in one move.
///
/// # Errors
/// [`Refused`]; the old list then stands unchanged.
pub fn stations(from: &Path, into: &Path, policy: &Policy) -> Result<usize, Refused> {
    replace(from, into, |text| policy::check_stations(text, policy))
}

/// Checks a list of officers and puts it in the place of `into`, in one move.
///
/// # Errors
/// [`Refused`]; the old list then stands unchanged.
pub fn officers_into(from: &Path, into: &Path, policy: &Policy) -> Result<usize, Refused> {
    replace(from, into, |text| policy::officers(text, policy).map(|list| list.len()))
}

/// Checks a list of empty posts and puts it in the place of `into`, in one move.
///
/// # Errors
/// [`Refused`]; the old list then stands unchanged.
pub fn vacancies_into(from: &Path, into: &Path, policy: &Policy) -> Result<usize, Refused> {
    replace(from, into, |text| policy::vacancies(text, policy).map(|list| list.len()))
}

fn replace(from: &Path, into: &Path, check: impl FnOnce(&str) -> Result<usize, Mistakes>) -> Result<usize, Refused> {
    let text = read(from)?;
    let count = check(&text).map_err(Refused::Rows)?;
    let beside = into.with_extension("csv.new");
    std::fs::write(&beside, &text).map_err(|e| Refused::Io(format!("write {}: {e}", beside.display())))?;
    std::fs::rename(&beside, into).map_err(|e| Refused::Io(format!("replace {}: {e}", into.display())))?;
    Ok(count)
}

/// Puts a list of officers in the place of everybody in the table: who is not in it has left.
///
/// # Errors
/// [`Refused`]; a table that fails on the way holds both, and the same import finishes it.
pub async fn officers(from: &Path, options: &Options) -> Result<Taken, Refused> {
    let opened = open(options).await?;
    let app = &opened.app;
    let list = policy::officers(&read(from)?, app.policy()).map_err(Refused::Rows)?;
    let stays: BTreeSet<_> = list.iter().map(|(officer, _)| (&officer.unit, &officer.id)).collect();
    let before = posted(app).await?;
    let mut gone = before.clone();
    gone.retain(|officer| !stays.contains(&(&officer.unit, &officer.id)));
    // The demo set must not come back over it with the next start.
    seed::mark(app).await.map_err(Refused::Io)?;
    app.store().put_officers(&list).await.map_err(table)?;
    seed::accounts(app, &list).await.map_err(Refused::Io)?;
    // Who holds no post any more is signed out with the next request.
    let ended = |officer: &Officer| Account {
        posting: Posting { until: Some(app.now()), ..Account::of(officer, app.now()).posting },
        ..Account::of(officer, app.now())
    };
    let left: Vec<Account> = gone.iter().filter(|officer| list.iter().all(|(stays, _)| stays.id != officer.id)).map(ended).collect();
    app.store().put_accounts(&left).await.map_err(table)?;
    let released = let_go(app, &before, &list.iter().map(|(officer, _)| officer).collect::<Vec<_>>()).await?;
    app.store().take_away(&gone, &[]).await.map_err(table)?;
    Ok(Taken { rows: list.len(), gone: gone.len(), released })
}

/// What somebody has who is not at that post by the list is nobody's from now on, until it is given anew. Gives how many. Asks what
/// is open in the units of those before, not at which posts they were: an import that was cut off is finished by the same once more.
///
/// # Errors
/// [`Refused`] where the table fails; the same again goes on with what is left.
pub async fn let_go(app: &App, before: &[Officer], list: &[&Officer]) -> Result<usize, Refused> {
    let posts: BTreeSet<_> = list.iter().map(|it| (&it.id, &it.unit, &it.post)).collect();
    let mut released = 0;
    for unit in before.iter().map(|it| &it.unit).collect::<BTreeSet<_>>() {
        for row in app.store().worklist(unit).await.map_err(table)? {
            if row.officer.as_ref().is_some_and(|it| !posts.contains(&(&it.id, &it.unit, &it.post))) {
                released += usize::from(release(app, &row.number, &posts).await?);
            }
        }
    }
    Ok(released)
}

/// Whether it was released: somebody else's change comes first, and whoever has it by then may be at that post.
async fn release(app: &App, number: &Number, posts: &BTreeSet<(&OfficerId, &UnitCode, &PostId)>) -> Result<bool, Refused> {
    loop {
        let Some(it) = app.store().load(number).await.map_err(table)? else { return Ok(false) };
        let Stage::Assigned { officer, .. } = &it.stage else { return Ok(false) };
        if posts.contains(&(&officer.id, &officer.unit, &officer.post)) {
            return Ok(false);
        }
        let Ok(change) = decide(&it, Move::Release, Actor::System, app.now()) else { return Ok(false) };
        match app.store().commit(&change).await {
            Ok(()) => return Ok(true),
            Err(store::Error::Conflict) => {}
            Err(other) => return Err(table(other)),
        }
    }
}

/// Puts a list of empty posts in the place of the one in the table: a post that is not in it is filled.
///
/// # Errors
/// [`Refused`]; a table that fails on the way holds both, and the same import finishes it.
pub async fn vacancies(from: &Path, options: &Options) -> Result<Taken, Refused> {
    let opened = open(options).await?;
    let app = &opened.app;
    let list = policy::vacancies(&read(from)?, app.policy()).map_err(Refused::Rows)?;
    let mut gone: Vec<Vacancy> = Vec::new();
    for unit in units(app.policy()) {
        let vacant = app.store().unit(&unit).await.map_err(table)?.vacant;
        gone.extend(vacant.into_iter().filter(|it| list.iter().all(|new| new.unit != it.unit || new.post != it.post)));
    }
    app.store().put_vacancies(&list).await.map_err(table)?;
    app.store().take_away(&[], &gone).await.map_err(table)?;
    Ok(Taken { rows: list.len(), gone: gone.len(), released: 0 })
}

/// Puts a roster into the table: each day of a unit that is in it replaces that day as it was.
///
/// # Errors
/// [`Refused`]; the old roster then stays in force. A table that fails on the way has whole days of either, and the
/// same import finishes it.
pub async fn roster(from: &Path, options: &Options) -> Result<usize, Refused> {
    let opened = open(options).await?;
    let app = &opened.app;
    let text = read(from)?;
    let officers = posted(app).await?;
    let read = |standing: &[Shift]| policy::roster(&text, app.policy(), &officers, standing).map_err(Refused::Rows);
    let standing = around(app, &read(&[])?).await?;
    let shifts = read(&standing)?;
    app.store().put_roster(&shifts).await.map_err(table)?;
    Ok(shifts.len())
}

/// What stands in the table for the units of these shifts, from the day before the first to the day after the last.
async fn around(app: &App, shifts: &[Shift]) -> Result<Vec<Shift>, Refused> {
    let days = || shifts.iter().map(|shift| wall(shift.from).date());
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Ok(Vec::new()) };
    let first = first.saturating_sub(Span::new().days(1));
    let count = u16::try_from((last - first).get_days() + 2).map_err(|_| Refused::Io("take in a roster of more than a hundred years".to_owned()))?;
    let mut standing = Vec::new();
    for unit in shifts.iter().map(|shift| &shift.unit).collect::<BTreeSet<_>>() {
        standing.extend(app.store().roster(unit, first, count).await.map_err(table)?);
    }
    Ok(standing)
}

async fn posted(app: &App) -> Result<Vec<Officer>, Refused> {
    let mut posted = Vec::new();
    for unit in units(app.policy()) {
        posted.extend(app.store().unit(&unit).await.map_err(table)?.posted.into_iter().map(|it| it.officer));
    }
    Ok(posted)
}

/// Every unit that a policy knows.
fn units(policy: &Policy) -> BTreeSet<UnitCode> {
    let of_districts = policy.districts.iter().flat_map(|district| {
        let above = [Scope::District, Scope::Range, Scope::State].map(|scope| policy.unit_for(scope, district, None));
        let below =
            policy.stations_of(&district.code).flat_map(|station| [Scope::Station, Scope::Circle].map(|scope| policy.unit_for(scope, district, Some(station))));
        above.into_iter().chain(below)
    });
    of_districts.flatten().collect()
}

async fn open(options: &Options) -> Result<Opened, Refused> {
    if options.data.is_none() {
        return Err(Refused::Io("--data :memory: keeps nothing: say which folder".to_owned()));
    }
    crate::open(options).await.map_err(Refused::Io)
}

fn read(from: &Path) -> Result<String, Refused> {
    std::fs::read_to_string(from).map_err(|e| Refused::Io(format!("read {}: {e}", from.display())))
}

fn table(error: store::Error) -> Refused {
    Refused::Io(error.to_string())
}
