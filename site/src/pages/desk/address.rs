//! Addresses of the worklist: a view and its filter as a query.

use crate::page::desk::{Asked, Filter, FilterPart, View};

/// `view=mine&category=S0-1`: what list, count, badge, export and a saved view share.
pub(super) fn query(view: View, filter: &Filter) -> String {
    Asked { view, filter: filter.clone() }.query()
}

/// The same without one part of the filter.
pub(super) fn without(view: View, filter: &Filter, left_out: FilterPart) -> String {
    let mut filter = filter.clone();
    filter.put(left_out, String::new());
    query(view, &filter)
}
