//! A suggestion is taken up, said in other words, and taken off the public list again.

use jiff::Timestamp;

use super::{Change, Refusal, changed};
use crate::complaint::{Complaint, Rung};
use crate::event::{Actor, Kind};
use crate::suggestion::{DownReason, Listing, Suggestion, Wording};
use crate::work::Closing;

/// Whether the department may say publicly that it takes this up, or say it in other words.
///
/// # Errors
/// The first rule that says no.
pub fn may_take_up(it: &Complaint) -> Result<(), Refusal> {
    // What names somebody of the police is for a few eyes alone; a line of it on a list for all would tell them of it.
    if it.accused.names_police() || it.accused.above.is_some() {
        return Err(Refusal::NamesPolice);
    }
    let closing = it.work.closing.as_ref().filter(|_| !it.is_open());
    match (&it.suggestion, closing) {
        (Suggestion::No, _) => Err(Refusal::NoSuggestion),
        (Suggestion::Made, Some(Closing::Rejected(_) | Closing::Merged(_))) => Err(Refusal::Closed),
        (Suggestion::Made, Some(Closing::Done | Closing::NoContact) | None) | (Suggestion::Listed(_), _) => Ok(()),
    }
}

/// What stands on the list already keeps its place there.
pub(super) fn take_up(it: &Complaint, wording: Wording, office: Rung, fresh: Listing, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    may_take_up(it)?;
    let (listing, reworded) = match &it.suggestion {
        Suggestion::Listed(listing) => (listing.clone(), true),
        Suggestion::No | Suggestion::Made => (fresh, false),
    };
    let next = Complaint { suggestion: Suggestion::Listed(listing), ..it.clone() };
    Ok(changed(next, by, now, Kind::TakenUp { wording, office, reworded }))
}

pub(super) fn take_down(it: &Complaint, reason: DownReason, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    match &it.suggestion {
        Suggestion::Listed(listing) => {
            let next = Complaint { suggestion: Suggestion::Made, ..it.clone() };
            Ok(changed(next, by, now, Kind::TakenDown { listing: listing.clone(), reason }))
        }
        Suggestion::No | Suggestion::Made => Err(Refusal::NotListed),
    }
}
