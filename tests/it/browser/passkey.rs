//! An officer's first day: an invitation, a passkey on her device, and the console behind one button.

use chromiumoxide::cdp::browser_protocol::web_authn::{
    AddVirtualAuthenticatorParams, AuthenticatorId, AuthenticatorProtocol, AuthenticatorTransport, Ctap2Version, EnableParams, SetUserVerifiedParams,
    VirtualAuthenticatorOptions,
};
use serde_json::json;

use super::tab::{ENTER, Tab, one};
use super::{Chromium, Script};
use crate::town::{Town, fields};

const GO: &str = "form[data-ask] button";

/// A device with a lock and a place for passkeys, as the browser's own tools make one.
async fn device(tab: &Tab) -> AuthenticatorId {
    tab.page.execute(EnableParams::default()).await.unwrap();
    let options = VirtualAuthenticatorOptions::builder()
        .protocol(AuthenticatorProtocol::Ctap2)
        .ctap2_version(Ctap2Version::Ctap21)
        .transport(AuthenticatorTransport::Internal)
        .has_resident_key(true)
        .has_user_verification(true)
        .is_user_verified(true)
        .automatic_presence_simulation(true);
    let added = tab.page.execute(AddVirtualAuthenticatorParams::new(options.build().unwrap())).await.unwrap();
    added.result.authenticator_id.clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invited_officer_makes_a_passkey_signs_out_and_signs_in_with_it() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = Town::new().await;
    let invited = town.officer("T-4").await.posts("/desk/invite", &fields(&[("officer", "T-1")])).await.expect(201);
    let tab = chromium.tab(Script::On).await;
    let device = device(&tab).await;
    let here = town.url().replace("127.0.0.1", "localhost");

    // Nobody has a passkey here yet: the device says so, and the page says what to do.
    tab.open(&format!("{here}/desk/sign-in?lang=en")).await;
    assert!(!tab.has("#without:not([hidden])").await, "there is a script");
    tab.page.execute(SetUserVerifiedParams::new(device.clone(), false)).await.unwrap();

    let link = invited.text("link");
    assert!(link.starts_with(&here), "{link}");
    let link = link.replace("/desk/enrol#", "/desk/enrol?lang=en#");
    tab.open(&link).await;
    assert_eq!((tab.typed("#officer").await, tab.value("location.hash").await), ("T-1".to_owned(), json!("")), "the code is in no history");
    // A finger that is not hers makes no passkey and uses no invitation up.
    tab.focus(GO).await;
    tab.press(ENTER).await;
    tab.until("!document.querySelector('#out').hidden").await;
    assert!(tab.text("#out").await.contains("finger, face or PIN"), "{}", tab.text("#out").await);
    tab.page.execute(SetUserVerifiedParams::new(device, true)).await.unwrap();
    tab.follow(GO).await;
    assert_eq!(tab.value("location.pathname").await, json!("/desk/"));
    assert!(tab.text(".me").await.contains("T-1"));
    tab.follow(".quit").await;
    assert_eq!(tab.value("location.pathname").await, json!("/desk/sign-in"));
    assert!(!tab.cookies().await.iter().any(|name| name.contains("desk")), "the session's cookie is gone");

    tab.open(&format!("{here}/desk/sign-in?lang=en")).await;
    tab.follow(GO).await;
    assert_eq!(tab.value("location.pathname").await, json!("/desk/"));
    assert!(tab.text(".me").await.contains("T-1") && tab.cookies().await.contains(&"__Host-sunwai-desk".to_owned()));
    // The question stands in no field of the page any more when it has been answered, and a second answer needs a second.
    tab.follow(".quit").await;
    tab.open(&format!("{here}/desk/sign-in")).await;
    assert_eq!(tab.typed("input[name=question]").await, "");
    town.texts().await;
    chromium.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_door_cannot_do_it_says() {
    let Some(chromium) = Chromium::start().await else { return };
    let town = Town::new().await;
    let tab = chromium.tab(Script::Off).await;
    for path in ["/desk/sign-in", "/desk/enrol"] {
        tab.open(&format!("{}{path}?lang=en", town.url())).await;
        assert!(tab.text("#without").await.contains("JavaScript"), "{path}");
        assert!(tab.value(&format!("{}.hidden", one(GO))).await == json!(true), "{path}: a button that does nothing");
    }
    let tab = chromium.tab(Script::On).await;
    // At an address of numbers there are no passkeys; the page leads to where they are.
    tab.open(&format!("{}/desk/sign-in?lang=en", town.url())).await;
    tab.follow(".notice a").await;
    assert_eq!(tab.value("location.hostname").await, json!("localhost"));
    // An invitation that does not fit is told on the same page, and what was typed stays.
    tab.follow("a[href^='/desk/enrol']").await;
    tab.write("#officer", "T-1").await;
    tab.write("#code", "7ZZZ ZZZZ").await;
    tab.focus(GO).await;
    tab.press(ENTER).await;
    tab.until("!document.querySelector('#out').hidden").await;
    assert_eq!((tab.text("#out").await.as_str(), tab.typed("#officer").await.as_str()), ("This invitation does not work", "T-1"));
    chromium.close().await;
}
