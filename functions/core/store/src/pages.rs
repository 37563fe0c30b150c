//! A query's answer comes in pages of a megabyte: here they become one list.

use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::AttributeValue;

use crate::complaint::Item;
use crate::{Error, Store};

/// Everything that a query finds, page after page.
pub(crate) async fn every(query: QueryFluentBuilder) -> Result<Vec<Item>, Error> {
    let mut found = Vec::new();
    let mut start = None;
    loop {
        let page = query.clone().set_exclusive_start_key(start).send().await?;
        found.extend(page.items.unwrap_or_default());
        start = page.last_evaluated_key;
        if start.is_none() {
            return Ok(found);
        }
    }
}

impl Store {
    /// A query of the table's rows of one key; `and` narrows them by the sort key, with the values it names.
    pub(crate) fn rows(&self, pk: &str, and: &str, values: &[(&str, &str)]) -> QueryFluentBuilder {
        self.having(None, "pk", pk, and, values)
    }

    /// The same of an index.
    pub(crate) fn listed_in(&self, index: &str, pk: &str, and: &str, values: &[(&str, &str)]) -> QueryFluentBuilder {
        self.having(Some(index), &format!("{index}_pk"), pk, and, values)
    }

    fn having(&self, index: Option<&str>, name: &str, pk: &str, and: &str, values: &[(&str, &str)]) -> QueryFluentBuilder {
        let query = self
            .client
            .query()
            .table_name(&self.tables.main)
            .set_index_name(index.map(str::to_owned))
            .key_condition_expression(format!("{name} = :pk{and}"))
            .expression_attribute_values(":pk", AttributeValue::S(pk.to_owned()));
        values.iter().fold(query, |query, (name, value)| query.expression_attribute_values(*name, AttributeValue::S((*value).to_owned())))
    }
}
