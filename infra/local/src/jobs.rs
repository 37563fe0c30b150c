//! The scheduled functions, run by this process: every minute, and for every minute that a moved clock passes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use boot::App;
use domain::Timestamp;
use evidence::{Scanner, Vault};
use jiff::SignedDuration;
use notify::Outlet;
use serde::Serialize;
use serde_json::{Value, json};

use crate::rights::Functions;
use crate::stream::Follower;

/// How long the sweeper leaves a text to the stream.
const SWEEP_AFTER: SignedDuration = SignedDuration::from_mins(1);

/// What the jobs work with.
#[derive(Clone)]
pub struct Jobs {
    pub app: App,
    /// What each function works with.
    pub functions: Functions,
    pub outlet: Outlet,
    pub stream: Option<Arc<Follower>>,
    /// The day whose digests went out.
    pub digest: Arc<tokio::sync::Mutex<Option<domain::Date>>>,
    pub vault: Vault,
    pub scanner: Scanner,
}

/// A run of one job that did something.
#[derive(Clone, Debug, Serialize)]
pub struct Ran {
    pub at: String,
    pub job: &'static str,
    pub tally: Value,
}

/// What came of moving the clock.
#[derive(Clone, Debug)]
pub struct Advanced {
    pub ran: Vec<Ran>,
    /// How much of the way is left, where patience ran out before it was gone.
    pub left: Option<SignedDuration>,
}

/// When each kind of work falls due next.
struct Ahead {
    rows: Option<Timestamp>,
    text: Option<Timestamp>,
    digest: Timestamp,
    draw: Timestamp,
}

impl Ahead {
    fn first(&self) -> Timestamp {
        self.rows.into_iter().chain(self.text).fold(self.digest.min(self.draw), Timestamp::min)
    }
}

impl Jobs {
    /// Runs the jobs every minute, and the stream all the time.
    pub async fn keep_running(self) {
        let stream = self.clone();
        let follow = async move {
            loop {
                stream.drain().await;
                tokio::time::sleep(Duration::from_millis(150)).await;
            }
        };
        let schedule = async move {
            loop {
                tokio::time::sleep(Duration::from_secs(60)).await;
                self.run_once().await;
            }
        };
        tokio::join!(follow, schedule);
    }

    /// Delivers what the stream holds right now.
    pub async fn drain(&self) {
        let Some(stream) = &self.stream else { return };
        if let Err(error) = stream.drain(&self.functions.of("send-updates"), &self.outlet).await {
            tracing::warn!(error, "the stream stands still");
        }
    }

    /// Runs each job once at the present time; answers with those that did something.
    pub async fn run_once(&self) -> Vec<Ran> {
        let now = self.app.now();
        self.run_due(&Ahead { rows: Some(now), text: Some(now), digest: now, draw: now }).await
    }

    /// Runs the jobs whose time has come.
    async fn run_due(&self, ahead: &Ahead) -> Vec<Ran> {
        let now = self.app.now();
        let mut runs = Vec::new();
        if ahead.rows.is_some_and(|at| at <= now) {
            let (escalating, handing) = (self.functions.of("escalate-overdue"), self.functions.of("hand-over-unproven"));
            let (up, over) = tokio::join!(escalate_overdue::run(&escalating), hand_over_unproven::run(&handing));
            runs.extend([("escalate-overdue", told(up)), ("hand-over-unproven", told(over))]);
        }
        runs.push(("check-evidence", self.check_evidence().await));
        if ahead.text.is_some_and(|at| at <= now) {
            runs.push(("sweep-outbox", told(sweep_outbox::run(&self.functions.of("sweep-outbox"), &self.outlet).await)));
        }
        if ahead.draw <= now {
            runs.push(("draw-reviews", told(draw_reviews::run(&self.functions.of("draw-reviews")).await)));
        }
        runs.push(("send-digests", self.digests().await));
        self.drain().await;
        let busy = runs.into_iter().filter(|(_, tally)| tally.as_object().is_some_and(|o| o.values().any(|v| *v != 0)));
        busy.map(|(job, tally)| Ran { at: now.to_string(), job, tally }).collect()
    }

    /// Moves the clock and stops on its way at every moment at which something falls due; after `patience` of
    /// real time it stays where it is, so that nothing comes late.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn advance(&self, by: SignedDuration, patience: Duration) -> Result<Advanced, store::Error> {
        let give_up = Instant::now() + patience;
        let target = self.app.now() + by;
        let mut ran = self.run_once().await;
        loop {
            let ahead = self.ahead().await?;
            let next = ahead.first();
            if next > target {
                break;
            }
            if Instant::now() >= give_up {
                return Ok(Advanced { ran, left: Some(target.duration_since(self.app.now())) });
            }
            // At least a minute on, as the schedule would.
            self.move_to(next.max(self.app.now() + SignedDuration::from_mins(1)).min(target));
            ran.extend(self.run_due(&ahead).await);
            if self.app.now() >= target {
                break;
            }
        }
        self.move_to(target);
        ran.extend(self.run_once().await);
        Ok(Advanced { ran, left: None })
    }

    /// Looks at the files that wait.
    pub async fn check_evidence(&self) -> Value {
        told(check_evidence::run(&self.functions.of("check-evidence"), &self.vault, &self.scanner).await)
    }

    /// Once a day from nine o'clock: in the cloud its schedule does that, here it is asked every minute.
    async fn digests(&self) -> Value {
        let now = self.app.now();
        let day = domain::calendar::wall(now).date();
        let mut last = self.digest.lock().await;
        if domain::calendar::wall(now).time() < send_digests::FROM || *last == Some(day) {
            return Value::Null;
        }
        *last = Some(day);
        told(send_digests::run(&self.functions.of("send-digests"), &self.outlet).await)
    }

    async fn ahead(&self) -> Result<Ahead, store::Error> {
        let (rows, text) = tokio::try_join!(self.app.store().next_due(), self.app.store().next_text())?;
        Ok(Ahead { rows, text: text.map(|at| at + SWEEP_AFTER), digest: send_digests::next(self.app.now()), draw: draw_reviews::next(self.app.now()) })
    }

    fn move_to(&self, at: Timestamp) {
        self.app.base().clock().advance(at.duration_since(self.app.now()));
    }
}

fn told<T: Serialize>(outcome: Result<T, store::Error>) -> Value {
    match outcome {
        Ok(tally) => serde_json::to_value(tally).unwrap_or_default(),
        Err(error) => {
            tracing::error!(%error, "a job failed");
            json!({ "failed": 1 })
        }
    }
}
