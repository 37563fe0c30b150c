//! Addresses of the worklist: a view and its filter as a query.

use crate::page::desk::{Filter, FilterPart, View};
use crate::parts::typed::in_query;

/// `view=mine&category=S0-1`: what list, count, badge, export and a saved view share.
pub(super) fn query(view: View, filter: &Filter) -> String {
    with(view, filter.set())
}

/// The same without one part of the filter.
pub(super) fn without(view: View, filter: &Filter, left_out: FilterPart) -> String {
    with(view, filter.set().filter(|(part, _)| *part != left_out))
}

fn with<'f>(view: View, parts: impl Iterator<Item = (FilterPart, &'f str)>) -> String {
    let parts: String = parts.map(|(part, value)| format!("&{}={}", part.tag(), in_query(value))).collect();
    format!("view={}{parts}", view.tag())
}
