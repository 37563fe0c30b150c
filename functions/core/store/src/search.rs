//! Complaints by what is sealed in them, or by their station: a key leads to numbers, and those to complaints as they stand.

use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes, Put, TransactWriteItem};
use domain::complaint::Complaint;
use domain::decide::Change;
use domain::event::Kind;
use domain::ids::StationCode;
use domain::number::Number;

use crate::complaint::{Item, put, read};
use crate::items::ComplaintItem;
use crate::pages::every;
use crate::{Error, Private, Store, keys};

/// How many complaints are read with one request.
pub const MOST: usize = 100;

impl Store {
    /// Every number that a look-up key leads to.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn found_by(&self, look_up_key: &str) -> Result<Vec<Number>, Error> {
        self.led_to(keys::found_by(look_up_key)).await
    }

    /// The number of every complaint that is or was of a station.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn of_station(&self, station: &StationCode) -> Result<Vec<Number>, Error> {
        self.led_to(keys::of_station(station)).await
    }

    async fn led_to(&self, pk: String) -> Result<Vec<Number>, Error> {
        let rows = every(self.rows(&pk, "", &[])).await?;
        Ok(rows.iter().filter_map(|item| Number::parse(item.get("sk")?.as_s().ok()?)).collect())
    }

    /// Complaints as they stand, in no order; numbers that are nobody's are left out.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn load_all(&self, numbers: &[Number]) -> Result<Vec<Complaint>, Error> {
        let key = |number: &Number| {
            [("pk", keys::complaint(number)), ("sk", keys::META.to_owned())].map(|(name, value)| (name.to_owned(), AttributeValue::S(value))).into()
        };
        let mut found = Vec::new();
        for some in numbers.chunks(MOST) {
            let mut left: Vec<_> = some.iter().map(key).collect();
            while !left.is_empty() {
                let wanted = KeysAndAttributes::builder().set_keys(Some(left)).build().map_err(|_| Error::corrupt("a look-up without keys"))?;
                let answer = self.client.batch_get_item().request_items(&self.tables.main, wanted).send().await?;
                for item in answer.responses.unwrap_or_default().remove(&self.tables.main).unwrap_or_default() {
                    found.push(read::<ComplaintItem>(item)?.read()?);
                }
                left = answer.unprocessed_keys.unwrap_or_default().remove(&self.tables.main).map(|rest| rest.keys).unwrap_or_default();
            }
        }
        Ok(found)
    }

    /// The rows by which a complaint is found from its beginning: her phone, the parts of her name, its station.
    pub(crate) fn ways_to(it: &Complaint, private: &Private) -> Vec<Item> {
        let sealed = private.look_up_keys().map(|key| keys::found_by(key));
        sealed.chain(it.station.as_ref().map(keys::of_station)).map(|pk| way(pk, &it.number)).collect()
    }

    /// Where it went to another station it is found there too.
    pub(crate) fn stations_of(&self, change: &Change) -> Result<Vec<TransactWriteItem>, Error> {
        let to = change.events.iter().filter_map(|event| {
            let Kind::Transferred { station, .. } = &event.kind else { return None };
            Some(way(keys::of_station(station), &change.complaint.number))
        });
        to.map(|row| put(Put::builder().table_name(&self.tables.main).set_item(Some(row)))).collect()
    }
}

/// A row by which a complaint is found.
pub(crate) fn way(pk: String, number: &Number) -> Item {
    [("pk", pk), ("sk", number.to_string())].map(|(name, value)| (name.to_owned(), AttributeValue::S(value))).into()
}
