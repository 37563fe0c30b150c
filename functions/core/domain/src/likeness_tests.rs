use proptest::prelude::*;

use super::*;

/// FNV-1a under a key.
fn hashed(key: u64) -> impl Fn(&str) -> u64 {
    move |text| text.bytes().fold(0xcbf2_9ce4_8422_2325 ^ key, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

fn of(text: &str) -> Fingerprint {
    Fingerprint::of(text, hashed(7)).unwrap()
}

const HINDI: &str = "दिनांक 12.11.2026 को मौके पर जाकर पूछताछ की गई। पड़ोस के दो लोगों के बयान लिए गए, दुकान का कैमरा देखा गया \
    और दूसरे पक्ष को थाने बुलाकर लिखित में पाबंद किया गया। आवेदिका को फ़ोन पर पूरी बात बताई गई और वह कार्रवाई से संतुष्ट हैं।";
const OTHER_HINDI: &str = "आवेदिका ने बताया कि खेत की मेड़ को लेकर देवर से झगड़ा हुआ था। राजस्व निरीक्षक के साथ खेत की नाप कराई गई, \
    दोनों पक्षों ने नक़्शे पर दस्तख़त किए और गाँव के प्रधान के सामने समझौता हुआ। अब कोई विवाद शेष नहीं है।";
const ENGLISH: &str = "On 12 November 2026 the place was visited and two neighbours were heard. The camera of the shop was seen, \
    the other party was called to the station and bound over in writing. She was told everything by phone and is content.";
const OTHER_ENGLISH: &str = "The phone was traced to a shop in Kanpur whose owner keeps a register of sold cards. The buyer was found, \
    the messages were kept for the court and the number was closed by the company on our request the same day.";

/// The same report for another woman: another day, another number of people, another name.
fn adapted(text: &str) -> String {
    text.replace("12.11.2026", "१५.११.२०२६").replace("12 November", "15 November").replace("दो लोगों", "तीन लोगों").replace("two neighbours", "three neighbours")
}

#[test]
fn a_report_with_other_dates_is_like_the_one_it_was_made_from() {
    for text in [HINDI, ENGLISH] {
        assert!(of(text).is_like(&of(text)));
        assert_ne!(of(&adapted(text)), of(text), "something was changed");
        assert!(of(&adapted(text)).is_like(&of(text)), "{}", of(&adapted(text)).shares(&of(text)));
        // Punctuation and capitals make no difference at all.
        assert_eq!(of(&text.to_uppercase().replace(['.', '।', ','], " ; ")), of(text));
    }
}

#[test]
fn two_honest_reports_are_not_alike() {
    for (one, other) in [(HINDI, OTHER_HINDI), (ENGLISH, OTHER_ENGLISH), (HINDI, ENGLISH)] {
        assert!(of(one).shares(&of(other)) < PLACES / 8, "{}", of(one).shares(&of(other)));
        assert!(!of(one).is_like(&of(other)));
    }
    // One sentence in common, as the law asks for it, is none too many.
    let closing = " आगे कोई बात हो तो तुरंत थाने या 112 पर बताने को कहा गया।";
    assert!(!of(&format!("{HINDI}{closing}")).is_like(&of(&format!("{OTHER_HINDI}{closing}"))));
}

#[test]
fn a_name_in_the_other_script_does_not_hide_a_copy() {
    let roman = HINDI.replace("कैमरा", "camera").replace("फ़ोन", "phone").replace("दुकान", "dukan");
    assert!(of(&roman).is_like(&of(HINDI)), "{}", of(&roman).shares(&of(HINDI)));
}

#[test]
fn without_the_key_a_fingerprint_tells_nothing() {
    let elsewhere = Fingerprint::of(HINDI, hashed(8)).unwrap();
    assert_eq!(elsewhere.shares(&of(HINDI)), 0);
    assert_eq!(Fingerprint::of("two words", hashed(7)), None);
    assert_eq!(Fingerprint::of("। , ।", hashed(7)), None);
}

#[test]
fn twenty_are_remembered_and_a_mended_report_takes_its_own_place() {
    let district = crate::ids::DistrictCode::parse("LKO").unwrap();
    let number = |n: u8| (0u8..).find_map(|k| Number::make(&district, 2026, [n, k, 0, 0, 0, 0, 0, 0])).unwrap();
    let text = |n: u8| format!("{HINDI} {}", format!("अलग बात {n} ").repeat(3));
    let mut reports = Reports::default();
    for n in 0..25 {
        reports = reports.and(number(n), of(&text(n)));
    }
    assert_eq!(reports.iter().count(), REMEMBERED);
    assert!(reports.iter().all(|(of, _)| *of != number(4)) && reports.iter().any(|(of, _)| *of == number(5)), "the oldest fell away");
    let mended = reports.and(number(9), of(OTHER_HINDI));
    assert_eq!(mended.iter().filter(|(of, _)| *of == number(9)).count(), 1);
    assert!(mended.have_one_like(&number(99), &of(HINDI)) && mended.have_one_like(&number(8), &of(OTHER_HINDI)));
    assert!(!mended.have_one_like(&number(9), &of(OTHER_HINDI)), "a report is not held against itself");
    assert!(!Reports::default().have_one_like(&number(1), &of(HINDI)));
}

proptest! {
    #[test]
    fn what_is_kept_is_read_back(text in "\\PC{20,200}") {
        if let Some(print) = Fingerprint::of(&text, hashed(1)) {
            prop_assert_eq!(Fingerprint::from_bytes(&print.to_bytes()), Some(print));
        }
    }

    #[test]
    fn bytes_that_are_none_are_none(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(Fingerprint::from_bytes(&bytes).is_some(), bytes.len() == 4 * PLACES);
    }
}
