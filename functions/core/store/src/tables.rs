//! The tables' definition, for an engine that starts empty. In the cloud the template makes them;
//! a test holds the two against each other.

use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection, ProjectionType, ScalarAttributeType, StreamSpecification,
    StreamViewType, TimeToLiveSpecification,
};

use crate::{Error, Store, keys};

/// The attribute that TTL reads, in epoch seconds.
pub const TTL: &str = "rubbish_at";
/// What the due and desk indexes carry beside their keys: nothing that tells who she is.
pub const PROJECTED: [&str; 3] = ["level", "stage", "holder"];

impl Store {
    /// Makes both tables where they are missing.
    ///
    /// # Errors
    /// Where the engine refuses.
    pub async fn create_tables(&self) -> Result<(), Error> {
        let names = self.client.list_tables().send().await?.table_names.unwrap_or_default();
        if !names.contains(&self.tables.main) {
            self.create_main().await?;
        }
        if !names.contains(&self.tables.keys) {
            let create = self
                .client
                .create_table()
                .table_name(&self.tables.keys)
                .billing_mode(BillingMode::PayPerRequest)
                .attribute_definitions(attribute("pk")?)
                .key_schema(key("pk", KeyType::Hash)?);
            create.send().await?;
        }
        Ok(())
    }

    async fn create_main(&self) -> Result<(), Error> {
        let mut create = self
            .client
            .create_table()
            .table_name(&self.tables.main)
            .billing_mode(BillingMode::PayPerRequest)
            .key_schema(key("pk", KeyType::Hash)?)
            .key_schema(key("sk", KeyType::Range)?)
            .stream_specification(
                StreamSpecification::builder()
                    .stream_enabled(true)
                    .stream_view_type(StreamViewType::KeysOnly)
                    .build()
                    .map_err(|_| Error::corrupt("a stream's definition"))?,
            );
        for name in ["pk", "sk"] {
            create = create.attribute_definitions(attribute(name)?);
        }
        for (index, carried) in [(keys::DUE_INDEX, PROJECTED.as_slice()), (keys::DESK_INDEX, &PROJECTED), (keys::OUTBOX_INDEX, &[])] {
            let (hash, range) = (format!("{index}_pk"), format!("{index}_sk"));
            let projection = match carried {
                [] => Projection::builder().projection_type(ProjectionType::KeysOnly),
                some => Projection::builder()
                    .projection_type(ProjectionType::Include)
                    .set_non_key_attributes(Some(some.iter().map(|name| (*name).to_owned()).collect())),
            };
            let definition = GlobalSecondaryIndex::builder()
                .index_name(index)
                .key_schema(key(&hash, KeyType::Hash)?)
                .key_schema(key(&range, KeyType::Range)?)
                .projection(projection.build())
                .build()
                .map_err(|_| Error::corrupt("an index's definition"))?;
            create = create.attribute_definitions(attribute(&hash)?).attribute_definitions(attribute(&range)?).global_secondary_indexes(definition);
        }
        create.send().await?;
        let ttl = TimeToLiveSpecification::builder().enabled(true).attribute_name(TTL).build();
        let ttl = ttl.map_err(|_| Error::corrupt("the TTL's definition"))?;
        self.client.update_time_to_live().table_name(&self.tables.main).time_to_live_specification(ttl).send().await?;
        Ok(())
    }
}

fn attribute(name: &str) -> Result<AttributeDefinition, Error> {
    AttributeDefinition::builder().attribute_name(name).attribute_type(ScalarAttributeType::S).build().map_err(|_| Error::corrupt("an attribute's definition"))
}

fn key(name: &str, kind: KeyType) -> Result<KeySchemaElement, Error> {
    KeySchemaElement::builder().attribute_name(name).key_type(kind).build().map_err(|_| Error::corrupt("a key's definition"))
}
