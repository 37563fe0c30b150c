//! The five services and their categories.

use std::collections::BTreeMap;

use domain::ids::{CategoryId, LadderId, ServiceId};
use domain::policy::{Assign, Category, Channel, Days, Deadline, Ladder, Phones, Service, Window};
use jiff::civil::Time;
use serde::Deserialize;
use toml::Spanned;

use crate::raw::{self, Names};
use crate::{Mistakes, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: Spanned<String>,
    name: Names,
    about: Names,
    phones: RawPhones,
    channels: Vec<RawChannel>,
    #[serde(default)]
    window: Vec<RawWindow>,
    category: Vec<RawCategory>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawPhones {
    India,
    Any,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawChannel {
    Web,
    WalkIn,
    Desk,
    Phone,
    Whatsapp,
    Email,
    Post,
    Video,
    Reference,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWindow {
    name: Names,
    days: RawDays,
    from: Spanned<String>,
    to: Spanned<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawDays {
    Working,
    Daily,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCategory {
    id: Spanned<String>,
    name: Names,
    hint: Names,
    deadline: Spanned<RawDeadline>,
    rule: Names,
    source: Names,
    ladder: Spanned<String>,
    assign: RawAssign,
    woman_officer: bool,
    sensitive: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDeadline {
    hours: Option<u16>,
    days: Option<u16>,
    working_days: Option<u16>,
    months: Option<u16>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawAssign {
    AtOnce,
    ByHead,
}

pub(crate) fn read<const N: usize>(sources: [Source<'_>; N], ladders: &BTreeMap<LadderId, Ladder>, m: &mut Mistakes) -> Vec<Service> {
    let mut services = Vec::new();
    let (mut ids, mut categories) = (Vec::new(), Vec::new());
    for source in sources {
        let Some(file) = raw::parse::<File>(source, m) else { continue };
        let id = raw::fresh(source, &file.id, ServiceId::parse, &mut ids, m);
        if file.category.is_empty() {
            m.at(source, file.id.span().start, "a service needs at least one category");
        }
        let service = Service {
            name: file.name.both(source, m),
            about: file.about.both(source, m),
            phones: match file.phones {
                RawPhones::India => Phones::India,
                RawPhones::Any => Phones::Any,
            },
            channels: file.channels.into_iter().map(channel).collect(),
            windows: file.window.iter().filter_map(|w| window(source, w, m)).collect(),
            categories: file.category.iter().filter_map(|c| category(source, c, ladders, &mut categories, m)).collect(),
            id: match id {
                Some(id) => id,
                None => continue,
            },
        };
        services.push(service);
    }
    services
}

fn window(source: Source<'_>, raw: &RawWindow, m: &mut Mistakes) -> Option<Window> {
    let name = raw.name.both(source, m);
    let mut time = |written: &Spanned<String>| {
        let read = written.get_ref().parse::<Time>().ok();
        if read.is_none() {
            m.at(source, written.span().start, format!("`{}` is no time of day such as 09:30", written.get_ref()));
        }
        read
    };
    let (from, to) = (time(&raw.from)?, time(&raw.to)?);
    if from >= to {
        m.at(source, raw.to.span().start, format!("a window from {from} to {to} never opens"));
    }
    let days = match raw.days {
        RawDays::Working => Days::Working,
        RawDays::Daily => Days::Daily,
    };
    Some(Window { name, days, from, to })
}

fn category(source: Source<'_>, raw: &RawCategory, ladders: &BTreeMap<LadderId, Ladder>, seen: &mut Vec<CategoryId>, m: &mut Mistakes) -> Option<Category> {
    let id = raw::fresh(source, &raw.id, CategoryId::parse, seen, m);
    let deadline = deadline(source, &raw.deadline, m);
    let ladder = LadderId::parse(raw.ladder.get_ref()).filter(|l| ladders.contains_key(l));
    if ladder.is_none() {
        m.at(source, raw.ladder.span().start, format!("no ladder is called `{}`", raw.ladder.get_ref()));
    }
    let category = |id, deadline, ladder, m: &mut Mistakes| Category {
        id,
        name: raw.name.both(source, m),
        hint: raw.hint.both(source, m),
        deadline,
        rule: raw.rule.both(source, m),
        source: raw.source.both(source, m),
        ladder,
        assign: match raw.assign {
            RawAssign::AtOnce => Assign::AtOnce,
            RawAssign::ByHead => Assign::ByHead,
        },
        woman_officer: raw.woman_officer,
        sensitive: raw.sensitive,
    };
    Some(category(id?, deadline?, ladder?, m))
}

fn deadline(source: Source<'_>, raw: &Spanned<RawDeadline>, m: &mut Mistakes) -> Option<Deadline> {
    let it = raw.get_ref();
    let said = [
        it.hours.map(|n| (n, Deadline::Hours(n))),
        it.days.map(|n| (n, Deadline::Days(n))),
        it.working_days.map(|n| (n, Deadline::WorkingDays(n))),
        it.months.map(|n| (n, Deadline::Months(n))),
    ];
    let mut said = said.into_iter().flatten();
    match (said.next(), said.next()) {
        (Some((1.., deadline)), None) => Some(deadline),
        (Some((0, _)), None) => {
            m.at(source, raw.span().start, "a deadline of zero is over before it begins");
            None
        }
        (None, _) | (Some(_), Some(_)) => {
            m.at(source, raw.span().start, "a deadline is one of hours, days, working_days or months");
            None
        }
    }
}

fn channel(raw: RawChannel) -> Channel {
    match raw {
        RawChannel::Web => Channel::Web,
        RawChannel::WalkIn => Channel::WalkIn,
        RawChannel::Desk => Channel::Desk,
        RawChannel::Phone => Channel::Phone,
        RawChannel::Whatsapp => Channel::Whatsapp,
        RawChannel::Email => Channel::Email,
        RawChannel::Post => Channel::Post,
        RawChannel::Video => Channel::Video,
        RawChannel::Reference => Channel::Reference,
    }
}
