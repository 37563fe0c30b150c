//! A suggestion: made, taken up in the department's own words, said in other words, taken off the list, answered.

use domain::decide::Refusal;
use domain::lang::Lang;
use serde_json::Value;

use super::console::{FINDINGS, makes, minutes_ago};
use crate::officer::Officer;
use crate::town::{Answer, Citizen, Filed, Town, fields, officer};

pub(crate) const HERS: &str = "हमारी गली में रात को बत्ती नहीं जलती, इसलिए लड़कियाँ शाम की पढ़ाई के लिए बाहर नहीं जा पातीं।";
pub(crate) const HI: &str = "बाज़ार से स्कूल तक की गली में रात को रोशनी रहेगी।";
pub(crate) const EN: &str = "The lane from the market to the school will be lit at night.";

impl Citizen<'_> {
    /// Makes a suggestion.
    pub(crate) async fn suggests(&self, changes: &[(&'static str, &str)]) -> Filed {
        let it: Vec<_> = [("service", "S4"), ("category", "S4-9"), ("account", HERS)].into_iter().chain(changes.iter().copied()).collect();
        self.files_with(&it).await
    }
}

pub(crate) async fn takes_up(officer: &Officer<'_>, number: &str, hi: &str, en: &str) -> Answer {
    makes(officer, number, "take-up", &[("public_hi", hi), ("public_en", en)]).await
}

pub(crate) async fn list(town: &Town) -> Vec<Value> {
    town.get("/hi/suggestions", true).await.expect(200).json()["suggestions"].as_array().unwrap().clone()
}

fn refusal(why: Refusal) -> &'static str {
    words::desk::refusal(Lang::Hi, why)
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_taken_up_said_in_other_words_and_taken_off() {
    let town = Town::new().await;
    let asha = town.citizen("9812320001").in_english();
    let form = asha.opens("/complaints/new?category=S4-9&district=LKO").await.expect(200).body;
    assert!(form.contains(words::suggestion_form(Lang::En)) && form.contains(words::suggestion_account(Lang::En)), "she is told before she writes");
    let other = asha.opens("/complaints/new?category=S4-8&district=LKO").await.expect(200).body;
    assert!(!other.contains(words::suggestion_form(Lang::En)));
    let filed = asha.suggests(&[]).await;
    let number = filed.number.as_str();
    let empty = town.get("/hi/suggestions", false).await.expect(200).body;
    assert!(empty.contains(words::suggestion_list_empty(Lang::Hi)));

    // Whoever heads it is offered the form, and nobody else may send it.
    let (sho, io, page) = (town.officer("T-4").await, town.officer("T-1").await, format!("/desk/complaints/{number}"));
    let action = format!("action=\"{page}/take-up\"");
    assert!(sho.opens(&page).await.expect(200).body.contains(&action) && !io.opens(&page).await.expect(200).body.contains(&action));
    assert!(takes_up(&io, number, HI, EN).await.expect(409).body.contains(refusal(Refusal::NotAllowed)));
    makes(&sho, number, "take-down", &[("reason", "mistake"), ("words", "x")]).await.expect(409);
    assert!(list(&town).await.is_empty());

    // By the form, as a browser sends it.
    let version = sho.reads(&page).await.expect(200).json()["version"].to_string();
    let sent = fields(&[("version", &version), ("public_hi", HI), ("public_en", EN)]);
    sho.submits(&format!("{page}/take-up"), &sent).await.expect(303);
    let twice = sho.submits(&format!("{page}/take-up"), &sent).await.expect(409).body;
    assert!(twice.contains(HI), "sent again it does nothing, and keeps what was typed");
    let listed = list(&town).await;
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0]["wording"]["hi"].as_str(), listed[0]["wording"]["en"].as_str()), (Some(HI), Some(EN)));
    assert_eq!((listed[0]["day"].as_str(), listed[0]["office"]["place"].as_str()), (Some("2026-11-24"), Some("आलमबाग")));
    let public = town.get("/en/suggestions", false).await.expect(200).body;
    assert!(public.contains(EN) && public.contains(&format!("lang=\"hi\" class=\"hint\">{HI}</p>")), "{public}");
    assert!(town.get("/hi/", false).await.expect(200).body.contains("href=\"/hi/suggestions\""), "and the first page leads to it");

    let hers = asha.opens(&format!("/complaints/{number}")).await.expect(200).body;
    assert!(hers.contains(&words::suggestion_happened_up(Lang::En, EN)) && hers.contains("href=\"/en/suggestions\""));
    assert_eq!(asha.reads(&format!("/complaints/{number}")).await.expect(200).json()["yours"]["listed"], true);
    let form = sho.opens(&page).await.expect(200).body;
    assert!(form.contains(&format!(">\n{HI}</textarea>")), "what is said stands in the form to be said otherwise");

    takes_up(&sho, number, "हर गली में रात को रोशनी रहेगी।", "Every lane will be lit at night.").await.expect(200);
    let again = list(&town).await;
    assert_eq!((again.len(), again[0]["wording"]["en"].as_str()), (1, Some("Every lane will be lit at night.")));
    let rows = asha.reads(&format!("/complaints/{number}")).await.expect(200).json()["timeline"].clone();
    assert_eq!((&rows[0]["kind"], &rows[1]["kind"]), (&"taken_up".into(), &"taken_up".into()));

    makes(&sho, number, "reject", &[("reason", "nothing_to_act"), ("words", "x")]).await.expect(409);
    assert_eq!(makes(&sho, number, "take-down", &[("reason", "not_possible")]).await.expect(422).text("code"), "missing");
    makes(&sho, number, "take-down", &[("reason", "not_possible"), ("words", "खंभे नहीं लग सकते, नगर निगम ने मना किया")]).await.expect(200);
    assert!(list(&town).await.is_empty());
    let hers = asha.opens(&format!("/complaints/{number}")).await.expect(200).body;
    assert!(hers.contains(words::suggestion_down_not_possible(Lang::En)) && !hers.contains("नगर निगम") && !hers.contains("/en/suggestions"));
    assert!(sho.opens(&page).await.expect(200).body.contains("नगर निगम"), "the officers' own words are the officers'");
    takes_up(&sho, number, HI, EN).await.expect(200);
    assert_eq!(list(&town).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_leads_to_her_is_refused_with_its_field_and_what_was_typed_is_kept() {
    let town = Town::new().await;
    let filed = town.citizen("9812320002").suggests(&[]).await;
    let sho = town.officer("T-4").await;
    let piece: String = HERS.chars().skip(6).take(45).collect();
    let cases = [
        ("", EN, "missing", "public_hi"),
        (HI, "", "missing", "public_en"),
        (EN, EN, "other-script", "public_hi"),
        (HI, HI, "other-script", "public_en"),
        ("सुनीता, 98123 20002, की गली में रोशनी रहेगी।", EN, "holds-phone", "public_hi"),
        (HI, "As asked in LKO26-7F3KQ9XW-X", "holds-number", "public_en"),
        (HI, "Write to asha@example.org", "holds-email", "public_en"),
        (piece.as_str(), EN, "her-words", "public_hi"),
        (HERS, EN, "her-words", "public_hi"),
    ];
    for (hi, en, code, field) in cases {
        let answer = takes_up(&sho, &filed.number, hi, en).await.expect(422);
        assert_eq!((answer.text("code"), answer.text("field")), (code.to_owned(), field.to_owned()), "{hi} {en}");
    }
    let long = "रोशनी ".repeat(90);
    assert_eq!(takes_up(&sho, &filed.number, &long, EN).await.expect(422).text("code"), "too-long");
    // In a browser the form comes back with what was typed and leads to the field.
    let page = format!("/desk/complaints/{}", filed.number);
    let version = sho.reads(&page).await.expect(200).json()["version"].to_string();
    let typed = fields(&[("version", &version), ("public_hi", "98123 20002 पर बताएँ"), ("public_en", "The lane will be lit.")]);
    let back = sho.submits(&format!("{page}/take-up"), &typed).await.expect(422).body;
    assert!(back.contains(">\n98123 20002 पर बताएँ</textarea>") && back.contains(">\nThe lane will be lit.</textarea>"));
    assert!(back.contains("href=\"#take-up-public_hi\"") && back.contains("id=\"take-up-public_hi-why\""));
    assert!(list(&town).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_suggestion_that_names_nobody_of_the_police_is_taken_up() {
    let town = Town::new().await;
    town.posts(&[(officer("T-8", "LKO/Alambagh", "circle", false), None)]).await;
    let circle = town.officer("T-8").await;
    let plain = town.citizen("9812320003").files_with(&[("service", "S4"), ("category", "S4-8")]).await;
    let named = town.citizen("9812320004").suggests(&[("accused_station", "LKO-ALB")]).await;
    let officer = town.citizen("9812320005").suggests(&[("accused_officer", "दरोगा")]).await;
    for (filed, why) in [(&plain, Refusal::NoSuggestion), (&named, Refusal::NamesPolice), (&officer, Refusal::NamesPolice)] {
        let page = circle.opens(&format!("/desk/complaints/{}", filed.number)).await.expect(200).body;
        assert!(!page.contains("/take-up\""), "it is not offered");
        assert!(takes_up(&circle, &filed.number, HI, EN).await.expect(409).body.contains(refusal(why)), "{why:?}");
    }
    assert!(list(&town).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_answered_on_the_way_of_every_complaint_without_a_photo_of_a_place() {
    let town = Town::new().await;
    let asha = town.citizen("9812320006");
    let filed = asha.suggests(&[]).await;
    let number = filed.number.as_str();
    let (sho, io) = (town.officer("T-4").await, town.officer("T-1").await);
    makes(&sho, number, "assign", &[("officer", "T-1")]).await.expect(200);
    town.advance("PT10M").await;
    makes(&io, number, "file-atr", &[("findings", FINDINGS)]).await.expect(409);
    let when = minutes_ago(&town, 2);
    makes(&io, number, "contact", &[("result", "reached"), ("when", &when), ("words", "फ़ोन पर बात हुई")]).await.expect(200);
    let page = format!("/desk/complaints/{number}");
    let form = io.opens(&page).await.expect(200).body;
    assert!(form.contains("name=\"findings\"") && !form.contains("name=\"no_photo_reason\""), "nothing has to be photographed");
    makes(&io, number, "file-atr", &[("findings", FINDINGS)]).await.expect(200);
    assert!(!sho.opens(&page).await.expect(200).body.contains(words::case_ask_photo(Lang::Hi)));
    makes(&sho, number, "approve-atr", &[]).await.expect(200);
    makes(&sho, number, "dispose", &[("closing", "done")]).await.expect(200);
    assert_eq!(asha.reads(&format!("/complaints/{number}")).await.expect(200).json()["status"], "disposed");
    let paper = sho.request("GET", &format!("{page}/report.pdf"), "application/pdf", "").await;
    assert_eq!(paper.status, 200);
    // What was answered may still be taken up, and taken off.
    takes_up(&sho, number, HI, EN).await.expect(200);
    assert_eq!(list(&town).await.len(), 1);
    makes(&sho, number, "take-down", &[("reason", "not_ours"), ("words", "नगर निगम")]).await.expect(200);
    // Of any other complaint the reason why there is no photo is asked as before.
    let other = town.citizen("9812320007").files_with(&[("service", "S4"), ("category", "S4-8")]).await;
    makes(&sho, &other.number, "assign", &[("officer", "T-1")]).await.expect(200);
    town.advance("PT5M").await;
    let when = minutes_ago(&town, 2);
    makes(&io, &other.number, "contact", &[("result", "reached"), ("when", &when), ("words", "x")]).await.expect(200);
    assert_eq!(makes(&io, &other.number, "file-atr", &[("findings", FINDINGS)]).await.expect(422).text("code"), "no-picture-no-reason");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_officers_at_once_list_it_once() {
    let town = Town::new().await;
    town.posts(&[(officer("T-8", "LKO/Alambagh", "circle", false), None)]).await;
    let filed = town.citizen("9812320008").suggests(&[]).await;
    let (sho, circle, page) = (town.officer("T-4").await, town.officer("T-8").await, format!("/desk/complaints/{}", filed.number));
    let version = sho.reads(&page).await.expect(200).json()["version"].to_string();
    let form = |hi: &str| fields(&[("version", &version), ("public_hi", hi), ("public_en", EN)]);
    let (path, one, two) = (format!("{page}/take-up"), form(HI), form("गली में रोशनी रहेगी।"));
    let (first, second) = tokio::join!(sho.posts(&path, &one), circle.posts(&path, &two));
    let mut codes = [first.status, second.status];
    codes.sort_unstable();
    assert_eq!((codes, list(&town).await.len()), ([200, 409], 1), "{} {}", first.body, second.body);
}
