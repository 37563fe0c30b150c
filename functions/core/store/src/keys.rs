//! Every key string of the product.

use domain::Timestamp;
use domain::evidence::FileId;
use domain::hearing::Token;
use domain::ids::{StationCode, UnitCode};
use domain::number::Number;
use domain::picture::Shelf;
use domain::review::Month;

use crate::SHARDS;

pub(crate) const META: &str = "META";
pub(crate) const SEALED: &str = "SEALED";
pub(crate) const CODE: &str = "CODE";
pub(crate) const LIMITS: &str = "LIMITS";

/// The sparse index of what falls due.
pub(crate) const DUE_INDEX: &str = "due";
/// The sparse index of a unit's work, most urgent first.
pub(crate) const DESK_INDEX: &str = "desk";
/// The sparse index of what a unit works while another holds it.
pub(crate) const WORK_INDEX: &str = "work";
/// The sparse index of texts that have not left.
pub(crate) const OUTBOX_INDEX: &str = "outbox";

pub(crate) fn complaint(number: &Number) -> String {
    format!("C#{number}")
}

pub(crate) fn is_complaint(pk: &str) -> bool {
    pk.starts_with("C#")
}

pub(crate) fn event(version: u64, n: u8) -> String {
    format!("E#{version:08}#{n:02}")
}

/// Sealed words that belong to an event. They sort after META, so that her own page does not read them.
pub(crate) fn words(version: u64, n: u8) -> String {
    format!("{WORDS}{version:08}#{n:02}")
}

const WORDS: &str = "N#";

/// The event that a row of words belongs to; `None` where it is another row.
pub(crate) fn words_of(sk: &str) -> Option<(u64, u8)> {
    let (version, n) = sk.strip_prefix(WORDS)?.split_once('#')?;
    Some((version.parse().ok()?, n.parse().ok()?))
}

/// The files of a complaint. They lie apart from it, so that who reads a complaint does not read them.
pub(crate) fn files(number: &Number) -> String {
    format!("X#{number}")
}

/// The complaint whose files these are.
pub(crate) fn files_of(pk: &str) -> Option<Number> {
    Number::parse(pk.strip_prefix("X#")?)
}

/// How the files of a shelf begin.
pub(crate) fn files_on(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Hers => "F#",
        Shelf::Report => "P#",
    }
}

pub(crate) fn file(shelf: Shelf, id: &FileId) -> String {
    format!("{}{id}", files_on(shelf))
}

/// How those begin that are on their way by themselves.
pub(crate) fn awaited_on(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Hers => "W#",
        Shelf::Report => "Q#",
    }
}

/// A file that is on its way by itself.
pub(crate) fn awaited(shelf: Shelf, id: &FileId) -> String {
    format!("{}{id}", awaited_on(shelf))
}

/// How it begins that an officer was given a file of a shelf.
pub(crate) fn looks_on(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Hers => "L#",
        Shelf::Report => "M#",
    }
}

/// That an officer was given a file.
pub(crate) fn file_look(shelf: Shelf, id: &FileId, at: Timestamp, officer: &str, n: &str) -> String {
    format!("{}{id}#{at:.0}#{officer}#{n}", looks_on(shelf))
}

/// Files that nobody has looked for harm in yet.
pub(crate) fn held_shard(shelf: Shelf, shard: u8) -> String {
    match shelf {
        Shelf::Hers => format!("HELD#{shard:02}"),
        Shelf::Report => format!("HELD-PICTURE#{shard:02}"),
    }
}

pub(crate) fn filing(draft_digest: &str) -> String {
    format!("F#{draft_digest}")
}

pub(crate) fn challenge(draft_digest: &str) -> String {
    format!("Q#{draft_digest}")
}

pub(crate) fn phone(phone_key: &str) -> String {
    format!("P#{phone_key}")
}

/// By what sealed data is found: one row a complaint.
pub(crate) fn found_by(look_up_key: &str) -> String {
    format!("K#{look_up_key}")
}

/// What is or was of a station. A look-up key is hexadecimal, so none is called so.
pub(crate) fn of_station(station: &StationCode) -> String {
    format!("K#station#{station}")
}

pub(crate) fn receipt_tries(number: &Number) -> String {
    format!("R#{number}")
}

pub(crate) fn session(token_digest: &str) -> String {
    format!("S#{token_digest}")
}

/// An officer's account; sessions, passkeys and saved views lie under it.
pub(crate) fn account(officer: &str) -> String {
    format!("A#{officer}")
}

/// A passkey, under its account.
pub(crate) fn passkey(credential_digest: &str) -> String {
    format!("{PASSKEYS}{credential_digest}")
}

pub(crate) const PASSKEYS: &str = "K#";

/// What is remembered of an officer's last reports, under the account.
pub(crate) const REPORTS: &str = "ATR";

/// That a form did its work on a complaint, under the account of whoever sent it.
pub(crate) fn done(form_digest: &str) -> String {
    format!("DONE#{form_digest}")
}

/// What a unit closed, month by month.
pub(crate) fn closings(unit: &str) -> String {
    format!("V#U#{unit}")
}

/// A complaint among those.
pub(crate) fn closing(month: Month, number: &Number) -> String {
    format!("{}{number}", closings_of(month))
}

/// How those of a month begin.
pub(crate) fn closings_of(month: Month) -> String {
    format!("{month}#")
}

/// What was drawn for a month, unit by unit.
pub(crate) fn samples(month: Month) -> String {
    format!("V#M#{month}")
}

/// The reviews of a complaint, month by month.
pub(crate) fn reviews(number: &Number) -> String {
    format!("V#N#{number}")
}

/// What was said of the closings of an officer, month by month.
pub(crate) fn said_of(officer: &str) -> String {
    format!("V#A#{officer}")
}

/// What is told of the draws.
pub(crate) const DRAWS: &str = "V#DRAW";

/// A question to a passkey that waits for its answer.
pub(crate) fn question(id_digest: &str) -> String {
    format!("W#{id_digest}")
}

pub(crate) fn unit(unit: &str) -> String {
    format!("U#{unit}")
}

pub(crate) fn officer(id: &str) -> String {
    format!("O#{id}")
}

/// How many open complaints an officer has.
pub(crate) fn load(id: &str) -> String {
    format!("L#{id}")
}

pub(crate) fn vacancy(post: &str) -> String {
    format!("E#{post}")
}

/// A unit's roster of one day. It sorts after everything that is read together with the officers.
pub(crate) fn roster(day: domain::Date) -> String {
    format!("{ROSTERS}{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

pub(crate) const ROSTERS: &str = "R#";

/// That a post had its digest of a day.
pub(crate) fn digest(day: domain::Date, post: &str) -> String {
    format!("T#{:04}-{:02}-{:02}#{post}", day.year(), day.month(), day.day())
}

/// A unit's queue of one day.
pub(crate) fn queue(unit: &UnitCode, day: domain::Date) -> String {
    format!("H#{unit}#{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// A place in it. The key is the place itself, so no two can have it.
pub(crate) fn place(token: Token) -> String {
    format!("P#{token}")
}

/// An officer who sits that day.
pub(crate) fn sitting(officer: &str) -> String {
    format!("{SITTING}{officer}")
}

pub(crate) const SITTING: &str = "O#";

/// The public list of suggestions that were taken up.
pub(crate) const SUGGESTIONS: &str = "G#";

/// The branch that wraps nothing: it tells whether a ring is the one these tables were begun with.
pub(crate) const PROOF_BRANCH: &str = "proof";

pub(crate) fn branch(day: &str) -> String {
    format!("B#{day}")
}

/// What is done when a row falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueKind {
    /// A complaint goes up.
    Complaint,
    /// A filing that was never proven goes to the desk.
    Filing,
}

pub(crate) fn due_shard(kind: DueKind, shard: u8) -> String {
    match kind {
        DueKind::Complaint => format!("DUE#{shard:02}"),
        DueKind::Filing => format!("UNPROVEN#{shard:02}"),
    }
}

pub(crate) fn outbox_shard(shard: u8) -> String {
    format!("OUT#{shard:02}")
}

pub(crate) fn shard_of(number: &Number) -> u8 {
    number.shard(SHARDS)
}

pub(crate) fn desk(unit: &UnitCode) -> String {
    format!("DESK#{unit}")
}

pub(crate) fn unit_of_desk(key: &str) -> Option<UnitCode> {
    UnitCode::parse(key.strip_prefix("DESK#")?)
}

/// Sorts by time, then by row. A range up to a moment ends with `~`, which sorts after every row.
pub(crate) fn at(moment: Timestamp, row: &str) -> String {
    format!("{moment:.0}#{row}")
}

pub(crate) fn until(moment: Timestamp) -> String {
    format!("{moment:.0}#~")
}

pub(crate) fn warm() -> (String, String) {
    ("WARM".to_owned(), META.to_owned())
}
