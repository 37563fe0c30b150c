//! The officer's queue of today: call the next, not there, what came of it.

use crate::parts::markup::{Drawn as _, Markup};
use domain::hearing::Outcome;
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

use super::forms::one_of;
use crate::page::hearing::{HeardNow, HearingFault, HearingMove, HearingRow, HearingsPage, Stand};
use crate::parts::console::{console, token};
use crate::parts::input::hidden;
use crate::parts::notice::notice;
use crate::parts::question::Question;
use crate::parts::radios::radios;
use crate::parts::textarea::words_of;

pub(crate) fn draw(lang: Lang, it: &HearingsPage) -> String {
    console(lang, &it.head, words::hearing_desk_title(lang), it.refused.is_some(), "", || {
        let said = it.refused.map(|why| fault(lang, why)).or_else(|| it.done.map(|done| did(lang, done)));
        view! {
            {said.map(|said| notice(words::hearing_desk_title(lang), [said.to_owned()]))}
            <h1>{words::hearing_desk_title(lang)}</h1>
            <p>{about(lang, it)}" · "<a href=format!("/{lang}/hearings/{}", it.unit)>{words::hearing_desk_wall(lang)}</a></p>
            {it.mine.as_ref().map_or_else(|| free(lang, it), |mine| busy(lang, it, mine))}
            <h2>{words::hearing_desk_queue(lang)}</h2>
            {queue(lang, it)}
        }
        .drawn()
    })
}

/// What was done.
pub fn did(lang: Lang, done: HearingMove) -> &'static str {
    match done {
        HearingMove::Sit => words::hearing_done_sit(lang),
        HearingMove::Rise => words::hearing_done_rise(lang),
        HearingMove::Call => words::hearing_done_call(lang),
        HearingMove::Again => words::hearing_done_again(lang),
        HearingMove::Absent => words::hearing_done_absent(lang),
        HearingMove::Free => words::hearing_done_free(lang),
        HearingMove::Heard => words::hearing_done_heard(lang),
    }
}

/// Why it was not.
pub fn fault(lang: Lang, why: HearingFault) -> &'static str {
    match why {
        HearingFault::Refused(why) => words::hearing::refused(lang, why),
        HearingFault::Form => words::hearing_refused_form(lang),
        HearingFault::Station => words::hearing_refused_station(lang),
    }
}

fn about(lang: Lang, it: &HearingsPage) -> String {
    let hours = it.hours.map_or_else(
        || words::hearing_wall_closed(lang).to_owned(),
        |(from, to)| words::hearing_wall_hours(lang, date::clock(lang, from), date::clock(lang, to)),
    );
    let officers = words::hearing_desk_officers(lang, i64::try_from(it.officers).unwrap_or(i64::MAX));
    [hours, officers, words::hearing_desk_pace(lang, ((it.pace.as_secs() + 30) / 60).max(1))].join(" · ")
}

fn button(it: &HearingsPage, wanted: HearingMove, class: &'static str, text: &'static str) -> Markup {
    let mine = it.mine.as_ref().map(|mine| hidden("token", &mine.token.to_string()));
    view! {
        <form method="post" action=format!("/desk/hearings/{}", wanted.tag()) novalidate>
            {token(&it.head)}{mine}
            <p><button class=class type="submit">{text}</button></p>
        </form>
    }
    .drawn()
}

fn free(lang: Lang, it: &HearingsPage) -> Markup {
    if !it.sits {
        return view! { <section class="card"><p>{words::hearing_desk_sit_text(lang)}</p>{button(it, HearingMove::Sit, "go", words::hearing_desk_sit(lang))}</section> }
            .drawn();
    }
    view! {
        <section class="card">
            {button(it, HearingMove::Call, "go", words::hearing_desk_call(lang))}
            {button(it, HearingMove::Rise, "go go-quiet", words::hearing_desk_rise(lang))}
        </section>
    }
    .drawn()
}

fn busy(lang: Lang, it: &HearingsPage, mine: &HeardNow) -> Markup {
    let call = match &mine.link {
        Some(link) => view! {
            <p><a class="go" href=link.clone() rel="noreferrer noopener" target="_blank">{words::hearing_desk_join(lang)}</a></p>
            {button(it, HearingMove::Again, "go go-quiet", words::hearing_desk_again(lang))}
        }
        .drawn(),
        None => view! { <p>{words::hearing_desk_phone(lang)}</p> }.drawn(),
    };
    let absent = if mine.again { words::hearing_desk_absent_again(lang) } else { words::hearing_desk_absent(lang) };
    view! {
        <section class="card">
            <h2>{words::hearing_desk_mine(lang, mine.token.to_string())}</h2>
            <p>{mine.category.get(lang).to_owned()}" · "<a href=format!("/desk/complaints/{}", mine.number)>{words::hearing_desk_case(lang)}</a></p>
            {call}
            {button(it, HearingMove::Absent, "go go-quiet", absent)}
        </section>
        <section class="card">{record(lang, it, mine)}</section>
    }
    .drawn()
}

/// What came of it, and in the same step where it goes.
fn record(lang: Lang, it: &HearingsPage, mine: &HeardNow) -> Markup {
    let typed = |name: &str| it.typed.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value);
    let ask = |name, label| Question::named(lang, name, label, typed(name));
    let may_send = !mine.stations.is_empty();
    let outcomes: Vec<(&str, &str)> =
        Outcome::ALL.into_iter().filter(|it| may_send || *it != Outcome::Forwarded).map(|it| (it.tag(), words::hearing::ask(lang, it))).collect();
    let stations = mine.stations.iter().map(|(code, name)| (code.clone(), name.get(lang).to_owned())).collect();
    let station =
        may_send.then(|| one_of(&ask("station", words::hearing_desk_station(lang)).hint(words::hearing_desk_station_hint(lang)).optional(), stations));
    view! {
        <form method="post" action="/desk/hearings/heard" novalidate>
            {token(&it.head)}{hidden("token", &mine.token.to_string())}
            {radios(&ask("outcome", words::hearing_desk_outcome(lang)), &outcomes)}
            {station}
            {(!may_send).then(|| view! { <p>{words::hearing_desk_police(lang)}</p> })}
            {words_of(&ask("words", words::hearing_desk_words(lang)), 4)}
            <p><button class="go" type="submit">{words::hearing_desk_record(lang)}</button></p>
        </form>
    }
    .drawn()
}

fn queue(lang: Lang, it: &HearingsPage) -> Markup {
    if it.rows.is_empty() {
        return view! { <p class="card nothing">{words::hearing_desk_empty(lang)}</p> }.drawn();
    }
    let rows = it.rows.iter().map(|row| line(lang, it, row)).collect_view();
    view! {
        <table class="list">
            <thead>
                <tr>
                    <th scope="col">{words::hearing_desk_time(lang)}</th>
                    <th scope="col">{words::hearing_desk_token(lang)}</th>
                    <th scope="col">{words::desk_head_matter(lang)}</th>
                    <th scope="col">{words::hearing_desk_state(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .drawn()
}

fn line(lang: Lang, page: &HearingsPage, it: &HearingRow) -> Markup {
    let stand = match it.stand {
        Stand::Booked => words::hearing_desk_booked(lang),
        Stand::Waits => words::hearing_desk_waiting(lang),
        Stand::Called => words::hearing_desk_called(lang),
        Stand::Returned => words::hearing_desk_returned(lang),
    };
    let free = it.may_free.then(|| {
        view! {
            <form method="post" action="/desk/hearings/free" novalidate>
                {token(&page.head)}{hidden("token", &it.token.to_string())}
                <button class="go go-quiet" type="submit">{words::hearing_desk_free(lang)}</button>
            </form>
        }
        .drawn()
    });
    let woman = it.woman_officer.then(|| view! { <small>{words::hearing_desk_woman(lang)}</small> });
    view! {
        <tr>
            <td class="when">{date::clock(lang, it.at)}</td>
            <td class="num">{it.token.to_string()}</td>
            <td class="what"><a href=format!("/desk/complaints/{}", it.number)>{it.category.get(lang).to_owned()}</a>{woman}</td>
            <td class="how">{stand}{free}</td>
        </tr>
    }
    .drawn()
}
