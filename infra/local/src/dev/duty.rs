//! `/dev/duty`: the rosters of the next fourteen days, a district at a time, and where nobody is on duty.

use axum::extract::State;
use axum::http::Uri;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use boot::{Pairs, Problem};
use domain::Date;
use domain::calendar::wall;
use domain::duty::{DutyRule, Gap, Shift, Vacancy, gaps};
use domain::ids::{OfficerId, PostId, UnitCode};
use domain::lang::Lang;
use domain::policy::{District, Policy};
use jiff::Span;

use super::page::{capital, district_options, escaped, framed};
use crate::Local;
use crate::desks::{Desk, desks, is_open, vacant, write_sample};

/// How far ahead gaps are shown.
const DAYS: u16 = 14;
pub(super) async fn page(State(local): State<Local>, uri: Uri) -> Result<Html<String>, Problem> {
    let policy = local.jobs.app.policy();
    let asked = uri.query().and_then(|query| query.strip_prefix("district=")).unwrap_or_default();
    let Some(district) = policy.district(asked).or_else(|| capital(policy)) else { return Ok(framed("Duty", "<p>The policy has no district.</p>")) };
    let first = wall(local.jobs.app.now()).date();
    let desks = desks(&local.jobs.app, district, first, DAYS).await?;
    let vacant = vacant(&local.jobs.app, district).await?;
    Ok(framed("Duty", &drawn(policy, district, &desks, &vacant, first)))
}

/// Writes a sample roster for every desk of a district that has the officers for it.
pub(super) async fn sample(State(local): State<Local>, pairs: Pairs) -> Result<Response, Problem> {
    let policy = local.jobs.app.policy();
    let Some(district) = policy.district(pairs.get("district")) else { return Ok(Redirect::to("/dev/duty").into_response()) };
    let first = wall(local.jobs.app.now()).date();
    write_sample(&local.jobs.app, district, first, DAYS).await?;
    Ok(Redirect::to(&format!("/dev/duty?district={}", district.code)).into_response())
}

fn drawn(policy: &Policy, chosen: &District, desks: &[Desk<'_>], vacant: &[Vacancy], first: Date) -> String {
    let options = district_options(policy, chosen);
    let tables: String = desks.iter().map(|desk| table(policy, chosen, desk, first)).collect();
    format!(
        "<form action=/dev/duty><label>District <select name=district>{options}</select></label> <button>Show</button></form>\
         <p>From {} for {DAYS} days. A post without any shift has everybody posted there on duty; once it keeps a roster, \
         only whoever is on shift.</p>\
         <form method=post action=/dev/duty><input type=hidden name=district value={}><button>Write a sample roster for {}</button></form>{}{tables}",
        day(first),
        escaped(chosen.code.as_str()),
        escaped(&chosen.name.en),
        empty_posts(policy, chosen, vacant),
    )
}

/// The posts of a district that nobody holds, and where their work goes.
fn empty_posts(policy: &Policy, chosen: &District, vacant: &[Vacancy]) -> String {
    let named = |unit: &UnitCode, post: &PostId| {
        let post = policy.post_name(post, chosen.code.as_str(), Lang::En);
        format!("{}, {}", escaped(post), escaped(&policy.place_name(unit, Lang::En)))
    };
    let line = |it: &Vacancy| {
        let goes = it.stand_in.as_ref().map_or_else(|| "to the step above".to_owned(), |(unit, post)| format!("to {}", named(unit, post)));
        format!("<li>{}: its work goes {goes}", named(&it.unit, &it.post))
    };
    let lines: String = vacant.iter().map(line).collect();
    if lines.is_empty() { "<p>No post is written down as empty.</p>".to_owned() } else { format!("<h2>Empty posts</h2><ul>{lines}</ul>") }
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
