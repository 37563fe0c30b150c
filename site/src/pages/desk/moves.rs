//! What may be done with a case: the next sensible move open and first, the others folded.

use crate::parts::markup::{Drawn as _, Markup};
use domain::access::{DeskMove, Role};
use domain::lang::Lang;
use domain::work::Progress;
use leptos::prelude::*;

use super::elsewhere;
use super::forms::{self, Form};
use crate::page::StageShown;
use crate::page::desk::CasePage;
use crate::page::suggestion::SuggestionShown;

pub(super) fn moves(lang: Lang, it: &CasePage) -> Markup {
    let near = near(it);
    let others: Vec<DeskMove> = it.moves.iter().copied().filter(|wanted| offered(it, *wanted) && !near.contains(wanted)).collect();
    let first = near.iter().enumerate().map(|(at, wanted)| one(lang, it, *wanted, at == 0)).collect_view();
    let rest = others.iter().map(|wanted| one(lang, it, *wanted, false)).collect_view();
    let rest = (!others.is_empty()).then(|| view! { <details class="more"><summary>{words::case_more(lang)}</summary>{rest}</details> });
    if near.is_empty() {
        return ().drawn();
    }
    view! { <section class="card moves"><h2>{words::case_next(lang)}</h2>{first}{rest}</section> }.drawn()
}

/// The way to the move that stands open, where it may be below the fold. A note waits for nobody.
pub(super) fn onto(lang: Lang, it: &CasePage) -> Option<Markup> {
    let first = near(it).first().copied().filter(|first| *first != DeskMove::Note)?;
    Some(view! { <a class="go go-quiet onto noprint" href=format!("#{}", first.tag())>{words::desk::wanted(lang, first)}" ↓"</a> }.drawn())
}

fn one(lang: Lang, it: &CasePage, wanted: DeskMove, open: bool) -> Markup {
    let form = Form::new(lang, it, wanted);
    view! { <details class="move" id=wanted.tag() open=open><summary>{words::desk::wanted(lang, wanted)}</summary>{forms::form(&form)}{elsewhere::chooser(lang, it, wanted)}</details> }
        .drawn()
}

/// What stands open, and what stands beside it: a form that came back before everything else, then one a reply was chosen for or
/// another district's stations.
fn near(it: &CasePage) -> Vec<DeskMove> {
    let came_back = it.moves.iter().copied().find(|wanted| Form::new(Lang::Hi, it, *wanted).came_back());
    let chosen = it.moves.iter().copied().find(|wanted| it.chosen(*wanted).is_some());
    let elsewhere = it.stations.elsewhere.as_ref().map(|_| DeskMove::Forward);
    let sensible = sensible(it).iter().copied();
    let mut near: Vec<DeskMove> = Vec::new();
    for wanted in came_back.into_iter().chain(chosen).chain(elsewhere).chain(sensible) {
        if it.may(wanted) && offered(it, wanted) && !near.contains(&wanted) {
            near.push(wanted);
        }
    }
    if near.is_empty() {
        near.extend(it.moves.iter().copied().find(|wanted| *wanted == DeskMove::Note));
    }
    near
}

/// Whether a move's form stands among the moves: who she is has a place of its own, and a clock must be there to be chosen.
fn offered(it: &CasePage, wanted: DeskMove) -> bool {
    match wanted {
        DeskMove::Look => false,
        DeskMove::AskPause | DeskMove::AllowPause => !it.may_pause.is_empty(),
        DeskMove::Resume => !it.paused.is_empty(),
        DeskMove::Acknowledge
        | DeskMove::Take
        | DeskMove::Assign
        | DeskMove::Forward
        | DeskMove::Contact
        | DeskMove::Note
        | DeskMove::Record
        | DeskMove::FileAtr
        | DeskMove::ReturnAtr
        | DeskMove::ApproveAtr
        | DeskMove::Dispose
        | DeskMove::Reject
        | DeskMove::Merge
        | DeskMove::TakeUp
        | DeskMove::TakeDown => true,
    }
}

/// Whether nobody has said yet that it is taken up, and no report waits to be read or to be closed on.
fn is_to_be_weighed(it: &CasePage) -> bool {
    let reported = match it.progress {
        Progress::New | Progress::Seen | Progress::Tried | Progress::Contacted | Progress::AtrReturned => false,
        Progress::AtrFiled | Progress::AtrApproved => it.complaint.stage == StageShown::Assigned,
    };
    it.suggestion == SuggestionShown::Made && !reported
}

/// What comes next, for the one who looks; the first that may be made stands open.
fn sensible(it: &CasePage) -> &'static [DeskMove] {
    let spoken = it.contacted_at.is_some();
    match (it.complaint.stage, it.role) {
        (StageShown::Unassigned | StageShown::InAppeal, Role::Worker | Role::Colleague) => &[DeskMove::Take, DeskMove::Note],
        (StageShown::Unassigned | StageShown::InAppeal, Role::Head | Role::Above) => &[DeskMove::Assign, DeskMove::Forward, DeskMove::Note],
        (StageShown::Assigned, Role::Worker) => match it.progress {
            Progress::New | Progress::Seen | Progress::Tried => &[DeskMove::Contact, DeskMove::Acknowledge, DeskMove::Note],
            Progress::Contacted | Progress::AtrReturned if spoken => &[DeskMove::FileAtr, DeskMove::Contact, DeskMove::Note],
            Progress::Contacted | Progress::AtrReturned => &[DeskMove::Contact, DeskMove::FileAtr, DeskMove::Note],
            Progress::AtrFiled | Progress::AtrApproved => &[DeskMove::Note, DeskMove::Contact],
        },
        // A suggestion is weighed before it is answered.
        (StageShown::Assigned | StageShown::Disposed, Role::Head | Role::Above) if it.may(DeskMove::TakeUp) && is_to_be_weighed(it) => {
            &[DeskMove::TakeUp, DeskMove::Note]
        }
        (StageShown::Assigned, Role::Head | Role::Above) => match it.progress {
            Progress::AtrFiled => &[DeskMove::ApproveAtr, DeskMove::ReturnAtr, DeskMove::Note],
            Progress::AtrApproved => &[DeskMove::Dispose, DeskMove::Note],
            Progress::New | Progress::Seen | Progress::Tried | Progress::Contacted | Progress::AtrReturned => &[DeskMove::Note, DeskMove::Assign],
        },
        (StageShown::Assigned, Role::Colleague) | (StageShown::Disposed, Role::Worker | Role::Colleague | Role::Head | Role::Above) => &[DeskMove::Note],
    }
}
