//! Pictures for the report: the page that takes one in, the list beside a case, and the boxes of the report's form.

use crate::parts::markup::{Drawn as _, Markup};
use domain::evidence::{FileKind, MOST_BY_FORM};
use domain::lang::Lang;
use domain::picture::MOST_PICTURES;
use leptos::prelude::*;
use words::date;

use crate::assets;
use crate::page::desk::CasePage;
use crate::page::evidence::FileRefused;
use crate::page::picture::{Adding, PictureOutcome, PictureShown, PicturesPage, PicturesShown, Standing};
use crate::pages::evidence::in_groups;
use crate::parts::console::{console_with, token};
use crate::parts::question::Question;
use crate::parts::summary::{self, summary};
use crate::parts::typed::shown;

/// The field of the form.
const FILE: &str = "file";
/// What the browser's own window offers first; what counts is looked at here.
const OFFERED: &str = ".jpg,.jpeg,.png,.webp,image/jpeg,image/png,image/webp";

pub(crate) fn draw(lang: Lang, it: &PicturesPage) -> String {
    let fault = match &it.outcome {
        Some(PictureOutcome::Refused(fault)) => Some(words::picture::fault(lang, *fault).into_owned()),
        Some(PictureOutcome::NotYours) => Some(words::picture_not_yours(lang).to_owned()),
        Some(PictureOutcome::Added(_) | PictureOutcome::Coming(_) | PictureOutcome::Already(_)) | None => None,
    };
    console_with(lang, &it.head, words::picture_title(lang), fault.is_some(), "", assets::pictures_script(), || {
        let target = if it.pictures.adding == Adding::Open { FILE } else { "main" };
        let wrong = fault.iter().map(|sentence| summary::Line { target: target.into(), sentence: sentence.clone() });
        view! {
            <p class="noprint"><a class="back" href=format!("/desk/complaints/{}", it.number)>"‹ "{words::picture_back(lang)}</a></p>
            {summary(lang, wrong.collect())}
            {told(lang, it.outcome.as_ref())}
            <h1>{words::picture_title(lang)}</h1>
            <p class="number">{it.number.to_string()}</p>
            <p class="say">{words::picture_lead(lang, i64::from(MOST_PICTURES))}</p>
            {refused(lang, &it.pictures.refused)}
            {form(lang, it, fault.clone())}
            <section class="card" id="pictures">{list(lang, it.number.as_str(), &it.pictures)}</section>
            <p class="quiet">{words::picture_note(lang)}</p>
        }
        .drawn()
    })
}

fn told(lang: Lang, it: Option<&PictureOutcome>) -> Option<Markup> {
    let (title, text) = match it? {
        PictureOutcome::Added(_) => (words::picture_added(lang), words::picture_added_text(lang)),
        PictureOutcome::Coming(_) => (words::picture_coming(lang), words::evidence_coming_text(lang)),
        PictureOutcome::Already(_) => (words::evidence_already(lang), words::evidence_already_text(lang)),
        PictureOutcome::Refused(_) | PictureOutcome::NotYours => return None,
    };
    Some(view! { <div class="told" role="status"><p>{title}</p>{text}</div> }.drawn())
}

fn form(lang: Lang, it: &PicturesPage, fault: Option<String>) -> Option<Markup> {
    match it.pictures.adding {
        Adding::Open => {}
        Adding::Full => return Some(view! { <p class="card">{words::picture_full(lang, i64::from(MOST_PICTURES))}</p> }.drawn()),
        Adding::NotYours => return None,
    }
    let address = format!("/desk/complaints/{}/pictures", it.number);
    let hint = |most| words::picture_file_hint(lang, words::evidence::size(lang, most));
    let question = Question::named(lang, FILE, words::picture_file(lang), "").hint(hint(MOST_BY_FORM)).fault(fault);
    let control = view! {
        <input
            type="file"
            id=FILE
            name=FILE
            accept=OFFERED
            autocomplete="off"
            aria-describedby=question.described_by()
            aria-invalid=question.invalid()
        />
    };
    let drawn = view! {
        <form
            class="card"
            method="post"
            action=address.clone()
            enctype="multipart/form-data"
            novalidate
            data-ask=it.files_at.is_some().then(|| format!("{address}/ask"))
            data-most=MOST_BY_FORM.to_string()
            data-large=hint(FileKind::Jpeg.most())
            data-reads=words::evidence_reads(lang)
            data-sends=words::evidence_sends(lang, "{n}")
            data-failed=words::picture_failed(lang)
        >
            {token(&it.head)}
            {question.framed(control.drawn())}
            <p id="out" class="say" role="status" hidden></p>
            <p><button class="go" type="submit">{words::picture_send(lang)}</button></p>
        </form>
    };
    Some(drawn.drawn())
}

/// Those that were sent by themselves and not taken when they came.
fn refused(lang: Lang, all: &[FileRefused]) -> Option<Markup> {
    let rows = all.iter().map(|it| view! { <li>{one_refused(lang, it)}</li> }).collect_view();
    (!all.is_empty()).then(|| view! { <section class="card"><h2>{words::picture_not_taken(lang)}</h2><ul class="plain">{rows}</ul></section> }.drawn())
}

fn one_refused(lang: Lang, it: &FileRefused) -> Markup {
    let name = it.name.as_deref().map_or_else(|| words::evidence::about(lang, &it.mark), shown);
    let sent = words::evidence_sent(lang, date::moment(lang, it.sent_at));
    view! { <b>{name}</b><br/><small>{sent}</small><span class="why">{words::picture::fault(lang, it.fault).into_owned()}</span> }.drawn()
}

/// Beside a case, as long as its report has no form of its own to show them in.
pub(super) fn beside(lang: Lang, it: &CasePage) -> Option<Markup> {
    let number = it.complaint.number.as_str();
    if it.pictures.is_nothing() || it.may(domain::access::DeskMove::FileAtr) {
        return None;
    }
    let rows = list(lang, number, &it.pictures);
    Some(view! { <section class="card" id="pictures"><h2>{words::picture_title(lang)}</h2>{rows}{more(lang, it)}</section> }.drawn())
}

/// The way to the page that takes one in.
fn more(lang: Lang, it: &CasePage) -> Option<Markup> {
    let address = format!("/desk/complaints/{}/pictures", it.complaint.number);
    match it.pictures.adding {
        Adding::Open => {
            Some(view! { <p class="noprint"><a class="second" target="_blank" rel="noopener" href=address>{words::picture_open(lang)}</a></p> }.drawn())
        }
        Adding::Full | Adding::NotYours => None,
    }
}

fn list(lang: Lang, number: &str, it: &PicturesShown) -> Markup {
    let rows = it.here.iter().map(|picture| row(lang, number, picture)).collect_view();
    let none = (it.here.is_empty() && it.coming == 0).then(|| view! { <p class="say">{words::picture_none(lang)}</p> });
    let list = (!it.here.is_empty()).then(|| view! { <ul class="plain">{rows}</ul> });
    view! { {none}{coming(lang, it)}{list} }.drawn()
}

fn coming(lang: Lang, it: &PicturesShown) -> Option<Markup> {
    let n = i64::try_from(it.coming).unwrap_or(i64::MAX);
    (n > 0).then(|| view! { <p><span class="tag">{words::evidence_on_their_way(lang, n)}</span></p> }.drawn())
}

fn row(lang: Lang, number: &str, it: &PictureShown) -> Markup {
    view! {
        <li class="row">
            {named(lang, it)}
            <br/><small>{words::evidence_sha(lang)}" "{in_groups(it.file.mark.sha.as_str())}</small>
            {said(lang, it.standing)}
            {links(lang, number, it)}
        </li>
    }
    .drawn()
}

/// Why it cannot be chosen.
fn said(lang: Lang, it: Standing) -> Option<Markup> {
    Some(match it {
        Standing::Checked => return None,
        Standing::Held => view! { <p class="say">{words::picture_held(lang)}</p> }.drawn(),
        Standing::Elsewhere => view! { <p class="say">{words::picture_elsewhere(lang)}</p> }.drawn(),
        Standing::Harmful => view! { <p class="warn">{words::picture_harmful(lang)}</p> }.drawn(),
        Standing::Unseen => view! { <p class="warn">{words::picture_unseen(lang)}</p> }.drawn(),
    })
}

fn links(lang: Lang, number: &str, it: &PictureShown) -> Option<Markup> {
    let address = format!("/desk/complaints/{number}/pictures/{}", it.file.id());
    let original = it.original.then(|| view! { " · "<a href=format!("{address}/original")>{words::case_evidence_original(lang)}</a> });
    let view_it = || view! { <a target="_blank" rel="noopener" href=address>{words::case_evidence_view(lang)}</a> };
    it.standing.can_be_seen().then(|| view! { <div class="row">{view_it()}{original}</div> }.drawn())
}

/// The boxes of the report's form: those that may be chosen, and below them why the others may not.
pub(super) fn boxes(question: &Question, it: &CasePage) -> Markup {
    let (lang, number, pictures) = (question.lang, it.complaint.number.as_str(), &it.pictures);
    let ticked = |id: &str| it.typed.iter().filter(|(name, _)| name == question.name).any(|(_, value)| value.split_whitespace().any(|it| it == id));
    let (checked, others): (Vec<&PictureShown>, Vec<&PictureShown>) = pictures.here.iter().partition(|picture| picture.standing == Standing::Checked);
    let choices = checked.iter().enumerate().map(|(at, picture)| {
        let file = picture.file.id();
        // The first has the field's own id: the summary leads to it.
        let id = if at == 0 { question.id.to_string() } else { format!("{}-{file}", question.id) };
        let chosen = ticked(file.as_str());
        view! {
            <div class="radio">
                <input type="checkbox" id=id.clone() name=question.name value=file.to_string() autocomplete="off" checked=chosen/>
                <label for=id>{named(lang, picture)}</label>
                {links(lang, number, picture)}
            </div>
        }
    });
    let choices = choices.collect_view();
    let others = others.into_iter().map(|picture| {
        view! { <div class="radio">{named(lang, picture)}{said(lang, picture.standing)}{links(lang, number, picture)}</div> }
    });
    let others = others.collect_view();
    let none =
        checked.is_empty().then(|| view! { <p class="say" id=question.id.to_string()>{pictures.here.is_empty().then(|| words::picture_none(lang))}</p> });
    let refused = pictures.refused.iter().map(|it| view! { <div class="radio">{one_refused(lang, it)}</div> }).collect_view();
    question.grouped(view! { {none}{choices}{others}{refused}{coming(lang, pictures)}{more(lang, it)} }.drawn())
}

/// Its name, or where that is closed what it is; below it when it came and who took it in.
fn named(lang: Lang, it: &PictureShown) -> Markup {
    let about = words::evidence::about(lang, &it.file.mark);
    let came = format!("{} · {}", date::moment(lang, it.file.added_at), shown(it.by.get(lang)));
    let chosen = it.in_report.then(|| view! { " "<span class="tag">{words::picture_chosen(lang)}</span> });
    let (title, below) = match &it.file.name {
        Some(name) => (shown(name), format!("{about} · {came}")),
        None => (about, came),
    };
    view! { <b>{title}</b>{chosen}<br/><small>{below}</small> }.drawn()
}
