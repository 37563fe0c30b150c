//! Filing: the form, the code, the number.

use crate::town::{Town, fields};

#[tokio::test(flavor = "multi_thread")]
async fn she_files_and_has_a_number() {
    let town = Town::new().await;
    let asha = town.citizen("9812300001");
    let sent = asha.post("/complaints", &asha.form()).await.expect(202);
    assert_eq!(sent.text("sent_to"), "+91 ••••••••01");
    assert!(town.app().store().undelivered(0, town.app().now(), None).await.unwrap().0.is_empty(), "nothing exists yet");
    let filed = asha.confirm(&sent.text("draft"), &asha.code().await).await.expect(201);
    let number = filed.text("number");
    assert!(number.starts_with("LKO") && number.len() == 16, "{number}");
    assert_eq!(filed.text("receipt").replace(' ', "").len(), 16);
    assert_eq!(filed.json()["holder"]["woman"], true, "the rule asks for a woman officer");
    let texts: Vec<String> = town.texts_to("9812300001").await.into_iter().map(|sms| sms.template).collect();
    assert_eq!(texts, ["otp", "registered", "assigned"]);

    let seen = asha.reads(&format!("/complaints/{number}")).await.expect(200).json();
    assert_eq!(seen["status"], "assigned");
    assert_eq!(seen["timeline"].as_array().unwrap().len(), 2);
    assert!(seen["timeline"].as_array().unwrap().iter().all(|event| event["sms"] == "sent"));
    assert_eq!(seen["ladder"].as_array().unwrap().len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_in_a_browser_without_script() {
    let town = Town::new().await;
    for (lang, phone) in [("hi", "9812300002"), ("en", "9812300003")] {
        let asha = if lang == "en" { town.citizen(phone).in_english() } else { town.citizen(phone) };
        let form = asha.opens("/complaints/new?category=S0-4&district=LKO").await.expect(200);
        let key = form.hidden("idempotency_key");
        let check = asha.submit("/complaints", &asha.form_with(&[("idempotency_key", &key)])).await.expect(202);
        assert!(check.body.contains("शिव मंदिर"), "every answer is there to check");
        let draft = check.hidden("draft");
        let receipt = asha.submit("/complaints/confirm", &fields(&[("draft", &draft), ("code", &asha.code().await)])).await.expect(201);
        assert!(receipt.headers["set-cookie"].starts_with("__Host-sunwai="));
        let at = receipt.body.find("LKO").unwrap();
        let number = &receipt.body[at..at + 16];
        let page = asha.opens(&format!("/complaints/{number}")).await.expect(200);
        assert!(page.body.contains(number) && page.body.contains(&format!("lang=\"{lang}\"")));
        assert_eq!(page.headers["cache-control"], "no-store");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_twice_is_one_complaint() {
    let town = Town::new().await;
    let asha = town.citizen("9812300004");
    let form = asha.form();
    let first = asha.post("/complaints", &form).await.expect(202).text("draft");
    let second = asha.post("/complaints", &form).await.expect(202).text("draft");
    assert_eq!(first, second);
    assert_eq!(asha.codes().await, 1, "a nervous thumb costs one text");
    let code = asha.code().await;
    let filed = asha.confirm(&first, &code).await.expect(201);
    let again = asha.confirm(&first, &code).await.expect(200);
    assert_eq!(filed.text("number"), again.text("number"), "a lost answer is given again");
    assert_eq!(filed.text("receipt"), again.text("receipt"));
    let known = asha.post("/complaints", &form).await.expect(200);
    assert_eq!(known.text("number"), filed.text("number"));
    let mut changed = form.clone();
    changed.insert("account", "कुछ और लिखा".to_owned());
    let other = asha.post("/complaints", &changed).await.expect(409);
    assert_eq!(other.text("code"), "already-registered");
    assert_eq!(town.texts_to("9812300004").await.iter().filter(|sms| sms.template == "registered").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_tabs_are_one_complaint() {
    let town = Town::new().await;
    let asha = town.citizen("9812300005");
    let form = asha.form();
    let drafts = futures::future::join_all((0..50).map(|_| asha.post("/complaints", &form))).await;
    let draft = drafts[0].text("draft");
    assert!(drafts.iter().all(|answer| answer.status == 202 && answer.text("draft") == draft));
    assert_eq!((asha.codes().await, asha.sends().await), (1, 1), "one code, and one of her phone's places");
    let code = asha.code().await;
    let answers = futures::future::join_all((0..4).map(|_| asha.confirm(&draft, &code))).await;
    let numbers: std::collections::BTreeSet<String> = answers.iter().filter(|a| a.status < 300).map(|a| a.text("number")).collect();
    assert_eq!(numbers.len(), 1, "{answers:?}");
    assert!(answers.iter().all(|a| matches!(a.status, 200 | 201 | 503)), "{answers:?}");
    assert_eq!(answers.iter().filter(|a| a.status == 201).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_can_be_changed_before_the_code() {
    let town = Town::new().await;
    let asha = town.citizen("9812300006");
    let check = asha.submit("/complaints", &asha.form()).await.expect(202);
    let draft = check.hidden("draft");
    let form = asha.submit("/complaints/change", &fields(&[("draft", &draft), ("focus", "name")])).await.expect(200);
    assert!(form.body.contains("Sunita देवी") && form.body.contains("शिव मंदिर"), "what was typed is there again");
    let mut changed = asha.form_with(&[("landmark", "पीपल का पेड़"), ("idempotency_key", &form.hidden("idempotency_key"))]);
    changed.insert("draft", form.hidden("draft"));
    let check = asha.submit("/complaints", &changed).await.expect(202);
    assert_eq!(check.hidden("draft"), draft, "it is the same filing");
    assert!(check.body.contains("पीपल का पेड़") && !check.body.contains("शिव मंदिर"));
    assert_eq!(asha.codes().await, 1, "the code that was sent still holds");
    asha.confirm(&draft, &asha.code().await).await.expect(201);

    // Another phone: another draft, and nobody is called for the first.
    let check = asha.submit("/complaints", &asha.form()).await.expect(202);
    let old = check.hidden("draft");
    let form = asha.submit("/complaints/change", &fields(&[("draft", &old)])).await.expect(200);
    let moved = town.citizen("9812300007");
    let mut changed = moved.form_with(&[("idempotency_key", &form.hidden("idempotency_key"))]);
    changed.insert("draft", old.clone());
    let check = moved.submit("/complaints", &changed).await.expect(202);
    assert_ne!(check.hidden("draft"), old);
    assert_eq!(moved.codes().await, 1);
    asha.submit("/complaints/change", &fields(&[("draft", &old)])).await.expect(410);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_changes_and_the_answers_stay() {
    let town = Town::new().await;
    let asha = town.citizen("9812300008");
    let mut form = asha.form();
    form.insert("switch", "en".to_owned());
    let page = asha.submit("/complaints", &form).await.expect(200);
    assert!(page.body.contains("lang=\"en\"") && page.body.contains("शिव मंदिर") && page.body.contains("Sunita देवी"));
    assert_eq!(asha.codes().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_about_the_police_starts_above_the_station() {
    let town = Town::new().await;
    let asha = town.citizen("9812300009");
    let filed = asha.files_with(&[("accused_station", "LKO-ALB")]).await;
    let ladder = asha.reads(&format!("/complaints/{}", filed.number)).await.json();
    assert_eq!(ladder["status"], "unassigned", "nobody at the station it names");
    assert_eq!(ladder["holder"]["title"], "सहायक पुलिस आयुक्त");
    assert!(!ladder["ladder"].to_string().contains("थानाध्यक्ष"));
}
