//! A file on its way in.

use domain::Timestamp;
use domain::decide::{Move, Refusal, decide};
use domain::event::Actor;
use domain::evidence::{Family, FileFault, FileKind, MOST_PIXELS, Mark, Sha, examine, shown_name};
use domain::number::Number;
use seal::DataKey;
use sha2::{Digest as _, Sha256};
use store::{Error, File, Store};

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
    /// There is no such complaint, or its key is gone.
    Nowhere,
}

/// Examines a file, seals it, lays it down and writes that it is there.
///
/// # Errors
/// Where the tables or the bucket do not answer: then nothing says that it is there, and the same file may be sent again.
pub async fn take(store: &Store, vault: &Vault, number: &Number, it: Arrived<'_>, now: Timestamp) -> Result<Kept, Error> {
    let kind = match examined(&it) {
        Ok(kind) => kind,
        Err(fault) => return Ok(Kept::Refused(fault)),
    };
    let Some(sha) = Sha::parse(&seal::hex(&Sha256::digest(it.content))) else { return Ok(Kept::Refused(FileFault::Damaged)) };
    if it.promised.is_some_and(|promised| !promised.eq_ignore_ascii_case(sha.as_str())) {
        return Ok(Kept::Refused(FileFault::Damaged));
    }
    let mark = Mark { kind, bytes: it.content.len() as u64, sha };
    let Some(key) = store.data_key(number).await? else { return Ok(Kept::Nowhere) };
    let file = File::new(number.clone(), mark, &shown_name(it.name, kind), &key, now);
    keep(store, vault, &file, it.content, &key, now).await
}

fn examined(it: &Arrived<'_>) -> Result<FileKind, FileFault> {
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

async fn keep(store: &Store, vault: &Vault, file: &File, content: &[u8], key: &DataKey, now: Timestamp) -> Result<Kept, Error> {
    let (number, id, mark) = (&file.number, file.id(), &file.mark);
    let mut lies_there = false;
    for _ in 0..TRIES {
        if let Some(before) = store.file(number, &id).await? {
            return Ok(Kept::Already(before.mark));
        }
        let Some(complaint) = store.load(number).await? else { return Ok(Kept::Nowhere) };
        let change = match decide(&complaint, Move::AddEvidence(mark.clone()), Actor::Complainant, now) {
            Ok(change) => change,
            Err(Refusal::NoRoom) => return Ok(Kept::Refused(complaint.evidence.and(mark).err().unwrap_or(FileFault::TooMany))),
            Err(_) => return Ok(Kept::Nowhere),
        };
        // First the bytes, then the word that they are there.
        if !lies_there {
            vault.put(number, &id, Part::Original, key.seal(number.as_str(), &Part::Original.bound(&id), content)).await?;
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
