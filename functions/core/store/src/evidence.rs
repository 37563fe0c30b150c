//! Files of a complaint, hers and those that officers took in: their rows, what is still to be looked at, and who was given one.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::Timestamp;
use domain::decide::Change;
use domain::evidence::{FileFault, FileId, FileState, Mark};
use domain::ids::OfficerId;
use domain::number::Number;
use domain::picture::{Hand, Shelf};
use jiff::SignedDuration;
use seal::DataKey;

use crate::complaint::{Item, put, read};
use crate::items::{FileItem, LookItem, file_state, when};
use crate::{Error, Store, keys};

/// For how long her page says why a file was not taken.
const TOLD: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A file of a complaint; what it holds lies elsewhere.
#[derive(Clone, Debug)]
pub struct File {
    pub number: Number,
    pub mark: Mark,
    /// As its sender called it, sealed.
    pub(crate) name: Vec<u8>,
    pub by: Hand,
    pub added_at: Timestamp,
    /// The how manieth of its shelf it is.
    pub place: u16,
    pub state: FileState,
}

/// A file that was promised, and that a browser sends by itself.
#[derive(Clone, Debug)]
pub struct Awaited {
    pub file: File,
    /// Why it was not taken once it came; it is on its way no longer then.
    pub refused: Option<FileFault>,
    /// How many of its parts were asked for, one after the other: those before the last lie there.
    pub asked: u16,
}

/// A file that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub number: Number,
    pub shelf: Shelf,
    pub id: FileId,
    pub to: WaitsTo,
}

/// What a file waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitsTo {
    /// A browser lays it down by itself.
    Arrive,
    /// Nobody has looked for harm in it yet.
    BeLookedAt,
}

impl Held {
    fn sk(&self) -> String {
        match self.to {
            WaitsTo::Arrive => keys::awaited(self.shelf, &self.id),
            WaitsTo::BeLookedAt => keys::file(self.shelf, &self.id),
        }
    }
}

/// What an officer was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Copy,
    Original,
}

/// That an officer was given a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub shelf: Shelf,
    pub id: FileId,
    pub at: Timestamp,
    pub officer: OfficerId,
    pub shown: Shown,
}

impl Shown {
    pub fn tag(self) -> &'static str {
        match self {
            Shown::Copy => "copy",
            Shown::Original => "original",
        }
    }
}

impl File {
    /// A file that came just now.
    pub fn new(number: Number, by: Hand, mark: Mark, name: &str, key: &DataKey, now: Timestamp) -> File {
        let sealed = key.seal(number.as_str(), &bound(by.shelf(), &mark.sha.id()), name.as_bytes());
        File { number, mark, name: sealed, by, added_at: now, place: 0, state: FileState::Held }
    }

    pub fn id(&self) -> FileId {
        self.mark.sha.id()
    }

    /// As its sender called it.
    pub fn name(&self, key: &DataKey) -> Option<String> {
        String::from_utf8(key.open(self.number.as_str(), &bound(self.by.shelf(), &self.id()), &self.name).ok()?).ok()
    }
}

/// A name is bound to its file, so that none can be put in another's place.
fn bound(shelf: Shelf, id: &FileId) -> String {
    match shelf {
        Shelf::Hers => format!("file-name.{id}"),
        Shelf::Report => format!("picture-name.{id}"),
    }
}

/// What [`seal::hex`] wrote.
pub(crate) fn to_bytes(hex: &str) -> Option<Vec<u8>> {
    let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    hex.len().is_multiple_of(2).then(|| (0..hex.len()).step_by(2).map(byte).collect())?
}

impl Store {
    /// Every file that she added, in the order in which they came.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn files(&self, number: &Number) -> Result<Vec<File>, Error> {
        self.on_shelf(number, Shelf::Hers).await
    }

    /// Every picture that officers took in, in the order in which they came.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn pictures(&self, number: &Number) -> Result<Vec<File>, Error> {
        self.on_shelf(number, Shelf::Report).await
    }

    async fn on_shelf(&self, number: &Number, shelf: Shelf) -> Result<Vec<File>, Error> {
        let rows = self.beginning(&keys::files(number), keys::files_on(shelf)).await?;
        let mut files = rows.into_iter().map(|row| read::<FileItem>(row)?.read()).collect::<Result<Vec<_>, _>>()?;
        files.sort_by_key(|file| file.place);
        Ok(files)
    }

    /// One file; `None` where the complaint has none of this name.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn file(&self, number: &Number, shelf: Shelf, id: &FileId) -> Result<Option<File>, Error> {
        let row = self.get(keys::files(number), keys::file(shelf, id)).await?;
        row.map(|row| read::<FileItem>(row)?.read()).transpose()
    }

    /// Writes a change and the file that it adds: both or nothing.
    ///
    /// # Errors
    /// `Conflict` where somebody else changed the complaint first, or the same file is here already.
    pub async fn commit_file(&self, change: &Change, file: &File) -> Result<(), Error> {
        let place = match file.by.shelf() {
            Shelf::Hers => change.complaint.evidence.files,
            Shelf::Report => change.complaint.pictures.all(),
        };
        let placed = File { place, ..file.clone() };
        let row = self.put_of(&FileItem::from(&placed))?.condition_expression("attribute_not_exists(pk)");
        self.commit_also(change, vec![put(row)?]).await
    }

    /// Remembers that a file is on its way by itself.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn await_file(&self, file: &File) -> Result<(), Error> {
        let row: Item = serde_dynamo::to_item(FileItem::awaited(file)).map_err(|_| Error::corrupt("a shape that cannot be written"))?;
        self.client.put_item().table_name(&self.tables.main).set_item(Some(row)).send().await?;
        Ok(())
    }

    /// Remembers that its next part was asked for.
    ///
    /// # Errors
    /// `Conflict` where it is not waited for any more, or another part was asked for first.
    pub async fn ask_for_part(&self, it: &Awaited) -> Result<(), Error> {
        let row = self.on_row(keys::files(&it.file.number), &keys::awaited(it.file.by.shelf(), &it.file.id()));
        let count = |value: u16| AttributeValue::N(value.to_string());
        row.update_expression("SET asked = :next")
            .condition_expression("attribute_exists(due_pk) AND added_at = :seen AND (asked = :asked OR (attribute_not_exists(asked) AND :asked = :none))")
            .expression_attribute_values(":next", count(it.asked + 1))
            .expression_attribute_values(":asked", count(it.asked))
            .expression_attribute_values(":none", count(0))
            .expression_attribute_values(":seen", AttributeValue::S(when(it.file.added_at)))
            .send()
            .await?;
        Ok(())
    }

    /// A file that was promised; `None` where none of this name was.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn awaited(&self, number: &Number, shelf: Shelf, id: &FileId) -> Result<Option<Awaited>, Error> {
        let row = self.get(keys::files(number), keys::awaited(shelf, id)).await?;
        row.map(|row| read::<FileItem>(row)?.read_awaited()).transpose()
    }

    /// Every file of a shelf that was promised and is not there: on its way, or refused when it came.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn all_awaited(&self, number: &Number, shelf: Shelf) -> Result<Vec<Awaited>, Error> {
        let rows = self.beginning(&keys::files(number), keys::awaited_on(shelf)).await?;
        rows.into_iter().map(|row| read::<FileItem>(row)?.read_awaited()).collect()
    }

    /// It came and was not taken: nobody waits for it any more, and for some days her page says why.
    ///
    /// # Errors
    /// `Conflict` where it was promised anew in between.
    pub async fn refuse_awaited(&self, file: &File, fault: FileFault, now: Timestamp) -> Result<(), Error> {
        let row = self.on_row(keys::files(&file.number), &keys::awaited(file.by.shelf(), &file.id()));
        row.update_expression("SET refused = :fault, rubbish_at = :then REMOVE due_pk, due_sk, tries")
            .condition_expression("added_at = :seen")
            .expression_attribute_values(":fault", AttributeValue::S(fault.tag().to_owned()))
            .expression_attribute_values(":then", AttributeValue::N((now + TOLD).as_second().to_string()))
            .expression_attribute_values(":seen", AttributeValue::S(when(file.added_at)))
            .send()
            .await?;
        Ok(())
    }

    /// It came, or it never will.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn forget_awaited(&self, held: &Held) -> Result<(), Error> {
        let (pk, sk) = (AttributeValue::S(keys::files(&held.number)), AttributeValue::S(held.sk()));
        self.client.delete_item().table_name(&self.tables.main).key("pk", pk).key("sk", sk).send().await?;
        Ok(())
    }

    /// Files of a shelf that wait for something, those that wait longest first.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn held_files(&self, shelf: Shelf, shard: u8, now: Timestamp, limit: i32) -> Result<Vec<Held>, Error> {
        let (shard, until) = (keys::held_shard(shelf, shard), keys::until(now));
        let query = self.listed_in(keys::DUE_INDEX, &shard, " AND due_sk <= :now", &[(":now", &until)]).limit(limit);
        let rows = query.send().await?.items.unwrap_or_default();
        rows.iter().map(|row| held(shelf, row).ok_or_else(|| Error::corrupt("a row of the files that wait"))).collect()
    }

    /// Says what came of looking at a file; it waits no longer.
    ///
    /// # Errors
    /// `Conflict` where somebody else said it first.
    pub async fn settle_file(&self, held: &Held, found: FileState) -> Result<(), Error> {
        let (state, scanned, copy) = file_state(found);
        let row = self.on_row(keys::files(&held.number), &held.sk());
        row.update_expression("SET #state = :state, scanned = :scanned, #copy = :copy REMOVE due_pk, due_sk, tries")
            .condition_expression("#state = :held")
            .expression_attribute_names("#state", "state")
            .expression_attribute_names("#copy", "copy")
            .expression_attribute_values(":state", AttributeValue::S(state.to_owned()))
            .expression_attribute_values(":scanned", AttributeValue::Bool(scanned))
            .expression_attribute_values(":copy", AttributeValue::Bool(copy))
            .expression_attribute_values(":held", AttributeValue::S(file_state(FileState::Held).0.to_owned()))
            .send()
            .await?;
        Ok(())
    }

    /// Takes a file on: until then it is nobody else's, and comes back by itself where whoever has it ends without a word. Says how often
    /// it was taken on since somebody came to an end with it; `None` where it is another's or waits no longer.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn claim_file(&self, held: &Held, now: Timestamp, until: Timestamp) -> Result<Option<u32>, Error> {
        let (pk, sk) = (keys::files(&held.number), held.sk());
        let row = self.on_row(pk.clone(), &sk).update_expression("SET due_sk = :until ADD tries :one");
        let claim = row
            .condition_expression("attribute_exists(due_pk) AND due_sk <= :now")
            .expression_attribute_values(":until", AttributeValue::S(keys::at(until, &format!("{pk}#{sk}"))))
            .expression_attribute_values(":now", AttributeValue::S(keys::until(now)))
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
            .return_values(ReturnValue::UpdatedNew);
        match claim.send().await {
            Ok(answer) => {
                let tries = answer.attributes.as_ref().and_then(|row| row.get("tries")?.as_n().ok()?.parse().ok());
                tries.map(Some).ok_or_else(|| Error::corrupt("how often a file was taken on"))
            }
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(None),
                Some(_) | None => Err(error.into()),
            },
        }
    }

    /// Lets a file wait until a later moment, or for good where `None`. Whoever does has come to an end with it.
    ///
    /// # Errors
    /// `Conflict` where it does not wait any more.
    pub async fn put_off_file(&self, held: &Held, until: Option<Timestamp>) -> Result<(), Error> {
        let (pk, sk) = (keys::files(&held.number), held.sk());
        let row = self.on_row(pk.clone(), &sk).condition_expression("attribute_exists(due_pk)");
        let row = match until {
            Some(at) => row
                .update_expression("SET due_sk = :due REMOVE tries")
                .expression_attribute_values(":due", AttributeValue::S(keys::at(at, &format!("{pk}#{sk}")))),
            None => row.update_expression("REMOVE due_pk, due_sk"),
        };
        row.send().await?;
        Ok(())
    }

    /// Writes down that an officer was given a file, before it is given.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn note_look(&self, number: &Number, look: &Look) -> Result<(), Error> {
        let row = LookItem::new(number, look, &seal::hex(&seal::random::<4>()));
        let row: Item = serde_dynamo::to_item(row).map_err(|_| Error::corrupt("a shape that cannot be written"))?;
        self.client.put_item().table_name(&self.tables.main).set_item(Some(row)).send().await?;
        Ok(())
    }

    /// Everybody who was given a file of hers, file by file and oldest first.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn looks(&self, number: &Number) -> Result<Vec<Look>, Error> {
        self.looks_on(number, Shelf::Hers).await
    }

    /// Everybody who was given a picture that an officer took in, picture by picture and oldest first.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn picture_looks(&self, number: &Number) -> Result<Vec<Look>, Error> {
        self.looks_on(number, Shelf::Report).await
    }

    async fn looks_on(&self, number: &Number, shelf: Shelf) -> Result<Vec<Look>, Error> {
        let rows = self.beginning(&keys::files(number), keys::looks_on(shelf)).await?;
        rows.into_iter().map(|row| read::<LookItem>(row)?.read()).collect()
    }
}

fn text<'r>(row: &'r Item, name: &str) -> Option<&'r str> {
    row.get(name)?.as_s().ok().map(String::as_str)
}

fn held(shelf: Shelf, row: &Item) -> Option<Held> {
    let sk = text(row, "sk")?;
    let (to, id) = match (sk.strip_prefix(keys::files_on(shelf)), sk.strip_prefix(keys::awaited_on(shelf))) {
        (Some(id), _) => (WaitsTo::BeLookedAt, id),
        (None, Some(id)) => (WaitsTo::Arrive, id),
        (None, None) => return None,
    };
    Some(Held { number: keys::files_of(text(row, "pk")?)?, shelf, id: FileId::parse(id)?, to })
}
