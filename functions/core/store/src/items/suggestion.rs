//! A suggestion as it is stored: on its complaint, in its events and on the public list.

use domain::ids::{PostId, ServiceId, UnitCode};
use domain::suggestion::{Listing, Suggestion, Wording};
use serde::{Deserialize, Serialize};

use super::optional;
use super::people::NamesItem;
use crate::keys;
use crate::suggestions::Published;

/// On the complaint.
#[derive(Serialize, Deserialize)]
pub(crate) struct SuggestionItem {
    /// Where it stands on the public list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    listing: Option<String>,
}

impl SuggestionItem {
    /// Nothing where it is none.
    pub(crate) fn of(it: &Suggestion) -> Option<SuggestionItem> {
        match it {
            Suggestion::No => None,
            Suggestion::Made => Some(SuggestionItem { listing: None }),
            Suggestion::Listed(listing) => Some(SuggestionItem { listing: Some(listing.to_string()) }),
        }
    }

    pub(crate) fn read(self) -> Option<Suggestion> {
        Some(optional(self.listing, Listing::parse)?.map_or(Suggestion::Made, Suggestion::Listed))
    }
}

/// In an event: what is said publicly, or where it stood.
#[derive(Serialize, Deserialize)]
pub(crate) struct PublicItem {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wording: Option<NamesItem>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    reworded: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    listing: Option<String>,
}

impl PublicItem {
    pub(crate) fn up(wording: &Wording, reworded: bool) -> PublicItem {
        PublicItem { wording: Some(wording.words().into()), reworded, listing: None }
    }

    pub(crate) fn down(listing: &Listing) -> PublicItem {
        PublicItem { wording: None, reworded: false, listing: Some(listing.to_string()) }
    }

    pub(crate) fn wording(self) -> Option<(Wording, bool)> {
        Some((Wording::said(self.wording?.into()), self.reworded))
    }

    pub(crate) fn listing(self) -> Option<Listing> {
        Listing::parse(&self.listing?)
    }
}

/// `G#` / `<day>.<random>`: a line of the public list. Nothing in it leads to the complaint.
#[derive(Serialize, Deserialize)]
pub(crate) struct PublishedItem {
    pk: String,
    sk: String,
    wording: NamesItem,
    post: String,
    unit: String,
    service: String,
}

impl From<&Published> for PublishedItem {
    fn from(it: &Published) -> PublishedItem {
        PublishedItem {
            pk: keys::SUGGESTIONS.to_owned(),
            sk: it.listing.to_string(),
            wording: it.wording.words().into(),
            post: it.post.to_string(),
            unit: it.unit.to_string(),
            service: it.service.to_string(),
        }
    }
}

impl PublishedItem {
    pub(crate) fn read(self) -> Option<Published> {
        Some(Published {
            listing: Listing::parse(&self.sk)?,
            wording: Wording::said(self.wording.into()),
            post: PostId::parse(&self.post)?,
            unit: UnitCode::parse(&self.unit)?,
            service: ServiceId::parse(&self.service)?,
        })
    }
}
