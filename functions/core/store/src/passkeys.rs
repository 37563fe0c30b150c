//! Passkeys under their accounts, the invitations that let one be made, and the recovery that ends them all.

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Delete, Put, TransactWriteItem, Update};
use domain::Timestamp;
use domain::account::{Account, MOST_PASSKEYS, Recovery};
use domain::complaint::Officer;
use domain::ids::OfficerId;

use crate::complaint::{Item, read};
use crate::items::{AccountItem, when};
use crate::{Error, Store, keys};

/// Takes an invitation back out of its account.
const UNINVITE: &str = "REMOVE invite_hash, invite_until, invite_by";

impl Store {
    /// An account and one of its passkeys, in one consistent read; `None` where either is missing.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn passkey(&self, officer: &OfficerId, digest: &str) -> Result<Option<(Account, String)>, Error> {
        let sk = keys::passkey(digest);
        let (mut account, mut passkey) = (None, None);
        for item in self.both(&keys::account(officer.as_str()), &sk).await? {
            if item.get("sk").and_then(|v| v.as_s().ok()) == Some(&sk) {
                passkey = Some(stored(&item)?);
            } else {
                account = Some(read::<AccountItem>(item)?.read()?);
            }
        }
        Ok(account.zip(passkey))
    }

    /// Every passkey of an officer, each under its name.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn passkeys(&self, officer: &OfficerId) -> Result<Vec<(String, String)>, Error> {
        let query = self
            .client
            .query()
            .table_name(&self.tables.main)
            .key_condition_expression("pk = :pk AND begins_with(sk, :passkeys)")
            .expression_attribute_values(":pk", AttributeValue::S(keys::account(officer.as_str())))
            .expression_attribute_values(":passkeys", AttributeValue::S(keys::PASSKEYS.to_owned()))
            .consistent_read(true);
        // There are five at most, so one page holds them.
        let rows = query.send().await?.items.unwrap_or_default();
        let one = |item: &Item| {
            let sk = item.get("sk").and_then(|v| v.as_s().ok()).ok_or_else(|| Error::corrupt("a passkey"))?;
            Ok((sk.trim_start_matches(keys::PASSKEYS).to_owned(), stored(item)?))
        };
        rows.iter().map(one).collect()
    }

    /// Keeps what a passkey has become after a sign-in, such as its counter.
    ///
    /// # Errors
    /// `Conflict` where another sign-in with the same passkey was first.
    pub async fn replace_passkey(&self, officer: &OfficerId, digest: &str, before: &str, after: &str) -> Result<(), Error> {
        let update = self
            .on_row(keys::account(officer.as_str()), &keys::passkey(digest))
            .update_expression("SET passkey = :after")
            .condition_expression("passkey = :before")
            .expression_attribute_values(":after", AttributeValue::S(after.to_owned()))
            .expression_attribute_values(":before", AttributeValue::S(before.to_owned()));
        update.send().await?;
        Ok(())
    }

    /// Lets an officer make a passkey with a code, of which the hash is kept. An earlier invitation is void.
    ///
    /// # Errors
    /// `Conflict` where there is no such account, or it has all the passkeys it may have.
    pub async fn invite(&self, officer: &OfficerId, code_hash: &str, by: &OfficerId, until: Timestamp) -> Result<(), Error> {
        let update = self
            .on_row(keys::account(officer.as_str()), keys::META)
            .update_expression("SET invite_hash = :hash, invite_until = :until, invite_by = :by")
            .condition_expression("attribute_exists(pk) AND passkeys < :most")
            .expression_attribute_values(":hash", AttributeValue::S(code_hash.to_owned()))
            .expression_attribute_values(":until", AttributeValue::S(when(until)))
            .expression_attribute_values(":by", AttributeValue::S(by.to_string()))
            .expression_attribute_values(":most", AttributeValue::N(MOST_PASSKEYS.to_string()));
        update.send().await?;
        Ok(())
    }

    /// The account that a code invites to make a passkey; `None` for a wrong code, an old one, or nobody.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn invited(&self, officer: &OfficerId, code_hash: &str, now: Timestamp) -> Result<Option<Account>, Error> {
        let Some(item) = self.get(keys::account(officer.as_str()), keys::META.to_owned()).await? else { return Ok(None) };
        let item: AccountItem = read(item)?;
        let fits = item.invite_hash.as_ref().is_some_and(|hash| seal::same(hash.as_bytes(), code_hash.as_bytes()));
        let account = item.read()?;
        Ok((fits && account.invited_until.is_some_and(|until| now < until)).then_some(account))
    }

    /// Adds a passkey and uses its invitation up, both or neither.
    ///
    /// # Errors
    /// `Conflict` where the invitation was used, replaced or is too old, or this passkey is there already.
    pub async fn enrol(&self, officer: &OfficerId, code_hash: &str, digest: &str, passkey: &str, now: Timestamp) -> Result<(), Error> {
        let account = self
            .of_account(officer)
            .update_expression(format!("ADD passkeys :one {UNINVITE}"))
            .condition_expression("invite_hash = :hash AND invite_until > :now AND passkeys < :most")
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
            .expression_attribute_values(":hash", AttributeValue::S(code_hash.to_owned()))
            .expression_attribute_values(":now", AttributeValue::S(when(now)))
            .expression_attribute_values(":most", AttributeValue::N(MOST_PASSKEYS.to_string()));
        let put = Put::builder()
            .table_name(&self.tables.main)
            .item("pk", AttributeValue::S(keys::account(officer.as_str())))
            .item("sk", AttributeValue::S(keys::passkey(digest)))
            .item("passkey", AttributeValue::S(passkey.to_owned()))
            .item("made_at", AttributeValue::S(when(now)))
            .condition_expression("attribute_not_exists(pk)");
        let put = put.build().map_err(|_| Error::corrupt("a write without a table"))?;
        self.all_or_none(vec![written(account)?, TransactWriteItem::builder().put(put).build()]).await
    }

    /// Writes down the first half of a recovery. One that waits already stays, until it is too old.
    ///
    /// # Errors
    /// `Conflict` where there is no such account or another half waits.
    pub async fn ask_recovery(&self, officer: &OfficerId, first: &Recovery, now: Timestamp) -> Result<(), Error> {
        let update = self
            .on_row(keys::account(officer.as_str()), keys::META)
            .update_expression("SET recovery_by = :by, recovery_unit = :unit, recovery_until = :until")
            .condition_expression("attribute_exists(pk) AND (attribute_not_exists(recovery_by) OR recovery_until <= :now)")
            .expression_attribute_values(":by", AttributeValue::S(first.by.to_string()))
            .expression_attribute_values(":unit", AttributeValue::S(first.unit.to_string()))
            .expression_attribute_values(":until", AttributeValue::S(when(first.until)))
            .expression_attribute_values(":now", AttributeValue::S(when(now)));
        update.send().await?;
        Ok(())
    }

    /// The second half: every passkey goes, every session ends, and a new invitation is there, all or nothing.
    /// Whether this officer may be the second is [`Recovery::is_confirmed_by`]'s to say.
    ///
    /// # Errors
    /// `Conflict` where the first half is not the one that was read, or a passkey was added in this very moment.
    pub async fn recover(&self, officer: &OfficerId, first: &Recovery, second: &Officer, code_hash: &str, until: Timestamp) -> Result<(), Error> {
        let passkeys = self.passkeys(officer).await?;
        let account = self
            .of_account(officer)
            .update_expression(
                "SET passkeys = :none, invite_hash = :hash, invite_until = :until, invite_by = :second ADD generation :one \
                 REMOVE recovery_by, recovery_unit, recovery_until",
            )
            .condition_expression("recovery_by = :by AND recovery_until = :asked AND passkeys = :seen")
            .expression_attribute_values(":none", AttributeValue::N("0".to_owned()))
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
            .expression_attribute_values(":seen", AttributeValue::N(passkeys.len().to_string()))
            .expression_attribute_values(":hash", AttributeValue::S(code_hash.to_owned()))
            .expression_attribute_values(":until", AttributeValue::S(when(until)))
            .expression_attribute_values(":second", AttributeValue::S(second.id.to_string()))
            .expression_attribute_values(":by", AttributeValue::S(first.by.to_string()))
            .expression_attribute_values(":asked", AttributeValue::S(when(first.until)));
        let mut writes = vec![written(account)?];
        for (digest, _) in &passkeys {
            let delete = Delete::builder()
                .table_name(&self.tables.main)
                .key("pk", AttributeValue::S(keys::account(officer.as_str())))
                .key("sk", AttributeValue::S(keys::passkey(digest)));
            let delete = delete.build().map_err(|_| Error::corrupt("a write without a table"))?;
            writes.push(TransactWriteItem::builder().delete(delete).build());
        }
        self.all_or_none(writes).await
    }

    fn of_account(&self, officer: &OfficerId) -> UpdateBuilder {
        Update::builder()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::account(officer.as_str())))
            .key("sk", AttributeValue::S(keys::META.to_owned()))
    }

    async fn all_or_none(&self, writes: Vec<TransactWriteItem>) -> Result<(), Error> {
        self.client.transact_write_items().set_transact_items(Some(writes)).send().await?;
        Ok(())
    }
}

fn written(update: UpdateBuilder) -> Result<TransactWriteItem, Error> {
    let update = update.build().map_err(|_| Error::corrupt("a write without a table"))?;
    Ok(TransactWriteItem::builder().update(update).build())
}

fn stored(item: &Item) -> Result<String, Error> {
    item.get("passkey").and_then(|v| v.as_s().ok()).cloned().ok_or_else(|| Error::corrupt("a passkey"))
}
