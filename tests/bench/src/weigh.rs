//! Write units, computed from the rows before and after each write: one for each started KB of the larger of
//! the two, twice that in a transaction, and one for each started KB of every index entry that is made, changed or removed.

use std::sync::{Mutex, PoisonError};

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{AttributeValue, ProjectionType};
use serde_json::Value;
use store::{Item, Tables};

use crate::bare::map;

/// Stands before a key of the table of keys.
pub(crate) const KEYS: &str = "keys/";

/// What one request cost.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weighed {
    pub(crate) table_units: u64,
    pub(crate) index_units: u64,
    /// The keys of rows that are new.
    pub(crate) made: Vec<(String, String)>,
    /// Which partition keys took them, of table and indexes.
    pub(crate) by_key: Vec<(String, u64)>,
}

/// Watches the rows that writes touch, through a client of its own.
pub(crate) struct Ledger {
    client: Client,
    tables: Tables,
    indexes: Vec<Index>,
    entered: Mutex<Vec<Weighed>>,
}

/// An index of the table.
#[derive(Clone)]
pub(crate) struct Index {
    hash: String,
    range: String,
    /// What it carries beside its keys and the table's.
    carried: Vec<String>,
}

impl Ledger {
    /// Reads which indexes there are from the table itself.
    pub(crate) async fn of(client: Client, tables: Tables) -> Result<Ledger, String> {
        let indexes = indexes(&client, &tables.main).await?;
        Ok(Ledger::with(client, tables, indexes))
    }

    /// Over a table whose indexes are known.
    pub(crate) fn with(client: Client, tables: Tables, indexes: Vec<Index>) -> Ledger {
        Ledger { client, tables, indexes, entered: Mutex::default() }
    }

    /// The rows that a request names for writing, as they are now; nothing for a read.
    pub(crate) async fn look(&self, operation: &str, sent: &[u8]) -> Result<Vec<(Item, Option<Item>)>, String> {
        let mut rows = Vec::new();
        if matches!(operation, "GetItem" | "Query") {
            return Ok(rows);
        }
        let sent: Value = serde_json::from_slice(sent).map_err(|e| format!("read a {operation}: {e}"))?;
        for (table, key) in self.keys(operation, &sent).ok_or_else(|| format!("a {operation} of a shape that is not known here"))? {
            let got = self.client.get_item().table_name(table).set_key(Some(key.clone())).consistent_read(true).send().await;
            rows.push((key, got.map_err(|e| format!("look at a row: {e}"))?.item));
        }
        Ok(rows)
    }

    fn keys(&self, operation: &str, sent: &Value) -> Option<Vec<(String, Item)>> {
        match operation {
            "TransactWriteItems" => sent.get("TransactItems")?.as_array()?.iter().map(|one| self.key(one.as_object()?.values().next()?)).collect(),
            "PutItem" | "UpdateItem" | "DeleteItem" => Some(vec![self.key(sent)?]),
            _ => None,
        }
    }

    fn key(&self, write: &Value) -> Option<(String, Item)> {
        let table = write.get("TableName")?.as_str()?.to_owned();
        let mut key = map(write, "Key").or_else(|| map(write, "Item"))?;
        key.retain(|name, _| name == "pk" || (name == "sk" && table == self.tables.main));
        Some((table, key))
    }

    /// Enters what a request cost.
    pub(crate) fn enter(&self, operation: &str, held: bool, before: Vec<(Item, Option<Item>)>, after: Vec<(Item, Option<Item>)>) {
        let times = if operation == "TransactWriteItems" { 2 } else { 1 };
        let mut it = Weighed::default();
        for ((key, before), (_, after)) in before.into_iter().zip(after) {
            let size = |row: &Option<Item>| row.as_ref().map_or(0, size);
            let on_table = times * units(size(&before).max(size(&after)));
            it.table_units += on_table;
            if let Some(Ok(pk)) = key.get("pk").map(AttributeValue::as_s) {
                // The table of keys has no second part; its keys look like those of the main table.
                it.by_key.push((if key.contains_key("sk") { pk.clone() } else { format!("{KEYS}{pk}") }, on_table));
            }
            // A refused condition costs what the row costs and touches no index.
            for index in self.indexes.iter().filter(|_| held) {
                for (hash, units) in index.entries(before.as_ref(), after.as_ref()) {
                    it.index_units += units;
                    it.by_key.push((hash, units));
                }
            }
            if let (None, Some(_), Some(Ok(pk)), Some(Ok(sk))) =
                (&before, &after, key.get("pk").map(AttributeValue::as_s), key.get("sk").map(AttributeValue::as_s))
            {
                it.made.push((pk.clone(), sk.clone()));
            }
        }
        self.entered.lock().unwrap_or_else(PoisonError::into_inner).push(it);
    }

    /// What was entered since it was last taken.
    pub(crate) fn take(&self) -> Vec<Weighed> {
        std::mem::take(&mut *self.entered.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The indexes of a table, as the table itself describes them.
pub(crate) async fn indexes(client: &Client, table: &str) -> Result<Vec<Index>, String> {
    let described = client.describe_table().table_name(table).send().await.map_err(|e| format!("describe the table: {e}"))?;
    let described = described.table().ok_or("a table without a description")?;
    let indexes = described.global_secondary_indexes().iter().map(|index| {
        let mut keys = index.key_schema().iter().map(|key| key.attribute_name().to_owned());
        let projection = index.projection()?;
        let carried = match projection.projection_type()? {
            ProjectionType::KeysOnly => Vec::new(),
            ProjectionType::Include => projection.non_key_attributes().to_vec(),
            _ => return None,
        };
        Some(Index { hash: keys.next()?, range: keys.next()?, carried })
    });
    indexes.collect::<Option<_>>().ok_or_else(|| "an index of a shape that is not known here".to_owned())
}

impl Index {
    /// The entries that a write makes, changes or removes: the key that each is under, and its units.
    pub(crate) fn entries(&self, before: Option<&Item>, after: Option<&Item>) -> Vec<(String, u64)> {
        let entry = |row: Option<&Item>| -> Option<Item> {
            let row = row.filter(|row| row.contains_key(&self.hash) && row.contains_key(&self.range))?;
            let names = ["pk", "sk", &self.hash, &self.range].into_iter().chain(self.carried.iter().map(String::as_str));
            Some(names.filter_map(|name| Some((name.to_owned(), row.get(name)?.clone()))).collect())
        };
        let weight = |it: &Item| (self.key_of(it), units(size(it)));
        match (entry(before), entry(after)) {
            (None, None) => Vec::new(),
            (Some(one), None) | (None, Some(one)) => vec![weight(&one)],
            (Some(before), Some(after)) if before == after => Vec::new(),
            (Some(before), Some(after)) if before.get(&self.hash) == after.get(&self.hash) && before.get(&self.range) == after.get(&self.range) => {
                vec![(self.key_of(&after), units(size(&before).max(size(&after))))]
            }
            // Another place in the index: the old entry goes, the new one comes.
            (Some(before), Some(after)) => vec![weight(&before), weight(&after)],
        }
    }

    fn key_of(&self, entry: &Item) -> String {
        entry.get(&self.hash).and_then(|value| value.as_s().ok()).cloned().unwrap_or_default()
    }
}

/// One for each started KB, at least one.
pub(crate) fn units(bytes: usize) -> u64 {
    bytes.div_ceil(1024).max(1) as u64
}

/// As AWS counts a row: names and values in bytes.
pub(crate) fn size(row: &Item) -> usize {
    row.iter().map(|(name, value)| name.len() + size_of(value)).sum()
}

fn size_of(value: &AttributeValue) -> usize {
    match value {
        AttributeValue::S(text) => text.len(),
        AttributeValue::N(digits) => digits.len().div_ceil(2) + 1,
        AttributeValue::B(bytes) => bytes.as_ref().len(),
        AttributeValue::L(list) => 3 + list.iter().map(|v| 1 + size_of(v)).sum::<usize>(),
        AttributeValue::M(map) => 3 + map.iter().map(|(name, v)| 1 + name.len() + size_of(v)).sum::<usize>(),
        _ => 1,
    }
}
