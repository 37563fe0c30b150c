//! Units and officers as a superior sees them who may invite.

use domain::Timestamp;
use domain::account::Account;
use domain::ids::UnitCode;
use domain::lang::{Both, Lang};
use domain::policy::Policy;
use site::page::door::{Invitee, UnitShown};

use crate::complaint::place;

/// A unit by its name.
pub fn unit_shown(policy: &Policy, unit: &UnitCode) -> UnitShown {
    UnitShown { code: unit.to_string(), name: place(policy, unit) }
}

/// An account, and how far it is from a passkey.
pub fn invitee(policy: &Policy, it: &Account, now: Timestamp) -> Invitee {
    let district = it.posting.unit.as_str().get(..3).unwrap_or_default();
    let post = |lang| policy.post_name(&it.posting.post, district, lang).to_owned();
    Invitee {
        number: it.id.to_string(),
        rank: it.rank.clone(),
        name: it.name.clone(),
        post: Both { hi: post(Lang::Hi), en: post(Lang::En) },
        suspended: it.suspended,
        passkeys: it.passkeys,
        invited_until: it.invited_until.filter(|until| now < *until),
        recovery_until: it.recovery.as_ref().map(|recovery| recovery.until).filter(|until| now < *until),
    }
}
