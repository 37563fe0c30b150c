//! An officer's account as it is stored.

use domain::account::{Account, Posting};
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
}

/// What stays as it is when an account is written anew: these are not the list's to say.
pub(crate) const OWN: [&str; 4] = ["suspended", "lang", "keys", "passkeys"];

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
        }
    }
}

impl AccountItem {
    pub(crate) fn read(self) -> Result<Account, Error> {
        self.parse().ok_or_else(|| Error::corrupt("an account"))
    }

    fn parse(self) -> Option<Account> {
        let posting =
            Posting { unit: UnitCode::parse(&self.unit)?, post: PostId::parse(&self.post)?, from: moment(&self.from)?, until: optional(self.until, moment)? };
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
        })
    }
}
