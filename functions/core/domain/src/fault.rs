//! What is wrong with what was typed: the field and the fault, for the page to say in words.

/// A field of a form, named as it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    Service,
    Category,
    Account,
    HappenedOn,
    Name,
    Relation,
    RelativeName,
    Phone,
    Address,
    Landmark,
    Locality,
    District,
    Station,
    Pin,
    ContactSms,
    ContactCall,
    SafeHours,
    OnBehalf,
    AccusedStation,
    AccusedOfficer,
    IdempotencyKey,
    /// How it came to a desk.
    Channel,
    /// Which office sent it on.
    Source,
    SourceNumber,
    SourceDate,
    /// She has no phone of her own.
    NoPhone,
    Number,
    Receipt,
    Code,
    Draft,
}

impl Field {
    /// The name in forms and JSON, also the anchor on the page.
    pub fn tag(self) -> &'static str {
        match self {
            Field::Service => "service",
            Field::Category => "category",
            Field::Account => "account",
            Field::HappenedOn => "happened_on",
            Field::Name => "name",
            Field::Relation => "relation",
            Field::RelativeName => "relative_name",
            Field::Phone => "phone",
            Field::Address => "address",
            Field::Landmark => "landmark",
            Field::Locality => "locality",
            Field::District => "district",
            Field::Station => "station",
            Field::Pin => "pin",
            Field::ContactSms => "contact_sms",
            Field::ContactCall => "contact_call",
            Field::SafeHours => "safe_hours",
            Field::OnBehalf => "on_behalf",
            Field::AccusedStation => "accused_station",
            Field::AccusedOfficer => "accused_officer",
            Field::IdempotencyKey => "idempotency_key",
            Field::Channel => "channel",
            Field::Source => "source",
            Field::SourceNumber => "source_number",
            Field::SourceDate => "source_date",
            Field::NoPhone => "no_phone",
            Field::Number => "number",
            Field::Receipt => "receipt",
            Field::Code => "code",
            Field::Draft => "draft",
        }
    }
}

/// One fault of one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    pub field: Field,
    pub flaw: Flaw,
}

/// What can be wrong with a field. Each has its own sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    Missing,
    TooLong(usize),
    Unreadable,
    NoLetters,
    /// None of the choices that the field offers.
    UnknownChoice,
    NotIndianMobile,
    ForeignPhone,
    NotAPhone,
    /// Not six digits.
    NotAPin,
    /// A day that has not come.
    InFuture,
    /// Not hours such as 10:00-17:00.
    NotHours,
    /// No registration number, or one with a typing mistake.
    NotANumber,
    /// Not sixteen digits.
    NotAReceipt,
    /// Not six digits.
    NotACode,
    /// No day of the calendar.
    NotADay,
    /// The number is that of an officer of the unit that takes the complaint in.
    OfficersPhone,
    /// A number was written, and that she has none.
    PhoneAndNone,
}

impl Flaw {
    /// The stable word for programs.
    pub fn tag(self) -> &'static str {
        match self {
            Flaw::Missing => "missing",
            Flaw::TooLong(_) => "too-long",
            Flaw::Unreadable => "unreadable",
            Flaw::NoLetters => "no-letters",
            Flaw::UnknownChoice => "unknown-choice",
            Flaw::NotIndianMobile => "not-an-indian-mobile",
            Flaw::ForeignPhone => "foreign-phone",
            Flaw::NotAPhone => "not-a-phone",
            Flaw::NotAPin => "not-a-pin",
            Flaw::InFuture => "in-future",
            Flaw::NotHours => "not-hours",
            Flaw::NotANumber => "not-a-number",
            Flaw::NotAReceipt => "not-a-receipt",
            Flaw::NotACode => "not-a-code",
            Flaw::NotADay => "not-a-day",
            Flaw::OfficersPhone => "officers-phone",
            Flaw::PhoneAndNone => "phone-and-none",
        }
    }
}
