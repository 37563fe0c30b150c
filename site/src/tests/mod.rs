//! What every page owes its reader, held over every example in both languages.

mod clocks;
mod desk;
mod document;
mod hostile;
mod made;
mod promises;
mod weight;

use std::collections::BTreeSet;

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

#[test]
fn a_page_that_changed_was_looked_at() {
    let policy = policy_in_force::load().unwrap().policy;
    let kept: BTreeSet<String> = include_str!("../../prints.txt").lines().map(str::to_owned).collect();
    let now: BTreeSet<String> = crate::gallery::prints(&policy).lines().map(str::to_owned).collect();
    let name = |line: &String| line.split_once(' ').unwrap().1.to_owned();
    let changed: BTreeSet<String> = kept.symmetric_difference(&now).map(name).collect();
    assert!(changed.is_empty(), "{changed:?} look different: look at them in /dev/gallery, then: cargo run -p site -- --prints site/prints.txt");
}
