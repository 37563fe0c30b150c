//! A complainant's session: opens one complaint, for a short while, on one phone.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::Timestamp;
use domain::number::Number;
use jiff::SignedDuration;

use crate::challenge::rubbish;
use crate::items::{moment, when};
use crate::{Error, Store, keys};

/// After so long without a look the page closes: the phone may be shared.
const IDLE: SignedDuration = SignedDuration::from_mins(15);
/// After so long it closes in any case.
const LIFE: SignedDuration = SignedDuration::from_mins(60);
/// A look within this time of the last one is not written down again.
const GRAIN: SignedDuration = SignedDuration::from_mins(1);

/// An open session.
#[derive(Clone, Debug)]
pub struct Session {
    pub number: Number,
    /// The look-up key of the phone that was proven; none where a receipt opened it.
    pub phone_key: Option<String>,
    pub opened_at: Timestamp,
}

impl Store {
    /// Opens a session; only the token's hash is kept. One that a code opened knows whose phone it came to.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn open_session(&self, token: &str, number: &Number, phone_key: Option<&str>, now: Timestamp) -> Result<(), Error> {
        let put = self
            .client
            .put_item()
            .table_name(&self.tables.main)
            .item("pk", AttributeValue::S(keys::session(&seal::digest(token))))
            .item("sk", AttributeValue::S(keys::META.to_owned()))
            .item("number", AttributeValue::S(number.to_string()))
            .item("opened_at", AttributeValue::S(when(now)))
            .item("seen_at", AttributeValue::S(when(now)))
            .item("rubbish_at", rubbish(now + LIFE));
        let put = match phone_key {
            Some(key) => put.item("phone_key", AttributeValue::S(key.to_owned())),
            None => put,
        };
        put.send().await?;
        Ok(())
    }

    /// The session behind a token, if it is still open; looking keeps it open.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn session(&self, token: &str, now: Timestamp) -> Result<Option<Session>, Error> {
        let pk = keys::session(&seal::digest(token));
        let Some(item) = self.get(pk.clone(), keys::META.to_owned()).await? else { return Ok(None) };
        let text = |name: &str| item.get(name).and_then(|v| v.as_s().ok());
        let parsed = || {
            let session = Session { number: Number::parse(text("number")?)?, phone_key: text("phone_key").cloned(), opened_at: moment(text("opened_at")?)? };
            Some((session, moment(text("seen_at")?)?))
        };
        let (session, seen_at) = parsed().ok_or_else(|| Error::corrupt("a session"))?;
        if now >= session.opened_at + LIFE || now >= seen_at + IDLE {
            return Ok(None);
        }
        if now >= seen_at + GRAIN {
            let update = self
                .on_row(pk, keys::META)
                .update_expression("SET seen_at = :now")
                .condition_expression("attribute_exists(pk)")
                .expression_attribute_values(":now", AttributeValue::S(when(now)));
            match update.send().await.map_err(Error::from) {
                // Closed on another page in this very moment.
                Err(Error::Conflict) => return Ok(None),
                other => drop(other?),
            }
        }
        Ok(Some(session))
    }

    /// Closes a session; a token that opens nothing is fine too.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn close_session(&self, token: &str) -> Result<(), Error> {
        let delete = self
            .client
            .delete_item()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::session(&seal::digest(token))))
            .key("sk", AttributeValue::S(keys::META.to_owned()));
        delete.send().await?;
        Ok(())
    }
}
