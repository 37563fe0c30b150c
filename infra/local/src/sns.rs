//! A small SNS: it takes `Publish` as the real one does and writes down what it was sent.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Form, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use boot::Clock;
use domain::sms::{Encoding, Texts, segments};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A text that left.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct Sms {
    pub to: String,
    pub text: String,
    /// The product's time.
    pub at: String,
    pub template: String,
    pub language: String,
    pub encoding: String,
    pub segments: usize,
    pub attributes: std::collections::BTreeMap<String, String>,
}

/// Everything that was sent, oldest first; kept in a file where there is one.
#[derive(Clone, Default)]
pub struct Inbox(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    texts: Vec<Sms>,
    file: Option<std::fs::File>,
}

impl Inbox {
    /// Opens the inbox with what is in its file.
    ///
    /// # Errors
    /// Where the file cannot be opened; the text says so.
    pub fn open(file: Option<PathBuf>) -> Result<Inbox, String> {
        let Some(path) = file else { return Ok(Inbox::default()) };
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        // A line that a crash cut short is no text.
        let texts = before.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let file = std::fs::OpenOptions::new().create(true).append(true).open(&path);
        let file = file.map_err(|e| format!("open the inbox {}: {e}", path.display()))?;
        Ok(Inbox(Arc::new(Mutex::new(Kept { texts, file: Some(file) }))))
    }

    pub fn texts(&self) -> Vec<Sms> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).texts.clone()
    }

    fn take(&self, sms: Sms) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Some(file), Ok(line)) = (&mut kept.file, serde_json::to_string(&sms))
            && let Err(error) = writeln!(file, "{line}")
        {
            tracing::warn!(%error, "a text was not written to the inbox's file");
        }
        kept.texts.push(sms);
    }
}

#[derive(Clone)]
struct Recorder {
    inbox: Inbox,
    texts: Arc<Texts>,
    clock: Clock,
}

/// A running recorder; it ends when this is dropped.
pub struct Sns {
    pub url: String,
    server: JoinHandle<()>,
}

impl Drop for Sns {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Sns {
    /// Starts on a loopback port of its own.
    ///
    /// # Errors
    /// Where no port is free.
    pub async fn start(inbox: Inbox, texts: Arc<Texts>, clock: Clock) -> Result<Sns, String> {
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|e| format!("bind a port for the texts: {e}"))?;
        let url = format!("http://{}", listener.local_addr().map_err(|e| e.to_string())?);
        let router = Router::new().route("/", post(publish)).with_state(Recorder { inbox, texts, clock });
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, router).await {
                tracing::error!(%error, "the recorder of texts ended");
            }
        });
        Ok(Sns { url, server })
    }
}

async fn publish(State(here): State<Recorder>, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let field = |name: &str| fields.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str());
    let to = field("PhoneNumber");
    let text = field("Message");
    let is_number = to.strip_prefix('+').is_some_and(|d| (7..=15).contains(&d.len()) && d.bytes().all(|b| b.is_ascii_digit()));
    if field("Action") != "Publish" {
        return refused("InvalidAction", "only Publish is known here");
    }
    if !is_number {
        return refused("InvalidParameter", "Invalid parameter: PhoneNumber");
    }
    if text.is_empty() || text.chars().count() > 1600 {
        return refused("InvalidParameter", "Invalid parameter: Message");
    }
    let attributes: std::collections::BTreeMap<String, String> = (1..=20)
        .map(|n| (field(&format!("MessageAttributes.entry.{n}.Name")), field(&format!("MessageAttributes.entry.{n}.Value.StringValue"))))
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let registered = attributes.get("AWS.MM.SMS.TemplateId").and_then(|id| here.texts.templates().find(|t| t.dlt_id == *id));
    here.inbox.take(Sms {
        to: to.to_owned(),
        text: text.to_owned(),
        at: here.clock.now().to_string(),
        template: registered.map_or("", |t| t.key.tag()).to_owned(),
        language: registered.map_or("", |t| t.lang.tag()).to_owned(),
        encoding: Encoding::of(text).tag().to_owned(),
        segments: segments(text),
        attributes,
    });
    let id = seal::hex(&seal::random::<16>());
    let xml = format!(
        "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>{id}</MessageId></PublishResult>\
         <ResponseMetadata><RequestId>{id}</RequestId></ResponseMetadata></PublishResponse>"
    );
    (StatusCode::OK, [(header::CONTENT_TYPE, "text/xml")], xml).into_response()
}

fn refused(code: &str, message: &str) -> Response {
    let xml = format!(
        "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type><Code>{code}</Code>\
         <Message>{message}</Message></Error><RequestId>local</RequestId></ErrorResponse>"
    );
    (StatusCode::BAD_REQUEST, [(header::CONTENT_TYPE, "text/xml")], xml).into_response()
}
