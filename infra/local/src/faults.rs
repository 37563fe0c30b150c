//! Faults at the seam of the SDK's client: refused, late, or done with the reply lost.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
use aws_smithy_types::config_bag::ConfigBag;

/// What goes wrong with every call until it is turned off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    #[default]
    Off,
    /// Never arrives.
    Fail,
    /// Arrives, and the answer comes this much later.
    Delay(Duration),
    /// Arrives and is carried out; the answer is lost.
    LoseReply,
}

/// The switch of one outlet.
#[derive(Clone, Debug, Default)]
pub struct Faults(Arc<Mutex<Switch>>);

#[derive(Debug, Default)]
struct Switch {
    fault: Fault,
    /// How many calls go through before it.
    spared: usize,
    /// How many meet it, where it does not last until it is turned off.
    lasts: Option<usize>,
}

impl Faults {
    pub fn set(&self, fault: Fault) {
        self.after(0, fault);
    }

    /// Lets so many calls through first: whoever works then is cut off between two of them.
    pub fn after(&self, spared: usize, fault: Fault) {
        self.turn(Switch { fault, spared, lasts: None });
    }

    /// The same for so many calls alone: what comes after them goes through again.
    pub fn during(&self, spared: usize, calls: usize, fault: Fault) {
        self.turn(Switch { fault, spared, lasts: Some(calls) });
    }

    fn turn(&self, to: Switch) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = to;
    }

    /// The fault that the next call meets.
    fn next(&self) -> Fault {
        let mut switch = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(left) = switch.spared.checked_sub(1) {
            switch.spared = left;
            return Fault::Off;
        }
        match switch.lasts {
            None => switch.fault,
            Some(0) => Fault::Off,
            Some(left) => {
                switch.lasts = Some(left - 1);
                switch.fault
            }
        }
    }

    /// The client with this switch in front.
    pub fn before(&self, inner: SharedHttpClient) -> SharedHttpClient {
        SharedHttpClient::new(Switched { inner, faults: self.clone() })
    }
}

struct Switched {
    inner: SharedHttpClient,
    faults: Faults,
}

impl fmt::Debug for Switched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Switched({:?})", self.faults)
    }
}

impl HttpClient for Switched {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, components);
        SharedHttpConnector::new(Connector { inner, faults: self.faults.clone() })
    }

    fn validate_base_client_config(&self, components: &RuntimeComponentsBuilder, bag: &ConfigBag) -> Result<(), BoxError> {
        self.inner.validate_base_client_config(components, bag)
    }

    fn validate_final_config(&self, components: &RuntimeComponents, bag: &ConfigBag) -> Result<(), BoxError> {
        self.inner.validate_final_config(components, bag)
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        self.inner.connector_metadata()
    }
}

#[derive(Debug)]
struct Connector {
    inner: SharedHttpConnector,
    faults: Faults,
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let inner = self.inner.clone();
        match self.faults.next() {
            Fault::Off => inner.call(request),
            Fault::Fail => HttpConnectorFuture::ready(Err(ConnectorError::io("a fault was switched on".into()))),
            Fault::Delay(by) => HttpConnectorFuture::new(async move {
                let answer = inner.call(request).await;
                tokio::time::sleep(by).await;
                answer
            }),
            Fault::LoseReply => HttpConnectorFuture::new(async move {
                drop(inner.call(request).await?);
                Err(ConnectorError::io("a fault was switched on: the reply was lost".into()))
            }),
        }
    }
}
