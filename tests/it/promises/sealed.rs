//! Nothing that tells who complained lies anywhere in the open: not in a table, a stream, a log or a text.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};

use crate::town::Town;

const COMPLAINTS: usize = 200;
/// Too short to be looked for in between: no value of a row may be one of these.
const PIN: &str = "226005";
const DAY: &str = "17.10.2026";

/// What each complaint carries that must not be found.
fn marks(n: usize) -> [String; 8] {
    [
        format!("निशाननाम{n:03}x"),
        format!("99{:08}", 31_000_000 + n * 7919),
        format!("secretaccount{n:03}zebra"),
        format!("Gupt Gali {n:03}Q"),
        format!("accusedmark{n:03}"),
        format!("relativemark{n:03}"),
        format!("निशानमंदिर{n:03}"),
        format!("localitymark{n:03}"),
    ]
}

/// Every spelling in which a mark might lie around.
fn spellings(mark: &str) -> Vec<Vec<u8>> {
    let e164 = format!("+91{mark}");
    let mut all = vec![];
    for plain in [mark, &e164] {
        let bytes = plain.as_bytes();
        all.push(bytes.to_vec());
        all.push(seal::hex(bytes).into_bytes());
        all.push(STANDARD.encode(bytes).trim_end_matches('=').as_bytes().to_vec());
        all.push(URL_SAFE_NO_PAD.encode(bytes).into_bytes());
        let sha = Sha256::digest(bytes);
        all.push(seal::hex(&sha).into_bytes());
        all.push(sha.to_vec());
        all.push(STANDARD.encode(sha).into_bytes());
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_complaints_and_not_one_word_in_the_open() {
    let folder = std::env::temp_dir().join(format!("sunwai-sealed-{}", seal::hex(&seal::random::<6>())));
    let options = local::Options { data: Some(folder.clone()), seed: local::seed::Seed::Empty, jobs: false, ..local::Options::default() };
    let town = Town::with(options).await;
    let mut codes = vec![];
    for n in 0..COMPLAINTS {
        let [name, phone, account, address, accused, relative, landmark, locality] = marks(n);
        let asha = town.citizen(&phone);
        let mut form =
            asha.form_with(&[("name", &name), ("account", &account), ("address", &address), ("accused_officer", if n % 5 == 0 { &accused } else { "" })]);
        form.extend([("relative_name", relative), ("landmark", landmark), ("locality", locality), ("pin", PIN.to_owned()), ("happened_on", DAY.to_owned())]);
        let draft = asha.post("/complaints", &form).await.expect(202).text("draft");
        codes.push(asha.code_only().await);
        // Some stay unproven: they are sealed too.
        if n % 4 != 0 {
            asha.confirm(&draft, &codes[n]).await.expect(201);
        }
    }
    town.advance("PT26H").await;
    let dump = dump(&town, &folder).await;
    let all: Vec<Vec<u8>> = (0..COMPLAINTS).flat_map(marks).flat_map(|mark| spellings(&mark)).collect();
    assert_eq!(found(&dump, &all), None);
    // The texts hold a number, a date and nothing of her; the only phone is the one they go to.
    for sms in town.texts().await {
        for mark in (0..COMPLAINTS).flat_map(marks) {
            assert!(!sms.text.contains(&mark), "{}", sms.text);
        }
    }
    let short = |value: &serde_json::Value| [PIN, DAY, "husband"].into_iter().any(|word| value == word) || codes.iter().any(|code| value == code);
    for row in town.rows(&local::tables().main).await {
        let found = values(&serde_json::Value::Object(row.clone())).into_iter().find(|value| short(value));
        assert!(found.is_none(), "{found:?} lies open in {row:?}");
    }
    // A code is nowhere but in its text: not even as a hash without a key, which its six digits would betray.
    let hashed: Vec<Vec<u8>> = codes.iter().flat_map(|code| spellings(code)).filter(|spelling| spelling.len() >= 32).collect();
    assert_eq!(found(&dump, &hashed), None);
    drop(town);
    std::fs::remove_dir_all(folder).unwrap();
}

/// Every row of both tables, every record of the stream, and the database's files as they lie on the disk.
async fn dump(town: &Town, folder: &std::path::Path) -> Vec<u8> {
    let mut dump = vec![];
    for table in [local::tables().main, local::tables().keys] {
        dump.extend(serde_json::to_vec(&town.rows(&table).await).unwrap());
    }
    let mut folders = vec![folder.to_path_buf()];
    let mut files = vec![];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    for path in files {
        // The inbox is what the network carried; it is looked at for itself.
        if path.file_name().is_some_and(|name| name != "texts.jsonl") {
            dump.extend(std::fs::read(path).unwrap());
        }
    }
    assert!(dump.len() > 100_000, "the dump is there");
    assert!(found(&dump, &[b"\"S\":\"C#LKO".to_vec()]).is_some(), "and holds the complaints");
    dump
}

/// Every value within, however deep.
fn values(it: &serde_json::Value) -> Vec<serde_json::Value> {
    match it {
        serde_json::Value::Object(fields) => fields.values().flat_map(values).collect(),
        serde_json::Value::Array(items) => items.iter().flat_map(values).collect(),
        plain => vec![plain.clone()],
    }
}

/// The first of many that lies in a heap, in one pass: each is at least eight bytes long.
fn found(heap: &[u8], wanted: &[Vec<u8>]) -> Option<String> {
    let mut by_start: HashMap<&[u8], Vec<&[u8]>> = HashMap::new();
    for one in wanted {
        by_start.entry(&one[..8]).or_default().push(one);
    }
    let starts = |at: usize| by_start.get(&heap[at..at + 8]).into_iter().flatten().find(|one| heap[at..].starts_with(one));
    (0..heap.len().saturating_sub(7)).find_map(starts).map(|one| String::from_utf8_lossy(one).into_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_key_leaves_the_timeline_and_nothing_else() {
    let town = Town::new().await;
    let asha = town.citizen("9812300501");
    let filed = asha.files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    let number = domain::number::Number::parse(&filed.number).unwrap();
    let store = town.app().store();
    let private = store.private(&number).await.unwrap().unwrap();
    let key = store.data_key(&number).await.unwrap().unwrap();
    assert_eq!(private.open(&key, "name").unwrap(), "Sunita देवी");
    store.erase(&number).await.unwrap();
    assert!(store.data_key(&number).await.unwrap().is_none());
    // It still climbs, and nobody is told any more.
    let before = town.texts_to("9812300501").await.len();
    town.advance("P1D").await;
    assert_eq!(town.texts_to("9812300501").await.len(), before);
    let (complaint, events) = store.history(&number).await.unwrap().unwrap();
    assert!(complaint.level > 0 && events.len() > 3);
}

/// The whole journey, with everything that is logged: no name, phone, code or word of hers.
#[tokio::test(flavor = "multi_thread")]
async fn the_log_tells_nobody() {
    let program = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../infra/local");
    assert!(program.exists());
    let mut server = crate::promises::crash::Server::start(&["--data", ":memory:", "--log", "info"]).await;
    let asha = server.citizen("9812300502");
    let draft = asha.post("/complaints", &asha.form_with(&[("account", "secretaccount zebra")])).await.expect(202).text("draft");
    let code = server.code("9812300502").await;
    asha.confirm(&draft, "000001").await;
    asha.confirm(&draft, &code).await.expect(201);
    server.post_dev("/dev/fault", "outlet=sns&mode=fail").await;
    server.post_dev("/dev/clock", "advance=P3M").await;
    server.post_dev("/dev/fault", "outlet=store&mode=fail").await;
    asha.post("/complaints", &asha.form()).await.expect(503);
    let log = server.end().await;
    for said in ["a complaint was registered", "told of an event", "a text did not leave", "a request failed"] {
        assert!(log.contains(said), "as much is logged as by the functions: {log}");
    }
    for secret in ["Sunita", "देवी", "9812300502", "secretaccount", "शिव मंदिर", &code, &draft] {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
}
