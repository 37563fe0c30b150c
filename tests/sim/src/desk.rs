//! Officers at work, and the complainant who answers: every move of a person, decided and committed as the console will.

use std::sync::Arc;

use domain::Timestamp;
use domain::clock::{ClockRule, PauseReason};
use domain::complaint::{Complaint, Officer, Rung, Stage};
use domain::contact::{SafeContact, SafeHours};
use domain::decide::{Move, Seat, decide};
use domain::event::{Act, Actor};
use domain::filing::Elsewhere;
use domain::ids::OfficerId;
use domain::number::Number;
use domain::picture::Proof;
use domain::work::{Closing, Progress};
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
        let Ok((wanted, by)) = wish(app, town, &it, rng).await else { continue };
        let Ok(change) = decide(&it, wanted, by, app.now()) else { return };
        match app.store().commit(&change).await {
            Ok(()) => return,
            Err(Error::Conflict | Error::Unavailable(_) | Error::Corrupt(_)) => {}
        }
    }
}

/// What somebody wants of a complaint; the rules may still say no.
async fn wish(app: &boot::App, town: &Town, it: &Complaint, rng: &mut Rng) -> Result<(Move, Actor), Error> {
    let now = app.now();
    let officer = |officer: &Officer| Actor::Officer(officer.id.clone());
    let near: Vec<&Officer> = town.staff.iter().map(|(o, _)| o).filter(|o| it.path.rungs.iter().any(|rung| rung.unit == o.unit)).collect();
    let Some(who) = (!near.is_empty()).then(|| *rng.pick(&near)) else { return Ok((Move::Note, Actor::System)) };
    Ok(match &it.stage {
        Stage::Disposed { .. } => match rng.below(5) {
            0 | 1 => (Move::Reopen { seats: seats(app, it.above()).await? }, Actor::Complainant),
            2 | 3 => (Move::Appeal { seats: seats(app, it.above()).await? }, Actor::Complainant),
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
            11 => (transfer(app, it, rng).await?, officer(who)),
            12 | 13 => towards_the_end(it, who, rng),
            _ => (Move::Note, officer(who)),
        },
    })
}

async fn seats(app: &boot::App, rungs: &[Rung]) -> Result<Vec<Seat>, Error> {
    duty::seats(rungs, async |unit| app.store().unit(&unit).await.map(Arc::new)).await
}

/// The next step to an honest end; now and then the end itself, whatever is missing.
fn towards_the_end(it: &Complaint, who: &Officer, rng: &mut Rng) -> (Move, Actor) {
    let by = |id: &OfficerId| Actor::Officer(id.clone());
    let dispose = Move::Dispose(if rng.chance(100) { Closing::NoContact } else { Closing::Done });
    match (&it.stage, it.work.progress()) {
        (_, Progress::AtrApproved) => (dispose, by(&who.id)),
        (_, Progress::AtrFiled) => (if rng.chance(200) { Move::ReturnAtr } else { Move::ApproveAtr }, by(&who.id)),
        (Stage::Assigned { officer, .. }, Progress::Contacted | Progress::AtrReturned) => (report(), by(&officer.id)),
        (_, Progress::New | Progress::Seen) if rng.chance(300) => (Move::Acknowledge, by(&who.id)),
        (_, Progress::New | Progress::Seen | Progress::Tried) => (Move::Act(Act::Reached), by(&who.id)),
        (Stage::Unassigned | Stage::Disposed { .. } | Stage::InAppeal { .. }, Progress::Contacted | Progress::AtrReturned) => (dispose, by(&who.id)),
    }
}

/// One that says why it has no picture.
fn report() -> Move {
    Proof::of(Vec::new(), true).map_or(Move::Note, Move::FileAtr)
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

/// To another station, now and then of another district, with the ladder that its policy has there.
async fn transfer(app: &boot::App, it: &Complaint, rng: &mut Rng) -> Result<Move, Error> {
    let far = rng.chance(250);
    let stations: Vec<_> = app.policy().stations.iter().filter(|station| far || station.district == it.district).collect();
    if stations.is_empty() {
        return Ok(Move::Note);
    }
    let station = *rng.pick(&stations);
    let Some(there) = Elsewhere::at(app.policy(), it, station, None) else { return Ok(Move::Note) };
    let seats = seats(app, there.onward(it)).await?;
    Ok(Move::Transfer { there, seats })
}
