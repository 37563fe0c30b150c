//! Every minute: whatever passed its time goes up its ladder, or at the top raises its alarm again; clocks that reach a
//! mark or end are told of, and shifts that end hand over.
//! A complaint is overdue iff it wakes at or before now; stage, holder and assignment play no part.

mod units;

use std::time::Duration;

use boot::App;
use domain::complaint::Complaint;
use domain::decide::{Change, Move, decide};
use domain::event::{Actor, Kind};
use domain::number::Number;
use domain::overdue::{Timely, overdue};
use serde::Serialize;
use store::{Due, DueKind, Error};
use tokio::task::JoinSet;
use tokio::time::Instant;

pub use units::Units;

/// How many rows of the index are read at once.
const PAGE: i32 = 100;
/// A run stops looking for more after this time; the next one goes on where the index then begins.
const BUDGET: Duration = Duration::from_secs(45);
/// A change that somebody else made first is decided again, so often at most.
const AGAIN: usize = 4;

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Rows that the index said are due.
    pub found: usize,
    /// Steps up a ladder.
    pub moved: usize,
    /// Alarms raised again at the top.
    pub alarmed: usize,
    /// Warnings that a clock has reached a mark.
    pub warned: usize,
    /// Clocks beside the ladder's that ended unmet.
    pub missed: usize,
    /// Shifts that ended or began.
    pub handed_over: usize,
    /// Complaints that she took back, whose day to think it over has passed.
    pub withdrawn: usize,
    /// Complaints whose day of hearing ended before their turn.
    pub unreached: usize,
    /// Rows that somebody else had moved in the meantime.
    pub already_moved: usize,
    pub failed: usize,
    /// Shards that were not finished within the budget.
    pub left: usize,
}

/// Runs the job once, all shards at a time.
///
/// # Errors
/// None: what fails is counted, logged and found again by the next run.
pub async fn run(app: &App) -> Result<Tally, Error> {
    let until = Instant::now() + BUDGET;
    let units = Units::default();
    let mut shards = JoinSet::new();
    for shard in 0..store::SHARDS {
        let (app, units) = (app.clone(), units.clone());
        shards.spawn(async move { run_shard(&app, &units, shard, until).await });
    }
    let tally = shards.join_all().await.into_iter().fold(Tally::default(), Tally::and);
    tracing::info!(
        found = tally.found,
        moved = tally.moved,
        alarmed = tally.alarmed,
        warned = tally.warned,
        clocks_missed = tally.missed,
        handed_over = tally.handed_over,
        withdrawn = tally.withdrawn,
        unreached = tally.unreached,
        already_moved = tally.already_moved,
        escalations_failed = tally.failed,
        left = tally.left,
        "escalated what was overdue"
    );
    Ok(tally)
}

async fn run_shard(app: &App, units: &Units, shard: u8, until: Instant) -> Tally {
    let mut tally = Tally::default();
    let mut from = None;
    loop {
        let page = match app.store().due(DueKind::Complaint, shard, app.now(), PAGE, from).await {
            Ok(page) => page,
            Err(error) => {
                tracing::error!(shard, %error, "a shard of the due index was not read");
                return tally.and(Tally { failed: 1, left: 1, ..Tally::default() });
            }
        };
        for due in page.due {
            let Due::Complaint { number, .. } = due else { continue };
            tally = tally.and(act(app, units, &number).await);
        }
        from = page.next;
        match (&from, Instant::now() < until) {
            (None, _) => return tally,
            (Some(_), false) => return tally.and(Tally { left: 1, ..Tally::default() }),
            (Some(_), true) => {}
        }
    }
}

/// Moves one complaint as far as its time asks for. Safe to call twice, in parallel, or for one that was moved.
pub async fn act(app: &App, units: &Units, number: &Number) -> Tally {
    let mut tally = Tally { found: 1, ..Tally::default() };
    // What was just committed is known; it is read again only after somebody else was first.
    let mut known = None;
    let mut lost = 0;
    while lost < AGAIN {
        match step(app, units, number, known.take()).await {
            Ok(Some(Change { complaint, events, .. })) => {
                tally = tally.and(Tally::of(events.first().map(|event| &event.kind)));
                known = Some(complaint);
            }
            Ok(None) => {
                tally.already_moved += usize::from(tally.done() == 0);
                return tally;
            }
            Err(Error::Conflict) => lost += 1,
            Err(error) => {
                tracing::error!(%number, %error, "an overdue complaint was not moved");
                break;
            }
        }
    }
    tally.failed += 1;
    tally
}

/// One step of one complaint; `None` where nothing is due any more.
async fn step(app: &App, units: &Units, number: &Number, known: Option<Complaint>) -> Result<Option<Change>, Error> {
    let now = app.now();
    let complaint = match known {
        Some(complaint) => Some(complaint),
        None => app.store().load(number).await?,
    };
    let Some(complaint) = complaint else { return Ok(None) };
    let Some(due) = overdue(&complaint, now) else { return Ok(None) };
    let wanted = match due {
        Timely::Warn { rule, mark } => Move::Warn { rule, mark },
        Timely::Miss { rule } => Move::Miss { rule },
        Timely::HandOver => duty::handed_over(app.store(), app.policy(), &complaint, now).await?,
        Timely::Escalate => Move::Escalate { seats: duty::seats(complaint.above(), |unit| units.get(app, unit)).await? },
        Timely::Alarm => Move::Alarm,
        Timely::Withdraw => Move::Withdraw,
        Timely::Unreached => Move::EndHearing,
    };
    match decide(&complaint, wanted, Actor::System, now) {
        Ok(change) => app.store().commit(&change).await.map(|()| Some(change)),
        // `overdue` asks only for moves that are lawful; a refusal is a fault of ours and must be seen.
        Err(refusal) => Err(Error::Corrupt(format!("{number}: {refusal:?}"))),
    }
}

impl Tally {
    /// What one step counts as, by its first event.
    fn of(kind: Option<&Kind>) -> Tally {
        let none = Tally::default();
        match kind {
            Some(Kind::TopAlarm { .. }) => Tally { alarmed: 1, ..none },
            Some(Kind::Warned { .. }) => Tally { warned: 1, ..none },
            Some(Kind::Missed { .. }) => Tally { missed: 1, ..none },
            Some(Kind::HandedOver { .. }) => Tally { handed_over: 1, ..none },
            Some(Kind::Escalated { .. }) => Tally { moved: 1, ..none },
            Some(Kind::Disposed(_)) => Tally { withdrawn: 1, ..none },
            Some(Kind::HearingUnreached) => Tally { unreached: 1, ..none },
            // None of these is a move of the job.
            Some(
                Kind::Registered { .. }
                | Kind::Assigned { .. }
                | Kind::Released
                | Kind::Transferred { .. }
                | Kind::Acted(_)
                | Kind::Recorded
                | Kind::EnquiryOpened
                | Kind::Paused { .. }
                | Kind::Resumed { .. }
                | Kind::Noted
                | Kind::ContactChanged
                | Kind::EvidenceAdded(_)
                | Kind::PictureAdded(_)
                | Kind::Looked(_)
                | Kind::Acknowledged
                | Kind::PauseAsked { .. }
                | Kind::AtrFiled { .. }
                | Kind::AtrReturned
                | Kind::AtrApproved
                | Kind::Answered { .. }
                | Kind::RefusalReported { .. }
                | Kind::WithdrawalAsked { .. }
                | Kind::KeptOn
                | Kind::TakenUp { .. }
                | Kind::TakenDown { .. }
                | Kind::HearingBooked { .. }
                | Kind::HearingNear
                | Kind::HearingLeft { .. }
                | Kind::Heard { .. }
                | Kind::Reopened { .. }
                | Kind::Appealed { .. }
                | Kind::Arrived { .. },
            )
            | None => none,
        }
    }

    /// Everything that was done to complaints.
    fn done(self) -> usize {
        self.moved + self.alarmed + self.warned + self.missed + self.handed_over + self.withdrawn + self.unreached
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Tally) -> Tally {
        Tally {
            found: self.found + other.found,
            moved: self.moved + other.moved,
            alarmed: self.alarmed + other.alarmed,
            warned: self.warned + other.warned,
            missed: self.missed + other.missed,
            handed_over: self.handed_over + other.handed_over,
            withdrawn: self.withdrawn + other.withdrawn,
            unreached: self.unreached + other.unreached,
            already_moved: self.already_moved + other.already_moved,
            failed: self.failed + other.failed,
            left: self.left + other.left,
        }
    }
}
