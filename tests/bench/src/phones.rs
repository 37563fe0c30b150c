//! Everybody's phones: an SNS that knows `Publish` alone and keeps the last code of each phone.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Form, State};
use axum::routing::post;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// What SNS answers.
pub(crate) const TAKEN: &str = "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>bench</MessageId></PublishResult>\
     <ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata></PublishResponse>";

type Codes = Arc<Mutex<HashMap<String, String>>>;

/// A running recorder; it ends when this is dropped.
pub(crate) struct Phones {
    pub(crate) url: String,
    codes: Codes,
    server: JoinHandle<()>,
}

impl Drop for Phones {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Phones {
    /// Starts on a loopback port of its own.
    pub(crate) async fn start() -> Result<Phones, String> {
        let codes = Codes::default();
        let router = Router::new().route("/", post(publish)).with_state(codes.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|e| format!("bind a port for the texts: {e}"))?;
        let url = format!("http://{}", listener.local_addr().map_err(|e| e.to_string())?);
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, router).await {
                eprintln!("bench: the recorder of texts ended: {error}");
            }
        });
        Ok(Phones { url, codes, server })
    }

    /// Takes the code that came to a phone.
    pub(crate) fn code(&self, phone: &str) -> Result<String, String> {
        let code = self.codes.lock().unwrap_or_else(PoisonError::into_inner).remove(phone);
        code.ok_or_else(|| "no code came to a phone".to_owned())
    }
}

async fn publish(State(codes): State<Codes>, Form(fields): Form<Vec<(String, String)>>) -> &'static str {
    let field = |name: &str| fields.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str());
    let phone = field("PhoneNumber").trim_start_matches("+91").to_owned();
    let code: String = field("Message").chars().filter(char::is_ascii_digit).take(6).collect();
    codes.lock().unwrap_or_else(PoisonError::into_inner).insert(phone, code);
    TAKEN
}
