//! Every minute: a filing that nobody proved within its day goes to the women's help desk of the district,
//! to be called back, or to the unit above where she names an officer of that district, unless she asked not to be called; then it lapses and its key is erased.
//! A desk that does not call within its time loses it to the next above; at the top it is late every day until somebody calls.

use boot::App;
use domain::Timestamp;
use domain::filing::CALL_WITHIN;
use serde::Serialize;
use store::{Due, DueKind, Error, FilingState};

const PAGE: i32 = 100;

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub found: usize,
    pub handed_over: usize,
    pub lapsed: usize,
    /// Those that a desk did not call back in its time.
    pub late: usize,
    pub already_moved: usize,
    pub failed: usize,
}

/// Runs the job once over every shard.
///
/// # Errors
/// Where the index cannot be read; the next run finds the same rows.
pub async fn run(app: &App) -> Result<Tally, Error> {
    let mut tally = Tally::default();
    let now = app.now();
    for shard in 0..store::SHARDS {
        let mut from = None;
        loop {
            let page = app.store().due(DueKind::Filing, shard, now, PAGE, from).await?;
            for due in page.due {
                let Due::Filing { draft_digest, .. } = due else { continue };
                tally.found += 1;
                match act(app, &draft_digest, now).await {
                    Ok(Done::HandedOver) => tally.handed_over += 1,
                    Ok(Done::Late) => tally.late += 1,
                    Ok(Done::Lapsed) => tally.lapsed += 1,
                    Ok(Done::Nothing) | Err(Error::Conflict) => tally.already_moved += 1,
                    Err(error) => {
                        tracing::error!(%error, "an unproven filing was not handed over");
                        tally.failed += 1;
                    }
                }
            }
            from = page.next;
            if from.is_none() {
                break;
            }
        }
    }
    if tally.found > 0 {
        tracing::info!(
            found = tally.found,
            handed_over = tally.handed_over,
            lapsed = tally.lapsed,
            callbacks_late = tally.late,
            failed = tally.failed,
            "handed over what nobody proved"
        );
    }
    Ok(tally)
}

/// What was done with one filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    HandedOver,
    /// A desk did not call: the next above has it.
    Late,
    Lapsed,
    Nothing,
}

/// Hands over one filing, or lets it lapse.
///
/// # Errors
/// `Conflict` where somebody else did something with it first; where the tables do not answer.
pub async fn act(app: &App, draft_digest: &str, now: Timestamp) -> Result<Done, Error> {
    let Some(filing) = app.store().filing(draft_digest).await? else { return Ok(Done::Nothing) };
    let waits_until = match (filing.state, &filing.desk) {
        (FilingState::Registered, _) => return Ok(Done::Nothing),
        // Still in the index: whoever let it go did not come as far as its key.
        (FilingState::Lapsed, _) => return app.store().lapse(&filing).await.map(|()| Done::Lapsed),
        (FilingState::HandedOver, Some(desk)) => desk.call_by,
        (FilingState::HandedOver | FilingState::Pending, _) => filing.due_at,
    };
    if waits_until > now {
        return Ok(Done::Nothing);
    }
    if !filing.open.contact.call {
        app.store().lapse(&filing).await?;
        return Ok(Done::Lapsed);
    }
    // Whoever she names is not the one who calls her back.
    let open = intake::opened(app, &filing).await?;
    let (desk, done) = match &filing.desk {
        Some(late) => (open.desk_above(app.policy(), &late.unit), Done::Late),
        None => (open.desk(app.policy()), Done::HandedOver),
    };
    let desk = desk.ok_or_else(|| Error::Corrupt("a filing's district".to_owned()))?;
    app.store().hand_over(&filing, open.accused.above.as_ref(), &desk, now + CALL_WITHIN).await?;
    Ok(done)
}
