#![doc = include_str!("../README.md")]

use boot::{App, Desk};
use domain::access::{Role, may_add_pictures, role};
use domain::complaint::Complaint;
use domain::fault::Field;
use domain::ids::UnitCode;
use domain::number::Number;
use domain::picture::Shelf;
use seal::DataKey;
use site::page::desk::{CasePage, DeskHead, Outcome};
use site::page::picture::{PictureOutcome, PicturesPage};
use store::{Awaited, Case, Error, File, Unit};
use views::Beside;

/// A case as one officer has it open.
pub struct Opened {
    pub case: Case,
    pub role: Role,
    /// `None` once it was erased.
    pub key: Option<DataKey>,
    /// Her own unit, the one that works it and the one that holds it, each once.
    pub units: Vec<Unit>,
    /// Other complaints from her phone or named by her that exist for this officer, where they were looked for.
    pub repeats: Vec<Complaint>,
    /// What she added, oldest first.
    pub files: Vec<File>,
    /// What officers took in for the report, oldest first.
    pub pictures: Vec<File>,
    /// Of those, what is on its way or was not taken; read for whoever may add one.
    pub awaited: Vec<Awaited>,
}

/// Who is looking, for the head of a page.
pub fn head(app: &App, desk: &Desk) -> DeskHead {
    views::desk_head(app.policy(), &desk.officer, desk.account.keys, &desk.form_token, desk.session)
}

/// Opens a case; `None` where it does not exist for this officer, or for anybody.
///
/// # Errors
/// Where the tables do not answer or a row cannot be read.
pub async fn open(app: &App, desk: &Desk, number: &Number) -> Result<Option<Opened>, Error> {
    let Some(case) = app.store().case(number).await? else { return Ok(None) };
    // Asked before the key is fetched: a case behind the wall takes no longer than a number that is nobody's.
    let Some(role) = role(app.policy(), &desk.officer, &case.complaint) else { return Ok(None) };
    let mut codes: Vec<&UnitCode> = vec![&desk.officer.unit, case.complaint.working_unit(), &case.complaint.holder().unit];
    codes.sort();
    codes.dedup();
    let sitting = async {
        let mut units = Vec::new();
        for code in codes {
            units.push(app.store().unit(code).await?);
        }
        Ok::<_, Error>(units)
    };
    // Most complaints have none, and then nothing is asked.
    let added = async { if case.complaint.evidence.files > 0 { app.store().files(number).await } else { Ok(Vec::new()) } };
    let taken = async { if case.complaint.pictures.all() > 0 { app.store().pictures(number).await } else { Ok(Vec::new()) } };
    let adds = may_add_pictures(case.complaint.stage.kind(), role);
    let sent = async { if adds { app.store().all_awaited(number, Shelf::Report).await } else { Ok(Vec::new()) } };
    let (key, units, files, pictures, awaited) = tokio::try_join!(app.store().data_key(number), sitting, added, taken, sent)?;
    Ok(Some(Opened { role, key, units, files, pictures, awaited, case, repeats: Vec::new() }))
}

/// What else was filed from her phone or is named in her words, oldest first: behind the wall and outside her area there is
/// nothing, as for a number that is nobody's.
///
/// # Errors
/// Where the table does not answer or a row cannot be read.
pub async fn repeats(app: &App, desk: &Desk, it: &Opened) -> Result<Vec<Complaint>, Error> {
    let Some(private) = it.case.private.as_ref() else { return Ok(Vec::new()) };
    let account = it.key.as_ref().and_then(|key| private.open(key, Field::Account.tag())).unwrap_or_default();
    let mut others = Number::named_in(&account);
    if !private.phone_key.is_empty() {
        others.extend(app.store().found_by(&private.phone_key).await?);
    }
    others.retain(|number| *number != it.case.complaint.number);
    others.sort();
    others.dedup();
    let mut all = app.store().load_all(&others).await?;
    all.retain(|other| role(app.policy(), &desk.officer, other).is_some());
    all.sort_by_key(|other| other.registered_at);
    Ok(all)
}

/// The page of an open case.
pub fn page(app: &App, desk: &Desk, it: &Opened, outcome: Option<Outcome>, typed: Vec<(String, String)>) -> CasePage {
    let beside = Beside { outcome, typed, ..beside(app, it) };
    views::case_page(app.policy(), &desk.officer, it.role, head(app, desk), &it.case, beside)
}

/// The page at which pictures are taken in for the report of an open case.
pub fn pictures(app: &App, desk: &Desk, it: &Opened, files_at: Option<String>, outcome: Option<PictureOutcome>) -> PicturesPage {
    views::pictures_page(app.policy(), (&desk.officer, it.role), head(app, desk), &it.case, &beside(app, it), (files_at, outcome))
}

fn beside<'a>(app: &App, it: &'a Opened) -> Beside<'a> {
    Beside {
        key: it.key.as_ref(),
        files: &it.files,
        pictures: &it.pictures,
        awaited: &it.awaited,
        units: &it.units,
        repeats: &it.repeats,
        outcome: None,
        typed: Vec::new(),
        now: app.now(),
    }
}
