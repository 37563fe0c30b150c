//! A table that is away, slow, or loses its answers: a clear word, one button, and the same number.

use crate::town::{Town, fields};

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_table_keeps_what_was_typed() {
    let town = Town::new().await;
    let asha = town.citizen("9812300401");
    let form = asha.form();
    for mode in ["fail", "delay"] {
        town.fault("store", mode).await;
        let page = asha.submit("/complaints", &form).await.expect(503);
        assert_eq!(page.headers["retry-after"], "30");
        assert!(page.body.contains("शिव मंदिर") && page.body.contains("<form"), "one button sends it again: {mode}");
        assert_eq!(page.hidden("idempotency_key"), form["idempotency_key"]);
        assert_eq!(asha.post("/complaints", &form).await.expect(503).text("code"), "unavailable");
        asha.reads("/complaints/LKO26-1").await.expect(401);
        town.fault("store", "off").await;
    }
    let draft = asha.submit("/complaints", &form).await.expect(202).hidden("draft");
    town.fault("store", "fail").await;
    let code = asha.code_only().await;
    let page = asha.submit("/complaints/confirm", &fields(&[("draft", &draft), ("code", &code)])).await.expect(503);
    assert_eq!(page.hidden("code"), code);
    town.fault("store", "off").await;
    asha.confirm(&draft, &code).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn lost_replies_make_no_second_complaint() {
    let town = Town::new().await;
    let asha = town.citizen("9812300402");
    let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
    let code = asha.code().await;
    // The transaction is carried out, and every answer is lost: she sees an error and presses again.
    town.fault("store", "lose-reply").await;
    assert_eq!(asha.confirm(&draft, &code).await.status, 503);
    town.fault("store", "off").await;
    let mut answer = asha.confirm(&draft, &code).await;
    if answer.status == 422 {
        // The lost tries were counted too: another code leads to the same number.
        asha.post("/complaints/resend", &fields(&[("draft", &draft)])).await.expect(202);
        answer = asha.confirm(&draft, &asha.code().await).await;
    }
    assert!(matches!(answer.status, 200 | 201), "{}", answer.body);
    town.advance("PT10M").await;
    let registered = town.texts_to("9812300402").await.into_iter().filter(|sms| sms.template == "registered").count();
    assert_eq!(registered, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_jobs_survive_a_table_that_comes_and_goes() {
    let town = Town::new().await;
    let filed = town.citizen("9812300403").files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    town.app().base().clock().advance(jiff::SignedDuration::from_hours(5));
    town.fault("store", "fail").await;
    let tally = escalate_overdue::run(town.app()).await.unwrap();
    assert_eq!((tally.moved, tally.failed), (0, 16), "every shard says that it was not read");
    town.fault("store", "lose-reply").await;
    escalate_overdue::run(town.app()).await.unwrap();
    town.fault("store", "off").await;
    escalate_overdue::run(town.app()).await.unwrap();
    let number = domain::number::Number::parse(&filed.number).unwrap();
    let (complaint, events) = town.app().store().history(&number).await.unwrap().unwrap();
    assert_eq!(complaint.level, 1, "once, whatever was lost");
    let of_it: Vec<&str> = events.iter().filter(|e| e.event.version == complaint.version).map(|e| e.event.kind.tag()).collect();
    assert_eq!(of_it, ["escalated", "arrived"]);
}
