//! How hearings are held, how each unit calls, and the time zones to choose from.

use std::collections::BTreeMap;

use domain::duty::DutyRule;
use domain::hearing::{Call, HearingRule, Zone};
use domain::ids::{LadderId, PostId, UnitCode};
use domain::policy::{District, Ladder};
use jiff::civil::Time;
use serde::Deserialize;
use toml::Spanned;

use crate::raw::{self, Names};
use crate::{Mistakes, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    post: Spanned<String>,
    minutes: Spanned<u16>,
    overrun_minutes: Spanned<u16>,
    near: Spanned<u16>,
    ahead_days: u16,
    then: Spanned<String>,
    #[serde(default)]
    call: Vec<RawCall>,
    #[serde(default)]
    zone: Vec<RawZone>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCall {
    unit: Spanned<String>,
    by: RawBy,
    link: Spanned<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawBy {
    Whatsapp,
    Jitsi,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawZone {
    id: Spanned<String>,
    name: Names,
    rule: Spanned<String>,
}

/// What a hearing refers to.
pub(crate) struct Known<'a> {
    pub(crate) duty: &'a [DutyRule],
    pub(crate) ladders: &'a BTreeMap<LadderId, Ladder>,
    pub(crate) districts: &'a [District],
}

/// `None` where the file cannot be read or the post keeps no duty.
pub(crate) fn read(source: Source<'_>, known: &Known<'_>, m: &mut Mistakes) -> Option<HearingRule> {
    let file: File = raw::parse(source, m)?;
    let rule = known.duty.iter().find(|rule| rule.post.as_str() == file.post.get_ref());
    if rule.is_none() {
        m.at(source, file.post.span().start, format!("no duty says when `{}` hears", file.post.get_ref()));
    }
    let minutes = *file.minutes.get_ref();
    let window = rule.map(|rule| rule.window.clone());
    let open = window.as_ref().map(|window| window.from.duration_until(window.to).as_mins());
    if minutes == 0 || open.is_some_and(|open| !(1..=99).contains(&(open / i64::from(minutes)))) {
        m.at(source, file.minutes.span().start, "a window has at least one place and at most 99");
    }
    // Whoever is still in the queue then is told the same day.
    let sits_until = window.as_ref().map(|window| window.to.duration_since(Time::midnight()).as_mins() + i64::from(*file.overrun_minutes.get_ref()));
    if sits_until.is_some_and(|until| until > 20 * 60) {
        m.at(source, file.overrun_minutes.span().start, "nobody is heard, or told that she was not, after 20:00");
    }
    if *file.near.get_ref() == 0 {
        m.at(source, file.near.span().start, "`near` of zero is told to nobody");
    }
    let then = LadderId::parse(file.then.get_ref()).filter(|id| known.ladders.contains_key(id));
    if then.is_none() {
        m.at(source, file.then.span().start, format!("no ladder is called `{}`", file.then.get_ref()));
    }
    let mut seen = Vec::new();
    let calls: Vec<_> = file.call.iter().filter_map(|it| call(source, it, known, &mut seen, m)).collect();
    let mut ids = Vec::new();
    let zones: Vec<_> = file.zone.iter().filter_map(|it| zone(source, it, &mut ids, m)).collect();
    Some(HearingRule {
        post: PostId::parse(file.post.get_ref())?,
        window: window?,
        minutes,
        overrun_minutes: *file.overrun_minutes.get_ref(),
        near: usize::from(*file.near.get_ref()),
        ahead_days: file.ahead_days,
        then: then?,
        calls: calls.into_iter().collect(),
        zones,
    })
}

fn call(source: Source<'_>, raw: &RawCall, known: &Known<'_>, seen: &mut Vec<UnitCode>, m: &mut Mistakes) -> Option<(UnitCode, Call)> {
    let unit = raw::fresh(source, &raw.unit, UnitCode::parse, seen, m);
    if !known.districts.iter().any(|district| district.code.as_str() == raw.unit.get_ref()) {
        m.at(source, raw.unit.span().start, format!("`{}` is no district", raw.unit.get_ref()));
    }
    let link = raw.link.get_ref();
    if !link.starts_with("https://") || link.ends_with('/') || !link.bytes().all(|b| b.is_ascii_graphic() && !b"\"'<>".contains(&b)) {
        m.at(source, raw.link.span().start, format!("`{link}` is no https link without a stroke at its end"));
    }
    Some((
        unit?,
        match raw.by {
            RawBy::Whatsapp => Call::Whatsapp(link.clone()),
            RawBy::Jitsi => Call::Jitsi(link.clone()),
        },
    ))
}

fn zone(source: Source<'_>, raw: &RawZone, seen: &mut Vec<String>, m: &mut Mistakes) -> Option<Zone> {
    let as_written = |id: &str| id.bytes().all(|b| b.is_ascii_lowercase() || b == b'_').then(|| id.to_owned());
    let id = raw::fresh(source, &raw.id, as_written, seen, m);
    let zone = Zone::parse(raw.id.get_ref(), raw.name.both(source, m), raw.rule.get_ref());
    if zone.is_none() {
        m.at(source, raw.rule.span().start, format!("`{}` is no rule of a time zone as POSIX writes it", raw.rule.get_ref()));
    }
    id.and(zone)
}
