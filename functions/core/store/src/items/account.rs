//! An officer's account as it is stored.

use domain::account::{Account, Posting, Recovery, SavedView, ViewName};
use domain::ids::{OfficerId, PostId, UnitCode};
use domain::lang::Lang;
use serde::{Deserialize, Serialize};

use super::people::NamesItem;
use super::{moment, optional, when};
use crate::{Error, keys};

/// `A#<officer>` / `META`. One posting is one set of attributes, so that a transfer is one write.
#[derive(Serialize, Deserialize)]
pub(crate) struct AccountItem {
    pk: String,
    sk: String,
    id: String,
    rank: NamesItem,
    name: NamesItem,
    woman: bool,
    unit: String,
    post: String,
    from: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    suspended: bool,
    lang: String,
    keys: bool,
    passkeys: u32,
    #[serde(default)]
    generation: u32,
    /// The hash of an invitation's code.
    #[serde(default, skip_serializing)]
    pub(crate) invite_hash: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    invite_until: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recovery_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recovery_unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recovery_until: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    views: Vec<ViewItem>,
}

/// A view under a name.
#[derive(Serialize, Deserialize)]
pub(crate) struct ViewItem {
    name: String,
    query: String,
}

/// What a list of officers says of an account. All else is the officer's or a superior's to say, and stays.
pub(crate) const LISTED: [&str; 8] = ["id", "rank", "name", "woman", "unit", "post", "from", "until"];

impl From<&Account> for AccountItem {
    fn from(it: &Account) -> AccountItem {
        AccountItem {
            pk: keys::account(it.id.as_str()),
            sk: keys::META.to_owned(),
            id: it.id.to_string(),
            rank: (&it.rank).into(),
            name: (&it.name).into(),
            woman: it.woman,
            unit: it.posting.unit.to_string(),
            post: it.posting.post.to_string(),
            from: when(it.posting.from),
            until: it.posting.until.map(when),
            suspended: it.suspended,
            lang: it.lang.tag().to_owned(),
            keys: it.keys,
            passkeys: it.passkeys,
            generation: it.generation,
            invite_hash: None,
            invite_until: it.invited_until.map(when),
            recovery_by: it.recovery.as_ref().map(|recovery| recovery.by.to_string()),
            recovery_unit: it.recovery.as_ref().map(|recovery| recovery.unit.to_string()),
            recovery_until: it.recovery.as_ref().map(|recovery| when(recovery.until)),
            views: it.views.iter().map(ViewItem::from).collect(),
        }
    }
}

impl From<&SavedView> for ViewItem {
    fn from(it: &SavedView) -> ViewItem {
        ViewItem { name: it.name.as_str().to_owned(), query: it.query.clone() }
    }
}

impl AccountItem {
    pub(crate) fn read(self) -> Result<Account, Error> {
        self.parse().ok_or_else(|| Error::corrupt("an account"))
    }

    fn parse(self) -> Option<Account> {
        let posting =
            Posting { unit: UnitCode::parse(&self.unit)?, post: PostId::parse(&self.post)?, from: moment(&self.from)?, until: optional(self.until, moment)? };
        let recovery = match (self.recovery_by, self.recovery_unit, self.recovery_until) {
            (None, None, None) => None,
            (by, unit, until) => Some(Recovery { by: OfficerId::parse(&by?)?, unit: UnitCode::parse(&unit?)?, until: moment(&until?)? }),
        };
        Some(Account {
            id: OfficerId::parse(&self.id)?,
            rank: self.rank.into(),
            name: self.name.into(),
            woman: self.woman,
            posting,
            suspended: self.suspended,
            lang: Lang::parse(&self.lang)?,
            keys: self.keys,
            passkeys: self.passkeys,
            generation: self.generation,
            invited_until: optional(self.invite_until, moment)?,
            recovery,
            // A name that is none any more is no reason to lock somebody out.
            views: self.views.into_iter().filter_map(|it| Some(SavedView { name: ViewName::parse(&it.name).ok()?, query: it.query })).collect(),
        })
    }
}
