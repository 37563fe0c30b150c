//! The product over tables and texts that are not its own: another endpoint, begun by another start.

use local::Options;
use local::seed::Seed;

use crate::town::{Town, fields};

fn options() -> Options {
    Options { seed: Seed::Empty, jobs: false, ..Options::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_elsewhere_open_with_the_key_they_were_begun_with_and_no_other() {
    let folder = std::env::temp_dir().join(format!("sunwai-elsewhere-{}", seal::hex(&seal::random::<6>())));
    let first = Town::with(Options { data: Some(folder.clone()), ..options() }).await;
    let filed = first.citizen("9812300801").files().await;
    // The second stands at the stream's end, so what happened before is told by the first.
    assert_eq!(first.texts_to("9812300801").await.len(), 3);
    let dynamodb = first.running.as_ref().map(|running| running.dynamodb_url.clone());

    let refused = local::start(Options { dynamodb: dynamodb.clone(), ..options() }).await.err().expect("another key is refused");
    assert!(refused.contains("master.key") && refused.contains(dynamodb.as_deref().unwrap()), "{refused}");

    let second = Town::with(Options { data: Some(folder.clone()), dynamodb, ..options() }).await;
    let way = fields(&[("number", &filed.number), ("receipt", &filed.receipt)]);
    let seen = second.citizen("9812300801").post("/track/confirm", &way).await.expect(200);
    assert_eq!(seen.text("number"), filed.number);
    second.citizen("9812300802").files().await;
    // The first has the table, so it ends last.
    drop(second);
    drop(first);
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn where_texts_leave_to_another_endpoint_the_inbox_says_which() {
    let closed = "http://127.0.0.1:9";
    let town = Town::with(Options { sns: Some(closed.to_owned()), ..options() }).await;
    let bina = town.citizen("9812300803");
    let answer = bina.post("/complaints", &bina.form()).await.expect(202);
    assert_eq!(answer.json()["code_sent"], false, "nobody is there to take the code");
    assert!(town.get("/dev/inbox", false).await.expect(200).body.contains(closed));
    assert!(town.texts().await.is_empty());
}
