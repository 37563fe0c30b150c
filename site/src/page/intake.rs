//! Taking a complaint in at a desk, as values: the matter, the form, what was written to be read back, the receipt.

use domain::fault::Fault;
use domain::filing::Typed;
use domain::policy::{Category, District, Policy, Service, Station};

use super::ReceiptPage;
use super::desk::DeskHead;

/// `GET /desk/new`: what it is about, and where.
#[derive(Clone, Debug)]
pub struct IntakeMatterPage<'a> {
    pub head: DeskHead,
    pub policy: &'a Policy,
    /// As it was chosen, and the officer's own district before anything was.
    pub category: String,
    pub district: String,
    pub faults: Vec<Fault>,
}

/// The services that a desk takes complaints in for, each with its categories.
pub fn taken_in_for(policy: &Policy) -> impl Iterator<Item = &Service> {
    policy.services.iter().filter(|service| service.at_desk().next().is_some())
}

/// The form, and again after an error.
#[derive(Clone, Debug)]
pub struct IntakePage<'a> {
    pub head: DeskHead,
    pub service: &'a Service,
    pub category: &'a Category,
    pub district: &'a District,
    pub stations: Vec<&'a Station>,
    /// As it was typed; on a first view only category, district and the idempotency key.
    pub typed: Typed,
    pub faults: Vec<Fault>,
}

/// Everything once more, before it is registered.
#[derive(Clone, Debug)]
pub struct IntakeCheckPage<'a> {
    pub head: DeskHead,
    pub service: &'a Service,
    pub category: &'a Category,
    pub district: &'a District,
    pub station: Option<&'a Station>,
    pub accused_station: Option<&'a Station>,
    pub typed: Typed,
    /// She has no phone.
    pub no_phone: bool,
    /// It will not exist for the officer who writes it down.
    pub walled: bool,
}

/// Registered: the paper that she takes with her.
#[derive(Clone, Debug)]
pub struct IntakeReceiptPage {
    pub head: DeskHead,
    pub receipt: ReceiptPage,
    pub no_phone: bool,
    pub given: Given,
    /// The form was registered before.
    pub again: Option<Again>,
}

/// Who has it now, seen from the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// The officer finds it in the console.
    Here,
    Elsewhere,
    /// It names the officer's own station.
    Walled,
}

/// How a form that was registered before has come again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    Same,
    /// With other answers, which were not taken.
    Changed,
}
