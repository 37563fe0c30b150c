//! Pages on paper: an office's A4, and the rolls of small printers.

use std::collections::BTreeMap;

use chromiumoxide::cdp::browser_protocol::page::PrintToPdfParams;
use domain::lang::Lang;

use super::axe::serve;
use super::{Chromium, Script};
use crate::pages::examples;
use crate::paper::Read;

/// Width and height in millimetres.
const PAPERS: [(&str, f64, f64); 3] = [("a4", 210.0, 297.0), ("80mm", 80.0, 297.0), ("58mm", 58.0, 297.0)];
/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

#[tokio::test(flavor = "multi_thread")]
async fn what_she_prints_is_whole_on_every_paper() {
    let Some(chromium) = Chromium::start().await else { return };
    let wanted = ["receipt.", "complaint."];
    let pages: BTreeMap<String, String> = examples()
        .into_iter()
        .filter(|page| wanted.iter().any(|name| page.name == format!("{name}{}", page.lang)))
        .map(|page| (page.name, page.html))
        .collect();
    assert_eq!(pages.len(), wanted.len() * Lang::ALL.len());
    let names: Vec<String> = pages.keys().cloned().collect();
    let url = serve(pages).await;
    let tab = chromium.tab(Script::Off).await;
    for name in &names {
        tab.open(&format!("{url}/{name}")).await;
        for (paper, width, height) in PAPERS {
            let params = PrintToPdfParams { paper_width: Some(width / 25.4), paper_height: Some(height / 25.4), ..PrintToPdfParams::default() };
            let read = Read::new(&tab.page.pdf(params).await.unwrap());
            let what = format!("{name} on {paper}");
            for (from, to, page) in read.spans() {
                assert!((f64::from(page) - width * POINTS).abs() < 2.0, "{what}: {page}");
                assert!(from >= POINTS && to <= (width - 2.0) * POINTS, "{what}: letters from {from} to {to} of {page} points");
            }
            assert!(name.starts_with("complaint") || paper == "58mm" || read.pages() == 1, "{what}: {} pages", read.pages());
            let letters = read.letters();
            let codes = read.scanned_anywhere();
            assert!(matches!(&codes[..], [one] if one.starts_with("http") && letters.contains(one.rsplit('/').next().unwrap())), "{what}: {codes:?} {letters}");
            assert!(!letters.contains("wa.me") && !letters.contains("WhatsApp"), "{what}: what cannot be pressed is not printed");
            crate::paper::shown(&format!("print-{name}-{paper}"), &read);
        }
    }
    chromium.close().await;
}
