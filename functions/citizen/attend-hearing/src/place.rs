//! Taking a place, and what her page shows of it.

use axum::response::Response;
use boot::{Problem, ProblemKind};
use domain::Timestamp;
use domain::calendar::wall;
use domain::complaint::Complaint;
use domain::decide::{Move, Refusal, decide};
use domain::event::Actor;
use domain::hearing::queue::{Entry, Queue, State};
use domain::hearing::{Appointment, Token};
use domain::ids::UnitCode;
use domain::number::Number;
use domain::{Date, hearing};
use site::page::hearing::{CallShown, HearingPage, HearingRefused, HearingState};
use store::Error;

use crate::{Open, TRIES, load};

/// The places of a day, the window it opens, and who has which.
struct Day {
    unit: UnitCode,
    places: Vec<(Token, Timestamp)>,
    queue: Queue,
}

impl Day {
    /// Those that may still be taken.
    fn free(&self, rule: &hearing::HearingRule, at_once: bool, now: Timestamp) -> Vec<(Token, Timestamp)> {
        let mut free = self.queue.free(&self.places);
        free.retain(|(_, at)| rule.may_take(*at, at_once, now));
        free
    }
}

impl Open<'_> {
    /// A place at `at`, or now: the first that is free today.
    pub(crate) async fn book(&self, number: &Number, at: Option<Timestamp>) -> Result<Response, Problem> {
        for tried in 0..usize::from(TRIES) {
            let (it, now) = (load(self.app, number).await?, self.app.now());
            let calendar = &self.app.policy().calendar;
            let Some(unit) = self.rule.unit_of(&it).cloned() else { return self.show(409, &it, Some(HearingRefused::NotNow)).await };
            if !self.rule.offers(calendar, at, now) {
                return self.show(422, &it, Some(HearingRefused::Past)).await;
            }
            let there = self.day(&unit, wall(at.unwrap_or(now)).date()).await?;
            let mut free = there.free(self.rule, at.is_none(), now);
            free.retain(|(_, begins)| at.is_none_or(|at| *begins == at));
            // Whoever lost the first place looks a little further each time, or all who came at once meet again at the next.
            let [drawn] = seal::random::<1>();
            let reach = free.len().min(4 * tried + 1).max(1);
            let Some((token, begins)) = free.get(usize::from(drawn) % reach).copied() else {
                if self.gives_back(&there, at, now).await? {
                    continue;
                }
                return self.show(409, &it, Some(HearingRefused::Full)).await;
            };
            let Some(place) = self.rule.appointment(calendar, unit.clone(), (token, begins)) else { return Err(ProblemKind::Broken.into()) };
            let change = match decide(&it, Move::BookHearing { place }, Actor::Complainant, now) {
                Ok(change) => change,
                Err(Refusal::DoneBefore | Refusal::Closed | Refusal::OtherUnit) => return self.show(409, &it, Some(HearingRefused::NotNow)).await,
                Err(_) => return Err(ProblemKind::Broken.into()),
            };
            let state = if at.is_none() { State::Waiting { since: now } } else { State::Booked };
            match self.app.store().book_hearing(&change, &unit, &Entry::new(number.clone(), token, begins, state)).await {
                Ok(()) => {
                    tracing::info!(%number, %unit, %token, "a place at a hearing was taken");
                    return self.show(201, &change.complaint, None).await;
                }
                Err(Error::Conflict) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(ProblemKind::Unavailable.into())
    }

    /// Places that nobody will come to, because the complaint was closed or went elsewhere meanwhile, are free again. Whether any was.
    async fn gives_back(&self, there: &Day, at: Option<Timestamp>, now: Timestamp) -> Result<bool, Problem> {
        let store = self.app.store();
        let mut any = false;
        for entry in &there.queue.entries {
            let wanted = entry.waits() && at.map_or_else(|| self.rule.may_take(entry.at, true, now), |at| entry.at == at);
            if !wanted || store.load(&entry.number).await?.is_some_and(|it| entry.is_of(&it)) {
                continue;
            }
            match store.delete_entry(&there.unit, entry).await {
                Ok(()) => any = true,
                Err(Error::Conflict) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Ok(any)
    }

    async fn day(&self, unit: &UnitCode, day: Date) -> Result<Day, Problem> {
        let store = self.app.store();
        let (staff, shifts, queue) = tokio::try_join!(store.unit(unit), store.roster(unit, day, 1), store.queue(unit, day))?;
        let posted: Vec<_> = staff.posted.into_iter().map(|posted| posted.officer).collect();
        Ok(Day { unit: unit.clone(), places: self.rule.places(&self.app.policy().calendar, day, &posted, &shifts), queue })
    }

    /// Her page as things stand.
    pub(crate) async fn show(&self, status: u16, it: &Complaint, refused: Option<HearingRefused>) -> Result<Response, Problem> {
        let state = self.state(it).await?;
        let zone = self.rule.zone(&self.said.zone).map(|zone| zone.id.clone());
        let page =
            HearingPage { number: it.number.clone(), state, minutes: self.rule.minutes, zones: self.rule.zones.clone(), zone, fresh: self.said.fresh, refused };
        Ok(self.app.base().show(self.ask, status, &page))
    }

    /// The link, this once.
    pub(crate) async fn show_link(&self, place: &Appointment, entry: &Entry, it: &Complaint) -> Result<Response, Problem> {
        let link = views::hearing_link(self.rule, &place.unit, entry).map_or(CallShown::Phone, CallShown::Open);
        let page = HearingPage {
            number: it.number.clone(),
            state: HearingState::Called { token: entry.token, call: link },
            minutes: self.rule.minutes,
            zones: Vec::new(),
            zone: None,
            fresh: false,
            refused: None,
        };
        Ok(self.app.base().show(self.ask, 200, &page))
    }

    async fn state(&self, it: &Complaint) -> Result<HearingState, Problem> {
        let now = self.app.now();
        if let Some((place, queue)) = self.queue_of(it).await? {
            let day = self.day(&place.unit, place.day()).await?;
            let planned = day.places.iter().filter(|(token, _)| token.slot == place.token.slot).count();
            return Ok(views::hearing_place(self.app.policy(), self.rule, &it.number, &place, &queue, planned, now));
        }
        let Some(unit) = self.rule.unit_of(it) else { return Ok(HearingState::NotHeard) };
        let days = self.rule.days(&self.app.policy().calendar, now);
        let chosen = days.iter().copied().find(|day| day.to_string() == self.said.day).or(days.first().copied());
        let today = wall(now).date();
        let first = match days.contains(&today) {
            true => self.day(unit, today).await?.free(self.rule, true, now).first().map(|(_, at)| *at),
            false => None,
        };
        let mut free: Vec<Timestamp> = match chosen {
            Some(day) => self.day(unit, day).await?.free(self.rule, false, now).into_iter().map(|(_, at)| at).collect(),
            None => Vec::new(),
        };
        free.dedup();
        Ok(HearingState::Choose(site::page::hearing::Choice { first, days, day: chosen, free }))
    }
}
