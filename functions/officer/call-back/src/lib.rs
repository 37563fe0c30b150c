//! `GET /desk/callbacks`, `GET /desk/callbacks/{filing}` and `POST /desk/callbacks/{filing}/{move}`: filings that nobody proved,
//! for the posts that call back. She says on the phone that it is hers, and it is registered; or that it is not, and it is erased.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use boot::{App, Cookie, Desk, Extra, Pairs, Problem, ProblemKind};
use domain::access::Viewer;
use domain::number::Number;
use seal::DataKey;
use site::page::Onward;
use site::page::callback::{CallbackDone, CallbackMove};
use store::{AtDesk, Error, FilingState, PendingFiling};

pub fn routes(app: App) -> Router {
    Router::new()
        .route("/desk/callbacks", get(list))
        .route("/desk/callbacks/{filing}", get(show))
        .route("/desk/callbacks/{filing}/{move}", post(act).merge(get(back)))
        .with_state(app)
}

/// The posts that do not call back find nothing here.
fn may(app: &App, desk: &Desk) -> Result<(), Problem> {
    let calls = app.policy().posts.get(&desk.officer.post).is_some_and(|post| post.calls_back);
    if calls { Ok(()) } else { Err(ProblemKind::NotFound.into()) }
}

async fn list(State(app): State<App>, desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    may(&app, &desk)?;
    let query = query.unwrap_or_default();
    let done = form_urlencoded::parse(query.as_bytes()).find_map(|(name, value)| match (name.as_ref(), value.as_ref()) {
        ("done", "tried") => Some(CallbackDone::Tried),
        ("done", "drop") => Some(CallbackDone::Dropped),
        ("done", number) => Number::parse(number).map(CallbackDone::Registered),
        _ => None,
    });
    let all = app.store().callbacks(&desk.officer.unit).await?;
    let page = views::callbacks_page(app.policy(), &desk.officer, desk::head(&app, &desk), all, done, app.now());
    Ok(app.base().show(&desk.ask, 200, &page))
}

/// One filing that waits with this officer's unit.
struct Found {
    filing: PendingFiling,
    desk: AtDesk,
}

/// What is nobody's, what is another unit's, what names the own one, and what somebody has answered meanwhile end alike.
async fn find(app: &App, desk: &Desk, digest: &str) -> Result<Found, Problem> {
    may(app, desk)?;
    let viewer = Viewer::of(app.policy(), &desk.officer);
    let filing = app.store().filing(digest).await?.filter(|it| it.state == FilingState::HandedOver).ok_or(ProblemKind::NotFound)?;
    let here = filing.desk.clone().filter(|at| at.unit == desk.officer.unit && !viewer.is_walled_off(&filing.open.accused, filing.open.station.as_ref()));
    Ok(Found { desk: here.ok_or(ProblemKind::NotFound)?, filing })
}

fn shown(app: &App, desk: &Desk, it: &Found, key: Option<&DataKey>) -> Response {
    let page = views::callback_page(app.policy(), &desk.officer, desk::head(app, desk), &it.filing, &it.desk, key, app.now());
    app.base().show(&desk.ask, 200, &page)
}

async fn show(State(app): State<App>, desk: Desk, path: Result<Path<String>, PathRejection>) -> Result<Response, Problem> {
    let Path(digest) = path.map_err(|_| ProblemKind::NotFound)?;
    let found = find(&app, &desk, &digest).await?;
    Ok(shown(&app, &desk, &found, None))
}

type Asked = Result<Path<(String, String)>, PathRejection>;

/// The address of a form, opened again later.
async fn back(State(app): State<App>, desk: Desk, path: Asked) -> Result<Response, Problem> {
    let Path((digest, _)) = path.map_err(|_| ProblemKind::NotFound)?;
    let found = find(&app, &desk, &digest).await?;
    Ok(app.base().see_other(&format!("/desk/callbacks/{}", found.filing.draft_digest), Extra { cookie: Cookie::Keep }))
}

async fn act(State(app): State<App>, desk: Desk, path: Asked, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let Path((digest, tag)) = path.map_err(|_| ProblemKind::NotFound)?;
    let found = find(&app, &desk, &digest).await?;
    let wanted = CallbackMove::parse(&tag).ok_or(ProblemKind::NotFound)?;
    // Nobody speaks for her who has not even opened her number.
    let opened = found.desk.looked.as_ref() == Some(&desk.officer.id);
    let done = match wanted {
        CallbackMove::Look => return look(&app, &desk, &found).await,
        CallbackMove::Register | CallbackMove::Drop if !opened => return Err(ProblemKind::NotFound.into()),
        CallbackMove::Register => match intake::register_called(&app, &found.filing, &desk.officer).await? {
            Some(complaint) => complaint.number.to_string(),
            None => return Err(ProblemKind::NotFound.into()),
        },
        CallbackMove::Tried => settled(app.store().tried_callback(&digest).await, wanted)?,
        CallbackMove::Drop => match desk.must_prove(app.base(), &Onward::Callbacks) {
            Some(answer) => return Ok(answer),
            None => settled(app.store().drop_callback(&found.filing, &desk.officer.id, app.now()).await, wanted)?,
        },
    };
    let number = &found.filing.private.number;
    tracing::info!(officer = %desk.officer.id, unit = %desk.officer.unit, %number, made = wanted.tag(), "a filing was called back");
    Ok(app.base().see_other(&format!("/desk/callbacks?done={done}"), Extra { cookie: Cookie::Keep }))
}

/// Who was a moment too late finds nothing here any more.
fn settled(written: Result<(), Error>, wanted: CallbackMove) -> Result<String, Problem> {
    match written {
        Ok(()) => Ok(wanted.tag().to_owned()),
        Err(Error::Conflict) => Err(ProblemKind::NotFound.into()),
        Err(other) => Err(other.into()),
    }
}

/// Opens who she is, for whoever has shown the passkey lately. She has no page yet on which it could stand: the filing's row has it.
async fn look(app: &App, desk: &Desk, it: &Found) -> Result<Response, Problem> {
    if let Some(answer) = desk.must_prove(app.base(), &Onward::Callbacks) {
        return Ok(answer);
    }
    let key = app.store().data_key(&it.filing.private.number).await?.ok_or(ProblemKind::NotFound)?;
    settled(app.store().look_callback(&it.filing, &desk.officer.id, app.now()).await, CallbackMove::Look)?;
    tracing::info!(officer = %desk.officer.id, unit = %desk.officer.unit, number = %it.filing.private.number, "a filing was opened to be called back");
    Ok(shown(app, desk, it, Some(&key)))
}
