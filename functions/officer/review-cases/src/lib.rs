//! `GET /desk/reviews`: what was drawn of the closed cases, what of it waits for whom, and how far every station is;
//! `GET` and `POST /desk/reviews/{month}/{number}`: one of them, and what the reviewer found.

mod form;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use boot::{App, Cookie, Desk, Extra, Pairs, Problem, ProblemKind};
use domain::number::Number;
use domain::policy::Scope;
use domain::review::{Eye, Month, Refused, Sample};
use site::page::review::{ReviewFault, ReviewOutcome, ReviewPage};
use store::{Error, Place};

/// Of so many months what is open stays listed; older ones are found by their month.
const MONTHS: usize = 3;

pub fn routes(app: App) -> Router {
    Router::new()
        .route("/desk/reviews", get(list))
        .route("/desk/reviews/{month}/{number}", get(show).post(review))
        .route("/desk/reviews/{month}/{number}/done", post(settle).merge(get(back)))
        .with_state(app)
}

type Asked = Result<Path<(String, String)>, PathRejection>;

async fn list(State(app): State<App>, desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let latest = Month::of(app.now()).before();
    let query = query.unwrap_or_default();
    let asked = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "month").and_then(|(_, month)| Month::parse(&month));
    let shown = asked.filter(|month| *month <= latest).unwrap_or(latest);
    let mut months: Vec<Month> = std::iter::successors(Some(latest), |month| Some(month.before())).take(MONTHS).collect();
    if !months.contains(&shown) {
        months.push(shown);
    }
    let mut samples: Vec<Sample> = Vec::new();
    for begin in begins(&app, &desk) {
        for month in &months {
            samples.extend(app.store().samples(*month, &begin).await?);
        }
    }
    let told = (app.store().told().await?, app.store().said_of(&desk.officer.id).await?);
    let page = views::reviews_page(app.policy(), &desk.officer, desk::head(&app, &desk), shown, &samples, told, app.now());
    Ok(app.base().show(&desk.ask, 200, &page))
}

/// How the codes of the units begin of which something may be this officer's: those of her districts, and her own.
fn begins(app: &App, desk: &Desk) -> Vec<String> {
    let (policy, unit) = (app.policy(), &desk.officer.unit);
    match policy.posts.get(&desk.officer.post).map(|post| post.scope) {
        Some(Scope::Station | Scope::Circle | Scope::District) => unit.as_str().get(..3).map(str::to_owned).into_iter().collect(),
        Some(Scope::Range) => {
            let own = policy.districts.iter().filter(|district| policy.unit_for(Scope::Range, district, None).as_ref() == Some(unit));
            own.map(|district| district.code.to_string()).chain([unit.to_string()]).collect()
        }
        Some(Scope::State) => vec![String::new()],
        None => Vec::new(),
    }
}

/// One drawn case as it exists for an officer.
struct Found {
    number: Number,
    sample: Sample,
    place: Place,
    eye: Eye,
}

/// A month that is none, a case that was not drawn, and one that this officer may not know of end alike.
async fn find(app: &App, desk: &Desk, path: Asked) -> Result<Found, Problem> {
    let named = path.ok().and_then(|Path((month, number))| Some((Month::parse(&month)?, Number::parse(&number)?)));
    let (month, number) = named.ok_or(ProblemKind::NotFound)?;
    there(app, desk, month, number).await?.ok_or_else(|| ProblemKind::NotFound.into())
}

async fn there(app: &App, desk: &Desk, month: Month, number: Number) -> Result<Option<Found>, Error> {
    let Some(place) = app.store().drawn(&number, month).await? else { return Ok(None) };
    let Some(sample) = app.store().sample(month, &place.unit).await? else { return Ok(None) };
    let eye = sample.case(&number).and_then(|it| it.eye(app.policy(), &desk.officer, &sample.unit));
    Ok(eye.map(|eye| Found { number, sample, place, eye }))
}

async fn page(app: &App, desk: &Desk, it: &Found, outcome: Option<ReviewOutcome>, typed: Vec<(String, String)>) -> Result<ReviewPage, Problem> {
    let drawn = it.sample.case(&it.number).ok_or(ProblemKind::NotFound)?;
    let key = app.store().data_key(&it.number).await?;
    let note = key.as_ref().and_then(|key| it.place.note(key));
    let mut page = views::review_page(app.policy(), desk::head(app, desk), (&it.sample, drawn, it.eye), note, app.now());
    page.outcome = outcome;
    page.typed = typed;
    Ok(page)
}

async fn show(State(app): State<App>, desk: Desk, path: Asked, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let found = find(&app, &desk, path).await?;
    // The page after a move: the move's own answer led here.
    let done = query.is_some_and(|query| query == "done").then_some(ReviewOutcome::Done);
    let page = page(&app, &desk, &found, done, Vec::new()).await?;
    Ok(app.base().show(&desk.ask, 200, &page))
}

/// The address of a form, opened again later.
async fn back(State(app): State<App>, desk: Desk, path: Asked) -> Result<Response, Problem> {
    let found = find(&app, &desk, path).await?;
    Ok(app.base().see_other(&format!("/desk/reviews/{}/{}", found.sample.month, found.number), Extra { cookie: Cookie::Keep }))
}

async fn review(State(app): State<App>, desk: Desk, path: Asked, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let found = find(&app, &desk, path).await?;
    let now = app.now();
    let said = match form::read(&pairs, now) {
        Ok(said) => said,
        Err(fault) => return faulty(&app, &desk, &found, fault, &pairs).await,
    };
    let key = app.store().data_key(&found.number).await?;
    let after = match found.sample.review(app.policy(), &found.number, &desk.officer, (said.finding, said.action), now) {
        Ok(after) => after,
        Err(refused) => return no(&app, &desk, &found, refused).await,
    };
    // Once the case was erased, nothing is written beside what nobody may read.
    let words = key.as_ref().map(|key| (&found.number, said.note.as_str(), key));
    match app.store().commit_review(&after, words).await {
        Ok(()) => {}
        Err(Error::Conflict) => return no(&app, &desk, &found, Refused::ReviewedBefore).await,
        Err(other) => return Err(other.into()),
    }
    tracing::info!(number = %found.number, month = %found.sample.month, officer = %desk.officer.id, finding = said.finding.tag(), "a closed case was reviewed");
    done(&app, &desk, found).await
}

async fn settle(State(app): State<App>, desk: Desk, path: Asked, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let found = find(&app, &desk, path).await?;
    let after = match found.sample.settle(app.policy(), &found.number, &desk.officer, app.now()) {
        Ok(after) => after,
        Err(refused) => return no(&app, &desk, &found, refused).await,
    };
    match app.store().commit_review(&after, None).await {
        Ok(()) => {}
        Err(Error::Conflict) => return no(&app, &desk, &found, Refused::NothingOpen).await,
        Err(other) => return Err(other.into()),
    }
    tracing::info!(number = %found.number, month = %found.sample.month, officer = %desk.officer.id, "an action of a review was done");
    done(&app, &desk, found).await
}

/// A browser goes on by a GET, a program gets it as it stands now.
async fn done(app: &App, desk: &Desk, found: Found) -> Result<Response, Problem> {
    if !desk.ask.json {
        return Ok(app.base().see_other(&format!("/desk/reviews/{}/{}?done", found.sample.month, found.number), Extra { cookie: Cookie::Keep }));
    }
    let found = there(app, desk, found.sample.month, found.number).await?.ok_or(ProblemKind::NotFound)?;
    let page = page(app, desk, &found, Some(ReviewOutcome::Done), Vec::new()).await?;
    Ok(app.base().show(&desk.ask, 200, &page))
}

async fn faulty(app: &App, desk: &Desk, found: &Found, fault: ReviewFault, pairs: &Pairs) -> Result<Response, Problem> {
    let typed = pairs.iter().filter(|(name, _)| *name != boot::FORM_TOKEN).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let page = page(app, desk, found, Some(ReviewOutcome::Faulty(fault)), typed).await?;
    Ok(app.base().show(&desk.ask, 422, &page))
}

/// Why not; a race that was lost is told as what the winner made of it.
async fn no(app: &App, desk: &Desk, found: &Found, refused: Refused) -> Result<Response, Problem> {
    match refused {
        Refused::Unknown => Err(ProblemKind::NotFound.into()),
        Refused::NotYours | Refused::ReviewedBefore | Refused::NothingOpen => {
            let page = page(app, desk, found, Some(ReviewOutcome::Refused(refused)), Vec::new()).await?;
            Ok(app.base().show(&desk.ask, 409, &page))
        }
    }
}
