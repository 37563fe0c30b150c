//! The five services and their categories.

use std::collections::BTreeMap;

use domain::clock::ClockRule;
use domain::ids::{CategoryId, LadderId, ServiceId};
use domain::policy::{Assign, Category, Channel, Ladder, Matter, Phones, Service};
use serde::Deserialize;
use toml::Spanned;

use crate::raw::{self, Names, RawDeadline, RawWindow};
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
    clocks: Vec<Spanned<String>>,
    #[serde(default = "yes")]
    may_withdraw: bool,
    #[serde(default)]
    alert: bool,
    /// A complaint where it is left out.
    matter: Option<Spanned<RawMatter>>,
}

fn yes() -> bool {
    true
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawMatter {
    Complaint,
    Suggestion,
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
            windows: file.window.iter().filter_map(|w| raw::window(source, w, m)).collect(),
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

fn category(source: Source<'_>, raw: &RawCategory, ladders: &BTreeMap<LadderId, Ladder>, seen: &mut Vec<CategoryId>, m: &mut Mistakes) -> Option<Category> {
    let id = raw::fresh(source, &raw.id, CategoryId::parse, seen, m);
    let deadline = raw::deadline(source, &raw.deadline, m);
    let ladder = LadderId::parse(raw.ladder.get_ref()).filter(|l| ladders.contains_key(l));
    if ladder.is_none() {
        m.at(source, raw.ladder.span().start, format!("no ladder is called `{}`", raw.ladder.get_ref()));
    }
    let clocks = clocks(source, &raw.clocks, m);
    let matter = matter(source, raw, &clocks, m);
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
        may_withdraw: raw.may_withdraw,
        alert: raw.alert,
        matter,
        clocks,
    };
    Some(category(id?, deadline?, ladder?, m))
}

/// What the category asks of the police. A suggestion tells of nobody's harm: what is for those who were harmed stands at none.
fn matter(source: Source<'_>, raw: &RawCategory, clocks: &[ClockRule], m: &mut Mistakes) -> Matter {
    let Some(written) = &raw.matter else { return Matter::Complaint };
    match written.get_ref() {
        RawMatter::Complaint => Matter::Complaint,
        RawMatter::Suggestion => {
            let at = written.span().start;
            let of_harm = [("sensitive", raw.sensitive), ("woman_officer", raw.woman_officer), ("alert", raw.alert)];
            for (name, _) in of_harm.into_iter().filter(|(_, set)| *set) {
                m.at(source, at, format!("a suggestion tells of nobody's harm: `{name}` is not for it"));
            }
            if !raw.may_withdraw {
                m.at(source, at, "a suggestion may be taken back by whoever made it: leave `may_withdraw` out");
            }
            for rule in clocks.iter().filter(|rule| !matches!(rule, ClockRule::Assignment | ClockRule::FirstContact)) {
                m.at(source, at, format!("the clock `{}` is for what the criminal law knows, not for a suggestion", rule.tag()));
            }
            Matter::Suggestion
        }
    }
}

/// The clocks that a category names beside its disposal.
fn clocks(source: Source<'_>, written: &[Spanned<String>], m: &mut Mistakes) -> Vec<ClockRule> {
    let mut clocks = Vec::new();
    for name in written {
        let (at, name) = (name.span().start, name.get_ref());
        match ClockRule::parse(name) {
            None => m.at(source, at, format!("no clock is called `{name}`")),
            Some(ClockRule::Disposal) => m.at(source, at, "the disposal is every category's own: its `deadline` says how long"),
            Some(rule) if clocks.contains(&rule) => m.at(source, at, format!("the clock `{name}` is there twice")),
            Some(rule) => clocks.push(rule),
        }
    }
    clocks
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
