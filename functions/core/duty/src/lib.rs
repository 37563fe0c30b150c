#![doc = include_str!("../README.md")]

use domain::Timestamp;
use domain::calendar::wall;
use domain::complaint::{Complaint, Rung, Stage};
use domain::decide::{Change, Move, Seat, decide};
use domain::duty::{LOOK_AGAIN, choose, next_shift, on_duty};
use domain::event::Actor;
use domain::ids::{PostId, UnitCode};
use domain::named;
use domain::policy::Policy;
use jiff::Span;
use store::{Error, Store, Unit};

/// How many days of a roster are read, the day before included: its last shift may reach into today.
const DAYS: u16 = 4;

/// The registration with its officer, where somebody is on duty for it; the registration alone otherwise.
///
/// # Errors
/// Where the table does not answer.
pub async fn assigned(store: &Store, policy: &Policy, registered: Change, now: Timestamp) -> Result<Change, Error> {
    let it = &registered.complaint;
    let rung = it.holder();
    let next = Next::find(store, policy, it, &rung.unit, &rung.post, now).await?;
    let Some(officer) = next.officer else {
        // Nobody is there: the next shift is looked at when it begins.
        let complaint = Complaint { duty_until: next.look_again, ..registered.complaint };
        return Ok(Change { complaint, ..registered });
    };
    match decide(it, Move::Assign { officer, until: next.look_again }, Actor::System, now) {
        Ok(change) => Ok(registered.and(change)),
        // The rules say no to this officer: it stays unassigned, and its clocks run all the same.
        Err(refusal) => {
            tracing::warn!(number = %it.number, ?refusal, "nobody could be assigned at once");
            Ok(registered)
        }
    }
}

/// What follows when a shift ends or begins.
///
/// # Errors
/// Where the table does not answer.
pub async fn handed_over(store: &Store, policy: &Policy, it: &Complaint, now: Timestamp) -> Result<Move, Error> {
    let (unit, post) = match &it.stage {
        Stage::Assigned { officer, .. } => (&officer.unit, &officer.post),
        Stage::Unassigned | Stage::Disposed { .. } | Stage::InAppeal { .. } => {
            let first = it.path.rungs.first().unwrap_or(it.holder());
            (&first.unit, &first.post)
        }
    };
    let next = Next::find(store, policy, it, unit, post, now).await?;
    Ok(Move::HandOver { to: next.officer, look_again: next.look_again })
}

/// Whoever is on duty at a post, and when that must be asked again.
struct Next {
    officer: Option<domain::complaint::Officer>,
    look_again: Option<Timestamp>,
}

impl Next {
    async fn find(store: &Store, policy: &Policy, it: &Complaint, unit: &UnitCode, post: &PostId, now: Timestamp) -> Result<Next, Error> {
        let staff = store.unit(unit).await?;
        let kept = policy.duty.iter().any(|rule| rule.post == *post);
        let shifts = if kept { store.roster(unit, wall(now).date().saturating_sub(Span::new().days(1)), DAYS).await? } else { Vec::new() };
        let posted: Vec<_> = staff.posted.into_iter().map(|p| (p.officer, p.open)).collect();
        let crew = on_duty(&posted, post, &shifts, now);
        let rostered = shifts.iter().any(|shift| shift.post == *post);
        Ok(match choose(it, unit, post, &crew) {
            Some(mate) => Next { officer: Some(mate.officer.clone()), look_again: mate.until },
            None if rostered => Next { officer: None, look_again: Some(next_shift(post, &shifts, now).unwrap_or(now + LOOK_AGAIN)) },
            // No roster and nobody who may have it: somebody may be posted there tomorrow.
            None => Next { officer: None, look_again: Some(now + LOOK_AGAIN) },
        })
    }
}

/// The unit of the officer whom a filing names, where one sits on its ladder above the stations and below its top.
///
/// # Errors
/// Where the table does not answer.
pub async fn accused_above(store: &Store, policy: &Policy, rungs: &[Rung], said: &str) -> Result<Option<UnitCode>, Error> {
    let mut officers = Vec::new();
    for rung in rungs {
        officers.push(store.unit(&rung.unit).await?.posted.into_iter().map(|posted| posted.officer.name).collect());
    }
    Ok(named::unit_above(policy, rungs, &officers, said))
}

/// Who sits on these rungs, lowest first, as far as it matters: up to the first that is filled.
/// `unit` tells of a unit; a run that asks for many keeps what it was told.
///
/// # Errors
/// Those of `unit`.
pub async fn seats<F>(rungs: &[Rung], mut unit: impl FnMut(UnitCode) -> F) -> Result<Vec<Seat>, Error>
where
    F: Future<Output = Result<std::sync::Arc<Unit>, Error>>,
{
    let mut seats = Vec::new();
    for rung in rungs {
        let seat = seat(rung, &*unit(rung.unit.clone()).await?);
        // A stand-in may still be refused for the conflict, so who sits above it is asked too.
        let filled = seat == Seat::Filled;
        seats.push(seat);
        if filled {
            break;
        }
    }
    Ok(seats)
}

/// The same for a complaint that she says is not solved: a post whose people all closed it is passed over. At the top it
/// is the top itself that is looked at.
///
/// # Errors
/// Those of `unit`.
pub async fn seats_above<F>(it: &Complaint, mut unit: impl FnMut(UnitCode) -> F) -> Result<Vec<Seat>, Error>
where
    F: Future<Output = Result<std::sync::Arc<Unit>, Error>>,
{
    let top = std::slice::from_ref(it.holder());
    let mut seats = Vec::new();
    for rung in if it.above().is_empty() { top } else { it.above() } {
        let staff = unit(rung.unit.clone()).await?;
        let mut sits = staff.posted.iter().filter(|posted| posted.officer.post == rung.post).map(|posted| &posted.officer.id).peekable();
        let closed_it = sits.peek().is_some() && sits.all(|id| it.closed_by.contains(id));
        let seat = if closed_it { Seat::ClosedIt } else { seat(rung, &staff) };
        let filled = seat == Seat::Filled;
        seats.push(seat);
        if filled {
            break;
        }
    }
    Ok(seats)
}

/// A post is empty where that was written down; what nobody wrote down is filled.
fn seat(rung: &Rung, unit: &Unit) -> Seat {
    match unit.vacant.iter().find(|vacancy| vacancy.post == rung.post) {
        None => Seat::Filled,
        Some(vacancy) => match &vacancy.stand_in {
            Some((unit, post)) => Seat::StandIn(Rung { post: post.clone(), unit: unit.clone(), holds: rung.holds, stands_in_for: Some(rung.as_empty()) }),
            None => Seat::Empty,
        },
    }
}

/// The phone for a complaint's text to a post: the officer's who works it there, else the post's own, else that of a
/// higher rung in the same unit.
pub fn phone_for(unit: &Unit, post: &PostId, it: &Complaint) -> Option<String> {
    let working = match &it.stage {
        Stage::Assigned { officer, .. } if officer.post == *post => Some(&officer.id),
        Stage::Assigned { .. } | Stage::Unassigned | Stage::Disposed { .. } | Stage::InAppeal { .. } => None,
    };
    let working = unit.posted.iter().find(|p| Some(&p.officer.id) == working).and_then(|p| p.phone.clone());
    let above = it.path.rungs.iter().skip_while(|rung| rung.post != *post).filter(|rung| unit.posted.iter().any(|p| p.officer.unit == rung.unit));
    working.or_else(|| phone(unit, post)).or_else(|| above.filter_map(|rung| phone(unit, &rung.post)).next())
}

/// The phone for a post's own texts: its own, else that of the next step in the same unit on a ladder that it stands on.
pub fn phone_of(unit: &Unit, post: &PostId, policy: &Policy) -> Option<String> {
    let scope = |post: &PostId| policy.posts.get(post).map(|p| p.scope);
    let above = policy.ladders.values().flat_map(|ladder| ladder.steps.iter().skip_while(|step| step.post != *post));
    phone(unit, post).or_else(|| above.filter(|step| scope(&step.post) == scope(post)).find_map(|step| phone(unit, &step.post)))
}

fn phone(unit: &Unit, post: &PostId) -> Option<String> {
    unit.posted.iter().filter(|p| p.officer.post == *post).find_map(|p| p.phone.clone())
}
