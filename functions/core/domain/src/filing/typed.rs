//! What was typed into a filing's form, and which of it tells who she is.

use std::collections::BTreeMap;
use std::fmt;

use crate::fault::Field;

/// What was typed, field by field, untouched: it goes back to the page as it came.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed(BTreeMap<&'static str, String>);

impl Typed {
    /// Every field that a filing has, in the order of the form.
    pub const FIELDS: [Field; 21] = [
        Field::Service,
        Field::Category,
        Field::Account,
        Field::HappenedOn,
        Field::Name,
        Field::Relation,
        Field::RelativeName,
        Field::Phone,
        Field::District,
        Field::Station,
        Field::Address,
        Field::Landmark,
        Field::Locality,
        Field::Pin,
        Field::ContactSms,
        Field::ContactCall,
        Field::SafeHours,
        Field::OnBehalf,
        Field::AccusedStation,
        Field::AccusedOfficer,
        Field::IdempotencyKey,
    ];

    /// What an officer adds who takes a complaint in.
    pub const DESK: [Field; 5] = [Field::Channel, Field::Source, Field::SourceNumber, Field::SourceDate, Field::NoPhone];

    /// Every field that a filing may have, whoever wrote it.
    pub fn fields() -> impl Iterator<Item = Field> {
        Self::FIELDS.into_iter().chain(Self::DESK)
    }

    /// Takes the filing's fields out of whatever was sent; the rest is not ours.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Typed {
        Self::of(&Self::FIELDS, pairs)
    }

    /// The same for the form of a desk.
    pub fn from_desk<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Typed {
        let fields: Vec<Field> = Self::fields().collect();
        Self::of(&fields, pairs)
    }

    fn of<'a>(fields: &[Field], pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            if let Some(field) = fields.iter().find(|f| f.tag() == name) {
                typed.set(*field, value);
            }
        }
        typed
    }

    pub fn get(&self, field: Field) -> &str {
        self.0.get(field.tag()).map_or("", String::as_str)
    }

    pub fn set(&mut self, field: Field, value: &str) {
        self.0.insert(field.tag(), value.to_owned());
    }

    /// The fields that hold something, by name.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }
}

/// Which fields, never what they hold.
impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Field {
    /// Whether what stands in this field may tell who she is: it is sealed before it is stored.
    pub fn is_personal(self) -> bool {
        match self {
            Field::Account
            | Field::HappenedOn
            | Field::Name
            | Field::Relation
            | Field::RelativeName
            | Field::Phone
            | Field::Address
            | Field::Landmark
            | Field::Locality
            | Field::Pin
            | Field::SafeHours
            | Field::AccusedOfficer
            | Field::Source
            | Field::SourceNumber
            | Field::SourceDate
            | Field::Receipt
            | Field::Code
            | Field::Draft
            | Field::IdempotencyKey => true,
            Field::Service
            | Field::Category
            | Field::District
            | Field::Station
            | Field::ContactSms
            | Field::ContactCall
            | Field::OnBehalf
            | Field::AccusedStation
            | Field::Channel
            | Field::NoPhone
            | Field::Number => false,
        }
    }
}
