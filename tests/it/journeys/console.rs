//! Officers at the console: the way of a case to its honest end, over its own forms, and what she sees of it.

use domain::complaint::Stage;
use domain::number::Number;
use serde_json::Value;

use crate::officer::Officer;
use crate::town::{Answer, Filed, Town, fields};

const S0: [(&str, &str); 2] = [("service", "S0"), ("category", "S0-1")];
pub(crate) const FINDINGS: &str = "मौके पर जाकर पूछताछ की गई। पड़ोस के दो लोगों के बयान लिए गए, दुकान का कैमरा देखा गया और दूसरे पक्ष को थाने बुलाकर लिखित में पाबंद किया गया। आवेदिका को फ़ोन पर पूरी बात बताई गई और वह कार्रवाई से संतुष्ट हैं। आगे कोई बात हो तो तुरंत थाने या 112 पर बताने को कहा गया।";

/// A move by its form, with the version of the case as it stands.
pub(crate) async fn makes(officer: &Officer<'_>, number: &str, wanted: &str, with: &[(&str, &str)]) -> Answer {
    let version = officer.reads(&format!("/desk/complaints/{number}")).await.expect(200).json()["version"].to_string();
    let mut form = fields(with);
    form.insert("version", version);
    officer.posts(&format!("/desk/complaints/{number}/{wanted}"), &form).await
}

/// The wall's time as the form's field holds it, some minutes ago.
pub(crate) fn minutes_ago(town: &Town, minutes: i64) -> String {
    let at = domain::calendar::wall(town.app().now() - jiff::SignedDuration::from_mins(minutes));
    format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute())
}

async fn case(officer: &Officer<'_>, filed: &Filed) -> Value {
    officer.reads(&format!("/desk/complaints/{}", filed.number)).await.expect(200).json()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_goes_its_whole_way_and_she_sees_each_step() {
    let town = Town::new().await;
    let meena = town.citizen("9812300201").in_english();
    let filed = meena.files_with(&S0).await;
    let number = filed.number.as_str();
    let sho = town.officer("T-4").await;
    let list = sho.reads("/desk/?view=unit").await.expect(200).json();
    assert!(list.to_string().contains(number), "{list}");
    let stage = town.app().store().load(&Number::parse(number).unwrap()).await.unwrap().unwrap().stage;
    let had = match &stage {
        Stage::Assigned { officer, .. } => officer.id.to_string(),
        Stage::Unassigned | Stage::Disposed { .. } | Stage::InAppeal { .. } => String::new(),
    };
    let given = if had == "T-1" { "T-2" } else { "T-1" };
    makes(&sho, number, "assign", &[("officer", given)]).await.expect(200);
    let io = town.officer(given).await;
    assert!(io.reads("/desk/?view=mine").await.expect(200).body.contains(number));

    town.advance("PT10M").await;
    // Nothing is closed before its time has come: each refusal says what is missing.
    assert_eq!(makes(&sho, number, "dispose", &[("closing", "done")]).await.status, 409);
    assert_eq!(makes(&io, number, "file-atr", &[("findings", FINDINGS), ("no_photo_reason", "कोई स्थान नहीं")]).await.status, 409);
    let when = minutes_ago(&town, 2);
    makes(&io, number, "contact", &[("result", "reached"), ("when", &when), ("words", "फ़ोन पर बात हुई")]).await.expect(200);
    assert_eq!(makes(&io, number, "file-atr", &[("findings", "बहुत छोटी"), ("no_photo_reason", "x")]).await.status, 422);
    makes(&io, number, "file-atr", &[("findings", FINDINGS), ("no_photo_reason", "फ़ोन पर निपटा")]).await.expect(200);
    assert_eq!(makes(&io, number, "approve-atr", &[]).await.status, 409, "nobody approves a report of their own");
    makes(&sho, number, "return-atr", &[("words", "बयान की तारीख़ लिखें")]).await.expect(200);
    makes(&io, number, "file-atr", &[("findings", FINDINGS), ("no_photo_reason", "फ़ोन पर निपटा")]).await.expect(200);
    makes(&sho, number, "approve-atr", &[]).await.expect(200);
    makes(&sho, number, "dispose", &[("closing", "done")]).await.expect(200);
    assert!(!sho.reads("/desk/?view=unit").await.expect(200).body.contains(number), "closed, it is in no list");

    let hers = meena.reads(&format!("/complaints/{number}")).await.expect(200).json();
    assert_eq!(hers["status"], "disposed");
    let kinds: Vec<&str> = hers["timeline"].as_array().unwrap().iter().filter_map(|row| row["kind"].as_str()).collect();
    assert_eq!(kinds[..5], ["disposed", "atr_approved", "atr_filed", "atr_returned", "atr_filed"], "{kinds:?}");
    assert!(!hers.to_string().contains("बयान"), "what officers write to each other is not on her page");
    assert!(town.texts_to("9812300201").await.iter().any(|sms| sms.template.contains("disposed")), "she is told");
    // The words of the way are on the case, and nobody reads them in the table.
    assert!(case(&sho, &filed).await.to_string().contains("बयान की तारीख़ लिखें"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_she_is_opens_with_a_reason_that_she_sees() {
    let town = Town::new().await;
    let meena = town.citizen("9812300202").in_english();
    let filed = meena.files_with(&S0).await;
    let (sho, io) = (town.officer("T-4").await, town.officer("T-1").await);
    let page = format!("/desk/complaints/{}", filed.number);
    for officer in [&sho, &io] {
        let seen = officer.opens(&page).await.expect(200).body;
        assert!(!seen.contains("9812300202") && !seen.contains("सुनीता देवी"), "masked");
    }
    assert_eq!(makes(&sho, &filed.number, "look", &[]).await.status, 422, "not without a reason");
    makes(&sho, &filed.number, "look", &[("reason", "contact")]).await.expect(200);
    assert!(sho.opens(&page).await.expect(200).body.contains("9812300202"));
    assert!(!io.opens(&page).await.expect(200).body.contains("9812300202"), "it opens for whoever gave the reason");
    let hers = meena.reads(&format!("/complaints/{}", filed.number)).await.expect(200).json();
    assert_eq!(hers["timeline"][0]["kind"], "looked");
    town.advance("PT14M").await;
    sho.reads("/desk/").await.expect(200);
    town.advance("PT2M").await;
    assert!(!sho.opens(&page).await.expect(200).body.contains("9812300202"), "and closes again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_is_found_by_number_phone_and_name_in_both_scripts() {
    let town = Town::new().await;
    let filed = town.citizen("9812300203").files_with(&[S0[0], S0[1], ("name", "सुनीता वर्मा")]).await;
    let sho = town.officer("T-4").await;
    for q in ["98123 00203", "Sunita", "सुनीता", "suneeta verma", "Verma"] {
        let found = sho.posts("/desk/search", &fields(&[("q", q)])).await.expect(200).body;
        assert!(found.contains(&filed.number), "{q}: {found}");
    }
    for q in ["Sangita", "9812300299", "", "😀", "Sunita Yadav"] {
        assert!(!sho.posts("/desk/search", &fields(&[("q", q)])).await.expect(200).body.contains(&filed.number), "{q}");
    }
    let straight = sho.posts("/desk/search", &fields(&[("q", &filed.number.to_lowercase())])).await.expect(303);
    assert_eq!(straight.headers["location"], format!("/desk/complaints/{}", filed.number));
    assert!(Number::parse(&filed.number).is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_page_moves_nothing_and_a_foreign_form_neither() {
    let town = Town::new().await;
    let filed = town.citizen("9812300204").files_with(&S0).await;
    let sho = town.officer("T-4").await;
    let page = format!("/desk/complaints/{}", filed.number);
    let before = case(&sho, &filed).await["version"].clone();
    makes(&sho, &filed.number, "note", &[("words", "देखा")]).await.expect(200);
    let stale = fields(&[("version", &before.to_string()), ("officer", "T-2")]);
    assert_eq!(sho.posts(&format!("{page}/assign"), &stale).await.status, 409);
    let mut forged = fields(&[("words", "x")]);
    forged.insert("form_token", "0".repeat(32));
    let body = crate::town::url_encoded(&forged);
    assert_eq!(sho.request("POST", &format!("{page}/note"), "application/json", &body).await.status, 403);
    for path in ["/desk/complaints/LKO26-00000000-0", "/desk/complaints/x", &format!("{page}/delete")] {
        assert_eq!(sho.posts(path, &fields(&[])).await.status / 100, 4, "{path}");
    }
    assert_eq!(sho.reads("/desk/complaints/nonsense").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_each_with_its_result() {
    let town = Town::new().await;
    let mut numbers = Vec::new();
    for n in 0..3 {
        numbers.push(town.citizen(&format!("981230021{n}")).files_with(&S0).await.number);
    }
    let sho = town.officer("T-4").await;
    let list: String = numbers.iter().map(|number| format!("&number={number}")).collect();
    let body = |more: &str| format!("form_token={}&move=note{list}&number=LKO26-7F3KQ9XW-X{more}", sho.form_token);
    let asked = sho.request("POST", "/desk/bulk", "text/html", &body("")).await.expect(200).body;
    assert!(numbers.iter().all(|number| asked.contains(number.as_str())));
    assert_eq!(sho.request("POST", "/desk/bulk", "text/html", &body("&confirmed=yes")).await.status, 422, "no words, no note");
    let done = sho.request("POST", "/desk/bulk", "application/json", &body("&confirmed=yes&words=%E0%A4%A6%E0%A5%87%E0%A4%96%E0%A4%BE")).await.expect(200).body;
    for number in &numbers {
        assert!(sho.reads(&format!("/desk/complaints/{number}")).await.expect(200).body.contains("देखा"), "{number}: {done}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_question_makes_list_count_and_export() {
    let town = Town::new().await;
    for n in 0..30 {
        town.citizen(&format!("98123003{n:02}")).files_with(if n % 3 == 0 { &S0 } else { &[("service", "S1"), ("category", "S1-1")] }).await;
    }
    let sho = town.officer("T-4").await;
    town.advance("PT5H").await;
    let sho = if sho.reads("/desk/").await.status == 200 { sho } else { town.officer("T-4").await };
    for view in ["mine", "unassigned", "unit", "overdue", "due24", "in_appeal"] {
        for filter in ["", "&category=S0-1", "&stage=assigned", "&category=nonsense", "&channel=web"] {
            let (mut after, mut listed) = (String::new(), Vec::new());
            let first = sho.reads(&format!("/desk/?view={view}{filter}")).await.expect(200).json();
            loop {
                let page = sho.reads(&format!("/desk/?view={view}{filter}&after={after}")).await.expect(200).json();
                listed.extend(page["rows"].as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap().to_owned()));
                match page["next"].as_str() {
                    Some(next) => after = next.replace('#', "%23").replace(':', "%3A"),
                    None => break,
                }
            }
            let csv = sho.request("GET", &format!("/desk/export.csv?view={view}{filter}"), "text/csv", "").await.expect(200).body;
            let exported: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
            assert_eq!(listed, exported, "{view}{filter}");
            assert_eq!(first["total"], listed.len(), "{view}{filter}: {first}");
            assert_eq!(first["counts"][view], listed.len(), "{view}{filter}: {}", first["counts"]);
        }
    }
    let overdue = sho.reads("/desk/?view=overdue").await.expect(200).json();
    assert!(overdue["total"].as_u64().unwrap() > 0, "{overdue}");
}
