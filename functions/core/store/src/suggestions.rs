//! The public list of suggestions that were taken up: written with the event that says so, read by everybody.

use aws_sdk_dynamodb::types::{AttributeValue, Delete, TransactWriteItem};
use domain::decide::Change;
use domain::event::Kind;
use domain::ids::{PostId, ServiceId, UnitCode};
use domain::suggestion::{Listing, Suggestion, Wording};

use crate::complaint::{put, read};
use crate::items::PublishedItem;
use crate::{Error, Store, keys};

/// So many stand on a page of the list.
pub const ON_A_PAGE: usize = 20;

/// A line of the public list. It does not say whose suggestion it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub listing: Listing,
    pub wording: Wording,
    /// The office that took it up.
    pub post: PostId,
    pub unit: UnitCode,
    pub service: ServiceId,
}

impl Published {
    /// What a change puts onto the list; `None` where it puts nothing there.
    fn of(change: &Change) -> Option<Published> {
        let Suggestion::Listed(listing) = &change.complaint.suggestion else { return None };
        change.events.iter().find_map(|event| {
            let Kind::TakenUp { wording, office, .. } = &event.kind else { return None };
            Some(Published {
                listing: listing.clone(),
                wording: wording.clone(),
                post: office.post.clone(),
                unit: office.unit.clone(),
                service: change.complaint.service.clone(),
            })
        })
    }
}

impl Store {
    /// What a change does to the public list, to be written with it.
    pub(crate) fn suggestions_of(&self, change: &Change) -> Result<Vec<TransactWriteItem>, Error> {
        let up = Published::of(change).map(|it| put(self.put_of(&PublishedItem::from(&it))?));
        let down = change.events.iter().filter_map(|event| {
            let Kind::TakenDown { listing, .. } = &event.kind else { return None };
            Some(self.gone(listing))
        });
        up.into_iter().chain(down).collect()
    }

    fn gone(&self, listing: &Listing) -> Result<TransactWriteItem, Error> {
        let row = Delete::builder()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::SUGGESTIONS.to_owned()))
            .key("sk", AttributeValue::S(listing.to_string()))
            .build()
            .map_err(|_| Error::corrupt("a row without a key"))?;
        Ok(TransactWriteItem::builder().delete(row).build())
    }

    /// A page of the list, newest first, and whether there are more: one request. `before` is the last line of the page before.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn suggestions(&self, before: Option<&Listing>) -> Result<(Vec<Published>, bool), Error> {
        let query = match before {
            None => self.rows(keys::SUGGESTIONS, "", &[]),
            Some(before) => self.rows(keys::SUGGESTIONS, " AND sk < :before", &[(":before", &before.to_string())]),
        };
        // One more than is shown tells whether there are more.
        let found = query.scan_index_forward(false).limit(ON_A_PAGE as i32 + 1).send().await?.items.unwrap_or_default();
        let more = found.len() > ON_A_PAGE;
        let line = |item| read::<PublishedItem>(item)?.read().ok_or_else(|| Error::corrupt("a line of the public list"));
        Ok((found.into_iter().take(ON_A_PAGE).map(line).collect::<Result<_, _>>()?, more))
    }
}
