//! Suggestions: why one is not taken up after all, and what keeps a wording from being public.

use domain::lang::Lang;
use domain::suggestion::{DownReason, Wording, WordingFlaw};

use crate::phrases as say;

/// Why it is not taken up after all.
pub fn down_reason(lang: Lang, it: DownReason) -> &'static str {
    match it {
        DownReason::NotPossible => say::suggestion_down_not_possible(lang),
        DownReason::NotOurs => say::suggestion_down_not_ours(lang),
        DownReason::Mistake => say::suggestion_down_mistake(lang),
    }
}

/// What is wrong with the wording in a language, and what to do; `what` is the field.
pub fn fault(lang: Lang, of: Lang, flaw: WordingFlaw, what: &str) -> String {
    match flaw {
        WordingFlaw::Empty => say::case_fault_missing(lang, what),
        WordingFlaw::TooLong => say::suggestion_fault_long(lang, Wording::MAX, what),
        WordingFlaw::Unreadable => say::suggestion_fault_unreadable(lang, what),
        WordingFlaw::OtherScript => match of {
            Lang::Hi => say::suggestion_fault_hi(lang, what),
            Lang::En => say::suggestion_fault_en(lang, what),
        },
        WordingFlaw::Phone => say::suggestion_fault_phone(lang, what),
        WordingFlaw::Number => say::suggestion_fault_number(lang, what),
        WordingFlaw::Email => say::suggestion_fault_email(lang, what),
        WordingFlaw::HerWords => say::suggestion_fault_hers(lang, what),
    }
}
