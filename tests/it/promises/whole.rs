//! A change is whole or it is not: under the version it was decided on, and wherever the work is cut off.

use std::collections::BTreeMap;

use domain::complaint::Complaint;
use domain::decide::{Change, Move, decide};
use domain::event::Actor;
use domain::number::Number;
use domain::overdue::{Timely, overdue};
use jiff::SignedDuration;
use local::faults::Fault;
use serde_json::json;
use store::{Error, Filed, Registration};

use crate::table::{Row, text};
use crate::town::{Citizen, Town};

/// An urgent matter whose time is over, and what time asks for.
async fn overdue_complaint(town: &Town, phone: &str) -> (Complaint, Change) {
    let filed = town.citizen(phone).files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    town.app().base().clock().advance(SignedDuration::from_hours(5));
    let complaint = town.app().store().load(&Number::parse(&filed.number).unwrap()).await.unwrap().unwrap();
    assert_eq!(overdue(&complaint, town.app().now()), Some(Timely::Escalate));
    let change = decide(&complaint, Move::Escalate { seats: vec![] }, Actor::System, town.app().now()).unwrap();
    (complaint, change)
}

/// Two decided on the same version and their events lie in different places: the version alone tells them apart.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_changes_decided_on_one_version_one_is_made() {
    let town = Town::new().await;
    let (before, first) = overdue_complaint(&town, "9812300801").await;
    let mut second = first.clone();
    second.events.truncate(1);
    second.events[0].n = 7;
    second.complaint.level += 1;
    let store = town.app().store();
    store.commit(&first).await.unwrap();
    assert!(matches!(store.commit(&second).await, Err(Error::Conflict)));
    let (stands, events) = store.history(&before.number).await.unwrap().unwrap();
    assert_eq!(stands, first.complaint);
    assert!(events.iter().all(|it| it.event != second.events[0]), "nothing of the second was written");

    // Nor is one made that was decided on a version which nobody has written.
    let mut ahead = first.clone();
    ahead.complaint.version = before.version + 5;
    ahead.events.iter_mut().for_each(|event| event.version = before.version + 5);
    assert!(matches!(store.commit(&ahead).await, Err(Error::Conflict)));
    assert_eq!(store.load(&before.number).await.unwrap().unwrap(), first.complaint);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_is_never_written_over() {
    let town = Town::new().await;
    let (before, change) = overdue_complaint(&town, "9812300802").await;
    let registered = town.rows(&local::tables().main).await.into_iter().find(|row| text(row, "kind") == "registered").unwrap();
    let mut there = registered.clone();
    there.insert("sk".to_owned(), json!({ "S": format!("E#{:08}#00", change.complaint.version) }));
    town.put_row(&local::tables().main, &there).await;
    assert!(matches!(town.app().store().commit(&change).await, Err(Error::Conflict)));
    let rows = town.rows(&local::tables().main).await;
    assert!(rows.contains(&there), "the event is what it was");
    assert_eq!(town.app().store().load(&before.number).await.unwrap().unwrap(), before);
}

/// Nobody gets a number whose key belongs to another.
#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_given_once() {
    let town = Town::new().await;
    let asha = town.citizen("9812300803");
    asha.post("/complaints", &asha.form()).await.expect(202);
    let row = |rows: Vec<Row>| rows.into_iter().find(|row| text(row, "pk").starts_with("C#")).unwrap();
    let before = row(town.rows(&local::tables().keys).await);
    let number = Number::parse(&text(&before, "pk")[2..]).unwrap();
    assert!(matches!(town.app().store().reserve(&number, town.app().now()).await, Err(Error::Conflict)));
    assert_eq!(row(town.rows(&local::tables().keys).await), before);
}

/// Each row that a registration stands on says no by itself.
#[tokio::test(flavor = "multi_thread")]
async fn a_registration_stands_on_a_fresh_number_an_open_filing_and_an_unused_code() {
    let town = Town::new().await;
    let main = local::tables().main;
    for (n, taken) in ["META", "E#00000001#00", "F", "lapsed", "other answers", "Q"].into_iter().enumerate() {
        let asha = town.citizen(&format!("981230081{n}"));
        let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
        let store = town.app().store();
        let filing = store.filing(&seal::digest(&draft)).await.unwrap().unwrap();
        let number = &filing.private.number;
        let change = filing.open.register(number.clone(), town.app().policy(), town.app().now()).unwrap();
        let rows = town.rows(&main).await;
        let of = |kind: &str| rows.iter().find(|row| text(row, "pk") == format!("{kind}#{}", filing.draft_digest)).unwrap().clone();
        let row = match taken {
            "F" => with(of("F"), "state", json!({ "S": "registered" })),
            "lapsed" => with(of("F"), "state", json!({ "S": "lapsed" })),
            "other answers" => with(of("F"), "fingerprint", json!({ "S": "of other answers" })),
            "Q" => with(of("Q"), "used", json!({ "BOOL": true })),
            place => with(with(Row::new(), "pk", json!({ "S": format!("C#{number}") })), "sk", json!({ "S": place })),
        };
        town.put_row(&main, &row).await;
        let before = town.rows(&main).await.len();
        let registration = Registration { change: &change, draft_digest: &filing.draft_digest, fingerprint: &filing.fingerprint, private: &filing.private };
        assert!(matches!(store.register(registration, town.app().now()).await, Err(Error::Conflict)), "{taken}");
        assert_eq!(town.rows(&main).await.len(), before, "{taken}: nothing was written");
    }
}

fn with(mut row: Row, name: &str, value: serde_json::Value) -> Row {
    row.insert(name.to_owned(), value);
    row
}

/// Two tabs drew two numbers for one form: the second is told of the first, which may be a complaint by then.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_kept_already_keeps_its_number() {
    let town = Town::new().await;
    let (asha, bina) = (town.citizen("9812300821"), town.citizen("9812300822"));
    let filing = async |who: &Citizen<'_>| {
        let draft = who.post("/complaints", &who.form()).await.expect(202).text("draft");
        town.app().store().filing(&seal::digest(&draft)).await.unwrap().unwrap()
    };
    let (first, mut second) = (filing(&asha).await, filing(&bina).await);
    second.draft_digest = first.draft_digest.clone();
    let Filed::Already(stands) = town.app().store().keep_filing(&second).await.unwrap() else { panic!("it was written over") };
    assert_eq!(stands.private.number, first.private.number);
    assert_eq!(town.app().store().filing(&first.draft_digest).await.unwrap().unwrap().private.number, first.private.number);
}

/// Of every complaint all rows are there or none: what it is, who she is, and one event a version.
async fn assert_whole(town: &Town, after: &str) {
    let rows = town.rows(&local::tables().main).await;
    let mut complaints: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows.iter().filter(|row| text(row, "pk").starts_with("C#")) {
        complaints.entry(text(row, "pk")).or_default().push(text(row, "sk"));
    }
    let registered = rows.iter().filter(|row| text(row, "pk").starts_with("F#") && text(row, "state") == "registered");
    let registered: Vec<String> = registered.map(|row| format!("C#{}", text(row, "number"))).collect();
    assert_eq!(complaints.len(), registered.len(), "{after}: as many complaints as registered filings");
    for (pk, places) in complaints {
        assert!(places.contains(&"META") && places.contains(&"SEALED") && places.contains(&"E#00000001#00"), "{after}: {pk} has {places:?}");
        assert!(registered.iter().any(|number| number == pk), "{after}: {pk} has no filing");
        let (complaint, events) = town.app().store().history(&Number::parse(&pk[2..]).unwrap()).await.unwrap().unwrap();
        let latest = events.iter().map(|it| it.event.version).max();
        assert_eq!(latest, Some(complaint.version), "{after}: {pk} is where its events say");
        assert_eq!(events.iter().filter(|it| it.event.kind.tag() == "escalated").count(), usize::from(complaint.level), "{after}: {pk}");
    }
}

/// The table goes away after every single call of a registration in turn.
async fn cut_registrations(fault: Fault, phones: &str) {
    let town = Town::new().await;
    for spared in 0.. {
        let after = format!("{fault:?} after {spared} calls");
        let asha = town.citizen(&format!("{phones}{spared:02}"));
        let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
        let code = asha.code().await;
        town.local().store_faults.after(spared, fault);
        let first = asha.confirm(&draft, &code).await;
        town.local().store_faults.set(Fault::Off);
        assert_whole(&town, &after).await;
        // She presses again: it is registered by now, and has been once.
        let again = asha.confirm(&draft, &code).await;
        assert!(matches!(again.status, 200 | 201), "{after}: {}", again.body);
        assert_whole(&town, &after).await;
        if first.status == 201 {
            assert_eq!(first.text("number"), again.text("number"));
            assert!(spared > 4, "a registration takes more than {spared} calls");
            return;
        }
        assert_eq!(first.status, 503, "{after}: {}", first.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_that_is_cut_off_anywhere_is_whole_or_not_there() {
    cut_registrations(Fault::Fail, "98123009").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_that_nobody_hears_of_is_whole_or_not_there() {
    cut_registrations(Fault::LoseReply, "98123010").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_is_cut_off_anywhere_is_made_once() {
    let town = Town::new().await;
    for (fault, phones) in [(Fault::Fail, "98123011"), (Fault::LoseReply, "98123012")] {
        for spared in 0.. {
            let after = format!("{fault:?} after {spared} calls");
            let (before, _) = overdue_complaint(&town, &format!("{phones}{spared:02}")).await;
            town.local().store_faults.after(spared, fault);
            let first = escalate_overdue::act(town.app(), &escalate_overdue::Units::default(), &before.number).await;
            town.local().store_faults.set(Fault::Off);
            assert_whole(&town, &after).await;
            escalate_overdue::act(town.app(), &escalate_overdue::Units::default(), &before.number).await;
            assert_whole(&town, &after).await;
            assert_eq!(town.app().store().load(&before.number).await.unwrap().unwrap().level, 1, "{after}");
            if first.failed == 0 {
                assert!(spared > 1, "a step takes more than {spared} calls");
                break;
            }
        }
    }
}

/// Stream and sweeper come by together, and again long after.
#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_many_deliver_leaves_once() {
    let town = Town::new().await;
    let asha = town.citizen("9812300804");
    let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
    asha.confirm(&draft, &asha.code_only().await).await.expect(201);
    let store = town.app().store();
    let mut waiting = vec![];
    for shard in 0..store::SHARDS {
        waiting.extend(store.undelivered(shard, town.app().now(), None).await.unwrap().0);
    }
    assert_eq!(waiting.len(), 2, "registered and assigned");
    let soon = town.app().now() + SignedDuration::from_secs(60);
    store.postpone(&waiting[0], soon).await.unwrap();
    assert!(store.claim(&waiting[0], town.app().now(), soon).await.unwrap().is_none(), "its time has not come");
    town.app().base().clock().advance(SignedDuration::from_mins(2));
    // Slow enough that all of them are at it at the same time.
    town.local().sns_faults.set(Fault::Delay(std::time::Duration::from_millis(300)));
    let jobs = &town.local().jobs;
    tokio::join!(jobs.drain(), jobs.run_once(), jobs.run_once(), jobs.run_once());
    town.local().sns_faults.set(Fault::Off);
    town.app().base().clock().advance(SignedDuration::from_mins(30));
    jobs.run_once().await;
    let kinds: Vec<String> = town.texts_to("9812300804").await.into_iter().map(|sms| sms.template).collect();
    assert_eq!(kinds.iter().filter(|kind| *kind != "otp").count(), 2, "{kinds:?}");
    // The record of the stream comes once more, long after: there is nothing to do.
    let now = town.app().now();
    for it in &waiting {
        assert!(store.claim(it, now, now + SignedDuration::from_mins(2)).await.unwrap().is_none(), "{it:?} is settled");
    }
}
