//! What people do, from end to end.

mod answer;
mod clocks;
mod console;
mod duty;
mod escalate;
mod file;
mod shown;
mod track;
mod unproven;
