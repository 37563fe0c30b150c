//! The ladder counted a second time, by adding up: no rule of the product is asked.

use std::collections::BTreeMap;

use domain::Timestamp;
use domain::clock::ClockRule;
use domain::complaint::Rung;
use domain::duty::Vacancy;
use domain::event::Kind;
use jiff::SignedDuration;

use crate::check::{Breaks, Case, Evidence};
use crate::month::OFF;

pub(crate) fn judge(it: &Evidence<'_>, case: &Case, breaks: &mut Breaks) {
    let name = case.name();
    let mut reached = BTreeMap::new();
    let mut warned = BTreeMap::new();
    let mut straight = true;
    for event in case.events.iter().map(|it| &it.event) {
        if let Kind::Escalated { to, past, .. } | Kind::Reopened { to, past, .. } | Kind::Appealed { to, past, .. } | Kind::Transferred { to, past, .. } =
            &event.kind
        {
            let seats = past.iter().all(|rung| it.is_vacant(rung, event.at)) && it.is_seated(to, event.at);
            breaks.unless(seats, "empty posts are passed over", || format!("{name}: to {to:?} past {past:?}"));
        }
        match &event.kind {
            Kind::Escalated { level, past, .. } => {
                *reached.entry(*level).or_insert(0) += 1;
                straight &= past.is_empty();
            }
            Kind::Warned { rule, mark, .. } => *warned.entry((rule.tag(), mark.percent())).or_insert(0) += 1,
            Kind::Transferred { .. } => {
                reached.clear();
                straight = false;
            }
            Kind::Disposed(_) | Kind::RefusalReported { .. } | Kind::Reopened { .. } | Kind::Appealed { .. } | Kind::Paused { .. } | Kind::Resumed { .. } => {
                straight = false
            }
            Kind::Registered { .. }
            | Kind::Assigned { .. }
            | Kind::HandedOver { .. }
            | Kind::Released
            | Kind::Acted(_)
            | Kind::Recorded
            | Kind::EnquiryOpened
            | Kind::Noted
            | Kind::Answered { .. }
            | Kind::WithdrawalAsked { .. }
            | Kind::KeptOn
            | Kind::TakenUp { .. }
            | Kind::TakenDown { .. }
            | Kind::HearingBooked { .. }
            | Kind::HearingNear
            | Kind::HearingUnreached
            | Kind::HearingLeft { .. }
            | Kind::Heard { .. }
            | Kind::ContactChanged
            | Kind::EvidenceAdded(_)
            | Kind::PictureAdded(_)
            | Kind::Looked(_)
            | Kind::Acknowledged
            | Kind::PauseAsked { .. }
            | Kind::AtrFiled { .. }
            | Kind::AtrReturned
            | Kind::AtrApproved
            | Kind::Arrived { .. }
            | Kind::TopAlarm { .. }
            | Kind::Missed { .. } => {}
        }
    }
    for (level, times) in reached {
        breaks.unless(times == 1, "each level once", || format!("{name}: level {level} {times} times"));
    }
    for ((rule, mark), times) in warned {
        breaks.unless(times == 1, "a warning a clock and a mark", || format!("{name}: {rule} at {mark} % {times} times"));
    }
    if straight {
        let (least, most) = (level_at(case, it.month.cleared), level_at(case, it.now + SignedDuration::from_secs(OFF)));
        let level = usize::from(case.complaint.level);
        breaks.unless((least..=most).contains(&level), "it stands where the sum says", || format!("{name}: level {level}, and the sum says {least} to {most}"));
    }
}

/// Where a ladder that nobody touched stands at a moment: the deadline, and then what each rung holds.
fn level_at(case: &Case, now: Timestamp) -> usize {
    let Some(due) = case.complaint.clock(ClockRule::Disposal).map(|clock| clock.due_at) else { return 0 };
    let mut at = due;
    let mut level = 0;
    for rung in case.complaint.path.rungs.iter().skip(1) {
        if at > now {
            break;
        }
        level += 1;
        at += rung.holds.unwrap_or_default();
    }
    level
}

impl Evidence<'_> {
    /// What is written down as empty at a moment.
    fn vacancies(&self, at: Timestamp) -> impl Iterator<Item = &Vacancy> {
        self.town.vacancies.iter().chain(self.month.turns.iter().filter(move |turn| turn.at <= at).flat_map(|turn| &turn.emptied))
    }

    fn is_vacant(&self, rung: &Rung, at: Timestamp) -> bool {
        self.vacancies(at).any(|vacancy| vacancy.unit == rung.unit && vacancy.post == rung.post)
    }

    /// Whether somebody is there: at the post itself, or in the place of an empty one. The top keeps what comes up to it.
    fn is_seated(&self, rung: &Rung, at: Timestamp) -> bool {
        let is_top = rung.holds.is_none();
        let stand_in = Some((rung.unit.clone(), rung.post.clone()));
        match &rung.stands_in_for {
            Some(place) => self.vacancies(at).any(|vacancy| vacancy.post == place.post && vacancy.stand_in == stand_in),
            None => is_top || !self.is_vacant(rung, at),
        }
    }
}
