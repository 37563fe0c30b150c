//! Every route, met with what should not be sent: a clear answer, and nothing lost.

mod bad_input;
mod desk;
mod dev;
mod faults;
mod guesses;
mod hostile_files;
mod intake;
mod lambda;
mod matrix;
mod origin;
mod papers;
mod passkeys;
mod proof;
mod reviews;
mod views;
