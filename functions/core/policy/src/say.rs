//! For how long a complainant may say what after the filing.

use domain::policy::SayRule;
use serde::Deserialize;
use toml::Spanned;

use crate::raw;
use crate::{Mistakes, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    answer_days: Spanned<u16>,
    withdrawal_hours: Spanned<u16>,
    refusal_hours: Spanned<u16>,
}

/// `None` where the file cannot be read.
pub(crate) fn read(source: Source<'_>, m: &mut Mistakes) -> Option<SayRule> {
    let file: File = raw::parse(source, m)?;
    for (name, number) in [("answer_days", &file.answer_days), ("withdrawal_hours", &file.withdrawal_hours), ("refusal_hours", &file.refusal_hours)] {
        if *number.get_ref() == 0 {
            m.at(source, number.span().start, format!("`{name}` of zero is over before it begins"));
        }
    }
    Some(SayRule { answer_days: *file.answer_days.get_ref(), withdrawal_hours: *file.withdrawal_hours.get_ref(), refusal_hours: *file.refusal_hours.get_ref() })
}
