#![doc = include_str!("../README.md")]

pub mod date;
pub mod desk;
pub mod digits;
pub mod evidence;
mod fault;
pub mod hearing;
pub mod intake;
mod phrases;
pub mod picture;
pub mod review;
pub mod suggestion;
#[cfg(test)]
mod tests;

pub use fault::{fault, label};
pub use phrases::*;
