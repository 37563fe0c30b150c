//! Whatever somebody typed, in whatever script: there is a paper of it, and its hash is of the text as it was typed.

use domain::evidence::Sha;
use domain::ids::DistrictCode;
use domain::lang::{Both, Lang};
use domain::number::Number;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sha2::{Digest as _, Sha256};
use site::page::Holder;
use site::page::paper::{ContactMade, PictureListed, Reading, ReportSheet, Written};

use crate::paper::Read;

fn both(text: &str) -> Both {
    Both { hi: text.to_owned(), en: text.to_owned() }
}

fn sheet(findings: &str, no_photo_reason: &str) -> ReportSheet {
    let at: domain::Timestamp = crate::town::TUESDAY.parse().unwrap();
    let lucknow = DistrictCode::parse("LKO").unwrap();
    let who = || Holder {
        title: both("उपनिरीक्षक सीमा"), place: both("थाना आलमबाग"), woman: true, stands_in_for: None
    };
    ReportSheet {
        number: (0..=u8::MAX).find_map(|n| Number::make(&lucknow, 2026, [n, 15, 3, 19, 23, 9, 29, 28])).unwrap(),
        category: both("छेड़छाड़"),
        place: both("थाना आलमबाग"),
        registered_at: at,
        due_at: at,
        filed_at: at,
        author: who(),
        contacts: vec![ContactMade { at, reached: true, by: who() }],
        fir: Some(("0312/2026".to_owned(), findings.to_owned())),
        pictures: vec![PictureListed { at, sha: Sha::parse(&"0a".repeat(32)).unwrap(), by: who() }],
        written: Some(Written { findings: findings.to_owned(), no_photo_reason: Some(no_photo_reason.to_owned()) }),
        reading: Reading::Waiting,
    }
}

/// Anything at all, and among it what a typesetter is easily led astray by.
fn typed() -> impl Strategy<Value = String> {
    let tricky = prop::sample::select(vec![
        "#",
        "$",
        "]",
        "\\",
        "\u{202e}",
        "\u{200d}",
        "\u{94d}",
        "\u{93f}",
        "\u{301}",
        "\u{fffd}",
        "\u{e000}",
        "\u{10ffff}",
        "क्ष",
        "ر",
        "👩‍👩‍👧",
        "\n",
        "\r\n",
        "\t",
        "\u{0}",
        "\u{2028}",
    ]);
    prop::collection::vec(prop_oneof![any::<char>().prop_map(String::from), tricky.prop_map(str::to_owned), "[ -~]{0,12}", "[\u{900}-\u{97f}]{0,8}"], 0..60)
        .prop_map(|parts| parts.concat())
}

#[test]
fn no_text_keeps_a_paper_from_being_made() {
    // As every town says it: were it said between the paper and its hash, they would differ.
    site::stands_at("http://127.0.0.1");
    let mut runner = TestRunner::new(Config { cases: 40, failure_persistence: None, ..Config::default() });
    let made = runner.run(&(typed(), typed()), |(findings, reason)| {
        let sheet = sheet(&findings, &reason);
        let paper = papers::report(Lang::Hi, &sheet).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let says = papers::report_says(Lang::Hi, &sheet);
        let hash: String = Sha256::digest(says.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        prop_assert_eq!(&paper.hash, &hash);
        // A digit that was typed with a mark or a joiner after it is read with that everywhere: a font has one glyph for it.
        let letters: String = Read::new(&paper.pdf).letters().chars().filter(char::is_ascii_alphanumeric).collect();
        prop_assert!(letters.contains(&hash), "{hash} in {letters}");
        // A line is a name, a tab and a value, whatever was typed.
        prop_assert!(says.lines().all(|line| line.matches('\t').count() == 1), "{says:?}");
        Ok(())
    });
    made.unwrap();
}

#[test]
fn a_letter_more_is_another_hash() {
    let one = papers::report_says(Lang::Hi, &sheet("a\nb", "c"));
    for other in [sheet("a\nb ", "c"), sheet("a\\nb", "c"), sheet("a", "b\nc"), sheet("a\nb", "c\n")] {
        assert_ne!(one, papers::report_says(Lang::Hi, &other));
    }
    assert_ne!(one, papers::report_says(Lang::En, &sheet("a\nb", "c")));
}
