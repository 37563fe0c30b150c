//! What a desk takes in: how it came, whose phone it is, and what a reference must tell.

use super::*;
use crate::complaint::Officer;
use crate::ids::{OfficerId, UnitCode};

const OFFICERS: [&str; 2] = ["+917000000001", "+917000000002"];

/// A policy whose first service has every way to a desk, and whose second has none.
fn desks() -> Policy {
    let mut policy = policy();
    policy.services[0].channels.extend(Channel::AT_DESK);
    policy
}

fn written(changes: &[(Field, &str)]) -> Typed {
    let mut typed = with(Field::Channel, "walk_in");
    for (field, value) in changes {
        typed.set(*field, value);
    }
    typed
}

fn read(changes: &[(Field, &str)]) -> Result<DeskFiling, Vec<Fault>> {
    DeskFiling::parse(&written(changes), &desks(), &OFFICERS.map(str::to_owned), now())
}

#[track_caller]
fn faulty(changes: &[(Field, &str)], expected: &[(Field, Flaw)]) {
    let expected: Vec<Fault> = expected.iter().map(|(field, flaw)| Fault { field: *field, flaw: *flaw }).collect();
    assert_eq!(read(changes).unwrap_err(), expected);
}

#[test]
fn every_way_to_a_desk_is_a_channel_of_its_own() {
    for channel in [Channel::WalkIn, Channel::Desk, Channel::Phone, Channel::Post] {
        assert_eq!(read(&[(Field::Channel, channel.tag())]).unwrap().arrival.channel(), channel);
    }
    let sent = [(Field::Channel, "reference"), (Field::Source, "राज्य मानवाधिकार आयोग"), (Field::SourceNumber, "114/2026"), (Field::SourceDate, "17.11.2026")];
    let Arrival::Reference(source) = read(&sent).unwrap().arrival else { panic!("a reference") };
    assert_eq!((source.number.as_str(), source.date), ("114/2026", date(2026, 11, 17)));
    for other in ["web", "whatsapp", "email", "video", "pigeon"] {
        faulty(&[(Field::Channel, other)], &[(Field::Channel, Flaw::UnknownChoice)]);
    }
    faulty(&[(Field::Channel, "")], &[(Field::Channel, Flaw::Missing)]);
    faulty(&[(Field::Category, "S3-1")], &[(Field::Channel, Flaw::UnknownChoice)]);
}

#[test]
fn a_reference_tells_where_it_is_from() {
    let missing = [Field::Source, Field::SourceNumber, Field::SourceDate].map(|field| (field, Flaw::Missing));
    faulty(&[(Field::Channel, "reference")], &missing);
    let whole = [(Field::Channel, "reference"), (Field::Source, "आयोग"), (Field::SourceNumber, "7"), (Field::SourceDate, "yesterday")];
    assert!(read(&whole).is_ok());
    for (field, typed, flaw) in [
        (Field::SourceDate, "about Diwali", Flaw::NotADay),
        (Field::SourceDate, "30.2.2026", Flaw::NotADay),
        (Field::SourceDate, "22.11.2026", Flaw::InFuture),
        (Field::Source, "12", Flaw::NoLetters),
        (Field::SourceNumber, " ", Flaw::Missing),
    ] {
        faulty(&[whole[0], whole[1], whole[2], whole[3], (field, typed)], &[(field, flaw)]);
    }
}

#[test]
fn the_phone_is_hers_or_there_is_none() {
    let hers = read(&[]).unwrap();
    assert_eq!(hers.phone.as_ref().unwrap().e164(), "+919812300001");
    faulty(&[(Field::Phone, "")], &[(Field::Phone, Flaw::Missing)]);
    for known in ["7000000001", "+91 70000 00002", "०७००००००००१"] {
        faulty(&[(Field::Phone, known)], &[(Field::Phone, Flaw::OfficersPhone)]);
    }
    faulty(&[(Field::NoPhone, "yes")], &[(Field::Phone, Flaw::PhoneAndNone)]);
    faulty(&[(Field::NoPhone, "perhaps")], &[(Field::NoPhone, Flaw::UnknownChoice)]);
    let none = read(&[(Field::NoPhone, "yes"), (Field::Phone, ""), (Field::ContactSms, "yes"), (Field::ContactCall, "yes"), (Field::SafeHours, "10:00-17:00")])
        .unwrap();
    assert_eq!(none.phone, None);
    assert_eq!(none.contact, SafeContact { sms: false, call: false, hours: None }, "nothing is promised that cannot be done");
}

#[test]
fn it_begins_as_hers_would_and_says_who_wrote_it_down() {
    let both = both("सीमा");
    let id = OfficerId::parse("O-1").unwrap();
    let officer =
        Officer { id: id.clone(), unit: UnitCode::parse("LKO-ALB").unwrap(), post: PostId::parse("io").unwrap(), rank: both.clone(), name: both, woman: true };
    let filing = read(&[]).unwrap();
    let (open, number) = (filing.open_part(Lang::Hi), crate::sample::complaint().number);
    let own = open.register(number.clone(), &desks(), now()).unwrap();
    let taken = open.take_in(number, &desks(), Channel::Post, &officer, now()).unwrap();
    assert_eq!(taken.events[0].by, Actor::Officer(id));
    assert!(matches!(&taken.events[0].kind, Kind::Registered { taken_in: Some(by), .. } if *by == officer));
    assert!(matches!(&own.events[0].kind, Kind::Registered { taken_in: None, .. }));
    assert_eq!(Complaint { channel: Channel::Web, ..taken.complaint }, own.complaint, "clocks, ladder and stage are the same");
}
