//! Every page in both languages before axe-core, at 360 pixels: nothing to find.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use axum::response::IntoResponse as _;
use chromiumoxide::cdp::browser_protocol::page::AddScriptToEvaluateOnNewDocumentParams;
use chromiumoxide::cdp::js_protocol::runtime::EvaluateParams;
use serde_json::Value;

use super::{Chromium, Script, found};
use crate::pages::{examples, galleries};

/// The rule and the elements that break it.
const RUN: &str = "axe.run({resultTypes:['violations']}).then(r=>r.violations.map(v=>v.id+': '+v.help+'\\n'+v.nodes.map(n=>'    '+n.target+'  '+n.html.slice(0,160)+'\\n      '+n.failureSummary.split('\\n')[1]).join('\\n')))";

/// `SUNWAI_AXE`, or what `npm install` leaves beside these tests.
fn axe() -> Option<PathBuf> {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js"));
    let path = std::env::var_os("SUNWAI_AXE").map_or(beside, PathBuf::from);
    found("axe-core (SUNWAI_AXE=…/axe.min.js)", path.is_file().then_some(path))
}

/// Serves each page under its name, with the headers of the real one.
pub(super) async fn serve(pages: BTreeMap<String, String>) -> String {
    let pages = Arc::new(pages);
    let router = Router::new().fallback(move |uri: Uri| {
        let page = pages.get(uri.path().trim_start_matches('/')).cloned();
        async move {
            let Some(page) = page else { return StatusCode::NOT_FOUND.into_response() };
            let mut response = ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response();
            boot::headers(response.headers_mut(), true);
            response
        }
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing() {
    let Some(axe) = axe() else { return };
    let Some(chromium) = Chromium::start().await else { return };
    let pages: BTreeMap<String, String> = examples().into_iter().chain(galleries()).map(|page| (page.name, page.html)).collect();
    let names: Vec<String> = pages.keys().cloned().collect();
    let url = serve(pages).await;
    let tab = chromium.tab(Script::On).await;
    let source = std::fs::read_to_string(axe).unwrap();
    tab.page.execute(AddScriptToEvaluateOnNewDocumentParams::new(source)).await.unwrap();
    let mut found = Vec::new();
    for name in &names {
        tab.open(&format!("{url}/{name}")).await;
        let ask = EvaluateParams::builder().expression(RUN).await_promise(true).return_by_value(true).build().unwrap();
        let answer = tab.page.execute(ask).await.unwrap().result;
        let broken = answer.result.value.as_ref().and_then(Value::as_array).unwrap_or_else(|| panic!("{name}: {:?}", answer.exception_details));
        found.extend(broken.iter().map(|rule| format!("{name}: {}", rule.as_str().unwrap())));
    }
    println!("axe-core read {} pages", names.len());
    assert!(found.is_empty(), "{}", found.join("\n"));
    chromium.close().await;
}
