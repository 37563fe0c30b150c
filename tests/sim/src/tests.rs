//! The simulation itself: it repeats itself, it finds nothing where there is nothing, and it catches what is planted.

use crate::{Bug, Runner};

/// So many seeds are enough for each planted bug.
const CAUGHT_WITHIN: u64 = 3;

#[test]
fn nothing_breaks() {
    let runner = Runner::new().unwrap();
    let mut wrongs = std::collections::BTreeMap::new();
    for seed in 0..8 {
        let outcome = runner.run(seed, None).unwrap();
        assert_eq!(outcome.breaks, [], "cargo run --release -p sim -- --seed {seed}");
        assert!(outcome.lines.len() > 20, "seed {seed}: little happened");
        for (what, times) in outcome.wrongs {
            *wrongs.entry(what).or_insert(0) += times;
        }
    }
    let names: Vec<&str> = wrongs.keys().copied().collect();
    assert_eq!(names, ["broken", "conflict", "crash", "lost", "refused", "reply lost", "stale", "strayed", "throttled"], "all of it happened");
}

#[test]
fn a_seed_repeats_itself_whatever_ran_before() {
    let runner = Runner::new().unwrap();
    let other = runner.run(6, None).unwrap();
    let after = runner.run(5, None).unwrap();
    let alone = std::thread::spawn(|| Runner::new().unwrap().run(5, None).unwrap()).join().unwrap();
    assert_eq!(alone.lines, after.lines);
    assert_eq!(alone.trace, after.trace);
    assert_ne!(alone.trace, other.trace);
}

#[track_caller]
fn caught(runner: &Runner, bug: Bug, rule: &str) {
    let found = (0..CAUGHT_WITHIN).any(|seed| runner.run(seed, Some(bug)).unwrap().breaks.iter().any(|it| it.rule == rule));
    assert!(found, "{} does not break \"{rule}\"", bug.name());
}

#[test]
fn planted_bugs_of_the_job_are_caught() {
    let late = "all is done within five minutes of recovery";
    let runner = Runner::new().unwrap();
    for bug in Bug::ALL {
        let rule = match bug {
            Bug::FirstPageOnly | Bug::UnassignedSkipped | Bug::AboveSkipped => late,
            Bug::EarlyByClock => "none early",
            Bug::VersionUnchecked | Bug::HalfWritten | Bug::SweeperOff | Bug::ClaimUnchecked | Bug::ClockRestarted => continue,
        };
        caught(&runner, bug, rule);
    }
}

#[test]
fn planted_bugs_of_the_table_and_the_outbox_are_caught() {
    let runner = Runner::new().unwrap();
    for bug in Bug::ALL {
        let rule = match bug {
            Bug::VersionUnchecked => "a version is written once",
            Bug::HalfWritten => "every change has its events",
            Bug::SweeperOff => "no text is stuck",
            Bug::ClaimUnchecked => "what is settled is not sent again",
            Bug::ClockRestarted => "no clock is restarted",
            Bug::FirstPageOnly | Bug::UnassignedSkipped | Bug::AboveSkipped | Bug::EarlyByClock => continue,
        };
        caught(&runner, bug, rule);
    }
}

#[test]
fn a_bug_is_known_by_its_name() {
    for bug in Bug::ALL {
        assert_eq!(bug.name().parse(), Ok(bug));
    }
    assert!("no-such-bug".parse::<Bug>().unwrap_err().contains("version-unchecked"));
}

#[test]
fn the_waits_in_the_document_are_what_the_code_prints() {
    let document = include_str!("../hearings.md");
    let table = crate::hearings::table().expect("the policy holds hearings");
    assert!(document.contains(&table), "`cargo run -p sim -- --hearings table` prints another one:\n{table}");
    assert_eq!(include_str!("../hearings.svg"), crate::hearings::picture().expect("the policy holds hearings"), "`--hearings picture` draws another one");
}
