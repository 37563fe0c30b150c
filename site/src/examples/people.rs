//! The invented people, dates and numbers of the examples.

use domain::calendar::at_wall;
use domain::fault::Field;
use domain::filing::Typed;
use domain::ids::DistrictCode;
use domain::number::Number;
use domain::policy::{Category, District, Policy, Service};
use domain::{Date, Timestamp};

/// Stands for the secret of a draft.
pub(super) const DRAFT: &str = "0f3c9a7be1d24c5f8a6b7c8d9e0f1a2b";

/// A moment of November 2026 as an Indian wall shows it.
pub(super) fn at(day: i8, hour: i8, minute: i8) -> Timestamp {
    at_wall(Date::constant(2026, 11, day).at(hour, minute, 0, 0))
}

/// The district of the examples: Lucknow, or whatever the policy has.
pub(super) fn district(policy: &Policy) -> Option<&District> {
    policy.district("LKO").or_else(|| policy.districts.first())
}

/// A number that could be real: the first whose check value has a character.
pub(crate) fn number() -> Number {
    numbered(28)
}

/// One of many such numbers.
pub(super) fn numbered(which: u8) -> Number {
    let code = DistrictCode::parse("LKO");
    let made = code.and_then(|code| (0..=u8::MAX).find_map(|n| Number::make(&code, 2026, [n, 15, 3, 19, 23, 9, 29, which])));
    // Of 256 bodies some have a check character; the loop always finds one.
    made.unwrap_or_else(|| unreachable!("five bodies in thirty-seven are refused, not all"))
}

pub(super) fn receipt() -> String {
    "4821 0937 5560 1284".to_owned()
}

/// What a form holds on its first view.
pub(super) fn empty(service: &Service, category: &Category, district: &District) -> Typed {
    let mut typed = Typed::default();
    typed.set(Field::Service, service.id.as_str());
    typed.set(Field::Category, category.id.as_str());
    typed.set(Field::District, district.code.as_str());
    typed.set(Field::IdempotencyKey, "5b8f0c1d2e3a4f5061728394a5b6c7d8");
    typed
}

/// A filled form, as people fill it: both scripts, spaces in the number, no station.
pub(super) fn typed(service: &Service, category: &Category, district: &District) -> Typed {
    let mut typed = empty(service, category, district);
    let answers = [
        (Field::Account, "कल शाम बाज़ार से लौटते समय दो लड़के पीछे लग गए।\nमैं दुकान में चली गई, तब वे गए।"),
        (Field::HappenedOn, "कल शाम"),
        (Field::Name, "सुनीता देवी"),
        (Field::Relation, "husband"),
        (Field::RelativeName, "Ramesh Kumar"),
        (Field::Phone, "98123 00001"),
        (Field::Station, "unknown"),
        (Field::Address, "मकान 14, शिव गली"),
        (Field::Landmark, "हनुमान मंदिर के पीछे"),
        (Field::ContactSms, "no"),
        (Field::ContactCall, "yes"),
        (Field::SafeHours, "10:00-17:00"),
        (Field::OnBehalf, "self"),
    ];
    for (field, answer) in answers {
        typed.set(field, answer);
    }
    typed
}
