//! The policy in force as programs read it: `/policy.json`. What a clock is stands there once, under its id; a category
//! names those it has, and says the rule and the length of the first, its own.

use domain::clock::ClockRule;
use domain::lang::Both;
use domain::policy::{Category, ClockTerms, Deadline, District, Matter, Policy, Service};
use serde_json::{Value, json};

pub(crate) fn draw(policy: &Policy) -> String {
    let services: Vec<Value> = policy.services.iter().map(service).collect();
    let districts: Vec<Value> = policy.districts.iter().map(|it| district(policy, it)).collect();
    let clocks: Vec<Value> = policy.clocks.iter().map(|(rule, terms)| clock(*rule, terms)).collect();
    json!({ "version": policy.version.as_str(), "clocks": clocks, "services": services, "districts": districts }).to_string()
}

fn name(both: &Both) -> Value {
    json!({ "hi": both.hi, "en": both.en })
}

fn service(it: &Service) -> Value {
    let categories: Vec<Value> = it.categories.iter().map(category).collect();
    json!({ "id": it.id.as_str(), "name": name(&it.name), "categories": categories })
}

fn category(it: &Category) -> Value {
    let clocks: Vec<&str> = [ClockRule::Disposal].iter().chain(&it.clocks).map(|rule| rule.tag()).collect();
    json!({
        "id": it.id.as_str(),
        "name": name(&it.name),
        "deadline": deadline(it.deadline),
        "rule": name(&it.rule),
        "source": name(&it.source),
        "clocks": clocks,
        "suggestion": it.matter == Matter::Suggestion,
    })
}

/// What every category with this clock has in common; the disposal's rule and length are each category's own.
fn clock(rule: ClockRule, it: &ClockTerms) -> Value {
    let mut drawn = json!({ "id": rule.tag(), "name": name(&it.name), "starts": it.start.tag() });
    if let Some(runs) = it.runs {
        drawn["lasts"] = deadline(runs);
        drawn["rule"] = name(&it.rule);
        drawn["source"] = name(&it.source);
    }
    drawn
}

// A working day is no unit of any duration format: the unit is the key.
fn deadline(it: Deadline) -> Value {
    match it {
        Deadline::Hours(n) => json!({ "hours": n }),
        Deadline::Days(n) => json!({ "days": n }),
        Deadline::WorkingDays(n) => json!({ "working_days": n }),
        Deadline::Months(n) => json!({ "months": n }),
    }
}

fn district(policy: &Policy, it: &District) -> Value {
    let stations = policy.stations_of(&it.code).map(|station| json!({ "code": station.code.as_str(), "name": name(&station.name) }));
    json!({ "code": it.code.as_str(), "name": name(&it.name), "stations": stations.collect::<Vec<_>>() })
}
