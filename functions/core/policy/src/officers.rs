//! The officers' list: who sits where.

use domain::complaint::Officer;
use domain::ids::{OfficerId, PostId, UnitCode};
use domain::lang::Both;
use domain::policy::Policy;

use crate::places::rows;
use crate::{Mistakes, Source};

const COLUMNS: [&str; 9] = ["code", "unit", "post", "rank_hi", "rank_en", "name_hi", "name_en", "sex", "demo"];

/// Reads `officers.csv` against a policy.
///
/// # Errors
/// Every bad row with its line; then nothing is taken in.
pub fn read(text: &str, policy: &Policy) -> Result<Vec<Officer>, Mistakes> {
    let source = Source { name: "officers.csv", text };
    let mut m = Mistakes::default();
    let mut officers: Vec<Officer> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    rows(source, &COLUMNS, &mut m, |line, row, m| {
        if let Some(officer) = officer(line, row, policy, m) {
            if !seen.insert(officer.id.clone()) {
                m.add(source.name, line, format!("`{}` is there twice", officer.id));
            }
            officers.push(officer);
        }
    });
    if m.is_empty() { Ok(officers) } else { Err(m) }
}

fn officer(line: usize, row: &[String], policy: &Policy, m: &mut Mistakes) -> Option<Officer> {
    const FILE: &str = "officers.csv";
    let [code, unit, post, rank_hi, rank_en, name_hi, name_en, sex, _demo] = row else { return None };
    let before = m.0.len();
    if policy.station(unit).is_none() && policy.district(unit).is_none() {
        m.add(FILE, line, format!("no station or district has the code `{unit}`"));
    }
    let post_id = PostId::parse(post).filter(|id| policy.posts.contains_key(id));
    if post_id.is_none() {
        m.add(FILE, line, format!("no post is called `{post}`"));
    }
    for (column, text) in [("rank_hi", rank_hi), ("rank_en", rank_en), ("name_hi", name_hi), ("name_en", name_en)] {
        if text.is_empty() {
            m.add(FILE, line, format!("{column} is empty"));
        }
    }
    if !matches!(sex.as_str(), "f" | "m") {
        m.add(FILE, line, format!("sex is f or m, not `{sex}`"));
    }
    let id = OfficerId::parse(code);
    if id.is_none() {
        m.add(FILE, line, format!("`{code}` is no officer's number"));
    }
    (m.0.len() == before).then_some(())?;
    Some(Officer {
        id: id?,
        unit: UnitCode::parse(unit)?,
        post: post_id?,
        rank: Both { hi: rank_hi.clone(), en: rank_en.clone() },
        name: Both { hi: name_hi.clone(), en: name_en.clone() },
        woman: sex == "f",
    })
}
