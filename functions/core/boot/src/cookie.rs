//! The sessions' cookies: tokens that only the browser has, gone when the browser closes.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use domain::ids::OfficerId;

/// Whose session a cookie is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Opens one complaint.
    Citizen,
    /// Opens the console.
    Desk,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Citizen => "__Host-sunwai",
            Kind::Desk => "__Host-sunwai-desk",
        }
    }
}

/// An officer and the token that stands for the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DeskToken {
    pub(crate) officer: OfficerId,
    pub(crate) token: String,
}

impl DeskToken {
    /// The number before the last dot, the token after it: a token has no dot.
    pub(crate) fn parse(value: &str) -> Option<DeskToken> {
        let (officer, token) = value.rsplit_once('.')?;
        let base64url = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        (token.len() == 43 && token.bytes().all(base64url)).then_some(())?;
        Some(DeskToken { officer: OfficerId::parse(officer)?, token: token.to_owned() })
    }

    pub(crate) fn value(&self) -> String {
        format!("{}.{}", self.officer, self.token)
    }
}

/// What came with a request.
pub(crate) fn value(kind: Kind, headers: &HeaderMap) -> Option<String> {
    let all = headers.get_all(COOKIE).into_iter().filter_map(|v| v.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, value)| *name == kind.name() && !value.is_empty() && value.len() <= 128)
        .map(|(_, value)| value.to_owned())
}

/// Sets it, for as long as the browser is open.
pub(crate) fn set(kind: Kind, value: &str) -> String {
    format!("{}={value}; Path=/; Secure; HttpOnly; SameSite=Strict", kind.name())
}

/// Takes it away.
pub(crate) fn clear(kind: Kind) -> String {
    format!("{}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict", kind.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_officers_number_may_have_dots_and_a_token_has_none() {
        let token = "A-_9".repeat(10) + "xyz";
        let read = DeskToken::parse(&format!("O.1/2 b.{token}")).unwrap();
        assert_eq!((read.officer.as_str(), read.token.as_str()), ("O.1/2 b", token.as_str()));
        assert_eq!(DeskToken::parse(&read.value()), Some(read));
        for bad in [token.clone(), format!(".{token}"), format!("O-1.{token}x"), format!("O-1.{}", "=".repeat(43)), "O-1.".to_owned(), String::new()] {
            assert_eq!(DeskToken::parse(&bad), None, "{bad}");
        }
    }
}
