//! A page on its way out: HTML for people, JSON for programs, from the same values.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::fault::Fault;
use serde_json::Value;

use crate::cookie::{self, Kind};
use crate::json::{self, Shown};
use crate::{Ask, Base};

/// What becomes of the session with an answer. With its end the browser is told to forget everything of this site.
#[derive(Clone, Copy, Debug)]
pub enum Cookie<'a> {
    Keep,
    Set(&'a str),
    Clear,
    /// The officer's, as `App::open_desk` gives it.
    SetDesk(&'a str),
    ClearDesk,
}

/// An answer that tells nobody's matter.
#[derive(Clone, Copy)]
pub(crate) struct ForAll;

/// What goes with a page beside its status.
#[derive(Clone, Copy, Debug)]
pub struct Extra<'a> {
    pub cookie: Cookie<'a>,
}

impl Base {
    /// Answers with a page.
    pub fn show(&self, ask: &Ask, code: u16, page: &impl Shown) -> Response {
        self.show_any(ask, code, page)
    }

    /// Answers with a page that is the same for everybody: browsers and whoever stands between may keep it for some minutes.
    pub fn show_to_all(&self, ask: &Ask, page: &impl Shown) -> Response {
        let mut response = self.show(ask, 200, page);
        response.extensions_mut().insert(ForAll);
        response
    }

    fn show_any(&self, ask: &Ask, code: u16, page: &dyn Shown) -> Response {
        if ask.json {
            return self.data(code, &page.json(ask.lang, code));
        }
        let kind = HeaderValue::from_static("text/html; charset=utf-8");
        let policy = if ask.desk { page.desk_policy() } else { page.policy() };
        // Without one of its own a page goes with the site's, which allows less.
        let policy = HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(site::security::content_security_policy()));
        (status(code), [(CONTENT_TYPE, kind), (CONTENT_SECURITY_POLICY, policy)], page.draw(ask.lang)).into_response()
    }

    /// Answers a program, or the script of a page, with values.
    pub fn data(&self, code: u16, value: &Value) -> Response {
        let kind = if code >= 400 { "application/problem+json" } else { "application/json" };
        (status(code), [(CONTENT_TYPE, HeaderValue::from_static(kind))], value.to_string()).into_response()
    }

    /// Answers with a paper to look at, print or keep. A browser that keeps it calls it by `name`, which tells no matter.
    pub fn paper(&self, name: &str, pdf: Vec<u8>) -> Response {
        let kind = HeaderValue::from_static("application/pdf");
        let named = HeaderValue::from_str(&format!("inline; filename=\"{name}.pdf\"")).unwrap_or(HeaderValue::from_static("inline"));
        (StatusCode::OK, [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, named)], pdf).into_response()
    }

    /// Answers with a file that somebody sent: to be kept, never to be opened within this site.
    pub fn attachment(&self, name: &str, content: Vec<u8>) -> Response {
        file("application/octet-stream", &format!("attachment; filename=\"{name}\""), content)
    }

    /// Answers with a picture that was drawn here, alone on its page.
    pub fn picture(&self, name: &str, jpeg: Vec<u8>) -> Response {
        file("image/jpeg", &format!("inline; filename=\"{name}\""), jpeg)
    }

    /// Answers a program with every fault of what it sent.
    pub fn refuse(&self, ask: &Ask, found: &[Fault]) -> Response {
        let kind = HeaderValue::from_static("application/problem+json");
        (status(422), [(CONTENT_TYPE, kind)], json::faults(ask.lang, 422, found).to_string()).into_response()
    }

    /// Answers with a page and sets or clears the session.
    pub fn show_with(&self, ask: &Ask, code: u16, page: &impl Shown, extra: Extra<'_>) -> Response {
        extra.on(self.show(ask, code, page))
    }

    /// Sends the browser to another page of this site with a GET.
    pub fn see_other(&self, path: &str, extra: Extra<'_>) -> Response {
        let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
        extra.on((StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response())
    }
}

/// What somebody sent may do nothing in a browser: no script, no form, no frame, no origin of ours.
fn file(kind: &'static str, named: &str, content: Vec<u8>) -> Response {
    let named = HeaderValue::from_str(named).unwrap_or(HeaderValue::from_static("attachment"));
    let policy = HeaderValue::from_static("default-src 'none'; sandbox; frame-ancestors 'none'");
    let headers = [(CONTENT_TYPE, HeaderValue::from_static(kind)), (CONTENT_DISPOSITION, named), (CONTENT_SECURITY_POLICY, policy)];
    (StatusCode::OK, headers, content).into_response()
}

impl Extra<'_> {
    fn on(self, mut response: Response) -> Response {
        let (line, ended) = match self.cookie {
            Cookie::Keep => return response,
            Cookie::Set(token) => (cookie::set(Kind::Citizen, token), false),
            Cookie::Clear => (cookie::clear(Kind::Citizen), true),
            Cookie::SetDesk(value) => (cookie::set(Kind::Desk, value), false),
            Cookie::ClearDesk => (cookie::clear(Kind::Desk), true),
        };
        if ended {
            let everything = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
            response.headers_mut().insert(HeaderName::from_static("clear-site-data"), everything);
        }
        if let Ok(line) = HeaderValue::from_str(&line) {
            response.headers_mut().append(SET_COOKIE, line);
        }
        response
    }
}

pub(crate) fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
