//! One move on many: asked once more, made on each by itself, and each row says what became of it.

use domain::decide::Refusal;
use domain::ids::DistrictCode;
use domain::lang::Lang;
use domain::number::Number;
use serde_json::Value;

use crate::officer::Officer;
use crate::town::{Town, url_encoded};

/// The form of a move on many, with whatever else is typed.
async fn sends(officer: &Officer<'_>, accept: &str, numbers: &[&str], with: &[(&str, &str)]) -> crate::town::Answer {
    let listed: String = numbers.iter().map(|number| format!("&number={number}")).collect();
    let fields = crate::town::fields(with);
    officer.request("POST", "/desk/bulk", accept, &format!("form_token={}&{}{listed}", officer.form_token, url_encoded(&fields))).await
}

/// The numbers with the versions that the page shows which asks once more.
async fn seen(officer: &Officer<'_>, numbers: &[&str], wanted: &str) -> Vec<String> {
    let page = sends(officer, "application/json", numbers, &[("move", wanted)]).await.expect(200).json();
    let one = |row: &Value| match row["version"].as_u64() {
        Some(version) => format!("{}@{version}", row["number"].as_str().unwrap()),
        None => row["number"].as_str().unwrap().to_owned(),
    };
    page["rows"].as_array().unwrap().iter().map(one).collect()
}

fn result<'v>(answer: &'v Value, number: &str) -> &'v Value {
    let rows = answer["rows"].as_array().unwrap();
    &rows.iter().find(|row| row["number"] == number).unwrap_or_else(|| panic!("{number} is no row of {answer}"))["result"]
}

/// A number that could be one and is nobody's.
fn nobodys() -> String {
    let district = DistrictCode::parse("LKO").unwrap();
    (0..=u8::MAX).find_map(|n| Number::make(&district, 2026, [n; 8])).unwrap().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn assigning_many_is_confirmed_and_each_row_has_its_answer() {
    let town = Town::new().await;
    let woman = town.citizen("9812300721").files_with(&[("service", "S0"), ("category", "S0-1")]).await.number;
    let any = town.citizen("9812300722").files_with(&[("service", "S4"), ("category", "S4-1")]).await.number;
    let sho = town.officer("T-4").await;
    let nobodys = nobodys();
    let all = [woman.as_str(), any.as_str(), nobodys.as_str()];
    let page = sends(&sho, "text/html", &all, &[("move", "assign")]).await.expect(200).body;
    assert!(page.contains("name=\"confirmed\"") && page.contains("value=\"T-3\"") && page.contains(&woman) && page.contains(&any));
    let untouched = town.app().store().load(&Number::parse(&any).unwrap()).await.unwrap().unwrap();
    assert_eq!(untouched.version, 1, "nothing moves before it is confirmed");
    let versions = seen(&sho, &all, "assign").await;
    let all: Vec<&str> = versions.iter().map(String::as_str).collect();
    sends(&sho, "text/html", &all, &[("move", "assign"), ("confirmed", "yes")]).await.expect(422);
    let done = sends(&sho, "application/json", &all, &[("move", "assign"), ("confirmed", "yes"), ("officer", "T-3")]).await.expect(200).json();
    assert_eq!(result(&done, &any)["done"], true, "{done}");
    assert_eq!(result(&done, &woman)["message"], words::desk::refusal(Lang::Hi, Refusal::WomanOfficer), "{done}");
    assert_eq!(result(&done, &nobodys)["why"], "unknown");
    let versions = seen(&sho, &[&any, &woman, &nobodys], "assign").await;
    let all: Vec<&str> = versions.iter().map(String::as_str).collect();
    let again = sends(&sho, "text/html", &all, &[("move", "assign"), ("confirmed", "yes"), ("officer", "T-3")]).await.expect(200).body;
    for said in [Refusal::HasIt, Refusal::WomanOfficer] {
        assert!(again.contains(words::desk::refusal(Lang::Hi, said)), "{said:?}");
    }
    assert!(again.contains(words::desk_bulk_unknown(Lang::Hi)));
}

#[tokio::test(flavor = "multi_thread")]
async fn forwarding_many_takes_each_to_the_other_station() {
    let town = Town::new().await;
    let mut numbers = Vec::new();
    for n in 0..2 {
        numbers.push(town.citizen(&format!("981230073{n}")).files_with(&[("service", "S4"), ("category", "S4-1")]).await.number);
    }
    let sho = town.officer("T-4").await;
    let all: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let page = sends(&sho, "text/html", &all, &[("move", "forward")]).await.expect(200).body;
    assert!(page.contains("value=\"LKO-HZG\"") && !page.contains("value=\"LKO-ALB\""), "where it may go, and not where it is");
    let there = [("move", "forward"), ("confirmed", "yes"), ("station", "LKO-HZG")];
    let blank = sends(&sho, "application/json", &all, &[there[0], there[1], there[2], ("words", "कारण: ____")]).await.expect(422);
    assert_eq!(blank.text("code"), "blank");
    let versions = seen(&sho, &all, "forward").await;
    let with: Vec<&str> = versions.iter().map(String::as_str).collect();
    let done = sends(&sho, "application/json", &with, &there).await.expect(200).json();
    for number in &all {
        assert_eq!(result(&done, number)["done"], true, "{done}");
        let it = town.app().store().load(&Number::parse(number).unwrap()).await.unwrap().unwrap();
        assert_eq!(it.station.as_ref().map(|code| code.as_str()), Some("LKO-HZG"));
    }
    // It is another station's now, and exists for this one no more.
    let again = sends(&sho, "application/json", &all, &there).await.expect(200).json();
    assert!(all.iter().all(|number| result(&again, number)["why"] == "unknown"), "{again}");
}
