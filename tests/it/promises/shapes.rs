//! What lies in the tables outlives the version that wrote it: rows of an earlier one are read, opened and
//! counted on, and what this one writes has everything that the one before looks for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::fault::Field;
use domain::ids::UnitCode;
use domain::number::Number;
use domain::otp::{Code, Purpose};
use domain::phone::Phone;
use domain::policy::Phones;
use domain::{Timestamp, otp};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use store::{Attempt, FilingState};

use crate::table::{Row, text};
use crate::town::{Town, fields};

/// Both tables as a version left them, and what the people of that town knew.
#[derive(Serialize, Deserialize)]
struct Example {
    known: Known,
    main: Vec<Row>,
    keys: Vec<Row>,
}

#[derive(Serialize, Deserialize)]
struct Known {
    number: String,
    receipt: String,
    phone: String,
    idempotency_key: String,
    /// The draft that `number` was registered from.
    draft: String,
    /// A filing that waits, and its last two codes.
    pending: String,
    codes: [String; 2],
    handed_over: String,
    lapsed: String,
    /// A look-up that waits for its code.
    track: String,
    track_code: String,
    token: String,
}

/// Each is the first that had something new, and is never written again: its version cannot be asked any more.
fn examples() -> Vec<Example> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../functions/core/store/examples/tables");
    let files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!files.is_empty());
    files.iter().map(|file| serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()).collect()
}

/// A town whose master key is the examples'.
async fn town() -> (Town, PathBuf) {
    let folder = std::env::temp_dir().join(format!("sunwai-shapes-{}", seal::hex(&seal::random::<6>())));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("master.key"), [7; 32]).unwrap();
    let options = local::Options { data: Some(folder.clone()), seed: local::seed::Seed::Empty, jobs: false, ..local::Options::default() };
    (Town::with(options).await, folder)
}

/// A little of everything that leaves a row.
async fn live(town: &Town) -> Known {
    let post = async |phone: &str, changes: &[(&'static str, &str)]| {
        let who = town.citizen(phone);
        who.post("/complaints", &who.form_with(changes)).await.expect(202).text("draft")
    };
    let handed_over = post("9812301001", &[]).await;
    let lapsed = post("9812301002", &[("contact_call", "no")]).await;
    town.advance("PT24H1M").await;

    let asha = town.citizen("9812301003");
    let key = "an-example-of-a-key-of-a-form-0001";
    let draft = post(&asha.phone, &[("service", "S1"), ("category", "S1-1"), ("idempotency_key", key)]).await;
    let code = asha.code().await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    asha.confirm(&draft, wrong).await.expect(422);
    let filed = asha.confirm(&draft, &code).await.expect(201);
    let (number, receipt) = (filed.text("number"), filed.text("receipt"));
    town.citizen("9812301004").files_with(&[("accused_station", "LKO-ALB"), ("accused_officer", "दरोगा")]).await;
    town.advance("PT5H").await;

    let bina = town.citizen("9812301005");
    let pending = post(&bina.phone, &[("accused_station", "LKO-HZG")]).await;
    let first = bina.code().await;
    town.advance("PT30S").await;
    bina.post("/complaints/resend", &fields(&[("draft", &pending)])).await.expect(202);
    let codes = [first, bina.code().await];
    let track = asha.post("/track", &fields(&[("number", &number), ("phone", &asha.phone)])).await.expect(202).text("draft");
    let track_code = asha.code().await;
    asha.post("/track/confirm", &fields(&[("number", &number), ("receipt", &receipt)])).await.expect(200);
    let token = asha.cookie().split_once('=').unwrap().1.to_owned();
    for _ in 0..4 {
        asha.post("/track/confirm", &fields(&[("number", &number), ("receipt", "1111 2222 3333 4444")])).await.expect(422);
    }
    Known { number, receipt, phone: asha.phone.clone(), idempotency_key: key.to_owned(), draft, pending, codes, handed_over, lapsed, track, track_code, token }
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_of_earlier_versions_are_read_and_opened() {
    for Example { known, main, keys } in examples() {
        let (town, folder) = town().await;
        for (table, rows) in [(local::tables().main, &main), (local::tables().keys, &keys)] {
            for row in rows {
                town.put_row(&table, row).await;
            }
        }
        let store = town.app().store();
        let secrets = town.app().secrets().await.unwrap();
        let number = Number::parse(&known.number).unwrap();
        for row in main.iter().filter(|row| text(row, "sk") == "META" && text(row, "pk").starts_with("C#")) {
            let number = Number::parse(text(row, "number")).unwrap();
            let (complaint, events) = store.history(&number).await.unwrap().unwrap();
            assert_eq!(events.last().unwrap().event.version, complaint.version);
            let (private, key) = (store.private(&number).await.unwrap().unwrap(), store.data_key(&number).await.unwrap().unwrap());
            assert_eq!(private.open(&key, Field::Name.tag()).as_deref(), Some("Sunita देवी"));
            assert!(private.e164(&key).unwrap().starts_with("+9198123010"));
        }
        let (complaint, events) = store.history(&number).await.unwrap().unwrap();
        let tags: Vec<&str> = events.iter().map(|it| it.event.kind.tag()).collect();
        assert_eq!((complaint.level, tags), (1, vec!["registered", "assigned", "escalated"]));

        // The receipt on her paper and the form in her tab still mean the same complaint.
        let typed = domain::receipt::Receipt::parse(&known.receipt).unwrap();
        assert!(secrets.is_receipt(&number, &typed));
        let phone_key = secrets.phone(&Phone::parse(&known.phone, Phones::Any).unwrap());
        assert_eq!(store.private(&number).await.unwrap().unwrap().phone_key, phone_key);
        assert_eq!(secrets.draft(&known.idempotency_key, &phone_key), known.draft);

        let filing = async |draft: &str| store.filing(&seal::digest(draft)).await.unwrap().unwrap();
        assert_eq!(filing(&known.draft).await.state, FilingState::Registered);
        assert_eq!(filing(&known.lapsed).await.state, FilingState::Lapsed);
        for (draft, state) in [(&known.pending, FilingState::Pending), (&known.handed_over, FilingState::HandedOver)] {
            let it = filing(draft).await;
            assert_eq!(it.state, state);
            let typed = it.typed(&store.data_key(&it.private.number).await.unwrap().unwrap());
            assert_eq!((typed.get(Field::Landmark), typed.get(Field::District)), ("शिव मंदिर", "LKO"));
        }
        let pending = filing(&known.pending).await;
        assert!(pending.open.accused.names_police() && pending.open.contact.sms && pending.due_at - SignedDuration::from_hours(24) == pending.filed_at);

        // A code that was on its way while the version changed is good, and so is the one before it.
        let purposes = [
            (&known.pending, Purpose::File, &known.codes[1]),
            (&known.pending, Purpose::File, &known.codes[0]),
            (&known.track, Purpose::Track, &known.track_code),
        ];
        for (draft, purpose, code) in purposes {
            let now = store.challenge(&seal::digest(draft), purpose).await.unwrap().unwrap().expires_at - SignedDuration::from_mins(2);
            let Attempt::Counted(challenge) = store.try_code(&seal::digest(draft), purpose, now).await.unwrap() else { panic!("{draft} is spent") };
            let mac = secrets.code(draft, &challenge.phone_key, purpose, &Code::parse(code).unwrap());
            assert!(challenge.matches(&mac, now));
            assert!(purpose == Purpose::File || challenge.number.as_ref() == Some(&number));
        }

        // Limits go on from where they were.
        let row = |pk: String| main.iter().find(|row| text(row, "pk") == pk).unwrap_or_else(|| panic!("no {pk}"));
        let sends = row(format!("P#{phone_key}"))["sends"]["L"].as_array().unwrap().clone();
        let last: Timestamp = sends.last().unwrap()["S"].as_str().unwrap().parse().unwrap();
        let known_sends = store.sends(&phone_key).await.unwrap();
        assert_eq!(known_sends.count(), sends.len());
        assert_eq!(known_sends.next(last) > last, sends.len() >= otp::SENDS);
        let token = row(format!("S#{}", seal::digest(&known.token)));
        let opened: Timestamp = text(token, "opened_at").parse().unwrap();
        assert_eq!(store.session(&known.token, opened + SignedDuration::from_mins(14)).await.unwrap().unwrap().number, number);
        assert!(!store.count_receipt_try(&number, opened).await.unwrap(), "all five of this hour are used up");
        let unit = UnitCode::parse("LKO-ALB").unwrap();
        assert_eq!(store.unit(&unit).await.unwrap().posted.len(), 4, "three of then, and the head that every town has now");
        town.advance("P1D").await;
        drop(town);
        std::fs::remove_dir_all(folder).unwrap();
    }
}

/// What kind of row it is: where it lies, and in which state.
fn kind(row: &Row) -> String {
    let place = |name: &str| text(row, name).split('#').next().unwrap_or_default().to_owned();
    let state = ["state", "purpose", "kind", "stage"].map(|name| text(row, name)).concat();
    format!("{}/{} {state}", place("pk"), place("sk"))
}

/// Attributes with their types; of a list, what its first item holds.
fn shape(row: &Row) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open: Vec<(String, &serde_json::Value)> = row.iter().map(|(name, value)| (name.clone(), value)).collect();
    while let Some((name, value)) = open.pop() {
        let Some((tag, inner)) = value.as_object().and_then(|it| it.iter().next()) else { continue };
        match (tag.as_str(), inner) {
            // What was typed and what is sealed go by the names of the form's fields.
            ("M", serde_json::Value::Object(fields)) if name != "typed" && name != "sealed" => {
                open.extend(fields.iter().map(|(n, v)| (format!("{name}.{n}"), v)))
            }
            ("L", serde_json::Value::Array(items)) => open.extend(items.first().map(|first| (format!("{name}[]"), first))),
            _ => {}
        }
        found.insert(name, tag.clone());
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_now_has_all_that_an_earlier_version_reads() {
    let (town, folder) = town().await;
    live(&town).await;
    let written: Vec<Row> = [town.rows(&local::tables().main).await, town.rows(&local::tables().keys).await].concat();
    for Example { main, keys, .. } in examples() {
        for earlier in main.iter().chain(&keys) {
            let kind_of = kind(earlier);
            let now: Vec<_> = written.iter().filter(|row| kind(row) == kind_of).map(shape).collect();
            assert!(!now.is_empty(), "no {kind_of} is written any more");
            let missing = |it: &BTreeMap<String, String>| shape(earlier).into_iter().filter(|(name, tag)| it.get(name) != Some(tag)).collect::<Vec<_>>();
            let least = now.iter().map(missing).min_by_key(Vec::len).unwrap_or_default();
            assert!(least.is_empty(), "{kind_of} lacks {least:?}");
        }
    }
    town.advance("P1D").await;
    drop(town);
    std::fs::remove_dir_all(folder).unwrap();
}
