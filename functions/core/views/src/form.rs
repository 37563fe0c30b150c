//! The form and the page that checks it.

use axum::response::Response;
use boot::{Ask, Base};
use codes::{Sending, Tried};
use domain::Timestamp;
use domain::fault::{Fault, Field, Flaw};
use domain::filing::Typed;
use domain::policy::{Category, Policy, Scope};
use site::page::{BeginPage, CheckPage, ChoosePage, CodeEntry, CodeState, FormPage};

/// What is missing before a form can be drawn decides which page comes instead.
pub enum Asked<'a> {
    Form(FormPage<'a>),
    /// The category is known, the district is not.
    Begin(BeginPage<'a>),
    /// No category is known.
    Choose(ChoosePage<'a>),
}

impl Asked<'_> {
    /// The draft whose place the form will take.
    pub fn replacing(mut self, draft: Option<&str>) -> Self {
        if let Asked::Form(form) = &mut self {
            form.replaces = draft.map(str::to_owned);
        }
        self
    }

    /// Answers with the form at `code`, or with the page that must come before it.
    pub fn show(&self, base: &Base, ask: &Ask, code: u16) -> Response {
        match self {
            Asked::Form(form) => base.show(ask, code, form),
            Asked::Begin(page) => base.show(ask, code.max(422), page),
            Asked::Choose(page) => base.show(ask, code.max(422), page),
        }
    }
}

/// The form for what was typed so far.
pub fn form_page<'a>(policy: &'a Policy, typed: Typed, faults: Vec<Fault>) -> Asked<'a> {
    let Some((service, category)) = policy.category(typed.get(Field::Category).trim()) else {
        return Asked::Choose(ChoosePage { policy });
    };
    let chosen = typed.get(Field::District).trim();
    let Some(district) = policy.district_called(chosen) else {
        let flaw = if chosen.is_empty() { Flaw::Missing } else { Flaw::UnknownChoice };
        return Asked::Begin(BeginPage { service, category, policy, fault: Some(Fault { field: Field::District, flaw }) });
    };
    Asked::Form(FormPage {
        service,
        category,
        district,
        stations: policy.stations_of(&district.code).collect(),
        typed,
        faults,
        expired: false,
        about_police: is_about_police(policy, category),
        replaces: None,
    })
}

/// Whether a category's ladder starts above every station: it is about the police themselves.
fn is_about_police(policy: &Policy, category: &Category) -> bool {
    let first = policy.ladders.get(&category.ladder).and_then(|ladder| ladder.steps.first());
    first.and_then(|step| policy.posts.get(&step.post)).is_some_and(|post| matches!(post.scope, Scope::Circle))
}

/// Every answer to check, and the code to type; `None` where the policy no longer knows the category or district.
pub fn check_page<'a>(policy: &'a Policy, typed: Typed, code: CodeEntry) -> Option<CheckPage<'a>> {
    let (service, category) = policy.category(typed.get(Field::Category).trim())?;
    let district = policy.district_called(typed.get(Field::District))?;
    let station = policy.station(typed.get(Field::Station).trim());
    let accused_station = policy.station(typed.get(Field::AccusedStation).trim());
    Some(CheckPage { service, category, district, station, accused_station, typed, code })
}

/// What the page says of a code that was sent or tried, and until when it holds.
pub fn code_state(sending: Sending, now: Timestamp) -> (CodeState, Timestamp) {
    match sending {
        Sending::Sent { expires_at } => (CodeState::Sent, expires_at),
        Sending::NotSent => (CodeState::NotSent, now),
        Sending::Wait(until) => (CodeState::WaitUntil(until), now),
    }
}

/// The state and status of a try that did not succeed; `None` where it did.
pub fn failed_try(tried: &Tried) -> Option<(CodeState, u16)> {
    match tried {
        Tried::Right(_) => None,
        Tried::Wrong { left } => Some((CodeState::Wrong { left: *left }, 422)),
        Tried::Spent => Some((CodeState::Expired, 422)),
        Tried::Locked { until } => Some((CodeState::LockedUntil(*until), 429)),
    }
}
