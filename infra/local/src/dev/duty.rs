//! `/dev/duty`: the rosters of the next fourteen days, a district at a time, and where nobody is on duty.

use axum::extract::State;
use axum::http::Uri;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use boot::{Pairs, Problem};
use domain::Date;
use domain::calendar::{at_wall, wall};
use domain::complaint::Officer;
use domain::duty::{DutyRule, Gap, Shift, check, gaps};
use domain::ids::{OfficerId, UnitCode};
use domain::lang::Lang;
use domain::policy::{Days, District, Policy, Scope};
use jiff::Span;

use super::page::{capital, district_options, escaped, framed};
use crate::Local;

/// How far ahead gaps are shown.
const DAYS: u16 = 14;
/// In a sample roster every day of this number is left open, so that a gap can be seen.
const OPEN_DAY: u16 = 9;

/// A desk of a unit: its rule, its officers, its shifts.
struct Desk<'a> {
    unit: UnitCode,
    rule: &'a DutyRule,
    posted: Vec<Officer>,
    shifts: Vec<Shift>,
}

pub(super) async fn page(State(local): State<Local>, uri: Uri) -> Result<Html<String>, Problem> {
    let policy = local.jobs.app.policy();
    let asked = uri.query().and_then(|query| query.strip_prefix("district=")).unwrap_or_default();
    let Some(district) = policy.district(asked).or_else(|| capital(policy)) else { return Ok(framed("Duty", "<p>The policy has no district.</p>")) };
    let first = wall(local.jobs.app.now()).date();
    let desks = desks(&local, policy, district, first).await?;
    Ok(framed("Duty", &drawn(policy, district, &desks, first)))
}

/// Writes a sample roster for every desk of a district that has the officers for it.
pub(super) async fn sample(State(local): State<Local>, pairs: Pairs) -> Result<Response, Problem> {
    let policy = local.jobs.app.policy();
    let Some(district) = policy.district(pairs.get("district")) else { return Ok(Redirect::to("/dev/duty").into_response()) };
    let first = wall(local.jobs.app.now()).date();
    let mut shifts = Vec::new();
    for desk in desks(&local, policy, district, first).await? {
        shifts.extend(sampled(&desk, policy, first));
    }
    local.jobs.app.store().put_roster(&shifts).await?;
    Ok(Redirect::to(&format!("/dev/duty?district={}", district.code)).into_response())
}

/// Every desk of a district that keeps a roster: the district's own first, then its stations'.
async fn desks<'a>(local: &Local, policy: &'a Policy, district: &District, first: Date) -> Result<Vec<Desk<'a>>, store::Error> {
    let scope = |rule: &DutyRule| policy.posts.get(&rule.post).map(|post| post.scope);
    let own = policy.unit_for(Scope::District, district, None).map(|unit| (unit, Scope::District));
    let stations = policy.stations_of(&district.code).filter_map(|station| Some((policy.unit_for(Scope::Station, district, Some(station))?, Scope::Station)));
    let mut desks = Vec::new();
    for (unit, of) in own.into_iter().chain(stations) {
        let staff = local.jobs.app.store().unit(&unit).await?;
        // The day before too: its last shift may reach into today.
        let shifts = local.jobs.app.store().roster(&unit, first.saturating_sub(Span::new().days(1)), DAYS + 1).await?;
        for rule in policy.duty.iter().filter(|rule| scope(rule) == Some(of)) {
            let posted = staff.posted.iter().map(|posted| posted.officer.clone()).filter(|officer| officer.post == rule.post).collect();
            let shifts = shifts.iter().filter(|shift| shift.post == rule.post).cloned().collect();
            desks.push(Desk { unit: unit.clone(), rule, posted, shifts });
        }
    }
    Ok(desks)
}

fn is_open(rule: &DutyRule, policy: &Policy, day: Date) -> bool {
    match rule.window.days {
        Days::Daily => true,
        Days::Working => policy.calendar.is_working(day),
    }
}

/// Shifts as long as the desk is open, each with as many as the rule asks for, in turn; only those that the rule lets pass.
fn sampled(desk: &Desk<'_>, policy: &Policy, first: Date) -> Vec<Shift> {
    let women: Vec<&OfficerId> = desk.posted.iter().filter(|officer| officer.woman).map(|officer| &officer.id).collect();
    let mut shifts: Vec<Shift> = Vec::new();
    for n in (0..DAYS).filter(|n| n % OPEN_DAY != OPEN_DAY - 1) {
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

fn drawn(policy: &Policy, chosen: &District, desks: &[Desk<'_>], first: Date) -> String {
    let options = district_options(policy, chosen);
    let tables: String = desks.iter().map(|desk| table(policy, chosen, desk, first)).collect();
    format!(
        "<form action=/dev/duty><label>District <select name=district>{options}</select></label> <button>Show</button></form>\
         <p>From {} for {DAYS} days. A post without any shift has everybody posted there on duty; once it keeps a roster, \
         only whoever is on shift.</p>\
         <form method=post action=/dev/duty><input type=hidden name=district value={}><button>Write a sample roster for {}</button></form>{tables}",
        day(first),
        escaped(chosen.code.as_str()),
        escaped(&chosen.name.en),
    )
}

/// A desk: day by day its shifts and its gaps, each said in words.
fn table(policy: &Policy, district: &District, desk: &Desk<'_>, first: Date) -> String {
    let gaps = gaps(desk.rule, &desk.shifts, &desk.posted, &policy.calendar, first, DAYS);
    let window = &desk.rule.window;
    let days = (0..DAYS).map(|n| first.saturating_add(Span::new().days(n)));
    let rows: String = days
        .map(|date| {
            let on = |at| wall(at).date() == date;
            let shifts = desk.shifts.iter().filter(|shift| on(shift.from)).map(|shift| row(date, &span(shift.from, shift.to), &names(desk, shift)));
            let missing = gaps.iter().filter(|gap| on(gap.from)).map(|gap| row(date, &span(gap.from, gap.to), "<b>▲ gap:</b> too few on duty, or nobody"));
            let closed = (!is_open(desk.rule, policy, date)).then(|| row(date, "–", "closed"));
            shifts.chain(missing).chain(closed).collect::<String>()
        })
        .collect();
    let place = policy.place_name(&desk.unit, Lang::En);
    let rule = format!("{}–{}, {}", window.from.strftime("%H:%M"), window.to.strftime("%H:%M"), at_least(desk.rule));
    let post = policy.post_name(&desk.rule.post, district.code.as_str(), Lang::En);
    let body = if desk.shifts.is_empty() {
        format!("<p><b>▲ No shift is written down.</b> Posted there: {}.</p>", desk.posted.len())
    } else {
        format!("<table><tr><th>Day<th>Hours<th>On duty{rows}</table>")
    };
    format!("<h2>{}, {}</h2><p>{}. {}.</p>{body}", escaped(post), escaped(&place), escaped(&rule), gaps_said(&gaps))
}

fn at_least(rule: &DutyRule) -> String {
    match rule.women {
        0 => format!("at least {} on duty", rule.least),
        women => format!("at least {} on duty, {women} of them female", rule.least),
    }
}

fn gaps_said(gaps: &[Gap]) -> String {
    let days: std::collections::BTreeSet<Date> = gaps.iter().map(|gap| wall(gap.from).date()).collect();
    match days.len() {
        0 => "No gap".to_owned(),
        1 => "A gap on 1 day".to_owned(),
        n => format!("Gaps on {n} days"),
    }
}

fn row(date: Date, hours: &str, who: &str) -> String {
    format!("<tr><td>{}<td>{hours}<td>{who}", day(date))
}

fn day(date: Date) -> String {
    date.strftime("%a %-d %b").to_string()
}

/// The hours of a shift; a shift that ends on another day says so.
fn span(from: domain::Timestamp, to: domain::Timestamp) -> String {
    let (from, to) = (wall(from), wall(to));
    let next = if from.date() == to.date() { "" } else { " next day" };
    format!("{}–{}{next}", from.strftime("%H:%M"), to.strftime("%H:%M"))
}

fn names(desk: &Desk<'_>, shift: &Shift) -> String {
    let name = |id: &OfficerId| match desk.posted.iter().find(|officer| officer.id == *id) {
        Some(officer) => format!("{} {}{}", escaped(&officer.rank.en), escaped(&officer.name.en), if officer.woman { " (woman)" } else { "" }),
        None => format!("{}, who is not posted there any more", escaped(id.as_str())),
    };
    shift.officers.iter().map(name).collect::<Vec<_>>().join("<br>")
}
