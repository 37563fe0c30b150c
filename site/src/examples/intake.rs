//! Taking a complaint in: each page of it, with and without a phone, with everything wrong, and what a wall makes of it.

use domain::fault::{Fault, Field, Flaw};
use domain::policy::{Category, Channel, Policy, Service};

use super::desk::head;
use super::people::{self, typed};
use super::{complaint, every_fault};
use crate::page::Page;
use crate::page::intake::{Again, Given, IntakeCheckPage, IntakeMatterPage, IntakePage, IntakeReceiptPage, taken_in_for};

/// The pages by a short name. Empty where no service of the policy has a desk.
pub(super) fn pages(policy: &Policy) -> Vec<(&'static str, Page<'_>)> {
    let most = taken_in_for(policy).max_by_key(|service| service.at_desk().count());
    let found = most.and_then(|service| Some((service, service.categories.first()?)));
    let mut all = matters(policy);
    if let Some((service, category)) = found {
        all.extend(forms(policy, service, category));
        all.extend(receipts(policy, category));
    }
    all
}

fn matters(policy: &Policy) -> Vec<(&'static str, Page<'_>)> {
    let first = IntakeMatterPage { head: head(), policy, category: String::new(), district: "LKO".to_owned(), faults: Vec::new() };
    let faults = [(Field::Category, Flaw::Missing), (Field::District, Flaw::UnknownChoice)].map(|(field, flaw)| Fault { field, flaw });
    let wrong = IntakeMatterPage { district: "Atlantis".to_owned(), faults: faults.to_vec(), ..first.clone() };
    vec![("desk-intake-matter", Page::IntakeMatter(first)), ("desk-intake-matter-wrong", Page::IntakeMatter(wrong))]
}

fn forms<'a>(policy: &'a Policy, service: &'a Service, category: &'a Category) -> Vec<(&'static str, Page<'a>)> {
    let Some(district) = people::district(policy) else { return Vec::new() };
    let first = IntakePage {
        head: head(),
        service,
        category,
        district,
        stations: policy.stations_of(&district.code).collect(),
        typed: people::empty(service, category, district),
        faults: Vec::new(),
    };
    let mut written = typed(service, category, district);
    let reference = [
        (Field::Channel, Channel::Reference.tag()),
        (Field::Source, "राज्य मानवाधिकार आयोग"),
        (Field::SourceNumber, "114/2026"),
        (Field::SourceDate, "17.11.2026"),
    ];
    for (field, value) in reference {
        written.set(field, value);
    }
    let at_desk = [
        (Field::Channel, Flaw::Missing),
        (Field::Source, Flaw::Missing),
        (Field::SourceNumber, Flaw::Missing),
        (Field::SourceDate, Flaw::NotADay),
        (Field::NoPhone, Flaw::UnknownChoice),
    ];
    let faults = at_desk.map(|(field, flaw)| Fault { field, flaw }).into_iter().chain(every_fault()).collect();
    let wrong = IntakePage { typed: written.clone(), faults, ..first.clone() };
    let own = IntakePage { typed: written.clone(), faults: vec![Fault { field: Field::Phone, flaw: Flaw::OfficersPhone }], ..first.clone() };
    let check = IntakeCheckPage {
        head: head(),
        service,
        category,
        district,
        station: policy.stations_of(&district.code).next(),
        accused_station: None,
        typed: written.clone(),
        no_phone: false,
        walled: false,
    };
    let mut none = written;
    for (field, value) in [(Field::Channel, Channel::WalkIn.tag()), (Field::Phone, ""), (Field::NoPhone, "yes")] {
        none.set(field, value);
    }
    let walled = IntakeCheckPage { accused_station: check.station, typed: none, no_phone: true, walled: true, ..check.clone() };
    vec![
        ("desk-intake", Page::Intake(Box::new(first))),
        ("desk-intake-wrong", Page::Intake(Box::new(wrong))),
        ("desk-intake-own-phone", Page::Intake(Box::new(own))),
        ("desk-intake-check", Page::IntakeCheck(Box::new(check))),
        ("desk-intake-check-walled", Page::IntakeCheck(Box::new(walled))),
    ]
}

fn receipts(policy: &Policy, category: &Category) -> Vec<(&'static str, Page<'static>)> {
    let registered = people::at(24, 10, 42);
    let receipt = complaint::receipt_page(category, registered, policy.calendar.due(registered, category.deadline));
    let first = IntakeReceiptPage { head: head(), receipt, no_phone: false, given: Given::Here, again: None };
    let walled = IntakeReceiptPage { no_phone: true, given: Given::Walled, ..first.clone() };
    let again = IntakeReceiptPage { given: Given::Elsewhere, again: Some(Again::Changed), ..first.clone() };
    let same = IntakeReceiptPage { again: Some(Again::Same), ..first.clone() };
    vec![
        ("desk-intake-receipt", Page::IntakeReceipt(Box::new(first))),
        ("desk-intake-receipt-walled", Page::IntakeReceipt(Box::new(walled))),
        ("desk-intake-receipt-changed", Page::IntakeReceipt(Box::new(again))),
        ("desk-intake-receipt-again", Page::IntakeReceipt(Box::new(same))),
    ]
}
