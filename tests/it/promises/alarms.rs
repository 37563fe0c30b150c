//! An alarm says that something is wrong: what is as it should be sets none off.

use std::time::Duration;

const TEMPLATE: &str = include_str!("../../../infra/template.yaml");

/// What the template says of one resource.
fn resource(name: &str) -> String {
    let from = TEMPLATE.find(&format!("\n  {name}:\n")).unwrap() + 1;
    let lines = TEMPLATE[from..].lines();
    lines.enumerate().take_while(|(n, line)| *n == 0 || line.is_empty() || line.starts_with("    ")).map(|(_, line)| format!("{line}\n")).collect()
}

/// A number after a name.
fn number(of: &str, name: &str) -> u64 {
    let rest = of.split_once(&format!(" {name}: ")).unwrap_or_else(|| panic!("no {name} in {of}")).1;
    rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

#[test]
fn files_that_come_together_wait_for_one_another_and_nobody_is_called() {
    let function = resource("CheckEvidence");
    let (runs, waits) = (number(&function, "Timeout"), number(&function, "MaximumEventAgeInSeconds"));
    assert_eq!(number(&function, "ReservedConcurrentExecutions"), 2);
    assert!(waits >= runs + 60, "an event that waits for a whole run of {runs} s is set aside after {waits} s");
    assert!(waits < 600, "and one is not kept for ever: every minute another comes");
    let throttles = resource("CheckEvidenceThrottles");
    assert!(number(&throttles, "Period") * number(&throttles, "EvaluationPeriods") >= 1800, "{throttles}");
}

#[test]
fn a_run_ends_before_it_is_cut_off_and_a_turn_after() {
    let runs = Duration::from_secs(number(&resource("CheckEvidence"), "Timeout"));
    // Fetched, looked through and laid down, each as slowly as its time limit lets it.
    let one_file = Duration::from_secs(45 + 60 + 45 + 20);
    assert!(check_evidence::BEGINS + one_file <= runs, "what was begun is not ended");
    assert!(evidence::CLAIM.unsigned_abs() > runs, "a file would be opened twice at once");
}
