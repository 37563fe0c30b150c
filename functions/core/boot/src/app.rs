//! What a function works with once it has started.

use std::net::IpAddr;
use std::sync::Arc;

use aws_types::SdkConfig;
use axum::http::HeaderMap;
use axum::http::header::HOST;
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

    /// The origin at which passkeys are made and shown. An address of numbers can own none, so a site that stands at
    /// one has them as `localhost`.
    pub fn passkey_origin(&self) -> String {
        named(self.origin()).unwrap_or_else(|| self.origin().to_owned())
    }

    /// That origin, where a request came by another address of the same site.
    pub fn passkeys_elsewhere(&self, headers: &HeaderMap) -> Option<String> {
        let elsewhere = named(self.origin())?;
        let host = headers.get(HOST).and_then(|v| v.to_str().ok()).unwrap_or_default();
        (elsewhere.split_once("://").map(|(_, authority)| authority) != Some(host)).then_some(elsewhere)
    }
}

/// An origin by name, where it is one of numbers.
fn named(origin: &str) -> Option<String> {
    let (scheme, authority) = origin.split_once("://")?;
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => (host, format!(":{port}")),
        Some(_) | None => (authority, String::new()),
    };
    host.trim_matches(['[', ']']).parse::<IpAddr>().ok().map(|_| format!("{scheme}://localhost{port}"))
}

impl App {
    /// An app over the tables that `config` leads to, or those at another endpoint.
    pub fn new(base: Base, config: &SdkConfig, endpoint: Option<&str>, tables: Tables, ring: KeyRing) -> App {
        let ring = Arc::new(ring);
        let store = Store::connect(config, endpoint, tables, ring.clone());
        App { base, store, ring, secrets: Arc::default() }
    }

    /// The same app over another connection to its tables.
    #[must_use]
    pub fn through(&self, config: &SdkConfig, endpoint: Option<&str>, tables: Tables) -> App {
        App { store: Store::connect(config, endpoint, tables, self.ring.clone()), ..self.clone() }
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

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn an_address_of_numbers_has_its_passkeys_as_localhost() {
        assert_eq!(named("http://127.0.0.1:8080").as_deref(), Some("http://localhost:8080"));
        assert_eq!(named("http://[::1]:8080").as_deref(), Some("http://localhost:8080"));
        assert_eq!(named("https://10.0.0.7").as_deref(), Some("https://localhost"));
        for own in ["https://sunwai.example", "http://localhost:8080", "https://sunwai.example:8443", "127.0.0.1"] {
            assert_eq!(named(own), None, "{own}");
        }
    }
}
