//! The wire to AWS: HTTP/1.1, over TLS where the address says https. The SDK's own client brings HTTP/2 and proxies
//! along, which no service here needs and every function would carry.

use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use aws_smithy_runtime_api::client::http::{HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use http_body_util::BodyExt as _;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{HOST, HeaderValue};
use hyper::{Request, Response, Uri};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// A line that nobody used for so long is not used again.
const IDLE: Duration = Duration::from_secs(60);

#[cfg(test)]
#[path = "wire_tests.rs"]
mod tests;

/// The open lines to the services, shared by all clients.
#[derive(Clone, Default)]
pub(crate) struct Wire(Arc<Lines>);

#[derive(Default)]
struct Lines {
    idle: Mutex<Vec<Line>>,
    /// Made at the first https address: reading the roots takes a moment.
    tls: OnceLock<Option<TlsConnector>>,
}

struct Line {
    to: Place,
    talk: SendRequest<SdkBody>,
    since: Instant,
}

/// Where a line leads.
#[derive(Clone, PartialEq, Eq)]
struct Place {
    tls: bool,
    host: String,
    port: u16,
}

/// What the lines run over.
trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wire")
    }
}

impl HttpClient for Wire {
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Connector { wire: self.clone(), settings: settings.clone() })
    }
}

#[derive(Clone, Debug)]
struct Connector {
    wire: Wire,
    settings: HttpConnectorSettings,
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let it = self.clone();
        HttpConnectorFuture::new(async move { it.ask(request).await })
    }
}

impl Connector {
    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let mut request = request.try_into_http1x().map_err(|error| ConnectorError::user(error.into()))?;
        let place = Place::of(request.uri()).ok_or_else(|| ConnectorError::user("an address without a host".into()))?;
        place.stand_in(&mut request).ok_or_else(|| ConnectorError::user("an address that is none".into()))?;
        loop {
            let idle = self.wire.0.idle(&place).await;
            let used = idle.is_some();
            let line = match idle {
                Some(line) => line,
                None => within(self.settings.connect_timeout(), self.wire.0.open(&place)).await?,
            };
            match within(self.settings.read_timeout(), self.wire.0.exchange(line, request)).await? {
                Heard::Answer(answer) => return Ok(answer),
                // The line was cut while it lay idle, and nothing of the request was said yet.
                Heard::Unsaid(unsaid, _) if used => request = unsaid,
                Heard::Unsaid(_, error) => return Err(broken(error)),
            }
        }
    }
}

/// What comes of a request.
enum Heard {
    Answer(HttpResponse),
    /// Nothing of it was sent.
    Unsaid(Request<SdkBody>, hyper::Error),
}

impl Lines {
    /// A line to this place that nobody uses.
    async fn idle(&self, place: &Place) -> Option<Line> {
        loop {
            let mut line = {
                let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
                idle.retain(|line| !line.talk.is_closed() && line.since.elapsed() < IDLE);
                let at = idle.iter().rposition(|line| line.to == *place)?;
                idle.swap_remove(at)
            };
            if line.talk.ready().await.is_ok() {
                return Some(line);
            }
        }
    }

    async fn open(&self, place: &Place) -> Result<Line, ConnectorError> {
        let tcp = TcpStream::connect((place.host.as_str(), place.port)).await.map_err(cut)?;
        tcp.set_nodelay(true).map_err(cut)?;
        let stream: Box<dyn Stream> = if place.tls {
            let tls = self.tls.get_or_init(tls).as_ref().ok_or_else(|| ConnectorError::user("no TLS".into()))?;
            let name = ServerName::try_from(place.host.clone()).map_err(|error| ConnectorError::user(error.into()))?;
            Box::new(tls.connect(name, tcp).await.map_err(cut)?)
        } else {
            Box::new(tcp)
        };
        let (talk, line) = handshake(TokioIo::new(stream)).await.map_err(broken)?;
        // How a line ended is told to whoever waits for an answer on it.
        tokio::spawn(async move { drop(line.await) });
        Ok(Line { to: place.clone(), talk, since: Instant::now() })
    }

    /// Says a request and hears the whole answer. These answers are small, and the line is free again with the last byte.
    async fn exchange(&self, mut line: Line, request: Request<SdkBody>) -> Result<Heard, ConnectorError> {
        let answer = match line.talk.try_send_request(request).await {
            Ok(answer) => answer,
            Err(mut error) => {
                return match error.take_message() {
                    Some(unsaid) => Ok(Heard::Unsaid(unsaid, error.into_error())),
                    None => Err(broken(error.into_error())),
                };
            }
        };
        let (head, body) = answer.into_parts();
        let whole = body.collect().await.map_err(broken)?.to_bytes();
        // A service in trouble is asked again over another line, which may lead to another of its machines.
        if !head.status.is_server_error() {
            line.since = Instant::now();
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        }
        let answer = HttpResponse::try_from(Response::from_parts(head, SdkBody::from(whole)));
        answer.map(Heard::Answer).map_err(|error| ConnectorError::other(error.into(), None))
    }
}

impl Place {
    fn of(uri: &Uri) -> Option<Place> {
        let tls = uri.scheme_str() == Some("https");
        Some(Place { tls, host: uri.host()?.to_owned(), port: uri.port_u16().unwrap_or(if tls { 443 } else { 80 }) })
    }

    /// A request says its path in the first line and its host in a header.
    fn stand_in(&self, request: &mut Request<SdkBody>) -> Option<()> {
        let host = match (self.tls, self.port) {
            (true, 443) | (false, 80) => HeaderValue::from_str(&self.host),
            (_, port) => HeaderValue::from_str(&format!("{}:{port}", self.host)),
        };
        request.headers_mut().insert(HOST, host.ok()?);
        *request.uri_mut() = request.uri().path_and_query()?.clone().into();
        Some(())
    }
}

/// TLS 1.3 or 1.2 with the suites that AWS recommends, against the roots of the system.
fn tls() -> Option<TlsConnector> {
    let mut roots = RootCertStore::empty();
    let (taken, _) = roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if taken == 0 {
        tracing::error!("the system has no root certificates");
    }
    trusting(roots)
}

fn trusting(roots: RootCertStore) -> Option<TlsConnector> {
    use ring::cipher_suite as suite;
    let cipher_suites = vec![
        suite::TLS13_AES_256_GCM_SHA384,
        suite::TLS13_AES_128_GCM_SHA256,
        suite::TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        suite::TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        suite::TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        suite::TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ];
    let provider = CryptoProvider { cipher_suites, ..ring::default_provider() };
    let config = ClientConfig::builder_with_provider(Arc::new(provider)).with_safe_default_protocol_versions().ok()?;
    Some(TlsConnector::from(Arc::new(config.with_root_certificates(roots).with_no_client_auth())))
}

async fn within<T>(limit: Option<Duration>, work: impl Future<Output = Result<T, ConnectorError>>) -> Result<T, ConnectorError> {
    match limit {
        Some(limit) => tokio::time::timeout(limit, work).await.unwrap_or_else(|late| Err(ConnectorError::timeout(late.into()))),
        None => work.await,
    }
}

/// Worth another attempt.
fn cut(error: std::io::Error) -> ConnectorError {
    ConnectorError::io(error.into())
}

/// Worth another attempt, unless what was said or heard makes no sense.
fn broken(error: hyper::Error) -> ConnectorError {
    if error.is_user() {
        ConnectorError::user(error.into())
    } else if error.is_parse() {
        ConnectorError::other(error.into(), None)
    } else {
        ConnectorError::io(error.into())
    }
}
