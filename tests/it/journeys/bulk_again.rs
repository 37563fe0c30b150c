//! One move on many while others work on them, while the table fails, and sent a second time.

use domain::lang::Lang;
use domain::number::Number;
use local::faults::Fault;
use serde_json::Value;

use super::console::makes;
use crate::officer::Officer;
use crate::town::{Answer, Town, fields, url_encoded};

const S4: [(&str, &str); 2] = [("service", "S4"), ("category", "S4-1")];

async fn files(town: &Town, phones: &str, many: usize) -> Vec<String> {
    let mut numbers = Vec::new();
    for n in 0..many {
        numbers.push(town.citizen(&format!("{phones}{n}")).files_with(&S4).await.number);
    }
    numbers
}

/// The form that asks once more, as its page has it: every hidden field, and what is typed into it.
async fn asked(officer: &Officer<'_>, wanted: &str, numbers: &[String], typed: &[(&str, &str)]) -> String {
    let listed: String = numbers.iter().map(|number| format!("&number={number}")).collect();
    let page = officer.request("POST", "/desk/bulk", "text/html", &format!("form_token={}&move={wanted}{listed}", officer.form_token)).await.expect(200).body;
    filled(&page, typed)
}

fn filled(page: &str, typed: &[(&str, &str)]) -> String {
    let form = page.split("action=\"/desk/bulk\"").nth(1).unwrap_or_else(|| panic!("no form in {page}")).split("</form>").next().unwrap();
    let part = |tag: &str, name: &str| tag.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
    let hidden = form.split("<input").filter(|tag| tag.contains("type=\"hidden\"")).map(|tag| (part(tag, "name"), part(tag, "value")));
    let pair = |(name, value): (String, String)| url_encoded(&[(name.as_str(), value)].into());
    hidden.map(pair).chain([url_encoded(&fields(typed))]).collect::<Vec<_>>().join("&")
}

async fn sends(officer: &Officer<'_>, body: &str) -> Answer {
    officer.request("POST", "/desk/bulk", "application/json", body).await
}

fn results(answer: &Value) -> Vec<&Value> {
    answer["rows"].as_array().unwrap().iter().map(|row| &row["result"]).collect()
}

fn result<'v>(answer: &'v Value, number: &str) -> &'v Value {
    &answer["rows"].as_array().unwrap().iter().find(|row| row["number"] == number).unwrap_or_else(|| panic!("{number} is no row of {answer}"))["result"]
}

/// How often the case has this note.
async fn notes(officer: &Officer<'_>, number: &str, words: &str) -> usize {
    officer.reads(&format!("/desk/complaints/{number}")).await.expect(200).json()["notes"].to_string().matches(&format!("\"{words}\"")).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changed_since_the_page_was_seen_is_left_as_it_is() {
    let town = Town::new().await;
    let numbers = files(&town, "981230076", 3).await;
    let sho = town.officer("T-4").await;
    let to_one = asked(&sho, "assign", &numbers, &[("officer", "T-1")]).await;
    // Meanwhile one of them is given to somebody else.
    makes(&sho, &numbers[1], "assign", &[("officer", "T-3")]).await.expect(200);
    let done = sends(&sho, &to_one).await.expect(200).json();
    let officer = async |number: &str| match town.app().store().load(&Number::parse(number).unwrap()).await.unwrap().unwrap().stage {
        domain::complaint::Stage::Assigned { officer, .. } => officer.id.to_string(),
        other => panic!("{other:?}"),
    };
    for (number, has) in numbers.iter().zip(["T-1", "T-3", "T-1"]) {
        let result = result(&done, number);
        assert_eq!(officer(number).await, has, "{done}");
        assert_eq!((result["done"] == true, result["why"] == "stale"), (has == "T-1", has == "T-3"), "{done}");
    }
    // A form that came back with a fault still says what was seen at first.
    let nobody = asked(&sho, "assign", &numbers, &[("officer", "")]).await;
    makes(&sho, &numbers[0], "note", &[("words", "x")]).await.expect(200);
    let back = sho.request("POST", "/desk/bulk", "text/html", &nobody).await.expect(422).body;
    let again = sends(&sho, &filled(&back, &[("officer", "T-2")])).await.expect(200).json();
    assert_eq!(result(&again, &numbers[0])["why"], "stale", "{again}");
    // Without a version nothing was seen.
    let blind = format!("form_token={}&move=assign&confirmed=yes&officer=T-2&number={}", sho.form_token, numbers[2]);
    assert_eq!(results(&sends(&sho, &blind).await.expect(200).json())[0]["why"], "stale");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_fails_in_between_costs_one_row_and_no_note_twice() {
    let town = Town::new().await;
    let numbers = files(&town, "981230077", 3).await;
    let sho = town.officer("T-4").await;
    let mut failed = 0;
    // An attempt is made three times before it counts as failed.
    for fault in [Fault::Fail, Fault::LoseReply] {
        for spared in 0.. {
            let (words, after) = (format!("{fault:?} {spared}"), format!("{fault:?} after {spared} calls"));
            let form = asked(&sho, "note", &numbers, &[("words", &words)]).await;
            town.local().store_faults.during(spared, 3, fault);
            let first = sends(&sho, &form).await;
            town.local().store_faults.set(Fault::Off);
            if first.status == 200 {
                let first = first.json();
                let broken: Vec<&Value> = results(&first).into_iter().filter(|result| result["done"] != true).collect();
                assert!(broken.iter().all(|result| result["why"] == "failed" && result["message"] == words::desk_bulk_failed(Lang::Hi)), "{after}: {first}");
                assert!(broken.len() <= 1, "{after}: the others go on: {first}");
                failed += broken.len();
            } else {
                assert_eq!(first.status, 503, "{after}: {}", first.body);
                assert!(spared < 2, "{after}: only before the first of them is read");
            }
            let again = sends(&sho, &form).await.expect(200).json();
            assert!(results(&again).iter().all(|result| result["done"] == true), "{after}: {again}");
            for number in &numbers {
                assert_eq!(notes(&sho, number, &words).await, 1, "{after}");
            }
            if spared > 30 {
                break;
            }
        }
    }
    assert!(failed >= 6, "each of the rows failed somewhere: {failed}");
    // A note with the same words on a form of its own is another note.
    for times in 1..=2 {
        let form = asked(&sho, "note", &numbers, &[("words", "again")]).await;
        sends(&sho, &form).await.expect(200);
        assert_eq!(notes(&sho, &numbers[0], "again").await, times);
    }
    // And so are other words on the same form, after a step back.
    let form = asked(&sho, "note", &numbers, &[]).await;
    for words in ["one", "other"] {
        sends(&sho, &format!("{form}&words={words}")).await.expect(200);
        assert_eq!(notes(&sho, &numbers[0], words).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_got_lost_is_told_again_and_nothing_is_done_again() {
    let town = Town::new().await;
    let numbers = files(&town, "981230078", 2).await;
    let sho = town.officer("T-4").await;
    let form = asked(&sho, "assign", &numbers, &[("officer", "T-1")]).await;
    for _ in 0..2 {
        let done = sends(&sho, &form).await.expect(200).json();
        assert!(results(&done).iter().all(|result| result["done"] == true), "{done}");
    }
    let it = town.app().store().load(&Number::parse(&numbers[0]).unwrap()).await.unwrap().unwrap();
    assert_eq!(it.version, 2);
}
