//! `GET` and `POST /{lang}/complaints/{number}/hearing` and `GET /{lang}/hearings/{unit}`: she takes a place, sees where she
//! stands, gets the link once when it is her turn; and the wall with tokens alone.

mod place;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderValue;
use axum::http::header::REFRESH;
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Pairs, Problem, ProblemKind};
use domain::calendar::wall as on_the_wall;
use domain::complaint::Complaint;
use domain::decide::{Move, decide};
use domain::event::Actor;
use domain::hearing::queue::{Queue, Refused};
use domain::hearing::{Appointment, HearingRule};
use domain::ids::UnitCode;
use domain::number::Number;
use site::page::hearing::HearingRefused;
use store::Error;

/// How often a change that somebody else made first is decided anew.
const TRIES: u8 = 12;
/// How often the wall and a page that she lets refresh come anew, in seconds.
const AGAIN: &str = "20";

pub fn routes(app: App) -> Router {
    Router::new().route("/{lang}/complaints/{number}/hearing", get(stands).post(act)).route("/{lang}/hearings/{unit}", get(wall)).with_state(app)
}

type Asked = Result<Path<(String, String)>, PathRejection>;

/// What the address or the form says beside what is wanted.
#[derive(Clone, Debug, Default)]
struct Said {
    day: String,
    zone: String,
    fresh: bool,
}

impl Said {
    fn of_query(query: Option<&str>) -> Said {
        let mut said = Said::default();
        for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
            match name.as_ref() {
                "day" => said.day = value.into_owned(),
                "zone" => said.zone = value.into_owned(),
                "fresh" => said.fresh = value == "on",
                _ => {}
            }
        }
        said
    }
}

/// Her complaint, with the rule by which hearings are held.
struct Open<'a> {
    app: &'a App,
    ask: &'a Ask,
    said: Said,
    rule: &'a HearingRule,
}

async fn stands(State(app): State<App>, ask: Ask, path: Asked, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let hers = match app.hers(&ask, typed(&path)).await? {
        Ok(hers) => hers,
        Err(response) => return Ok(response),
    };
    let said = Said::of_query(query.as_deref());
    let fresh = said.fresh;
    let open = Open { app: &app, ask: &ask, said, rule: rule(&app)? };
    let it = load(&app, &hers.number).await?;
    let mut shown = open.show(200, &it, None).await?;
    if fresh {
        refreshes(&mut shown);
    }
    Ok(shown)
}

async fn act(State(app): State<App>, ask: Ask, path: Asked, pairs: Pairs) -> Result<Response, Problem> {
    let hers = match app.hers(&ask, typed(&path)).await? {
        Ok(hers) => hers,
        Err(response) => return Ok(response),
    };
    let slot = pairs.get("slot");
    let said = Said { zone: pairs.get("zone").to_owned(), ..Said::default() };
    let open = Open { app: &app, ask: &ask, said, rule: rule(&app)? };
    match (pairs.get("do"), slot) {
        ("now", _) => open.book(&hers.number, None).await,
        ("", slot) if !slot.is_empty() => {
            let at = slot.parse().map_err(|_| ProblemKind::UnreadableBody)?;
            open.book(&hers.number, Some(at)).await
        }
        ("here", _) => open.arrives(&hers.number).await,
        ("link", _) => open.link(&hers.number).await,
        ("leave", _) => open.leave(&hers.number).await,
        (_, _) => Err(ProblemKind::UnreadableBody.into()),
    }
}

fn typed(path: &Asked) -> Option<&str> {
    path.as_ref().ok().map(|Path((_, typed))| typed.as_str())
}

fn rule(app: &App) -> Result<&HearingRule, Problem> {
    Ok(app.policy().hearing.as_ref().ok_or(ProblemKind::NotFound)?)
}

async fn load(app: &App, number: &Number) -> Result<Complaint, Problem> {
    Ok(app.store().load(number).await?.ok_or(ProblemKind::NotFound)?)
}

/// Without a script: the browser asks again by itself.
fn refreshes(response: &mut Response) {
    response.headers_mut().insert(REFRESH, HeaderValue::from_static(AGAIN));
}

impl Open<'_> {
    /// The queue in which she stands, where she has a place whose day is not over.
    async fn queue_of(&self, it: &Complaint) -> Result<Option<(Appointment, Queue)>, Problem> {
        let Some(place) = it.hearing.clone().filter(|place| !place.is_over(self.app.now())) else { return Ok(None) };
        let queue = self.app.store().queue(&place.unit, place.day()).await?;
        Ok(Some((place, queue)))
    }

    /// She says that she is there.
    async fn arrives(&self, number: &Number) -> Result<Response, Problem> {
        for _ in 0..TRIES {
            let it = load(self.app, number).await?;
            let found = self.queue_of(&it).await?;
            let fresh =
                found.as_ref().and_then(|(place, queue)| queue.entry(place.token).filter(|entry| entry.number == *number)?.arrives(self.app.now()).ok());
            let (Some((place, _)), Some(fresh)) = (found, fresh) else { return self.show(409, &it, Some(HearingRefused::NotNow)).await };
            match self.app.store().put_entry(&place.unit, &fresh).await {
                Ok(()) => return self.show(200, &it, None).await,
                Err(Error::Conflict) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(ProblemKind::Unavailable.into())
    }

    /// The link, in this one answer: that it was shown is written before it is.
    async fn link(&self, number: &Number) -> Result<Response, Problem> {
        for _ in 0..TRIES {
            let it = load(self.app, number).await?;
            let Some((place, queue)) = self.queue_of(&it).await? else { return self.show(409, &it, Some(HearingRefused::NotNow)).await };
            let entry = queue.entry(place.token).filter(|entry| entry.number == *number);
            let fresh = match entry.map(domain::hearing::queue::Entry::shows) {
                Some(Ok(fresh)) => fresh,
                Some(Err(Refused::ShownBefore)) => return self.show(200, &it, None).await,
                Some(Err(Refused::NotCalled | Refused::Busy | Refused::NotSitting | Refused::Nobody | Refused::NotNow)) | None => {
                    return self.show(409, &it, Some(HearingRefused::NotNow)).await;
                }
            };
            match self.app.store().put_entry(&place.unit, &fresh).await {
                Ok(()) => {
                    tracing::info!(%number, unit = %place.unit, "the link of a hearing was shown");
                    return self.show_link(&place, &fresh, &it).await;
                }
                Err(Error::Conflict) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(ProblemKind::Unavailable.into())
    }

    /// She gives her place back; not while she is being called.
    async fn leave(&self, number: &Number) -> Result<Response, Problem> {
        for _ in 0..TRIES {
            let it = load(self.app, number).await?;
            let found = self.queue_of(&it).await?;
            let entry = found.as_ref().and_then(|(place, queue)| Some((place, queue.entry(place.token).filter(|entry| entry.number == *number)?)));
            let called = entry.is_some_and(|(_, entry)| entry.is_called());
            let change = decide(&it, Move::LeaveHearing, Actor::Complainant, self.app.now());
            let Some(change) = change.ok().filter(|_| found.is_some() && !called) else {
                return self.show(409, &it, Some(HearingRefused::NotNow)).await;
            };
            let written = match entry {
                Some((place, entry)) => self.app.store().leave_hearing(&change, place, entry).await,
                None => self.app.store().commit(&change).await,
            };
            match written {
                Ok(()) => return self.show(200, &change.complaint, None).await,
                Err(Error::Conflict) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(ProblemKind::Unavailable.into())
    }
}

async fn wall(State(app): State<App>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    let rule = rule(&app)?;
    let unit = typed(&path).and_then(UnitCode::parse).filter(|unit| app.policy().district(unit.as_str()).is_some());
    let unit = unit.ok_or(ProblemKind::NotFound)?;
    let today = on_the_wall(app.now()).date();
    let queue = app.store().queue(&unit, today).await?;
    let mut shown = app.base().show(&ask, 200, &views::wall_page(app.policy(), rule, unit, &queue, app.now()));
    refreshes(&mut shown);
    Ok(shown)
}
