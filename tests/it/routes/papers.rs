//! The two papers as they come over HTTP: what stands on them, what does not, and for whom they exist.

use std::collections::BTreeMap;

use domain::lang::Lang;
use reqwest::header::{ACCEPT, COOKIE};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::officer::Officer;
use crate::paper::{Read, scanned, shown};
use crate::town::{Answer, Citizen, Town, fields};

const FINDINGS: &str = "Beat and shop were visited on foot. Two neighbours were heard and both statements were written down, the camera of the shop was looked through, the other side was called to the station and bound in writing. She was told on the phone and is content with it.";
/// What would be a command, a formula, the end of an argument or a turned line, if it ever became markup.
const HOSTILE: &str = "#include \"/etc/passwd\" #sys.version $x^2$ *bold* ] } #eval(\"1+1\") @ref <label> \\ `raw` \u{202e}turned\u{202c} // gone? /* gone? */ = Heading #panic()";

/// A paper as a browser gets it.
async fn fetched(town: &Town, path: &str, cookie: &str) -> (BTreeMap<String, String>, Vec<u8>) {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let response = client.get(format!("{}{path}", town.url())).header(ACCEPT, "text/html,*/*").header(COOKIE, cookie).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200, "{path}");
    let headers = response.headers().iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    (headers, response.bytes().await.unwrap().to_vec())
}

async fn moves(officer: &Officer<'_>, number: &str, wanted: &str, with: &[(&str, &str)]) -> Answer {
    let version = officer.reads(&format!("/desk/complaints/{number}")).await.expect(200).json()["version"].to_string();
    let mut form = fields(with);
    form.insert("version", version);
    officer.posts(&format!("/desk/complaints/{number}/{wanted}"), &form).await.expect(200)
}

/// Files, has it given to T-1, who reached her two minutes ago and reports.
async fn reported(town: &Town, her: &Citizen<'_>, findings: &str) -> String {
    let number = her.files_with(&[("service", "S0"), ("category", "S0-1")]).await.number;
    let (head, worker) = (town.officer("T-4").await, town.officer("T-1").await);
    if works_it(&head.reads(&format!("/desk/complaints/{number}")).await.expect(200).json())["title"] != "उपनिरीक्षक सीमा T-1" {
        moves(&head, &number, "assign", &[("officer", "T-1")]).await;
    }
    town.advance("PT10M").await;
    let at = domain::calendar::wall(town.app().now() - jiff::SignedDuration::from_mins(2));
    let when = format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute());
    moves(&worker, &number, "contact", &[("result", "not_reached"), ("when", &when), ("words", "x")]).await;
    town.advance("PT1M").await;
    moves(&worker, &number, "contact", &[("result", "reached"), ("when", &when), ("words", "x")]).await;
    moves(&worker, &number, "file-atr", &[("findings", findings), ("no_photo_reason", "Spoken to on the phone")]).await;
    number
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_else(|| panic!("no {name} in {value}"))
}

fn hash(says: &str) -> String {
    Sha256::digest(says.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whoever works it: beside its holder, or as its holder where it has not gone up.
fn works_it(complaint: &Value) -> &Value {
    if complaint["working"].is_null() { &complaint["holder"] } else { &complaint["working"] }
}

/// A holder of the JSON as papers name it.
fn named(holder: &Value) -> String {
    let (title, place) = (text(holder, "title"), text(holder, "place"));
    if place.is_empty() || title.contains(place) { title.to_owned() } else { words::holder_at(Lang::Hi, place, title) }
}

/// The lines of a report's hash, from the case as programs read it and what was typed.
fn report_says(case: &Value, address: &str, findings: &str, second: &str) -> String {
    let worker = named(works_it(case));
    let rows = case["timeline"].as_array().unwrap();
    let at = |kind: &str| rows.iter().find(|row| row["kind"] == kind).map(|row| text(row, "at").to_owned()).unwrap_or_default();
    let mut tries: Vec<&str> = rows.iter().filter(|row| row["kind"] == "acted").map(|row| text(row, "at")).collect();
    tries.sort_unstable();
    format!(
        "sunwai-report\t1\nlanguage\thi\nnumber\t{}\ncategory\t{}\nplace\t{}\nregistered_at\t{}\ndue_at\t{}\nfiled_at\t{}\nfiled_by\t{worker}\nnot_reached\t{} {worker}\nreached\t{} {worker}\nfindings\t{}\nno_photo_reason\tSpoken to on the phone\n{second}address\t{address}\n",
        text(case, "number"),
        text(case, "category"),
        text(case, "place"),
        text(case, "registered_at"),
        text(case, "due_at"),
        at("atr_filed"),
        tries[0],
        tries[1],
        findings.replace('\\', "\\\\").replace('\n', "\\n"),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_says_what_was_filed_and_its_hash_is_of_that() {
    let town = Town::new().await;
    let her = town.citizen("9812300551");
    let number = reported(&town, &her, FINDINGS).await;
    let head = town.officer("T-4").await;
    let path = format!("/desk/complaints/{number}/report.pdf");
    let case = head.opens(&format!("/desk/complaints/{number}")).await.expect(200).body;
    assert!(case.contains(&format!("href=\"{path}\"")), "the case leads to its report");

    let (headers, bytes) = fetched(&town, &path, &head.cookie).await;
    assert_eq!((headers["content-type"].as_str(), headers["cache-control"].as_str()), ("application/pdf", "no-store"));
    assert_eq!(headers["content-disposition"], format!("inline; filename=\"{number}-report.pdf\""));
    let read = Read::new(&bytes);
    shown("report", &read);
    let letters = read.letters();
    let address = read.scanned().pop().expect("a code");
    assert!(address.starts_with("http") && address.ends_with(&format!("/hi/complaints/{number}")), "{address}");
    assert!(letters.contains(&number.replace(' ', "")) && letters.contains("Beatandshopwerevisited"), "{letters}");
    assert_eq!(read.pages(), 1);
    let case = head.reads(&format!("/desk/complaints/{number}")).await.expect(200).json();
    let waiting = hash(&report_says(&case, &address, FINDINGS, "waiting\t\n"));
    assert!(letters.contains(&waiting), "{waiting} in {letters}");
    for hers in ["9812300551", "+91", "Sunita", "मकान"] {
        assert!(!letters.contains(hers), "{hers} in {letters}");
    }

    moves(&head, &number, "approve-atr", &[]).await;
    let case = head.reads(&format!("/desk/complaints/{number}")).await.expect(200).json();
    let approved = case["timeline"].as_array().unwrap().iter().find(|row| row["kind"] == "atr_approved").unwrap();
    let posted = words::holder_at(Lang::Hi, text(works_it(&case), "place"), "उपनिरीक्षक सीमा T-4");
    let second = format!("approved_at\t{}\napproved_by\t{posted}\n", text(approved, "at"));
    let (_, bytes) = fetched(&town, &path, &head.cookie).await;
    let letters = Read::new(&bytes).letters();
    shown("report-approved", &Read::new(&bytes));
    assert!(letters.contains(&hash(&report_says(&case, &address, FINDINGS, &second))), "{letters}");
    assert!(!letters.contains(&waiting), "what it says has changed, and so has its hash");
    // It shows what the case shows at once: nobody looked at who she is.
    assert!(!her.reads(&format!("/complaints/{number}")).await.expect(200).body.contains("\"looked\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_only_ever_shown() {
    let town = Town::new().await;
    let her = town.citizen("9812300552");
    let long = format!("{HOSTILE}\n\n{}", "लंबी बात 😀 ਪੰਜਾਬੀ ".repeat(600)).chars().take(6000).collect::<String>();
    let number = reported(&town, &her, long.trim()).await;
    let head = town.officer("T-4").await;
    let (_, bytes) = fetched(&town, &format!("/desk/complaints/{number}/report.pdf"), &head.cookie).await;
    let read = Read::new(&bytes);
    shown("report-hostile", &read);
    let letters = read.letters();
    let expected: String = site::shown_text(HOSTILE).chars().filter(|c| !c.is_whitespace()).collect();
    assert!(letters.contains(&expected), "{expected} in {letters}");
    assert!(!letters.contains("root:") && letters.contains("[?]"));
    assert!(read.pages() > 1, "so much does not fit on one page");
    let address = read.scanned().pop().expect("a code");
    let case = head.reads(&format!("/desk/complaints/{number}")).await.expect(200).json();
    assert!(letters.contains(&hash(&report_says(&case, &address, long.trim(), "waiting\t\n"))), "the hash is of what was typed, printable or not");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_exists_for_whom_the_case_does() {
    let town = Town::new().await;
    let her = town.citizen("9812300553");
    let number = reported(&town, &her, FINDINGS).await;
    let plain = town.citizen("9812300554").files().await.number;
    let accusing = town.citizen("9812300555").files_with(&[("accused_station", "LKO-ALB")]).await.number;
    let head = town.officer("T-4").await;
    let mut answers = Vec::new();
    // Without a report, behind the wall, and nobody's: the same page, but for the help code that each has of its own.
    for known in [plain.as_str(), accusing.as_str(), "SW-0000-0000-0000"] {
        let answer = head.opens(&format!("/desk/complaints/{known}/report.pdf")).await.expect(404);
        answers.push(answer.body.replace(known, ""));
    }
    assert!(answers.iter().all(|body| *body == answers[0]), "{answers:?}");
    assert!(!head.opens(&format!("/desk/complaints/{plain}")).await.expect(200).body.contains("report.pdf"));
    // Nobody who is signed out, and no session of hers.
    let path = format!("/desk/complaints/{number}/report.pdf");
    assert_eq!(town.get(&path, false).await.expect(303).headers["location"], "/desk/sign-in");
    town.send("GET", &path, &[("accept", "application/json"), ("cookie", &her.cookie())], String::new()).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_tells_where_to_ask_and_not_who_asked() {
    let town = Town::new().await;
    let her = town.citizen("9812300556");
    let draft = her.submit("/complaints", &her.form_with(&[("service", "S0"), ("category", "S0-1")])).await.expect(202).hidden("draft");
    let page = her.submit("/complaints/confirm", &fields(&[("draft", &draft), ("code", &her.code().await)])).await.expect(201).body;
    let number = page.split_once("class=\"number\">").unwrap().1.split('<').next().unwrap().to_owned();
    let path = format!("/hi/complaints/{number}/receipt.pdf");
    assert!(page.contains(&format!("href=\"{path}\"")) && page.contains("sms:?body=") && page.contains("https://wa.me/?text="));
    let codes = scanned(&page);
    assert!(matches!(&codes[..], [one] if one.ends_with(&format!("/hi/complaints/{number}"))), "{codes:?}");
    let complaint = her.opens(&format!("/complaints/{number}")).await.expect(200).body;
    assert!(complaint.contains(&format!("href=\"{path}\"")));
    assert_eq!(scanned(&complaint), codes, "the page on paper has the same code");

    let (headers, bytes) = fetched(&town, &path, &her.cookie()).await;
    assert_eq!((headers["content-type"].as_str(), headers["cache-control"].as_str()), ("application/pdf", "no-store"));
    let read = Read::new(&bytes);
    shown("receipt", &read);
    let letters = read.letters();
    assert_eq!((read.pages(), read.scanned()), (1, codes.clone()));
    for said in [number.as_str(), "112", "1090", "181", "1098", "1930"] {
        assert!(letters.contains(said), "{said} in {letters}");
    }
    let json = her.reads(&format!("/complaints/{number}")).await.expect(200).json();
    let holder = named(works_it(&json));
    let says = [
        format!("sunwai-receipt\t1\nlanguage\thi\nnumber\t{number}\nregistered_at\t{}\ndue_at\t{}\n", text(&json, "registered_at"), text(&json, "due_at")),
        format!("allowed\tmonths 2\nholder\t{holder}\n"),
        format!("next_at\t{}\nnext\t{}\naddress\t{}\n", text(&json["next_level"], "at"), named(&json["next_level"]), codes[0]),
    ]
    .concat();
    assert!(letters.contains(&hash(&says)), "{says} {letters}");
    for hers in [her.phone.as_str(), "Sunita", "BNS", "193(2)"] {
        assert!(!letters.contains(&hers.replace(' ', "")), "{hers} in {letters}");
    }

    // Another complaint's session, and none: the way back in, with the number filled in.
    let other = town.citizen("9812300557");
    other.files().await;
    let refused = other.opens(&format!("/complaints/{number}/receipt.pdf")).await.expect(401).body;
    assert!(refused.contains(&number));
    assert_eq!(town.get(&path, false).await.expect(401).body, refused);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_with_its_code_still_fits_into_one_round_trip() {
    let town = Town::new().await;
    let her = town.citizen("9812300558");
    let number = her.files().await.number;
    let browser = reqwest::Client::builder().build().unwrap();
    // Hers, and one that is the same for everybody, which no function draws.
    for path in [format!("/hi/complaints/{number}"), "/hi/".to_owned()] {
        let request = browser.get(format!("{}{path}", town.url())).header(COOKIE, her.cookie()).header(ACCEPT, "text/html");
        let response = request.header("accept-encoding", "gzip").send().await.unwrap();
        assert_eq!(response.headers()["content-encoding"], "gzip", "{path}");
        let size = response.bytes().await.unwrap().len();
        assert!(size <= 14 * 1024, "{path}: {size}");
    }
}
