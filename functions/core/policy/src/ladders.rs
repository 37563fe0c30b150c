//! Posts and the ladders made of them.

use std::collections::BTreeMap;

use domain::ids::{LadderId, PostId};
use domain::policy::{Ladder, LadderStep, Post, Scope};
use serde::Deserialize;
use toml::Spanned;

use crate::raw::{self, Names};
use crate::{Mistakes, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PostsFile {
    post: Vec<RawPost>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPost {
    id: Spanned<String>,
    scope: RawScope,
    name: Names,
    commissionerate: Option<Names>,
    #[serde(default)]
    works: bool,
    #[serde(default)]
    calls_back: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawScope {
    Station,
    Circle,
    District,
    Range,
    State,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LaddersFile {
    ladder: Vec<RawLadder>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLadder {
    id: Spanned<String>,
    repeats: Spanned<String>,
    steps: Spanned<Vec<RawStep>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStep {
    post: Spanned<String>,
    holds: Option<Spanned<String>>,
}

pub(crate) fn read_posts(source: Source<'_>, m: &mut Mistakes) -> BTreeMap<PostId, Post> {
    let file: Option<PostsFile> = raw::parse(source, m);
    let mut seen = Vec::new();
    let mut posts = BTreeMap::new();
    for post in file.map_or_else(Vec::new, |f| f.post) {
        let Some(id) = raw::fresh(source, &post.id, PostId::parse, &mut seen, m) else { continue };
        let scope = match post.scope {
            RawScope::Station => Scope::Station,
            RawScope::Circle => Scope::Circle,
            RawScope::District => Scope::District,
            RawScope::Range => Scope::Range,
            RawScope::State => Scope::State,
        };
        let name = post.name.both(source, m);
        let commissionerate = post.commissionerate.map(|names| names.both(source, m));
        posts.insert(id.clone(), Post { id, scope, name, commissionerate, works: post.works, calls_back: post.calls_back });
    }
    posts
}

pub(crate) fn read(source: Source<'_>, posts: &BTreeMap<PostId, Post>, m: &mut Mistakes) -> BTreeMap<LadderId, Ladder> {
    let file: Option<LaddersFile> = raw::parse(source, m);
    let mut seen = Vec::new();
    let mut ladders = BTreeMap::new();
    for ladder in file.map_or_else(Vec::new, |f| f.ladder) {
        let id = raw::fresh(source, &ladder.id, LadderId::parse, &mut seen, m);
        let repeats = raw::duration(source, &ladder.repeats, m);
        let steps = steps(source, &ladder.steps, posts, m);
        if let (Some(id), Some(repeats)) = (id, repeats) {
            ladders.insert(id.clone(), Ladder { id, steps, repeats });
        }
    }
    ladders
}

fn steps(source: Source<'_>, written: &Spanned<Vec<RawStep>>, posts: &BTreeMap<PostId, Post>, m: &mut Mistakes) -> Vec<LadderStep> {
    let last = written.get_ref().len().saturating_sub(1);
    if last == 0 {
        m.at(source, written.span().start, "a ladder needs at least two steps: somebody, and somebody above");
    }
    let mut steps: Vec<LadderStep> = Vec::new();
    let mut below = Scope::Station;
    for (n, step) in written.get_ref().iter().enumerate() {
        let name = step.post.get_ref();
        let at = step.post.span().start;
        let Some((id, post)) = PostId::parse(name).and_then(|id| posts.get_key_value(&id)) else {
            m.at(source, at, format!("no post is called `{name}`"));
            continue;
        };
        if steps.iter().any(|earlier| earlier.post == *id) {
            m.at(source, at, format!("`{name}` stands in this ladder already: a complaint would go round in a circle"));
        }
        if post.scope < below {
            m.at(source, at, format!("`{name}` reaches less far than the step before it: a ladder goes up"));
        }
        below = post.scope;
        let holds = step.holds.as_ref().map(|holds| (holds.span().start, raw::duration(source, holds, m)));
        match (&holds, n == 0 || n == last) {
            (Some((at, _)), true) => m.at(source, *at, "the first step has it until the deadline and the top keeps it: neither says `holds`"),
            (None, false) => m.at(source, at, format!("`{name}` needs `holds`: for how long it has a complaint")),
            (Some(_), false) | (None, true) => {}
        }
        steps.push(LadderStep { post: id.clone(), holds: holds.and_then(|(_, length)| length) });
    }
    steps
}
