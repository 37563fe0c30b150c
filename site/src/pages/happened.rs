//! What happened to a complaint, in words: for her timeline and for whoever reads it as JSON.

use domain::clock::Mark;
use domain::event::Act;
use domain::lang::Lang;
use words::date;

use super::complaint::{holder_name, named};
use crate::page::{Happening, Holder, PostText, TextState, What};
use crate::parts::clock::reason;
use crate::parts::ladder::Step;

/// A happening as a row of the timeline.
pub(super) fn step(lang: Lang, row: &Happening) -> Step {
    let notes = [vec![date::moment(lang, row.at)], notes(lang, &row.what), texts(lang, row)].concat();
    Step { name: line(lang, &row.what), notes, now: false }
}

/// A happening in one text.
pub fn happened(lang: Lang, what: &What) -> String {
    [line(lang, what)].into_iter().chain(notes(lang, what)).collect::<Vec<_>>().join("; ")
}

fn line(lang: Lang, what: &What) -> String {
    let who = |holder: &Holder| holder_name(lang, holder);
    match what {
        What::Registered => words::happened_registered(lang).to_owned(),
        What::Assigned { to } => words::happened_assigned(lang, who(to)),
        What::HandedOver { to: Some(to) } => words::happened_handed_over(lang, who(to)),
        What::HandedOver { to: None } => words::happened_off_duty(lang).to_owned(),
        What::Released => words::happened_released(lang).to_owned(),
        What::Transferred { station, .. } => words::happened_transferred(lang, station.get(lang)),
        What::Acted(act) => acted(lang, *act).to_owned(),
        What::Recorded => words::happened_recorded(lang).to_owned(),
        What::EnquiryOpened => words::happened_enquiry_opened(lang).to_owned(),
        What::Paused { clock, until, .. } => words::happened_paused(lang, clock.get(lang), date::due(lang, *until)),
        What::Resumed { clock } => words::happened_resumed(lang, clock.get(lang)),
        What::Noted => words::happened_noted(lang).to_owned(),
        What::ContactChanged => words::happened_contact(lang).to_owned(),
        What::Disposed => words::happened_disposed(lang).to_owned(),
        What::Reopened { to, .. } => words::happened_reopened(lang, who(to)),
        What::Appealed { to, .. } => words::happened_appealed(lang, who(to)),
        What::Escalated { to, .. } => words::happened_escalated(lang, who(to)),
        What::TopAlarm { count, at_top } => words::happened_alarm(lang, i64::from(*count), who(at_top)),
        What::Warned { clock, mark: Mark::Half, to } => words::happened_warned_half(lang, clock.get(lang), who(to)),
        What::Warned { clock, mark: Mark::Most, to } => words::happened_warned_most(lang, clock.get(lang), who(to)),
        What::Missed { clock, to } => words::happened_missed(lang, clock.get(lang), who(to)),
    }
}

fn acted(lang: Lang, act: Act) -> &'static str {
    match act {
        Act::Reached => words::happened_reached(lang),
        Act::NotReached => words::happened_not_reached(lang),
        Act::Signed => words::happened_signed(lang),
        Act::EnquiryClosed => words::happened_enquiry_closed(lang),
        Act::ChildReported => words::happened_child_reported(lang),
        Act::ReportFiled => words::happened_report_filed(lang),
        Act::ProgressTold => words::happened_progress_told(lang),
    }
}

fn notes(lang: Lang, what: &What) -> Vec<String> {
    match what {
        What::Paused { reason: why, by, .. } => vec![words::happened_paused_why(lang, reason(lang, *why), holder_name(lang, by))],
        What::Escalated { to, past } | What::Reopened { to, past } | What::Appealed { to, past } => empty_posts(lang, to, past),
        What::Transferred { to, past, .. } => [vec![words::happened_now_with(lang, holder_name(lang, to))], empty_posts(lang, to, past)].concat(),
        What::HandedOver { .. }
        | What::Registered
        | What::Assigned { .. }
        | What::Released
        | What::Acted(_)
        | What::Recorded
        | What::EnquiryOpened
        | What::Resumed { .. }
        | What::Noted
        | What::ContactChanged
        | What::Disposed
        | What::TopAlarm { .. }
        | What::Warned { .. }
        | What::Missed { .. } => Vec::new(),
    }
}

/// Which posts are empty: those it went past, and the one whose work the holder does.
fn empty_posts(lang: Lang, to: &Holder, past: &[Holder]) -> Vec<String> {
    passed_over(lang, past).into_iter().chain(stands_in(lang, to)).collect()
}

fn passed_over(lang: Lang, past: &[Holder]) -> Option<String> {
    let posts: Vec<String> = past.iter().map(|holder| holder_name(lang, holder)).collect();
    let count = i64::try_from(posts.len()).unwrap_or(i64::MAX);
    (count > 0).then(|| words::happened_past(lang, count, posts.join("; ")))
}

/// Whose work a holder does beside their own.
pub(super) fn stands_in(lang: Lang, holder: &Holder) -> Option<String> {
    holder.stands_in_for.as_ref().map(|empty| words::status_stands_in(lang, named(lang, &empty.title, &empty.place)))
}

/// What became of the texts that told of it.
fn texts(lang: Lang, row: &Happening) -> Vec<String> {
    let hers = row.text.map(|text| match text {
        TextState::Waiting => words::text_waiting(lang),
        TextState::Sent => words::text_sent(lang),
        TextState::NotWanted => words::text_unwanted(lang),
        TextState::Failed => words::text_failed(lang),
    });
    let post = row.post_text.map(|text| match text {
        PostText::Waiting => words::text_post_waiting(lang),
        PostText::Sent => words::text_post_sent(lang),
        PostText::NoPhone => words::text_post_none(lang),
        PostText::Failed => words::text_post_failed(lang),
    });
    hers.into_iter().chain(post).map(str::to_owned).collect()
}
