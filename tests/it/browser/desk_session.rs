//! A desk that was left: a warning that keeps what was typed, a button that keeps the session open, and an empty page at its end.

use serde_json::json;

use super::axe::serve;
use super::tab::{Key, one};
use super::{Chromium, Script, shots};
use crate::pages::examples;
use crate::town::Town;

const J: Key = Key::letter("j", "KeyJ", 74);

const LATER: &str = "(()=>{const now=Date.now;window.ahead=0;Date.now=()=>now()+window.ahead})()";

#[tokio::test(flavor = "multi_thread")]
async fn a_left_desk_warns_and_then_shows_nothing() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = Town::new().await;
    let filed = town.citizen("9812300591").files_with(&[("service", "S0"), ("category", "S0-1")]).await;
    let tab = chromium.tab(Script::On).await;
    tab.open(&format!("{}/dev/officers?district=LKO", town.url())).await;
    tab.follow("form[action='/dev/sign-in'] button[value='T-4']").await;
    tab.open(&format!("{}/desk/complaints/{}", town.url(), filed.number)).await;
    tab.value(LATER).await;
    tab.value(&format!("{}.value='आधा लिखा'", one("textarea"))).await;
    assert_eq!(tab.value(&format!("{}.hidden", one("#soon"))).await, json!(true));
    tab.value("window.ahead=760000").await;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    assert_eq!(tab.value(&format!("{}.hidden", one("#soon"))).await, json!(true), "more than two minutes are left");
    tab.value("window.ahead=790000").await;
    tab.until("!document.querySelector('#soon').hidden").await;
    shots::take(&tab, "desk-soon").await;
    assert_eq!(tab.value(&format!("{}.value", one("textarea"))).await, json!("आधा लिखा"));
    // One request, and it goes on with everything that was typed.
    tab.value(&format!("{}.click()", one("#soon button"))).await;
    tab.until("document.querySelector('#soon').hidden").await;
    assert_eq!(tab.value(&format!("{}.value", one("textarea"))).await, json!("आधा लिखा"));
    let asked = "performance.getEntriesByType('resource').filter(it=>it.name.endsWith('/desk/profile')).length";
    assert_eq!(tab.value(asked).await, json!(1));
    tab.value("window.ahead+=901000").await;
    tab.until("!document.querySelector('main')").await;
    let left = tab.everything().await;
    assert!(left.contains(words::session_over(domain::lang::Lang::Hi)), "{left}");
    for gone in [filed.number.as_str(), "आधा लिखा", "T-4", "बाज़ार"] {
        assert!(!tab.string("document.body.innerText+document.title").await.contains(gone), "{gone}");
    }
    shots::take(&tab, "desk-over").await;
    // Where somebody signed out elsewhere, asking for more time says so at once.
    tab.open(&format!("{}/desk/", town.url())).await;
    tab.value(LATER).await;
    town.app().store().suspend(&domain::ids::OfficerId::parse("T-4").unwrap(), true).await.unwrap();
    tab.value("window.ahead=800000").await;
    tab.until("!document.querySelector('#soon').hidden").await;
    tab.value(&format!("{}.click()", one("#soon button"))).await;
    tab.until("!document.querySelector('main')").await;
    chromium.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keys_go_through_every_row_that_leads_somewhere() {
    let Some(chromium) = Chromium::start().await else { return };
    let pages = examples().into_iter().map(|page| (page.name, page.html)).collect();
    let url = serve(pages).await;
    let tab = chromium.tab(Script::On).await;
    const AT: &str = "document.activeElement.textContent";
    tab.open(&format!("{url}/desk-reviews.hi")).await;
    let links = "[...document.querySelectorAll('.list td.num a')].map(a=>a.textContent)";
    let rows = tab.value(links).await;
    let rows: Vec<&str> = rows.as_array().unwrap().iter().filter_map(|row| row.as_str()).collect();
    assert_eq!(rows.len(), 5, "three lists, and the stations lead nowhere");
    for row in &rows {
        tab.press(J).await;
        assert_eq!(tab.string(AT).await, **row);
    }
    tab.press(J).await;
    assert_eq!(tab.string(AT).await, rows[4], "below the last there is nothing");
    for name in
        ["desk-reviews", "desk-review", "desk-review-wrong", "desk-review-found", "desk-views", "desk-views-nameless", "desk-worklist", "desk-case-unproven"]
    {
        tab.open(&format!("{url}/{name}.hi")).await;
        shots::take(&tab, name).await;
    }
    // A list that leads nowhere is no obstacle, and the help opens on it too.
    tab.open(&format!("{url}/desk-invite.hi")).await;
    tab.value("window.onerror=()=>{window.broken=true}").await;
    tab.press(J).await;
    assert_eq!(tab.value("window.broken===true").await, json!(false));
    tab.press_with_shift(Key::letter("?", "Slash", 191)).await;
    assert_eq!(tab.value("document.querySelector('#keys').open").await, json!(true));
    chromium.close().await;
}
