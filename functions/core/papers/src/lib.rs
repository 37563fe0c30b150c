#![doc = include_str!("../README.md")]

mod certificate;
mod receipt;
mod report;
mod said;
mod set;
mod sheet;

use std::fmt;

use domain::lang::Lang;
use site::page::paper::{CertificateSheet, ReceiptSheet, ReportSheet};

/// A paper, ready to be sent.
pub struct Paper {
    pub pdf: Vec<u8>,
    /// The SHA-256 of what it says, in hexadecimal, as it is printed on it.
    pub hash: String,
}

/// What kept a paper from being made. It says where and how often, and nothing of what was to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// The embedded font cannot be read.
    Font,
    /// So many faults while it was set.
    Setting(usize),
    /// So many faults while it was written as PDF.
    Writing(usize),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Font => f.write_str("the font cannot be read"),
            Error::Setting(n) => write!(f, "{n} faults while setting"),
            Error::Writing(n) => write!(f, "{n} faults while writing"),
        }
    }
}

impl std::error::Error for Error {}

/// An officer's report.
///
/// # Errors
/// Where it cannot be set or written.
pub fn report(lang: Lang, it: &ReportSheet) -> Result<Paper, Error> {
    made(report::sheet(lang, it), report_says(lang, it))
}

/// A complainant's receipt.
///
/// # Errors
/// Where it cannot be set or written.
pub fn receipt(lang: Lang, it: &ReceiptSheet) -> Result<Paper, Error> {
    made(receipt::sheet(lang, it), receipt_says(lang, it))
}

/// The draft of a certificate for files.
///
/// # Errors
/// Where it cannot be set or written.
pub fn certificate(lang: Lang, it: &CertificateSheet) -> Result<Paper, Error> {
    made(certificate::sheet(lang, it), certificate_says(lang, it))
}

/// The text that a certificate's hash is of.
pub fn certificate_says(lang: Lang, it: &CertificateSheet) -> String {
    certificate::said(lang, it).into_text()
}

/// The text that a report's hash is of.
pub fn report_says(lang: Lang, it: &ReportSheet) -> String {
    report::said(lang, it).into_text()
}

/// The text that a receipt's hash is of.
pub fn receipt_says(lang: Lang, it: &ReceiptSheet) -> String {
    receipt::said(lang, it).into_text()
}

fn made(sheet: sheet::Sheet, says: String) -> Result<Paper, Error> {
    let hash = said::hash(&says);
    Ok(Paper { pdf: set::pdf(&sheet, &hash)?, hash })
}
