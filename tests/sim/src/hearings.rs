//! One day of a hearing with 72 callers: the queue is the product's own, chance follows from a seed, and what comes out is how long
//! people wait with one, three and five officers.

use std::fmt::Write as _;

use domain::Timestamp;
use domain::calendar::{at_wall, wall};
use domain::complaint::Officer;
use domain::hearing::queue::{Entry, Queue, Sitting, State};
use domain::hearing::{HearingRule, Outcome, Token};
use domain::ids::{DistrictCode, OfficerId, UnitCode};
use domain::lang::Both;
use domain::number::Number;
use domain::policy::Policy;
use jiff::SignedDuration;
use jiff::civil::{Date, date};

use crate::rng::Rng;

const CALLERS: usize = 72;
const OFFICERS: [usize; 3] = [1, 3, 5];
const DAY: Date = date(2026, 11, 24);
/// How often the day is played; the figures are of all of them.
const DAYS: u64 = 50;
/// A hearing takes the planned five minutes on the whole, half of that at the shortest.
const SHORTEST: i64 = 150;
const LONGEST: i64 = 450;
/// How many of a hundred are not there when they are called, and come back or not.
const ABSENT: i64 = 5;

/// How people come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Somewhen in the two hours, for the first place that is free.
    Token,
    /// With a place booked before, at its time.
    Booked,
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Way::Token => "token now",
            Way::Booked => "booked",
        }
    }
}

/// One caller's day: when she was ready, and how long until she was heard.
#[derive(Clone, Copy, Debug)]
struct Wait {
    ready: Timestamp,
    waited: SignedDuration,
}

/// What came of days with so many officers.
struct Outcomes {
    heard: Vec<Wait>,
    /// They found no place and were shown another day.
    another_day: usize,
    missed: usize,
    last: Timestamp,
}

fn officer(rule: &HearingRule, n: usize) -> Option<Officer> {
    let name = Both { hi: String::new(), en: String::new() };
    let id = OfficerId::parse(&format!("H-{n}"))?;
    Some(Officer { id, unit: UnitCode::parse("PRJ")?, post: rule.post.clone(), rank: name.clone(), name, woman: true })
}

fn number(n: usize) -> Option<Number> {
    let district = DistrictCode::parse("PRJ")?;
    let digit = |n: usize| u8::try_from(n % 30).unwrap_or_default();
    (0..=255u8).find_map(|salt| Number::make(&district, 2026, [digit(n), digit(n / 30), 1, 2, 3, 4, 5, salt]))
}

fn replace(queue: &mut Queue, fresh: Entry) {
    if let Some(old) = queue.entries.iter_mut().find(|entry| entry.token == fresh.token) {
        *old = fresh;
    }
}

/// Takes a place as the product gives it; the entry that stands for it.
fn takes(rule: &HearingRule, queue: &mut Queue, places: &[(Token, Timestamp)], number: Number, way: Way, now: Timestamp) -> bool {
    let at_once = way == Way::Token;
    let free = queue.free(places).into_iter().find(|(_, at)| rule.may_take(*at, at_once, now));
    let Some((token, at)) = free else { return false };
    let state = match way {
        Way::Token => State::Waiting { since: now },
        Way::Booked => State::Booked,
    };
    queue.entries.push(Entry::new(number, token, at, state));
    true
}

/// One day, to its end.
fn day(policy: &Policy, rule: &HearingRule, officers: usize, way: Way, seed: u64) -> Option<Outcomes> {
    let mut rng = Rng::new(seed, "hearings");
    let crew: Vec<Officer> = (0..officers).map(|n| officer(rule, n)).collect::<Option<_>>()?;
    let places = rule.places(&policy.calendar, DAY, &crew, &[]);
    let (from, to) = rule.hours(&policy.calendar, DAY)?;
    let open = to.duration_since(from).as_secs();
    let mut comes: Vec<i64> = (0..CALLERS).map(|_| rng.between(0, open - 1)).collect();
    comes.sort_unstable();
    let sitting = crew.iter().map(|it| Sitting { officer: it.id.clone(), since: from, until: None }).collect();
    let mut queue = Queue { entries: Vec::new(), sitting };
    let mut came: Vec<(Number, Timestamp)> = Vec::new();
    let mut found = Outcomes { heard: Vec::new(), another_day: 0, missed: 0, last: from };
    let mut busy: Vec<Option<Timestamp>> = vec![None; officers];
    let mut next = 0;
    if way == Way::Booked {
        let before = from - SignedDuration::from_hours(20);
        for n in 0..CALLERS {
            found.another_day += usize::from(!takes(rule, &mut queue, &places, number(n)?, way, before));
        }
        came = queue.entries.iter().map(|entry| (entry.number.clone(), entry.at)).collect();
        next = CALLERS;
    }
    // Until everybody who has a place was called, by five seconds.
    for second in (0..open * 4).step_by(5) {
        let now = from + SignedDuration::from_secs(second);
        while next < CALLERS && comes[next] <= second {
            let caller = number(next)?;
            if takes(rule, &mut queue, &places, caller.clone(), way, now) {
                came.push((caller, now))
            } else {
                found.another_day += 1
            }
            next += 1;
        }
        for (n, until) in busy.iter_mut().enumerate() {
            let who = &crew[n].id;
            if until.is_some_and(|until| until <= now) {
                let entry = queue.called_by(who)?.ends(who, Outcome::Advised, now).ok()?;
                replace(&mut queue, entry);
                *until = None;
            }
            if until.is_some() {
                continue;
            }
            let Ok(called) = queue.call_next(who, "", |_| true, now) else { continue };
            replace(&mut queue, called.clone());
            if rng.between(1, 100) <= ABSENT {
                let fresh = called.misses(who, queue.end(now)).ok()?;
                found.missed += usize::from(!fresh.waits());
                replace(&mut queue, fresh);
                continue;
            }
            let ready = came.iter().find(|(number, _)| *number == called.number)?.1;
            found.heard.push(Wait { ready, waited: now.duration_since(ready) });
            let length = (rng.between(SHORTEST, LONGEST) + rng.between(SHORTEST, LONGEST)) / 2;
            *until = Some(now + SignedDuration::from_secs(length));
            found.last = found.last.max(now + SignedDuration::from_secs(length));
        }
    }
    Some(found)
}

/// So many days, each by its own seed, together.
fn days(policy: &Policy, officers: usize, way: Way) -> Option<Outcomes> {
    let rule = policy.hearing.as_ref()?;
    let mut all = Outcomes { heard: Vec::new(), another_day: 0, missed: 0, last: Timestamp::MIN };
    for seed in 0..DAYS {
        let one = day(policy, rule, officers, way, seed)?;
        all.heard.extend(one.heard);
        all.another_day += one.another_day;
        all.missed += one.missed;
        all.last = all.last.max(one.last);
    }
    all.heard.sort_by_key(|wait| wait.waited);
    Some(all)
}

fn minutes(length: SignedDuration) -> String {
    format!("{:.1}", length.as_secs_f64() / 60.0)
}

/// The waits as a table; `None` where the policy holds no hearings.
pub fn table() -> Option<String> {
    let policy = policy_in_force::load()?.policy;
    let mut out = String::from(
        "| officers | how they come | heard that day | another day | gone after two calls | wait: half | nine of ten | longest | last one ends |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    let a_day = |n: usize| format!("{:.1}", n as f64 / DAYS as f64);
    for officers in OFFICERS {
        for way in [Way::Token, Way::Booked] {
            let all = days(&policy, officers, way)?;
            let nth = |part: usize| all.heard.get((all.heard.len() * part / 100).min(all.heard.len().saturating_sub(1))).map(|it| minutes(it.waited));
            let (half, most, longest) = (nth(50)?, nth(90)?, nth(100)?);
            let (way, last) = (way.name(), wall(all.last).time());
            let (heard, other, missed) = (a_day(all.heard.len()), a_day(all.another_day), a_day(all.missed));
            let last = format!("{:02}:{:02}", last.hour(), last.minute());
            writeln!(out, "| {officers} | {way} | {heard} | {other} | {missed} | {half} | {most} | {longest} | {last} |").ok()?;
        }
    }
    Some(out)
}

/// How wide and high a panel is.
const WIDE: i64 = 240;
const HIGH: i64 = 180;

/// The waits of the first of these days as a picture: each caller with a token a dot, by when she came and how long she waited.
pub fn picture() -> Option<String> {
    let policy = policy_in_force::load()?.policy;
    let rule = policy.hearing.as_ref()?;
    let noon = at_wall(DAY.to_datetime(rule.window.from));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} 250\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#12302f\">\n<title>How long 72 callers wait with one, three and five officers</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        3 * (WIDE + 40) + 30
    );
    for (n, officers) in OFFICERS.into_iter().enumerate() {
        let all = day(&policy, rule, officers, Way::Token, 0)?;
        let left = 40 + i64::try_from(n).ok()? * (WIDE + 40);
        let title = if officers == 1 { "1 officer".to_owned() } else { format!("{officers} officers") };
        writeln!(
            out,
            "<g transform=\"translate({left} 30)\">\n<text y=\"-12\" font-weight=\"bold\">{title}: {} heard, {} another day</text>",
            all.heard.len(),
            all.another_day
        )
        .ok()?;
        for hour in 0..=2 {
            let y = HIGH - hour * HIGH / 2;
            writeln!(out, "<path d=\"M0 {y}h{WIDE}\" stroke=\"#c9d6d5\"/><text x=\"-6\" y=\"{}\" text-anchor=\"end\">{}</text>", y + 4, hour * 60).ok()?;
            writeln!(out, "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}:00</text>", hour * WIDE / 2, HIGH + 18, 12 + hour).ok()?;
        }
        let mut heard = all.heard;
        heard.sort_by_key(|wait| (wait.ready, wait.waited));
        for wait in heard {
            let x = wait.ready.duration_since(noon).as_secs() * WIDE / 7200;
            let y = HIGH - wait.waited.as_secs() * HIGH / 7200;
            writeln!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"3\" fill=\"#0e5a5e\" fill-opacity=\".7\"/>").ok()?;
        }
        out.push_str("</g>\n");
    }
    out.push_str("<text x=\"40\" y=\"243\">Across: when she took a token. Up: minutes until she was called.</text>\n</svg>\n");
    Some(out)
}
