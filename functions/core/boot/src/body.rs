//! The fields of a form, from an HTML form or from JSON with the same names.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use site::page::ProblemKind;

use crate::Problem;

/// The largest body that is read, in bytes: ten times the longest account of what happened.
const MOST: usize = 128 * 1024;

const FORM: &str = "application/x-www-form-urlencoded";
const FILES: &str = "multipart/form-data";

/// Names and values as they were sent.
#[derive(Clone, Default)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// The last value of a field; empty where it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().rev().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// Reads a form ahead of its handler, which finds the request as it came. A body that is too large ends here.
    pub(crate) async fn peek(request: Request) -> Result<(Request, Option<Pairs>), Problem> {
        // A file is no form to be filled in once more, and may be larger than one.
        if request.method() != Method::POST || kind_of(request.headers()).is_some_and(|kind| kind == FILES) {
            return Ok((request, None));
        }
        let (parts, body) = request.into_parts();
        let body = read_body(body).await?;
        let sent = kind_of(&parts.headers).filter(|kind| kind == FORM).and_then(|_| form(&body));
        Ok((Request::from_parts(parts, Body::from(body)), sent))
    }

    pub(crate) fn into_vec(self) -> Vec<(String, String)> {
        self.0
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<S: Sync> FromRequest<S> for Pairs {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Pairs, Problem> {
        let read: fn(&[u8]) -> Option<Pairs> = match kind_of(request.headers()).as_deref() {
            Some(FORM) => form,
            Some("application/json") => json,
            Some(_) | None => return Err(ProblemKind::WrongType.into()),
        };
        let body = read_body(request.into_body()).await?;
        read(&body).ok_or_else(|| ProblemKind::UnreadableBody.into())
    }
}

fn kind_of(headers: &HeaderMap) -> Option<String> {
    let declared = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    Some(declared.split(';').next()?.trim().to_ascii_lowercase())
}

async fn read_body(body: Body) -> Result<Bytes, Problem> {
    match Limited::new(body, MOST).collect().await {
        Ok(read) => Ok(read.to_bytes()),
        Err(e) if e.is::<LengthLimitError>() => Err(ProblemKind::TooLarge.into()),
        Err(_) => Err(ProblemKind::UnreadableBody.into()),
    }
}

fn form(body: &[u8]) -> Option<Pairs> {
    Some(Pairs(form_urlencoded::parse(body).into_owned().collect()))
}

fn json(body: &[u8]) -> Option<Pairs> {
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(body).ok()?;
    let pairs = object.into_iter().map(|(name, value)| {
        let value = match value {
            serde_json::Value::Null => String::new(),
            serde_json::Value::Bool(yes) => if yes { "yes" } else { "no" }.to_owned(),
            serde_json::Value::Number(n) => n.to_string(),
            serde_json::Value::String(text) => text,
            serde_json::Value::Array(_) | serde_json::Value::Object(_) => return None,
        };
        Some((name, value))
    });
    pairs.collect::<Option<Vec<_>>>().map(Pairs)
}
