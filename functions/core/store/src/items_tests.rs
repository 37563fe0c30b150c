//! Every stored shape has an example that an earlier version wrote: this version must read it, and what it
//! writes back must hold the same.

use super::*;

const COMPLAINT: &str = include_str!("../examples/complaint.json");
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
    // Before the accused and the officer were stored.
    let oldest: ComplaintItem = serde_json::from_str(OLDEST).unwrap();
    let oldest = oldest.read().unwrap();
    assert!(!oldest.accused.names_police() && oldest.stage == Stage::Unassigned);
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
    assert_eq!(stored.len(), 4);
    for one in stored {
        let item: EventItem = serde_json::from_value(one.clone()).unwrap();
        let read = item.read().unwrap();
        let written = serde_json::to_value(EventItem::from(&read.event)).unwrap();
        assert_eq!(written, one);
    }
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
