//! The form of a review as values, or what is wrong with it.

use boot::Pairs;
use domain::Timestamp;
use domain::calendar::{end_of, wall};
use domain::review::{Finding, LONGEST_ACTION, NOTE, Remedy};
use jiff::Span;
use jiff::civil::Date;
use site::page::review::ReviewFault;

/// What a reviewer says.
pub(crate) struct Said {
    pub(crate) finding: Finding,
    pub(crate) action: Option<(Remedy, Timestamp)>,
    pub(crate) note: String,
}

pub(crate) fn read(pairs: &Pairs, now: Timestamp) -> Result<Said, ReviewFault> {
    let text = |name: &str| pairs.get(name).trim();
    let finding = Finding::parse(text("finding")).ok_or(ReviewFault::Finding)?;
    let note = text("note").to_owned();
    if note.is_empty() {
        return Err(ReviewFault::Note);
    }
    if note.chars().count() > NOTE {
        return Err(ReviewFault::NoteTooLong);
    }
    let remedy = match text("remedy") {
        "" => None,
        tag => Some(Remedy::parse(tag).ok_or(ReviewFault::Remedy)?),
    };
    let action = match (finding.asks_for_action(), remedy) {
        (true, None) => return Err(ReviewFault::Remedy),
        (false, Some(_)) => return Err(ReviewFault::NoRemedy),
        (false, None) => None,
        (true, Some(remedy)) => Some((remedy, due(text("due"), now).ok_or(ReviewFault::Due)?)),
    };
    Ok(Said { finding, action, note })
}

/// The end of a day that is neither past nor too far ahead.
fn due(typed: &str, now: Timestamp) -> Option<Timestamp> {
    let day: Date = typed.parse().ok()?;
    let today = wall(now).date();
    let last = today.saturating_add(Span::new().days(LONGEST_ACTION));
    (today <= day && day <= last).then(|| end_of(day))
}
