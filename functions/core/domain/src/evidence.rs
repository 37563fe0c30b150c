//! Files that belong to a complaint: what is taken, how much of it, and by what it is known again.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;

use crate::text::{Line, is_invisible};

/// The most files of one complaint.
pub const MOST_FILES: u16 = 20;
/// The most bytes of all its files together.
pub const MOST_BYTES: u64 = 500 * MIB;
/// The most bytes that a form carries through a function: what is larger needs a browser that sends it in its own way.
pub const MOST_BY_FORM: u64 = 4 * MIB;
/// The bytes of one part of a file that a browser sends by itself: what a line that breaks off costs at most.
pub const PART: u64 = 2 * MIB;
/// The most squares that a picture may have once it is unpacked.
pub const MOST_PIXELS: u64 = 50_000_000;

const MIB: u64 = 1024 * 1024;

/// What a file is. Name and content must both say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileKind {
    Jpeg,
    Png,
    Webp,
    Mp4,
    ThreeGp,
    Webm,
    Ogg,
    M4a,
    Pdf,
}

/// What people call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    Photo,
    Video,
    Sound,
    Paper,
}

/// How the first bytes of a file are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    Jpeg,
    Png,
    Webp,
    /// Boxes after ISO 14496-12, which MP4, 3GP and M4A share.
    Boxes,
    Webm,
    Ogg,
    Pdf,
}

impl FileKind {
    pub const ALL: [FileKind; 9] =
        [FileKind::Jpeg, FileKind::Png, FileKind::Webp, FileKind::Mp4, FileKind::ThreeGp, FileKind::Webm, FileKind::Ogg, FileKind::M4a, FileKind::Pdf];

    /// As it is stored, and the end of the name under which it is given out.
    pub fn tag(self) -> &'static str {
        match self {
            FileKind::Jpeg => "jpg",
            FileKind::Png => "png",
            FileKind::Webp => "webp",
            FileKind::Mp4 => "mp4",
            FileKind::ThreeGp => "3gp",
            FileKind::Webm => "webm",
            FileKind::Ogg => "ogg",
            FileKind::M4a => "m4a",
            FileKind::Pdf => "pdf",
        }
    }

    pub fn parse(tag: &str) -> Option<FileKind> {
        FileKind::ALL.into_iter().find(|kind| kind.tag() == tag)
    }

    /// What a sender says that it is.
    pub fn media_type(self) -> &'static str {
        match self {
            FileKind::Jpeg => "image/jpeg",
            FileKind::Png => "image/png",
            FileKind::Webp => "image/webp",
            FileKind::Mp4 => "video/mp4",
            FileKind::ThreeGp => "video/3gpp",
            FileKind::Webm => "video/webm",
            FileKind::Ogg => "audio/ogg",
            FileKind::M4a => "audio/mp4",
            FileKind::Pdf => "application/pdf",
        }
    }

    pub const fn family(self) -> Family {
        match self {
            FileKind::Jpeg | FileKind::Png | FileKind::Webp => Family::Photo,
            FileKind::Mp4 | FileKind::ThreeGp | FileKind::Webm => Family::Video,
            FileKind::Ogg | FileKind::M4a => Family::Sound,
            FileKind::Pdf => Family::Paper,
        }
    }

    /// The most bytes that one such file may have.
    pub const fn most(self) -> u64 {
        match self.family() {
            Family::Photo | Family::Paper => 25 * MIB,
            Family::Video | Family::Sound => 200 * MIB,
        }
    }

    /// What the end of a name says.
    pub fn of_name(name: &str) -> Option<FileKind> {
        let (before, ending) = name.trim().rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        let kind = match ending.as_str() {
            "jpeg" => Some(FileKind::Jpeg),
            "oga" => Some(FileKind::Ogg),
            other => FileKind::parse(other),
        };
        kind.filter(|_| !before.trim().is_empty())
    }

    fn layout(self) -> Layout {
        match self {
            FileKind::Jpeg => Layout::Jpeg,
            FileKind::Png => Layout::Png,
            FileKind::Webp => Layout::Webp,
            FileKind::Mp4 | FileKind::ThreeGp | FileKind::M4a => Layout::Boxes,
            FileKind::Webm => Layout::Webm,
            FileKind::Ogg => Layout::Ogg,
            FileKind::Pdf => Layout::Pdf,
        }
    }
}

impl Layout {
    /// What the first bytes say. They must say it from the very first on: what begins with something else is that other thing.
    fn of(content: &[u8]) -> Option<Layout> {
        let at = |from: usize, wanted: &[u8]| content.get(from..from + wanted.len()) == Some(wanted);
        if at(0, b"\xff\xd8\xff") {
            Some(Layout::Jpeg)
        } else if at(0, b"\x89PNG\r\n\x1a\n") {
            Some(Layout::Png)
        } else if at(0, b"RIFF") && at(8, b"WEBP") {
            Some(Layout::Webp)
        } else if at(4, b"ftyp") {
            is_ours(content.get(8..12)?).then_some(Layout::Boxes)
        } else if at(0, b"\x1a\x45\xdf\xa3") {
            // The same beginning has Matroska; what it is called follows within the header.
            content[..content.len().min(64)].windows(4).any(|part| part == b"webm").then_some(Layout::Webm)
        } else if at(0, b"OggS\0") {
            Some(Layout::Ogg)
        } else if at(0, b"%PDF-") {
            Some(Layout::Pdf)
        } else {
            None
        }
    }
}

/// The brands of films and recordings; photos in boxes (HEIC, AVIF) and `QuickTime` are others.
fn is_ours(brand: &[u8]) -> bool {
    let films: [&[u8]; 5] = [b"iso", b"mp4", b"avc", b"3gp", b"3g2"];
    films.iter().any(|film| brand.starts_with(film)) || [b"M4A ", b"M4B ", b"M4V ", b"MSNV", b"dash", b"mmp4"].iter().any(|other| brand == *other)
}

/// Why a file is not taken. What to do next is said with each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// Nothing was chosen.
    Missing,
    /// It has no bytes.
    Empty,
    /// One of its kind may have so many bytes.
    TooLarge(u64),
    /// Its name ends with nothing that is taken.
    WrongName,
    /// It is not what its name says.
    WrongContent,
    /// A picture of too many squares, or one whose size cannot be read.
    TooManyPixels,
    /// There are as many files as there may be.
    TooMany,
    /// All of them together would be too large.
    TooMuch,
    /// What arrived is not what was sent.
    Damaged,
    /// Whoever opened it here came to no end with it, time after time.
    Unopened,
}

impl FileFault {
    /// The stable word for programs.
    pub fn tag(self) -> &'static str {
        match self {
            FileFault::Missing => "missing",
            FileFault::Empty => "empty",
            FileFault::TooLarge(_) => "too-large",
            FileFault::WrongName => "wrong-name",
            FileFault::WrongContent => "wrong-content",
            FileFault::TooManyPixels => "too-many-pixels",
            FileFault::TooMany => "too-many",
            FileFault::TooMuch => "too-much",
            FileFault::Damaged => "damaged",
            FileFault::Unopened => "unopened",
        }
    }

    /// What that word says of a file of this kind.
    pub fn parse(tag: &str, kind: FileKind) -> Option<FileFault> {
        let all = [
            FileFault::Missing,
            FileFault::Empty,
            FileFault::TooLarge(kind.most()),
            FileFault::WrongName,
            FileFault::WrongContent,
            FileFault::TooManyPixels,
            FileFault::TooMany,
            FileFault::TooMuch,
            FileFault::Damaged,
            FileFault::Unopened,
        ];
        all.into_iter().find(|fault| fault.tag() == tag)
    }
}

/// What a file of this name, size and beginning is.
///
/// # Errors
/// The first reason not to take it.
pub fn examine(name: &str, bytes: u64, beginning: &[u8]) -> Result<FileKind, FileFault> {
    let kind = promised(name, bytes)?;
    if Layout::of(beginning) == Some(kind.layout()) { Ok(kind) } else { Err(FileFault::WrongContent) }
}

/// What a file of this name and size says that it is, before any of it is there.
///
/// # Errors
/// The first reason not to take it.
pub fn promised(name: &str, bytes: u64) -> Result<FileKind, FileFault> {
    if bytes == 0 {
        return Err(FileFault::Empty);
    }
    let kind = FileKind::of_name(name).ok_or(FileFault::WrongName)?;
    if bytes > kind.most() {
        return Err(FileFault::TooLarge(kind.most()));
    }
    Ok(kind)
}

/// A file's name as it is kept and shown: without folders, without what turns or hides its letters, and not too long.
pub fn shown_name(name: &str, kind: FileKind) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    // Composed before it is cut: a letter that falls apart would be cut once more the next time.
    let clean: String = last.chars().filter(|c| !c.is_control() && !is_invisible(*c)).nfc().take(120).collect();
    Line::parse_any(&clean).map_or_else(|_| format!("file.{}", kind.tag()), |line| line.as_str().to_owned())
}

/// The SHA-256 of a file, in lower-case hexadecimal: what proves that it is the same one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sha(String);

impl Sha {
    pub fn parse(text: &str) -> Option<Sha> {
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        (text.len() == 64 && text.bytes().all(hex)).then(|| Sha(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the file within its complaint: the same file has the same.
    pub fn id(&self) -> FileId {
        FileId(self.0[..32].to_owned())
    }
}

impl fmt::Display for Sha {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file of a complaint: the first half of its SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(String);

impl FileId {
    pub fn parse(text: &str) -> Option<FileId> {
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        (text.len() == 32 && text.bytes().all(hex)).then(|| FileId(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is said of a file where anybody who knows of the complaint may read it: nothing of what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub kind: FileKind,
    pub bytes: u64,
    pub sha: Sha,
}

impl Mark {
    /// How many parts it is sent in.
    pub fn parts(&self) -> u16 {
        u16::try_from(self.bytes.div_ceil(PART)).unwrap_or(u16::MAX)
    }

    /// The bytes of one of its parts, counted from nought; `None` where it has none of this number.
    pub fn part(&self, n: u16) -> Option<u64> {
        let begins = u64::from(n) * PART;
        (begins < self.bytes).then(|| (self.bytes - begins).min(PART))
    }
}

/// How much there is already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    pub files: u16,
    pub bytes: u64,
}

impl Collected {
    /// With one file more.
    ///
    /// # Errors
    /// Where there is no room for it.
    pub fn and(self, mark: &Mark) -> Result<Collected, FileFault> {
        let (files, bytes) = (self.files.saturating_add(1), self.bytes.saturating_add(mark.bytes));
        if files > MOST_FILES {
            Err(FileFault::TooMany)
        } else if bytes > MOST_BYTES {
            Err(FileFault::TooMuch)
        } else {
            Ok(Collected { files, bytes })
        }
    }
}

/// How far the work on a file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// Nobody has looked for harm in it yet: it is given out to nobody.
    Held,
    /// It may be given out, with a cleaned copy to look at where it is a picture.
    Ready { scan: Scan, copy: bool },
    /// Harm was found in it: it is kept, and given out to nobody.
    Harmful,
}

/// What is known of harm in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scan {
    Clean,
    /// Nobody looks here: whoever opens it is told.
    Never,
}

#[cfg(test)]
#[path = "evidence_tests.rs"]
mod tests;
