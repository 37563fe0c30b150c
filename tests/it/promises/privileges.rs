//! Who may write what of a month's draw and of what is found by a station, as the template says it: what leads a review or a search
//! astray is written by nobody who has no need to.

use std::collections::{BTreeMap, BTreeSet};

const TEMPLATE: &str = include_str!("../../../infra/template.yaml");

/// Function, action and the head of a key: everything that the template allows on rows.
fn allowed() -> BTreeSet<(String, String, String)> {
    let list =
        |line: &str| line.split_once('[').unwrap().1.split(']').next().unwrap().split(',').map(|it| it.trim().trim_matches('"').to_owned()).collect::<Vec<_>>();
    let (mut function, mut actions) = (String::new(), Vec::new());
    let mut found = BTreeSet::new();
    for line in TEMPLATE.lines() {
        if let Some(name) = line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')).and_then(|rest| rest.strip_suffix(':')) {
            function = name.to_owned();
        } else if line.trim().starts_with("Action: [") {
            actions = list(line);
        } else if let Some((_, keys)) = line.split_once("\"dynamodb:LeadingKeys\": ") {
            for (action, key) in actions.iter().flat_map(|action| list(keys).into_iter().map(move |key| (action, key))) {
                found.insert((function.clone(), action.trim_start_matches("dynamodb:").to_owned(), key));
            }
        }
    }
    found
}

/// What each may do to keys that begin so, or to all of which these are some.
fn of(function: &str, heads: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, action, key) in allowed().into_iter().filter(|(name, _, key)| name == function && heads.iter().any(|head| key.starts_with(head))) {
        said.entry(action).or_default().insert(key);
    }
    said
}

fn table(rows: &[(&str, &[&str])]) -> BTreeMap<String, BTreeSet<String>> {
    rows.iter().map(|(action, keys)| ((*action).to_owned(), keys.iter().map(|key| (*key).to_owned()).collect())).collect()
}

#[test]
fn reviews_are_written_by_who_makes_them_and_draws_by_who_draws() {
    let heads = ["V", "WARM"];
    let reviewer =
        [("GetItem", &["V#M#*", "V#N#*", "WARM"] as &[_]), ("Query", &["V#A#*", "V#DRAW", "V#M#*"]), ("PutItem", &["V#M#*"]), ("UpdateItem", &["V#N#*"])];
    assert_eq!(of("ReviewCases", &heads), table(&reviewer));
    assert_eq!(of("ActOnCase", &heads), table(&[("GetItem", &["WARM"]), ("PutItem", &["V#U#*"])]));
    let draw = [
        ("GetItem", &["V#M#*", "WARM"] as &[_]),
        ("Query", &["V#DRAW", "V#U#*"]),
        ("PutItem", &["V#DRAW", "V#M#*"]),
        ("UpdateItem", &["V#DRAW"]),
        ("BatchWriteItem", &["V#N#*"]),
    ];
    assert_eq!(of("DrawReviews", &heads), table(&draw));
    // Her word counts for whoever closed it; a withdrawal ends in its unit's list of the month.
    assert_eq!(of("AnswerComplaint", &["V"]), table(&[("UpdateItem", &["V#A#*"])]));
    assert_eq!(of("EscalateOverdue", &["V"]), table(&[("GetItem", &["V#U#*"]), ("PutItem", &["V#U#*"])]));
    let others: BTreeSet<String> = allowed().into_iter().filter(|(_, _, key)| key.starts_with("V#")).map(|(name, _, _)| name).collect();
    assert_eq!(others, ["ActOnCase", "AnswerComplaint", "DrawReviews", "EscalateOverdue", "ReviewCases"].map(str::to_owned).into());
}

#[test]
fn what_a_name_is_found_by_is_moved_by_who_forwards_and_by_nobody_else() {
    // To another district a complaint takes the keys of its name along: those here go, and it is kept beside her words which are there.
    assert_eq!(of("ActOnCase", &["K"]), table(&[("PutItem", &["K#*"]), ("DeleteItem", &["K#*"])]));
    let updates: BTreeSet<String> = of("ActOnCase", &["C#"]).remove("UpdateItem").unwrap();
    assert_eq!(updates, ["C#*".to_owned()].into());
    let deletes: BTreeSet<String> =
        allowed().into_iter().filter(|(_, action, key)| action == "DeleteItem" && key.starts_with('K')).map(|(name, ..)| name).collect();
    assert_eq!(deletes, ["ActOnCase".to_owned()].into());
}

/// Whom the template puts into a network, Lambda lets make more of it with the same role.
#[test]
fn who_is_in_a_network_makes_none() {
    let (mut function, mut inside, mut held) = ("", BTreeSet::new(), BTreeSet::new());
    let mut denied = false;
    for line in TEMPLATE.lines() {
        if let Some(name) = line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')).and_then(|rest| rest.strip_suffix(':')) {
            function = name;
        }
        match line.trim() {
            rest if rest.starts_with("VpcConfig: ") => drop(inside.insert(function)),
            rest if rest.starts_with("Effect: ") => denied = rest == "Effect: Deny",
            rest if denied && rest.starts_with("Action: [ec2:") && rest.contains("ec2:CreateNetworkInterface") => drop(held.insert(function)),
            _ => {}
        }
    }
    assert_eq!(inside, BTreeSet::from(["CheckEvidence"]), "only what looks for harm needs to reach anybody but AWS");
    assert_eq!(held, inside);
}

#[test]
fn a_queue_is_written_by_her_and_by_whoever_hears() {
    let hers = [("Query", &["H#*"] as &[_]), ("PutItem", &["H#*"]), ("DeleteItem", &["H#*"])];
    assert_eq!(of("AttendHearing", &["H"]), table(&hers));
    assert_eq!(of("HearComplaint", &["H"]), table(&hers[..2]));
    assert_eq!(of("HearComplaint", &["K"]), table(&[("PutItem", &["K#station#*"])]));
    let all: BTreeSet<String> = allowed().into_iter().filter(|(_, _, key)| key.starts_with("H#")).map(|(name, _, _)| name).collect();
    assert_eq!(all, ["AttendHearing", "HearComplaint"].map(str::to_owned).into());
}
