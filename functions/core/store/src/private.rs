//! What tells who she is, sealed field by field, and by what it is found.

use std::collections::HashMap;

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use domain::fold;
use domain::ids::DistrictCode;
use domain::number::Number;
use seal::{DataKey, Secrets};

use crate::complaint::Item;
use crate::keys;

/// What tells who she is, still sealed.
#[derive(Clone, Debug)]
pub struct Private {
    pub number: Number,
    /// The look-up key of her phone; empty where she has none.
    pub phone_key: String,
    /// Those of the parts of her name.
    pub name_keys: Vec<String>,
    /// Field to sealed bytes.
    pub(crate) sealed: HashMap<String, Vec<u8>>,
}

/// What an officer of a district finds a name by.
pub fn name_keys(secrets: &Secrets, name: &str, district: &DistrictCode) -> Vec<String> {
    fold::keys(name).iter().map(|part| secrets.name(district.as_str(), part)).collect()
}

pub(crate) fn names(keys: &[String]) -> AttributeValue {
    AttributeValue::L(keys.iter().cloned().map(AttributeValue::S).collect())
}

impl Private {
    /// Seals one field.
    pub fn put(&mut self, key: &DataKey, field: &str, plain: &str) {
        let sealed = key.seal(self.number.as_str(), field, plain.as_bytes());
        self.sealed.insert(field.to_owned(), sealed);
    }

    /// Opens one field; `None` where it was never filled or does not open.
    pub fn open(&self, key: &DataKey, field: &str) -> Option<String> {
        let plain = key.open(self.number.as_str(), field, self.sealed.get(field)?).ok()?;
        String::from_utf8(plain).ok()
    }

    /// Nothing sealed yet.
    pub fn empty(number: Number, phone_key: String) -> Private {
        Private { number, phone_key, name_keys: Vec::new(), sealed: HashMap::new() }
    }

    pub(crate) fn to_value(&self) -> AttributeValue {
        let entry = |(field, bytes): (&String, &Vec<u8>)| (field.clone(), AttributeValue::B(Blob::new(bytes.clone())));
        AttributeValue::M(self.sealed.iter().map(entry).collect())
    }

    /// The row `SEALED`.
    pub(crate) fn item(&self) -> Item {
        HashMap::from([
            ("pk".to_owned(), AttributeValue::S(keys::complaint(&self.number))),
            ("sk".to_owned(), AttributeValue::S(keys::SEALED.to_owned())),
            ("phone_key".to_owned(), AttributeValue::S(self.phone_key.clone())),
            ("name_keys".to_owned(), self.names_value()),
            ("sealed".to_owned(), self.to_value()),
        ])
    }

    /// Everything by which it is found: her phone, and her name.
    pub(crate) fn look_up_keys(&self) -> impl Iterator<Item = &String> {
        self.name_keys.iter().chain((!self.phone_key.is_empty()).then_some(&self.phone_key))
    }

    pub(crate) fn names_value(&self) -> AttributeValue {
        names(&self.name_keys)
    }

    /// To be found by these parts of her name too.
    #[must_use]
    pub fn named(self, name_keys: Vec<String>) -> Private {
        Private { name_keys, ..self }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.sealed.is_empty()
    }

    pub(crate) fn from_item(number: Number, item: &Item) -> Option<Private> {
        let phone_key = item.get("phone_key")?.as_s().ok()?.clone();
        // Rows of the first versions are not found by name.
        let name_keys = item.get("name_keys").and_then(|v| v.as_l().ok()).into_iter().flatten().filter_map(|v| v.as_s().ok().cloned()).collect();
        Private::sealed_of(number, item).map(|private| Private { phone_key, name_keys, ..private })
    }

    /// What is sealed in a row, whoever's it is.
    pub(crate) fn sealed_of(number: Number, item: &Item) -> Option<Private> {
        let entry = |(field, value): (&String, &AttributeValue)| Some((field.clone(), value.as_b().ok()?.as_ref().to_vec()));
        let sealed = item.get("sealed")?.as_m().ok()?.iter().map(entry).collect::<Option<_>>()?;
        Some(Private { number, phone_key: String::new(), name_keys: Vec::new(), sealed })
    }
}
