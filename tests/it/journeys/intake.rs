//! An officer takes a complaint in: the form, the check, the receipt, and what becomes of it with a phone, without one, and behind the wall.

use std::collections::BTreeMap;

use domain::event::{Actor, Kind};
use domain::number::Number;
use serde_json::Value;

use crate::officer::Officer;
use crate::town::{Answer, SHO, Town, fields};

type Form = BTreeMap<&'static str, String>;

/// What an officer writes down for whoever came to the station; tests change a field of it.
pub(crate) fn written(changes: &[(&'static str, &str)]) -> Form {
    let mut form = fields(&[
        ("service", "S2"),
        ("category", "S2-1"),
        ("channel", "walk_in"),
        ("account", "रोज़ रास्ते में पीछा करता है।"),
        ("name", "सुनीता यादव"),
        ("relation", "father"),
        ("relative_name", "मोहन लाल"),
        ("phone", "98123 00701"),
        ("address", "मकान 3, पुरानी बस्ती"),
        ("landmark", "बड़ा कुआँ"),
        ("district", "LKO"),
        ("station", "LKO-ALB"),
        ("contact_call", "yes"),
        ("idempotency_key", &seal::hex(&seal::random::<16>())),
    ]);
    form.extend(changes.iter().map(|(name, value)| (*name, (*value).to_owned())));
    form
}

pub(crate) fn confirmed(form: &Form) -> Form {
    let mut form = form.clone();
    form.insert("confirmed", "yes".to_owned());
    form
}

/// Takes a form in as a program does: the receipt.
async fn takes(officer: &Officer<'_>, form: &Form) -> Value {
    officer.posts("/desk/new", &confirmed(form)).await.expect(201).json()
}

fn number(receipt: &Value) -> String {
    receipt["number"].as_str().unwrap().to_owned()
}

async fn registered(town: &Town) -> usize {
    let rows = town.rows(&local::tables().main).await;
    rows.iter().filter(|row| crate::table::text(row, "sk") == "META" && crate::table::text(row, "pk").starts_with("C#")).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_way_to_a_desk_is_on_the_timeline_with_who_took_it_in() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let sent_on = [("source", "राज्य मानवाधिकार आयोग"), ("source_number", "114/2026"), ("source_date", "17.11.2026")];
    let mut taken = Vec::new();
    for (channel, matter) in [("walk_in", "S2-1"), ("desk", "S2-1"), ("phone", "S2-1"), ("post", "S2-1"), ("reference", "S4-1")] {
        let mut form = written(&[("channel", channel), ("category", matter), ("service", &matter[..2])]);
        form.extend(if channel == "reference" { fields(&sent_on) } else { Form::new() });
        taken.push((channel, number(&takes(&sho, &form).await)));
    }
    for (channel, number) in &taken {
        let (complaint, events) = town.app().store().history(&Number::parse(number).unwrap()).await.unwrap().unwrap();
        assert_eq!(complaint.channel.tag(), *channel);
        let first = &events[0].event;
        assert!(matches!(&first.by, Actor::Officer(id) if id.as_str() == "T-4"), "{first:?}");
        let Kind::Registered { taken_in: Some(by), .. } = &first.kind else { panic!("{first:?}") };
        assert_eq!((by.id.as_str(), by.unit.as_str()), ("T-4", "LKO-ALB"));
        // A phone call leaves no hand under it: the report must be signed. What she brought herself needs none.
        assert_eq!(complaint.clock(domain::clock::ClockRule::Signature).is_some(), *channel == "phone", "{channel}");
    }
    for (channel, number) in &taken {
        let case = sho.reads(&format!("/desk/complaints/{number}")).await.expect(200).json();
        assert_eq!(case["channel"], *channel);
        let said = case["timeline"].as_array().unwrap().last().unwrap()["text"].as_str().unwrap().to_owned();
        assert!(said.contains("सीमा T-4") && said.contains("आलमबाग"), "who and at which desk: {said}");
        let list = sho.reads(&format!("/desk/?view=unit&channel={channel}")).await.expect(200).json();
        let found: Vec<&str> = list["rows"].as_array().unwrap().iter().filter_map(|row| row["number"].as_str()).collect();
        assert_eq!(found, [number.as_str()], "{channel}");
    }
    // What tells where a reference is from stands on its case, for whoever has it.
    let about = sho.reads(&format!("/desk/complaints/{}", taken[4].1)).await.expect(200).json()["about"].clone();
    for (field, value) in sent_on {
        assert_eq!(about[field], value);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_registered_before_it_was_read_back() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let first = sho.opens("/desk/new").await.expect(200);
    assert!(first.body.contains("value=\"S2-1\"") && !first.body.contains("value=\"S0-1\""), "what has no desk is filed from home");
    assert!(first.body.contains("value=\"LKO\" selected"), "the desk's own district is chosen");
    let blank = sho.opens("/desk/new?category=S2-1&district=LKO").await.expect(200);
    let key = blank.hidden("idempotency_key");
    assert_eq!(key.len(), 32);
    let form = written(&[("idempotency_key", &key)]);
    let check = sho.submits("/desk/new", &form).await.expect(200);
    for said in ["सुनीता यादव", "98123 00701", "रोज़ रास्ते में पीछा करता है।", "बड़ा कुआँ", words::intake_channel_walk_in(domain::lang::Lang::Hi)]
    {
        assert!(check.body.contains(said), "{said}");
    }
    assert_eq!(registered(&town).await, 0);
    // One answer is to be changed: the form comes again with all the others.
    let mut back = form.clone();
    back.insert("change", "name".to_owned());
    let again = sho.submits("/desk/new", &back).await.expect(200);
    assert!(again.body.contains("value=\"सुनीता यादव\"") && again.hidden("idempotency_key") == key);
    let receipt = sho.submits("/desk/new", &confirmed(&form)).await.expect(201);
    assert_eq!(registered(&town).await, 1);
    for said in [words::help_112(domain::lang::Lang::Hi), "/hi/track/", "class=\"number digits\""] {
        assert!(receipt.body.contains(said), "{said}");
    }
    assert!(!receipt.body.contains("सुनीता") && !receipt.body.contains("00701"), "paper lies about: nobody is named on it");
}

#[tokio::test(flavor = "multi_thread")]
async fn she_follows_it_like_one_of_her_own() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let receipt = takes(&sho, &written(&[("phone", "9812300702"), ("contact_sms", "yes")])).await;
    let (number, digits) = (number(&receipt), receipt["receipt"].as_str().unwrap().to_owned());
    assert_eq!(receipt["given"], "here");
    let texts = town.texts_to("9812300702").await;
    assert!(texts.iter().any(|sms| sms.template.contains("registered")), "{texts:?}");
    assert!(texts.iter().all(|sms| sms.template != "otp"), "no code: she would have to tell it to the police");
    let meena = town.citizen("9812300702");
    let draft = meena.post("/track", &fields(&[("number", &number), ("phone", "9812300702")])).await.expect(202).text("draft");
    let code = meena.code().await;
    meena.post("/track/confirm", &fields(&[("draft", &draft), ("code", &code)])).await.expect(200);
    let hers = meena.reads(&format!("/complaints/{number}")).await.expect(200).json();
    let first = hers["timeline"].as_array().unwrap().last().unwrap().clone();
    assert!(first["text"].as_str().unwrap().contains("सीमा T-4"), "she sees who wrote it down: {first}");
    let other = town.citizen("9999900001");
    other.post("/track/confirm", &fields(&[("number", &number), ("receipt", &digits)])).await.expect(200);
    for q in ["9812300702", "Sunita"] {
        assert!(sho.posts("/desk/search", &fields(&[("q", q)])).await.expect(200).body.contains(&number), "{q}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_phone_the_paper_is_the_way_in_and_the_clock_runs() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let none = written(&[("phone", ""), ("no_phone", "yes"), ("contact_sms", "yes"), ("contact_call", "yes")]);
    let check = sho.submits("/desk/new", &none).await.expect(200);
    assert!(check.body.contains(words::intake_no_phone_title(domain::lang::Lang::Hi)));
    let paper = sho.submits("/desk/new", &confirmed(&none)).await.expect(201);
    assert!(paper.body.contains("न फ़ोन आएगा, न संदेश।"), "the paper says what it means");
    let receipt = sho.posts("/desk/new", &confirmed(&none)).await.expect(200).json();
    let (number, digits) = (number(&receipt), receipt["receipt"].as_str().unwrap().to_owned());
    let stored = Number::parse(&number).unwrap();
    assert_eq!(town.app().store().private(&stored).await.unwrap().unwrap().phone_key, "");
    // Nobody gets in by any phone, an empty one least of all.
    let thief = town.citizen("9812300703");
    let draft = thief.post("/track", &fields(&[("number", &number), ("phone", "9812300703")])).await.expect(202).text("draft");
    assert_eq!(thief.codes().await, 0, "{draft}");
    thief.post("/track", &fields(&[("number", &number), ("phone", "")])).await.expect(422);
    let her = town.citizen("0");
    her.post("/track/confirm", &fields(&[("number", &number), ("receipt", &digits)])).await.expect(200);
    let page = sho.opens(&format!("/desk/complaints/{number}")).await.expect(200).body;
    assert!(page.contains(words::case_no_phone(domain::lang::Lang::Hi)) && !page.contains("••••••••"), "there is no number to mask");
    // It climbs like every other, and nobody is texted but posts.
    town.advance("P1D").await;
    let (complaint, events) = town.app().store().history(&stored).await.unwrap().unwrap();
    assert!(complaint.level > 0 && events.iter().any(|it| matches!(it.event.kind, Kind::Escalated { .. })));
    assert!(town.texts().await.iter().all(|sms| sms.to == SHO || sms.to == crate::town::TOP), "posts alone");
    let hers = her.reads(&format!("/complaints/{number}")).await;
    assert_eq!(hers.status, 401, "her session is over; the paper opens it again");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_is_one_complaint_however_often_it_comes() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let form = written(&[]);
    let sent = confirmed(&form);
    let answers: Vec<Answer> = {
        let (a, b, c, d) =
            tokio::join!(sho.posts("/desk/new", &sent), sho.posts("/desk/new", &sent), sho.posts("/desk/new", &sent), sho.posts("/desk/new", &sent));
        vec![a, b, c, d]
    };
    let made: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 201).collect();
    assert_eq!(made.len(), 1, "{answers:?}");
    let first = made[0].json();
    for answer in &answers {
        assert!(matches!(answer.status, 200 | 201), "{answer:?}");
        assert_eq!(answer.json()["receipt"], first["receipt"], "the lost answer is had again");
    }
    assert_eq!(registered(&town).await, 1);
    let keys = town.rows(&local::tables().keys).await.iter().filter(|row| crate::table::text(row, "pk").starts_with("C#")).count();
    assert_eq!(keys, 1, "numbers that nobody got have no key left");
    // Other answers under the same key: told, and nothing is taken from the first.
    let mut changed = sent.clone();
    changed.insert("name", "कोई और".to_owned());
    let told = sho.posts("/desk/new", &changed).await.expect(409);
    assert_eq!((told.text("code"), told.text("number")), ("already-registered".to_owned(), number(&first)));
    assert!(sho.submits("/desk/new", &changed).await.expect(409).body.contains(words::intake_again_changed(domain::lang::Lang::Hi)));
    // Another officer's form is another form.
    let io = town.officer("T-1").await;
    assert_ne!(number(&io.posts("/desk/new", &sent).await.expect(201).json()), number(&first));
    assert_eq!(registered(&town).await, 2);
    // Without its key it is read back once more, and never registered by halves.
    let keyless = confirmed(&written(&[("idempotency_key", "")]));
    assert_eq!(sho.posts("/desk/new", &keyless).await.expect(200).json()["registered"], false);
    assert_eq!(registered(&town).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_names_the_station_goes_above_it_once_the_paper_is_printed() {
    let town = Town::new().await;
    let (sho, io, top) = (town.officer("T-4").await, town.officer("T-1").await, town.officer("T-5").await);
    let accusing = written(&[("accused_station", "LKO-ALB"), ("phone", "9812300705")]);
    assert!(sho.submits("/desk/new", &accusing).await.expect(200).body.contains(words::intake_walled_title(domain::lang::Lang::Hi)));
    let paper = sho.submits("/desk/new", &confirmed(&accusing)).await.expect(201).body;
    assert!(paper.contains(words::intake_given_walled(domain::lang::Lang::Hi)), "{paper}");
    let receipt = sho.posts("/desk/new", &confirmed(&accusing)).await.expect(200).json();
    assert_eq!(receipt["given"], "walled");
    let number = number(&receipt);
    assert!(!paper.contains(&format!("/desk/complaints/{number}")), "no way leads back to it");
    for desk in [&sho, &io] {
        for view in ["unit", "mine", "unassigned"] {
            assert!(!desk.reads(&format!("/desk/?view={view}")).await.expect(200).body.contains(&number), "{view}");
        }
        for q in [number.as_str(), "9812300705", "Sunita"] {
            let found = desk.posts("/desk/search", &fields(&[("q", q)])).await;
            assert!(found.status != 303 && !found.body.contains(&format!("/desk/complaints/{number}")), "{q}: {found:?}");
        }
        assert_eq!(desk.opens(&format!("/desk/complaints/{number}")).await.status, 404);
    }
    assert_eq!(top.opens(&format!("/desk/complaints/{number}")).await.status, 200);
    // An officer's name without a station closes it to every station; another's station to nobody here.
    let named = takes(&sho, &written(&[("accused_officer", "दरोगा जी"), ("station", "unknown")])).await;
    assert_eq!(named["given"], "walled");
    let elsewhere = takes(&sho, &written(&[("accused_station", "LKO-HZG"), ("station", "LKO-HZG")])).await;
    assert_eq!(elsewhere["given"], "elsewhere");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_stands_in_its_field_and_goes_out_only_when_it_is_filled() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let number = number(&takes(&sho, &written(&[])).await);
    let page = format!("/desk/complaints/{number}");
    let case = sho.reads(&page).await.expect(200).json();
    let offered: Vec<&str> = case["replies"].as_array().unwrap().iter().map(|reply| reply["id"].as_str().unwrap()).collect();
    assert!(offered.contains(&"papers") && offered.contains(&"spoke") && !offered.contains(&"findings"), "of the moves that may be made: {offered:?}");
    let html = sho.opens(&format!("{page}?reply=papers")).await.expect(200).body;
    let field = html.split("id=\"note-words\"").nth(1).unwrap().split("</textarea>").next().unwrap().to_owned();
    assert!(field.contains(&number) && field.contains("{तारीख़}") && field.contains("____"), "what the case knows is filled: {field}");
    let spoke = sho.opens(&format!("{page}?reply=spoke")).await.expect(200).body;
    assert!(spoke.contains("<details id=\"contact\" open"), "its form stands open");
    assert!(!sho.opens(&format!("{page}?reply=nonsense")).await.expect(200).body.contains("aria-current=\"true\""));
    for left in ["{तारीख़} को काग़ज़ माँगे", "काग़ज़: ____", "{date}"] {
        let sent = fields(&[("words", left)]);
        assert_eq!(sho.posts(&format!("{page}/note"), &sent).await.expect(422).text("code"), "blank", "{left}");
        let back = sho.submits(&format!("{page}/note"), &sent).await.expect(422).body;
        assert!(back.contains(left) && back.contains("href=\"#note-words\""), "{left}: what was typed is kept");
    }
    let many = |words: &str| format!("form_token={}&move=note&number={number}&confirmed=yes&words={words}", sho.form_token);
    let refused = sho.request("POST", "/desk/bulk", "application/json", &many("%7Bdate%7D")).await.expect(422);
    assert_eq!(refused.text("code"), "blank", "on many as on one");
    assert!(sho.reads(&page).await.expect(200).json()["notes"].as_array().unwrap().is_empty(), "nothing of it was kept");
    sho.posts(&format!("{page}/note"), &fields(&[("words", "17.11.2026 को काग़ज़ माँगे: आधार")])).await.expect(200);
    assert!(sho.reads(&page).await.expect(200).body.contains("आधार"));
}
