//! Events as rows of her timeline, each with what became of its texts.

use domain::complaint::{Complaint, Rung};
use domain::event::{Event, Kind, Telling};
use domain::lang::Both;
use domain::policy::Policy;
use site::page::{Happening, Holder, PostText, TextState, What};
use store::{Delivery, StoredEvent};

use crate::clocks::name;
use crate::complaint::{district as named, held_by, officer_as_holder, same};

/// Newest first; `events` come oldest first.
pub(crate) fn timeline(policy: &Policy, it: &Complaint, events: &[StoredEvent]) -> Vec<Happening> {
    let mut rows: Vec<Happening> = Vec::new();
    for stored in events {
        match one(policy, it, stored) {
            Some(row) => rows.push(row),
            // An arrival is no row of its own: the step up before it says where it went.
            None => {
                if let Some(step_up) = rows.last_mut() {
                    step_up.post_text = texts(stored).1;
                }
            }
        }
    }
    rows.reverse();
    rows
}

/// One event as a row; `None` where it is no row of its own.
pub(crate) fn one(policy: &Policy, it: &Complaint, stored: &StoredEvent) -> Option<Happening> {
    let (text, post_text) = texts(stored);
    let what = what(policy, it, &stored.event)?;
    Some(Happening { at: stored.event.at, kind: stored.event.kind.tag(), what, text, post_text })
}

/// What became of the text to her, and of the one to a post.
fn texts(stored: &StoredEvent) -> (Option<TextState>, Option<PostText>) {
    match stored.event.telling() {
        Some(Telling::Her(_)) => (hers(stored.delivery), None),
        Some(Telling::Post(..)) => (None, posts(stored.delivery)),
        None => (None, None),
    }
}

fn hers(delivery: Delivery) -> Option<TextState> {
    match delivery {
        Delivery::Waiting => Some(TextState::Waiting),
        Delivery::Sent => Some(TextState::Sent),
        Delivery::NotWanted => Some(TextState::NotWanted),
        Delivery::Failed => Some(TextState::Failed),
        Delivery::NoPhone | Delivery::Silent => None,
    }
}

fn posts(delivery: Delivery) -> Option<PostText> {
    match delivery {
        Delivery::Waiting => Some(PostText::Waiting),
        Delivery::Sent => Some(PostText::Sent),
        Delivery::NoPhone => Some(PostText::NoPhone),
        Delivery::Failed => Some(PostText::Failed),
        Delivery::NotWanted | Delivery::Silent => None,
    }
}

/// What she reads of it; `None` for what another row says already.
fn what(policy: &Policy, it: &Complaint, event: &Event) -> Option<What> {
    let held = |rung: &Rung| held_by(policy, it, rung);
    let all = |past: &[Rung]| past.iter().map(held).collect::<Vec<Holder>>();
    Some(match &event.kind {
        Kind::Registered { taken_in: None, .. } => What::Registered,
        Kind::Registered { taken_in: Some(officer), .. } => What::TakenIn { by: officer_as_holder(policy, officer), channel: it.channel },
        Kind::Assigned { officer } => What::Assigned { to: officer_as_holder(policy, officer) },
        Kind::HandedOver { to } => What::HandedOver { to: to.as_ref().map(|officer| officer_as_holder(policy, officer)) },
        Kind::Released => What::Released,
        Kind::Transferred { station, district, to, past } => What::Transferred {
            station: station_name(policy, station.as_str()),
            district: district.as_ref().map(|code| named(policy, code)),
            to: held(to),
            past: all(past),
        },
        Kind::Acted(act) => What::Acted(*act),
        Kind::Recorded => What::Recorded,
        Kind::EnquiryOpened => What::EnquiryOpened,
        Kind::Paused { rule, reason, until, by } => What::Paused { clock: name(policy, *rule), reason: *reason, until: *until, by: held(by) },
        Kind::Resumed { rule } => What::Resumed { clock: name(policy, *rule) },
        Kind::Noted => What::Noted,
        Kind::ContactChanged => What::ContactChanged,
        Kind::EvidenceAdded(mark) => What::EvidenceAdded(mark.clone()),
        Kind::PictureAdded(mark) => What::PictureAdded(mark.clone()),
        Kind::Looked(why) => What::Looked(*why),
        Kind::Acknowledged => What::Acknowledged,
        Kind::PauseAsked { rule, reason, until } => What::PauseAsked { clock: name(policy, *rule), reason: *reason, until: *until },
        Kind::AtrFiled { .. } => What::AtrFiled,
        Kind::AtrReturned => What::AtrReturned,
        Kind::AtrApproved => What::AtrApproved,
        Kind::Disposed(closing) => What::Disposed(closing.clone()),
        Kind::TakenUp { wording, office, reworded } => What::TakenUp { wording: wording.words().clone(), office: held(office), reworded: *reworded },
        Kind::TakenDown { reason, .. } => What::TakenDown(*reason),
        Kind::Reopened { to, past, .. } => What::Reopened { to: held(to), past: all(past) },
        Kind::Appealed { to, past, .. } => What::Appealed { to: held(to), past: all(past) },
        Kind::Answered { solved } => What::Answered { solved: *solved },
        Kind::RefusalReported { to, past, .. } => What::RefusalReported { to: held(to), past: all(past) },
        Kind::WithdrawalAsked { at } => What::WithdrawalAsked { at: *at },
        Kind::KeptOn => What::KeptOn,
        Kind::HearingBooked { at, token } => What::HearingBooked { at: *at, token: *token },
        Kind::HearingNear => What::HearingNear,
        Kind::HearingUnreached => What::HearingUnreached,
        Kind::HearingLeft { missed } => What::HearingLeft { missed: *missed },
        Kind::Heard { outcome } => What::Heard { outcome: *outcome },
        Kind::Escalated { to, past, .. } => What::Escalated { to: held(to), past: all(past) },
        Kind::Arrived { .. } => return None,
        Kind::TopAlarm { count, at_top } => What::TopAlarm { count: *count, at_top: held(at_top) },
        Kind::Warned { rule, mark, to, .. } => What::Warned { clock: name(policy, *rule), mark: *mark, to: held(to) },
        Kind::Missed { rule, to, .. } => What::Missed { clock: name(policy, *rule), to: held(to) },
    })
}

fn station_name(policy: &Policy, code: &str) -> Both {
    policy.station(code).map_or_else(|| same(code), |station| station.name.clone())
}
