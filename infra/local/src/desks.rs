//! The desks of a district that keep a roster, a sample roster for them, and the posts that nobody holds.

use boot::App;
use domain::Date;
use domain::calendar::at_wall;
use domain::complaint::Officer;
use domain::duty::{DutyRule, Shift, Vacancy, check};
use domain::ids::{OfficerId, UnitCode};
use domain::policy::{Days, District, Policy, Scope};
use jiff::Span;

/// In a sample roster every day of this number is left open, so that a gap can be seen.
const OPEN_DAY: u16 = 9;

/// A desk of a unit: its rule, its officers, its shifts.
pub(crate) struct Desk<'a> {
    pub(crate) unit: UnitCode,
    pub(crate) rule: &'a DutyRule,
    pub(crate) posted: Vec<Officer>,
    pub(crate) shifts: Vec<Shift>,
}

/// Every desk of a district that keeps a roster: the district's own first, then its stations'.
pub(crate) async fn desks<'a>(app: &'a App, district: &District, first: Date, days: u16) -> Result<Vec<Desk<'a>>, store::Error> {
    let policy = app.policy();
    let scope = |rule: &DutyRule| policy.posts.get(&rule.post).map(|post| post.scope);
    let own = policy.unit_for(Scope::District, district, None).map(|unit| (unit, Scope::District));
    let stations = policy.stations_of(&district.code).filter_map(|station| Some((policy.unit_for(Scope::Station, district, Some(station))?, Scope::Station)));
    let mut desks = Vec::new();
    for (unit, of) in own.into_iter().chain(stations) {
        let staff = app.store().unit(&unit).await?;
        // The day before too: its last shift may reach into today.
        let shifts = app.store().roster(&unit, first.saturating_sub(Span::new().days(1)), days + 1).await?;
        for rule in policy.duty.iter().filter(|rule| scope(rule) == Some(of)) {
            let posted = staff.posted.iter().map(|posted| posted.officer.clone()).filter(|officer| officer.post == rule.post).collect();
            let shifts = shifts.iter().filter(|shift| shift.post == rule.post).cloned().collect();
            desks.push(Desk { unit: unit.clone(), rule, posted, shifts });
        }
    }
    Ok(desks)
}

pub(crate) fn is_open(rule: &DutyRule, policy: &Policy, day: Date) -> bool {
    match rule.window.days {
        Days::Daily => true,
        Days::Working => policy.calendar.is_working(day),
    }
}

/// Shifts as long as the desk is open, each with as many as the rule asks for, in turn; only those that the rule lets pass.
fn sampled(desk: &Desk<'_>, policy: &Policy, first: Date, days: u16) -> Vec<Shift> {
    let women: Vec<&OfficerId> = desk.posted.iter().filter(|officer| officer.woman).map(|officer| &officer.id).collect();
    let mut shifts: Vec<Shift> = Vec::new();
    for n in (0..days).filter(|n| n % OPEN_DAY != OPEN_DAY - 1) {
        let day = first.saturating_add(Span::new().days(n));
        if !is_open(desk.rule, policy, day) {
            continue;
        }
        let officers = women.iter().cycle().skip(usize::from(n)).take(usize::from(desk.rule.least).min(women.len()));
        let shift = Shift {
            unit: desk.unit.clone(),
            post: desk.rule.post.clone(),
            from: at_wall(day.to_datetime(desk.rule.window.from)),
            to: at_wall(day.to_datetime(desk.rule.window.to)),
            officers: officers.map(|id| (*id).clone()).collect(),
        };
        if check(&shift, &policy.duty, &desk.posted, &shifts).is_empty() {
            shifts.push(shift);
        }
    }
    shifts
}

/// Writes a sample roster of so many days for every desk of a district that has the officers for it.
pub(crate) async fn write_sample(app: &App, district: &District, first: Date, days: u16) -> Result<(), store::Error> {
    let desks = desks(app, district, first, days).await?;
    let shifts: Vec<Shift> = desks.iter().flat_map(|desk| sampled(desk, app.policy(), first, days)).collect();
    app.store().put_roster(&shifts).await
}

/// The posts of a district that nobody holds, its own first, then those of its circles and stations.
pub(crate) async fn vacant(app: &App, district: &District) -> Result<Vec<Vacancy>, store::Error> {
    let policy = app.policy();
    let of = |scope| policy.stations_of(&district.code).filter_map(move |station| policy.unit_for(scope, district, Some(station)));
    let mut units: Vec<UnitCode> = policy.unit_for(Scope::District, district, None).into_iter().chain(of(Scope::Circle)).chain(of(Scope::Station)).collect();
    let mut seen = std::collections::BTreeSet::new();
    units.retain(|unit| seen.insert(unit.clone()));
    let mut vacant = Vec::new();
    for unit in units {
        vacant.extend(app.store().unit(&unit).await?.vacant);
    }
    Ok(vacant)
}
