//! Whatever ends a request badly: a kind for people and programs, a source for the log, no `Display` in between.

use std::fmt;

use axum::response::{IntoResponse, Response};
use site::page::{Again, NotFoundPage, ProblemKind, ProblemPage};

use crate::answer::status;
use crate::{Ask, Base};

/// A request that ends with a problem page.
#[derive(Clone, Copy, Debug)]
pub struct Problem {
    pub(crate) kind: ProblemKind,
    /// What the page shows as help code and the log has beside the reason.
    pub(crate) trace: u64,
}

impl Problem {
    fn new(kind: ProblemKind) -> Problem {
        Problem { kind, trace: u64::from_le_bytes(seal::random()) >> 24 }
    }

    /// A fault of ours that no table is to blame for. Logged here, once, beside the help code; the reason names nobody.
    pub fn broken(error: impl fmt::Display) -> Problem {
        let problem = Problem::new(ProblemKind::Broken);
        tracing::error!(help_code = format_args!("{:010x}", problem.trace), code = problem.kind.tag(), %error, "a request failed");
        problem
    }

    /// What is drawn of it, with what she had sent where sending it again may help.
    pub(crate) fn show(self, base: &Base, ask: &Ask, again: Option<Again>) -> Response {
        match self.kind {
            ProblemKind::NotFound => base.show(ask, 404, &NotFoundPage),
            kind => base.show(ask, kind.status(), &ProblemPage { kind, trace: self.trace, again }),
        }
    }
}

impl From<ProblemKind> for Problem {
    fn from(kind: ProblemKind) -> Problem {
        Problem::new(kind)
    }
}

/// Logged here, once: the page shows the help code, the log has the reason beside it.
impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Problem {
        let problem = Problem::new(match error {
            store::Error::Conflict | store::Error::Unavailable(_) => ProblemKind::Unavailable,
            store::Error::Corrupt(_) => ProblemKind::Broken,
        });
        tracing::error!(help_code = format_args!("{:010x}", problem.trace), code = problem.kind.tag(), error = %error, "a request failed");
        problem
    }
}

/// The page is drawn further out, where language and wish of the request are known.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = status(self.kind.status()).into_response();
        response.extensions_mut().insert(self);
        response
    }
}
