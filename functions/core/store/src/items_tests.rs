//! Every stored shape has an example that an earlier version wrote: this version must read it, and what it
//! writes back must hold the same.

use domain::evidence::FileFault;
use domain::work::Work;

use super::*;
use crate::evidence::Awaited;

const COMPLAINT: &str = include_str!("../examples/complaint.json");
const BEFORE_WORK: &str = include_str!("../examples/complaint-before-work.json");
const BEFORE_CLOCKS: &str = include_str!("../examples/complaint-before-clocks.json");
const OLDEST: &str = include_str!("../examples/complaint-oldest.json");
const EVENTS: &str = include_str!("../examples/events.json");

#[test]
fn complaints_of_every_version_are_read() {
    let item: ComplaintItem = serde_json::from_str(COMPLAINT).unwrap();
    let it = item.read().unwrap();
    assert_eq!(it.holder().post.as_str(), "sho");
    assert!(matches!(&it.stage, Stage::Assigned { officer, .. } if officer.woman));
    let written: serde_json::Value = serde_json::to_value(ComplaintItem::from(&it)).unwrap();
    let stored: serde_json::Value = serde_json::from_str(COMPLAINT).unwrap();
    assert_eq!(written, stored, "nothing is lost or changed on the way");
    // Before the work on it was stored, and who above a station is accused.
    let earlier: ComplaintItem = serde_json::from_str(BEFORE_WORK).unwrap();
    let earlier = earlier.read().unwrap();
    assert!(earlier.work == Work::default() && earlier.accused.above.is_none());
    // Before clocks stood side by side: that it went up says that the ladder's clock was missed.
    let earlier: ComplaintItem = serde_json::from_str(BEFORE_CLOCKS).unwrap();
    let earlier = earlier.read().unwrap();
    assert_eq!(earlier.clocks.len(), 1);
    assert_eq!(earlier.clocks[0].missed_at, Some(earlier.clocks[0].due_at));
    assert_eq!(wakes_at(&earlier), Some(earlier.path.next_at), "nothing of the past wakes it");
    // Before the accused and the officer were stored.
    let oldest: ComplaintItem = serde_json::from_str(OLDEST).unwrap();
    let oldest = oldest.read().unwrap();
    assert!(!oldest.accused.names_police() && oldest.stage == Stage::Unassigned);
}

#[test]
fn suggestions_are_read_and_written() {
    let stored: Vec<serde_json::Value> = serde_json::from_str(include_str!("../examples/suggestions.json")).unwrap();
    for one in stored {
        let read = serde_json::from_value::<PublishedItem>(one.clone()).unwrap().read().unwrap();
        assert_eq!(serde_json::to_value(PublishedItem::from(&read)).unwrap(), one);
        let mut spoiled = one;
        spoiled["sk"] = "2026-11-22".into();
        assert!(serde_json::from_value::<PublishedItem>(spoiled).unwrap().read().is_none());
    }
    // A suggestion that stands on no list, and what is none, as every complaint of before.
    for (said, expected) in [(serde_json::json!({}), Suggestion::Made), (serde_json::Value::Null, Suggestion::No)] {
        let mut item: serde_json::Value = serde_json::from_str(COMPLAINT).unwrap();
        item["suggestion"] = said;
        let read = serde_json::from_value::<ComplaintItem>(item).unwrap().read().unwrap();
        assert_eq!(read.suggestion, expected);
        assert_eq!(ComplaintItem::from(&read).read().unwrap(), read);
    }
}

#[test]
fn what_was_reopened_before_its_date_has_missed_nothing() {
    let item: ComplaintItem = serde_json::from_str(COMPLAINT).unwrap();
    let mut it = item.read().unwrap();
    assert!(it.level > 0);
    for clock in &mut it.clocks {
        (clock.met_at, clock.missed_at) = (None, None);
    }
    assert_eq!(ComplaintItem::from(&it).read().unwrap(), it);
}

#[test]
fn a_field_of_a_newer_version_is_no_obstacle() {
    let mut newer: serde_json::Value = serde_json::from_str(COMPLAINT).unwrap();
    newer["field_of_tomorrow"] = serde_json::json!({ "a": [1] });
    let item: ComplaintItem = serde_json::from_value(newer).unwrap();
    item.read().unwrap();
}

#[test]
fn every_kind_of_event_is_read_and_written() {
    let stored: Vec<serde_json::Value> = serde_json::from_str(EVENTS).unwrap();
    let kinds: std::collections::BTreeSet<_> = stored.iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds.len(), 39, "one of each kind: {kinds:?}");
    for one in stored {
        let item: EventItem = serde_json::from_value(one.clone()).unwrap();
        let read = item.read().unwrap();
        let written = serde_json::to_value(EventItem::from(&read.event)).unwrap();
        assert_eq!(written, one);
        // Rows of the first versions do not say how it was closed.
        if one["closing"]["how"] == "done" {
            let mut earlier = one;
            earlier.as_object_mut().unwrap().remove("closing");
            assert_eq!(serde_json::from_value::<EventItem>(earlier).unwrap().read().unwrap().event, read.event);
        }
    }
}

#[test]
fn files_are_read_and_written() {
    let stored: Vec<serde_json::Value> = serde_json::from_str(include_str!("../examples/files.json")).unwrap();
    for one in stored {
        let file = serde_json::from_value::<FileItem>(one.clone()).unwrap().read().unwrap();
        assert_eq!(serde_json::to_value(FileItem::from(&file)).unwrap(), one);
        for (field, bad) in [("state", "lost"), ("name", "0"), ("name", "zz"), ("added_at", "soon")] {
            let mut spoiled = one.clone();
            spoiled[field] = bad.into();
            assert!(matches!(serde_json::from_value::<FileItem>(spoiled).unwrap().read(), Err(Error::Corrupt(_))), "{field} {bad}");
        }
        // Whose it is is read from where it lies, and a picture says who took it in.
        let (field, theirs) = if one["sk"].as_str().unwrap().starts_with("P#") { ("officer", true) } else { ("sk", false) };
        assert_eq!(matches!(file.by, domain::picture::Hand::Officer(_)), theirs);
        let mut spoiled = one.clone();
        spoiled[field] = if theirs { serde_json::Value::Null } else { "P#1".into() };
        assert!(matches!(serde_json::from_value::<FileItem>(spoiled).unwrap().read(), Err(Error::Corrupt(_))), "{field}");
    }
}

#[test]
fn files_on_their_way_and_looks_are_read_and_written() {
    let stored: Vec<serde_json::Value> = serde_json::from_str(include_str!("../examples/files-awaited.json")).unwrap();
    for one in stored {
        let Awaited { file, refused, asked } = serde_json::from_value::<FileItem>(one.clone()).unwrap().read_awaited().unwrap();
        assert_eq!(refused.map(FileFault::tag), one["refused"].as_str());
        assert_eq!(u64::from(asked), one["asked"].as_u64().unwrap_or_default());
        if refused.is_none() && asked == 0 {
            assert_eq!(serde_json::to_value(FileItem::awaited(&file)).unwrap(), one);
        }
        let mut spoiled = one.clone();
        spoiled["refused"] = "lost".into();
        assert!(matches!(serde_json::from_value::<FileItem>(spoiled).unwrap().read_awaited(), Err(Error::Corrupt(_))));
    }
    let stored: Vec<serde_json::Value> = serde_json::from_str(include_str!("../examples/files-looks.json")).unwrap();
    assert_eq!(stored.len(), 3, "the copy and the original, and an officer's picture");
    for one in stored {
        let look = serde_json::from_value::<LookItem>(one.clone()).unwrap().read().unwrap();
        let (pk, sk) = (one["pk"].as_str().unwrap(), one["sk"].as_str().unwrap());
        let written = LookItem::new(&keys::files_of(pk).unwrap(), &look, sk.rsplit('#').next().unwrap());
        assert_eq!(serde_json::to_value(written).unwrap(), one);
        for (field, bad) in [("file", "x"), ("at", "soon"), ("officer", ""), ("shown", "half")] {
            let mut spoiled = one.clone();
            spoiled[field] = bad.into();
            assert!(matches!(serde_json::from_value::<LookItem>(spoiled).unwrap().read(), Err(Error::Corrupt(_))), "{field}");
        }
    }
}

#[test]
fn rosters_and_empty_posts_are_read_and_written() {
    let stored: serde_json::Value = serde_json::from_str(include_str!("../examples/roster.json")).unwrap();
    let item: DayItem = serde_json::from_value(stored.clone()).unwrap();
    let shifts = item.read().unwrap();
    let all: Vec<_> = shifts.iter().collect();
    let day = domain::calendar::wall(shifts[0].from).date();
    assert_eq!(serde_json::to_value(DayItem::new(&shifts[0].unit, day, &all)).unwrap(), stored);
    let stored: Vec<serde_json::Value> = serde_json::from_str(include_str!("../examples/vacancies.json")).unwrap();
    for one in stored {
        let item: VacancyItem = serde_json::from_value(one.clone()).unwrap();
        assert_eq!(serde_json::to_value(VacancyItem::from(&item.read().unwrap())).unwrap(), one);
    }
}

#[test]
fn accounts_are_read_and_written() {
    let stored: Vec<serde_json::Value> = serde_json::from_str(include_str!("../examples/accounts.json")).unwrap();
    let read: Vec<_> = stored.iter().map(|one| serde_json::from_value::<AccountItem>(one.clone()).unwrap().read().unwrap()).collect();
    assert!(read[0].posting.until.is_none() && read[1].posting.until.is_some() && read[1].suspended);
    for (one, account) in stored.iter().zip(&read) {
        assert_eq!(serde_json::to_value(AccountItem::from(account)).unwrap(), *one);
    }
    assert_eq!(read[1].recovery.as_ref().map(|it| it.by.as_str()), Some("O-0001"));
    // Before there were passkeys.
    let mut earlier = stored[0].clone();
    earlier.as_object_mut().unwrap().remove("generation");
    assert_eq!(serde_json::from_value::<AccountItem>(earlier).unwrap().read().unwrap(), read[0]);
    let mut half = stored[1].clone();
    half.as_object_mut().unwrap().remove("recovery_unit");
    assert!(matches!(serde_json::from_value::<AccountItem>(half).unwrap().read(), Err(Error::Corrupt(_))));
    let mut backwards = stored[0].clone();
    backwards["from"] = "yesterday".into();
    assert!(matches!(serde_json::from_value::<AccountItem>(backwards).unwrap().read(), Err(Error::Corrupt(_))));
}

#[test]
fn a_shape_that_makes_no_sense_is_corrupt_not_a_panic() {
    let spoiled = [("stage", "flying"), ("number", "LKO26-1"), ("next_at", "soon"), ("channel", "pigeon")];
    for (field, value) in spoiled {
        let mut item: serde_json::Value = serde_json::from_str(COMPLAINT).unwrap();
        item[field] = value.into();
        let item: ComplaintItem = serde_json::from_value(item).unwrap();
        assert!(matches!(item.read(), Err(Error::Corrupt(_))), "{field}");
    }
    let mut item: serde_json::Value = serde_json::from_str(COMPLAINT).unwrap();
    item["level"] = 9.into();
    let item: ComplaintItem = serde_json::from_value(item).unwrap();
    assert!(matches!(item.read(), Err(Error::Corrupt(_))), "a level above the ladder");
}

#[test]
fn queues_are_read_and_written() {
    let stored: serde_json::Value = serde_json::from_str(include_str!("../examples/hearings.json")).unwrap();
    let unit = domain::ids::UnitCode::parse("LKO").unwrap();
    for one in stored["entries"].as_array().unwrap() {
        let read = serde_json::from_value::<EntryItem>(one.clone()).unwrap().read().unwrap();
        assert_eq!(serde_json::to_value(EntryItem::new(&unit, &read)).unwrap(), *one);
    }
    for one in stored["sitting"].as_array().unwrap() {
        let read = serde_json::from_value::<SittingItem>(one.clone()).unwrap().read().unwrap();
        let day = domain::calendar::wall(read.since).date();
        assert_eq!(serde_json::to_value(SittingItem::new(&unit, day, &read)).unwrap(), *one);
    }
    let mut half = stored["entries"][2].clone();
    half.as_object_mut().unwrap().remove("room");
    assert!(serde_json::from_value::<EntryItem>(half).unwrap().read().is_none());
}
