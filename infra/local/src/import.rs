//! Takes a real list of stations into the policy: all of it, or nothing and every bad row with its line.

use std::path::Path;

use policy::Mistakes;

/// Why nothing was taken in.
#[derive(Debug)]
pub enum Refused {
    Io(String),
    Rows(Mistakes),
}

/// Checks a list against the districts in force and puts it in the place of `into`, in one move.
///
/// # Errors
/// [`Refused`]; the old list then stands unchanged.
pub fn stations(from: &Path, into: &Path) -> Result<usize, Refused> {
    let text = std::fs::read_to_string(from).map_err(|e| Refused::Io(format!("read {}: {e}", from.display())))?;
    let in_force = policy::read(&policy_in_force::files()).map_err(Refused::Rows)?;
    let count = policy::check_stations(&text, &in_force.policy).map_err(Refused::Rows)?;
    let beside = into.with_extension("csv.new");
    std::fs::write(&beside, &text).map_err(|e| Refused::Io(format!("write {}: {e}", beside.display())))?;
    std::fs::rename(&beside, into).map_err(|e| Refused::Io(format!("replace {}: {e}", into.display())))?;
    Ok(count)
}
