//! A file that ends whoever opens it: out of memory, cut off, or killed by what is in it. The others are looked at all the same.

use std::time::Duration;

use domain::number::Number;
use domain::picture::Shelf;
use evidence::MOST_TRIES;
use jiff::SignedDuration;
use local::faults::Fault;
use store::{Held, WaitsTo};

use super::evidence_by_itself::{LENGTH, URGENT, asks, film, incoming, sends, sha};
use crate::files::png;
use crate::town::Town;

/// Everything that waits in a town and is due.
async fn waiting(town: &Town, to: WaitsTo) -> Vec<Held> {
    let mut all = Vec::new();
    for shard in 0..store::SHARDS {
        all.extend(town.app().store().held_files(Shelf::Hers, shard, town.app().now(), 100).await.unwrap());
    }
    all.retain(|held| held.to == to);
    all
}

/// What ends with its process while it works: it is dropped where it stands.
async fn killed<T>(work: impl Future<Output = T>) {
    assert!(tokio::time::timeout(Duration::from_millis(1500), work).await.is_err(), "it was not at work any more");
}

/// Opens a file and comes to no end.
async fn opens_and_is_killed(town: &Town, held: &Held) {
    let jobs = &town.local().jobs;
    let never = async |_: &store::File, _: &[u8]| std::future::pending().await;
    killed(evidence::settle((town.app().store(), &jobs.vault, &jobs.scanner), held, town.app().now(), never)).await;
}

/// The clock alone, without the jobs on its way.
fn later(town: &Town, by: SignedDuration) {
    town.app().base().clock().advance(by);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_ends_a_run_is_not_the_first_of_the_next() {
    let town = Town::new().await;
    let her = town.citizen("9812300767");
    let number = her.files_with(&URGENT).await.number;
    her.adds(&number, "a.png", &png(40, 40)).await.expect(201);
    let poison = waiting(&town, WaitsTo::BeLookedAt).await.remove(0);
    opens_and_is_killed(&town, &poison).await;
    her.adds(&number, "b.png", &png(41, 41)).await.expect(201);
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["found"].as_u64(), tally["ready"].as_u64(), tally["failed"].as_u64()), (Some(1), Some(1), Some(0)), "the other alone: {tally}");
    // Its turn comes again, and nobody else has it while somebody is at it.
    later(&town, evidence::CLAIM);
    let at_it = opens_and_is_killed(&town, &poison);
    let beside = async {
        tokio::time::sleep(Duration::from_millis(700)).await;
        town.local().jobs.check_evidence().await
    };
    assert_eq!(tokio::join!(at_it, beside).1["ready"], 0);
    for _ in 2..MOST_TRIES {
        later(&town, evidence::CLAIM);
        opens_and_is_killed(&town, &poison).await;
    }
    // Often enough: it is told, once, in a way that the alarm sees, and it stays held.
    later(&town, evidence::CLAIM);
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["given_up"].as_u64(), tally["failed"].as_u64(), tally["ready"].as_u64()), (Some(1), Some(1), Some(0)), "{tally}");
    town.advance("P2D").await;
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["found"].as_u64(), tally["failed"].as_u64()), (Some(0), Some(0)), "{tally}");
    let files = town.app().store().files(&Number::parse(&number).unwrap()).await.unwrap();
    assert_eq!(files.iter().filter(|file| file.state == domain::evidence::FileState::Held).map(store::File::id).collect::<Vec<_>>(), [poison.id]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_away_counts_no_try() {
    let town = Town::new().await;
    let her = town.citizen("9812300768");
    let number = her.files_with(&URGENT).await.number;
    her.adds(&number, "a.png", &png(42, 42)).await.expect(201);
    for (outlet, counted) in [("scanner", "held"), ("s3", "failed")] {
        town.fault(outlet, "fail").await;
        for _ in 0..2 * MOST_TRIES {
            assert_eq!(town.local().jobs.check_evidence().await[counted], 1, "{outlet}");
            later(&town, SignedDuration::from_mins(2));
        }
        town.fault(outlet, "off").await;
    }
    assert_eq!(town.local().jobs.check_evidence().await["ready"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_film_that_ends_whoever_takes_it_is_told_to_her() {
    let town = Town::new().await;
    let her = town.citizen("9812300769");
    let number = her.files_with(&URGENT).await.number;
    let (poison, other) = (film(8), film(9));
    for film in [&poison, &other] {
        let ticket = asks(&her, &number, "a.mp4", LENGTH, &sha(film)).await.expect(201).json();
        assert!(sends(&ticket, film, &[]).await.0 < 300);
        later(&town, SignedDuration::from_secs(1));
    }
    let held = waiting(&town, WaitsTo::Arrive).await.into_iter().find(|held| sha(&poison).starts_with(held.id.as_str())).unwrap();
    let takes_and_is_killed = async || {
        // The bucket gives it out, and is still being told what to keep of it when the process ends.
        town.local().s3_faults.during(1, 1, Fault::Delay(Duration::from_secs(30)));
        killed(evidence::arrive(town.app().store(), &town.local().jobs.vault, &held, town.app().now())).await;
        town.local().s3_faults.set(Fault::Off);
        // Her session stays open as long as she looks.
        her.reads(&format!("/complaints/{number}")).await.expect(200);
    };
    takes_and_is_killed().await;
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["arrived"].as_u64(), tally["failed"].as_u64()), (Some(1), Some(0)), "the other alone: {tally}");
    for _ in 1..MOST_TRIES {
        later(&town, evidence::CLAIM);
        takes_and_is_killed().await;
    }
    later(&town, evidence::CLAIM);
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["given_up"].as_u64(), tally["failed"].as_u64(), tally["arrived"].as_u64()), (Some(1), Some(1), Some(0)), "{tally}");
    assert_eq!(incoming(&town).await, 0, "and it does not lie there unsealed");
    let list = her.reads(&format!("/complaints/{number}/evidence")).await.expect(200).json();
    assert_eq!((list["refused"][0]["code"].as_str(), list["files"].as_array().unwrap().len()), (Some("unopened"), 1));
    assert_eq!(town.local().jobs.check_evidence().await["failed"], 0, "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_leaves_what_it_has_no_time_for() {
    let town = Town::new().await;
    let her = town.citizen("9812300770");
    let number = her.files_with(&URGENT).await.number;
    her.adds(&number, "a.png", &png(43, 43)).await.expect(201);
    let jobs = &town.local().jobs;
    let run = async |begins| check_evidence::run_for(begins, town.app(), &jobs.vault, &jobs.scanner).await.unwrap();
    assert_eq!(run(Duration::ZERO).await.found, 0);
    assert_eq!(run(check_evidence::BEGINS).await.ready, 1);
}
