//! Every morning: the hash of the seed of this month and the next is told; once a month is over, its sample is drawn unit by
//! unit, and then its seed is told. A month that was drawn stays as it was drawn, however often the job comes by.

use std::collections::HashMap;
use std::sync::Arc;

use boot::App;
use domain::Timestamp;
use domain::command::every_unit;
use domain::complaint::{Complaint, Rung};
use domain::ids::UnitCode;
use domain::review::{Closed, Drawn, Month, Sample, Told, draw, reviewers};
use jiff::SignedDuration;
use serde::Serialize;
use store::{Error, MOST_FOUND, Unit};
use tokio::sync::Mutex;
use tokio::task::JoinSet;

/// How many units are asked at once.
const AT_ONCE: usize = 16;
/// How long after a month's end it is drawn: what was closed in its last second is in the table by then.
const SETTLED: SignedDuration = SignedDuration::from_hours(2);

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Units of which something was drawn.
    pub units: usize,
    /// Complaints that were drawn.
    pub drawn: usize,
    pub failed: usize,
}

/// Who sits in a unit, asked for once in a run.
type Units = Arc<Mutex<HashMap<UnitCode, Arc<Unit>>>>;

/// Runs the job once.
///
/// # Errors
/// Where the table or the ring does not answer for what is told; a unit that cannot be drawn is counted, and drawn by the
/// next run, and until then the seed is not told.
pub async fn run(app: &App) -> Result<Tally, Error> {
    let now = app.now();
    let this = Month::of(now);
    tell(app, this, now).await?;
    tell(app, this.after(), now).await?;
    let mut tally = Tally::default();
    if now < this.begins() + SETTLED {
        return Ok(tally);
    }
    // The month before, and any that an earlier run did not bring to its end.
    tell(app, this.before(), now).await?;
    let told = app.store().told().await?;
    for month in told.iter().filter(|it| it.month < this && it.seed.is_none()).map(|it| it.month) {
        let seed = seed(app, month).await?;
        let one = draw_month(app, month, &seed, now).await;
        if one.failed == 0 {
            app.store().tell_seed(month, &seed).await?;
        }
        tracing::info!(%month, units = one.units, drawn = one.drawn, draws_failed = one.failed, "a month was drawn for review");
        tally = tally.and(one);
    }
    Ok(tally)
}

async fn seed(app: &App, month: Month) -> Result<String, Error> {
    let secrets = app.secrets().await.map_err(|_| Error::Unavailable("the keys did not answer".to_owned()))?;
    Ok(secrets.draw(&month.to_string()))
}

async fn tell(app: &App, month: Month, now: Timestamp) -> Result<(), Error> {
    let commitment = seal::digest(&seed(app, month).await?);
    app.store().tell_commitment(&Told { month, commitment, told_at: now, seed: None }).await.map(drop)
}

async fn draw_month(app: &App, month: Month, seed: &str, now: Timestamp) -> Tally {
    let known = Units::default();
    let mut units = every_unit(app.policy()).into_iter();
    let mut asked = JoinSet::new();
    let mut tally = Tally::default();
    loop {
        while asked.len() < AT_ONCE
            && let Some((unit, _)) = units.next()
        {
            let (app, known, seed) = (app.clone(), known.clone(), seed.to_owned());
            asked.spawn(async move {
                draw_unit(&app, &known, &unit, month, &seed, now).await.unwrap_or_else(|error| {
                    tracing::error!(%unit, %month, %error, "a unit was not drawn");
                    Tally { failed: 1, ..Tally::default() }
                })
            });
        }
        match asked.join_next().await {
            Some(done) => tally = tally.and(done.unwrap_or(Tally { failed: 1, ..Tally::default() })),
            None => return tally,
        }
    }
}

async fn draw_unit(app: &App, known: &Units, unit: &UnitCode, month: Month, seed: &str, now: Timestamp) -> Result<Tally, Error> {
    let closed = app.store().closings(unit, month).await?;
    if closed.is_empty() {
        return Ok(Tally::default());
    }
    let mut fit: HashMap<String, Drawn> = HashMap::new();
    for some in closed.chunks(MOST_FOUND) {
        let numbers: Vec<_> = some.iter().map(|it| it.number.clone()).collect();
        for complaint in app.store().load_all(&numbers).await? {
            let Some(it) = some.iter().find(|it| it.number == complaint.number) else { continue };
            let drawn = drawn(app, known, it, &complaint).await?;
            // Above the top there is nobody to look at it.
            if !drawn.reviewers.is_empty() {
                fit.insert(it.number.to_string(), drawn);
            }
        }
    }
    let among: Vec<Closed> = closed.iter().filter(|it| fit.contains_key(it.number.as_str())).cloned().collect();
    let lots = draw(&among, |number| seal::digest(&format!("{seed}.{number}")));
    let cases: Vec<Drawn> = lots.iter().filter_map(|it| fit.remove(it.number.as_str())).collect();
    let drawn = cases.len();
    let count = u32::try_from(closed.len()).unwrap_or(u32::MAX);
    let sample = Sample { unit: unit.clone(), month, drawn_at: now, closed: count, version: 1, cases };
    let fresh = app.store().put_sample(&sample).await?;
    Ok(if fresh { Tally { units: 1, drawn, failed: 0 } } else { Tally::default() })
}

/// A complaint as it is drawn: who reviews it, without the posts whose officers closed it.
async fn drawn(app: &App, known: &Units, closed: &Closed, it: &Complaint) -> Result<Drawn, Error> {
    let mut closers: Vec<Rung> = Vec::new();
    for rung in it.above() {
        let unit = sitting(app, known, &rung.unit).await?;
        if unit.posted.iter().any(|posted| posted.officer.post == rung.post && it.closed_by.contains(&posted.officer.id)) {
            closers.push(rung.clone());
        }
    }
    Ok(Drawn {
        number: closed.number.clone(),
        closed_at: closed.at,
        without_contact: closed.without_contact,
        reviewers: reviewers(it, |rung| closers.iter().any(|closer| closer.is(rung))),
        accused: it.accused.clone(),
        station: it.station.clone(),
        closed_by: it.closed_by.clone(),
        review: None,
    })
}

async fn sitting(app: &App, known: &Units, code: &UnitCode) -> Result<Arc<Unit>, Error> {
    let mut known = known.lock().await;
    if let Some(unit) = known.get(code) {
        return Ok(unit.clone());
    }
    let unit = Arc::new(app.store().unit(code).await?);
    known.insert(code.clone(), unit.clone());
    Ok(unit)
}

/// When the job has something to do next: in the first hours of the next month.
pub fn next(now: Timestamp) -> Timestamp {
    let this = Month::of(now).begins() + SETTLED;
    if this > now { this } else { Month::of(now).after().begins() + SETTLED }
}

impl Tally {
    fn and(self, other: Tally) -> Tally {
        Tally { units: self.units + other.units, drawn: self.drawn + other.drawn, failed: self.failed + other.failed }
    }
}
