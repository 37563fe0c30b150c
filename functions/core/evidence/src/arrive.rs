//! A file that a browser lays into the bucket by itself: promised first, taken once it is there.

use domain::Timestamp;
use domain::evidence::{FileFault, Mark, Sha, shown_name};
use domain::number::Number;
use domain::picture::Hand;
use jiff::SignedDuration;
use store::{Awaited, Error, File, Held, Store};

use crate::take::{Arrived, Kept, promised_by, room, take};
use crate::turn::{Turn, in_turn};
use crate::vault::Lying;
use crate::{Ticket, Vault};

/// How long a promise is waited for. Within its five minutes a ticket only begins: the bucket takes a request to its end, and the largest film
/// needs half a day where a line carries forty kilobits a second.
const WAITS: SignedDuration = SignedDuration::from_hours(12);
/// For how long it is looked for every minute, as most need no longer.
const SOON: SignedDuration = SignedDuration::from_mins(15);

/// When a promise of this age is looked for again.
fn again(age: SignedDuration) -> SignedDuration {
    SignedDuration::from_mins(if age < SOON { 1 } else { 5 })
}

/// What somebody wants to send.
pub struct Promised<'a> {
    pub name: &'a str,
    pub bytes: u64,
    pub sha256: &'a str,
}

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    Ticket(Mark, Ticket),
    /// The same file is here already.
    Already(Mark),
    Refused(FileFault),
    /// There is no such complaint, or its key is gone.
    Nowhere,
}

/// What came of looking for a promised file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    Taken(Kept),
    NotYet,
    /// Its time is over.
    Never,
    /// Nobody who opened it came to an end: it is not taken, and her page says so.
    GivenUp,
}

/// Gives a ticket for one file, and remembers that it was promised.
///
/// # Errors
/// Where the tables do not answer.
pub async fn promise((store, vault): (&Store, &Vault), number: &Number, by: Hand, it: Promised<'_>, now: Timestamp) -> Result<Answered, Error> {
    let kind = match promised_by(&by, it.name, it.bytes) {
        Ok(kind) => kind,
        Err(fault) => return Ok(Answered::Refused(fault)),
    };
    let Some(sha) = Sha::parse(&it.sha256.trim().to_ascii_lowercase()) else { return Ok(Answered::Refused(FileFault::Damaged)) };
    let (mark, shelf) = (Mark { kind, bytes: it.bytes, sha }, by.shelf());
    if let Some(before) = store.file(number, shelf, &mark.sha.id()).await? {
        return Ok(Answered::Already(before.mark));
    }
    let (complaint, key, awaited) = tokio::try_join!(store.load(number), store.data_key(number), store.all_awaited(number, shelf))?;
    let Some((complaint, key)) = complaint.zip(key) else { return Ok(Answered::Nowhere) };
    // Promises take room too, for as long as they are waited for: nobody is to send what cannot be taken, and a bucket is not to be filled
    // with what never becomes evidence. This one's earlier promise is the same room.
    let same_hand = |file: &File| match (&file.by, &by) {
        (Hand::Officer(one), Hand::Officer(other)) => one.officer == other.officer,
        (Hand::Complainant, Hand::Complainant) => true,
        (Hand::Complainant, Hand::Officer(_)) | (Hand::Officer(_), Hand::Complainant) => false,
    };
    let waits = |it: &&Awaited| it.refused.is_none() && it.file.id() != mark.sha.id() && same_hand(&it.file);
    let on_their_way = awaited.iter().filter(waits).map(|it| &it.file.mark);
    if let Err(fault) = room(&complaint, &by, on_their_way.chain([&mark])) {
        return Ok(Answered::Refused(fault));
    }
    let ticket = vault.ticket(number, shelf, &mark).await?;
    store.await_file(&File::new(number.clone(), by, mark.clone(), &shown_name(it.name, kind), &key, now)).await?;
    Ok(Answered::Ticket(mark, ticket))
}

/// Takes a promised file, if it is there.
///
/// # Errors
/// Where the tables or the bucket do not answer: it is looked for again.
pub async fn arrive(store: &Store, vault: &Vault, held: &Held, now: Timestamp) -> Result<Came, Error> {
    // Gone or refused since it was listed: another run was first.
    let Some(Awaited { file, refused: None }) = store.awaited(&held.number, held.shelf, &held.id).await? else { return Ok(Came::NotYet) };
    let Some(lying) = vault.arrived(held.into()).await? else {
        let age = now.duration_since(file.added_at);
        if age > WAITS {
            store.forget_awaited(held).await?;
            return Ok(Came::Never);
        }
        store.put_off_file(held, Some(now + again(age))).await?;
        return Ok(Came::NotYet);
    };
    Ok(match in_turn(store, held, now, async || taken((store, vault), (held, &file), lying, now).await).await? {
        Turn::Done(kept) => Came::Taken(kept),
        Turn::Theirs => Came::NotYet,
        Turn::Spent => {
            vault.clear(held.into()).await?;
            refuse(store, &file, FileFault::Unopened, now).await?;
            Came::GivenUp
        }
    })
}

async fn taken((store, vault): (&Store, &Vault), (held, file): (&Held, &File), lying: Lying, now: Timestamp) -> Result<Kept, Error> {
    let kept = match store.data_key(&held.number).await? {
        Some(key) => {
            let (name, content) = (file.name(&key).unwrap_or_default(), lying.whole().await?);
            take((store, vault), &held.number, file.by.clone(), Arrived { name: &name, content: &content, promised: Some(file.mark.sha.as_str()) }, now).await?
        }
        None => Kept::Nowhere,
    };
    // Whatever became of it, it does not lie there unsealed.
    vault.clear(held.into()).await?;
    match &kept {
        Kept::Refused(fault) => refuse(store, file, *fault, now).await?,
        Kept::New(_) | Kept::Already(_) | Kept::Nowhere => store.forget_awaited(held).await?,
    }
    Ok(kept)
}

/// Her page said that it was sent; so it says too that it was not taken, and why.
async fn refuse(store: &Store, file: &File, fault: FileFault, now: Timestamp) -> Result<(), Error> {
    match store.refuse_awaited(file, fault, now).await {
        // She asked for it once more meanwhile: it is waited for.
        Ok(()) | Err(Error::Conflict) => Ok(()),
        Err(error) => Err(error),
    }
}
