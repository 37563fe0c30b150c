//! A complainant's session: opens one complaint, for a short while, on one phone.

use aws_sdk_dynamodb::types::{AttributeValue, Put};
use domain::Timestamp;
use domain::number::Number;
use jiff::SignedDuration;

use crate::challenge::rubbish;
use crate::complaint::put;
use crate::items::{moment, when};
use crate::{Error, Item, Store, keys};

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
        let opened = Store::opened(token, number, phone_key, now);
        self.client.put_item().table_name(&self.tables.main).set_item(Some(opened)).send().await?;
        Ok(())
    }

    /// The same by a code, which it uses up: both or neither.
    ///
    /// # Errors
    /// `Conflict` where the code was used before.
    pub async fn open_session_by_code(&self, token: &str, number: &Number, phone_key: &str, draft_digest: &str, now: Timestamp) -> Result<(), Error> {
        let opened = Put::builder().table_name(&self.tables.main).set_item(Some(Store::opened(token, number, Some(phone_key), now)));
        self.transact(vec![put(opened)?, self.used_up(draft_digest)?], draft_digest).await
    }

    fn opened(token: &str, number: &Number, phone_key: Option<&str>, now: Timestamp) -> Item {
        let text = |value: String| AttributeValue::S(value);
        let mut item = Item::from([
            ("pk".to_owned(), text(keys::session(&seal::digest(token)))),
            ("sk".to_owned(), text(keys::META.to_owned())),
            ("number".to_owned(), text(number.to_string())),
            ("opened_at".to_owned(), text(when(now))),
            ("seen_at".to_owned(), text(when(now))),
            ("rubbish_at".to_owned(), rubbish(now + LIFE)),
        ]);
        item.extend(phone_key.map(|key| ("phone_key".to_owned(), text(key.to_owned()))));
        item
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
