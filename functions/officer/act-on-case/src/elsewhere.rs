//! A complaint goes to another station: who sits on its ladder there, whether one of them is whom it names, and what its
//! complainant's name is found by from then on.

use std::sync::Arc;

use boot::{App, Problem};
use desk::Opened;
use domain::decide::{Change, Move};
use domain::fault::Field;
use domain::filing::{Elsewhere, whole};
use store::{Error, Renamed, name_keys};

/// The move as it stands with what the tables know of that place: an officer of the name that she gave may sit there.
pub(crate) async fn seated(app: &App, opened: &Opened, there: Elsewhere) -> Result<Move, Error> {
    let there = behind_the_wall(app, opened, there).await?;
    let seats = duty::seats(there.onward(&opened.case.complaint), async |unit| app.store().unit(&unit).await.map(Arc::new)).await?;
    Ok(Move::Transfer { there, seats })
}

async fn behind_the_wall(app: &App, opened: &Opened, there: Elsewhere) -> Result<Elsewhere, Error> {
    let it = &opened.case.complaint;
    let (policy, Some(station)) = (app.policy(), app.policy().station(there.station.as_str())) else { return Ok(there) };
    let Some(rungs) = whole(policy, it, station).filter(|_| it.accused.officer) else { return Ok(there) };
    // Erased, the name is known to nobody any more; what was found by it stays.
    let Some(named) = open(opened, Field::AccusedOfficer) else { return Ok(there) };
    let sits = duty::accused_above(app.store(), policy, &rungs, &named).await?;
    Ok(Elsewhere::at(policy, it, station, sits).unwrap_or(there))
}

/// What her name is found by in the other district; `None` where the change leaves it in its own.
pub(crate) async fn renamed<'a>(app: &App, opened: &'a Opened, change: &Change) -> Result<Option<Renamed<'a>>, Problem> {
    let district = &change.complaint.district;
    let Some(was) = opened.case.private.as_ref().filter(|_| opened.case.complaint.district != *district) else { return Ok(None) };
    let is = match open(opened, Field::Name) {
        Some(name) => name_keys(app.secrets().await?, &name, district),
        None => Vec::new(),
    };
    Ok(Some(Renamed { was, is }))
}

fn open(opened: &Opened, field: Field) -> Option<String> {
    opened.case.private.as_ref()?.open(opened.key.as_ref()?, field.tag())
}
