//! The tables' definition, for an engine that starts empty. In the cloud the template makes them;
//! a test holds the two against each other.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, CreateGlobalSecondaryIndexAction, DeleteGlobalSecondaryIndexAction, GlobalSecondaryIndex, GlobalSecondaryIndexUpdate,
    KeySchemaElement, KeyType, Projection, ProjectionType, ScalarAttributeType, StreamSpecification, StreamViewType, TimeToLiveSpecification,
};

use crate::{Error, Store, keys};

/// The attribute that TTL reads, in epoch seconds.
pub const TTL: &str = "rubbish_at";
/// What the due index carries beside its keys: nothing that tells who she is.
pub const PROJECTED: [&str; 3] = ["level", "stage", "holder"];
/// What the lists of a unit carry: what a row of a worklist shows and what its filters ask for.
pub const LISTED: [&str; 18] = [
    "level",
    "stage",
    "holder",
    "number",
    "version",
    "service",
    "category",
    "district",
    "station",
    "accused_station",
    "accused_officer",
    "accused_above",
    "channel",
    "registered_at",
    "woman_officer",
    "officer",
    "progress",
    "paused",
];

impl Store {
    /// Makes both tables where they are missing.
    ///
    /// # Errors
    /// Where the engine refuses.
    pub async fn create_tables(&self) -> Result<(), Error> {
        let names = self.client.list_tables().send().await?.table_names.unwrap_or_default();
        if names.contains(&self.tables.main) {
            self.widen_indexes().await?;
        } else {
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

    /// Indexes that an earlier version did not have, or had with fewer attributes, are made anew over the rows that are there.
    async fn widen_indexes(&self) -> Result<(), Error> {
        let described = self.client.describe_table().table_name(&self.tables.main).send().await?;
        let table = described.table.ok_or_else(|| Error::corrupt("a table without a description"))?;
        for wanted in indexes()? {
            let carried = |it: Option<&Projection>| it.map(|it| it.non_key_attributes().iter().cloned().collect::<BTreeSet<_>>()).unwrap_or_default();
            let known = table.global_secondary_indexes().iter().find(|known| known.index_name() == Some(wanted.index_name()));
            if known.is_some_and(|known| carried(known.projection()) == carried(wanted.projection())) {
                continue;
            }
            let update = || self.client.update_table().table_name(&self.tables.main);
            if known.is_some() {
                let delete = DeleteGlobalSecondaryIndexAction::builder().index_name(wanted.index_name()).build();
                let delete = delete.map_err(|_| Error::corrupt("an index's definition"))?;
                update().global_secondary_index_updates(GlobalSecondaryIndexUpdate::builder().delete(delete).build()).send().await?;
            }
            let create = CreateGlobalSecondaryIndexAction::builder()
                .index_name(wanted.index_name())
                .set_key_schema(Some(wanted.key_schema().to_vec()))
                .set_projection(wanted.projection().cloned())
                .build()
                .map_err(|_| Error::corrupt("an index's definition"))?;
            let mut request = update().global_secondary_index_updates(GlobalSecondaryIndexUpdate::builder().create(create).build());
            for key in wanted.key_schema() {
                request = request.attribute_definitions(attribute(key.attribute_name())?);
            }
            request.send().await?;
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
        for wanted in indexes()? {
            for key in wanted.key_schema() {
                create = create.attribute_definitions(attribute(key.attribute_name())?);
            }
            create = create.global_secondary_indexes(wanted);
        }
        create.send().await?;
        let ttl = TimeToLiveSpecification::builder().enabled(true).attribute_name(TTL).build();
        let ttl = ttl.map_err(|_| Error::corrupt("the TTL's definition"))?;
        self.client.update_time_to_live().table_name(&self.tables.main).time_to_live_specification(ttl).send().await?;
        Ok(())
    }
}

/// Every index of the main table.
fn indexes() -> Result<Vec<GlobalSecondaryIndex>, Error> {
    let all: [(&str, &[&str]); 4] = [(keys::DUE_INDEX, &PROJECTED), (keys::DESK_INDEX, &LISTED), (keys::WORK_INDEX, &LISTED), (keys::OUTBOX_INDEX, &[])];
    all.into_iter().map(|(index, carried)| definition(index, carried)).collect()
}

fn definition(index: &str, carried: &[&str]) -> Result<GlobalSecondaryIndex, Error> {
    let projection = match carried {
        [] => Projection::builder().projection_type(ProjectionType::KeysOnly),
        some => {
            Projection::builder().projection_type(ProjectionType::Include).set_non_key_attributes(Some(some.iter().map(|name| (*name).to_owned()).collect()))
        }
    };
    GlobalSecondaryIndex::builder()
        .index_name(index)
        .key_schema(key(&format!("{index}_pk"), KeyType::Hash)?)
        .key_schema(key(&format!("{index}_sk"), KeyType::Range)?)
        .projection(projection.build())
        .build()
        .map_err(|_| Error::corrupt("an index's definition"))
}

fn attribute(name: &str) -> Result<AttributeDefinition, Error> {
    AttributeDefinition::builder().attribute_name(name).attribute_type(ScalarAttributeType::S).build().map_err(|_| Error::corrupt("an attribute's definition"))
}

fn key(name: &str, kind: KeyType) -> Result<KeySchemaElement, Error> {
    KeySchemaElement::builder().attribute_name(name).key_type(kind).build().map_err(|_| Error::corrupt("a key's definition"))
}
