//! Another policy: what comes into force in the middle of some months. Nothing of it may touch what was taken in before.

use domain::ids::PolicyVersion;
use domain::policy::{Deadline, Policy};
use jiff::SignedDuration;
use policy::InForce;

/// The policy with other deadlines, shorter ladders that are climbed faster, and no clocks beside the disposal.
pub(crate) fn amended(it: InForce) -> Option<InForce> {
    let InForce { policy, texts } = it;
    let mut policy = Policy { version: PolicyVersion::parse("amended")?, ..policy };
    for category in policy.services.iter_mut().flat_map(|service| &mut service.categories) {
        category.deadline = shorter(category.deadline);
        category.clocks.clear();
    }
    for ladder in policy.ladders.values_mut() {
        if ladder.steps.len() > 2 {
            ladder.steps.remove(0);
        }
        for step in &mut ladder.steps {
            step.holds = step.holds.map(|holds| SignedDuration::from_secs(holds.as_secs() / 2));
        }
        ladder.repeats = SignedDuration::from_secs(ladder.repeats.as_secs() * 2);
    }
    for terms in policy.clocks.values_mut() {
        terms.may_pause_days = 0;
    }
    Some(InForce { policy, texts })
}

fn shorter(deadline: Deadline) -> Deadline {
    match deadline {
        Deadline::Hours(hours) => Deadline::Hours(hours.div_ceil(2)),
        Deadline::Days(days) => Deadline::Days(days.div_ceil(2)),
        Deadline::WorkingDays(days) => Deadline::Hours(days.saturating_mul(12)),
        Deadline::Months(months) => Deadline::Days(months.saturating_mul(15)),
    }
}
