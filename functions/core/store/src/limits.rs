//! Counters that hold across codes: failures and sends of a phone, tries of a receipt.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::Timestamp;
use domain::calendar::wall;
use domain::number::Number;
use domain::otp;

use crate::challenge::rubbish;
use crate::items::{moment, when};
use crate::{Error, Store, keys};

/// How often a receipt may be tried for one number within an hour.
const RECEIPT_TRIES: u32 = 5;

/// Whether another code may go to a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendSlot {
    /// Yes, and it is counted.
    Taken,
    /// Not before this moment.
    Wait(Timestamp),
}

impl Store {
    /// Takes one of the places that a phone has for codes.
    ///
    /// # Errors
    /// Where the table does not answer, or so many ask at once that none gets through.
    pub async fn take_send(&self, phone_key: &str, now: Timestamp) -> Result<SendSlot, Error> {
        for _ in 0..8 {
            let row = self.get(keys::phone(phone_key), keys::LIMITS.to_owned()).await?;
            let seen = row.as_ref().and_then(|item| item.get("sends")).and_then(|v| v.as_l().ok()).cloned().unwrap_or_default();
            let sent: Vec<Timestamp> = seen.iter().filter_map(|v| moment(v.as_s().ok()?)).collect();
            let next = otp::next_send(&sent, now);
            if next > now {
                return Ok(SendSlot::Wait(next));
            }
            let mut kept = otp::recent_sends(&sent, now);
            kept.push(now);
            let list = kept.iter().map(|at| AttributeValue::S(when(*at))).collect();
            let update = self
                .on_row(keys::phone(phone_key), keys::LIMITS)
                .update_expression("SET sends = :sends, rubbish_at = :rubbish")
                .expression_attribute_values(":sends", AttributeValue::L(list))
                .expression_attribute_values(":rubbish", rubbish(now));
            // Under the list that was read: of two at once, one reads again.
            let update = if row.as_ref().is_some_and(|item| item.contains_key("sends")) {
                update.condition_expression("sends = :seen").expression_attribute_values(":seen", AttributeValue::L(seen))
            } else {
                update.condition_expression("attribute_not_exists(sends)")
            };
            if held(update.send().await)? {
                return Ok(SendSlot::Taken);
            }
        }
        Err(Error::Conflict)
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
