//! The session's cookie: a token that only the browser has, gone when the browser closes.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;

const NAME: &str = "__Host-sunwai";

/// The token that came with a request.
pub(crate) fn token(headers: &HeaderMap) -> Option<String> {
    let all = headers.get_all(COOKIE).into_iter().filter_map(|v| v.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, value)| *name == NAME && !value.is_empty() && value.len() <= 128)
        .map(|(_, value)| value.to_owned())
}

/// Sets the token, for as long as the browser is open.
pub(crate) fn set(token: &str) -> String {
    format!("{NAME}={token}; Path=/; Secure; HttpOnly; SameSite=Strict")
}

/// Takes it away.
pub(crate) fn clear() -> String {
    format!("{NAME}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict")
}
