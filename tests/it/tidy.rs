//! The tree itself: folders, template and table agree, and each crate knows only what it may know.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// `citizen/open-form` … as the folders say.
fn folders() -> BTreeSet<String> {
    let of = |group: &'static str| {
        let entries = std::fs::read_dir(root().join("functions").join(group)).unwrap().map(|e| e.unwrap().path());
        entries.filter(|path| path.join("Cargo.toml").is_file()).map(move |path| format!("{group}/{}", path.file_name().unwrap().to_str().unwrap()))
    };
    of("citizen").chain(of("officer")).chain(of("job")).collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && !matches!(name, "target" | ".git" | "node_modules") {
            sources(&path, found);
        } else if name.ends_with(".rs") {
            found.push(path);
        }
    }
}

fn camel(name: &str) -> String {
    name.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// The lines of one resource of the template.
fn resource<'t>(template: &'t str, id: &str) -> Vec<&'t str> {
    let mut lines = template.lines().skip_while(|line| *line != format!("  {id}:"));
    lines.next().unwrap_or_else(|| panic!("the template has no {id}"));
    lines.take_while(|line| line.is_empty() || line.starts_with("   ")).collect()
}

#[test]
fn folders_template_and_table_are_one() {
    let template = read("infra/template.yaml");
    let readme = read("functions/README.md");
    let table: BTreeMap<String, String> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .map(|line| {
            let (name, rest) = line.split_once('`').unwrap();
            (name.to_owned(), rest.split('|').nth(1).unwrap().replace('`', "").trim().to_owned())
        })
        .collect();
    assert_eq!(table.keys().cloned().collect::<BTreeSet<_>>(), folders(), "functions/README.md");
    let deployed = template.matches("Type: AWS::Serverless::Function\n").count();
    assert_eq!(deployed, folders().len(), "every function of the template has a folder");
    for (folder, trigger) in &table {
        let name = folder.split_once('/').unwrap().1;
        let lines = resource(&template, &camel(name)).join("\n");
        assert!(lines.contains(&format!("target/lambda/{name}/")), "{name}");
        for route in trigger.split(", ") {
            match route.split_once(' ') {
                Some((method @ ("GET" | "POST"), path)) => {
                    assert!(
                        lines.contains(&format!("Method: {method}, Path: \"{path}\"")) || lines.contains(&format!("Method: {method}, Path: {path}")),
                        "{name}: {route}"
                    );
                    let code = read(&format!("functions/{folder}/src/lib.rs"));
                    assert!(code.contains(&format!("\"{path}\"")), "{name} serves {path}");
                }
                _ => assert!(["every minute", "every morning", "table stream", "$default"].contains(&route), "{name}: {route}"),
            }
        }
    }
    // Every route that the template knows is one of the table.
    let routed = template.matches("Type: HttpApi").count();
    let listed: usize = table.values().flat_map(|t| t.split(", ")).filter(|t| t.starts_with("GET ") || t.starts_with("POST ") || *t == "$default").count();
    assert_eq!(routed, listed);
}

#[test]
fn no_policy_says_everything() {
    let template = read("infra/template.yaml");
    let mut senders = BTreeSet::new();
    for folder in folders() {
        let name = folder.split_once('/').unwrap().1.to_owned();
        let lines = resource(&template, &camel(&name));
        for (at, line) in lines.iter().enumerate() {
            let line = line.trim();
            if line.starts_with("Action") {
                assert!(!line.contains('*'), "{name}: {line}");
            }
            let denied = |l: &&&str| l.trim().starts_with("Effect");
            if line == "Resource: \"*\"" && lines[..at].iter().rev().find(denied).is_some_and(|l| l.contains("Allow")) {
                let action = lines[..at].iter().rev().find(|l| l.trim().starts_with("Action")).unwrap();
                assert!(action.contains("sns:Publish"), "{name}: only texts go to a resource without a name: {action}");
                senders.insert(name.clone());
            }
        }
        let links_evidence = read(&format!("functions/{folder}/Cargo.toml")).contains("\nevidence = ");
        assert_eq!(lines.iter().any(|line| line.contains("s3:")), links_evidence, "{name}: who links evidence may reach the bucket, and nobody else");
        let links_notify = read(&format!("functions/{folder}/Cargo.toml")).contains("\nnotify = ");
        assert_eq!(senders.contains(&name), links_notify, "{name}: who links notify may publish, and nobody else");
    }
}

#[test]
fn the_template_makes_the_tables_that_the_store_knows() {
    let template = read("infra/template.yaml");
    let table = resource(&template, "MainTable").join("\n");
    for index in ["due", "desk", "outbox"] {
        let at = table.find(&format!("IndexName: {index}\n")).unwrap();
        let part = &table[at..];
        assert!(part.contains(&format!("AttributeName: {index}_pk, KeyType: HASH")) && part.contains(&format!("AttributeName: {index}_sk, KeyType: RANGE")));
    }
    assert_eq!(table.matches(&format!("NonKeyAttributes: [{}]", store::PROJECTED.join(", "))).count(), 1);
    assert_eq!(table.matches(&format!("NonKeyAttributes: [{}]", store::LISTED.join(", "))).count(), 2);
    for promise in [
        &format!("AttributeName: {}, Enabled: true", store::TTL),
        "StreamViewType: KEYS_ONLY",
        "PointInTimeRecoveryEnabled: true",
        "DeletionProtectionEnabled: true",
    ] {
        assert!(table.contains(promise), "{promise}");
    }
    let keys = resource(&template, "KeysTable").join("\n");
    assert!(keys.contains("DeletionProtectionEnabled: true") && !keys.contains("PointInTimeRecoveryEnabled: true"), "what is erased there is gone");
    assert!(
        template.contains(&format!("ContentSecurityPolicy: \"{}\"", site::security::content_security_policy())),
        "the policy of the pages is: {}",
        site::security::content_security_policy()
    );
    for text in ["ReportBatchItemFailures", "BisectBatchOnFunctionError: true", "AWS::CloudFront::Distribution", "AWS::S3::Bucket"] {
        assert!(template.contains(text), "{text}");
    }
}

/// What each crate may name of the outside: the sentence "the only crate that …" of its README, held.
#[test]
fn each_crate_knows_only_what_it_may() {
    let only = [
        ("aws-sdk-dynamodb = ", "functions/core/store"),
        ("aws-sdk-sns = ", "functions/core/notify"),
        ("aws-sdk-s3 = ", "functions/core/evidence"),
        ("image = ", "functions/core/pictures"),
        ("s3s = ", "infra/local"),
        ("aws-sdk-kms = ", "functions/core/seal"),
        ("lambda_runtime = ", "functions/core/boot"),
        ("webauthn-rs = ", "functions/core/passkeys"),
        ("dynoxide-rs = ", "infra/local"),
    ];
    let mut manifests = vec![];
    for folder in folders().iter().map(|f| format!("functions/{f}")).chain(["infra/local", "infra/policy", "site"].map(str::to_owned)) {
        manifests.push(folder);
    }
    for noun in std::fs::read_dir(root().join("functions/core")).unwrap() {
        manifests.push(format!("functions/core/{}", noun.unwrap().file_name().to_str().unwrap()));
    }
    for folder in &manifests {
        let manifest = read(&format!("{folder}/Cargo.toml"));
        for (name, owner) in only {
            assert_eq!(manifest.contains(&format!("\n{name}")), folder == owner, "{folder} and {name}");
        }
        if folder != "infra/local" {
            assert!(!manifest.contains("infra/local") && !manifest.contains("sunwai"), "{folder} must not link the pages of /dev");
        }
    }
    let pure = read("functions/core/domain/Cargo.toml");
    let dependencies: Vec<&str> = pure.split("[dependencies]\n").nth(1).unwrap().split("\n[").next().unwrap().lines().filter(|l| !l.is_empty()).collect();
    assert!(dependencies.iter().all(|l| ["jiff", "unicode-"].iter().any(|p| l.starts_with(p))), "domain stays pure: {dependencies:?}");
    for noun in ["site", "functions/core/words"] {
        let manifest = read(&format!("{noun}/Cargo.toml"));
        assert!(!manifest.contains("\nstore = ") && !manifest.contains("\ntokio = "), "{noun} reads nothing");
    }
}

#[test]
fn no_function_carries_the_pages_of_dev() {
    let tree = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--workspace", "-e", "normal", "--prefix", "none", "-f", "{p}", "-i", "sunwai"])
        .current_dir(root())
        .output()
        .unwrap();
    let users = String::from_utf8(tree.stdout).unwrap();
    for folder in folders() {
        let name = folder.split_once('/').unwrap().1;
        assert!(!users.lines().any(|line| line.starts_with(&format!("{name} "))), "{name} links the local product: {users}");
    }
    for path in folders() {
        let mut files = vec![];
        sources(&root().join("functions").join(&path), &mut files);
        assert!(files.iter().all(|f| !std::fs::read_to_string(f).unwrap().contains("/dev/")), "{path}");
    }
}

/// Random bytes come from the system in everything that is deployed: only the simulation draws them from a seed.
#[test]
fn nothing_but_the_simulation_is_seeded() {
    let named = |name: &str| {
        let mut cargo = std::process::Command::new(env!("CARGO"));
        let tree =
            cargo.args(["tree", "--workspace", "-e", "normal,build,dev", "--prefix", "none", "-f", "{p}", "-i", name]).current_dir(root()).output().unwrap();
        String::from_utf8(tree.stdout).unwrap()
    };
    assert_eq!(named("sim").lines().count(), 1, "nobody links the simulation: {}", named("sim"));
    let mut files = vec![];
    for folder in ["functions", "infra", "site", "tests"] {
        sources(&root().join(folder), &mut files);
    }
    // Written in two parts, so that this file does not find itself.
    let seeds = concat!("seeded", "::seed(");
    let seeding = files.iter().filter(|file| std::fs::read_to_string(file).unwrap().contains(seeds));
    let seeding: BTreeSet<&str> = seeding.map(|file| file.strip_prefix(root()).unwrap().to_str().unwrap()).collect();
    assert_eq!(seeding, BTreeSet::from(["tests/sim/src/seed.rs"]));
    let members = std::process::Command::new(env!("CARGO")).args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root()).output().unwrap();
    let members: serde_json::Value = serde_json::from_slice(&members.stdout).unwrap();
    for package in members["packages"].as_array().unwrap() {
        let turns_on = |it: &serde_json::Value| it["name"] == "seal" && it["features"].as_array().unwrap().contains(&"seeded".into());
        let turns_on = package["dependencies"].as_array().unwrap().iter().any(turns_on);
        assert_eq!(turns_on, package["name"] == "sim", "{} and the feature of seal", package["name"]);
    }
}

#[test]
fn rooms_stay_small_and_finished() {
    let mut files = vec![];
    for folder in ["functions", "infra", "site", "tests"] {
        sources(&root().join(folder), &mut files);
    }
    assert!(files.len() > 100);
    // Written in two parts, so that this file does not find itself.
    let unfinished = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("unimplemented", "!"), concat!("todo", "!(")];
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let lines = text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines: which two rooms is it?", file.display());
        for word in unfinished {
            assert!(!text.contains(word), "{} says {word}", file.display());
        }
        let wrapper = file.ends_with("site/src/parts/textarea.rs");
        let raw = text.contains("<textarea") && file.components().any(|c| c.as_os_str() == "site") && !file.components().any(|c| c.as_os_str() == "tests");
        assert!(!raw || wrapper, "{} has a textarea of its own", file.display());
    }
}

/// A new stage or move must be decided on, not swept along: every arm names its stages and its move.
#[test]
fn every_stage_and_move_is_decided_by_name() {
    let source = read("functions/core/domain/src/decide.rs");
    let body = source.split("\nfn table(").nth(1).and_then(|rest| rest.split("\n}\n").next()).expect("the table is there");
    // Arms as rustfmt breaks them over lines are put together again before they are read.
    let body = body.split("match (&it.stage, wanted) {").nth(1).expect("one match").split_whitespace().collect::<Vec<_>>().join(" ");
    let arms: Vec<String> = body
        .match_indices("(Stage::")
        .chain(body.match_indices("( Stage::"))
        .map(|(at, _)| body[at..].split(" => ").next().unwrap().replace("( ", "("))
        .collect();
    assert!(!body.contains("_ =>") && !body.contains("_)") && !body.contains("_, Move"), "a wildcard");
    assert!(arms.len() >= 5, "{arms:?}");
    for arm in arms {
        let (stage, wanted) = arm.trim_start_matches('(').split_once(", Move::").unwrap_or_else(|| panic!("{arm} names no move"));
        assert!(stage.split(" | ").all(|one| one.trim().starts_with("Stage::")), "{arm} names no stage");
        assert!(wanted.chars().next().is_some_and(char::is_uppercase), "{arm}");
    }
}
