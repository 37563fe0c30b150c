//! What people do, from end to end.

mod escalate;
mod file;
mod track;
mod unproven;
