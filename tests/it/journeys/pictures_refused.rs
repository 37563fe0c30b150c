//! Pictures that are not taken: of a wrong kind, one too many, by somebody else, or after the case went elsewhere.

use domain::evidence::FileFault;
use domain::lang::Lang;
use domain::number::Number;
use domain::picture::MOST_PICTURES;
use serde_json::Value;

use super::console::{FINDINGS, makes};
use super::evidence_by_itself::sends;
use super::pictures::{case, checked, id, sha, spoken, standings, town, worked};
use crate::files::{form, png, png_saying};
use crate::officer::Officer;
use crate::town::{Answer, Town, fields};

/// More than a form carries, as its first bytes and its header say a picture.
fn large(n: u8) -> Vec<u8> {
    [png(9, 9), vec![n; 5_000_000]].concat()
}

async fn asks(who: &Officer<'_>, number: &str, name: &str, content: &[u8]) -> Answer {
    let form = fields(&[("name", name), ("bytes", &content.len().to_string()), ("sha256", &sha(content))]);
    who.posts(&format!("/desk/complaints/{number}/pictures/ask"), &form).await
}

async fn taken(town: &Town, number: &str) -> usize {
    let number = Number::parse(number).unwrap();
    let complaint = town.app().store().load(&number).await.unwrap().unwrap();
    let rows = town.app().store().pictures(&number).await.unwrap().len();
    assert_eq!(usize::from(complaint.pictures.all()), rows, "the count and the rows say the same");
    rows
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_but_a_picture_is_taken_in() {
    let town = town().await;
    let number = worked(&town, "9812300911").await;
    let worker = town.officer("T-1").await;
    let pdf = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".to_vec();
    let refused: [(&str, Vec<u8>, FileFault); 10] = [
        ("a.mp4", b"\0\0\0\x14ftypisom\0\0\x02\0isom".to_vec(), FileFault::WrongName),
        ("a.pdf", pdf.clone(), FileFault::WrongName),
        ("a.ogg", b"OggS\0".to_vec(), FileFault::WrongName),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), FileFault::WrongName),
        ("a.png.exe", png(5, 5), FileFault::WrongName),
        ("a.jpg", png(5, 5), FileFault::WrongContent),
        ("a.png", pdf, FileFault::WrongContent),
        ("a.png", b"<html>".to_vec(), FileFault::WrongContent),
        ("a.png", Vec::new(), FileFault::Empty),
        ("a.png", png_saying(65_535, 65_535, &[]), FileFault::TooManyPixels),
    ];
    for (name, content, fault) in refused {
        let answer = worker.takes_in(&number, name, &content).await.expect(422);
        assert_eq!(answer.text("code"), fault.tag(), "{name}");
        let html = worker.sends_picture(&number, "text/html", &worker.form_token, form(name, &content, None)).await.expect(422).body;
        assert!(html.contains(&*words::picture::fault(Lang::Hi, fault)) && html.contains("href=\"#file\""), "{name}");
    }
    let wrong = worker.sends_picture(&number, "application/json", &worker.form_token, form("a.png", &png(5, 5), Some(&"0".repeat(64)))).await;
    assert_eq!(wrong.expect(422).text("code"), "damaged");
    let answer = worker.takes_in(&number, "a.png", &large(1)).await.expect(413);
    assert_eq!(answer.text("code"), "too-large");
    assert_eq!(asks(&worker, &number, "a.mp4", &large(1)).await.expect(422).text("code"), "wrong-name");
    assert_eq!(taken(&town, &number).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sixth_is_taken_and_the_seventh_is_not() {
    let town = town().await;
    let number = worked(&town, "9812300912").await;
    let worker = town.officer("T-1").await;
    // One on its way takes room too.
    asks(&worker, &number, "a.png", &large(1)).await.expect(201);
    for n in 1..u32::from(MOST_PICTURES) {
        worker.takes_in(&number, "a.png", &png(n, 9)).await.expect(201);
    }
    assert_eq!(asks(&worker, &number, "b.png", &large(2)).await.expect(422).text("code"), "too-many");
    worker.takes_in(&number, "a.png", &png(50, 9)).await.expect(201);
    let html = worker.opens(&format!("/desk/complaints/{number}/pictures")).await.expect(200).body;
    assert!(!html.contains("type=\"file\"") && html.contains(&words::picture_full(Lang::Hi, i64::from(MOST_PICTURES))));
    for _ in 0..2 {
        assert_eq!(worker.takes_in(&number, "a.png", &png(51, 9)).await.expect(422).text("code"), "too-many");
    }
    assert_eq!(taken(&town, &number).await, 6);
    // The next officer has room of their own, and may choose what the station has.
    makes(&town.officer("T-4").await, &number, "assign", &[("officer", "T-2")]).await.expect(200);
    assert_eq!(worker.takes_in(&number, "a.png", &png(52, 9)).await.expect(409).text("code"), "not-yours");
    let next = town.officer("T-2").await;
    next.takes_in(&number, "a.png", &png(53, 9)).await.expect(201);
    checked(&town).await;
    spoken(&town, &number, "T-2").await;
    assert_eq!(standings(&case(&next, &number).await), ["checked"; 7]);
    makes(&next, &number, "file-atr", &[("findings", FINDINGS), ("picture", &id(&png(1, 9)))]).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_whoever_works_it_takes_one_in() {
    let town = town().await;
    let number = worked(&town, "9812300913").await;
    let against = town.citizen("9812300914").files_with(&[("service", "S1"), ("category", "S1-1"), ("accused_station", "LKO-ALB")]).await.number;
    let worker = town.officer("T-1").await;
    let address = |number: &str| format!("/desk/complaints/{number}/pictures");
    // Who sees the case sees the page, and is told who adds.
    for id in ["T-2", "T-4", "T-8"] {
        let who = town.officer(id).await;
        let html = who.opens(&address(&number)).await.expect(200).body;
        assert!(!html.contains("type=\"file\""), "{id}");
        assert_eq!(who.takes_in(&number, "a.png", &png(7, 7)).await.expect(409).text("code"), "not-yours", "{id}");
        assert_eq!(asks(&who, &number, "a.png", &png(7, 7)).await.expect(409).text("code"), "not-yours", "{id}");
    }
    // To whom it does not exist it does not, whatever they send; so it is for the station that a complaint names.
    for (id, number) in [("Z-1", &number), ("Z-4", &number), ("T-1", &against), ("T-4", &against)] {
        let who = town.officer(id).await;
        let nobodys = who.opens(&address("LKO26-7F3KQ9XW-X")).await.expect(404).body;
        assert_eq!(who.opens(&address(number)).await.expect(404).body, nobodys, "{id}");
        let other = who.takes_in("LKO26-7F3KQ9XW-X", "a.png", &png(7, 7)).await.expect(404).body;
        assert_eq!(who.takes_in(number, "a.png", &png(7, 7)).await.expect(404).body, other, "{id}");
        asks(&who, number, "a.png", &png(7, 7)).await.expect(404);
    }
    // A form of another session, of another site, and of nobody.
    let head = town.officer("T-4").await;
    let foreign = worker.sends_picture(&number, "application/json", &head.form_token, form("a.png", &png(7, 7), None)).await.expect(403);
    assert_eq!(foreign.text("code"), "foreign-form");
    let mut form_of = fields(&[("name", "a.png"), ("bytes", "9"), ("sha256", &"0".repeat(64))]);
    form_of.insert(boot::FORM_TOKEN, head.form_token.clone());
    let body = crate::town::url_encoded(&form_of);
    worker.request("POST", &format!("{}/ask", address(&number)), "application/json", &body).await.expect(403);
    let headers = [
        ("origin", "https://elsewhere.example"),
        ("sec-fetch-site", "cross-site"),
        ("cookie", worker.cookie.as_str()),
        ("content-type", "multipart/form-data; boundary=x"),
    ];
    town.send("POST", &address(&number), &headers, form("a.png", &png(7, 7), None)).await.expect(403);
    town.send("POST", &address(&number), &[("accept", "application/json"), ("content-type", "multipart/form-data; boundary=x")], Vec::new()).await.expect(401);
    assert_eq!((taken(&town, &number).await, taken(&town, &against).await), (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_station_took_in_is_seen_and_not_reported() {
    let town = town().await;
    let number = worked(&town, "9812300915").await;
    let worker = town.officer("T-1").await;
    worker.takes_in(&number, "a.png", &png(21, 9)).await.expect(201);
    // One is on its way while the case goes.
    let late = large(3);
    let ticket = asks(&worker, &number, "b.png", &late).await.expect(201).json();
    assert!((200..300).contains(&sends(&ticket, &late, &[]).await.0));
    makes(&town.officer("T-4").await, &number, "forward", &[("station", "LKO-HZG"), ("words", "घटना वहीं की है")]).await.expect(303);
    checked(&town).await;
    assert_eq!(taken(&town, &number).await, 1, "whoever sent it does not work it any more");
    let address = format!("/desk/complaints/{number}/pictures");
    for id in ["T-1", "T-2", "T-4"] {
        let old = town.officer(id).await;
        let nobodys = old.opens("/desk/complaints/LKO26-7F3KQ9XW-X/pictures").await.expect(404).body;
        for path in [address.clone(), format!("{address}/{}", self::id(&png(21, 9))), format!("{address}/{}/original", self::id(&png(21, 9)))] {
            assert_eq!(old.opens(&path).await.expect(404).body, nobodys, "{id} {path}");
        }
        old.takes_in(&number, "c.png", &png(22, 9)).await.expect(404);
    }
    let (head, next) = (town.officer("Z-4").await, town.officer("Z-1").await);
    makes(&head, &number, "assign", &[("officer", "Z-1")]).await.expect(200);
    spoken(&town, &number, "Z-1").await;
    assert_eq!(town.fetched(&format!("{address}/{}", id(&png(21, 9))), &next.cookie).await.0, 200, "they see it");
    next.takes_in(&number, "d.png", &png(23, 9)).await.expect(201);
    checked(&town).await;
    assert_eq!(standings(&case(&next, &number).await), ["elsewhere", "checked"]);
    let report = |picture: &str| [("findings", FINDINGS.to_owned()), ("picture", picture.to_owned())];
    let files = async |content: Vec<u8>| {
        let form = report(&id(&content));
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        makes(&next, &number, "file-atr", &form).await.status
    };
    assert_eq!((files(png(21, 9)).await, files(png(23, 9)).await), (422, 200));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_came_by_itself_and_was_refused_says_why() {
    let town = town().await;
    let number = worked(&town, "9812300916").await;
    let worker = town.officer("T-1").await;
    spoken(&town, &number, "T-1").await;
    // A ticket is for this file, and as long as five minutes.
    let (good, bad) = (large(4), [b"%PDF-1.4\n".to_vec(), vec![0; 5_000_000]].concat());
    let ticket = asks(&worker, &number, "मौक़ा.png", &good).await.expect(201).json();
    let field = |name: &str| ticket["fields"].as_array().unwrap().iter().find(|field| field[0] == name).map(|field| field[1].as_str().unwrap().to_owned());
    assert_eq!(field("key").unwrap(), format!("taken/{number}/{}", id(&good)));
    assert_eq!(field("Content-Type").as_deref(), Some("image/png"));
    let mut other = good.clone();
    other[60] ^= 1;
    assert!(!(200..300).contains(&sends(&ticket, &other, &[]).await.0), "another file");
    assert!(!(200..300).contains(&sends(&ticket, &good, &[("key", &format!("incoming/{number}/{}", id(&good)))]).await.0), "another place");
    assert!((200..300).contains(&sends(&ticket, &good, &[]).await.0));
    let said = worker.opens(ticket["page"].as_str().unwrap()).await.expect(200).body;
    assert!(said.contains(words::picture_coming(Lang::Hi)) && said.contains(&words::evidence_on_their_way(Lang::Hi, 1)));
    let ticket = asks(&worker, &number, "scan.png", &bad).await.expect(201).json();
    assert!((200..300).contains(&sends(&ticket, &bad, &[]).await.0));
    checked(&town).await;
    let seen = case(&worker, &number).await;
    assert_eq!((seen["pictures"]["coming"].as_u64(), standings(&seen)), (Some(0), vec!["checked"]));
    let why: Vec<&Value> = seen["pictures"]["refused"].as_array().unwrap().iter().collect();
    assert_eq!((why.len(), why[0]["code"].as_str(), why[0]["name"].as_str()), (1, Some("wrong-content"), Some("scan.png")));
    let sentence = words::picture::fault(Lang::Hi, FileFault::WrongContent);
    for page in [format!("/desk/complaints/{number}"), format!("/desk/complaints/{number}/pictures")] {
        let html = worker.opens(&page).await.expect(200).body;
        assert!(html.contains(&*sentence) && html.contains("scan.png"), "{page}");
    }
    // Harm is found in what a scanner knows: it is seen by nobody, goes into no report, and says so.
    let mut harmful = png(33, 9);
    harmful.extend_from_slice(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!$H+H*"].concat().as_bytes());
    worker.takes_in(&number, "h.png", &harmful).await.expect(201);
    checked(&town).await;
    assert_eq!(standings(&case(&worker, &number).await), ["checked", "harmful"]);
    assert!(worker.opens(&format!("/desk/complaints/{number}")).await.expect(200).body.contains(words::picture_harmful(Lang::Hi)));
    assert_eq!(town.fetched(&format!("/desk/complaints/{number}/pictures/{}", id(&harmful)), &worker.cookie).await.0, 404);
    assert_eq!(makes(&worker, &number, "file-atr", &[("findings", FINDINGS), ("picture", &id(&harmful))]).await.status, 422);
}
