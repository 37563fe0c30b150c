//! What a function works with once it has started.

use std::sync::Arc;

use aws_types::SdkConfig;
use domain::Timestamp;
use domain::policy::Policy;
use domain::sms::Texts;
use policy::InForce;
use seal::{KeyRing, Secrets};
use store::{Store, Tables};
use tokio::sync::OnceCell;

use crate::{Clock, Problem};

/// What needs no table: the policy, the clock, the address of the site.
#[derive(Clone)]
pub struct Base(Arc<BaseParts>);

struct BaseParts {
    policy: Policy,
    texts: Arc<Texts>,
    clock: Clock,
    origin: String,
}

/// A base with its tables and keys.
#[derive(Clone)]
pub struct App {
    base: Base,
    store: Store,
    ring: Arc<KeyRing>,
    secrets: Arc<OnceCell<Secrets>>,
}

impl Base {
    pub fn new(in_force: InForce, clock: Clock, origin: &str) -> Base {
        let InForce { policy, texts } = in_force;
        site::stands_at(origin);
        Base(Arc::new(BaseParts { policy, texts: Arc::new(texts), clock, origin: origin.to_owned() }))
    }

    pub fn policy(&self) -> &Policy {
        &self.0.policy
    }

    pub fn texts(&self) -> Arc<Texts> {
        self.0.texts.clone()
    }

    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Where the site stands.
    pub fn origin(&self) -> &str {
        &self.0.origin
    }
}

impl App {
    /// An app over the tables that `config` leads to, or those at another endpoint.
    pub fn new(base: Base, config: &SdkConfig, endpoint: Option<&str>, tables: Tables, ring: KeyRing) -> App {
        let ring = Arc::new(ring);
        let store = Store::connect(config, endpoint, tables, ring.clone());
        App { base, store, ring, secrets: Arc::default() }
    }

    pub fn base(&self) -> &Base {
        &self.base
    }

    pub fn policy(&self) -> &Policy {
        self.base.policy()
    }

    pub fn now(&self) -> Timestamp {
        self.base.now()
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The derived keys: asked for once, then kept.
    ///
    /// # Errors
    /// `Unavailable` where the ring does not answer.
    pub async fn secrets(&self) -> Result<&Secrets, Problem> {
        let derived = self.secrets.get_or_try_init(|| Secrets::derive(&self.ring)).await;
        derived.map_err(|e| Problem::from(store::Error::from(e)))
    }
}
