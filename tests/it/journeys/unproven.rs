//! A filing whose code never arrives is not lost.

use crate::table::text;
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

/// A filing that a day has passed over, as the desk of its district has it.
async fn waits(town: &Town, phone: &str, with: &[(&'static str, &'static str)]) -> String {
    let her = town.citizen(phone);
    let draft = her.post("/complaints", &her.form_with(with)).await.expect(202).text("draft");
    her.code_only().await;
    draft
}

async fn at_the_desk(town: &Town) {
    let people = [officer("T-9", "LKO", "women_desk", true), officer("T-8", "KNC", "women_desk", true)];
    town.app().store().put_officers(&people.clone().map(|who| (who, None))).await.unwrap();
    town.app().store().put_accounts(&people.map(|who| domain::account::Account::of(&who, town.app().now()))).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_calls_back_and_what_she_says_is_hers_is_registered() {
    let town = Town::new().await;
    at_the_desk(&town).await;
    let filing = seal::digest(&waits(&town, "9812300055", &[("contact_sms", "yes")]).await);
    let page = format!("/desk/callbacks/{filing}");
    assert_eq!(town.officer("T-9").await.opens(&page).await.status, 404, "not before its time");
    town.advance("PT24H1M").await;
    let desk = town.officer("T-9").await;
    let list = desk.opens("/desk/callbacks").await.expect(200);
    assert!(list.body.contains(&page) && desk.opens("/desk/").await.expect(200).body.contains("/desk/callbacks"));
    // Another district, and a post that does not call back, find nothing.
    for id in ["T-8", "T-4"] {
        assert_eq!(town.officer(id).await.opens(&page).await.status, 404, "{id}");
    }
    assert_eq!(town.officer("T-4").await.opens("/desk/callbacks").await.status, 404);
    let closed = desk.opens(&page).await.expect(200);
    assert!(!closed.body.contains("Sunita") && !closed.body.contains("98123"), "who she is stays closed");
    let open = desk.submits(&format!("{page}/look"), &fields(&[])).await.expect(200);
    assert!(open.body.contains("Sunita") && open.body.contains("tel:+919812300055"));
    desk.submits(&format!("{page}/tried"), &fields(&[])).await.expect(303);
    assert_eq!(desk.reads(&page).await.expect(200).json()["tries"], 1);
    assert_eq!(desk.submits(&format!("{page}/fly"), &fields(&[])).await.status, 404);
    let done = desk.submits(&format!("{page}/register"), &fields(&[])).await.expect(303);
    let number = done.headers["location"].rsplit_once('=').unwrap().1.to_owned();
    let said = desk.opens(&done.headers["location"]).await.expect(200);
    assert!(said.body.contains(&number) && !said.body.contains(&page), "it is in the list no more");
    let it = town.app().store().load(&domain::number::Number::parse(&number).unwrap()).await.unwrap().unwrap();
    assert!(it.is_open() && it.contact.sms);
    let texts = town.texts_to("9812300055").await;
    assert!(texts.iter().any(|sms| sms.template.contains("registered")), "she is told");
    assert_eq!(desk.submits(&format!("{page}/register"), &fields(&[])).await.status, 404, "once");
    // Her own way in: number and phone.
    town.citizen("9812300055").post("/track", &fields(&[("number", &number), ("phone", "9812300055")])).await.expect(202);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_she_names_is_not_the_one_who_calls_her_back() {
    let town = Town::new().await;
    at_the_desk(&town).await;
    let people = [officer("T-6", "LKO", "district", true), officer("T-7", "R.Lucknow", "range", true)];
    town.app().store().put_officers(&people.clone().map(|who| (who, None))).await.unwrap();
    town.app().store().put_accounts(&people.map(|who| domain::account::Account::of(&who, town.app().now()))).await.unwrap();
    let against = waits(&town, "9812300058", &[("service", "S0"), ("category", "S0-4"), ("accused_officer", "DCP Lucknow")]).await;
    let filing = seal::digest(&against);
    town.advance("PT24H1M").await;
    let page = format!("/desk/callbacks/{filing}");
    for id in ["T-6", "T-9"] {
        let below = town.officer(id).await;
        assert_eq!(below.opens(&page).await.status, 404, "{id}");
        assert!(!below.opens("/desk/callbacks").await.expect(200).body.contains(&filing), "{id}");
        assert_eq!(below.submits(&format!("{page}/look"), &fields(&[])).await.status, 404, "{id}");
    }
    let above = town.officer("T-7").await;
    assert!(above.opens("/desk/callbacks").await.expect(200).body.contains(&filing), "it is with the range");
    above.submits(&format!("{page}/look"), &fields(&[])).await.expect(200);
    let done = above.submits(&format!("{page}/register"), &fields(&[])).await.expect(303);
    let number = domain::number::Number::parse(done.headers["location"].rsplit_once('=').unwrap().1).unwrap();
    let it = town.app().store().load(&number).await.unwrap().unwrap();
    assert_eq!(it.holder().unit.as_str(), "R.Lucknow");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_hers_is_erased_and_a_code_typed_meanwhile_comes_first() {
    let town = Town::new().await;
    at_the_desk(&town).await;
    let (dropped, draft) = (seal::digest(&waits(&town, "9812300056", &[]).await), waits(&town, "9812300057", &[]).await);
    let typed = seal::digest(&draft);
    town.advance("PT24H1M").await;
    let desk = town.officer("T-9").await;
    for made in ["drop", "register"] {
        assert_eq!(desk.submits(&format!("/desk/callbacks/{dropped}/{made}"), &fields(&[])).await.status, 404, "nobody speaks for her unseen");
    }
    desk.submits(&format!("/desk/callbacks/{dropped}/look"), &fields(&[])).await.expect(200);
    desk.submits(&format!("/desk/callbacks/{dropped}/drop"), &fields(&[])).await.expect(303);
    let row = town.rows(&local::tables().main).await.into_iter().find(|row| text(row, "pk") == format!("F#{dropped}")).unwrap();
    assert_eq!((text(&row, "looked_by"), text(&row, "dropped_by"), row.get("due_pk")), ("T-9", "T-9", None), "who did it stays: {row:?}");
    let gone = town.app().store().filing(&dropped).await.unwrap().unwrap();
    assert_eq!(gone.state, store::FilingState::Lapsed);
    assert!(town.app().store().data_key(&gone.private.number).await.unwrap().is_none(), "nothing of it is left to read");
    // She finds the page and types a new code while the desk has it open.
    let her = town.citizen("9812300057");
    let open = desk.opens(&format!("/desk/callbacks/{typed}")).await.expect(200);
    assert!(open.body.contains("/look"));
    her.post("/complaints/resend", &fields(&[("draft", &draft)])).await.expect(202);
    her.confirm(&draft, &her.code().await).await.expect(201);
    assert_eq!(desk.submits(&format!("/desk/callbacks/{typed}/register"), &fields(&[])).await.status, 404);
    assert!(!desk.opens("/desk/callbacks").await.expect(200).body.contains(&typed));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_that_does_not_call_loses_it_to_the_next_above() {
    let town = Town::new().await;
    at_the_desk(&town).await;
    let filing = seal::digest(&waits(&town, "9812300059", &[]).await);
    town.advance("PT24H1M").await;
    let unit = async || town.app().store().filing(&filing).await.unwrap().unwrap().desk.unwrap().unit.to_string();
    let first = unit().await;
    assert_eq!(first, "LKO");
    town.advance("PT23H58M").await;
    assert_eq!(unit().await, first);
    town.advance("PT3M").await;
    let second = unit().await;
    assert_ne!(second, first);
    assert_eq!(town.officer("T-9").await.opens(&format!("/desk/callbacks/{filing}")).await.status, 404, "it is theirs no more");
    town.advance("PT25H").await;
    let top = unit().await;
    assert!(top != second && top != first);
    // At the top it is late again every day, and never lost.
    town.advance("PT49H").await;
    let it = town.app().store().filing(&filing).await.unwrap().unwrap();
    assert_eq!((it.desk.as_ref().unwrap().unit.to_string(), it.state), (top, store::FilingState::HandedOver));
    assert!(it.desk.unwrap().call_by > town.app().now());
}

/// The job decides on what it read; what she writes between its reading and its writing is decided anew.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_again_is_not_handed_over_as_it_was_before() {
    let town = Town::new().await;
    let asha = town.citizen("9812300062");
    let form = asha.form();
    asha.submit("/complaints", &form).await.expect(202);
    let digest = town.rows(&local::tables().main).await.iter().find_map(|row| text(row, "pk").strip_prefix("F#").map(str::to_owned)).unwrap();
    let store = town.app().store();
    let before = store.filing(&digest).await.unwrap().unwrap();
    let mut changed = form.clone();
    changed.insert("account", "दूसरी बात लिखी".to_owned());
    asha.submit("/complaints", &changed).await.expect(202);
    let lko = domain::ids::UnitCode::parse("LKO").unwrap();
    assert!(matches!(store.hand_over(&before, None, &lko, town.app().now()).await, Err(store::Error::Conflict)));
    assert!(matches!(store.lapse(&before).await, Err(store::Error::Conflict)));
    assert!(store.data_key(&before.private.number).await.unwrap().is_some(), "her words can be read");
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
