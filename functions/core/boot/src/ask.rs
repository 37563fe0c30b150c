//! What a request says about itself: its language, what it wants back, who is behind it.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use domain::lang::Lang;

use crate::cookie::{self, Kind};
use crate::desk::Spoken;

/// The side of a request that every handler asks for.
#[derive(Clone, Debug)]
pub struct Ask {
    pub lang: Lang,
    /// JSON, where the caller is a program; a page for everybody else.
    pub json: bool,
    /// The session's token, if one came along.
    pub token: Option<String>,
    /// An officer's session is behind it: what is drawn is a page of the console.
    pub desk: bool,
}

impl Ask {
    pub(crate) fn of(uri: &Uri, headers: &HeaderMap) -> Ask {
        let first = uri.path().split('/').nth(1).unwrap_or_default();
        // The console has no language in its path: it is the account's, or, before anybody is signed in, the query's.
        let lang = if first == "desk" { asked_for(uri) } else { Lang::parse(first) };
        let says = |name, what: &str| headers.get(name).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains(what));
        let wants_page = says(ACCEPT, "text/html");
        let json = !wants_page && (says(ACCEPT, "json") || says(CONTENT_TYPE, "json"));
        Ask { lang: lang.unwrap_or(Lang::Hi), json, token: cookie::value(Kind::Citizen, headers), desk: false }
    }
}

fn asked_for(uri: &Uri) -> Option<Lang> {
    uri.query()?.split('&').find_map(|pair| Lang::parse(pair.strip_prefix("lang=")?))
}

impl<S: Sync> FromRequestParts<S> for Ask {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Ask, Infallible> {
        let ask = Ask::of(&parts.uri, &parts.headers);
        let lang = parts.extensions.get::<Spoken>().map_or(ask.lang, |spoken| spoken.or(ask.lang));
        Ok(Ask { lang, ..ask })
    }
}
