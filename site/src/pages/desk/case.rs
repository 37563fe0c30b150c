//! A case: who she is, what she wrote, what may be done now, its clocks, who has it, and what has happened.

use crate::parts::markup::{Drawn as _, Markup};
use domain::Timestamp;
use domain::clock::{ClockState, PauseReason};
use domain::lang::Lang;
use domain::work::Progress;
use leptos::prelude::*;
use words::date;

use super::evidence::evidence;
use super::forms::Form;
use super::identity::{identity, named};
use super::moves::{moves, onto};
use super::pictures::beside;
use crate::page::desk::{CasePage, NoteShown, Outcome};
use crate::page::{Happening, Reader, StageShown};
use crate::pages::complaint::{RECENT, holders, level, shown, steps_up, top};
use crate::pages::happened;
use crate::parts::answers::facts;
use crate::parts::clock::clock;
use crate::parts::console::console;
use crate::parts::deadlines::deadlines;
use crate::parts::due::{Due, due};
use crate::parts::ladder::{Step, ladder};
use crate::parts::notice::notice;
use crate::parts::rows::rows;
use crate::parts::summary::{self, summary};
use crate::parts::typed;

/// From so many characters on, what she wrote is folded: the next move must stay in sight.
const LONG: usize = 900;

pub(crate) fn draw(lang: Lang, it: &CasePage) -> String {
    let wrong = match it.outcome {
        Some(Outcome::Refused(..) | Outcome::Faulty(..) | Outcome::Stale(_)) => true,
        Some(Outcome::Done(_)) | None => false,
    };
    let number = it.complaint.number.to_string();
    let title = words::case_title(lang, &number);
    console(lang, &it.head, &title, wrong, "", || {
        view! {
            <p class="noprint"><a class="back" href="/desk/">"‹ "{words::case_back(lang)}</a></p>
            {outcome(lang, it)}
            <div class="opening">
                <h1 class="number">{number}</h1>
                {standing(lang, it)}
                {onto(lang, it)}
            </div>
            <div class="clear">
                <div class="work">
                    {identity(lang, it)}
                    {account(lang, it)}
                    {evidence(lang, it)}
                    {beside(lang, it)}
                    {moves(lang, it)}
                </div>
                <div class="side">
                    {clock(lang, Reader::Officer, &it.complaint.disposal, &steps_up(&it.complaint), it.complaint.now)}
                    {deadlines(lang, Reader::Officer, &it.complaint)}
                    <h2>{words::status_who(lang)}</h2>
                    {level(lang, &it.complaint)}
                    {ladder(holders(lang, &it.complaint))}
                    {top(lang, &it.complaint)}
                </div>
                <div class="work">
                    <h2>{words::case_happened(lang)}</h2>
                    {timeline(lang, it)}
                    {repeats(lang, it)}
                </div>
            </div>
        }
        .drawn()
    })
}

/// What else came from the same phone, as far as it exists for this officer.
fn repeats(lang: Lang, it: &CasePage) -> Option<Markup> {
    let list = || rows(lang, &it.repeats, it.complaint.now, false);
    (!it.repeats.is_empty()).then(|| view! { <h2>{words::say_desk_repeats(lang)}</h2>{list()} }.drawn())
}

/// What was just done, or why it was not.
fn outcome(lang: Lang, it: &CasePage) -> Option<Markup> {
    let not = |wanted| words::case_refused(lang, words::desk::wanted(lang, wanted));
    Some(match it.outcome? {
        Outcome::Done(wanted) => view! { <div class="told" role="status"><p>{words::desk::did(lang, wanted)}</p></div> }.drawn(),
        Outcome::Refused(wanted, refusal) => notice(&not(wanted), [words::desk::refusal(lang, refusal).to_owned()]),
        Outcome::Stale(wanted) => notice(&words::case_stale(lang, words::desk::wanted(lang, wanted)), [words::case_stale_text(lang).to_owned()]),
        Outcome::Faulty(wanted, fault) => {
            let form = Form::new(lang, it, wanted);
            match form.fault().filter(|_| it.may(wanted)) {
                Some((ask, sentence)) => summary(lang, vec![summary::Line { target: form.id(ask).into(), sentence }]),
                // The move may not be made any more: there is no field to lead to.
                None => notice(&not(wanted), [super::forms::said(lang, fault, words::desk::wanted(lang, wanted))]),
            }
        }
    })
}

/// Where it stands, in chips and a line; then how far the work has come.
fn standing(lang: Lang, it: &CasePage) -> Markup {
    let case = &it.complaint;
    let stage = match case.stage {
        StageShown::Unassigned => words::desk_view_unassigned(lang),
        StageShown::Assigned => words::desk::progress(lang, it.progress),
        StageShown::Disposed => words::status_disposed(lang),
        StageShown::InAppeal => words::status_appeal(lang),
    };
    let woman = it.woman_officer.then(|| view! { <span class="tag">{words::woman_officer(lang)}</span> });
    let registered = date::moment(lang, case.registered_at);
    let waits = Due { at: case.disposal.ends_at, stage: case.stage, paused: paused(it) };
    view! {
        <p class="lead">{case.category.get(lang).to_owned()}<small>{words::case_about(lang, words::desk::channel(lang, it.channel), it.place.get(lang), registered)}</small></p>
        <p class="chips-line"><span class="when">{due(lang, &waits, case.now)}</span><span class="tag">{stage}</span>{woman}</p>
        {steps(lang, it)}
        {report(lang, it)}
    }
    .drawn()
}

/// The report on paper, once there is one.
fn report(lang: Lang, it: &CasePage) -> Option<Markup> {
    match it.progress {
        Progress::New | Progress::Seen | Progress::Tried | Progress::Contacted => None,
        Progress::AtrFiled | Progress::AtrReturned | Progress::AtrApproved => {
            let address = format!("/desk/complaints/{}/report.pdf", it.complaint.number);
            Some(view! { <p class="noprint"><a class="second" href=address>{words::report_open(lang)}</a></p> }.drawn())
        }
    }
}

fn paused(it: &CasePage) -> Option<(PauseReason, Timestamp)> {
    let now = it.complaint.now;
    let pause = it.complaint.disposal.pauses.iter().find(|pause| pause.from <= now && now < pause.until);
    match it.complaint.disposal.state {
        ClockState::Paused(until) => pause.map(|pause| (pause.reason, until)),
        ClockState::Running | ClockState::Met(_) | ClockState::MetLate(_) | ClockState::Overdue => None,
    }
}

/// What must be there before it may be closed, and what of it is.
fn steps(lang: Lang, it: &CasePage) -> Markup {
    let (seen, filed, approved) = match it.progress {
        Progress::New => (false, false, false),
        Progress::Seen | Progress::Tried | Progress::Contacted => (true, false, false),
        Progress::AtrReturned => (true, false, false),
        Progress::AtrFiled => (true, true, false),
        Progress::AtrApproved => (true, true, true),
    };
    let all = [
        (words::case_step_seen(lang), seen),
        (words::case_step_contacted(lang), it.contacted_at.is_some()),
        (words::case_step_atr(lang), filed),
        (words::case_step_approved(lang), approved),
        (words::case_step_closed(lang), it.complaint.stage == StageShown::Disposed),
    ];
    let next = all.iter().position(|(_, done)| !done);
    let steps = all.into_iter().enumerate().map(|(at, (name, done))| {
        let said = done.then(|| view! { <span class="vh">" "{words::case_step_done(lang)}</span> });
        let class = if done { Some("done-step") } else { None };
        view! { <li class=class aria-current=(next == Some(at)).then_some("step")>{name}{said}</li> }
    });
    view! { <ol class="steps" aria-label=words::case_steps(lang)>{steps.collect_view()}</ol> }.drawn()
}

/// Her own words, and where it happened.
fn account(lang: Lang, it: &CasePage) -> Markup {
    let Some(account) = &it.account else {
        return view! { <section class="card"><h2>{words::case_account(lang)}</h2><p class="quiet">{words::case_account_erased(lang)}</p></section> }.drawn();
    };
    let length = account.chars().count();
    let text = view! { <p class="said">{typed::shown(account)}</p> };
    let about = (!it.about.is_empty()).then(|| facts(named(lang, &it.about)));
    if length > LONG {
        let n = i64::try_from(length).unwrap_or(i64::MAX);
        view! { <section class="card"><details><summary><h2>{words::case_account_long(lang, n)}</h2></summary>{text}</details>{about}</section> }.drawn()
    } else {
        view! { <section class="card"><h2>{words::case_account(lang)}</h2>{text}{about}</section> }.drawn()
    }
}

/// What happened, newest first, with the words that officers wrote; what is long past is folded away.
fn timeline(lang: Lang, it: &CasePage) -> Markup {
    let mut notes: Vec<&NoteShown> = it.notes.iter().collect();
    let mut rows: Vec<(Timestamp, Step)> = Vec::new();
    for row in shown(&it.complaint.timeline) {
        let mut step = happened::step(lang, Reader::Officer, row);
        notes.retain(|note| {
            let belongs = belongs(note, row);
            if belongs {
                step.said.push(said(lang, note));
            }
            !belongs
        });
        rows.push((row.at, step));
    }
    // Words whose happening is not on this timeline stand at their own time.
    for note in notes {
        let step = Step { said: vec![said(lang, note)], ..happened::step(lang, Reader::Officer, &note.what) };
        let place = rows.iter().position(|(at, _)| *at < note.at).unwrap_or(rows.len());
        rows.insert(place, (note.at, step));
    }
    let mut steps: Vec<Step> = rows.into_iter().map(|(_, step)| step).collect();
    if let Some(newest) = steps.first_mut() {
        newest.now = true;
    }
    let earlier = if steps.len() > RECENT + 1 { steps.split_off(RECENT) } else { Vec::new() };
    let count = earlier.len();
    let folded = (count > 0).then(|| view! { <details><summary>{words::status_earlier(lang, count)}</summary>{ladder(earlier)}</details> });
    view! { {ladder(steps)}{folded} }.drawn()
}

fn belongs(note: &NoteShown, row: &Happening) -> bool {
    note.what.at == row.at && note.what.kind == row.kind
}

fn said(lang: Lang, note: &NoteShown) -> (String, String) {
    (words::case_said_by(lang, typed::shown(note.by.get(lang))), typed::shown(&note.text))
}
