//! Guessing codes: the count comes before the comparison, whatever runs at once.

use crate::town::{Town, fields};

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_guesses_at_once_compare_five() {
    let town = Town::new().await;
    let asha = town.citizen("9812300301");
    let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
    let right: u32 = asha.code().await.parse().unwrap();
    let guesses = (0..500u32).map(|n| format!("{:06}", (right + 1 + n) % 1_000_000)).collect::<Vec<_>>();
    let answers = futures::future::join_all(guesses.iter().map(|guess| asha.confirm(&draft, guess))).await;
    let compared = answers.iter().filter(|a| a.json()["code"] == "wrong-code").count();
    // One more answer may be lost in the crowd after it was counted; none may be compared beyond the limit.
    assert!((1..=5).contains(&compared), "{compared} were compared");
    assert!(answers.iter().all(|a| matches!(a.status, 422 | 429 | 503)), "{:?}", answers.iter().map(|a| a.status).collect::<Vec<_>>());
    // The right one comes too late, and a new one is needed.
    assert_eq!(asha.confirm(&draft, &format!("{right:06}")).await.expect(422).text("code"), "code-expired");
    asha.post("/complaints/resend", &fields(&[("draft", &draft)])).await.expect(202);
    asha.confirm(&draft, &asha.code().await).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_failures_a_day_across_codes() {
    let town = Town::new().await;
    let asha = town.citizen("9812300302");
    let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
    for round in 0..2 {
        if round > 0 {
            asha.post("/complaints/resend", &fields(&[("draft", &draft)])).await.expect(202);
        }
        let right: u32 = asha.code().await.parse().unwrap();
        for n in 1..=5 {
            asha.confirm(&draft, &format!("{:06}", (right + n) % 1_000_000)).await.expect(422);
        }
    }
    asha.post("/complaints/resend", &fields(&[("draft", &draft)])).await.expect(202);
    let code = asha.code().await;
    assert_eq!(asha.confirm(&draft, &code).await.expect(429).text("code"), "code-locked");
    // Filing goes on all the same: the desk will call.
    asha.post("/complaints", &asha.form()).await.expect(202);
    town.advance("P1D").await;
    asha.post("/complaints/resend", &fields(&[("draft", &draft)])).await.expect(202);
    asha.confirm(&draft, &asha.code().await).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_cannot_use_up_her_tries() {
    let town = Town::new().await;
    let asha = town.citizen("9812300303");
    let filed = asha.files().await;
    let stranger = town.citizen("9812300304");
    let other = stranger.files().await;
    // Somebody types her phone beside a number that is not hers, again and again.
    for _ in 0..3 {
        let draft = stranger.post("/track", &fields(&[("number", &other.number), ("phone", "9812300303")])).await.expect(202).text("draft");
        for _ in 0..5 {
            stranger.post("/track/confirm", &fields(&[("draft", &draft), ("code", "000000")])).await.expect(422);
        }
    }
    let draft = asha.post("/track", &fields(&[("number", &filed.number), ("phone", "9812300303")])).await.expect(202).text("draft");
    asha.post("/track/confirm", &fields(&[("draft", &draft), ("code", &asha.code().await)])).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_good_for_one_purpose() {
    let town = Town::new().await;
    let asha = town.citizen("9812300305");
    let filed = asha.files().await;
    let track = asha.post("/track", &fields(&[("number", &filed.number), ("phone", "9812300305")])).await.expect(202).text("draft");
    let code = asha.code().await;
    asha.confirm(&track, &code).await.expect(410);
    let filing = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
    let wrong = asha.post("/track/confirm", &fields(&[("draft", &filing), ("code", &asha.code().await)])).await.expect(422);
    assert_eq!(wrong.text("code"), "code-expired");
}
