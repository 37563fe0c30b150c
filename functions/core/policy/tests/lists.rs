//! The lists beside the policy: officers, empty posts and rosters, each taken in whole or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use domain::complaint::Officer;
use domain::ids::UnitCode;
use domain::policy::{Policy, Scope};
use policy::{Files, Mistakes};

fn text(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../infra/policy").join(name)).expect(name)
}

fn in_force() -> Policy {
    let texts: BTreeMap<&str, String> = policy::NAMES.into_iter().chain(policy::SERVICES).map(|name| (name, text(name))).collect();
    policy::read(&Files::new(texts.iter().map(|(name, text)| (*name, text.as_str())))).expect("a policy without a mistake").policy
}

/// Exactly these mistakes: line, and what the reason holds.
fn told(mistakes: &Mistakes, file: &str, wanted: &[(usize, &str)]) {
    assert_eq!(mistakes.0.len(), wanted.len(), "{mistakes}");
    for (mistake, (line, reason)) in mistakes.0.iter().zip(wanted) {
        assert!(mistake.file == file && mistake.line == *line && mistake.reason.contains(reason), "{mistake:?} is not {line}: {reason}");
    }
}

const ROSTER: &str = "unit,post,date,from,to,officers\n";

fn crew() -> Vec<Officer> {
    let officers = "code,unit,post,rank_hi,rank_en,name_hi,name_en,sex,phone,demo\n\
        O-1,LKO-HZG,desk,आरक्षी,Constable,सीमा राय,Seema Rai,f,,yes\n\
        O-2,LKO-HZG,desk,आरक्षी,Constable,रीना पाल,Reena Pal,f,,yes\n\
        O-3,LKO-HZG,desk,आरक्षी,Constable,अनिल राय,Anil Rai,m,,yes\n\
        O-4,LKO,hearing,अपर पुलिस उपायुक्त,Additional DCP,गीता पाल,Geeta Pal,f,+919800000004,yes\n\
        O-5,LKO,hearing,अपर पुलिस उपायुक्त,Additional DCP,अजय पाल,Ajay Pal,m,,yes\n\
        O-6,LKO-HZG,io,उपनिरीक्षक,Sub-Inspector,निशा राय,Nisha Rai,f,,yes\n";
    policy::officers(officers, &in_force()).expect("officers").into_iter().map(|(officer, _)| officer).collect()
}

#[test]
fn a_roster_is_read_in_indian_time() {
    let rows = "LKO-HZG,desk,2026-11-02,10:00,18:00,O-1 O-2\nLKO-HZG,desk,2026-11-02,18:00,06:00+1,O-1 O-2 O-3\nLKO,hearing,2026-11-02,12:00,14:00,O-5 O-4\n";
    let shifts = policy::roster(&format!("{ROSTER}{rows}"), &in_force(), &crew(), &[]).unwrap();
    let hours: Vec<String> = shifts.iter().map(|s| format!("{} {} {} {} {}", s.unit, s.post, s.from, s.to, s.officers.len())).collect();
    assert_eq!(
        hours,
        [
            "LKO-HZG desk 2026-11-02T04:30:00Z 2026-11-02T12:30:00Z 2",
            "LKO-HZG desk 2026-11-02T12:30:00Z 2026-11-03T00:30:00Z 3",
            "LKO hearing 2026-11-02T06:30:00Z 2026-11-02T08:30:00Z 2",
        ]
    );
    assert_eq!(policy::roster(ROSTER, &in_force(), &crew(), &[]).unwrap(), []);
}

#[test]
fn each_fault_of_a_roster_is_told_with_its_line() {
    let policy = in_force();
    let refused = |rows: &str, wanted: &[(usize, &str)]| {
        told(&policy::roster(&format!("{ROSTER}{rows}"), &policy, &crew(), &[]).expect_err(rows), "roster.csv", wanted);
    };
    let good = "LKO-HZG,desk,2026-11-02,10:00,14:00,O-1 O-2\n";
    refused(&format!("{good}LKO-HZG,desk,2026-11-02,14:00,18:00,O-1\n"), &[(3, "needs 2 on duty, and 1 are"), (3, "needs 2 women on duty, and 1 are")]);
    refused(&format!("{good}LKO-HZG,desk,2026-11-02,14:00,18:00,O-1 O-3\n"), &[(3, "needs 2 women on duty, and 1 are named")]);
    refused("LKO,hearing,2026-11-02,12:00,14:00,O-5\n", &[(2, "needs 1 women on duty, and 0 are named")]);
    refused("LKO,hearing,2026-11-02,12:00,14:00,\n", &[(2, "needs 1 on duty, and 0 are named"), (2, "women")]);
    // An overlap is the fault of both, and each names the other.
    let twice = "LKO-HZG,desk,2026-11-02,13:59,18:00,O-2 O-1\n";
    let overlaps = [
        (2, "O-1 has another shift in the same hours, on line 3"),
        (2, "O-2 has another shift in the same hours, on line 3"),
        (3, "O-2 has another shift in the same hours, on line 2"),
        (3, "O-1 has another shift in the same hours, on line 2"),
    ];
    refused(&format!("{good}{twice}"), &overlaps);
    let night = "LKO-HZG,desk,2026-11-01,20:00,10:01+1,O-1 O-2\n";
    refused(&format!("{night}{good}"), &overlaps.map(|(line, reason)| (line, &reason[3..30])));
    refused("LKO-HZG,desk,2026-11-02,10:00,18:00,O-1 O-2 O-2\n", &[(2, "O-2 is named twice")]);
    refused("LKO-HZG,desk,2026-11-02,10:00,18:00,O-1 O-2 O-6\n", &[(2, "no O-6 is posted as `desk` in LKO-HZG")]);
    refused("LKO-HZG,desk,2026-11-02,10:00,18:00,O-1 O-2 O?7\n", &[(2, "`O?7` is no officer's number")]);
    refused("LKO-HZG,io,2026-11-02,10:00,18:00,O-6\n", &[(2, "keeps no duty for `io`")]);
    refused("LKO-HZG,desk,2026-11-02,18:00,06:00,O-1 O-2\n", &[(2, "on the next day, write 06:00+1")]);
    refused("LKO-HZG,desk,2026-11-02,10:00,10:00,O-1 O-2\n", &[(2, "ends before it begins")]);
    refused("LKO-HZG,desk,2026-11-02,10:00,10:01+1,O-1 O-2\n", &[(2, "more than a day")]);
    refused("LKO-HZG,desk,2026-02-30,10:00,18:00,O-1 O-2\n", &[(2, "`2026-02-30` is no day of any year")]);
    refused("LKO-HZG,desk,2026-11-02,10,24:30,O-1 O-2\n", &[(2, "`10` is no time"), (2, "`24:30` is no time")]);
    refused("LKO-XXX,desk,2026-11-02,10:00,18:00,O-1 O-2\n", &[(2, "has the code `LKO-XXX`")]);
    refused("LKO,desk,2026-11-02,10:00,18:00,O-1 O-2\n", &[(2, "`desk` sits in a station, and LKO is a district")]);
    refused(&format!("LKO-HZG,king,2026-11-02,10:00,18:00,O-1 O-2\n{good}LKO-HZG,desk\n"), &[(2, "no post is called `king`"), (4, "2 columns, not 6")]);
    told(&policy::roster("unit,post\n", &policy, &crew(), &[]).unwrap_err(), "roster.csv", &[(1, "the first line must be")]);
}

#[test]
fn a_roster_fits_beside_the_days_that_it_does_not_replace() {
    let policy = in_force();
    let read = |rows: &str, standing: &[domain::duty::Shift]| policy::roster(&format!("{ROSTER}{rows}"), &policy, &crew(), standing);
    let night = read("LKO-HZG,desk,2026-11-01,20:00,06:00+1,O-1 O-2\n", &[]).unwrap();
    let early = "LKO-HZG,desk,2026-11-02,05:00,14:00,O-1 O-2\n";
    let overlaps = (2, "O-1 has another shift in the same hours, on a day of the roster in force");
    told(&read(early, &night).unwrap_err(), "roster.csv", &[overlaps, (2, "O-2 has another shift")]);
    assert_eq!(read("LKO-HZG,desk,2026-11-02,06:00,14:00,O-1 O-2\n", &night).unwrap().len(), 1, "one shift ends where the other begins");
    assert_eq!(read(&format!("LKO-HZG,desk,2026-11-01,20:00,05:00+1,O-1 O-2\n{early}"), &night).unwrap().len(), 2, "a day that is written anew stands no more");
}

#[test]
fn an_empty_post_is_stood_in_for_by_one_that_is_not_empty() {
    let policy = in_force();
    let head = "unit,post,stand_in_unit,stand_in_post\n";
    let it = policy::vacancies(&format!("{head}LKO/Cantt,circle,LKO/Chowk,circle\nLKO,adm,,\n"), &policy).unwrap();
    assert_eq!(it[0].stand_in.as_ref().map(|(unit, post)| format!("{post}@{unit}")).as_deref(), Some("circle@LKO/Chowk"));
    assert_eq!((it[1].post.as_str(), &it[1].stand_in), ("adm", &None));
    let refused = |rows: &str, wanted: &[(usize, &str)]| {
        told(&policy::vacancies(&format!("{head}{rows}"), &policy).expect_err(rows), "vacancies.csv", wanted);
    };
    refused("LKO,adm,,\nLKO,adm,LKO,dm\n", &[(3, "`adm` in LKO is there twice, first on line 2")]);
    refused("LKO,adm,LKO,dm\nLKO,dm,,\n", &[(2, "`dm` in LKO cannot stand in: it is empty itself, on line 3")]);
    refused("LKO,adm,LKO,adm\n", &[(2, "cannot stand in")]);
    refused("LKO,adm,LKO,\nLKO,nodal,,dm\n", &[(2, "or neither"), (3, "or neither")]);
    refused("LKO,king,LKO,queen\nLKOO,adm,,\n", &[(2, "no post is called `king`"), (2, "no post is called `queen`"), (3, "has the code `LKOO`")]);
    refused(
        "LKO,circle,R.Lucknow,adm\n",
        &[(2, "`circle` sits in a circle, and LKO is a district"), (2, "`adm` sits in a district, and R.Lucknow is a range")],
    );
}

#[test]
fn an_officer_sits_where_the_post_does_and_has_a_phone_or_none() {
    let policy = in_force();
    let head = "code,unit,post,rank_hi,rank_en,name_hi,name_en,sex,phone,demo\n";
    let row = |unit: &str, post: &str, phone: &str| format!("{head}O-1,{unit},{post},अधिकारी,Officer,नीलम राय,Neelam Rai,f,{phone},yes\n");
    for (unit, post) in [("LKO-HZG", "sho"), ("LKO/Cantt", "circle"), ("LKO", "dm"), ("R.Lucknow", "range"), ("UP", "state"), ("DL", "delhi_cp")] {
        let it = policy::officers(&row(unit, post, "+919800000001"), &policy).unwrap();
        assert_eq!((it[0].0.unit.as_str(), it[0].1.as_deref()), (unit, Some("+919800000001")));
    }
    assert_eq!(policy::officers(&row("LKO", "dm", ""), &policy).unwrap()[0].1, None);
    for (unit, post, phone, reason) in [
        ("LKO", "sho", "", "`sho` sits in a station, and LKO is a district"),
        ("LKO/Nowhere", "circle", "", "has the code `LKO/Nowhere`"),
        ("R.Nowhere", "range", "", "has the code `R.Nowhere`"),
        ("LKO", "dm", "9800000001", "no Indian mobile"),
        ("LKO", "dm", "+44 20 7946 0000", "no Indian mobile"),
        ("LKO", "dm", "+910000000001", "no Indian mobile"),
    ] {
        told(&policy::officers(&row(unit, post, phone), &policy).unwrap_err(), "officers.csv", &[(2, reason)]);
    }
}

#[test]
fn every_rung_above_a_station_has_somebody_with_a_phone() {
    let policy = in_force();
    let officers = policy::officers(&text("officers.csv"), &policy).unwrap();
    let vacant = policy::vacancies(&text("vacancies.csv"), &policy).unwrap();
    let seats: BTreeSet<(&str, &str)> =
        officers.iter().filter(|(_, phone)| phone.is_some()).map(|(officer, _)| (officer.unit.as_str(), officer.post.as_str())).collect();
    for it in &vacant {
        assert!(officers.iter().all(|(o, _)| o.unit != it.unit || o.post != it.post), "{} in {} is not empty", it.post, it.unit);
        assert!(it.stand_in.as_ref().is_none_or(|(unit, post)| seats.contains(&(unit.as_str(), post.as_str()))), "{} has no stand-in", it.unit);
    }
    let phones: BTreeSet<&String> = officers.iter().filter_map(|(_, phone)| phone.as_ref()).collect();
    assert_eq!(phones.len(), seats.len(), "one phone a post, one post a phone");
    for station in &policy.stations {
        let district = policy.district(station.district.as_str()).unwrap();
        let delhi = district.state == "DL";
        for ladder in policy.ladders.values().filter(|ladder| delhi || !ladder.id.as_str().starts_with("delhi")) {
            for step in &ladder.steps {
                let scope = policy.posts[&step.post].scope;
                let unit: UnitCode = policy.unit_for(scope, district, Some(station)).unwrap();
                let empty = vacant.iter().any(|it| it.unit == unit && it.post == step.post);
                let nobody = officers.iter().all(|(officer, _)| officer.unit != unit);
                // About one station in eight has no officers at all, on purpose.
                let on_purpose = scope == Scope::Station && nobody;
                assert!(seats.contains(&(unit.as_str(), step.post.as_str())) || empty || on_purpose, "{} in {unit}", step.post);
            }
        }
    }
}
