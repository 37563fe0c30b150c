//! What falls due, found without looking at what does not.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::Timestamp;
use domain::number::Number;

use crate::complaint::Item;
use crate::items::moment;
use crate::{Error, SHARDS, Store, keys};

pub use crate::keys::DueKind;

/// One row of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    Complaint { number: Number, at: Timestamp },
    Filing { draft_digest: String, at: Timestamp },
}

/// One page of one shard and where the next begins.
#[derive(Debug, Default)]
pub struct DuePage {
    pub due: Vec<Due>,
    pub next: Option<Item>,
}

impl Store {
    /// The rows of one shard that fell due at `now` or before, earliest first.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn due(&self, kind: DueKind, shard: u8, now: Timestamp, limit: i32, from: Option<Item>) -> Result<DuePage, Error> {
        let query = self
            .client
            .query()
            .table_name(&self.tables.main)
            .index_name(keys::DUE_INDEX)
            .key_condition_expression("due_pk = :shard AND due_sk <= :now")
            .expression_attribute_values(":shard", AttributeValue::S(keys::due_shard(kind, shard)))
            .expression_attribute_values(":now", AttributeValue::S(keys::until(now)))
            .limit(limit)
            .set_exclusive_start_key(from);
        let page = query.send().await?;
        let items = page.items.unwrap_or_default();
        let due = items.iter().map(|item| parse(item).ok_or_else(|| Error::corrupt("a row of the due index"))).collect::<Result<_, _>>()?;
        Ok(DuePage { due, next: page.last_evaluated_key })
    }

    /// The moment at which the next row of either kind falls due; `None` where nothing runs.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn next_due(&self) -> Result<Option<Timestamp>, Error> {
        let mut next: Option<Timestamp> = None;
        for (kind, shard) in [DueKind::Complaint, DueKind::Filing].into_iter().flat_map(|kind| (0..SHARDS).map(move |shard| (kind, shard))) {
            let first = self.due(kind, shard, Timestamp::MAX, 1, None).await?.due.pop();
            if let Some(Due::Complaint { at, .. } | Due::Filing { at, .. }) = first {
                next = Some(next.map_or(at, |earlier| earlier.min(at)));
            }
        }
        Ok(next)
    }
}

fn parse(item: &Item) -> Option<Due> {
    let text = |name: &str| item.get(name)?.as_s().ok().map(String::as_str);
    let at = moment(text("due_sk")?.split_once('#')?.0)?;
    let pk = text("pk")?;
    match (pk.strip_prefix("C#"), pk.strip_prefix("F#")) {
        (Some(number), _) => Some(Due::Complaint { number: Number::parse(number)?, at }),
        (None, Some(digest)) => Some(Due::Filing { draft_digest: digest.to_owned(), at }),
        (None, None) => None,
    }
}
