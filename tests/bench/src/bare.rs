//! The SDK alone: requests that were noted, made again with their values prepared, and nothing of ours around them.

use std::collections::HashMap;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::batch_get_item::builders::BatchGetItemInputBuilder;
use aws_sdk_dynamodb::operation::get_item::builders::GetItemInputBuilder;
use aws_sdk_dynamodb::operation::put_item::builders::PutItemInputBuilder;
use aws_sdk_dynamodb::operation::query::builders::QueryInputBuilder;
use aws_sdk_dynamodb::operation::transact_write_items::builders::TransactWriteItemsInputBuilder;
use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemInputBuilder;
use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes, Put, ReturnValue, ReturnValuesOnConditionCheckFailure, TransactWriteItem, Update};
use serde_json::Value;

use crate::tape::Noted;

/// One request with its values prepared.
pub(crate) enum Prepared {
    Get(GetItemInputBuilder),
    Many(BatchGetItemInputBuilder),
    Put(PutItemInputBuilder),
    Update(UpdateItemInputBuilder),
    Query(QueryInputBuilder),
    Transact(TransactWriteItemsInputBuilder),
}

impl Prepared {
    pub(crate) fn from(noted: &Noted) -> Result<Prepared, String> {
        let (operation, sent) = noted;
        let sent: Value = serde_json::from_slice(sent).map_err(|e| format!("read a noted {operation}: {e}"))?;
        prepare(operation, &sent).ok_or_else(|| format!("a noted {operation} of a shape that is not known here"))
    }

    /// Sends it; a refused condition is an answer too.
    pub(crate) async fn send(&self, client: &Client) {
        match self {
            Prepared::Get(call) => drop(call.clone().send_with(client).await),
            Prepared::Many(call) => drop(call.clone().send_with(client).await),
            Prepared::Put(call) => drop(call.clone().send_with(client).await),
            Prepared::Update(call) => drop(call.clone().send_with(client).await),
            Prepared::Query(call) => drop(call.clone().send_with(client).await),
            Prepared::Transact(call) => drop(call.clone().send_with(client).await),
        }
    }
}

fn prepare(operation: &str, sent: &Value) -> Option<Prepared> {
    let table = text(sent, "TableName");
    let condition = text(sent, "ConditionExpression");
    let names = names(sent);
    let values = map(sent, "ExpressionAttributeValues");
    Some(match operation {
        "GetItem" => {
            Prepared::Get(GetItemInputBuilder::default().set_table_name(table).set_key(map(sent, "Key")).set_consistent_read(yes(sent, "ConsistentRead")))
        }
        "BatchGetItem" => {
            let wanted = sent.get("RequestItems")?.as_object()?.iter().map(|(table, it)| Some((table.clone(), keys(it)?)));
            Prepared::Many(BatchGetItemInputBuilder::default().set_request_items(Some(wanted.collect::<Option<_>>()?)))
        }
        "PutItem" => Prepared::Put(
            PutItemInputBuilder::default()
                .set_table_name(table)
                .set_item(map(sent, "Item"))
                .set_condition_expression(condition)
                .set_expression_attribute_names(names)
                .set_expression_attribute_values(values)
                .set_return_values_on_condition_check_failure(
                    text(sent, "ReturnValuesOnConditionCheckFailure").map(|v| ReturnValuesOnConditionCheckFailure::from(v.as_str())),
                ),
        ),
        "UpdateItem" => Prepared::Update(
            UpdateItemInputBuilder::default()
                .set_table_name(table)
                .set_key(map(sent, "Key"))
                .set_update_expression(text(sent, "UpdateExpression"))
                .set_condition_expression(condition)
                .set_expression_attribute_names(names)
                .set_expression_attribute_values(values)
                .set_return_values(text(sent, "ReturnValues").map(|v| ReturnValue::from(v.as_str()))),
        ),
        "Query" => Prepared::Query(
            QueryInputBuilder::default()
                .set_table_name(table)
                .set_index_name(text(sent, "IndexName"))
                .set_key_condition_expression(text(sent, "KeyConditionExpression"))
                .set_expression_attribute_values(values)
                .set_consistent_read(yes(sent, "ConsistentRead")),
        ),
        "TransactWriteItems" => {
            let writes = sent.get("TransactItems")?.as_array()?.iter().map(write).collect::<Option<Vec<_>>>()?;
            Prepared::Transact(
                TransactWriteItemsInputBuilder::default().set_transact_items(Some(writes)).set_client_request_token(text(sent, "ClientRequestToken")),
            )
        }
        _ => return None,
    })
}

fn keys(sent: &Value) -> Option<KeysAndAttributes> {
    let keys = sent.get("Keys")?.as_array()?.iter().map(values).collect::<Option<_>>()?;
    KeysAndAttributes::builder().set_keys(Some(keys)).set_consistent_read(yes(sent, "ConsistentRead")).build().ok()
}

fn write(sent: &Value) -> Option<TransactWriteItem> {
    let item = TransactWriteItem::builder();
    if let Some(sent) = sent.get("Put") {
        let put = Put::builder()
            .set_table_name(text(sent, "TableName"))
            .set_item(map(sent, "Item"))
            .set_condition_expression(text(sent, "ConditionExpression"))
            .set_expression_attribute_names(names(sent))
            .set_expression_attribute_values(map(sent, "ExpressionAttributeValues"));
        return Some(item.put(put.build().ok()?).build());
    }
    let sent = sent.get("Update")?;
    let update = Update::builder()
        .set_table_name(text(sent, "TableName"))
        .set_key(map(sent, "Key"))
        .set_update_expression(text(sent, "UpdateExpression"))
        .set_condition_expression(text(sent, "ConditionExpression"))
        .set_expression_attribute_names(names(sent))
        .set_expression_attribute_values(map(sent, "ExpressionAttributeValues"));
    Some(item.update(update.build().ok()?).build())
}

fn text(of: &Value, name: &str) -> Option<String> {
    of.get(name)?.as_str().map(str::to_owned)
}

fn yes(of: &Value, name: &str) -> Option<bool> {
    of.get(name)?.as_bool()
}

fn names(of: &Value) -> Option<HashMap<String, String>> {
    let names = of.get("ExpressionAttributeNames")?.as_object()?;
    names.iter().map(|(name, stands_for)| Some((name.clone(), stands_for.as_str()?.to_owned()))).collect()
}

/// A member that holds named values.
pub(crate) fn map(of: &Value, name: &str) -> Option<HashMap<String, AttributeValue>> {
    values(of.get(name)?)
}

/// Named values.
pub(crate) fn values(of: &Value) -> Option<HashMap<String, AttributeValue>> {
    of.as_object()?.iter().map(|(name, it)| Some((name.clone(), value(it)?))).collect()
}

fn value(it: &Value) -> Option<AttributeValue> {
    let (kind, it) = it.as_object()?.iter().next()?;
    Some(match kind.as_str() {
        "S" => AttributeValue::S(it.as_str()?.to_owned()),
        "N" => AttributeValue::N(it.as_str()?.to_owned()),
        "B" => AttributeValue::B(Blob::new(aws_smithy_types::base64::decode(it.as_str()?).ok()?)),
        "BOOL" => AttributeValue::Bool(it.as_bool()?),
        "NULL" => AttributeValue::Null(true),
        "L" => AttributeValue::L(it.as_array()?.iter().map(value).collect::<Option<_>>()?),
        "M" => AttributeValue::M(it.as_object()?.iter().map(|(name, it)| Some((name.clone(), value(it)?))).collect::<Option<_>>()?),
        _ => return None,
    })
}
