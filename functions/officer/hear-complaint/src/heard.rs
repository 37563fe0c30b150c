//! She was heard: what came of it, the officer's words, and where it goes, in one transaction.

use std::sync::Arc;

use boot::{Pairs, Problem, ProblemKind};
use domain::decide::{Move, Onward, Refusal, decide, handed_down};
use domain::event::Actor;
use domain::filing::rungs_below;
use domain::hearing::Outcome;
use domain::hearing::queue::{Entry, Refused};
use domain::reply::has_blank;
use domain::work::WORDS;
use site::page::hearing::HearingFault;

use crate::{Room, Tried, refused, tried};

impl Room<'_> {
    pub(crate) async fn heard(&self, entry: &Entry, pairs: &Pairs) -> Result<Tried, Problem> {
        let (officer, store) = (&self.desk.officer, self.app.store());
        let words = pairs.get("words").trim();
        let Some(outcome) = Outcome::parse(pairs.get("outcome")).filter(|_| !words.is_empty() && words.chars().count() <= WORDS && !has_blank(words)) else {
            return Ok(Tried::Refused(HearingFault::Form));
        };
        // The case as it stands, behind the wall, with the key for the words.
        let opened = desk::open(self.app, self.desk, &entry.number).await?.ok_or(ProblemKind::NotFound)?;
        let it = &opened.case.complaint;
        let fresh = match entry.ends(&officer.id, outcome, self.now) {
            Ok(fresh) => fresh,
            Err(why) => return Ok(refused(why)),
        };
        let onward = match outcome {
            Outcome::Advised | Outcome::Again => None,
            Outcome::Forwarded => {
                let station = self.app.policy().station(pairs.get("station")).filter(|station| station.district == it.district);
                let Some((station, place)) = station.zip(it.hearing.as_ref()) else { return Ok(Tried::Refused(HearingFault::Station)) };
                let below = rungs_below(self.app.policy(), &self.rule.then, it, station);
                let Some((level, rungs)) = handed_down(it, place, &below) else { return Ok(Tried::Refused(HearingFault::Station)) };
                let seats = duty::seats(rungs.get(level..).unwrap_or_default(), async |unit| store.unit(&unit).await.map(Arc::new)).await?;
                Some(Onward { station: station.code.clone(), below, seats })
            }
        };
        let wanted = Move::Hear { onward, again: outcome == Outcome::Again };
        match decide(it, wanted, Actor::Officer(officer.id.clone()), self.now) {
            // Its words were erased for good: nothing is written beside what nobody may read.
            Ok(change) => tried(store.commit_hearing(&change, opened.key.as_ref().map(|key| (words, key)), &officer.unit, &fresh).await),
            Err(Refusal::Conflict | Refusal::NoSuchRung) => Ok(Tried::Refused(HearingFault::Station)),
            Err(_) => Ok(refused(Refused::NotNow)),
        }
    }
}
