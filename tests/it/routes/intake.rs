//! The form of a desk, met with what should not be sent: each fault has its name, nothing typed is lost, nothing lies open.

use crate::journeys::intake::{confirmed, written};
use crate::officer::Officer;
use crate::table::text;
use crate::town::{SHO, Town, fields, officer, url_encoded};

const NEW: &str = "/desk/new";

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_has_its_word_and_the_rest_stays_typed() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let too_long = "क".repeat(5001);
    let spaced = format!("0 {}", &SHO[3..]);
    let cases = [
        ("channel", "", "missing"),
        ("channel", "web", "unknown-choice"),
        ("channel", "pigeon", "unknown-choice"),
        ("channel", "reference", "unknown-choice"),
        ("phone", "", "missing"),
        ("phone", "98123", "not-an-indian-mobile"),
        ("phone", SHO, "officers-phone"),
        ("phone", &spaced, "officers-phone"),
        ("no_phone", "perhaps", "unknown-choice"),
        ("name", "", "missing"),
        ("name", "12345", "no-letters"),
        ("account", &too_long, "too-long"),
        ("relation", "uncle", "unknown-choice"),
        ("relative_name", "", "missing"),
        ("station", "AGR-TJG", "unknown-choice"),
        ("pin", "12", "not-a-pin"),
        ("happened_on", "1/1/2099", "in-future"),
        ("safe_hours", "शाम को", "not-hours"),
        ("contact_sms", "perhaps", "unknown-choice"),
        ("service", "S4", "unknown-choice"),
    ];
    for (field, value, code) in cases {
        for form in [written(&[(field, value)]), confirmed(&written(&[(field, value)]))] {
            let answer = sho.posts(NEW, &form).await.expect(422).json();
            assert_eq!(answer["errors"].as_array().unwrap().len(), 1, "{field} {value}: {answer}");
            assert_eq!((answer["errors"][0]["field"].as_str(), answer["errors"][0]["code"].as_str()), (Some(field), Some(code)));
            let page = sho.submits(NEW, &form).await.expect(422).body;
            assert!(
                page.contains("बड़ा कुआँ")
                    && page.contains("<title>त्रुटि: ")
                    && page.contains(&format!("id=\"{}", if field == "service" { "matter" } else { field }))
            );
        }
    }
    let both = sho.posts(NEW, &written(&[("no_phone", "yes")])).await.expect(422).json();
    assert_eq!(both["errors"][0]["code"], "phone-and-none");
    let own = sho.submits(NEW, &written(&[("phone", SHO)])).await.expect(422).body;
    assert!(own.contains(words::fault_officers_phone(domain::lang::Lang::Hi)), "it says whose number that is");
    let rows = town.rows(&local::tables().main).await;
    assert!(rows.iter().all(|row| !text(row, "pk").starts_with("C#") && !text(row, "pk").starts_with("F#")), "nothing was kept");
    assert!(town.rows(&local::tables().keys).await.iter().all(|row| !text(row, "pk").starts_with("C#")), "no number was drawn");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reference_needs_its_source_its_number_and_its_date() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let sent_on = |changes: &[(&'static str, &str)]| {
        let mut form = written(&[
            ("service", "S4"),
            ("category", "S4-1"),
            ("channel", "reference"),
            ("source", "आयोग"),
            ("source_number", "7"),
            ("source_date", "17.11.2026"),
        ]);
        form.extend(changes.iter().map(|(name, value)| (*name, (*value).to_owned())));
        form
    };
    for (field, value, code) in [
        ("source", "", "missing"),
        ("source_number", "", "missing"),
        ("source_date", "", "missing"),
        ("source_date", "दिवाली के आसपास", "not-a-day"),
        ("source_date", "31.2.2026", "not-a-day"),
        ("source_date", "25.11.2026", "in-future"),
        ("source", "12", "no-letters"),
    ] {
        let answer = sho.posts(NEW, &sent_on(&[(field, value)])).await.expect(422).json();
        assert_eq!(answer["errors"].as_array().unwrap().len(), 1, "{answer}");
        assert_eq!((answer["errors"][0]["field"].as_str(), answer["errors"][0]["code"].as_str()), (Some(field), Some(code)), "{value}");
    }
    let check = sho.submits(NEW, &sent_on(&[])).await.expect(200).body;
    assert!(check.contains("आयोग") && check.contains("17.11.2026"));
    sho.posts(NEW, &confirmed(&sent_on(&[]))).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn any_officers_phone_of_the_unit_is_refused_and_no_others() {
    let town = Town::new().await;
    town.posts(&[
        (officer("T-9", "LKO-ALB", "io", true), Some("+919812388809".to_owned())),
        (officer("T-7", "LKO-HZG", "sho", true), Some("+919812388807".to_owned())),
    ])
    .await;
    let io = town.officer("T-1").await;
    for known in [SHO, "9812388809", "०९८१२३-८८८०९"] {
        assert_eq!(io.posts(NEW, &written(&[("phone", known)])).await.expect(422).json()["errors"][0]["code"], "officers-phone", "{known}");
    }
    io.posts(NEW, &written(&[("phone", "9812300799")])).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_signed_in_officers_own_form_is_taken() {
    let town = Town::new().await;
    let (sho, other) = (town.officer("T-4").await, town.officer("T-5").await);
    let form = url_encoded(&confirmed(&written(&[])));
    for token in ["", "form_token=", &format!("form_token={}", other.form_token), &format!("form_token={}x", sho.form_token)] {
        assert_eq!(sho.request("POST", NEW, "application/json", &format!("{form}&{token}")).await.expect(403).text("code"), "foreign-form", "{token}");
    }
    let own = format!("{form}&form_token={}", sho.form_token);
    for (header, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")] {
        let headers = [("cookie", sho.cookie.as_str()), ("content-type", "application/x-www-form-urlencoded"), (header, value)];
        town.send("POST", NEW, &headers, own.clone()).await.expect(403);
    }
    let nobody = Officer::with(&town, "other=T-4.x");
    assert_eq!(nobody.opens(NEW).await.expect(303).headers["location"], "/desk/sign-in");
    assert_eq!(nobody.request("POST", NEW, "application/json", &own).await.expect(401).text("code"), "sign-in-needed");
    assert!(town.rows(&local::tables().main).await.iter().all(|row| !text(row, "pk").starts_with("C#")), "nothing was registered");
    sho.request("POST", NEW, "application/json", &own).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_to_the_form_asks_for_what_is_missing() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    sho.opens("/desk/new?category=S2-1&district=लखनऊ").await.expect(200);
    for (query, field) in [
        ("category=&district=LKO", "category"),
        ("category=S9-9&district=LKO", "category"),
        ("category=S0-1&district=LKO", "category"),
        ("category=S2-1&district=Atlantis", "district"),
        ("category=S2-1&district=", "district"),
    ] {
        let page = sho.opens(&format!("{NEW}?{query}")).await.expect(422).body;
        assert!(page.contains(&format!("href=\"#{field}\"")) && page.contains("method=\"get\""), "{query}");
    }
    sho.posts(NEW, &fields(&[])).await.expect(422);
    assert!(sho.opens("/desk/").await.expect(200).body.contains("href=\"/desk/new\""), "the way stands in the header");
    assert_eq!(town.officer("T-5").await.opens(NEW).await.expect(200).status, 200, "a desk above the districts chooses one");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_in_is_sealed() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let marks = [
        ("name", "निशाननाम xq"),
        ("relative_name", "रिश्तानाम xq"),
        ("account", "secretaccountzebra"),
        ("address", "गुप्त गली xq"),
        ("landmark", "गुप्त मंदिर xq"),
        ("phone", "9812377123"),
        ("source", "गुप्त आयोग xq"),
        ("source_number", "SECRET/1147/26"),
        ("source_date", "13.11.2026"),
        ("accused_officer", "गुप्त दरोगा xq"),
    ];
    let mut form = written(&[("service", "S4"), ("category", "S4-1"), ("channel", "reference")]);
    form.extend(marks.map(|(name, value)| (name, value.to_owned())));
    sho.posts(NEW, &confirmed(&form)).await.expect(201);
    let mut none = written(&[("phone", ""), ("no_phone", "yes")]);
    none.extend(marks[..5].iter().map(|(name, value)| (*name, (*value).to_owned())));
    sho.posts(NEW, &confirmed(&none)).await.expect(201);
    town.advance("PT6H").await;
    let dump = [local::tables().main, local::tables().keys];
    let mut lies = String::new();
    for table in dump {
        lies.push_str(&serde_json::to_string(&town.rows(&table).await).unwrap());
    }
    assert!(lies.contains("S4-1") && lies.contains("T-4"), "the rows are there");
    for (field, mark) in marks {
        let hex = seal::hex(mark.as_bytes());
        assert!(!lies.contains(mark) && !lies.contains(&hex), "{field} lies open");
    }
}
