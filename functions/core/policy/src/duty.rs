//! Which posts keep a duty roster, when they are open, and who must be there.

use std::collections::BTreeMap;

use domain::duty::DutyRule;
use domain::ids::PostId;
use domain::policy::Post;
use serde::Deserialize;
use toml::Spanned;

use crate::raw::{self, RawWindow};
use crate::{Mistakes, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    duty: Vec<RawDuty>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDuty {
    post: Spanned<String>,
    least: Spanned<u8>,
    women: Spanned<u8>,
    window: RawWindow,
}

pub(crate) fn read(source: Source<'_>, posts: &BTreeMap<PostId, Post>, m: &mut Mistakes) -> Vec<DutyRule> {
    let file: Option<File> = raw::parse(source, m);
    let mut seen = Vec::new();
    let mut rules = Vec::new();
    for duty in file.map_or_else(Vec::new, |f| f.duty) {
        let name = duty.post.get_ref();
        let post = raw::fresh(source, &duty.post, PostId::parse, &mut seen, m);
        if post.as_ref().is_some_and(|post| !posts.contains_key(post)) {
            m.at(source, duty.post.span().start, format!("no post is called `{name}`"));
        }
        let (least, women) = (*duty.least.get_ref(), *duty.women.get_ref());
        if least == 0 {
            m.at(source, duty.least.span().start, format!("`{name}` with nobody there is no duty"));
        }
        if women > least {
            m.at(source, duty.women.span().start, format!("{women} women cannot be among {least} people"));
        }
        if let (Some(post), Some(window)) = (post, raw::window(source, &duty.window, m)) {
            rules.push(DutyRule { post, least, women, window });
        }
    }
    rules
}
