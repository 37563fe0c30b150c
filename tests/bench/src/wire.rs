//! The seam of the SDK's client: counts what passes, and records, replays or weighs it where asked to.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use http_body_util::BodyExt as _;

use crate::phones::TAKEN;
use crate::sow::Heaps;
use crate::tape::{Answer, Tape};
use crate::watch::Watch;
use crate::weigh::Ledger;

/// What happens to a request beside being counted.
#[derive(Clone)]
pub(crate) enum Mode {
    Count,
    /// Goes out; its answer is kept on the tape while the tape listens.
    Record(Arc<Tape>),
    /// Stays here; the tape answers at once.
    Replay(Arc<Tape>),
    /// Goes out; what it writes is looked at before and after.
    Weigh(Arc<Ledger>),
    /// Stays here; answered at once as SNS would.
    Texts,
    /// Stays here; rows to be written are handed to the engine in heaps.
    Gather(Heaps),
    /// Goes out; what it cost and how late it came is read off request and answer.
    Watch(Arc<Watch>),
}

/// Requests by operation.
pub(crate) type Counts = BTreeMap<String, u64>;

/// A counter in front of a client.
#[derive(Clone)]
pub(crate) struct Wire(Arc<Parts>);

struct Parts {
    counts: Mutex<Counts>,
    mode: Mode,
}

impl Wire {
    pub(crate) fn new(mode: Mode) -> Wire {
        Wire(Arc::new(Parts { counts: Mutex::default(), mode }))
    }

    /// What was counted since it was last taken.
    pub(crate) fn take(&self) -> Counts {
        std::mem::take(&mut *self.0.counts.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The client with this counter in front.
    pub(crate) fn before(&self, inner: SharedHttpClient) -> SharedHttpClient {
        SharedHttpClient::new(Watched { inner, wire: self.clone() })
    }
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wire")
    }
}

#[derive(Debug)]
struct Watched {
    inner: SharedHttpClient,
    wire: Wire,
}

impl HttpClient for Watched {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, components);
        SharedHttpConnector::new(Connector { inner, wire: self.wire.clone() })
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
    wire: Wire,
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let operation = operation(&request);
        *self.wire.0.counts.lock().unwrap_or_else(PoisonError::into_inner).entry(operation.clone()).or_default() += 1;
        let inner = self.inner.clone();
        match &self.wire.0.mode {
            Mode::Count => inner.call(request),
            Mode::Texts => HttpConnectorFuture::ready(made(Answer { status: 200, body: TAKEN.as_bytes().into() }, "text/xml")),
            Mode::Replay(tape) => {
                let body = request.body().bytes().unwrap_or_default();
                tape.note(&operation, body);
                HttpConnectorFuture::ready(made(tape.answer(&operation, body), JSON))
            }
            Mode::Gather(heaps) => {
                let put = heaps.put(&operation, request.body().bytes().unwrap_or_default()).map_err(|e| ConnectorError::user(e.into()));
                HttpConnectorFuture::ready(put.and_then(|()| made(Answer { status: 200, body: b"{}".as_slice().into() }, JSON)))
            }
            Mode::Watch(watch) => {
                let (watch, sent) = (watch.clone(), sent(&request));
                HttpConnectorFuture::new(async move {
                    let answer = whole(inner.call(request).await?).await?;
                    watch.see(&operation, &sent, answer.status, &answer.body).map_err(|e| ConnectorError::user(e.into()))?;
                    made(answer, JSON)
                })
            }
            Mode::Record(tape) => {
                let (tape, sent) = (tape.clone(), sent(&request));
                HttpConnectorFuture::new(async move {
                    let answer = whole(inner.call(request).await?).await?;
                    tape.record(&operation, &sent, answer.clone());
                    made(answer, JSON)
                })
            }
            Mode::Weigh(ledger) => {
                let (ledger, sent) = (ledger.clone(), sent(&request));
                HttpConnectorFuture::new(async move {
                    let before = ledger.look(&operation, &sent).await.map_err(|e| ConnectorError::user(e.into()))?;
                    let response = inner.call(request).await?;
                    let held = response.status().is_success();
                    let after = ledger.look(&operation, &sent).await.map_err(|e| ConnectorError::user(e.into()))?;
                    ledger.enter(&operation, held, before, after);
                    Ok(response)
                })
            }
        }
    }
}

const JSON: &str = "application/x-amz-json-1.0";

async fn whole(response: HttpResponse) -> Result<Answer, ConnectorError> {
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.map_err(ConnectorError::io)?.to_bytes();
    Ok(Answer { status, body: body.to_vec().into() })
}

fn sent(request: &HttpRequest) -> Vec<u8> {
    request.body().bytes().unwrap_or_default().to_vec()
}

fn operation(request: &HttpRequest) -> String {
    request.headers().get("x-amz-target").and_then(|target| target.split('.').nth(1)).unwrap_or("Publish").to_owned()
}

fn made(answer: Answer, kind: &'static str) -> Result<HttpResponse, ConnectorError> {
    let status = StatusCode::try_from(answer.status).map_err(|e| ConnectorError::user(e.into()))?;
    let mut response = HttpResponse::new(status, SdkBody::from(answer.body.to_vec()));
    response.headers_mut().insert("content-type", kind);
    Ok(response)
}
