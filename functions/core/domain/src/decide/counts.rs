//! What a change adds to or takes from: open complaints of officers, her answers to those who closed it.

use super::{Load, Rating};
use crate::complaint::{Complaint, Stage};
use crate::event::{Event, Kind};
use crate::ids::OfficerId;

pub(super) fn loads(before: &Complaint, after: &Complaint) -> Vec<Load> {
    let has = |it: &Complaint| match &it.stage {
        Stage::Assigned { officer, .. } => Some((officer.unit.clone(), officer.id.clone())),
        Stage::Unassigned | Stage::Disposed { .. } | Stage::InAppeal { .. } => None,
    };
    let (had, has) = (has(before), has(after));
    if had == has {
        return Vec::new();
    }
    let load = |by| move |(unit, officer)| Load { unit, officer, by };
    had.map(load(-1)).into_iter().chain(has.map(load(1))).collect()
}

/// Those who closed it since she last said that it was not solved.
pub(super) fn rating(before: &Complaint, events: &[Event]) -> Option<Rating> {
    let solved = events.iter().find_map(|event| {
        let opened = matches!(event.kind, Kind::Reopened { .. } | Kind::Appealed { .. });
        if let Kind::Answered { solved } = event.kind { Some(solved) } else { opened.then_some(false) }
    })?;
    let officers: Vec<OfficerId> = before.closed_by.iter().filter(|id| !before.say.barred.contains(id)).cloned().collect();
    (!officers.is_empty()).then_some(Rating { solved, officers })
}
