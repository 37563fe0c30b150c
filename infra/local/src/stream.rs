//! Follows the table's stream and hands each record to the function that Lambda would call.
//! It starts at the newest record: what came before is the sweeper's.

use std::collections::BTreeMap;

use aws_sdk_dynamodbstreams::Client;
use aws_sdk_dynamodbstreams::types::{OperationType, Record, ShardIteratorType};
use aws_types::SdkConfig;
use boot::App;
use notify::Outlet;
use tokio::sync::Mutex;

/// Where each shard was read to.
pub struct Follower {
    client: Client,
    arn: String,
    shards: Mutex<BTreeMap<String, String>>,
}

impl Follower {
    /// Finds the table's stream and stands at its end.
    ///
    /// # Errors
    /// Where the endpoint has no stream for this table; the text says what it answered.
    pub async fn start(config: &SdkConfig, endpoint: &str, table: &str) -> Result<Follower, String> {
        let client = Client::from_conf(aws_sdk_dynamodbstreams::config::Builder::from(config).endpoint_url(endpoint).build());
        let listed = client.list_streams().table_name(table).send().await.map_err(|e| format!("list the table's streams: {e}"))?;
        let arn = listed.streams().last().and_then(|s| s.stream_arn()).ok_or("the table has no stream")?.to_owned();
        let follower = Follower { client, arn, shards: Mutex::default() };
        follower.find_shards(&mut *follower.shards.lock().await, ShardIteratorType::Latest).await?;
        Ok(follower)
    }

    async fn find_shards(&self, shards: &mut BTreeMap<String, String>, from: ShardIteratorType) -> Result<(), String> {
        let described = self.client.describe_stream().stream_arn(&self.arn).send().await.map_err(|e| format!("describe the stream: {e}"))?;
        for id in described.stream_description().map_or(&[][..], |d| d.shards()).iter().filter_map(|s| s.shard_id()) {
            if shards.contains_key(id) {
                continue;
            }
            let call = self.client.get_shard_iterator().stream_arn(&self.arn).shard_id(id).shard_iterator_type(from.clone());
            let iterator = call.send().await.map_err(|e| format!("open a shard: {e}"))?.shard_iterator;
            shards.insert(id.to_owned(), iterator.unwrap_or_default());
        }
        Ok(())
    }

    /// Reads everything that is new and delivers it. Where a record fails, the shard stands still before it,
    /// and it comes again.
    ///
    /// # Errors
    /// Where the stream does not answer.
    pub async fn drain(&self, app: &App, outlet: &Outlet) -> Result<usize, String> {
        let mut shards = self.shards.lock().await;
        self.find_shards(&mut shards, ShardIteratorType::TrimHorizon).await?;
        let mut delivered = 0;
        for iterator in shards.values_mut() {
            while !iterator.is_empty() {
                let got = self.client.get_records().shard_iterator(iterator.as_str()).limit(100).send().await.map_err(|e| format!("read the stream: {e}"))?;
                let records = got.records.unwrap_or_default();
                for (pk, sk) in records.iter().filter_map(inserted) {
                    let told = send_updates::run(app, outlet, &pk, &sk).await.map_err(|e| format!("deliver a record: {e}"))?;
                    delivered += usize::from(told.is_some());
                }
                let next = got.next_shard_iterator.unwrap_or_default();
                let still = records.is_empty() || next == *iterator;
                *iterator = next;
                if still {
                    break;
                }
            }
        }
        Ok(delivered)
    }
}

/// The keys of a row that is new, as the function's filter in the template lets them through.
fn inserted(record: &Record) -> Option<(String, String)> {
    (record.event_name()? == &OperationType::Insert).then_some(())?;
    let keys = record.dynamodb()?.keys()?;
    let text = |name: &str| keys.get(name).and_then(|v| v.as_s().ok()).cloned();
    let sk = text("sk")?;
    sk.starts_with("E#").then_some((text("pk")?, sk))
}
