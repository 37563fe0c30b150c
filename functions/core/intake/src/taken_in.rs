//! What an officer writes down for her becomes a complaint, once for each form.

use boot::{App, Problem, ProblemKind};
use domain::complaint::{Complaint, Officer};
use domain::fault::Field;
use domain::filing::{DeskFiling, Typed};
use domain::lang::Lang;
use store::{Error, FilingState, PendingFiling, Private, name_keys};

use crate::filing::{fingerprint, reserve, with_accused};
use crate::register::with_officer;

/// What has become of a form of a desk.
pub enum TakenIn {
    Now(Complaint),
    /// The same form was registered before; `same` where nothing in it was changed since.
    Before {
        complaint: Complaint,
        same: bool,
    },
}

/// Registers what an officer took in. The same form of the same officer is the same complaint, however often it comes.
///
/// # Errors
/// Where the tables do not answer, or the policy no longer knows its category.
pub async fn take_in(app: &App, typed: &Typed, filing: &DeskFiling, by: &Officer, lang: Lang) -> Result<TakenIn, Problem> {
    let secrets = app.secrets().await?;
    let now = app.now();
    // A look-up key of a phone is hexadecimal: no officer's number is one.
    let draft_digest = seal::digest(&secrets.draft(typed.get(Field::IdempotencyKey), &format!("officer {}", by.id)));
    let fingerprint = fingerprint(secrets, typed);
    if let Some(stored) = app.store().filing(&draft_digest).await? {
        return before(app, &stored, &fingerprint).await;
    }
    let (number, key) = reserve(app, &filing.district).await?;
    let phone_key = filing.phone.as_ref().map(|phone| secrets.phone(phone)).unwrap_or_default();
    let mut private = Private::empty(number.clone(), phone_key).named(name_keys(secrets, typed.get(Field::Name), &filing.district));
    let typed_open = PendingFiling::seal(typed, filing.phone.as_ref().map(|phone| phone.e164()), &mut private, &key);
    let open = with_accused(app, filing.open_part(lang), typed.get(Field::AccusedOfficer)).await?;
    let kept = PendingFiling { draft_digest, open, typed_open, fingerprint, private, filed_at: now, due_at: now, desk: None, state: FilingState::Registered };
    let change = kept.open.take_in(number.clone(), app.policy(), filing.arrival.channel(), by, now).ok_or(ProblemKind::Broken)?;
    let change = with_officer(app, &filing.category, change).await?;
    match app.store().take_in(&change, &kept, now).await {
        Ok(()) => {
            let channel = change.complaint.channel.tag();
            tracing::info!(%number, officer = %by.id, unit = %by.unit, channel, complaints_registered = 1, "a complaint was taken in");
            Ok(TakenIn::Now(change.complaint))
        }
        Err(Error::Conflict) => {
            // Two presses at once, and the number drawn here is nobody's. The same number is this request's own, written by
            // an attempt whose answer was lost.
            let first = app.store().filing(&kept.draft_digest).await?;
            if first.as_ref().is_none_or(|first| first.private.number != number) {
                app.store().erase(&number).await?;
            }
            before(app, &first.ok_or(ProblemKind::Unavailable)?, &kept.fingerprint).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn before(app: &App, stored: &PendingFiling, fingerprint: &str) -> Result<TakenIn, Problem> {
    let complaint = app.store().load(&stored.private.number).await?.ok_or(ProblemKind::Broken)?;
    Ok(TakenIn::Before { complaint, same: stored.fingerprint == fingerprint })
}
