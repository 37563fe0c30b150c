//! A roster as a CSV file: shifts by day, each checked against the policy, the officers and the other shifts.

use std::collections::BTreeMap;

use domain::Date;
use domain::calendar::{at_wall, wall};
use domain::complaint::Officer;
use domain::duty::{self, Shift, ShiftFault};
use domain::ids::{OfficerId, UnitCode};
use domain::policy::Policy;
use jiff::SignedDuration;

use crate::places::{rows, seat};
use crate::raw::minute;
use crate::{Mistakes, Source};

const FILE: &str = "roster.csv";
const COLUMNS: [&str; 6] = ["unit", "post", "date", "from", "to", "officers"];
/// Behind a time of day: of the next day.
const NEXT_DAY: &str = "+1";

/// Reads a roster against a policy, the officers of its units and the shifts that stand there already.
/// What stands on a day of a unit that is in the text is replaced by it, and so is not in the way.
///
/// # Errors
/// Every fault of every row with its line; then nothing is taken in.
pub fn read(text: &str, policy: &Policy, officers: &[Officer], standing: &[Shift]) -> Result<Vec<Shift>, Mistakes> {
    let mut m = Mistakes::default();
    let mut written: Vec<(usize, Shift)> = Vec::new();
    rows(Source { name: FILE, text }, &COLUMNS, &mut m, |line, row, m| written.extend(shift(line, row, policy, m).map(|shift| (line, shift))));
    let mut units: BTreeMap<&UnitCode, Vec<&(usize, Shift)>> = BTreeMap::new();
    for row in &written {
        units.entry(&row.1.unit).or_default().push(row);
    }
    for (unit, rows) in units {
        let replaced = |shift: &Shift| rows.iter().any(|(_, new)| day(new) == day(shift));
        let stays: Vec<&Shift> = standing.iter().filter(|shift| shift.unit == *unit && !replaced(shift)).collect();
        let posted: Vec<Officer> = officers.iter().filter(|officer| officer.unit == *unit).cloned().collect();
        for (line, shift) in &rows {
            let others = || rows.iter().filter(|(other, _)| other != line);
            let around: Vec<Shift> = others().map(|(_, shift)| shift).chain(stays.iter().copied()).cloned().collect();
            for fault in duty::check(shift, &policy.duty, &posted, &around) {
                let meets = |other: &Shift, id: &OfficerId| other.officers.contains(id) && other.from < shift.to && shift.from < other.to;
                let line_of = |id: &OfficerId| others().find(|(_, other)| meets(other, id)).map(|(line, _)| *line);
                m.add(FILE, *line, reason(&fault, shift, line_of));
            }
        }
    }
    m.0.sort_by_key(|mistake| mistake.line);
    if m.is_empty() { Ok(written.into_iter().map(|(_, shift)| shift).collect()) } else { Err(m) }
}

/// The day of a unit's roster that a shift stands in.
fn day(shift: &Shift) -> Date {
    wall(shift.from).date()
}

fn shift(line: usize, row: &[String], policy: &Policy, m: &mut Mistakes) -> Option<Shift> {
    let [unit, post, date, from, to, officers] = row else { return None };
    let before = m.0.len();
    let seat = seat(policy, unit, post).map_err(|reason| m.add(FILE, line, reason)).ok();
    let day = date.parse::<Date>().ok().filter(|day| day.to_string() == *date);
    if day.is_none() {
        m.add(FILE, line, format!("`{date}` is no day of any year: write 2026-01-26"));
    }
    let from_time = minute(from);
    if from_time.is_none() {
        m.add(FILE, line, format!("`{from}` is no time of day such as 09:30"));
    }
    let (to_time, next_day) = to.strip_suffix(NEXT_DAY).map_or((minute(to), false), |time| (minute(time), true));
    if to_time.is_none() {
        m.add(FILE, line, format!("`{to}` is no time of day such as 14:00, or 06:00{NEXT_DAY} for the next day"));
    }
    let mut named = Vec::new();
    for id in officers.split_whitespace() {
        match OfficerId::parse(id) {
            Some(id) => named.push(id),
            None => m.add(FILE, line, format!("`{id}` is no officer's number")),
        }
    }
    if let (Some(from), Some(to)) = (from_time, to_time) {
        if to <= from && !next_day {
            m.add(FILE, line, format!("the shift ends before it begins: if it ends on the next day, write {}{NEXT_DAY}", to.strftime("%H:%M")));
        }
        if to > from && next_day {
            m.add(FILE, line, "a shift of more than a day");
        }
    }
    (m.0.len() == before).then_some(())?;
    let (unit, post) = seat?;
    let from = at_wall(day?.to_datetime(from_time?));
    let to = at_wall(day?.to_datetime(to_time?)) + if next_day { SignedDuration::from_hours(24) } else { SignedDuration::ZERO };
    Some(Shift { unit, post, from, to, officers: named })
}

fn reason(fault: &ShiftFault, shift: &Shift, line_of: impl Fn(&OfficerId) -> Option<usize>) -> String {
    let (unit, post) = (&shift.unit, &shift.post);
    match fault {
        ShiftFault::EndsBeforeItBegins => "the shift ends before it begins".to_owned(),
        ShiftFault::Overlaps(id) => match line_of(id) {
            Some(line) => format!("{id} has another shift in the same hours, on line {line}"),
            None => format!("{id} has another shift in the same hours, on a day of the roster in force that this list does not replace"),
        },
        ShiftFault::Unknown(id) => format!("no {id} is posted as `{post}` in {unit}"),
        ShiftFault::Twice(id) => format!("{id} is named twice"),
        ShiftFault::TooFew { need, has } => format!("`{post}` needs {need} on duty, and {has} are named"),
        ShiftFault::TooFewWomen { need, has } => format!("`{post}` needs {need} women on duty, and {has} are named"),
        ShiftFault::NoDuty => format!("the policy keeps no duty for `{post}`"),
    }
}
