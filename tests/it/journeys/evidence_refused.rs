//! A file that she was told was sent, and that was not taken when it came: her page says so, and what to do instead.

use domain::evidence::{FileFault, FileKind, Mark, Sha};
use domain::lang::Lang;
use domain::number::Number;
use domain::picture::{Hand, Shelf};
use store::File;

use super::evidence_by_itself::{LENGTH, URGENT, asks, film, incoming, sends, sha};
use crate::files::{png, png_saying};
use crate::table::text;
use crate::town::{Citizen, Town};

const MIB: usize = 1024 * 1024;

/// A file in the bucket, with a ticket of its own, and the job that looks for it.
async fn comes(her: &Citizen<'_>, number: &str, name: &str, content: &[u8]) {
    let ticket = asks(her, number, name, content.len(), &sha(content)).await.expect(201).json();
    let (status, said) = sends(&ticket, content, &[]).await;
    assert!((200..300).contains(&status), "{status} {said}");
    let tally = her.town().local().jobs.check_evidence().await;
    assert_eq!((tally["arrived"].as_u64(), tally["failed"].as_u64()), (Some(1), Some(0)), "{tally}");
    assert_eq!(incoming(her.town()).await, 0, "it does not lie there unsealed");
}

/// A file that was promised, as her browser's asking leaves it.
async fn promised(town: &Town, number: &Number, kind: FileKind, content: &[u8], bytes: u64) -> File {
    let key = town.app().store().data_key(number).await.unwrap().unwrap();
    let file = File::new(number.clone(), Hand::Complainant, Mark { kind, bytes, sha: Sha::parse(&sha(content)).unwrap() }, "a", &key, town.app().now());
    town.app().store().await_file(&file).await.unwrap();
    file
}

#[tokio::test(flavor = "multi_thread")]
async fn her_page_tells_what_was_not_taken_and_what_to_do() {
    let town = Town::new().await;
    let her = town.citizen("9812300763");
    let number = her.files_with(&URGENT).await.number;
    let photo = png_saying(12_000, 9_000, &[0; 400]);
    comes(&her, &number, "घर 108MP.png", &photo).await;
    town.advance("PT1M").await;
    let other_brand = [b"\0\0\0\x14ftypqt  \0\0\x02\0qt  ".to_vec(), vec![3; 4000]].concat();
    comes(&her, &number, "IMG_0042.mp4", &other_brand).await;
    let path = format!("/complaints/{number}/evidence");
    let list = her.reads(&path).await.expect(200).json();
    let said: Vec<_> = list["refused"].as_array().unwrap().iter().map(|it| (it["name"].as_str().unwrap(), it["code"].as_str().unwrap())).collect();
    assert_eq!(said, [("IMG_0042.mp4", "wrong-content"), ("घर 108MP.png", "too-many-pixels")], "the newest first");
    assert_eq!((list["coming"].as_u64(), list["files"].as_array().unwrap().len()), (Some(0), 0), "they are on their way no longer");
    // The page she was led to when it was sent says it no more.
    let led_to = format!("{path}?coming={}", &sha(&photo)[..32]);
    for (lang, who) in [(Lang::Hi, "hi"), (Lang::En, "en")] {
        let html = town.send("GET", &format!("/{who}{led_to}"), &[("accept", "text/html"), ("cookie", &her.cookie())], "").await.expect(200).body;
        for wanted in [
            "घर 108MP.png",
            "IMG_0042.mp4",
            words::evidence_not_taken(lang),
            words::evidence_fault_too_many_pixels(lang),
            words::evidence_fault_wrong_content(lang),
        ] {
            assert!(html.contains(wanted), "{wanted}");
        }
        assert!(!html.contains(words::evidence_coming(lang)), "nothing says that it is still to come");
    }
    // What lies there waits for nothing, and goes by itself after some days.
    let rows = town.rows(&local::tables().main).await;
    for row in rows.iter().filter(|row| text(row, "pk").starts_with("X#")) {
        let left = row["rubbish_at"]["N"].as_str().unwrap().parse::<i64>().unwrap() - town.app().now().as_second();
        assert!(!row.contains_key("due_pk") && !row.contains_key("due_sk") && (6 * 86_400..=7 * 86_400).contains(&left), "{row:?}");
    }
    // Asked for once more it is waited for once more.
    asks(&her, &number, "घर 108MP.png", photo.len(), &sha(&photo)).await.expect(201);
    let list = her.reads(&path).await.expect(200).json();
    assert_eq!((list["coming"].as_u64(), list["refused"].as_array().unwrap().len()), (Some(1), 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn promises_take_room_by_their_bytes_until_they_are_refused() {
    let town = Town::new().await;
    let her = town.citizen("9812300764");
    let number = her.files_with(&URGENT).await.number;
    for n in [1, 2] {
        asks(&her, &number, "a.mp4", 190 * MIB, &sha(&film(n))).await.expect(201);
    }
    let third = asks(&her, &number, "a.mp4", 190 * MIB, &sha(&film(3))).await;
    assert_eq!(third.expect(422).text("code"), "too-much", "she learns it before she sends it");
    asks(&her, &number, "a.mp4", 120 * MIB, &sha(&film(4))).await.expect(201);
    // One of them came and was refused: there is room again.
    let of = Number::parse(&number).unwrap();
    let store = town.app().store();
    let first = store.awaited(&of, Shelf::Hers, &Sha::parse(&sha(&film(1))).unwrap().id()).await.unwrap().unwrap().file;
    store.refuse_awaited(&first, FileFault::WrongContent, town.app().now()).await.unwrap();
    asks(&her, &number, "a.mp4", 190 * MIB, &sha(&film(3))).await.expect(201);
    // Whoever promised it anew is not told of the time before.
    town.advance("PT1M").await;
    asks(&her, &number, "a.mp4", LENGTH, &sha(&film(2))).await.expect(201);
    let mut stale = store.awaited(&of, Shelf::Hers, &Sha::parse(&sha(&film(2))).unwrap().id()).await.unwrap().unwrap().file;
    stale.added_at = first.added_at;
    assert!(matches!(store.refuse_awaited(&stale, FileFault::Damaged, town.app().now()).await, Err(store::Error::Conflict)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_in_another_way_is_not_called_refused() {
    let town = Town::new().await;
    let her = town.citizen("9812300765");
    let number = her.files_with(&URGENT).await.number;
    let (of, photo) = (Number::parse(&number).unwrap(), png(21, 21));
    let file = promised(&town, &of, FileKind::Png, &photo, photo.len() as u64).await;
    town.app().store().refuse_awaited(&file, FileFault::Damaged, town.app().now()).await.unwrap();
    let path = format!("/complaints/{number}/evidence");
    assert_eq!(her.reads(&path).await.expect(200).json()["refused"][0]["code"], "damaged");
    her.adds(&number, "a.png", &photo).await.expect(201);
    let list = her.reads(&path).await.expect(200).json();
    assert_eq!((list["refused"].as_array().unwrap().len(), list["files"].as_array().unwrap().len()), (0, 1));
}
