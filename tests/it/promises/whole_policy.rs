//! The policy in force holds together, and a mistake in one is told with its file, line and reason.

use domain::lang::Lang;
use domain::policy::Deadline;
use policy::{Mistake, read};

fn refused(file: &str, from: &str, to: &str) -> Vec<Mistake> {
    let mut files = policy_in_force::files();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../infra/policy").join(file);
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{file} has no {from:?} to spoil");
    files.replace(file, &text.replacen(from, to, 1));
    read(&files).expect_err("a mistake").0
}

#[test]
fn every_category_resolves_to_a_deadline_and_a_ladder() {
    let policy = policy_in_force::load().unwrap().policy;
    assert_eq!(policy.services.len(), 5);
    assert_eq!(policy.districts.iter().filter(|d| d.state == "UP").count(), 75);
    assert_eq!(policy.districts.iter().filter(|d| d.state == "DL").count(), 15);
    let at = "2026-11-21T06:00:00Z".parse().unwrap();
    for category in policy.services.iter().flat_map(|s| &s.categories) {
        assert!(policy.calendar.due(at, category.deadline) > at, "{}", category.id);
        let ladder = &policy.ladders[&category.ladder];
        assert!(ladder.steps.iter().all(|step| policy.posts.contains_key(&step.post)), "{}", category.id);
        for lang in Lang::ALL {
            assert!(!category.source.get(lang).is_empty() && !category.rule.get(lang).is_empty());
        }
    }
    let deadlines: Vec<Deadline> = policy.services.iter().flat_map(|s| &s.categories).map(|c| c.deadline).collect();
    for promised in [Deadline::Hours(4), Deadline::WorkingDays(5), Deadline::WorkingDays(10), Deadline::Months(2)] {
        assert!(deadlines.contains(&promised), "{promised:?} of product.md");
    }
}

#[test]
fn what_the_functions_unpack_is_what_the_files_say() {
    let read = read(&policy_in_force::files()).unwrap();
    let unpacked = policy_in_force::load().unwrap();
    let (read, unpacked) = (format!("{read:#?}"), format!("{unpacked:#?}"));
    let other = read.lines().zip(unpacked.lines()).enumerate().find(|(_, (a, b))| a != b);
    assert!(other.is_none() && read.len() == unpacked.len(), "{other:?}");
    assert!(policy::unpack("[]").is_none() && policy::unpack("{").is_none());
}

#[test]
fn every_old_name_leads_to_one_district() {
    let policy = policy_in_force::load().unwrap().policy;
    for (old, code) in [("Allahabad", "PRJ"), ("इलाहाबाद", "PRJ"), ("allahabad", "PRJ")] {
        assert_eq!(policy.district_called(old).unwrap().code.as_str(), code);
    }
    for district in &policy.districts {
        for name in district.aliases.iter().chain([&district.name.hi, &district.name.en]) {
            assert_eq!(policy.district_called(name).unwrap().code, district.code, "{name}");
        }
    }
    for name in ["Faizabad", "Jyotiba Phule Nagar", "Sant Ravidas Nagar", "Kheri"] {
        assert!(policy.district_called(name).is_some(), "{name}");
    }
}

#[test]
fn mistakes_are_told_with_file_line_and_reason() {
    let cases = [
        ("S1.toml", "deadline = { hours = 4 }", "deadline = { hours = 0 }", "over before it begins"),
        ("S1.toml", "deadline = { hours = 4 }", "deadline = { hours = 4, days = 2 }", "one of"),
        ("S0.toml", "ladder = \"police\"", "ladder = \"policee\"", "no ladder is called"),
        ("S0.toml", "id = \"S0-2\"", "id = \"S0-1\"", "twice"),
        ("S0.toml", "woman_officer = true", "woman_oficer = true", "unknown field"),
        ("ladders.toml", "{ post = \"circle\", holds = \"P3D\" }", "{ post = \"sho\", holds = \"P3D\" }", "round in a circle"),
        ("ladders.toml", "holds = \"P3D\"", "holds = \"PT0S\"", "no length"),
        ("ladders.toml", "holds = \"P3D\"", "holds = \"soon\"", "no duration"),
        ("ladders.toml", "post = \"circle\"", "post = \"king\"", "no post is called"),
        ("holidays.toml", "2026-01-26", "2026-02-30", "no day of any year"),
        ("districts.toml", "code = \"LKO\"", "code = \"LKOO\"", "is no id"),
        ("districts.toml", "code = \"LKO\"", "code = \"AGR\"", "twice"),
        ("stations.csv", "LKO-", "XXX-", "no code of a station"),
        ("sms.toml", "{number}", "{nummer}", "not in the text"),
        ("sms.toml", "header = \"SNWAIN\"", "header = \"police\"", "six capital letters"),
        ("sms.toml", "text = \"{code}", "text = \"police {code}", "tells whoever"),
    ];
    for (file, from, to, reason) in cases {
        let mistakes = refused(file, from, to);
        let told = mistakes.iter().find(|m| m.reason.contains(reason));
        let told = told.unwrap_or_else(|| panic!("{file}: {to}: {mistakes:?}"));
        let text = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../infra/policy").join(file)).unwrap();
        let line = text[..text.find(from).unwrap()].matches('\n').count() + 1;
        assert_eq!(told.file, file);
        assert!(told.line.abs_diff(line) <= 12 && told.line > 1, "{file}:{} is near line {line}", told.line);
    }
}

#[test]
fn an_import_is_whole_or_nothing() {
    let folder = std::env::temp_dir().join(format!("sunwai-import-{}", seal::hex(&seal::random::<6>())));
    std::fs::create_dir_all(&folder).unwrap();
    let (list, into) = (folder.join("list.csv"), folder.join("stations.csv"));
    let in_force = policy_in_force::load().unwrap().policy;
    std::fs::write(&into, "the old list").unwrap();
    let head = "code,district,circle_hi,circle_en,name_hi,name_en,demo\n";
    std::fs::write(
        &list,
        format!("{head}LKO-AAA,LKO,कैंट,Cantt,आलमबाग,Alambagh,no\nLKO-BBB,ZZZ,कैंट,Cantt,,Kaiserbagh,no\nLKO-AAA,LKO,कैंट,Cantt,ठाकुरगंज,Thakurganj,no\nLKO-CCC,LKO\n"),
    )
    .unwrap();
    let Err(local::import::Refused::Rows(mistakes)) = local::import::stations(&list, &into, &in_force) else { panic!("it was taken in") };
    let lines: Vec<usize> = mistakes.0.iter().map(|m| m.line).collect();
    assert_eq!(lines, [3, 3, 3, 4, 5], "{mistakes}");
    assert_eq!(std::fs::read_to_string(&into).unwrap(), "the old list");
    std::fs::write(&list, format!("{head}LKO-AAA,LKO,कैंट,Cantt,आलमबाग,Alambagh,no\n")).unwrap();
    assert_eq!(local::import::stations(&list, &into, &in_force).unwrap(), 1);
    assert!(std::fs::read_to_string(&into).unwrap().contains("LKO-AAA"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_over_a_spoiled_policy_is_refused() {
    let folder = std::env::temp_dir().join(format!("sunwai-policy-{}", seal::hex(&seal::random::<6>())));
    std::fs::create_dir_all(&folder).unwrap();
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../infra/policy");
    for entry in std::fs::read_dir(source).unwrap().map(Result::unwrap).filter(|e| e.path().is_file()) {
        std::fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
    let options = || local::Options { seed: local::seed::Seed::Empty, policy: Some(folder.clone()), jobs: false, ..local::Options::default() };
    drop(local::start(options()).await.unwrap());
    let path = folder.join("S1.toml");
    let text = std::fs::read_to_string(&path).unwrap().replacen("hours = 4", "hours = 0", 1);
    std::fs::write(&path, text).unwrap();
    let why = local::start(options()).await.err().unwrap();
    assert!(why.contains("S1.toml:") && why.contains("over before it begins"), "{why}");
    std::fs::remove_dir_all(folder).unwrap();
}
