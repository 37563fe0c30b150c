//! A file that a browser lays into the bucket by itself: promised first, taken once it is there.

use domain::Timestamp;
use domain::evidence::{FileFault, FileId, Mark, PART, Sha, shown_name};
use domain::number::Number;
use domain::picture::Hand;
use jiff::SignedDuration;
use serde_json::{Value, json};
use store::{Awaited, Error, File, Held, Store};

use crate::take::{Arrived, Kept, promised_by, room, take};
use crate::turn::{Turn, in_turn};
use crate::vault::{self, Place};
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
    /// The part of it that is about to leave, and its own hash.
    pub part: Option<(u16, &'a str)>,
}

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    Goes(Goes),
    Refused(FileFault),
    /// There is no such complaint, or its key is gone.
    Nowhere,
}

/// How a file that is not refused goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goes {
    /// With a ticket for the whole of it; whoever sends it in parts goes on with the one named last.
    Whole(Mark, Ticket, u16),
    /// With a ticket for one part of it.
    Part(Ticket),
    /// The parts before it are to be asked for first, from this one on.
    NotInTurn(u16),
    /// The same file is here already.
    Already(Mark),
}

impl Goes {
    /// What a browser's script reads of it, with the page that it leads to: the status, and the values.
    pub fn values(&self, page: impl Fn(&str, &FileId) -> String) -> (u16, Value) {
        match self {
            Goes::Whole(mark, ticket, next) => {
                let id = mark.sha.id();
                let (parts, page) = (mark.parts(), page("coming", &id));
                let more = json!({ "id": id.as_str(), "parts": parts, "part_bytes": PART, "next": next, "page": page });
                (201, with(ticket.values(), more))
            }
            Goes::Part(ticket) => (201, ticket.values()),
            Goes::NotInTurn(next) => (409, json!({ "code": "not-in-turn", "next": next })),
            Goes::Already(mark) => (200, json!({ "id": mark.sha.id().as_str(), "page": page("already", &mark.sha.id()) })),
        }
    }
}

fn with(mut values: Value, more: Value) -> Value {
    if let (Value::Object(values), Value::Object(more)) = (&mut values, more) {
        values.extend(more);
    }
    values
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
        return Ok(Answered::Goes(Goes::Already(before.mark)));
    }
    if let Some((n, sha256)) = it.part {
        return part((store, vault), number, by, &mark, (n, sha256)).await;
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
    // What is on its way in parts already is gone on with, in the time that it had.
    let begun = awaited.iter().find(|it| it.refused.is_none() && it.file.mark == mark && it.asked > 0 && now.duration_since(it.file.added_at) < WAITS);
    if let Some(begun) = begun {
        return Ok(Answered::Goes(Goes::Whole(mark, ticket, begun.asked - 1)));
    }
    store.await_file(&File::new(number.clone(), by, mark.clone(), &shown_name(it.name, kind), &key, now)).await?;
    Ok(Answered::Goes(Goes::Whole(mark, ticket, 0)))
}

/// Gives a ticket for one part. Who asks for a part says that those before it have arrived: so they are asked for in their order.
async fn part((store, vault): (&Store, &Vault), number: &Number, by: Hand, mark: &Mark, (n, sha256): (u16, &str)) -> Result<Answered, Error> {
    let (shelf, id) = (by.shelf(), mark.sha.id());
    let waits = store.awaited(number, shelf, &id).await?;
    let Some(awaited) = waits.filter(|it| it.refused.is_none() && it.file.mark == *mark) else { return Ok(Answered::Goes(Goes::NotInTurn(0))) };
    let (Some(bytes), Some(sha)) = (mark.part(n), Sha::parse(&sha256.trim().to_ascii_lowercase())) else { return Ok(Answered::Refused(FileFault::Damaged)) };
    if n > awaited.asked {
        return Ok(Answered::Goes(Goes::NotInTurn(awaited.asked.saturating_sub(1))));
    }
    if n == awaited.asked {
        match store.ask_for_part(&awaited).await {
            Ok(()) => {}
            // Two pages send the same file.
            Err(Error::Conflict) => return Ok(Answered::Goes(Goes::NotInTurn(awaited.asked.saturating_sub(1)))),
            Err(error) => return Err(error),
        }
    }
    let ticket = vault.part_ticket(Place { number, shelf, id: &id }, mark.kind, n, bytes, &sha).await?;
    Ok(Answered::Goes(Goes::Part(ticket)))
}

/// Takes a promised file, if it is there.
///
/// # Errors
/// Where the tables or the bucket do not answer: it is looked for again.
pub async fn arrive(store: &Store, vault: &Vault, held: &Held, now: Timestamp) -> Result<Came, Error> {
    // Gone or refused since it was listed: another run was first.
    let Some(Awaited { file, refused: None, asked }) = store.awaited(&held.number, held.shelf, &held.id).await? else { return Ok(Came::NotYet) };
    let Some(lying) = vault.arrived(held.into(), &file.mark).await? else {
        let age = now.duration_since(file.added_at);
        if age > WAITS {
            store.forget_awaited(held).await?;
            return Ok(Came::Never);
        }
        store.put_off_file(held, Some(now + again(age))).await?;
        return Ok(Came::NotYet);
    };
    Ok(match in_turn(store, held, now, async || taken((store, vault), (held, &file, asked), lying, now).await).await? {
        Turn::Done(kept) => Came::Taken(kept),
        Turn::Theirs => Came::NotYet,
        Turn::Spent => {
            vault.clear(held.into(), asked).await?;
            refuse(store, &file, FileFault::Unopened, now).await?;
            Came::GivenUp
        }
    })
}

async fn taken((store, vault): (&Store, &Vault), (held, file, asked): (&Held, &File, u16), came: vault::Came, now: Timestamp) -> Result<Kept, Error> {
    let kept = match store.data_key(&held.number).await? {
        Some(key) => match vault.read(held.into(), &file.mark, came).await? {
            Some(content) => {
                let name = file.name(&key).unwrap_or_default();
                let arrived = Arrived { name: &name, content: &content, promised: Some(file.mark.sha.as_str()) };
                take((store, vault), &held.number, file.by.clone(), arrived, now).await?
            }
            None => Kept::Refused(FileFault::Damaged),
        },
        None => Kept::Nowhere,
    };
    // Whatever became of it, it does not lie there unsealed.
    vault.clear(held.into(), asked).await?;
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
