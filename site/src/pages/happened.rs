//! What happened to a complaint, in words: for her timeline and for whoever reads it as JSON.

use domain::clock::Mark;
use domain::event::Act;
use domain::lang::Lang;
use domain::work::{Closing, LookReason, RejectReason};
use words::date;

use super::complaint::{holder_name, named};
use super::evidence::in_groups;
use crate::page::{Happening, Holder, PostText, Reader, TextState, What};
use crate::parts::clock::reason;
use crate::parts::ladder::Step;
use crate::parts::typed::shown;

/// A happening as a row of the timeline.
pub(super) fn step(lang: Lang, reader: Reader, row: &Happening) -> Step {
    let notes = [vec![date::moment(lang, row.at)], notes(lang, reader, &row.what), texts(lang, reader, row)].concat();
    Step { notes, ..Step::new(line(lang, reader, &row.what), "") }
}

/// A happening in one text.
pub fn happened(lang: Lang, reader: Reader, what: &What) -> String {
    [line(lang, reader, what)].into_iter().chain(notes(lang, reader, what)).collect::<Vec<_>>().join("; ")
}

fn line(lang: Lang, reader: Reader, what: &What) -> String {
    let who = |holder: &Holder| holder_name(lang, holder);
    match what {
        What::Registered => words::happened_registered(lang).to_owned(),
        What::TakenIn { by, channel } => words::happened_taken_in(lang, words::desk::channel(lang, *channel), who(by)),
        What::Assigned { to } => words::happened_assigned(lang, who(to)),
        What::HandedOver { to: Some(to) } => words::happened_handed_over(lang, who(to)),
        What::HandedOver { to: None } => words::happened_off_duty(lang).to_owned(),
        What::Released => words::happened_released(lang).to_owned(),
        What::Transferred { station, district: None, .. } => words::happened_transferred(lang, station.get(lang)),
        What::Transferred { station, district: Some(district), .. } => words::elsewhere_happened(lang, district.get(lang), station.get(lang)),
        What::Acted(act) => acted(lang, reader, *act).to_owned(),
        What::Recorded => words::happened_recorded(lang).to_owned(),
        What::EnquiryOpened => words::happened_enquiry_opened(lang).to_owned(),
        What::Paused { clock, until, .. } => words::happened_paused(lang, clock.get(lang), date::due(lang, *until)),
        What::Resumed { clock } => words::happened_resumed(lang, clock.get(lang)),
        What::Noted => words::happened_noted(lang).to_owned(),
        What::ContactChanged => match reader {
            Reader::Complainant => words::happened_contact(lang).to_owned(),
            Reader::Officer => words::case_happened_contact(lang).to_owned(),
        },
        What::EvidenceAdded(mark) => match reader {
            Reader::Complainant => words::happened_evidence(lang, words::evidence::about(lang, mark)),
            Reader::Officer => words::case_happened_evidence(lang, words::evidence::about(lang, mark)),
        },
        What::PictureAdded(_) => words::happened_picture(lang).to_owned(),
        What::Looked(why) => looked(lang, reader, *why),
        What::Acknowledged => words::happened_acknowledged(lang).to_owned(),
        What::PauseAsked { clock, until, .. } => words::happened_pause_asked(lang, clock.get(lang), date::due(lang, *until)),
        What::AtrFiled => words::happened_atr_filed(lang).to_owned(),
        What::AtrReturned => words::happened_atr_returned(lang).to_owned(),
        What::AtrApproved => words::happened_atr_approved(lang).to_owned(),
        What::Disposed(closing) => disposed(lang, reader, closing),
        What::TakenUp { wording, reworded, .. } => taken_up(lang, reader, &shown(wording.get(lang)), *reworded),
        What::TakenDown(why) => words::suggestion_happened_down(lang, words::suggestion::down_reason(lang, *why)),
        What::Reopened { to, .. } => words::happened_reopened(lang, who(to)),
        What::Appealed { to, .. } => match reader {
            Reader::Complainant => words::happened_appealed(lang, who(to)),
            Reader::Officer => words::case_happened_appealed(lang, who(to)),
        },
        What::Answered { solved: true } => words::say_happened_solved(lang).to_owned(),
        What::Answered { solved: false } => words::say_happened_unsolved(lang).to_owned(),
        What::RefusalReported { to, .. } => match reader {
            Reader::Complainant => words::say_happened_refusal(lang, who(to)),
            Reader::Officer => words::say_desk_refusal(lang, who(to)),
        },
        What::WithdrawalAsked { at } => words::say_happened_withdrawal(lang, date::moment(lang, *at)),
        What::KeptOn => words::say_happened_kept_on(lang).to_owned(),
        What::HearingBooked { at, token } => words::hearing_happened_booked(lang, date::moment(lang, *at), token.to_string()),
        What::HearingNear => words::hearing_happened_near(lang).to_owned(),
        What::HearingUnreached => words::hearing_happened_unreached(lang).to_owned(),
        What::HearingLeft { missed: false } => words::hearing_happened_left(lang).to_owned(),
        What::HearingLeft { missed: true } => words::hearing_happened_missed(lang).to_owned(),
        What::Heard { outcome } => words::hearing_happened_heard(lang, words::hearing::outcome(lang, *outcome)),
        What::Escalated { to, .. } => words::happened_escalated(lang, who(to)),
        What::TopAlarm { count, at_top } => words::happened_alarm(lang, i64::from(*count), who(at_top)),
        What::Warned { clock, mark: Mark::Half, to } => words::happened_warned_half(lang, clock.get(lang), who(to)),
        What::Warned { clock, mark: Mark::Most, to } => words::happened_warned_most(lang, clock.get(lang), who(to)),
        What::Missed { clock, to } => words::happened_missed(lang, clock.get(lang), who(to)),
    }
}

fn acted(lang: Lang, reader: Reader, act: Act) -> &'static str {
    match (act, reader) {
        (Act::Reached, Reader::Complainant) => words::happened_reached(lang),
        (Act::Reached, Reader::Officer) => words::case_happened_reached(lang),
        (Act::NotReached, _) => words::happened_not_reached(lang),
        (Act::Signed, Reader::Complainant) => words::happened_signed(lang),
        (Act::Signed, Reader::Officer) => words::case_happened_signed(lang),
        (Act::EnquiryClosed, _) => words::happened_enquiry_closed(lang),
        (Act::ChildReported, _) => words::happened_child_reported(lang),
        (Act::ReportFiled, _) => words::happened_report_filed(lang),
        (Act::ProgressTold, Reader::Complainant) => words::happened_progress_told(lang),
        (Act::ProgressTold, Reader::Officer) => words::case_happened_progress_told(lang),
    }
}

/// Why an officer opened who she is.
fn looked(lang: Lang, reader: Reader, why: LookReason) -> String {
    match (reader, why) {
        (Reader::Officer, why) => words::case_happened_looked(lang, words::desk::look_reason(lang, why)),
        (Reader::Complainant, LookReason::Contact) => words::happened_looked_contact(lang).to_owned(),
        (Reader::Complainant, LookReason::Report) => words::happened_looked_report(lang).to_owned(),
        (Reader::Complainant, LookReason::Review) => words::happened_looked_review(lang).to_owned(),
        (Reader::Complainant, LookReason::Court) => words::happened_looked_court(lang).to_owned(),
    }
}

fn disposed(lang: Lang, reader: Reader, closing: &Closing) -> String {
    match (reader, closing) {
        (_, Closing::Done) => words::happened_disposed(lang).to_owned(),
        (Reader::Officer, Closing::NoContact) => words::case_happened_no_contact(lang).to_owned(),
        (Reader::Officer, Closing::Rejected(reason)) => words::case_happened_rejected(lang, words::desk::reject_reason(lang, *reason)),
        (Reader::Officer, Closing::Merged(into)) => words::case_happened_merged(lang, into.as_str()),
        (Reader::Complainant, Closing::NoContact) => words::happened_no_contact(lang).to_owned(),
        (Reader::Complainant, Closing::Rejected(RejectReason::Withdrawn)) => words::happened_rejected_withdrawn(lang).to_owned(),
        (Reader::Complainant, Closing::Rejected(RejectReason::BeforeCourt)) => words::happened_rejected_court(lang).to_owned(),
        (Reader::Complainant, Closing::Rejected(RejectReason::CivilMatter)) => words::happened_rejected_civil(lang).to_owned(),
        (Reader::Complainant, Closing::Rejected(RejectReason::NothingToAct)) => words::happened_rejected_nothing(lang).to_owned(),
        (Reader::Complainant, Closing::Merged(into)) => words::happened_merged(lang, into.as_str()),
    }
}

fn taken_up(lang: Lang, reader: Reader, wording: &str, reworded: bool) -> String {
    match (reader, reworded) {
        (Reader::Complainant, false) => words::suggestion_happened_up(lang, wording),
        (Reader::Complainant, true) => words::suggestion_happened_reworded(lang, wording),
        (Reader::Officer, false) => words::suggestion_desk_up(lang, wording),
        (Reader::Officer, true) => words::suggestion_desk_reworded(lang, wording),
    }
}

fn notes(lang: Lang, reader: Reader, what: &What) -> Vec<String> {
    match what {
        What::Paused { reason: why, by, .. } => vec![words::happened_paused_why(lang, reason(lang, reader, *why), holder_name(lang, by))],
        What::PauseAsked { reason: why, .. } => vec![reason(lang, reader, *why).to_owned()],
        What::Escalated { to, past } | What::Reopened { to, past } | What::Appealed { to, past } | What::RefusalReported { to, past } => {
            empty_posts(lang, to, past)
        }
        What::Transferred { to, past, .. } => [vec![words::happened_now_with(lang, holder_name(lang, to))], empty_posts(lang, to, past)].concat(),
        What::TakenUp { office, .. } => vec![words::suggestion_list_by(lang, holder_name(lang, office))],
        What::EvidenceAdded(mark) | What::PictureAdded(mark) => vec![words::happened_evidence_sha(lang, in_groups(mark.sha.as_str()))],
        What::HandedOver { .. }
        | What::Registered
        | What::TakenIn { .. }
        | What::Assigned { .. }
        | What::Released
        | What::Acted(_)
        | What::Recorded
        | What::EnquiryOpened
        | What::Resumed { .. }
        | What::Noted
        | What::Answered { .. }
        | What::WithdrawalAsked { .. }
        | What::KeptOn
        | What::HearingBooked { .. }
        | What::HearingNear
        | What::HearingUnreached
        | What::HearingLeft { .. }
        | What::Heard { .. }
        | What::ContactChanged
        | What::Disposed(_)
        | What::TakenDown(_)
        | What::Looked(_)
        | What::Acknowledged
        | What::AtrFiled
        | What::AtrReturned
        | What::AtrApproved
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
fn texts(lang: Lang, reader: Reader, row: &Happening) -> Vec<String> {
    let hers = row.text.map(|text| match text {
        TextState::Waiting => words::text_waiting(lang),
        TextState::Sent => words::text_sent(lang),
        TextState::NotWanted => match reader {
            Reader::Complainant => words::text_unwanted(lang),
            Reader::Officer => words::case_text_unwanted(lang),
        },
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
