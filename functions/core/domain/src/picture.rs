//! Pictures that officers take in for their report, kept apart from what she added: whose a file is, how many there may be,
//! which may go into a report, and that a report has one or says why it has none.

use crate::evidence::{Family, FileFault, FileKind, FileState, Sha, promised};
use crate::ids::{OfficerId, UnitCode};

/// The most pictures that one officer takes in for one complaint.
pub const MOST_PICTURES: u16 = 6;

/// Where a file of a complaint lies: nothing that is looked for on one shelf is found on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// What she added.
    Hers,
    /// What officers took in for the report.
    Report,
}

impl Shelf {
    pub const ALL: [Shelf; 2] = [Shelf::Hers, Shelf::Report];
}

/// Who laid a file down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hand {
    Complainant,
    Officer(Taker),
}

/// The officer who took a picture in, and where that officer worked the complaint then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taker {
    pub officer: OfficerId,
    pub unit: UnitCode,
}

impl Hand {
    pub fn shelf(&self) -> Shelf {
        match self {
            Hand::Complainant => Shelf::Hers,
            Hand::Officer(_) => Shelf::Report,
        }
    }
}

/// What a picture of this name and size says that it is, before any of it is there.
///
/// # Errors
/// The first reason not to take it: among them that it is no picture.
pub fn promised_picture(name: &str, bytes: u64) -> Result<FileKind, FileFault> {
    let kind = promised(name, bytes)?;
    match kind.family() {
        Family::Photo => Ok(kind),
        Family::Video | Family::Sound | Family::Paper => Err(FileFault::WrongName),
    }
}

/// How many pictures each officer took in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken(Vec<(OfficerId, u16)>);

impl Taken {
    /// As it was stored.
    pub fn read(each: Vec<(OfficerId, u16)>) -> Taken {
        Taken(each)
    }

    pub fn iter(&self) -> impl Iterator<Item = &(OfficerId, u16)> {
        self.0.iter()
    }

    /// How many this officer took in.
    pub fn by(&self, officer: &OfficerId) -> u16 {
        self.0.iter().find(|(id, _)| id == officer).map_or(0, |(_, n)| *n)
    }

    /// How many there are in all.
    pub fn all(&self) -> u16 {
        self.0.iter().fold(0, |sum, (_, n)| sum.saturating_add(*n))
    }

    /// With so many more of this officer's.
    ///
    /// # Errors
    /// Where there is no room for them.
    pub fn and(&self, officer: &OfficerId, more: u16) -> Result<Taken, FileFault> {
        let n = self.by(officer).saturating_add(more);
        if n > MOST_PICTURES {
            return Err(FileFault::TooMany);
        }
        let others = self.0.iter().filter(|(id, _)| id != officer).cloned();
        Ok(Taken(others.chain([(officer.clone(), n)]).collect()))
    }
}

/// A picture that may go into a report: looked at for harm, seen as it was drawn anew, and of the place that reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked(Sha);

impl Checked {
    /// `None` where it may not, for a report that is written in `unit`.
    pub fn of(sha: &Sha, by: &Hand, state: FileState, unit: &UnitCode) -> Option<Checked> {
        let theirs = match by {
            Hand::Officer(taker) => taker.unit == *unit,
            Hand::Complainant => false,
        };
        let seen = match state {
            FileState::Ready { copy, .. } => copy,
            FileState::Held | FileState::Harmful => false,
        };
        (theirs && seen).then(|| Checked(sha.clone()))
    }
}

/// What bears a report out: pictures, or the word that there are none and why. The word itself is sealed with the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof(Vec<Sha>);

impl Proof {
    /// `None` where there is neither.
    pub fn of(pictures: Vec<Checked>, has_reason: bool) -> Option<Proof> {
        (has_reason || !pictures.is_empty()).then(|| Proof(pictures.into_iter().map(|Checked(sha)| sha).collect()))
    }

    /// Empty where a reason stands in their place.
    pub fn into_pictures(self) -> Vec<Sha> {
        self.0
    }
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod tests;
