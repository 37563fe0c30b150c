//! Accounts of officers and their sessions: one read tells who somebody is, so that a transfer, a suspension and
//! a sign-out hold from the next request.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes};
use domain::Timestamp;
use domain::account::{Account, IDLE, LIFE, SavedView};
use domain::ids::OfficerId;
use domain::lang::Lang;
use jiff::SignedDuration;
use tokio::task::JoinSet;

use crate::challenge::rubbish;
use crate::complaint::{Item, read};
use crate::items::{AccountItem, LISTED, ViewItem, moment, when};
use crate::{Error, Store, keys};

/// A request within this time of the last one is not written down again.
const GRAIN: SignedDuration = SignedDuration::from_mins(1);
/// How many accounts are written at once.
const AT_ONCE: usize = 16;

/// An officer's session that is open.
#[derive(Clone, Debug)]
pub struct DeskSession {
    pub account: Account,
    pub opened_at: Timestamp,
    /// When it ends if nothing more is asked for.
    pub ends_at: Timestamp,
}

impl Store {
    /// Writes accounts with the post that each holds. Those that are there already keep what the officer or a
    /// superior has said since: suspension, language, shortcut keys, passkeys.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn put_accounts(&self, accounts: &[Account]) -> Result<(), Error> {
        for some in accounts.chunks(AT_ONCE) {
            let mut writes = JoinSet::new();
            for account in some {
                let item: Item = serde_dynamo::to_item(AccountItem::from(account)).map_err(|_| Error::corrupt("an account"))?;
                let store = self.clone();
                writes.spawn(async move { store.put_account(item).await });
            }
            while let Some(written) = writes.join_next().await {
                written.map_err(|_| Error::Unavailable("a write was cut short".to_owned()))??;
            }
        }
        Ok(())
    }

    async fn put_account(&self, item: Item) -> Result<(), Error> {
        let pk = item.get("pk").and_then(|v| v.as_s().ok()).cloned().unwrap_or_default();
        let open_ended = !item.contains_key("until");
        let mut update = self.on_row(pk, keys::META);
        let mut sets = Vec::new();
        for (n, (name, value)) in item.into_iter().filter(|(name, _)| name != "pk" && name != "sk").enumerate() {
            sets.push(if LISTED.contains(&name.as_str()) { format!("#{n} = :{n}") } else { format!("#{n} = if_not_exists(#{n}, :{n})") });
            update = update.expression_attribute_names(format!("#{n}"), name).expression_attribute_values(format!(":{n}"), value);
        }
        let mut expression = format!("SET {}", sets.join(", "));
        if open_ended {
            // An earlier end is not this posting's.
            expression += " REMOVE #until";
            update = update.expression_attribute_names("#until", "until");
        }
        update.update_expression(expression).send().await?;
        Ok(())
    }

    /// An officer's account, signed in or not.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn account(&self, officer: &OfficerId) -> Result<Option<Account>, Error> {
        let item = self.get(keys::account(officer.as_str()), keys::META.to_owned()).await?;
        item.map(|item| read::<AccountItem>(item)?.read()).transpose()
    }

    /// The accounts of many officers, in no order; whoever has none is left out.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn accounts(&self, officers: &[OfficerId]) -> Result<Vec<Account>, Error> {
        let mut found = Vec::new();
        for some in officers.chunks(100) {
            let rows = some.iter().map(|officer| (keys::account(officer.as_str()), keys::META.to_owned()));
            for item in self.rows_at(rows).await? {
                found.push(read::<AccountItem>(item)?.read()?);
            }
        }
        Ok(found)
    }

    /// Changes what an officer has the console look like; `None` leaves a thing as it is.
    ///
    /// # Errors
    /// `Conflict` where there is no such account.
    pub async fn set_profile(&self, officer: &OfficerId, lang: Option<Lang>, keys_on: Option<bool>) -> Result<(), Error> {
        let lang = lang.map(|lang| ("#lang = :lang", "#lang", "lang", ":lang", AttributeValue::S(lang.tag().to_owned())));
        let keys_on = keys_on.map(|on| ("#keys = :keys", "#keys", "keys", ":keys", AttributeValue::Bool(on)));
        let changes: Vec<_> = lang.into_iter().chain(keys_on).collect();
        if changes.is_empty() {
            return Ok(());
        }
        let expression = changes.iter().map(|(set, ..)| *set).collect::<Vec<_>>().join(", ");
        let mut update = self
            .on_row(keys::account(officer.as_str()), keys::META)
            .update_expression(format!("SET {expression}"))
            .condition_expression("attribute_exists(pk)");
        for (_, name, attribute, value_name, value) in changes {
            update = update.expression_attribute_names(name, attribute).expression_attribute_values(value_name, value);
        }
        update.send().await?;
        Ok(())
    }

    /// Keeps an officer's named views, in the place of those that were seen.
    ///
    /// # Errors
    /// `Conflict` where there is no such account, or its views are others by now.
    pub async fn set_views(&self, officer: &OfficerId, seen: &[SavedView], views: &[SavedView]) -> Result<(), Error> {
        let list = |views: &[SavedView]| -> Result<AttributeValue, Error> {
            let item = |view| serde_dynamo::to_item(ViewItem::from(view)).map(AttributeValue::M).map_err(|_| Error::corrupt("a view"));
            Ok(AttributeValue::L(views.iter().map(item).collect::<Result<_, _>>()?))
        };
        let untouched = if seen.is_empty() { "(attribute_not_exists(#views) OR #views = :seen)" } else { "#views = :seen" };
        let update = self
            .on_row(keys::account(officer.as_str()), keys::META)
            .update_expression("SET #views = :views")
            .condition_expression(format!("attribute_exists(pk) AND {untouched}"))
            .expression_attribute_names("#views", "views")
            .expression_attribute_values(":views", list(views)?)
            .expression_attribute_values(":seen", list(seen)?);
        update.send().await?;
        Ok(())
    }

    /// Closes the console to an officer, or opens it again.
    ///
    /// # Errors
    /// `Conflict` where there is no such account.
    pub async fn suspend(&self, officer: &OfficerId, suspended: bool) -> Result<(), Error> {
        let update = self
            .on_row(keys::account(officer.as_str()), keys::META)
            .update_expression("SET suspended = :suspended")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":suspended", AttributeValue::Bool(suspended));
        update.send().await?;
        Ok(())
    }

    /// Opens an officer's session; only the token's hash is kept.
    ///
    /// # Errors
    /// `Conflict` where there is no such account.
    pub async fn open_desk_session(&self, officer: &OfficerId, token: &str, now: Timestamp) -> Result<(), Error> {
        let account = self.account(officer).await?.ok_or(Error::Conflict)?;
        let put = self
            .client
            .put_item()
            .table_name(&self.tables.main)
            .item("pk", AttributeValue::S(keys::account(officer.as_str())))
            .item("sk", AttributeValue::S(keys::session(&seal::digest(token))))
            .item("opened_at", AttributeValue::S(when(now)))
            .item("seen_at", AttributeValue::S(when(now)))
            // One of before a recovery, written in this very moment, does not outlive it.
            .item("generation", AttributeValue::N(account.generation.to_string()))
            .item("rubbish_at", rubbish(now + LIFE));
        put.send().await?;
        Ok(())
    }

    /// The account behind an officer's session, if it is still open: both rows in one request, as they stand now.
    /// Looking keeps it open. Whether the officer may act is [`Account::officer`]'s to say.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn desk_session(&self, officer: &OfficerId, token: &str, now: Timestamp) -> Result<Option<DeskSession>, Error> {
        let (pk, sk) = (keys::account(officer.as_str()), keys::session(&seal::digest(token)));
        let (mut account, mut session) = (None, None);
        for item in self.both(&pk, &sk).await? {
            let of = item.get("sk").and_then(|v| v.as_s().ok()).cloned().unwrap_or_default();
            if of == sk {
                session = Some(item);
            } else {
                account = Some(read::<AccountItem>(item)?.read()?);
            }
        }
        let (Some(account), Some(session)) = (account, session) else { return Ok(None) };
        let generation = session.get("generation").and_then(|v| v.as_n().ok()).and_then(|n| n.parse().ok());
        let at = |name: &str| session.get(name).and_then(|v| v.as_s().ok()).and_then(|text| moment(text));
        let (Some(opened_at), Some(seen_at)) = (at("opened_at"), at("seen_at")) else { return Err(Error::corrupt("an officer's session")) };
        if generation != Some(account.generation) || now >= opened_at + LIFE || now >= seen_at + IDLE {
            return Ok(None);
        }
        let mut seen_at = seen_at;
        if now >= seen_at + GRAIN {
            let update = self
                .on_row(pk, &sk)
                .update_expression("SET seen_at = :now")
                .condition_expression("attribute_exists(pk)")
                .expression_attribute_values(":now", AttributeValue::S(when(now)));
            match update.send().await.map_err(Error::from) {
                // Signed out on another page in this very moment.
                Err(Error::Conflict) => return Ok(None),
                other => drop(other?),
            }
            seen_at = now;
        }
        Ok(Some(DeskSession { account, opened_at, ends_at: (opened_at + LIFE).min(seen_at + IDLE) }))
    }

    /// An account's own row and another under the same key, in one consistent read.
    pub(crate) async fn both(&self, pk: &str, sk: &str) -> Result<Vec<Item>, Error> {
        self.rows_at([keys::META, sk].map(|sk| (pk.to_owned(), sk.to_owned())).into_iter()).await
    }

    /// Up to a hundred rows by their keys, in one consistent read.
    async fn rows_at(&self, rows: impl Iterator<Item = (String, String)>) -> Result<Vec<Item>, Error> {
        let key = |(pk, sk)| HashMap::from([("pk".to_owned(), AttributeValue::S(pk)), ("sk".to_owned(), AttributeValue::S(sk))]);
        let wanted = KeysAndAttributes::builder().set_keys(Some(rows.map(key).collect())).consistent_read(true);
        let mut left = Some(wanted.build().map_err(|_| Error::corrupt("a read's definition"))?);
        let mut found = Vec::new();
        for _ in 0..3 {
            let Some(wanted) = left else { return Ok(found) };
            let answer = self.client.batch_get_item().request_items(&self.tables.main, wanted).send().await?;
            found.extend(answer.responses.unwrap_or_default().remove(&self.tables.main).unwrap_or_default());
            left = answer.unprocessed_keys.unwrap_or_default().remove(&self.tables.main);
        }
        if left.is_none() { Ok(found) } else { Err(Error::Unavailable("rows were left over".to_owned())) }
    }

    /// Ends an officer's session; one that is not open is fine too.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn close_desk_session(&self, officer: &OfficerId, token: &str) -> Result<(), Error> {
        let delete = self
            .client
            .delete_item()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::account(officer.as_str())))
            .key("sk", AttributeValue::S(keys::session(&seal::digest(token))));
        delete.send().await?;
        Ok(())
    }
}
