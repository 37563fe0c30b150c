//! What narrows the worklist: the form, a chip for each part that does, saved views and the way to the same rows as CSV.

use crate::parts::markup::{Drawn as _, Markup};
use domain::Date;
use domain::access::StageKind;
use domain::lang::{Both, Lang};
use domain::policy::Channel;
use leptos::prelude::*;
use words::date;

use super::address::{query, without};
use crate::page::desk::{FilterPart, WorklistPage};
use crate::parts::console::token;
use crate::parts::input::{Line, hidden, input};
use crate::parts::question::Question;
use crate::parts::select::{Options, select};
use crate::parts::typed::shown;

/// How far up the form offers to look.
const LEVELS: u8 = 6;

pub(super) fn tools(lang: Lang, it: &WorklistPage) -> Markup {
    let here = query(it.view, &it.filter);
    let saved = it.saved.iter().map(|(name, query)| view! { <li><a href=format!("/desk/?{}", shown(query))>{shown(name)}</a></li> });
    let all = view! { <li class="all"><a href="/desk/views">{words::view_all(lang)}</a></li> };
    let saved = (!it.saved.is_empty()).then(|| view! { <ul class="saved" aria-label=words::desk_saved(lang)>{saved.collect_view()}{all}</ul> });
    view! {
        <div class="tools">
            <details class="tool"><summary>{words::desk_filter(lang)}</summary>{form(lang, it)}</details>
            <a class="tool" href=format!("/desk/export.csv?{here}")>{words::desk_csv(lang)}</a>
            {keep(lang, it, &here)}
            {saved}
        </div>
        {chips(lang, it)}
    }
    .drawn()
}

/// The question of this page under a name.
fn keep(lang: Lang, it: &WorklistPage, here: &str) -> Markup {
    let name = Question::named(lang, "name", words::view_name(lang), "").at("view-name").hint(words::view_name_hint(lang));
    view! {
        <details class="tool">
            <summary>{words::view_keep(lang)}</summary>
            <form method="post" action="/desk/views" novalidate>
                {token(&it.head)}
                {hidden("query", here)}
                {input(&name, Line::TEXT.short())}
                <p><button class="go" type="submit">{words::view_keep(lang)}</button></p>
            </form>
        </details>
    }
    .drawn()
}

fn form(lang: Lang, it: &WorklistPage) -> Markup {
    let calendar = Line { kind: "date", ..Line::TEXT };
    let fields = FilterPart::ALL.map(|part| {
        let question = Question::named(lang, part.tag(), label(lang, part), it.filter.get(part)).at(format!("filter-{}", part.tag()));
        match offered(lang, it, part) {
            Some(offered) => select(&question, &[Options::plain(any(lang)), Options::plain(offered)]),
            None => input(&question, calendar),
        }
    });
    view! {
        <form class="filter" method="get" action="/desk/" novalidate>
            {hidden("view", it.view.tag())}
            {fields.into_iter().collect_view()}
            <p><button class="go" type="submit">{words::desk_filter_show(lang)}</button></p>
        </form>
    }
    .drawn()
}

fn any(lang: Lang) -> [(String, String); 1] {
    [(String::new(), words::desk_filter_any(lang).to_owned())]
}

fn label(lang: Lang, part: FilterPart) -> &'static str {
    match part {
        FilterPart::Category => words::desk_filter_category(lang),
        FilterPart::Station => words::desk_filter_station(lang),
        FilterPart::Channel => words::desk_filter_channel(lang),
        FilterPart::Stage => words::desk_filter_stage(lang),
        FilterPart::Level => words::desk_filter_level(lang),
        FilterPart::From => words::desk_filter_from(lang),
        FilterPart::To => words::desk_filter_to(lang),
    }
}

/// What a part of the filter can be: value and name; `None` for a day, which is any.
fn offered(lang: Lang, it: &WorklistPage, part: FilterPart) -> Option<Vec<(String, String)>> {
    let listed = |list: &[(String, Both)]| list.iter().map(|(value, name)| (value.clone(), name.get(lang).to_owned())).collect();
    Some(match part {
        FilterPart::Category => listed(&it.categories),
        FilterPart::Station => listed(&it.stations),
        FilterPart::Channel => Channel::ALL.map(|channel| (channel.tag().to_owned(), words::desk::channel(lang, channel).to_owned())).to_vec(),
        FilterPart::Stage => StageKind::ALL.map(|stage| (stage.tag().to_owned(), words::desk::stage(lang, stage).to_owned())).to_vec(),
        FilterPart::Level => (0..LEVELS).map(|level| (level.to_string(), height(lang, level))).collect(),
        FilterPart::From | FilterPart::To => return None,
    })
}

fn height(lang: Lang, level: u8) -> String {
    if level == 0 { words::desk_level_first(lang).to_owned() } else { words::desk_level_up(lang, level) }
}

/// What narrows the list now; each is removed by a press.
fn chips(lang: Lang, it: &WorklistPage) -> Option<Markup> {
    let chip = |(part, value): (FilterPart, &str)| {
        let named = offered(lang, it, part).and_then(|all| all.into_iter().find(|(it, _)| it == value));
        let text = words::desk_filter_chip(lang, label(lang, part), named.map_or_else(|| day(lang, value), |(_, name)| name));
        let href = format!("/desk/?{}", without(it.view, &it.filter, part));
        view! { <li><a href=href>{text}<span class="vh">" "{words::desk_filter_drop(lang)}</span><b aria-hidden="true">"✕"</b></a></li> }
    };
    let chips: Vec<_> = it.filter.set().map(chip).collect();
    (!chips.is_empty()).then(|| view! { <ul class="chips">{chips}</ul> }.drawn())
}

fn day(lang: Lang, value: &str) -> String {
    value.parse::<Date>().map_or_else(|_| shown(value), |day| date::day(lang, day))
}
