//! Bad input: every fault is named, what was typed stays, and no mistake of hers is a 5xx.

use crate::town::{Town, fields};

const PAGE: &str = "text/html";
const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test(flavor = "multi_thread")]
async fn empty_fields_are_all_named_at_once() {
    let town = Town::new().await;
    let asha = town.citizen("9812300101");
    let empty = asha.post("/complaints", &fields(&[])).await.expect(422);
    let body = empty.json();
    assert_eq!(empty.headers["content-type"], "application/problem+json");
    let named: Vec<&str> = body["errors"].as_array().unwrap().iter().map(|e| e["field"].as_str().unwrap()).collect();
    assert_eq!(named, ["category", "account", "name", "relation", "phone", "district", "address"]);
    assert!(body["errors"].as_array().unwrap().iter().all(|e| !e["message"].as_str().unwrap().is_empty()));
    let page = asha.submit("/complaints", &fields(&[("category", "S0-4"), ("district", "LKO")])).await.expect(422);
    assert!(page.body.contains("<title>त्रुटि: ") && page.body.contains("role=\"alert\""));
    for field in ["account", "name", "relation", "phone", "address"] {
        assert!(page.body.contains(&format!("href=\"#{field}")), "{field} is in the summary");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_has_its_word_and_the_rest_stays_typed() {
    let town = Town::new().await;
    let asha = town.citizen("9812300102");
    let too_long = "क".repeat(5001);
    let cases = [
        ("phone", "98123 0000", "not-an-indian-mobile"),
        ("phone", "+44 20 7946 0018", "foreign-phone"),
        ("name", "12345", "no-letters"),
        ("name", "सुनीता\u{0}देवी", "unreadable"),
        ("account", &too_long, "too-long"),
        ("relation", "uncle", "unknown-choice"),
        ("relative_name", "", "missing"),
        ("station", "AGR-TJG", "unknown-choice"),
        ("station", "nowhere", "unknown-choice"),
        ("pin", "12", "not-a-pin"),
        ("happened_on", "1/1/2099", "in-future"),
        ("safe_hours", "शाम को", "not-hours"),
        ("contact_sms", "perhaps", "unknown-choice"),
        ("service", "S4", "unknown-choice"),
    ];
    for (field, value, code) in cases {
        let form = asha.form_with(&[(field, value)]);
        let answer = asha.post("/complaints", &form).await.expect(422).json();
        assert_eq!(answer["errors"].as_array().unwrap().len(), 1, "{field}: {answer}");
        assert_eq!((answer["errors"][0]["field"].as_str(), answer["errors"][0]["code"].as_str()), (Some(field), Some(code)));
        let page = asha.submit("/complaints", &form).await.expect(422);
        assert!(page.body.contains("शिव मंदिर") && page.body.contains("राम कुमार") == (field != "relative_name"), "{field}: the rest stays typed");
    }
    assert_eq!(asha.codes().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_really_type_is_taken() {
    let town = Town::new().await;
    for (n, (field, value)) in [
        ("phone", "+91 98123-००२०१"),
        ("phone", "0 98123 00202"),
        ("name", "Sunita\u{202e}\u{200b} Devi"),
        ("name", "சுனிதா"),
        ("pin", "२२६ ००१"),
        ("happened_on", "कल"),
        ("happened_on", "दो हफ़्ते पहले"),
        ("district", "लखनऊ"),
        ("station", "unknown"),
        ("account", "Roman में लिखा hai, 😟 क्‍ष"),
    ]
    .into_iter()
    .enumerate()
    {
        let asha = town.citizen(&format!("981230020{n}"));
        let answer = asha.post("/complaints", &asha.form_with(&[(field, value)])).await;
        assert_eq!(answer.status, 202, "{field} {value}: {}", answer.body);
    }
    // From abroad, where the service takes it (S3.2).
    let abroad = town.citizen("442079460018");
    let form = abroad.form_with(&[("service", "S3"), ("category", "S3-1"), ("phone", "+44 20 7946 0018")]);
    let draft = abroad.post("/complaints", &form).await.expect(202).text("draft");
    abroad.confirm(&draft, &abroad.code().await).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_in_any_field_stays_text() {
    let town = Town::new().await;
    let asha = town.citizen("9812300103");
    let evil = "</textarea><script>alert(1)</script>\"><img src=x onerror=alert(1)>";
    for field in [
        "account",
        "name",
        "relative_name",
        "phone",
        "address",
        "landmark",
        "locality",
        "pin",
        "happened_on",
        "safe_hours",
        "accused_officer",
        "idempotency_key",
    ] {
        for form in [asha.form_with(&[(field, evil)]), asha.form_with(&[(field, evil), ("relation", "")])] {
            let page = asha.submit("/complaints", &form).await;
            assert!(matches!(page.status, 202 | 422), "{field}: {}", page.status);
            assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{field}");
        }
    }
    let track = asha.submit("/track", &fields(&[("number", evil), ("phone", evil)])).await.expect(422);
    assert!(!track.body.contains("<script>alert") && !track.body.contains("<img src=x"));
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_and_methods_that_make_no_sense() {
    let town = Town::new().await;
    let json = [("accept", "application/json"), ("content-type", "application/json")];
    let posts = ["/hi/complaints", "/hi/complaints/confirm", "/hi/complaints/resend", "/hi/complaints/change", "/hi/track", "/hi/track/confirm"];
    for path in posts {
        for (body, status, code) in [("{not json", 400, "unreadable-body"), ("[1,2]", 400, "unreadable-body"), ("{\"name\":{\"a\":1}}", 400, "unreadable-body")]
        {
            let answer = town.send("POST", path, &json, body).await.expect(status);
            assert_eq!(answer.text("code"), code, "{path} {body}");
        }
        let large = format!("{{\"account\":\"{}\"}}", "x".repeat(200 * 1024));
        assert_eq!(town.send("POST", path, &json, large).await.expect(413).text("code"), "too-large", "{path}");
        let typed = [("accept", "application/json"), ("content-type", "text/plain")];
        assert_eq!(town.send("POST", path, &typed, "x").await.expect(415).text("code"), "wrong-type", "{path}");
        let wrong = town.send("DELETE", path, &json, "").await.expect(405);
        assert!(wrong.headers.contains_key("allow"), "{path}");
        let foreign = [("accept", PAGE), ("content-type", FORM), ("sec-fetch-site", "cross-site")];
        town.send("POST", path, &foreign, "a=b").await.expect(403);
        let foreign = [("accept", PAGE), ("content-type", FORM), ("origin", "https://evil.example")];
        town.send("POST", path, &foreign, "a=b").await.expect(403);
    }
    for path in ["/hi/nowhere", "/xx/complaints/new", "/hi/complaints/LKO26-1/2", "/wp-admin", "/hi/%ff", "/.env"] {
        let page = town.get(path, false).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.body.contains("<h1>"), "{path}");
        town.get(path, true).await.expect(404).text("code");
    }
    town.get("/hi/complaints/new?category=S9-9&district=LKO", false).await.expect(422);
    town.get("/hi/complaints/new?category=S0-4&district=Atlantis", false).await.expect(422);
    town.get("/hi/complaints/new", false).await.expect(422);
    let moved = town.get("/hi/track", false).await;
    assert_eq!((moved.status, moved.headers["location"].as_str()), (301, "/hi/track/"));
    for path in ["/hi/complaints/confirm", "/hi/complaints/resend", "/hi/complaints/change", "/hi/complaints/%00%ff"] {
        assert!(town.get(path, false).await.expect(401).body.contains("<form"), "{path}, opened again, shows the way back in");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_drafts_numbers_and_codes() {
    let town = Town::new().await;
    let asha = town.citizen("9812300104");
    for path in ["/complaints/confirm", "/complaints/resend", "/complaints/change"] {
        for draft in ["", "deadbeef", &"x".repeat(5000)] {
            let answer = asha.post(path, &fields(&[("draft", draft), ("code", "123456")])).await.expect(410);
            assert_eq!(answer.text("code"), "draft-gone");
        }
    }
    let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
    for code in ["", "12345", "1234567", "abcdef", "१२३"] {
        assert_eq!(asha.confirm(&draft, code).await.expect(422).text("code"), "not-a-code", "{code}");
    }
    let shown = asha.submit("/complaints/confirm", &fields(&[("draft", &draft), ("code", "12")])).await.expect(422);
    assert!(shown.body.contains("शिव मंदिर"), "what was typed is still there");
    // A code of another filing, and the right one in Devanagari digits with spaces.
    let bina = town.citizen("9812300105");
    bina.post("/complaints", &bina.form()).await.expect(202);
    let foreign = bina.code().await;
    assert_eq!(asha.confirm(&draft, &foreign).await.expect(422).text("code"), "wrong-code");
    let hindi: String = asha.code().await.chars().map(|c| char::from_u32(0x966 + c.to_digit(10).unwrap()).unwrap()).collect();
    asha.confirm(&draft, &format!(" {} {} ", &hindi[..9], &hindi[9..])).await.expect(201);

    for (number, phone) in [("LKO26-7F3KQ9XW-5", "9812300104"), ("", ""), ("x", "12")] {
        let answer = asha.post("/track", &fields(&[("number", number), ("phone", phone)])).await.expect(422);
        assert_eq!(answer.text("code"), "faults");
    }
    let receipt = asha.post("/track/confirm", &fields(&[("number", "LKO26"), ("receipt", "1")])).await.expect(422);
    assert_eq!(receipt.json()["errors"].as_array().unwrap().len(), 2);
    asha.post("/track/confirm", &fields(&[("draft", "nothing"), ("code", "123456")])).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_code_says_so() {
    let town = Town::new().await;
    let asha = town.citizen("9812300106");
    let draft = asha.post("/complaints", &asha.form()).await.expect(202).text("draft");
    let code = asha.code().await;
    town.advance("PT5M1S").await;
    assert_eq!(asha.confirm(&draft, &code).await.expect(422).text("code"), "code-expired");
    asha.post("/complaints/resend", &fields(&[("draft", &draft)])).await.expect(202);
    asha.confirm(&draft, &asha.code().await).await.expect(201);
}
