//! The policy in force as programs read it: `/policy.json`.

use domain::lang::Both;
use domain::policy::{Deadline, District, Policy, Service};
use serde_json::{Value, json};

pub(crate) fn draw(policy: &Policy) -> String {
    let services: Vec<Value> = policy.services.iter().map(service).collect();
    let districts: Vec<Value> = policy.districts.iter().map(|it| district(policy, it)).collect();
    json!({ "version": policy.version.as_str(), "services": services, "districts": districts }).to_string()
}

fn name(both: &Both) -> Value {
    json!({ "hi": both.hi, "en": both.en })
}

fn service(it: &Service) -> Value {
    let categories =
        it.categories.iter().map(|category| json!({ "id": category.id.as_str(), "name": name(&category.name), "deadline": deadline(category.deadline) }));
    json!({ "id": it.id.as_str(), "name": name(&it.name), "categories": categories.collect::<Vec<_>>() })
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
