//! The ladder that a complaint has at another station.

use super::OpenFiling;
use crate::complaint::{Complaint, Rung};
use crate::ids::{LadderId, PostId};
use crate::policy::{Policy, Station};

/// The posts of another ladder at a station that lie below the rung which has it there, lowest first, for what is handed down to
/// be worked there.
pub fn rungs_below(policy: &Policy, ladder: &LadderId, it: &Complaint, station: &Station) -> Vec<Rung> {
    let (Some(ladder), Some(district)) = (policy.ladders.get(ladder), policy.district(station.district.as_str())) else { return Vec::new() };
    let known = |post: &PostId| it.path.rungs.iter().any(|rung| rung.place() == post);
    let lower = ladder.steps.iter().take_while(|step| !known(&step.post));
    lower
        .filter_map(|step| {
            let unit = policy.unit_for(policy.posts.get(&step.post)?.scope, district, Some(station))?;
            Some(Rung { post: step.post.clone(), unit, holds: step.holds, stands_in_for: None })
        })
        .collect()
}

/// The rungs of the complaint's category at a station, lowest first; `None` where the policy no longer knows the category.
pub fn rungs_at(policy: &Policy, it: &Complaint, station: &Station) -> Option<Vec<Rung>> {
    let there = OpenFiling {
        category: it.category.clone(),
        district: station.district.clone(),
        station: Some(station.code.clone()),
        lang: it.lang,
        contact: it.contact,
        accused: it.accused.clone(),
    };
    there.path(policy, it.path.next_at).map(|path| path.rungs)
}
