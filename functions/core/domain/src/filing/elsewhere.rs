//! The ladder that a complaint has at another station, of its district or of another one.

use super::OpenFiling;
use crate::complaint::{Accused, Complaint, Rung};
use crate::hearing::HearingRule;
use crate::ids::{DistrictCode, LadderId, PostId, StationCode, UnitCode};
use crate::policy::{Policy, Station};

/// Another station, and what becomes of a complaint there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    pub district: DistrictCode,
    pub station: StationCode,
    /// The unit above the stations of an officer whom she named: there, or where it was before.
    pub above: Option<UnitCode>,
    /// Lowest first. Where she named somebody of the police it begins above every station, and above that unit.
    pub rungs: Vec<Rung>,
}

impl Elsewhere {
    /// The ladder of the complaint's category at a station. `sits` is the unit above it in which an officer whom she named was
    /// found; of that and the one that was known, the higher counts. `None` where the policy no longer knows the category.
    pub fn at(policy: &Policy, it: &Complaint, station: &Station, sits: Option<UnitCode>) -> Option<Elsewhere> {
        let whole = whole(policy, it, station)?;
        let place = |unit: &UnitCode| whole.iter().rposition(|rung| rung.unit == *unit);
        let above = [it.accused.above.clone(), sits].into_iter().flatten().max_by_key(place);
        let rungs = rungs(policy, it, station, above.clone())?;
        Some(Elsewhere { district: station.district.clone(), station: station.code.clone(), above, rungs })
    }

    /// Its own place on the ladder there and the rungs above it, or the whole of a ladder that begins higher, past an officer
    /// whom she named. Nothing where the ladder lacks the place.
    pub fn onward(&self, it: &Complaint) -> &[Rung] {
        let at = self.rungs.iter().position(|rung| rung.place() == it.holder().place());
        match (at, &self.above) {
            (Some(at), _) => self.rungs.get(at..).unwrap_or_default(),
            (None, Some(_)) => &self.rungs,
            (None, None) => &[],
        }
    }
}

/// Every rung above the stations and those at this one as they are before it is known where an officer whom she named sits:
/// among them that officer is looked for.
pub fn whole(policy: &Policy, it: &Complaint, station: &Station) -> Option<Vec<Rung>> {
    rungs(policy, it, station, None)
}

fn rungs(policy: &Policy, it: &Complaint, station: &Station, above: Option<UnitCode>) -> Option<Vec<Rung>> {
    let there = OpenFiling {
        category: it.category.clone(),
        district: station.district.clone(),
        station: Some(station.code.clone()),
        lang: it.lang,
        contact: it.contact,
        accused: Accused { above, ..it.accused.clone() },
    };
    let rungs = there.path(policy, it.path.next_at)?.rungs;
    // Handed down from a hearing, it has the station's posts in the place of the post that hears. What names police never is.
    let handed_down = |rule: &&HearingRule| {
        let begins = rungs.first().is_some_and(|rung| rung.post == rule.post);
        begins && !has(&it.path.rungs, &rule.post) && !it.accused.names_police()
    };
    let Some(rule) = policy.hearing.as_ref().filter(handed_down) else { return Some(rungs) };
    let below = below(policy, &rule.then, &rungs, station);
    Some(below.into_iter().chain(rungs.into_iter().skip(1)).collect())
}

/// The posts of another ladder at a station that lie below the rung which has it there, lowest first, for what is handed down to
/// be worked there.
pub fn rungs_below(policy: &Policy, ladder: &LadderId, it: &Complaint, station: &Station) -> Vec<Rung> {
    below(policy, ladder, &it.path.rungs, station)
}

fn below(policy: &Policy, ladder: &LadderId, rungs: &[Rung], station: &Station) -> Vec<Rung> {
    let (Some(ladder), Some(district)) = (policy.ladders.get(ladder), policy.district(station.district.as_str())) else { return Vec::new() };
    let lower = ladder.steps.iter().take_while(|step| !has(rungs, &step.post));
    lower
        .filter_map(|step| {
            let unit = policy.unit_for(policy.posts.get(&step.post)?.scope, district, Some(station))?;
            Some(Rung { post: step.post.clone(), unit, holds: step.holds, stands_in_for: None })
        })
        .collect()
}

fn has(rungs: &[Rung], post: &PostId) -> bool {
    rungs.iter().any(|rung| rung.place() == post)
}
