//! Files in words: what they are, how large, how far the work on them has come, and why one was not taken.

use std::borrow::Cow;

use domain::evidence::{Family, FileFault, FileState, Mark};
use domain::lang::Lang;

use crate::phrases as say;

const MB: u64 = 1024 * 1024;

/// What people call it.
pub fn family(lang: Lang, it: Family) -> &'static str {
    match it {
        Family::Photo => say::evidence_photo(lang),
        Family::Video => say::evidence_video(lang),
        Family::Sound => say::evidence_sound(lang),
        Family::Paper => say::evidence_paper(lang),
    }
}

/// A number of bytes as phones show it.
pub fn size(lang: Lang, bytes: u64) -> String {
    if bytes < MB {
        return say::evidence_kb(lang, bytes.div_ceil(1024));
    }
    let tenths = bytes * 10 / MB;
    let shown = if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) };
    say::evidence_mb(lang, shown)
}

/// What it is and how large.
pub fn about(lang: Lang, it: &Mark) -> String {
    say::evidence_about(lang, family(lang, it.kind.family()), size(lang, it.bytes))
}

/// How far it has come, told to her.
pub fn state(lang: Lang, it: FileState) -> &'static str {
    match it {
        FileState::Held => say::evidence_state_held(lang),
        FileState::Ready { .. } => say::evidence_state_ready(lang),
        FileState::Harmful => say::evidence_state_harmful(lang),
    }
}

/// Why a file was not taken, and what to do instead.
pub fn fault(lang: Lang, it: FileFault) -> Cow<'static, str> {
    Cow::Borrowed(match it {
        FileFault::Missing => say::evidence_fault_missing(lang),
        FileFault::Empty => say::evidence_fault_empty(lang),
        FileFault::TooLarge(most) => return say::evidence_fault_too_large(lang, size(lang, most)).into(),
        FileFault::WrongName => say::evidence_fault_wrong_name(lang),
        FileFault::WrongContent => say::evidence_fault_wrong_content(lang),
        FileFault::TooManyPixels => say::evidence_fault_too_many_pixels(lang),
        FileFault::TooMany => say::evidence_fault_too_many(lang),
        FileFault::TooMuch => say::evidence_fault_too_much(lang),
        FileFault::Damaged => say::evidence_fault_damaged(lang),
        FileFault::Unopened => say::evidence_fault_unopened(lang),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_as_phones_show_them() {
        let shown = [1, 1023, 1024, 1025, MB - 1, MB, MB + MB / 2, 25 * MB, 4_000_000].map(|bytes| size(Lang::En, bytes));
        assert_eq!(shown, ["1 KB", "1 KB", "1 KB", "2 KB", "1024 KB", "1 MB", "1.5 MB", "25 MB", "3.8 MB"]);
    }
}
