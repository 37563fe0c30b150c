//! Her word after the filing: solved or not, refused, taken back, reached elsewhere, and everything from her phone.

use domain::decide::{Move, decide};
use domain::event::Actor;
use domain::ids::OfficerId;
use domain::number::Number;
use domain::work::{Atr, AtrState, Closing};

use crate::town::{Filed, Town, fields, officer};

const S1: [(&str, &str); 2] = [("service", "S1"), ("category", "S1-1")];

/// Closed by T-1 with a report that T-4 approved, as the console would.
pub(super) async fn closes(town: &Town, filed: &Filed) {
    let number = Number::parse(&filed.number).unwrap();
    let mut it = town.app().store().load(&number).await.unwrap().unwrap();
    let id = |id: &str| OfficerId::parse(id).unwrap();
    it.work.contacted_at = Some(town.app().now());
    it.work.atr = Some(Atr { by: id("T-1"), at: town.app().now(), state: AtrState::Approved { by: id("T-4") } });
    let change = decide(&it, Move::Dispose(Closing::Done), Actor::Officer(id("T-4")), town.app().now()).unwrap();
    town.app().store().commit(&change).await.unwrap();
}

async fn status(town: &Town, number: &str) -> (String, u8) {
    let it = town.app().store().load(&Number::parse(number).unwrap()).await.unwrap().unwrap();
    (it.stage.kind().tag().to_owned(), it.level)
}

#[tokio::test(flavor = "multi_thread")]
async fn not_solved_goes_one_level_up_and_leaves_whoever_closed_it() {
    let town = Town::new().await;
    town.posts(&[(officer("T-9", "LKO/Alambagh", "circle", true), None)]).await;
    let asha = town.citizen("9812310001").in_english();
    let filed = asha.files_with(&[("category", "S0-1")]).await;
    let path = format!("/complaints/{}/answer", filed.number);
    let no = fields(&[("solved", "no"), ("account", "He still waits outside.")]);
    asha.post(&path, &no).await.expect(409);
    closes(&town, &filed).await;
    let hers = asha.reads(&format!("/complaints/{}", filed.number)).await.expect(200).json();
    assert_eq!(hers["yours"]["answer"], "asked", "{hers}");
    let (sho, page) = (town.officer("T-4").await, format!("/desk/complaints/{}", filed.number));
    sho.reads(&page).await.expect(200);

    // Neither without a session, nor by somebody else's, nor from another site.
    town.citizen("9812310001").post(&path, &no).await.expect(401);
    let other = town.citizen("9812310002");
    other.files().await;
    other.post(&path, &no).await.expect(401);
    let cookie = asha.cookie();
    let headers = [("cookie", cookie.as_str()), ("origin", "https://elsewhere.example"), ("content-type", "application/x-www-form-urlencoded")];
    town.send("POST", &format!("/en{path}"), &headers, "solved=no").await.expect(403);
    asha.post(&path, &fields(&[("solved", "perhaps")])).await.expect(400);

    let (_, before) = status(&town, &filed.number).await;
    let said = asha.post(&path, &no).await.expect(200);
    assert_eq!(said.text("state"), "reopened");
    let (stage, level) = status(&town, &filed.number).await;
    assert_eq!((stage.as_str(), level > before), ("unassigned", true));
    asha.post(&path, &no).await.expect(409);
    sho.reads(&page).await.expect(404);
    assert!(!sho.reads("/desk/?view=unit").await.expect(200).body.contains(&filed.number), "nor is it in the station's list");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_closes_and_silence_stays_no_answer() {
    let town = Town::new().await;
    let bina = town.citizen("9812310003").in_english();
    let filed = bina.files_with(&S1).await;
    closes(&town, &filed).await;
    let number = Number::parse(&filed.number).unwrap();
    let until = town.app().store().load(&number).await.unwrap().unwrap().answer_until().unwrap();
    town.app().base().clock().advance(until.duration_since(town.app().now()) + jiff::SignedDuration::from_mins(1));
    let again = town.citizen("9812310003").in_english();
    again.post("/track/confirm", &fields(&[("number", &filed.number), ("receipt", &filed.receipt)])).await.expect(200);
    let late = again.post(&format!("/complaints/{}/answer", filed.number), &fields(&[("solved", "yes")])).await.expect(410);
    assert_eq!(late.text("code"), "too-late");
    assert!(again.opens(&format!("/complaints/{}/answer", filed.number)).await.expect(200).body.contains("175(3)"), "it says what else she can do");
    let hers = again.reads(&format!("/complaints/{}", filed.number)).await.expect(200).json();
    assert_eq!(hers["yours"]["answer"], "no_answer");
}

#[tokio::test(flavor = "multi_thread")]
async fn her_yes_is_hers_alone() {
    let town = Town::new().await;
    let chanda = town.citizen("9812310004");
    let filed = chanda.files_with(&[("category", "S0-1")]).await;
    closes(&town, &filed).await;
    chanda.post(&format!("/complaints/{}/answer", filed.number), &fields(&[("solved", "yes")])).await.expect(200);
    chanda.post(&format!("/complaints/{}/answer", filed.number), &fields(&[("solved", "yes")])).await.expect(409);
    assert!(chanda.reads(&format!("/complaints/{}", filed.number)).await.expect(200).body.contains("answered"));
    let seen = town.officer("T-4").await.reads(&format!("/desk/complaints/{}", filed.number)).await.expect(200).body;
    assert!(!seen.contains("answered"), "{seen}");
    // It may have been said in her name, by whoever holds the paper: her "no" is not used up by it.
    let page = chanda.opens(&format!("/complaints/{}/answer", filed.number)).await.expect(200).body;
    assert!(page.contains(r#"value="no""#), "{page}");
    let said = chanda.post(&format!("/complaints/{}/answer", filed.number), &fields(&[("solved", "no")])).await.expect(200);
    assert_eq!(said.text("state"), "reopened");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_with_the_level_above_at_once() {
    let town = Town::new().await;
    let devi = town.citizen("9812310005");
    let filed = devi.files_with(&[("category", "S0-4")]).await;
    let (_, before) = status(&town, &filed.number).await;
    let path = format!("/complaints/{}/refused", filed.number);
    devi.post(&path, &fields(&[("told", "yes")])).await.expect(200);
    let it = town.app().store().load(&Number::parse(&filed.number).unwrap()).await.unwrap().unwrap();
    assert!(it.level > before && it.holder().post.as_str() == "circle", "above the station, not above the desk");
    devi.post(&path, &fields(&[("told", "yes")])).await.expect(409);
    let row = devi.reads(&format!("/complaints/{}", filed.number)).await.expect(200).json()["timeline"][0].clone();
    assert_eq!(row["kind"], "refusal_reported", "{row}");
    // And as a matter of its own, above every station from the first minute.
    let new = town.citizen("9812310006").files_with(&[("category", "S0-8")]).await;
    let it = town.app().store().load(&Number::parse(&new.number).unwrap()).await.unwrap().unwrap();
    assert_eq!(it.holder().post.as_str(), "circle");
    let (_, events) = town.app().store().history(&it.number).await.unwrap().unwrap();
    assert!(events.iter().any(|stored| stored.event.kind.tag() == "arrived"), "the post is told");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawal_needs_a_code_and_a_day() {
    let town = Town::new().await;
    let esha = town.citizen("9812310007");
    let filed = esha.files_with(&[("category", "S0-4")]).await;
    let path = format!("/complaints/{}/withdraw", filed.number);
    let sent = esha.post(&path, &fields(&[])).await.expect(202).text("draft");
    esha.post(&format!("{path}/confirm"), &fields(&[("draft", &sent), ("code", "000000")])).await.expect(422);
    let code = esha.code().await;
    esha.post(&format!("{path}/confirm"), &fields(&[("draft", &sent), ("code", &code)])).await.expect(200);
    assert_ne!(status(&town, &filed.number).await.0, "disposed");
    let seen = town.officer("T-4").await.reads(&format!("/desk/complaints/{}", filed.number)).await.expect(200).body;
    assert!(!seen.contains("withdrawal_asked"), "no officer learns of it");
    esha.post(&format!("/complaints/{}/keep", filed.number), &fields(&[])).await.expect(200);
    town.advance("PT25H").await;
    assert_ne!(status(&town, &filed.number).await.0, "disposed", "she went on");

    let fatima = town.citizen("9812310008");
    let filed = fatima.files_with(&[("category", "S0-4")]).await;
    let path = format!("/complaints/{}/withdraw", filed.number);
    let sent = fatima.post(&path, &fields(&[])).await.expect(202).text("draft");
    let code = fatima.code().await;
    fatima.post(&format!("{path}/confirm"), &fields(&[("draft", &sent), ("code", &code)])).await.expect(200);
    town.advance("PT23H59M").await;
    assert_ne!(status(&town, &filed.number).await.0, "disposed");
    town.advance("PT2M").await;
    assert_eq!(status(&town, &filed.number).await.0, "disposed");
    // Of some offences it ends nothing, and none is offered.
    let gita = town.citizen("9812310009");
    let filed = gita.files_with(&[("category", "S0-1")]).await;
    gita.post(&format!("/complaints/{}/withdraw", filed.number), &fields(&[])).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_number_counts_once_its_code_was_typed() {
    let town = Town::new().await;
    let hina = town.citizen("9812310010");
    let filed = hina.files_with(&[("category", "S0-4"), ("contact_sms", "no")]).await;
    let path = format!("/complaints/{}/contact", filed.number);
    let wanted = [("contact_sms", "yes"), ("contact_call", "yes"), ("safe_hours", ""), ("phone", "9812310011"), ("code_word", "गुलमोहर")];
    hina.post(&path, &fields(&[("contact_sms", "maybe"), ("phone", "12")])).await.expect(422);
    let draft = hina.post(&path, &fields(&wanted)).await.expect(202).text("draft");
    let number = Number::parse(&filed.number).unwrap();
    let store = town.app().store();
    let key = store.data_key(&number).await.unwrap().unwrap();
    assert_eq!(store.private(&number).await.unwrap().unwrap().reached_at(&key).as_deref(), Some("+919812310010"));
    assert!(!store.load(&number).await.unwrap().unwrap().contact.sms, "nothing more goes to the old number meanwhile");
    let code = town.citizen("9812310011").code().await;
    hina.post(&format!("{path}/confirm"), &fields(&[("draft", &draft), ("code", &code)])).await.expect(200);
    let private = store.private(&number).await.unwrap().unwrap();
    assert_eq!(private.reached_at(&key).as_deref(), Some("+919812310011"));
    assert!(store.load(&number).await.unwrap().unwrap().contact.sms);
    // A step up is told to the new number, and the officer has the word to say first.
    hina.post(&format!("/complaints/{}/refused", filed.number), &fields(&[("told", "yes")])).await.expect(200);
    closes(&town, &filed).await;
    assert!(town.texts_to("9812310011").await.iter().any(|sms| sms.template.contains("disposed")));
    assert!(town.texts_to("9812310010").await.iter().all(|sms| sms.template == "otp"));
    let rows = town.rows(&local::tables().main).await;
    assert!(!serde_json::to_string(&rows).unwrap().contains("गुलमोहर"), "sealed");
    assert_eq!(private.code_word(&key).as_deref(), Some("गुलमोहर"));
}

#[tokio::test(flavor = "multi_thread")]
async fn all_of_her_phone_and_nothing_of_others() {
    let town = Town::new().await;
    let indu = town.citizen("9812310012");
    let (first, second) = (indu.files_with(&[("category", "S0-1")]).await, indu.files_with(&[("category", "S0-4")]).await);
    let stranger = town.citizen("9812310013").files().await;
    let mine = indu.reads("/complaints").await.expect(200).body;
    assert!(mine.contains(&first.number) && mine.contains(&second.number) && !mine.contains(&stranger.number), "{mine}");
    indu.reads(&format!("/complaints/{}", first.number)).await.expect(200);
    indu.reads(&format!("/complaints/{}", stranger.number)).await.expect(401);
    // A receipt opens its own complaint alone.
    let found = town.citizen("9812310012");
    found.post("/track/confirm", &fields(&[("number", &first.number), ("receipt", &first.receipt)])).await.expect(200);
    found.reads("/complaints").await.expect(401);
    found.reads(&format!("/complaints/{}", second.number)).await.expect(401);
    // The officer sees both side by side; one that names the station exists for nobody there.
    let walled = indu.files_with(&[("category", "S0-4"), ("accused_station", "LKO-ALB")]).await;
    let seen = town.officer("T-4").await.reads(&format!("/desk/complaints/{}", first.number)).await.expect(200).json()["repeats"].to_string();
    assert!(seen.contains(&second.number) && !seen.contains(&walled.number) && !seen.contains("9812310012"), "{seen}");
}
