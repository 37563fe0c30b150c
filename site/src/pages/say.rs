//! Whether it was solved, a station's refusal, and what else she can do: the department's way and the law's beside it.

use crate::parts::markup::{Drawn as _, Markup};
use domain::fault::Field;
use domain::lang::Lang;
use domain::number::Number;
use domain::text::Account;
use leptos::prelude::*;
use words::date;

use super::complaint::holder_name;
use crate::page::{AnswerShown, HersShown, RefusedPage, RefusedState, SayPage, SayState};
use crate::parts::back::back;
use crate::parts::input::hidden;
use crate::parts::ladder::{Step, ladder};
use crate::parts::notice::notice;
use crate::parts::question::{Question, lines};
use crate::parts::shell::{Shell, Switch, document};
use crate::parts::summary::summary;
use crate::parts::textarea::textarea;

pub(crate) fn draw(lang: Lang, it: &SayPage) -> String {
    let address = format!("complaints/{}", it.number);
    let shell = Shell::private(words::say_title(lang), Switch::Link(format!("{address}/answer"))).wrong(!it.faults.is_empty());
    document(lang, &shell, || {
        let said = match &it.state {
            SayState::Ask(until) => ask(lang, it, *until),
            SayState::Solved => done(words::say_answered_yes(lang), words::say_answered_yes_text(lang).to_owned()),
            SayState::Reopened(to) => done(words::say_reopened(lang), words::say_reopened_text(lang, holder_name(lang, to))),
            SayState::AtTop => said(words::say_top(lang), words::say_top_text(lang).to_owned()),
            SayState::Late(until) => said(words::say_late(lang), words::say_late_text(lang, date::due(lang, *until))),
            SayState::NotClosed => said(words::say_not_closed(lang), words::say_not_closed_text(lang).to_owned()),
            SayState::Before => said(words::say_before(lang), String::new()),
        };
        view! {
            {back(lang, format!("/{lang}/{address}"))}
            {summary(lang, lines(lang, &it.faults, &[Field::Account], Field::Account.tag()))}
            {said}
            {ways(lang)}
            {onwards(lang, &it.number)}
        }
        .drawn()
    })
}

pub(crate) fn draw_refused(lang: Lang, it: &RefusedPage) -> String {
    let address = format!("complaints/{}", it.number);
    let shell = Shell::private(words::say_title(lang), Switch::Link(format!("{address}/refused")));
    document(lang, &shell, || {
        let said = match &it.state {
            RefusedState::Ask => view! {
                <h1>{words::say_refused_title(lang)}</h1>
                <p class="lead">{words::say_refused_lead(lang)}</p>
                <form method="post" action=format!("/{lang}/{address}/refused") novalidate>
                    {hidden("told", "yes")}
                    <p><button class="go" type="submit">{words::say_refused_send(lang)}</button></p>
                </form>
            }
            .drawn(),
            RefusedState::Done(to, at) => {
                done(words::say_refused_done(lang), words::say_refused_done_text(lang, date::moment(lang, *at), holder_name(lang, to)))
            }
            RefusedState::Not => said(words::say_refused_not(lang), words::say_refused_not_text(lang).to_owned()),
        };
        view! { {back(lang, format!("/{lang}/{address}"))}{said}{ways(lang)}{onwards(lang, &it.number)} }.drawn()
    })
}

/// What was done with what she said.
pub(super) fn done(title: &str, text: String) -> Markup {
    let title = title.to_owned();
    view! { <div class="done"><h1>{title}</h1><p>{text}</p></div> }.drawn()
}

/// Why nothing was done, or what stands already.
pub(super) fn said(title: &str, text: String) -> Markup {
    let title = title.to_owned();
    view! { <h1>{title}</h1><p class="lead">{text}</p> }.drawn()
}

pub(super) fn onwards(lang: Lang, number: &Number) -> Markup {
    view! { <p><a class="go go-quiet" href=format!("/{lang}/complaints/{number}")>{words::say_back(lang)}</a></p> }.drawn()
}

fn ask(lang: Lang, it: &SayPage, until: domain::Timestamp) -> Markup {
    let action = format!("/{lang}/complaints/{}/answer", it.number);
    let left =
        Question::new(lang, Field::Account, &it.typed, &it.faults).label(words::say_unsolved_words(lang)).hint(words::say_unsolved_words_hint(lang)).optional();
    view! {
        <h1>{words::say_solved_ask(lang)}</h1>
        <p class="lead">{words::say_solved_until(lang, date::due(lang, until))}</p>
        <p>{words::say_solved_private(lang)}</p>
        <form method="post" action=action.clone() novalidate>
            {hidden("solved", "yes")}
            <p><button class="go" type="submit">{words::say_solved_yes(lang)}</button></p>
        </form>
        <div class="card">
            <h2>{words::say_solved_no(lang)}</h2>
            <p>{words::say_unsolved_lead(lang)}</p>
            <form method="post" action=action novalidate>
                {hidden("solved", "no")}
                {textarea(&left, 4, Account::MAX)}
                <p><button class="go" type="submit">{words::say_unsolved_send(lang)}</button></p>
            </form>
        </div>
    }
    .drawn()
}

/// The ways that the law has beside the department's own.
fn ways(lang: Lang) -> Markup {
    let steps = vec![
        Step::new(words::say_way_sp(lang), words::say_way_sp_text(lang)),
        Step::new(words::say_way_court(lang), words::say_way_court_text(lang)),
        Step::new(words::say_way_new(lang), words::say_way_new_text(lang)),
    ];
    view! {
        <h2>{words::say_ways(lang)}</h2>
        {ladder(steps)}
        <p><a class="second" href=format!("/{lang}/file/")>{words::say_way_start(lang)}</a></p>
    }
    .drawn()
}

/// On her own page: the question, once it is settled.
pub(super) fn asked(lang: Lang, number: &Number, it: &HersShown) -> Option<Markup> {
    let address = format!("/{lang}/complaints/{number}");
    match it.answer {
        AnswerShown::NotAsked => None,
        AnswerShown::Asked(until) => Some(
            view! {
                <div class="card">
                    <h2>{words::say_solved_ask(lang)}</h2>
                    <p>{words::say_solved_until(lang, date::due(lang, until))}</p>
                    <form method="post" action=format!("{address}/answer") novalidate>
                        {hidden("solved", "yes")}
                        <p>
                            <button class="go" type="submit">{words::say_solved_yes(lang)}</button>
                            " "
                            <a class="second" href=format!("{address}/answer")>{words::say_solved_no(lang)}</a>
                        </p>
                    </form>
                </div>
            }
            .drawn(),
        ),
        AnswerShown::Solved(until) => {
            let other = until.map(|until| {
                view! { " "{words::say_changed_text(lang, date::due(lang, until))}" "<a href=format!("{address}/answer")>{words::say_solved_no(lang)}</a> }
            });
            Some(view! { <p><strong>{words::say_answered_yes(lang)}</strong>{other}</p> }.drawn())
        }
        AnswerShown::Unsolved => Some(notice(words::say_top(lang), [words::say_top_text(lang).to_owned()])),
        AnswerShown::None(until) => Some(
            view! {
                <p>
                    <strong>{words::say_no_answer(lang)}</strong>
                    " "
                    {words::say_no_answer_text(lang, date::due(lang, until))}
                    " "
                    <a href=format!("{address}/answer")>{words::say_ways(lang)}</a>
                </p>
            }
            .drawn(),
        ),
    }
}

/// On her own page: what else she can say, as plain links.
pub(super) fn more(lang: Lang, number: &Number, it: &HersShown) -> Markup {
    let address = format!("/{lang}/complaints/{number}");
    let open = it.answer == AnswerShown::NotAsked;
    let rows = [
        it.hearing.then(|| (format!("{address}/hearing"), words::hearing_link(lang))),
        Some((format!("{address}/contact"), words::say_contact(lang))),
        it.may_refuse.then(|| (format!("{address}/refused"), words::say_refused(lang))),
        open.then(|| (format!("{address}/withdraw"), words::say_withdraw(lang))),
        it.listed.then(|| (format!("/{lang}/suggestions"), words::suggestion_hers(lang))),
        it.list.then(|| (format!("/{lang}/complaints"), words::say_mine(lang))),
    ];
    let rows = rows.into_iter().flatten().map(|(href, label)| view! { <li><a href=href>{label}</a></li> });
    view! { <h2 class="noprint">{words::say_more(lang)}</h2><ul class="noprint">{rows.collect_view()}</ul> }.drawn()
}
