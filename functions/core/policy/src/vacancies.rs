//! The list of empty posts, and who stands in for them.

use std::collections::BTreeMap;

use domain::duty::Vacancy;
use domain::ids::{PostId, UnitCode};
use domain::policy::Policy;

use crate::places::{rows, seat};
use crate::{Mistakes, Source};

const FILE: &str = "vacancies.csv";
const COLUMNS: [&str; 4] = ["unit", "post", "stand_in_unit", "stand_in_post"];

/// Reads the empty posts against a policy.
///
/// # Errors
/// Every bad row with its line; then nothing is taken in.
pub fn read(text: &str, policy: &Policy) -> Result<Vec<Vacancy>, Mistakes> {
    let mut m = Mistakes::default();
    let mut written: Vec<(usize, Vacancy)> = Vec::new();
    rows(Source { name: FILE, text }, &COLUMNS, &mut m, |line, row, m| written.extend(vacancy(line, row, policy, m).map(|it| (line, it))));
    let mut empty: BTreeMap<(&UnitCode, &PostId), usize> = BTreeMap::new();
    for (line, it) in &written {
        if let Some(first) = empty.insert((&it.unit, &it.post), *line) {
            m.add(FILE, *line, format!("`{}` in {} is there twice, first on line {first}", it.post, it.unit));
        }
    }
    for (line, it) in &written {
        // Nobody may be sent to an empty post, nor round in a circle of them.
        if let Some((unit, post)) = &it.stand_in
            && let Some(other) = empty.get(&(unit, post))
        {
            m.add(FILE, *line, format!("`{post}` in {unit} cannot stand in: it is empty itself, on line {other}"));
        }
    }
    m.0.sort_by_key(|mistake| mistake.line);
    if m.is_empty() { Ok(written.into_iter().map(|(_, it)| it).collect()) } else { Err(m) }
}

fn vacancy(line: usize, row: &[String], policy: &Policy, m: &mut Mistakes) -> Option<Vacancy> {
    let [unit, post, stand_in_unit, stand_in_post] = row else { return None };
    let before = m.0.len();
    let empty = seat(policy, unit, post).map_err(|reason| m.add(FILE, line, reason)).ok();
    let stand_in = match (stand_in_unit.as_str(), stand_in_post.as_str()) {
        ("", "") => None,
        ("", _) | (_, "") => {
            m.add(FILE, line, "a stand-in is a unit and a post, or neither");
            None
        }
        (unit, post) => seat(policy, unit, post).map_err(|reason| m.add(FILE, line, reason)).ok(),
    };
    (m.0.len() == before).then_some(())?;
    let (unit, post) = empty?;
    Some(Vacancy { unit, post, stand_in })
}
