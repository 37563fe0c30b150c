//! What every page owes its reader, held over every example in both languages.

mod clocks;
mod desk;
mod document;
mod hostile;
mod made;
mod promises;
mod weight;

use domain::lang::Lang;

use crate::examples::examples;
use crate::render;

/// Every example in both languages: its name, its language, its document.
fn documents() -> Vec<(String, Lang, String)> {
    let policy = made::policy();
    let pages = examples(&policy);
    let all = pages.iter().flat_map(|(name, page)| Lang::ALL.map(|lang| (format!("{name}.{lang}"), lang, render(page, lang))));
    all.collect()
}
