//! Who is what to a complaint, the wall, and the table of moves.

use std::collections::BTreeMap;

use super::*;
use crate::complaint::Accused;
use crate::ids::PolicyVersion;
use crate::lang::Both;
use crate::policy::Post;
use crate::sample::*;

fn policy() -> Policy {
    let posts = [
        ("io", Scope::Station, true),
        ("sho", Scope::Station, false),
        ("desk", Scope::Station, true),
        ("circle", Scope::Circle, false),
        ("cell_desk", Scope::District, true),
        ("district", Scope::District, false),
        ("state", Scope::State, false),
    ];
    let name = Both { hi: String::new(), en: String::new() };
    let posts = posts.map(|(id, scope, works)| (post(id), Post { id: post(id), scope, name: name.clone(), commissionerate: None, works }));
    Policy {
        version: PolicyVersion::parse("v").unwrap(),
        services: Vec::new(),
        ladders: BTreeMap::new(),
        posts: posts.into(),
        districts: Vec::new(),
        stations: Vec::new(),
        calendar: crate::calendar::Calendar { weekend: Vec::new(), holidays: BTreeMap::new() },
        clocks: BTreeMap::new(),
        duty: Vec::new(),
        replies: Vec::new(),
    }
}

fn at_post(id: &str, unit: &str, at: &str) -> Officer {
    Officer { post: post(at), ..officer(id, unit, true) }
}

fn assigned(id: &str) -> Complaint {
    Complaint { stage: Stage::Assigned { officer: at_post(id, "LKO-ALB", "io"), since: start() }, ..complaint() }
}

#[test]
fn each_post_has_its_role_and_everybody_else_none() {
    let it = assigned("O-1");
    for (who, expected) in [
        (at_post("O-1", "LKO-ALB", "io"), Some(Role::Worker)),
        (at_post("O-2", "LKO-ALB", "io"), Some(Role::Colleague)),
        (at_post("O-2", "LKO-ALB", "desk"), Some(Role::Colleague)),
        (at_post("O-2", "LKO-ALB", "sho"), Some(Role::Head)),
        (at_post("O-2", "LKO/Cantt", "circle"), Some(Role::Above)),
        (at_post("O-2", "UP", "state"), Some(Role::Above)),
        (at_post("O-2", "LKO-BKT", "sho"), None),
        (at_post("O-2", "LKO-BKT", "io"), None),
        (at_post("O-2", "LKO/Chowk", "circle"), None),
        // The area alone is not enough, and neither is the hierarchy.
        (at_post("O-2", "UP", "cell_desk"), None),
        (at_post("O-2", "LKO", "district"), None),
    ] {
        assert_eq!(role(&policy(), &who, &it), expected, "{} at {}", who.post, who.unit);
    }
    let circle = at_post("O-3", "LKO/Cantt", "circle");
    assert_eq!(role(&policy(), &circle, &Complaint { level: 2, ..it.clone() }), Some(Role::Head), "whoever holds it heads it");
    let sho = at_post("O-3", "LKO-ALB", "sho");
    assert_eq!(role(&policy(), &sho, &Complaint { level: 3, ..it }), Some(Role::Head), "and whose officers work it still does");
}

#[test]
fn the_wall_comes_first() {
    let worker = at_post("O-1", "LKO-ALB", "io");
    let named = |code: Option<&str>, officer, knows: bool| {
        let it = assigned("O-1");
        Complaint { accused: Accused { station: code.map(station), officer }, station: knows.then(|| station("LKO-ALB")), ..it }
    };
    for who in [&worker, &at_post("O-2", "LKO-ALB", "sho"), &at_post("O-2", "LKO-ALB", "desk")] {
        assert_eq!(role(&policy(), who, &named(Some("LKO-ALB"), false, true)), None, "{}", who.post);
        assert_eq!(role(&policy(), who, &named(None, true, true)), None);
        assert_eq!(role(&policy(), who, &named(None, true, false)), None, "nobody knows which station it was");
        assert!(role(&policy(), who, &named(Some("LKO-BKT"), false, true)).is_some());
    }
    let above = at_post("O-2", "LKO/Cantt", "circle");
    for it in [named(Some("LKO-ALB"), false, true), named(None, true, true), named(None, true, false)] {
        assert_eq!(role(&policy(), &above, &it), Some(Role::Above));
    }
}

/// The table as the documentation prints it.
fn printed() -> String {
    let mut rows = vec![format!("| move | {} |", StageKind::ALL.map(StageKind::tag).join(" | ")), format!("|---|{}", "---|".repeat(StageKind::ALL.len()))];
    for wanted in DeskMove::ALL {
        let cell = |stage| {
            let roles: Vec<&str> = Role::ALL.into_iter().filter(|role| may(stage, wanted, *role)).map(Role::tag).collect();
            if roles.is_empty() { "–".to_owned() } else { roles.join(", ") }
        };
        rows.push(format!("| `{}` | {} |", wanted.tag(), StageKind::ALL.map(cell).join(" | ")));
    }
    rows.join("\n")
}

#[test]
fn the_documentation_shows_the_table() {
    let docs = include_str!("../../../../ARCHITECTURE.md");
    let table = printed();
    assert!(docs.contains(&table), "ARCHITECTURE.md must hold this table:\n{table}");
}

#[test]
fn tags_are_read_back() {
    for wanted in DeskMove::ALL {
        assert_eq!(DeskMove::parse(wanted.tag()), Some(wanted));
    }
    for kind in StageKind::ALL {
        assert_eq!(StageKind::parse(kind.tag()), Some(kind));
    }
    assert_eq!(DeskMove::parse("delete"), None);
}
