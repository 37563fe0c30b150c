//! Replies that are ready to be filled in.

use domain::access::DeskMove;
use domain::ids::ReplyId;
use domain::reply::{Blank, Reply, filled, takes_words};
use serde::Deserialize;
use toml::Spanned;

use crate::raw::{self, Names};
use crate::{Mistakes, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    reply: Vec<RawReply>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawReply {
    id: Spanned<String>,
    r#move: Spanned<String>,
    name: Names,
    text: Names,
}

pub(crate) fn read(source: Source<'_>, m: &mut Mistakes) -> Vec<Reply> {
    let Some(file) = raw::parse::<File>(source, m) else { return Vec::new() };
    let mut seen = Vec::new();
    file.reply.iter().filter_map(|raw| reply(source, raw, &mut seen, m)).collect()
}

fn reply(source: Source<'_>, raw: &RawReply, seen: &mut Vec<ReplyId>, m: &mut Mistakes) -> Option<Reply> {
    let id = raw::fresh(source, &raw.id, ReplyId::parse, seen, m);
    let written = raw.r#move.get_ref();
    let wanted = DeskMove::parse(written);
    match wanted {
        None => m.at(source, raw.r#move.span().start, format!("no move is called `{written}`")),
        Some(wanted) if !takes_words(wanted) => m.at(source, raw.r#move.span().start, format!("the move `{written}` takes no words")),
        Some(_) => {}
    }
    let (name, text) = (raw.name.both(source, m), raw.text.both(source, m));
    for written in raw.text.each() {
        if let Err(name) = filled(written.get_ref(), |_| String::new()) {
            m.at(source, written.span().start, format!("`{{{name}}}` is no blank that can be filled"));
        }
    }
    let has = |text: &str| Blank::ALL.map(|blank| text.contains(&format!("{{{}}}", blank.tag())));
    if has(&text.hi) != has(&text.en) {
        m.at(source, raw.id.span().start, format!("`{}` has other blanks in Hindi than in English", raw.id.get_ref()));
    }
    Some(Reply { id: id?, wanted: wanted?, name, text })
}
