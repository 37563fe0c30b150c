//! Her complaint: the clocks, who has it and who next, and what has happened.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::{Both, Lang};
use domain::{Date, Timestamp};
use leptos::prelude::*;
use words::date;

use super::{happened, say};
use crate::page::{ComplaintPage, Happening, Holder, Reader, StageShown, What};
use crate::parts::answers::facts;
use crate::parts::clock::clock;
use crate::parts::deadlines::deadlines;
use crate::parts::ladder::{Step, ladder};
use crate::parts::qr::qr;
use crate::parts::shell::{Shell, Switch, document};

/// So many rows of the timeline stand open.
pub(super) const RECENT: usize = 7;

pub(crate) fn draw(lang: Lang, it: &ComplaintPage) -> String {
    let address = format!("complaints/{}", it.number);
    let shell = Shell::private(words::status_title(lang), Switch::Link(address.clone())).wide();
    document(lang, &shell, || {
        view! {
            <h1>{words::status_title(lang)}</h1>
            <p class="number">{it.number.to_string()}</p>
            <p>{stage_chip(lang, it.stage)}</p>
            {it.hers.as_ref().and_then(|hers| say::asked(lang, &it.number, hers))}
            {clock(lang, Reader::Complainant, &it.disposal, &steps_up(it), it.now)}
            {deadlines(lang, Reader::Complainant, it)}
            <div class="clear">
                <div class="half">
                    <h2>{words::status_who(lang)}</h2>
                    {level(lang, it)}
                    {ladder(holders(lang, it))}
                    {top(lang, it)}
                </div>
                <div class="half">
                    <h2>{words::status_happened(lang)}</h2>
                    {timeline(lang, it)}
                </div>
            </div>
            <div class="card">{facts(terms(lang, it))}</div>
            {it.hers.as_ref().map(|hers| say::more(lang, &it.number, hers))}
            <p>
                <a class="go go-quiet" href=format!("/{lang}/{address}")>{words::status_fresh(lang)}</a>
                " "
                <a class="second" href=format!("/{lang}/{address}/evidence")>{words::evidence_open(lang)}</a>
                " "
                <a class="second" href=format!("/{lang}/{address}/receipt.pdf")>{words::paper_receipt_open(lang)}</a>
            </p>
            <div class="onpaper">{qr(lang, &it.number)}</div>
            <p class="noprint">{words::status_leave(lang)}</p>
        }
        .drawn()
    })
}

/// Where it stands, in two words.
pub(super) fn stage_chip(lang: Lang, stage: StageShown) -> Markup {
    let (class, text) = match stage {
        StageShown::Unassigned => ("state state-due", words::status_unassigned(lang)),
        StageShown::Assigned => ("state state-open", words::status_assigned(lang)),
        StageShown::Disposed => ("state state-open state-met", words::status_disposed(lang)),
        StageShown::InAppeal => ("state state-due", words::status_appeal(lang)),
    };
    view! { <strong class=class>{text}</strong> }.drawn()
}

/// Post and place, or rank, name and place; the place is left out where there is none or the title says it.
pub fn holder_name(lang: Lang, holder: &Holder) -> String {
    named(lang, &holder.title, &holder.place)
}

/// The same of a post.
pub(super) fn named(lang: Lang, title: &Both, place: &Both) -> String {
    let (title, place) = (title.get(lang), place.get(lang));
    if place.is_empty() || title.contains(place) { title.to_owned() } else { words::holder_at(lang, place, title) }
}

/// The days that were left out of the count, with their names.
pub(super) fn holidays(lang: Lang, days: &[(Date, Both)]) -> String {
    let named = days.iter().map(|(day, name)| format!("{} ({})", date::short_day(lang, *day), name.get(lang)));
    named.collect::<Vec<_>>().join(", ")
}

/// The moments at which it went up.
pub(super) fn steps_up(it: &ComplaintPage) -> Vec<Timestamp> {
    let up = |row: &&Happening| matches!(row.what, What::Escalated { .. } | What::Reopened { .. } | What::Appealed { .. });
    it.timeline.iter().filter(up).map(|row| row.at).collect()
}

pub(super) fn holders(lang: Lang, it: &ComplaintPage) -> Vec<Step> {
    let note = if it.stage.is_open() { words::status_holder_note(lang) } else { words::status_closed_note(lang) };
    let mut now = Step::new(holder_name(lang, &it.holder), note).now();
    now.notes.extend(happened::stands_in(lang, &it.holder));
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

/// How far up its ladder it is; nothing once it is closed.
pub(super) fn level(lang: Lang, it: &ComplaintPage) -> Option<Markup> {
    it.stage.is_open().then(|| view! { <p class="quiet">{words::status_level(lang, it.rungs, u16::from(it.level) + 1)}</p> }.drawn())
}

pub(super) fn top(lang: Lang, it: &ComplaintPage) -> Option<Markup> {
    let alarm = it.next_alarm.map(|at| words::status_top_alarm(lang, date::moment(lang, at)));
    (it.at_top && it.stage.is_open()).then(|| view! { <p><strong>{words::status_top(lang)}</strong>" "{alarm}</p> }.drawn())
}

/// What happened, newest first; what is long past is folded away.
fn timeline(lang: Lang, it: &ComplaintPage) -> Markup {
    let mut rows: Vec<Step> = shown(&it.timeline).into_iter().map(|row| happened::step(lang, Reader::Complainant, row)).collect();
    if let Some(newest) = rows.first_mut() {
        newest.now = true;
    }
    // One more than stands open is not worth folding.
    let earlier = if rows.len() > RECENT + 1 { rows.split_off(RECENT) } else { Vec::new() };
    let count = earlier.len();
    let folded = (count > 0).then(|| view! { <details><summary>{words::status_earlier(lang, count)}</summary>{ladder(earlier)}</details> });
    view! { {ladder(rows)}{folded} }.drawn()
}

/// Of alarms in a row the last alone: it says how many there were.
pub(super) fn shown(timeline: &[Happening]) -> Vec<&Happening> {
    let alarm = |row: &Happening| matches!(row.what, What::TopAlarm { .. });
    let mut shown: Vec<&Happening> = Vec::new();
    for row in timeline {
        if !(alarm(row) && shown.last().is_some_and(|newer| alarm(newer))) {
            shown.push(row);
        }
    }
    shown
}

fn terms(lang: Lang, it: &ComplaintPage) -> Vec<(String, String)> {
    let (rule, source) = (it.disposal.text.get(lang).to_owned(), it.disposal.source.get(lang).to_owned());
    let mut rows = vec![(words::status_rule(lang).to_owned(), rule), (words::status_source(lang).to_owned(), source)];
    if !it.holidays.is_empty() {
        rows.push((words::status_holidays(lang).to_owned(), holidays(lang, &it.holidays)));
    }
    rows.push((words::status_matter(lang).to_owned(), it.category.get(lang).to_owned()));
    rows.push((words::status_service(lang).to_owned(), it.service.get(lang).to_owned()));
    rows
}
