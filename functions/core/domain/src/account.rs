//! Who may sit at the console: an officer's account, the post it is held for, and how long a session lasts.

use jiff::{SignedDuration, Timestamp};

use crate::complaint::Officer;
use crate::ids::{OfficerId, PostId, UnitCode};
use crate::lang::{Both, Lang};

/// After so long without a request a session is over.
pub const IDLE: SignedDuration = SignedDuration::from_mins(15);
/// After so long it is over in any case.
pub const LIFE: SignedDuration = SignedDuration::from_hours(12);

/// A post that a person holds for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    pub unit: UnitCode,
    pub post: PostId,
    pub from: Timestamp,
    /// When it ends; `None` while nobody has said.
    pub until: Option<Timestamp>,
}

impl Posting {
    /// Whether it is held at this moment.
    pub fn holds(&self, now: Timestamp) -> bool {
        self.from <= now && self.until.is_none_or(|until| now < until)
    }
}

/// An officer's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: OfficerId,
    pub rank: Both,
    pub name: Both,
    pub woman: bool,
    pub posting: Posting,
    pub suspended: bool,
    /// The language of the console for this officer.
    pub lang: Lang,
    /// Whether the console's shortcut keys are on.
    pub keys: bool,
    /// How many passkeys open it.
    pub passkeys: u32,
}

impl Account {
    /// A fresh account of an officer who holds the post from this moment on. No passkey opens it yet.
    pub fn of(officer: &Officer, from: Timestamp) -> Account {
        Account {
            id: officer.id.clone(),
            rank: officer.rank.clone(),
            name: officer.name.clone(),
            woman: officer.woman,
            posting: Posting { unit: officer.unit.clone(), post: officer.post.clone(), from, until: None },
            suspended: false,
            lang: Lang::Hi,
            keys: true,
            passkeys: 0,
        }
    }

    /// The officer in the post held now. Nobody while suspended, and nobody outside the posting's time: then
    /// nothing opens but the page to sign in.
    pub fn officer(&self, now: Timestamp) -> Option<Officer> {
        (!self.suspended && self.posting.holds(now)).then(|| Officer {
            id: self.id.clone(),
            unit: self.posting.unit.clone(),
            post: self.posting.post.clone(),
            rank: self.rank.clone(),
            name: self.name.clone(),
            woman: self.woman,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_held_for_its_time_and_by_nobody_who_is_suspended() {
        let at = |hours| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours);
        let both = |text: &str| Both { hi: text.to_owned(), en: text.to_owned() };
        let officer = Officer {
            id: OfficerId::parse("O-1").unwrap(),
            unit: UnitCode::parse("LKO-ALB").unwrap(),
            post: PostId::parse("sho").unwrap(),
            rank: both("Inspector"),
            name: both("Seema"),
            woman: true,
        };
        let mut account = Account::of(&officer, at(10));
        assert_eq!(account.officer(at(9)), None, "not before it begins");
        assert_eq!(account.officer(at(10)), Some(officer.clone()));
        account.posting.until = Some(at(20));
        assert_eq!(account.officer(at(19)), Some(officer));
        assert_eq!(account.officer(at(20)), None, "not once it has ended");
        account.suspended = true;
        assert_eq!(account.officer(at(15)), None);
    }
}
