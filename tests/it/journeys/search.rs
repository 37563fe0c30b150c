//! Search where many fit: what is shown and what is said of the rest comes from what exists for the officer alone.

use domain::complaint::Complaint;
use domain::decide::Change;
use domain::fold;
use domain::ids::{DistrictCode, StationCode};
use domain::number::Number;
use serde_json::Value;
use store::Private;

use super::console::{FINDINGS, makes, minutes_ago};
use super::intake::{confirmed, written};
use crate::officer::Officer;
use crate::town::{Town, fields, officer};

const S4: [(&str, &str); 2] = [("service", "S4"), ("category", "S4-1")];

/// The `n`th number of a year in a district: they sort as they are counted.
fn numbers(district: &DistrictCode, year: i16) -> impl Iterator<Item = Number> {
    (0u32..).filter_map(move |n| Number::make(district, year, std::array::from_fn(|at| ((n >> (5 * (7 - at).min(6))) & 31) as u8)))
}

/// Complaints like one that was filed, found by a name: what does not matter here is left out.
async fn copies(town: &Town, of: &str, (year, many): (i16, usize), name: &str, change: impl Fn(&mut Complaint)) -> Vec<String> {
    let secrets = town.app().secrets().await.unwrap();
    let mut model = town.app().store().load(&Number::parse(of).unwrap()).await.unwrap().unwrap();
    change(&mut model);
    let keys: Vec<String> = fold::keys(name).iter().map(|part| secrets.name(model.district.as_str(), part)).collect();
    let copy = |number: Number| {
        let change = Change { complaint: Complaint { number: number.clone(), ..model.clone() }, events: Vec::new(), loads: Vec::new(), rating: None };
        (change, Private::empty(number, String::new()).named(keys.clone()))
    };
    let all: Vec<_> = numbers(&model.district, year).take(many).map(copy).collect();
    town.app().store().adopt_all(all.iter().map(|(change, private)| (change, private))).await.unwrap();
    all.into_iter().map(|(change, _)| change.complaint.number.to_string()).collect()
}

async fn finds(officer: &Officer<'_>, q: &str) -> Value {
    officer.posts("/desk/search", &fields(&[("q", q)])).await.expect(200).json()
}

fn shown(found: &Value, part: &str) -> Vec<String> {
    found[part].as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_behind_the_wall_neither_takes_a_place_nor_says_that_there_is_more() {
    let town = Town::new().await;
    let filed = town.citizen("9812300741").files_with(&S4).await.number;
    let sho = town.officer("T-4").await;
    let mine = copies(&town, &filed, (2026, 99), "Sunita", |_| {}).await;
    let all = finds(&sho, "Sunita").await;
    assert_eq!((shown(&all, "open").len(), all["more"].as_bool()), (100, Some(false)));
    // Behind the wall, and before all of them by number.
    copies(&town, &filed, (2025, 40), "Sunita", |it| it.accused.station = StationCode::parse("LKO-ALB")).await;
    assert_eq!(finds(&sho, "Sunita").await, all, "nothing of it is another");
    assert!(mine.iter().all(|number| shown(&all, "open").contains(number)));
    // One more of her own, and now there is more.
    town.citizen("9812300742").files_with(&S4).await;
    let more = finds(&sho, "Sunita").await;
    assert_eq!((shown(&more, "open").len(), more["more"].as_bool()), (100, Some(true)));
}

#[tokio::test(flavor = "multi_thread")]
async fn both_parts_of_a_name_meet_wherever_their_numbers_stand() {
    let town = Town::new().await;
    let filed = town.citizen("9812300743").files_with(&[S4[0], S4[1], ("name", "सुनीता वर्मा")]).await.number;
    copies(&town, &filed, (2024, 120), "Sunita Devi", |_| {}).await;
    copies(&town, &filed, (2025, 120), "Anita Verma", |_| {}).await;
    let found = finds(&town.officer("T-4").await, "Sunita Verma").await;
    assert_eq!((shown(&found, "open"), found["more"].as_bool()), (vec![filed], Some(false)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_over_many_districts_shows_what_is_most_urgent_in_all_of_them() {
    let town = Town::new().await;
    let filed = town.citizen("9812300744").files_with(&[("service", "S1"), ("category", "S1-1")]).await.number;
    // The first district of the list is full of the name; the last has the one that is late.
    let elsewhere = |code: &str| DistrictCode::parse(code).unwrap();
    copies(&town, &filed, (2026, 110), "Sunita", |it| it.district = elsewhere("AGR")).await;
    let late = copies(&town, &filed, (2026, 1), "Sunita", |it| {
        it.district = elsewhere("VNS");
        for clock in &mut it.clocks {
            clock.due_at -= jiff::SignedDuration::from_hours(24 * 7);
        }
    })
    .await;
    let found = finds(&town.officer("T-5").await, "Sunita").await;
    let open = shown(&found, "open");
    assert_eq!((open.first(), open.len(), found["more"].as_bool()), (late.first(), 100, Some(true)), "{found}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_ends_somewhere_and_says_so_whatever_is_behind_the_wall() {
    let town = Town::new().await;
    let filed = town.citizen("9812300745").files_with(&S4).await.number;
    let sho = town.officer("T-4").await;
    let old = copies(&town, &filed, (2024, 1), "Anita", |_| {}).await;
    // Of another station: they exist, but not for her.
    let elsewhere = |it: &mut Complaint| {
        it.station = None;
        it.path.rungs.iter_mut().for_each(|rung| rung.unit = domain::ids::UnitCode::parse("LKO-HZG").unwrap());
    };
    copies(&town, &filed, (2025, 4_999), "Anita", elsewhere).await;
    let walled = async |many| drop(copies(&town, &filed, (2026, many), "Anita", |it| it.accused.station = StationCode::parse("LKO-ALB")).await);
    walled(30).await;
    let whole = finds(&sho, "Anita").await;
    assert_eq!((shown(&whole, "open"), whole["more"].as_bool(), whole["ended"].as_bool()), (old, Some(false), Some(false)));
    copies(&town, &filed, (2023, 1), "Anita", |_| {}).await;
    let ended = finds(&sho, "Anita").await;
    assert_eq!(
        (shown(&ended, "open"), ended["more"].as_bool(), ended["ended"].as_bool()),
        (shown(&whole, "open"), Some(false), Some(true)),
        "the oldest is left out"
    );
    walled(60).await;
    assert_eq!(finds(&sho, "Anita").await, ended);
    assert!(sho.submits("/desk/search", &fields(&[("q", "Anita")])).await.expect(200).body.contains(words::desk_found_ended(domain::lang::Lang::Hi)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_station_s_complaints_are_found_closed_ones_too_and_by_whom_they_exist_for() {
    let town = Town::new().await;
    let store = town.app().store();
    let people = [officer("T-7", "LKO-HZG", "sho", true), officer("T-9", "LKO", "district", true)];
    store.put_officers(&people.clone().map(|who| (who, None))).await.unwrap();
    store.put_accounts(&people.map(|who| domain::account::Account::of(&who, town.app().now()))).await.unwrap();
    let (sho, other, district) = (town.officer("T-4").await, town.officer("T-7").await, town.officer("T-9").await);
    let open = town.citizen("9812300746").files_with(&S4).await.number;
    let closed = town.citizen("9812300747").files_with(&S4).await.number;
    let accusing = town.citizen("9812300748").files_with(&[S4[0], S4[1], ("accused_station", "LKO-ALB")]).await.number;
    let taken = sho.posts("/desk/new", &confirmed(&written(&[("phone", "98123 00749")]))).await.expect(201).text("number");
    let io = town.officer("T-3").await;
    makes(&sho, &closed, "assign", &[("officer", "T-3")]).await.expect(200);
    town.advance("PT10M").await;
    let spoken = minutes_ago(&town, 2);
    makes(&io, &closed, "contact", &[("result", "reached"), ("when", &spoken), ("words", "x")]).await.expect(200);
    makes(&io, &closed, "file-atr", &[("findings", FINDINGS), ("no_photo_reason", "x")]).await.expect(200);
    makes(&sho, &closed, "approve-atr", &[]).await.expect(200);
    makes(&sho, &closed, "dispose", &[("closing", "done")]).await.expect(200);
    for q in ["LKO-ALB", "lko-alb", "Alambagh", "alambagh", "आलमबाग"] {
        let found = finds(&sho, q).await;
        let mut here = shown(&found, "open");
        here.sort();
        let mut wanted = [open.clone(), taken.clone()];
        wanted.sort();
        assert_eq!((here, shown(&found, "closed")), (wanted.to_vec(), vec![closed.clone()]), "{q}");
    }
    // What others hold exists for whoever sits above them; who is accused sees nothing of it.
    let above = finds(&district, "Alambagh").await;
    for number in [&open, &accusing, &taken] {
        assert!(shown(&above, "open").contains(number), "{number}: {above}");
    }
    assert_eq!(shown(&above, "closed"), [closed.as_str()]);
    assert_eq!(shown(&finds(&other, "Alambagh").await, "open"), Vec::<String>::new());
    assert_eq!(shown(&finds(&other, "Hazratganj").await, "open"), Vec::<String>::new());
    // Forwarded, it is found where it is now, and there alone.
    makes(&sho, &open, "forward", &[("station", "LKO-HZG")]).await;
    assert_eq!(shown(&finds(&other, "Hazratganj").await, "open"), [open.as_str()]);
    assert_eq!(shown(&finds(&district, "हज़रतगंज").await, "open"), [open.as_str()]);
    assert!(!shown(&finds(&district, "Alambagh").await, "open").contains(&open));
    assert!(!shown(&finds(&sho, "Alambagh").await, "open").contains(&open));
}

/// A list of more than one request's worth is read to its end.
#[tokio::test(flavor = "multi_thread")]
async fn the_hundred_and_first_is_read_too() {
    let town = Town::new().await;
    let filed = town.citizen("9812327001").files().await;
    let last = Number::parse(&filed.number).unwrap();
    let district = domain::ids::DistrictCode::parse("LKO").unwrap();
    let nobody = (0..255u8).filter_map(|n| Number::make(&district, 2026, [n % 30, n / 30, 1, 2, 3, 4, 5, 6]));
    let numbers: Vec<Number> = nobody.take(100).chain([last.clone()]).collect();
    assert_eq!(numbers.len(), 101);
    let found = town.app().store().load_all(&numbers).await.unwrap();
    assert_eq!(found.iter().map(|it| &it.number).collect::<Vec<_>>(), [&last]);
}
