//! The sentence for each fault of each field: it says what to do, not what she did wrong.

use std::borrow::Cow;

use domain::fault::{Fault, Field, Flaw};
use domain::lang::Lang;

use crate::digits::grouped;
use crate::phrases as say;

/// What a field is called on its page.
pub fn label(lang: Lang, field: Field) -> &'static str {
    match field {
        Field::Service => say::field_service(lang),
        Field::Category => say::field_category(lang),
        Field::Account => say::field_account(lang),
        Field::HappenedOn => say::field_happened_on(lang),
        Field::Name => say::field_name(lang),
        Field::Relation => say::field_relation(lang),
        Field::RelativeName => say::field_relative_name(lang),
        Field::Phone => say::field_phone(lang),
        Field::Address => say::field_address(lang),
        Field::Landmark => say::field_landmark(lang),
        Field::Locality => say::field_locality(lang),
        Field::District => say::field_district(lang),
        Field::Station => say::field_station(lang),
        Field::Pin => say::field_pin(lang),
        Field::ContactSms => say::field_contact_sms(lang),
        Field::ContactCall => say::field_contact_call(lang),
        Field::SafeHours => say::field_safe_hours(lang),
        Field::OnBehalf => say::field_on_behalf(lang),
        Field::AccusedStation => say::field_accused_station(lang),
        Field::AccusedOfficer => say::field_accused_officer(lang),
        Field::Channel => say::field_channel(lang),
        Field::Source => say::field_source(lang),
        Field::SourceNumber => say::field_source_number(lang),
        Field::SourceDate => say::field_source_date(lang),
        Field::NoPhone => say::field_no_phone(lang),
        Field::Number => say::field_number(lang),
        Field::Receipt => say::field_receipt(lang),
        Field::Code => say::field_code(lang),
        // Hidden fields: the page they stand on is what she sees of them.
        Field::IdempotencyKey | Field::Draft => say::form_title(lang),
    }
}

/// What is wrong and what to do, in one sentence.
pub fn fault(lang: Lang, fault: Fault) -> Cow<'static, str> {
    fault_of(lang, fault, label(lang, fault.field))
}

/// The same on a page that calls the field `what`.
pub(crate) fn fault_of(lang: Lang, fault: Fault, what: &str) -> Cow<'static, str> {
    if let Some(sentence) = own_sentence(lang, fault) {
        return Cow::Borrowed(sentence);
    }
    let what = what.trim_end_matches('?');
    Cow::Owned(match fault.flaw {
        Flaw::Missing => say::fault_missing(lang, what),
        Flaw::TooLong(max) => say::fault_long(lang, grouped(i64::try_from(max).unwrap_or(i64::MAX)), what),
        Flaw::Unreadable => say::fault_unreadable(lang, what),
        Flaw::NoLetters => say::fault_no_letters(lang, what),
        Flaw::UnknownChoice => say::fault_choice(lang, what),
        Flaw::NotADay => say::fault_day(lang, what),
        Flaw::NotIndianMobile
        | Flaw::ForeignPhone
        | Flaw::NotAPhone
        | Flaw::NotAPin
        | Flaw::InFuture
        | Flaw::NotHours
        | Flaw::NotANumber
        | Flaw::NotAReceipt
        | Flaw::NotACode
        | Flaw::OfficersPhone
        | Flaw::PhoneAndNone => say::fault_again(lang, what),
    })
}

/// The sentences written for one field alone.
fn own_sentence(lang: Lang, fault: Fault) -> Option<&'static str> {
    Some(match (fault.field, fault.flaw) {
        (Field::Account, Flaw::Missing) => say::fault_account_missing(lang),
        (Field::HappenedOn | Field::SourceDate, Flaw::InFuture) => say::fault_happened_on_future(lang),
        (Field::Name, Flaw::Missing) => say::fault_name_missing(lang),
        (Field::Relation, Flaw::Missing | Flaw::UnknownChoice) => say::fault_relation_missing(lang),
        (Field::RelativeName, Flaw::Missing) => say::fault_relative_name_missing(lang),
        (Field::Phone, Flaw::Missing) => say::fault_phone_missing(lang),
        (Field::Phone, Flaw::NotIndianMobile) => say::fault_phone_indian(lang),
        (Field::Phone, Flaw::ForeignPhone) => say::fault_phone_foreign(lang),
        (Field::Phone, Flaw::NotAPhone) => say::fault_phone_wrong(lang),
        (Field::Phone, Flaw::OfficersPhone) => say::fault_officers_phone(lang),
        (Field::Phone, Flaw::PhoneAndNone) => say::fault_phone_and_none(lang),
        (Field::District, Flaw::Missing | Flaw::UnknownChoice) => say::fault_district_missing(lang),
        (Field::Station | Field::AccusedStation, Flaw::UnknownChoice) => say::fault_station_choice(lang),
        (Field::Address, Flaw::Missing) => say::fault_address_missing(lang),
        (Field::Pin, Flaw::NotAPin) => say::fault_pin(lang),
        (Field::SafeHours, Flaw::NotHours) => say::fault_hours(lang),
        (Field::Number, Flaw::Missing) => say::fault_number_missing(lang),
        (Field::Number, Flaw::NotANumber) => say::fault_number_wrong(lang),
        (Field::Receipt, Flaw::Missing) => say::fault_receipt_missing(lang),
        (Field::Receipt, Flaw::NotAReceipt) => say::fault_receipt_wrong(lang),
        (Field::Code, Flaw::Missing) => say::fault_code_missing(lang),
        (Field::Code, Flaw::NotACode) => say::code_short(lang),
        (Field::Draft, _) => say::fault_draft(lang),
        (Field::IdempotencyKey, _) => say::fault_key(lang),
        _ => return None,
    })
}
