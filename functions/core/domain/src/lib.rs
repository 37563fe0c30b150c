#![doc = include_str!("../README.md")]

pub mod access;
pub mod account;
pub mod calendar;
pub mod clock;
pub mod command;
pub mod complaint;
pub mod contact;
pub mod decide;
pub mod duty;
pub mod event;
pub mod evidence;
pub mod fault;
pub mod filing;
pub mod fold;
pub mod hearing;
pub mod ids;
pub mod lang;
pub mod likeness;
pub mod named;
pub mod number;
pub mod otp;
pub mod overdue;
pub mod phone;
pub mod picture;
pub mod policy;
pub mod receipt;
pub mod reply;
pub mod review;
#[cfg(test)]
mod sample;
pub mod say;
pub mod sms;
pub mod suggestion;
pub mod text;
pub mod work;

pub use jiff::Timestamp;
pub use jiff::civil::Date;
