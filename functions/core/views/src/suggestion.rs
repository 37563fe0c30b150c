//! The public list of suggestions that were taken up.

use domain::lang::Both;
use domain::policy::Policy;
use domain::suggestion::Listing;
use site::page::Holder;
use site::page::suggestion::{SuggestionRow, SuggestionsPage};
use store::Published;

use crate::complaint::{place, post_at, same};

/// A page of the list: `before` is where it begins, `more` says whether it goes on.
pub fn suggestions_page(policy: &Policy, found: &[Published], before: Option<&Listing>, more: bool) -> SuggestionsPage {
    let service = |it: &Published| -> Both { policy.service(it.service.as_str()).map_or_else(|| same(it.service.as_str()), |service| service.name.clone()) };
    let row = |it: &Published| SuggestionRow {
        day: it.listing.day(),
        wording: it.wording.words().clone(),
        office: Holder { title: post_at(policy, &it.post, &it.unit), place: place(policy, &it.unit), woman: false, stands_in_for: None },
        service: service(it),
    };
    SuggestionsPage {
        rows: found.iter().map(row).collect(),
        before: before.map(ToString::to_string),
        older: found.last().filter(|_| more).map(|last| last.listing.to_string()),
        make: policy.suggestions().map(|category| category.id.clone()),
    }
}
