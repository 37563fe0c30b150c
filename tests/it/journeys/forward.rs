//! To a station of another district: it is there and no longer here, in every list and every search; its number, its promise and
//! its clock go along, and whoever it names has no part in it there either.

use domain::complaint::{Complaint, Officer as Person};
use domain::lang::Both;
use domain::number::Number;
use serde_json::Value;

use super::console::makes;
use crate::officer::Officer;
use crate::officer::without_seconds;
use crate::table::text;
use crate::town::{Town, fields, officer};

/// Four hours for the disposal, two for each step of the ladder.
const URGENT: [(&str, &str); 2] = [("service", "S1"), ("category", "S1-1")];
/// The phone of the head at the other district's station.
const SHO_THERE: &str = "+919812388803";

/// The town with officers above its station, and with a station of another district and who sits above that.
async fn town() -> Town {
    let town = Town::new().await;
    // None of them a woman: whom a complaint is given to at once works it, and does not forward it.
    let here = [officer("T-8", "LKO/Alambagh", "circle", false), officer("T-9", "LKO", "district", false)];
    let mut circle = officer("P-8", "PRJ/Civil Lines", "circle", false);
    circle.name = Both { hi: "रमेश यादव".to_owned(), en: "Ramesh Yadav".to_owned() };
    let there = [officer("P-1", "PRJ-CVL", "io", true), circle, officer("P-9", "PRJ", "district", true)];
    let mut all: Vec<(Person, Option<String>)> = here.into_iter().chain(there).map(|who| (who, None)).collect();
    all.push((officer("P-4", "PRJ-CVL", "sho", true), Some(SHO_THERE.to_owned())));
    town.posts(&all).await;
    town
}

async fn load(town: &Town, number: &str) -> Complaint {
    town.app().store().load(&Number::parse(number).unwrap()).await.unwrap().unwrap()
}

async fn goes(officer: &Officer<'_>, number: &str, station: &str) -> u16 {
    makes(officer, number, "forward", &[("station", station), ("words", "घटना वहीं की है")]).await.status
}

/// Everything by which an officer could come to know of it: the lists and their counts, what a search finds, the page itself.
async fn knows(officer: &Officer<'_>, number: &str) -> Vec<String> {
    let mut known = Vec::new();
    for view in ["unit", "unassigned", "overdue"] {
        if officer.reads(&format!("/desk/?view={view}")).await.expect(200).body.contains(number) {
            known.push(view.to_owned());
        }
    }
    for q in ["Sunita", "वर्मा", "9812300851", "Alambagh", "Civil Lines"] {
        if officer.posts("/desk/search", &fields(&[("q", q)])).await.expect(200).body.contains(number) {
            known.push(q.to_owned());
        }
    }
    if officer.posts("/desk/search", &fields(&[("q", number)])).await.status == 303 {
        known.push("number".to_owned());
    }
    if officer.opens(&format!("/desk/complaints/{number}")).await.status == 200 {
        known.push("page".to_owned());
    }
    known
}

async fn count(officer: &Officer<'_>) -> Value {
    officer.reads("/desk/").await.expect(200).json()["counts"]["unit"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_there_and_no_longer_here() {
    let town = town().await;
    let her = town.citizen("9812300851").in_english();
    let number = her.files_with(&[URGENT[0], URGENT[1], ("name", "सुनीता वर्मा")]).await.number;
    let (sho, above, there) = (town.officer("T-4").await, town.officer("T-9").await, town.officer("P-4").await);
    let page = format!("/desk/complaints/{number}");
    assert_eq!(knows(&sho, &number).await, ["unit", "Sunita", "वर्मा", "9812300851", "Alambagh", "number", "page"]);
    assert_eq!(knows(&there, &number).await, Vec::<String>::new());
    let nobodys = town.officer("T-4").await.opens("/desk/complaints/LKO26-7F3KQ9XW-X").await;

    // The district is chosen first, by an address; what is no district changes nothing.
    let own = sho.opens(&page).await.expect(200).body;
    assert!(own.contains("name=\"district\"") && own.contains("value=\"LKO-HZG\"") && !own.contains("value=\"PRJ-CVL\""));
    let other = sho.opens(&format!("{page}?district=PRJ")).await.expect(200).body;
    assert!(other.contains("value=\"PRJ-CVL\"") && !other.contains("value=\"LKO-HZG\""));
    let goes_along = |page: &str| page.contains("<input type=\"hidden\" name=\"district\" value=\"PRJ\"");
    assert!(goes_along(&other) && !goes_along(&own));
    let of_none = sho.opens(&format!("{page}?district=X%22")).await.expect(200).body;
    assert_eq!(without_seconds(&of_none), without_seconds(&own));
    assert_eq!(sho.reads(&format!("{page}?district=PRJ")).await.expect(200).text("district"), "PRJ");
    let before = load(&town, &number).await;
    // A form that comes back still offers that district's stations.
    let mut form = fields(&[("district", "PRJ"), ("words", "घटना वहीं की है")]);
    form.insert("version", before.version.to_string());
    let again = sho.submits(&format!("{page}/forward"), &form).await.expect(422).body;
    assert!(again.contains("value=\"PRJ-CVL\"") && again.contains("घटना वहीं की है"));
    assert_eq!(load(&town, &number).await, before);

    let texts = town.texts_to("9812300851").await.len();
    form.insert("station", "PRJ-CVL".to_owned());
    let went = sho.submits(&format!("{page}/forward"), &form).await.expect(303);
    assert_eq!(went.headers["location"], "/desk/", "it is no longer hers to open");
    let after = load(&town, &number).await;
    assert_eq!((after.district.as_str(), after.station.as_ref().map(|code| code.as_str())), ("PRJ", Some("PRJ-CVL")));
    let units: Vec<&str> = after.path.rungs.iter().map(|rung| rung.unit.as_str()).collect();
    assert_eq!(units, ["PRJ-CVL", "PRJ-CVL", "PRJ/Civil Lines", "PRJ", "R.Prayagraj", "UP"]);
    assert_eq!((&after.number, after.due_at(), &after.clocks, after.path.next_at), (&before.number, before.due_at(), &before.clocks, before.path.next_at));

    for here in [&sho, &above] {
        assert_eq!(knows(here, &number).await, Vec::<String>::new());
        assert_eq!(count(here).await, 0);
        let gone = here.opens(&page).await;
        assert_eq!((gone.status, &gone.body), (404, &nobodys.body), "the same bytes as for a number that is nobody's");
    }
    assert_eq!(here_again(&sho, &number).await, 404);
    assert_eq!(knows(&there, &number).await, ["unit", "unassigned", "Sunita", "वर्मा", "9812300851", "Civil Lines", "number", "page"]);
    assert_eq!(count(&there).await, 1);
    // No key of her name leads to it from here any more.
    let secrets = town.app().secrets().await.unwrap();
    let leads = async |district: &str| {
        let keys = store::name_keys(secrets, "सुनीता वर्मा", &domain::ids::DistrictCode::parse(district).unwrap());
        let rows = town.rows(&local::tables().main).await;
        keys.iter().filter(|key| rows.iter().any(|row| text(row, "pk") == format!("K#{key}") && text(row, "sk") == number)).count()
    };
    assert_eq!((leads("LKO").await, leads("PRJ").await), (0, 2));

    // She sees where it went and is sent nothing that tells of it; whoever has it now is told.
    let hers = her.reads(&format!("/complaints/{number}")).await.expect(200).json();
    assert_eq!((&hers["timeline"][0]["kind"], hers["number"].as_str()), (&"transferred".into(), Some(number.as_str())));
    assert!(hers["timeline"][0]["text"].as_str().unwrap().contains("Civil Lines, Prayagraj"), "{}", hers["timeline"][0]);
    assert!(her.opens(&format!("/complaints/{number}")).await.expect(200).body.contains("Civil Lines, Prayagraj"));
    assert_eq!(town.texts_to("9812300851").await.len(), texts);
    let told = town.texts_to(SHO_THERE).await;
    assert!(told.len() == 1 && told[0].template == "arrived" && told[0].text.contains(&number), "{told:?}");
    let words = there.reads(&page).await.expect(200).json()["notes"].to_string();
    assert!(words.contains("घटना वहीं की है"), "{words}");
}

/// Sent again by whoever had it: there is no such case.
async fn here_again(sho: &Officer<'_>, number: &str) -> u16 {
    sho.posts(&format!("/desk/complaints/{number}/forward"), &fields(&[("station", "LKO-HZG"), ("version", "2")])).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_works_it_there_and_it_climbs_there() {
    let town = town().await;
    let number = town.citizen("9812300852").files_with(&URGENT).await.number;
    town.advance("PT3H").await;
    assert_eq!(goes(&town.officer("T-4").await, &number, "PRJ-CVL").await, 303);
    // An hour is left of the four that were promised: the forward cost none and gave none.
    town.advance("PT50M").await;
    assert_eq!(load(&town, &number).await.level, 0);
    town.advance("PT11M").await;
    let risen = load(&town, &number).await;
    assert_eq!((risen.level, risen.holder().unit.as_str(), risen.holder().post.as_str()), (1, "PRJ-CVL", "sho"));
    town.advance("PT2H").await;
    assert_eq!(load(&town, &number).await.holder().unit.as_str(), "PRJ/Civil Lines");
    let overdue = async |id: &str| town.officer(id).await.reads("/desk/?view=overdue").await.expect(200).body.contains(&number);
    assert!(overdue("P-8").await, "the circle there");
    assert!(!overdue("T-8").await && !overdue("T-4").await, "and nobody here");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_comes_back_as_it_went() {
    let town = town().await;
    let number = town.citizen("9812300851").files_with(&[URGENT[0], URGENT[1], ("name", "सुनीता वर्मा")]).await.number;
    let (here, there) = (town.officer("T-4").await, town.officer("P-4").await);
    assert_eq!(goes(&here, &number, "PRJ-CVL").await, 303);
    assert_eq!(goes(&there, &number, "LKO-ALB").await, 303);
    assert_eq!(knows(&here, &number).await, ["unit", "unassigned", "Sunita", "वर्मा", "9812300851", "Alambagh", "number", "page"]);
    assert_eq!(knows(&there, &number).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_station_that_it_names_gets_it_nowhere() {
    let town = town().await;
    let named = async |phone: &str, station: &str| {
        town.citizen(phone).files_with(&[URGENT[0], URGENT[1], ("name", "सुनीता वर्मा"), ("accused_station", station)]).await.number
    };
    let (far, near) = (named("9812300851", "PRJ-CVL").await, named("9812300854", "LKO-HZG").await);
    let circle = town.officer("T-8").await;
    assert_eq!(goes(&circle, &near, "LKO-HZG").await, 409, "in its own district it is above that station already");
    for (number, station) in [(&far, "PRJ-CVL"), (&near, "PRJ-CVL")] {
        assert_eq!(goes(&circle, number, station).await, 303);
        assert_eq!(load(&town, number).await.holder().unit.as_str(), "PRJ/Civil Lines");
    }
    for accused in ["P-4", "P-1"] {
        assert_eq!(knows(&town.officer(accused).await, &far).await, Vec::<String>::new(), "{accused}");
    }
    assert!(knows(&town.officer("P-8").await, &far).await.contains(&"page".to_owned()), "the circle above it has it");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_whom_it_names_is_found_where_it_goes() {
    let town = town().await;
    let filed = [URGENT[0], URGENT[1], ("name", "सुनीता वर्मा"), ("accused_officer", "CO Ramesh Yadav")];
    // The words "CO" and a name: here the circle's own title is meant as well, so it begins above.
    let number = town.citizen("9812300851").files_with(&filed).await.number;
    assert_eq!(load(&town, &number).await.holder().unit.as_str(), "LKO");
    // Only the name: nobody of that name sits here, so the circle has it. There, he is the circle.
    let only = town.citizen("9812300855").files_with(&[filed[0], filed[1], filed[2], ("accused_officer", "Ramesh Yadav")]).await.number;
    assert_eq!(load(&town, &only).await.holder().unit.as_str(), "LKO/Alambagh");
    assert_eq!(goes(&town.officer("T-9").await, &number, "PRJ-CVL").await, 303);
    assert_eq!(goes(&town.officer("T-8").await, &only, "PRJ-CVL").await, 303);
    for number in [&number, &only] {
        let it = load(&town, number).await;
        assert_eq!((it.holder().unit.as_str(), it.accused.above.as_ref().map(|unit| unit.as_str())), ("PRJ", Some("PRJ/Civil Lines")));
        for walled in ["P-8", "P-4", "P-1"] {
            assert_eq!(knows(&town.officer(walled).await, number).await, Vec::<String>::new(), "{walled}");
        }
        assert!(knows(&town.officer("P-9").await, number).await.contains(&"page".to_owned()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_go_to_another_district_by_one_form() {
    let town = town().await;
    let mut numbers = Vec::new();
    for phone in ["9812300851", "9812300857"] {
        numbers.push(town.citizen(phone).files_with(&[URGENT[0], URGENT[1], ("name", "सुनीता वर्मा")]).await.number);
    }
    let sho = town.officer("T-4").await;
    let sends = async |accept: &str, with: &[(&str, &str)], numbers: &[String]| {
        let listed: String = numbers.iter().map(|number| format!("&number={number}")).collect();
        let body = format!("form_token={}&{}{listed}", sho.form_token, crate::town::url_encoded(&fields(with)));
        sho.request("POST", "/desk/bulk", accept, &body).await
    };
    let asked = [("move", "forward"), ("confirmed", "yes"), ("do", "district"), ("district", "PRJ"), ("words", "वहाँ की")];
    let page = sends("text/html", &asked, &numbers).await.expect(200).body;
    assert!(page.contains("value=\"PRJ-CVL\"") && !page.contains("value=\"LKO-HZG\"") && page.contains("वहाँ की"), "asked for, and nothing done");
    let shown = sends("application/json", &asked, &numbers).await.expect(200).json();
    let with: Vec<String> = shown["rows"].as_array().unwrap().iter().map(|row| format!("{}@{}", row["number"].as_str().unwrap(), row["version"])).collect();
    let (key, there) = (shown["key"].as_str().unwrap(), [("move", "forward"), ("confirmed", "yes"), ("station", "PRJ-CVL")]);
    let there: Vec<(&str, &str)> = there.into_iter().chain([("key", key), ("district", "PRJ")]).collect();
    for _ in 0..2 {
        let done = sends("application/json", &there, &with).await.expect(200).json();
        assert!(done["rows"].as_array().unwrap().iter().all(|row| row["result"]["done"] == true), "sent again, it says what it did: {done}");
    }
    let other = town.officer("P-4").await;
    for number in &numbers {
        assert_eq!(load(&town, number).await.version, 3, "assigned, forwarded, and once");
        assert!(knows(&other, number).await.starts_with(&["unit", "unassigned", "Sunita", "वर्मा"].map(str::to_owned)));
        assert_eq!(knows(&sho, number).await, Vec::<String>::new());
    }
}
