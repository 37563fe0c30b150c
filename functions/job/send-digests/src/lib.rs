//! Every morning from nine o'clock: what is late, what falls due today and tomorrow, to every post that has any.
//! The schedule calls more than once; a post is told once a day.

use boot::App;
use domain::Timestamp;
use domain::calendar::{at_wall, end_of, wall};
use domain::command::every_unit;
use domain::ids::{PostId, UnitCode};
use domain::lang::Lang;
use domain::policy::Scope;
use jiff::{SignedDuration, Span};
use notify::{Outlet, Unsent};
use serde::Serialize;
use store::{Before, Error};
use tokio::task::JoinSet;

/// When the day's digests begin, on an Indian wall.
pub const FROM: jiff::civil::Time = jiff::civil::time(9, 0, 0, 0);
/// For how long a claim keeps others off.
const CLAIM: SignedDuration = SignedDuration::from_mins(2);
/// How many units are asked at once.
const AT_ONCE: usize = 16;

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Posts that have something before them.
    pub found: usize,
    pub sent: usize,
    /// Told before, today.
    pub told: usize,
    /// Posts whose phone nobody has written down.
    pub without_phone: usize,
    pub failed: usize,
    /// Complaints that stand at the top of a ladder and are late: for the government's figures.
    pub late_at_top: u32,
}

/// Runs the job once over every unit of the policy. Before nine it does nothing.
///
/// # Errors
/// None: what fails is counted, logged and tried again by the next run.
pub async fn run(app: &App, outlet: &Outlet) -> Result<Tally, Error> {
    let now = app.now();
    if wall(now).time() < FROM {
        return Ok(Tally::default());
    }
    let mut tally = Tally::default();
    let mut units = every_unit(app.policy()).into_iter();
    let mut asked = JoinSet::new();
    loop {
        while asked.len() < AT_ONCE
            && let Some((unit, scope)) = units.next()
        {
            let (app, outlet) = (app.clone(), outlet.clone());
            asked.spawn(async move { tell_unit(&app, &outlet, &unit, scope, now).await });
        }
        match asked.join_next().await {
            Some(done) => tally = tally.and(done.unwrap_or(Tally { failed: 1, ..Tally::default() })),
            None => break,
        }
    }
    tracing::info!(
        found = tally.found,
        sent = tally.sent,
        digests_failed = tally.failed,
        without_phone = tally.without_phone,
        late_at_top = tally.late_at_top,
        "told the desks what falls due"
    );
    Ok(tally)
}

async fn tell_unit(app: &App, outlet: &Outlet, unit: &UnitCode, scope: Scope, now: Timestamp) -> Tally {
    let day = wall(now).date();
    let (today, tomorrow) = (end_of(day), end_of(day.saturating_add(Span::new().days(1))));
    let mut tally = Tally::default();
    match app.store().before(unit, now, today, tomorrow).await {
        Ok(posts) => {
            for (post, before) in posts {
                tally = tally.and(tell_post(app, outlet, unit, &post, before, now).await);
                // The ladders end with the state; its count is what the figures are about.
                tally.late_at_top += if scope == Scope::State { before.late } else { 0 };
            }
            tally
        }
        Err(error) => {
            tracing::error!(%unit, %error, "a desk was not read");
            Tally { failed: 1, ..tally }
        }
    }
}

async fn tell_post(app: &App, outlet: &Outlet, unit: &UnitCode, post: &PostId, before: Before, now: Timestamp) -> Tally {
    let found = Tally { found: 1, ..Tally::default() };
    match told(app, outlet, unit, post, before, now).await {
        Ok(Told::Sent) => Tally { sent: 1, ..found },
        Ok(Told::Before) => Tally { told: 1, ..found },
        Ok(Told::NoPhone) => Tally { without_phone: 1, ..found },
        Err(error) => {
            tracing::error!(%unit, %post, %error, "a digest did not leave");
            Tally { failed: 1, ..found }
        }
    }
}

enum Told {
    Sent,
    Before,
    NoPhone,
}

async fn told(app: &App, outlet: &Outlet, unit: &UnitCode, post: &PostId, before: Before, now: Timestamp) -> Result<Told, Error> {
    let staff = app.store().unit(unit).await?;
    let Some(phone) = duty::phone_of(&staff, post, app.policy()) else { return Ok(Told::NoPhone) };
    let day = wall(now).date();
    if !app.store().claim_digest(unit, post, day, now, now + CLAIM).await? {
        return Ok(Told::Before);
    }
    match outlet.send_digest(&phone, Lang::Hi, before.late, before.today, before.tomorrow).await {
        Ok(_) => {
            app.store().settle_digest(unit, post, day).await?;
            Ok(Told::Sent)
        }
        // The claim runs out and the next run tries again.
        Err(Unsent::Later(why) | Unsent::Refused(why)) => Err(Error::Unavailable(why)),
    }
}

/// When digests are due next: nine o'clock of this day or the next.
pub fn next(now: Timestamp) -> Timestamp {
    let today = at_wall(wall(now).date().to_datetime(FROM));
    if today > now { today } else { today + SignedDuration::from_hours(24) }
}

impl Tally {
    fn and(self, other: Tally) -> Tally {
        Tally {
            found: self.found + other.found,
            sent: self.sent + other.sent,
            told: self.told + other.told,
            without_phone: self.without_phone + other.without_phone,
            failed: self.failed + other.failed,
            late_at_top: self.late_at_top + other.late_at_top,
        }
    }
}
