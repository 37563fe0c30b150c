//! What every filing gets before it is kept: a number with its key, the names it is found by, and a fingerprint.

use boot::{App, Problem};
use domain::filing::{OpenFiling, Typed};
use domain::ids::DistrictCode;
use domain::number::Number;
use seal::{DataKey, Secrets};
use store::Error;

/// How often a fresh number is drawn where one is taken or cannot be spelled.
const DRAWS: usize = 64;

/// Draws a number of the district that is nobody's yet, with the key for its words.
///
/// # Errors
/// Where the tables do not answer.
pub async fn reserve(app: &App, district: &DistrictCode) -> Result<(Number, DataKey), Problem> {
    let now = app.now();
    let year = domain::calendar::wall(now).year();
    for _ in 0..DRAWS {
        let Some(number) = Number::make(district, year, seal::random()) else { continue };
        match app.store().reserve(&number, now).await {
            Ok(key) => return Ok((number, key)),
            Err(Error::Conflict) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(Error::Conflict.into())
}

/// The open part of a filing with the unit of the officer whom it names, where one of that name sits on its ladder above the stations.
///
/// # Errors
/// Where the tables do not answer.
pub(crate) async fn with_accused(app: &App, mut open: OpenFiling, named: &str) -> Result<OpenFiling, Error> {
    // Asked before, at the hand-over: its ladder is the whole one again, or a lower title would be taken for a higher.
    open.accused.above = None;
    let rungs = open.rungs(app.policy());
    open.accused.above = duty::accused_above(app.store(), app.policy(), &rungs, named).await?;
    Ok(open)
}

/// Every field in the order of the form, so that the same form has the same fingerprint.
pub fn fingerprint(secrets: &Secrets, typed: &Typed) -> String {
    let hers = Typed::FIELDS.iter().map(|field| typed.get(*field).trim().to_owned());
    // By name: where there is none of them, it is the fingerprint that earlier versions wrote.
    let desks = Typed::DESK.iter().filter(|field| !typed.get(**field).trim().is_empty());
    let desks = desks.map(|field| format!("{}={}", field.tag(), typed.get(*field).trim()));
    secrets.fingerprint(&hers.chain(desks).collect::<Vec<_>>().join("\u{1f}"))
}
