//! A file from her phone's own window to the picture in front of an officer, with no script at all.

use chromiumoxide::cdp::browser_protocol::dom::SetFileInputFilesParams;
use domain::lang::Lang;
use serde_json::json;

use super::intake::sign_in;
use super::tab::Tab;
use super::{Chromium, Script, shots};
use crate::files::png;
use crate::journeys::console::makes;
use crate::journeys::evidence_in_parts::{asks, sends_part};
use crate::town::Town;

/// Chooses a file, as the window for it does.
pub(super) async fn choose(tab: &Tab, path: &std::path::Path) {
    let control = tab.page.find_element("#file").await.unwrap();
    let files = SetFileInputFilesParams::builder().file(path.to_string_lossy()).backend_node_id(control.backend_node_id);
    tab.page.execute(files.build().unwrap()).await.unwrap();
    assert_eq!(tab.value("document.querySelector('#file').files.length").await, json!(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_needs_no_script() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = Town::new().await;
    let her = town.citizen("9812300931");
    let filed = her.files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    let folder = std::env::temp_dir().join(format!("sunwai-choose-{}", seal::hex(&seal::random::<6>())));
    std::fs::create_dir_all(&folder).unwrap();
    let (photo, page) = (folder.join("घर के बाहर.png"), folder.join("a.svg"));
    std::fs::write(&photo, png(320, 200)).unwrap();
    std::fs::write(&page, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();

    let tab = chromium.tab(Script::Off).await;
    tab.open(&format!("{}/hi/track/", town.url())).await;
    tab.write("#number-with-receipt", &filed.number).await;
    tab.write("#receipt", &filed.receipt).await;
    tab.follow("form[action$='/track/confirm'] button").await;
    tab.follow("a[href$='/evidence']").await;
    shots::take(&tab, "evidence").await;
    // Nothing was chosen, then something that is not taken: each says what to do.
    tab.follow("form[enctype] button.go").await;
    assert_eq!(tab.text(".summary a").await, words::evidence_fault_missing(Lang::Hi));
    choose(&tab, &page).await;
    tab.follow("form[enctype] button.go").await;
    assert_eq!(tab.text(".summary a").await, words::evidence_fault_wrong_name(Lang::Hi));
    shots::take(&tab, "evidence-wrong").await;
    choose(&tab, &photo).await;
    tab.follow("form[enctype] button.go").await;
    assert!(tab.text(".told").await.contains(words::evidence_added(Lang::Hi)));
    assert!(tab.text("main").await.contains("घर के बाहर.png"));
    shots::take(&tab, "evidence-added").await;
    tab.follow(".back").await;
    assert!(tab.text("main").await.contains("SHA-256"), "and her timeline has it");

    town.local().jobs.check_evidence().await;
    let desk = chromium.tab(Script::Off).await;
    sign_in(&desk, &town, "T-5").await;
    let case = format!("{}/desk/complaints/{}", town.url(), filed.number);
    desk.open(&case).await;
    assert!(desk.text("#evidence").await.contains(words::case_evidence_closed(Lang::Hi)) && !desk.has("#evidence a").await);
    shots::take(&desk, "case-evidence-closed").await;
    makes(&town.officer("T-5").await, &filed.number, "look", &[("reason", "report")]).await.expect(200);
    desk.open(&case).await;
    shots::take(&desk, "case-evidence").await;
    assert!(desk.string("document.querySelector('#evidence a').href").await.contains(&format!("/desk/complaints/{}/evidence/", filed.number)));
    chromium.close().await;
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_file_goes_by_itself_where_there_is_a_script() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = Town::new().await;
    let her = town.citizen("9812300932");
    let filed = her.files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    let film = std::env::temp_dir().join(format!("sunwai-film-{}.mp4", seal::hex(&seal::random::<6>())));
    std::fs::write(&film, [b"\0\0\0\x14ftypisom\0\0\x02\0isom".to_vec(), vec![7; 6_000_000]].concat()).unwrap();
    let tab = chromium.tab(Script::On).await;
    tab.open(&format!("{}/hi/track/", town.url())).await;
    tab.write("#number-with-receipt", &filed.number).await;
    tab.write("#receipt", &filed.receipt).await;
    tab.follow("form[action$='/track/confirm'] button").await;
    tab.follow("a[href$='/evidence']").await;
    assert!(tab.text("#file-hint").await.contains("200 MB"), "with a script it may be larger");
    choose(&tab, &film).await;
    tab.follow("form[enctype] button.go").await;
    assert!(tab.text(".told").await.contains(words::evidence_coming(Lang::Hi)), "it was sent");
    shots::take(&tab, "evidence-coming").await;
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["arrived"].as_u64(), tally["ready"].as_u64()), (Some(1), Some(1)), "{tally}");
    tab.open(&format!("{}/hi/complaints/{}/evidence", town.url(), filed.number)).await;
    assert!(tab.text("main").await.contains("5.7 MB"));
    chromium.close().await;
    std::fs::remove_file(film).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_and_not_taken_is_told_where_it_was_sent() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = Town::new().await;
    let her = town.citizen("9812300933");
    let filed = her.files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    let film = std::env::temp_dir().join(format!("IMG_{}.mp4", seal::hex(&seal::random::<4>())));
    std::fs::write(&film, [b"\0\0\0\x14ftypqt  \0\0\x02\0qt  ".to_vec(), vec![8; 5_000_000]].concat()).unwrap();
    let tab = chromium.tab(Script::On).await;
    tab.open(&format!("{}/hi/track/", town.url())).await;
    tab.write("#number-with-receipt", &filed.number).await;
    tab.write("#receipt", &filed.receipt).await;
    tab.follow("form[action$='/track/confirm'] button").await;
    tab.follow("a[href$='/evidence']").await;
    choose(&tab, &film).await;
    tab.follow("form[enctype] button.go").await;
    assert!(tab.text(".told").await.contains(words::evidence_coming(Lang::Hi)), "it was sent");
    assert!(tab.text("main").await.contains(words::evidence_broke_off(Lang::Hi)));
    town.local().jobs.check_evidence().await;
    // She loads the page again, as it told her to.
    let led_to = tab.string("location.href.split('#')[0]").await;
    tab.open(&led_to).await;
    assert!(!tab.has(".told").await && tab.text(".why").await == words::evidence_fault_wrong_content(Lang::Hi));
    shots::take(&tab, "evidence-refused").await;
    tab.open(&led_to.replace("/hi/", "/en/")).await;
    assert!(tab.text("main").await.contains(words::evidence_not_taken(Lang::En)));
    shots::take(&tab, "evidence-refused-en").await;
    chromium.close().await;
    std::fs::remove_file(film).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_film_that_broke_off_goes_on_where_it_stopped() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = Town::new().await;
    let her = town.citizen("9812300934");
    let filed = her.files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    let content = [b"\0\0\0\x14ftypisom\0\0\x02\0isom".to_vec(), vec![6; 5_000_000]].concat();
    let film = std::env::temp_dir().join(format!("sunwai-film-{}.mp4", seal::hex(&seal::random::<6>())));
    std::fs::write(&film, &content).unwrap();
    // The first part of it came before the line broke off.
    asks(&her, &filed.number, &content, None).await.expect(201);
    sends_part(&her, &filed.number, &content, 0).await;
    sends_part(&her, &filed.number, &content, 1).await;
    let lies = || {
        let folder = town.local().files.clone().unwrap().join(local::s3::INCOMING).join("incoming").join(&filed.number);
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap());
        let times = files.map(|file| (file.file_name().to_string_lossy().into_owned(), file.metadata().unwrap().modified().unwrap()));
        times.collect::<std::collections::BTreeMap<_, _>>()
    };
    let before = lies();
    let tab = chromium.tab(Script::On).await;
    tab.open(&format!("{}/hi/track/", town.url())).await;
    tab.write("#number-with-receipt", &filed.number).await;
    tab.write("#receipt", &filed.receipt).await;
    tab.follow("form[action$='/track/confirm'] button").await;
    tab.follow("a[href$='/evidence']").await;
    choose(&tab, &film).await;
    tab.follow("form[enctype] button.go").await;
    assert!(tab.text(".told").await.contains(words::evidence_coming(Lang::Hi)), "it was sent");
    let after = lies();
    let first = before.iter().find(|(name, _)| name.ends_with(".0")).unwrap();
    assert_eq!((before.len(), after.len(), after.get(first.0)), (2, 3, Some(first.1)), "the first part was not sent twice: {after:?}");
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["arrived"].as_u64(), tally["ready"].as_u64()), (Some(1), Some(1)), "{tally}");
    chromium.close().await;
    std::fs::remove_file(film).unwrap();
}
