//! A month of closed cases: drawn by lot, told how, looked at by the post above, acted upon by the station, late one post higher.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::officer::Officer;
use crate::table::{Row, text};
use crate::town::{Answer, Town, fields, officer};

const S0: [(&str, &str); 2] = [("service", "S0"), ("category", "S0-1")];

/// The town, with the posts above its station.
async fn town() -> Town {
    let town = Town::new().await;
    let above = [("T-8", "LKO/Alambagh", "circle"), ("T-9", "LKO", "district"), ("T-7", "LKO-HZG", "sho")];
    town.posts(&above.map(|(id, unit, post)| (officer(id, unit, post, true), None))).await;
    town
}

async fn makes(officer: &Officer<'_>, number: &str, wanted: &str, with: &[(&str, &str)]) -> Answer {
    let version = officer.reads(&format!("/desk/complaints/{number}")).await.expect(200).json()["version"].to_string();
    let mut form = fields(with);
    form.insert("version", version);
    officer.posts(&format!("/desk/complaints/{number}/{wanted}"), &form).await
}

fn now(town: &Town) -> String {
    let at = domain::calendar::wall(town.app().now());
    format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute())
}

/// Closed by the station's head, who spoke with her.
async fn closes(town: &Town, sho: &Officer<'_>, phone: &str) -> String {
    let number = town.citizen(phone).files_with(&S0).await.number;
    makes(sho, &number, "contact", &[("result", "reached"), ("when", &now(town)), ("words", "बात हुई")]).await.expect(200);
    makes(sho, &number, "reject", &[("reason", "nothing_to_act"), ("words", "आवेदिका से पूछा, कुछ नहीं मिला")]).await.expect(200);
    number
}

/// Closed as "no contact made".
async fn closes_silently(town: &Town, sho: &Officer<'_>, io: &Officer<'_>, phone: &str) -> String {
    let number = town.citizen(phone).files_with(&S0).await.number;
    let given = makes(sho, &number, "assign", &[("officer", "T-1")]).await;
    assert!(matches!(given.status, 200 | 409), "{}", given.body);
    makes(io, &number, "contact", &[("result", "not_reached"), ("when", &now(town)), ("words", "फ़ोन बंद")]).await.expect(200);
    let report = [
        ("findings", "आवेदिका से तीन दिन अलग समय पर फ़ोन पर और घर जाकर मिलने की कोशिश की गई, पड़ोसी ने बताया कि वह मायके गई हैं। ".repeat(3)),
        ("no_photo_reason", "घर बंद था".to_owned()),
        ("like_reason", "एक जैसी स्थिति".to_owned()),
    ];
    makes(io, &number, "file-atr", &report.each_ref().map(|(name, value)| (*name, value.as_str()))).await.expect(200);
    makes(sho, &number, "approve-atr", &[]).await.expect(200);
    makes(sho, &number, "dispose", &[("closing", "no_contact")]).await.expect(200);
    number
}

async fn reviews(officer: &Officer<'_>) -> Value {
    officer.reads("/desk/reviews").await.expect(200).json()
}

fn numbers(list: &Value) -> BTreeSet<String> {
    list.as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap().to_owned()).collect()
}

async fn drawn_rows(town: &Town) -> BTreeMap<String, Row> {
    let rows = town.rows(&local::tables().main).await.into_iter().filter(|row| text(row, "pk").starts_with("V#"));
    rows.map(|row| (format!("{} {}", text(&row, "pk"), text(&row, "sk")), row)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_is_drawn_by_lot_and_anybody_can_check_it() {
    let town = town().await;
    town.advance("PT1M").await;
    let told = reviews(&town.officer("T-1").await).await["draws"].clone();
    let of = |told: &Value, month: &str| told.as_array().unwrap().iter().find(|it| it["month"] == month).cloned().unwrap_or_default();
    assert!(of(&told, "2026-11")["commitment"].is_string() && of(&told, "2026-11")["seed"].is_null(), "the hash stands before the draw: {told}");
    assert!(of(&told, "2026-12")["commitment"].is_string(), "and the next month's, before that month begins");

    let (sho, io) = (town.officer("T-4").await, town.officer("T-1").await);
    let mut silent = BTreeSet::new();
    let mut closed = BTreeSet::new();
    for n in 0..7 {
        silent.insert(closes_silently(&town, &sho, &io, &format!("98123006{n:02}")).await);
    }
    for n in 7..24 {
        closed.insert(closes(&town, &sho, &format!("98123006{n:02}")).await);
    }
    closed.extend(silent.iter().cloned());
    assert!(numbers(&reviews(&town.officer("T-8").await).await["yours"]).is_empty(), "nothing is drawn before the month is over");

    town.advance("P7D").await;
    let circle = town.officer("T-8").await;
    let seen = reviews(&circle).await;
    let drawn = numbers(&seen["yours"]);
    let november = of(&seen["draws"], "2026-11");
    let seed = november["seed"].as_str().expect("told after the draw").to_owned();
    assert_eq!(november["commitment"], of(&told, "2026-11")["commitment"], "what was told stays");
    assert_eq!(seal::digest(&seed), november["commitment"].as_str().unwrap());
    // Everybody who has the numbers finds the same.
    let mut lots: Vec<(String, &String)> = closed.iter().map(|number| (seal::digest(&format!("{seed}.{number}")), number)).collect();
    lots.sort();
    let fifteen: BTreeSet<String> = lots.iter().take(15).map(|(_, number)| (*number).clone()).collect();
    let audited: BTreeSet<String> = lots.iter().filter(|(_, number)| silent.contains(*number)).take(5).map(|(_, number)| (*number).clone()).collect();
    assert_eq!(drawn, fifteen.union(&audited).cloned().collect());
    let unit = &seen["units"][0];
    assert_eq!((unit["closed"].as_u64(), unit["drawn"].as_u64(), unit["reviewed"].as_u64()), (Some(24), Some(drawn.len() as u64), Some(0)), "{unit}");

    // Drawn again, by one or by many at once, it is the same.
    let before = drawn_rows(&town).await;
    let app = town.app();
    let (one, two) = tokio::join!(draw_reviews::run(app), draw_reviews::run(app));
    assert_eq!((one.unwrap().drawn, two.unwrap().drawn), (0, 0));
    assert_eq!(drawn_rows(&town).await, before);
    // The station itself, its officers and the neighbours see nothing of it.
    for id in ["T-4", "T-1", "T-7"] {
        let theirs = reviews(&town.officer(id).await).await;
        for list in ["yours", "below", "todo", "units"] {
            assert_eq!(theirs[list].as_array().unwrap().len(), 0, "{id} {list}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_reviewer_finds_is_acted_upon_and_late_one_post_higher() {
    let town = town().await;
    town.advance("PT1M").await;
    let sho = town.officer("T-4").await;
    for n in 0..3 {
        closes(&town, &sho, &format!("981230068{n}")).await;
    }
    town.advance("P7D").await;
    let (circle, district, sho) = (town.officer("T-8").await, town.officer("T-9").await, town.officer("T-4").await);
    let yours: Vec<String> = numbers(&reviews(&circle).await["yours"]).into_iter().collect();
    assert_eq!(yours.len(), 3);
    let page = |number: &str| format!("/desk/reviews/2026-11/{number}");
    let nobody = sho.opens(&page("LKO26-7F3KQ9XW-X")).await.expect(404).body;
    assert_eq!(sho.opens(&page(&yours[0])).await.expect(404).body, nobody, "for the station it does not exist");
    // The reviewer reads the case itself, as whoever sits above does.
    circle.opens(&format!("/desk/complaints/{}", yours[0])).await.expect(200);
    let due = (domain::calendar::wall(town.app().now()).date() + jiff::Span::new().days(5)).to_string();
    let found = [("finding", "not_heard"), ("note", "बात रात में हुई लिखी है"), ("remedy", "speak_to_her"), ("due", due.as_str())];
    assert_eq!(district.posts(&page(&yours[0]), &fields(&found)).await.expect(409).text("code"), "refused");
    let reviewed = circle.posts(&page(&yours[0]), &fields(&found)).await.expect(200).json();
    assert_eq!((reviewed["state"].as_str(), reviewed["may"].as_str()), (Some("action_open"), Some("settle")), "{reviewed}");
    assert!(reviewed["note"].as_str().unwrap().contains("रात"));
    circle.posts(&page(&yours[1]), &fields(&[("finding", "in_order"), ("note", "सब लिखा है")])).await.expect(200);
    assert_eq!(circle.posts(&page(&yours[1]), &fields(&[("finding", "in_order"), ("note", "फिर")])).await.expect(409).text("code"), "refused");
    // The words lie sealed.
    let lying = serde_json::to_string(&drawn_rows(&town).await.into_values().collect::<Vec<_>>()).unwrap();
    assert!(!lying.contains("रात") && lying.contains("speak_to_her"));

    let theirs = reviews(&sho).await;
    assert_eq!(numbers(&theirs["todo"]), BTreeSet::from([yours[0].clone()]), "the station learns what it has to do");
    assert_eq!(sho.posts(&format!("{}/done", page(&yours[0])), &fields(&[])).await.status, 409, "and does not say itself that it is done");
    let seen = reviews(&circle).await;
    let sums = ["drawn", "reviewed", "open", "overdue"].map(|name| seen["units"][0][name].as_u64().unwrap());
    assert_eq!(sums, [3, 2, 1, 0], "{}", seen["units"]);
    assert!(reviews(&district).await["below"].as_array().unwrap().is_empty(), "all of it is in time");

    town.advance("P6D").await;
    let (circle, district) = (town.officer("T-8").await, town.officer("T-9").await);
    assert_eq!(numbers(&reviews(&district).await["below"]), BTreeSet::from([yours[0].clone()]), "its action is late");
    assert_eq!(reviews(&circle).await["units"][0]["overdue"], 1);
    circle.posts(&format!("{}/done", page(&yours[0])), &fields(&[])).await.expect(200);
    assert_eq!(circle.posts(&format!("{}/done", page(&yours[0])), &fields(&[])).await.status, 409);
    assert!(reviews(&district).await["below"].as_array().unwrap().is_empty());
    town.advance("P16D").await;
    let district = town.officer("T-9").await;
    assert_eq!(numbers(&reviews(&district).await["below"]), BTreeSet::from([yours[2].clone()]), "never reviewed, it is the next post's");
    let late = [("finding", "delayed"), ("note", "तीन हफ़्ते में नहीं देखी गई"), ("remedy", "speak_to_officer"), ("due", "2026-12-31")];
    let page_now = district.submits(&page(&yours[2]), &fields(&late)).await.expect(303);
    assert_eq!(page_now.headers["location"], format!("{}?done", page(&yours[2])));
    assert!(district.opens(&format!("{}?done", page(&yours[2]))).await.expect(200).body.contains("लिख लिया गया"));
}
