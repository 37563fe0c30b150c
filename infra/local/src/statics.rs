//! The static files, as the network in front of the functions would serve them.

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use domain::policy::Policy;

/// Every static file by its path.
#[derive(Clone)]
pub struct Statics(Arc<HashMap<String, (&'static str, Bytes)>>);

impl Statics {
    pub fn draw(policy: &Policy) -> Statics {
        let files = site::static_files(policy).into_iter();
        Statics(Arc::new(files.map(|f| (f.path, (f.content_type, Bytes::from(f.body)))).collect()))
    }
}

/// Answers with a static file where there is one; everything else goes on to the functions.
pub async fn serve(State(statics): State<Statics>, request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let path = request.uri().path();
    if let Some((kind, body)) = statics.0.get(path) {
        let mut response = ([(CONTENT_TYPE, HeaderValue::from_static(kind))], body.clone()).into_response();
        boot::headers(response.headers_mut(), false);
        return boot::packed(boot::accepts_packed(request.headers()), response).await;
    }
    let with_slash = format!("{path}/");
    if statics.0.contains_key(&with_slash)
        && let Ok(location) = HeaderValue::from_str(&with_slash)
    {
        return (StatusCode::MOVED_PERMANENTLY, [(LOCATION, location)]).into_response();
    }
    next.run(request).await
}
