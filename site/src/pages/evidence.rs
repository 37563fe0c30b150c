//! Her files: a form for one more, and the list of those that are there.

use crate::parts::markup::{Drawn as _, Markup};
use domain::evidence::{FileId, FileKind, MOST_BY_FORM, MOST_FILES};
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

use crate::assets;
use crate::page::evidence::{EvidencePage, FileOutcome, FileRefused, FileShown};
use crate::parts::answers::facts;
use crate::parts::back::back_to;
use crate::parts::question::Question;
use crate::parts::shell::{Shell, Switch, document};
use crate::parts::summary::{self, summary};
use crate::parts::typed::shown;

/// The field of the form.
const FILE: &str = "file";
/// The most bytes of a film, which a browser sends by itself.
const MOST_BY_ITSELF: u64 = FileKind::Mp4.most();
/// What a phone's own window offers first; what counts is looked at here.
const OFFERED: &str = ".jpg,.jpeg,.png,.webp,.mp4,.3gp,.webm,.ogg,.oga,.m4a,.pdf,image/jpeg,image/png,image/webp,video/mp4,video/3gpp,video/webm,audio/ogg,audio/mp4,application/pdf";

pub(crate) fn draw(lang: Lang, it: &EvidencePage) -> String {
    let address = format!("complaints/{}/evidence", it.number);
    let fault = match &it.outcome {
        Some(FileOutcome::Refused(fault)) => Some(words::evidence::fault(lang, *fault).into_owned()),
        Some(FileOutcome::Added(_) | FileOutcome::Coming(_) | FileOutcome::Already(_)) | None => None,
    };
    let shell = Shell::private(words::evidence_title(lang), Switch::Link(address.clone())).wrong(fault.is_some()).with(assets::evidence_script());
    document(lang, &shell, || {
        let wrong = fault.iter().map(|sentence| summary::Line { target: if it.has_room() { FILE } else { "full" }.into(), sentence: sentence.clone() });
        view! {
            {back_to(format!("/{lang}/complaints/{}", it.number), words::evidence_back(lang))}
            {summary(lang, wrong.collect())}
            {told(lang, it.outcome.as_ref())}
            <h1>{words::evidence_title(lang)}</h1>
            <p class="number">{it.number.to_string()}</p>
            <p class="lead">{words::evidence_lead(lang)}</p>
            {refused(lang, &it.refused)}
            {form(lang, it, &address, fault.clone())}
            <h2>{words::evidence_list(lang)}</h2>
            {coming(lang, it)}
            {list(lang, it)}
            {(!it.files.is_empty()).then(|| view! {
                <p><a class="second" href=format!("/{lang}/complaints/{}/certificate.pdf", it.number)>{words::certificate_open(lang)}</a></p>
            })}
            <p class="quiet">{words::evidence_kept(lang)}</p>
            <p class="quiet">{words::evidence_phone(lang)}</p>
        }
        .drawn()
    })
}

fn told(lang: Lang, it: Option<&FileOutcome>) -> Option<Markup> {
    let (title, text) = match it? {
        FileOutcome::Added(_) => (words::evidence_added(lang), words::evidence_added_text(lang)),
        FileOutcome::Coming(_) => (words::evidence_coming(lang), words::evidence_coming_text(lang)),
        FileOutcome::Already(_) => (words::evidence_already(lang), words::evidence_already_text(lang)),
        FileOutcome::Refused(_) => return None,
    };
    Some(view! { <div class="card told" role="status"><p><strong>{title}</strong></p><p>{text}</p></div> }.drawn())
}

fn form(lang: Lang, it: &EvidencePage, address: &str, fault: Option<String>) -> Markup {
    if !it.has_room() {
        return view! { <p id="full" class="card">{words::evidence_full(lang)}</p> }.drawn();
    }
    let hint = words::evidence_file_hint(lang, words::evidence::size(lang, MOST_BY_FORM));
    let question = Question::named(lang, FILE, words::evidence_file(lang), "").hint(hint).fault(fault);
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
    view! {
        <form
            class="card"
            method="post"
            action=format!("/{lang}/{address}")
            enctype="multipart/form-data"
            novalidate
            data-ask=it.files_at.is_some().then(|| format!("/{lang}/{address}/ask"))
            data-most=MOST_BY_FORM.to_string()
            data-large=words::evidence_file_hint(lang, words::evidence::size(lang, MOST_BY_ITSELF))
            data-reads=words::evidence_reads(lang)
            data-sends=words::evidence_sends(lang, "{n}")
            data-failed=words::evidence_failed(lang)
        >
            {question.framed(control.drawn())}
            <p id="out" class="say" role="status" hidden></p>
            <p><button class="go" type="submit">{words::evidence_send(lang)}</button></p>
        </form>
    }
    .drawn()
}

/// Those that she was told were sent, and that were not taken when they came: before the form, because they are to be sent in another way.
fn refused(lang: Lang, all: &[FileRefused]) -> Option<Markup> {
    let rows = all.iter().map(|it| {
        view! {
            <section class="card" id=it.id().to_string()>
                <h3>{it.name.as_deref().map_or_else(|| words::evidence::about(lang, &it.mark), shown)}</h3>
                <p>{words::evidence::about(lang, &it.mark)}" · "{words::evidence_sent(lang, date::moment(lang, it.sent_at))}</p>
                <p class="why">{words::evidence::fault(lang, it.fault).into_owned()}</p>
            </section>
        }
    });
    (!all.is_empty()).then(|| view! { <h2>{words::evidence_not_taken(lang)}</h2>{rows.collect_view()} }.drawn())
}

/// Those that a browser sent by itself and that nobody has taken yet.
fn coming(lang: Lang, it: &EvidencePage) -> Option<Markup> {
    let n = i64::try_from(it.coming).unwrap_or(i64::MAX);
    (n > 0).then(|| {
        view! {
            <p><span class="tag">{words::evidence_on_their_way(lang, n)}</span></p>
            <p class="quiet">{words::evidence_broke_off(lang)}</p>
        }
        .drawn()
    })
}

fn list(lang: Lang, it: &EvidencePage) -> Markup {
    if it.files.is_empty() && it.coming == 0 {
        return view! { <p>{words::evidence_none(lang)}</p> }.drawn();
    }
    let now = match &it.outcome {
        Some(FileOutcome::Added(id) | FileOutcome::Coming(id) | FileOutcome::Already(id)) => Some(id),
        Some(FileOutcome::Refused(_)) | None => None,
    };
    let rows = it.files.iter().rev().map(|file| row(lang, file, now));
    view! { <p class="quiet">{words::evidence_count(lang, MOST_FILES, it.files.len())}</p>{rows.collect_view()} }.drawn()
}

fn row(lang: Lang, it: &FileShown, now: Option<&FileId>) -> Markup {
    let id = it.id();
    let title = it.name.as_deref().map_or_else(|| words::evidence::about(lang, &it.mark), shown);
    let class = if now == Some(&id) { "card ticket" } else { "card" };
    view! {
        <section class=class id=id.to_string()>
            <h3>{title}</h3>
            <p>{words::evidence::about(lang, &it.mark)}" · "{words::evidence_when(lang, date::moment(lang, it.added_at))}</p>
            <p><span class="tag">{words::evidence::state(lang, it.state)}</span></p>
            {facts(vec![(words::evidence_sha(lang).to_owned(), in_groups(it.mark.sha.as_str()))])}
        </section>
    }
    .drawn()
}

/// Sixteen at a time, so that it fits on a small screen and can be compared by eye.
pub(super) fn in_groups(sha: &str) -> String {
    sha.as_bytes().chunks(16).map(|part| String::from_utf8_lossy(part).into_owned()).collect::<Vec<_>>().join(" ")
}
