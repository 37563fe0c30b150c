//! The three ways in which Lambda calls us: a request, a schedule, a batch of stream records.

use std::process::ExitCode;

use aws_types::SdkConfig;
use axum::Router;
use lambda_runtime::{LambdaEvent, service_fn};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tower::ServiceExt as _;
use tracing::Level;

use crate::gateway::{Answer, Event};
use crate::{App, Base, Clock, Config, aws, layers, log};

/// How a function's process ends.
pub type Exit = ExitCode;

/// Serves the routes of a function that needs no table.
pub async fn http_base(routes: impl FnOnce(Base) -> Router) -> Exit {
    let Some(base) = base(&Config::from_env()) else { return Exit::FAILURE };
    serve(routes(base.clone()), &base).await
}

/// Serves the routes of a function over the tables. The connection is opened before the first request.
pub async fn http(routes: impl FnOnce(App, &SdkConfig) -> Router) -> Exit {
    let Some((app, config)) = app().await else { return Exit::FAILURE };
    serve(routes(app.clone(), &config), app.base()).await
}

/// Runs a scheduled job; what it returns is written to the log and to whoever called.
pub async fn job<T: Serialize>(run: impl AsyncFn(&App, &SdkConfig) -> Result<T, store::Error>) -> Exit {
    let Some((app, config)) = app().await else { return Exit::FAILURE };
    let (app, config, run) = (&app, &config, &run);
    ended(lambda_runtime::run(service_fn(move |_: LambdaEvent<Value>| async move { run(app, config).await.map_err(failed) })).await)
}

/// A record of the table's stream, as far as we look at it: its keys.
#[derive(Debug, Deserialize)]
struct Record {
    dynamodb: Row,
}

#[derive(Debug, Deserialize)]
struct Row {
    #[serde(rename = "Keys")]
    keys: std::collections::HashMap<String, Text>,
    #[serde(rename = "SequenceNumber")]
    sequence_number: String,
}

#[derive(Debug, Deserialize)]
struct Text {
    #[serde(rename = "S", default)]
    s: String,
}

#[derive(Debug, Deserialize)]
struct Batch {
    #[serde(rename = "Records")]
    records: Vec<Record>,
}

/// Runs on each record of the table's stream, in order. The first that fails is reported, so that it and all
/// after it come again.
pub async fn stream(run: impl AsyncFn(&App, &SdkConfig, &str, &str) -> Result<(), store::Error>) -> Exit {
    let Some((app, config)) = app().await else { return Exit::FAILURE };
    let (app, config, run) = (&app, &config, &run);
    let handler = move |event: LambdaEvent<Batch>| async move {
        for Record { dynamodb: row } in event.payload.records {
            let key = |name: &str| row.keys.get(name).map_or("", |text| text.s.as_str());
            if let Err(error) = run(app, config, key("pk"), key("sk")).await {
                tracing::error!(error = %error, sequence_number = row.sequence_number, "a stream record failed");
                return Ok::<_, lambda_runtime::Error>(json!({ "batchItemFailures": [{ "itemIdentifier": row.sequence_number }] }));
            }
        }
        Ok(json!({ "batchItemFailures": [] }))
    };
    ended(lambda_runtime::run(service_fn(handler)).await)
}

async fn serve(routes: Router, base: &Base) -> Exit {
    let hardened = layers::harden(routes, base);
    let handler = move |event: LambdaEvent<Event>| {
        let routes = hardened.clone();
        async move {
            let Some(request) = event.payload.into_request() else { return Ok(Answer::unreadable()) };
            let response = routes.oneshot(request).await.unwrap_or_else(|never| match never {});
            Ok::<_, lambda_runtime::Error>(Answer::of(response).await)
        }
    };
    ended(lambda_runtime::run(service_fn(handler)).await)
}

fn base(config: &Config) -> Option<Base> {
    log::start(Level::INFO, &[]);
    match policy_in_force::load() {
        Some(in_force) => Some(Base::new(in_force, Clock::System, &config.origin)),
        None => {
            tracing::error!("the policy that was built in cannot be read");
            None
        }
    }
}

async fn app() -> Option<(App, SdkConfig)> {
    let config = Config::from_env();
    let base = base(&config)?;
    let sdk = aws::connect(aws::http_client(), &config.region, None);
    let ring = seal::KeyRing::kms(&sdk, &config.wrap_key, &config.mac_key);
    let endpoint = std::env::var("AWS_ENDPOINT_URL_DYNAMODB").ok();
    let app = App::new(base, &sdk, endpoint.as_deref(), config.tables, ring);
    // A function may start while the table is away: the first request then says so.
    if let Err(error) = app.store().warm().await {
        tracing::warn!(%error, "the table did not answer at the start");
    }
    Some((app, sdk))
}

fn failed(error: store::Error) -> lambda_runtime::Diagnostic {
    tracing::error!(%error, "a job failed");
    let kind = if error.retryable() { "Retryable" } else { "NonRetryable" };
    lambda_runtime::Diagnostic { error_type: kind.to_owned(), error_message: error.to_string() }
}

fn ended(outcome: Result<(), lambda_runtime::Error>) -> Exit {
    match outcome {
        Ok(()) => Exit::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the runtime ended");
            Exit::FAILURE
        }
    }
}
