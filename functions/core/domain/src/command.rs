//! Who stands above whom: the two axes, the ladders' order of posts and the area that a unit lies in.

use std::collections::BTreeSet;

use crate::account::{Account, Posting};
use crate::complaint::Officer;
use crate::ids::{PostId, UnitCode};
use crate::policy::{District, Ladder, Policy, Scope, Station};

/// What an officer is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Heads a unit that the other's lies in, higher on a ladder.
    Above,
    /// Not lower on a ladder and not narrower, in another unit of the same area.
    Beside,
    Neither,
}

/// What an officer is to the holder of an account; nothing to herself, whatever posts the account has had.
pub fn standing(policy: &Policy, who: &Officer, other: &Account) -> Standing {
    if who.id == other.id { Standing::Neither } else { standing_of_posts(policy, who, &other.posting) }
}

/// The same by the posts alone.
fn standing_of_posts(policy: &Policy, who: &Officer, other: &Posting) -> Standing {
    let compared = |ladder: &Ladder| Some(place(policy, ladder, &who.post)?.cmp(&place(policy, ladder, &other.post)?));
    let best = policy.ladders.values().filter_map(compared).max();
    let heads = policy.posts.get(&who.post).is_some_and(|post| !post.works);
    let over = units_from(policy, &other.unit);
    if best.is_some_and(|order| order.is_gt()) && heads && over.iter().any(|(_, unit)| *unit == who.unit) {
        return Standing::Above;
    }
    let scope = |post: &PostId| policy.posts.get(post).map(|post| post.scope);
    let around = scope(&other.post).and_then(shared).and_then(|scope| over.iter().find(|(of, _)| *of == scope));
    let mine = units_from(policy, &who.unit);
    let as_wide = scope(&who.post) >= scope(&other.post);
    let beside = best.is_some_and(|order| order.is_ge()) && as_wide && who.unit != other.unit && around.is_some_and(|place| mine.contains(place));
    if beside { Standing::Beside } else { Standing::Neither }
}

/// How wide the area is in which units of this scope are neighbours.
fn shared(scope: Scope) -> Option<Scope> {
    match scope {
        Scope::Station | Scope::Circle => Some(Scope::District),
        Scope::District => Some(Scope::Range),
        Scope::Range => Some(Scope::State),
        Scope::State => None,
    }
}

/// How high a post stands on a ladder. A post that is on none stands at the foot of those that begin at a station.
fn place(policy: &Policy, ladder: &Ladder, post: &PostId) -> Option<usize> {
    let on = |ladder: &Ladder| ladder.steps.iter().position(|step| step.post == *post);
    let from_a_station = || ladder.steps.first().and_then(|step| policy.posts.get(&step.post)).is_some_and(|post| post.scope == Scope::Station);
    match on(ladder) {
        Some(step) => Some(step + 1),
        None => (from_a_station() && !policy.ladders.values().any(|other| on(other).is_some())).then_some(0),
    }
}

/// A unit and every one that it lies in, each with how wide it is, the unit itself first. Empty for a unit that the
/// policy does not know.
pub fn units_from(policy: &Policy, unit: &UnitCode) -> Vec<(Scope, UnitCode)> {
    let from = |way: Vec<(Scope, UnitCode)>| way.into_iter().skip_while(|(_, code)| code != unit).collect::<Vec<_>>();
    ways_up(policy).map(from).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The units that lie in a unit with none in between, each once.
pub fn units_right_below(policy: &Policy, unit: &UnitCode) -> Vec<UnitCode> {
    let mut found: Vec<UnitCode> = Vec::new();
    for way in ways_up(policy) {
        let below = way.windows(2).find(|pair| pair[1].1 == *unit).map(|pair| pair[0].1.clone());
        found.extend(below.filter(|below| !found.contains(below)));
    }
    found
}

/// Every unit that a ladder of the policy can lead to, each with how wide it is.
pub fn every_unit(policy: &Policy) -> BTreeSet<(UnitCode, Scope)> {
    ways_up(policy).flatten().map(|(scope, unit)| (unit, scope)).collect()
}

/// From each district and each station up to the state.
fn ways_up(policy: &Policy) -> impl Iterator<Item = Vec<(Scope, UnitCode)>> {
    let way = |district: &District, station: Option<&Station>| {
        let all = [Scope::Station, Scope::Circle, Scope::District, Scope::Range, Scope::State].into_iter();
        all.filter_map(|scope| Some((scope, policy.unit_for(scope, district, station)?))).collect()
    };
    let of_stations = policy.stations.iter().filter_map(move |station| Some(way(policy.district(station.district.as_str())?, Some(station))));
    policy.districts.iter().map(move |district| way(district, None)).chain(of_stations)
}

#[cfg(test)]
#[path = "command_tests.rs"]
mod tests;
