//! The conflict wall and the table of access: what names a station does not exist for anybody there, in any answer.

use domain::access::{DeskMove, Role, may};
use domain::decide::Refusal;
use domain::lang::Lang;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::officer::Officer;
use crate::town::{Filed, TUESDAY, Town, fields, officer};
use local::Options;
use local::seed::Seed;

const URGENT: [(&str, &str); 2] = [("service", "S1"), ("category", "S1-1")];

/// How many random walks of an officer are compared; `SUNWAI_WALKS` asks for more.
fn walks() -> u32 {
    std::env::var("SUNWAI_WALKS").ok().and_then(|text| text.parse().ok()).unwrap_or(1000)
}

/// A town and the complaints that everybody may see; one world has another one, about the station.
async fn world(with_accusation: bool) -> (Town, Vec<Filed>, Option<Filed>) {
    // A clock that stands: what is drawn by the minute is drawn alike.
    let begins: domain::Timestamp = TUESDAY.parse().unwrap();
    let clock = boot::Clock::Set(std::sync::Arc::new(begins.as_second().into()));
    let town = Town::with(Options { seed: Seed::Empty, jobs: false, clock: Some(clock), ..Options::default() }).await;
    let circle = officer("T-8", "LKO/Alambagh", "circle", false);
    // One woman officer alone: of two with as many open ones, the random number decides.
    let crew = [(circle.clone(), None), (officer("T-2", "LKO-ALB", "io", false), None)];
    town.app().store().put_officers(&crew).await.unwrap();
    town.app().store().put_accounts(&[domain::account::Account::of(&circle, town.app().now())]).await.unwrap();
    let mut open = Vec::new();
    for n in 0..4 {
        open.push(town.citizen(&format!("981230040{n}")).files_with(&URGENT).await);
        // One after the other, so that no two fall due in one second.
        town.advance("PT1M").await;
    }
    let accusing = if with_accusation {
        let named = [URGENT[0], URGENT[1], ("accused_station", "LKO-ALB"), ("name", "सुनीता देवी")];
        Some(town.citizen("9812300499").files_with(&named).await)
    } else {
        None
    };
    town.advance("PT1M").await;
    town.texts().await;
    (town, open, accusing)
}

/// The numbers in the order of the list: of two that fall due in one second the random number decides.
async fn listed(town: &Town, filed: &[Filed]) -> Vec<String> {
    let list = town.officer("T-4").await.reads("/desk/?view=unit").await.expect(200).json();
    let numbers: Vec<String> = list["rows"].as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap().to_owned()).collect();
    assert!(numbers.len() == filed.len() && filed.iter().all(|f| numbers.contains(&f.number)));
    numbers
}

/// What somebody at the accused station may try; `0` stands for a number that both worlds have, `1` for the one that only one has.
fn tries() -> impl Strategy<Value = (u8, u8)> {
    (0u8..18, 0u8..8)
}

/// The request that a try is: method, path and body. The numbers differ between the worlds and are put in by place.
fn request(kind: u8, pick: u8, numbers: &[String], hidden: &str, token: &str) -> (&'static str, String, String) {
    let number = if pick < 5 { numbers[usize::from(pick) % numbers.len()].as_str() } else { hidden };
    let form = |rest: &str| format!("form_token={token}&{rest}");
    match kind {
        0 => ("GET", "/desk/?view=unit".to_owned(), String::new()),
        1 => ("GET", "/desk/?view=unassigned".to_owned(), String::new()),
        2 => ("GET", "/desk/?view=overdue&category=S1-1".to_owned(), String::new()),
        3 => ("GET", "/desk/export.csv?view=unit".to_owned(), String::new()),
        4 | 5 => ("GET", format!("/desk/complaints/{number}"), String::new()),
        6 => ("POST", "/desk/search".to_owned(), form(&format!("q={number}"))),
        7 => ("POST", "/desk/search".to_owned(), form("q=9812300499")),
        8 => ("POST", "/desk/search".to_owned(), form("q=Sunita")),
        9 => ("POST", format!("/desk/complaints/{number}/note"), form("words=x")),
        10 => ("POST", format!("/desk/complaints/{number}/look"), form("reason=contact")),
        11 => ("POST", "/desk/bulk".to_owned(), form(&format!("move=note&number={number}"))),
        12 => ("POST", "/desk/bulk".to_owned(), form(&format!("move=note&confirmed=yes&words=x&number={number}"))),
        13 => ("GET", format!("/desk/complaints/{number}/report.pdf"), String::new()),
        14 => ("POST", "/desk/search".to_owned(), form("q=Alambagh")),
        15 => ("GET", "/hi/suggestions".to_owned(), String::new()),
        16 => ("POST", format!("/desk/complaints/{number}/take-up"), form("version=1&public_hi=%E0%A4%85&public_en=x")),
        _ => ("GET", "/desk/?view=mine&level=1".to_owned(), String::new()),
    }
}

/// An answer without what is another in each world by itself: the random numbers, the tokens, and help codes.
async fn seen(officer: &Officer<'_>, (method, path, body): (&str, String, String), numbers: &[String], hidden: &str) -> String {
    let answer = officer.request(method, &path, if path.contains("csv") { "text/csv" } else { "text/html" }, &body).await;
    let mut text = format!("{} {:?} {}", answer.status, answer.headers.get("location"), answer.body);
    for (n, number) in numbers.iter().enumerate() {
        text = text.replace(number.as_str(), &format!("NUMBER-{n}"));
    }
    if let Some((_, key)) = text.split_once("name=\"key\" value=\"") {
        let key = key.split('"').next().unwrap_or_default().to_owned();
        text = text.replace(&key, "KEY");
    }
    without_times(&text.replace(hidden, "HIDDEN").replace(&officer.form_token, "TOKEN"))
}

/// The worlds began one after the other: what shows the minute is left out, counts and days are not.
fn without_times(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_time = |at: usize| digit(at) && digit(at + 1) && bytes.get(at + 2) == Some(&b':') && digit(at + 3) && digit(at + 4);
    let mut out = String::with_capacity(text.len());
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        if is_time(at) {
            skip = at + 5;
        }
        if at >= skip {
            out.push(c);
        }
    }
    out
}

#[test]
fn two_worlds_that_differ_by_an_accusation_look_alike_to_the_accused() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let _inside = runtime.enter();
    let (there, open, accusing) = runtime.block_on(world(true));
    let (elsewhere, same, none) = runtime.block_on(world(false));
    assert!(none.is_none());
    let hidden = accusing.unwrap().number;
    let (a, b) = runtime.block_on(async { (listed(&there, &open).await, listed(&elsewhere, &same).await) });
    let desks = runtime.block_on(async {
        let mut desks = Vec::new();
        for id in ["T-4", "T-1"] {
            desks.push((id, there.officer(id).await, elsewhere.officer(id).await));
        }
        desks
    });
    let mut runner = TestRunner::new(Config { cases: walks(), failure_persistence: None, ..Config::default() });
    let strategy = prop::collection::vec((tries(), 0usize..2), 1..4);
    let outcome = runner.run(&strategy, |walk| {
        let differs = runtime.block_on(async {
            for ((kind, pick), who) in walk {
                let (id, one, two) = &desks[who];
                let first = seen(one, request(kind, pick, &a, &hidden, &one.form_token), &a, &hidden).await;
                let second = seen(two, request(kind, pick, &b, &hidden, &two.form_token), &b, &hidden).await;
                if first != second {
                    let at = first.chars().zip(second.chars()).take_while(|(a, b)| a == b).count().saturating_sub(60);
                    let near = |text: &str| text.chars().skip(at).take(400).collect::<String>();
                    return Some(format!("{kind} {pick} {id}: {}\n\n{}", near(&first), near(&second)));
                }
            }
            None
        });
        prop_assert!(differs.is_none(), "{}", differs.unwrap_or_default());
        Ok(())
    });
    outcome.unwrap();
    // It is there all the same, for whoever stands above.
    let page = runtime.block_on(async { there.officer("T-5").await.opens(&format!("/desk/complaints/{hidden}")).await });
    assert_eq!(page.status, 200, "{}", page.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_address_of_the_console_is_open_to_whom_the_table_says() {
    let town = Town::new().await;
    let store = town.app().store();
    let other = officer("T-7", "LKO-HZG", "sho", true);
    store.put_officers(&[(other.clone(), None)]).await.unwrap();
    store.put_accounts(&[domain::account::Account::of(&other, town.app().now())]).await.unwrap();
    let filed = town.citizen("9812300411").files_with(&URGENT).await;
    let accusing = town.citizen("9812300412").files_with(&[URGENT[0], URGENT[1], ("accused_station", "LKO-ALB")]).await;
    let page = |filed: &Filed| format!("/desk/complaints/{}", filed.number);
    let worker = store.load(&domain::number::Number::parse(&filed.number).unwrap()).await.unwrap().unwrap();
    let assigned = match &worker.stage {
        domain::complaint::Stage::Assigned { officer, .. } => officer.id.to_string(),
        other => panic!("{other:?}"),
    };
    let colleague = if assigned == "T-1" { "T-2" } else { "T-1" };
    // Who opens what: its own station's, another's, one that names the station.
    for (id, own, accused) in [(assigned.as_str(), 200, 404), (colleague, 200, 404), ("T-4", 200, 404), ("T-5", 200, 200), ("T-7", 404, 404)] {
        let officer = town.officer(id).await;
        assert_eq!(officer.opens(&page(&filed)).await.status, own, "{id}");
        assert_eq!(officer.opens(&page(&accusing)).await.status, accused, "{id}");
        // The same words and bytes as for a number that is nobody's.
        if accused == 404 {
            let nobody = officer.opens("/desk/complaints/LKO26-7F3KQ9XW-X").await;
            assert_eq!(officer.opens(&page(&accusing)).await.body, nobody.body, "{id}");
        }
    }
    // Every move by every role: what the table refuses is refused, whatever the form says.
    for (id, role) in [(assigned.as_str(), Role::Worker), (colleague, Role::Colleague), ("T-4", Role::Head), ("T-5", Role::Above)] {
        let officer = town.officer(id).await;
        for wanted in DeskMove::ALL {
            let answer = officer.posts(&format!("{}/{}", page(&filed), wanted.tag()), &fields(&[("version", "0")])).await;
            let stage = domain::access::StageKind::Assigned;
            let refused = answer.body.contains(words::desk::refusal(Lang::Hi, Refusal::NotAllowed));
            assert_eq!(refused, !may(stage, wanted, role), "{id} {}: {} {}", wanted.tag(), answer.status, answer.body);
        }
    }
    // Suspended, signed out, or somebody else's cookie: nothing of the console opens.
    let gone = town.officer("T-4").await;
    store.suspend(&domain::ids::OfficerId::parse("T-4").unwrap(), true).await.unwrap();
    for path in ["/desk/", "/desk/export.csv", &page(&filed), "/desk/?view=mine"] {
        assert_eq!(gone.reads(path).await.status, 401, "{path}");
        assert_eq!(town.get(path, true).await.status, 401, "{path} signed out");
        assert_eq!(town.get(path, false).await.status, 303, "{path} signed out, in a browser");
    }
    for path in ["/desk/search", "/desk/bulk", &format!("{}/note", page(&filed))] {
        assert_eq!(gone.posts(path, &fields(&[("q", "x"), ("words", "x")])).await.status, 401, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_above_the_station_does_not_see_who_names_him_nor_does_anybody_under_him() {
    let town = Town::new().await;
    let store = town.app().store();
    let mut named = officer("T-8", "LKO/Alambagh", "circle", false);
    named.name = domain::lang::Both { hi: "रमेश यादव".to_owned(), en: "Ramesh Yadav".to_owned() };
    let above = officer("T-9", "LKO", "district", true);
    store.put_officers(&[(named.clone(), None), (above.clone(), None)]).await.unwrap();
    store.put_accounts(&[named, above].map(|who| domain::account::Account::of(&who, town.app().now()))).await.unwrap();
    let urgent = [("service", "S0"), ("category", "S0-4")];
    for (phone, name, seen_by_the_circle) in [
        ("9812300421", "CO Ramesh Yadav", false),
        ("9812300422", "सीओ रमेश यादव", false),
        ("9812300423", "Ramesh Verma", true),
        ("9812300424", "inspector Yadav", false),
        ("9812300425", "CO Alambagh", false),
        ("9812300426", "एसीपी आलमबाग", false),
    ] {
        let filed = town.citizen(phone).files_with(&[urgent[0], urgent[1], ("accused_officer", name)]).await;
        let page = format!("/desk/complaints/{}", filed.number);
        let circle = town.officer("T-8").await;
        assert_eq!(circle.opens(&page).await.status == 200, seen_by_the_circle, "{name}");
        assert_eq!(circle.reads("/desk/?view=unit").await.expect(200).body.contains(&filed.number), seen_by_the_circle, "{name}");
        assert_eq!(town.officer("T-4").await.opens(&page).await.status, 404, "under him: {name}");
        let it = store.load(&domain::number::Number::parse(&filed.number).unwrap()).await.unwrap().unwrap();
        assert_eq!(it.holder().unit.as_str() == "LKO/Alambagh", seen_by_the_circle, "{name}");
        assert_eq!(town.officer("T-5").await.opens(&page).await.status, 200, "the top sees it: {name}");
    }
}
