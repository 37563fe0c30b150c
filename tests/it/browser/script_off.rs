//! In Hindi, by keyboard, with no script: from the first page to a complaint with its clock, out, and back by receipt.

use serde_json::json;

use super::tab::{Tab, one};
use super::{Chromium, Script, shots};
use crate::town::Town;

const PHONE: &str = "9812300911";
/// Where the way out leads.
pub(super) const AWAY: &str = "https://mausam.imd.gov.in/";

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_way_without_script() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = Town::new().await;
    let tab = chromium.tab(Script::Off).await;
    to_the_form(&tab, town.url()).await;
    fill(&tab, PHONE, &WORDS).await;
    shots::take(&tab, "form").await;
    check_and_change(&tab).await;

    tab.write("#code", &town.citizen(PHONE).code().await).await;
    tab.follow("form[action$='/confirm'] button.go").await;
    let number = tab.text(".done .number").await;
    let receipt = tab.text(".number.digits").await;
    assert!(number.len() == 16 && receipt.len() == 19, "{number} {receipt}");
    assert_eq!(tab.value(&format!("{}.hidden", one("[data-print]"))).await, json!(true), "no script ran");

    tab.follow(&format!("a.go[href='/hi/complaints/{number}']")).await;
    assert_eq!(tab.text(".number").await, number);
    assert!(tab.text(".clock .when").await.contains("तक"), "the date is said");
    assert_eq!(tab.text(".clock .state").await, days(&tab).await, "and what is left");
    assert!(tab.value(&format!("{}.getBoundingClientRect().height", one(".clock svg"))).await.as_f64() > Some(30.0), "and drawn");
    assert_eq!(tab.cookies().await, ["__Host-sunwai"]);

    leaves_no_trace(&tab, &[&number, &receipt, PHONE, WORDS.name, WORDS.account, WORDS.landmark]).await;
    comes_back(&tab, &town, &number, &receipt).await;
    assert_eq!(texts(&town).await, ["otp", "registered", "assigned"]);
    chromium.close().await;
}

async fn texts(town: &Town) -> Vec<String> {
    town.texts_to(PHONE).await.into_iter().map(|sms| sms.template).collect()
}

/// What is left, as the page says it in its picture's own words.
async fn days(tab: &Tab) -> String {
    let said = tab.string(&format!("{}.getAttribute('aria-label')", one(".clock svg"))).await;
    let left = tab.text(".clock .state").await;
    assert!(said.contains(&left), "{said}: {left}");
    left
}

/// What she writes.
pub(super) struct Words {
    pub(super) account: &'static str,
    pub(super) name: &'static str,
    pub(super) relative: &'static str,
    pub(super) address: &'static str,
    pub(super) landmark: &'static str,
}

const WORDS: Words = Words {
    account: "कल शाम बाज़ार में रास्ता रोका और पीछा किया।",
    name: "सुनीता देवी",
    relative: "राम कुमार",
    address: "मकान 12, गली 3",
    landmark: "शिव मंदिर के पास",
};

/// From the first page to the form, as the buttons lead.
async fn to_the_form(tab: &Tab, url: &str) {
    tab.open(&format!("{url}/hi/")).await;
    assert_eq!(tab.string("document.documentElement.lang").await, "hi");
    tab.follow("main a.go").await;
    tab.follow("a[href='/hi/file/S0-4/']").await;
    assert!(tab.has("a[href='/hi/safety/']").await, "how to leave is said before the first question");
    tab.choose("#district", "LKO").await;
    tab.follow("main button.go").await;
}

/// Answers every question that needs an answer, and one that need not.
pub(super) async fn fill(tab: &Tab, phone: &str, words: &Words) {
    tab.write("#account", words.account).await;
    tab.write("#name", words.name).await;
    tab.tick("#relation").await;
    tab.write("#relative_name", words.relative).await;
    tab.write("#phone", phone).await;
    tab.choose("#station", "LKO-ALB").await;
    tab.write("#address", words.address).await;
    tab.write("#landmark", words.landmark).await;
    tab.tick("#contact_sms").await;
    tab.tick("#contact_call").await;
}

/// Every answer is there to check; one is changed, and she is back where she was.
async fn check_and_change(tab: &Tab) {
    tab.follow("#filing button.go").await;
    for answer in [WORDS.account, WORDS.name, WORDS.relative, WORDS.address, WORDS.landmark] {
        assert!(tab.text("#answers").await.contains(answer), "{answer}");
    }
    tab.follow("button[name=focus][value=name]").await;
    assert_eq!(tab.typed("#landmark").await, WORDS.landmark);
    assert_eq!(tab.string("location.hash").await, "#name", "she is at the question that she wants to change");
    tab.write("#relative_name", "श्याम कुमार").await;
    tab.follow("#filing button.go").await;
    let answers = tab.text("#answers").await;
    assert!(answers.contains("श्याम कुमार") && answers.contains(WORDS.landmark));
}

/// Leaves, and goes through every page behind: none of them says what it said, nor has it in a field.
pub(super) async fn leaves_no_trace(tab: &Tab, hers: &[&str]) {
    if tab.has(".exit").await {
        tab.follow(".exit").await;
    }
    let (entries, current) = tab.history().await;
    assert_eq!(entries[current].url, AWAY);
    assert_eq!(tab.cookies().await, Vec::<String>::new());
    for entry in entries[..current].iter().rev().filter(|entry| entry.url.starts_with("http")) {
        tab.back_to(entry).await;
        let page = tab.everything().await;
        for word in hers {
            assert!(!page.contains(word) || entry.url.contains(word), "{} still says {word}", entry.url);
        }
    }
}

/// Twenty-three days later, with the number and the receipt from the paper.
async fn comes_back(tab: &Tab, town: &Town, number: &str, receipt: &str) {
    town.advance("P23D").await;
    tab.open(&format!("{}/hi/track/", town.url())).await;
    tab.write("#number-with-receipt", number).await;
    tab.write("#receipt", receipt).await;
    tab.follow("form[action$='/track/confirm'] button").await;
    assert_eq!(tab.text(".number").await, number);
    days(tab).await;
    let width = |nth| format!("{}.getBoundingClientRect().width", one(&format!(".clock rect:nth-of-type({nth})")));
    let (whole, gone) = (tab.value(&width(1)).await.as_f64().unwrap(), tab.value(&width(2)).await.as_f64().unwrap());
    assert!((0.3..0.45).contains(&(gone / whole)), "23 days of two months: {gone} of {whole}");
    shots::take(tab, "complaint").await;
}
