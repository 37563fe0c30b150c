//! Her page after everything that can happen: each event on it once, each clock as it stands, stand-ins by name.

use domain::clock::{ClockRule, PauseReason};
use domain::complaint::Complaint;
use domain::decide::{Move, Seat, decide};
use domain::event::{Act, Actor};
use domain::ids::{OfficerId, PostId};
use domain::number::Number;
use domain::picture::Proof;
use domain::work::Closing;
use jiff::SignedDuration;
use serde_json::Value;

use crate::town::{Citizen, Filed, Town, fields, officer};

async fn moves(town: &Town, filed: &Filed, wanted: Move, by: Actor) -> Complaint {
    let it = town.app().store().load(&Number::parse(&filed.number).unwrap()).await.unwrap().unwrap();
    let change = decide(&it, wanted.clone(), by, town.app().now()).unwrap_or_else(|refused| panic!("{wanted:?}: {refused:?}"));
    town.app().store().commit(&change).await.unwrap();
    change.complaint
}

fn head() -> Actor {
    Actor::Officer(OfficerId::parse("T-4").unwrap())
}

async fn page(citizen: &Citizen<'_>, filed: &Filed) -> (Value, String) {
    let path = format!("/complaints/{}", filed.number);
    (citizen.reads(&path).await.expect(200).json(), citizen.opens(&path).await.expect(200).body)
}

fn clock<'a>(json: &'a Value, rule: &str) -> &'a Value {
    json["clocks"].as_array().unwrap().iter().find(|clock| clock["rule"] == rule).unwrap_or_else(|| panic!("no {rule} in {json}"))
}

fn kinds(json: &Value) -> Vec<String> {
    json["timeline"].as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_happened_is_on_her_page_once() {
    let town = Town::new().await;
    let meena = town.citizen("9812300095").in_english();
    let filed = meena.files_with(&[("service", "S0"), ("category", "S0-1")]).await;
    for act in Act::ALL {
        moves(&town, &filed, Move::Act(act), head()).await;
    }
    for wanted in [Move::Record, Move::OpenEnquiry, Move::Note] {
        moves(&town, &filed, wanted, head()).await;
    }
    let it = moves(&town, &filed, Move::Release, head()).await;
    let again = Move::Assign { officer: officer("T-2", "LKO-ALB", "io", true), until: None };
    moves(&town, &filed, again, Actor::System).await;
    let (top, until) = (it.path.rungs.last().unwrap().clone(), town.app().now() + SignedDuration::from_hours(72));
    let pause = Move::Pause { rule: ClockRule::Disposal, reason: PauseReason::Laboratory, until, by: top };
    moves(&town, &filed, pause, head()).await;
    moves(&town, &filed, Move::ChangeContact(it.contact), Actor::Complainant).await;
    let (json, html) = page(&meena, &filed).await;
    let main = clock(&json, "disposal");
    assert_eq!((main["state"].as_str(), main["stood_still_seconds"].as_i64()), (Some("paused"), Some(72 * 3600)));
    assert_eq!(json["due_at"], main["ends_at"]);
    assert_ne!(main["due_at"], main["ends_at"], "what was promised stays written");
    for said in [words::clock_paused(domain::lang::Lang::En), words::pause_laboratory(domain::lang::Lang::En)] {
        assert!(html.contains(said), "{said}");
    }
    moves(&town, &filed, Move::Resume { rule: ClockRule::Disposal }, head()).await;
    let worker = Actor::Officer(OfficerId::parse("T-2").unwrap());
    for (wanted, by) in [
        (Move::Act(Act::Reached), worker.clone()),
        (Move::FileAtr(Proof::of(Vec::new(), true).unwrap()), worker),
        (Move::ApproveAtr, head()),
        (Move::Dispose(Closing::Done), head()),
    ] {
        moves(&town, &filed, wanted, by).await;
    }
    let (json, html) = page(&meena, &filed).await;
    assert_eq!((json["status"].as_str(), clock(&json, "disposal")["state"].as_str()), (Some("disposed"), Some("met")));
    assert_eq!(clock(&json, "first_contact")["state"], "met");
    assert!(json["next_level"].is_null() && json["ladder"] == serde_json::json!([]), "nothing more is to come");
    assert!(html.contains(words::status_closed_note(domain::lang::Lang::En)));
    moves(&town, &filed, Move::Appeal { seats: Vec::new() }, Actor::Complainant).await;
    let (json, html) = page(&meena, &filed).await;
    assert_eq!((json["status"].as_str(), clock(&json, "disposal")["state"].as_str()), (Some("in_appeal"), Some("running")));
    assert!(html.contains(words::status_appeal(domain::lang::Lang::En)) && html.contains(&words::status_level(domain::lang::Lang::En, 6, 2)));

    let kinds = kinds(&json);
    let expected = [
        "appealed",
        "disposed",
        "atr_approved",
        "atr_filed",
        "acted",
        "resumed",
        "contact_changed",
        "paused",
        "assigned",
        "released",
        "noted",
        "enquiry_opened",
        "recorded",
    ];
    assert_eq!(kinds[..expected.len()], expected, "newest first, and the arrival is no row of its own");
    assert_eq!(kinds.iter().filter(|kind| *kind == "acted").count(), Act::ALL.len() + 1);
    let rows = json["timeline"].as_array().unwrap();
    let sms: Vec<&Value> = ["appealed", "disposed", "noted"].iter().map(|kind| &rows.iter().find(|row| row["kind"] == *kind).unwrap()["sms"]).collect();
    assert!(!sms[0].is_null(), "the post it went to is told");
    assert!(!sms[1].is_null() && sms[2].is_null(), "she is told of the closing, nobody of a note: {sms:?}");
    for row in rows {
        assert!(!row["text"].as_str().unwrap().is_empty(), "{row}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_post_and_a_stand_in_are_said_by_name() {
    let town = Town::new().await;
    let rani = town.citizen("9812300096").in_english();
    let filed = rani.files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    town.app().base().clock().advance(SignedDuration::from_hours(5));
    let it = town.app().store().load(&Number::parse(&filed.number).unwrap()).await.unwrap().unwrap();
    let mut other = it.path.rungs[3].clone();
    other.post = PostId::parse("adm").unwrap();
    let empty = it.path.rungs[2].clone();
    moves(&town, &filed, Move::Escalate { seats: vec![Seat::Empty, Seat::StandIn(other)] }, Actor::System).await;
    // Her session has ended in these hours.
    rani.post("/track/confirm", &fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(200);
    let (json, html) = page(&rani, &filed).await;
    let policy = town.app().policy();
    let name = |post: &PostId| policy.post_name(post, "LKO", domain::lang::Lang::En).to_owned();
    assert_eq!(json["holder"]["title"], name(&PostId::parse("adm").unwrap()));
    let en = domain::lang::Lang::En;
    let whose = words::holder_at(en, policy.place_name(&empty.unit, en), name(&empty.post));
    assert!(html.contains(&words::status_stands_in(en, whose)), "whose work that is, and where");
    let up = json["timeline"].as_array().unwrap()[0].clone();
    assert_eq!(up["kind"], "escalated");
    for said in [name(&it.path.rungs[1].post), name(&PostId::parse("adm").unwrap())] {
        assert!(up["text"].as_str().unwrap().contains(&said), "{said}: {up}");
    }
    assert_eq!(json["next_level"]["title"], name(&it.path.rungs[3].post), "and who is next");
    town.local().jobs.run_once().await;
}
