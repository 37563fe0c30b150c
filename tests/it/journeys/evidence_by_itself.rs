//! A file that her browser lays into the bucket by itself: with a ticket for this file, and with no other.

use base64::Engine as _;
use domain::evidence::{FileKind, Mark, Sha};
use domain::number::Number;
use domain::picture::{Hand, Shelf};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::journeys::console::makes;
use crate::town::{Citizen, Town, fields};

pub(super) const URGENT: [(&str, &str); 2] = [("service", "S1"), ("category", "S1-1")];
/// More than a form carries.
pub(super) const LENGTH: usize = 5_000_000;

/// Fields of a ticket and what they are made to say.
type Changes<'a> = Vec<(&'a str, &'a str)>;

/// A film of nothing, unlike every other.
pub(super) fn film(n: u8) -> Vec<u8> {
    [b"\0\0\0\x14ftypisom\0\0\x02\0isom".to_vec(), vec![n; LENGTH - 20]].concat()
}

pub(super) fn sha(content: &[u8]) -> String {
    seal::hex(&Sha256::digest(content))
}

pub(super) async fn asks(her: &Citizen<'_>, number: &str, name: &str, bytes: usize, sha256: &str) -> crate::town::Answer {
    let path = format!("/complaints/{number}/evidence/ask");
    her.post(&path, &fields(&[("name", name), ("bytes", &bytes.to_string()), ("sha256", sha256)])).await
}

/// The form that a ticket asks for, with some of its fields changed.
fn form(ticket: &Value, content: &[u8], changes: &[(&str, &str)]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut put = |head: String, value: &[u8]| {
        body.extend_from_slice(format!("--between\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes());
        body.extend_from_slice(value);
        body.extend_from_slice(b"\r\n");
    };
    for field in ticket["fields"].as_array().unwrap() {
        let (name, value) = (field[0].as_str().unwrap(), field[1].as_str().unwrap());
        let value = changes.iter().find(|(changed, _)| *changed == name).map_or(value, |(_, other)| other);
        put(format!("name=\"{name}\""), value.as_bytes());
    }
    put("name=\"file\"; filename=\"x\"\r\nContent-Type: application/octet-stream".to_owned(), content);
    body.extend_from_slice(b"--between--\r\n");
    body
}

/// What a ticket lets in: the bucket's answer.
pub(super) async fn sends(ticket: &Value, content: &[u8], changes: &[(&str, &str)]) -> (u16, String) {
    let body = form(ticket, content, changes);
    let client = reqwest::Client::builder().build().unwrap();
    let request = client.post(ticket["url"].as_str().unwrap()).header("content-type", "multipart/form-data; boundary=between").body(body);
    // A bucket that says no before it has read everything may hang up.
    let Ok(response) = request.send().await else { return (499, "the line was cut".to_owned()) };
    (response.status().as_u16(), response.text().await.unwrap())
}

/// The same over a line that goes dead after so many bytes of the form.
async fn breaks_off(ticket: &Value, content: &[u8], after: usize) {
    let body = form(ticket, content, &[]);
    let url = ticket["url"].as_str().unwrap().strip_prefix("http://").unwrap();
    let (address, path) = url.split_once('/').unwrap();
    let mut line = tokio::net::TcpStream::connect(address).await.unwrap();
    let head =
        format!("POST /{path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: multipart/form-data; boundary=between\r\nContent-Length: {}\r\n\r\n", body.len());
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&body[..after]).await.unwrap();
    line.shutdown().await.unwrap();
    let mut answer = Vec::new();
    // Whether it says anything to a line that went dead is its own affair.
    let _ = line.read_to_end(&mut answer).await;
    assert!(!String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 2"), "after {after} bytes");
}

pub(super) async fn incoming(town: &Town) -> usize {
    let folder = town.local().files.clone().unwrap().join(local::s3::INCOMING).join("incoming");
    let Ok(complaints) = std::fs::read_dir(folder) else { return 0 };
    complaints.map(|complaint| std::fs::read_dir(complaint.unwrap().path()).unwrap().count()).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_film_goes_into_the_bucket_by_itself_and_is_lent_to_the_officer() {
    let town = Town::new().await;
    let her = town.citizen("9812300751");
    let number = her.files_with(&URGENT).await.number;
    let film = film(1);
    let ticket = asks(&her, &number, "वीडियो.mp4", LENGTH, &sha(&film)).await.expect(201).json();
    let expires: domain::Timestamp = ticket["expires_at"].as_str().unwrap().parse().unwrap();
    let lasts = expires.duration_since(jiff::Timestamp::now()).as_secs();
    assert!((280..=300).contains(&lasts), "five minutes: {lasts}");
    let (status, said) = sends(&ticket, &film, &[]).await;
    assert!((200..300).contains(&status), "{status} {said}");
    // On its way: nobody has it yet, and her page says so.
    let list = her.reads(&format!("/complaints/{number}/evidence")).await.expect(200).json();
    assert_eq!((list["coming"].as_u64(), list["files"].as_array().unwrap().len()), (Some(1), 0));
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["arrived"].as_u64(), tally["ready"].as_u64(), tally["failed"].as_u64()), (Some(1), Some(1), Some(0)), "{tally}");
    assert_eq!(incoming(&town).await, 0, "nothing lies there unsealed");
    let list = her.reads(&format!("/complaints/{number}/evidence")).await.expect(200).json();
    assert_eq!((list["coming"].as_u64(), list["files"][0]["name"].as_str(), list["files"][0]["state"].as_str()), (Some(0), Some("वीडियो.mp4"), Some("ready")));
    // Asked once more, it is here already.
    let again = asks(&her, &number, "other.mp4", LENGTH, &sha(&film)).await.expect(200).json();
    assert!(again["page"].as_str().unwrap().contains("?already="));

    let head = town.officer("T-5").await;
    makes(&head, &number, "look", &[("reason", "report")]).await.expect(200);
    let address = format!("/desk/complaints/{number}/evidence/{}/original", &sha(&film)[..32]);
    let (status, headers, _) = town.fetched(&address, &head.cookie).await;
    assert_eq!(status, 303, "too large for an answer: the bucket lends it");
    let lent = headers["location"].clone();
    let response = reqwest::get(&lent).await.unwrap();
    assert_eq!(response.status().as_u16(), 200);
    assert!(response.headers()["content-disposition"].to_str().unwrap().starts_with("attachment; filename="));
    assert_eq!(sha(&response.bytes().await.unwrap()), sha(&film));
    // The address without its signature, or with another key, gives nothing.
    let bare = lent.split('?').next().unwrap();
    assert_eq!(reqwest::get(bare).await.unwrap().status().as_u16(), 403);
    assert_eq!(town.app().store().looks(&Number::parse(&number).unwrap()).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_is_good_for_one_file() {
    let town = Town::new().await;
    let her = town.citizen("9812300752");
    let number = her.files_with(&URGENT).await.number;
    let film = film(2);
    let ticket = asks(&her, &number, "a.mp4", LENGTH, &sha(&film)).await.expect(201).json();
    // What the bucket holds it to, in so many words: its key, its type, its length and nothing shorter or longer.
    let policy = ticket["fields"].as_array().unwrap().iter().find(|field| field[0] == "policy").unwrap()[1].as_str().unwrap();
    let policy: Value = serde_json::from_slice(&base64::engine::general_purpose::STANDARD.decode(policy).unwrap()).unwrap();
    let conditions = policy["conditions"].as_array().unwrap();
    assert!(conditions.contains(&serde_json::json!(["content-length-range", LENGTH, LENGTH])), "{policy}");
    assert!(conditions.contains(&serde_json::json!({ "key": format!("incoming/{number}/{}", &sha(&film)[..32]) })), "{policy}");
    assert!(conditions.contains(&serde_json::json!({ "Content-Type": "video/mp4" })), "{policy}");
    let mut other = film.clone();
    other[4000] ^= 1;
    let zeros = "A".repeat(43) + "=";
    let refused: [(&str, Vec<u8>, Changes<'_>); 8] = [
        ("another key", film.clone(), vec![("key", "incoming/LKO26-7F3KQ9XW-X/0123456789abcdef0123456789abcdef")]),
        ("into what stays", film.clone(), vec![("key", "originals/x")]),
        ("another type", film.clone(), vec![("Content-Type", "text/html")]),
        ("one byte more", [film.clone(), vec![0]].concat(), vec![]),
        ("one byte less", film[..LENGTH - 1].to_vec(), vec![]),
        ("another hash", film.clone(), vec![("x-amz-checksum-sha256", &zeros)]),
        ("another content", other, vec![]),
        ("another signature", film.clone(), vec![("x-amz-signature", "00")]),
    ];
    for (what, content, changes) in refused {
        let (status, said) = sends(&ticket, &content, &changes).await;
        assert!((400..500).contains(&status), "{what}: {status} {said}");
    }
    let mut policy_of_hers = ticket.clone();
    policy_of_hers["fields"].as_array_mut().unwrap().retain(|field| field[0] != "policy");
    assert!(sends(&policy_of_hers, &film, &[]).await.0 >= 400, "no policy");
    // The small S3 says of a wrong hash what the real one says, and keeps the file all the same: the job compares once more.
    assert!(incoming(&town).await <= 1, "nothing else lies there");
    town.local().jobs.check_evidence().await;
    assert_eq!(incoming(&town).await, 0);
    assert!(town.app().store().files(&Number::parse(&number).unwrap()).await.unwrap().is_empty());
    asks(&her, &number, "a.mp4", LENGTH, &sha(&film)).await.expect(201);
    // It never came: after a while nobody waits for it any more.
    town.advance("PT12H6M").await;
    town.local().jobs.check_evidence().await;
    let files = Number::parse(&number).unwrap();
    assert_eq!(town.app().store().all_awaited(&files, Shelf::Hers).await.unwrap().len(), 0);
    assert!(town.app().store().files(&files).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_a_ticket_for_anothers_complaint_or_for_what_is_not_taken() {
    let town = Town::new().await;
    let her = town.citizen("9812300753");
    let number = her.files_with(&URGENT).await.number;
    let other = town.citizen("9812300754");
    let others = other.files_with(&URGENT).await.number;
    let hash = "0a".repeat(32);
    asks(&other, &number, "a.mp4", LENGTH, &hash).await.expect(401);
    for (name, bytes, sha256, code) in [
        ("a.exe", LENGTH, hash.as_str(), "wrong-name"),
        ("a.mp4", 0, &hash, "empty"),
        ("a.mp4", 200 * 1024 * 1024 + 1, &hash, "too-large"),
        ("a.jpg", 25 * 1024 * 1024 + 1, &hash, "too-large"),
        ("a.mp4", LENGTH, "x", "damaged"),
        ("", LENGTH, &hash, "wrong-name"),
    ] {
        assert_eq!(asks(&her, &number, name, bytes, sha256).await.expect(422).text("code"), code, "{name} {bytes}");
    }
    // Promises take places: twenty, and then no more until some came or are forgotten.
    for n in 0..20u8 {
        asks(&other, &others, "a.mp4", LENGTH, &format!("{n:02x}").repeat(32)).await.expect(201);
    }
    assert_eq!(asks(&other, &others, "a.mp4", LENGTH, &"ee".repeat(32)).await.expect(422).text("code"), "too-many");
    // What arrives is examined as what comes by a form: a name is no film.
    let page = [b"<!DOCTYPE html>".to_vec(), vec![b' '; LENGTH]].concat();
    let ticket = asks(&her, &number, "a.mp4", page.len(), &sha(&page)).await.expect(201).json();
    assert!(sends(&ticket, &page, &[]).await.0 < 300);
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["arrived"].as_u64(), tally["found"].as_u64()), (Some(1), Some(0)), "{tally}");
    assert_eq!(incoming(&town).await, 0);
    assert!(town.app().store().files(&Number::parse(&number).unwrap()).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_film_that_breaks_off_on_its_way_leaves_nothing_and_comes_again() {
    let town = Town::new().await;
    let her = town.citizen("9812300755");
    let number = her.files_with(&URGENT).await.number;
    let film = film(5);
    let ticket = asks(&her, &number, "a.mp4", LENGTH, &sha(&film)).await.expect(201).json();
    for after in [10, 900, LENGTH / 2, LENGTH] {
        breaks_off(&ticket, &film, after).await;
        let tally = town.local().jobs.check_evidence().await;
        assert_eq!((incoming(&town).await, tally["arrived"].as_u64(), tally["failed"].as_u64()), (0, Some(0), Some(0)), "after {after} bytes: {tally}");
        town.advance("PT2M").await;
    }
    her.reads(&format!("/complaints/{number}")).await.expect(200);
    let list = her.reads(&format!("/complaints/{number}/evidence")).await.expect(200).json();
    assert_eq!((list["coming"].as_u64(), list["files"].as_array().unwrap().len()), (Some(1), 0), "it is waited for");
    // Sent once more, it is asked for once more: one place, one file.
    let again = asks(&her, &number, "a.mp4", LENGTH, &sha(&film)).await.expect(201).json();
    let (status, said) = sends(&again, &film, &[]).await;
    assert!((200..300).contains(&status), "{status} {said}");
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["arrived"].as_u64(), tally["ready"].as_u64()), (Some(1), Some(1)), "{tally}");
    let list = her.reads(&format!("/complaints/{number}/evidence")).await.expect(200).json();
    assert_eq!((list["coming"].as_u64(), list["files"].as_array().unwrap().len()), (Some(0), 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn promises_that_nobody_keeps_hold_up_no_file() {
    let town = Town::new().await;
    let her = town.citizen("9812300756");
    let filed = her.files_with(&URGENT).await;
    let number = Number::parse(&filed.number).unwrap();
    let (store, key) = (town.app().store(), town.app().store().data_key(&number).await.unwrap().unwrap());
    // Of ten complaints in one shard; the rows are as theirs would be.
    for n in 0..200u8 {
        let mark = Mark { kind: FileKind::Mp4, bytes: 5_000_000, sha: Sha::parse(&format!("{n:02x}").repeat(32)).unwrap() };
        store.await_file(&store::File::new(number.clone(), Hand::Complainant, mark, "a.mp4", &key, town.app().now())).await.unwrap();
    }
    her.adds(&filed.number, "a.png", &crate::files::png(9, 9)).await.expect(201);
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["ready"].as_u64(), tally["failed"].as_u64()), (Some(1), Some(0)), "{tally}");
}
