#![doc = include_str!("../README.md")]

use domain::Timestamp;
use domain::contact::Texting;
use domain::event::Telling;
use domain::lang::Lang;
use jiff::SignedDuration;
use notify::{Outlet, Unsent};
use store::{Delivery, Error, Store, StoredEvent, Undelivered};

/// For how long a claim keeps others off.
const CLAIM: SignedDuration = SignedDuration::from_mins(2);
/// When a text that did not leave is tried again, by how often it was tried.
const AGAIN: [SignedDuration; 5] =
    [SignedDuration::from_mins(1), SignedDuration::from_mins(5), SignedDuration::from_mins(15), SignedDuration::from_hours(1), SignedDuration::from_hours(4)];

/// What came of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivered {
    Sent,
    /// She asked for no texts, or there is nobody to text.
    NotWanted,
    /// Not in these hours; it waits.
    Later,
    /// Settled before, or somebody else is at it.
    NotOurs,
    /// The outlet will never take it.
    Refused,
    /// The outlet did not take it this time; it waits.
    Failed,
}

/// Delivers the text of one event.
///
/// # Errors
/// Where the table does not answer; the row then still waits.
pub async fn deliver(store: &Store, outlet: &Outlet, it: &Undelivered, now: Timestamp) -> Result<Delivered, Error> {
    let Some(stored) = store.claim(it, now, now + CLAIM).await? else { return Ok(Delivered::NotOurs) };
    let complaint = store.load(&it.number).await?.ok_or_else(|| Error::Corrupt(format!("complaint {}", it.number)))?;
    match stored.event.telling() {
        None => settle(store, it, Delivery::Silent, None, now, Delivered::NotWanted).await,
        Some(Telling::Post(rung, _)) => {
            let unit = store.unit(&rung.unit).await?;
            match duty::phone_for(&unit, &rung.post, &complaint) {
                None => {
                    tracing::warn!(number = %it.number, unit = %rung.unit, post = %rung.post, "a post has no phone");
                    settle(store, it, Delivery::NoPhone, None, now, Delivered::NotWanted).await
                }
                Some(e164) => send(store, outlet, it, &stored, &e164, Lang::Hi, now).await,
            }
        }
        Some(Telling::Her(_)) => match complaint.contact.texting(now) {
            Texting::Never => settle(store, it, Delivery::NotWanted, None, now, Delivered::NotWanted).await,
            Texting::Later(at) => {
                store.postpone(it, at).await?;
                Ok(Delivered::Later)
            }
            Texting::Now => match phone(store, it).await? {
                // Erased, or without a phone: there is nobody to tell.
                None => settle(store, it, Delivery::NotWanted, None, now, Delivered::NotWanted).await,
                Some(e164) => send(store, outlet, it, &stored, &e164, complaint.lang, now).await,
            },
        },
    }
}

async fn send(store: &Store, outlet: &Outlet, it: &Undelivered, stored: &StoredEvent, e164: &str, lang: Lang, now: Timestamp) -> Result<Delivered, Error> {
    match outlet.send_update(e164, lang, &stored.event).await {
        Ok(id) => settle(store, it, Delivery::Sent, Some(&id), now, Delivered::Sent).await,
        Err(Unsent::Refused(why)) => {
            tracing::error!(number = %it.number, event = it.place, why, texts_failed = 1, "a text was refused for good");
            settle(store, it, Delivery::Failed, None, now, Delivered::Refused).await
        }
        Err(Unsent::Later(why)) => {
            tracing::warn!(number = %it.number, event = it.place, why, attempts = stored.attempts, "a text did not leave");
            let wait = AGAIN[(stored.attempts.saturating_sub(1) as usize).min(AGAIN.len() - 1)];
            store.postpone(it, now + wait).await?;
            Ok(Delivered::Failed)
        }
    }
}

async fn phone(store: &Store, it: &Undelivered) -> Result<Option<String>, Error> {
    let (Some(key), Some(private)) = (store.data_key(&it.number).await?, store.private(&it.number).await?) else { return Ok(None) };
    match private.reached_at(&key) {
        None if !private.phone_key.is_empty() => Err(Error::Corrupt(format!("the phone of {}", it.number))),
        known => Ok(known),
    }
}

async fn settle(store: &Store, it: &Undelivered, how: Delivery, id: Option<&str>, now: Timestamp, told: Delivered) -> Result<Delivered, Error> {
    store.settle(it, how, id, now).await?;
    Ok(told)
}
