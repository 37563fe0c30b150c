//! Her receipt. Paper lies about, and phones are shared: it says where to ask and until when, not who asked for what.
//! The words of a rule and the section it comes from tell the matter as plainly as its name: of the rule, its length is here.

use domain::lang::Lang;
use domain::policy::Deadline;
use site::page::paper::{ReceiptSheet, Standing};
use words::date;

use crate::certificate::in_groups;
use crate::said::Said;
use crate::sheet::{Block, Sheet, fact, who};

pub(crate) fn sheet(lang: Lang, it: &ReceiptSheet) -> Sheet {
    let mut rows = vec![fact(words::receipt_registered(lang), date::moment(lang, it.registered_at)), fact(words::receipt_by(lang), date::due(lang, it.due_at))];
    rows.extend(it.allowed.map(|deadline| fact(words::paper_allowed(lang), date::deadline(lang, deadline))));
    if !it.holidays.is_empty() {
        let days = it.holidays.iter().map(|(day, name)| format!("{} ({})", date::short_day(lang, *day), name.get(lang)));
        rows.push(fact(words::receipt_holidays(lang), days.collect::<Vec<_>>().join(", ")));
    }
    let mut blocks = vec![Block::Facts(rows), Block::Heading(words::receipt_now(lang))];
    match &it.standing {
        Standing::Open(held) => {
            let mut steps = vec![fact(words::receipt_holder(lang), who(lang, &held.holder))];
            let after = held.next.as_ref().map(|(next, at)| words::receipt_next_text(lang, date::due(lang, *at), who(lang, next)));
            steps.push(fact(words::receipt_next(lang), after.unwrap_or_else(|| words::status_top(lang).to_owned())));
            blocks.push(Block::Facts(steps));
        }
        Standing::Settled => blocks.push(Block::Note(words::paper_receipt_settled(lang).to_owned())),
    }
    if !it.files.is_empty() {
        let rows = it.files.iter().map(|file| (date::moment(lang, file.at), in_groups(file.mark.sha.as_str())));
        blocks.extend([Block::Heading(words::receipt_files(lang)), Block::Facts(rows.collect())]);
    }
    blocks.push(Block::Note(words::paper_as_of(lang, date::moment(lang, it.now))));
    blocks.extend([Block::Heading(words::help_title(lang)), Block::Calls(site::helplines(lang).collect())]);
    Sheet { lang, title: words::paper_receipt(lang), number: it.number.clone(), lead: words::paper_receipt_keep(lang).to_owned(), blocks }
}

pub(crate) fn said(lang: Lang, it: &ReceiptSheet) -> Said {
    let mut said = Said::new("sunwai-receipt");
    said.line("language", lang.tag());
    said.line("number", it.number.as_str());
    said.line("registered_at", &it.registered_at.to_string());
    said.line("due_at", &it.due_at.to_string());
    if let Some(deadline) = it.allowed {
        said.line("allowed", &allowed(deadline));
    }
    for (day, name) in &it.holidays {
        said.line("holiday", &format!("{day} {}", name.get(lang)));
    }
    match &it.standing {
        Standing::Open(held) => {
            said.line("holder", &who(lang, &held.holder));
            if let Some((next, at)) = &held.next {
                said.line("next_at", &at.to_string());
                said.line("next", &who(lang, next));
            }
        }
        Standing::Settled => said.line("settled", ""),
    }
    for file in &it.files {
        said.line("file", &format!("{} {}", file.at, file.mark.sha));
    }
    said.line("address", &site::follow(lang, &it.number).unwrap_or_default());
    said
}

fn allowed(it: Deadline) -> String {
    match it {
        Deadline::Hours(n) => format!("hours {n}"),
        Deadline::Days(n) => format!("days {n}"),
        Deadline::WorkingDays(n) => format!("working_days {n}"),
        Deadline::Months(n) => format!("months {n}"),
    }
}
