//! `/dev/inbox`: every text that left, newest first, as a phone shows it.

use axum::Json;
use axum::extract::State;
use axum::response::Html;

use super::page::{escaped, framed};
use crate::Local;
use crate::sns::Sms;

pub(super) async fn json(State(local): State<Local>) -> Json<Vec<Sms>> {
    local.jobs.drain().await;
    Json(local.inbox.texts())
}

pub(super) async fn page(State(local): State<Local>) -> Html<String> {
    local.jobs.drain().await;
    let texts = local.inbox.texts();
    let bubbles: String = texts.iter().rev().map(bubble).collect();
    let said = match &local.elsewhere {
        Some(url) => format!("<p>Texts leave to {}: codes arrive there, not here.</p>", escaped(url)),
        None if texts.is_empty() => "<p>No text has left yet. File a complaint, and its code arrives here.</p>".to_owned(),
        None => String::new(),
    };
    framed("Texts that left", &format!("{said}{bubbles}<p><a href=/dev/inbox.json>The same as JSON</a></p>"))
}

fn bubble(sms: &Sms) -> String {
    let header = sms.attributes.get("AWS.SNS.SMS.SenderID").map_or("", String::as_str);
    let dlt = sms.attributes.get("AWS.MM.SMS.TemplateId").map_or("", String::as_str);
    format!(
        "<div class=sms><p>{}</p><small>{} → {} · {}</small><small>{} {} · {} units, {} × {} · DLT {}</small></div>",
        escaped(&sms.text),
        escaped(header),
        escaped(&sms.to),
        escaped(&sms.at),
        escaped(&sms.template),
        escaped(&sms.language),
        sms.text.encode_utf16().count(),
        sms.segments,
        escaped(&sms.encoding),
        escaped(dlt),
    )
}
