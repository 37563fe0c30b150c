//! Units and officers as a superior sees them who may invite.

use domain::Timestamp;
use domain::account::Account;
use domain::ids::UnitCode;
use domain::policy::Policy;
use site::page::door::{Invitee, UnitShown};

use crate::complaint::{place, post_at};

/// A unit by its name.
pub fn unit_shown(policy: &Policy, unit: &UnitCode) -> UnitShown {
    UnitShown { code: unit.to_string(), name: place(policy, unit) }
}

/// An account, and how far it is from a passkey.
pub fn invitee(policy: &Policy, it: &Account, now: Timestamp) -> Invitee {
    Invitee {
        number: it.id.to_string(),
        rank: it.rank.clone(),
        name: it.name.clone(),
        post: post_at(policy, &it.posting.post, &it.posting.unit),
        suspended: it.suspended,
        passkeys: it.passkeys,
        invited_until: it.invitation(now),
        recovery_until: it.waiting_recovery(now).map(|recovery| recovery.until),
    }
}
