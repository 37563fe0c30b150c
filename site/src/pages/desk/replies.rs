//! Replies that are ready to be filled in: offered at the form of their move, chosen by a link, filled from the case.

use crate::parts::markup::{Drawn as _, Markup};
use domain::access::DeskMove;
use domain::lang::Lang;
use domain::reply::{Blank, Reply, filled, takes_words};
use leptos::prelude::*;
use words::date;

use super::forms::Ask;
use crate::page::desk::CasePage;
use crate::parts::typed::{in_query, shown};

/// The field of a move that a reply is for.
pub(super) fn place(wanted: DeskMove) -> Option<Ask> {
    let ask = if wanted == DeskMove::FileAtr { Ask::Findings } else { Ask::Words };
    takes_words(wanted).then_some(ask)
}

/// The words as they come into the field: what the case knows is there, what the officer must say stays between braces.
pub(super) fn filled_in(lang: Lang, it: &CasePage, reply: &Reply) -> String {
    let text = reply.text.get(lang);
    let said = filled(text, |blank| match blank {
        Blank::Number => it.complaint.number.to_string(),
        Blank::Due => date::due(lang, it.complaint.disposal.ends_at),
        Blank::Officer => format!("{} {}", it.head.rank.get(lang), it.head.name.get(lang)),
        Blank::Date | Blank::Time | Blank::Place | Blank::Person | Blank::Action => {
            format!("{{{}}}", words::intake::blank(lang, blank).unwrap_or_else(|| blank.tag()))
        }
    });
    said.unwrap_or_else(|_| text.to_owned())
}

/// The replies of a move as links: the page comes again with the words in the field, or a script puts them there.
pub(super) fn offered(lang: Lang, it: &CasePage, wanted: DeskMove) -> Option<Markup> {
    let rows: Vec<&Reply> = it.templates.iter().filter(|reply| reply.wanted == wanted).collect();
    let ask = place(wanted).filter(|_| !rows.is_empty())?;
    let links = rows.iter().map(|reply| {
        let address = format!("/desk/complaints/{}?reply={}#{}", it.complaint.number, in_query(reply.id.as_str()), wanted.tag());
        let field = format!("{}-{}", wanted.tag(), ask.name());
        let chosen = it.chosen(wanted).is_some_and(|chosen| chosen.id == reply.id);
        view! {
            <li>
                <a href=address aria-current=chosen.then_some("true") data-field=field data-words=shown(&filled_in(lang, it, reply))>{shown(reply.name.get(lang))}</a>
            </li>
        }
    });
    Some(
        view! {
            <div class="replies">
                <p class="quiet"><b>{words::case_templates(lang)}</b>" "{words::case_templates_lead(lang)}</p>
                <ul class="chips">{links.collect_view()}</ul>
            </div>
        }
        .drawn(),
    )
}
