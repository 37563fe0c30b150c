//! What each clock is: its name, its rule, how long it runs and from when.

use std::collections::BTreeMap;

use domain::clock::{ClockRule, Start};
use domain::lang::Both;
use domain::policy::{ClockTerms, Deadline};
use serde::Deserialize;
use toml::Spanned;

use crate::raw::{self, Names, RawDeadline};
use crate::{Mistakes, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    clock: Vec<RawClock>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClock {
    rule: Spanned<String>,
    name: Names,
    text: Option<Names>,
    source: Option<Names>,
    runs: Option<Spanned<RawDeadline>>,
    starts: Spanned<String>,
    may_pause_days: u16,
    #[serde(default)]
    electronic: bool,
}

pub(crate) fn read(source: Source<'_>, m: &mut Mistakes) -> BTreeMap<ClockRule, ClockTerms> {
    let Some(file) = raw::parse::<File>(source, m) else { return BTreeMap::new() };
    let mut seen = Vec::new();
    let mut clocks = BTreeMap::new();
    for clock in &file.clock {
        let (at, name) = (clock.rule.span().start, clock.rule.get_ref());
        let Some(rule) = ClockRule::parse(name) else {
            m.at(source, at, format!("no clock is called `{name}`"));
            continue;
        };
        if seen.contains(&rule) {
            m.at(source, at, format!("the clock `{name}` is there twice"));
            continue;
        }
        seen.push(rule);
        let terms = match rule {
            ClockRule::Disposal => disposal(source, clock, m),
            ClockRule::Assignment
            | ClockRule::FirstContact
            | ClockRule::Signature
            | ClockRule::Enquiry
            | ClockRule::ChildReport
            | ClockRule::Investigation
            | ClockRule::Progress => beside(source, clock, m),
        };
        if let Some(terms) = terms {
            clocks.insert(rule, terms);
        }
    }
    for rule in ClockRule::ALL.into_iter().filter(|rule| !seen.contains(rule)) {
        m.at(source, 0, format!("the clock `{}` is not described", rule.tag()));
    }
    clocks
}

/// The clock that every category has, as long as the category says.
fn disposal(source: Source<'_>, raw: &RawClock, m: &mut Mistakes) -> Option<ClockTerms> {
    let at = raw.rule.span().start;
    if raw.text.is_some() || raw.source.is_some() || raw.runs.is_some() || raw.electronic {
        m.at(source, at, "the disposal has no text, source or length here: its category has them");
    }
    let start = start(source, raw, m)?;
    if start != Start::Registration {
        m.at(source, raw.starts.span().start, "the disposal is promised from the registration on");
    }
    let nothing = || Both { hi: String::new(), en: String::new() };
    let name = raw.name.both(source, m);
    Some(ClockTerms { name, rule: nothing(), source: nothing(), runs: None, start, may_pause_days: raw.may_pause_days, electronic: false })
}

/// A clock that runs beside the disposal where a category names it.
fn beside(source: Source<'_>, raw: &RawClock, m: &mut Mistakes) -> Option<ClockTerms> {
    let at = raw.rule.span().start;
    let name = raw.name.both(source, m);
    let start = start(source, raw, m);
    let (Some(text), Some(said_by), Some(runs)) = (&raw.text, &raw.source, &raw.runs) else {
        m.at(source, at, format!("`{}` needs its text, its source and `runs`: how long it runs", raw.rule.get_ref()));
        return None;
    };
    let (rule, said_by) = (text.both(source, m), said_by.both(source, m));
    let (length, start) = (raw::deadline(source, runs, m)?, start?);
    match (start, length) {
        (Start::Recording | Start::Enquiry, Deadline::WorkingDays(_)) => {
            let reason = "a clock that starts later counts no working days: which holidays will be in force then is not known at registration";
            m.at(source, runs.span().start, reason);
        }
        (Start::Registration, _) | (_, Deadline::Hours(_) | Deadline::Days(_) | Deadline::Months(_)) => {}
    }
    if raw.electronic && start != Start::Registration {
        m.at(source, at, "only a clock that starts with the registration can ask how the complaint came in");
    }
    Some(ClockTerms { name, rule, source: said_by, runs: Some(length), start, may_pause_days: raw.may_pause_days, electronic: raw.electronic })
}

fn start(source: Source<'_>, raw: &RawClock, m: &mut Mistakes) -> Option<Start> {
    let said = raw.starts.get_ref();
    let start = Start::ALL.into_iter().find(|start| start.tag() == said);
    if start.is_none() {
        let known = Start::ALL.map(Start::tag).join(", ");
        m.at(source, raw.starts.span().start, format!("`{said}` starts no clock: one of {known} does"));
    }
    start
}
