//! Following a complaint: by code, by receipt, and not by anybody else.

use crate::town::{Town, fields};

#[tokio::test(flavor = "multi_thread")]
async fn by_code() {
    let town = Town::new().await;
    let asha = town.citizen("9812300011");
    let filed = asha.files().await;
    let later = town.citizen("9812300011");
    later.reads(&format!("/complaints/{}", filed.number)).await.expect(401);
    let sent = later.post("/track", &fields(&[("number", &filed.number.to_lowercase()), ("phone", "+91 98123 00011")])).await.expect(202);
    let draft = sent.text("draft");
    let code = later.code().await;
    let opened = later.post("/track/confirm", &fields(&[("draft", &draft), ("code", &code)])).await.expect(200);
    assert_eq!(opened.text("number"), filed.number);
    later.reads(&format!("/complaints/{}", filed.number)).await.expect(200);
    let thief = town.citizen("9812300011");
    let reused = thief.post("/track/confirm", &fields(&[("draft", &draft), ("code", &code)])).await.expect(422);
    assert_eq!(reused.text("code"), "code-expired");
}

#[tokio::test(flavor = "multi_thread")]
async fn by_receipt_with_a_redirect_in_a_browser() {
    let town = Town::new().await;
    let filed = town.citizen("9812300012").files().await;
    let asha = town.citizen("9812300012");
    let to = asha.submit("/track/confirm", &fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(303);
    assert_eq!(to.headers["location"], format!("/hi/complaints/{}", filed.number));
    assert!(asha.opens(&format!("/complaints/{}", filed.number)).await.expect(200).body.contains(&filed.number));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_is_tried_five_times_an_hour() {
    let town = Town::new().await;
    let filed = town.citizen("9812300013").files().await;
    let thief = town.citizen("9999900000");
    let wrong = fields(&[("number", &filed.number), ("receipt", "1111 2222 3333 4444")]);
    for _ in 0..5 {
        assert_eq!(thief.post("/track/confirm", &wrong).await.expect(422).text("code"), "no-match");
    }
    thief.post("/track/confirm", &wrong).await.expect(429);
    thief.post("/track/confirm", &fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(429);
    town.advance("PT1H").await;
    thief.post("/track/confirm", &fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_learn_nothing() {
    let town = Town::new().await;
    let filed = town.citizen("9812300014").files().await;
    let stranger = town.citizen("9812300015");
    let theirs = stranger.files().await;
    // A session opens its own complaint only; another's and nobody's look the same.
    let other = stranger.reads(&format!("/complaints/{}", filed.number)).await;
    let nobodys = stranger.reads("/complaints/LKO26-00000000-0").await;
    assert_eq!((other.status, nobodys.status), (401, 401));
    assert_eq!(other.body, nobodys.body);
    stranger.reads(&format!("/complaints/{}", theirs.number)).await.expect(200);
    // Number and phone that do not belong together are answered like those that do.
    let fits = town.citizen("9812300014").post("/track", &fields(&[("number", &filed.number), ("phone", "9812300014")])).await;
    let not = stranger.post("/track", &fields(&[("number", &filed.number), ("phone", "9812300015")])).await;
    let none = stranger.post("/track", &fields(&[("number", &valid_number()), ("phone", "9812300015")])).await;
    let shape = |a: &crate::town::Answer| (a.status, a.body.len(), a.headers.keys().cloned().collect::<Vec<_>>());
    assert_eq!(shape(&fits), shape(&not));
    assert_eq!(shape(&fits), shape(&none));
    let confirm = stranger.post("/track/confirm", &fields(&[("draft", &not.text("draft")), ("code", "123456")])).await.expect(422);
    assert_eq!(confirm.json()["tries_left"], 4);
    assert_eq!(town.texts_to("9812300015").await.iter().filter(|sms| sms.template == "otp").count(), 1, "only her own filing's");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_closes_by_itself_and_on_exit() {
    let town = Town::new().await;
    let asha = town.citizen("9812300016");
    let filed = asha.files().await;
    let path = format!("/complaints/{}", filed.number);
    for _ in 0..3 {
        town.advance("PT14M").await;
        asha.reads(&path).await.expect(200);
    }
    town.advance("PT19M").await;
    asha.reads(&path).await.expect(401);

    let again = town.citizen("9812300016");
    again.post("/track/confirm", &fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(200);
    let token = {
        let opened = again.reads(&path).await;
        assert_eq!(opened.status, 200);
        again.cookie()
    };
    let away = town.send("GET", "/exit", &[("cookie", &token)], "").await.expect(303);
    assert!(away.headers["clear-site-data"].contains("cookies") && away.headers["set-cookie"].contains("Max-Age=0"));
    assert!(!away.headers["location"].contains("sunwai"));
    again.reads(&path).await.expect(401);
}

fn valid_number() -> String {
    let district = domain::ids::DistrictCode::parse("LKO").unwrap();
    (0u8..).find_map(|n| domain::number::Number::make(&district, 2026, [n, 1, 2, 3, 4, 5, 6, 7])).unwrap().to_string()
}
