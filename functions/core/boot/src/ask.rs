//! What a request says about itself: its language, what it wants back, who is behind it.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use domain::lang::Lang;

use crate::cookie;

/// The side of a request that every handler asks for.
#[derive(Clone, Debug)]
pub struct Ask {
    pub lang: Lang,
    /// JSON, where the caller is a program; a page for everybody else.
    pub json: bool,
    /// The session's token, if one came along.
    pub token: Option<String>,
}

impl Ask {
    pub(crate) fn of(uri: &Uri, headers: &HeaderMap) -> Ask {
        let first = uri.path().split('/').nth(1).unwrap_or_default();
        let says = |name, what: &str| headers.get(name).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains(what));
        let wants_page = says(ACCEPT, "text/html");
        let json = !wants_page && (says(ACCEPT, "json") || says(CONTENT_TYPE, "json"));
        Ask { lang: Lang::parse(first).unwrap_or(Lang::Hi), json, token: cookie::token(headers) }
    }
}

impl<S: Sync> FromRequestParts<S> for Ask {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Ask, Infallible> {
        Ok(Ask::of(&parts.uri, &parts.headers))
    }
}
