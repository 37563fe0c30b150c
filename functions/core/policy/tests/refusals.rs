//! The policy's own files hold together, and each way to spoil one is refused with its line and the reason.

use std::collections::BTreeMap;
use std::path::Path;

use domain::clock::{ClockRule, Start};
use domain::policy::{Channel, Deadline, Matter, Policy};
use policy::{Files, InForce, Mistakes};

fn text(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../infra/policy").join(name)).expect(name)
}

fn files() -> Files {
    let texts: BTreeMap<&str, String> = policy::NAMES.into_iter().chain(policy::SERVICES).map(|name| (name, text(name))).collect();
    Files::new(texts.iter().map(|(name, text)| (*name, text.as_str())))
}

fn in_force() -> InForce {
    policy::read(&files()).expect("a policy without a mistake")
}

/// The policy with the first `from` of a file spoiled, and the line that it stands on.
fn spoiled(file: &str, from: &str, to: &str) -> (Mistakes, usize) {
    let whole = text(file);
    let at = whole.find(from).unwrap_or_else(|| panic!("{file} has no {from:?} to spoil"));
    let mut files = files();
    files.replace(file, &whole.replacen(from, to, 1));
    let mistakes = policy::read(&files).expect_err(&format!("{file}: {from} -> {to} was taken"));
    (mistakes, whole[..at].matches('\n').count() + 1)
}

#[test]
fn each_way_to_spoil_a_file_is_refused_where_it_stands() {
    let cases = [
        // Clocks.
        ("clocks.toml", "rule = \"assignment\"", "rule = \"disposal\"", "the clock `disposal` is there twice"),
        ("clocks.toml", "rule = \"assignment\"", "rule = \"assignation\"", "no clock is called `assignation`"),
        ("clocks.toml", "runs = { days = 14 }", "runs = { working_days = 14 }", "starts later counts no working days"),
        ("clocks.toml", "runs = { months = 2 }", "runs = { working_days = 40 }", "starts later counts no working days"),
        ("clocks.toml", "runs = { hours = 24 }", "runs = { hours = 0 }", "over before it begins"),
        ("clocks.toml", "runs = { hours = 24 }", "runs = { hours = 24, days = 1 }", "one of hours, days"),
        ("clocks.toml", "starts = \"enquiry\"", "starts = \"enquiring\"", "`enquiring` starts no clock"),
        ("clocks.toml", "name = { hi = \"निस्तारण\"", "name = { hi = \"\"", "the text is empty"),
        ("clocks.toml", "may_pause_days = 15", "may_pause_days = -1", "invalid value"),
        ("clocks.toml", "electronic = true", "electronik = true", "unknown field"),
        ("clocks.toml", "rule = \"disposal\"", "rule = \"disposal\"\nruns = { days = 5 }", "its category has them"),
        ("clocks.toml", "rule = \"enquiry\"", "rule = \"enquiry\"\nelectronic = true", "how the complaint came in"),
        ("clocks.toml", "rule = \"progress\"", "rule = \"progress\"\nruns = { days = 1 }", "duplicate key"),
        // Clocks of a category.
        ("S0.toml", "clocks = [\"assignment\"", "clocks = [\"assignmint\"", "no clock is called `assignmint`"),
        ("S0.toml", "clocks = [\"assignment\"", "clocks = [\"first_contact\"", "the clock `first_contact` is there twice"),
        ("S4.toml", "clocks = [\"assignment\"", "clocks = [\"disposal\"", "every category's own"),
        // Duty.
        ("duty.toml", "post = \"desk\"", "post = \"desc\"", "no post is called `desc`"),
        ("duty.toml", "post = \"hearing\"", "post = \"desk\"", "`desk` is there twice"),
        ("duty.toml", "least = 2", "least = 0", "nobody there is no duty"),
        ("duty.toml", "women = 2", "women = 3", "3 women cannot be among 2 people"),
        ("duty.toml", "to = \"18:00\"", "to = \"10:00\"", "never opens"),
        ("duty.toml", "from = \"09:30\"", "from = \"half past nine\"", "no time of day"),
        ("duty.toml", "from = \"09:30\"", "from = \"09:30:30\"", "no time of day"),
        ("duty.toml", "days = \"working\"", "days = \"sometimes\"", "unknown variant"),
        // Hearings.
        ("hearing.toml", "post = \"hearing\"", "post = \"listening\"", "no duty says when `listening` hears"),
        ("hearing.toml", "minutes = 5", "minutes = 0", "at least one place and at most 99"),
        ("hearing.toml", "minutes = 5", "minutes = 1", "at least one place and at most 99"),
        ("hearing.toml", "near = 3", "near = 0", "told to nobody"),
        ("hearing.toml", "then = \"police\"", "then = \"polis\"", "no ladder is called `polis`"),
        ("hearing.toml", "unit = \"PRJ\"", "unit = \"PRY\"", "`PRY` is no district"),
        ("hearing.toml", "unit = \"LKO\"", "unit = \"PRJ\"", "`PRJ` is there twice"),
        ("hearing.toml", "link = \"https://meet", "link = \"http://meet", "is no https link"),
        ("hearing.toml", "by = \"jitsi\"", "by = \"pigeon\"", "unknown variant"),
        ("hearing.toml", "rule = \"GMT0BST", "rule = \"Europe/London", "no rule of a time zone"),
        ("hearing.toml", "id = \"riyadh\"", "id = \"gulf\"", "`gulf` is there twice"),
        // Suggestions.
        ("S4.toml", "matter = \"suggestion\"", "matter = \"advice\"", "unknown variant"),
        ("S4.toml", "matter = \"suggestion\"", "matter = \"suggestion\"\nalert = true", "`alert` is not for it"),
        ("S4.toml", "matter = \"suggestion\"", "matter = \"suggestion\"\nmay_withdraw = false", "may be taken back"),
        (
            "S4.toml",
            "clocks = [\"assignment\", \"first_contact\", \"progress\"]",
            "matter = \"suggestion\"\nclocks = [\"assignment\", \"progress\"]",
            "`sensitive` is not for it",
        ),
        (
            "S4.toml",
            "clocks = [\"assignment\", \"first_contact\", \"signature\"",
            "matter = \"suggestion\"\nclocks = [\"assignment\", \"signature\"",
            "the clock `signature` is for",
        ),
        ("S0.toml", "woman_officer = true", "matter = \"suggestion\"\nwoman_officer = true", "`woman_officer` is not for it"),
        // Ladders.
        ("ladders.toml", "{ post = \"circle\", holds = \"P3D\" }", "{ post = \"sho\", holds = \"P3D\" }", "round in a circle"),
        ("ladders.toml", "holds = \"P3D\"", "holds = \"PT0S\"", "no length"),
        ("ladders.toml", "repeats = \"P1D\"", "repeats = \"PT0S\"", "no length"),
        ("ladders.toml", "holds = \"P3D\"", "holds = \"-P3D\"", "no length"),
        ("ladders.toml", "post = \"circle\"", "post = \"king\"", "no post is called `king`"),
        // Replies.
        ("replies.toml", "move = \"note\"", "move = \"noted\"", "no move is called `noted`"),
        ("replies.toml", "move = \"note\"", "move = \"acknowledge\"", "`acknowledge` takes no words"),
        ("replies.toml", "id = \"met\"", "id = \"spoke\"", "`spoke` is there twice"),
        ("replies.toml", "id = \"met\"", "id = \"मिले\"", "is no id"),
        ("replies.toml", "text = { hi = \"{date} को {time} बजे {person}", "text = { hi = \"{datum} को {time} बजे {person}", "`{datum}` is no blank"),
        ("replies.toml", "text = { hi = \"{date} को {time} बजे {person}", "text = { hi = \"{date को {time} बजे {person}", "is no blank"),
        ("replies.toml", "name = { hi = \"दीवानी मामला\", en", "name = { en", "missing field `hi`"),
        ("replies.toml", "name = { hi = \"दीवानी मामला\"", "name = { hi = \" \"", "the text is empty"),
        ("replies.toml", "move = \"dispose\"", "movement = \"dispose\"", "unknown field"),
        (
            "replies.toml",
            "id = \"civil\"\nmove = \"reject\"\nname = { hi = \"दीवानी मामला\", en = \"A civil matter\" }\ntext = { hi = \"यह मामला दीवानी अदालत का है। {date} को ",
            "id = \"civil\"\nmove = \"reject\"\nname = { hi = \"दीवानी मामला\", en = \"A civil matter\" }\ntext = { hi = \"यह मामला दीवानी अदालत का है। ",
            "other blanks in Hindi",
        ),
        // Holidays.
        ("holidays.toml", "date = \"2026-03-04\"", "date = \"2026-02-30\"", "no day of any year"),
        ("holidays.toml", "date = \"2026-03-04\"", "date = \"4 March\"", "no day of any year"),
        ("holidays.toml", "date = \"2026-03-04\"", "date = \"2026-01-26\"", "holidays are in order, each once"),
    ];
    for (file, from, to, reason) in cases {
        let (mistakes, line) = spoiled(file, from, to);
        let told = mistakes.0.iter().find(|m| m.reason.contains(reason)).unwrap_or_else(|| panic!("{file}: {to}: {mistakes}"));
        assert_eq!(told.file, file, "{to}");
        // A key that is there twice is told where it stands the second time.
        let lines = line..=if reason == "duplicate key" { line + 5 } else { line };
        assert!(lines.contains(&told.line), "{file}: {to}: told on line {}, it is on {line}", told.line);
    }
}

#[test]
fn a_clock_that_is_missing_and_one_without_its_rule_are_told() {
    let (mistakes, _) = spoiled("clocks.toml", "rule = \"assignment\"", "rule = \"disposal\"");
    assert!(mistakes.0.iter().any(|m| m.reason == "the clock `assignment` is not described"), "{mistakes}");
    let (mistakes, line) = spoiled("clocks.toml", "runs = { hours = 24 }\n", "");
    assert_eq!(mistakes.0.len(), 1, "{mistakes}");
    assert!(mistakes.0[0].reason.contains("`assignment` needs its text") && mistakes.0[0].line < line, "{mistakes}");
    let (mistakes, _) = spoiled("clocks.toml", "starts = \"registration\"", "starts = \"recording\"");
    assert!(mistakes.0[0].reason.contains("from the registration on"), "{mistakes}");
}

#[test]
fn packed_and_unpacked_it_is_the_same() {
    let read = in_force();
    let unpacked = policy::unpack(&policy::pack(&read)).unwrap();
    assert_eq!(format!("{read:#?}"), format!("{unpacked:#?}"));
    assert_eq!(unpacked.policy.clocks.len(), ClockRule::ALL.len());
    assert_eq!(unpacked.policy.duty.len(), 3);
    assert!(unpacked.policy.replies.len() > 5);
    let cut = policy::pack(&read).replacen("[0,[[\"निस्तारण\"", "[8,[[\"निस्तारण\"", 1);
    assert!(cut != policy::pack(&read) && policy::unpack(&cut).is_none(), "a clock that nobody knows");
}

#[test]
fn one_category_is_for_suggestions_and_the_rest_for_complaints() {
    let policy = in_force().policy;
    let all = policy.services.iter().flat_map(|s| &s.categories);
    assert_eq!(all.filter(|c| c.matter == Matter::Suggestion).map(|c| c.id.as_str()).collect::<Vec<_>>(), ["S4-9"]);
    let said = policy::unpack(&policy::pack(&in_force())).unwrap().policy.category("S4-9").unwrap().1.matter;
    assert_eq!(said, Matter::Suggestion, "packed too");
}

fn having(policy: &Policy, rule: ClockRule) -> Vec<&str> {
    let all = policy.services.iter().flat_map(|s| &s.categories);
    all.filter(|c| c.clocks.contains(&rule)).map(|c| c.id.as_str()).collect()
}

#[test]
fn the_clocks_of_the_law_run_where_the_law_says() {
    let policy = in_force().policy;
    let runs = |rule| policy.clocks[&rule].runs;
    let every: Vec<&str> = policy.services.iter().flat_map(|s| &s.categories).map(|c| c.id.as_str()).collect();
    assert_eq!(having(&policy, ClockRule::Investigation), ["S0-1", "S0-2", "S0-7", "S2-5"], "BNSS s.193(2)");
    assert_eq!(having(&policy, ClockRule::ChildReport), ["S0-7", "S2-5"]);
    assert_eq!((having(&policy, ClockRule::Assignment), having(&policy, ClockRule::FirstContact)), (every.clone(), every));
    for of_the_cell in ["S1-4", "S1-5", "S1-6", "S1-7", "S4-7", "S4-8", "S4-9"] {
        assert_eq!(policy.category(of_the_cell).unwrap().1.clocks, [ClockRule::Assignment, ClockRule::FirstContact], "{of_the_cell}");
    }
    for listed in having(&policy, ClockRule::Investigation) {
        let clocks = &policy.category(listed).unwrap().1.clocks;
        assert!(clocks.contains(&ClockRule::Progress) && !clocks.contains(&ClockRule::Enquiry), "{listed}");
    }
    for (rule, length, start) in [
        (ClockRule::Signature, Deadline::Days(3), Start::Registration),
        (ClockRule::Enquiry, Deadline::Days(14), Start::Enquiry),
        (ClockRule::ChildReport, Deadline::Hours(24), Start::Registration),
        (ClockRule::Investigation, Deadline::Months(2), Start::Recording),
        (ClockRule::Progress, Deadline::Days(90), Start::Recording),
    ] {
        let terms = &policy.clocks[&rule];
        assert_eq!((runs(rule), terms.start, terms.may_pause_days), (Some(length), start, 0), "{}", rule.tag());
        assert_eq!(terms.electronic, rule == ClockRule::Signature);
    }
    assert!(policy.clocks[&ClockRule::Disposal].runs.is_none());
    assert!(Channel::Web.is_electronic() && !Channel::Desk.is_electronic());
}
