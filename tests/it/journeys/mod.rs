//! What people do, from end to end.

mod answer;
mod answer_bounds;
mod bulk;
mod bulk_again;
mod clocks;
pub(crate) mod console;
mod duty;
mod escalate;
mod evidence;
mod evidence_by_itself;
mod evidence_hers;
mod evidence_killed;
mod evidence_refused;
mod evidence_slow;
mod file;
mod forward;
mod hearing;
pub(crate) mod intake;
mod likeness;
pub(crate) mod pictures;
mod pictures_refused;
mod reviews;
mod search;
mod shown;
pub(crate) mod suggestion;
mod track;
mod unproven;
