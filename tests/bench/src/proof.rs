//! Whether rows that came in heaps stand as if they had been put one by one.

use std::sync::{Arc, Mutex, PoisonError};

use aws_sdk_dynamodb::error::DisplayErrorContext;
use aws_sdk_dynamodb::types::AttributeValue;
use boot::App;
use domain::complaint::Complaint;
use jiff::SignedDuration;
use store::DueKind;

use crate::field::Night;
use crate::town::bare_client;
use crate::wire::{Mode, Wire};

/// Some of the complaints that were sown.
pub(crate) type Samples = Arc<Mutex<Vec<Complaint>>>;

/// Reads samples back through the SDK, each by its key and in both indexes that it belongs to, and counts
/// what is due in the night: just as many as were meant.
pub(crate) async fn check(app: &App, endpoint: &str, night: Night, due: u32, samples: &Samples) -> Result<(), String> {
    let samples = std::mem::take(&mut *samples.lock().unwrap_or_else(PoisonError::into_inner));
    let client = bare_client(&Wire::new(Mode::Count), endpoint);
    for meant in &samples {
        let number = &meant.number;
        if app.store().load(number).await.map_err(|e| e.to_string())?.as_ref() != Some(meant) {
            return Err(format!("{number} does not stand as it was sown"));
        }
        let text = |text: &str| AttributeValue::S(text.to_owned());
        let row = client.get_item().table_name(local::tables().main).key("pk", text(&format!("C#{number}"))).key("sk", text("META"));
        let row = row.send().await.map_err(|e| DisplayErrorContext(e).to_string())?.item.ok_or("a sown row is gone")?;
        for index in ["due", "desk"] {
            let key = |part: &str| row.get(&format!("{index}_{part}")).cloned().ok_or_else(|| format!("{number} has no place in the index {index}"));
            let query = client
                .query()
                .table_name(local::tables().main)
                .index_name(index)
                .key_condition_expression(format!("{index}_pk = :pk AND {index}_sk = :sk"))
                .expression_attribute_values(":pk", key("pk")?)
                .expression_attribute_values(":sk", key("sk")?);
            if query.send().await.map_err(|e| DisplayErrorContext(e).to_string())?.count != 1 {
                return Err(format!("{number} is not in the index {index}"));
            }
        }
    }
    let (mut found, last) = (0, night.to - SignedDuration::from_secs(1));
    for shard in 0..store::SHARDS {
        let mut from = None;
        loop {
            let page = app.store().due(DueKind::Complaint, shard, last, 1000, from).await.map_err(|e| e.to_string())?;
            found += page.due.len();
            from = page.next;
            if from.is_none() {
                break;
            }
        }
    }
    if found == due as usize { Ok(()) } else { Err(format!("{due} were to fall due in the night, and the index has {found}")) }
}
