//! What the template lets each function do to which rows, asked of every call to the tables as the cloud would ask it.
//! A call that is not allowed is refused with the cloud's own answer, and remembered.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use serde_json::Value;

/// The rows of a statement, by their leading keys with `*` for the rest; an index has no keys of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Allowed {
    actions: Vec<String>,
    resource: String,
    keys: Vec<String>,
}

/// One thing that a call does: the action, the table or index as the template names it, the key.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Done {
    action: String,
    resource: String,
    key: String,
}

/// The rights of all functions.
#[derive(Clone, Debug)]
pub struct Rights(Arc<Known>);

#[derive(Debug)]
struct Known {
    /// By the function's name in the template, without what parts its words.
    of: BTreeMap<String, Vec<Allowed>>,
    refused: Mutex<Vec<String>>,
}

/// `act-on-case` and `ActOnCase` are one.
fn joined(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

fn list(text: &str) -> Vec<String> {
    text.trim().trim_matches(['[', ']']).split(", ").map(|it| it.trim().trim_matches('"').to_owned()).collect()
}

impl Rights {
    /// As the template says them, one statement's lines after the other.
    pub fn of_template(template: &str) -> Rights {
        let mut of: BTreeMap<String, Vec<Allowed>> = BTreeMap::new();
        let (mut function, mut actions, mut resource, mut open) = (String::new(), Vec::new(), String::new(), false);
        for line in template.lines() {
            let indent = line.len() - line.trim_start().len();
            let line = line.trim();
            if indent == 2
                && let Some(name) = line.strip_suffix(':')
            {
                function = joined(name);
            } else if line.starts_with("- Sid: ") {
                open = false;
            } else if let Some(effect) = line.strip_prefix("Effect: ") {
                open = effect == "Allow";
            } else if let Some(said) = line.strip_prefix("Action: ").filter(|_| open) {
                actions = list(said).iter().filter_map(|it| it.strip_prefix("dynamodb:").map(str::to_owned)).collect();
            } else if let Some(said) = line.strip_prefix("Resource: ").filter(|_| open && !actions.is_empty()) {
                said.clone_into(&mut resource);
                for index in said.split("${MainTable.Arn}/index/").skip(1) {
                    let index = index.split(['"', ',', ']']).next().unwrap_or_default();
                    of.entry(function.clone()).or_default().push(Allowed {
                        actions: actions.clone(),
                        resource: format!("index/{index}"),
                        keys: vec!["*".to_owned()],
                    });
                }
            } else if let Some((_, keys)) = line.split_once("\"dynamodb:LeadingKeys\": ").filter(|_| open) {
                let table = if resource.contains("KeysTable") { "keys" } else { "main" };
                let keys = list(keys.trim_end_matches('}'));
                of.entry(function.clone()).or_default().push(Allowed { actions: std::mem::take(&mut actions), resource: table.to_owned(), keys });
            }
        }
        Rights(Arc::new(Known { of, refused: Mutex::default() }))
    }

    /// The client of one function with these rights in front.
    pub fn before(&self, function: &'static str, inner: SharedHttpClient) -> SharedHttpClient {
        SharedHttpClient::new(Guarded { inner, function, rights: self.clone() })
    }

    /// What was asked for and refused.
    pub fn refused(&self) -> Vec<String> {
        self.0.refused.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn allows(&self, function: &str, done: &Done) -> bool {
        let fits = |pattern: &String| match pattern.strip_suffix('*') {
            Some(head) => done.key.starts_with(head),
            None => done.key == *pattern,
        };
        let all = self.0.of.get(&joined(function)).map_or(&[][..], Vec::as_slice);
        all.iter().any(|it| it.resource == done.resource && it.actions.contains(&done.action) && it.keys.iter().any(fits))
    }

    /// The first thing of a call that the function may not do.
    fn refuses(&self, function: &str, operation: &str, body: &Value) -> Option<Done> {
        all_of(operation, body).into_iter().find(|done| !self.allows(function, done))
    }
}

fn table(name: &Value) -> String {
    let main = name.as_str().is_some_and(|name| name.contains("-main-"));
    if main { "main".to_owned() } else { "keys".to_owned() }
}

fn pk(item: &Value) -> String {
    item["pk"]["S"].as_str().unwrap_or_default().to_owned()
}

/// Everything that a call does, each as the cloud weighs it.
fn all_of(operation: &str, body: &Value) -> Vec<Done> {
    let one = |action: &str, resource: String, key: String| Done { action: action.to_owned(), resource, key };
    match operation {
        "GetItem" | "UpdateItem" | "DeleteItem" => vec![one(operation, table(&body["TableName"]), pk(&body["Key"]))],
        "PutItem" => vec![one(operation, table(&body["TableName"]), pk(&body["Item"]))],
        "Query" => vec![match body["IndexName"].as_str() {
            Some(index) => one(operation, format!("index/{index}"), String::new()),
            None => one(operation, table(&body["TableName"]), asked(body)),
        }],
        "BatchGetItem" | "BatchWriteItem" => {
            let requests = body["RequestItems"].as_object().into_iter().flatten();
            let rows = requests.flat_map(|(name, rows)| {
                let rows = rows.get("Keys").unwrap_or(rows).as_array().into_iter().flatten();
                rows.map(move |row| (table(&Value::String(name.clone())), row))
            });
            let key = |row: &Value| {
                [&row["PutRequest"]["Item"], &row["DeleteRequest"]["Key"], row].map(pk).into_iter().find(|key| !key.is_empty()).unwrap_or_default()
            };
            rows.map(|(table, row)| one(operation, table, key(row))).collect()
        }
        "TransactWriteItems" => {
            let parts = body["TransactItems"].as_array().into_iter().flatten().filter_map(Value::as_object).flatten();
            let part = |(kind, part): (&String, &Value)| {
                let action = if kind == "ConditionCheck" { "ConditionCheckItem".to_owned() } else { format!("{kind}Item") };
                Done { action, resource: table(&part["TableName"]), key: pk(part.get("Item").unwrap_or(&part["Key"])) }
            };
            parts.map(part).collect()
        }
        // A whole table is nobody's to read; every other operation makes tables and none of these rows.
        "Scan" => vec![one(operation, table(&body["TableName"]), String::new())],
        _ => Vec::new(),
    }
}

/// The partition that a query names.
fn asked(body: &Value) -> String {
    let condition = body["KeyConditionExpression"].as_str().unwrap_or_default();
    let name = condition.split("pk = ").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
    body["ExpressionAttributeValues"][name]["S"].as_str().unwrap_or_default().to_owned()
}

struct Guarded {
    inner: SharedHttpClient,
    function: &'static str,
    rights: Rights,
}

impl fmt::Debug for Guarded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Guarded({})", self.function)
    }
}

impl HttpClient for Guarded {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, components);
        SharedHttpConnector::new(Door { inner, function: self.function, rights: self.rights.clone() })
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        self.inner.connector_metadata()
    }
}

#[derive(Debug)]
struct Door {
    inner: SharedHttpConnector,
    function: &'static str,
    rights: Rights,
}

impl HttpConnector for Door {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let operation = request.headers().get("x-amz-target").and_then(|it| it.split_once('.')).map_or("", |(_, operation)| operation);
        let body: Value = request.body().bytes().and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default();
        let Some(done) = self.rights.refuses(self.function, operation, &body) else { return self.inner.call(request) };
        // A key tells whose row it is: what begins it is enough.
        let head: String = done.key.chars().take(6).collect();
        let said = format!("{} may not {} {} of {}", self.function, done.action, head, done.resource);
        self.rights.0.refused.lock().unwrap_or_else(PoisonError::into_inner).push(said.clone());
        tracing::error!(said, "the template does not allow this");
        let answer = serde_json::json!({ "__type": "com.amazon.coral.service#AccessDeniedException", "Message": said }).to_string();
        match StatusCode::try_from(400) {
            Ok(status) => HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(answer)))),
            Err(_) => self.inner.call(request),
        }
    }
}

/// The product's functions, each over a connection that may do what the template allows it.
#[derive(Clone)]
pub struct Functions(Arc<Parts>);

struct Parts {
    app: boot::App,
    guard: Option<(Rights, SharedHttpClient, String)>,
    made: Mutex<BTreeMap<&'static str, boot::App>>,
}

impl Functions {
    /// Without rights each gets the whole app.
    pub fn new(app: boot::App, guard: Option<(Rights, SharedHttpClient, String)>) -> Functions {
        Functions(Arc::new(Parts { app, guard, made: Mutex::default() }))
    }

    /// What a function works with.
    pub fn of(&self, function: &'static str) -> boot::App {
        let Some((rights, http, url)) = &self.0.guard else { return self.0.app.clone() };
        let mut made = self.0.made.lock().unwrap_or_else(PoisonError::into_inner);
        let make = || {
            let config = boot::connect(rights.before(function, http.clone()), "ap-south-1", Some(crate::credentials()));
            self.0.app.through(&config, Some(url), crate::tables())
        };
        made.entry(function).or_insert_with(make).clone()
    }

    /// What was refused to any.
    pub fn refused(&self) -> Vec<String> {
        self.0.guard.as_ref().map_or_else(Vec::new, |(rights, ..)| rights.refused())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TEMPLATE: &str = r#"
  OpenForm:
          Statement:
            - Sid: Look
              Effect: Allow
              Action: [dynamodb:GetItem, dynamodb:PutItem]
              Resource: !GetAtt MainTable.Arn
              Condition: {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["C#*", "WARM"]}}
            - Sid: List
              Effect: Allow
              Action: [dynamodb:Query]
              Resource: !Sub ${MainTable.Arn}/index/due
            - Sid: Wrapped
              Effect: Allow
              Action: [dynamodb:GetItem]
              Resource: !GetAtt KeysTable.Arn
              Condition: {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["B#*"]}}
"#;

    #[test]
    fn a_call_is_allowed_by_its_action_its_table_and_its_key() {
        let rights = Rights::of_template(TEMPLATE);
        let (main, keys) = ("sunwai-main-local", "sunwai-keys-local");
        let get = |table: &str, pk: &str| json!({ "TableName": table, "Key": { "pk": { "S": pk } } });
        let may = |function: &str, operation: &str, body: &Value| rights.refuses(function, operation, body).is_none();
        assert!(
            may("open-form", "GetItem", &get(main, "C#1")) && may("open-form", "GetItem", &get(main, "WARM")) && may("open-form", "GetItem", &get(keys, "B#1"))
        );
        for (operation, body) in
            [("GetItem", get(main, "WARMER")), ("GetItem", get(main, "S#1")), ("GetItem", get(keys, "C#1")), ("UpdateItem", get(main, "C#1"))]
        {
            assert!(!may("open-form", operation, &body), "{operation} {body}");
        }
        assert!(!may("leave", "GetItem", &get(main, "C#1")), "another's rights");
        let query = |index: Option<&str>| json!({ "TableName": main, "IndexName": index, "KeyConditionExpression": "pk = :pk AND sk > :a", "ExpressionAttributeValues": { ":pk": { "S": "C#1" } } });
        assert!(may("open-form", "Query", &query(Some("due"))) && !may("open-form", "Query", &query(Some("desk"))) && !may("open-form", "Query", &query(None)));
        let write = |key: &str| json!({ "TransactItems": [{ "Put": { "TableName": main, "Item": { "pk": { "S": "C#1" } } } }, { "Put": { "TableName": main, "Item": { "pk": { "S": key } } } }] });
        assert!(may("open-form", "TransactWriteItems", &write("C#2")) && !may("open-form", "TransactWriteItems", &write("U#2")), "each part is weighed");
        assert!(!may("open-form", "Scan", &json!({ "TableName": main })));
    }
}
