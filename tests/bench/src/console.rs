//! The console: what a worklist and a case take of a station that has as many open complaints in a small state as in a large one.

use std::fmt;
use std::io::Write as _;
use std::sync::Arc;

use boot::Clock;
use domain::Timestamp;
use domain::account::Account;
use domain::policy::Policy;
use serde::Serialize;

use crate::citizen::Browser;
use crate::field::{Field, Night};
use crate::made;
use crate::own_code::{Desk, Get, Made};
use crate::phones::Phones;
use crate::report::Machine;
use crate::sow::{silence, sow};
use crate::tape::Tape;
use crate::town::{Town, engine, serve};
use crate::wire::{Counts, Mode};

/// Open complaints of the station whose list is shown, in either state.
const OWN: u32 = 60;
/// Requests for the CPU of one.
const CALLS: u32 = 100;
/// The largest allowed, of the large state against the small.
const RATIO: f64 = 1.2;
const STATION: &str = "LKO-ALB";
/// As long as a real one; it opens nothing but this.
const TOKEN: &str = "bench-bench-bench-bench-bench-bench-bench-b";

/// Everything that `console` measures.
#[derive(Debug, Serialize)]
pub(crate) struct ConsoleReport {
    pub(crate) machine: Machine,
    pub(crate) label: &'static str,
    /// The small state, then the large one.
    pub(crate) states: Vec<State>,
    pub(crate) ratios: Vec<PageRatio>,
    pub(crate) allowed: f64,
    pub(crate) holds: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct State {
    pub(crate) open: u32,
    pub(crate) of_the_station: u32,
    pub(crate) pages: Vec<Shown>,
}

/// One page, once it is warm.
#[derive(Debug, Serialize)]
pub(crate) struct Shown {
    pub(crate) what: &'static str,
    pub(crate) requests: u64,
    pub(crate) by_operation: Counts,
    pub(crate) bytes: usize,
    pub(crate) compressed_bytes: usize,
    pub(crate) own_us: f64,
    pub(crate) sdk_us: f64,
}

/// The large state against the small one.
#[derive(Debug, Serialize)]
pub(crate) struct PageRatio {
    pub(crate) what: &'static str,
    pub(crate) requests: f64,
    pub(crate) bytes: f64,
    pub(crate) own_us: f64,
}

pub(crate) fn measure(fewer: u32, open: u32) -> Result<ConsoleReport, String> {
    if fewer <= OWN || open < fewer {
        return Err(format!("--fewer {fewer} and --open {open}: the smaller must hold the station's {OWN} and more, and be no larger than the other"));
    }
    let states = [fewer, open].into_iter().map(state).collect::<Result<Vec<_>, _>>()?;
    let [small, large] = states.as_slice() else { return Err("two states were to be measured".to_owned()) };
    let ratios: Vec<PageRatio> = small.pages.iter().zip(&large.pages).map(|(small, large)| PageRatio::of(small, large)).collect();
    let holds = ratios.iter().all(|it| [it.requests, it.bytes, it.own_us].iter().all(|ratio| *ratio <= RATIO));
    Ok(ConsoleReport { machine: Machine::here(), label: LABEL, states, ratios, allowed: RATIO, holds })
}

const LABEL: &str = "an officer's list of the whole station and one case, asked of the engine once for requests and bytes; \
     CPU of one thread over the same answers from memory, the same SDK calls by themselves taken away";

fn state(open: u32) -> Result<State, String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|e| format!("start a runtime: {e}"))?;
    // It stands, so that no session is written anew between one look and the next.
    let now = Timestamp::now();
    let clock = || Clock::Set(Arc::new(now.as_second().into()));
    let (tape, paths, mut pages) = runtime.block_on(recorded(open, now, &clock))?;
    let desk = Desk::over(&tape, clock(), Town::console, CALLS)?;
    for (page, path) in pages.iter_mut().zip(paths) {
        let get = Get { path, cookie: cookie() };
        let ask = || get.request();
        let made: Made<'_> = (page.what, 200, &ask);
        let noted = desk.noted(&tape, &made)?;
        let (whole_us, sdk_us, _) = desk.compare(&made, &noted)?;
        (page.own_us, page.sdk_us) = (whole_us - sdk_us, sdk_us);
    }
    Ok(State { open, of_the_station: OWN, pages })
}

fn cookie() -> String {
    format!("__Host-sunwai-desk=T-1.{TOKEN}")
}

/// A state of so many open complaints, and the two pages as the engine answers them.
async fn recorded(open: u32, now: Timestamp, clock: &(dyn Fn() -> Clock + Sync)) -> Result<(Arc<Tape>, [String; 2], Vec<Shown>), String> {
    let (engine, phones, tape) = (engine().await?, Phones::start().await?, Arc::new(Tape::default()));
    let town = Town::over(&engine, &phones.url, Mode::Count).await?;
    silence(&engine.url).await?;
    let store = town.app.store();
    let (officer, _) = made::officers()?.into_iter().next().ok_or("a station without officers")?;
    store.put_accounts(&[Account::of(&officer, now)]).await.map_err(|e| format!("write an account: {e}"))?;
    store.open_desk_session(&officer.id, TOKEN, now).await.map_err(|e| format!("open a session: {e}"))?;
    let site = town.serve().await?;
    let browser = Browser::at(&site.url);
    let mut numbers = Vec::new();
    for _ in 0..OWN {
        numbers.push(browser.files(&phones).await?.number);
    }
    let number = numbers.last().ok_or("a station without complaints")?;
    let others = elsewhere(town.app.policy());
    let rest = open - OWN;
    sow(&engine, rest, Field::before(Night::after(now), &others, rest, (rest / 20).max(1))?).await?;

    let watched = Town::by(clock(), &engine.url, &phones.url, Mode::Record(tape.clone()), Mode::Count)?;
    let console = serve(watched.console()).await?;
    let paths = ["/desk/?view=unit".to_owned(), format!("/desk/complaints/{number}")];
    let mut pages = Vec::new();
    for (what, path) in ["the station's list", "a case"].into_iter().zip(&paths) {
        // The first fetches the day's key, which a warm function keeps.
        tape.notes(true);
        ask(&console.url, path).await?;
        tape.notes(false);
        watched.wire.take();
        let page = ask(&console.url, path).await?;
        let by_operation = watched.wire.take();
        // Of those that are due in the same minute the numbers decide which stand on the first page.
        if !numbers.iter().any(|number| page.contains(number)) {
            return Err(format!("{what} without the number of a complaint that is there"));
        }
        let requests = by_operation.values().sum();
        let compressed_bytes = compressed(page.as_bytes())?;
        pages.push(Shown { what, requests, by_operation, bytes: page.len(), compressed_bytes, own_us: 0.0, sdk_us: 0.0 });
    }
    Ok((tape, paths, pages))
}

/// The state without the station that is looked at: what is sown lies elsewhere.
fn elsewhere(policy: &Policy) -> Policy {
    let mut others = policy.clone();
    others.stations.retain(|station| station.code.as_str() != STATION);
    others
}

async fn ask(url: &str, path: &str) -> Result<String, String> {
    let call = reqwest::Client::new().get(format!("{url}{path}")).header("accept", "text/html").header("cookie", cookie());
    let answer = call.send().await.map_err(|e| format!("ask the console: {e}"))?;
    let status = answer.status().as_u16();
    let page = answer.text().await.map_err(|e| format!("read a page: {e}"))?;
    if status == 200 { Ok(page) } else { Err(format!("{path} gave {status}")) }
}

fn compressed(page: &[u8]) -> Result<usize, String> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(page).map_err(|e| e.to_string())?;
    Ok(out.finish().map_err(|e| e.to_string())?.len())
}

impl PageRatio {
    fn of(small: &Shown, large: &Shown) -> PageRatio {
        PageRatio {
            what: large.what,
            requests: large.requests as f64 / small.requests as f64,
            bytes: large.bytes as f64 / small.bytes as f64,
            own_us: large.own_us / small.own_us,
        }
    }
}

impl fmt::Display for ConsoleReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n\nthe console\n    {}", self.machine, self.label)?;
        writeln!(f, "    {:>9} {:<20} {:>8} {:>9} {:>9} {:>10} {:>9}", "open", "page", "requests", "bytes", "gzip", "own CPU us", "SDK us")?;
        for state in &self.states {
            for it in &state.pages {
                let list: Vec<String> = it.by_operation.iter().map(|(operation, n)| format!("{n} {operation}")).collect();
                writeln!(
                    f,
                    "    {:>9} {:<20} {:>8} {:>9} {:>9} {:>10.0} {:>9.0}  {}",
                    state.open,
                    it.what,
                    it.requests,
                    it.bytes,
                    it.compressed_bytes,
                    it.own_us,
                    it.sdk_us,
                    list.join(", ")
                )?;
            }
        }
        for it in &self.ratios {
            writeln!(f, "    {}: {:.2} times the requests, {:.2} times the bytes, {:.2} times the CPU", it.what, it.requests, it.bytes, it.own_us)?;
        }
        let verdict = if self.holds { "holds" } else { "DOES NOT HOLD" };
        writeln!(f, "    at most {} times: {verdict}; the station has {OWN} open in both", self.allowed)
    }
}
