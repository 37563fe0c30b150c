//! A proven filing becomes a complaint.

use boot::{App, Problem, ProblemKind};
use domain::complaint::Complaint;
use domain::decide::Change;
use domain::fault::Field;
use domain::filing::OpenFiling;
use domain::ids::CategoryId;
use domain::policy::Assign;
use store::{Error, PendingFiling, Registration};

use crate::filing::with_accused;

/// What has become of a filing.
pub enum Registered {
    Now(Complaint),
    /// Another request was a moment earlier.
    Before(Complaint),
    /// The transaction lost a race and nothing is registered: the code still holds, she may press again.
    NotYet,
}

/// Registers a filing; what another request registered a moment before is the same complaint.
///
/// # Errors
/// Where the tables do not answer, or the policy no longer knows its category.
pub async fn register(app: &App, filing: &PendingFiling) -> Result<Registered, Problem> {
    let number = &filing.private.number;
    let open = opened(app, filing).await?;
    let change = open.register(number.clone(), app.policy(), app.now()).ok_or(ProblemKind::Broken)?;
    let change = with_officer(app, &filing.open.category, change).await?;
    let registration = Registration { change: &change, draft_digest: &filing.draft_digest, fingerprint: &filing.fingerprint, private: &filing.private };
    match app.store().register(registration, app.now()).await {
        Ok(()) => {
            tracing::info!(number = %number, complaints_registered = 1, "a complaint was registered");
            Ok(Registered::Now(change.complaint))
        }
        Err(Error::Conflict) => Ok(app.store().load(number).await?.map_or(Registered::NotYet, Registered::Before)),
        Err(other) => Err(other.into()),
    }
}

/// The open part with the unit of the officer whom she names, if any.
///
/// # Errors
/// Where the tables do not answer.
pub async fn opened(app: &App, filing: &PendingFiling) -> Result<OpenFiling, Error> {
    match accused_officer(app, filing).await? {
        Some(named) => with_accused(app, filing.open.clone(), &named).await,
        None => Ok(filing.open.clone()),
    }
}

/// The officer whom she names, in her words.
async fn accused_officer(app: &App, filing: &PendingFiling) -> Result<Option<String>, Error> {
    if !filing.open.accused.officer {
        return Ok(None);
    }
    let key = app.store().data_key(&filing.private.number).await?;
    Ok(key.and_then(|key| filing.private.open(&key, Field::AccusedOfficer.tag())))
}

/// The registration with the officer on duty, where the category goes to one at once.
pub(crate) async fn with_officer(app: &App, category: &CategoryId, registered: Change) -> Result<Change, Problem> {
    let at_once = app.policy().category(category.as_str()).is_some_and(|(_, c)| c.assign == Assign::AtOnce);
    if !at_once {
        return Ok(registered);
    }
    Ok(duty::assigned(app.store(), app.policy(), registered, app.now()).await?)
}
