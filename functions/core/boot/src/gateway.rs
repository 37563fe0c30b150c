//! An HTTP API event (payload format 2.0) as a request, and a response as what API Gateway takes back.
//! `lambda_http` does this for every format there is; ours is one, and its tables of character sets alone
//! would take a twentieth of a function.

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_ENCODING, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, Request};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::BodyExt as _;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Event {
    raw_path: String,
    #[serde(default)]
    raw_query_string: String,
    #[serde(default)]
    cookies: Vec<String>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    request_context: Context,
    #[serde(default)]
    body: Option<String>,
    #[serde(default)]
    is_base64_encoded: bool,
}

#[derive(Debug, Deserialize)]
struct Context {
    http: Http,
}

#[derive(Debug, Deserialize)]
struct Http {
    method: String,
}

/// What goes back. `multiValueHeaders` is empty in this format, and yet some stand-ins for the gateway ask for it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Answer {
    status_code: u16,
    headers: BTreeMap<String, String>,
    multi_value_headers: BTreeMap<String, Vec<String>>,
    cookies: Vec<String>,
    body: String,
    is_base64_encoded: bool,
}

impl Event {
    /// The request, or `None` where the event is none that a browser could have caused.
    pub(crate) fn into_request(self) -> Option<Request<Body>> {
        let target = match self.raw_query_string.as_str() {
            "" => self.raw_path,
            query => format!("{}?{query}", self.raw_path),
        };
        let body = match (self.body, self.is_base64_encoded) {
            (None, _) => Bytes::new(),
            (Some(text), false) => text.into(),
            (Some(text), true) => STANDARD.decode(text).ok()?.into(),
        };
        let mut request = Request::builder().method(self.request_context.http.method.as_str()).uri(target);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if !self.cookies.is_empty() {
            request = request.header(COOKIE, self.cookies.join("; "));
        }
        request.body(Body::from(body)).ok()
    }
}

impl Answer {
    pub(crate) async fn of(response: Response) -> Answer {
        let (parts, body) = response.into_parts();
        // A body of ours is in memory already and cannot fail half-way.
        let body = body.collect().await.map(|whole| whole.to_bytes()).unwrap_or_default();
        let text = if parts.headers.contains_key(CONTENT_ENCODING) { None } else { std::str::from_utf8(&body).ok() };
        Answer {
            status_code: parts.status.as_u16(),
            headers: single(&parts.headers),
            multi_value_headers: BTreeMap::new(),
            cookies: values(&parts.headers, SET_COOKIE.as_str()),
            body: text.map_or_else(|| STANDARD.encode(&body), str::to_owned),
            is_base64_encoded: text.is_none(),
        }
    }

    /// For an event that is no request.
    pub(crate) fn unreadable() -> Answer {
        Answer {
            status_code: 400,
            headers: BTreeMap::new(),
            multi_value_headers: BTreeMap::new(),
            cookies: vec![],
            body: String::new(),
            is_base64_encoded: false,
        }
    }
}

/// One value a name, several joined as HTTP allows; cookies go apart.
fn single(headers: &HeaderMap) -> BTreeMap<String, String> {
    let names = headers.keys().filter(|name| **name != SET_COOKIE);
    names.map(|name| (name.to_string(), values(headers, name.as_str()).join(", "))).collect()
}

fn values(headers: &HeaderMap, name: &str) -> Vec<String> {
    headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok()).map(str::to_owned).collect()
}
