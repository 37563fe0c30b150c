//! What officers read: names of moves, reasons and states, what is due, and why something was refused.

use domain::Timestamp;
use domain::access::{DeskMove, StageKind};
use domain::calendar::wall;
use domain::clock::PauseReason;
use domain::decide::Refusal;
use domain::lang::Lang;
use domain::policy::Channel;
use domain::work::{LookReason, Progress, RejectReason};

use crate::date::{days_between, whole_day};
use crate::phrases as say;

/// How long a row of a list still has: `2 दिन अतिदेय`, `आज 17:00`, `कल 09:30`, `3 दिन शेष`.
pub fn due(lang: Lang, due: Timestamp, now: Timestamp) -> String {
    let days = days_between(now, due);
    if due < now {
        let minutes = (now.as_second() - due.as_second()) / 60;
        return match (days, minutes) {
            (0, ..60) => say::desk_late_minutes(lang, minutes),
            (0, _) => say::desk_late_hours(lang, minutes / 60),
            _ => say::desk_late_days(lang, -days),
        };
    }
    let time = wall(due).time();
    // By hand: the general formatter would be a hundredth of a function.
    let time = format_args!("{:02}:{:02}", time.hour(), time.minute());
    match days {
        0 if whole_day(due) => say::desk_today(lang).to_owned(),
        0 => say::desk_today_at(lang, time),
        1 if !whole_day(due) => say::desk_tomorrow_at(lang, time),
        _ => say::date_days_left(lang, days),
    }
}

/// The last thing that was done.
pub fn progress(lang: Lang, it: Progress) -> &'static str {
    match it {
        Progress::New => say::desk_progress_new(lang),
        Progress::Seen => say::desk_progress_seen(lang),
        Progress::Tried => say::desk_progress_tried(lang),
        Progress::Contacted => say::desk_progress_contacted(lang),
        Progress::AtrFiled => say::desk_progress_atr_filed(lang),
        Progress::AtrReturned => say::desk_progress_atr_returned(lang),
        Progress::AtrApproved => say::desk_progress_atr_approved(lang),
    }
}

/// Where a complaint stands.
pub fn stage(lang: Lang, it: StageKind) -> &'static str {
    match it {
        StageKind::Unassigned => say::desk_view_unassigned(lang),
        StageKind::Assigned => say::status_assigned(lang),
        StageKind::Disposed => say::status_disposed(lang),
        StageKind::InAppeal => say::status_appeal(lang),
    }
}

/// How it came.
pub fn channel(lang: Lang, it: Channel) -> &'static str {
    match it {
        Channel::Web => say::desk_channel_web(lang),
        Channel::WalkIn => say::desk_channel_walk_in(lang),
        Channel::Desk => say::desk_channel_desk(lang),
        Channel::Phone => say::desk_channel_phone(lang),
        Channel::Whatsapp => say::desk_channel_whatsapp(lang),
        Channel::Email => say::desk_channel_email(lang),
        Channel::Post => say::desk_channel_post(lang),
        Channel::Video => say::desk_channel_video(lang),
        Channel::Reference => say::desk_channel_reference(lang),
    }
}

/// What a move is called, as a request: it stands on its button.
pub fn wanted(lang: Lang, it: DeskMove) -> &'static str {
    match it {
        DeskMove::Acknowledge => say::case_move_acknowledge(lang),
        DeskMove::Take => say::case_move_take(lang),
        DeskMove::Assign => say::case_move_assign(lang),
        DeskMove::Forward => say::case_move_forward(lang),
        DeskMove::Contact => say::case_move_contact(lang),
        DeskMove::Note => say::case_move_note(lang),
        DeskMove::Record => say::case_move_record(lang),
        DeskMove::AskPause => say::case_move_ask_pause(lang),
        DeskMove::AllowPause => say::case_move_allow_pause(lang),
        DeskMove::Resume => say::case_move_resume(lang),
        DeskMove::FileAtr => say::case_move_file_atr(lang),
        DeskMove::ReturnAtr => say::case_move_return_atr(lang),
        DeskMove::ApproveAtr => say::case_move_approve_atr(lang),
        DeskMove::Dispose => say::case_move_dispose(lang),
        DeskMove::Reject => say::case_move_reject(lang),
        DeskMove::Merge => say::case_move_merge(lang),
        DeskMove::TakeUp => say::suggestion_move_up(lang),
        DeskMove::TakeDown => say::suggestion_move_down(lang),
        DeskMove::Look => say::case_move_look(lang),
    }
}

/// That a move was made.
pub fn did(lang: Lang, it: DeskMove) -> &'static str {
    match it {
        DeskMove::Acknowledge => say::case_did_acknowledge(lang),
        DeskMove::Take => say::case_did_take(lang),
        DeskMove::Assign => say::case_did_assign(lang),
        DeskMove::Forward => say::case_did_forward(lang),
        DeskMove::Contact => say::case_did_contact(lang),
        DeskMove::Note => say::case_did_note(lang),
        DeskMove::Record => say::case_did_record(lang),
        DeskMove::AskPause => say::case_did_ask_pause(lang),
        DeskMove::AllowPause => say::case_did_allow_pause(lang),
        DeskMove::Resume => say::case_did_resume(lang),
        DeskMove::FileAtr => say::case_did_file_atr(lang),
        DeskMove::ReturnAtr => say::case_did_return_atr(lang),
        DeskMove::ApproveAtr => say::case_did_approve_atr(lang),
        DeskMove::Dispose => say::case_did_dispose(lang),
        DeskMove::Reject => say::case_did_reject(lang),
        DeskMove::Merge => say::case_did_merge(lang),
        DeskMove::TakeUp => say::suggestion_did_up(lang),
        DeskMove::TakeDown => say::suggestion_did_down(lang),
        DeskMove::Look => say::case_did_look(lang),
    }
}

/// Why the rules say no, and what to do instead.
pub fn refusal(lang: Lang, it: Refusal) -> &'static str {
    match it {
        Refusal::NotAllowed => say::case_refusal_not_allowed(lang),
        Refusal::NotDue => say::case_refusal_not_due(lang),
        Refusal::AtTop => say::case_refusal_at_top(lang),
        Refusal::NotAtTop => say::case_refusal_not_at_top(lang),
        Refusal::HasIt => say::case_refusal_has_it(lang),
        Refusal::WomanOfficer => say::case_refusal_woman_officer(lang),
        Refusal::OtherUnit => say::case_refusal_other_unit(lang),
        Refusal::ClosedIt => say::case_refusal_closed_it(lang),
        Refusal::Conflict => say::case_refusal_conflict(lang),
        Refusal::NobodyHasIt => say::case_refusal_nobody_has_it(lang),
        Refusal::Closed => say::case_refusal_closed(lang),
        Refusal::NotClosed => say::case_refusal_not_closed(lang),
        Refusal::NoSuchClock => say::case_refusal_no_such_clock(lang),
        Refusal::NotRunning => say::case_refusal_not_running(lang),
        Refusal::TooLong => say::case_refusal_too_long(lang),
        Refusal::NotAbove => say::case_refusal_not_above(lang),
        Refusal::NoSuchRung => say::case_refusal_no_such_rung(lang),
        Refusal::DoneBefore => say::case_refusal_done_before(lang),
        Refusal::NoContact => say::case_refusal_no_contact(lang),
        Refusal::NotTried => say::case_refusal_not_tried(lang),
        Refusal::NoAtr => say::case_refusal_no_atr(lang),
        Refusal::NothingFiled => say::case_refusal_nothing_filed(lang),
        Refusal::OwnAtr => say::case_refusal_own_atr(lang),
        Refusal::Itself => say::case_refusal_itself(lang),
        // Both are refused to her alone.
        Refusal::TooLate | Refusal::EndsNothing => say::case_refusal_not_due(lang),
        Refusal::NoRoom => say::evidence_fault_too_many(lang),
        Refusal::NoSuggestion => say::suggestion_refusal_none(lang),
        Refusal::NamesPolice => say::suggestion_refusal_police(lang),
        Refusal::Listed => say::suggestion_refusal_listed(lang),
        Refusal::NotListed => say::suggestion_refusal_not_listed(lang),
        Refusal::Erased => say::suggestion_refusal_erased(lang),
    }
}

/// Why a clock may stand still, told to officers: on her own page the last one speaks to her.
pub fn pause_reason(lang: Lang, it: PauseReason) -> &'static str {
    match it {
        PauseReason::Laboratory => say::pause_laboratory(lang),
        PauseReason::Court => say::pause_court(lang),
        PauseReason::Complainant => say::case_pause_complainant(lang),
    }
}

/// Why a complaint is not gone on with.
pub fn reject_reason(lang: Lang, it: RejectReason) -> &'static str {
    match it {
        RejectReason::Withdrawn => say::case_reject_withdrawn(lang),
        RejectReason::BeforeCourt => say::case_reject_before_court(lang),
        RejectReason::CivilMatter => say::case_reject_civil_matter(lang),
        RejectReason::NothingToAct => say::case_reject_nothing_to_act(lang),
    }
}

/// Why an officer opens who she is.
pub fn look_reason(lang: Lang, it: LookReason) -> &'static str {
    match it {
        LookReason::Contact => say::case_look_contact(lang),
        LookReason::Report => say::case_look_report(lang),
        LookReason::Review => say::case_look_review(lang),
        LookReason::Court => say::case_look_court(lang),
    }
}
