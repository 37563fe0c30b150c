//! The passkey once more: before who she is is opened and before a list is taken out, where it was shown long ago.

use jiff::SignedDuration;

use crate::officer::Officer;
use crate::passkey::Passkey;
use crate::town::{Town, fields, url_encoded};

/// A session in use, whose sign-in lies longer back than it proves anything.
async fn grows_old(town: &Town, officer: &Officer<'_>) {
    for _ in 0..3 {
        town.app().base().clock().advance(SignedDuration::from_mins(10));
        officer.reads("/desk/profile").await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_sign_in_opens_no_name_and_takes_no_list_out() {
    let town = Town::new().await;
    let filed = town.citizen("9812300581").files().await;
    let sho = town.officer("T-4").await;
    let (case, look) = (format!("/desk/complaints/{}", filed.number), format!("/desk/complaints/{}/look", filed.number));
    assert!(sho.opens(&case).await.expect(200).body.contains(&format!("action=\"{look}\"")));
    assert_eq!(sho.reads("/desk/profile").await.expect(200).json()["proven"], true);
    sho.request("GET", "/desk/export.csv?view=unit", "text/csv", "").await.expect(200);
    grows_old(&town, &sho).await;
    assert_eq!(sho.reads("/desk/profile").await.expect(200).json()["proven"], false);
    // Everything else goes on.
    sho.opens("/desk/").await.expect(200);
    sho.posts(&format!("{case}/note"), &fields(&[("words", "x")])).await.expect(200);
    let page = sho.opens(&case).await.expect(200).body;
    let asks = format!("/desk/sign-in?for=case&number={}", filed.number);
    assert!(page.contains(&asks.replace('&', "&amp;")) && !page.contains(&format!("action=\"{look}\"")), "no reason is typed in vain");
    assert_eq!(sho.submits(&look, &fields(&[("reason", "contact")])).await.expect(303).headers["location"], asks);
    assert_eq!(sho.posts(&look, &fields(&[("reason", "contact")])).await.expect(401).text("code"), "sign-in-needed");
    assert!(!sho.opens(&case).await.body.contains("9812300581"));
    let out = sho.request("GET", "/desk/export.csv?view=unit&station=LKO-ALB&after=x", "text/csv", "").await.expect(303);
    assert_eq!(out.headers["location"], "/desk/sign-in?for=list&view=unit&station=LKO-ALB");
    // A case that does not exist for her is asked no passkey for.
    assert_eq!(sho.submits("/desk/complaints/LKO26-7F3KQ9XW-X/look", &fields(&[("reason", "contact")])).await.status, 404);
    // The local start has no passkey: signing in as somebody counts as showing it.
    town.officer("T-4").await.posts(&look, &fields(&[("reason", "contact")])).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_passkey_leads_on_to_where_it_was_asked_for_and_nowhere_else() {
    let town = Town::new().await;
    let filed = town.citizen("9812300582").files().await;
    let code = town.officer("T-4").await.posts("/desk/invite", &fields(&[("officer", "T-1")])).await.expect(201).text("code");
    let mut passkey: Passkey = town.enrols("T-1", &code).await;
    let cookie = |answer: &crate::town::Answer| answer.headers["set-cookie"].split(';').next().unwrap().to_owned();
    let first = cookie(&passkey.signs_in(&town).await.expect(303));
    let io = Officer::with(&town, &first);
    grows_old(&town, &io).await;
    let asked_for = format!("/desk/sign-in?for=case&number={}", filed.number);
    let page = io.opens(&asked_for).await.expect(200).body;
    assert!(page.contains("name=\"for\" value=\"case\"") && page.contains(&format!("name=\"number\" value=\"{}\"", filed.number)));
    let mut finishes = async |with: &[(&str, &str)], cookie: &str| {
        let asked = town.asks_to_sign_in().await;
        passkey.counter += 1;
        let answer = passkey.signed(&asked);
        let mut form = fields(with);
        form.insert("question", asked["question"].as_str().unwrap().to_owned());
        form.insert("answer", answer);
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("accept", "text/html"), ("cookie", cookie)];
        town.send("POST", "/desk/sign-in/finish", &headers, url_encoded(&form)).await.expect(303)
    };
    let on = finishes(&[("for", "case"), ("number", &filed.number)], &first).await;
    assert_eq!(on.headers["location"], format!("/desk/complaints/{}#look", filed.number));
    let second = cookie(&on);
    assert_ne!(first, second);
    assert_eq!(io.reads("/desk/profile").await.status, 401, "the session before ended with it");
    let fresh = Officer::with(&town, &second);
    assert_eq!(fresh.reads("/desk/profile").await.expect(200).json()["proven"], true);
    assert_eq!(fresh.opens(&asked_for).await.expect(303).headers["location"], format!("/desk/complaints/{}#look", filed.number), "nothing to show twice");
    let list = finishes(&[("for", "list"), ("view", "mine"), ("channel", "web")], &second).await;
    assert_eq!(list.headers["location"], "/desk/?view=mine&channel=web");
    // No address is taken from outside.
    let last = cookie(&list);
    let tries: [&[(&str, &str)]; 7] = [
        &[("for", "//evil.example")],
        &[("for", "case"), ("number", "//evil.example")],
        &[("for", "case")],
        &[("for", "list"), ("view", "//evil.example")],
        &[("for", "list"), ("view", "mine"), ("next", "https://evil.example")],
        &[("for", "https://evil.example"), ("number", &filed.number)],
        &[("next", "/desk/bulk")],
    ];
    let mut held = last;
    for with in tries {
        let answer = finishes(with, &held).await;
        assert_eq!(answer.headers["location"], "/desk/", "{with:?}");
        held = cookie(&answer);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_says_when_its_session_ends_and_looking_keeps_it_open() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let seconds = async || sho.reads("/desk/profile").await.expect(200).json()["seconds"].as_i64().unwrap();
    // The clock runs on beneath the test: what is left is counted from the last look that was written down, not from this one.
    let whole = 885..=900;
    assert!(whole.contains(&seconds().await));
    town.app().base().clock().advance(SignedDuration::from_secs(30));
    assert!(seconds().await <= 870, "within a minute nothing is written down anew");
    town.app().base().clock().advance(SignedDuration::from_mins(13));
    assert!(whole.contains(&seconds().await));
    let ends = || domain::calendar::wall(town.app().now() + SignedDuration::from_mins(15));
    let (before, page, after) = (ends(), sho.opens("/desk/").await.expect(200), ends());
    let left = page.body.split_once("data-left=\"").and_then(|(_, rest)| rest.split_once('"')?.0.parse::<i64>().ok());
    assert!(left.is_some_and(|left| whole.contains(&left)), "{left:?}");
    let said = [before, after].map(|at| format!("{:02}:{:02}", at.hour(), at.minute()));
    let a_moment_earlier = format!("{:02}:{:02}", before.hour(), before.saturating_sub(jiff::Span::new().minutes(1)).minute());
    assert!(said.iter().chain([&a_moment_earlier]).any(|at| page.body.contains(at)), "in words too, for whoever has no script: {said:?}");
    assert!(page.headers["content-security-policy"].contains("connect-src 'self'"));
    for _ in 0..50 {
        town.app().base().clock().advance(SignedDuration::from_mins(14));
        sho.reads("/desk/profile").await.expect(200);
    }
    let left = seconds().await;
    assert!(left < 900, "twelve hours are twelve hours: {left}");
}
