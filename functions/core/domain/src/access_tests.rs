//! Who is what to a complaint, the wall, and the table of moves.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::complaint::Accused;
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
    let posts = posts.map(|(id, scope, works)| (post(id), Post { id: post(id), scope, name: name.clone(), commissionerate: None, works, calls_back: false }));
    Policy { posts: posts.into(), ..empty_policy() }
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
    // Moved to another post, she has it no more.
    for (unit, post) in [("LKO-BKT", "io"), ("LKO-BKT", "sho")] {
        assert_eq!(role(&policy(), &at_post("O-1", unit, post), &it), None, "{post} at {unit}");
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
        Complaint { accused: Accused { station: code.map(station), officer, above: None }, station: knows.then(|| station("LKO-ALB")), ..it }
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

/// Built once: it is asked a hundred thousand times.
static STATE: LazyLock<Policy> = LazyLock::new(policy);

const UNITS: [(&str, Scope); 7] = [
    ("LKO-ALB", Scope::Station),
    ("LKO-BKT", Scope::Station),
    ("KNP-KLY", Scope::Station),
    ("LKO/Cantt", Scope::Circle),
    ("LKO", Scope::District),
    ("KNP", Scope::District),
    ("UP", Scope::State),
];

/// A unit and a post of the small state in which the cases play.
fn seats() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop::sample::select(&UNITS[..]).prop_flat_map(|(unit, scope)| {
        let of: &[&str] = match scope {
            Scope::Station => &["io", "sho", "desk"],
            Scope::Circle => &["circle"],
            Scope::District => &["cell_desk", "district"],
            Scope::Range | Scope::State => &["state"],
        };
        prop::sample::select(of).prop_map(move |post| (unit, post))
    })
}

fn anybody() -> impl Strategy<Value = Officer> {
    (prop::sample::select(&["O-1", "O-2", "O-3"][..]), seats()).prop_map(|(id, (unit, post))| at_post(id, unit, post))
}

fn any_stage() -> impl Strategy<Value = Stage> {
    prop_oneof![
        Just(Stage::Unassigned),
        anybody().prop_map(|officer| Stage::Assigned { officer, since: start() }),
        (0..3i64).prop_map(|hours| Stage::Disposed { at: at(hours) }),
        (0..3i64).prop_map(|hours| Stage::InAppeal { since: at(hours) }),
    ]
}

fn any_case() -> impl Strategy<Value = Complaint> {
    let stations = || prop::option::of(prop::sample::select(&["LKO-ALB", "LKO-BKT", "KNP-KLY"][..]));
    let above = prop::option::of(prop::sample::select(&["LKO/Cantt", "LKO", "KNP"][..]));
    (any_stage(), prop::collection::vec(seats(), 1..6), stations(), stations(), (any::<bool>(), above), any::<prop::sample::Index>()).prop_map(
        |(stage, rungs, at, accused, (officer, above), level)| {
            let it = complaint();
            let level = u8::try_from(level.index(rungs.len())).unwrap();
            let rungs = rungs.into_iter().map(|(unit, post)| rung(post, unit, Some(1))).collect();
            let path = crate::complaint::Path { rungs, ..it.path.clone() };
            Complaint {
                stage,
                level,
                path,
                station: at.map(station),
                accused: Accused { station: accused.map(station), officer, above: above.map(unit) },
                ..it
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Said once more in other words than `role` uses: what nobody may see, and whom nobody may lock out.
    #[test]
    fn no_case_leaks_and_none_is_locked_away(who in anybody(), it in any_case()) {
        let found = role(&STATE, &who, &it);
        let sits_at_a_station = matches!(who.post.as_str(), "io" | "sho" | "desk");
        let against_her_station = it.accused.station.as_ref().is_some_and(|code| code.as_str() == who.unit.as_str());
        let against_a_colleague = it.accused.officer && sits_at_a_station && it.station.as_ref().is_none_or(|code| code.as_str() == who.unit.as_str());
        let has_it = matches!(&it.stage, Stage::Assigned { officer, .. } if (&officer.id, &officer.unit, &officer.post) == (&who.id, &who.unit, &who.post));
        let sits_on_a_rung = it.path.rungs.iter().any(|rung| rung.unit == who.unit && rung.post == who.post);
        let works_where_it_is = matches!(who.post.as_str(), "io" | "desk") && it.path.rungs.iter().any(|rung| rung.unit == who.unit);
        let against_her_unit = it.accused.above.as_ref() == Some(&who.unit);
        if against_her_station || against_a_colleague || against_her_unit {
            prop_assert_eq!(found, None, "the wall");
        } else {
            prop_assert_eq!(found.is_some(), has_it || sits_on_a_rung || works_where_it_is);
        }
        let kind = it.stage.kind();
        if let Some(role) = found {
            for wanted in [DeskMove::Assign, DeskMove::Forward, DeskMove::Reject, DeskMove::Merge, DeskMove::Dispose, DeskMove::ApproveAtr, DeskMove::AllowPause] {
                prop_assert!(!may(kind, wanted, role) || matches!(role, Role::Head | Role::Above), "{} by {}", wanted.tag(), role.tag());
            }
            prop_assert!(!may(kind, DeskMove::FileAtr, role) || has_it, "nobody reports on another's case");
        }
    }
}

/// She said that it was not solved: it is over for whoever closed it, and for everybody below until it is given down.
#[test]
fn whoever_closed_it_and_everybody_below_has_it_no_more() {
    let barred = crate::ids::OfficerId::parse("O-1").unwrap();
    let mut it = Complaint { level: 2, ..complaint() };
    it.say.floor = Some(2);
    it.say.barred = vec![barred];
    let roles = |it: &Complaint| {
        let seats = [("O-1", "LKO-ALB", "io"), ("O-2", "LKO-ALB", "io"), ("O-3", "LKO-ALB", "sho"), ("O-4", "LKO/Cantt", "circle"), ("O-5", "UP", "state")];
        seats.map(|(id, unit, at)| role(&policy(), &at_post(id, unit, at), it))
    };
    assert_eq!(roles(&it), [None, None, None, Some(Role::Head), Some(Role::Above)]);
    it.stage = Stage::Assigned { officer: at_post("O-2", "LKO-ALB", "io"), since: start() };
    it.say.floor = Some(0);
    assert_eq!(roles(&it), [None, Some(Role::Worker), Some(Role::Head), Some(Role::Head), Some(Role::Above)], "given down, but not to whoever closed it");
}
