#![doc = include_str!("../README.md")]

mod assets;
pub mod examples;
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

pub use page::Page;
pub use pages::Draw;
pub use pages::desk::forms::said as fault_words;
pub use pages::desk::review::said as review_fault_words;
pub use pages::desk::views::said as view_fault_words;
pub use pages::happened::happened;
pub use pages::problem::problem_words;
pub use parts::door::said as door_words;
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

/// The whole document, from doctype to `</html>`.
pub fn render(page: &Page<'_>, lang: Lang) -> String {
    page.draw(lang)
}
