//! Typst with a world of one template and one font: strings in, pages out.

use std::sync::OnceLock;

use domain::lang::Lang;
use qr::Qr;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Array, Bytes, Datetime, Dict, Duration, Smart, Str, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::Error;
use crate::sheet::{Block, Sheet};

const TEMPLATE: &str = include_str!("paper.typ");
/// Where the template puts the numbers of pages, which only it knows.
const PAGE: &str = "{page}";
const ALL: &str = "{all}";
/// What stands for a character that the font lacks.
const UNPRINTABLE: &str = "[?]";

/// The one font: Devanagari and Latin, every weight.
fn font() -> Option<&'static Font> {
    static FONT: OnceLock<Option<Font>> = OnceLock::new();
    FONT.get_or_init(|| Font::new(Bytes::new(include_bytes!("../fonts/NotoSansDevanagari.ttf").as_slice()), 0)).as_ref()
}

/// The paper as PDF.
pub(crate) fn pdf(sheet: &Sheet, hash: &str) -> Result<Vec<u8>, Error> {
    let font = font().ok_or(Error::Font)?;
    let world = Desk::new(font, inputs(sheet, hash, font));
    let made = written(&world);
    // What Typst remembers of a paper is what people wrote.
    comemo::evict(0);
    made
}

fn written(world: &Desk) -> Result<Vec<u8>, Error> {
    let document = typst::compile::<PagedDocument>(world).output.map_err(|faults| Error::Setting(faults.len()))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_| Error::Writing(1))?;
    let options = PdfOptions { creator: Smart::Custom(None), standards, ..PdfOptions::default() };
    typst_pdf::pdf(&document, &options).map_err(|faults| Error::Writing(faults.len()))
}

/// All that Typst sees. There is no other file and no clock.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    font: &'static Font,
    template: Source,
}

impl Desk {
    fn new(font: &'static Font, inputs: Dict) -> Desk {
        let library = LazyHash::new(Library::builder().with_inputs(inputs).build());
        Desk { library, book: LazyHash::new(FontBook::from_fonts([font])), font, template: template() }
    }
}

/// The template, parsed once.
fn template() -> Source {
    static TEMPLATE_READ: OnceLock<Source> = OnceLock::new();
    let read = || match VirtualPath::new("/paper.typ") {
        Ok(path) => Source::new(FileId::new(RootedPath::new(VirtualRoot::Project, path)), TEMPLATE.to_owned()),
        Err(_) => Source::detached(TEMPLATE),
    };
    TEMPLATE_READ.get_or_init(read).clone()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        (index == 0).then(|| self.font.clone())
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Text on its way to the template: only what can be printed, and how much could not.
struct Cleaner {
    font: &'static Font,
    missing: i64,
}

impl Cleaner {
    fn text(&mut self, text: &str) -> Value {
        let mut out = String::with_capacity(text.len());
        for c in site::shown_text(text).chars().filter(|c| !shows_nothing(*c)) {
            if c == '\n' || self.font.info().coverage.contains(c.into()) {
                out.push(c);
            } else {
                out.push_str(UNPRINTABLE);
                self.missing += 1;
            }
        }
        Value::Str(Str::from(out))
    }

    fn rows<'t>(&mut self, rows: impl IntoIterator<Item = (&'t str, &'t str)>) -> Value {
        let row = |(name, value)| Value::Array(Array::from_iter([self.text(name), self.text(value)]));
        Value::Array(rows.into_iter().map(row).collect())
    }

    fn block(&mut self, it: &Block) -> Value {
        let (kind, value) = match it {
            Block::Heading(title) => ("heading", self.text(title)),
            Block::Facts(rows) => ("facts", self.rows(rows.iter().map(|(name, value)| (name.as_str(), value.as_str())))),
            Block::Note(sentence) => ("note", self.text(sentence)),
            Block::Words(typed) => {
                let lines = typed.lines().filter(|line| !line.trim().is_empty()).map(|line| self.text(line));
                ("words", Value::Array(lines.collect()))
            }
            Block::Signs(rows) => ("signs", self.rows(rows.iter().map(|(post, name)| (*post, name.as_str())))),
            Block::Calls(rows) => ("calls", self.rows(rows.iter().copied())),
        };
        Value::Dict(dict([("kind", Value::Str(Str::from(kind))), ("value", value)]))
    }
}

/// Marks of direction and of form, which print nothing where the script is ours. Joiners stay: Hindi spells with them.
fn shows_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn inputs(sheet: &Sheet, hash: &str, font: &'static Font) -> Dict {
    let Sheet { lang, title, number, lead, blocks } = sheet;
    let lang = *lang;
    let mut cleaner = Cleaner { font, missing: 0 };
    let blocks: Array = blocks.iter().map(|block| cleaner.block(block)).collect();
    let missing = cleaner.missing;
    let mut text = |text: &str| cleaner.text(text);
    let address = site::follow(lang, number).unwrap_or_default();
    let code = Qr::of(&address).filter(|_| !address.is_empty());
    dict([
        ("lang", text(lang.tag())),
        ("brand", text(words::brand(lang))),
        ("title", text(title)),
        ("number-name", text(words::receipt_number(lang))),
        ("number", text(number.as_str())),
        ("lead", text(lead)),
        ("blocks", Value::Array(blocks)),
        ("qr", code.map_or(Value::None, |code| Value::Bytes(Bytes::from_string(code.svg())))),
        ("qr-alt", text(&words::paper_qr_alt(lang, number))),
        ("qr-note", text(words::paper_qr(lang))),
        ("address", text(&address)),
        ("sign", text(words::paper_sign(lang))),
        ("sign-day", text(words::paper_sign_day(lang))),
        ("hash-name", text(words::paper_hash(lang))),
        ("hash", text(&in_groups(hash))),
        ("hash-note", text(words::paper_hash_note(lang))),
        ("unprintable", text(&unprintable(lang, missing))),
        ("page", text(&words::paper_page(lang, ALL, PAGE))),
    ])
}

fn unprintable(lang: Lang, missing: i64) -> String {
    if missing > 0 { words::paper_unprintable(lang, missing) } else { String::new() }
}

/// Eight digits at a time: two copies are compared by eye.
fn in_groups(hash: &str) -> String {
    hash.as_bytes().chunks(8).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

fn dict<const N: usize>(pairs: [(&str, Value); N]) -> Dict {
    pairs.into_iter().map(|(name, value)| (Str::from(name), value)).collect()
}
