//! `/dev/fault`: makes the table, the texts, the files or the scanner fail, answer late, or lose their answers.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use boot::Pairs;
use serde_json::json;

use super::page::framed;
use crate::Local;
use crate::faults::Fault;

/// How late an answer comes where no delay is said.
const LATE: Duration = Duration::from_secs(5);

pub(super) async fn page() -> Html<String> {
    framed(
        "Faults",
        "<form method=post action=/dev/fault><p><label>What <select name=outlet><option value=sns>texts (SNS)<option value=store>table<option value=s3>files (S3)<option value=scanner>scanner</select></label> \
         <label>How <select name=mode><option value=off>works<option value=fail>fails<option value=delay>answers late<option value=lose-reply>loses its reply</select></label> \
         <button>Set</button></form>",
    )
}

pub(super) async fn set(State(local): State<Local>, headers: HeaderMap, pairs: Pairs) -> Response {
    if pairs.get("outlet") == "scanner" {
        return match pairs.get("mode") {
            mode @ ("off" | "fail") => {
                local.scanner_away.set(mode == "fail");
                done(&headers, &pairs)
            }
            _ => refused("the scanner is off or fails"),
        };
    }
    let faults = match pairs.get("outlet") {
        "sns" => &local.sns_faults,
        "store" => &local.store_faults,
        "s3" => &local.s3_faults,
        _ => return refused("outlet is sns, store, s3 or scanner"),
    };
    let delay = match pairs.get("delay") {
        "" => Some(LATE),
        typed => typed.parse::<jiff::Span>().ok().and_then(|span| Duration::try_from(span).ok()),
    };
    let fault = match (pairs.get("mode"), delay) {
        ("off", _) => Fault::Off,
        ("fail", _) => Fault::Fail,
        ("delay", Some(by)) => Fault::Delay(by),
        ("delay", None) => return refused("delay is an ISO 8601 duration, such as PT2S"),
        ("lose-reply", _) => Fault::LoseReply,
        _ => return refused("mode is off, fail, delay or lose-reply"),
    };
    faults.set(fault);
    done(&headers, &pairs)
}

fn done(headers: &HeaderMap, pairs: &Pairs) -> Response {
    let wants_page = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("text/html"));
    if wants_page {
        Redirect::to("/dev/fault").into_response()
    } else {
        Json(json!({ "outlet": pairs.get("outlet"), "mode": pairs.get("mode") })).into_response()
    }
}

fn refused(why: &str) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "title": why, "status": 422 }))).into_response()
}
