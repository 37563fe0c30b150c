//! Whose turn it is to open a file. It is put off before it is opened: one that ends whoever opens it must not be the first of every run.

use domain::Timestamp;
use jiff::SignedDuration;
use store::{Error, Held, Store};

/// For how long a file is nobody else's: longer than whoever opens it may take.
pub const CLAIM: SignedDuration = SignedDuration::from_mins(6);
/// So often somebody may end without a word over it; then nobody opens it any more.
pub const MOST_TRIES: u32 = 3;

/// What came of a turn.
pub(crate) enum Turn<T> {
    Done(T),
    /// Somebody else is at it, or it waits no longer.
    Theirs,
    /// It was opened often enough.
    Spent,
}

/// Does some work on a file in a turn of its own.
///
/// # Errors
/// The work's, or where the table does not answer.
pub(crate) async fn in_turn<T>(store: &Store, held: &Held, now: Timestamp, work: impl AsyncFnOnce() -> Result<T, Error>) -> Result<Turn<T>, Error> {
    match store.claim_file(held, now, now + CLAIM).await? {
        None => return Ok(Turn::Theirs),
        Some(tries) if tries > MOST_TRIES => return Ok(Turn::Spent),
        Some(_) => {}
    }
    let done = work().await;
    if let Err(Error::Unavailable(_)) = &done {
        // That is no fault of the file's: it counts no try, and the next run has it.
        if let Err(error) = store.put_off_file(held, Some(now)).await {
            tracing::warn!(%error, number = %held.number, "a file waits for its turn to lapse");
        }
    }
    done.map(Turn::Done)
}
