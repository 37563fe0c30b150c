//! A file on its way in.

use domain::Timestamp;
use domain::complaint::Complaint;
use domain::decide::{Move, Refusal, decide};
use domain::event::Actor;
use domain::evidence::{Collected, Family, FileFault, FileKind, MOST_PIXELS, Mark, Sha, examine, promised, shown_name};
use domain::number::Number;
use domain::picture::{Hand, promised_picture};
use seal::DataKey;
use sha2::{Digest as _, Sha256};
use store::{Error, File, Store};

use crate::vault::Place;
use crate::{Part, Vault};

/// How often a change is decided anew where somebody else was first.
const TRIES: usize = 5;

/// A file as it arrived.
pub struct Arrived<'a> {
    /// As its sender calls it.
    pub name: &'a str,
    pub content: &'a [u8],
    /// What its sender says that its SHA-256 is, where it was said.
    pub promised: Option<&'a str>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    New(Mark),
    /// The same file is here already.
    Already(Mark),
    Refused(FileFault),
    /// There is no such complaint, its key is gone, or whoever sent it does not work it any more.
    Nowhere,
}

/// Examines a file, seals it, lays it down and writes that it is there.
///
/// # Errors
/// Where the tables or the bucket do not answer: then nothing says that it is there, and the same file may be sent again.
pub async fn take((store, vault): (&Store, &Vault), number: &Number, by: Hand, it: Arrived<'_>, now: Timestamp) -> Result<Kept, Error> {
    let kind = match examined(&it, &by) {
        Ok(kind) => kind,
        Err(fault) => return Ok(Kept::Refused(fault)),
    };
    let Some(sha) = Sha::parse(&seal::hex(&Sha256::digest(it.content))) else { return Ok(Kept::Refused(FileFault::Damaged)) };
    if it.promised.is_some_and(|promised| !promised.eq_ignore_ascii_case(sha.as_str())) {
        return Ok(Kept::Refused(FileFault::Damaged));
    }
    let mark = Mark { kind, bytes: it.content.len() as u64, sha };
    let Some(key) = store.data_key(number).await? else { return Ok(Kept::Nowhere) };
    let file = File::new(number.clone(), by, mark, &shown_name(it.name, kind), &key, now);
    keep(store, vault, &file, it.content, &key, now).await
}

fn examined(it: &Arrived<'_>, by: &Hand) -> Result<FileKind, FileFault> {
    promised_by(by, it.name, it.content.len() as u64)?;
    let kind = examine(it.name, it.content.len() as u64, &it.content[..it.content.len().min(64)])?;
    match kind.family() {
        Family::Photo => {
            // Measured by its header alone: a picture that unpacks to a house is never unpacked.
            let size = imagesize::blob_size(it.content).map_err(|_| FileFault::WrongContent)?;
            let pixels = (size.width as u64).saturating_mul(size.height as u64);
            if pixels == 0 {
                return Err(FileFault::WrongContent);
            }
            if pixels > MOST_PIXELS { Err(FileFault::TooManyPixels) } else { Ok(kind) }
        }
        Family::Video | Family::Sound | Family::Paper => Ok(kind),
    }
}

/// What a file of this name and size says that it is: of an officer's it must be a picture.
pub(crate) fn promised_by(by: &Hand, name: &str, bytes: u64) -> Result<FileKind, FileFault> {
    match by {
        Hand::Complainant => promised(name, bytes),
        Hand::Officer(_) => promised_picture(name, bytes),
    }
}

/// What is decided of a file, and why there may be no room for it.
fn wanted(file: &File) -> (Move, Actor) {
    match &file.by {
        Hand::Complainant => (Move::AddEvidence(file.mark.clone()), Actor::Complainant),
        Hand::Officer(taker) => (Move::AddPicture(file.mark.clone()), Actor::Officer(taker.officer.clone())),
    }
}

/// With more files of this hand, the same complaint has room or not.
pub(crate) fn room<'m>(it: &Complaint, by: &Hand, mut more: impl Iterator<Item = &'m Mark>) -> Result<(), FileFault> {
    match by {
        Hand::Complainant => more.try_fold(it.evidence, Collected::and).map(drop),
        Hand::Officer(taker) => it.pictures.and(&taker.officer, u16::try_from(more.count()).unwrap_or(u16::MAX)).map(drop),
    }
}

async fn keep(store: &Store, vault: &Vault, file: &File, content: &[u8], key: &DataKey, now: Timestamp) -> Result<Kept, Error> {
    let (number, id, mark, shelf) = (&file.number, file.id(), &file.mark, file.by.shelf());
    let at = Place { number, shelf, id: &id };
    let mut lies_there = false;
    for _ in 0..TRIES {
        if let Some(before) = store.file(number, shelf, &id).await? {
            return Ok(Kept::Already(before.mark));
        }
        let Some(complaint) = store.load(number).await? else { return Ok(Kept::Nowhere) };
        let (wanted, by) = wanted(file);
        let change = match decide(&complaint, wanted, by, now) {
            Ok(change) => change,
            Err(Refusal::NoRoom) => return Ok(Kept::Refused(room(&complaint, &file.by, [mark].into_iter()).err().unwrap_or(FileFault::TooMany))),
            Err(_) => return Ok(Kept::Nowhere),
        };
        // First the bytes, then the word that they are there.
        if !lies_there {
            vault.put(at, Part::Original, key.seal(number.as_str(), &Part::Original.bound(shelf, &id), content)).await?;
            lies_there = true;
        }
        match store.commit_file(&change, file).await {
            Ok(()) => return Ok(Kept::New(mark.clone())),
            Err(Error::Conflict) => {}
            Err(error) => return Err(error),
        }
    }
    Err(Error::Conflict)
}
