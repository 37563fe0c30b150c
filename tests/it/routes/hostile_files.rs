//! Files that nobody should send, every one through the form: refused with a reason, or kept and made harmless. And forms that
//! break off, lie about their content, or carry too much.

mod corpus;

use domain::evidence::MOST_BY_FORM;
use domain::lang::Lang;
use domain::number::Number;
use sha2::{Digest as _, Sha256};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::files::{form, png};
use crate::journeys::console::makes;
use crate::town::Town;
use corpus::{Ends, Hostile, corpus};

/// What may stand in no copy and in no page, whichever file it came with.
const HARM: [&[u8]; 8] = [b"<script", b"PK\x03\x04", b"GPS 26", b"<?php", b"MZ\x90", b"onload=", b"JFXX-hidden", b"javascript:"];

fn holds(heap: &[u8], wanted: &[u8]) -> bool {
    heap.windows(wanted.len()).any(|part| part == wanted)
}

fn sha(content: &[u8]) -> String {
    seal::hex(&Sha256::digest(content))
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_hostile_files_and_more_do_no_harm() {
    let town = Town::new().await;
    let all = corpus();
    assert!(all.len() >= 60, "{}", all.len());
    // A complaint takes twenty files: those that are kept are spread over as many as it needs.
    for (round, part) in all.chunks(18).enumerate() {
        let her = town.citizen(&format!("98123008{round:02}"));
        let number = her.files_with(&[("service", "S1"), ("category", "S1-1")]).await.number;
        for it in part {
            let answer = her.adds(&number, &it.name, &it.content).await;
            match it.ends {
                Ends::Refused(code) => {
                    assert_eq!((answer.status, answer.text("code").as_str()), (422, code), "{}", it.what);
                    assert!(!answer.text("detail").is_empty(), "{} is refused with what to do next", it.what);
                }
                Ends::Kept { .. } => assert_eq!(answer.status, 201, "{}: {}", it.what, answer.body),
            }
        }
        let tally = town.local().jobs.check_evidence().await;
        assert_eq!((tally["failed"].as_u64(), tally["harmful"].as_u64()), (Some(0), Some(0)), "{tally}");
        opened(&town, &number, part).await;
        let page = her.opens(&format!("/complaints/{number}/evidence")).await.expect(200).body;
        assert!(!page.contains("<script>alert") && !page.contains("\u{202e}") && !page.contains("\0"), "round {round}");
    }
}

/// Every file of a complaint as an officer gets it.
async fn opened(town: &Town, number: &str, part: &[Hostile]) {
    let head = town.officer("T-5").await;
    makes(&head, number, "look", &[("reason", "review")]).await.expect(200);
    let html = head.opens(&format!("/desk/complaints/{number}")).await.expect(200).body;
    assert!(!html.contains("<script>alert") && !html.contains("\u{202e}"));
    let kept: Vec<&Hostile> = part.iter().filter(|it| matches!(it.ends, Ends::Kept { .. })).collect();
    let files = town.app().store().files(&Number::parse(number).unwrap()).await.unwrap();
    assert_eq!(files.len(), kept.len(), "what was refused left nothing behind");
    for it in kept {
        let Ends::Kept { copy } = it.ends else { continue };
        let id = &sha(&it.content)[..32];
        let (status, headers, original) = town.fetched(&format!("/desk/complaints/{number}/evidence/{id}/original"), &head.cookie).await;
        assert_eq!(status, 200, "{}", it.what);
        assert_eq!(original, it.content, "{}: the original is what was sent", it.what);
        assert_eq!(headers["content-type"], "application/octet-stream", "{}", it.what);
        let kind = it.name.rsplit('.').next().unwrap().to_ascii_lowercase();
        assert_eq!(headers["content-disposition"], format!("attachment; filename=\"{number}-{}.{kind}\"", &id[..8]), "{}", it.what);
        assert!(headers["content-security-policy"].contains("sandbox") && headers["x-content-type-options"] == "nosniff", "{}", it.what);
        let (status, _, drawn) = town.fetched(&format!("/desk/complaints/{number}/evidence/{id}"), &head.cookie).await;
        assert_eq!(status, if copy { 200 } else { 404 }, "{}", it.what);
        if copy {
            assert!(drawn.starts_with(b"\xff\xd8\xff"), "{}", it.what);
            for harm in HARM {
                assert!(!holds(&drawn, harm), "{}: {} is in the copy", it.what, String::from_utf8_lossy(harm));
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_breaks_off_leaves_nothing() {
    let town = Town::new().await;
    let her = town.citizen("9812300820");
    let number = her.files().await.number;
    let whole = form("a.png", &png(30, 30), None);
    for cut in [1, 3, 60, whole.len() / 2, whole.len() - 8, whole.len() - 4] {
        her.sends_form(&number, "application/json", whole[..cut].to_vec()).await.expect(400);
    }
    for other in [&b""[..], b"--", b"------it-0123456789abcdef\r\n\r\n", b"\xff\xfe\0\0", b"name=file&file=x"] {
        her.sends_form(&number, "application/json", other.to_vec()).await.expect(400);
    }
    // The line goes dead half-way: the server waits for the rest, and nothing of it is kept.
    let address = town.url().trim_start_matches("http://").to_owned();
    let mut line = tokio::net::TcpStream::connect(&address).await.unwrap();
    let head = format!(
        "POST /hi/complaints/{number}/evidence HTTP/1.1\r\nHost: {address}\r\nCookie: {}\r\nContent-Type: multipart/form-data; boundary=----it-0123456789abcdef\r\nContent-Length: {}\r\n\r\n",
        her.cookie(),
        whole.len()
    );
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&whole[..whole.len() / 2]).await.unwrap();
    line.shutdown().await.unwrap();
    let mut answer = Vec::new();
    // Whether it says anything to a line that went dead is its own affair.
    let _ = line.read_to_end(&mut answer).await;
    assert!(!String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 201"));
    assert!(town.app().store().files(&Number::parse(&number).unwrap()).await.unwrap().is_empty());
    her.adds(&number, "a.png", &png(30, 30)).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_not_the_promised_one_is_not_taken() {
    let town = Town::new().await;
    let her = town.citizen("9812300821");
    let number = her.files().await.number;
    let photo = png(31, 31);
    for wrong in ["0".repeat(64), "x".to_owned(), sha(b"another")] {
        let answer = her.sends_form(&number, "application/json", form("a.png", &photo, Some(&wrong))).await.expect(422);
        assert_eq!(answer.text("code"), "damaged", "{wrong}");
    }
    her.sends_form(&number, "application/json", form("a.png", &photo, Some(&sha(&photo).to_uppercase()))).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_carries_so_much_and_no_more() {
    let town = Town::new().await;
    let her = town.citizen("9812300822").in_english();
    let number = her.files().await.number;
    let most = usize::try_from(MOST_BY_FORM).unwrap();
    let pdf = |length: usize| [b"%PDF-1.7\n".to_vec(), vec![7; length - 9]].concat();
    her.adds(&number, "a.pdf", &pdf(most)).await.expect(201);
    for over in [most + 1, most + 100_000, 3 * most] {
        assert_eq!(her.adds(&number, "b.pdf", &pdf(over)).await.expect(413).text("code"), "too-large", "{over}");
    }
    let page = her.sends_form(&number, "text/html", form("b.pdf", &pdf(most + 1), None)).await.expect(413).body;
    assert!(page.contains(&words::evidence::fault(Lang::En, domain::evidence::FileFault::TooLarge(MOST_BY_FORM)).into_owned()));
    // Nothing was chosen, as a browser sends it; and what is no form at all.
    let nothing = her.sends_form(&number, "text/html", form("", b"", None)).await.expect(422).body;
    assert!(nothing.contains(words::evidence_fault_missing(Lang::En)) && nothing.contains("aria-invalid=\"true\""));
    let headers = |kind| [("accept", "application/json"), ("content-type", kind)];
    for kind in ["application/json", "text/plain", "multipart/form-data", "image/png"] {
        let cookie = her.cookie();
        let with = [&headers(kind)[..], &[("cookie", cookie.as_str())]].concat();
        town.send("POST", &format!("/en/complaints/{number}/evidence"), &with, "{}").await.expect(415);
    }
    assert_eq!(town.app().store().files(&Number::parse(&number).unwrap()).await.unwrap().len(), 1);
}
