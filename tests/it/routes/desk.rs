//! Who somebody is at the console, request by request: what opens a session, what ends it, and which form is ours.

use domain::account::Account;
use domain::ids::OfficerId;
use jiff::SignedDuration;

use crate::officer::Officer;
use crate::table::text;
use crate::town::{Town, fields, officer};

const OUT: &str = "/desk/sign-out";

/// What a request of this session is answered: a wrong form token is refused only where somebody is signed in.
async fn knocks(officer: &Officer<'_>) -> u16 {
    officer.request("POST", OUT, "application/json", "form_token=00000000000000000000000000000000").await.status
}

/// Time alone: no job runs on the way.
fn passes(town: &Town, seconds: i64) {
    town.app().base().clock().advance(SignedDuration::from_secs(seconds));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_after_fifteen_idle_minutes_and_after_twelve_hours() {
    let town = Town::new().await;
    let (busy, idle) = (town.officer("T-4").await, town.officer("T-4").await);
    assert_eq!((knocks(&busy).await, knocks(&idle).await), (403, 403));
    passes(&town, 14 * 60 + 50);
    assert_eq!(knocks(&busy).await, 403);
    passes(&town, 20);
    assert_eq!((knocks(&busy).await, knocks(&idle).await), (403, 401));
    // Never idle, and over all the same.
    for _ in 0..50 {
        passes(&town, 14 * 60);
        assert_eq!(knocks(&busy).await, 403);
    }
    passes(&town, 6 * 60);
    assert_eq!(knocks(&busy).await, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_suspension_and_the_end_of_a_posting_hold_from_the_next_request() {
    let town = Town::new().await;
    let store = town.app().store();
    let (one, other) = (town.officer("T-4").await, town.officer("T-4").await);
    let out = one.submits(OUT, &fields(&[])).await.expect(303);
    assert_eq!(out.headers["location"], "/desk/sign-in");
    assert!(out.headers["clear-site-data"].contains("cookies"));
    assert!(out.headers["set-cookie"].starts_with("__Host-sunwai-desk=;") && out.headers["set-cookie"].contains("Max-Age=0"));
    assert_eq!(knocks(&one).await, 401, "the cookie opens nothing any more, wherever it was copied to");
    assert_eq!(knocks(&other).await, 403, "the other desk stays open");

    let id = OfficerId::parse("T-4").unwrap();
    store.suspend(&id, true).await.unwrap();
    assert_eq!(knocks(&other).await, 401);
    store.suspend(&id, false).await.unwrap();
    assert_eq!(knocks(&other).await, 403);

    let mut account = store.account(&id).await.unwrap().unwrap();
    account.posting.until = Some(town.app().now());
    store.put_accounts(&[account.clone()]).await.unwrap();
    assert_eq!(knocks(&other).await, 401);
    // Posted elsewhere: the same session is another officer's from the next request on.
    let moved = Account::of(&officer("T-4", "LKO-HZG", "sho", true), town.app().now());
    store.put_accounts(&[moved]).await.unwrap();
    assert_eq!(knocks(&other).await, 403);
    let (id, token) = other.cookie.split_once('=').unwrap().1.rsplit_once('.').unwrap();
    let seen = store.desk_session(&OfficerId::parse(id).unwrap(), token, town.app().now()).await.unwrap().unwrap();
    assert_eq!(seen.account.officer(town.app().now()).unwrap().unit.as_str(), "LKO-HZG");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_is_written_anew_keeps_what_is_its_own() {
    let town = Town::new().await;
    let store = town.app().store();
    let id = OfficerId::parse("T-4").unwrap();
    store.suspend(&id, true).await.unwrap();
    let fresh = Account::of(&officer("T-4", "LKO-HZG", "sho", true), town.app().now());
    store.put_accounts(&[fresh]).await.unwrap();
    let kept = store.account(&id).await.unwrap().unwrap();
    assert!(kept.suspended && kept.posting.unit.as_str() == "LKO-HZG");
    assert!(store.suspend(&OfficerId::parse("T-99").unwrap(), true).await.is_err(), "nobody is made by being suspended");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_opens_its_own_account_and_nothing_in_the_table_opens_one() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let cookie = town.send("POST", "/dev/sign-in", &[("content-type", "application/x-www-form-urlencoded")], "officer=T-4").await.headers["set-cookie"].clone();
    for said in ["__Host-sunwai-desk=T-4.", "; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"] {
        assert!(cookie.contains(said), "{cookie}");
    }
    let (name, value) = sho.cookie.split_once('=').unwrap();
    let token = value.rsplit_once('.').unwrap().1;
    let with = |value: String| Officer::with(&town, &format!("{name}={value}"));
    for forged in [format!("T-5.{token}"), format!("T-4.{}", "A".repeat(43)), format!("T-4.{}", &token[1..]), format!("T-99.{token}")] {
        assert_eq!(knocks(&with(forged.clone())).await, 401, "{forged}");
    }
    let rows = town.rows(&local::tables().main).await;
    let sessions: Vec<_> = rows.iter().filter(|row| text(row, "pk") == "A#T-4" && text(row, "sk").starts_with("S#")).collect();
    assert_eq!(sessions.len(), 2);
    assert!(rows.iter().all(|row| !serde_json::to_string(row).unwrap().contains(token)), "only its hash is kept");
    for row in sessions {
        let digest = text(row, "sk").trim_start_matches("S#");
        assert_eq!(knocks(&with(format!("T-4.{}", &digest[..43]))).await, 401);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_another_session_or_another_site_is_not_taken() {
    let town = Town::new().await;
    let (sho, other) = (town.officer("T-4").await, town.officer("T-5").await);
    for body in [String::new(), "form_token=".to_owned(), format!("form_token={}", other.form_token), format!("form_token={}x", sho.form_token)] {
        assert_eq!(sho.request("POST", OUT, "application/json", &body).await.expect(403).text("code"), "foreign-form", "{body}");
    }
    let body = format!("form_token={}", sho.form_token);
    for (header, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")] {
        let headers = [("cookie", sho.cookie.as_str()), ("content-type", "application/x-www-form-urlencoded"), (header, value)];
        town.send("POST", OUT, &headers, body.clone()).await.expect(403);
    }
    assert_eq!(knocks(&sho).await, 403, "the session is still open");
    // Signed out: a page is led to the way in, a program is told.
    let nobody = Officer::with(&town, "other=T-4.x");
    assert_eq!(nobody.request("POST", OUT, "text/html", "").await.expect(303).headers["location"], "/desk/sign-in");
    assert_eq!(nobody.request("POST", OUT, "application/json", "").await.expect(401).text("code"), "sign-in-needed");
}
