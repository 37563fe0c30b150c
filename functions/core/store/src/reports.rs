//! What is remembered of an officer's last reports: fingerprints that tell nobody the texts.

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::{AttributeValue, Put};
use domain::decide::Change;
use domain::ids::OfficerId;
use domain::likeness::{Fingerprint, Reports};
use domain::number::Number;
use seal::DataKey;

use crate::complaint::{Item, put};
use crate::{Error, Store, keys};

impl Store {
    /// The last reports of an officer, and how often they were written.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn reports(&self, officer: &OfficerId) -> Result<(Reports, u64), Error> {
        let Some(item) = self.get(keys::account(officer.as_str()), keys::REPORTS.to_owned()).await? else { return Ok((Reports::default(), 0)) };
        read(&item).ok_or_else(|| Error::corrupt("an officer's reports"))
    }

    /// Writes a change with its words, as `commit_with` does, and in the same transaction what is remembered of the report.
    ///
    /// # Errors
    /// `Conflict` where somebody else changed the complaint, or the officer filed another report, first.
    pub async fn commit_report(
        &self,
        change: &Change,
        words: &[(&str, &str)],
        key: &DataKey,
        officer: &OfficerId,
        (reports, seen): (&Reports, u64),
    ) -> Result<(), Error> {
        let entry = |(number, print): &(Number, Fingerprint)| {
            AttributeValue::M(Item::from([
                ("number".to_owned(), AttributeValue::S(number.to_string())),
                ("print".to_owned(), AttributeValue::B(Blob::new(print.to_bytes()))),
            ]))
        };
        let row = Put::builder()
            .table_name(&self.tables.main)
            .item("pk", AttributeValue::S(keys::account(officer.as_str())))
            .item("sk", AttributeValue::S(keys::REPORTS.to_owned()))
            .item("version", AttributeValue::N((seen + 1).to_string()))
            .item("reports", AttributeValue::L(reports.iter().map(entry).collect()));
        let row = if seen == 0 {
            row.condition_expression("attribute_not_exists(pk)")
        } else {
            row.condition_expression("version = :seen").expression_attribute_values(":seen", AttributeValue::N(seen.to_string()))
        };
        self.commit_words(change, words, key, vec![put(row)?]).await
    }
}

fn read(item: &Item) -> Option<(Reports, u64)> {
    let entry = |value: &AttributeValue| {
        let entry = value.as_m().ok()?;
        Some((Number::parse(entry.get("number")?.as_s().ok()?)?, Fingerprint::from_bytes(entry.get("print")?.as_b().ok()?.as_ref())?))
    };
    let all = item.get("reports")?.as_l().ok()?.iter().map(entry).collect::<Option<_>>()?;
    Some((Reports::of(all), item.get("version")?.as_n().ok()?.parse().ok()?))
}
