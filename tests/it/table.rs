//! The tables from beside the product: rows as they lie there, read, put and deleted over the wire.

use serde_json::{Map, Value, json};

use crate::town::Town;

/// A row in the wire's own notation: attribute to `{"S": …}`, `{"N": …}` and so on.
pub(crate) type Row = Map<String, Value>;

impl Town {
    pub(crate) async fn table(&self, operation: &str, body: Value) -> Value {
        let url = &self.running.as_ref().unwrap().dynamodb_url;
        let target = format!("DynamoDB_20120810.{operation}");
        let headers = [
            ("x-amz-target", target.as_str()),
            ("content-type", "application/x-amz-json-1.0"),
            ("authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/ap-south-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0"),
            ("x-amz-date", "20260101T000000Z"),
        ];
        self.send_to(url, &headers, body.to_string()).await.expect(200).json()
    }

    /// Every row of a table.
    pub(crate) async fn rows(&self, table: &str) -> Vec<Row> {
        let mut rows = vec![];
        let mut body = json!({ "TableName": table, "ConsistentRead": true });
        loop {
            let mut page = self.table("Scan", body.clone()).await;
            let items: Vec<Row> = serde_json::from_value(page["Items"].take()).unwrap();
            rows.extend(items);
            match page["LastEvaluatedKey"].take() {
                Value::Null => return rows,
                next => body["ExclusiveStartKey"] = next,
            }
        }
    }

    pub(crate) async fn put_row(&self, table: &str, row: &Row) {
        self.table("PutItem", json!({ "TableName": table, "Item": row })).await;
    }
}

/// A row's text; nothing where it has none of this name.
pub(crate) fn text<'r>(row: &'r Row, name: &str) -> &'r str {
    row.get(name).and_then(|value| value["S"].as_str()).unwrap_or_default()
}
