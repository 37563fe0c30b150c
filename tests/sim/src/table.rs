//! The table as the functions meet it: the engine's answers, a journal of its changes, indexes that lag, and the planted bugs.

use domain::Timestamp;
use serde_json::{Value, json};

use crate::bug::Bug;
use crate::weather::Fate;
use crate::wire::{Answer, Says};
use crate::world::{Committed, Kept};

/// Carries out one operation and notes what it changed.
pub(crate) fn carry_out(kept: &mut Kept, operation: &str, body: &str, fate: Fate) -> Answer {
    match operation {
        "TransactWriteItems" => transact(kept, body),
        "UpdateItem" => update(kept, body),
        "Query" if body.contains("\"IndexName\"") => ask_index(kept, body, fate),
        _ => answer(kept, operation, body),
    }
}

/// How the table refuses; `None` where it would not in this way.
pub(crate) fn refused(operation: &str, body: &str, fate: Fate) -> Option<Answer> {
    let error = |status, name: &str, more: Value| {
        let mut body = json!({ "__type": format!("com.amazonaws.dynamodb.v20120810#{name}"), "message": "not now" });
        if let (Some(body), Value::Object(more)) = (body.as_object_mut(), more) {
            body.extend(more);
        }
        Some(Answer { status, body: body.to_string(), says: Says::Nothing })
    };
    match fate {
        Fate::Broken => error(500, "InternalServerError", json!({})),
        Fate::Throttled => error(400, "ProvisionedThroughputExceededException", json!({})),
        Fate::Conflict => match operation {
            "TransactWriteItems" => {
                let writes = parsed(body).get("TransactItems").and_then(Value::as_array).map_or(1, Vec::len);
                let reasons: Vec<Value> = (0..writes).map(|n| json!({ "Code": if n == 0 { "TransactionConflict" } else { "None" } })).collect();
                error(400, "TransactionCanceledException", json!({ "CancellationReasons": reasons }))
            }
            "PutItem" | "UpdateItem" | "DeleteItem" => error(400, "TransactionConflictException", json!({})),
            _ => None,
        },
        Fate::Fine | Fate::Lost | Fate::Refused | Fate::ReplyLost | Fate::Strayed(_) | Fate::Stale => None,
    }
}

/// The engine's own answer, with nothing in between.
pub(crate) fn answer(kept: &Kept, operation: &str, body: &str) -> Answer {
    let (status, body) = kept.engine.answer(operation, body);
    Answer { status, body, says: Says::Nothing }
}

/// A value of a row.
pub(crate) fn text<'a>(row: &'a Value, name: &str) -> Option<&'a str> {
    row.get(name)?.get("S")?.as_str()
}

/// A number of a row.
pub(crate) fn number(row: &Value, name: &str) -> Option<u64> {
    row.get(name)?.get("N")?.as_str()?.parse().ok()
}

fn parsed(body: &str) -> Value {
    serde_json::from_str(body).unwrap_or_default()
}

fn transact(kept: &mut Kept, body: &str) -> Answer {
    let mut sent = parsed(body);
    let token = sent.get("ClientRequestToken").and_then(Value::as_str).unwrap_or_default().to_owned();
    if let Some(writes) = sent.get_mut("TransactItems").and_then(Value::as_array_mut) {
        plant(kept.bug, kept.now(), writes);
    }
    let given = answer(kept, "TransactWriteItems", &sent.to_string());
    if given.status == 200 && kept.tokens.insert(token) {
        note(kept, &sent);
    }
    given
}

fn plant(bug: Option<Bug>, now: Timestamp, writes: &mut Vec<Value>) {
    match bug {
        Some(Bug::VersionUnchecked) => {
            let is_change = writes.iter().any(|write| condition(write).is_some_and(|it| it.contains("version")));
            for put in writes.iter_mut().filter(|_| is_change).filter_map(|write| write.get_mut("Put")?.as_object_mut()) {
                put.remove("ConditionExpression");
                put.remove("ExpressionAttributeValues");
            }
        }
        Some(Bug::HalfWritten) => {
            if writes.len() > 1 && writes.iter().any(|write| condition(write).is_some_and(|it| it.contains("version"))) {
                writes.truncate(1);
            }
        }
        Some(Bug::ClockRestarted) => {
            let rows = writes
                .iter_mut()
                .filter(|write| condition(write).is_some_and(|it| it.contains("version")))
                .filter_map(|write| write.get_mut("Put")?.get_mut("Item"));
            for row in rows.filter(|row| text(row, "stage") == Some("unassigned")) {
                row["clocks"]["L"][0]["M"]["started_at"] = json!({ "S": now.to_string() });
            }
        }
        Some(Bug::FirstPageOnly | Bug::UnassignedSkipped | Bug::AboveSkipped | Bug::EarlyByClock | Bug::SweeperOff | Bug::ClaimUnchecked) | None => {}
    }
}

fn condition(write: &Value) -> Option<&str> {
    write.get("Put")?.get("ConditionExpression")?.as_str()
}

fn note(kept: &mut Kept, sent: &Value) {
    let writes = sent.get("TransactItems").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let rows: Vec<&Value> = writes.iter().filter_map(|write| write.get("Put")?.get("Item")).collect();
    let events: Vec<(String, String)> = rows
        .iter()
        .filter_map(|row| Some((text(row, "pk")?.to_owned(), text(row, "sk")?.to_owned())))
        .filter(|(pk, sk)| pk.starts_with("C#") && sk.starts_with("E#"))
        .collect();
    let meta = rows.iter().find(|row| text(row, "sk") == Some("META") && text(row, "pk").is_some_and(|pk| pk.starts_with("C#")));
    if let Some((meta, name, version)) = meta.and_then(|row| Some((row, text(row, "number")?, number(row, "version")?))) {
        let (n, at) = (kept.count(), kept.now());
        kept.journal.push(Committed { n, at, number: name.to_owned(), version, meta: (*meta).clone(), events: events.len() });
    }
    kept.stream.extend(events);
}

fn update(kept: &mut Kept, body: &str) -> Answer {
    let mut sent = parsed(body);
    let row = || Some((text(sent.get("Key")?, "pk")?.to_owned(), text(sent.get("Key")?, "sk")?.to_owned()));
    let Some(row) = row().filter(|(_, sk)| sk.starts_with("E#")) else { return answer(kept, "UpdateItem", body) };
    let expression = sent.get("UpdateExpression").and_then(Value::as_str).unwrap_or_default();
    let (claims, settles) = (expression.contains("claimed_until = "), expression.contains("settled_at = "));
    if claims
        && kept.bug == Some(Bug::ClaimUnchecked)
        && let Some(sent) = sent.as_object_mut()
    {
        sent.insert("ConditionExpression".to_owned(), json!("attribute_exists(pk)"));
        if let Some(values) = sent.get_mut("ExpressionAttributeValues").and_then(Value::as_object_mut) {
            values.retain(|name, _| name == ":until" || name == ":one");
        }
    }
    let given = answer(kept, "UpdateItem", &sent.to_string());
    if given.status == 200 && claims {
        return Answer { says: Says::Claimed(row), ..given };
    }
    if given.status == 200 && settles {
        kept.settled.insert(row);
    }
    given
}

/// Every row of a table, as it stands.
pub(crate) fn rows(kept: &Kept, table: &str) -> Vec<Value> {
    let mut rows = Vec::new();
    let mut sent = json!({ "TableName": table });
    loop {
        let page = parsed(&answer(kept, "Scan", &sent.to_string()).body);
        rows.extend(page.get("Items").and_then(Value::as_array).into_iter().flatten().cloned());
        match page.get("LastEvaluatedKey") {
            Some(last) if !last.is_null() => sent["ExclusiveStartKey"] = last.clone(),
            Some(_) | None => return rows,
        }
    }
}

/// When each text that still waits, of an event of then or before, may be tried next.
pub(crate) fn waiting(kept: &Kept, then: Timestamp) -> Vec<Timestamp> {
    let moment = |text: &str| text.parse::<Timestamp>().ok();
    let rows = rows(kept, &local::tables().main).into_iter().filter(|row| text(row, "at").and_then(moment).is_some_and(|at| at <= then));
    rows.filter_map(|row| moment(text(&row, "outbox_sk")?.split_once('#')?.0)).collect()
}

/// A page of an index, which may lag behind the table.
fn ask_index(kept: &mut Kept, body: &str, fate: Fate) -> Answer {
    let sent = parsed(body);
    let shard = sent.get("ExpressionAttributeValues").and_then(|v| text(v, ":shard")).unwrap_or_default().to_owned();
    let given = answer(kept, "Query", body);
    let mut page = parsed(&given.body);
    let mut rows = page.get_mut("Items").and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default();
    let before = kept.pages.insert(shard.clone(), rows.clone());
    if fate == Fate::Stale {
        kept.wrong(fate);
        rows = before.unwrap_or_default();
    }
    let is_due = shard.starts_with("DUE#");
    let skipped = |row: &Value| match kept.bug {
        Some(Bug::UnassignedSkipped) => is_due && text(row, "stage") == Some("unassigned"),
        Some(Bug::AboveSkipped) => is_due && number(row, "level").is_some_and(|level| level > 0),
        Some(Bug::FirstPageOnly) => is_due && !is_first(kept, row),
        Some(Bug::VersionUnchecked | Bug::EarlyByClock | Bug::SweeperOff | Bug::HalfWritten | Bug::ClaimUnchecked | Bug::ClockRestarted) | None => false,
    };
    rows.retain(|row| !skipped(row));
    if fate != Fate::Stale && kept.bug.is_none() {
        return given;
    }
    let count = rows.len();
    if let Some(page) = page.as_object_mut() {
        page.insert("Items".to_owned(), Value::Array(rows));
        page.insert("Count".to_owned(), json!(count));
        page.insert("ScannedCount".to_owned(), json!(count));
        if fate == Fate::Stale {
            page.remove("LastEvaluatedKey");
        }
    }
    Answer { status: given.status, body: page.to_string(), says: Says::Nothing }
}

/// Whether a row is on the page that a reader sees who never turns it: the three oldest.
fn is_first(kept: &Kept, row: &Value) -> bool {
    let mut oldest: Vec<&str> = Vec::new();
    for pk in kept.journal.iter().filter_map(|it| text(&it.meta, "pk")) {
        if oldest.len() < 3 && !oldest.contains(&pk) {
            oldest.push(pk);
        }
    }
    text(row, "pk").is_some_and(|pk| oldest.contains(&pk))
}
