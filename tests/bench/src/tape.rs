//! Real answers of the engine, kept by operation and row, given back in their order. Whatever was not
//! recorded is answered with an empty success.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Deserialize;

use crate::citizen::{Browser, Filed};
use crate::made;
use crate::phones::Phones;
use crate::town::{Town, engine};
use crate::wire::Mode;

/// What a question to an index has, and none to the table.
const INDEX: &[u8] = b"\"IndexName\"";

/// An answer of the table.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Arc<[u8]>,
}

/// A request as it went out: its operation and its body.
pub(crate) type Noted = (String, Vec<u8>);

/// The answers of one recording.
#[derive(Default)]
pub(crate) struct Tape {
    answers: Mutex<HashMap<String, (Vec<Answer>, usize)>>,
    listening: AtomicBool,
    noted: Mutex<Vec<Noted>>,
}

/// A tape and the complaints whose proving and reading are on it.
pub(crate) struct Recorded {
    pub(crate) tape: Arc<Tape>,
    pub(crate) filed: Vec<Filed>,
}

impl Tape {
    fn listen(&self, on: bool) {
        self.listening.store(on, Ordering::SeqCst);
    }

    pub(crate) fn record(&self, operation: &str, sent: &[u8], answer: Answer) {
        let Some(row) = row(operation, sent).filter(|_| self.listening.load(Ordering::SeqCst)) else { return };
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).entry(row).or_default().0.push(answer);
    }

    /// The next answer for this row; after the last comes the first again.
    pub(crate) fn answer(&self, operation: &str, sent: &[u8]) -> Answer {
        let nothing = Answer { status: 200, body: b"{}".as_slice().into() };
        let Some(row) = row(operation, sent) else { return nothing };
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((answers, next)) = answers.get_mut(&row) else { return nothing };
        let answer = answers[*next % answers.len()].clone();
        *next += 1;
        answer
    }

    /// Notes a request that is replayed, while it listens.
    pub(crate) fn note(&self, operation: &str, sent: &[u8]) {
        if self.listening.load(Ordering::Relaxed) {
            self.noted.lock().unwrap_or_else(PoisonError::into_inner).push((operation.to_owned(), sent.to_vec()));
        }
    }

    /// Begins to note, or stops and gives out what was noted.
    pub(crate) fn notes(&self, on: bool) -> Vec<Noted> {
        self.listen(on);
        std::mem::take(&mut *self.noted.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// As much of a request as tells its row; the rest is skipped.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Sent<'a> {
    #[serde(borrow)]
    table_name: Cow<'a, str>,
    #[serde(borrow, default)]
    key: Option<Key<'a>>,
    #[serde(borrow, default)]
    expression_attribute_values: Option<Asked<'a>>,
}

#[derive(Deserialize)]
struct Key<'a> {
    #[serde(borrow)]
    pk: Text<'a>,
    #[serde(borrow, default)]
    sk: Option<Text<'a>>,
}

#[derive(Deserialize)]
struct Asked<'a> {
    #[serde(borrow, rename = ":pk", default)]
    pk: Option<Text<'a>>,
}

#[derive(Deserialize)]
struct Text<'a> {
    #[serde(borrow, rename = "S")]
    text: Cow<'a, str>,
}

/// The name of the row that is asked for; `None` for writes that hand nothing out.
fn row(operation: &str, sent: &[u8]) -> Option<String> {
    if operation == "BatchGetItem" || operation == "Query" && sent.windows(INDEX.len()).any(|part| part == INDEX) {
        // Of many rows the question is the name; read and written anew, its members stand in one order.
        let asked: serde_json::Value = serde_json::from_slice(sent).ok()?;
        return Some(format!("{operation} {asked}"));
    }
    matches!(operation, "GetItem" | "Query" | "UpdateItem").then_some(())?;
    let sent: Sent<'_> = serde_json::from_slice(sent).ok()?;
    let (pk, sk) = match (sent.key, sent.expression_attribute_values) {
        (Some(key), _) => (key.pk.text, key.sk.map(|sk| sk.text)),
        (None, Some(Asked { pk: Some(pk) })) => (pk.text, None),
        (None, _) => return None,
    };
    Some(format!("{operation} {} {pk} {}", sent.table_name, sk.unwrap_or_default()))
}

/// Files so many complaints over the engine and keeps what the table answers while they are proven and read.
pub(crate) async fn record(complaints: usize) -> Result<Recorded, String> {
    let (engine, phones, tape) = (engine().await?, Phones::start().await?, Arc::new(Tape::default()));
    let town = Town::over(&engine, &phones.url, Mode::Record(tape.clone())).await?;
    let site = town.serve().await?;
    let browser = Browser::at(&site.url);
    let mut filed = Vec::with_capacity(complaints);
    for _ in 0..complaints {
        let phone = made::phone();
        let draft = browser.file(&phone).await?;
        let code = phones.code(&phone)?;
        tape.listen(true);
        let (number, cookie) = browser.confirm(&draft, &code).await?;
        let it = Filed { draft, code, number, cookie };
        browser.read(&it).await?;
        tape.listen(false);
        filed.push(it);
    }
    Ok(Recorded { tape, filed })
}
