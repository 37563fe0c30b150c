//! The form of each move: which fields it has, how each is asked for, and which one a fault is about.

use std::borrow::Cow;

use crate::parts::markup::{Drawn as _, Markup};
use domain::access::DeskMove;
use domain::calendar::wall;
use domain::clock::{ClockRule, PauseReason};
use domain::lang::{Both, Lang};
use domain::reply::has_blank;
use domain::suggestion::{DownReason, Wording};
use domain::work::{LookReason, RejectReason};
use leptos::prelude::*;

use super::{elsewhere, pictures, replies};
use crate::page::desk::{Candidate, CasePage, FormFault, Outcome};
use crate::page::suggestion::SuggestionShown;
use crate::parts::console::token;
use crate::parts::input::{Line, hidden, input};
use crate::parts::question::Question;
use crate::parts::radios::radios;
use crate::parts::select::{Options, select};
use crate::parts::textarea::words_of;

/// A field of a move's form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    Officer,
    Station,
    Result,
    When,
    Words,
    Fir,
    Sections,
    Rule,
    Reason,
    Until,
    Findings,
    Picture,
    NoPhoto,
    Like,
    Closing,
    Into,
    /// What is said publicly, in a language.
    Public(Lang),
}

impl Ask {
    /// As it is sent.
    pub(super) fn name(self) -> &'static str {
        match self {
            Ask::Officer => "officer",
            Ask::Station => "station",
            Ask::Result => "result",
            Ask::When => "when",
            Ask::Words => "words",
            Ask::Fir => "fir",
            Ask::Sections => "sections",
            Ask::Rule => "rule",
            Ask::Reason => "reason",
            Ask::Until => "until",
            Ask::Findings => "findings",
            Ask::Picture => "picture",
            Ask::NoPhoto => "no_photo_reason",
            Ask::Like => "like_reason",
            Ask::Closing => "closing",
            Ask::Into => "into",
            Ask::Public(Lang::Hi) => "public_hi",
            Ask::Public(Lang::En) => "public_en",
        }
    }

    pub(super) fn label(self, lang: Lang, of: DeskMove) -> &'static str {
        match self {
            Ask::Officer => words::case_ask_officer(lang),
            Ask::Station => words::case_ask_station(lang),
            Ask::Result => words::case_ask_result(lang),
            Ask::When => words::case_ask_when(lang),
            Ask::Words => match of {
                DeskMove::Forward => words::case_ask_words_forward(lang),
                DeskMove::Contact => words::case_ask_words_contact(lang),
                DeskMove::AskPause | DeskMove::AllowPause => words::case_ask_words_pause(lang),
                DeskMove::ReturnAtr => words::case_ask_words_return(lang),
                DeskMove::Reject | DeskMove::Dispose => words::case_ask_words_reject(lang),
                DeskMove::TakeDown => words::suggestion_ask_words(lang),
                DeskMove::Note
                | DeskMove::Acknowledge
                | DeskMove::Take
                | DeskMove::Assign
                | DeskMove::Record
                | DeskMove::Resume
                | DeskMove::FileAtr
                | DeskMove::ApproveAtr
                | DeskMove::Merge
                | DeskMove::TakeUp
                | DeskMove::Look => words::case_ask_words(lang),
            },
            Ask::Fir => words::case_ask_fir(lang),
            Ask::Sections => words::case_ask_sections(lang),
            Ask::Rule => words::case_ask_rule(lang),
            Ask::Reason if of == DeskMove::Look => words::case_ask_look(lang),
            Ask::Reason => words::case_ask_reason(lang),
            Ask::Until => words::case_ask_until(lang),
            Ask::Findings => words::case_ask_findings(lang),
            Ask::Picture => words::picture_ask(lang),
            Ask::NoPhoto => words::case_ask_photo(lang),
            Ask::Like => words::case_ask_like(lang),
            Ask::Closing => words::case_ask_closing(lang),
            Ask::Into => words::case_ask_into(lang),
            Ask::Public(Lang::Hi) => words::suggestion_ask_hi(lang),
            Ask::Public(Lang::En) => words::suggestion_ask_en(lang),
        }
    }

    fn is_choice(self) -> bool {
        match self {
            Ask::Officer | Ask::Station | Ask::Result | Ask::Rule | Ask::Reason | Ask::Picture | Ask::Closing => true,
            Ask::When | Ask::Words | Ask::Fir | Ask::Sections | Ask::Until | Ask::Findings | Ask::NoPhoto | Ask::Like | Ask::Into | Ask::Public(_) => false,
        }
    }
}

/// The fields of each move, in the order in which they are asked.
pub(super) fn asked(wanted: DeskMove) -> &'static [Ask] {
    match wanted {
        DeskMove::Acknowledge | DeskMove::Take | DeskMove::ApproveAtr => &[],
        DeskMove::Assign => &[Ask::Officer],
        DeskMove::Forward => &[Ask::Station, Ask::Words],
        DeskMove::Contact => &[Ask::Result, Ask::When, Ask::Words],
        DeskMove::Note | DeskMove::ReturnAtr => &[Ask::Words],
        DeskMove::Record => &[Ask::Fir, Ask::Sections],
        DeskMove::AskPause | DeskMove::AllowPause => &[Ask::Rule, Ask::Reason, Ask::Until, Ask::Words],
        DeskMove::Resume => &[Ask::Rule],
        DeskMove::FileAtr => &[Ask::Findings, Ask::Picture, Ask::NoPhoto, Ask::Like],
        DeskMove::Dispose => &[Ask::Closing, Ask::Words],
        DeskMove::Reject => &[Ask::Reason, Ask::Words],
        DeskMove::Merge => &[Ask::Into],
        DeskMove::TakeUp => &[Ask::Public(Lang::Hi), Ask::Public(Lang::En)],
        DeskMove::TakeDown => &[Ask::Reason, Ask::Words],
        DeskMove::Look => &[Ask::Reason],
    }
}

/// A move's form as it stands on the page of a case.
pub(super) struct Form<'a> {
    lang: Lang,
    it: &'a CasePage,
    wanted: DeskMove,
}

impl<'a> Form<'a> {
    pub(super) fn new(lang: Lang, it: &'a CasePage, wanted: DeskMove) -> Form<'a> {
        Form { lang, it, wanted }
    }

    /// Whether this very form was sent and refused.
    pub(super) fn came_back(&self) -> bool {
        match self.it.outcome {
            Some(Outcome::Refused(of, _) | Outcome::Faulty(of, _) | Outcome::Stale(of)) => of == self.wanted,
            Some(Outcome::Done(_)) | None => false,
        }
    }

    fn typed(&self, ask: Ask) -> Cow<'a, str> {
        if self.came_back() {
            return Cow::Borrowed(typed(&self.it.typed, ask));
        }
        // What stands on the list is said in other words.
        if let (Ask::Public(of), SuggestionShown::Listed(said)) = (ask, &self.it.suggestion) {
            return Cow::Borrowed(said.get(of));
        }
        // A reply that was chosen stands in the field of its words.
        let chosen = self.it.chosen(self.wanted).filter(|_| replies::place(self.wanted) == Some(ask));
        chosen.map_or(Cow::Borrowed(""), |reply| Cow::Owned(replies::filled_in(self.lang, self.it, reply)))
    }

    /// The field that a fault is about, and the sentence beside it.
    pub(super) fn fault(&self) -> Option<(Ask, String)> {
        match self.it.outcome {
            Some(Outcome::Faulty(of, fault)) if of == self.wanted => {
                let ask = about(of, fault, &self.it.typed)?;
                Some((ask, said(self.lang, fault, ask.label(self.lang, of))))
            }
            Some(Outcome::Faulty(..) | Outcome::Refused(..) | Outcome::Stale(_) | Outcome::Done(_)) | None => None,
        }
    }

    /// The id of a field, alone on the page.
    pub(super) fn id(&self, ask: Ask) -> String {
        format!("{}-{}", self.wanted.tag(), ask.name())
    }

    fn question(&self, ask: Ask) -> Question {
        let fault = self.fault().filter(|(about, _)| *about == ask).map(|(_, said)| said);
        Question::named(self.lang, ask.name(), ask.label(self.lang, self.wanted), &self.typed(ask)).at(self.id(ask)).fault(fault)
    }
}

/// What stands in a field of a form that came back.
pub(super) fn typed(all: &[(String, String)], ask: Ask) -> &str {
    all.iter().find(|(name, _)| name == ask.name()).map_or("", |(_, value)| value)
}

/// The field of a form that a fault is about.
pub(super) fn about(wanted: DeskMove, fault: FormFault, all: &[(String, String)]) -> Option<Ask> {
    // Why a report is so like another is asked only where it was said to be; see `control`.
    let fields = || asked(wanted).iter().copied().filter(|ask| *ask != Ask::Like || !typed(all, *ask).is_empty());
    let first = |fits: &dyn Fn(Ask) -> bool| fields().find(|ask| fits(*ask));
    let found = match fault {
        FormFault::Missing => first(&|ask| typed(all, ask).trim().is_empty()),
        FormFault::UnknownChoice => {
            // The list of reasons is the same for every case; it is looked at first, where it is asked for.
            let known = reasons(Lang::Hi, wanted).iter().any(|(tag, _)| tag == typed(all, Ask::Reason));
            first(&|ask| ask == Ask::Reason && !known).or_else(|| first(&Ask::is_choice))
        }
        FormFault::TooShort | FormFault::TooLike => first(&|ask| ask == Ask::Findings),
        FormFault::TooLong => fields().filter(|ask| !ask.is_choice()).max_by_key(|ask| typed(all, *ask).len()),
        FormFault::Blank => first(&|ask| has_blank(typed(all, ask))),
        FormFault::BadTime => first(&|ask| ask == Ask::When || ask == Ask::Until),
        FormFault::Neither => first(&|ask| ask == Ask::NoPhoto),
        FormFault::NoSuchCase | FormFault::OtherPhone => first(&|ask| ask == Ask::Into),
        FormFault::Wording(of, _) => first(&|ask| ask == Ask::Public(of)),
    };
    found.or_else(|| fields().next())
}

/// What is wrong with a field, called `what`, and what to do.
pub fn said(lang: Lang, fault: FormFault, what: &str) -> String {
    let what = what.trim_end_matches('?');
    match fault {
        FormFault::Missing => words::case_fault_missing(lang, what),
        FormFault::UnknownChoice => words::case_fault_choice(lang, what),
        FormFault::TooShort => words::case_fault_short(lang, what),
        FormFault::TooLong => words::case_fault_long(lang, what),
        FormFault::TooLike => words::case_fault_like(lang, what),
        FormFault::Blank => words::case_fault_blank(lang, what),
        FormFault::BadTime => words::case_fault_time(lang, what),
        FormFault::Neither => words::picture_fault_neither(lang).to_owned(),
        FormFault::NoSuchCase => words::case_fault_no_such(lang, what),
        FormFault::OtherPhone => words::case_fault_other_phone(lang, what),
        FormFault::Wording(of, flaw) => words::suggestion::fault(lang, of, flaw, Ask::Public(of).label(lang, DeskMove::TakeUp)),
    }
}

/// The whole form: what to know before, the fields, the button.
pub(super) fn form(it: &Form<'_>) -> Markup {
    let (lang, case) = (it.lang, it.it);
    let refused = match case.outcome {
        Some(Outcome::Refused(of, refusal)) if of == it.wanted => Some(view! { <p class="why">{words::desk::refusal(lang, refusal)}</p> }),
        Some(Outcome::Refused(..) | Outcome::Faulty(..) | Outcome::Stale(_) | Outcome::Done(_)) | None => None,
    };
    let leaves = (it.wanted == DeskMove::Forward).then_some(&case.stations);
    let lead = leaves.and_then(|to| elsewhere::lead(lang, to)).or_else(|| lead(lang, case, it.wanted).map(str::to_owned));
    let lead = lead.map(|said| view! { <p class="quiet">{said}</p> });
    let fields = asked(it.wanted).iter().map(|ask| control(it, *ask)).collect_view();
    view! {
        <form method="post" action=format!("/desk/complaints/{}/{}", case.complaint.number, it.wanted.tag()) novalidate>
            {token(&case.head)}
            {hidden("version", &case.version.to_string())}
            {leaves.and_then(elsewhere::kept)}
            {refused}
            {lead}
            {replies::offered(lang, case, it.wanted)}
            {fields}
            <p><button class="go" type="submit">{words::desk::wanted(lang, it.wanted)}</button></p>
        </form>
    }
    .drawn()
}

fn lead(lang: Lang, case: &CasePage, wanted: DeskMove) -> Option<&'static str> {
    match wanted {
        DeskMove::Acknowledge => Some(words::case_lead_acknowledge(lang)),
        DeskMove::Take => Some(words::case_lead_take(lang)),
        DeskMove::Forward => Some(words::case_lead_forward(lang)),
        DeskMove::AskPause | DeskMove::AllowPause => Some(words::case_lead_pause(lang)),
        DeskMove::ApproveAtr => Some(words::case_lead_approve_atr(lang)),
        DeskMove::Dispose => Some(words::case_lead_dispose(lang)),
        DeskMove::Reject => Some(words::case_lead_reject(lang)),
        DeskMove::Merge => Some(words::case_lead_merge(lang)),
        DeskMove::TakeUp => Some(match case.suggestion {
            SuggestionShown::Listed(_) => words::suggestion_lead_reword(lang),
            SuggestionShown::Made | SuggestionShown::No => words::suggestion_lead_up(lang),
        }),
        DeskMove::TakeDown => Some(words::suggestion_lead_down(lang)),
        DeskMove::Look => Some(words::case_look_note(lang)),
        DeskMove::Assign | DeskMove::Contact | DeskMove::Note | DeskMove::Record | DeskMove::Resume | DeskMove::FileAtr | DeskMove::ReturnAtr => None,
    }
}

fn control(it: &Form<'_>, ask: Ask) -> Markup {
    let (lang, case, question) = (it.lang, it.it, it.question(ask));
    let clocks = |list: &[(ClockRule, Both)]| list.iter().map(|(rule, name)| (rule.tag().to_owned(), name.get(lang).to_owned())).collect();
    match ask {
        Ask::Officer if case.woman_officer => one_of(&question.hint(words::case_ask_officer_woman(lang)), officers(lang, &case.officers)),
        Ask::Officer => one_of(&question, officers(lang, &case.officers)),
        Ask::Station => elsewhere::stations(&question, lang, &case.stations),
        Ask::Result => radios(&question, &[("reached", words::case_result_reached(lang)), ("not_reached", words::case_result_not_reached(lang))]),
        Ask::When => input(&question.or_typed(&minute(case)), Line { kind: "datetime-local", ..Line::TEXT.short() }),
        Ask::Words => words_of(&if optional(it.wanted) { question.optional() } else { question }, 4),
        Ask::Fir => input(&question.hint(words::case_ask_fir_hint(lang)), Line::TEXT.short()),
        Ask::Sections => input(&question.hint(words::case_ask_sections_hint(lang)), Line::TEXT),
        Ask::Rule => one_of(&question, clocks(if it.wanted == DeskMove::Resume { &case.paused } else { &case.may_pause })),
        Ask::Reason => one_of(&question, reasons(lang, it.wanted)),
        Ask::Until => input(&question, Line { kind: "date", ..Line::TEXT.short() }),
        Ask::Findings => words_of(&question.hint(words::case_ask_findings_hint(lang)), 8),
        Ask::Picture => pictures::boxes(&question.hint(words::picture_ask_hint(lang)), case),
        // A suggestion has no place to be photographed.
        Ask::NoPhoto if case.suggestion != SuggestionShown::No => ().drawn(),
        Ask::NoPhoto => words_of(&question.hint(words::picture_ask_reason_hint(lang)), 2),
        // Asked only where the findings were found to be like earlier ones.
        Ask::Like if case.outcome == Some(Outcome::Faulty(DeskMove::FileAtr, FormFault::TooLike)) || !it.typed(ask).is_empty() => words_of(&question, 2),
        Ask::Like => ().drawn(),
        Ask::Closing => radios(&question, &[("done", words::case_closing_done(lang)), ("no_contact", words::case_closing_no_contact(lang))]),
        Ask::Into => input(&question.hint(words::hint_number(lang)), Line::TEXT.short()),
        Ask::Public(_) => words_of(&question.hint(words::suggestion_ask_hint(lang, Wording::MAX)), 3),
    }
}

/// Moves that can be made without a word.
fn optional(wanted: DeskMove) -> bool {
    matches!(wanted, DeskMove::Forward | DeskMove::AllowPause | DeskMove::Dispose)
}

/// A list with nothing chosen before she who fills it chooses.
pub(super) fn one_of(question: &Question, rows: Vec<(String, String)>) -> Markup {
    let none = (String::new(), words::choice_choose(question.lang).to_owned());
    select(question, &[Options::plain([none]), Options::plain(rows)])
}

pub(super) fn officers(lang: Lang, all: &[Candidate]) -> Vec<(String, String)> {
    all.iter().map(|candidate| (candidate.officer.id.to_string(), officer(lang, candidate))).collect()
}

/// Rank, name, how many open, and what else matters for the choice.
fn officer(lang: Lang, it: &Candidate) -> String {
    let (name, rank) = (it.officer.name.get(lang), it.officer.rank.get(lang));
    let name = it.open.map_or_else(|| words::case_officer_elsewhere(lang, name, rank), |open| words::case_officer_option(lang, name, open, rank));
    let woman = it.officer.woman.then(|| words::case_officer_woman(lang));
    [Some(name.as_str()), woman].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn reasons(lang: Lang, wanted: DeskMove) -> Vec<(String, String)> {
    let pair = |tag: &str, said: &str| (tag.to_owned(), said.to_owned());
    match wanted {
        DeskMove::Look => LookReason::ALL.map(|it| pair(it.tag(), words::desk::look_reason(lang, it))).to_vec(),
        DeskMove::Reject => RejectReason::BY_OFFICER.map(|it| pair(it.tag(), words::desk::reject_reason(lang, it))).to_vec(),
        DeskMove::TakeDown => DownReason::ALL.map(|it| pair(it.tag(), words::suggestion::down_reason(lang, it))).to_vec(),
        _ => PauseReason::ALL.map(|it| pair(it.tag(), words::desk::pause_reason(lang, it))).to_vec(),
    }
}

/// This minute, as the browser's own field takes it.
fn minute(it: &CasePage) -> String {
    let now = wall(it.complaint.now);
    format!("{}-{:02}-{:02}T{:02}:{:02}", now.year(), now.month(), now.day(), now.hour(), now.minute())
}
