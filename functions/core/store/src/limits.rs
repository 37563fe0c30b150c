//! Counters that hold across codes: failures and sends of a phone, tries of a receipt.

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::Timestamp;
use domain::calendar::wall;
use domain::number::Number;
use domain::otp;

use crate::challenge::rubbish;
use crate::items::{moment, when};
use crate::{Error, Store, keys};

/// How often a receipt may be tried for one number within an hour.
const RECEIPT_TRIES: u32 = 5;

/// The codes that went to a phone, as they lie in the table.
#[derive(Clone, Debug)]
pub struct Sends {
    phone_key: String,
    /// The list itself; another one is written only in its place.
    seen: Option<AttributeValue>,
    at: Vec<Timestamp>,
}

impl Sends {
    /// The earliest moment at which another code may go there: `now` or earlier means right away.
    pub fn next(&self, now: Timestamp) -> Timestamp {
        otp::next_send(&self.at, now)
    }

    /// How many places are taken.
    pub fn count(&self) -> usize {
        self.at.len()
    }
}

impl Store {
    /// What codes went to a phone of late.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn sends(&self, phone_key: &str) -> Result<Sends, Error> {
        let seen = self.get(keys::phone(phone_key), keys::LIMITS.to_owned()).await?.and_then(|mut row| row.remove("sends"));
        let list = seen.as_ref().and_then(|value| value.as_l().ok());
        let at = list.into_iter().flatten().filter_map(|value| moment(value.as_s().ok()?)).collect();
        Ok(Sends { phone_key: phone_key.to_owned(), seen, at })
    }

    /// One more place taken, under the list that was read.
    pub(crate) fn one_more_send(&self, sends: &Sends, now: Timestamp) -> UpdateBuilder {
        let mut kept = otp::recent_sends(&sends.at, now);
        kept.push(now);
        let list = kept.iter().map(|at| AttributeValue::S(when(*at))).collect();
        let update = Update::builder()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::phone(&sends.phone_key)))
            .key("sk", AttributeValue::S(keys::LIMITS.to_owned()))
            .update_expression("SET sends = :sends, rubbish_at = :rubbish")
            .expression_attribute_values(":sends", AttributeValue::L(list))
            .expression_attribute_values(":rubbish", rubbish(now));
        match &sends.seen {
            Some(seen) => update.condition_expression("sends = :seen").expression_attribute_values(":seen", seen.clone()),
            None => update.condition_expression("attribute_not_exists(sends)"),
        }
    }

    /// Counts a try against a phone's day before it is known whether it fails. `false` once the day is used up.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn count_try(&self, phone_key: &str, now: Timestamp) -> Result<bool, Error> {
        self.count(keys::phone(phone_key), &wall(now).date().to_string(), otp::FAILURES_A_DAY, now).await
    }

    /// Takes back a counted try that turned out right.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn forgive_try(&self, phone_key: &str) -> Result<(), Error> {
        let update = self
            .on_row(keys::phone(phone_key), keys::LIMITS)
            .update_expression("ADD failures :less")
            .condition_expression("failures > :none")
            .expression_attribute_values(":less", AttributeValue::N("-1".to_owned()))
            .expression_attribute_values(":none", AttributeValue::N("0".to_owned()));
        held(update.send().await).map(drop)
    }

    /// Counts a try of a number's receipt, whether or not the number is anybody's. `false` once the hour is used up.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn count_receipt_try(&self, number: &Number, now: Timestamp) -> Result<bool, Error> {
        let hour = wall(now).strftime("%Y-%m-%dT%H").to_string();
        self.count(keys::receipt_tries(number), &hour, RECEIPT_TRIES, now).await
    }

    /// One more within a period; the first of a new period starts at one.
    async fn count(&self, pk: String, period: &str, most: u32, now: Timestamp) -> Result<bool, Error> {
        let update = |expression: &str, condition: &str| {
            self.on_row(pk.clone(), keys::LIMITS)
                .update_expression(expression)
                .condition_expression(condition)
                .expression_attribute_names("#period", "period")
                .expression_attribute_values(":period", AttributeValue::S(period.to_owned()))
                .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
                .expression_attribute_values(":rubbish", rubbish(now))
        };
        let one_more = || {
            update("SET rubbish_at = :rubbish ADD failures :one", "#period = :period AND failures < :most")
                .expression_attribute_values(":most", AttributeValue::N(most.to_string()))
        };
        let first = update("SET rubbish_at = :rubbish, #period = :period, failures = :one", "attribute_not_exists(#period) OR #period <> :period");
        // Where neither holds, the period is used up, or another try has just opened it: then the first has room now.
        Ok(held(one_more().send().await)? || held(first.send().await)? || held(one_more().send().await)?)
    }
}

/// Whether the condition of a write held.
fn held<T>(answer: Result<T, impl Into<Error>>) -> Result<bool, Error> {
    match answer.map_err(Into::into) {
        Ok(_) => Ok(true),
        Err(Error::Conflict) => Ok(false),
        Err(other) => Err(other),
    }
}
