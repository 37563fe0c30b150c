//! The officers' list: who sits where.

use domain::complaint::Officer;
use domain::ids::OfficerId;
use domain::lang::Both;
use domain::phone::Phone;
use domain::policy::{Phones, Policy};

use crate::places::{rows, seat};
use crate::{Mistakes, Source};

const COLUMNS: [&str; 10] = ["code", "unit", "post", "rank_hi", "rank_en", "name_hi", "name_en", "sex", "phone", "demo"];

/// Reads `officers.csv` against a policy: each officer, and the official phone of the post where it has one.
///
/// # Errors
/// Every bad row with its line; then nothing is taken in.
pub fn read(text: &str, policy: &Policy) -> Result<Vec<(Officer, Option<String>)>, Mistakes> {
    let source = Source { name: "officers.csv", text };
    let mut m = Mistakes::default();
    let mut officers: Vec<(Officer, Option<String>)> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    rows(source, &COLUMNS, &mut m, |line, row, m| {
        if let Some((officer, phone)) = officer(line, row, policy, m) {
            if !seen.insert(officer.id.clone()) {
                m.add(source.name, line, format!("`{}` is there twice", officer.id));
            }
            officers.push((officer, phone));
        }
    });
    if m.is_empty() { Ok(officers) } else { Err(m) }
}

fn officer(line: usize, row: &[String], policy: &Policy, m: &mut Mistakes) -> Option<(Officer, Option<String>)> {
    const FILE: &str = "officers.csv";
    let [code, unit, post, rank_hi, rank_en, name_hi, name_en, sex, phone, _demo] = row else { return None };
    let before = m.0.len();
    let seat = seat(policy, unit, post).map_err(|reason| m.add(FILE, line, reason)).ok();
    for (column, text) in [("rank_hi", rank_hi), ("rank_en", rank_en), ("name_hi", name_hi), ("name_en", name_en)] {
        if text.is_empty() {
            m.add(FILE, line, format!("{column} is empty"));
        }
    }
    if !matches!(sex.as_str(), "f" | "m") {
        m.add(FILE, line, format!("sex is f or m, not `{sex}`"));
    }
    if !phone.is_empty() && Phone::parse(phone, Phones::India).ok().is_none_or(|read| read.e164() != phone) {
        m.add(FILE, line, "the phone is no Indian mobile written as +919800000000");
    }
    let id = OfficerId::parse(code);
    if id.is_none() {
        m.add(FILE, line, format!("`{code}` is no officer's number"));
    }
    (m.0.len() == before).then_some(())?;
    let (unit, post) = seat?;
    let rank = Both { hi: rank_hi.clone(), en: rank_en.clone() };
    let name = Both { hi: name_hi.clone(), en: name_en.clone() };
    let officer = Officer { id: id?, unit, post, rank, name, woman: sex == "f" };
    Some((officer, (!phone.is_empty()).then(|| phone.clone())))
}
