//! The ladder that a complaint has at another station.

use super::OpenFiling;
use crate::complaint::{Complaint, Rung};
use crate::policy::{Policy, Station};

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
