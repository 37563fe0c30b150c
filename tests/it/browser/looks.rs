//! Widths that are easily forgotten: paper, and the smallest screens.

use std::collections::BTreeMap;

use chromiumoxide::cdp::browser_protocol::emulation::{SetDeviceMetricsOverrideParams, SetEmulatedMediaParams};
use serde_json::json;

use super::axe::serve;
use super::{Chromium, Script};
use crate::pages::{Document, documents};

/// A4 within its margins.
const PAPER: i64 = 703;

/// How many lines each registration number takes.
const LINES: &str = "[...document.querySelectorAll('.number:not(.digits)')].map(e=>{let r=document.createRange();r.selectNodeContents(e);return new Set([...r.getClientRects()].map(c=>c.top)).size})";

fn under_its_path(page: Document) -> (String, String) {
    (page.name.trim_start_matches('/').to_owned(), page.html)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_is_wider_than_the_paper() {
    let Some(chromium) = Chromium::start().await else { return };
    // The page at the root goes on to another by itself.
    let pages: BTreeMap<String, String> = documents().into_iter().filter(|page| !page.html.contains("http-equiv")).map(under_its_path).collect();
    let names: Vec<String> = pages.keys().cloned().collect();
    let url = serve(pages).await;
    let tab = chromium.tab(Script::Off).await;
    tab.page.execute(SetEmulatedMediaParams::builder().media("print").build()).await.unwrap();
    tab.page.execute(SetDeviceMetricsOverrideParams::new(PAPER, 990, 1.0, false)).await.unwrap();
    for name in &names {
        tab.open(&format!("{url}/{name}")).await;
    }
    chromium.close().await;
}

/// Every page in every state, on a screen this wide with letters of this size.
async fn fits(chromium: Chromium, width: i64) {
    let pages: BTreeMap<String, String> = documents().into_iter().filter(|page| !page.html.contains("http-equiv")).map(under_its_path).collect();
    let names: Vec<String> = pages.keys().cloned().collect();
    let url = serve(pages).await;
    let tab = chromium.tab(Script::Off).await;
    tab.page.execute(SetDeviceMetricsOverrideParams::new(width, 320, 1.0, true)).await.unwrap();
    for name in &names {
        // Which asks whether it fits.
        tab.open(&format!("{url}/{name}")).await;
    }
    chromium.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_is_wider_than_the_smallest_screen() {
    let Some(chromium) = Chromium::start().await else { return };
    fits(chromium, 240).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_is_wider_than_a_phone_with_letters_of_twice_the_size() {
    let Some(chromium) = Chromium::with(&["blink-settings=defaultFontSize=32,defaultFixedFontSize=26"]).await else { return };
    fits(chromium, 360).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_number_stays_on_one_line_and_is_copied_as_it_is() {
    let Some(chromium) = Chromium::start().await else { return };
    let numbered = documents().into_iter().filter(|page| page.html.contains("class=\"number\""));
    let pages: BTreeMap<String, String> = numbered.map(under_its_path).collect();
    assert!(pages.len() > 6, "{:?}", pages.keys());
    let names: Vec<String> = pages.keys().cloned().collect();
    let url = serve(pages).await;
    let tab = chromium.tab(Script::Off).await;
    for width in [240, 320, 360] {
        tab.page.execute(SetDeviceMetricsOverrideParams::new(width, 320, 1.0, true)).await.unwrap();
        for name in &names {
            tab.open(&format!("{url}/{name}")).await;
            let lines = tab.value(LINES).await;
            assert!(lines.as_array().is_some_and(|lines| !lines.is_empty() && lines.iter().all(|n| *n == json!(1))), "{name} at {width}: {lines}");
            let copied = tab.text(".number:not(.digits)").await;
            assert!(!copied.contains('\u{2011}'), "{name}: {copied}");
        }
    }
    chromium.close().await;
}
