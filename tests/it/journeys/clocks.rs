//! Clocks side by side: warned of before, told of after, met by their own event and by nothing else.

use domain::clock::{ClockRule, PauseReason};
use domain::complaint::{Complaint, Rung};
use domain::decide::{Move, decide};
use domain::event::{Act, Actor};
use domain::ids::OfficerId;
use domain::number::Number;
use domain::work::{Closing, RejectReason};
use local::sns::Sms;

use crate::town::{Filed, SHO, TOP, Town};

const URGENT: [(&str, &str); 2] = [("service", "S1"), ("category", "S1-1")];

fn of(texts: &[Sms], key: &str) -> usize {
    texts.iter().filter(|sms| sms.template == key).count()
}

async fn stored(town: &Town, filed: &Filed) -> Complaint {
    town.app().store().load(&Number::parse(&filed.number).unwrap()).await.unwrap().unwrap()
}

/// What the console will do: an officer decides on what she sees, and it is committed.
async fn moves(town: &Town, filed: &Filed, wanted: Move) -> Complaint {
    let it = stored(town, filed).await;
    let change = decide(&it, wanted, Actor::Officer(OfficerId::parse("T-4").unwrap()), town.app().now()).unwrap();
    town.app().store().commit(&change).await.unwrap();
    change.complaint
}

#[tokio::test(flavor = "multi_thread")]
async fn the_holder_is_warned_at_half_and_at_most_once_each() {
    let town = Town::new().await;
    let filed = town.citizen("9812300051").files_with(&URGENT).await;
    town.advance("PT1H59M").await;
    assert_eq!(of(&town.texts_to(SHO).await, "warned"), 0);
    town.advance("PT2M").await;
    assert_eq!(of(&town.texts_to(SHO).await, "warned"), 1, "the officer has no phone of her own: the station's head is warned");
    town.advance("PT1H12M").await;
    let texts = town.texts_to(SHO).await;
    assert_eq!(of(&texts, "warned"), 2);
    assert!(texts.iter().any(|sms| sms.template == "warned" && sms.text.contains("80")), "{texts:?}");
    assert!(texts.iter().all(|sms| sms.template != "arrived"));
    town.advance("PT1H").await;
    let texts = town.texts_to(SHO).await;
    assert_eq!((of(&texts, "warned"), of(&texts, "arrived")), (2, 1), "then it came up to her");
    let events = town.app().store().history(&Number::parse(&filed.number).unwrap()).await.unwrap().unwrap().1;
    let warned = events.iter().filter(|stored| stored.event.kind.tag() == "warned").count();
    assert_eq!(warned, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_clock_is_shown_and_each_is_met_by_its_own_event() {
    let town = Town::new().await;
    let asha = town.citizen("9812300052");
    let filed = asha.files_with(&[("service", "S0"), ("category", "S0-1")]).await;
    let seen = asha.reads(&format!("/complaints/{}", filed.number)).await.expect(200).json();
    let clocks: Vec<&str> = seen["clocks"].as_array().unwrap().iter().map(|clock| clock["rule"].as_str().unwrap()).collect();
    for rule in ["disposal", "assignment", "first_contact", "signature"] {
        assert!(clocks.contains(&rule), "{clocks:?}");
    }
    assert!(!clocks.contains(&"investigation"), "it starts with the recording");
    assert!(stored(&town, &filed).await.clock(ClockRule::Assignment).unwrap().met_at.is_some(), "assigned at once");

    moves(&town, &filed, Move::Act(Act::NotReached)).await;
    let it = moves(&town, &filed, Move::Note).await;
    assert_eq!(it.clock(ClockRule::FirstContact).unwrap().met_at, None, "trying is not reaching");
    let it = moves(&town, &filed, Move::Act(Act::Reached)).await;
    assert!(it.clock(ClockRule::FirstContact).unwrap().met_at.is_some());
    assert_eq!(it.clock(ClockRule::Signature).unwrap().met_at, None);
    town.advance("P1D").await;
    let recorded_at = town.app().now();
    let it = moves(&town, &filed, Move::Record).await;
    for rule in [ClockRule::Investigation, ClockRule::Progress] {
        let clock = it.clock(rule).unwrap();
        assert_eq!(clock.started_at, recorded_at, "from the recording, not from the form");
        assert!(clock.due_at > recorded_at);
    }
    // Three days without a signature: the rung above is told, once, and nothing else moves.
    town.advance("P4D").await;
    let it = stored(&town, &filed).await;
    assert!(it.clock(ClockRule::Signature).unwrap().missed_at.is_some());
    assert_eq!(it.level, 0, "the ladder follows the promised date");
    assert_eq!(of(&town.texts_to(SHO).await, "missed"), 1);
    // The session of the first day is long over.
    asha.post("/track/confirm", &crate::town::fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(200);
    let page = asha.opens(&format!("/complaints/{}", filed.number)).await;
    assert!(page.body.contains("FIR"), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_is_allowed_from_above_has_an_end_and_moves_the_ladder_along() {
    let town = Town::new().await;
    let filed = town.citizen("9812300053").files_with(&URGENT).await;
    let before = stored(&town, &filed).await;
    let until = town.app().now() + jiff::SignedDuration::from_hours(2);
    let pause = |by: Rung| Move::Pause { rule: ClockRule::Disposal, reason: PauseReason::Laboratory, until, by };
    let holder = before.holder().clone();
    assert!(decide(&before, pause(holder), Actor::Officer(OfficerId::parse("T-4").unwrap()), town.app().now()).is_err(), "nobody allows it to himself");
    let above = before.path.rungs.last().unwrap().clone();
    let paused = moves(&town, &filed, pause(above)).await;
    // The clock goes on between the asking and the writing: from then it stands still.
    let stands = paused.clock(ClockRule::Disposal).unwrap().pauses.last().unwrap();
    assert_eq!((stands.until, paused.path.next_at), (until, before.path.next_at + stands.length()));
    assert_eq!(paused.clock(ClockRule::Disposal).unwrap().due_at, before.clock(ClockRule::Disposal).unwrap().due_at, "what was promised stays written");
    town.advance("PT5H").await;
    assert_eq!(stored(&town, &filed).await.level, 0);
    town.advance("PT1H1M").await;
    assert_eq!(stored(&town, &filed).await.level, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn reopened_it_goes_one_up_and_its_clock_runs_on() {
    let town = Town::new().await;
    let filed = town.citizen("9812300054").files_with(&[("service", "S1"), ("category", "S1-4")]).await;
    let before = stored(&town, &filed).await;
    moves(&town, &filed, Move::Act(Act::Reached)).await;
    moves(&town, &filed, Move::Dispose(Closing::Rejected(RejectReason::CivilMatter))).await;
    town.advance("P9D").await;
    assert_eq!(stored(&town, &filed).await.level, 0, "closed, it climbs no more");
    let it = stored(&town, &filed).await;
    let change = decide(&it, Move::Reopen { seats: Vec::new() }, Actor::Complainant, town.app().now()).unwrap();
    town.app().store().commit(&change).await.unwrap();
    let it = stored(&town, &filed).await;
    assert_eq!(it.level, 1);
    assert_eq!(it.clock(ClockRule::Disposal).unwrap().due_at, before.clock(ClockRule::Disposal).unwrap().due_at);
    town.advance("P12D").await;
    let it = stored(&town, &filed).await;
    assert!(it.next().is_none() && it.path.alarms > 0, "level {}", it.level);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_morning_digest_goes_once_to_every_post_that_has_something() {
    let town = Town::new().await;
    for n in 0..3 {
        town.citizen(&format!("981230006{n}")).files_with(&[("service", "S2"), ("category", "S2-4")]).await;
    }
    let before = of(&town.texts_to(SHO).await, "digest");
    town.advance("P2D").await;
    let digests: Vec<Sms> = town.texts_to(SHO).await.into_iter().filter(|sms| sms.template == "digest").collect();
    assert!((1..=2).contains(&(digests.len() - before)), "{digests:?}");
    assert!(digests.iter().any(|sms| sms.text.contains('3')), "{digests:?}");
    let again = send_digests::run(town.app(), &town.local().jobs.outlet).await.unwrap();
    assert_eq!(again.sent, 0, "{again:?}");
    assert_eq!(of(&town.texts_to(TOP).await, "digest") > 0, again.late_at_top > 0);
}
