//! A draft of what the law asks for beside an electronic record (Bharatiya Sakshya Adhiniyam 2023, section 63(4), Part A): the hashes and the log are
//! filled in, what only she knows is left open. Who she is is no field of it: she writes that herself.

use domain::lang::Lang;
use site::page::paper::{CertificateSheet, FileListed, Given};
use words::date;

use crate::said::Said;
use crate::sheet::{Block, Sheet, fact};

/// A line to write on.
const OPEN: &str = "______________________________";

pub(crate) fn sheet(lang: Lang, it: &CertificateSheet) -> Sheet {
    let own = [words::certificate_name(lang), words::certificate_address(lang), words::certificate_device(lang), words::certificate_serial(lang)];
    let mut blocks = vec![Block::Heading(words::certificate_who(lang)), Block::Facts(own.map(|name| fact(name, OPEN)).to_vec())];
    blocks.push(Block::Heading(words::certificate_files(lang)));
    blocks.extend(it.files.iter().map(|file| Block::Facts(listed(lang, file))));
    blocks.push(Block::Heading(words::certificate_says(lang)));
    let says = [words::certificate_own(lang), words::certificate_worked(lang), words::certificate_same(lang), words::certificate_algorithm(lang)];
    blocks.extend(says.map(|sentence| Block::Note(sentence.to_owned())));
    blocks.push(Block::Heading(words::certificate_log(lang)));
    blocks.push(match it.given.as_slice() {
        [] => Block::Note(words::certificate_never(lang).to_owned()),
        given => Block::Facts(given.iter().map(|one| (date::moment(lang, one.at), what(lang, one))).collect()),
    });
    blocks.push(Block::Note(words::paper_as_of(lang, date::moment(lang, it.now))));
    blocks.push(Block::Signs(vec![(words::certificate_signer(lang), String::new())]));
    Sheet { lang, title: words::certificate_title(lang), number: it.number.clone(), lead: words::certificate_lead(lang).to_owned(), blocks }
}

fn listed(lang: Lang, it: &FileListed) -> Vec<(String, String)> {
    vec![
        fact(words::certificate_file(lang), words::evidence::about(lang, &it.mark)),
        fact(words::certificate_bytes(lang), it.mark.bytes.to_string()),
        fact(words::certificate_came(lang), date::moment(lang, it.at)),
        fact(words::evidence_sha(lang), in_groups(it.mark.sha.as_str())),
    ]
}

fn what(lang: Lang, it: &Given) -> String {
    let part = if it.original { words::certificate_original(lang) } else { words::certificate_copy(lang) };
    format!("{part}, SHA-256 {}…", &it.id.as_str()[..8])
}

/// Sixteen at a time: a line of sixty-four breaks nowhere.
pub(crate) fn in_groups(sha: &str) -> String {
    sha.as_bytes().chunks(16).map(|part| String::from_utf8_lossy(part).into_owned()).collect::<Vec<_>>().join(" ")
}

pub(crate) fn said(lang: Lang, it: &CertificateSheet) -> Said {
    let mut said = Said::new("sunwai-certificate");
    said.line("language", lang.tag());
    said.line("number", it.number.as_str());
    for file in &it.files {
        said.line("file", &format!("{} {} {} {}", file.at, file.mark.kind.tag(), file.mark.bytes, file.mark.sha));
    }
    for one in &it.given {
        said.line("given", &format!("{} {} {}", one.at, if one.original { "original" } else { "copy" }, one.id));
    }
    said.line("address", &site::follow(lang, &it.number).unwrap_or_default());
    said
}
