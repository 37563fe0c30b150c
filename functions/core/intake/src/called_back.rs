//! A filing that nobody proved becomes a complaint once she says on the phone that it is hers.

use boot::{App, Problem, ProblemKind};
use domain::complaint::{Complaint, Officer};
use domain::policy::Channel;
use store::{Error, PendingFiling};

use crate::register::{opened, with_officer};

/// Registers it; `None` where it is with the desk no more, because she typed the code meanwhile or another officer was first.
///
/// # Errors
/// Where the tables do not answer, or the policy no longer knows its category.
pub async fn register_called(app: &App, filing: &PendingFiling, by: &Officer) -> Result<Option<Complaint>, Problem> {
    let (number, now) = (&filing.private.number, app.now());
    let open = opened(app, filing).await?;
    let change = open.take_in(number.clone(), app.policy(), Channel::Web, by, now).ok_or(ProblemKind::Broken)?;
    let change = with_officer(app, &filing.open.category, change).await?;
    match app.store().register_callback(&change, filing, now).await {
        Ok(()) => {
            tracing::info!(%number, officer = %by.id, unit = %by.unit, complaints_registered = 1, "a filing that was called back is a complaint");
            Ok(Some(change.complaint))
        }
        Err(Error::Conflict) => Ok(None),
        Err(other) => Err(other.into()),
    }
}
