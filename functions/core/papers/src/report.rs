//! The action taken report. It goes to superiors, courts and files: the complainant's name, phone and address are in the
//! sealed record and on no copy of it.

use domain::lang::Lang;
use site::page::paper::{ContactMade, PictureListed, Reading, ReportSheet};
use words::date;

use crate::certificate::in_groups;
use crate::said::Said;
use crate::sheet::{Block, Sheet, fact, who};

pub(crate) fn sheet(lang: Lang, it: &ReportSheet) -> Sheet {
    let mut blocks = vec![Block::Heading(words::report_case(lang)), Block::Facts(case(lang, it)), Block::Heading(words::report_contact(lang))];
    blocks.push(match it.contacts.as_slice() {
        [] => Block::Note(words::report_never_tried(lang).to_owned()),
        made => Block::Facts(made.iter().map(|one| contact(lang, one)).collect()),
    });
    blocks.push(Block::Heading(words::case_ask_findings(lang)));
    match &it.written {
        Some(written) => {
            blocks.push(Block::Words(written.findings.clone()));
            blocks.extend(pictures(lang, &it.pictures));
            if let Some(reason) = &written.no_photo_reason {
                blocks.extend([Block::Heading(words::case_ask_photo(lang)), Block::Words(reason.clone())]);
            }
        }
        None => {
            blocks.push(Block::Note(words::case_account_erased(lang).to_owned()));
            blocks.extend(pictures(lang, &it.pictures));
        }
    }
    blocks.extend([Block::Heading(words::report_second(lang)), second(lang, &it.reading)]);
    let reader = match &it.reading {
        Reading::Approved { by, .. } => who(lang, by),
        Reading::Waiting | Reading::Returned { .. } => String::new(),
    };
    blocks.push(Block::Signs(vec![(words::report_author_sign(lang), who(lang, &it.author)), (words::report_reader_sign(lang), reader)]));
    Sheet { lang, title: words::report_title(lang), number: it.number.clone(), lead: words::report_private(lang).to_owned(), blocks }
}

fn case(lang: Lang, it: &ReportSheet) -> Vec<(String, String)> {
    let mut rows = vec![
        fact(words::receipt_matter(lang), it.category.get(lang)),
        fact(words::report_where(lang), it.place.get(lang)),
        fact(words::receipt_registered(lang), date::moment(lang, it.registered_at)),
        fact(words::receipt_by(lang), date::due(lang, it.due_at)),
    ];
    if let Some((number, sections)) = &it.fir {
        rows.push(fact(words::case_ask_fir(lang), number.as_str()));
        rows.push(fact(words::case_ask_sections(lang), sections.as_str()));
    }
    rows.push(fact(words::report_filed(lang), date::moment(lang, it.filed_at)));
    rows.push(fact(words::report_author(lang), who(lang, &it.author)));
    rows
}

/// Which pictures it has: the pictures themselves lie sealed in the record, and are compared with these figures.
fn pictures(lang: Lang, all: &[PictureListed]) -> Vec<Block> {
    if all.is_empty() {
        return Vec::new();
    }
    let row = |one: &PictureListed| {
        let sha = format!("{} {}", words::evidence_sha(lang), in_groups(one.sha.as_str()));
        fact(&date::moment(lang, one.at), format!("{} · {sha}", who(lang, &one.by)))
    };
    vec![Block::Heading(words::picture_ask(lang)), Block::Facts(all.iter().map(row).collect())]
}

fn contact(lang: Lang, it: &ContactMade) -> (String, String) {
    let result = if it.reached { words::report_reached(lang) } else { words::report_not_reached(lang) };
    (date::moment(lang, it.at), words::report_contact_by(lang, result, who(lang, &it.by)))
}

fn second(lang: Lang, it: &Reading) -> Block {
    match it {
        Reading::Waiting => Block::Note(words::report_waiting(lang).to_owned()),
        Reading::Returned { at } => Block::Note(words::report_returned(lang, date::moment(lang, *at))),
        Reading::Approved { at, by } => {
            Block::Facts(vec![fact(words::report_approved(lang), date::moment(lang, *at)), fact(words::report_approved_by(lang), who(lang, by))])
        }
    }
}

pub(crate) fn said(lang: Lang, it: &ReportSheet) -> Said {
    let mut said = Said::new("sunwai-report");
    said.line("language", lang.tag());
    said.line("number", it.number.as_str());
    said.line("category", it.category.get(lang));
    said.line("place", it.place.get(lang));
    said.line("registered_at", &it.registered_at.to_string());
    said.line("due_at", &it.due_at.to_string());
    if let Some((number, sections)) = &it.fir {
        said.line("fir", number);
        said.line("sections", sections);
    }
    said.line("filed_at", &it.filed_at.to_string());
    said.line("filed_by", &who(lang, &it.author));
    for made in &it.contacts {
        said.line(if made.reached { "reached" } else { "not_reached" }, &format!("{} {}", made.at, who(lang, &made.by)));
    }
    match &it.written {
        Some(written) => {
            said.line("findings", &written.findings);
            if let Some(reason) = &written.no_photo_reason {
                said.line("no_photo_reason", reason);
            }
        }
        None => said.line("erased", ""),
    }
    for one in &it.pictures {
        said.line("picture", &format!("{} {} {}", one.at, one.sha, who(lang, &one.by)));
    }
    match &it.reading {
        Reading::Waiting => said.line("waiting", ""),
        Reading::Returned { at } => said.line("returned_at", &at.to_string()),
        Reading::Approved { at, by } => {
            said.line("approved_at", &at.to_string());
            said.line("approved_by", &who(lang, by));
        }
    }
    said.line("address", &site::follow(lang, &it.number).unwrap_or_default());
    said
}
