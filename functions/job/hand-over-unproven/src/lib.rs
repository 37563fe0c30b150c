//! Every minute: a filing that nobody proved within its day goes to the women's help desk of the district,
//! to be called back, or to the unit above where she names an officer of that district, unless she asked not to be called; then it lapses and its key is erased.

use boot::App;
use domain::Timestamp;
use jiff::SignedDuration;
use serde::Serialize;
use store::{Due, DueKind, Error, FilingState};

const PAGE: i32 = 100;
/// Within so long after the hand-over the desk is to have called.
const CALL_WITHIN: SignedDuration = SignedDuration::from_hours(24);

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub found: usize,
    pub handed_over: usize,
    pub lapsed: usize,
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
                    Ok(FilingState::HandedOver) => tally.handed_over += 1,
                    Ok(FilingState::Lapsed) => tally.lapsed += 1,
                    Ok(FilingState::Pending | FilingState::Registered) | Err(Error::Conflict) => tally.already_moved += 1,
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
        tracing::info!(found = tally.found, handed_over = tally.handed_over, lapsed = tally.lapsed, failed = tally.failed, "handed over what nobody proved");
    }
    Ok(tally)
}

/// Hands over one filing, or lets it lapse; answers with the state it then has.
pub async fn act(app: &App, draft_digest: &str, now: Timestamp) -> Result<FilingState, Error> {
    let Some(filing) = app.store().filing(draft_digest).await? else { return Ok(FilingState::Lapsed) };
    match filing.state {
        FilingState::Registered | FilingState::HandedOver => return Ok(filing.state),
        // Still in the index: whoever let it go did not come as far as its key.
        FilingState::Lapsed => return app.store().lapse(&filing).await.map(|()| FilingState::Lapsed),
        FilingState::Pending => {}
    }
    if filing.due_at > now {
        return Ok(FilingState::Pending);
    }
    if !filing.open.contact.call {
        app.store().lapse(&filing).await?;
        return Ok(FilingState::Lapsed);
    }
    // Whoever she names is not the one who calls her back.
    let open = intake::opened(app, &filing).await?;
    let desk = open.desk(app.policy()).ok_or_else(|| Error::Corrupt("a filing's district".to_owned()))?;
    app.store().hand_over(&filing, open.accused.above.as_ref(), &desk, now + CALL_WITHIN).await?;
    Ok(FilingState::HandedOver)
}
