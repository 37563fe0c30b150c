//! `/dev/gallery`: every part and every page in every state, in both languages.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use domain::lang::Lang;

use crate::Local;

/// Where the pages of the gallery lie.
const AT: &str = "/dev/gallery/";

pub(super) async fn begin() -> Redirect {
    Redirect::to(&format!("{AT}{}", Lang::Hi))
}

/// The gallery by its language, a page by its name and language: `hi`, `check-wrong.hi`.
pub(super) async fn page(State(local): State<Local>, Path(asked): Path<String>) -> Response {
    let policy = local.jobs.app.policy();
    if let Some(lang) = Lang::parse(&asked) {
        return Html(site::gallery::gallery(policy, lang, AT)).into_response();
    }
    let found = asked.rsplit_once('.').and_then(|(name, lang)| {
        let lang = Lang::parse(lang)?;
        let (_, page) = site::examples::examples(policy).into_iter().find(|(known, _)| *known == name)?;
        Some(Html(site::render(&page, lang)))
    });
    found.map_or_else(|| StatusCode::NOT_FOUND.into_response(), axum::response::IntoResponse::into_response)
}
