//! Everything outside the product: true time, the table, the phones, the weather, and a journal of what was done.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::Timestamp;
use jiff::SignedDuration;
use local::engine::Portless;
use serde_json::Value;
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::bug::Bug;
use crate::rng::Rng;
use crate::weather::{Fate, Weather};

/// A change of a complaint that the table took.
#[derive(Clone, Debug)]
pub(crate) struct Committed {
    /// Its place among everything that is counted here.
    pub(crate) n: usize,
    /// True time.
    pub(crate) at: Timestamp,
    pub(crate) number: String,
    pub(crate) version: u64,
    /// The row as it was written.
    pub(crate) meta: Value,
    /// How many event rows came with it.
    pub(crate) events: usize,
}

/// A text that the network took.
#[derive(Clone, Debug)]
pub(crate) struct Sms {
    /// True time.
    pub(crate) at: Timestamp,
    pub(crate) to: String,
    pub(crate) text: String,
    pub(crate) template: String,
    pub(crate) sent: Sending,
    /// Whether its sender heard that it was taken.
    pub(crate) heard: bool,
}

/// How things stood when a text was sent off. It may be taken much later.
#[derive(Clone, Debug)]
pub(crate) struct Sending {
    /// Its place among everything that is counted here.
    pub(crate) n: usize,
    /// What the clock of its sender showed.
    pub(crate) shown: Timestamp,
    /// What its sender had claimed.
    pub(crate) claim: Option<Claim>,
    /// Whether that row was settled already.
    pub(crate) settled: bool,
}

/// A row of the outbox, claimed.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    pub(crate) row: (String, String),
    /// Its place among everything that is counted here.
    pub(crate) n: usize,
    /// True time.
    pub(crate) at: Timestamp,
}

/// One copy of a function, as the world sees it.
struct Copy {
    clock: Arc<AtomicI64>,
    ahead: i64,
    /// It crashes at this many requests from now.
    crash: Option<u32>,
    crashed: Arc<Notify>,
    claimed: Option<Claim>,
}

/// What is kept of the world; the copies of the functions share it.
pub(crate) struct Kept {
    pub(crate) engine: Portless,
    pub(crate) bug: Option<Bug>,
    pub(crate) rng: Rng,
    /// Between the functions and the table.
    pub(crate) table_weather: Weather,
    /// Between the functions and the outlet of texts.
    pub(crate) phone_weather: Weather,
    start: Timestamp,
    born: Instant,
    copies: Vec<Copy>,
    pub(crate) journal: Vec<Committed>,
    /// Rows whose records the stream still holds.
    pub(crate) stream: VecDeque<(String, String)>,
    pub(crate) texts: Vec<Sms>,
    /// Tokens of transactions that were carried out: a second time changes nothing.
    pub(crate) tokens: BTreeSet<String>,
    /// What each shard of an index answered last.
    pub(crate) pages: BTreeMap<String, Vec<Value>>,
    /// Counts changes, claims and texts that are sent off, in their true order.
    counted: usize,
    /// Rows whose texts are settled.
    pub(crate) settled: BTreeSet<(String, String)>,
    /// What went wrong, and how often.
    pub(crate) wrongs: BTreeMap<&'static str, u64>,
}

/// The world of one seed.
#[derive(Clone)]
pub(crate) struct World(Arc<Mutex<Kept>>);

/// What a request meets at its sender's side.
pub(crate) enum Passage {
    Goes(Fate),
    /// Its sender ends before it leaves.
    EndsBefore,
    /// It leaves, is carried out, and its sender ends.
    EndsAfter,
}

impl World {
    pub(crate) fn new(seed: u64, bug: Option<Bug>, start: Timestamp) -> Result<World, String> {
        Ok(World(Arc::new(Mutex::new(Kept {
            engine: Portless::open()?,
            bug,
            rng: Rng::new(seed, "weather"),
            table_weather: Weather::Calm,
            phone_weather: Weather::Calm,
            start,
            born: Instant::now(),
            copies: Vec::new(),
            journal: Vec::new(),
            stream: VecDeque::new(),
            texts: Vec::new(),
            tokens: BTreeSet::new(),
            pages: BTreeMap::new(),
            counted: 0,
            settled: BTreeSet::new(),
            wrongs: BTreeMap::new(),
        }))))
    }

    pub(crate) fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// True time.
    pub(crate) fn now(&self) -> Timestamp {
        self.kept().now()
    }

    /// Takes in a copy of a function whose clock is so many seconds ahead.
    pub(crate) fn admit(&self, clock: Arc<AtomicI64>, ahead: i64) -> usize {
        let mut kept = self.kept();
        kept.copies.push(Copy { clock, ahead, crash: None, crashed: Arc::default(), claimed: None });
        let me = kept.copies.len() - 1;
        kept.tick(me);
        me
    }

    /// Lets a copy crash at the request of this number, if any; answers with what tells of it.
    pub(crate) fn arm(&self, me: usize, crash: Option<u32>) -> Arc<Notify> {
        let mut kept = self.kept();
        kept.tick(me);
        let copy = &mut kept.copies[me];
        copy.crash = crash;
        copy.claimed = None;
        copy.crashed = Arc::default();
        copy.crashed.clone()
    }

    pub(crate) fn crashed(&self, me: usize) {
        let mut kept = self.kept();
        *kept.wrongs.entry("crash").or_default() += 1;
        kept.copies[me].crashed.notify_one();
    }

    /// Decides what a request meets.
    pub(crate) fn passage(&self, me: usize, is_text: bool) -> Passage {
        let mut kept = self.kept();
        kept.tick(me);
        let weather = if is_text { kept.phone_weather } else { kept.table_weather };
        let fate = weather.fate(&mut kept.rng);
        let after = kept.rng.chance(500);
        let copy = &mut kept.copies[me];
        match copy.crash {
            Some(0) if after => return Passage::EndsAfter,
            Some(0) => return Passage::EndsBefore,
            Some(left) => copy.crash = Some(left - 1),
            None => {}
        }
        Passage::Goes(fate)
    }

    pub(crate) fn tick(&self, me: usize) {
        self.kept().tick(me);
    }

    /// How long a request is under way, in one direction.
    pub(crate) fn travel(&self) -> std::time::Duration {
        std::time::Duration::from_millis(1 + self.kept().rng.next() % 12)
    }
}

impl Kept {
    pub(crate) fn now(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.born.elapsed()).unwrap_or(SignedDuration::ZERO);
        self.start + SignedDuration::from_secs(passed.as_secs())
    }

    fn tick(&mut self, me: usize) {
        let now = self.now().as_second();
        let copy = &self.copies[me];
        copy.clock.store(now + copy.ahead, Ordering::SeqCst);
    }

    pub(crate) fn count(&mut self) -> usize {
        self.counted += 1;
        self.counted
    }

    /// How things stand for a copy that sends a text off.
    pub(crate) fn sending(&mut self, me: usize) -> Sending {
        let n = self.count();
        let copy = &self.copies[me];
        Sending {
            n,
            shown: Timestamp::from_second(copy.clock.load(Ordering::SeqCst)).unwrap_or(Timestamp::MAX),
            claim: copy.claimed.clone(),
            settled: copy.claimed.as_ref().is_some_and(|claim| self.settled.contains(&claim.row)),
        }
    }

    /// A copy hears that a row is its own.
    pub(crate) fn claims(&mut self, me: usize, row: (String, String)) {
        let claim = Claim { row, n: self.count(), at: self.now() };
        self.copies[me].claimed = Some(claim);
    }

    pub(crate) fn wrong(&mut self, fate: Fate) {
        *self.wrongs.entry(fate.tag()).or_default() += 1;
    }
}
