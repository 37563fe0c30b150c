//! A woman who files from her phone: the form, the code out of the text that she got, and patience.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::event::TextKey;
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;

use crate::function::{Function, crash_point};
use crate::rng::Rng;
use crate::town::Plan;
use crate::world::World;

/// What she was answered in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Filed {
    /// This number.
    Acknowledged(String),
    /// She closed the page without one.
    GaveUp,
}

/// How often she presses each button before she gives up.
const PRESSES: usize = 12;

pub(crate) async fn file(function: &mut Function, plan: &Plan, rng: &mut Rng) -> Filed {
    let fields: Vec<(&str, &str)> = plan.typed.pairs().collect();
    let Some(draft) = press(function, rng, plan, "complaints", &fields, "draft").await else { return Filed::GaveUp };
    if !plan.proves {
        return Filed::GaveUp;
    }
    for _ in 0..PRESSES {
        let code = code(&function.world, function, plan);
        if let Some(code) = code {
            let pairs = [("draft", draft.as_str()), ("code", code.as_str())];
            if let Some(number) = press(function, rng, plan, "complaints/confirm", &pairs, "number").await {
                return Filed::Acknowledged(number);
            }
        }
        // No code came, or it is spent: after a quarter of an hour the form sends another.
        tokio::time::sleep(Duration::from_secs(960)).await;
        press(function, rng, plan, "complaints", &fields, "draft").await;
    }
    Filed::GaveUp
}

/// Presses a button until the answer holds the field; `None` where it was refused or her patience is over.
async fn press(function: &mut Function, rng: &mut Rng, plan: &Plan, path: &str, pairs: &[(&str, &str)], wanted: &str) -> Option<String> {
    let form: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let path = format!("/{}/{path}", plan.lang.tag());
    for _ in 0..PRESSES {
        match function.work_until(crash_point(rng), |app, outlet| ask(app.clone(), outlet.clone(), &path, &form)).await {
            None => function.restart(),
            Some((status, body)) if status.is_success() => return body.get(wanted).and_then(Value::as_str).map(str::to_owned),
            Some((status, _)) if status.is_client_error() => return None,
            Some(_) => {}
        }
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
    None
}

async fn ask(app: boot::App, outlet: notify::Outlet, path: &str, form: &str) -> (StatusCode, Value) {
    let routes = Router::new().merge(file_complaint::routes(app.clone(), outlet)).merge(confirm_complaint::routes(app));
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ACCEPT, "application/json")
        .body(Body::from(form.to_owned()));
    let Ok(request) = request else { return (StatusCode::BAD_REQUEST, Value::Null) };
    // A router never fails.
    let Ok(answer) = routes.oneshot(request).await;
    let status = answer.status();
    let body = answer.into_body().collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

/// The code of the newest text on her phone.
fn code(world: &World, function: &Function, plan: &Plan) -> Option<String> {
    let texts = function.app.base().texts();
    let otp: Vec<&str> = texts.templates().filter(|it| it.key == TextKey::Otp).map(|it| it.dlt_id.as_str()).collect();
    let kept = world.kept();
    let newest = kept.texts.iter().rev().find(|sms| sms.to == plan.phone && otp.contains(&sms.template.as_str()))?;
    newest.text.split(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 6).map(str::to_owned)
}
