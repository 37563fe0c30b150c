//! A desk takes a complaint in with no script at all; with one, a ready answer comes into its field without a new page.

use std::collections::BTreeMap;

use domain::lang::Lang;
use serde_json::json;

use super::axe::serve;
use super::tab::{Tab, one};
use super::{Chromium, Script, shots};
use crate::pages::examples;
use crate::town::Town;

/// Signs in as the local start alone allows it.
pub(super) async fn sign_in(tab: &Tab, town: &Town, officer: &str) {
    tab.open(&format!("{}/dev", town.url())).await;
    tab.value(&format!(
        "document.body.innerHTML='<form method=post action=/dev/sign-in><input name=officer value={officer}><button class=in>in</button></form>'"
    ))
    .await;
    tab.follow("button.in").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_needs_no_script() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = Town::new().await;
    let tab = chromium.tab(Script::Off).await;
    sign_in(&tab, &town, "T-4").await;
    tab.follow(".ways .fresh").await;
    tab.choose("#category", "S2-2").await;
    tab.follow("main button.go").await;
    shots::take(&tab, "intake").await;
    tab.tick("#channel").await;
    for (field, text) in [("#name", "सुनीता देवी"), ("#account", "घर में मारपीट होती है।"), ("#address", "मकान 3, पुरानी बस्ती")]
    {
        tab.write(field, text).await;
    }
    tab.tick("#relation-none").await;
    tab.choose("#station", "LKO-ALB").await;
    // Neither a number nor that there is none: asked once more, with everything that was written.
    tab.follow("main button.go").await;
    assert_eq!(tab.text(".summary a").await, words::fault_intake_phone(Lang::Hi));
    assert_eq!((tab.typed("#name").await.as_str(), tab.typed("#account").await.as_str()), ("सुनीता देवी", "घर में मारपीट होती है।"));
    tab.tick("#no_phone").await;
    tab.follow("main button.go").await;
    shots::take(&tab, "intake-check").await;
    assert!(tab.text("main").await.contains("मकान 3, पुरानी बस्ती") && tab.has(".notice").await);
    tab.follow("button[name=change][value=name]").await;
    tab.write("#name", "सुनीता यादव").await;
    tab.follow("main button.go").await;
    tab.follow("button[name=confirmed]").await;
    shots::take(&tab, "intake-receipt").await;
    let number = tab.text(".done .number").await;
    assert!(number.len() == 16 && tab.text(".number.digits").await.len() == 19, "{number}");
    assert_eq!(tab.value(&format!("{}.hidden", one("[data-print]"))).await, json!(true), "no script ran");
    tab.follow(&format!("a[href='/desk/complaints/{number}']")).await;
    assert!(tab.text("main").await.contains(words::case_no_phone(Lang::Hi)));
    // A ready answer by its link: the page comes again, its form open and filled as far as the case knows.
    tab.value(&format!("{}.open=true", one("#note"))).await;
    tab.follow("a[href*='reply=papers']").await;
    assert!(tab.typed("#note-words").await.contains(&number));
    chromium.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ready_answer_comes_after_what_was_written() {
    let Some(chromium) = Chromium::start().await else { return };
    let pages: BTreeMap<String, String> = examples().into_iter().map(|page| (page.name, page.html)).collect();
    let url = serve(pages).await;
    let tab = chromium.tab(Script::On).await;
    tab.open(&format!("{url}/desk-case.hi")).await;
    let before = tab.which().await;
    let click = |id: &str| format!("{}.click()", one(&format!("a[href*='reply={id}']")));
    tab.value(&click("spoke")).await;
    let field = tab.typed("#contact-words").await;
    assert!(field.contains("{तारीख़}") && field.contains("____"), "{field}");
    assert_eq!(tab.string("document.activeElement.id").await, "contact-words");
    tab.value(&click("no-answer")).await;
    assert!(tab.typed("#contact-words").await.starts_with(&format!("{field}\n")), "nothing that stood there is lost");
    assert_eq!(tab.which().await, before, "the page is the same");
    chromium.close().await;
}
