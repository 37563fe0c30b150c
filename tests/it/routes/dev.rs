//! The pages of `/dev`: what fell due on the way, and who is on duty.

use std::time::Duration;

use jiff::SignedDuration;
use serde_json::json;

use local::Options;
use local::seed::Seed;

use crate::town::{SHO, Town, officer};

const URGENT: [(&str, &str); 2] = [("service", "S1"), ("category", "S1-1")];

/// The clock's page after it was moved, as somebody at a browser sees it.
async fn moved(town: &Town, by: &str) -> String {
    let headers = [("accept", "text/html"), ("content-type", "application/x-www-form-urlencoded")];
    town.send("POST", "/dev/clock", &headers, format!("advance={by}")).await.expect(200).body
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_tells_what_fell_due_job_by_job_and_text_by_text() {
    let town = Town::new().await;
    let filed = town.citizen("9812300091").files_with(&URGENT).await;
    town.texts().await;
    let digests = moved(&town, "PT1M").await;
    assert!(digests.contains("send-digests") && !digests.contains("Nothing fell due"), "{digests}");
    let quiet = moved(&town, "PT1M").await;
    assert!(quiet.contains("Nothing fell due"), "{quiet}");
    let page = moved(&town, "PT4H5M").await;
    for said in ["escalate-overdue", "warned 1", "moved 1", SHO, &format!("<a href=/hi/complaints/{0}>{0}</a>", filed.number), "/dev/inbox"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // In the order of time: both warnings stand before the step up, and each run before the text that it led to.
    let at = |what: &str| page.find(what).unwrap_or_else(|| panic!("{what}: {page}"));
    assert!(at("warned 1") < at("50%") && at("50%") < at("80%"));
    assert!(page.rfind("moved 1").is_some_and(|step| at("80%") < step));
    assert!(!page.contains("It stopped on the way"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_ran_out_of_patience_stands_where_it_is_and_goes_on() {
    let town = Town::new().await;
    town.citizen("9812300092").files_with(&URGENT).await;
    let (begun, by) = (town.app().now(), SignedDuration::from_hours(5));
    let first = town.local().jobs.advance(by, Duration::ZERO).await.unwrap();
    let left = first.left.expect("there was something on the way");
    assert!(left > SignedDuration::from_hours(4), "{left}");
    let second = town.local().jobs.advance(left, Duration::from_secs(100)).await.unwrap();
    assert_eq!(second.left, None);
    // The product's time runs on beside.
    assert!(town.app().now() - begun.duration_since(begun) >= begun + by);
    let moved: u64 = second.ran.iter().filter_map(|ran| ran.tally["moved"].as_u64()).sum();
    assert_eq!(moved, 1, "{:?}", second.ran);
    let answer = town.advance("PT1M").await;
    assert_eq!(answer["left"], json!(null));
}

#[tokio::test(flavor = "multi_thread")]
async fn duty_shows_shifts_and_says_where_nobody_is() {
    let town = Town::new().await;
    let crew = ["D-1", "D-2", "D-3"].map(|id| (officer(id, "LKO-ALB", "desk", true), None));
    town.app().store().put_officers(&crew).await.unwrap();
    let before = town.get("/dev/duty?district=LKO", false).await.expect(200).body;
    assert!(before.contains("No shift is written down") && !before.contains("Seema D-1"), "{before}");
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let answer = town.send("POST", "/dev/duty", &form, "district=LKO").await;
    assert_eq!(answer.headers.get("location").map(String::as_str), Some("/dev/duty?district=LKO"));
    let after = town.get("/dev/duty?district=LKO", false).await.expect(200).body;
    let desk = after.split("<h2>").find(|part| part.contains("<table>")).unwrap();
    assert_eq!(desk.matches("<tr><td>").count(), 14, "a row a day: {desk}");
    // Thirteen days with two women each, in turn, and the ninth left open.
    assert_eq!(desk.matches("(woman)").count(), 26, "{desk}");
    assert_eq!(desk.matches("▲ gap:").count(), 1);
    assert!(desk.contains("A gap on 1 day") && ["D-1", "D-2", "D-3"].iter().all(|id| desk.contains(id)));
    // Who has left the post since covers nothing.
    town.app().store().put_officers(&[(officer("D-1", "LKO-ALB", "io", true), None)]).await.unwrap();
    let left = town.get("/dev/duty?district=LKO", false).await.expect(200).body;
    assert!(left.contains("D-1, who is not posted there any more") && left.matches("▲ gap:").count() > 1, "{left}");
    let nowhere = town.get("/dev/duty?district=%3Cb%3E", false).await.expect(200);
    assert!(!nowhere.body.contains("<b>>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_set_shows_rosters_and_empty_posts() {
    let town = Town::with(Options { seed: Seed::Demo, jobs: false, ..Options::default() }).await;
    let page = town.get("/dev/duty", false).await.expect(200).body;
    let desks: Vec<&str> = page.split("<h2>").filter(|part| part.contains("at least")).collect();
    let rostered = desks.iter().filter(|desk| desk.contains("(woman)")).count();
    // Two stations of the demo set have nobody at all.
    assert_eq!((desks.len(), rostered), (16, 14), "{page}");
    assert!(page.contains("▲ gap:"), "a gap can be seen too");
    assert_eq!(page.matches("its work goes to").count(), 2, "{page}");
    assert!(page.contains("its work goes to the step above") && page.contains("its work goes to Station House Officer, Hazratganj"), "{page}");
    // In four weeks there still is a roster.
    town.app().base().clock().advance(SignedDuration::from_hours(24 * 20));
    assert!(town.get("/dev/duty", false).await.expect(200).body.contains("(woman)"));
}

#[tokio::test(flavor = "multi_thread")]
async fn officers_are_listed_by_unit_signed_in_suspended_and_let_back() {
    let town = Town::new().await;
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let page = town.get("/dev/officers?district=LKO", false).await.expect(200).body;
    assert!(page.find("T-5").unwrap() < page.find("T-4").unwrap(), "from the top down");
    assert!(!town.get("/dev/officers?district=AGR", false).await.expect(200).body.contains("T-4"));
    town.send("POST", "/dev/officers", &form, "officer=T-4&suspended=yes").await.expect(303);
    assert!(town.get("/dev/officers?district=LKO", false).await.body.contains("Let back"));
    town.send("POST", "/dev/officers", &form, "officer=T-4&suspended=no").await.expect(303);
    assert!(!town.get("/dev/officers?district=LKO", false).await.body.contains("Let back"));
    for nobody in ["officer=T-99", "officer=", "officer=%3Cb%3E"] {
        assert_eq!(town.send("POST", "/dev/sign-in", &form, nobody).await.status, 404, "{nobody}");
    }
}
