#![doc = include_str!("../README.md")]

mod accounts;
mod branches;
mod callbacks;
mod challenge;
mod complaint;
mod desk;
mod digest;
mod due;
mod elsewhere;
mod error;
mod evidence;
mod filing;
mod hearings;
mod items;
mod keys;
mod limits;
mod officers;
mod once;
mod outbox;
mod pages;
mod passkeys;
mod private;
mod question;
mod reached;
mod reports;
mod reviews;
mod said;
mod search;
mod session;
mod suggestions;
mod tables;
mod taken_in;

use std::sync::Arc;

use aws_sdk_dynamodb::Client;
use seal::KeyRing;

pub use accounts::DeskSession;
pub use callbacks::Callback;
pub use challenge::{Attempt, Challenge, Earlier};
pub use complaint::{Item, Registration};
pub use desk::{Case, Listed, Words};
pub use digest::Before;
pub use due::{Due, DueKind, DuePage};
pub use elsewhere::Renamed;
pub use error::Error;
pub use evidence::{Awaited, File, Held, Look, Shown, WaitsTo};
pub use filing::{AtDesk, Filed, FilingState, PendingFiling};
pub use items::{Delivery, StoredEvent};
pub use limits::Sends;
pub use officers::{Posted, Unit};
pub use once::Once;
pub use outbox::Undelivered;
pub use private::{Private, name_keys};
pub use question::{Question, Topic};
pub use reached::{Proven, Reached, Waiting};
pub use reviews::Place;
pub use search::MOST as MOST_FOUND;
pub use session::Session;
pub use suggestions::{ON_A_PAGE, Published};
pub use tables::{LISTED, PROJECTED, TTL};

/// How many parts the sparse indexes are spread over: one key takes 1,000 writes a second, sixteen take 16,000.
pub const SHARDS: u8 = 16;

/// The names of the two tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    pub main: String,
    /// Wrapped keys, without point-in-time recovery: what is deleted here is gone.
    pub keys: String,
}

/// The tables, through the real client.
#[derive(Clone)]
pub struct Store {
    client: Client,
    tables: Arc<Tables>,
    ring: Arc<KeyRing>,
    branches: Arc<branches::Branches>,
}

impl Store {
    /// A store over the tables at AWS, or at another endpoint that speaks the same.
    pub fn connect(config: &aws_types::SdkConfig, endpoint: Option<&str>, tables: Tables, ring: Arc<KeyRing>) -> Store {
        let mut builder = aws_sdk_dynamodb::config::Builder::from(config);
        builder.set_endpoint_url(endpoint.map(str::to_owned).or_else(|| config.endpoint_url().map(str::to_owned)));
        Store { client: Client::from_conf(builder.build()), tables: Arc::new(tables), ring, branches: Arc::default() }
    }

    /// One cheap read that opens the connection before the first request needs it.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn warm(&self) -> Result<(), Error> {
        let (pk, sk) = keys::warm();
        self.get(pk, sk).await.map(drop)
    }
}
