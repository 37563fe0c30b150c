//! Who is above, who is beside, and who is neither, in two districts of one range and one of another.

use jiff::SignedDuration;

use super::*;
use crate::ids::{DistrictCode, LadderId, OfficerId, StationCode};
use crate::lang::Both;
use crate::policy::{LadderStep, Post};
use crate::sample::{empty_policy, start};

fn both(text: &str) -> Both {
    Both { hi: text.to_owned(), en: text.to_owned() }
}

fn post(id: &str) -> PostId {
    PostId::parse(id).unwrap()
}

fn unit(code: &str) -> UnitCode {
    UnitCode::parse(code).unwrap()
}

fn policy() -> Policy {
    let posts = [
        ("io", Scope::Station, true),
        ("sho", Scope::Station, false),
        ("desk", Scope::Station, true),
        ("circle", Scope::Circle, false),
        ("district", Scope::District, false),
        ("women_desk", Scope::District, true),
        ("nodal", Scope::District, false),
        ("dm", Scope::District, false),
        ("range", Scope::Range, false),
        ("state", Scope::State, false),
    ];
    let posts = posts.map(|(id, scope, works)| (post(id), Post { id: post(id), scope, name: both(id), commissionerate: None, works, calls_back: false }));
    let ladder = |id: &str, steps: &[&str]| {
        let steps = steps.iter().map(|step| LadderStep { post: post(step), holds: None }).collect();
        let id = LadderId::parse(id).unwrap();
        (id.clone(), Ladder { id, steps, repeats: SignedDuration::ZERO })
    };
    let district = |code: &str, range: &str| District {
        code: DistrictCode::parse(code).unwrap(),
        state: "UP".to_owned(),
        name: both(code),
        aliases: Vec::new(),
        range: both(range),
        commissionerate: false,
    };
    let station = |code: &str, circle: &str| Station {
        code: StationCode::parse(code).unwrap(),
        district: DistrictCode::parse(&code[..3]).unwrap(),
        circle: both(circle),
        name: both(code),
        demo: true,
    };
    Policy {
        ladders: [ladder("police", &["io", "sho", "circle", "district", "range", "state"]), ladder("cell", &["nodal", "dm"])].into(),
        posts: posts.into(),
        districts: vec![district("LKO", "Lucknow"), district("HDI", "Lucknow"), district("AGR", "Agra")],
        stations: vec![station("LKO-ALB", "Cantt"), station("LKO-BKT", "Cantt"), station("LKO-HZG", "Chowk"), station("HDI-KTW", "City")],
        ..empty_policy()
    }
}

fn who(at: &str, code: &str) -> Officer {
    Officer { id: OfficerId::parse("O-1").unwrap(), unit: unit(code), post: post(at), rank: both("r"), name: both("n"), woman: true }
}

#[test]
fn both_axes_say_who_is_above() {
    use Standing::{Above, Beside, Neither};
    for (first, of, expected) in [
        (("sho", "LKO-ALB"), ("io", "LKO-ALB"), Above),
        (("sho", "LKO-ALB"), ("desk", "LKO-ALB"), Above),
        (("circle", "LKO/Cantt"), ("io", "LKO-BKT"), Above),
        (("district", "LKO"), ("women_desk", "LKO"), Above),
        (("range", "R.Lucknow"), ("sho", "HDI-KTW"), Above),
        (("state", "UP"), ("range", "R.Agra"), Above),
        (("dm", "LKO"), ("nodal", "LKO"), Above),
        // Another area, another hierarchy, the same height, or lower.
        (("circle", "LKO/Chowk"), ("io", "LKO-BKT"), Beside),
        (("sho", "LKO-HZG"), ("sho", "LKO-ALB"), Beside),
        (("io", "LKO-HZG"), ("desk", "LKO-ALB"), Beside),
        (("district", "HDI"), ("district", "LKO"), Beside),
        (("range", "R.Agra"), ("range", "R.Lucknow"), Beside),
        (("sho", "HDI-KTW"), ("sho", "LKO-ALB"), Neither),
        (("district", "AGR"), ("district", "LKO"), Neither),
        (("district", "AGR"), ("io", "LKO-ALB"), Neither),
        (("dm", "LKO"), ("sho", "LKO-ALB"), Neither),
        (("nodal", "LKO"), ("dm", "LKO"), Neither),
        (("io", "LKO-ALB"), ("sho", "LKO-ALB"), Neither),
        (("io", "LKO-ALB"), ("desk", "LKO-ALB"), Neither),
        (("io", "LKO-HZG"), ("sho", "LKO-ALB"), Neither),
        (("sho", "LKO-ALB"), ("sho", "LKO-ALB"), Neither),
        (("sho", "LKO-ALB"), ("women_desk", "LKO"), Neither),
        (("state", "UP"), ("state", "UP"), Neither),
        (("nobody", "LKO"), ("io", "LKO-ALB"), Neither),
        (("state", "UP"), ("io", "XXX-ALB"), Neither),
    ] {
        let other = Account::of(&Officer { id: OfficerId::parse("O-2").unwrap(), ..who(of.0, of.1) }, start());
        assert_eq!(standing(&policy(), &who(first.0, first.1), &other), expected, "{first:?} and {of:?}");
        let herself = Account { id: who(first.0, first.1).id, ..other };
        assert_eq!(standing(&policy(), &who(first.0, first.1), &herself), Neither, "{first:?} to herself");
    }
}

#[test]
fn a_unit_knows_those_right_below_it() {
    let below = |code| units_right_below(&policy(), &unit(code)).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(below("UP"), ["R.Lucknow", "R.Agra"]);
    assert_eq!(below("R.Lucknow"), ["LKO", "HDI"]);
    assert_eq!(below("LKO"), ["LKO/Cantt", "LKO/Chowk"]);
    assert_eq!(below("LKO/Cantt"), ["LKO-ALB", "LKO-BKT"]);
    assert!(below("LKO-ALB").is_empty() && below("nowhere").is_empty());
    assert_eq!(units_from(&policy(), &unit("LKO-HZG")).len(), 5);
}
