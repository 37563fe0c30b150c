//! In English, with script: what it adds, and that nothing of hers is behind her when she has left.

use std::time::Duration;

use chromiumoxide::cdp::browser_protocol::network::EventRequestWillBeSent;
use futures::{FutureExt as _, StreamExt as _};
use local::faults::Fault;
use serde_json::json;

use super::script_off::{AWAY, Words, fill, leaves_no_trace};
use super::tab::{ENTER, ESCAPE, Key, SHIFT, Tab, one};
use super::{Chromium, Script};
use crate::town::Town;

const PHONE: &str = "9812300912";
const WORDS: Words = Words {
    account: "He blocked my way in the market & said <things>.",
    name: "Sunita Devi",
    relative: "Ram Kumar",
    address: "House 12, Lane 3",
    landmark: "Shiv Mandir",
};

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_way_with_script() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = Town::new().await;
    let tab = chromium.tab(Script::On).await;
    let form = format!("{}/en/complaints/new?category=S0-4&district=LKO", town.url());
    leaves_by(&tab, &form, &[ESCAPE]).await;
    leaves_by(&tab, &form, &[SHIFT, SHIFT, SHIFT]).await;
    tab.open(&form).await;
    leads_to_what_is_wrong(&tab).await;
    tab.open(&form).await;
    fill(&tab, PHONE, &WORDS).await;
    speaks_the_other_language(&tab).await;

    let sent = twice(&tab, &town, "#filing button.go").await;
    assert_eq!(sent, 1, "the second press did nothing");
    assert!(tab.value(&format!("{}.disabled", one("#resend"))).await == json!(true), "another code has to wait");
    tab.write("#code", &town.citizen(PHONE).code().await).await;
    assert_eq!(twice(&tab, &town, "form[action$='/confirm'] button.go").await, 1);
    let number = tab.text(".done .number").await;
    let receipt = tab.text(".number.digits").await;
    assert!(!tab.text("[data-print]").await.is_empty(), "what can print offers it");
    assert_eq!(texts(&town).await, ["otp", "registered", "assigned"], "one complaint");

    tab.follow(&format!("a.go[href='/en/complaints/{number}']")).await;
    assert!(!tab.text(".clock .when").await.is_empty());
    let before = tab.which().await;
    let blank = "(document.querySelector('.exit').click(),[document.title,getComputedStyle(document.body).display])";
    assert_eq!(tab.value(blank).await, json!(["", "none"]), "blank at once");
    tab.until(&format!("performance.timeOrigin!=={before}")).await;
    let (entries, _) = tab.history().await;
    assert!(!entries.iter().any(|entry| entry.url.contains(&number)), "its address is in no history");
    leaves_no_trace(&tab, &[&number, &receipt, PHONE, WORDS.name, WORDS.relative, WORDS.landmark, "blocked my way"]).await;
    chromium.close().await;
}

async fn texts(town: &Town) -> Vec<String> {
    town.texts_to(PHONE).await.into_iter().map(|sms| sms.template).collect()
}

/// A page with something in it is left with the keyboard alone.
async fn leaves_by(tab: &Tab, url: &str, keys: &[Key]) {
    tab.open(url).await;
    tab.write("#name", WORDS.name).await;
    let before = tab.which().await;
    for key in keys {
        tab.press(*key).await;
    }
    tab.arrives(&before).await;
    let (entries, current) = tab.history().await;
    assert_eq!(entries[current].url, AWAY);
    assert!(!entries.iter().any(|entry| entry.url == url), "the page itself is in no history");
}

/// An empty form: the list of what is wrong has the focus, and its first line leads to its field.
async fn leads_to_what_is_wrong(tab: &Tab) {
    tab.follow("#filing button.go").await;
    assert!(tab.string("document.title").await.starts_with("Error: "));
    assert_eq!(tab.string("document.activeElement.className").await, "summary");
    let fields = tab.value("[...document.querySelectorAll('.summary a')].map(a=>a.hash.slice(1))").await;
    assert_eq!(fields, json!(["account", "name", "relation", "phone", "address"]));
    for field in fields.as_array().unwrap() {
        tab.focus(&format!(".summary a[href='#{}']", field.as_str().unwrap())).await;
        tab.press(ENTER).await;
        tab.until(&format!("document.activeElement.id==={field}")).await;
    }
}

/// All that is in the form, by field.
const ANSWERS: &str = "[...new FormData(document.getElementById('filing'))]";

async fn speaks_the_other_language(tab: &Tab) {
    let typed = tab.value(ANSWERS).await;
    for lang in ["hi", "en"] {
        tab.follow("button.lang").await;
        assert_eq!(tab.string("document.documentElement.lang").await, lang);
        assert_eq!(tab.value(ANSWERS).await, typed);
        assert_eq!(tab.typed("#account").await, WORDS.account);
    }
}

/// Presses a button, and again while the answer is on its way; counts what was sent.
async fn twice(tab: &Tab, town: &Town, selector: &str) -> usize {
    let mut requests = tab.page.event_listener::<EventRequestWillBeSent>().await.unwrap();
    let slow = &town.local().store_faults;
    slow.set(Fault::Delay(Duration::from_millis(150)));
    let before = tab.which().await;
    tab.focus(selector).await;
    tab.press(ENTER).await;
    tab.press(ENTER).await;
    slow.set(Fault::Off);
    tab.arrives(&before).await;
    let mut sent = 0;
    while let Some(Some(request)) = requests.next().now_or_never() {
        sent += usize::from(request.request.method == "POST");
    }
    sent
}
