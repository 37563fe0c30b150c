//! Coming in with a passkey: what opens the door once, and everything that does not.

use domain::ids::OfficerId;
use jiff::SignedDuration;
use serde_json::Value;

use crate::officer::Officer;
use crate::passkey::Passkey;
use crate::table::text;
use crate::town::{Answer, Town, fields, officer};

const FORM: [(&str, &str); 2] = [("content-type", "application/x-www-form-urlencoded"), ("accept", "application/json")];

/// Everybody that these tests need beside the town's own: another station, two circles, the district.
async fn town() -> Town {
    let town = Town::new().await;
    let more = [("T-6", "LKO-HZG", "sho", false), ("T-7", "LKO-HZG", "io", false), ("T-8", "LKO", "district", true), ("T-9", "AGR-TJG", "sho", true)];
    town.posts(&more.map(|(id, unit, post, woman)| (officer(id, unit, post, woman), None))).await;
    town
}

async fn invites(by: &Officer<'_>, whom: &str) -> Answer {
    by.posts("/desk/invite", &fields(&[("officer", whom)])).await
}

/// An officer with a passkey of her own.
async fn with_passkey(town: &Town, by: &str, whom: &str) -> Passkey {
    let code = invites(&town.officer(by).await, whom).await.expect(201).text("code");
    town.enrols(whom, &code).await
}

fn passes(town: &Town, minutes: i64) {
    town.app().base().clock().advance(SignedDuration::from_mins(minutes));
}

/// Whether a session is open: only then is a form without its token refused.
async fn is_in(town: &Town, cookie: &str) -> bool {
    Officer::with(town, cookie).request("POST", "/desk/sign-out", "application/json", "").await.status == 403
}

fn cookie(answer: &Answer) -> &str {
    answer.headers["set-cookie"].split(';').next().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_makes_a_passkey_and_the_passkey_opens_the_console() {
    let town = town().await;
    let sho = town.officer("T-4").await;
    let page = sho.opens("/desk/invite").await.expect(200).body;
    assert!(page.contains("अभी कोई पासकी नहीं"), "{page}");
    for (whom, listed) in [("T-1", true), ("T-2", true), ("T-3", true), ("T-4", false), ("T-6", false), ("T-7", false), ("T-8", false)] {
        assert_eq!(page.contains(&format!("name=\"officer\" value=\"{whom}\"")), listed, "{whom}");
    }
    let invited = sho.submits("/desk/invite", &fields(&[("officer", "T-1")])).await.expect(201);
    let code = invited.body.split("class=\"num copied\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap().to_owned();
    assert!(invited.body.contains(&format!("/desk/enrol#T-1.{}", code.replace('-', ""))) && invited.headers["cache-control"] == "no-store");
    assert!(sho.opens("/desk/invite").await.body.contains("न्योता"), "the list says that she was invited");
    // Written down by hand and typed in again.
    let asked = town.asks_to_enrol(" t-1 ", &code.to_lowercase().replace('-', " ")).await.expect(200).json();
    let mut passkey = Passkey::offered(&town, &asked);
    let made = town.answers_enrolment(&asked, &passkey.made(&asked)).await.expect(303);
    assert_eq!(made.headers["location"], "/desk/");
    assert!(is_in(&town, cookie(&made)).await);

    let signed_in = passkey.signs_in(&town).await.expect(303);
    assert!(signed_in.headers["location"] == "/desk/" && cookie(&signed_in).starts_with("__Host-sunwai-desk=T-1."));
    assert!(is_in(&town, cookie(&signed_in)).await);
    let again = Officer::with(&town, cookie(&signed_in)).opens("/desk/sign-in").await.expect(303);
    assert_eq!(again.headers["location"], "/desk/", "who is in has nothing to do at the door");
    // What is in the table opens nothing: neither the code nor a question or a token lies there.
    let rows = town.rows(&local::tables().main).await;
    let lying: String = rows.iter().map(|row| serde_json::to_string(row).unwrap()).collect();
    for secret in [code.replace('-', ""), asked["question"].as_str().unwrap().to_owned(), cookie(&signed_in).rsplit_once('.').unwrap().1.to_owned()] {
        assert!(!lying.contains(&secret), "{secret}");
    }
    assert!(rows.iter().all(|row| !text(row, "pk").starts_with("W#")), "every question was taken out of the table");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_once_and_within_five_minutes() {
    let town = town().await;
    let mut passkey = with_passkey(&town, "T-4", "T-1").await;
    let asked = town.asks_to_sign_in().await;
    passkey.counter += 1;
    let answer = passkey.signed(&asked);
    town.answers_sign_in(&asked, &answer).await.expect(303);
    assert_eq!(town.answers_sign_in(&asked, &answer).await.expect(410).text("code"), "question-gone", "a replay");
    // A wrong answer uses its question up too.
    let asked = town.asks_to_sign_in().await;
    town.answers_sign_in(&asked, "{}").await.expect(422);
    passkey.counter += 1;
    town.answers_sign_in(&asked, &passkey.signed(&asked)).await.expect(410);

    let [old, young] = [town.asks_to_sign_in().await, town.asks_to_sign_in().await];
    passes(&town, 4);
    passkey.counter += 1;
    town.answers_sign_in(&young, &passkey.signed(&young)).await.expect(303);
    passes(&town, 1);
    passkey.counter += 1;
    assert_eq!(town.answers_sign_in(&old, &passkey.signed(&old)).await.expect(410).text("code"), "question-gone");
    // The answer to another question, and a question that is no sign-in.
    let [one, other] = [town.asks_to_sign_in().await, town.asks_to_sign_in().await];
    passkey.counter += 1;
    assert_eq!(town.answers_sign_in(&one, &passkey.signed(&other)).await.expect(422).text("code"), "passkey-refused");
    let code = invites(&town.officer("T-4").await, "T-2").await.expect(201).text("code");
    let enrolment = town.asks_to_enrol("T-2", &code).await.expect(200).json();
    let made = Passkey::offered(&town, &enrolment).made(&enrolment);
    town.answers_sign_in(&enrolment, &made).await.expect(410);
    assert_eq!(town.answers_enrolment(&enrolment, &made).await.expect(410).text("code"), "question-gone", "used up at the wrong door");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_hold_is_told_alike_whoever_it_is() {
    let town = town().await;
    let mut own = with_passkey(&town, "T-4", "T-1").await;
    let strangers = [with_passkey(&town, "T-4", "T-2").await.says_it_is("T-1"), with_passkey(&town, "T-4", "T-3").await.says_it_is("T-99")];
    let mut said: Vec<(Answer, Value)> = Vec::new();
    for mut stranger in strangers {
        let answer = stranger.signs_in(&town).await;
        said.push((answer.clone(), answer.json()));
    }
    // Her own passkey on a page of another site, without her finger, and with a counter that was seen before.
    let home = std::mem::replace(&mut own.origin, "https://evil.example".to_owned());
    let answer = own.signs_in(&town).await;
    said.push((answer.clone(), answer.json()));
    own.origin = home;
    own.flags = 0b001;
    let answer = own.signs_in(&town).await;
    said.push((answer.clone(), answer.json()));
    own.flags = 0b101;
    own.signs_in(&town).await.expect(303);
    own.counter -= 1;
    let answer = own.signs_in(&town).await;
    said.push((answer.clone(), answer.json()));
    let (first, body) = &said[0];
    for (answer, json) in &said {
        assert_eq!((answer.status, json), (422, body), "all that does not hold is one answer");
        assert!(!answer.headers.contains_key("set-cookie"));
        let mut headers = answer.headers.clone();
        headers.insert("date".to_owned(), first.headers["date"].clone());
        assert_eq!(headers, first.headers);
    }
    own.signs_in(&town).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_good_once_for_a_day_and_until_the_next() {
    let town = town().await;
    let sho = town.officer("T-4").await;
    let first = invites(&sho, "T-1").await.expect(201).text("code");
    let code = invites(&sho, "T-1").await.expect(201).text("code");
    let refused = [("T-1", first.as_str()), ("T-2", &code), ("T-99", &code), ("T-1", "7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ"), ("T-1", "x"), ("", ""), ("T-1", "")];
    let mut bodies = std::collections::BTreeSet::new();
    for (whom, code) in refused {
        bodies.insert(town.asks_to_enrol(whom, code).await.expect(422).body);
    }
    assert_eq!(bodies.len(), 1, "the same is said of all: {bodies:?}");
    // Two pages of the same invitation: one of them makes a passkey.
    let [one, two] = [town.asks_to_enrol("T-1", &code).await.expect(200).json(), town.asks_to_enrol("T-1", &code).await.expect(200).json()];
    let device = Passkey::offered(&town, &one);
    let spoilt = device.made(&one).replace("public-key", "password");
    assert_eq!(town.answers_enrolment(&one, &spoilt[..40]).await.expect(422).text("code"), "passkey-not-made");
    let one = town.asks_to_enrol("T-1", &code).await.expect(200).json();
    town.answers_enrolment(&one, &Passkey::offered(&town, &one).made(&one)).await.expect(303);
    assert_eq!(town.answers_enrolment(&two, &device.made(&two)).await.expect(422).text("code"), "no-invitation");
    town.asks_to_enrol("T-1", &code).await.expect(422);
    let id = OfficerId::parse("T-1").unwrap();
    assert_eq!(town.app().store().account(&id).await.unwrap().unwrap().passkeys, 1);
    assert_eq!(town.app().store().passkeys(&id).await.unwrap().len(), 1);

    let late = invites(&sho, "T-2").await.expect(201).text("code");
    passes(&town, 24 * 60);
    town.asks_to_enrol("T-2", &late).await.expect(422);
    // Five, and not a sixth.
    for n in 1..5 {
        let code = invites(&town.officer("T-4").await, "T-1").await.expect(201).text("code");
        let asked = town.asks_to_enrol("T-1", &code).await.expect(200).json();
        assert_eq!(asked["publicKey"]["excludeCredentials"].as_array().unwrap().len(), n, "a device makes one and no second");
        town.answers_enrolment(&asked, &Passkey::offered(&town, &asked).made(&asked)).await.expect(303);
    }
    assert_eq!(invites(&town.officer("T-4").await, "T-1").await.expect(409).text("code"), "passkeys-full");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_is_above_invites_and_nobody_who_is_suspended_comes_in() {
    let town = town().await;
    for (by, whom, status) in [
        ("T-4", "T-1", 201),
        ("T-8", "T-4", 201),
        ("T-5", "T-8", 201),
        ("T-1", "T-2", 422),
        ("T-1", "T-4", 422),
        ("T-4", "T-4", 422),
        ("T-4", "T-6", 422),
        ("T-4", "T-7", 422),
        ("T-8", "T-9", 422),
        ("T-5", "T-99", 422),
        ("T-5", "", 422),
    ] {
        let answer = invites(&town.officer(by).await, whom).await;
        assert_eq!(answer.status, status, "{by} and {whom}: {}", answer.body);
    }
    let sho = town.officer("T-4").await;
    for path in ["/desk/invite", "/desk/recover"] {
        assert_eq!(sho.request("POST", path, "application/json", "officer=T-1").await.expect(403).text("code"), "foreign-form");
        town.send("POST", path, &FORM, "officer=T-1").await.expect(401);
    }
    // A unit that is not under her is her own.
    let elsewhere = sho.reads("/desk/invite?unit=LKO-HZG").await.expect(200);
    assert_eq!(elsewhere.text("unit"), "LKO-ALB");
    let below = town.officer("T-8").await.reads("/desk/invite?unit=LKO-HZG").await.expect(200).json();
    let officers: Vec<&str> = below["officers"].as_array().unwrap().iter().map(|one| one["officer"].as_str().unwrap()).collect();
    assert_eq!((below["unit"].as_str(), officers), (Some("LKO-HZG"), vec!["T-6", "T-7"]));

    let mut passkey = with_passkey(&town, "T-4", "T-1").await;
    let id = OfficerId::parse("T-1").unwrap();
    town.app().store().suspend(&id, true).await.unwrap();
    assert_eq!(passkey.signs_in(&town).await.expect(403).text("code"), "no-post");
    town.app().store().suspend(&id, false).await.unwrap();
    passkey.signs_in(&town).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_officers_of_two_units_end_every_passkey_and_session_of_a_third() {
    let town = town().await;
    let mut lost = with_passkey(&town, "T-4", "T-1").await;
    let session = lost.signs_in(&town).await.expect(303);
    let confirms = async |by: &str| town.officer(by).await.posts("/desk/recover", &fields(&[("officer", "T-1")])).await;
    // Nobody for herself, nobody from below, nobody of another area.
    for by in ["T-1", "T-9"] {
        confirms(by).await.expect(422);
    }
    let first = confirms("T-4").await.expect(202);
    assert_eq!(first.text("officer"), "T-1");
    let page = town.officer("T-4").await.opens("/desk/invite").await.body;
    assert!(page.contains("खोई पासकी"), "{page}");
    // The same officer and the same unit are no second.
    for by in ["T-4", "T-2"] {
        confirms(by).await.expect(422);
    }
    assert!(is_in(&town, cookie(&session)).await, "one alone ends nothing");
    lost.signs_in(&town).await.expect(303);
    // A first word that is a day old is none: the next is a first again.
    passes(&town, 24 * 60);
    let session = lost.signs_in(&town).await.expect(303);
    confirms("T-7").await.expect(202);
    let done = confirms("T-8").await.expect(201);
    assert_eq!(done.json()["recovered"], true);
    assert!(!is_in(&town, cookie(&session)).await, "the session is over from the next request on");
    assert_eq!(lost.signs_in(&town).await.expect(422).text("code"), "passkey-refused");
    let mut fresh = town.enrols("T-1", &done.text("code")).await;
    assert!(is_in(&town, cookie(&fresh.signs_in(&town).await.expect(303))).await);
    let account = town.app().store().account(&OfficerId::parse("T-1").unwrap()).await.unwrap().unwrap();
    assert_eq!((account.passkeys, account.generation, account.recovery), (1, 1, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_door_says_what_is_needed_in_either_language_and_lets_no_other_script_in() {
    let town = town().await;
    for (path, hindi, english) in [("/desk/sign-in", "साइन इन", "Sign in"), ("/desk/enrol", "पासकी बनाएँ", "Make a passkey")] {
        let page = town.get(path, false).await.expect(200);
        assert!(page.body.contains(hindi) && page.body.contains("JavaScript") && page.headers["cache-control"] == "no-store", "{path}");
        let local = town.url().replace("127.0.0.1", "localhost");
        assert!(page.body.contains(&format!("href=\"{local}{path}?lang=hi\"")), "an address of numbers owns no passkeys");
        let policy = &page.headers["content-security-policy"];
        assert!(policy.contains("connect-src 'self'") && policy.contains("default-src 'none'"), "{policy}");
        let english_page = town.get(&format!("{path}?lang=en"), false).await.expect(200).body;
        assert!(english_page.contains(english) && english_page.contains("<html lang=\"en\">"));
        let host = local.trim_start_matches("http://").to_owned();
        let there = town.send("GET", path, &[("accept", "text/html"), ("host", &host)], "").await.expect(200);
        assert!(!there.body.contains(&format!("href=\"{local}")), "{path}: it is there already");
    }
    assert!(!town.get("/hi/", false).await.headers["content-security-policy"].contains("connect-src"), "every other page asks nobody");
    for path in ["/desk/sign-in/challenge", "/desk/sign-in/finish", "/desk/enrol", "/desk/enrol/challenge"] {
        let foreign = [FORM[0], FORM[1], ("origin", "https://evil.example")];
        town.send("POST", path, &foreign, "").await.expect(403);
    }
    // A form that came too late, as a browser sees it.
    let headers = [FORM[0], ("accept", "text/html")];
    let late = town.send("POST", "/desk/sign-in/finish?lang=en", &headers, "question=x&answer=y").await.expect(410);
    assert!(late.body.contains("<title>Error: ") && late.body.contains("role=\"alert\""), "{}", late.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_console_speaks_the_officers_language_from_the_next_request() {
    let town = town().await;
    let sho = town.officer("T-4").await;
    assert!(sho.opens("/desk/invite").await.body.contains("<html lang=\"hi\">"));
    let set = sho.submits("/desk/profile", &fields(&[("lang", "en")])).await.expect(303);
    assert_eq!(set.headers["location"], "/desk/");
    let page = sho.opens("/desk/invite").await.expect(200).body;
    assert!(page.contains("<html lang=\"en\">") && page.contains("data-keys=\"on\""), "{page}");
    sho.submits("/desk/profile", &fields(&[("keys", "off")])).await.expect(303);
    let page = sho.opens("/desk/invite").await.body;
    assert!(page.contains("<html lang=\"en\">") && page.contains("data-keys=\"off\""));
    for nothing in [&[("lang", "fr")][..], &[("keys", "loud")], &[]] {
        sho.submits("/desk/profile", &fields(nothing)).await.expect(303);
    }
    assert!(sho.opens("/desk/invite").await.body.contains("<html lang=\"en\">"));
    sho.request("POST", "/desk/profile", "text/html", "lang=hi").await.expect(403);
    // A problem is drawn further out, and in her language too.
    assert!(sho.request("POST", "/desk/profile", "text/html", "lang=hi").await.body.contains("<html lang=\"en\">"));
}
