//! The pages through which officers come in: signing in, making a passkey, inviting somebody to make one.

use domain::Timestamp;
use domain::lang::Both;

use super::Onward;
use super::desk::DeskHead;

/// `GET /desk/sign-in`, and again after a try that came to nothing.
#[derive(Clone, Debug, Default)]
pub struct SignInPage {
    pub notice: Option<DoorNotice>,
    /// The address where passkeys work, if it is not this one.
    pub elsewhere: Option<String>,
    /// Where somebody goes on who is in already and shows the passkey once more.
    pub onward: Option<Onward>,
}

/// `GET /desk/enrol`, and again after a try that came to nothing.
#[derive(Clone, Debug, Default)]
pub struct EnrolPage {
    /// As it was typed; the code is never drawn again.
    pub officer: String,
    pub notice: Option<DoorNotice>,
    pub elsewhere: Option<String>,
}

/// Why nobody came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoorNotice {
    /// The passkey does not fit, or is nobody's: the same is said of both.
    Refused,
    /// The question was answered before, or too late.
    TooLate,
    /// It is the officer, who holds no post now or is suspended.
    NoPost,
    /// Number and code of the invitation do not belong together, or it is over.
    NoInvitation,
    /// The device made a passkey that cannot be kept.
    NotMade,
}

impl DoorNotice {
    pub const ALL: [DoorNotice; 5] = [DoorNotice::Refused, DoorNotice::TooLate, DoorNotice::NoPost, DoorNotice::NoInvitation, DoorNotice::NotMade];

    /// The stable code.
    pub fn tag(self) -> &'static str {
        match self {
            DoorNotice::Refused => "passkey-refused",
            DoorNotice::TooLate => "question-gone",
            DoorNotice::NoPost => "no-post",
            DoorNotice::NoInvitation => "no-invitation",
            DoorNotice::NotMade => "passkey-not-made",
        }
    }
}

/// `GET /desk/invite`: the officers of a unit whom this officer is above of, and the units below it.
#[derive(Clone, Debug)]
pub struct InvitePage {
    pub head: DeskHead,
    /// From this officer's own unit down to the one that is shown.
    pub way: Vec<UnitShown>,
    pub below: Vec<UnitShown>,
    pub officers: Vec<Invitee>,
    pub notice: Option<InviteNotice>,
}

/// A unit to go to.
#[derive(Clone, Debug)]
pub struct UnitShown {
    pub code: String,
    pub name: Both,
}

/// An officer who may be invited, and how far that is.
#[derive(Clone, Debug)]
pub struct Invitee {
    pub number: String,
    pub rank: Both,
    pub name: Both,
    pub post: Both,
    pub suspended: bool,
    pub passkeys: u32,
    pub invited_until: Option<Timestamp>,
    /// Somebody has asked to take every passkey away; a second is waited for until then.
    pub recovery_until: Option<Timestamp>,
}

/// What came of a form of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InviteNotice {
    /// The first half of a recovery is written down; so long a second officer may confirm it.
    RecoveryAsked { number: String, until: Timestamp },
    /// Nobody of this number whom this officer may invite or help, or not now: the same is said of all.
    Refused,
    /// The account has as many passkeys as it may have.
    Full,
}

/// After `POST /desk/invite` and after the second half of a recovery: the code, shown once.
#[derive(Clone, Debug)]
pub struct InvitedPage {
    pub head: DeskHead,
    pub number: String,
    pub rank: Both,
    pub name: Both,
    /// In groups, as it is read out.
    pub code: String,
    /// The same as an address to open.
    pub link: String,
    pub until: Timestamp,
    /// Every earlier passkey and session has just ended.
    pub recovered: bool,
}
