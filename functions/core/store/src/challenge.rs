//! Codes that wait to be typed. A try is counted before anything is compared, in one conditional update.

use std::collections::HashMap;

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::{AttributeValue, Put, ReturnValue, TransactWriteItem, Update};
use domain::Timestamp;
use domain::decide::Change;
use domain::number::Number;
use domain::otp::{self, Purpose};

use crate::complaint::{put, update};
use crate::items::{moment, when};
use crate::{Error, Sends, Store, keys};

/// A code that was sent, as it is stored: its keyed hash, never itself.
#[derive(Clone, Debug)]
pub struct Challenge {
    pub purpose: Purpose,
    pub number: Option<Number>,
    pub phone_key: String,
    pub mac: [u8; 32],
    pub expires_at: Timestamp,
    pub used: bool,
    /// How often it was tried.
    pub tries: u32,
    /// The code before it, while that one is still good.
    pub earlier: Option<Earlier>,
    /// Whether it left for her phone, as far as is known. One that arrives all the same is good.
    pub left: bool,
}

/// A code that a newer one followed before its time was over.
#[derive(Clone, Debug)]
pub struct Earlier {
    pub mac: [u8; 32],
    pub expires_at: Timestamp,
    /// How many of its tries were left when the newer one came.
    pub left: u32,
}

impl Challenge {
    /// Whether it can still be typed, as far as is known.
    pub fn holds(&self, now: Timestamp) -> bool {
        !self.used && self.left && now < self.expires_at && self.tries < otp::TRIES
    }

    /// Whether what was typed is this code, or the one before it within its own time and tries; in constant time.
    pub fn matches(&self, typed: &[u8; 32], now: Timestamp) -> bool {
        let earlier = self.earlier.as_ref().filter(|e| now < e.expires_at && self.tries <= e.left);
        let newest = seal::same(&self.mac, typed);
        newest | earlier.is_some_and(|e| seal::same(&e.mac, typed))
    }

    fn as_earlier(&self, now: Timestamp) -> Option<Earlier> {
        let left = otp::TRIES.saturating_sub(self.tries);
        (!self.used && left > 0 && now < self.expires_at).then_some(Earlier { mac: self.mac, expires_at: self.expires_at, left })
    }
}

/// One try, counted.
#[derive(Clone, Debug)]
pub enum Attempt {
    /// The challenge to compare with.
    Counted(Challenge),
    /// Too old, tried too often, used already, or never sent.
    Spent,
}

impl Store {
    /// The code that waits for this draft, if any.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn challenge(&self, draft_digest: &str, purpose: Purpose) -> Result<Option<Challenge>, Error> {
        let item = self.get(keys::challenge(draft_digest), keys::CODE.to_owned()).await?;
        Ok(item.and_then(|item| parse(&item, purpose)))
    }

    /// Puts a fresh code in the place of the one that was `seen`, which stays good for its own time, and takes a
    /// place of the phone that it goes to: both or neither, so that of many at once one sends and one is counted.
    ///
    /// # Errors
    /// `Conflict` where another code was opened or sent since, or the one seen was used.
    pub async fn open_challenge(
        &self,
        draft_digest: &str,
        it: &Challenge,
        seen: Option<&Challenge>,
        sends: Option<&Sends>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let text = |value: &str| AttributeValue::S(value.to_owned());
        let count = |value: u32| AttributeValue::N(value.to_string());
        let mut fresh = Put::builder()
            .table_name(&self.tables.main)
            .item("pk", text(&keys::challenge(draft_digest)))
            .item("sk", text(keys::CODE))
            .item("purpose", text(it.purpose.tag()))
            .item("phone_key", text(&it.phone_key))
            .item("mac", AttributeValue::B(Blob::new(it.mac)))
            .item("expires_at", text(&when(it.expires_at)))
            .item("used", AttributeValue::Bool(false))
            .item("tries", count(it.tries))
            .item("rubbish_at", rubbish(it.expires_at));
        if let Some(number) = &it.number {
            fresh = fresh.item("number", text(number.as_str()));
        }
        if let Some(earlier) = seen.and_then(|seen| seen.as_earlier(now)) {
            fresh = fresh
                .item("earlier_mac", AttributeValue::B(Blob::new(earlier.mac)))
                .item("earlier_expires_at", text(&when(earlier.expires_at)))
                .item("earlier_left", count(earlier.left));
        }
        let fresh = match seen {
            None => fresh.condition_expression("attribute_not_exists(pk)"),
            Some(seen) => fresh
                .condition_expression("used = :false AND mac = :seen")
                .expression_attribute_values(":false", AttributeValue::Bool(false))
                .expression_attribute_values(":seen", AttributeValue::B(Blob::new(seen.mac))),
        };
        let mut writes = vec![put(fresh)?];
        if let Some(sends) = sends {
            writes.push(update(self.one_more_send(sends, now))?);
        }
        self.transact(writes, draft_digest).await
    }

    /// Counts a try of a code and hands out what to compare with.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn try_code(&self, draft_digest: &str, purpose: Purpose, now: Timestamp) -> Result<Attempt, Error> {
        let update = self
            .on_row(keys::challenge(draft_digest), keys::CODE)
            .update_expression("ADD tries :one")
            .condition_expression("tries < :most AND expires_at > :now AND purpose = :purpose")
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
            .expression_attribute_values(":most", AttributeValue::N(otp::TRIES.to_string()))
            .expression_attribute_values(":now", AttributeValue::S(when(now)))
            .expression_attribute_values(":purpose", AttributeValue::S(purpose.tag().to_owned()))
            .return_values(ReturnValue::AllNew);
        match update.send().await {
            Ok(answer) => {
                let item = answer.attributes.unwrap_or_default();
                parse(&item, purpose).map(Attempt::Counted).ok_or_else(|| Error::corrupt("a code"))
            }
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(Attempt::Spent),
                Some(_) | None => Err(error.into()),
            },
        }
    }

    /// Notes that the outlet did not take a code: the next request sends another.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn code_did_not_leave(&self, draft_digest: &str) -> Result<(), Error> {
        let update = self
            .on_row(keys::challenge(draft_digest), keys::CODE)
            .update_expression("SET did_not_leave = :true")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":true", AttributeValue::Bool(true));
        update.send().await?;
        Ok(())
    }

    /// Uses a code up, in the write of what it was typed for: a write that fails leaves it good.
    pub(crate) fn used_up(&self, draft_digest: &str) -> Result<TransactWriteItem, Error> {
        update(
            Update::builder()
                .table_name(&self.tables.main)
                .key("pk", AttributeValue::S(keys::challenge(draft_digest)))
                .key("sk", AttributeValue::S(keys::CODE.to_owned()))
                .update_expression("SET used = :true")
                .condition_expression("used = :false")
                .expression_attribute_values(":true", AttributeValue::Bool(true))
                .expression_attribute_values(":false", AttributeValue::Bool(false)),
        )
    }

    /// Writes a change that a code was typed for, and uses that code up: both or neither.
    ///
    /// # Errors
    /// `Conflict` where the code was used before or somebody else changed the complaint first.
    pub async fn commit_by_code(&self, change: &Change, draft_digest: &str) -> Result<(), Error> {
        self.commit_also(change, vec![self.used_up(draft_digest)?]).await
    }

    /// Whether a code was used in the meantime, where a write that was to use it ended in a conflict.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn is_used(&self, draft_digest: &str, purpose: Purpose) -> Result<bool, Error> {
        Ok(self.challenge(draft_digest, purpose).await?.is_none_or(|it| it.used))
    }
}

/// TTL collects rubbish a day after it was last worth anything; it is no clock.
pub(crate) fn rubbish(after: Timestamp) -> AttributeValue {
    AttributeValue::N((after.as_second() + 86_400).to_string())
}

fn parse(item: &HashMap<String, AttributeValue>, purpose: Purpose) -> Option<Challenge> {
    let text = |name: &str| item.get(name)?.as_s().ok().cloned();
    let count = |name: &str| item.get(name)?.as_n().ok()?.parse().ok();
    let mac = |name: &str| item.get(name)?.as_b().ok()?.as_ref().try_into().ok();
    let earlier = || Some(Earlier { mac: mac("earlier_mac")?, expires_at: moment(&text("earlier_expires_at")?)?, left: count("earlier_left")? });
    (text("purpose")? == purpose.tag()).then_some(())?;
    Some(Challenge {
        purpose,
        number: text("number").and_then(|n| Number::parse(&n)),
        phone_key: text("phone_key")?,
        mac: mac("mac")?,
        expires_at: moment(&text("expires_at")?)?,
        used: *item.get("used")?.as_bool().ok()?,
        tries: count("tries")?,
        earlier: earlier(),
        left: !item.contains_key("did_not_leave"),
    })
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn the_code_before_the_last_has_its_own_time_and_its_own_tries() {
        let now = Timestamp::UNIX_EPOCH;
        let minutes = SignedDuration::from_mins;
        let fresh = |mac, expires_at, tries, earlier| Challenge {
            purpose: Purpose::File,
            number: None,
            phone_key: "phone".to_owned(),
            mac: [mac; 32],
            expires_at,
            used: false,
            tries,
            earlier,
            left: true,
        };
        let first = fresh(1, now + minutes(5), 3, None);
        let earlier = first.as_earlier(now + minutes(4));
        assert_eq!(earlier.as_ref().map(|e| e.left), Some(otp::TRIES - 3));
        let second = |tries| fresh(2, now + minutes(9), tries, earlier.clone());
        let [one, two] = [[1; 32], [2; 32]];
        for tries in 1..=otp::TRIES {
            assert!(second(tries).matches(&two, now + minutes(4)));
            assert_eq!(second(tries).matches(&one, now + minutes(4)), tries <= otp::TRIES - 3, "the tries of the first were counted before");
        }
        assert!(second(1).matches(&two, now + minutes(5)));
        assert!(!second(1).matches(&one, now + minutes(5)), "its five minutes are over");
        assert!(!second(1).matches(&[3; 32], now));
        let gone = |it: Challenge, at| it.as_earlier(at).is_none();
        assert!(
            gone(first.clone(), now + minutes(5))
                && gone(Challenge { tries: otp::TRIES, ..first.clone() }, now)
                && gone(Challenge { used: true, ..first }, now)
        );
    }
}
