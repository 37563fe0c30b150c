//! Before the form: how to leave, what will happen, and the district.

use crate::parts::markup::{Drawn as _, Markup};
use domain::fault::{Fault, Field};
use domain::lang::Lang;
use domain::policy::{Category, Days, Policy, Window};
use leptos::prelude::*;
use words::date;

use crate::page::BeginPage;
use crate::parts::answers::facts;
use crate::parts::back::back;
use crate::parts::input::hidden;
use crate::parts::ladder::{Step, ladder};
use crate::parts::question::{Question, lines};
use crate::parts::select::{Options, select};
use crate::parts::shell::{Shell, document};
use crate::parts::summary::summary;

pub(crate) fn draw(lang: Lang, it: &BeginPage<'_>) -> String {
    let BeginPage { service, category, policy, fault } = *it;
    let about = format!("{} · {}", category.name.get(lang), category.rule.get(lang));
    let shell = Shell::public(words::begin_title(lang), &format!("file/{}/", category.id), &about).wrong(fault.is_some());
    let faults: Vec<Fault> = fault.into_iter().collect();
    document(lang, &shell, || {
        view! {
            {back(lang, format!("/{lang}/file/#{}", service.id))}
            {summary(lang, lines(lang, &faults, &[Field::District], Field::District.tag()))}
            <h1>{words::begin_title(lang)}</h1>
            {facts(vec![(service.name.get(lang).to_owned(), category.name.get(lang).to_owned())])}
            {category.sensitive.then(|| leaving(lang))}
            {service.windows.iter().map(|window| opening(lang, window)).collect_view()}
            <h2>{words::begin_next(lang)}</h2>
            {ladder(next(lang, category))}
            <form method="get" action=format!("/{lang}/complaints/new") novalidate>
                {hidden("category", category.id.as_str())}
                {district(lang, policy, &faults)}
                <p><button class="go" type="submit">{words::go_on(lang)}</button></p>
            </form>
            {refused(lang, policy, category)}
        }
        .drawn()
    })
}

/// How to hide the page, before the first question that somebody must not see.
fn leaving(lang: Lang) -> Markup {
    view! {
        <div class="card calm">
            <h2>{words::begin_exit(lang)}</h2>
            <p>{words::begin_exit_link(lang)}" "{words::begin_exit_keys(lang)}</p>
            <p>{words::begin_exit_history(lang)}" "<a href=format!("/{lang}/safety/")>{words::begin_exit_more(lang)}</a></p>
        </div>
    }
    .drawn()
}

/// Whom a station has refused already finds the shorter way, unless this is it.
fn refused(lang: Lang, policy: &Policy, here: &Category) -> Option<Markup> {
    let category = policy.services.iter().flat_map(|service| &service.categories).find(|category| category.alert && !here.alert)?;
    let href = format!("/{lang}/file/{}/", category.id);
    Some(view! { <p><a href=href>{words::say_refused_home(lang)}</a></p> }.drawn())
}

fn opening(lang: Lang, window: &Window) -> Markup {
    let days = match window.days {
        Days::Daily => words::begin_window_daily(lang),
        Days::Working => words::begin_window_working(lang),
    };
    let at = |time| date::time_of_day(lang, time);
    view! { <p>{words::begin_window(lang, at(window.from), window.name.get(lang), at(window.to))}" ("{days}")"</p> }.drawn()
}

fn next(lang: Lang, category: &Category) -> Vec<Step> {
    let number = Step::new(words::begin_next_number(lang), category.rule.get(lang));
    let woman = category.woman_officer.then(|| Step::new(words::begin_next_woman(lang), words::begin_next_woman_note(lang)));
    let first = [
        Step::new(words::begin_next_write(lang), words::begin_next_write_note(lang)).now(),
        Step::new(words::begin_next_code(lang), words::begin_next_code_note(lang)),
        number,
    ];
    let last = Step::new(words::begin_next_up(lang), words::begin_next_up_note(lang));
    first.into_iter().chain(woman).chain([last]).collect()
}

fn district(lang: Lang, policy: &Policy, faults: &[Fault]) -> Markup {
    let mut groups = vec![Options::plain([(String::new(), words::begin_district_choose(lang).to_owned())])];
    for district in &policy.districts {
        let name = state(lang, &district.state);
        let row = (district.code.to_string(), district.name.get(lang).to_owned());
        match groups.last_mut().filter(|group| group.name.as_deref() == Some(name)) {
            Some(group) => group.rows.push(row),
            None => groups.push(Options { name: Some(name.to_owned()), rows: vec![row] }),
        }
    }
    let question = Question::new(lang, Field::District, "", faults).label(words::begin_district(lang)).hint(words::begin_district_hint(lang));
    select(&question, &groups)
}

fn state(lang: Lang, code: &str) -> &str {
    match code {
        "UP" => words::state_up(lang),
        "DL" => words::state_dl(lang),
        other => other,
    }
}
