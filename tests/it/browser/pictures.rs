//! A picture from an officer's own window into the report: by the plain form, and a large one by itself.

use domain::lang::Lang;

use super::evidence::choose;
use super::intake::sign_in;
use super::{Chromium, Script, shots};
use crate::files::png;
use crate::journeys::console::FINDINGS;
use crate::journeys::pictures::{spoken, town, worked};

#[tokio::test(flavor = "multi_thread")]
async fn a_report_gets_its_picture_without_a_script() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = town().await;
    let number = worked(&town, "9812300941").await;
    spoken(&town, &number, "T-1").await;
    let photo = std::env::temp_dir().join(format!("sunwai-place-{}.png", seal::hex(&seal::random::<6>())));
    std::fs::write(&photo, png(320, 200)).unwrap();
    let case = format!("{}/desk/complaints/{number}", town.url());
    let tab = chromium.tab(Script::Off).await;
    sign_in(&tab, &town, "T-1").await;
    tab.open(&format!("{case}/pictures")).await;
    tab.follow("form[enctype] button.go").await;
    assert_eq!(tab.text(".summary a").await, words::evidence_fault_missing(Lang::Hi));
    choose(&tab, &photo).await;
    tab.follow("form[enctype] button.go").await;
    assert!(tab.text(".told").await.contains(words::picture_added(Lang::Hi)));
    shots::take(&tab, "pictures-added").await;
    // Written meanwhile, the report comes back with what was typed, and with the picture that was checked since.
    tab.open(&case).await;
    assert!(tab.text("#file-atr").await.contains(words::picture_held(Lang::Hi)) && !tab.has("#file-atr input[type=checkbox]").await);
    tab.write("#file-atr-findings", FINDINGS).await;
    town.local().jobs.check_evidence().await;
    tab.follow("#file-atr button.go").await;
    assert_eq!(tab.text(".summary a").await, words::picture_fault_neither(Lang::Hi));
    shots::take(&tab, "pictures-neither").await;
    tab.tick("#file-atr-picture").await;
    tab.follow("#file-atr button.go").await;
    assert!(tab.text(".told").await.contains(words::case_did_file_atr(Lang::Hi)));
    let head = chromium.tab(Script::Off).await;
    sign_in(&head, &town, "T-4").await;
    head.open(&case).await;
    assert!(head.text("#pictures").await.contains(words::picture_chosen(Lang::Hi)));
    shots::take(&head, "pictures-approve").await;
    chromium.close().await;
    std::fs::remove_file(photo).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_picture_goes_by_itself_where_there_is_a_script() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = town().await;
    let number = worked(&town, "9812300942").await;
    let photo = std::env::temp_dir().join(format!("sunwai-large-{}.png", seal::hex(&seal::random::<6>())));
    std::fs::write(&photo, [png(9, 9), vec![7; 6_000_000]].concat()).unwrap();
    let tab = chromium.tab(Script::On).await;
    sign_in(&tab, &town, "T-1").await;
    tab.open(&format!("{}/desk/complaints/{number}/pictures", town.url())).await;
    assert!(tab.text("#file-hint").await.contains("25 MB"), "with a script it may be larger");
    choose(&tab, &photo).await;
    tab.follow("form[enctype] button.go").await;
    assert!(tab.text(".told").await.contains(words::picture_coming(Lang::Hi)), "it was sent");
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["arrived"].as_u64(), tally["ready"].as_u64()), (Some(1), Some(1)), "{tally}");
    tab.open(&format!("{}/desk/complaints/{number}/pictures", town.url())).await;
    assert!(tab.text("#pictures").await.contains("5.7 MB"));
    chromium.close().await;
    std::fs::remove_file(photo).unwrap();
}
