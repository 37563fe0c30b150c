//! What reviewers read: findings, what is to be done, where a review stands.

use domain::lang::Lang;
use domain::review::{Finding, Refused, Remedy, Standing};

use crate::phrases as say;

pub fn finding(lang: Lang, it: Finding) -> &'static str {
    match it {
        Finding::InOrder => say::review_finding_in_order(lang),
        Finding::Delayed => say::review_finding_delayed(lang),
        Finding::NotHeard => say::review_finding_not_heard(lang),
        Finding::ThinReport => say::review_finding_thin_report(lang),
        Finding::WronglyClosed => say::review_finding_wrongly_closed(lang),
    }
}

pub fn remedy(lang: Lang, it: Remedy) -> &'static str {
    match it {
        Remedy::SpeakToHer => say::review_remedy_speak_to_her(lang),
        Remedy::MendReport => say::review_remedy_mend_report(lang),
        Remedy::LookAgain => say::review_remedy_look_again(lang),
        Remedy::SpeakToOfficer => say::review_remedy_speak_to_officer(lang),
    }
}

pub fn standing(lang: Lang, it: Standing) -> &'static str {
    match it {
        Standing::Waits(_) => say::review_state_waits(lang),
        Standing::InOrder => say::review_finding_in_order(lang),
        Standing::ActionOpen(_) => say::review_state_open(lang),
        Standing::ActionDone => say::review_state_done(lang),
    }
}

/// Why a reviewer's move was not made.
pub fn refused(lang: Lang, it: Refused) -> &'static str {
    match it {
        Refused::Unknown => say::desk_bulk_unknown(lang),
        Refused::NotYours => say::review_refused_not_yours(lang),
        Refused::ReviewedBefore => say::review_refused_before(lang),
        Refused::NothingOpen => say::review_refused_nothing_open(lang),
    }
}
