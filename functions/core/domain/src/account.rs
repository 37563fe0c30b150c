//! Who may sit at the console: an officer's account, the post it is held for, and how long a session lasts.

use jiff::{SignedDuration, Timestamp};

use crate::complaint::Officer;
use crate::ids::{OfficerId, PostId, UnitCode};
use crate::lang::{Both, Lang};
use crate::number::ALPHABET;
use crate::text::{Text, digits_to_ascii, is_dash, is_invisible};

/// After so long without a request a session is over.
pub const IDLE: SignedDuration = SignedDuration::from_mins(15);
/// After so long it is over in any case.
pub const LIFE: SignedDuration = SignedDuration::from_hours(12);

/// For so long a sign-in proves who sits there; whoever opens a name or takes a list out later shows the passkey again.
pub const PROOF: SignedDuration = SignedDuration::from_mins(30);

/// How many views an officer may keep.
pub const MOST_VIEWS: usize = 20;

/// How long a question to a passkey waits for its answer.
pub const CHALLENGE_LIFE: SignedDuration = SignedDuration::from_mins(5);
/// How long an invitation, or the first half of a recovery, is good.
pub const INVITATION_LIFE: SignedDuration = SignedDuration::from_hours(24);
/// How many passkeys an account may have.
pub const MOST_PASSKEYS: u32 = 5;

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
    /// Counts the recoveries: sessions of an earlier generation are over.
    pub generation: u32,
    /// Until when an invitation to make a passkey is good.
    pub invited_until: Option<Timestamp>,
    /// Somebody has asked to take every passkey away, and waits for a second.
    pub recovery: Option<Recovery>,
    /// Questions to the worklist that the officer has given names, in the order of the names.
    pub views: Vec<SavedView>,
}

/// What a view is called.
pub type ViewName = Text<40, false>;

/// A question to the worklist under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    pub name: ViewName,
    /// As it stands in the worklist's address.
    pub query: String,
}

/// The views as they are with one more; one of the same name goes for it. `None` where there is no room.
pub fn with_view(views: &[SavedView], fresh: SavedView) -> Option<Vec<SavedView>> {
    let mut all = without_view(views, fresh.name.as_str());
    all.push(fresh);
    all.sort_by(|one, other| one.name.as_str().cmp(other.name.as_str()));
    (all.len() <= MOST_VIEWS).then_some(all)
}

/// The views as they are without the one of this name.
pub fn without_view(views: &[SavedView], name: &str) -> Vec<SavedView> {
    views.iter().filter(|view| view.name.as_str() != name).cloned().collect()
}

/// The first half of a recovery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    pub by: OfficerId,
    pub unit: UnitCode,
    pub until: Timestamp,
}

impl Recovery {
    /// Whether this officer is the second who is needed: somebody else, of another unit, in time.
    pub fn is_confirmed_by(&self, second: &Officer, now: Timestamp) -> bool {
        now < self.until && self.by != second.id && self.unit != second.unit
    }
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
            generation: 0,
            invited_until: None,
            recovery: None,
            views: Vec::new(),
        }
    }

    /// Until when the invitation that was last written is good; `None` where there is none or its time is over.
    pub fn invitation(&self, now: Timestamp) -> Option<Timestamp> {
        self.invited_until.filter(|until| now < *until)
    }

    /// The first half of a recovery that still waits for its second.
    pub fn waiting_recovery(&self, now: Timestamp) -> Option<&Recovery> {
        self.recovery.as_ref().filter(|recovery| now < recovery.until)
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

/// The secret of an invitation: 128 random bits as 26 letters and digits that survive a phone call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteCode(String);

impl InviteCode {
    const LENGTH: usize = 26;

    pub fn make(random: [u8; 16]) -> InviteCode {
        let mut left = u128::from_be_bytes(random);
        let mut letters = [0; InviteCode::LENGTH];
        for letter in letters.iter_mut().rev() {
            *letter = ALPHABET[(left & 31) as usize];
            left >>= 5;
        }
        InviteCode(letters.iter().map(|b| char::from(*b)).collect())
    }

    /// Reads what a person typed: any case, spaces or dashes anywhere, and O, I and L for what they look like.
    pub fn parse(typed: &str) -> Option<InviteCode> {
        let typed = digits_to_ascii(typed);
        let kept = typed.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c) && !is_dash(*c));
        let plain: String = kept
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        (plain.len() == InviteCode::LENGTH && plain.bytes().all(|b| ALPHABET.contains(&b))).then_some(InviteCode(plain))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups, as it is read out.
    pub fn shown(&self) -> String {
        let groups = self.0.as_bytes().chunks(4).map(|group| group.iter().map(|b| char::from(*b)).collect::<String>());
        groups.collect::<Vec<_>>().join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitations_code_is_read_however_it_was_written_down() {
        for random in [[0; 16], [255; 16], *b"sixteen bytes ok"] {
            let code = InviteCode::make(random);
            assert_eq!(InviteCode::parse(&code.shown()), Some(code.clone()));
            assert_eq!(InviteCode::parse(&code.shown().to_lowercase().replace('0', "o").replace('1', "L").replace('-', " ")), Some(code));
        }
        assert_ne!(InviteCode::make([0; 16]), InviteCode::make([1; 16]));
        assert_eq!(InviteCode::make([255; 16]).as_str(), "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
        for bad in ["", "7ZZZZ", "UUUUUUUUUUUUUUUUUUUUUUUUUU", "7ZZZZZZZZZZZZZZZZZZZZZZZZZZ"] {
            assert_eq!(InviteCode::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn twenty_views_fit_and_one_of_the_same_name_takes_its_place() {
        let view = |name: &str, query: &str| SavedView { name: ViewName::parse(name).unwrap(), query: query.to_owned() };
        let full = (0..MOST_VIEWS).try_fold(Vec::new(), |views, n| with_view(&views, view(&format!("v{n:02}"), "view=unit"))).unwrap();
        assert_eq!(with_view(&full, view("one more", "view=mine")), None);
        let changed = with_view(&full, view("v07", "view=mine")).unwrap();
        assert_eq!((changed.len(), changed[7].query.as_str()), (MOST_VIEWS, "view=mine"));
        assert_eq!(without_view(&full, "v07").len(), MOST_VIEWS - 1);
        assert_eq!(without_view(&full, "nobody's"), full);
    }

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
