//! The simulation itself: it repeats itself, it finds nothing where there is nothing, and it catches what is planted.

use crate::{Bug, Outcome, Runner};

/// So many seeds are enough for each planted bug.
const CAUGHT_WITHIN: u64 = 3;

fn run(seed: u64, bug: Option<Bug>) -> Outcome {
    Runner::new().unwrap().run(seed, bug).unwrap()
}

#[test]
fn nothing_breaks() {
    let runner = Runner::new().unwrap();
    let mut wrongs = std::collections::BTreeMap::new();
    for seed in 0..20 {
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
    let alone = run(5, None);
    runner.run(4, None).unwrap();
    let after = runner.run(5, None).unwrap();
    assert_eq!(alone.lines, after.lines);
    let elsewhere = std::thread::spawn(|| run(5, None).trace).join().unwrap();
    assert_eq!((&alone.trace, &alone.trace), (&after.trace, &elsewhere));
    assert_ne!(alone.trace, run(6, None).trace);
}

#[track_caller]
fn caught(bug: Bug, rule: &str) {
    let found = (0..CAUGHT_WITHIN).any(|seed| run(seed, Some(bug)).breaks.iter().any(|it| it.rule == rule));
    assert!(found, "{} does not break \"{rule}\"", bug.name());
}

#[test]
fn planted_bugs_of_the_job_are_caught() {
    let late = "all is done within five minutes of recovery";
    for bug in Bug::ALL {
        let rule = match bug {
            Bug::FirstPageOnly | Bug::UnassignedSkipped | Bug::AboveSkipped => late,
            Bug::EarlyByClock => "none early",
            Bug::VersionUnchecked | Bug::HalfWritten | Bug::SweeperOff | Bug::ClaimUnchecked | Bug::ClockRestarted => continue,
        };
        caught(bug, rule);
    }
}

#[test]
fn planted_bugs_of_the_table_and_the_outbox_are_caught() {
    for bug in Bug::ALL {
        let rule = match bug {
            Bug::VersionUnchecked => "a version is written once",
            Bug::HalfWritten => "every change has its events",
            Bug::SweeperOff => "no text is stuck",
            Bug::ClaimUnchecked => "what is settled is not sent again",
            Bug::ClockRestarted => "no clock is restarted",
            Bug::FirstPageOnly | Bug::UnassignedSkipped | Bug::AboveSkipped | Bug::EarlyByClock => continue,
        };
        caught(bug, rule);
    }
}

#[test]
fn a_bug_is_known_by_its_name() {
    for bug in Bug::ALL {
        assert_eq!(bug.name().parse(), Ok(bug));
    }
    assert!("no-such-bug".parse::<Bug>().unwrap_err().contains("version-unchecked"));
}
