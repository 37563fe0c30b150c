//! A filing whose code never arrives is not lost.

use crate::town::{Town, fields, officer};

#[tokio::test(flavor = "multi_thread")]
async fn after_a_day_the_desk_has_it() {
    let town = Town::new().await;
    let asha = town.citizen("9812300051");
    let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
    let silent = town.citizen("9812300052");
    let quiet = silent.post("/complaints", &silent.form_with(&[("contact_call", "no")])).await.expect(202).text("draft");
    let ran = town.advance("PT23H59M").await;
    assert!(!ran["ran"].to_string().contains("hand-over"), "not before its time");
    let ran = town.advance("PT2M").await.to_string();
    assert!(ran.contains("\"handed_over\":1") && ran.contains("\"lapsed\":1"), "{ran}");
    let filing = town.app().store().filing(&seal::digest(&draft)).await.unwrap().unwrap();
    assert_eq!(filing.state, store::FilingState::HandedOver);
    // The desk can read whom to call; of the one who asked not to be called nothing is left to read.
    let key = town.app().store().data_key(&filing.private.number).await.unwrap().unwrap();
    assert_eq!(filing.private.e164(&key).unwrap(), "+919812300051");
    let lapsed = town.app().store().filing(&seal::digest(&quiet)).await.unwrap().unwrap();
    assert_eq!(lapsed.state, store::FilingState::Lapsed);
    assert!(town.app().store().data_key(&lapsed.private.number).await.unwrap().is_none());
    silent.post("/complaints/resend", &fields(&[("draft", &quiet)])).await.expect(410);
    // It lies in the district's list and is no complaint there: the list is drawn without it.
    let head = officer("T-9", "LKO", "district", true);
    town.app().store().put_officers(&[(head.clone(), None)]).await.unwrap();
    town.app().store().put_accounts(&[domain::account::Account::of(&head, town.app().now())]).await.unwrap();
    let head = town.officer("T-9").await;
    let list = head.reads("/desk/?view=unit").await.expect(200).json();
    assert_eq!(list["total"], 0, "{list}");
    head.opens("/desk/export.csv?view=unit").await.expect(200);
    // She finds the page again a day later: another code, and it is a complaint all the same.
    asha.post("/complaints/resend", &fields(&[("draft", &draft)])).await.expect(202);
    asha.confirm(&draft, &asha.code().await).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_of_yesterday_comes_back_as_a_form() {
    let town = Town::new().await;
    let asha = town.citizen("9812300053");
    let draft = asha.submit("/complaints", &asha.form()).await.expect(202).hidden("draft");
    let code = asha.code().await;
    // The clock is past the day, the job has not come by yet.
    town.app().base().clock().advance(jiff::SignedDuration::from_hours(25));
    let form = asha.submit("/complaints/confirm", &fields(&[("draft", &draft), ("code", &code)])).await.expect(410);
    assert!(form.body.contains("शिव मंदिर") && form.body.contains("Sunita देवी"), "what she typed is there again");
    let mut again = asha.form_with(&[("idempotency_key", &form.hidden("idempotency_key"))]);
    again.insert("draft", form.hidden("draft"));
    let check = asha.submit("/complaints", &again).await.expect(202);
    asha.confirm(&check.hidden("draft"), &asha.code().await).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_can_be_sent_again_within_its_limits() {
    let town = Town::new().await;
    let asha = town.citizen("9812300054");
    let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
    let first = asha.code().await;
    let at_once = async || asha.post("/complaints/resend", &fields(&[("draft", &draft)])).await;
    assert_eq!(at_once().await.expect(202).json()["code_sent"], true, "the first is on its way");
    assert_eq!(asha.codes().await, 1);
    let resend = async || {
        town.advance("PT30S").await;
        at_once().await
    };
    assert_eq!(resend().await.expect(202).json()["code_sent"], true);
    assert_eq!(resend().await.expect(202).json()["code_sent"], true);
    let fourth = resend().await.expect(202).json();
    assert_eq!(fourth["code_sent"], false);
    assert!(fourth["send_again_at"].is_string());
    assert_eq!(asha.codes().await, 3);
    drop(first);
    town.advance("PT15M").await;
    for _ in 0..3 {
        assert_eq!(resend().await.expect(202).json()["code_sent"], true);
    }
    town.advance("PT30M").await;
    assert_eq!(resend().await.json()["code_sent"], false, "six a day");
    assert_eq!(asha.codes().await, 6);
    // Filing itself is never blocked.
    let other = asha.post("/complaints", &asha.form()).await.expect(202).json();
    assert_eq!(other["code_sent"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_presses_for_another_code_are_one() {
    let town = Town::new().await;
    let asha = town.citizen("9812300056");
    let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
    // Of three places one is taken: without room for two, nobody may be told to wait for a code that has just left.
    for round in 2..=3 {
        town.advance("PT30S").await;
        let wish = fields(&[("draft", &draft)]);
        let answers = futures::future::join_all((0..40).map(|_| asha.post("/complaints/resend", &wish))).await;
        assert!(answers.iter().all(|answer| answer.status == 202 && answer.json()["code_sent"] == true), "{answers:?}");
        assert_eq!((asha.codes().await, asha.sends().await), (round, round));
    }
    asha.confirm(&draft, &asha.code().await).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_before_the_last_is_good_for_its_own_time() {
    let town = Town::new().await;
    let asha = town.citizen("9812300055");
    let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
    let first = asha.code().await;
    town.advance("PT30S").await;
    asha.post("/complaints/resend", &fields(&[("draft", &draft)])).await.expect(202);
    assert_eq!(asha.codes().await, 2);
    asha.confirm(&draft, &first).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_refuses_or_hangs_loses_nothing() {
    let town = Town::new().await;
    let asha = town.citizen("9812300056");
    for mode in ["fail", "delay"] {
        town.fault("sns", mode).await;
        let form = asha.form();
        let kept = asha.post("/complaints", &form).await.expect(202);
        assert_eq!(kept.json()["code_sent"], false, "{mode}");
        town.fault("sns", "off").await;
        // The same form again tries the text again.
        let sent = asha.post("/complaints", &form).await.expect(202);
        assert_eq!(sent.json()["code_sent"], true, "{mode}");
        assert_eq!(sent.text("draft"), kept.text("draft"));
        town.fault("sns", "fail").await;
        let filed = asha.confirm(&sent.text("draft"), &asha.code().await).await.expect(201);
        let registered = |texts: Vec<local::sns::Sms>| texts.iter().filter(|s| s.template == "registered" && s.text.contains(&filed.text("number"))).count();
        assert_eq!(registered(town.texts().await), 0);
        town.fault("sns", "off").await;
        town.advance("PT10M").await;
        assert_eq!(registered(town.texts().await), 1, "the sweeper delivers what did not leave");
        town.advance("PT1H").await;
    }
}
