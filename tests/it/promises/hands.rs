//! Whose case it is follows from the post held now, and what two cases have in common from what is stored, not from what is said.

use domain::number::Number;

use crate::journeys::console::makes;
use crate::town::{Town, fields, officer};

const S0: [(&str, &str); 2] = [("service", "S0"), ("category", "S0-1")];

#[tokio::test(flavor = "multi_thread")]
async fn whoever_moves_to_another_post_leaves_the_cases_behind() {
    let town = Town::new().await;
    let store = town.app().store();
    let filed = town.citizen("9812300431").files_with(&S0).await;
    let page = format!("/desk/complaints/{}", filed.number);
    let sho = town.officer("T-4").await;
    let io = town.officer("T-1").await;
    // It went to somebody at once; where that is she already, it is not given twice.
    if !io.reads("/desk/?view=mine").await.expect(200).body.contains(&filed.number) {
        makes(&sho, &filed.number, "assign", &[("officer", "T-1")]).await.expect(200);
    }
    io.opens(&page).await.expect(200);
    let moved = officer("T-1", "LKO-HZG", "io", true);
    store.put_accounts(&[domain::account::Account::of(&moved, town.app().now())]).await.unwrap();
    io.opens(&page).await.expect(404);
    assert_eq!(io.submits(&format!("{page}/look"), &fields(&[("reason", "contact")])).await.status, 404, "nor is she opened");
    assert!(!io.reads("/desk/?view=mine").await.expect(200).body.contains(&filed.number));
    // The list that said so gives what was left behind back to the station, and touches nobody else's.
    let others = town.citizen("9812300433").files_with(&S0).await;
    if !town.officer("T-2").await.reads("/desk/?view=mine").await.expect(200).body.contains(&others.number) {
        makes(&sho, &others.number, "assign", &[("officer", "T-2")]).await.expect(200);
    }
    let before = [officer("T-1", "LKO-ALB", "io", true)];
    let stay = ["T-2", "T-3"].map(|id| officer(id, "LKO-ALB", "io", id == "T-2"));
    let list = [&moved, &stay[0], &stay[1], &officer("T-4", "LKO-ALB", "sho", true), &officer("T-5", "UP", "state", false)];
    assert_eq!(local::import::let_go(town.app(), &before, &list).await.unwrap(), 1);
    let waiting = sho.reads("/desk/?view=unassigned").await.expect(200).body;
    assert!(waiting.contains(&filed.number) && !waiting.contains(&others.number));
    assert_eq!(local::import::let_go(town.app(), &before, &list).await.unwrap(), 0, "once");
    // Another post in the same station, written by an import that was cut off behind it: the same import finishes it.
    let risen = officer("T-2", "LKO-ALB", "sho", true);
    store.put_officers(&[(risen.clone(), None)]).await.unwrap();
    let list = [&moved, &risen, &stay[1], list[3], list[4]];
    assert_eq!(local::import::let_go(town.app(), &before, &list).await.unwrap(), 1);
    assert!(sho.reads("/desk/?view=unassigned").await.expect(200).body.contains(&others.number));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_above_the_stations_holds_what_is_of_the_own_hierarchy() {
    let town = Town::new().await;
    let store = town.app().store();
    let (police, women) = (officer("T-8", "LKO", "district", true), officer("T-9", "LKO", "dm", true));
    store.put_officers(&[(police.clone(), None), (women.clone(), None)]).await.unwrap();
    store.put_accounts(&[police, women].map(|who| domain::account::Account::of(&who, town.app().now()))).await.unwrap();
    // Names a station: it begins above it, and climbs to the district.
    let filed = town.citizen("9812300432").files_with(&[S0[0], ("category", "S0-4"), ("accused_station", "LKO-HZG")]).await;
    let number = Number::parse(&filed.number).unwrap();
    loop {
        let it = store.load(&number).await.unwrap().unwrap();
        if it.holder().unit.as_str() == "LKO" {
            break;
        }
        assert!(it.next().is_some(), "it goes past the district: {:?}", it.path.rungs);
        town.advance(&format!("PT{}S", it.path.next_at.duration_since(town.app().now()).as_secs() + 1)).await;
    }
    let listed = async |id: &str| town.officer(id).await.reads("/desk/?view=unit").await.expect(200).body.contains(&filed.number);
    assert!(listed("T-8").await, "whoever holds it has it in the list");
    assert!(!listed("T-9").await, "another hierarchy of the same district does not");
    let export = town.officer("T-9").await.reads("/desk/export.csv?view=unit").await.expect(200).body;
    assert!(!export.contains(&filed.number));
    town.officer("T-9").await.opens(&format!("/desk/complaints/{}", filed.number)).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeat_ends_only_in_an_open_case_of_the_same_phone() {
    let town = Town::new().await;
    let (meena, asha) = (town.citizen("9812300433"), town.citizen("9812300434"));
    let (first, second) = (meena.files_with(&S0).await.number, meena.files_with(&S0).await.number);
    let hers = asha.files_with(&S0).await.number;
    let walled = meena.files_with(&[S0[0], S0[1], ("accused_station", "LKO-HZG")]).await.number;
    let sho = town.officer("T-4").await;
    let refused = async |from: &str, into: &str, code: &str| {
        let answer = makes(&sho, from, "merge", &[("into", into)]).await;
        assert_eq!(answer.status, 422, "{}", answer.body);
        assert!(answer.body.contains(code), "{}", answer.body);
    };
    refused(&hers, &first, "other-phone").await;
    refused(&second, &hers, "other-phone").await;
    refused(&second, &walled, "no-such-case").await;
    makes(&sho, &second, "merge", &[("into", &first)]).await.expect(200);
    refused(&first, &second, "no-such-case").await;
    // Two that are merged into each other at once: one goes on.
    town.advance("PT20M").await;
    let sho = town.officer("T-4").await;
    let third = meena.files_with(&S0).await.number;
    let ends_in = [[("into", third.as_str())], [("into", first.as_str())]];
    let (one, other) = tokio::join!(makes(&sho, &first, "merge", &ends_in[0]), makes(&sho, &third, "merge", &ends_in[1]));
    assert!([one.status, other.status].contains(&200), "{} {}", one.body, other.body);
    let mut open = 0;
    for number in [&first, &third] {
        open += usize::from(town.app().store().load(&Number::parse(number).unwrap()).await.unwrap().unwrap().is_open());
    }
    assert_eq!(open, 1);
}
