//! What people do, from end to end.

mod clocks;
mod console;
mod duty;
mod escalate;
mod file;
mod likeness;
mod reviews;
mod shown;
mod track;
mod unproven;
