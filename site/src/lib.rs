#![doc = include_str!("../README.md")]

mod assets;
pub mod examples;
pub mod gallery;
pub mod page;
mod pages;
mod parts;
mod policy_json;
pub mod security;
mod static_files;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use domain::lang::Lang;
use domain::number::Number;

pub use page::Page;
pub use pages::Draw;
pub use pages::complaint::holder_name;
pub use pages::desk::callbacks::said as callback_words;
pub use pages::desk::forms::said as fault_words;
pub use pages::desk::hearings::{did as hearing_done_words, fault as hearing_fault_words};
pub use pages::desk::review::said as review_fault_words;
pub use pages::desk::views::said as view_fault_words;
pub use pages::happened::happened;
pub use pages::hearing::refused as hearing_refused_words;
pub use pages::problem::problem_words;
pub use parts::door::said as door_words;
pub use parts::help::helplines;
pub use parts::typed::shown as shown_text;
pub use static_files::{StaticFile, static_files};

static ORIGIN: OnceLock<String> = OnceLock::new();

/// Says once, at start, where the site stands, such as `https://sunwai.example`. Links between the
/// languages must be absolute; until this is said they are left out.
pub fn stands_at(origin: &str) {
    // Said twice, the first stays: pages of one process never disagree.
    let _ = ORIGIN.set(origin.trim_end_matches('/').to_owned());
}

pub(crate) fn origin() -> Option<&'static str> {
    ORIGIN.get().map(String::as_str)
}

/// The address at which a complaint is followed: what a QR code of ours holds, and all it holds. `None` where nobody said where
/// the site stands. Whoever opens it without her session is asked for phone or receipt, with the number filled in.
pub fn follow(lang: Lang, number: &Number) -> Option<String> {
    origin().map(|origin| format!("{origin}/{lang}/complaints/{number}"))
}

/// The whole document, from doctype to `</html>`.
pub fn render(page: &Page<'_>, lang: Lang) -> String {
    page.draw(lang)
}
