//! Pictures for the report: from the officer who took them to the one who approves, and what she sees of it.

use domain::lang::Lang;
use domain::number::Number;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::console::{FINDINGS, makes, minutes_ago};
use crate::files::{form, png};
use crate::officer::Officer;
use crate::paper::{Read, shown};
use crate::town::{Town, fields, officer};

const S0: [(&str, &str); 2] = [("service", "S0"), ("category", "S0-1")];

pub(super) fn sha(content: &[u8]) -> String {
    seal::hex(&Sha256::digest(content))
}

pub(super) fn id(content: &[u8]) -> String {
    sha(content)[..32].to_owned()
}

pub(super) async fn case(who: &Officer<'_>, number: &str) -> Value {
    who.reads(&format!("/desk/complaints/{number}")).await.expect(200).json()
}

/// How each picture of a case stands, in the order in which they came.
pub(super) fn standings(case: &Value) -> Vec<&str> {
    case["pictures"]["here"].as_array().unwrap().iter().map(|one| one["standing"].as_str().unwrap()).collect()
}

/// A town with another station and the post above both.
pub(crate) async fn town() -> Town {
    let town = Town::new().await;
    let all = [officer("Z-1", "LKO-HZG", "io", true), officer("Z-4", "LKO-HZG", "sho", true), officer("T-8", "LKO/Alambagh", "circle", true)];
    town.posts(&all.map(|who| (who, None))).await;
    town
}

/// A complaint that T-1 works.
pub(crate) async fn worked(town: &Town, phone: &str) -> String {
    let number = town.citizen(phone).files_with(&S0).await.number;
    if !town.officer("T-1").await.reads("/desk/?view=mine").await.expect(200).body.contains(&number) {
        makes(&town.officer("T-4").await, &number, "assign", &[("officer", "T-1")]).await.expect(200);
    }
    number
}

/// And has spoken to her.
pub(crate) async fn spoken(town: &Town, number: &str, who: &str) {
    town.advance("PT10M").await;
    let when = minutes_ago(town, 2);
    let contact = [("result", "reached"), ("when", when.as_str()), ("words", "फ़ोन पर बात हुई")];
    makes(&town.officer(who).await, number, "contact", &contact).await.expect(200);
}

pub(super) async fn checked(town: &Town) {
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!(tally["failed"], 0, "{tally}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_goes_from_the_officer_into_the_report_and_to_its_reader() {
    let town = town().await;
    let her = town.citizen("9812300901");
    let number = her.files_with(&S0).await.number;
    makes(&town.officer("T-4").await, &number, "assign", &[("officer", "T-2")]).await;
    makes(&town.officer("T-4").await, &number, "assign", &[("officer", "T-1")]).await;
    let (worker, head) = (town.officer("T-1").await, town.officer("T-4").await);
    let (place, other) = (png(60, 40), png(61, 40));
    let page = format!("/desk/complaints/{number}/pictures");

    // From the case a page with a form that needs no script, and from that back to it.
    let html = worker.opens(&format!("/desk/complaints/{number}")).await.expect(200).body;
    assert!(html.contains(&format!("href=\"{page}\"")), "the way to the form stands beside the case");
    spoken(&town, &number, "T-1").await;
    let empty = worker.opens(&page).await.expect(200);
    assert!(empty.body.contains("enctype=\"multipart/form-data\"") && empty.body.contains(words::picture_none(Lang::Hi)));
    assert!(empty.headers["content-security-policy"].contains("connect-src 'self' http"), "it may send a large one to where files lie");
    let sent = worker.sends_picture(&number, "text/html", &worker.form_token, form("मौक़ा.png", &place, None)).await.expect(303);
    assert_eq!(sent.headers["location"], format!("{page}?added={}", id(&place)));
    let list = worker.opens(&sent.headers["location"]).await.expect(200).body;
    assert!(list.contains("मौक़ा.png") && list.contains(words::picture_added(Lang::Hi)) && list.contains(words::picture_held(Lang::Hi)));
    let twice = worker.takes_in(&number, "again.png", &place).await.expect(200).json();
    assert_eq!((twice["already"].as_bool(), twice["here"].as_array().unwrap().len()), (Some(true), 1));
    worker.takes_in(&number, "b.png", &other).await.expect(201);

    // Before it is checked it is given to nobody and goes into no report.
    let copy = format!("{page}/{}", id(&place));
    assert_eq!(town.fetched(&copy, &worker.cookie).await.0, 404);
    let held = makes(&worker, &number, "file-atr", &[("findings", FINDINGS), ("picture", &id(&place))]).await.expect(422);
    assert_eq!(held.text("code"), "unknown-choice");
    let html = worker.opens(&format!("/desk/complaints/{number}")).await.expect(200).body;
    assert!(html.contains(words::picture_held(Lang::Hi)) && !html.contains("name=\"picture\""));
    checked(&town).await;
    assert_eq!(standings(&case(&worker, &number).await), ["checked", "checked"]);
    let html = worker.opens(&format!("/desk/complaints/{number}")).await.expect(200).body;
    assert!(html.contains(&format!("name=\"picture\" value=\"{}\"", id(&place))) && html.contains(&format!("href=\"{copy}\"")));

    // What is seen is drawn anew; the original says where it was taken, and asks for a reason as her address does.
    let (status, headers, content) = town.fetched(&copy, &head.cookie).await;
    assert_eq!((status, headers["content-type"].as_str()), (200, "image/jpeg"));
    let holds = |wanted: &[u8]| content.windows(wanted.len()).any(|part| part == wanted);
    assert!(content.starts_with(b"\xff\xd8\xff") && !holds(b"GPS") && headers["content-security-policy"].contains("sandbox"));
    assert_eq!(town.fetched(&format!("{copy}/original"), &head.cookie).await.1["location"], format!("/desk/complaints/{number}#look"));
    makes(&head, &number, "look", &[("reason", "review")]).await.expect(200);
    assert_eq!(sha(&town.fetched(&format!("{copy}/original"), &head.cookie).await.2), sha(&place));
    let at = Number::parse(&number).unwrap();
    let mut looks = town.app().store().picture_looks(&at).await.unwrap();
    looks.sort_by_key(|look| look.shown.tag());
    let looks: Vec<_> = looks.iter().map(|look| (look.officer.as_str(), look.shown)).collect();
    assert_eq!(looks, [("T-4", store::Shown::Copy), ("T-4", store::Shown::Original)]);

    // One of the two goes into the report; no reason is asked for then. The other came after the form was opened, and nobody minds.
    let version = case(&worker, &number).await["version"].to_string();
    let late = png(62, 40);
    worker.takes_in(&number, "c.png", &late).await.expect(201);
    let mut report = fields(&[("findings", FINDINGS), ("picture", &id(&other)), ("no_photo_reason", "")]);
    report.insert("version", version);
    worker.submits(&format!("/desk/complaints/{number}/file-atr"), &report).await.expect(303);
    let seen = case(&head, &number).await;
    let chosen: Vec<bool> = seen["pictures"]["here"].as_array().unwrap().iter().map(|one| one["in_report"].as_bool().unwrap()).collect();
    assert_eq!(chosen, [false, true, false]);
    let html = head.opens(&format!("/desk/complaints/{number}")).await.expect(200).body;
    assert_eq!(html.matches(words::picture_chosen(Lang::Hi)).count(), 1);
    assert!(html.find("id=\"pictures\"") < html.find("id=\"approve-atr\""), "they stand before the approval");

    // The paper names it: what it is known by, when it came, who took it in.
    let (_, _, pdf) = town.fetched(&format!("/desk/complaints/{number}/report.pdf"), &head.cookie).await;
    let paper = Read::new(&pdf);
    shown("report-with-picture", &paper);
    let text = paper.letters();
    assert!(text.contains(&sha(&other)) && !text.contains(&sha(&place)), "{text}");
    makes(&head, &number, "approve-atr", &[]).await.expect(200);
    makes(&head, &number, "dispose", &[("closing", "done")]).await.expect(200);

    // She sees that there are pictures, and none of them; her own list and certificate have none.
    let hers = her.reads(&format!("/complaints/{number}")).await.expect(200);
    let rows: Vec<Value> = hers.json()["timeline"].as_array().unwrap().iter().filter(|row| row["kind"] == "picture_added").cloned().collect();
    assert_eq!(rows.len(), 3);
    let said = rows[2]["text"].as_str().unwrap();
    assert!(said.contains(words::happened_picture(Lang::Hi)) && said.replace(' ', "").contains(&sha(&place)), "{said}");
    assert!(!hers.body.contains("/pictures/") && !hers.body.contains("मौक़ा"));
    assert_eq!(her.reads(&format!("/complaints/{number}/evidence")).await.expect(200).json()["files"].as_array().unwrap().len(), 0);
    her.opens(&format!("/complaints/{number}/certificate.pdf")).await.expect(404);
    assert_eq!(town.fetched(&page, &her.cookie()).await.1["location"], "/desk/sign-in");
    assert_eq!(town.app().store().load(&at).await.unwrap().unwrap().evidence, domain::evidence::Collected::default());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_has_a_checked_picture_or_says_why_it_has_none() {
    let town = town().await;
    let number = worked(&town, "9812300902").await;
    let her = town.citizen("9812300903");
    let hers = her.files_with(&S0).await.number;
    her.adds(&hers, "a.png", &png(31, 31)).await.expect(201);
    let worker = town.officer("T-1").await;
    worker.takes_in(&number, "a.png", &png(30, 30)).await.expect(201);
    spoken(&town, &number, "T-1").await;
    checked(&town).await;

    // Neither: the fault says what is missing, and nothing typed is lost.
    let path = format!("/desk/complaints/{number}/file-atr");
    let mut report = fields(&[("findings", FINDINGS), ("no_photo_reason", " ")]);
    report.insert("version", case(&worker, &number).await["version"].to_string());
    let html = worker.submits(&path, &report).await.expect(422).body;
    assert!(html.contains(words::picture_fault_neither(Lang::Hi)) && html.contains(FINDINGS) && html.contains("href=\"#file-atr-no_photo_reason\""));
    assert_eq!(worker.posts(&path, &report).await.expect(422).text("code"), "no-picture-no-reason");
    // A fault elsewhere leaves the tick.
    report.insert("findings", "बहुत छोटी".to_owned());
    report.insert("picture", id(&png(30, 30)));
    let html = worker.submits(&path, &report).await.expect(422).body;
    assert!(html.contains("type=\"checkbox\"") && html.split("type=\"checkbox\"").nth(1).unwrap().split('>').next().unwrap().contains("checked"));
    // What nobody took in, what is hers and what is no name at all is no choice.
    report.insert("findings", FINDINGS.to_owned());
    for other in ["0".repeat(32), id(&png(31, 31)), "../x".to_owned(), format!("{} {}", id(&png(30, 30)), "f".repeat(32))] {
        report.insert("picture", other.clone());
        assert_eq!(worker.posts(&path, &report).await.expect(422).text("code"), "unknown-choice", "{other}");
    }
    // With a reason it is taken as before; with a picture, and with both.
    for (picture, reason) in [("", "Dark"), (id(&png(30, 30)).as_str(), ""), (id(&png(30, 30)).as_str(), "Dark")] {
        makes(&worker, &number, "file-atr", &[("findings", FINDINGS), ("picture", picture), ("no_photo_reason", reason)]).await.expect(200);
        let chosen = case(&worker, &number).await["pictures"]["here"][0]["in_report"].as_bool();
        assert_eq!(chosen, Some(!picture.is_empty()), "{picture} {reason}");
        let (_, _, pdf) = town.fetched(&format!("/desk/complaints/{number}/report.pdf"), &worker.cookie).await;
        let text = Read::new(&pdf).letters();
        assert_eq!((text.contains("Dark"), text.contains(&sha(&png(30, 30)))), (!reason.is_empty(), !picture.is_empty()), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lies_there_is_sealed_and_tells_nobody_of_her() {
    let town = town().await;
    let number = worked(&town, "9812300904").await;
    let worker = town.officer("T-1").await;
    let picture = png(44, 44);
    worker.takes_in(&number, "Sunita Devi ka ghar.png", &picture).await.expect(201);
    checked(&town).await;
    let mut found = Vec::new();
    let mut folders = vec![town.local().files.clone().unwrap().join(local::s3::BUCKET)];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    let mut shelves: Vec<String> =
        found.iter().map(|path| path.strip_prefix(town.local().files.clone().unwrap()).unwrap().to_string_lossy().into_owned()).collect();
    shelves.sort();
    let bucket = local::s3::BUCKET;
    assert_eq!(shelves, [format!("{bucket}/drawn/{number}/{}", id(&picture)), format!("{bucket}/pictures/{number}/{}", id(&picture))]);
    for path in &found {
        let content = std::fs::read(path).unwrap();
        assert!(!content.windows(4).any(|part| part == b"IHDR") && !content.starts_with(b"\xff\xd8\xff"), "sealed: {path:?}");
    }
    let rows = serde_json::to_string(&town.rows(&local::tables().main).await).unwrap();
    assert!(!rows.contains("Sunita Devi ka ghar") && rows.contains(&sha(&picture)));
    // What an officer called it may name her: another reads it where she is open.
    let name = |case: &Value| case["pictures"]["here"][0]["name"].as_str().map(str::to_owned);
    assert_eq!(name(&case(&worker, &number).await).as_deref(), Some("Sunita Devi ka ghar.png"));
    let head = town.officer("T-4").await;
    assert_eq!(name(&case(&head, &number).await), None);
    makes(&head, &number, "look", &[("reason", "review")]).await.expect(200);
    assert!(name(&case(&head, &number).await).is_some());
    // Erased is erased.
    town.app().store().erase(&Number::parse(&number).unwrap()).await.unwrap();
    assert_eq!(town.fetched(&format!("/desk/complaints/{number}/pictures/{}", id(&picture)), &worker.cookie).await.0, 404);
    worker.takes_in(&number, "b.png", &png(45, 45)).await.expect(404);
}
