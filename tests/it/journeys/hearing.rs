//! A hearing from the place to the station: booked, told, called, heard, forwarded; missed; the last place; what is not for whom.

use std::collections::BTreeSet;

use domain::decide::{Move, decide};
use domain::event::Actor;
use domain::ids::{OfficerId, UnitCode};
use domain::number::Number;
use serde_json::Value;

use crate::officer::Officer;
use crate::table::text;
use crate::town::{Answer, Citizen, Filed, Town, fields, officer};

const S3: [(&str, &str); 2] = [("service", "S3"), ("category", "S3-1")];

/// Two who hear in the district, one a man, and one in another district.
async fn town() -> Town {
    let town = Town::new().await;
    let crew = [("H-1", "LKO", "hearing", true), ("H-2", "LKO", "hearing", false), ("H-9", "PRJ", "hearing", true), ("T-7", "LKO-HZG", "sho", true)];
    town.posts(&crew.map(|(id, unit, post, woman)| (officer(id, unit, post, woman), None))).await;
    town
}

fn path(filed: &Filed) -> String {
    format!("/complaints/{}/hearing", filed.number)
}

async fn sees(who: &Citizen<'_>, filed: &Filed) -> Value {
    who.reads(&path(filed)).await.expect(200).json()
}

async fn does(who: &Citizen<'_>, filed: &Filed, name: &'static str, value: &str) -> Answer {
    who.post(&path(filed), &fields(&[(name, value)])).await
}

/// Her session is over by then: she comes in again with her paper.
async fn comes_back<'t>(town: &'t Town, phone: &str, filed: &Filed) -> Citizen<'t> {
    let her = town.citizen(phone).in_english();
    her.post("/track/confirm", &fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(200);
    her
}

async fn steps(who: &Officer<'_>, wanted: &str, with: &[(&str, &str)]) -> Answer {
    let mine = who.reads("/desk/hearings").await.expect(200).json()["mine"]["token"].as_str().unwrap_or_default().to_owned();
    let mut form = fields(with);
    form.insert("token", mine);
    who.posts(&format!("/desk/hearings/{wanted}"), &form).await
}

async fn templates(town: &Town, phone: &str) -> Vec<String> {
    town.texts_to(phone).await.into_iter().map(|sms| sms.template).filter(|name| name.starts_with("hearing")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_place_to_the_station() {
    let town = town().await;
    let (asha, bina) = (town.citizen("9812320001").in_english(), town.citizen("9812320002").in_english());
    let (hers, other) = (asha.files_with(&S3).await, bina.files_with(&S3).await);
    assert_eq!(asha.reads(&format!("/complaints/{}", hers.number)).await.expect(200).json()["yours"]["hearing"], true);
    let free = sees(&asha, &hers).await;
    assert_eq!((free["state"].as_str(), free["first"].as_str()), (Some("free"), Some("2026-11-24T06:30:00Z")), "{free}");
    assert_eq!((free["days"].as_array().unwrap().len(), free["free"].as_array().unwrap().len()), (8, 24));
    let abroad = asha.opens(&format!("{}?zone=london", path(&hers))).await.expect(200).body;
    assert!(abroad.contains("6:45") && abroad.contains("in London"), "her own clock: {abroad}");

    // A place at a quarter past twelve, and a token for now, which is the first place of the day.
    let booked = does(&asha, &hers, "slot", "2026-11-24T06:45:00Z").await.expect(201).json();
    assert_eq!((booked["state"].as_str(), booked["token"].as_str()), (Some("today"), Some("A04")), "{booked}");
    assert_eq!(does(&asha, &hers, "do", "now").await.status, 409, "one place a complaint");
    let token = does(&bina, &other, "do", "now").await.expect(201).json();
    assert_eq!((token["state"].as_str(), token["token"].as_str(), token["place"].as_u64()), (Some("waiting"), Some("A01"), Some(1)), "{token}");
    assert_eq!(sees(&asha, &hers).await["place"], 2);
    let told = town.texts_to("9812320001").await.into_iter().rfind(|sms| sms.template == "hearing_booked").unwrap();
    assert!(told.text.contains("A04") && !told.text.to_lowercase().contains("hearing") && !told.text.contains("सुनवाई"), "{}", told.text);

    town.advance("PT2H").await;
    let (asha, bina) = (comes_back(&town, "9812320001", &hers).await, comes_back(&town, "9812320002", &other).await);
    let first = town.officer("H-1").await;
    assert_eq!(steps(&first, "call", &[]).await.status, 409, "nobody calls before sitting down");
    steps(&first, "sit", &[]).await.expect(303);
    for phone in ["9812320001", "9812320002"] {
        assert_eq!(templates(&town, phone).await, ["hearing_booked", "hearing_near"], "{phone}");
    }
    assert_eq!(does(&bina, &other, "do", "link").await.status, 409, "not her turn yet");
    steps(&first, "call", &[]).await.expect(303);
    assert_eq!(steps(&first, "call", &[]).await.status, 409, "one at a time");
    assert_eq!(town.get("/en/hearings/LKO", true).await.json()["now"], serde_json::json!(["A01"]));

    // Her turn: the link opens once, for her alone.
    assert_eq!(sees(&bina, &other).await["call"], "ready");
    assert_eq!(does(&asha, &hers, "do", "link").await.status, 409);
    let open = does(&bina, &other, "do", "link").await.expect(200).json();
    let link = open["link"].as_str().unwrap().to_owned();
    assert!(link.starts_with("https://meet.example.in/") && link.len() > 50, "{link}");
    assert_eq!(does(&bina, &other, "do", "link").await.expect(200).json()["call"], "shown-before");
    assert!(!bina.opens(&path(&other)).await.expect(200).body.contains(&link), "and on no page afterwards");
    assert!(first.opens("/desk/hearings").await.expect(200).body.contains(&link), "the officer is in the same room");
    steps(&first, "again", &[]).await.expect(303);
    let fresh = does(&bina, &other, "do", "link").await.expect(200).json()["link"].as_str().unwrap().to_owned();
    assert_ne!(fresh, link, "a room of its own each time");

    // She is not there: to the end, once. Whose time has not come says that she is there, and is called before it.
    steps(&first, "absent", &[]).await.expect(303);
    let returned = sees(&bina, &other).await;
    assert_eq!((returned["state"].as_str(), returned["place"].as_u64()), (Some("returned"), Some(1)));
    assert_eq!(does(&asha, &hers, "do", "here").await.expect(200).json()["state"], "waiting");
    assert_eq!(does(&asha, &hers, "do", "here").await.status, 409);
    steps(&first, "call", &[]).await.expect(303);
    assert_eq!(sees(&asha, &hers).await["state"], "called");
    assert_eq!(does(&asha, &hers, "do", "leave").await.status, 409, "not while she is being heard");

    // What came of it, and on to the station in the same step.
    let words = ("words", "मायके से फ़ोन किया, पति रोकता है।");
    assert_eq!(steps(&first, "heard", &[("outcome", "forwarded"), ("station", "LKO-HZG")]).await.status, 422, "without a word of it");
    assert_eq!(steps(&first, "heard", &[("outcome", "forwarded"), ("station", "PRJ-KTW"), words]).await.status, 422, "no station of the district");
    let wrong = first.posts("/desk/hearings/heard", &fields(&[("token", "A01"), ("outcome", "advised"), words])).await;
    assert_eq!(wrong.status, 409, "a form drawn for somebody else does nothing");
    steps(&first, "heard", &[("outcome", "forwarded"), ("station", "LKO-HZG"), words]).await.expect(303);
    let page = asha.reads(&format!("/complaints/{}", hers.number)).await.expect(200).json();
    let kinds: Vec<&str> = page["timeline"].as_array().unwrap().iter().filter_map(|row| row["kind"].as_str()).collect();
    assert_eq!(kinds[..4], ["transferred", "heard", "hearing_near", "hearing_booked"], "{kinds:?}");
    assert!(!page.to_string().contains("मायके"), "the officer's words are not on her page");
    let case = town.officer("T-7").await.reads(&format!("/desk/complaints/{}", hers.number)).await.expect(200).json();
    assert!(case.to_string().contains("मायके"), "the station reads what was said: {case}");
    first.reads(&format!("/desk/complaints/{}", hers.number)).await.expect(404);
    assert_eq!(sees(&asha, &hers).await["state"], "not-heard");

    // Called a second time in vain, she has left; another day is free to her.
    steps(&first, "call", &[]).await.expect(303);
    steps(&first, "absent", &[]).await.expect(303);
    assert_eq!(sees(&bina, &other).await["state"], "free");
    assert_eq!(steps(&first, "call", &[]).await.status, 409, "nobody is left");
    does(&bina, &other, "slot", "2026-11-25T06:30:00Z").await.expect(201);
    assert_eq!(does(&bina, &other, "do", "leave").await.expect(200).json()["state"], "free", "and given back");
    steps(&first, "rise", &[]).await.expect(303);
    assert_eq!(first.reads("/desk/hearings").await.expect(200).json()["sits"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_who_want_the_last_place_one_has_it() {
    let town = town().await;
    town.app().store().take_away(&[officer("H-2", "LKO", "hearing", false)], &[]).await.unwrap();
    let mut all = Vec::new();
    for n in 0..50 {
        let who = town.citizen(&format!("98123210{n:02}")).in_english();
        let filed = who.files_with(&S3).await;
        all.push((who, filed));
    }
    let tries = all.iter().map(|(who, filed)| does(who, filed, "slot", "2026-11-24T08:25:00Z"));
    let answers = futures::future::join_all(tries).await;
    let had: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 201).collect();
    assert_eq!(had.len(), 1, "{:?}", answers.iter().map(|answer| answer.status).collect::<BTreeSet<_>>());
    assert!(answers.iter().filter(|answer| answer.status != 201).all(|answer| answer.status == 409 && answer.text("code") == "place-taken"));
    let rows = town.rows(&local::tables().main).await;
    assert_eq!(rows.iter().filter(|row| text(row, "pk").starts_with("H#")).count(), 1);
    let with = rows.iter().filter(|row| text(row, "sk") == "META" && row.get("hearing").is_some()).count();
    assert_eq!(with, 1, "and no complaint says that it has a place which it has not");
    // Each of the others finds another time at once, all together and no two the same.
    let free: Vec<_> = all.iter().zip(&answers).filter(|(_, answer)| answer.status != 201).take(20).map(|(one, _)| one).collect();
    let answers = futures::future::join_all(free.iter().map(|(who, filed)| does(who, filed, "do", "now"))).await;
    let tokens: BTreeSet<String> = answers.into_iter().filter(|answer| answer.status == 201).map(|answer| answer.text("token")).collect();
    assert_eq!(tokens.len(), 20);
    let rows = town.rows(&local::tables().main).await;
    assert_eq!(rows.iter().filter(|row| text(row, "sk").starts_with("P#") && text(row, "pk").starts_with("H#")).count(), tokens.len() + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_place_in_the_past_outside_the_window_or_for_somebody_else() {
    let town = town().await;
    let asha = town.citizen("9812322001").in_english();
    let filed = asha.files_with(&S3).await;
    // Yesterday, before the window, its last minute, between two places, beyond the days that may be booked.
    for slot in ["2026-11-23T06:30:00Z", "2026-11-24T06:25:00Z", "2026-11-24T08:30:00Z", "2026-11-24T06:32:00Z", "2026-12-03T06:30:00Z", "9999-01-01T06:30:00Z"]
    {
        let answer = does(&asha, &filed, "slot", slot).await;
        assert_eq!((answer.status, answer.text("code").as_str()), (422, "no-such-place"), "{slot}");
    }
    for (name, value) in [("slot", "noon"), ("slot", ""), ("do", "jump")] {
        assert_eq!(does(&asha, &filed, name, value).await.status, 400, "{name}={value}");
    }
    town.advance("PT2H10M").await;
    let asha = comes_back(&town, "9812322001", &filed).await;
    assert_eq!(does(&asha, &filed, "slot", "2026-11-24T06:40:00Z").await.status, 422, "it has begun");
    let now = does(&asha, &filed, "do", "now").await.expect(201).json();
    assert_eq!(now["at"], "2026-11-24T06:40:00Z", "but it can be taken now");

    let other = town.citizen("9812322002").in_english();
    let theirs = other.files().await;
    assert_eq!(sees(&other, &theirs).await["state"], "not-heard");
    assert_eq!(does(&other, &theirs, "do", "now").await.status, 409, "what no hearing post holds is not heard");
    assert_eq!(does(&other, &filed, "do", "leave").await.status, 401);
    assert_eq!(does(&town.citizen("9812322003").in_english(), &filed, "do", "now").await.status, 401);
    let cookie = asha.cookie();
    let headers = [("cookie", cookie.as_str()), ("origin", "https://elsewhere.example"), ("content-type", "application/x-www-form-urlencoded")];
    town.send("POST", &format!("/en{}", path(&filed)), &headers, "do=leave").await.expect(403);

    // After the window with nobody sitting, the day is over for her; after it nothing is left today.
    town.advance("PT2H").await;
    let asha = comes_back(&town, "9812322001", &filed).await;
    assert_eq!(sees(&asha, &filed).await["state"], "ended");
    assert_eq!(does(&asha, &filed, "do", "leave").await.expect(200).json()["state"], "free");
    assert_eq!(does(&asha, &filed, "do", "now").await.status, 422);
    assert_eq!(town.get("/en/hearings/XXX", true).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_it_names_neither_sees_nor_calls_it() {
    let town = town().await;
    let (asha, bina) = (town.citizen("9812323001").in_english(), town.citizen("9812323002").in_english());
    let named = asha.files_with(&S3).await;
    let alone = bina.files_with(&[S3[0], ("category", "S3-4")]).await;
    does(&asha, &named, "do", "now").await.expect(201);
    does(&bina, &alone, "do", "now").await.expect(201);
    // It turns out to name somebody of the very unit that hears.
    let number = Number::parse(&named.number).unwrap();
    let it = town.app().store().load(&number).await.unwrap().unwrap();
    let mut change = decide(&it, Move::Note, Actor::Officer(OfficerId::parse("T-5").unwrap()), town.app().now()).unwrap();
    change.complaint.accused.above = UnitCode::parse("LKO");
    town.app().store().commit(&change).await.unwrap();
    town.advance("PT2H").await;

    let (woman, man) = (town.officer("H-1").await, town.officer("H-2").await);
    let page = woman.opens("/desk/hearings").await.expect(200).body;
    assert!(!page.contains(&named.number) && page.contains(&alone.number), "{page}");
    steps(&man, "sit", &[]).await.expect(303);
    assert_eq!(steps(&man, "call", &[]).await.status, 409, "a woman officer listens, and the other one names this unit");
    steps(&woman, "sit", &[]).await.expect(303);
    steps(&woman, "call", &[]).await.expect(303);
    assert_eq!(woman.reads("/desk/hearings").await.expect(200).json()["mine"]["number"].as_str(), Some(alone.number.as_str()));
    steps(&woman, "heard", &[("outcome", "advised"), ("words", "समझाया गया")]).await.expect(303);
    assert_eq!(steps(&woman, "call", &[]).await.status, 409, "the walled one is called by nobody here");
    assert_eq!(
        town.officer("H-9").await.reads("/desk/hearings").await.expect(200).json()["queue"],
        serde_json::json!([]),
        "another district's queue is its own"
    );
    for (id, wanted) in [("T-4", "call"), ("T-1", "sit")] {
        town.officer(id).await.posts(&format!("/desk/hearings/{wanted}"), &fields(&[])).await.expect(404);
    }
    // The wall tells tokens and nothing else.
    let wall = town.get("/hi/hearings/LKO", false).await.expect(200);
    assert!(wall.headers.contains_key("refresh") && wall.body.contains("A01"), "{}", wall.body);
    assert!(!wall.body.contains(&named.number) && !wall.body.contains(&alone.number) && !wall.body.contains("सीमा"));
    let asha = comes_back(&town, "9812323001", &named).await;
    assert!(!asha.opens(&path(&named)).await.expect(200).headers.contains_key("refresh"), "a page moves by itself only where she says so");
    assert!(asha.opens(&format!("{}?fresh=on", path(&named))).await.expect(200).headers.contains_key("refresh"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_came_to_nothing_is_given_back_and_no_earlier_step_falls_on_whoever_has_it_next() {
    let town = town().await;
    town.app().store().take_away(&[officer("H-2", "LKO", "hearing", false)], &[]).await.unwrap();
    let store = town.app().store();
    let (unit, day) = (UnitCode::parse("LKO").unwrap(), "2026-11-24".parse().unwrap());
    let (asha, bina) = (town.citizen("9812323001").in_english(), town.citizen("9812323002").in_english());
    let (hers, other) = (asha.files_with(&S3).await, bina.files_with(&S3).await);
    let slot = "2026-11-24T07:00:00Z";
    does(&asha, &hers, "slot", slot).await.expect(201);
    let entry = store.queue(&unit, day).await.unwrap().entries.pop().unwrap();
    // Let go while her complaint still says that she has it: she can leave it and take another.
    store.put_entry(&unit, &entry.lapses(town.app().now())).await.unwrap();
    does(&asha, &hers, "do", "leave").await.expect(200);
    does(&asha, &hers, "slot", slot).await.expect(201);
    let before = store.queue(&unit, day).await.unwrap().entries.pop().unwrap();
    does(&asha, &hers, "do", "leave").await.expect(200);
    does(&bina, &other, "slot", slot).await.expect(201);
    assert!(matches!(store.put_entry(&unit, &before.told()).await, Err(store::Error::Conflict)), "the row counts from one again, and is not hers");
    assert_eq!(store.queue(&unit, day).await.unwrap().entries.pop().unwrap().number.as_str(), other.number);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_not_reached_is_told_the_same_day_and_takes_another_time() {
    let town = town().await;
    let asha = town.citizen("9812324001").in_english();
    let hers = asha.files_with(&S3).await;
    does(&asha, &hers, "slot", "2026-11-24T08:25:00Z").await.expect(201);
    // Somebody sits down and forgets to rise.
    town.advance("PT3H").await;
    steps(&town.officer("H-1").await, "sit", &[]).await.expect(303);
    town.advance("PT5H30M").await;
    let asha = comes_back(&town, "9812324001", &hers).await;
    assert_eq!(sees(&asha, &hers).await["state"], "free");
    assert_eq!(templates(&town, "9812324001").await.last().map(String::as_str), Some("hearing_unreached"));
    assert!(asha.opens(&format!("/complaints/{}", hers.number)).await.expect(200).body.contains("The hearing ended before the turn came"));
    does(&asha, &hers, "slot", "2026-11-25T06:30:00Z").await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_officers_at_once_and_one_who_does_not_come_back() {
    let town = town().await;
    let women: Vec<_> = ["9812325001", "9812325002"].map(|phone| town.citizen(phone).in_english()).into_iter().collect();
    let mut filed = Vec::new();
    for her in &women {
        let one = her.files_with(&[("service", "S3"), ("category", "S3-1")]).await;
        does(her, &one, "do", "now").await.expect(201);
        filed.push(one);
    }
    town.posts(&[(officer("H-3", "LKO", "hearing", true), None)]).await;
    town.advance("PT2H45M").await;
    let (first, second) = (town.officer("H-1").await, town.officer("H-3").await);
    steps(&first, "sit", &[]).await.expect(303);
    steps(&second, "sit", &[]).await.expect(303);
    let (one, other) = futures::future::join(steps(&first, "call", &[]), steps(&second, "call", &[])).await;
    assert_eq!((one.status, other.status), (303, 303));
    let tokens: BTreeSet<String> = town.get("/en/hearings/LKO", true).await.json()["now"].as_array().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(tokens.len(), 2, "two officers, two people: {tokens:?}");
    assert_eq!(steps(&second, "rise", &[]).await.status, 409, "not with somebody in front of her");

    // Her link, asked for twice in one moment, opens once; she cannot leave meanwhile.
    let mine = |who: &Value| who["mine"]["token"].as_str().unwrap_or_default().to_owned();
    let with_first = mine(&first.reads("/desk/hearings").await.expect(200).json());
    let mut hers = None;
    for (n, one) in filed.iter().enumerate() {
        let her = comes_back(&town, ["9812325001", "9812325002"][n], one).await;
        if sees(&her, one).await["token"] == with_first.as_str() {
            hers = Some((her, one));
        }
    }
    let (her, one) = hers.unwrap();
    let (left, right) = futures::future::join(does(&her, one, "do", "link"), does(&her, one, "do", "link")).await;
    let shown = [left.expect(200).json(), right.expect(200).json()].map(|answer| answer["call"].as_str().unwrap_or_default().to_owned());
    assert_eq!(shown.iter().filter(|call| *call == "open").count(), 1, "{shown:?}");
    assert_eq!(does(&her, one, "do", "leave").await.status, 409);

    // The first officer has gone. Not at once, but after a while the other brings her back, and she has lost nothing.
    steps(&second, "heard", &[("outcome", "advised"), ("words", "बात हुई।")]).await.expect(303);
    let frees = async |who: &Officer<'_>| who.posts("/desk/hearings/free", &fields(&[("token", &with_first)])).await;
    assert_eq!(frees(&second).await.status, 409, "a talk may take its time");
    town.advance("PT15M").await;
    let (second, her) = (town.officer("H-3").await, comes_back(&town, if one.number == filed[0].number { "9812325001" } else { "9812325002" }, one).await);
    assert!(second.opens("/desk/hearings").await.expect(200).body.contains("/desk/hearings/free"));
    frees(&second).await.expect(303);
    let back = sees(&her, one).await;
    assert_eq!((back["state"].as_str(), back["place"].as_u64()), (Some("waiting"), Some(1)), "{back}");
    assert_eq!(second.reads("/desk/hearings").await.expect(200).json()["officers"], 1, "nobody reckons with who has gone");
    steps(&second, "call", &[]).await.expect(303);
    assert_eq!(sees(&her, one).await["call"], "ready", "with a link of its own");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_complaint_keeps_no_place_from_anybody() {
    let town = town().await;
    town.app().store().take_away(&[officer("H-2", "LKO", "hearing", false)], &[]).await.unwrap();
    let (asha, bina) = (town.citizen("9812326001").in_english(), town.citizen("9812326002").in_english());
    let (hers, other) = (asha.files_with(&S3).await, bina.files_with(&S3).await);
    let slot = "2026-11-24T07:00:00Z";
    does(&asha, &hers, "slot", slot).await.expect(201);
    assert_eq!(does(&bina, &other, "slot", slot).await.expect(409).text("code"), "place-taken");
    // It is found out to be somebody else's to hear: her place falls, and its row stays behind.
    let store = town.app().store();
    let it = store.load(&Number::parse(&hers.number).unwrap()).await.unwrap().unwrap();
    let boss = Actor::Officer(OfficerId::parse("H-1").unwrap());
    store.commit(&decide(&it, Move::LeaveHearing, boss, town.app().now()).unwrap()).await.unwrap();
    does(&bina, &other, "slot", slot).await.expect(201);
    let queue = store.queue(&UnitCode::parse("LKO").unwrap(), "2026-11-24".parse().unwrap()).await.unwrap();
    assert_eq!(queue.entries.iter().map(|entry| entry.number.as_str()).collect::<Vec<_>>(), [other.number.as_str()]);
}
