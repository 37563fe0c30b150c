//! `/dev/clock`: moves the product's time forward and shows what fell due on the way.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use boot::{Pairs, Problem};
use jiff::{SignedDuration, Span, SpanRelativeTo};
use serde_json::json;

use super::page::{escaped, framed};
use crate::Local;
use crate::jobs::Ran;

/// No step is longer than two years: the calendar knows no holidays beyond.
const MOST: SignedDuration = SignedDuration::from_hours(24 * 731);

pub(super) async fn page(State(local): State<Local>) -> Html<String> {
    drawn(&local, &[])
}

pub(super) async fn advance(State(local): State<Local>, headers: HeaderMap, pairs: Pairs) -> Result<Response, Problem> {
    let wants_page = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("text/html"));
    let Some(by) = duration(pairs.get("advance")) else {
        let why = "advance is an ISO 8601 duration from PT1S to P2Y, such as PT1H, P5D or P2M";
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "title": why, "status": 422 }))).into_response());
    };
    let ran = local.jobs.advance(by).await?;
    if wants_page {
        return Ok(drawn(&local, &ran).into_response());
    }
    Ok(Json(json!({ "now": local.jobs.app.now().to_string(), "ran": ran })).into_response())
}

/// A month is thirty days here: the clock is moved, not a date.
fn duration(typed: &str) -> Option<SignedDuration> {
    let span: Span = typed.trim().parse().ok()?;
    let months = i64::from(span.get_months()) + 12 * i64::from(span.get_years());
    let rest = span.years(0).months(0).to_duration(SpanRelativeTo::days_are_24_hours()).ok()?;
    let by = rest + SignedDuration::from_hours(months * 30 * 24);
    (by.is_positive() && by <= MOST).then_some(by)
}

fn drawn(local: &Local, ran: &[Ran]) -> Html<String> {
    let now = local.jobs.app.now();
    let buttons: String = [("PT1H", "1 hour"), ("PT4H", "4 hours"), ("P1D", "1 day"), ("P5D", "5 days"), ("P1M", "1 month"), ("P2M", "2 months")]
        .map(|(value, label)| format!("<button name=advance value={value}>+ {label}</button>"))
        .concat();
    let rows: String = ran.iter().map(|r| format!("<tr><td>{}<td>{}<td>{}", escaped(&r.at), r.job, escaped(&r.tally.to_string()))).collect();
    let table = if ran.is_empty() { String::new() } else { format!("<h2>What ran</h2><table><tr><th>At<th>Job<th>Did{rows}</table>") };
    let body = format!(
        "<p class=now>{} IST</p><form method=post action=/dev/clock>{buttons}</form>\
         <p>Every moment at which something falls due is stopped at on the way.</p>{table}",
        domain::calendar::wall(now).strftime("%-d %B %Y, %H:%M:%S"),
    );
    framed("The clock", &body)
}
