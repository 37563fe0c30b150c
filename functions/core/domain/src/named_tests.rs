//! What she says of an officer, in both scripts, by name, by rank and by both.

use super::*;
use crate::ids::{DistrictCode, StationCode};
use crate::policy::{District, Post, Scope, Station};
use crate::sample::{empty_policy, post, rung};

fn both(hi: &str, en: &str) -> Both {
    Both { hi: hi.to_owned(), en: en.to_owned() }
}

fn policy() -> Policy {
    let posts = [
        ("circle", Scope::Circle, both("क्षेत्राधिकारी", "Circle Officer"), both("सहायक पुलिस आयुक्त", "Assistant Commissioner of Police")),
        ("district", Scope::District, both("पुलिस अधीक्षक", "Superintendent of Police"), both("पुलिस उपायुक्त", "Deputy Commissioner of Police")),
        ("range", Scope::Range, both("पुलिस उप महानिरीक्षक", "Deputy Inspector General of Police"), both("पुलिस आयुक्त", "Commissioner of Police")),
    ];
    let state = Post {
        id: post("state"),
        scope: Scope::State,
        name: both("पुलिस महानिदेशक", "Director General of Police"),
        commissionerate: None,
        works: false,
        calls_back: true,
    };
    let posts = posts.map(|(id, scope, name, other)| Post { id: post(id), scope, name, commissionerate: Some(other), works: false, calls_back: false });
    let lko = DistrictCode::parse("LKO").unwrap();
    let place = both("लखनऊ", "Lucknow");
    Policy {
        posts: posts.into_iter().chain([state]).map(|post| (post.id.clone(), post)).collect(),
        districts: vec![District { code: lko.clone(), state: "UP".to_owned(), name: place.clone(), aliases: Vec::new(), range: place, commissionerate: true }],
        stations: vec![Station {
            code: StationCode::parse("LKO-ALB").unwrap(),
            district: lko,
            circle: both("कैंट", "Cantt"),
            name: both("आलमबाग", "Alambagh"),
            demo: true,
        }],
        ..empty_policy()
    }
}

/// What follows from a text where Ramesh Yadav heads the circle, Kiran Rao the district and Anil Bose the range.
fn meant(said: &str) -> Option<String> {
    let rungs = [rung("circle", "LKO/Cantt", None), rung("district", "LKO", None), rung("range", "R.Lucknow", None), rung("state", "UP", None)];
    let names = [both("रमेश यादव", "Ramesh Yadav"), both("किरण राव", "Kiran Rao"), both("अनिल बोस", "Anil Bose"), both("विजय नाथ", "Vijay Nath")];
    unit_above(&policy(), &rungs, &names.map(|name| vec![name]), said).map(|unit| unit.to_string())
}

#[test]
fn an_officer_is_known_by_the_name_or_a_part_of_it() {
    for said in
        ["CO Cantt Ramesh Yadav", "इंस्पेक्टर रमेश यादव, आलमबाग", "yadav ramesh", "CO Yadav", "यादव जी", "inspector yadav, Cantt", "Ramesh sir CO", "सीओ रमेश"]
    {
        assert_eq!(meant(said).as_deref(), Some("LKO/Cantt"), "{said}");
    }
    for said in ["Ramesh Verma", "the inspector", "", "SHO Alambagh", "Rameshwar Verma", "police", "company", "Lucknow"] {
        assert_eq!(meant(said), None, "{said}");
    }
    assert_eq!(meant("किरण राव").as_deref(), Some("LKO"));
    assert_eq!(meant("Vijay Nath"), None, "above the top there is nobody");
}

#[test]
fn an_officer_is_known_by_the_title() {
    for (said, unit) in [
        ("CO Alambagh", "LKO/Cantt"),
        ("सीओ आलमबाग", "LKO/Cantt"),
        ("the circle officer", "LKO/Cantt"),
        ("क्षेत्राधिकारी आलमबाग", "LKO/Cantt"),
        ("ACP", "LKO/Cantt"),
        ("एसीपी साहब", "LKO/Cantt"),
        ("SP Lucknow", "LKO"),
        ("SSP", "LKO"),
        ("एसएसपी लखनऊ", "LKO"),
        ("DIG", "R.Lucknow"),
        ("डीआईजी साहब", "R.Lucknow"),
        ("Police Commissioner Lucknow", "R.Lucknow"),
    ] {
        assert_eq!(meant(said).as_deref(), Some(unit), "{said}");
    }
}

#[test]
fn of_two_titles_in_one_the_longer_is_meant() {
    for (said, unit) in [
        ("DCP Lucknow", "LKO"),
        ("डीसीपी", "LKO"),
        ("Deputy Commissioner of Police", "LKO"),
        ("CP Lucknow", "R.Lucknow"),
        ("सीपी", "R.Lucknow"),
        ("Commissioner of Police", "R.Lucknow"),
        ("सहायक पुलिस आयुक्त", "LKO/Cantt"),
    ] {
        assert_eq!(meant(said).as_deref(), Some(unit), "{said}");
    }
    // Both were there.
    for said in ["DCP and CP", "the DCP and the Commissioner of Police", "CO Yadav and Anil Bose"] {
        assert_eq!(meant(said).as_deref(), Some("R.Lucknow"), "{said}");
    }
}
