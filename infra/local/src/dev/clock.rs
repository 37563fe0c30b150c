//! `/dev/clock`: moves the product's time forward and shows what fell due on the way: every run of a job and every
//! text that left, in the order of time.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use boot::{Pairs, Problem};
use domain::calendar::wall;
use domain::number::Number;
use domain::{Date, Timestamp};
use jiff::{SignedDuration, Span, SpanRelativeTo};
use serde_json::{Value, json};

use super::page::{escaped, framed};
use crate::Local;
use crate::jobs::{Advanced, Ran};
use crate::sns::Sms;

/// No step is longer than two years: the calendar knows no holidays beyond.
const MOST: SignedDuration = SignedDuration::from_hours(24 * 731);
/// How long a program waits for its answer.
const PATIENCE: Duration = Duration::from_secs(100);
/// How long somebody at a page waits; then they are asked whether to go on.
const READERS_PATIENCE: Duration = Duration::from_secs(15);
/// So many rows stand open; of more, the first day's.
const OPEN: usize = 60;

/// What happened on the way.
enum Step<'a> {
    Ran(&'a Ran),
    Text(&'a Sms),
}

pub(super) async fn page(State(local): State<Local>) -> Html<String> {
    drawn(&local, None, &[])
}

pub(super) async fn advance(State(local): State<Local>, headers: HeaderMap, pairs: Pairs) -> Result<Response, Problem> {
    let wants_page = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("text/html"));
    let Some(by) = duration(pairs.get("advance")) else {
        let why = "advance is an ISO 8601 duration from PT1S to P2Y, such as PT1H, P5D or P2M";
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "title": why, "status": 422 }))).into_response());
    };
    let before = local.inbox.texts().len();
    let done = local.jobs.advance(by, if wants_page { READERS_PATIENCE } else { PATIENCE }).await?;
    if wants_page {
        return Ok(drawn(&local, Some(&done), &local.inbox.texts()[before..]).into_response());
    }
    let left = done.left.map(written);
    Ok(Json(json!({ "now": local.jobs.app.now().to_string(), "ran": done.ran, "left": left })).into_response())
}

/// A month is thirty days here: the clock is moved, not a date.
fn duration(typed: &str) -> Option<SignedDuration> {
    let span: Span = typed.trim().parse().ok()?;
    let months = i64::from(span.get_months()) + 12 * i64::from(span.get_years());
    let rest = span.years(0).months(0).to_duration(SpanRelativeTo::days_are_24_hours()).ok()?;
    let by = rest + SignedDuration::from_hours(months * 30 * 24);
    (by.is_positive() && by <= MOST).then_some(by)
}

/// As `advance` takes it.
fn written(by: SignedDuration) -> String {
    format!("PT{}S", by.as_secs())
}

fn drawn(local: &Local, done: Option<&Advanced>, texts: &[Sms]) -> Html<String> {
    let now = local.jobs.app.now();
    let buttons: String = [("PT1H", "1 hour"), ("PT4H", "4 hours"), ("P1D", "1 day"), ("P5D", "5 days"), ("P1M", "1 month"), ("P2M", "2 months")]
        .map(|(value, label)| format!("<button name=advance value={value}>+ {label}</button>"))
        .concat();
    let went = done.map_or_else(String::new, |done| [stopped(done, now), way(local, done, texts)].concat());
    let body = format!(
        "<p class=now>{} IST</p><form method=post action=/dev/clock>{buttons}</form>\
         <p>Every moment at which something falls due is stopped at on the way: steps up the ladder, warnings, missed clocks, \
         ends of shifts, the morning's digests.</p>{went}\
         <p><a href=/dev/inbox>Every text that left</a> · <a href=/hi/track/>Open a complaint</a> · <a href=/dev/duty>Who is on duty</a></p>",
        wall(now).strftime("%-d %B %Y, %H:%M:%S"),
    );
    framed("The clock", &body)
}

/// Where it stopped because it took too long, and a button to go on.
fn stopped(done: &Advanced, now: Timestamp) -> String {
    let Some(left) = done.left else { return String::new() };
    format!(
        "<div class=sms><p><b>It stopped on the way</b>, at {}: there was much to do. {} are left.</p>\
         <form method=post action=/dev/clock><button name=advance value={} autofocus>Go on</button></form></div>",
        wall(now).strftime("%-d %B %Y, %H:%M"),
        days(left),
        written(left),
    )
}

fn days(left: SignedDuration) -> String {
    let hours = left.as_hours();
    if hours < 48 { format!("{hours} hours") } else { format!("{} days", hours / 24) }
}

/// What happened, by day and in the order of time.
fn way(local: &Local, done: &Advanced, texts: &[Sms]) -> String {
    let ran = done.ran.iter().filter_map(|ran| Some((ran.at.parse::<Timestamp>().ok()?, Step::Ran(ran))));
    let left = texts.iter().filter_map(|sms| Some((sms.at.parse::<Timestamp>().ok()?, Step::Text(sms))));
    let mut steps: Vec<(Timestamp, Step<'_>)> = ran.chain(left).collect();
    if steps.is_empty() {
        return "<h2>What happened</h2><p>Nothing fell due.</p>".to_owned();
    }
    steps.sort_by_key(|(at, _)| *at);
    let few = steps.len() <= OPEN;
    let mut by_day: BTreeMap<Date, Vec<(Timestamp, Step<'_>)>> = BTreeMap::new();
    for (at, step) in steps {
        by_day.entry(wall(at).date()).or_default().push((at, step));
    }
    let total = Some(summed(done)).filter(|total| !total.is_empty()).unwrap_or_else(|| "no job had anything to do".to_owned());
    let elsewhere = local.elsewhere.as_ref().map_or_else(String::new, |url| format!("<p>Texts go to {}, not to the inbox here.</p>", escaped(url)));
    let days: String = by_day.iter().enumerate().map(|(n, (day, steps))| one_day(*day, steps, few || n == 0)).collect();
    format!("<h2>What happened</h2><p>In all: {total}; {} texts left.</p>{elsewhere}{days}", texts.len())
}

fn one_day(day: Date, steps: &[(Timestamp, Step<'_>)], open: bool) -> String {
    let texts = steps.iter().filter(|(_, step)| matches!(step, Step::Text(_))).count();
    let rows: String = steps
        .iter()
        .map(|(at, step)| {
            let said = match step {
                Step::Ran(ran) => format!("<b>{}</b>: {}", ran.job, escaped(&tally(&ran.tally))),
                Step::Text(sms) => format!("<small>text to {}</small>{}", escaped(&sms.to), linked(&sms.text)),
            };
            format!("<tr><td>{}<td>{said}", wall(*at).strftime("%H:%M"))
        })
        .collect();
    let open = if open { " open" } else { "" };
    let (runs, day) = (steps.len() - texts, day.strftime("%A, %-d %B %Y"));
    format!("<details{open}><summary>{day}: {runs} runs, {texts} texts</summary><table>{rows}</table></details>")
}

/// What a run did, without what it did not do.
fn tally(it: &Value) -> String {
    let counts = it.as_object().into_iter().flatten().filter(|(_, n)| **n != 0);
    counts.map(|(what, n)| format!("{} {n}", what.replace('_', " "))).collect::<Vec<_>>().join(", ")
}

/// The same over all runs.
fn summed(done: &Advanced) -> String {
    let mut all: BTreeMap<&str, u64> = BTreeMap::new();
    let counts = done.ran.iter().filter_map(|ran| ran.tally.as_object()).flatten().filter_map(|(what, n)| Some((what, n.as_u64()?)));
    for (what, n) in counts.filter(|(_, n)| *n > 0) {
        *all.entry(what).or_default() += n;
    }
    all.iter().map(|(what, n)| format!("{} {n}", what.replace('_', " "))).collect::<Vec<_>>().join(", ")
}

/// A text as markup, each number in it leading to its complaint.
fn linked(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let link = |word: &str| match Number::parse(word).filter(|number| number.as_str() == word) {
        Some(number) => format!("<a href=/hi/complaints/{number}>{number}</a>"),
        None => escaped(word),
    };
    let (mut out, mut word) = (String::new(), String::new());
    for c in text.chars() {
        if is_part(c) {
            word.push(c);
        } else {
            out += &link(&word);
            out += &escaped(&c.to_string());
            word.clear();
        }
    }
    out + &link(&word)
}
