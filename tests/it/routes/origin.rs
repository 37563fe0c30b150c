//! Where a form comes from: the console takes only what a browser says is its own, a citizen's old browser may say nothing.

use crate::officer::Officer;
use crate::town::{Answer, Town};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
/// Those that have no form token yet, and one that has.
const DOORS: [&str; 5] = ["/desk/sign-in/challenge", "/desk/sign-in/finish", "/desk/enrol/challenge", "/desk/enrol", "/desk/search"];

/// A form with these headers and no other that says where it comes from.
async fn sends(town: &Town, path: &str, officer: &Officer<'_>, headers: &[(&str, &str)]) -> Answer {
    let all = [&[FORM, ("accept", "application/json"), ("cookie", officer.cookie.as_str())], headers].concat();
    town.send_as_it_is("POST", path, &all, format!("form_token={}", officer.form_token)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_the_console_says_that_it_is_its_own() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let own = town.url().to_owned();
    let foreign: [&[(&str, &str)]; 6] = [
        &[],
        &[("origin", "null")],
        &[("origin", "https://evil.example")],
        &[("origin", "null"), ("sec-fetch-site", "cross-site")],
        &[("origin", &own), ("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "of-a-kind-that-is-new")],
    ];
    // Without a referrer a browser hides the origin of its own forms; opened by hand, such as a page once more, it says none.
    let ours: [&[(&str, &str)]; 4] = [
        &[("origin", &own)],
        &[("origin", "null"), ("sec-fetch-site", "same-origin")],
        &[("origin", "null"), ("sec-fetch-site", "none")],
        &[("sec-fetch-site", "same-origin")],
    ];
    for path in DOORS {
        for headers in foreign {
            assert_eq!(sends(&town, path, &sho, headers).await.expect(403).text("code"), "foreign-form", "{path} {headers:?}");
        }
        for headers in ours {
            assert_ne!(sends(&town, path, &sho, headers).await.status, 403, "{path} {headers:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_citizen_s_old_browser_may_say_nothing() {
    let town = Town::new().await;
    let nobody = Officer::with(&town, "other=T-4.x");
    for path in ["/hi/complaints", "/hi/track", "/hi/complaints/confirm"] {
        for headers in [&[] as &[(&str, &str)], &[("origin", "null")]] {
            assert_ne!(sends(&town, path, &nobody, headers).await.status, 403, "{path} {headers:?}");
        }
    }
}
