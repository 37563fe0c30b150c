//! What she added, as far as an officer may have it: closed as long as who she is is closed.

use crate::parts::markup::{Drawn as _, Markup};
use domain::evidence::{Family, FileState, Scan};
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

use crate::page::desk::{CasePage, Identity};
use crate::page::evidence::FileShown;
use crate::pages::evidence::in_groups;
use crate::parts::typed::shown;

/// Nothing where there are no files.
pub(super) fn evidence(lang: Lang, it: &CasePage) -> Option<Markup> {
    if it.evidence.is_empty() {
        return None;
    }
    let open = match it.identity {
        Identity::Open { .. } => true,
        Identity::Masked { .. } | Identity::Erased => false,
    };
    let note = if open { words::case_evidence_noted(lang) } else { words::case_evidence_closed(lang) };
    let rows = it.evidence.iter().map(|file| row(lang, it, file, open));
    Some(
        view! {
            <section class="card" id="evidence">
                <h2>{words::case_evidence(lang)}</h2>
                <p class="say">{note}</p>
                <ul class="files">{rows.collect_view()}</ul>
            </section>
        }
        .drawn(),
    )
}

fn row(lang: Lang, it: &CasePage, file: &FileShown, open: bool) -> Markup {
    let address = format!("/desk/complaints/{}/evidence/{}", it.complaint.number, file.id());
    let name = file.name.as_deref().map(|name| view! { <b>{shown(name)}</b>" · " });
    view! {
        <li>
            {name}{words::evidence::about(lang, &file.mark)}" · "{date::moment(lang, file.added_at)}
            <br/><small>{words::evidence_sha(lang)}" "{in_groups(file.mark.sha.as_str())}</small>
            {standing(lang, file, &address, open)}
        </li>
    }
    .drawn()
}

/// What may be opened of it, or why nothing may.
fn standing(lang: Lang, file: &FileShown, address: &str, open: bool) -> Markup {
    let (scan, copy) = match file.state {
        FileState::Held => return view! { <p class="say">{words::case_evidence_held(lang)}</p> }.drawn(),
        FileState::Harmful => return view! { <p class="warn">{words::case_evidence_harmful(lang)}</p> }.drawn(),
        FileState::Ready { scan, copy } => (scan, copy),
    };
    let warning = (scan == Scan::Never).then(|| view! { <p class="warn">{words::case_evidence_unscanned(lang)}</p> });
    let none = (!copy && file.mark.kind.family() == Family::Photo).then(|| view! { <p class="say">{words::case_evidence_no_copy(lang)}</p> });
    let links = open.then(|| {
        let view_it = copy.then(|| view! { <a class="second" target="_blank" rel="noopener" href=address.to_owned()>{words::case_evidence_view(lang)}</a>" " });
        view! { <p>{view_it}<a class="second" href=format!("{address}/original")>{words::case_evidence_original(lang)}</a></p> }
    });
    view! { {warning}{none}{links} }.drawn()
}
