//! What was closed, what of it was drawn for a month, and what reviewers found.

use aws_sdk_dynamodb::types::{AttributeValue, TransactWriteItem, Update};
use domain::decide::Change;
use domain::event::Kind;
use domain::ids::UnitCode;
use domain::number::Number;
use domain::review::{Closed, Month, Sample, Told};
use seal::DataKey;

use crate::complaint::{Item, put, read, update};
use crate::items::{ClosedItem, SampleItem, ToldItem};
use crate::pages::every;
use crate::{Error, Private, Store, keys};

/// Where a drawn complaint is found, and a reviewer's words about it, still sealed.
#[derive(Clone, Debug)]
pub struct Place {
    pub unit: UnitCode,
    month: Month,
    words: Option<Private>,
}

impl Place {
    /// The reviewer's note; `None` where there is none, or it does not open.
    pub fn note(&self, key: &DataKey) -> Option<String> {
        self.words.as_ref()?.open(key, &bound(self.month))
    }
}

/// A note is bound to its month, so that none can be put in another's place.
fn bound(month: Month) -> String {
    format!("review.{month}")
}

impl Store {
    /// That a complaint was closed stands in the month's list of its unit, written with the closing itself.
    pub(crate) fn closings_of(&self, change: &Change) -> Result<Vec<TransactWriteItem>, Error> {
        let closed = change.events.iter().filter_map(|event| {
            let Kind::Disposed(how) = &event.kind else { return None };
            Some(ClosedItem::of(&change.complaint, event.at, how))
        });
        closed.map(|item| put(self.put_of(&item)?)).collect()
    }

    /// What a unit closed in a month.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn closings(&self, unit: &UnitCode, month: Month) -> Result<Vec<Closed>, Error> {
        let rows = self.beginning(&keys::closings(unit.as_str()), &keys::closings_of(month)).await?;
        rows.into_iter().map(|item| read::<ClosedItem>(item)?.read()).collect()
    }

    /// Writes down what was drawn of a unit; `false` where it was drawn before, which stays.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn put_sample(&self, it: &Sample) -> Result<bool, Error> {
        // First where each is found: written twice, it says the same.
        let place = |number: &Number| {
            Item::from([
                ("pk".to_owned(), AttributeValue::S(keys::reviews(number))),
                ("sk".to_owned(), AttributeValue::S(it.month.to_string())),
                ("unit".to_owned(), AttributeValue::S(it.unit.to_string())),
            ])
        };
        if self.sample(it.month, &it.unit).await?.is_some() {
            return Ok(false);
        }
        self.put_all(it.cases.iter().map(|drawn| place(&drawn.number)).collect()).await?;
        let item: Item = serde_dynamo::to_item(SampleItem::from(it)).map_err(|_| Error::corrupt("a sample"))?;
        let put = self.client.put_item().table_name(&self.tables.main).set_item(Some(item)).condition_expression("attribute_not_exists(pk)");
        match put.send().await.map_err(Error::from) {
            Ok(_) => Ok(true),
            Err(Error::Conflict) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// What was drawn of a unit for a month.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn sample(&self, month: Month, unit: &UnitCode) -> Result<Option<Sample>, Error> {
        let item = self.get(keys::samples(month), unit.to_string()).await?;
        item.map(|item| read::<SampleItem>(item)?.read()).transpose()
    }

    /// What was drawn of all units whose codes begin so: a district's with its letters, every one with nothing.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn samples(&self, month: Month, begin: &str) -> Result<Vec<Sample>, Error> {
        self.beginning(&keys::samples(month), begin).await?.into_iter().map(|item| read::<SampleItem>(item)?.read()).collect()
    }

    /// Where a drawn complaint is found; `None` where it was not drawn for that month.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn drawn(&self, number: &Number, month: Month) -> Result<Option<Place>, Error> {
        let Some(item) = self.get(keys::reviews(number), month.to_string()).await? else { return Ok(None) };
        let unit = item.get("unit").and_then(|v| v.as_s().ok()).and_then(|code| UnitCode::parse(code)).ok_or_else(|| Error::corrupt("a review's place"))?;
        Ok(Some(Place { unit, month, words: Private::sealed_of(number.clone(), &item) }))
    }

    /// Writes a reviewer's move under the version it was made on, with the words that belong to it: both or neither.
    ///
    /// # Errors
    /// `Conflict` where somebody else was first.
    pub async fn commit_review(&self, after: &Sample, words: Option<(&Number, &str, &DataKey)>) -> Result<(), Error> {
        let sample = self
            .put_of(&SampleItem::from(after))?
            .condition_expression("version = :seen")
            .expression_attribute_values(":seen", AttributeValue::N((after.version - 1).to_string()));
        let mut writes = vec![put(sample)?];
        if let Some((number, note, key)) = words {
            let mut sealed = Private::empty(number.clone(), String::new());
            sealed.put(key, &bound(after.month), note);
            let place = Update::builder()
                .table_name(&self.tables.main)
                .key("pk", AttributeValue::S(keys::reviews(number)))
                .key("sk", AttributeValue::S(after.month.to_string()))
                .update_expression("SET sealed = :sealed")
                .condition_expression("attribute_exists(pk)")
                .expression_attribute_values(":sealed", sealed.to_value());
            writes.push(update(place)?);
        }
        self.transact(writes, &format!("{}.{}.{}", after.unit, after.month, after.version)).await
    }

    /// What was told of the draws, newest month first.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn told(&self) -> Result<Vec<Told>, Error> {
        let mut all = self.beginning(keys::DRAWS, "").await?.into_iter().map(|item| read::<ToldItem>(item)?.read()).collect::<Result<Vec<_>, _>>()?;
        all.reverse();
        Ok(all)
    }

    /// Tells the hash of a month's seed. What was told stays as it was told; `false` where it was told before.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn tell_commitment(&self, it: &Told) -> Result<bool, Error> {
        let item: Item = serde_dynamo::to_item(ToldItem::from(it)).map_err(|_| Error::corrupt("what is told of a draw"))?;
        let put = self.client.put_item().table_name(&self.tables.main).set_item(Some(item)).condition_expression("attribute_not_exists(pk)");
        match put.send().await.map_err(Error::from) {
            Ok(_) => Ok(true),
            Err(Error::Conflict) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Tells the seed itself, once every unit is drawn.
    ///
    /// # Errors
    /// `Conflict` where its hash was not told beforehand.
    pub async fn tell_seed(&self, month: Month, seed: &str) -> Result<(), Error> {
        let update = self
            .on_row(keys::DRAWS.to_owned(), &month.to_string())
            .update_expression("SET seed = :seed")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":seed", AttributeValue::S(seed.to_owned()));
        update.send().await?;
        Ok(())
    }

    pub(crate) async fn beginning(&self, pk: &str, begin: &str) -> Result<Vec<Item>, Error> {
        let query = if begin.is_empty() { self.rows(pk, "", &[]) } else { self.rows(pk, " AND begins_with(sk, :begin)", &[(":begin", begin)]) };
        every(query.consistent_read(true)).await
    }
}
