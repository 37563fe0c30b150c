//! Officers at work, and the complainant who answers: every move of a person, decided and committed as the console will.

use domain::Timestamp;
use domain::clock::{ClockRule, PauseReason};
use domain::complaint::{Complaint, Officer, Stage};
use domain::contact::{SafeContact, SafeHours};
use domain::decide::{Move, decide};
use domain::event::{Act, Actor};
use domain::filing::OpenFiling;
use domain::number::Number;
use jiff::SignedDuration;
use store::Error;

use crate::function::{Function, crash_point};
use crate::rng::Rng;
use crate::town::Town;

/// One person looks at one complaint and does something about it, or tries to.
pub(crate) async fn move_it(function: &mut Function, town: &Town, number: &Number, rng: &mut Rng) {
    let crash = crash_point(rng);
    let mut dice = rng.fork();
    if function.work_until(crash, |app, _| decided(app, town, number, &mut dice)).await.is_none() {
        function.restart();
    }
}

async fn decided(app: &boot::App, town: &Town, number: &Number, rng: &mut Rng) {
    // A person presses the button again, a few times.
    for _ in 0..3 {
        let Ok(Some(it)) = app.store().load(number).await else { continue };
        let (wanted, by) = wish(app, town, &it, rng);
        let Ok(change) = decide(&it, wanted, by, app.now()) else { return };
        match app.store().commit(&change).await {
            Ok(()) => return,
            Err(Error::Conflict | Error::Unavailable(_) | Error::Corrupt(_)) => {}
        }
    }
}

/// What somebody wants of a complaint; the rules may still say no.
fn wish(app: &boot::App, town: &Town, it: &Complaint, rng: &mut Rng) -> (Move, Actor) {
    let now = app.now();
    let officer = |officer: &Officer| Actor::Officer(officer.id.clone());
    let near: Vec<&Officer> = town.staff.iter().map(|(o, _)| o).filter(|o| it.path.rungs.iter().any(|rung| rung.unit == o.unit)).collect();
    let Some(who) = (!near.is_empty()).then(|| *rng.pick(&near)) else { return (Move::Note, Actor::System) };
    match &it.stage {
        Stage::Disposed { .. } => match rng.below(5) {
            0 | 1 => (Move::Reopen, Actor::Complainant),
            2 | 3 => (Move::Appeal, Actor::Complainant),
            _ => (Move::Note, officer(who)),
        },
        Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } => match rng.below(16) {
            0..3 => (Move::Assign { officer: who.clone(), until: None }, Actor::System),
            3 => (Move::Release, Actor::System),
            4 => (Move::Record, officer(who)),
            5 => (Move::OpenEnquiry, officer(who)),
            6 | 7 => (Move::Act(*rng.pick(&Act::ALL)), officer(who)),
            8 => (pause(it, rng, now), officer(who)),
            9 => (Move::Resume { rule: rng.pick(&it.clocks).rule }, officer(who)),
            10 => (contact(it, rng), Actor::Complainant),
            11 => (transfer(app, it, rng).unwrap_or(Move::Note), officer(who)),
            12 | 13 => (Move::Dispose, officer(who)),
            _ => (Move::Note, officer(who)),
        },
    }
}

fn pause(it: &Complaint, rng: &mut Rng, now: Timestamp) -> Move {
    let rule = if rng.chance(500) { ClockRule::Disposal } else { rng.pick(&it.clocks).rule };
    let until = now + SignedDuration::from_hours(rng.between(1, 24 * 9));
    Move::Pause { rule, reason: *rng.pick(&PauseReason::ALL), until, by: it.next().unwrap_or(it.holder()).clone() }
}

fn contact(it: &Complaint, rng: &mut Rng) -> Move {
    let hours = if rng.chance(500) { None } else { SafeHours::parse("09-18") };
    Move::ChangeContact(SafeContact { sms: rng.chance(600), hours, ..it.contact })
}

/// To another station of the same district, with the ladder that its policy has there.
fn transfer(app: &boot::App, it: &Complaint, rng: &mut Rng) -> Option<Move> {
    let stations: Vec<_> = app.policy().stations_of(&it.district).collect();
    let station = (!stations.is_empty()).then(|| *rng.pick(&stations))?.code.clone();
    let open = OpenFiling {
        category: it.category.clone(),
        district: it.district.clone(),
        station: Some(station.clone()),
        lang: it.lang,
        contact: it.contact,
        accused: it.accused.clone(),
    };
    let there = open.register(it.number.clone(), app.policy(), it.registered_at)?;
    Some(Move::Transfer { station, rungs: there.complaint.path.rungs })
}
