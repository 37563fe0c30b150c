//! Files as they are stored: what anybody may know of them in the open, their names sealed.

use domain::evidence::{FileFault, FileId, FileKind, FileState, Mark, Scan, Sha};
use domain::ids::{OfficerId, UnitCode};
use domain::number::Number;
use domain::picture::{Hand, Shelf, Taker};
use serde::{Deserialize, Serialize};

use super::{moment, when};
use crate::evidence::{Awaited, File, Look, Shown, to_bytes};
use crate::{Error, keys};

/// What is known of a file, within its event and its own row.
#[derive(Serialize, Deserialize)]
pub(crate) struct MarkItem {
    kind: String,
    bytes: u64,
    sha256: String,
}

impl From<&Mark> for MarkItem {
    fn from(it: &Mark) -> MarkItem {
        MarkItem { kind: it.kind.tag().to_owned(), bytes: it.bytes, sha256: it.sha.to_string() }
    }
}

impl MarkItem {
    pub(crate) fn read(self) -> Option<Mark> {
        Some(Mark { kind: FileKind::parse(&self.kind)?, bytes: self.bytes, sha: Sha::parse(&self.sha256)? })
    }
}

/// `X#<number>` / `F#<id>`, and of a picture that an officer took in `P#<id>`.
#[derive(Serialize, Deserialize)]
pub(crate) struct FileItem {
    pk: String,
    sk: String,
    number: String,
    file: MarkItem,
    /// Sealed, in hexadecimal.
    name: String,
    added_at: String,
    place: u16,
    /// `held`, `ready` or `harmful`.
    state: String,
    #[serde(default)]
    scanned: bool,
    #[serde(default)]
    copy: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_pk: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_sk: Option<String>,
    /// The officer who took it in, and the unit that worked it then; of hers neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    officer: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    /// Why it was not taken, of one that came by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    refused: Option<String>,
    /// Of one that is on its way in parts: how many of them were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    asked: Option<u16>,
    /// Of one that is on its way: a promise that nobody keeps is rubbish a day later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rubbish_at: Option<i64>,
}

/// A state in the words of its row: its name, whether somebody looked for harm, whether there is a copy.
pub(crate) fn state(it: FileState) -> (&'static str, bool, bool) {
    match it {
        FileState::Held => ("held", false, false),
        FileState::Ready { scan: Scan::Clean, copy } => ("ready", true, copy),
        FileState::Ready { scan: Scan::Never, copy } => ("ready", false, copy),
        FileState::Harmful => ("harmful", true, false),
    }
}

impl From<&File> for FileItem {
    fn from(it: &File) -> FileItem {
        let shelf = it.by.shelf();
        let (pk, sk) = (keys::files(&it.number), keys::file(shelf, &it.mark.sha.id()));
        let taker = match &it.by {
            Hand::Complainant => None,
            Hand::Officer(taker) => Some(taker),
        };
        let (state, scanned, copy) = state(it.state);
        let held = it.state == FileState::Held;
        FileItem {
            number: it.number.to_string(),
            file: MarkItem::from(&it.mark),
            name: seal::hex(&it.name),
            added_at: when(it.added_at),
            place: it.place,
            state: state.to_owned(),
            scanned,
            copy,
            due_pk: held.then(|| keys::held_shard(shelf, keys::shard_of(&it.number))),
            due_sk: held.then(|| keys::at(it.added_at, &format!("{pk}#{sk}"))),
            officer: taker.map(|taker| taker.officer.to_string()),
            unit: taker.map(|taker| taker.unit.to_string()),
            refused: None,
            asked: None,
            rubbish_at: None,
            pk,
            sk,
        }
    }
}

impl FileItem {
    /// `X#<number>` / `W#<id>`, of a picture `Q#<id>`: the same of a file that is on its way.
    pub(crate) fn awaited(it: &File) -> FileItem {
        let item = FileItem::from(it);
        let sk = keys::awaited(it.by.shelf(), &it.mark.sha.id());
        let due_sk = Some(keys::at(it.added_at, &format!("{}#{sk}", item.pk)));
        FileItem { sk, due_sk, rubbish_at: Some(it.added_at.as_second() + 24 * 3600), ..item }
    }

    pub(crate) fn read(self) -> Result<File, Error> {
        let what = format!("file {} {}", self.pk, self.sk);
        self.parse().ok_or(Error::Corrupt(what))
    }

    pub(crate) fn read_awaited(mut self) -> Result<Awaited, Error> {
        let (what, refused, asked) = (format!("file {} {}", self.pk, self.sk), self.refused.take(), self.asked.unwrap_or_default());
        let file = self.read()?;
        let refused = refused.map(|tag| FileFault::parse(&tag, file.mark.kind).ok_or(Error::Corrupt(what))).transpose()?;
        Ok(Awaited { file, refused, asked })
    }

    fn parse(self) -> Option<File> {
        let scan = if self.scanned { Scan::Clean } else { Scan::Never };
        let state = match self.state.as_str() {
            "held" => FileState::Held,
            "ready" => FileState::Ready { scan, copy: self.copy },
            "harmful" => FileState::Harmful,
            _ => return None,
        };
        let by = match (shelf(&self.sk)?, self.officer, self.unit) {
            (Shelf::Hers, ..) => Hand::Complainant,
            (Shelf::Report, officer, unit) => Hand::Officer(Taker { officer: OfficerId::parse(&officer?)?, unit: UnitCode::parse(&unit?)? }),
        };
        Some(File {
            number: Number::parse(&self.number)?,
            mark: self.file.read()?,
            name: to_bytes(&self.name)?,
            by,
            added_at: moment(&self.added_at)?,
            place: self.place,
            state,
        })
    }
}

/// The shelf that a row lies on, there or on its way.
fn shelf(sk: &str) -> Option<Shelf> {
    Shelf::ALL.into_iter().find(|shelf| sk.starts_with(keys::files_on(*shelf)) || sk.starts_with(keys::awaited_on(*shelf)))
}

/// How many pictures an officer took in, within the complaint's row.
#[derive(Serialize, Deserialize)]
pub(crate) struct TakenItem {
    officer: String,
    n: u16,
}

impl From<&(OfficerId, u16)> for TakenItem {
    fn from((officer, n): &(OfficerId, u16)) -> TakenItem {
        TakenItem { officer: officer.to_string(), n: *n }
    }
}

impl TakenItem {
    pub(crate) fn read(self) -> Option<(OfficerId, u16)> {
        Some((OfficerId::parse(&self.officer)?, self.n))
    }
}

/// `X#<number>` / `L#<id>#<moment>#<officer>#<n>`, of a picture `M#…`.
#[derive(Serialize, Deserialize)]
pub(crate) struct LookItem {
    pk: String,
    sk: String,
    file: String,
    at: String,
    officer: String,
    /// `copy` or `original`.
    shown: String,
}

impl LookItem {
    /// `n` tells apart what the same officer was given at the same second.
    pub(crate) fn new(number: &Number, it: &Look, n: &str) -> LookItem {
        LookItem {
            pk: keys::files(number),
            sk: keys::file_look(it.shelf, &it.id, it.at, it.officer.as_str(), n),
            file: it.id.to_string(),
            at: when(it.at),
            officer: it.officer.to_string(),
            shown: it.shown.tag().to_owned(),
        }
    }

    pub(crate) fn read(self) -> Result<Look, Error> {
        let what = format!("look {} {}", self.pk, self.sk);
        self.parse().ok_or(Error::Corrupt(what))
    }

    fn parse(self) -> Option<Look> {
        Some(Look {
            shelf: Shelf::ALL.into_iter().find(|shelf| self.sk.starts_with(keys::looks_on(*shelf)))?,
            id: FileId::parse(&self.file)?,
            at: moment(&self.at)?,
            officer: OfficerId::parse(&self.officer)?,
            shown: [Shown::Copy, Shown::Original].into_iter().find(|shown| shown.tag() == self.shown)?,
        })
    }
}
