//! The public list of suggestions tells nothing of whoever made them, and outlives what they wrote.

use std::collections::BTreeSet;

use domain::Date;
use domain::calendar::wall;
use domain::decide::{Move, Refusal, decide};
use domain::event::Actor;
use domain::lang::Lang;
use domain::number::Number;
use domain::suggestion::Listing;
use serde_json::json;

use crate::journeys::suggestion::{EN, HERS, HI, list, takes_up};
use crate::table::{Row, text};
use crate::town::{Town, officer};

async fn public_rows(town: &Town) -> Vec<Row> {
    town.rows(&local::tables().main).await.into_iter().filter(|row| text(row, "pk").starts_with("G#")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_on_the_list_leads_to_whoever_made_it() {
    let town = Town::new().await;
    let asha = town.citizen("9812320101");
    let filed = asha.suggests(&[("name", "आशा विश्वकर्मा"), ("relative_name", "हरिप्रसाद"), ("address", "नीम गली"), ("landmark", "कुएँ के पास")]).await;
    takes_up(&town.officer("T-4").await, &filed.number, HI, EN).await.expect(200);
    let phone = domain::phone::Phone::parse("9812320101", domain::policy::Phones::India).unwrap();
    let phone_key = town.app().secrets().await.unwrap().phone(&phone);
    let mut shown: Vec<String> = public_rows(&town).await.iter().map(|row| serde_json::to_string(row).unwrap()).collect();
    assert_eq!(shown.len(), 1);
    for lang in Lang::ALL {
        for json in [true, false] {
            let page = town.get(&format!("/{lang}/suggestions"), json).await.expect(200);
            assert!(page.body.contains(HI) && page.body.contains(EN));
            assert!(!page.headers.contains_key("set-cookie"));
            shown.push(page.body);
        }
    }
    let it = town.app().store().load(&Number::parse(&filed.number).unwrap()).await.unwrap().unwrap();
    let [head, body, _] = filed.number.split('-').collect::<Vec<_>>()[..] else { panic!("a number has three parts") };
    let hers = ["9812320101", "98123", "विश्वकर्मा", "हरिप्रसाद", "नीम गली", "कुएँ", body, &phone_key, &filed.receipt, "S4-9"];
    let pieces: Vec<String> = HERS.split_whitespace().collect::<Vec<_>>().windows(5).map(|words| words.join(" ")).collect();
    for text in &shown {
        for leads in hers.iter().copied().chain(pieces.iter().map(String::as_str)) {
            // The category stands in the address at which others make one.
            let fine = leads == "S4-9" && text.contains("href=\"/");
            assert!(fine || !text.contains(leads), "{leads}: {text}");
        }
        assert!(!text.contains(&format!("{head}-")), "{text}");
    }
    // A row has the words, the office, the service, a day and random characters. Nothing else is there to follow.
    let row = &public_rows(&town).await[0];
    let names: BTreeSet<&str> = row.keys().map(String::as_str).collect();
    assert_eq!(names, BTreeSet::from(["pk", "sk", "wording", "post", "unit", "service"]));
    assert_eq!(Listing::parse(text(row, "sk")).unwrap().day(), wall(it.registered_at).date());
    assert_eq!(text(row, "pk"), "G#");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_kept_for_minutes_and_nothing_else_is() {
    let town = Town::new().await;
    for json in [true, false] {
        let page = town.get("/hi/suggestions", json).await.expect(200);
        assert_eq!(page.headers["cache-control"], "public, max-age=300");
        assert!(page.headers["vary"].contains("accept"), "a program's answer is not a browser's");
        assert!(page.headers.contains_key("content-security-policy") && page.headers["x-content-type-options"] == "nosniff");
    }
    for (path, status) in [("/hi/suggestions?before=x", 404), ("/hi/suggestions?before=2026-11-24.ABCDEF", 404), ("/fr/suggestions", 404)] {
        let page = town.get(path, true).await.expect(status);
        assert_eq!(page.headers["cache-control"], "no-store", "{path}");
    }
    assert_eq!(town.get("/hi/complaints", true).await.expect(401).headers["cache-control"], "no-store");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_was_taken_up_is_read_in_pages_of_twenty_newest_first() {
    let town = Town::new().await;
    let day = |n: u8| Date::constant(2026, 10, i8::try_from(n % 28).unwrap() + 1);
    let mut all: Vec<Listing> = (0..45).map(|n| Listing::make(day(n), [n; 8])).collect();
    for it in &all {
        let words = json!({ "hi": { "S": HI }, "en": { "S": it.to_string() } });
        let texts = [("pk", "G#"), ("sk", &it.to_string()), ("post", "sho"), ("unit", "LKO-ALB"), ("service", "S4")];
        let row: Row =
            texts.iter().map(|(name, value)| ((*name).to_owned(), json!({ "S": value }))).chain([("wording".to_owned(), json!({ "M": words }))]).collect();
        town.put_row(&local::tables().main, &row).await;
    }
    all.sort();
    all.reverse();
    let (mut path, mut found, mut lengths) = ("/en/suggestions".to_owned(), Vec::new(), Vec::new());
    loop {
        let page = town.get(&path, true).await.expect(200).json();
        let rows = page["suggestions"].as_array().unwrap().clone();
        lengths.push(rows.len());
        found.extend(rows.iter().map(|row| row["wording"]["en"].as_str().unwrap().to_owned()));
        let html = town.get(&path, false).await.expect(200).body;
        let Some(older) = page["older"].as_str() else {
            assert!(!html.contains("rel=\"next\""));
            break;
        };
        path = format!("/en/suggestions?before={older}");
        assert!(html.contains(&format!("href=\"{path}\"")), "a browser goes on where a program does");
    }
    assert_eq!(lengths, [20, 20, 5]);
    assert_eq!(found, all.iter().map(ToString::to_string).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_stays_when_what_she_wrote_is_erased() {
    let town = Town::new().await;
    let (one, other) = (town.citizen("9812320102").suggests(&[]).await, town.citizen("9812320103").suggests(&[]).await);
    let sho = town.officer("T-4").await;
    takes_up(&sho, &one.number, HI, EN).await.expect(200);
    for filed in [&one, &other] {
        town.app().store().erase(&Number::parse(&filed.number).unwrap()).await.unwrap();
    }
    assert!(!sho.opens(&format!("/desk/complaints/{}", one.number)).await.expect(200).body.contains("बत्ती नहीं जलती"), "it is erased");
    assert_eq!(list(&town).await[0]["wording"]["hi"], HI);
    // Nobody can say any more which words are hers: nothing new is said publicly, and what was said can be taken off.
    for filed in [&one, &other] {
        let why = words::desk::refusal(Lang::Hi, Refusal::Erased);
        assert!(takes_up(&sho, &filed.number, "रोशनी रहेगी।", EN).await.expect(409).body.contains(why));
    }
    crate::journeys::console::makes(&sho, &one.number, "take-down", &[("reason", "mistake"), ("words", "x")]).await.expect(200);
    assert!(list(&town).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_took_back_before_is_not_taken_up() {
    let town = Town::new().await;
    let filed = town.citizen("9812320104").suggests(&[]).await;
    let (sho, number) = (town.officer("T-4").await, Number::parse(&filed.number).unwrap());
    let store = town.app().store();
    let it = store.load(&number).await.unwrap().unwrap();
    store.commit(&decide(&it, Move::AskWithdrawal, Actor::Complainant, town.app().now()).unwrap()).await.unwrap();
    town.advance("PT25H").await;
    assert!(!store.load(&number).await.unwrap().unwrap().is_open(), "it was taken back");
    let sho_again = town.officer("T-4").await;
    drop(sho);
    assert!(takes_up(&sho_again, &filed.number, HI, EN).await.expect(409).body.contains(words::desk::refusal(Lang::Hi, Refusal::Closed)));
    assert!(list(&town).await.is_empty());
}

/// In one world a suggestion names the station, and somebody above tries to take it up.
#[tokio::test(flavor = "multi_thread")]
async fn the_accused_see_the_same_bytes_whether_somebody_named_them_or_not() {
    let mut seen = Vec::new();
    for accused in [true, false] {
        let town = Town::new().await;
        town.posts(&[(officer("T-8", "LKO/Alambagh", "circle", false), None)]).await;
        if accused {
            let named = town.citizen("9812320105").suggests(&[("accused_station", "LKO-ALB")]).await;
            let circle = town.officer("T-8").await;
            takes_up(&circle, &named.number, HI, EN).await.expect(409);
            let sho = town.officer("T-4").await;
            let form = crate::town::fields(&[("version", "1"), ("public_hi", HI), ("public_en", EN)]);
            let try_it = |number: String| (format!("/desk/complaints/{number}/take-up"), form.clone());
            let ((path, form), (nobodys, same)) = (try_it(named.number.clone()), try_it("LKO26-7F3KQ9XW-X".to_owned()));
            let (hidden, none) = (sho.posts(&path, &form).await.expect(404), sho.posts(&nobodys, &same).await.expect(404));
            assert_eq!(hidden.body, none.body, "a number that is nobody's");
        }
        let mut pages = Vec::new();
        for path in ["/hi/suggestions", "/en/suggestions", "/hi/suggestions?before=2026-11-30.0123456789abcdef"] {
            for json in [true, false] {
                pages.push(town.get(path, json).await.expect(200).body);
            }
        }
        assert!(public_rows(&town).await.is_empty());
        seen.push(pages);
    }
    assert_eq!(seen[0], seen[1]);
}
