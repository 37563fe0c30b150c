#![doc = include_str!("../README.md")]

mod called_back;
mod filing;
mod register;
mod taken_in;

pub use called_back::register_called;
pub use filing::{fingerprint, reserve};
pub use register::{Registered, opened, register};
pub use taken_in::{TakenIn, take_in};
