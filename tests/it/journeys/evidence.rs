//! What she adds to her complaint, from the form to the officer who has a reason to see it.

use domain::lang::Lang;
use domain::number::Number;
use local::{Options, seed::Seed};
use reqwest::header::COOKIE;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::files::{form, png};
use crate::journeys::console::makes;
use crate::town::{Citizen, Filed, Town, fields};

const URGENT: [(&str, &str); 2] = [("service", "S1"), ("category", "S1-1")];

fn sha(content: &[u8]) -> String {
    seal::hex(&Sha256::digest(content))
}

fn holds(heap: &[u8], wanted: &[u8]) -> bool {
    heap.windows(wanted.len()).any(|part| part == wanted)
}

async fn case(town: &Town, who: &str, number: &str) -> Value {
    town.officer(who).await.reads(&format!("/desk/complaints/{number}")).await.expect(200).json()
}

fn files(page: &Value) -> &Vec<Value> {
    page.get("evidence").or_else(|| page.get("files")).unwrap().as_array().unwrap()
}

/// Everything that lies in the bucket.
fn objects(town: &Town) -> Vec<(String, Vec<u8>)> {
    let mut folders = vec![town.local().files.clone().unwrap().join(local::s3::BUCKET)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.to_string_lossy().into_owned(), std::fs::read(path).unwrap()));
            }
        }
    }
    found
}

async fn begun(phone: &str) -> (Town, Filed, String) {
    let town = Town::new().await;
    let her = town.citizen(phone);
    let filed = her.files_with(&URGENT).await;
    let cookie = her.cookie();
    (town, filed, cookie)
}

fn again<'t>(town: &'t Town, phone: &str, cookie: &str) -> Citizen<'t> {
    let her = town.citizen(phone);
    her.has(cookie);
    her
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_goes_from_her_form_to_the_officer_who_gave_a_reason() {
    let (town, filed, cookie) = begun("9812300701").await;
    let her = again(&town, "9812300701", &cookie);
    let number = filed.number.as_str();
    let photo = png(60, 40);
    assert!(holds(&photo, b"GPS 26.8467"), "the camera wrote beside it where it was");

    // Her own page leads to the form, and the form is one that needs no script.
    let page = her.opens(&format!("/complaints/{number}")).await.expect(200).body;
    assert!(page.contains(&format!("href=\"/hi/complaints/{number}/evidence\"")));
    let empty = her.opens(&format!("/complaints/{number}/evidence")).await.expect(200).body;
    assert!(empty.contains("enctype=\"multipart/form-data\"") && empty.contains(words::evidence_none(Lang::Hi)));

    let sent = her.sends_form(number, "text/html", form("घर के बाहर.png", &photo, None)).await.expect(303);
    let (path, _) = sent.headers["location"].split_once('#').unwrap();
    let id = path.split_once("?added=").unwrap().1.to_owned();
    assert_eq!(id, sha(&photo)[..32]);
    let list = her.opens(&path["/hi".len()..]).await.expect(200).body;
    assert!(list.contains("घर के बाहर.png") && list.contains(words::evidence_added(Lang::Hi)) && list.contains(words::evidence_state_held(Lang::Hi)));
    let grouped = sha(&photo).as_bytes().chunks(16).map(|part| String::from_utf8_lossy(part).into_owned()).collect::<Vec<_>>().join(" ");
    assert!(list.contains(&grouped), "her page has the SHA-256");
    // Pressed twice, loaded again: it is one.
    let twice = her.adds(number, "another-name.png", &photo).await.expect(200).json();
    assert_eq!((twice["already"].as_bool(), files(&twice).len()), (Some(true), 1));
    let timeline = her.reads(&format!("/complaints/{number}")).await.expect(200).json()["timeline"].clone();
    let added: Vec<&Value> = timeline.as_array().unwrap().iter().filter(|row| row["kind"] == "evidence_added").collect();
    assert_eq!(added.len(), 1);
    assert!(added[0]["text"].as_str().unwrap().contains(&grouped), "and the timeline has it: {}", added[0]);

    // Nobody has looked at it yet: it is there, and given out to nobody.
    let address = format!("/desk/complaints/{number}/evidence/{id}");
    let worker = town.officer("T-5").await;
    let seen = case(&town, "T-5", number).await;
    assert_eq!((files(&seen)[0]["state"].as_str(), files(&seen)[0]["name"].is_null()), (Some("held"), true), "its name is closed as hers is");
    makes(&worker, number, "look", &[("reason", "report")]).await.expect(200);
    assert_eq!(town.fetched(&address, &worker.cookie).await.0, 404);
    assert_eq!(town.fetched(&format!("{address}/original"), &worker.cookie).await.0, 404);

    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["ready"].as_u64(), tally["failed"].as_u64()), (Some(1), Some(0)), "{tally}");
    assert_eq!(town.local().jobs.check_evidence().await["found"], 0, "once is enough");
    let seen = case(&town, "T-5", number).await;
    assert_eq!((files(&seen)[0]["copy"].as_bool(), files(&seen)[0]["name"].as_str()), (Some(true), Some("घर के बाहर.png")));
    let html = worker.opens(&format!("/desk/complaints/{number}")).await.expect(200).body;
    assert!(html.contains(&format!("href=\"{address}\"")) && html.contains(&format!("href=\"{address}/original\"")));

    let (status, headers, copy) = town.fetched(&address, &worker.cookie).await;
    assert_eq!((status, headers["content-type"].as_str(), headers["cache-control"].as_str()), (200, "image/jpeg", "no-store"));
    assert!(headers["content-security-policy"].contains("sandbox") && headers["x-content-type-options"] == "nosniff");
    assert!(copy.starts_with(b"\xff\xd8\xff") && !holds(&copy, b"GPS") && !holds(&copy, b"Sunita"), "drawn anew, without what the camera wrote");
    let (status, headers, original) = town.fetched(&format!("{address}/original"), &worker.cookie).await;
    assert_eq!((status, headers["content-type"].as_str()), (200, "application/octet-stream"));
    assert_eq!(headers["content-disposition"], format!("attachment; filename=\"{number}-{}.png\"", &id[..8]), "called by nothing that she typed");
    assert_eq!(sha(&original), sha(&photo), "the original, byte for byte");

    // Each time is written down: who, when, what.
    let mut looks = town.app().store().looks(&Number::parse(number).unwrap()).await.unwrap();
    looks.sort_by_key(|look| look.shown.tag());
    assert_eq!(
        looks.iter().map(|look| (look.officer.as_str(), look.shown)).collect::<Vec<_>>(),
        [("T-5", store::Shown::Copy), ("T-5", store::Shown::Original)]
    );
    let whole = her.reads(&format!("/complaints/{number}")).await.expect(200).body;
    assert!(whole.contains("\"looked\""), "and she sees that somebody looked");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_closed_to_whom_her_name_is_closed() {
    let (town, filed, cookie) = begun("9812300702").await;
    let her = again(&town, "9812300702", &cookie);
    let number = filed.number.as_str();
    let id = her.adds(number, "a.png", &png(10, 10)).await.expect(201).text("added");
    let accusing = town.citizen("9812300703");
    let against = accusing.files_with(&[URGENT[0], URGENT[1], ("accused_station", "LKO-ALB")]).await;
    let hidden = accusing.adds(&against.number, "b.png", &png(11, 11)).await.expect(201).text("added");
    town.local().jobs.check_evidence().await;
    let address = |number: &str, id: &str, what: &str| format!("/desk/complaints/{number}/evidence/{id}{what}");
    let head = town.officer("T-4").await;
    for what in ["", "/original"] {
        // No reason was given: a browser is led to where it is given, and nothing is given out.
        let (status, headers, body) = town.fetched(&address(number, &id, what), &head.cookie).await;
        assert_eq!((status, headers["location"].as_str(), body.len()), (303, format!("/desk/complaints/{number}#look").as_str(), 0));
        // Behind the wall it is the same as a file that is nobody's, whatever the reason.
        let nobodys = head.opens(&address(number, &"0".repeat(32), what)).await.expect(404).body;
        for walled in [address(&against.number, &hidden, what), address("LKO26-7F3KQ9XW-X", &id, what), address(&against.number, &id, what)] {
            assert_eq!(head.opens(&walled).await.expect(404).body, nobodys, "{walled}");
        }
        assert_eq!(town.fetched(&address(number, &id, what), &her.cookie()).await.0, 303, "her session opens no desk");
        town.send("GET", &address(number, &id, what), &[("accept", "application/json")], "").await.expect(401);
    }
    makes(&head, number, "look", &[("reason", "contact")]).await.expect(200);
    assert_eq!(town.fetched(&address(number, &id, ""), &head.cookie).await.0, 200);
    // Another officer's reason is not this one's, and a reason does not last.
    assert_eq!(town.fetched(&address(number, &id, ""), &town.officer("T-5").await.cookie).await.0, 303);
    town.advance("PT16M").await;
    assert_eq!(town.fetched(&address(number, &id, ""), &town.officer("T-4").await.cookie).await.0, 303);
    let looks = town.app().store().looks(&Number::parse(number).unwrap()).await.unwrap();
    assert_eq!(looks.len(), 1, "what was not given out was not looked at");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_adds_to_anothers_complaint() {
    let (town, filed, cookie) = begun("9812300704").await;
    let other = town.citizen("9812300705");
    other.files_with(&URGENT).await;
    for who in [other.cookie(), "__Host-sunwai=0000".to_owned()] {
        let thief = again(&town, "9812300705", &who);
        thief.adds(&filed.number, "a.png", &png(4, 4)).await.expect(401);
        thief.opens(&format!("/complaints/{}/evidence", filed.number)).await.expect(401);
    }
    let foreign = [
        ("origin", "https://elsewhere.example"),
        ("sec-fetch-site", "cross-site"),
        ("cookie", cookie.as_str()),
        ("content-type", "multipart/form-data; boundary=x"),
    ];
    town.send("POST", &format!("/hi/complaints/{}/evidence", filed.number), &foreign, form("a.png", &png(4, 4), None)).await.expect(403);
    assert!(objects(&town).is_empty(), "and nothing lies in the bucket");
    let number = Number::parse(&filed.number).unwrap();
    assert!(town.app().store().files(&number).await.unwrap().is_empty());
    assert_eq!(town.app().store().load(&number).await.unwrap().unwrap().evidence.files, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lies_in_the_bucket_is_sealed_and_goes_with_the_key() {
    let (town, filed, cookie) = begun("9812300706").await;
    let her = again(&town, "9812300706", &cookie);
    let photo = png(50, 50);
    let id = her.adds(&filed.number, "Sunita Devi ghar.png", &photo).await.expect(201).text("added");
    town.local().jobs.check_evidence().await;
    let lie = objects(&town);
    assert_eq!(lie.len(), 2, "the original and its copy: {:?}", lie.iter().map(|(name, _)| name).collect::<Vec<_>>());
    for (name, content) in &lie {
        assert!(!holds(content, b"PNG") && !holds(content, b"IHDR") && !holds(content, b"\xff\xd8\xff") && !holds(content, b"GPS"), "{name}");
        assert!(!name.contains("Sunita") && !name.contains("9812300706"));
    }
    let rows = serde_json::to_string(&town.rows(&local::tables().main).await).unwrap();
    assert!(!rows.contains("Sunita Devi ghar") && rows.contains(&sha(&photo)));
    // Put into the place of another file, what was sealed does not open.
    let second = her.adds(&filed.number, "b.png", &png(51, 51)).await.expect(201).text("added");
    let place = |id: &str| lie.iter().map(|(name, _)| name).find(|name| name.contains("originals")).unwrap().replace(&*lie_id(&lie), id);
    std::fs::copy(place(&id), place(&second)).unwrap();
    forget_hashes(&town);
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["ready"].as_u64(), tally["failed"].as_u64()), (Some(0), Some(1)), "{tally}");
    // Nor does a copy.
    let third = her.adds(&filed.number, "d.png", &png(53, 53)).await.expect(201).text("added");
    assert_eq!(town.local().jobs.check_evidence().await["ready"], 1);
    let copies = |id: &str| lie.iter().map(|(name, _)| name).find(|name| name.contains("copies")).unwrap().replace(&*lie_id(&lie), id);
    std::fs::copy(copies(&id), copies(&third)).unwrap();
    forget_hashes(&town);
    let reader = town.officer("T-5").await;
    makes(&reader, &filed.number, "look", &[("reason", "review")]).await.expect(200);
    let drawn = |id: &str| format!("/desk/complaints/{}/evidence/{id}", filed.number);
    assert_eq!((town.fetched(&drawn(&id), &reader.cookie).await.0, town.fetched(&drawn(&third), &reader.cookie).await.0), (200, 500));
    // Erased is erased: the hash stays, the file does not open any more.
    let number = Number::parse(&filed.number).unwrap();
    town.app().store().erase(&number).await.unwrap();
    let head = town.officer("T-5").await;
    makes(&head, &filed.number, "look", &[("reason", "court")]).await.expect(200);
    assert_eq!(town.fetched(&format!("/desk/complaints/{}/evidence/{id}/original", filed.number), &head.cookie).await.0, 404);
    her.adds(&filed.number, "c.png", &png(52, 52)).await.expect(404);
}

/// Forgets the hashes that the bucket keeps by itself: whoever can change what lies there can change those.
fn forget_hashes(town: &Town) {
    for path in std::fs::read_dir(town.local().files.clone().unwrap()).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_file() {
            std::fs::remove_file(path).unwrap();
        }
    }
}

fn lie_id(lie: &[(String, Vec<u8>)]) -> String {
    let name = &lie.iter().find(|(name, _)| name.contains("originals")).unwrap().0;
    name.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_held_until_it_is_scanned() {
    let (town, filed, cookie) = begun("9812300707").await;
    let her = again(&town, "9812300707", &cookie);
    let number = filed.number.as_str();
    town.fault("scanner", "fail").await;
    her.adds(number, "a.png", &png(9, 9)).await.expect(201);
    let pdf = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".to_vec();
    her.adds(number, "b.pdf", &pdf).await.expect(201);
    let eicar = ["%PDF-1.4\nX5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!$H+H*"].concat();
    her.adds(number, "c.pdf", eicar.as_bytes()).await.expect(201);
    let tally = town.local().jobs.check_evidence().await;
    assert_eq!((tally["held"].as_u64(), tally["ready"].as_u64()), (Some(3), Some(0)), "{tally}");
    assert!(files(&case(&town, "T-5", number).await).iter().all(|file| file["state"] == "held"));
    // It is back: what waited is looked at when it is due again, and no sooner.
    town.fault("scanner", "off").await;
    assert_eq!(town.local().jobs.check_evidence().await["found"], 0);
    town.advance("PT2M").await;
    let seen = case(&town, "T-5", number).await;
    let states: Vec<&str> = files(&seen).iter().map(|file| file["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["ready", "ready", "harmful"]);
    let head = town.officer("T-5").await;
    makes(&head, number, "look", &[("reason", "review")]).await.expect(200);
    let address = |n: usize| format!("/desk/complaints/{number}/evidence/{}/original", files(&seen)[n]["id"].as_str().unwrap());
    assert_eq!(town.fetched(&address(1), &head.cookie).await.0, 200);
    assert_eq!(town.fetched(&address(2), &head.cookie).await.0, 404, "what is harmful is given out to nobody");
    assert!(her.opens(&format!("/complaints/{number}/evidence")).await.expect(200).body.contains(words::evidence_state_harmful(Lang::Hi)));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_scanner_whoever_opens_it_is_told() {
    let town = Town::with(Options { scanner: Some(String::new()), seed: Seed::Empty, jobs: false, ..Options::default() }).await;
    let her = town.citizen("9812300708");
    let number = her.files_with(&URGENT).await.number;
    her.adds(&number, "a.pdf", b"%PDF-1.4\n%%EOF").await.expect(201);
    town.local().jobs.check_evidence().await;
    let head = town.officer("T-5").await;
    makes(&head, &number, "look", &[("reason", "review")]).await.expect(200);
    let html = head.opens(&format!("/desk/complaints/{number}")).await.expect(200).body;
    assert!(html.contains(words::case_evidence_unscanned(Lang::Hi)) && html.contains("/original\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_file_costs_a_complaint_and_none_is_half_there() {
    let (town, filed, cookie) = begun("9812300709").await;
    let her = again(&town, "9812300709", &cookie);
    let number = Number::parse(&filed.number).unwrap();
    let photo = png(12, 12);
    // The bucket is away, then loses its reply; then the table is away after the bytes were laid down.
    for (outlet, mode) in [("s3", "fail"), ("s3", "lose-reply")] {
        town.fault(outlet, mode).await;
        her.adds(&filed.number, "a.png", &photo).await.expect(503);
        town.fault(outlet, "off").await;
        assert!(town.app().store().files(&number).await.unwrap().is_empty(), "nothing says that it is there");
        assert_eq!(her.reads(&format!("/complaints/{number}")).await.expect(200).json()["status"], "assigned", "the complaint is");
    }
    her.adds(&filed.number, "a.png", &photo).await.expect(201);
    town.local().jobs.check_evidence().await;
    let file = town.app().store().files(&number).await.unwrap().remove(0);
    assert_eq!(file.state, domain::evidence::FileState::Ready { scan: domain::evidence::Scan::Clean, copy: true });
    // While the bucket is away a file waits to be looked at, and is looked at later.
    her.adds(&filed.number, "b.png", &png(13, 13)).await.expect(201);
    town.fault("s3", "fail").await;
    assert_eq!(town.local().jobs.check_evidence().await["failed"], 1);
    town.fault("s3", "off").await;
    assert_eq!(town.local().jobs.check_evidence().await["ready"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_at_once_fill_twenty_places_and_no_more() {
    let (town, filed, cookie) = begun("9812300710").await;
    let her = again(&town, "9812300710", &cookie);
    let pictures: Vec<Vec<u8>> = (0..30).map(|n| png(4 + n, 4)).collect();
    // Each of thirty files twice or so: who loses five races is told to send it again, and nothing is counted twice.
    let mut left: Vec<usize> = (0..30).chain(0..20).collect();
    for _ in 0..40 {
        let sent = left.iter().map(|n| her.adds(&filed.number, "a.png", &pictures[*n]));
        let answers = futures::future::join_all(sent).await;
        left = left.iter().zip(&answers).filter(|(_, answer)| answer.status == 503).map(|(n, _)| *n).collect();
        assert!(answers.iter().all(|answer| [200, 201, 422, 503].contains(&answer.status)), "{answers:?}");
        if left.is_empty() {
            break;
        }
    }
    assert!(left.is_empty(), "everybody got an answer in the end");
    let number = Number::parse(&filed.number).unwrap();
    let (complaint, events) = town.app().store().history(&number).await.unwrap().unwrap();
    let added = events.iter().filter(|stored| stored.event.kind.tag() == "evidence_added").count();
    assert_eq!((usize::from(complaint.evidence.files), added, town.app().store().files(&number).await.unwrap().len()), (20, 20, 20));
    let full = her.adds(&filed.number, "z.png", &png(90, 90)).await.expect(422);
    assert_eq!(full.json()["code"], "too-many");
    assert!(her.opens(&format!("/complaints/{number}/evidence")).await.expect(200).body.contains(words::evidence_full(Lang::Hi)));
}

#[tokio::test(flavor = "multi_thread")]
async fn her_list_is_there_in_both_languages_and_after_the_way_back_in() {
    let town = Town::new().await;
    let her = town.citizen("9812300711").in_english();
    let filed = her.files_with(&URGENT).await;
    her.adds(&filed.number, "a.png", &png(20, 20)).await.expect(201);
    town.advance("PT2H").await;
    let path = format!("/complaints/{}/evidence", filed.number);
    her.opens(&path).await.expect(401);
    her.post("/track/confirm", &fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(200);
    let page = her.opens(&path).await.expect(200).body;
    assert!(page.contains(words::evidence_title(Lang::En)) && page.contains("a.png") && page.contains(&format!("/hi{path}")));
    let (status, headers, _) = town.fetched(&format!("/en{path}"), &her.cookie()).await;
    assert_eq!((status, headers["cache-control"].as_str()), (200, "no-store"));
    assert!(!headers.contains_key(COOKIE.as_str()));
}

#[tokio::test(flavor = "multi_thread")]
async fn her_papers_have_the_hashes_and_the_log() {
    let (town, filed, cookie) = begun("9812300712").await;
    let her = again(&town, "9812300712", &cookie);
    let number = filed.number.as_str();
    let paper = |name: &str| format!("/hi/complaints/{number}/{name}.pdf");
    assert_eq!(town.fetched(&paper("certificate"), &cookie).await.0, 404, "without a file there is nothing to certify");
    let photo = png(70, 30);
    let id = her.adds(number, "Sunita ghar.png", &photo).await.expect(201).text("added");
    town.local().jobs.check_evidence().await;
    let letters = |pdf: &[u8]| crate::paper::Read::new(pdf).letters();
    let (status, _, receipt) = town.fetched(&paper("receipt"), &cookie).await;
    assert_eq!(status, 200);
    assert!(letters(&receipt).contains(&sha(&photo)), "the receipt has the SHA-256");
    let (_, _, before) = town.fetched(&paper("certificate"), &cookie).await;
    let head = town.officer("T-5").await;
    makes(&head, number, "look", &[("reason", "report")]).await.expect(200);
    assert_eq!(town.fetched(&format!("/desk/complaints/{number}/evidence/{id}/original"), &head.cookie).await.0, 200);
    let (_, headers, after) = town.fetched(&paper("certificate"), &cookie).await;
    crate::paper::shown("certificate", &crate::paper::Read::new(&after));
    let (before, after) = (letters(&before), letters(&after));
    assert!(before.contains(&sha(&photo)) && after.contains(&sha(&photo)) && after.contains("63(4)"));
    let log = format!("{}…", &id[..8]);
    assert!(!before.contains(&log) && after.contains(&log), "who was given it is in the log: {after}");
    for hers in ["Sunita", "9812300712", "ghar"] {
        assert!(!after.contains(hers), "{hers}");
    }
    assert_eq!(headers["content-disposition"], format!("inline; filename=\"{number}-63-4.pdf\""));
    town.send("GET", &paper("certificate"), &[("accept", "application/json")], "").await.expect(401);
}
