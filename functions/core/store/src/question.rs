//! Questions to passkeys that wait for their answer: each is taken out of the table before it is looked at, so that
//! none is answered twice.

use std::collections::HashMap;

use aws_sdk_dynamodb::operation::delete_item::DeleteItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::Timestamp;
use domain::account::CHALLENGE_LIFE;
use domain::ids::OfficerId;

use crate::challenge::rubbish;
use crate::items::{moment, when};
use crate::{Error, Store, keys};

/// What a question is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    SignIn,
    /// An officer takes up a passkey; with the hash of the invitation that allows it.
    Enrolment {
        officer: OfficerId,
        invite_hash: String,
    },
}

/// A question and what is needed to check its answer.
#[derive(Clone, Debug)]
pub struct Question {
    pub topic: Topic,
    pub state: String,
}

impl Store {
    /// Keeps a question under the hash of its random name.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn put_question(&self, id: &str, it: &Question, now: Timestamp) -> Result<(), Error> {
        let expires_at = now + CHALLENGE_LIFE;
        let text = |value: &str| AttributeValue::S(value.to_owned());
        let mut put = self
            .client
            .put_item()
            .table_name(&self.tables.main)
            .item("pk", text(&keys::question(&seal::digest(id))))
            .item("sk", text(keys::META))
            .item("state", text(&it.state))
            .item("expires_at", text(&when(expires_at)))
            .item("rubbish_at", rubbish(expires_at))
            .condition_expression("attribute_not_exists(pk)");
        put = match &it.topic {
            Topic::SignIn => put.item("topic", text("sign_in")),
            Topic::Enrolment { officer, invite_hash } => {
                put.item("topic", text("enrolment")).item("officer", text(officer.as_str())).item("invite_hash", text(invite_hash))
            }
        };
        put.send().await?;
        Ok(())
    }

    /// Takes a question out of the table; `None` where there is none of this name, it was answered before, or it is
    /// too old.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn take_question(&self, id: &str, now: Timestamp) -> Result<Option<Question>, Error> {
        let delete = self
            .client
            .delete_item()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::question(&seal::digest(id))))
            .key("sk", AttributeValue::S(keys::META.to_owned()))
            .condition_expression("attribute_exists(pk)")
            .return_values(ReturnValue::AllOld);
        let item = match delete.send().await {
            Ok(answer) => answer.attributes.unwrap_or_default(),
            Err(error) => match error.as_service_error() {
                Some(DeleteItemError::ConditionalCheckFailedException(_)) => return Ok(None),
                Some(_) | None => return Err(error.into()),
            },
        };
        let (question, expires_at) = parse(&item).ok_or_else(|| Error::corrupt("a question to a passkey"))?;
        Ok((now < expires_at).then_some(question))
    }
}

fn parse(item: &HashMap<String, AttributeValue>) -> Option<(Question, Timestamp)> {
    let text = |name: &str| item.get(name)?.as_s().ok();
    let topic = match text("topic")?.as_str() {
        "sign_in" => Topic::SignIn,
        "enrolment" => Topic::Enrolment { officer: OfficerId::parse(text("officer")?)?, invite_hash: text("invite_hash")?.clone() },
        _ => return None,
    };
    Some((Question { topic, state: text("state")?.clone() }, moment(text("expires_at")?)?))
}
