//! A film that her browser sends in parts: what arrived before a line broke off is not sent again.

use domain::evidence::PART;
use serde_json::Value;

use super::evidence_by_itself::{URGENT, film, incoming, sends, sha};
use crate::town::{Answer, Citizen, Town, fields};

/// A film and its parts, as a browser cuts it.
fn cut(film: &[u8]) -> Vec<&[u8]> {
    film.chunks(usize::try_from(PART).unwrap()).collect()
}

pub(crate) async fn asks(her: &Citizen<'_>, number: &str, film: &[u8], part: Option<(usize, &str)>) -> Answer {
    let (bytes, whole) = (film.len().to_string(), sha(film));
    let n = part.map(|(n, _)| n.to_string()).unwrap_or_default();
    let mut form = fields(&[("name", "a.mp4"), ("bytes", &bytes), ("sha256", &whole)]);
    if let Some((_, sha256)) = part {
        form.extend(fields(&[("part", &n), ("part_sha256", sha256)]));
    }
    her.post(&format!("/complaints/{number}/evidence/ask"), &form).await
}

/// Sends one part with a ticket of its own.
pub(crate) async fn sends_part(her: &Citizen<'_>, number: &str, film: &[u8], n: usize) {
    let part = cut(film)[n];
    let ticket = asks(her, number, film, Some((n, &sha(part)))).await.expect(201).json();
    let (status, said) = sends(&ticket, part, &[]).await;
    assert!((200..300).contains(&status), "{n}: {status} {said}");
}

async fn listed(her: &Citizen<'_>, number: &str) -> Value {
    her.reads(&format!("/complaints/{number}/evidence")).await.expect(200).json()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_arrived_is_not_sent_again() {
    let town = Town::new().await;
    let her = town.citizen("9812300791");
    let number = her.files_with(&URGENT).await.number;
    let film = film(9);
    let parts = cut(&film).len();
    let begun = asks(&her, &number, &film, None).await.expect(201).json();
    assert_eq!((begun["parts"].as_u64(), begun["part_bytes"].as_u64(), begun["next"].as_u64()), (Some(parts as u64), Some(PART), Some(0)), "{begun}");
    assert!(parts >= 3);
    // In their order: who asks for a part says that those before it are there.
    assert_eq!(asks(&her, &number, &film, Some((2, &sha(cut(&film)[2])))).await.expect(409).json()["next"], 0);
    sends_part(&her, &number, &film, 0).await;
    sends_part(&her, &number, &film, 1).await;
    // The line is gone, and nobody takes half a film for one.
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["arrived"].as_u64(), tally["failed"].as_u64()), (Some(0), Some(0)), "{tally}");
    town.advance("PT2H").await;
    // Chosen again after the way back in: it goes on with the part that may not have arrived, and with no earlier one.
    let again = town.citizen("9812300791");
    let draft = again.post("/track", &fields(&[("number", &number), ("phone", &again.phone)])).await.expect(202).text("draft");
    again.post("/track/confirm", &fields(&[("draft", &draft), ("code", &again.code().await)])).await.expect(200);
    assert_eq!(asks(&again, &number, &film, None).await.expect(201).json()["next"], 1);
    for n in 1..parts {
        sends_part(&again, &number, &film, n).await;
    }
    // An old promise is looked for every five minutes; the clock takes the job along.
    town.advance("PT6M").await;
    assert_eq!(incoming(&town).await, 0, "no part lies there unsealed");
    let list = listed(&again, &number).await;
    assert_eq!((list["coming"].as_u64(), list["files"][0]["sha256"].as_str()), (Some(0), Some(sha(&film).as_str())), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_is_good_for_one_part_and_the_film_is_what_was_promised() {
    let town = Town::new().await;
    let her = town.citizen("9812300792");
    let number = her.files_with(&URGENT).await.number;
    let film = film(10);
    let part = cut(&film)[0];
    // Nobody promised the film yet, and a film has no part beyond its last.
    assert_eq!(asks(&her, &number, &film, Some((0, &sha(part)))).await.expect(409).json()["next"], 0);
    asks(&her, &number, &film, None).await.expect(201);
    asks(&her, &number, &film, Some((cut(&film).len(), &sha(part)))).await.expect(422);
    asks(&her, &number, &film, Some((0, "no hash"))).await.expect(422);
    town.citizen("9812300793").post(&format!("/complaints/{number}/evidence/ask"), &fields(&[("part", "0")])).await.expect(401);
    let ticket = asks(&her, &number, &film, Some((0, &sha(part)))).await.expect(201).json();
    for wrong in [&part[1..], &[part, &b"x"[..]].concat(), &vec![0; part.len()]] {
        let (status, _) = sends(&ticket, wrong, &[]).await;
        assert!(status >= 400, "{} bytes: {status}", wrong.len());
    }
    // The small S3 keeps what it says no to; the part that is asked for next lies in its place.
    assert!(incoming(&town).await <= 1);

    // Parts that are not the film's: each arrives as it was asked for, and the whole is refused, with a word to her.
    let other = super::evidence_by_itself::film(11);
    for n in 0..cut(&film).len() {
        let part = cut(&other)[n];
        let ticket = asks(&her, &number, &film, Some((n, &sha(part)))).await.expect(201).json();
        assert!((200..300).contains(&sends(&ticket, part, &[]).await.0));
    }
    town.local().jobs.check_evidence().await;
    let list = listed(&her, &number).await;
    assert_eq!((list["files"].as_array().unwrap().len(), list["refused"].as_array().map(Vec::len)), (0, Some(1)), "{list}");
    assert_eq!(incoming(&town).await, 0, "and nothing of it stays");

    // A part that is missing in the middle is no film either.
    asks(&her, &number, &film, None).await.expect(201);
    for n in 0..cut(&film).len() {
        let part = cut(&film)[n];
        let ticket = asks(&her, &number, &film, Some((n, &sha(part)))).await.expect(201).json();
        if n != 1 {
            assert!((200..300).contains(&sends(&ticket, part, &[]).await.0));
        }
    }
    town.local().jobs.check_evidence().await;
    let list = listed(&her, &number).await;
    assert_eq!((list["files"].as_array().unwrap().len(), list["refused"].as_array().map(Vec::len)), (0, Some(1)), "{list}");
}
