//! What people do, from end to end.

mod bulk;
mod clocks;
pub(crate) mod console;
mod duty;
mod escalate;
mod evidence;
mod evidence_by_itself;
mod file;
pub(crate) mod intake;
mod likeness;
mod reviews;
mod shown;
mod track;
mod unproven;
