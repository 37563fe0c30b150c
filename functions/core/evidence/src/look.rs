//! A file after it came: opened, looked at for harm, and what is known of it then.

use domain::Timestamp;
use domain::evidence::{FileState, Scan};
use jiff::SignedDuration;
use seal::DataKey;
use sha2::{Digest as _, Sha256};
use store::{Error, File, Held, Store};

use crate::turn::{Turn, in_turn};
use crate::vault::Place;
use crate::{Part, Scanner, Vault, Verdict};

/// How long a file waits before the scanner is asked again.
const AGAIN: SignedDuration = SignedDuration::from_mins(2);

/// A file's content, opened.
pub struct Plain(pub Vec<u8>);

/// What came of looking at a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looked {
    Ready,
    Harmful,
    /// The scanner is away.
    Held,
    /// It does not open, or is not what was sealed: nobody gets it.
    Broken,
    /// Its complaint's key was erased.
    Erased,
    /// Another run is at it.
    Theirs,
    /// Nobody who opened it came to an end: it stays held, and nobody opens it any more.
    GivenUp,
}

/// Opens one part of a file; `None` where it is not there or is not what was sealed.
///
/// # Errors
/// Where the bucket does not answer.
pub async fn open(vault: &Vault, file: &File, part: Part, key: &DataKey) -> Result<Option<Plain>, Error> {
    let (id, shelf) = (file.id(), file.by.shelf());
    let Some(sealed) = vault.get(Place { number: &file.number, shelf, id: &id }, part).await? else { return Ok(None) };
    let Ok(content) = key.open(file.number.as_str(), &part.bound(shelf, &id), &sealed) else { return Ok(None) };
    let same = match part {
        Part::Original => seal::hex(&Sha256::digest(&content)) == file.mark.sha.as_str(),
        Part::Copy => true,
    };
    Ok(same.then_some(Plain(content)))
}

/// Looks at a file that waits, and settles it; `copied` draws a picture anew, where the file is one.
///
/// # Errors
/// Where the tables or the bucket do not answer: it waits on.
pub async fn settle(
    (store, vault, scanner): (&Store, &Vault, &Scanner),
    held: &Held,
    now: Timestamp,
    copied: impl AsyncFnOnce(&File, &[u8]) -> Option<Vec<u8>>,
) -> Result<Looked, Error> {
    Ok(match in_turn(store, held, now, async || look((store, vault, scanner), held, now, copied).await).await? {
        Turn::Done(looked) => looked,
        Turn::Theirs => Looked::Theirs,
        Turn::Spent => {
            store.put_off_file(held, None).await?;
            Looked::GivenUp
        }
    })
}

async fn look(
    (store, vault, scanner): (&Store, &Vault, &Scanner),
    held: &Held,
    now: Timestamp,
    copied: impl AsyncFnOnce(&File, &[u8]) -> Option<Vec<u8>>,
) -> Result<Looked, Error> {
    let Some(file) = store.file(&held.number, held.shelf, &held.id).await? else {
        return Err(Error::Corrupt(format!("a file of {} without a row", held.number)));
    };
    let Some(key) = store.data_key(&held.number).await? else {
        store.put_off_file(held, None).await?;
        return Ok(Looked::Erased);
    };
    let Some(Plain(content)) = open(vault, &file, Part::Original, &key).await? else {
        store.put_off_file(held, Some(now + SignedDuration::from_hours(6))).await?;
        return Ok(Looked::Broken);
    };
    let scan = match scanner.look(&content).await {
        Ok(Verdict::Clean) => Scan::Clean,
        Ok(Verdict::Never) => Scan::Never,
        Ok(Verdict::Harmful) => {
            store.settle_file(held, FileState::Harmful).await?;
            return Ok(Looked::Harmful);
        }
        Err(why) => {
            tracing::warn!(number = %held.number, why = why.0, "a file is held: the scanner is away");
            store.put_off_file(held, Some(now + AGAIN)).await?;
            return Ok(Looked::Held);
        }
    };
    let copy = copied(&file, &content).await;
    if let Some(copy) = &copy {
        vault.put(held.into(), Part::Copy, key.seal(held.number.as_str(), &Part::Copy.bound(held.shelf, &held.id), copy)).await?;
    }
    store.settle_file(held, FileState::Ready { scan, copy: copy.is_some() }).await?;
    Ok(Looked::Ready)
}
