//! What passes its time goes up, tells her, and never stops.

use crate::town::{TOP, Town};

#[tokio::test(flavor = "multi_thread")]
async fn assigned_or_not_it_climbs_to_the_top_and_beyond() {
    let town = Town::new().await;
    // An urgent matter at a station with an officer, and one at a station where nobody sits.
    let asha = town.citizen("9812300021");
    let worked = asha.files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    let bina = town.citizen("9812300022");
    let nobody = bina.files_with(&[("service", "S1"), ("category", "S1-1"), ("station", "LKO-HZG")]).await;
    assert_eq!(bina.reads(&format!("/complaints/{}", nobody.number)).await.text("status"), "unassigned");
    town.advance("PT3H59M").await;
    assert_eq!(town.texts_to("9812300022").await.iter().filter(|sms| sms.template == "escalated").count(), 0, "none early");
    town.advance("P3D").await;
    for (who, filed, phone) in [(&asha, &worked, "9812300021"), (&bina, &nobody, "9812300022")] {
        let kinds: Vec<String> = town.texts_to(phone).await.into_iter().map(|sms| sms.template).collect();
        let of = |kind: &str| kinds.iter().filter(|k| *k == kind).count();
        assert_eq!(of("escalated"), 5, "{kinds:?}");
        let again = town.citizen(phone);
        again.post("/track/confirm", &crate::town::fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(200);
        let seen = again.reads(&format!("/complaints/{}", filed.number)).await.expect(200).json();
        assert_eq!(seen["at_top"], true);
        assert_eq!(seen["overdue"], true);
        assert_eq!(seen["ladder"].as_array().unwrap().len(), 0);
        assert_eq!(seen["due_at"], filed.body["due_at"], "no step moves the date that was promised");
        drop(who.opens("/").await);
    }
    // Ten days on it still has not stopped: both alarm the top, and her phone is left in peace.
    let of = |texts: Vec<local::sns::Sms>, key: &str| texts.iter().filter(|sms| sms.template == key).count();
    let (before, hers) = (of(town.texts_to(TOP).await, "top_alarm"), town.texts_to("9812300021").await.len());
    assert!(before >= 16);
    town.advance("P10D").await;
    assert_eq!(of(town.texts_to(TOP).await, "top_alarm") - before, 80, "four alarms a day each");
    assert_eq!(town.texts_to("9812300021").await.len(), hers);
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_jobs_at_once_move_it_once() {
    let town = Town::new().await;
    let mut filed = vec![];
    for n in 0..6 {
        filed.push(town.citizen(&format!("981230003{n}")).files_with(&[("service", "S1"), ("category", "S1-1")]).await);
    }
    town.app().base().clock().advance(jiff::SignedDuration::from_hours(5));
    let runs = futures::future::join_all((0..10).map(|_| escalate_overdue::run(town.app()))).await;
    let sum = |count: fn(&escalate_overdue::Tally) -> usize| runs.iter().map(|run| count(run.as_ref().unwrap())).sum::<usize>();
    // On a machine with much to do a call may run into its time; what is done twice would be seen in the rows.
    assert!(sum(|tally| tally.moved) <= filed.len());
    assert!(sum(|tally| tally.moved) + sum(|tally| tally.failed) >= filed.len());
    escalate_overdue::run(town.app()).await.unwrap();
    for f in &filed {
        let number = domain::number::Number::parse(&f.number).unwrap();
        let (complaint, events) = town.app().store().history(&number).await.unwrap().unwrap();
        assert_eq!(complaint.level, 1);
        let of = |tag: &str| events.iter().filter(|stored| stored.event.kind.tag() == tag).count();
        assert_eq!((of("registered"), of("assigned"), of("escalated"), of("arrived")), (1, 1, 1, 1));
    }
}

/// Find and act are apart, so that what happens in between can be tested: a row that somebody else moved.
#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_was_moved_in_between_is_left_alone() {
    let town = Town::new().await;
    let filed = town.citizen("9812300041").files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    let number = domain::number::Number::parse(&filed.number).unwrap();
    town.app().base().clock().advance(jiff::SignedDuration::from_hours(5));
    assert_eq!(escalate_overdue::act(town.app(), &escalate_overdue::Units::default(), &number).await.moved, 1);
    let second = escalate_overdue::act(town.app(), &escalate_overdue::Units::default(), &number).await;
    assert_eq!((second.moved, second.already_moved, second.failed), (0, 1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_wait_for_her_hours_and_stay_away_where_unwanted() {
    let town = Town::new().await;
    let silent = town.citizen("9812300042");
    let filed = silent.files_with(&[("contact_sms", "no")]).await;
    assert_eq!(town.texts_to("9812300042").await.len(), 1, "the code alone");
    let seen = silent.reads(&format!("/complaints/{}", filed.number)).await.json();
    assert!(seen["timeline"].as_array().unwrap().iter().all(|event| event["sms"] == "not_wanted"));

    // Hours that are over for today, whatever the time is.
    let now = domain::calendar::wall(town.app().now());
    let hour = (now.hour() + 2) % 23;
    let window = format!("{hour:02}:00-{:02}:00", hour + 1);
    let careful = town.citizen("9812300043");
    careful.files_with(&[("safe_hours", &window)]).await;
    assert_eq!(town.texts_to("9812300043").await.len(), 1, "not now");
    town.advance("P1D").await;
    let texts = town.texts_to("9812300043").await;
    assert_eq!(texts.len(), 3);
    for sms in &texts[1..] {
        let at = domain::calendar::wall(sms.at.parse().unwrap());
        assert_eq!(at.hour(), hour, "{}", sms.at);
    }
}
