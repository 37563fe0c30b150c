#![doc = include_str!("../README.md")]

use boot::{App, Desk};
use domain::access::{Role, role};
use domain::ids::UnitCode;
use domain::number::Number;
use seal::DataKey;
use site::page::desk::{CasePage, DeskHead, Outcome};
use store::{Case, Error, Unit};
use views::Beside;

/// A case as one officer has it open.
pub struct Opened {
    pub case: Case,
    pub role: Role,
    /// `None` once it was erased.
    pub key: Option<DataKey>,
    /// Her own unit, the one that works it and the one that holds it, each once.
    pub units: Vec<Unit>,
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
    let (key, units) = tokio::try_join!(app.store().data_key(number), sitting)?;
    Ok(Some(Opened { role, key, units, case }))
}

/// The page of an open case.
pub fn page(app: &App, desk: &Desk, it: &Opened, outcome: Option<Outcome>, typed: Vec<(String, String)>) -> CasePage {
    let beside = Beside { key: it.key.as_ref(), units: &it.units, outcome, typed, now: app.now() };
    views::case_page(app.policy(), &desk.officer, it.role, head(app, desk), &it.case, beside)
}
