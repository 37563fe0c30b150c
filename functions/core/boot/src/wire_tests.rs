//! The wire against servers of a few lines: what is kept, what is cut, who is trusted.

use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ServerConfig, SupportedProtocolVersion, version};

use super::*;

/// Made for these tests: good until 2126, for `localhost`, and trusted by nobody.
const CERT: &[u8] = include_bytes!("../examples/localhost.pem");
const KEY: &[u8] = include_bytes!("../examples/localhost-key.pem");

/// How a server treats each of its lines.
#[derive(Clone, Copy)]
enum Manner {
    Keeps,
    /// Says that it keeps the line, and cuts it after one answer.
    Cuts,
    Fails,
    Silent,
    /// Says half of its answer and cuts the line.
    Breaks,
}

struct Server {
    port: u16,
    /// How many lines were opened to it.
    lines: Arc<AtomicUsize>,
}

impl Server {
    async fn start(manner: Manner, tls: Option<TlsAcceptor>) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let lines = Arc::new(AtomicUsize::new(0));
        let opened = lines.clone();
        tokio::spawn(async move {
            loop {
                let (tcp, _) = listener.accept().await.unwrap();
                opened.fetch_add(1, Ordering::SeqCst);
                let tls = tls.clone();
                tokio::spawn(async move {
                    match tls {
                        None => serve(tcp, manner).await,
                        Some(tls) => match tls.accept(tcp).await {
                            Ok(stream) => serve(stream, manner).await,
                            Err(_) => None,
                        },
                    }
                });
            }
        });
        Server { port, lines }
    }

    fn lines(&self) -> usize {
        self.lines.load(Ordering::SeqCst)
    }
}

/// Answers with the head of each request.
async fn serve(mut stream: impl Stream, manner: Manner) -> Option<()> {
    loop {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.ok()?);
        }
        let status = match manner {
            Manner::Keeps | Manner::Cuts | Manner::Breaks => "200 OK",
            Manner::Fails => "503 Service Unavailable",
            Manner::Silent => std::future::pending().await,
        };
        let answer = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n{}", head.len(), String::from_utf8_lossy(&head));
        match manner {
            Manner::Keeps | Manner::Fails => stream.write_all(answer.as_bytes()).await.ok()?,
            Manner::Cuts => {
                stream.write_all(answer.as_bytes()).await.ok()?;
                return stream.shutdown().await.ok();
            }
            Manner::Breaks => return stream.write_all(&answer.as_bytes()[..answer.len() - 5]).await.ok(),
            Manner::Silent => {}
        }
    }
}

fn client(roots: Option<RootCertStore>) -> Connector {
    let tls = roots.map_or_else(OnceLock::new, |roots| OnceLock::from(trusting(roots)));
    let settings = HttpConnectorSettings::builder().connect_timeout(Duration::from_secs(5)).read_timeout(Duration::from_millis(500)).build();
    Connector { wire: Wire(Arc::new(Lines { idle: Mutex::default(), tls })), settings }
}

async fn ask(client: &Connector, uri: &str) -> Result<(u16, String), ConnectorError> {
    let answer = client.call(HttpRequest::get(uri).unwrap()).await?;
    let body = String::from_utf8(answer.body().bytes().unwrap().to_vec()).unwrap();
    Ok((answer.status().as_u16(), body))
}

#[tokio::test]
async fn a_line_is_used_again() {
    let server = Server::start(Manner::Keeps, None).await;
    let client = client(None);
    for _ in 0..3 {
        let (status, said) = ask(&client, &format!("http://127.0.0.1:{}/a?b=c", server.port)).await.unwrap();
        assert_eq!(status, 200);
        assert!(said.starts_with("GET /a?b=c HTTP/1.1\r\n"), "{said}");
        assert!(said.contains(&format!("host: 127.0.0.1:{}\r\n", server.port)), "{said}");
    }
    assert_eq!(server.lines(), 1);
}

#[tokio::test]
async fn two_at_once_have_a_line_each() {
    let server = Server::start(Manner::Keeps, None).await;
    let (client, uri) = (client(None), format!("http://127.0.0.1:{}/", server.port));
    let (one, two) = tokio::join!(ask(&client, &uri), ask(&client, &uri));
    assert_eq!((one.unwrap().0, two.unwrap().0), (200, 200));
    assert_eq!(server.lines(), 2);
}

#[tokio::test]
async fn a_line_that_was_cut_while_idle_costs_no_request() {
    let server = Server::start(Manner::Cuts, None).await;
    let client = client(None);
    for _ in 0..5 {
        assert_eq!(ask(&client, &format!("http://127.0.0.1:{}/", server.port)).await.unwrap().0, 200);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(server.lines(), 5);
}

#[tokio::test]
async fn a_service_in_trouble_is_asked_over_another_line() {
    let server = Server::start(Manner::Fails, None).await;
    let client = client(None);
    for _ in 0..2 {
        assert_eq!(ask(&client, &format!("http://127.0.0.1:{}/", server.port)).await.unwrap().0, 503);
    }
    assert_eq!(server.lines(), 2);
}

#[tokio::test]
async fn silence_is_a_timeout_and_a_cut_is_not() {
    let silent = Server::start(Manner::Silent, None).await;
    assert!(ask(&client(None), &format!("http://127.0.0.1:{}/", silent.port)).await.unwrap_err().is_timeout());
    let breaks = Server::start(Manner::Breaks, None).await;
    assert!(ask(&client(None), &format!("http://127.0.0.1:{}/", breaks.port)).await.unwrap_err().is_io());
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    assert!(ask(&client(None), &format!("http://127.0.0.1:{nobody}/")).await.unwrap_err().is_io());
}

#[tokio::test]
async fn tls_of_both_versions_and_only_to_whom_the_roots_vouch_for() {
    let cert = CertificateDer::from_pem_slice(CERT).unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(cert.clone()).unwrap();
    let only = |version: &'static SupportedProtocolVersion| {
        let key = PrivateKeyDer::from_pem_slice(KEY).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider())).with_protocol_versions(&[version]).unwrap();
        TlsAcceptor::from(Arc::new(config.with_no_client_auth().with_single_cert(vec![cert.clone()], key).unwrap()))
    };
    for version in [&version::TLS13, &version::TLS12] {
        let server = Server::start(Manner::Keeps, Some(only(version))).await;
        let client = client(Some(roots.clone()));
        for _ in 0..2 {
            assert_eq!(ask(&client, &format!("https://localhost:{}/", server.port)).await.unwrap().0, 200);
        }
        assert_eq!(server.lines(), 1);
        let elsewhere = format!("https://127.0.0.1:{}/", server.port);
        assert!(ask(&client, &elsewhere).await.unwrap_err().is_io(), "a certificate of another name");
    }
    let server = Server::start(Manner::Keeps, Some(only(&version::TLS13))).await;
    let strangers = client(Some(RootCertStore::empty()));
    assert!(ask(&strangers, &format!("https://localhost:{}/", server.port)).await.unwrap_err().is_io(), "a root that nobody knows");
}
