//! A film over a slow line: what the ticket let in is waited for as long as the line needs.

use domain::Timestamp;
use domain::lang::Lang;

use super::evidence_by_itself::{LENGTH, URGENT, asks, film, incoming, sends, sha};
use crate::table::text;
use crate::town::Town;

/// In how many minutes the one promise of a town is looked for again, to the nearest one.
async fn due(town: &Town) -> Option<i64> {
    let rows = town.rows(&local::tables().main).await;
    let row = rows.into_iter().find(|row| text(row, "pk").starts_with("X#") && text(row, "sk").starts_with("W#"))?;
    let at: Timestamp = text(&row, "due_sk").split('#').next().unwrap().parse().unwrap();
    Some((at.duration_since(town.app().now()).as_secs() + 30) / 60)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_an_hour_after_its_ticket_is_taken() {
    let town = Town::new().await;
    let her = town.citizen("9812300761");
    let number = her.files_with(&URGENT).await.number;
    let film = film(1);
    let ticket = asks(&her, &number, "a.mp4", LENGTH, &sha(&film)).await.expect(201).json();
    // Two hundred megabytes at 384 kilobits a second: the request began in time, and its last byte comes now.
    for _ in 0..7 {
        town.advance("PT10M").await;
    }
    let (status, said) = sends(&ticket, &film, &[]).await;
    assert!((200..300).contains(&status), "{status} {said}");
    town.advance("PT5M").await;
    let list = her.reads(&format!("/complaints/{number}/evidence")).await;
    assert_eq!(list.status, 401, "her session is over by then");
    let files = town.app().store().files(&domain::number::Number::parse(&number).unwrap()).await.unwrap();
    assert_eq!((files.len(), incoming(&town).await), (1, 0), "it is sealed, and nothing lies there unsealed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promise_is_looked_for_less_often_later_and_not_for_ever() {
    let town = Town::new().await;
    let her = town.citizen("9812300762");
    let number = her.files_with(&URGENT).await.number;
    asks(&her, &number, "a.mp4", LENGTH, &sha(&film(2))).await.expect(201);
    town.local().jobs.check_evidence().await;
    assert_eq!(due(&town).await, Some(1), "at first every minute");
    town.advance("PT16M").await;
    assert_eq!(due(&town).await, Some(5), "later every five");
    town.advance("PT11H43M").await;
    assert!(due(&town).await.is_some(), "half a day long");
    town.advance("PT6M").await;
    assert_eq!(due(&town).await, None, "and then no more");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_place_is_still_there_for_the_file_that_took_it() {
    let town = Town::new().await;
    let her = town.citizen("9812300766");
    let number = her.files_with(&URGENT).await.number;
    for n in 0..20u8 {
        asks(&her, &number, "a.mp4", LENGTH, &format!("{n:02x}").repeat(32)).await.expect(201);
    }
    // Its line broke: the same file again is the same place, another one is one too many.
    asks(&her, &number, "a.mp4", LENGTH, &"13".repeat(32)).await.expect(201);
    assert_eq!(asks(&her, &number, "a.mp4", LENGTH, &"ee".repeat(32)).await.expect(422).text("code"), "too-many");
    let page = her.opens(&format!("/complaints/{number}/evidence")).await.expect(200).body;
    assert!(page.contains("type=\"file\"") && page.contains(words::evidence_broke_off(Lang::Hi)), "and the form to choose it is there");
}
