//! Who is on duty gets it: spread, handed over at the end of a shift, past empty posts.

use domain::calendar::{at_wall, wall};
use domain::complaint::{Complaint, Stage};
use domain::decide::{Move, decide};
use domain::duty::{Shift, Vacancy};
use domain::event::{Act, Actor};
use domain::ids::{OfficerId, PostId, UnitCode};
use domain::lang::Lang;
use domain::number::Number;
use domain::work::{Closing, RejectReason};
use jiff::SignedDuration;
use jiff::civil::time;

use crate::town::{Filed, Town, officer};

async fn stored(town: &Town, filed: &Filed) -> Complaint {
    town.app().store().load(&Number::parse(&filed.number).unwrap()).await.unwrap().unwrap()
}

fn holder(it: &Complaint) -> Option<&str> {
    match &it.stage {
        Stage::Assigned { officer, .. } => Some(officer.id.as_str()),
        Stage::Unassigned | Stage::Disposed { .. } | Stage::InAppeal { .. } => None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_one_with_the_fewest_open_ones_gets_the_next() {
    let town = Town::new().await;
    let mut had = std::collections::BTreeMap::new();
    for n in 0..6 {
        let filed = town.citizen(&format!("981230007{n}")).files_with(&[("service", "S1"), ("category", "S1-1")]).await;
        *had.entry(holder(&stored(&town, &filed).await).unwrap().to_owned()).or_insert(0) += 1;
    }
    assert_eq!(had, [("T-1".to_owned(), 3), ("T-2".to_owned(), 3)].into(), "two women share what must go to a woman");
    let unit = town.app().store().unit(&UnitCode::parse("LKO-ALB").unwrap()).await.unwrap();
    let open: Vec<u32> = unit.posted.iter().map(|posted| posted.open).collect();
    assert_eq!(open.iter().sum::<u32>(), 6, "{open:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_end_of_a_shift_the_next_one_has_it_and_its_clocks_do_not_notice() {
    let town = Town::new().await;
    let store = town.app().store();
    let crew = ["H-1", "H-2"].map(|id| (officer(id, "PRJ", "hearing", true), None));
    store.put_officers(&crew).await.unwrap();
    // To the next noon, when hearings are open.
    let tomorrow = wall(town.app().now() + SignedDuration::from_hours(24)).date();
    let at = |hour, minute| at_wall(tomorrow.to_datetime(time(hour, minute, 0, 0)));
    let shift = |from, to, id: &str| Shift {
        unit: UnitCode::parse("PRJ").unwrap(),
        post: PostId::parse("hearing").unwrap(),
        from,
        to,
        officers: vec![OfficerId::parse(id).unwrap()],
    };
    store.put_roster(&[shift(at(12, 0), at(13, 0), "H-1"), shift(at(13, 0), at(14, 0), "H-2")]).await.unwrap();
    town.app().base().clock().advance(at(12, 10).duration_since(town.app().now()));
    let hearing = [("service", "S3"), ("category", "S3-2"), ("district", "PRJ"), ("station", "unknown")];
    let filed = town.citizen("9812300081").files_with(&hearing).await;
    let first = stored(&town, &filed).await;
    assert_eq!(holder(&first), Some("H-1"));
    assert_eq!(first.duty_until, Some(at(13, 0)));
    town.advance("PT1H").await;
    let second = stored(&town, &filed).await;
    assert_eq!(holder(&second), Some("H-2"));
    assert_eq!(
        second.clocks.iter().map(|c| (c.rule, c.started_at, c.due_at)).collect::<Vec<_>>(),
        first.clocks.iter().map(|c| (c.rule, c.started_at, c.due_at)).collect::<Vec<_>>()
    );
    town.advance("PT1H").await;
    let third = stored(&town, &filed).await;
    assert_eq!(holder(&third), None, "nobody is there until the next shift");
    assert!(third.duty_until.is_some(), "it will be looked at again");
    let unit = store.unit(&UnitCode::parse("PRJ").unwrap()).await.unwrap();
    assert_eq!(unit.posted.iter().map(|posted| posted.open).sum::<u32>(), 0, "what was handed on is no longer counted");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_post_is_passed_or_stood_in_for_and_says_so() {
    let town = Town::new().await;
    let filed = town.citizen("9812300091").files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    let rungs = stored(&town, &filed).await.path.rungs;
    let empty = |at: usize, stand_in| Vacancy { unit: rungs[at].unit.clone(), post: rungs[at].post.clone(), stand_in };
    let other = (UnitCode::parse("LKO/Hazratganj").unwrap(), PostId::parse("circle").unwrap());
    town.app().store().put_vacancies(&[empty(1, None), empty(2, Some(other.clone()))]).await.unwrap();
    town.advance("PT4H1M").await;
    let it = stored(&town, &filed).await;
    assert_eq!(it.level, 2, "the empty station head's place is passed");
    assert_eq!((&it.holder().unit, &it.holder().post), (&other.0, &other.1));
    assert_eq!(it.holder().stands_in_for, Some(rungs[2].as_empty()));
    let page = page_of(&town, "9812300091", &filed).await;
    assert!(page.contains("ख़ाली"), "the page says which post is empty: {page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_closed_and_appealed_looks_for_empty_posts_too() {
    let town = Town::new().await;
    let filed = town.citizen("9812300092").files_with(&[("service", "S1"), ("category", "S1-4")]).await;
    let it = stored(&town, &filed).await;
    let (store, boss) = (town.app().store(), || Actor::Officer(OfficerId::parse("T-1").unwrap()));
    let told = decide(&it, Move::Act(Act::Reached), boss(), town.app().now()).unwrap();
    store.commit(&told).await.unwrap();
    let closed = decide(&told.complaint, Move::Dispose(Closing::Rejected(RejectReason::CivilMatter)), boss(), town.app().now()).unwrap();
    store.commit(&closed).await.unwrap();
    let rungs = &it.path.rungs;
    let empty = |at: usize, stand_in| Vacancy { unit: rungs[at].unit.clone(), post: rungs[at].post.clone(), stand_in };
    let other = (UnitCode::parse("LKO").unwrap(), PostId::parse("hearing").unwrap());
    store.put_vacancies(&[empty(1, None), empty(2, Some(other.clone()))]).await.unwrap();
    let closed = stored(&town, &filed).await;
    let seats = duty::seats(closed.above(), async |unit| store.unit(&unit).await.map(std::sync::Arc::new)).await.unwrap();
    store.commit(&decide(&closed, Move::Appeal { seats }, Actor::Complainant, town.app().now()).unwrap()).await.unwrap();
    let it = stored(&town, &filed).await;
    assert_eq!((it.level, &it.holder().unit, &it.holder().post), (2, &other.0, &other.1));
    let page = page_of(&town, "9812300092", &filed).await;
    let place = town.app().policy().place_name(&rungs[2].unit, Lang::Hi);
    let empty = |at: usize| town.app().policy().post_name(&rungs[at].post, "LKO", Lang::Hi).to_owned();
    for said in [words::happened_past(Lang::Hi, 1, "").trim_end(), &words::status_stands_in(Lang::Hi, words::holder_at(Lang::Hi, place, empty(2))), &empty(1)] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

async fn page_of(town: &Town, phone: &str, filed: &Filed) -> String {
    let asha = town.citizen(phone);
    asha.post("/track/confirm", &crate::town::fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(200);
    asha.opens(&format!("/complaints/{}", filed.number)).await.expect(200).body
}
