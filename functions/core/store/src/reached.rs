//! Where she is reached beside the phone she filed from: another number, a word by which she knows who calls. All sealed.

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::contact::{SafeContact, SafeHours};
use domain::decide::Change;
use domain::number::Number;
use seal::DataKey;

use crate::complaint::update;
use crate::{Error, Private, Store, keys};

const PHONE: &str = "reached_e164";
const WAITING: &str = "waiting_e164";
const WORD: &str = "code_word";

/// A number that waits for its code, and how she is reached once it is hers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub e164: String,
    pub contact: SafeContact,
}

impl Waiting {
    fn written(&self, draft: &str) -> String {
        let yes_no = |yes: bool| if yes { "yes" } else { "no" };
        let hours = self.contact.hours.map_or_else(String::new, |hours| hours.shown());
        format!("{draft} {} {} {} {hours}", self.e164, yes_no(self.contact.sms), yes_no(self.contact.call))
    }

    fn read(written: &str, draft: &str) -> Option<Waiting> {
        let mut parts = written.splitn(5, ' ');
        let known = parts.next()?;
        let (e164, sms, call, hours) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let contact = SafeContact { sms: sms == "yes", call: call == "yes", hours: SafeHours::parse(hours) };
        seal::same(known.as_bytes(), draft.as_bytes()).then(|| Waiting { e164: e164.to_owned(), contact })
    }
}

/// A number and the code that proved it, by the digest of its wait's secret name.
#[derive(Clone, Copy, Debug)]
pub struct Proven<'a> {
    pub e164: &'a str,
    pub draft_digest: &'a str,
}

/// What of it changes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reached<'a> {
    /// A number whose code came back.
    pub phone: Option<Proven<'a>>,
    /// One that waits, with the secret name of the wait.
    pub waiting: Option<(&'a str, &'a Waiting)>,
    pub code_word: Option<&'a str>,
}

impl Reached<'_> {
    fn fields(&self) -> Vec<(&'static str, String)> {
        let waiting = self.waiting.map(|(draft, it)| it.written(draft));
        let all = [(PHONE, self.phone.map(|it| it.e164.to_owned())), (WAITING, waiting), (WORD, self.code_word.map(str::to_owned))];
        all.into_iter().filter_map(|(field, text)| Some((field, text?))).collect()
    }
}

impl Private {
    /// The other number that she is reached at, once it was proven.
    pub fn other_phone(&self, key: &DataKey) -> Option<String> {
        self.open(key, PHONE)
    }

    /// Where she is reached: the other number, or the one she filed from.
    pub fn reached_at(&self, key: &DataKey) -> Option<String> {
        self.other_phone(key).or_else(|| self.e164(key))
    }

    /// The number that waits under this secret name.
    pub fn waiting_phone(&self, key: &DataKey, draft: &str) -> Option<Waiting> {
        Waiting::read(&self.open(key, WAITING)?, draft)
    }

    /// The word that an officer says first.
    pub fn code_word(&self, key: &DataKey) -> Option<String> {
        self.open(key, WORD)
    }
}

impl Store {
    /// Writes a change of how she is reached with what is sealed of it, and uses up the code by which a number was proven, where
    /// there is one: all or nothing.
    ///
    /// # Errors
    /// `Conflict` where somebody else changed the complaint first, or the code was used before.
    pub async fn commit_reached(&self, change: &Change, reached: &Reached<'_>, key: &DataKey) -> Result<(), Error> {
        let mut rows = Vec::new();
        if let Some(sealed) = self.sealed_update(&change.complaint.number, reached, key) {
            rows.push(update(sealed)?);
        }
        if let Some(Proven { draft_digest, .. }) = reached.phone {
            rows.push(self.used_up(draft_digest)?);
        }
        self.commit_also(change, rows).await
    }

    /// Keeps a number until its code was typed.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn keep_waiting(&self, number: &Number, reached: &Reached<'_>, key: &DataKey) -> Result<(), Error> {
        match self.sealed_update(number, reached, key) {
            Some(sealed) => self.transact(vec![update(sealed)?], number.as_str()).await,
            None => Ok(()),
        }
    }

    fn sealed_update(&self, number: &Number, reached: &Reached<'_>, key: &DataKey) -> Option<aws_sdk_dynamodb::types::builders::UpdateBuilder> {
        let fields = reached.fields();
        let set: Vec<String> = (0..fields.len()).map(|n| format!("sealed.#f{n} = :v{n}")).collect();
        let mut builder = Update::builder()
            .table_name(&self.tables.main)
            .key("pk", AttributeValue::S(keys::complaint(number)))
            .key("sk", AttributeValue::S(keys::SEALED.to_owned()))
            .update_expression(format!("SET {}", set.join(", ")))
            .condition_expression("attribute_exists(pk)");
        for (n, (field, text)) in fields.iter().enumerate() {
            let sealed = key.seal(number.as_str(), field, text.as_bytes());
            builder = builder
                .expression_attribute_names(format!("#f{n}"), *field)
                .expression_attribute_values(format!(":v{n}"), AttributeValue::B(Blob::new(sealed)));
        }
        (!fields.is_empty()).then_some(builder)
    }
}
