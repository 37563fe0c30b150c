//! The keys of the console, on the pages as they are drawn: by where a key lies, outside fields, and off where an officer wants them off.

use std::collections::BTreeMap;

use serde_json::json;

use super::axe::serve;
use super::tab::{ENTER, Key, Tab, one};
use super::{Chromium, Script};
use crate::pages::examples;

const J: Key = Key::letter("j", "KeyJ", 74);
const K: Key = Key::letter("k", "KeyK", 75);
const X: Key = Key::letter("x", "KeyX", 88);
const A: Key = Key::letter("a", "KeyA", 65);
const SLASH: Key = Key::letter("/", "Slash", 191);
/// The same key under a Hindi layout.
const HINDI_J: Key = Key::letter("र", "KeyJ", 74);
const HINDI_X: Key = Key::letter("ॉ", "KeyX", 88);

/// The number of the row that has the focus.
const AT: &str = "(document.activeElement.closest('.list tr')||{}).innerText?.match(/LKO26-[0-9A-Z]+-[0-9A-Z]/)?.[0]||''";
const TICKED: &str = "document.querySelectorAll('.list input:checked').length";

async fn console() -> String {
    let pages: BTreeMap<String, String> = examples().into_iter().map(|page| (page.name, page.html)).collect();
    serve(pages).await
}

async fn row(tab: &Tab, n: usize) -> String {
    tab.string(&format!("document.querySelectorAll('.list tbody a')[{n}].textContent")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_move_tick_and_open() {
    let Some(chromium) = Chromium::start().await else { return };
    let url = console().await;
    let tab = chromium.tab(Script::On).await;
    tab.open(&format!("{url}/desk-worklist.hi")).await;
    let (first, second) = (row(&tab, 0).await, row(&tab, 1).await);
    assert!(tab.value("document.querySelector('.count').hidden").await == json!(true), "nothing is ticked yet");
    tab.press(J).await;
    assert_eq!(tab.string(AT).await, first);
    tab.press(HINDI_J).await;
    assert_eq!(tab.string(AT).await, second, "a key is known by its place");
    tab.press(K).await;
    tab.press(K).await;
    assert_eq!(tab.string(AT).await, first, "there is nothing above the first");
    tab.press(X).await;
    tab.press(J).await;
    tab.press(HINDI_X).await;
    assert_eq!(tab.value(TICKED).await, json!(2));
    assert_eq!(tab.text(".count").await, words::desk_bulk_count(domain::lang::Lang::Hi).replace("{n}", "2"));
    tab.press(X).await;
    assert_eq!(tab.value(TICKED).await, json!(1));

    // In a field a letter is a letter.
    tab.press(SLASH).await;
    assert_eq!(tab.string("document.activeElement.id").await, "q");
    tab.press(J).await;
    tab.press(X).await;
    assert_eq!((tab.typed("#q").await.as_str(), tab.value(TICKED).await), ("jx", json!(1)));

    // The box for all, and back.
    tab.tick("#every").await;
    assert_eq!(tab.value(TICKED).await, json!(25));
    tab.press(X).await;
    let help = Key::letter("?", "Slash", 191);
    assert!(tab.value("document.querySelector('#keys').open").await == json!(false));
    tab.press_with_shift(help).await;
    assert!(tab.value("document.querySelector('#keys').open").await == json!(true));
    chromium.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_opens_a_row_and_a_assigns_it() {
    let Some(chromium) = Chromium::start().await else { return };
    let url = console().await;
    let tab = chromium.tab(Script::On).await;
    tab.open(&format!("{url}/desk-worklist.hi")).await;
    let second = format!("/desk/complaints/{}", row(&tab, 1).await);
    // The page behind the link is not served here.
    const CLICKED: &str = "addEventListener('click',e=>{e.preventDefault();window.clicked=e.target.getAttribute('href')||e.target.type})";
    tab.value(CLICKED).await;
    tab.press(J).await;
    tab.press(J).await;
    tab.press(ENTER).await;
    assert_eq!(tab.string("window.clicked").await, second);

    // Enter on a box opens its row; it does not press the form's first button.
    tab.open(&format!("{url}/desk-worklist.hi")).await;
    tab.value(CLICKED).await;
    tab.focus(".list tbody tr:nth-child(2) input").await;
    tab.press(ENTER).await;
    assert_eq!(tab.string("window.clicked").await, second);

    tab.open(&format!("{url}/desk-worklist.hi")).await;
    tab.value("addEventListener('submit',e=>{e.preventDefault();window.sent=[...new FormData(e.target,e.submitter)].join('&')})").await;
    tab.press(J).await;
    tab.press(A).await;
    let sent = tab.string("window.sent").await;
    assert!(sent.contains(&format!("number,{}", row(&tab, 0).await)) && sent.contains("move,assign"), "{sent}");

    // On a case the form to assign opens, wherever it is folded.
    for case in ["desk-case-new.hi", "desk-case-atr.en"] {
        tab.open(&format!("{url}/{case}")).await;
        tab.press(A).await;
        assert_eq!(tab.string("document.activeElement.id").await, "assign-officer", "{case}");
        assert!(tab.value(&format!("{}.getClientRects().length>0", one("#assign-officer"))).await == json!(true), "{case}");
    }
    chromium.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_are_off_do_nothing_and_the_rest_stays() {
    let Some(chromium) = Chromium::start().await else { return };
    let url = console().await;
    let tab = chromium.tab(Script::On).await;
    tab.open(&format!("{url}/desk-worklist-officer.hi")).await;
    for key in [J, X, SLASH, A] {
        tab.press(key).await;
        assert_eq!(tab.string("document.activeElement.nodeName").await, "BODY");
    }
    // Without a script there is no box for all and no count, and every form is there.
    let still = chromium.tab(Script::Off).await;
    still.open(&format!("{url}/desk-worklist.hi")).await;
    assert!(still.value("document.querySelector('.every').getClientRects().length").await == json!(0));
    assert!(still.value("document.querySelectorAll('.picked button').length").await == json!(3));
    chromium.close().await;
}
