//! Her complaint: the clock, who has it and who next, and what has happened.

use crate::parts::markup::{Drawn as _, Markup};
use domain::Date;
use domain::lang::{Both, Lang};
use leptos::prelude::*;
use words::date;

use crate::page::{ComplaintPage, Happening, Holder, StageShown, TextState, What};
use crate::parts::answers::facts;
use crate::parts::clock::{Clock, clock};
use crate::parts::ladder::{Step, ladder};
use crate::parts::shell::{Shell, Switch, document};

pub(crate) fn draw(lang: Lang, it: &ComplaintPage) -> String {
    let address = format!("complaints/{}", it.number);
    let shell = Shell::private(words::status_title(lang), Switch::Link(address.clone())).wide();
    document(lang, &shell, || {
        let stage = match it.stage {
            StageShown::Unassigned => ("state state-due", words::status_unassigned(lang)),
            StageShown::Assigned => ("state state-open", words::status_assigned(lang)),
        };
        view! {
            <h1>{words::status_title(lang)}</h1>
            <p class="number">{it.number.to_string()}</p>
            <p><span class=stage.0>{stage.1}</span></p>
            {clock(lang, Clock { from: it.registered_at, due: it.due_at, now: it.now })}
            <div class="clear">
                <div class="half">
                    <h2>{words::status_who(lang)}</h2>
                    {ladder(holders(lang, it))}
                    {top(lang, it)}
                </div>
                <div class="half">
                    <h2>{words::status_happened(lang)}</h2>
                    {ladder(it.timeline.iter().enumerate().map(|(at, row)| happening(lang, row, at == 0)).collect())}
                </div>
            </div>
            <div class="card">{facts(terms(lang, it))}</div>
            <p><a class="go go-quiet" href=format!("/{lang}/{address}")>{words::status_fresh(lang)}</a></p>
            <p class="noprint">{words::status_leave(lang)}</p>
        }
        .drawn()
    })
}

/// Post and place, or rank, name and place; the place is left out where there is none or the title says it.
pub(super) fn holder_name(lang: Lang, holder: &Holder) -> String {
    let (title, place) = (holder.title.get(lang), holder.place.get(lang));
    if place.is_empty() || title.contains(place) { title.to_owned() } else { words::holder_at(lang, place, title) }
}

/// The days that were left out of the count, with their names.
pub(super) fn holidays(lang: Lang, days: &[(Date, Both)]) -> String {
    let named = days.iter().map(|(day, name)| format!("{} ({})", date::short_day(lang, *day), name.get(lang)));
    named.collect::<Vec<_>>().join(", ")
}

fn holders(lang: Lang, it: &ComplaintPage) -> Vec<Step> {
    let mut now = Step::new(holder_name(lang, &it.holder), words::status_holder_note(lang)).now();
    if it.holder.woman {
        now.notes.push(words::woman_officer(lang).to_owned());
    }
    let working = it.working.as_ref().map(|working| {
        let note = if working.woman { words::status_working_note_woman(lang) } else { words::status_working_note(lang) };
        Step::new(holder_name(lang, working), note)
    });
    let ahead = it.ahead.iter().map(|(holder, at)| Step::new(holder_name(lang, holder), words::status_ahead_note(lang, date::due(lang, *at))));
    working.into_iter().chain([now]).chain(ahead).collect()
}

fn top(lang: Lang, it: &ComplaintPage) -> Markup {
    let alarm = it.next_alarm.map(|at| words::status_top_alarm(lang, date::moment(lang, at)));
    it.at_top.then(|| view! { <p><strong>{words::status_top(lang)}</strong>" "{alarm}</p> }).drawn()
}

fn happening(lang: Lang, row: &Happening, newest: bool) -> Step {
    let said = match &row.what {
        What::Registered => words::status_registered(lang).to_owned(),
        What::Assigned { to } => words::status_assigned_to(lang, holder_name(lang, to)),
        What::Escalated { to } => words::status_escalated_to(lang, holder_name(lang, to)),
        What::TopAlarm { count, at_top } => words::status_alarm(lang, i64::from(*count), holder_name(lang, at_top)),
    };
    let text = match row.text {
        TextState::Waiting => words::status_text_waiting(lang),
        TextState::Sent => words::status_text_sent(lang),
        TextState::NotWanted => words::status_text_unwanted(lang),
        TextState::Failed => words::status_text_failed(lang),
    };
    let step = Step { name: said, notes: vec![date::moment(lang, row.at), text.to_owned()], now: false };
    if newest { step.now() } else { step }
}

fn terms(lang: Lang, it: &ComplaintPage) -> Vec<(String, String)> {
    let mut rows =
        vec![(words::status_rule(lang).to_owned(), it.rule.get(lang).to_owned()), (words::status_source(lang).to_owned(), it.source.get(lang).to_owned())];
    if !it.holidays.is_empty() {
        rows.push((words::status_holidays(lang).to_owned(), holidays(lang, &it.holidays)));
    }
    rows.push((words::status_matter(lang).to_owned(), it.category.get(lang).to_owned()));
    rows.push((words::status_service(lang).to_owned(), it.service.get(lang).to_owned()));
    rows
}
