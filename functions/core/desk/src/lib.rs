#![doc = include_str!("../README.md")]

use boot::{App, Desk};
use domain::access::{Role, role};
use domain::ids::UnitCode;
use domain::number::Number;
use seal::DataKey;
use site::page::desk::{CasePage, DeskHead, Outcome};
use store::{Case, Error, File, Unit};
use views::Beside;

/// A case as one officer has it open.
pub struct Opened {
    pub case: Case,
    pub role: Role,
    /// `None` once it was erased.
    pub key: Option<DataKey>,
    /// Her own unit, the one that works it and the one that holds it, each once.
    pub units: Vec<Unit>,
    /// What she added, oldest first.
    pub files: Vec<File>,
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
    let (case, key) = tokio::join!(app.store().case(number), app.store().data_key(number));
    let Some(case) = case? else { return Ok(None) };
    let Some(role) = role(app.policy(), &desk.officer, &case.complaint) else { return Ok(None) };
    let mut codes: Vec<&UnitCode> = vec![&desk.officer.unit, case.complaint.working_unit(), &case.complaint.holder().unit];
    codes.sort();
    codes.dedup();
    let mut units = Vec::new();
    for code in codes {
        units.push(app.store().unit(code).await?);
    }
    // Most complaints have none, and then nothing is asked.
    let files = if case.complaint.evidence.files > 0 { app.store().files(number).await? } else { Vec::new() };
    Ok(Some(Opened { role, key: key?, units, files, case }))
}

/// The page of an open case.
pub fn page(app: &App, desk: &Desk, it: &Opened, outcome: Option<Outcome>, typed: Vec<(String, String)>) -> CasePage {
    let beside = Beside { key: it.key.as_ref(), files: &it.files, units: &it.units, outcome, typed, now: app.now() };
    views::case_page(app.policy(), &desk.officer, it.role, head(app, desk), &it.case, beside)
}
