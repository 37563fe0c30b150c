//! What was drawn for review, as one officer may see it.

use domain::Timestamp;
use domain::complaint::Officer;
use domain::policy::{Policy, Scope, Station};
use domain::review::{Drawn, Eye, Month, Sample, Standing, Sums, Told};
use domain::say::Said;
use site::page::desk::DeskHead;
use site::page::review::{ReviewMay, ReviewPage, ReviewRow, ReviewsPage, UnitRow};

use crate::complaint::place;

/// Of so many months it is shown what was said of an officer's closings.
const MONTHS: usize = 12;

/// The lists and the stations: of every sample what exists for this officer, and nothing else is counted.
pub fn reviews_page(
    policy: &Policy,
    who: &Officer,
    head: DeskHead,
    month: Month,
    samples: &[Sample],
    (told, said): (Vec<Told>, Vec<Said>),
    now: Timestamp,
) -> ReviewsPage {
    let (mut yours, mut below, mut todo, mut units) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for sample in samples {
        let seen: Vec<(&Drawn, Eye)> = sample.cases.iter().filter_map(|it| Some((it, it.eye(policy, who, &sample.unit)?))).collect();
        for (it, eye) in &seen {
            let reaches = it.reaches(sample.drawn_at, now);
            let open = match it.standing(sample.drawn_at) {
                Standing::Waits(_) | Standing::ActionOpen(_) => true,
                Standing::InOrder | Standing::ActionDone => false,
            };
            match eye {
                Eye::Above(0) if open => yours.push(row(policy, sample, it)),
                Eye::Above(at) if open && *at <= reaches => below.push(row(policy, sample, it)),
                Eye::Head if open => todo.push(row(policy, sample, it)),
                Eye::Above(_) | Eye::Head => {}
            }
        }
        let above: Vec<&Drawn> = seen.iter().filter(|(_, eye)| *eye != Eye::Head).map(|(it, _)| *it).collect();
        if sample.month == month && !above.is_empty() {
            let sums = Sums::of(above.into_iter(), sample.drawn_at, now);
            units.push(UnitRow { place: place(policy, &sample.unit), closed: sample.closed, sums });
        }
    }
    for list in [&mut yours, &mut below, &mut todo] {
        list.sort_by_key(|row: &ReviewRow| (due(row), row.number.clone()));
    }
    // What is late stands first.
    units.sort_by_key(|unit| std::cmp::Reverse(unit.sums.overdue));
    let idle = idle(policy, who, month, samples);
    let said = said.into_iter().rev().filter(|it| it.may_be_seen(now)).take(MONTHS).collect();
    ReviewsPage { head, month, yours, below, todo, units, idle, said, told, now }
}

fn due(row: &ReviewRow) -> Option<Timestamp> {
    match row.standing {
        Standing::Waits(due) | Standing::ActionOpen(due) => Some(due),
        Standing::InOrder | Standing::ActionDone => None,
    }
}

/// How many stations below an officer closed nothing in a month.
fn idle(policy: &Policy, who: &Officer, month: Month, samples: &[Sample]) -> Option<usize> {
    let post = policy.posts.get(&who.post).filter(|post| !post.works && post.scope > Scope::Station)?;
    let on_a_police_ladder = policy.ladders.values().any(|ladder| {
        let from_a_station = ladder.steps.first().and_then(|step| policy.posts.get(&step.post)).is_some_and(|first| first.scope == Scope::Station);
        from_a_station && ladder.steps.iter().any(|step| step.post == post.id)
    });
    let lies_below = |station: &Station| {
        let district = policy.district(station.district.as_str());
        let up = [Scope::Circle, Scope::District, Scope::Range, Scope::State];
        district.is_some_and(|district| up.into_iter().any(|scope| policy.unit_for(scope, district, Some(station)).as_ref() == Some(&who.unit)))
    };
    let drawn = |station: &Station| samples.iter().any(|sample| sample.month == month && sample.unit.as_str() == station.code.as_str());
    on_a_police_ladder.then(|| policy.stations.iter().filter(|station| lies_below(station) && !drawn(station)).count())
}

fn row(policy: &Policy, sample: &Sample, it: &Drawn) -> ReviewRow {
    ReviewRow {
        number: it.number.clone(),
        month: sample.month,
        place: place(policy, &sample.unit),
        closed_at: it.closed_at,
        without_contact: it.without_contact,
        standing: it.standing(sample.drawn_at),
        review: it.review.clone(),
    }
}

/// One drawn case for somebody for whom it exists.
pub fn review_page(policy: &Policy, head: DeskHead, (sample, it, eye): (&Sample, &Drawn, Eye), note: Option<String>, now: Timestamp) -> ReviewPage {
    let mine = match eye {
        Eye::Above(at) => at <= it.reaches(sample.drawn_at, now),
        Eye::Head => false,
    };
    let may = match it.standing(sample.drawn_at) {
        Standing::Waits(_) if mine => ReviewMay::Review,
        Standing::ActionOpen(_) if mine => ReviewMay::Settle,
        Standing::Waits(_) | Standing::ActionOpen(_) | Standing::InOrder | Standing::ActionDone => ReviewMay::Nothing,
    };
    ReviewPage { head, row: row(policy, sample, it), note, may, outcome: None, typed: Vec::new(), now }
}
