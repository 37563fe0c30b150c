//! Whose files a session opens: those of every complaint that is hers, as far as it opens the complaint itself.

use domain::number::Number;

use crate::files::png;
use crate::town::{Citizen, Town, fields};

const OPEN: [&str; 2] = ["evidence", "certificate.pdf"];

/// What the session of this citizen gets of a complaint's files: her list, her certificate, one file more.
async fn asked(who: &Citizen<'_>, number: &str, squares: u32) -> Vec<u16> {
    let mut said = vec![who.adds(number, "a.png", &png(squares, squares)).await.status];
    for page in OPEN {
        said.push(who.opens(&format!("/complaints/{number}/{page}")).await.status);
    }
    let ask = fields(&[("name", "a.mp4"), ("bytes", "5000000"), ("sha256", &format!("{squares:02x}").repeat(32))]);
    said.push(who.post(&format!("/complaints/{number}/evidence/ask"), &ask).await.status);
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_hers_as_far_as_the_complaint_is() {
    let town = Town::new().await;
    let her = town.citizen("9812300771");
    let (first, second) = (her.files_with(&[("category", "S0-1")]).await, her.files_with(&[("category", "S0-4")]).await);
    let stranger = town.citizen("9812300772").files().await;
    // A code opened it: what that phone filed is hers, the one before too.
    assert_eq!(asked(&her, &first.number, 11).await, [201, 200, 200, 201]);
    assert_eq!(asked(&her, &second.number, 12).await, [201, 200, 200, 201]);
    assert_eq!(asked(&her, &stranger.number, 13).await, [401; 4]);
    assert_eq!(asked(&her, "LKO26-7F3KQ9XW-X", 14).await, [401; 4], "and a number that is nobody's is no other");
    // A receipt opens its own complaint alone.
    let found = town.citizen("9812300771");
    found.post("/track/confirm", &fields(&[("number", &first.number), ("receipt", &first.receipt)])).await.expect(200);
    assert_eq!(asked(&found, &first.number, 15).await, [201, 200, 200, 201]);
    assert_eq!(asked(&found, &second.number, 16).await, [401; 4]);
    for (number, files) in [(&first.number, 2), (&second.number, 1), (&stranger.number, 0)] {
        assert_eq!(town.app().store().files(&Number::parse(number).unwrap()).await.unwrap().len(), files, "{number}");
    }
}
