//! What the form of a desk says: it speaks to an officer about the complainant, not to her.

use std::borrow::Cow;

use domain::fault::{Fault, Field, Flaw};
use domain::lang::Lang;
use domain::policy::Channel;
use domain::reply::Blank;

use crate::fault::{fault_of, label as hers};
use crate::phrases as say;

/// What a field is called at a desk.
pub fn label(lang: Lang, field: Field) -> &'static str {
    match field {
        Field::Name => say::intake_name(lang),
        Field::Account => say::intake_account(lang),
        Field::Relation => say::intake_relation(lang),
        _ => hers(lang, field),
    }
}

/// What is wrong and what to do, said to the officer.
pub fn fault(lang: Lang, fault: Fault) -> Cow<'static, str> {
    match (fault.field, fault.flaw) {
        (Field::Name, Flaw::Missing) => Cow::Borrowed(say::fault_intake_name(lang)),
        (Field::Relation, Flaw::Missing | Flaw::UnknownChoice) => Cow::Borrowed(say::fault_intake_relation(lang)),
        (Field::Phone, Flaw::Missing) => Cow::Borrowed(say::fault_intake_phone(lang)),
        _ => fault_of(lang, fault, label(lang, fault.field)),
    }
}

/// A way to a desk, as the form offers it; `None` for ways that lead past it.
pub fn channel(lang: Lang, it: Channel) -> Option<&'static str> {
    match it {
        Channel::WalkIn => Some(say::intake_channel_walk_in(lang)),
        Channel::Desk => Some(say::intake_channel_desk(lang)),
        Channel::Phone => Some(say::intake_channel_phone(lang)),
        Channel::Post => Some(say::intake_channel_post(lang)),
        Channel::Reference => Some(say::intake_channel_reference(lang)),
        Channel::Web | Channel::Whatsapp | Channel::Email | Channel::Video => None,
    }
}

/// What belongs into a blank that nobody can fill but the officer; `None` for those that the case fills.
pub fn blank(lang: Lang, it: Blank) -> Option<&'static str> {
    match it {
        Blank::Date => Some(say::reply_blank_date(lang)),
        Blank::Time => Some(say::reply_blank_time(lang)),
        Blank::Place => Some(say::reply_blank_place(lang)),
        Blank::Person => Some(say::reply_blank_person(lang)),
        Blank::Action => Some(say::reply_blank_action(lang)),
        Blank::Number | Blank::Due | Blank::Officer => None,
    }
}
