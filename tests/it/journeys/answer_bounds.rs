//! Her word after the filing at its bounds: a minute too late, another's code, a found receipt, no phone, and who never learns of it.

use domain::decide::{Move, decide};
use domain::event::Actor;
use domain::ids::OfficerId;
use domain::number::Number;
use domain::work::RejectReason;
use jiff::SignedDuration;

use super::answer::closes;
use super::intake::{confirmed, written};
use crate::officer::without_seconds;
use crate::table::text;
use crate::town::{Citizen, Filed, Town, fields, officer};

const MAY: [(&str, &str); 1] = [("category", "S0-4")];

async fn stage(town: &Town, number: &str) -> (String, u8) {
    let it = town.app().store().load(&Number::parse(number).unwrap()).await.unwrap().unwrap();
    (it.stage.kind().tag().to_owned(), it.level)
}

async fn opened_by_receipt<'t>(town: &'t Town, phone: &str, filed: &Filed) -> Citizen<'t> {
    let found = town.citizen(phone);
    found.post("/track/confirm", &fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(200);
    found
}

/// Takes it back with the code of her own phone.
async fn takes_back(her: &Citizen<'_>, number: &str) {
    let path = format!("/complaints/{number}/withdraw");
    let draft = her.post(&path, &fields(&[])).await.expect(202).text("draft");
    let code = her.code().await;
    her.post(&format!("{path}/confirm"), &fields(&[("draft", &draft), ("code", &code)])).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_minute_counts_and_the_next_one_does_not() {
    let town = Town::new().await;
    let (in_time, late) = (town.citizen("9812310101").files_with(&MAY).await, town.citizen("9812310102").files_with(&MAY).await);
    closes(&town, &in_time).await;
    closes(&town, &late).await;
    let until = town.app().store().load(&Number::parse(&late.number).unwrap()).await.unwrap().unwrap().answer_until().unwrap();
    let clock = town.app().base().clock();
    clock.advance(until.duration_since(town.app().now()) - SignedDuration::from_secs(1));
    let path = |filed: &Filed, end: &str| format!("/complaints/{}/{end}", filed.number);
    let first = opened_by_receipt(&town, "9812310101", &in_time).await;
    first.post(&path(&in_time, "answer"), &fields(&[("solved", "no")])).await.expect(200);
    assert_ne!(stage(&town, &in_time.number).await.0, "disposed");
    clock.advance(SignedDuration::from_mins(1));
    let second = opened_by_receipt(&town, "9812310102", &late).await;
    for solved in ["no", "yes"] {
        let told = second.post(&path(&late, "answer"), &fields(&[("solved", solved)])).await.expect(410);
        assert_eq!(told.text("code"), "too-late");
    }
    second.post(&path(&late, "refused"), &fields(&[("told", "yes")])).await.expect(409);
    let too_long = fields(&[("solved", "no"), ("account", &"क".repeat(20_000))]);
    assert!(matches!(second.post(&path(&late, "answer"), &too_long).await.status, 410 | 413 | 422));
    assert_eq!(stage(&town, &late.number).await.0, "disposed", "silence and lateness change nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_other_code_takes_it_back() {
    let town = Town::new().await;
    let (asha, bina) = (town.citizen("9812310103"), town.citizen("9812310104"));
    let (hers, others) = (asha.files_with(&MAY).await, bina.files_with(&MAY).await);
    let path = |filed: &Filed, end: &str| format!("/complaints/{}/{end}", filed.number);
    // Whoever found her receipt can ask, and the code comes to her.
    let finder = opened_by_receipt(&town, "9812310105", &hers).await;
    let before = asha.codes().await;
    let draft = finder.post(&path(&hers, "withdraw"), &fields(&[])).await.expect(202).text("draft");
    assert_eq!((asha.codes().await, finder.codes().await), (before + 1, 0));
    let right = asha.code().await;
    // The code of a look-up, of another complaint, of a change of number: each is for what it was sent for.
    let look_up = bina.post("/track", &fields(&[("number", &others.number), ("phone", &bina.phone)])).await.expect(202).text("draft");
    let code = bina.code().await;
    bina.post(&path(&others, "withdraw/confirm"), &fields(&[("draft", &look_up), ("code", &code)])).await.expect(422);
    let taken = bina.post(&path(&others, "withdraw"), &fields(&[])).await.expect(202).text("draft");
    let theirs = bina.code().await;
    asha.post(&path(&hers, "withdraw/confirm"), &fields(&[("draft", &taken), ("code", &theirs)])).await.expect(422);
    asha.post(&path(&hers, "contact/confirm"), &fields(&[("draft", &draft), ("code", &right)])).await.expect(422);
    for _ in 0..5 {
        let wrong = if right == "000000" { "000001" } else { "000000" };
        finder.post(&path(&hers, "withdraw/confirm"), &fields(&[("draft", &draft), ("code", wrong)])).await.expect(422);
    }
    // Tried out: now even the right one does nothing, and a new one must be asked for.
    asha.post(&path(&hers, "withdraw/confirm"), &fields(&[("draft", &draft), ("code", &right)])).await.expect(422);
    for filed in [&hers, &others] {
        let it = town.app().store().load(&Number::parse(&filed.number).unwrap()).await.unwrap().unwrap();
        assert_eq!(it.say.withdraws_at, None);
    }
    // A code opens once.
    takes_back(&asha, &hers.number).await;
    asha.post(&path(&hers, "withdraw"), &fields(&[])).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_for_the_phone_that_was_proven() {
    let town = Town::new().await;
    let chanda = town.citizen("9812310106");
    let filed = chanda.files_with(&MAY).await;
    // Another's code opens another's list.
    let thief = town.citizen("9812310107");
    thief.reads("/complaints").await.expect(401);
    let draft = thief.post("/track", &fields(&[("number", &filed.number), ("phone", &thief.phone)])).await.expect(202).text("draft");
    let own = thief.files_with(&MAY).await;
    let code = thief.code().await;
    thief.post("/track/confirm", &fields(&[("draft", &draft), ("code", &code)])).await.expect(422);
    let list = thief.reads("/complaints").await.expect(200).body;
    assert!(list.contains(&own.number) && !list.contains(&filed.number));
    // Nor does an officer's session.
    let sho = town.officer("T-4").await;
    sho.reads("/hi/complaints").await.expect(401);
    // What a desk wrote down may be a digit off: it opens with its own number or paper, and is in nobody's list.
    let form = written(&[("phone", "9812310106")]);
    let taken = sho.posts("/desk/new", &confirmed(&form)).await.expect(201).json();
    let at_desk = Filed { number: taken["number"].as_str().unwrap().to_owned(), receipt: taken["receipt"].as_str().unwrap().to_owned(), body: taken.clone() };
    assert!(!chanda.reads("/complaints").await.expect(200).body.contains(&at_desk.number));
    chanda.reads(&format!("/complaints/{}", at_desk.number)).await.expect(401);
    opened_by_receipt(&town, "9812310106", &at_desk).await.reads(&format!("/complaints/{}", at_desk.number)).await.expect(200);
    let again = town.citizen("9812310106");
    let draft = again.post("/track", &fields(&[("number", &at_desk.number), ("phone", &again.phone)])).await.expect(202).text("draft");
    let code = again.code().await;
    again.post("/track/confirm", &fields(&[("draft", &draft), ("code", &code)])).await.expect(200);
    let list = again.reads("/complaints").await.expect(200).body;
    assert!(list.contains(&at_desk.number) && list.contains(&filed.number), "once she opened it with her code it is among hers");
    // The officer has them side by side all the same, and what she names in her words.
    let named = town.citizen("9812310108").files_with(&[("category", "S0-4"), ("account", &format!("पहले भी की थी: {}", own.number))]).await;
    let beside = async |number: String| sho.reads(&format!("/desk/complaints/{number}")).await.expect(200).json()["repeats"].to_string();
    assert!(beside(filed.number.clone()).await.contains(&at_desk.number));
    assert!(beside(named.number).await.contains(&own.number));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_found_receipt_does_not_say_where_she_is_reached() {
    let town = Town::new().await;
    let devi = town.citizen("9812310109");
    let filed = devi.files_with(&MAY).await;
    let path = format!("/complaints/{}/contact", filed.number);
    let finder = opened_by_receipt(&town, "9812310110", &filed).await;
    assert_eq!(finder.reads(&path).await.expect(200).json()["may_change_number"], false);
    assert!(!finder.opens(&path).await.expect(200).body.contains("name=\"code_word\""));
    let plain = [("contact_sms", "no"), ("contact_call", "no"), ("safe_hours", "")];
    for more in [("phone", "9812310110"), ("code_word", "चमेली")] {
        finder.post(&path, &fields(&[plain[0], plain[1], plain[2], more])).await.expect(401);
    }
    assert_eq!(finder.codes().await, 0);
    let draft = devi.post(&path, &fields(&[plain[0], plain[1], plain[2], ("phone", "9812310110")])).await.expect(202).text("draft");
    let code = finder.code().await;
    finder.post(&format!("{path}/confirm"), &fields(&[("draft", &draft), ("code", &code)])).await.expect(401);
    let number = Number::parse(&filed.number).unwrap();
    let (private, key) = (town.app().store().private(&number).await.unwrap().unwrap(), town.app().store().data_key(&number).await.unwrap().unwrap());
    assert_eq!(private.reached_at(&key).as_deref(), Some("+919812310109"));
    // Whether and when stays hers to say with the paper, too.
    finder.post(&path, &fields(&plain)).await.expect(200);
    assert!(!town.app().store().load(&number).await.unwrap().unwrap().contact.call);
}

/// Neither what the page says nor what its forms carry tells an officer that she did something for herself.
#[tokio::test(flavor = "multi_thread")]
async fn what_she_thinks_over_changes_not_one_byte_for_officers() {
    let town = Town::new().await;
    let (her, sho) = (town.citizen("9812310120"), town.officer("T-4").await);
    let filed = her.files_with(&MAY).await;
    let page = format!("/desk/complaints/{}", filed.number);
    // Her texts have left, so that nothing but what she does is new.
    her.code().await;
    let seen = async || (sho.reads(&page).await.expect(200).json(), without_seconds(&sho.opens(&page).await.expect(200).body));
    let before = seen().await;
    takes_back(&her, &filed.number).await;
    her.post(&format!("/complaints/{}/keep", filed.number), &fields(&[])).await.expect(200);
    takes_back(&her, &filed.number).await;
    assert_eq!(before, seen().await);
    assert!(before.1.contains("name=\"version\" value=\""));
    // A form that was open all the while is taken.
    let mut taken = Vec::new();
    for to in ["T-2", "T-1"] {
        let form = fields(&[("officer", to), ("version", &before.0["version"].to_string())]);
        taken.push(sho.posts(&format!("{page}/assign"), &form).await.status);
    }
    // Whoever has it already is not given it.
    assert!(taken == [200, 409] || taken == [409, 200], "{taken:?}");
    let then = seen().await;
    assert_eq!(then.0["version"].as_u64(), before.0["version"].as_u64().map(|it| it + 1), "and the next number is the next");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_phone_she_can_name_one_and_nothing_is_taken_back() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let taken = sho.posts("/desk/new", &confirmed(&written(&[("phone", ""), ("no_phone", "yes")]))).await.expect(201).json();
    let filed = Filed { number: taken["number"].as_str().unwrap().to_owned(), receipt: taken["receipt"].as_str().unwrap().to_owned(), body: taken.clone() };
    let her = opened_by_receipt(&town, "9812310111", &filed).await;
    let path = |end: &str| format!("/complaints/{}/{end}", filed.number);
    assert_eq!(her.post(&path("withdraw"), &fields(&[])).await.expect(409).text("code"), "no-phone");
    assert_eq!(her.reads(&path("withdraw")).await.expect(200).json()["withdrawal"], "no-phone");
    her.reads("/complaints").await.expect(401);
    let yes = [("contact_sms", "yes"), ("contact_call", "no"), ("safe_hours", "")];
    her.post(&path("contact"), &fields(&yes)).await.expect(422);
    let draft = her.post(&path("contact"), &fields(&[yes[0], yes[1], yes[2], ("phone", "9812310111")])).await.expect(202).text("draft");
    let code = her.code().await;
    // Pressed again and again: no press takes from her the code that is on its way.
    for _ in 0..4 {
        let again = her.post(&path("contact"), &fields(&[yes[0], yes[1], yes[2], ("phone", "9812310111")])).await.expect(202);
        assert_eq!((again.text("draft"), her.codes().await), (draft.clone(), 1));
    }
    her.post(&path("contact/confirm"), &fields(&[("draft", &draft), ("code", &code)])).await.expect(200);
    closes(&town, &filed).await;
    assert!(town.texts_to("9812310111").await.iter().any(|sms| sms.template.contains("disposed")), "now there is somewhere to tell her");
    // The way in stays the paper.
    let thief = town.citizen("9812310111");
    thief.post("/track", &fields(&[("number", &filed.number), ("phone", "9812310111")])).await.expect(202);
    assert_eq!(thief.codes().await, 1, "the code of her number alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_took_back_is_reviewed_and_opens_one_step_up() {
    let town = Town::new().await;
    town.posts(&[(officer("T-9", "LKO/Alambagh", "circle", true), None)]).await;
    let (esha, sho) = (town.citizen("9812310112"), town.officer("T-4").await);
    let filed = esha.files_with(&MAY).await;
    let case = format!("/desk/complaints/{}", filed.number);
    let version = sho.reads(&case).await.expect(200).json()["version"].to_string();
    let at = domain::calendar::wall(town.app().now());
    let when = format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute());
    let spoke = [("version", version.as_str()), ("result", "reached"), ("when", &when), ("words", "बात हुई")];
    sho.posts(&format!("{case}/contact"), &fields(&spoke)).await.expect(200);
    // Nobody takes it back for her.
    let version = sho.reads(&case).await.expect(200).json()["version"].to_string();
    let reason = RejectReason::Withdrawn.tag();
    let rejected = [("version", version.as_str()), ("reason", reason), ("words", "आवेदिका ने वापस ली")];
    sho.posts(&format!("{case}/reject"), &fields(&rejected)).await.expect(422);
    assert!(!sho.opens(&case).await.expect(200).body.contains(&format!("value=\"{reason}\"")));

    takes_back(&esha, &filed.number).await;
    let seen = sho.opens(&case).await.expect(200).body;
    assert!(!seen.contains(words::say_withdraw(domain::lang::Lang::Hi)), "her wish is hers until it holds");
    town.advance("P1D").await;
    assert_eq!(stage(&town, &filed.number).await.0, "disposed");
    let rows = town.rows(&local::tables().main).await;
    let listed = rows.iter().find(|row| text(row, "pk") == "V#U#LKO-ALB" && text(row, "sk").ends_with(&filed.number)).expect("in the month's list of its unit");
    assert_eq!(text(listed, "how"), "rejected");
    let sho = town.officer("T-4").await;
    // She was pressed, and says so: it opens above the station, and for the station it is gone.
    let (_, before) = stage(&town, &filed.number).await;
    let again = opened_by_receipt(&town, "9812310112", &filed).await;
    let said = again.post(&format!("/complaints/{}/answer", filed.number), &fields(&[("solved", "no"), ("account", "दबाव में वापस ली थी")])).await.expect(200);
    assert_eq!(said.text("state"), "reopened");
    assert_eq!(stage(&town, &filed.number).await, ("unassigned".to_owned(), before + 1));
    let circle = town.officer("T-9").await;
    let above = circle.reads(&case).await;
    let holder = town.app().store().load(&Number::parse(&filed.number).unwrap()).await.unwrap().unwrap().holder().clone();
    if holder.post.as_str() == "circle" {
        assert!(above.expect(200).body.contains("दबाव में"), "whoever has it now reads why");
        sho.reads(&case).await.expect(404);
    } else {
        assert_eq!(holder.unit.as_str(), "LKO-ALB", "the first step up is the station's head");
        assert!(sho.reads(&case).await.expect(200).body.contains("दबाव में"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_she_accused_learns_nothing_and_her_no_at_the_top_is_nobodys_to_read() {
    let town = Town::new().await;
    let fatima = town.citizen("9812310113");
    let filed = fatima.files_with(&[("category", "S0-4"), ("accused_station", "LKO-ALB")]).await;
    let case = format!("/desk/complaints/{}", filed.number);
    let (sho, io, top) = (town.officer("T-4").await, town.officer("T-1").await, town.officer("T-5").await);
    let nothing = sho.reads("/desk/complaints/LKO26-7F3KQ9XW-X").await.expect(404);
    let hidden = async || {
        for desk in [&sho, &io] {
            let seen = desk.reads(&case).await.expect(404).json();
            assert_eq!(seen["code"], nothing.json()["code"]);
            for view in ["unit", "mine", "unassigned"] {
                assert!(!desk.reads(&format!("/desk/?view={view}")).await.expect(200).body.contains(&filed.number), "{view}");
            }
        }
    };
    // All the way to the top, closed there, and not solved.
    let number = Number::parse(&filed.number).unwrap();
    let store = town.app().store();
    let mut it = store.load(&number).await.unwrap().unwrap();
    it.level = u8::try_from(it.path.rungs.len() - 1).unwrap();
    it.work.contacted_at = Some(town.app().now());
    let change = decide(
        &it,
        Move::Dispose(domain::work::Closing::Rejected(RejectReason::NothingToAct)),
        Actor::Officer(OfficerId::parse("T-5").unwrap()),
        town.app().now(),
    );
    store.commit(&change.unwrap()).await.unwrap();
    hidden().await;
    let said = fatima.post(&format!("/complaints/{}/answer", filed.number), &fields(&[("solved", "no"), ("account", "सुनवाई नहीं हुई")])).await.expect(200);
    assert_eq!(said.text("state"), "nobody-above");
    hidden().await;
    let seen = top.reads(&case).await;
    assert!(!seen.body.contains("सुनवाई नहीं हुई") && !seen.body.contains("answered"), "{}", seen.body);
    let paper = fatima.opens(&format!("/complaints/{}", filed.number)).await.expect(200).body;
    assert!(paper.contains(words::say_top(domain::lang::Lang::Hi)));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rated_officer_sees_sums_of_months_that_are_over() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let said = async |desk: &crate::officer::Officer<'_>| desk.reads("/desk/reviews").await.expect(200).json()["said"].clone();
    for n in 0..5 {
        let her = town.citizen(&format!("981231012{n}"));
        let filed = her.files_with(&MAY).await;
        closes(&town, &filed).await;
        let solved = if n == 0 { "no" } else { "yes" };
        her.post(&format!("/complaints/{}/answer", filed.number), &fields(&[("solved", solved)])).await.expect(200);
    }
    assert_eq!(said(&sho).await, serde_json::json!([]), "while the month runs each answer would show");
    town.advance("P8D").await;
    let sho = town.officer("T-4").await;
    assert_eq!(said(&sho).await, serde_json::json!([{ "month": "2026-11", "solved": 4, "unsolved": 1 }]));
    assert!(sho.opens("/desk/reviews").await.expect(200).body.contains(words::say_sums(domain::lang::Lang::Hi)));
    assert_eq!(said(&town.officer("T-5").await).await, serde_json::json!([]), "of whoever closed nothing there is nothing to tell");
    let rows = town.rows(&local::tables().main).await;
    let counted = rows.iter().find(|row| text(row, "pk") == "V#A#T-4").expect("a row of the officer");
    assert_eq!(counted.len(), 4, "and nothing in it of who said it: {counted:?}");
}
