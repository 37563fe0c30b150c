//! A list as CSV, for the spreadsheets that offices have: with a mark of its encoding, and nothing that a cell would run.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use boot::{Problem, ProblemKind};
use domain::calendar::wall;
use domain::lang::Lang;
use site::page::desk::Row;
use store::Listed;

const COLUMNS: [&str; 10] = ["number", "due_at", "registered_on", "category", "place", "channel", "stage", "progress", "level", "officer"];

/// Nothing in it tells who complained.
pub(crate) fn answer(lang: Lang, rows: &[(&Listed, Row)]) -> Result<Response, Problem> {
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let written = out.write_record(COLUMNS).and_then(|()| rows.iter().try_for_each(|(listed, row)| out.write_record(cells(lang, listed, row))));
    let body = written.ok().and_then(|()| out.into_inner().ok()).ok_or(ProblemKind::Broken)?;
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"worklist.csv\"")];
    Ok((headers, body).into_response())
}

fn cells(lang: Lang, listed: &Listed, row: &Row) -> [String; COLUMNS.len()] {
    let day = |at| wall(at).to_string();
    let officer = row.officer.as_ref().map_or_else(String::new, |(rank, name)| format!("{} {}", rank.get(lang), name.get(lang)));
    [
        row.number.to_string(),
        day(row.due_at),
        wall(listed.registered_at).date().to_string(),
        inert(row.category.get(lang)),
        inert(row.place.get(lang)),
        row.channel.tag().to_owned(),
        listed.stage.tag().to_owned(),
        row.progress.tag().to_owned(),
        row.level.to_string(),
        inert(&officer),
    ]
}

/// A spreadsheet takes these beginnings for a formula.
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
