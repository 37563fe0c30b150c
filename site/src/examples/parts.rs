//! What the gallery's parts are filled with.

use domain::Timestamp;
use domain::clock::{Clock, ClockRule};
use domain::lang::Lang;
use domain::policy::Policy;
use jiff::SignedDuration;

pub(crate) use super::desk::head;
pub(crate) use super::people::number;
use super::{clocks, complaint, desk, people};
use crate::page::ClockShown;
use crate::page::desk::Row;

pub(crate) const NAME: &str = "सुनीता देवी";
pub(crate) const ACCOUNT: &str = "कल शाम बाज़ार से लौटते समय दो लड़के पीछे लग गए।\nमैं दुकान में चली गई, तब वे गए।";
pub(crate) const MASKED: &str = "+91 ••••• ••001";

/// When everything here is looked at.
pub(crate) fn now() -> Timestamp {
    people::at(5, 15, 10)
}

/// Some minutes later.
pub(crate) fn soon() -> Timestamp {
    people::at(5, 15, 20)
}

/// So many days later, or before.
pub(crate) fn days(count: i64) -> Timestamp {
    now() + SignedDuration::from_hours(24 * count)
}

/// The posts of a ladder.
pub(crate) fn posts(lang: Lang) -> Vec<String> {
    complaint::rungs().map(|rung| rung.title.get(lang).to_owned()).into()
}

/// A category and what is said of it; empty where the policy has none.
pub(crate) fn matter(policy: &Policy, lang: Lang) -> [String; 2] {
    let first = policy.services.iter().find_map(|service| service.categories.first());
    first.map(|category| [&category.name, &category.hint].map(|text| text.get(lang).to_owned())).unwrap_or_default()
}

/// A district and some of its stations, by code and name.
pub(crate) fn stations(policy: &Policy, lang: Lang) -> (String, Vec<(String, String)>) {
    let Some(district) = people::district(policy) else { return (String::new(), Vec::new()) };
    let stations = policy.stations_of(&district.code).take(3).map(|it| (it.code.to_string(), it.name.get(lang).to_owned()));
    (district.name.get(lang).to_owned(), stations.collect())
}

/// Rows of a worklist, and when it is looked at.
pub(crate) fn rows(policy: &Policy) -> (Vec<Row>, Timestamp) {
    (desk::rows(policy, 8), desk::now())
}

/// The clock that the ladder follows in every pace, then one of each other rule in every state; and when they are looked at.
pub(crate) fn clocks() -> (Timestamp, Vec<ClockShown>) {
    let (now, others) = clocks::all_states(people::at(2, 21, 41));
    let disposal = |hours: i64| clocks::hours(ClockRule::Disposal, now - SignedDuration::from_hours(40), hours);
    let still = |clock: Clock| clocks::paused(clock, now - SignedDuration::from_hours(4), now + SignedDuration::from_hours(24));
    let paces = [disposal(200), disposal(44), disposal(30), still(disposal(200)), clocks::met(disposal(200), 20), clocks::met(disposal(10), 20)];
    (now, paces.iter().map(|it| clocks::shown(it, now)).chain(others).collect())
}
