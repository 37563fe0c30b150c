//! (b) The same requests over an endpoint that answers from memory: what remains is our code, the SDK and HTTP.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::citizen::{Browser, Pace, crowd};
use crate::made;
use crate::phones::Phones;
use crate::tape::{Tape, record};
use crate::town::{CITIZENS, Town, serve};
use crate::wire::Mode;

/// Complaints on the tape for each citizen.
const EACH: usize = 8;

#[derive(Debug, Serialize)]
pub(crate) struct OverCanned {
    pub(crate) label: &'static str,
    pub(crate) citizens: usize,
    pub(crate) paces: Vec<Pace>,
}

pub(crate) async fn measure(requests: usize) -> Result<OverCanned, String> {
    let recorded = record(CITIZENS * EACH).await?;
    let canned = serve(Router::new().fallback(answer).with_state(recorded.tape.clone())).await?;
    let phones = Phones::start().await?;
    let town = Town::at(&canned.url, &phones.url, Mode::Count, Mode::Count)?;
    let site = town.serve().await?;
    let browser = Browser::at(&site.url);
    let filed = Arc::new(recorded.filed);

    let reads = {
        let (browser, filed) = (browser.clone(), filed.clone());
        move |citizen: usize, n: usize| {
            let (browser, filed) = (browser.clone(), filed.clone());
            async move { browser.read(&filed[citizen * EACH + n % EACH]).await }
        }
    };
    let files = {
        let browser = browser.clone();
        move |_, _| {
            let browser = browser.clone();
            async move { browser.file(&made::phone()).await.map(drop) }
        }
    };
    // The same recorded proof again and again: the endpoint forgets every write.
    let confirms = move |citizen: usize, n: usize| {
        let (browser, filed) = (browser.clone(), filed.clone());
        async move {
            let it = &filed[citizen * EACH + n % EACH];
            browser.confirm(&it.draft, &it.code).await.map(drop)
        }
    };
    let both = {
        let (files, confirms) = (files.clone(), confirms.clone());
        move |citizen: usize, n: usize| {
            let (file, confirm) = (files(citizen, n), confirms(citizen, n));
            async move {
                file.await?;
                confirm.await
            }
        }
    };
    let each = requests / CITIZENS;
    // Reads first: after a minute a session would be written anew with each look, for nothing remembers the last.
    crowd("warming up", CITIZENS, 8, reads.clone()).await?;
    let reading = crowd("tracking read: her page under her session", CITIZENS, each, reads).await?;
    crowd("warming up", CITIZENS, 2 * EACH, both.clone()).await?;
    let filing = crowd("POST /complaints: a form nobody sent before", CITIZENS, each, files).await?;
    let proving = crowd("POST /complaints/confirm: recorded answers", CITIZENS, each, confirms).await?;
    let whole = crowd("filing: both of them", CITIZENS, each, both).await?;
    Ok(OverCanned {
        label: "the three functions' routes over loopback HTTP and a loopback endpoint that answers from memory, without storing or checking anything: \
                real answers of the engine where a row was recorded, an empty success elsewhere; clients, server, SDK and endpoint share one process",
        citizens: CITIZENS,
        paces: vec![whole, filing, proving, reading],
    })
}

async fn answer(State(tape): State<Arc<Tape>>, headers: HeaderMap, body: Bytes) -> Response {
    let target = headers.get("x-amz-target").and_then(|v| v.to_str().ok()).unwrap_or_default();
    let answer = tape.answer(target.split('.').nth(1).unwrap_or_default(), &body);
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(CONTENT_TYPE, "application/x-amz-json-1.0")], answer.body.to_vec()).into_response()
}
