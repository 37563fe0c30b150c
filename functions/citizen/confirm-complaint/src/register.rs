//! The moment of registration: number, clocks, ladder, and the officer on duty, in one transaction.

use boot::{App, Problem, ProblemKind};
use domain::complaint::Complaint;
use domain::decide::Change;
use domain::policy::Assign;
use store::{Error, PendingFiling, Registration};

/// What has become of a filing.
pub(crate) enum Registered {
    Now(Complaint),
    /// Another request was a moment earlier.
    Before(Complaint),
    /// The transaction lost a race and nothing is registered: the code still holds, she may press again.
    NotYet,
}

/// Registers a filing; what another request registered a moment before is the same complaint.
pub(crate) async fn register(app: &App, filing: &PendingFiling) -> Result<Registered, Problem> {
    let number = &filing.private.number;
    let change = first_change(app, filing).await?;
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

async fn first_change(app: &App, filing: &PendingFiling) -> Result<Change, Problem> {
    let now = app.now();
    let registered = filing.open.register(filing.private.number.clone(), app.policy(), now).ok_or(ProblemKind::Broken)?;
    let at_once = app.policy().category(filing.open.category.as_str()).is_some_and(|(_, c)| c.assign == Assign::AtOnce);
    if !at_once {
        return Ok(registered);
    }
    Ok(duty::assigned(app.store(), app.policy(), registered, now).await?)
}
