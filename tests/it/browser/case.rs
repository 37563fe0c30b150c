//! A case from hand to hand in the browser, with the page's script and without it: assigned, spoken about, reported, returned, closed;
//! one that nobody works appears at the circle's desk, and one goes to another station.

use domain::account::Account;
use serde_json::json;

use super::tab::{ENTER, SPACE, Tab, one};
use super::{Chromium, Script, shots};
use crate::town::{Town, officer};

const FINDINGS: &str = "मौके पर जाकर पूछताछ की गई। पड़ोस के दो लोगों के बयान लिए गए, दुकान का कैमरा देखा गया और दूसरे पक्ष को थाने बुलाकर लिखित में पाबंद किया गया। आवेदिका को फ़ोन पर पूरी बात बताई गई और वह कार्रवाई से संतुष्ट हैं। आगे कोई बात हो तो तुरंत थाने या 112 पर बताने को कहा गया।";

/// The town with a head at another station and an officer above both.
async fn town() -> Town {
    let town = Town::new().await;
    let more = [officer("T-7", "LKO-HZG", "sho", true), officer("T-8", "LKO/Alambagh", "circle", false)];
    town.app().store().put_officers(&more.clone().map(|who| (who, None))).await.unwrap();
    town.app().store().put_accounts(&more.map(|who| Account::of(&who, town.app().now()))).await.unwrap();
    town
}

/// Opens the console as somebody, by the button that the local start has.
async fn comes(tab: &Tab, town: &Town, id: &str) {
    tab.page.goto(format!("{}/dev/officers?district=LKO", town.url())).await.unwrap();
    tab.until("document.readyState==='complete'").await;
    tab.follow(&format!("button[name=officer][value='{id}']")).await;
    assert_eq!(tab.string("location.pathname").await, "/desk/");
    assert!(tab.text(".me").await.contains(id));
}

/// Goes to the unit's list and from there into the case.
async fn into(tab: &Tab, town: &Town, number: &str) {
    tab.open(&format!("{}/desk/?view=unit", town.url())).await;
    tab.follow(&format!(".list a[href='/desk/complaints/{number}']")).await;
    assert!(tab.text("h1, .number").await.contains(number) || tab.everything().await.contains(number));
}

/// Unfolds the form of a move, wherever it is folded.
async fn unfold(tab: &Tab, wanted: &str) {
    for fold in [format!("details.more:has(#{wanted})"), format!("#{wanted}")] {
        if tab.value(&format!("{}?.open===false", one(&fold))).await == json!(true) {
            tab.focus(&format!("{fold}>summary")).await;
            tab.press(ENTER).await;
            tab.until(&format!("{}.open", one(&fold))).await;
        }
    }
}

/// Sends the form of a move.
async fn sends(tab: &Tab, wanted: &str) {
    tab.follow(&format!("#{wanted} button.go")).await;
}

async fn reports(tab: &Tab) {
    unfold(tab, "file-atr").await;
    tab.write("#file-atr-findings", FINDINGS).await;
    tab.write("#file-atr-no_photo_reason", "फ़ोन पर निपटा").await;
    sends(tab, "file-atr").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_goes_its_way_with_script() {
    from_hand_to_hand(Script::On).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_goes_its_way_without_script() {
    from_hand_to_hand(Script::Off).await;
}

async fn from_hand_to_hand(script: Script) {
    let Some(chromium) = Chromium::start().await else { return };
    let town = town().await;
    let her = town.citizen("9812300601");
    let number = her.files_with(&[("service", "S0"), ("category", "S0-1")]).await.number;
    let tab = chromium.tab(script).await;

    comes(&tab, &town, "T-4").await;
    into(&tab, &town, &number).await;
    unfold(&tab, "assign").await;
    let to = if tab.everything().await.contains("value=\"T-1\"") { "T-1" } else { "T-2" };
    tab.choose("#assign-officer", to).await;
    sends(&tab, "assign").await;

    town.advance("PT10M").await;
    comes(&tab, &town, to).await;
    tab.open(&format!("{}/desk/?view=mine", town.url())).await;
    tab.follow(&format!(".list a[href='/desk/complaints/{number}']")).await;
    assert!(!tab.has("#file-atr").await, "no report before anybody has spoken to her");
    unfold(&tab, "contact").await;
    tab.focus("#contact input[value=reached]").await;
    tab.press(SPACE).await;
    tab.write("#contact-words", "फ़ोन पर बात हुई").await;
    sends(&tab, "contact").await;
    reports(&tab).await;
    assert!(!tab.has("#file-atr .why").await, "{}", tab.everything().await);

    comes(&tab, &town, "T-4").await;
    into(&tab, &town, &number).await;
    if script == Script::Off {
        shots::take(&tab, "desk-case").await;
    }
    unfold(&tab, "return-atr").await;
    tab.write("#return-atr-words", "बयान की तारीख़ लिखें").await;
    sends(&tab, "return-atr").await;

    comes(&tab, &town, to).await;
    into(&tab, &town, &number).await;
    assert!(tab.everything().await.contains("बयान की तारीख़ लिखें"), "why it came back");
    reports(&tab).await;

    comes(&tab, &town, "T-4").await;
    into(&tab, &town, &number).await;
    unfold(&tab, "approve-atr").await;
    sends(&tab, "approve-atr").await;
    unfold(&tab, "dispose").await;
    tab.focus("#dispose input[value=done]").await;
    tab.press(SPACE).await;
    sends(&tab, "dispose").await;
    tab.open(&format!("{}/desk/?view=unit", town.url())).await;
    assert!(!tab.everything().await.contains(&number), "closed, it is in no list");

    let hers = her.reads(&format!("/complaints/{number}")).await.expect(200).json();
    assert_eq!(hers["status"], "disposed");
    assert!(town.texts_to("9812300601").await.iter().any(|sms| sms.template.contains("disposed")), "she is told");
    chromium.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_works_comes_to_the_circle_and_what_is_not_here_goes_there() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = town().await;
    let urgent = [("service", "S1"), ("category", "S1-1")];
    let late = town.citizen("9812300602").files_with(&urgent).await.number;
    let tab = chromium.tab(Script::Off).await;
    comes(&tab, &town, "T-8").await;
    tab.open(&format!("{}/desk/?view=unit", town.url())).await;
    assert!(!tab.everything().await.contains(&late), "not yet");
    let mut hours = 0;
    loop {
        town.advance("PT2H").await;
        hours += 2;
        comes(&tab, &town, "T-8").await;
        tab.open(&format!("{}/desk/?view=overdue", town.url())).await;
        if tab.everything().await.contains(&late) {
            break;
        }
        assert!(hours < 72, "it never came to the circle");
    }
    assert!(hours > 4, "not before its time");
    shots::take(&tab, "desk-overdue").await;

    let moves = town.citizen("9812300603").files_with(&[("service", "S0"), ("category", "S0-1")]).await.number;
    comes(&tab, &town, "T-4").await;
    into(&tab, &town, &moves).await;
    unfold(&tab, "forward").await;
    tab.choose("#forward-station", "LKO-HZG").await;
    tab.write("#forward-words", "घटना हज़रतगंज की है").await;
    sends(&tab, "forward").await;
    comes(&tab, &town, "T-7").await;
    into(&tab, &town, &moves).await;
    comes(&tab, &town, "T-4").await;
    tab.open(&format!("{}/desk/?view=unit", town.url())).await;
    assert!(!tab.everything().await.contains(&moves), "it is no longer here");

    // To another district: chosen first, without a script, and then one of its stations.
    comes(&tab, &town, "T-7").await;
    into(&tab, &town, &moves).await;
    unfold(&tab, "forward").await;
    tab.choose("#forward-district", "PRJ").await;
    tab.follow("#forward form[method=get] button").await;
    assert_eq!(tab.string("location.hash").await, "#forward");
    assert_eq!(tab.value("document.querySelector('#forward').open").await, json!(true));
    shots::take(&tab, "desk-forward-district").await;
    tab.choose("#forward-station", "PRJ-CVL").await;
    sends(&tab, "forward").await;
    assert_eq!(tab.string("location.pathname").await, "/desk/");
    assert!(!tab.everything().await.contains(&moves), "it is in no list here");
    town.texts().await;
    chromium.close().await;
}
