//! A function's own binary behind a small Runtime API: an API Gateway event in, and out come the bytes that
//! the local server answers.

use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use base64::Engine as _;
use serde_json::{Value, json};
use tokio::sync::{Mutex, mpsc};

use crate::town::{Town, fields};

/// What stands in for Lambda: it hands out one event and waits for the answer.
#[derive(Clone)]
struct Runtime {
    events: Arc<Mutex<mpsc::UnboundedReceiver<Value>>>,
    answers: mpsc::UnboundedSender<Value>,
}

struct Function {
    child: Child,
    events: mpsc::UnboundedSender<Value>,
    answers: mpsc::UnboundedReceiver<Value>,
}

impl Drop for Function {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing else to do about it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Function {
    async fn start(binary: &std::path::Path, town: &Town) -> Function {
        let (events, incoming) = mpsc::unbounded_channel();
        let (outgoing, answers) = mpsc::unbounded_channel();
        let runtime = Runtime { events: Arc::new(Mutex::new(incoming)), answers: outgoing };
        let router = axum::Router::new()
            .route("/2018-06-01/runtime/invocation/next", get(next))
            .route("/2018-06-01/runtime/invocation/{id}/response", post(answered))
            .route("/2018-06-01/runtime/invocation/{id}/error", post(answered))
            .with_state(runtime);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        tokio::spawn(async move { axum::serve(listener, router).await });
        let tables = local::tables();
        // Pages of one process stand at one origin, whichever town was first in this one.
        let page = town.get("/hi/track/", false).await.body;
        let origin = page.split("hreflang=\"hi\" href=\"").nth(1).and_then(|rest| rest.split("/hi/").next()).expect("an absolute address").to_owned();
        let child = Command::new(binary)
            .env_clear()
            .env("AWS_LAMBDA_RUNTIME_API", address)
            .env("AWS_LAMBDA_FUNCTION_NAME", "under-test")
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
            .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
            .env("AWS_REGION", "ap-south-1")
            .env("AWS_ACCESS_KEY_ID", "local")
            .env("AWS_SECRET_ACCESS_KEY", "local")
            .env("AWS_ENDPOINT_URL_DYNAMODB", &town.running.as_ref().unwrap().dynamodb_url)
            .env("SUNWAI_TABLE", tables.main)
            .env("SUNWAI_KEYS_TABLE", tables.keys)
            .env("SUNWAI_ORIGIN", origin)
            .spawn()
            .unwrap();
        Function { child, events, answers }
    }

    async fn answers(&mut self, event: Value) -> (u16, Value, Vec<u8>) {
        self.events.send(event).unwrap();
        let answer = tokio::time::timeout(Duration::from_secs(20), self.answers.recv()).await.expect("the function answers").unwrap();
        let text = answer["body"].as_str().unwrap_or_default();
        let body = match answer["isBase64Encoded"].as_bool() {
            Some(true) => base64::engine::general_purpose::STANDARD.decode(text).unwrap(),
            _ => text.as_bytes().to_vec(),
        };
        (answer["statusCode"].as_u64().unwrap_or_default() as u16, answer, body)
    }
}

async fn next(State(runtime): State<Runtime>) -> Response {
    let Some(event) = runtime.events.lock().await.recv().await else { return StatusCode::GONE.into_response() };
    let deadline = (jiff::Timestamp::now().as_millisecond() + 10_000).to_string();
    let headers = [
        ("lambda-runtime-aws-request-id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd".to_owned()),
        ("lambda-runtime-deadline-ms", deadline),
        ("lambda-runtime-invoked-function-arn", "arn:aws:lambda:ap-south-1:123456789012:function:under-test".to_owned()),
        ("lambda-runtime-trace-id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700".to_owned()),
        ("content-type", "application/json".to_owned()),
    ];
    (headers, event.to_string()).into_response()
}

async fn answered(State(runtime): State<Runtime>, Path(_): Path<String>, body: String) -> StatusCode {
    runtime.answers.send(serde_json::from_str(&body).unwrap_or(Value::String(body))).unwrap();
    StatusCode::ACCEPTED
}

/// An HTTP API event of payload format 2.0.
fn event(method: &str, path: &str, headers: &[(&str, &str)], body: Option<&str>) -> Value {
    let cookies: Vec<&str> = headers.iter().filter(|(name, _)| *name == "cookie").map(|(_, value)| *value).collect();
    let headers: serde_json::Map<String, Value> = headers.iter().filter(|(name, _)| *name != "cookie").map(|(n, v)| ((*n).to_owned(), json!(v))).collect();
    json!({
        "version": "2.0",
        "routeKey": format!("{method} {path}"),
        "rawPath": path,
        "rawQueryString": "",
        "cookies": cookies,
        "headers": headers,
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "api",
            "domainName": "api.example",
            "domainPrefix": "api",
            "http": { "method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1", "userAgent": "test" },
            "requestId": "id",
            "routeKey": format!("{method} {path}"),
            "stage": "$default",
            "time": "21/Nov/2026:12:00:00 +0000",
            "timeEpoch": 1_795_262_400_000_i64
        },
        "body": body,
        "isBase64Encoded": false
    })
}

/// The binary of a function as this machine builds it, or the one that was built for Lambda.
fn binary(function: &str) -> PathBuf {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let built =
        Command::new(env!("CARGO")).args(["build", "-q", "-p", function, "--message-format=json-render-diagnostics"]).current_dir(root).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let lines = String::from_utf8(built.stdout).unwrap();
    let found = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find_map(|m| (m["target"]["name"] == function && m["executable"].is_string()).then(|| m["executable"].as_str().unwrap().into()));
    found.expect("cargo says where the binary is")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_answers_what_the_local_server_answers() {
    // The function knows only the clock of this machine.
    let clock = Some(boot::Clock::movable(None));
    let town = Town::with(local::Options { seed: local::seed::Seed::Empty, jobs: false, clock, ..local::Options::default() }).await;
    let asha = town.citizen("9812300601");
    let filed = asha.files().await;
    let mut function = Function::start(&binary("show-complaint"), &town).await;
    let path = format!("/hi/complaints/{}", filed.number);
    let cookie = asha.cookie();
    for accept in ["text/html", "application/json"] {
        for headers in [vec![("accept", accept)], vec![("accept", accept), ("cookie", cookie.as_str())]] {
            let local = town.send("GET", &path, &headers, "").await;
            let (status, whole, body) = function.answers(event("GET", &path, &headers, None)).await;
            assert_eq!(status, local.status, "{whole}");
            assert_eq!(String::from_utf8(body).unwrap(), local.body, "{accept}");
            for name in ["content-type", "cache-control", "content-security-policy", "strict-transport-security", "vary"] {
                let sent = &whole["headers"][name];
                assert_eq!(sent.as_str().unwrap_or_default(), local.headers[name], "{name}: {whole}");
            }
        }
    }
    let (_, whole, packed) = function.answers(event("GET", &path, &[("accept", "text/html"), ("accept-encoding", "gzip"), ("cookie", &cookie)], None)).await;
    assert_eq!(whole["headers"]["content-encoding"], "gzip");
    assert!(packed.len() < 14 * 1024, "{} bytes", packed.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_binary_for_lambda_answers_the_same() {
    let town = Town::new().await;
    let built = std::env::var_os("SUNWAI_BOOTSTRAP").map(PathBuf::from);
    let mut function = Function::start(&built.unwrap_or_else(|| binary("file-complaint")), &town).await;
    let empty = fields(&[("category", "S0-4"), ("district", "LKO"), ("account", "</textarea><script>alert(1)</script>")]);
    let body = empty.iter().map(|(n, v)| format!("{n}={}", v.replace('<', "%3C").replace('>', "%3E"))).collect::<Vec<_>>().join("&");
    let headers = [("accept", "text/html"), ("content-type", "application/x-www-form-urlencoded")];
    let local = town.send("POST", "/en/complaints", &headers, body.clone()).await.expect(422);
    let (status, _, answer) = function.answers(event("POST", "/en/complaints", &headers, Some(&body))).await;
    assert_eq!(status, 422);
    assert_eq!(String::from_utf8(answer).unwrap(), local.body);
    let (status, whole, _) = function.answers(event("POST", "/en/complaints", &[("content-type", "text/plain")], Some("x"))).await;
    assert_eq!(status, 415, "{whole}");
}
