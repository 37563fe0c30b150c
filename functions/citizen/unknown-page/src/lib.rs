//! Whatever no other function answers: an address that is none, or a method that a page does not take.

use axum::Router;
use axum::http::Method;
use boot::{Base, Problem, ProblemKind};

pub fn routes(_: Base) -> Router {
    Router::new().fallback(async |method: Method| {
        let kind = if method == Method::GET || method == Method::HEAD { ProblemKind::NotFound } else { ProblemKind::WrongMethod };
        Problem::from(kind)
    })
}
