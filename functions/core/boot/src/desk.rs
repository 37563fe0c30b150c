//! Who is at the console: the officer behind a request, read anew for each, and the proof that a form is ours.

use std::sync::{Arc, OnceLock};

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::LOCATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::account::{Account, PROOF};
use domain::complaint::Officer;
use domain::ids::OfficerId;
use domain::lang::Lang;
use site::page::desk::SessionShown;
use site::page::{Onward, ProblemKind};
use store::DeskSession;

use crate::cookie::{self, DeskToken, Kind};
use crate::{App, Ask, Base, Cookie, Extra, Pairs, Problem};

/// Where somebody goes who is not signed in.
const SIGN_IN: &str = "/desk/sign-in";
/// The hidden field that every form of the console carries.
pub const FORM_TOKEN: &str = "form_token";

/// An officer who is signed in and holds a post at this moment.
#[derive(Clone, Debug)]
pub struct Desk {
    pub account: Account,
    pub officer: Officer,
    /// The account's language.
    pub lang: Lang,
    /// What each form carries in [`FORM_TOKEN`]: only a page of this session knows it.
    pub form_token: String,
    /// What the request says, in the account's language.
    pub ask: Ask,
    /// How long the session lasts.
    pub session: SessionShown,
}

impl Desk {
    /// Makes sure that a form was drawn for this session. Every POST of the console asks, beside what the browser
    /// says of where the form comes from.
    ///
    /// # Errors
    /// `ForeignForm` where it was not.
    pub fn owns(&self, pairs: &Pairs) -> Result<(), Problem> {
        self.owns_form(pairs.get(FORM_TOKEN))
    }

    /// The same of a form that carries a file.
    ///
    /// # Errors
    /// `ForeignForm` where it was not.
    pub fn owns_form(&self, sent: &str) -> Result<(), Problem> {
        if seal::same(self.form_token.as_bytes(), sent.as_bytes()) { Ok(()) } else { Err(ProblemKind::ForeignForm.into()) }
    }

    /// What is answered instead, where the passkey was not shown lately enough: a browser is led to the page that asks
    /// for it, and from there on; a program is told.
    pub fn must_prove(&self, base: &Base, onward: &Onward) -> Option<Response> {
        let answer = || if self.ask.json { SignedOut::Program.into_response() } else { base.see_other(&onward.sign_in(), Extra { cookie: Cookie::Keep }) };
        (!self.session.proven).then(answer)
    }
}

/// The first half of a hash of the token: it gives away nothing that opens a session.
fn form_token(token: &str) -> String {
    seal::digest(&format!("form.{token}"))[..32].to_owned()
}

impl App {
    /// Opens a session for an officer; what it gives back is the cookie's value.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn open_desk(&self, officer: &OfficerId) -> Result<String, Problem> {
        let token = URL_SAFE_NO_PAD.encode(seal::random::<32>());
        self.store().open_desk_session(officer, &token, self.now()).await?;
        Ok(DeskToken { officer: officer.clone(), token }.value())
    }

    /// Ends the session that a request came with; one that is over already is fine too.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn close_desk(&self, headers: &HeaderMap) -> Result<(), Problem> {
        match DeskToken::of(headers) {
            Some(DeskToken { officer, token }) => Ok(self.store().close_desk_session(&officer, &token).await?),
            None => Ok(()),
        }
    }
}

impl DeskToken {
    fn of(headers: &HeaderMap) -> Option<DeskToken> {
        DeskToken::parse(&cookie::value(Kind::Desk, headers)?)
    }
}

/// A request without an officer behind it.
#[derive(Debug)]
pub enum SignedOut {
    /// A browser is led to the page to sign in.
    Page,
    /// A program is told.
    Program,
    /// Nobody could say who it is.
    Failed(Problem),
}

impl IntoResponse for SignedOut {
    fn into_response(self) -> Response {
        match self {
            SignedOut::Page => (StatusCode::SEE_OTHER, [(LOCATION, HeaderValue::from_static(SIGN_IN))]).into_response(),
            SignedOut::Program => Problem::from(ProblemKind::SignInNeeded).into_response(),
            SignedOut::Failed(problem) => problem.into_response(),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Desk
where
    App: FromRef<S>,
{
    type Rejection = SignedOut;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Desk, SignedOut> {
        let app = App::from_ref(state);
        let ask = Ask::of(&parts.uri, &parts.headers);
        let now = app.now();
        let signed_in = match DeskToken::of(&parts.headers) {
            Some(DeskToken { officer, token }) => {
                let session = app.store().desk_session(&officer, &token, now).await.map_err(|e| SignedOut::Failed(e.into()))?;
                session.map(|session| (session, token))
            }
            None => None,
        };
        let signed_out = if ask.json { SignedOut::Program } else { SignedOut::Page };
        let Some((DeskSession { account, opened_at, ends_at }, token)) = signed_in else { return Err(signed_out) };
        let Some(officer) = account.officer(now) else { return Err(signed_out) };
        let lang = account.lang;
        if let Some(spoken) = parts.extensions.get::<Spoken>() {
            spoken.says(lang);
        }
        // A session begins with the passkey, and showing it once more begins another.
        let proven = now < opened_at + PROOF;
        let session = SessionShown { ends_at, seconds: ends_at.duration_since(now).as_secs(), proven };
        Ok(Desk { officer, lang, form_token: form_token(&token), ask: Ask { lang, desk: true, ..ask }, account, session })
    }
}

/// The language of whoever turned out to be behind a request: what is drawn further out is drawn in it too.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spoken(Arc<OnceLock<Lang>>);

impl Spoken {
    fn says(&self, lang: Lang) {
        // Asked twice in one request, the account says the same.
        let _ = self.0.set(lang);
    }

    pub(crate) fn or(&self, asked: Lang) -> Lang {
        self.0.get().copied().unwrap_or(asked)
    }
}
