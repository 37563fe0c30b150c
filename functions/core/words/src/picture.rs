//! Pictures for a report in words: how each stands, and why one was not taken.

use std::borrow::Cow;

use domain::evidence::FileFault;
use domain::lang::Lang;
use domain::picture::MOST_PICTURES;

use crate::evidence::{self, size};
use crate::phrases as say;

/// Why a picture was not taken, and what to do instead.
pub fn fault(lang: Lang, it: FileFault) -> Cow<'static, str> {
    match it {
        FileFault::WrongName => say::picture_fault_wrong_name(lang).into(),
        FileFault::WrongContent => say::picture_fault_wrong_content(lang).into(),
        FileFault::TooLarge(most) => say::picture_fault_too_large(lang, size(lang, most)).into(),
        FileFault::TooMany | FileFault::TooMuch => say::picture_full(lang, i64::from(MOST_PICTURES)).into(),
        FileFault::Unopened => say::picture_fault_unopened(lang).into(),
        FileFault::Missing | FileFault::Empty | FileFault::TooManyPixels | FileFault::Damaged => evidence::fault(lang, it),
    }
}
