//! What every answer goes through: problems become pages, headers keep the page safe, foreign forms stay out.

use std::io::Write as _;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use domain::lang::Lang;
use flate2::Compression;
use flate2::write::GzEncoder;
use http_body_util::BodyExt as _;
use site::page::{Again, ProblemKind};

use crate::answer::ForAll;
use crate::desk::Spoken;
use crate::{Ask, Base, Pairs, Problem};

/// The routes of one function or of many, made ready to meet the world.
pub fn harden(routes: Router, base: &Base) -> Router {
    routes
        .fallback(async || Problem::from(ProblemKind::NotFound))
        .method_not_allowed_fallback(async || Problem::from(ProblemKind::WrongMethod))
        .layer(from_fn_with_state(base.clone(), own_forms_only))
        .layer(from_fn(known_languages_only))
        .layer(from_fn_with_state(base.clone(), draw_problems))
        .layer(from_fn(set_headers))
        .layer(from_fn(pack))
}

/// The headers of every answer, static pages included; `personal` ones are never kept anywhere.
pub fn headers(headers: &mut HeaderMap, personal: bool) {
    // A page that was drawn has said by itself what it may do.
    let own = headers.remove(header::CONTENT_SECURITY_POLICY);
    let fixed: [(HeaderName, &str); 8] = [
        (header::CONTENT_SECURITY_POLICY, site::security::content_security_policy()),
        (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ];
    for (name, value) in fixed {
        // Said once: of two policies a browser obeys the narrower.
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
    if let Some(own) = own {
        headers.insert(header::CONTENT_SECURITY_POLICY, own);
    }
    let kept = if personal { "no-store" } else { "public, max-age=300" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
}

async fn set_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let personal = response.extensions().get::<ForAll>().is_none();
    headers(response.headers_mut(), personal);
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept, accept-encoding"));
    response
}

async fn draw_problems(State(base): State<Base>, request: Request, next: Next) -> Response {
    let ask = Ask::of(request.uri(), request.headers());
    let action = request.uri().path().to_owned();
    let (request, sent) = match Pairs::peek(request).await {
        Ok(read) => read,
        Err(problem) => return problem.show(&base, &ask, None),
    };
    let (request, spoken) = listening(request);
    let response = next.run(request).await;
    let Some(problem) = response.extensions().get::<Problem>().copied() else { return response };
    let ask = Ask { lang: spoken.or(ask.lang), ..ask };
    let ours = matches!(problem.kind, ProblemKind::Unavailable | ProblemKind::Broken);
    let again = sent.filter(|_| ours).map(|sent| Again { action, fields: sent.into_vec() });
    let mut drawn = problem.show(&base, &ask, again);
    // What the router said of the allowed methods stays.
    if let Some(allow) = response.headers().get(header::ALLOW) {
        drawn.headers_mut().insert(header::ALLOW, allow.clone());
    }
    if matches!(problem.kind, ProblemKind::Unavailable) {
        drawn.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("30"));
    }
    drawn
}

/// A request that tells, once it was answered, in which language its officer reads.
fn listening(mut request: Request) -> (Request, Spoken) {
    let spoken = Spoken::default();
    request.extensions_mut().insert(spoken.clone());
    (request, spoken)
}

async fn pack(request: Request, next: Next) -> Response {
    let accepts = accepts_packed(request.headers());
    let response = next.run(request).await;
    packed(accepts, response).await
}

/// Whether whoever asks can unpack.
pub fn accepts_packed(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("gzip"))
}

/// Packs what is worth it for a caller who can unpack it: on a slow network a page is a third of itself.
pub async fn packed(accepts: bool, response: Response) -> Response {
    if !accepts || response.headers().contains_key(header::CONTENT_ENCODING) || is_packed(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // A body of ours is in memory already and cannot fail half-way.
    let whole = body.collect().await.map(|whole| whole.to_bytes()).unwrap_or_default();
    let mut packer = GzEncoder::new(Vec::with_capacity(whole.len() / 2), Compression::new(6));
    match packer.write_all(&whole).and_then(|()| packer.finish()) {
        Ok(packed) if packed.len() < whole.len() => {
            parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            parts.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(parts, packed.into())
        }
        Ok(_) | Err(_) => Response::from_parts(parts, whole.into()),
    }
}

/// Pictures and films are packed already.
fn is_packed(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    kind.starts_with("image/") || kind == "application/octet-stream"
}

/// A page in a language that is none of ours is no page. The console's language is the officer's.
async fn known_languages_only(request: Request, next: Next) -> Response {
    let mut segments = request.uri().path().split('/').skip(1);
    let known = match (segments.next(), segments.next()) {
        (Some("desk"), Some(_)) => true,
        (Some(lang), Some(_)) => Lang::parse(lang).is_some(),
        (_, None) | (None, _) => true,
    };
    if known { next.run(request).await } else { Problem::from(ProblemKind::NotFound).into_response() }
}

/// A form that another site sends in her name is not taken. Browsers that say where a form comes from are
/// believed; those too old to say it carry a draft or a cookie that no other site has.
async fn own_forms_only(State(base): State<Base>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_own(request.headers(), base.origin(), request.uri().path()) {
        next.run(request).await
    } else {
        Problem::from(ProblemKind::ForeignForm).into_response()
    }
}

fn is_own(headers: &HeaderMap, site: &str, path: &str) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    // The doors of the console have no form token yet: there, saying nothing is not enough.
    let silence_is_enough = !path.starts_with("/desk/");
    let said = match text(HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin" | "none") => true,
        Some("cross-site" | "same-site") => return false,
        Some(_) | None => silence_is_enough,
    };
    match text(ORIGIN) {
        // Our own pages send no referrer, and then browsers hide their origin too.
        None | Some("null") => said,
        Some(origin) => {
            let host = text(HOST).unwrap_or_default();
            origin == site || origin.split_once("://").is_some_and(|(_, authority)| authority == host)
        }
    }
}
