//! Whether a report is like an earlier one of the same officer, and what is remembered of it.

use boot::{App, Desk, Problem};
use domain::likeness::{Fingerprint, Reports};
use domain::number::Number;

/// A report on its way, beside the last ones of the officer who files it.
pub(crate) struct Report {
    /// The last reports, with this one.
    pub(crate) reports: Reports,
    /// How often they had been written when they were read.
    pub(crate) seen: u64,
    is_like_another: bool,
    has_reason: bool,
}

impl Report {
    /// It says what an earlier one said, and not why.
    pub(crate) fn lacks_its_reason(&self) -> bool {
        self.is_like_another && !self.has_reason
    }
}

pub(crate) async fn read(app: &App, desk: &Desk, number: &Number, words: &[(&str, &str)]) -> Result<Report, Problem> {
    let text = |part: &str| words.iter().find(|(name, _)| *name == part).map_or("", |(_, text)| *text);
    let secrets = app.secrets().await?;
    let (before, seen) = app.store().reports(&desk.officer.id).await?;
    let print = Fingerprint::of(text("findings"), |row| secrets.row(row));
    let is_like_another = print.as_ref().is_some_and(|print| before.have_one_like(number, print));
    let reports = match print {
        Some(print) => before.and(number.clone(), print),
        None => before,
    };
    Ok(Report { reports, seen, is_like_another, has_reason: !text("like_reason").is_empty() })
}
