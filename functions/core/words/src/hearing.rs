//! What came of a hearing, why a step was refused, and times elsewhere.

use domain::hearing::Outcome;
use domain::hearing::queue::Refused;
use domain::lang::Lang;
use jiff::civil::DateTime;

use crate::{date, phrases as say};

pub fn outcome(lang: Lang, it: Outcome) -> &'static str {
    match it {
        Outcome::Forwarded => say::hearing_outcome_forwarded(lang),
        Outcome::Advised => say::hearing_outcome_advised(lang),
        Outcome::Again => say::hearing_outcome_again(lang),
    }
}

/// The same as an officer chooses it.
pub fn ask(lang: Lang, it: Outcome) -> &'static str {
    match it {
        Outcome::Forwarded => say::hearing_ask_forwarded(lang),
        Outcome::Advised => say::hearing_ask_advised(lang),
        Outcome::Again => say::hearing_ask_again(lang),
    }
}

/// Why an officer's step was not made.
pub fn refused(lang: Lang, it: Refused) -> &'static str {
    match it {
        Refused::NotCalled | Refused::ShownBefore | Refused::NotNow => say::hearing_refused_moved_on(lang),
        Refused::Busy => say::hearing_refused_busy(lang),
        Refused::NotSitting => say::hearing_refused_not_sitting(lang),
        Refused::Nobody => say::hearing_refused_nobody(lang),
    }
}

/// What a clock elsewhere shows, with its day.
pub fn elsewhere(lang: Lang, at: DateTime) -> String {
    format!("{}, {}", date::short_day(lang, at.date()), date::time_of_day(lang, at.time()))
}
